/** Ends of logs that were confirmed once, looked for in what is held (rules L14, S13). */
import { equalBytes } from '../lib/bytes.ts';
import { groupBy } from '../lib/order.ts';
import type { EventLog, LogHead } from '../ports.ts';
import { entryAt } from './branches.ts';
import type { LogId } from '../domain/ids.ts';

/** Those of the ends that this log does not hold any more, under whatever id; of each log the furthest. */
export function missingEnds(log: EventLog, ends: readonly LogHead[]): readonly LogHead[] {
  const missing = ends.filter((end) => !holds(log, end));
  const byLog = groupBy(missing, (end) => end.log).values();
  return [...byLog].flatMap((each) => each.toSorted((a, b) => b.seq - a.seq).slice(0, 1));
}

function holds(log: EventLog, end: LogHead): boolean {
  const isHeldUnder = (id: LogId): boolean => {
    const entry = entryAt(log, id, end.seq);
    return entry !== null && equalBytes(entry.hash, end.hash);
  };
  // A branch may have changed its id since.
  return isHeldUnder(end.log) || log.heads().some(({ log: id }) => isHeldUnder(id));
}

/** Part of a log that was confirmed here once and is lost. */
export interface Lack {
  readonly log: LogId;
  /** How much of it is held. */
  readonly held: number;
  /** How far it was. */
  readonly upTo: number;
}

export function lacks(log: EventLog, ends: readonly LogHead[]): readonly Lack[] {
  return missingEnds(log, ends).map((end) => ({
    log: end.log,
    // Where another entry stands in its place, what is lost begins there at the latest.
    held: Math.min(log.head(end.log)?.seq ?? 0, end.seq - 1),
    upTo: end.seq,
  }));
}

export function lackingEntries(found: readonly Lack[]): number {
  return found.reduce((sum, { held, upTo }) => sum + upTo - held, 0);
}
