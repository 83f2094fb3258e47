/** Time by hand for a whole simulation: what is due happens one after the other, in the order of its time and then of its asking. */

export interface Schedule {
  /** Milliseconds since the beginning. */
  readonly nowMs: () => number;
  /** The answer takes it back. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Lets so much time pass; promises that are settled meanwhile go on between two events. */
  readonly pass: (ms: number) => Promise<void>;
}

/** What waits for a promise that is settled goes on meanwhile. */
export function turn(): Promise<void> {
  return Promise.resolve();
}

interface Due {
  readonly atMs: number;
  readonly run: () => void;
  isOff: boolean;
}

export function createSchedule(): Schedule {
  let nowMs = 0;
  /** The next one is the last. */
  const waiting: Due[] = [];
  return { nowMs: () => nowMs, after, pass };

  function after(ms: number, run: () => void): () => void {
    const due: Due = { atMs: nowMs + Math.max(0, ms), run, isOff: false };
    let low = 0;
    let high = waiting.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((waiting[middle]?.atMs ?? 0) > due.atMs) low = middle + 1;
      else high = middle;
    }
    waiting.splice(low, 0, due);
    return () => {
      due.isOff = true;
    };
  }

  async function pass(ms: number): Promise<void> {
    const endMs = nowMs + ms;
    for (;;) {
      const next = waiting.at(-1);
      if (next === undefined || next.atMs > endMs) break;
      waiting.pop();
      if (next.isOff) continue;
      nowMs = next.atMs;
      next.run();
      await turn();
    }
    nowMs = endMs;
  }
}
