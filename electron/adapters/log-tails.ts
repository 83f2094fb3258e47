/**
 * The last entries of every log in memory, as they were appended: what goes on to fourteen laptops is read from the disk at
 * most once. Bounded in all logs together; the entries that came first leave first.
 */
import { present } from '../../shared/lib/assert.ts';
import { limits } from '../../shared/limits.ts';
import type { StoredEntry } from '../../shared/ports.ts';
import type { LogId } from '../../shared/domain/ids.ts';

export interface LogTails {
  /** Entries that were appended, in order. */
  readonly add: (entries: readonly StoredEntry[]) => void;
  /** As `EventLog.read`; null where the entry after `afterSeq` is not in memory. */
  readonly read: (
    log: LogId,
    afterSeq: number,
    most: { readonly entries: number; readonly bytes: number },
  ) => readonly StoredEntry[] | null;
  /** What is stored of these logs has changed otherwise than by appending. */
  readonly forget: (logs: Iterable<LogId>) => void;
}

export function createLogTails(boundBytes: number = limits.tailBytes): LogTails {
  const tails = new Map<LogId, StoredEntry[]>();
  /** Logs in the order in which their entries came; one that was forgotten may stand here still. */
  let order: LogId[] = [];
  let heldBytes = 0;

  return {
    add: (entries) => {
      for (const entry of entries) {
        const tail = tails.get(entry.log) ?? [];
        if (tail.length === 0) tails.set(entry.log, tail);
        tail.push(entry);
        order.push(entry.log);
        heldBytes += entry.bytes.length;
      }
      trim();
    },
    read: (log, afterSeq, most) => {
      const tail = tails.get(log);
      const from = afterSeq + 1 - (tail?.[0]?.seq ?? Infinity);
      if (tail === undefined || from < 0) return null;
      let [end, lengthBytes] = [from, 0];
      const last = Math.min(tail.length, from + Math.max(1, most.entries));
      for (; end < last; end += 1) {
        const { bytes } = present(tail[end], 'an entry of the tail');
        if (end > from && lengthBytes + bytes.length > most.bytes) break;
        lengthBytes += bytes.length;
      }
      return tail.slice(from, end);
    },
    forget: (logs) => {
      for (const log of logs) {
        heldBytes -= (tails.get(log) ?? []).reduce((sum, { bytes }) => sum + bytes.length, 0);
        tails.delete(log);
      }
    },
  };

  function trim(): void {
    let left = 0;
    for (const log of order) {
      if (heldBytes <= boundBytes) break;
      heldBytes -= tails.get(log)?.shift()?.bytes.length ?? 0;
      left += 1;
    }
    if (left > 0) order = order.slice(left);
  }
}
