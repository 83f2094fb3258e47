/** The ports of a role that a test holds in its hand: time passes when it says so, and what is due runs in its order. */
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import type { RolePorts, Timers } from '../../shared/sync/roles/ports.ts';
import { seededRandom } from './core-ports.ts';

export interface HandTimers {
  readonly timers: Timers;
  readonly now: () => number;
  /** In how long those run that the program does not end before. */
  readonly awaited: () => readonly number[];
  /** How many wait. */
  readonly left: () => number;
  readonly pass: (ms: number) => void;
}

export function handTimers(): HandTimers {
  let nowMs = 0;
  let waiting: { at: number; run: () => void; everyMs: number | null; isAwaited: boolean }[] = [];
  const add = (ms: number, run: () => void, everyMs: number | null, isAwaited: boolean) => {
    const entry = { at: nowMs + ms, run, everyMs, isAwaited };
    waiting.push(entry);
    return () => {
      waiting = waiting.filter((each) => each !== entry);
    };
  };
  return {
    timers: {
      after: (ms: number, run: () => void, isAwaited = false) => add(ms, run, null, isAwaited),
      every: (ms: number, run: () => void) => add(ms, run, ms, false),
      soon: (run: () => void) => void add(0, run, null, false),
    },
    now: () => nowMs,
    awaited: () => waiting.filter(({ isAwaited }) => isAwaited).map(({ at }) => at - nowMs),
    left: () => waiting.length,
    pass(ms: number): void {
      const end = nowMs + ms;
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
        if (next === undefined) break;
        nowMs = Math.max(nowMs, next.at);
        if (next.everyMs === null) waiting = waiting.filter((each) => each !== next);
        else next.at += next.everyMs;
        next.run();
      }
      nowMs = end;
    },
  };
}

/** Pauses of a role are not drawn but in the middle. */
export function handPorts(hand: HandTimers, name: string): RolePorts {
  const random = seededRandom(name);
  return {
    timers: hand.timers,
    clock: { nowMs: () => 1_800_000_000_000 + hand.now() },
    elapsedMs: hand.now,
    random: { bytes: (length) => (length === 1 ? Uint8Array.of(128) : random.bytes(length)) },
    crypto: nodeCrypto,
    application: '9.9.9',
    isStorageError: () => false,
  };
}
