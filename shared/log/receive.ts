/**
 * Entries from elsewhere: only what extends a log by right is let in (rules L3-L5). One signature at the end of a batch
 * vouches for all before it through the chain of hashes. Nothing is stored here; the caller appends what is returned.
 */
import { assert, present } from '../lib/assert.ts';
import { base32Bytes } from '../lib/base32.ts';
import { equalBytes } from '../lib/bytes.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { limits } from '../limits.ts';
import type { LogOpened } from '../domain/events.ts';
import type { Crypto, EventLog, StoredEntry } from '../ports.ts';
import { decodeEnvelope, deviceIdOf, logIdOf, openPayload, type Envelope } from './entry.ts';
import { compareClocks } from './hybrid-clock.ts';
import { upcast } from './upcast.ts';

/** As it comes: signed bytes in order, and the signature of the last one. */
export interface Batch {
  readonly log: string;
  readonly entries: readonly Uint8Array[];
  readonly signature: Uint8Array;
}

export interface ReceiveError {
  readonly type: 'malformed' | 'gap' | 'fork' | 'bad-chain' | 'bad-signature' | 'bad-opening' | 'too-much';
  readonly log: string;
  /** The first entry that is wrong. */
  readonly seq: number;
}

/**
 * As `receiveBatch` for batches of different logs. No more than `limits.receivedLogs` are begun: a laptop that sends log
 * after log fills nobody's list to where it cannot be told any more.
 */
export function receiveBatches(
  log: EventLog,
  crypto: Crypto,
  batches: readonly Batch[],
): readonly Result<readonly StoredEntry[], ReceiveError>[] {
  let begun = batches.some((batch) => log.head(batch.log) === null) ? log.heads().length : 0;
  return batches.map((batch) => {
    if (log.head(batch.log) !== null) return receiveBatch(log, crypto, batch);
    if (begun >= limits.receivedLogs) return err({ type: 'too-much', log: batch.log, seq: 1 });
    const received = receiveBatch(log, crypto, batch);
    if (received.ok) begun += 1;
    return received;
  });
}

/** The entries that are new here, ready to be appended; none when all are known. */
export function receiveBatch(
  log: EventLog,
  crypto: Crypto,
  batch: Batch,
): Result<readonly StoredEntry[], ReceiveError> {
  const fail = (type: ReceiveError['type'], seq: number) => err({ type, log: batch.log, seq });
  if (batch.entries.length === 0 || batch.entries.length > limits.batchEntries) return fail('too-much', 0);
  const head = log.head(batch.log);
  const known = head?.seq ?? 0;
  const fresh: StoredEntry[] = [];
  let opening: LogOpened | null = null;
  let previous: { readonly seq: number; readonly hash: Uint8Array; readonly envelope: Envelope } | null = null;
  for (const bytes of batch.entries) {
    const envelope = decodeEnvelope(bytes);
    if (envelope === null || envelope.log !== batch.log) return fail('malformed', (previous?.seq ?? known) + 1);
    const { seq } = envelope;
    if (previous !== null && seq !== previous.seq + 1) return fail('gap', seq);
    if (previous === null && seq > known + 1) return fail('gap', seq);
    const hash = crypto.hash(bytes);
    if (seq <= known) {
      const [held] = log.read(batch.log, seq - 1, { entries: 1, bytes: 0 });
      if (!equalBytes(present(held, 'a known entry').hash, hash)) return fail('fork', seq);
    } else {
      const before = previous ?? (head === null ? null : headEnvelope(log, batch.log, head.seq, head.hash));
      if (!equalBytes(envelope.prevHash, before?.hash ?? new Uint8Array(0))) {
        return fail(previous === null ? 'fork' : 'bad-chain', seq);
      }
      if (before !== null && !follows(before.envelope, envelope)) return fail('bad-chain', seq);
      if (seq === 1) {
        opening = openingOf(envelope, crypto);
        if (opening === null) return fail('bad-opening', seq);
      }
      fresh.push({ log: batch.log, seq, hash, bytes, signature: null });
    }
    previous = { seq, hash, envelope };
  }
  const last = fresh.at(-1);
  if (last === undefined) return ok([]);
  const signer = opening ?? openingAt(log, batch.log, crypto);
  if (signer === null || !crypto.verify(base32Bytes(signer.signingKey), last.bytes, batch.signature)) {
    return fail('bad-signature', last.seq);
  }
  return ok([...fresh.slice(0, -1), { ...last, signature: batch.signature }]);
}

