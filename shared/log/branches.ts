/**
 * Where a log goes on in two ways (a cloned folder, rule L13), the branch that does not keep the log's id is stored under that
 * of its first differing entry. It begins with that entry's number; what lies before is held by the log that it left.
 */
import { toBase32 } from '../lib/base32.ts';
import { equalBytes } from '../lib/bytes.ts';
import type { EventLog, StoredEntry } from '../ports.ts';
import { decodeEnvelope } from './entry.ts';
import { idFrom, type LogId } from '../domain/ids.ts';

/** The first 128 bits of the hash of its first differing entry, base32. */
export function branchIdOf(firstHash: Uint8Array): LogId {
  return idFrom.log(toBase32(firstHash.slice(0, 16)));
}

/** The entry with that number as held under that id, or null. */
export function entryAt(log: Pick<EventLog, 'read'>, id: LogId, seq: number): StoredEntry | null {
  const [entry] = log.read(id, seq - 1, { entries: 1, bytes: 0 });
  return entry?.seq === seq ? entry : null;
}

/** The entry of that log with that number and hash, in whichever branch it is held, or null. */
export function entryOf(log: EventLog, origin: LogId, seq: number, hash: Uint8Array): StoredEntry | null {
  for (const { log: id } of log.heads()) {
    const entry = entryAt(log, id, seq);
    if (entry !== null && equalBytes(entry.hash, hash) && decodeEnvelope(entry.bytes)?.log === origin) return entry;
  }
  return null;
}
