/**
 * The stage timer in numbers: which part runs, and what it has left. How long it has been running is counted by the laptop's
 * steady clock (`electron/shell/stage-clock.ts`) and given here, so that setting the wall clock changes nothing (rule C8).
 */
import { setupOf, type Contest } from '../domain/contest.ts';

/** What the laptop has counted of the timer in force, at the moment it was asked. */
export interface StageTime {
  /** Display time of the timer's fact that it counts from. */
  readonly ofMs: number;
  /** It counts on from here. False while it stands, and while it is in doubt. */
  readonly running: boolean;
  /** Milliseconds, not negative. */
  readonly elapsedMs: number;
  /** The laptop was off or asleep, and what its wall clock says of the time between cannot be believed: a person decides. */
  readonly doubt: TimeDoubt | null;
}

export interface TimeDoubt {
  /** Milliseconds elapsed if the wall clock were believed; null: it went back. */
  readonly byClockMs: number | null;
}

export interface TimerPart {
  readonly name: string;
  readonly seconds: number;
}

export interface TimerReading {
  readonly parts: readonly TimerPart[];
  /** Index of the part that runs, or would start. */
  readonly part: number;
  readonly current: TimerPart;
  readonly running: boolean;
  readonly elapsedMs: number;
  /** Negative: over time. */
  readonly leftMs: number;
  readonly doubt: TimeDoubt | null;
}

/** Null where nobody is on stage or the stage has no timed parts. `sinceMs`: passed since `time` was asked. */
export function readTimer(contest: Contest, time: StageTime | null, sinceMs: number): TimerReading | null {
  if (contest.setup === null) return null;
  const { shown, timer } = contest;
  const parts = setupOf(contest).stages.find((stage) => stage.id === shown?.stage)?.timer ?? [];
  const isOwn = timer !== null && timer.contestant === shown?.contestant && timer.stage === shown.stage;
  const part = isOwn ? timer.part : 0;
  const current = parts[part] ?? parts[0];
  if (current === undefined) return null;
  const counted = isOwn ? (time?.ofMs === timer.atMs ? time : { ...notBegun, elapsedMs: timer.elapsedMs }) : notBegun;
  const elapsedMs = counted.elapsedMs + (counted.running ? Math.max(0, sinceMs) : 0);
  const { running, doubt } = counted;
  return { parts, part, current, running, elapsedMs, leftMs: current.seconds * 1000 - elapsedMs, doubt };
}

const notBegun = { running: false, elapsedMs: 0, doubt: null };

/** "4:59"; the second begun counts whole: 5:00 lasts until 4:59 begins. `durationMs`: not negative. */
export function clockText(durationMs: number): string {
  const seconds = Math.ceil(durationMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Seconds of what a person typed, "1:23" or "83"; null for anything else. */
export function parseClock(text: string): number | null {
  const match = /^(?:(\d{1,3})[:.])?(\d{1,5})$/.exec(text.trim());
  if (match === null) return null;
  const [, minutes, seconds] = match;
  if (minutes !== undefined && Number(seconds) > 59) return null;
  return Number(minutes ?? 0) * 60 + Number(seconds);
}
