/** The port EventLog in memory: for simulations and tests; the same contract as the one on disk (tests/contract). */
import { assert } from '../../shared/lib/assert.ts';
import { compareText } from '../../shared/lib/order.ts';
import type { EventLog, LogHead, StoredEntry } from '../../shared/ports.ts';

export function createMemoryLog(): EventLog {
  const logs = new Map<string, StoredEntry[]>();

  function head(log: string): LogHead | null {
    const last = logs.get(log)?.at(-1);
    return last === undefined ? null : { log, seq: last.seq, hash: last.hash };
  }

  return {
    head,
    heads: () => [...logs.keys()].toSorted(compareText).flatMap((log) => head(log) ?? []),
    read: (log, afterSeq, most) => {
      const entries = logs.get(log) ?? [];
      const read: StoredEntry[] = [];
      let lengthBytes = 0;
      for (const entry of entries.slice(afterSeq)) {
        if (read.length > 0 && (read.length >= most.entries || lengthBytes + entry.bytes.length > most.bytes)) break;
        read.push(entry);
        lengthBytes += entry.bytes.length;
      }
      return read;
    },
    append: (entries) => {
      const ends = new Map<string, StoredEntry>();
      for (const entry of entries) {
        const before = ends.get(entry.log)?.seq ?? head(entry.log)?.seq ?? 0;
        assert(entry.seq === before + 1, 'an entry extends its log by one');
        ends.set(entry.log, entry);
      }
      for (const end of ends.values()) assert(end.signature !== null, 'what ends a log has its signature');
      for (const entry of entries) {
        const held = logs.get(entry.log);
        if (held === undefined) logs.set(entry.log, [entry]);
        else held.push(entry);
      }
    },
  };
}
