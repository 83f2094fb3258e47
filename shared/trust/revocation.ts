/**
 * What a revocation accepts (rule L6): per log the entry that it names by number and hash, and what lies before that. By the
 * hash and not by the log's id alone: which branch of a forked log keeps the id may differ from when it was written (L13).
 */
import { toBase32 } from '../lib/base32.ts';
import type { DomainEvent } from '../domain/facts/events.ts';
import type { LogId } from '../domain/ids.ts';

type DeviceRevoked = Extract<DomainEvent, { readonly type: 'device-revoked' }>;

/** A log as read so far, or a branch of one. */
export interface ReadLog {
  readonly id: LogId;
  readonly firstSeq: number;
  /** What a branch left. */
  readonly parent: ReadLog | null;
  readonly envelopes: readonly { readonly hash: Uint8Array }[];
}

/** The last accepted number by the id under which it is held here. A log whose named entry is not here yet is told by its id. */
export function acceptedUpTo(named: DeviceRevoked['upTo'], logs: Iterable<ReadLog>): ReadonlyMap<LogId, number> {
  const held = [...logs];
  const accepted = new Map<LogId, number>();
  for (const { log: id, seq, hash } of named) {
    const holder = held.find((log) => hashAt(log, seq) === hash);
    if (holder === undefined) accept(id, seq);
    let upTo = seq;
    for (let log: ReadLog | null = holder ?? null; log !== null; log = log.parent) {
      accept(log.id, upTo);
      upTo = log.firstSeq - 1;
    }
  }
  return accepted;

  function accept(id: LogId, seq: number): void {
    accepted.set(id, Math.max(accepted.get(id) ?? 0, seq));
  }
}

function hashAt(log: ReadLog, seq: number): string | null {
  const entry = log.envelopes[seq - log.firstSeq];
  return entry === undefined ? null : toBase32(entry.hash);
}
