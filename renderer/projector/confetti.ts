/**
 * Confetti over the picture of a reveal: where each piece is at a moment follows from its number alone, and after `confettiMs` all
 * of them have left the picture. Nothing is drawn where the system asks for little motion (rule C12).
 */
export const confettiMs = 4_000;
const pieces = 140;
/** Of the height of the picture. */
const pieceSize = 0.022;
/** Names of the colours in projector.css. */
const colours = ['--gold', '--silver', '--bronze', '--quiet', '--alarm'] as const;

export interface Piece {
  /** Of the width and of the height of the picture; above it before it falls, below it afterwards. */
  readonly x: number;
  readonly y: number;
  /** Radians, and how wide it looks while it turns (-1 to 1). */
  readonly angle: number;
  readonly turn: number;
}

/** Falls on `canvas` until all is down; returns the function that ends it sooner. */
export function throwConfetti(canvas: HTMLCanvasElement, ended: () => void): () => void {
  const context = canvas.getContext('2d');
  const style = getComputedStyle(canvas);
  const paints = colours.map((name) => style.getPropertyValue(name));
  canvas.width = window.innerWidth;
  canvas.height = window.innerHeight;
  let beganMs: number | null = null;
  let frame = requestAnimationFrame(draw);
  return () => cancelAnimationFrame(frame);

  function draw(nowMs: number): void {
    beganMs ??= nowMs;
    const seconds = (nowMs - beganMs) / 1000;
    if (context === null || seconds * 1000 >= confettiMs) return ended();
    context.clearRect(0, 0, canvas.width, canvas.height);
    for (let number = 0; number < pieces; number += 1) {
      const { x, y, angle, turn } = pieceAt(number, seconds);
      const side = pieceSize * canvas.height;
      context.setTransform(turn, 0, 0, 1, x * canvas.width, y * canvas.height);
      context.rotate(angle);
      context.fillStyle = paints[number % paints.length] ?? '';
      context.fillRect(-side / 2, -side / 4, side, side / 2);
    }
    context.resetTransform();
    frame = requestAnimationFrame(draw);
  }
}

/** `seconds` since the first frame. */
export function pieceAt(number: number, seconds: number): Piece {
  const [across, late, pace, sway] = [
    scattered(number, 1),
    scattered(number, 2),
    scattered(number, 3),
    scattered(number, 4),
  ];
  const falling = Math.max(0, seconds - 0.8 * late);
  return {
    x: across + 0.03 * Math.sin(2 * falling + 6 * sway),
    y: -0.05 + (0.4 + 0.3 * pace) * falling + 0.02 * falling * falling,
    angle: 6 * sway + (1 + 2 * pace) * falling,
    turn: Math.cos((4 + 4 * sway) * falling),
  };
}

/** 0 to 1, evenly scattered over the numbers. */
function scattered(number: number, of: number): number {
  const value = Math.sin(number * 12.9898 + of * 78.233) * 43758.5453;
  return value - Math.floor(value);
}
