/**
 * The work for all laptops together, in small pieces that take turns: after a few milliseconds of them everything else that the
 * program has to do comes first, however many laptops there are. One turn per laptop would add up to a window that hangs.
 */
import type { RolePorts } from './ports.ts';

export interface Turns {
  /** Once, behind those that wait already; a piece that waits is not taken a second time. */
  readonly soon: (piece: () => void) => void;
}

const TURN_MS = 6;

export function createTurns({ timers, elapsedMs }: Pick<RolePorts, 'timers' | 'elapsedMs'>): Turns {
  const waiting = new Set<() => void>();
  let isScheduled = false;
  return {
    soon: (piece) => {
      waiting.add(piece);
      schedule();
    },
  };

  function schedule(): void {
    if (isScheduled || waiting.size === 0) return;
    isScheduled = true;
    timers.soon(work);
  }

  function work(): void {
    isScheduled = false;
    const endMs = elapsedMs() + TURN_MS;
    for (const piece of waiting) {
      waiting.delete(piece);
      piece();
      if (elapsedMs() >= endMs) break;
    }
    schedule();
  }
}
