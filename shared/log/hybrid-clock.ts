/**
 * Hybrid logical clock (Kulkarni and others, 2014): never goes back within a log, follows the wall clock, and takes
 * over a faster neighbour by at most one minute at a time. For display order only: nothing is refused for its clock (L8).
 */
import { limits } from '../limits.ts';

export interface ClockReading {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly ms: number;
  readonly counter: number;
}

/** The reading for the next entry: after `last`, and not behind the wall clock. */
export function tick(last: ClockReading, nowMs: number): ClockReading {
  return nowMs > last.ms ? { ms: nowMs, counter: 0 } : { ms: last.ms, counter: last.counter + 1 };
}

/** After seeing an entry of another log: not behind it, but moved by at most `limits.clockStepMs`. */
export function merge(last: ClockReading, seen: ClockReading, nowMs: number): ClockReading {
  const bound = Math.max(last.ms, nowMs) + limits.clockStepMs;
  const ms = Math.min(seen.ms, bound);
  return ms > last.ms ? { ms, counter: 0 } : last;
}

export function compareClocks(a: ClockReading, b: ClockReading): number {
  return a.ms - b.ms || a.counter - b.counter;
}