/** The opening of a log that is held here, or null. */
function openingAt(log: EventLog, id: string, crypto: Crypto): LogOpened | null {
  const [first] = log.read(id, 0, { entries: 1, bytes: 0 });
  if (first === undefined) return null;
  const envelope = decodeEnvelope(first.bytes);
  return envelope === null ? null : openingOf(envelope, crypto);
}

/** [L2] The first entry names its writer, and the log's and device's ids follow from the writer's key. */
export function openingOf(envelope: Envelope, crypto: Crypto): LogOpened | null {
  if (envelope.version !== 1 || envelope.seq !== 1) return null;
  const { event } = upcast(openPayload(envelope, null, crypto));
  if (event === null || event.type !== 'log-opened') return null;
  const signingKey = base32Bytes(event.signingKey);
  if (envelope.log !== logIdOf(signingKey, base32Bytes(event.nonce), crypto)) return null;
  if (envelope.device !== deviceIdOf(signingKey, crypto)) return null;
  if ((event.role === 'seat') !== (event.seat !== null)) return null;
  return event;
}

/**
 * Verifies a stored log from its first entry on: hashes, chain, clocks, and the signature at its end.
 * @returns the first entry that is wrong, or null.
 */
export function verifyLog(log: EventLog, id: string, crypto: Crypto): ReceiveError | null {
  const head = present(log.head(id), 'a held log');
  const opening = openingAt(log, id, crypto);
  if (opening === null) return { type: 'bad-opening', log: id, seq: 1 };
  let previous: StoredEntry | null = null;
  let before: Envelope | null = null;
  while ((previous?.seq ?? 0) < head.seq) {
    // A writer may go on meanwhile: only what stood when the look began surely ends with a signature.
    const left = Math.min(limits.batchEntries, head.seq - (previous?.seq ?? 0));
    const batch = log.read(id, previous?.seq ?? 0, { entries: left, bytes: limits.batchBytes });
    if (batch.length === 0) return { type: 'gap', log: id, seq: (previous?.seq ?? 0) + 1 };
    for (const entry of batch) {
      const envelope = decodeEnvelope(entry.bytes);
      const { seq } = entry;
      if (envelope === null || envelope.log !== id || envelope.seq !== seq) return { type: 'malformed', log: id, seq };
      if (seq !== (previous?.seq ?? 0) + 1) return { type: 'gap', log: id, seq };
      const linked = equalBytes(envelope.prevHash, previous?.hash ?? new Uint8Array(0));
      if (!linked || !equalBytes(crypto.hash(entry.bytes), entry.hash)) return { type: 'bad-chain', log: id, seq };
      if (before !== null && !follows(before, envelope)) return { type: 'bad-chain', log: id, seq };
      previous = entry;
      before = envelope;
    }
  }
  const last = present(previous, 'a log is not empty');
  const signed = last.signature !== null && crypto.verify(base32Bytes(opening.signingKey), last.bytes, last.signature);
  return signed ? null : { type: 'bad-signature', log: id, seq: last.seq };
}

function headEnvelope(log: EventLog, id: string, seq: number, hash: Uint8Array) {
  const [entry] = log.read(id, seq - 1, { entries: 1, bytes: 0 });
  const envelope = decodeEnvelope(present(entry, 'the head is stored').bytes);
  assert(envelope !== null, 'a stored entry decodes');
  return { seq, hash, envelope };
}

/** Same writer, and a clock that does not go back. */
function follows(before: Envelope, after: Envelope): boolean {
  return before.device === after.device && compareClocks(before.clock, after.clock) < 0;
}
