/** The stage timer in numbers: what a part has left, and durations as people write them (minutes:seconds). */
import { setupOf, type Contest } from '../../../shared/domain/contest.ts';

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
}

/** Null where nobody is on stage or the stage has no timed parts. `nowMs`: display time of the committee's clock. */
export function readTimer(contest: Contest, nowMs: number): TimerReading | null {
  const { shown, timer } = contest;
  const parts = setupOf(contest).stages.find((stage) => stage.id === shown?.stage)?.timer ?? [];
  const isOwn = timer !== null && timer.contestant === shown?.contestant && timer.stage === shown.stage;
  const part = isOwn ? timer.part : 0;
  const current = parts[part] ?? parts[0];
  if (current === undefined) return null;
  const running = isOwn && timer.running;
  const elapsedMs = isOwn ? timer.elapsedMs + (running ? Math.max(0, nowMs - timer.atMs) : 0) : 0;
  return { parts, part, current, running, elapsedMs, leftMs: current.seconds * 1000 - elapsedMs };
}

/** "4:59"; the second begun counts whole. `durationMs`: not negative. */
export function clockText(durationMs: number): string {
  const seconds = Math.ceil(durationMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Seconds of "1:23" or "83"; null for anything else. */
export function parseClock(text: string): number | null {
  const match = /^(?:(\d{1,3})[:.])?(\d{1,5})$/.exec(text.trim());
  if (match === null) return null;
  const [, minutes, seconds] = match;
  if (minutes !== undefined && Number(seconds) > 59) return null;
  return Number(minutes ?? 0) * 60 + Number(seconds);
}
