import { expect, test } from 'vitest';
import { confettiMs, pieceAt } from '../../../renderer/projector/confetti.ts';

const numbers = Array.from({ length: 200 }, (_, number) => number);

test('[C12] every piece begins above the picture, falls without turning back, and has left it at the end', () => {
  for (const number of numbers) {
    const heights = [0, 0.25, 0.5, 0.75, 1].map((part) => pieceAt(number, (part * confettiMs) / 1000).y);
    expect(heights[0]).toBeLessThan(0);
    expect(heights.at(-1)).toBeGreaterThan(1.05);
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  }
});

test('[C12] the pieces are scattered over the whole width', () => {
  const tenths = new Set(numbers.map((number) => Math.floor(pieceAt(number, 0).x * 10)));
  for (let tenth = 0; tenth < 10; tenth += 1) expect(tenths).toContain(tenth);
});
