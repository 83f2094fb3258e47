/** A stored log looked at from its first entry to its last (rules L3 to L5). */
import { base32Bytes } from '../lib/base32.ts';
import { equalBytes } from '../lib/bytes.ts';
import { present } from '../lib/assert.ts';
import { limits } from '../limits.ts';
import type { Crypto, EventLog } from '../ports.ts';
import { beginsBranch, beginsLog, continues, linkOf, type Link, type ReadEntry, type ReceiveError } from './chain.ts';
import { decodeEnvelope } from './entry.ts';
import { openingHeld } from './opening.ts';
import type { LogId } from '../domain/ids.ts';

const entriesOfPiece = 128;

/**
 * Verifies a stored log from its first entry on: hashes, chain, clocks, and the signature at its end. A branch also has to
 * bear its own name and to leave a log that is held.
 * @param onEntry told of each entry that is right so far, in order.
 * @returns the first entry that is wrong, or null.
 */
export function verifyLog(
  log: EventLog,
  id: LogId,
  crypto: Crypto,
  onEntry: (entry: ReadEntry) => void = () => undefined,
): ReceiveError | null {
  const pieces = verifyInPieces(log, id, crypto, onEntry);
  for (;;) {
    const next = pieces.next();
    if (next.done === true) return next.value;
  }
}

/** The same, a piece at a time: some milliseconds, after which others may have their turn. */
export function* verifyInPieces(
  log: EventLog,
  id: LogId,
  crypto: Crypto,
  onEntry: (entry: ReadEntry) => void,
): Generator<void, ReceiveError | null> {
  const head = present(log.head(id), 'a held log');
  const [oldest] = log.read(id, 0, { entries: 1, bytes: 0 });
  const fail = (type: ReceiveError['type'], seq: number): ReceiveError => ({ type, log: id, seq });
  const origin = oldest === undefined ? null : (decodeEnvelope(oldest.bytes)?.log ?? null);
  const opening = origin === null ? null : openingHeld(log, origin, crypto);
  if (oldest === undefined || origin === null || opening === null) return fail('bad-opening', 1);
  const wrong = id === origin ? beginsLog(linkOf(oldest), crypto) : beginsBranch(log, id, linkOf(oldest));
  if (wrong !== null) return fail(wrong, oldest.seq);
  let end: Link | null = null;
  let signature: Uint8Array | null = null;
  for (let seq = oldest.seq - 1; seq < head.seq;) {
    // A writer may go on meanwhile: only what stood when the look began surely ends with a signature.
    const batch = log.read(id, seq, {
      entries: Math.min(entriesOfPiece, head.seq - seq),
      bytes: limits.batchBytes,
    });
    if (batch.length === 0) return fail('gap', seq + 1);
    for (const entry of batch) {
      const envelope = decodeEnvelope(entry.bytes);
      if (entry.seq !== seq + 1) return fail('gap', entry.seq);
      seq = entry.seq;
      if (envelope === null || envelope.log !== origin || envelope.seq !== seq) return fail('malformed', seq);
      if (end !== null && !continues(end, envelope)) return fail('bad-chain', seq);
      if (!equalBytes(crypto.hash(entry.bytes), entry.hash)) return fail('bad-chain', seq);
      end = { seq, bytes: entry.bytes, hash: entry.hash, envelope };
      signature = entry.signature;
      onEntry({ ...entry, envelope });
    }
    yield;
  }
  const last = present(end, 'a log is not empty');
  const signed = signature !== null && crypto.verify(base32Bytes(opening.signingKey), last.bytes, signature);
  return signed ? null : fail('bad-signature', last.seq);
}
