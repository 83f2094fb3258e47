/**
 * Entries from elsewhere: only what extends a log by right is let in (rules L3-L5, L13). One signature at the end of a batch
 * vouches for all before it through the chain of hashes. Nothing is stored here; the caller appends what is returned.
 *
 * A log whose writer's folder was cloned goes on in two ways. Neither is lost: one branch keeps the log's id, the other is
 * stored under an id of its own, that of its first differing entry (`branches.ts`). Which is which says the committee's
 * laptop, where the later-seen one takes the new id; the others follow it.
 */
import { present } from '../lib/assert.ts';
import { base32Bytes } from '../lib/base32.ts';
import { equalBytes } from '../lib/bytes.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { limits } from '../limits.ts';
import type { LogOpened } from '../domain/facts/events.ts';
import type { Crypto, EventLog, LogMove } from '../ports.ts';
import { branchIdOf, entryAt, entryOf } from './branches.ts';
import { beginsBranch, beginsLog, continues, linkOf, type Link, type ReadEntry, type ReceiveError } from './chain.ts';
import { decodeEnvelope, deviceIdOf } from './entry.ts';
import { expanded, isCompacted, type Place } from './envelope-3.ts';
import { openingHeld, openingOf } from './opening.ts';
import { addUsage, noUsage, type Quotas, type Usage } from './quotas.ts';
import type { LogId } from '../domain/ids.ts';

/** As it comes: signed bytes in order, and the signature of the last one. */
export interface Batch {
  /** Under which id the sender holds them. */
  readonly log: LogId;
  readonly entries: readonly Uint8Array[];
  readonly signature: Uint8Array;
  /** Where the first entry stands, when it does not say so itself: entries of version 3 come compacted (L18). */
  readonly from?: BatchStart | undefined;
}

export interface BatchStart {
  /** The log that the entries themselves name, whose opening names their writer. */
  readonly origin: LogId;
  readonly seq: number;
  readonly prevHash: Uint8Array;
}

export interface Received {
  /** The id that the entries themselves name. */
  readonly origin: LogId;
  /** New here, under the ids to store them under; none when all are known. */
  readonly fresh: readonly ReadEntry[];
  /** Branches that change their ids, in order, before `fresh` is appended. */
  readonly moves: readonly LogMove[];
  /** The first entry that differs from what was held under the batch's id; null: none. */
  readonly forkedAt: number | null;
  /** The end of the batch: known here once `fresh` is appended. */
  readonly end: { readonly seq: number; readonly hash: Uint8Array };
}

export interface ReceiveOptions {
  /** True towards the committee's laptop: of two branches the one that it holds under the log's id keeps it. */
  readonly follow: boolean;
}

/** What a batch says once it has been decoded; `entries` are never empty. */
interface Chain {
  readonly origin: LogId;
  readonly entries: readonly Link[];
  /** Where it had to be looked up already. */
  readonly opening: LogOpened | null;
}

interface Placed {
  readonly fresh: readonly ReadEntry[];
  readonly moves: readonly LogMove[];
  readonly forkedAt: number | null;
}

/**
 * Takes in what is right, durable when it returns: in one transaction, or in several where batches are of one log.
 * @param beforeStoring what has to happen before these are stored.
 * @returns one answer per batch.
 * @throws when the disk refuses.
 */
