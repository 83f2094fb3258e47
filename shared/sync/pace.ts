/**
 * How far the other side is with what was said to it (rules S9, S18). Each `have` bears a number, and the other side says the number
 * back once it has worked off everything up to there: entries that left before a number that came back are stored, refused or
 * lost, and only then worth sending again. The time in between is the round trip, the other side's work included: on a slow
 * machine everything waits longer by itself. Nothing here is a fixed time.
 */
import { limits } from '../limits.ts';

export interface Pace {
  /** The number of the last `have`. */
  said: number;
  /** The last number that came back. */
  heard: number;
  /** When those that have not come back were said, by a clock that does not jump. */
  readonly waiting: Map<number, number>;
  /** Ticks since the last `have`, and how many come before the next while none comes back. */
  ticks: number;
  patience: number;
  /** Milliseconds; null: not measured yet. Rises at once, and falls slowly. */
  roundTripMs: number | null;
  /** Whether the other side says numbers back at all (one of an older version does not). */
  answers: boolean;
}

/** Entries of a log on their way. */
export interface UnderWay {
  /** The last one. */
  readonly seq: number;
  /** How far the other side was when they left. */
  readonly from: number;
  /** The number said last before they left. */
  readonly mark: number;
  readonly ticks: number;
  /** How often they were lost: the other side may not want that log now. */
  readonly lost: number;
}

const MOST_WAITING = 16;
const FALL = 0.75;
/** A tick's wait is at most that many times `resendTicks`. */
const MOST_PATIENCE = 8;
const MOST_BACK_OFF = 3;

export function createPace(): Pace {
  return {
    said: 0,
    heard: 0,
    waiting: new Map(),
    ticks: 0,
    patience: limits.resendTicks,
    roundTripMs: null,
    answers: false,
  };
}

/** The number of the `have` that leaves now. */
export function sayNext(pace: Pace, nowMs: number): number {
  pace.said += 1;
  pace.ticks = 0;
  pace.waiting.set(pace.said, nowMs);
  for (const oldest of pace.waiting.keys()) if (pace.waiting.size > MOST_WAITING) pace.waiting.delete(oldest);
  return pace.said;
}

/** The other side has worked off everything up to that number. */
export function hearBack(pace: Pace, mark: number, nowMs: number): void {
  if (mark <= pace.heard || mark > pace.said) return;
  const saidAtMs = pace.waiting.get(mark);
  for (const each of pace.waiting.keys()) if (each <= mark) pace.waiting.delete(each);
  pace.heard = mark;
  pace.patience = limits.resendTicks;
  if (saidAtMs !== undefined) pace.roundTripMs = Math.max(nowMs - saidAtMs, (pace.roundTripMs ?? 0) * FALL);
}

/** Whether it is time for another `have`: the last one has come back, or has been away for long. Each wait is longer. */
export function isTimeToSay(pace: Pace): boolean {
  pace.ticks += 1;
  if (!pace.answers || pace.heard === pace.said) return true;
  if (pace.ticks < pace.patience) return false;
  pace.patience = Math.min(pace.patience * 2, limits.resendTicks * MOST_PATIENCE);
  return true;
}

/** Whether entries that nobody has confirmed did not arrive, or are not wanted; those lost before get more time. */
export function isLost(pace: Pace, sent: UnderWay): boolean {
  const times = 2 ** Math.min(sent.lost, MOST_BACK_OFF);
  // One number more than a line needs that keeps the order: others may bring it first.
  return pace.answers ? pace.heard - sent.mark >= 2 * times : sent.ticks >= limits.resendTicks * times;
}
