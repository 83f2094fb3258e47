/** The port EventLog in memory: for simulations and tests; the same contract as the one on disk (tests/contract). */
import { assert } from '../../shared/lib/assert.ts';
import { compareText } from '../../shared/lib/order.ts';
import type { EventLog, LogHead, LogMove, StoredEntry } from '../../shared/ports.ts';
import type { LogId } from '../../shared/domain/ids.ts';

type Logs = Map<LogId, readonly StoredEntry[]>;

export function createMemoryLog(): EventLog {
  let logs: Logs = new Map();

  return {
    head: (log) => headOf(logs, log),
    heads: () => [...logs.keys()].toSorted(compareText).flatMap((log) => headOf(logs, log) ?? []),
    read: (log, afterSeq, most) => {
      const entries = logs.get(log) ?? [];
      const read: StoredEntry[] = [];
      let lengthBytes = 0;
      for (const entry of entries.slice(Math.max(0, afterSeq + 1 - (entries[0]?.seq ?? 1)))) {
        if (read.length > 0 && (read.length >= most.entries || lengthBytes + entry.bytes.length > most.bytes)) break;
        read.push(entry);
        lengthBytes += entry.bytes.length;
      }
      return read;
    },
    append: (entries, moves = []) => {
      const next: Logs = new Map(logs);
      for (const each of moves) move(next, each);
      appendAll(next, entries);
      logs = next;
    },
  };
}

function headOf(logs: Logs, log: LogId): LogHead | null {
  const last = logs.get(log)?.at(-1);
  return last === undefined ? null : { log, seq: last.seq, hash: last.hash };
}

function move(logs: Logs, { log, fromSeq, to }: LogMove): void {
  const held = logs.get(log) ?? [];
  const moved = held.filter(({ seq }) => seq >= fromSeq).map((entry) => ({ ...entry, log: to }));
  const before = logs.get(to) ?? [];
  assert(before.length === 0 || before.at(-1)?.seq === fromSeq - 1, 'a branch goes behind what is there');
  logs.set(to, [...before, ...moved]);
  if (moved.length === held.length) logs.delete(log);
  else logs.set(log, held.slice(0, held.length - moved.length));
}

function appendAll(logs: Logs, entries: readonly StoredEntry[]): void {
  const grown = new Map<LogId, StoredEntry[]>();
  for (const entry of entries) {
    const held = grown.get(entry.log) ?? [...(logs.get(entry.log) ?? [])];
    const end = held.at(-1);
    assert(end === undefined || entry.seq === end.seq + 1, 'an entry extends its log by one');
    held.push(entry);
    grown.set(entry.log, held);
  }
  for (const [log, held] of grown) {
    assert(held.at(-1)?.signature !== null, 'what ends a log has its signature');
    logs.set(log, held);
  }
}