export function receiveBatches(
  log: EventLog,
  crypto: Crypto,
  batches: readonly Batch[],
  options: ReceiveOptions & {
    readonly beforeStoring: (received: readonly Received[]) => void;
    /** Absent: nobody has a bound of its own. */
    readonly quotas?: Quotas;
  },
): readonly Result<Received, ReceiveError>[] {
  let waiting: Received[] = [];
  const added = new Map<string, Usage>();
  let held = log.heads().length;
  const answers = batches.map((batch) => {
    let answer = receiveBatch(log, crypto, batch, options);
    // What comes before it may be waiting to be stored.
    const goesOn = answer.ok
      ? waiting.some(({ origin }) => answer.ok && origin === answer.value.origin)
      : answer.error.type === 'gap' && waiting.length > 0;
    if (goesOn) {
      store();
      answer = receiveBatch(log, crypto, batch, options);
    }
    const beyond = answer.ok ? beyondQuota(answer.value, batch.log) : null;
    if (beyond !== null) return err(beyond);
    if (answer.ok && beginsTooMany(answer.value)) return err({ type: 'too-much' as const, log: batch.log, seq: 1 });
    if (answer.ok && answer.value.fresh.length + answer.value.moves.length > 0) waiting.push(answer.value);
    return answer;
  });
  store();
  return answers;

  function store(): void {
    if (waiting.length === 0) return;
    options.beforeStoring(waiting);
    log.append(
      waiting.flatMap(({ fresh }) => fresh),
      waiting.flatMap(({ moves }) => moves),
    );
    waiting = [];
  }

  /** [L16] Null: its writer may have so much here. */
  function beyondQuota({ fresh, moves }: Received, id: LogId): ReceiveError | null {
    const [first] = fresh;
    if (options.quotas === undefined || first === undefined) return null;
    const { device } = first.envelope;
    const begins = isNew(log, { fresh }) || moves.length > 0 ? 1 : 0;
    const bytes = fresh.reduce((sum, entry) => sum + entry.bytes.length, 0);
    const sum = addUsage(added.get(device) ?? noUsage, { logs: begins, entries: fresh.length, bytes });
    const answer = options.quotas(device, sum);
    if (answer !== 'fits') return { type: answer, log: id, seq: first.seq, device };
    added.set(device, sum);
    return null;
  }

  /** A laptop that sends log after log fills nobody's list to where it cannot be told any more. */
  function beginsTooMany(received: Received): boolean {
    if (!isNew(log, received)) return false;
    if (held >= limits.receivedLogs) return true;
    held += 1;
    return false;
  }
}

function isNew(log: EventLog, { fresh }: Pick<Received, 'fresh'>): boolean {
  return fresh[0] !== undefined && log.head(fresh[0].log) === null;
}

/** Whether the batch may be stored, and how. */
export function receiveBatch(
  log: EventLog,
  crypto: Crypto,
  batch: Batch,
  options: ReceiveOptions,
): Result<Received, ReceiveError> {
  const chain = chainOf(log, batch, crypto);
  if (!chain.ok) return chain;
  const { origin, entries } = chain.value;
  const placed = place(log, crypto, batch.log, chain.value, options);
  if (!placed.ok) return placed;
  const { fresh, moves, forkedAt } = placed.value;
  const end = present(entries.at(-1), 'a batch is not empty');
  const received = { origin, moves, forkedAt, end: { seq: end.seq, hash: end.hash } };
  const last = fresh.at(-1);
  if (last === undefined) return ok({ ...received, fresh });
  const opening =
    chain.value.opening ??
    openingHeld(log, origin, crypto) ??
    openingOf(present(entries[0], 'the first').envelope, crypto);
  if (opening === null || !crypto.verify(base32Bytes(opening.signingKey), last.bytes, batch.signature)) {
    return err({ type: 'bad-signature', log: batch.log, seq: last.seq });
  }
  return ok({ ...received, fresh: [...fresh.slice(0, -1), { ...last, signature: batch.signature }] });
}

/** The batch in itself: whole envelopes of one log and writer, numbered and chained. */
function chainOf(log: EventLog, batch: Batch, crypto: Crypto): Result<Chain, ReceiveError> {
  const fail = (type: ReceiveError['type'], seq: number) => err({ type, log: batch.log, seq });
  if (batch.entries.length === 0 || batch.entries.length > limits.batchEntries) return fail('too-much', 0);
  const entries: Link[] = [];
  let lengthBytes = 0;
  const { from } = batch;
  const opening = from === undefined ? null : openingHeld(log, from.origin, crypto);
  let place = from === undefined || opening === null ? null : startOf(from, opening, crypto);
  for (const sent of batch.entries) {
    const before = entries.at(-1);
    const isWhole = !isCompacted(sent);
    if (!isWhole && place === null) return fail('gap', from?.seq ?? 1);
    const bytes = isWhole || place === null ? sent : expanded(sent, place);
    const envelope = decodeEnvelope(bytes);
    const first = entries[0]?.envelope ?? envelope;
    if (envelope === null || envelope.log !== first?.log) return fail('malformed', (before?.seq ?? 0) + 1);
    const { seq } = envelope;
    lengthBytes += bytes.length;
    if (seq > limits.entriesPerLog || lengthBytes > limits.sentBytes) return fail('too-much', seq);
    if (before !== undefined && seq !== before.seq + 1) return fail('gap', seq);
    if (before !== undefined && !continues(before, envelope)) return fail('bad-chain', seq);
    const hash = crypto.hash(bytes);
    entries.push({ seq, bytes, hash, envelope });
    place = { log: envelope.log, device: envelope.device, seq: seq + 1, prevHash: hash };
  }
  const origin = present(entries[0], 'a batch is not empty').envelope.log;
  // Whole entries name their log themselves, whatever the batch says.
  return ok({ origin, entries, opening: origin === from?.origin ? opening : null });
}

