/**
 * Brings what stands beside the database into it while nobody types (rule L14): the less stands in the write-ahead log, the
 * less a damage there can take. Never in the course of an append, never waiting for a reader.
 */
import type { SqliteLog } from '../adapters/sqlite-log.ts';

/** After so long without an entry, and at the latest so long after the first. Milliseconds. */
const quietMs = 3000;
const longestMs = 20_000;
/** After a lock: the window has its answer first. */
const soonMs = 50;

export interface Checkpoints {
  /** Something was appended. */
  readonly whenQuiet: () => void;
  /** Something that a person takes for finished was appended. */
  readonly soon: () => void;
  readonly stop: () => void;
}

/** What was left by an earlier process is brought in too. */
export function keepCheckpointed(log: Pick<SqliteLog, 'settleNow'>): Checkpoints {
  let timer: NodeJS.Timeout | undefined;
  /** Of the first entry that is not brought in yet; null: none. */
  let sinceMs: number | null = null;
  whenQuiet();
  return { whenQuiet, soon: () => wait(soonMs), stop: () => clearTimeout(timer) };

  function whenQuiet(): void {
    sinceMs ??= performance.now();
    wait(Math.min(quietMs, Math.max(0, sinceMs + longestMs - performance.now())));
  }

  function wait(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(settle, ms).unref();
  }

  function settle(): void {
    sinceMs = null;
    // A busy reader only postpones it.
    if (!log.settleNow()) whenQuiet();
  }
}
