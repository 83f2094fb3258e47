/**
 * What makes entries one log (rules L3 to L5): links of hashes, one writer, a clock that does not go back, and a right
 * beginning. Used for what comes in (`receive.ts`) and for what is stored (`verify.ts`).
 */
import { assert } from '../lib/assert.ts';
import { equalBytes } from '../lib/bytes.ts';
import type { Crypto, EventLog, StoredEntry } from '../ports.ts';
import { branchIdOf, entryAt, entryOf } from './branches.ts';
import { decodeEnvelope, type Envelope } from './entry.ts';
import { compareClocks } from './hybrid-clock.ts';
import { openingOf } from './opening.ts';
import type { DeviceId, LogId } from '../domain/ids.ts';

export interface ReceiveError {
  /**
   * `gap`: what lies between is not here. `fork`: it does not go on from what is here; the entries before it may tell why.
   * `not-yet`: right in itself, and its writer is not admitted here. `over-quota`: right, and more than its writer may fill.
   */
  readonly type:
    | 'malformed'
    | 'gap'
    | 'fork'
    | 'bad-chain'
    | 'bad-signature'
    | 'bad-opening'
    | 'too-much'
    | 'not-yet'
    | 'over-quota';
  readonly log: LogId;
  /** The writer; of entries that are right in themselves. */
  readonly device?: DeviceId;
  /** The first entry that is wrong. */
  readonly seq: number;
}

export interface Link {
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly hash: Uint8Array;
  readonly envelope: Envelope;
}

/** A stored entry whose envelope has been decoded already: who takes it further need not do it again. */
export interface ReadEntry extends StoredEntry {
  readonly envelope: Envelope;
}

/** Null, or why not. */
export function beginsLog(first: Link, crypto: Crypto): ReceiveError['type'] | null {
  if (first.seq !== 1) return 'gap';
  return openingOf(first.envelope, crypto) === null ? 'bad-opening' : null;
}

/** Null, or why not: its name is that of its first entry, and what lies before that is held and goes on otherwise. */
export function beginsBranch(log: EventLog, id: LogId, first: Link): ReceiveError['type'] | null {
  if (first.seq === 1) return 'malformed';
  const before = entryOf(log, first.envelope.log, first.seq - 1, first.envelope.prevHash);
  if (before === null || branchIdOf(first.hash) !== id) return 'gap';
  // Else it is no branch yet: what it is said to leave might still go on with the very same entries.
  if (entryAt(log, before.log, first.seq) === null) return 'gap';
  return continues(linkOf(before), first.envelope) ? null : 'bad-chain';
}

export function linkOf({ seq, bytes, hash }: StoredEntry): Link {
  const envelope = decodeEnvelope(bytes);
  assert(envelope !== null, 'a stored entry decodes');
  return { seq, bytes, hash, envelope };
}

/** Chained to it, by the same writer, with a clock that does not go back. */
export function continues(before: Pick<Link, 'hash' | 'envelope'>, after: Envelope): boolean {
  if (!equalBytes(after.prevHash, before.hash)) return false;
  return before.envelope.device === after.device && compareClocks(before.envelope.clock, after.clock) < 0;
}