function startOf({ origin, seq, prevHash }: BatchStart, { signingKey }: LogOpened, crypto: Crypto): Place {
  return { log: origin, device: deviceIdOf(base32Bytes(signingKey), crypto), seq, prevHash };
}

/** Under `id`: what is known, what goes on there, and what leaves it. */
function place(
  log: EventLog,
  crypto: Crypto,
  id: LogId,
  { origin, entries, opening }: Chain,
  options: ReceiveOptions,
): Result<Placed, ReceiveError> {
  const first = present(entries[0], 'a chain is not empty');
  const fail = (type: ReceiveError['type'], seq: number) => err({ type, log: id, seq });
  const head = log.head(id);
  if (head === null) {
    const wrong = id === origin ? beginsLog(first, crypto) : beginsBranch(log, id, first);
    if (wrong !== null) return fail(wrong, first.seq);
    // Held under another id, as long as the laptops differ in which branch keeps the log's.
    const held = id === origin ? null : entryOf(log, origin, first.seq, first.hash);
    if (held !== null) return place(log, crypto, held.log, { origin, entries, opening }, options);
    return ok({ fresh: stored(id, entries), moves: [], forkedAt: null });
  }
  const [oldest] = log.read(id, 0, { entries: 1, bytes: 0 });
  if (decodeEnvelope(present(oldest, 'a held log').bytes)?.log !== origin) return fail('malformed', first.seq);
  if (first.seq > head.seq + 1 || first.seq < (oldest?.seq ?? 1)) return fail('gap', first.seq);
  const differing = entries.find(({ seq, hash }) => {
    const held = seq > head.seq ? null : entryAt(log, id, seq);
    return held !== null && !equalBytes(held.hash, hash);
  });
  if (differing !== undefined) {
    // The first entry of all names the writer, and the first of a branch names the branch: neither can have two forms.
    if (differing.seq === oldest?.seq) return fail('bad-opening', differing.seq);
    const before = present(entryAt(log, id, differing.seq - 1), 'a log has no gaps');
    if (!continues(linkOf(before), differing.envelope)) return fail('fork', differing.seq);
    const rest = { origin, entries: entries.slice(entries.indexOf(differing)), opening: null };
    return fork(log, crypto, id, rest, options);
  }
  const next = entries.find(({ seq }) => seq === head.seq + 1);
  if (next === undefined) return ok({ fresh: [], moves: [], forkedAt: null });
  const last = present(entryAt(log, id, head.seq), 'the head is stored');
  if (!continues(linkOf(last), next.envelope)) return fail('fork', next.seq);
  return ok({ fresh: stored(id, entries.slice(entries.indexOf(next))), moves: [], forkedAt: null });
}

/** `rest` leaves `id` with its first entry: as a branch of its own, or, when following, in the place of the one held here. */
function fork(
  log: EventLog,
  crypto: Crypto,
  id: LogId,
  rest: Chain,
  options: ReceiveOptions,
): Result<Placed, ReceiveError> {
  const first = present(rest.entries[0], 'a chain is not empty');
  const branch = branchIdOf(first.hash);
  const placed = place(log, crypto, branch, rest, options);
  if (!placed.ok) return placed;
  const { fresh, moves } = placed.value;
  if (!options.follow) return ok({ fresh, moves, forkedAt: first.seq });
  const held = present(entryAt(log, id, first.seq), 'it differs from one that is held');
  const aside = { log: id, fromSeq: first.seq, to: branchIdOf(held.hash) };
  const here = log.head(branch) === null ? [] : [{ log: branch, fromSeq: first.seq, to: id }];
  return ok({
    fresh: fresh.map((entry) => (entry.log === branch ? { ...entry, log: id } : entry)),
    moves: [...moves, aside, ...here],
    forkedAt: first.seq,
  });
}

function stored(log: LogId, entries: readonly Link[]): ReadEntry[] {
  return entries.map((link) => ({ ...link, log, signature: null }));
}
