/**
 * Anti-entropy between two laptops that have proven themselves (rules S6-S10, L13): say what one has, send what the other
 * lacks, take what extends a log, confirm only what is on disk. The logs are the only memory; a `Link` is what is known of
 * the other side and may be thrown away at any moment. Every frame may be lost, doubled or late. A step does a bounded
 * amount of work: what is left over goes on with the next confirmation or tick.
 */
import { present } from '../lib/assert.ts';
import { equalBytes } from '../lib/bytes.ts';
import type { Result } from '../lib/result.ts';
import { limits } from '../limits.ts';
import { entryAt } from '../log/branches.ts';
import type { Batch, Received } from '../log/receive.ts';
import type { ReceiveError } from '../log/chain.ts';
import type { Clock, EventLog, LogHead, StoredEntry, Transport } from '../ports.ts';
import { encodeEntries, type EncodeEntries } from './entry-frames.ts';
import { createPace, hearBack, isLost, isTimeToSay, sayNext, type Pace, type UnderWay } from './pace.ts';
import {
  decodeSyncFrame,
  encodeFrame,
  protocolVersion,
  type Battery,
  type EntriesFrame,
  type HaveFrame,
} from './protocol.ts';
import type { DeviceId, LogId } from '../domain/ids.ts';

export interface SyncPorts {
  readonly log: Pick<EventLog, 'heads' | 'head' | 'read'>;
  readonly clock: Clock;
  /** Milliseconds by a clock that does not jump. */
  readonly elapsedMs: () => number;
  readonly transport: Transport;
  readonly application: string;
  /** Of this laptop. Absent, or null: not known. */
  readonly battery?: () => Battery | null;
  /**
   * Checks each batch (all of different logs) and stores what is right, in one transaction. When it returns, the entries
   * are durable; it throws when the disk refuses.
   */
  readonly receive: (batches: readonly Batch[]) => readonly Result<Received, ReceiveError>[];
  /** How far further laptops hold a log, as far as this one knows. */
  readonly copiesOf: (log: LogId) => readonly number[];
  readonly report: (problem: SyncProblem) => void;
  /** Logs that the other side need not have soon: they wait until `maySpread`. Absent: none. */
  readonly isLater?: (log: LogId) => boolean;
  /** Whether a frame of these may leave now: asked once for each. */
  readonly maySpread?: () => boolean;
  /** Logs that say who may write: sent before all others. Absent: none. */
  readonly comesFirst?: (log: LogId) => boolean;
  /** Absent: each frame is encoded for itself. */
  readonly encodeEntries?: EncodeEntries;
}

export type SyncProblem =
  | { readonly type: 'fork'; readonly log: LogId; readonly seq: number }
  | { readonly type: 'refused-entries'; readonly log: LogId; readonly seq: number; readonly reason: string }
  /** That device has filled what is its due: of what it writes further nothing is taken. */
  | { readonly type: 'over-quota'; readonly log: LogId; readonly device: DeviceId }
  | { readonly type: 'bad-frame'; readonly reason: string };

/** What this laptop knows of one other laptop, as long as they are connected. */
export interface Link {
  readonly their: Map<LogId, { readonly seq: number; readonly hash: Uint8Array }>;
  /** Sent and perhaps not yet confirmed. */
  readonly sent: Map<LogId, UnderWay>;
  readonly pace: Pace;
  /** How far yet other laptops hold a log, as the other side says. */
  readonly copies: Map<LogId, readonly number[]>;
  /** Logs in which the two sides differ, and up to which entry they are known to agree: each sends its branch from there. */
  readonly forked: Map<LogId, number>;
  /** Logs whose entries are not valid or too many: left alone, reported once. */
  readonly refused: Set<LogId>;
  /** Logs of which something came that cannot be stored yet. */
  readonly later: Set<LogId>;
  /** Logs that the other side sends when it has time. */
  readonly unhurried: Set<LogId>;
  application: string | null;
  /** The other side's clock minus ours, milliseconds. */
  clockOffsetMs: number | null;
  /** The other side's. */
  battery: Battery | null;
}

export type SyncInput =
  | { readonly type: 'opened' }
  | { readonly type: 'tick' }
  | { readonly type: 'frame'; readonly frame: Uint8Array }
  /** Entries were stored here. */
  | { readonly type: 'appended' };

export function createLink(): Link {
  return {
    their: new Map(),
    sent: new Map(),
    pace: createPace(),
    copies: new Map(),
    forked: new Map(),
    refused: new Set(),
    later: new Set(),
    unhurried: new Set(),
    application: null,
    clockOffsetMs: null,
    battery: null,
  };
}

/** One step of one link. */
export function step(ports: SyncPorts, link: Link, input: SyncInput): void {
  switch (input.type) {
    case 'opened':
      return sendNumberedHave(ports, link);
    case 'tick':
      forgetLost(link);
      // First of all: what this tick says itself would count as something that waits.
      spread(ports, link);
      if (isTimeToSay(link.pace)) sendNumberedHave(ports, link);
      return pump(ports, link);
    case 'appended':
      return pump(ports, link);
    case 'frame':
      return receiveFrame(ports, link, input.frame);
  }
}

/** Entries that the other side has, as far as it said, and this laptop has not; without logs that it does not take, or that come later. */
export function missingHere(log: Pick<EventLog, 'head'>, link: Link): number {
  let missing = 0;
  for (const [id, { seq }] of link.their) {
    if (!link.refused.has(id) && !link.later.has(id) && !link.unhurried.has(id))
      missing += Math.max(0, seq - (log.head(id)?.seq ?? 0));
  }
  return missing;
}

function receiveFrame(ports: SyncPorts, link: Link, bytes: Uint8Array): void {
  const decoded = decodeSyncFrame(bytes);
  if (!decoded.ok) {
    ports.report({ type: 'bad-frame', reason: decoded.error.type });
    ports.transport.send(encodeFrame({ type: 'bye', reason: decoded.error.type, message: '' }));
    return ports.transport.close(decoded.error.type);
  }
  const frame = decoded.value;
  switch (frame?.type) {
    case 'have':
      noteHave(ports, link, frame);
      if (frame.mark !== undefined) ports.transport.send(encodeFrame({ type: 'heard', mark: frame.mark }));
      return pump(ports, link);
    case 'heard':
      return hearBack(link.pace, frame.mark, ports.elapsedMs());
    case 'entries':
      return receiveEntries(ports, link, frame);
    case 'ack':
      // Only what is held here can have been sent: anything else is not worth remembering.
      for (const head of frame.logs) if (ports.log.head(head.log) !== null) noteHead(ports, link, head);
      return pump(ports, link);
    case 'bye':
      return ports.transport.close(frame.reason);
    case undefined:
      return;
  }
}

function sendNumberedHave(ports: SyncPorts, link: Link): void {
  if (ports.transport.bufferedBytes() > limits.bufferedBytes) return;
  sendHave(ports, sayNext(link.pace, ports.elapsedMs()));
}

function sendHave({ log, clock, transport, application, battery, copiesOf, isLater }: SyncPorts, mark?: number): void {
  if (transport.bufferedBytes() > limits.bufferedBytes) return;
  const heads = log.heads();
  const isLong = heads.length > limits.logsWithCopies;
  const logs = heads.map((head) => ({
    ...(isLong ? plainHead(head) : withCopies(head, copiesOf)),
    ...(isLater?.(head.log) === true ? { later: true } : {}),
  }));
  const known = battery?.() ?? null;
  const frame = {
    type: 'have' as const,
    version: protocolVersion,
    application,
    clockMs: clock.nowMs(),
    ...(known === null ? {} : { battery: known }),
    logs,
  };
  transport.send(encodeFrame(mark === undefined ? frame : { ...frame, mark }));
}

function noteHave(ports: SyncPorts, link: Link, frame: HaveFrame): void {
  link.application = frame.application;
  link.pace.answers ||= frame.mark !== undefined;
  link.clockOffsetMs = frame.clockMs - ports.clock.nowMs();
  link.battery = frame.battery ?? null;
  link.their.clear();
  link.copies.clear();
  link.unhurried.clear();
  for (const head of frame.logs) {
    if (noteHead(ports, link, head) && link.forked.delete(head.log)) link.their.set(head.log, plainHead(head));
    link.copies.set(head.log, head.copies ?? []);
    if (head.later === true) link.unhurried.add(head.log);
  }
}

/** Takes note of how far the other side is. @returns whether both sides are seen to hold the same up to there. */
function noteHead(ports: SyncPorts, link: Link, { log: id, seq, hash }: LogHead): boolean {
  link.their.set(id, { seq, hash });
  const mine = ports.log.head(id);
  if (mine === null || link.refused.has(id)) return false;
  const held = seq > mine.seq ? null : entryAt(ports.log, id, seq);
  const common = link.forked.get(id);
  if (held === null) {
    // Longer than what is here: nothing to compare. Where the two are known to differ, it still lacks this side's branch.
    if (common !== undefined) agreeUpTo(link, id, common);
    return false;
  }
  if (!equalBytes(held.hash, hash)) {
    noteFork(ports, link, id, 0, seq);
    return false;
  }
  if (common !== undefined) agreeUpTo(link, id, Math.max(common, seq));
  return true;
}

/** [L13] The two sides differ after `common`, and this one sends what it holds from there on. */
function noteFork(ports: SyncPorts, link: Link, id: LogId, common: number, seq: number): void {
  const known = link.forked.get(id);
  if (known === undefined) {
    link.sent.delete(id);
    ports.report({ type: 'fork', log: id, seq });
  }
  agreeUpTo(link, id, Math.max(known ?? 0, common));
}

function agreeUpTo(link: Link, id: LogId, seq: number): void {
  link.forked.set(id, seq);
  link.their.set(id, { seq, hash: new Uint8Array(0) });
}

function receiveEntries(ports: SyncPorts, link: Link, frame: EntriesFrame): void {
  const batches = frame.batches.filter((batch) => !link.refused.has(batch.log));
  const received = ports.receive(batches);
  const held: LogHead[] = [];
  let isBehind = false;
  for (const [index, result] of received.entries()) {
    const { log: id } = present(batches[index], 'an answer for each batch');
    if (result.ok) held.push(...noteReceived(ports, link, id, result.value));
    else if (result.error.type === 'not-yet') link.later.add(id);
    else if (result.error.type === 'gap' || result.error.type === 'fork') isBehind = true;
    else refuse(ports, link, result.error);
  }
  if (held.length > 0) ports.transport.send(encodeFrame({ type: 'ack', logs: held }));
  // Something before it is not here, or differs: say where this laptop stands, and the other side begins where it must.
  if (isBehind) sendHave(ports);
}

/** @returns what may be confirmed: the end of the batch, and what is held under its id beyond that. */
function noteReceived(ports: SyncPorts, link: Link, id: LogId, { forkedAt, end }: Received): LogHead[] {
  link.later.delete(id);
  const head = ports.log.head(id);
  const held = entryAt(ports.log, id, end.seq);
  const isHere = held !== null && equalBytes(held.hash, end.hash);
  if (forkedAt !== null) noteFork(ports, link, id, forkedAt - 1, forkedAt);
  if (isHere && forkedAt !== null) link.forked.delete(id);
  if ((isHere || forkedAt === null) && end.seq > (link.their.get(id)?.seq ?? 0)) link.their.set(id, end);
  return head === null || head.seq === end.seq ? [{ log: id, ...end }] : [{ log: id, ...end }, plainHead(head)];
}

function refuse({ report, transport }: SyncPorts, link: Link, { type, log, seq, device }: ReceiveError): void {
  link.refused.add(log);
  if (type === 'over-quota' && device !== undefined) report({ type, log, device });
  else report({ type: 'refused-entries', log, seq, reason: type });
  // No laptop has so many logs: this one makes them up.
  if (link.refused.size >= limits.refusedLogs) transport.close('refused-entries');
}

/** Entries that were sent and not confirmed are taken for lost once the other side has surely passed them. */
function forgetLost({ sent, their, pace }: Link): void {
  for (const [log, underWay] of sent) {
    const confirmed = their.get(log)?.seq ?? 0;
    if (underWay.seq > 0 && underWay.seq <= confirmed) sent.delete(log);
    else if (!isLost(pace, underWay)) sent.set(log, { ...underWay, ticks: underWay.ticks + 1 });
    else sent.set(log, { ...underWay, seq: 0, ticks: 0, lost: confirmed > underWay.from ? 0 : underWay.lost + 1 });
  }
}

/**
 * Sends what the other side lacks, of all logs together. While something is on its way, little waits for its confirmation:
 * a slow laptop gets fewer, larger frames (one transaction each) by itself. Only a backlog keeps several on their way.
 */
function pump(ports: SyncPorts, link: Link): void {
  const rank = ({ log }: Lacking): number => (ports.comesFirst?.(log) === true ? 0 : 1);
  for (let frames = 0; frames < limits.framesPerStep; frames += 1) {
    const lacking = lackingThere(ports, link, false);
    const waiting = lacking.reduce((sum, each) => sum + each.waiting, 0);
    const underWay = lacking.reduce((sum, each) => sum + each.underWay, 0);
    const isBacklog = waiting >= limits.frameEntries && underWay < limits.entriesInFlight;
    if (waiting === 0 || (underWay > 0 && !isBacklog)) return;
    if (ports.transport.bufferedBytes() > limits.bufferedBytes) return;
    // Then the least: a laptop that writes without end must not keep the others from being passed on.
    const order = (a: Lacking, b: Lacking) => rank(a) - rank(b) || a.waiting - b.waiting;
    sendEntries(ports, link, lacking.toSorted(order));
  }
}

/** Nothing else waits for the other side: what it may have later, one frame at a time. */
function spread(ports: SyncPorts, link: Link): void {
  if (ports.isLater === undefined || ports.transport.bufferedBytes() > 0) return;
  const isBusy = lackingThere(ports, link, false).some(({ underWay, waiting }) => underWay + waiting > 0);
  const lacking = lackingThere(ports, link, true);
  if (isBusy || lacking.some(({ underWay }) => underWay > 0) || lacking.every(({ waiting }) => waiting === 0)) return;
  if (ports.maySpread?.() === true)
    sendEntries(
      ports,
      link,
      lacking.toSorted((a, b) => a.waiting - b.waiting),
    );
}

/** Of the logs that have no hurry, or of all others. */
function lackingThere({ log, isLater }: SyncPorts, link: Link, later: boolean): Lacking[] {
  return log.heads().flatMap((mine) => {
    const lacking = lackingOf(link, mine);
    return lacking.length === 0 || (isLater?.(mine.log) === true) !== later ? [] : lacking;
  });
}

interface Lacking {
  readonly log: LogId;
  readonly sent: number;
  /** Entries sent and not confirmed, and entries not sent. */
  readonly underWay: number;
  readonly waiting: number;
}

function lackingOf(link: Link, mine: LogHead): Lacking[] {
  const confirmed = link.their.get(mine.log)?.seq ?? 0;
  if (confirmed >= mine.seq || link.refused.has(mine.log)) return [];
  const underWay = link.sent.get(mine.log);
  const sent = Math.max(underWay?.seq ?? 0, confirmed);
  // Nothing waits for what the other side did not want before.
  const isAwaited = underWay === undefined || underWay.lost === 0;
  return [{ log: mine.log, sent, underWay: isAwaited ? sent - confirmed : 0, waiting: mine.seq - sent }];
}

/** One frame: batches of as many logs as fit. */
function sendEntries(ports: SyncPorts, link: Link, lacking: readonly Lacking[]): void {
  const { log, transport } = ports;
  const lists: (readonly StoredEntry[])[] = [];
  let entriesLeft: number = limits.frameEntries;
  let bytesLeft: number = limits.batchBytes;
  for (const { log: id, sent, waiting } of lacking) {
    if (waiting === 0 || (lists.length > 0 && (entriesLeft <= 0 || bytesLeft <= 0))) continue;
    const stored = signedBatch(log, id, sent, { entries: entriesLeft, bytes: bytesLeft }, lists.length === 0);
    const last = stored.at(-1);
    // A writer may have signed so seldom that, where its log was put together from two branches, no frame holds it.
    if (last === undefined && lists.length === 0) refuse(ports, link, { type: 'too-much', log: id, seq: sent + 1 });
    if (last === undefined || last.signature === null) continue;
    lists.push(stored);
    entriesLeft -= stored.length;
    bytesLeft -= stored.reduce((sum, entry) => sum + entry.bytes.length, 0);
    const from = link.their.get(id)?.seq ?? 0;
    link.sent.set(id, { seq: last.seq, from, mark: link.pace.said, ticks: 0, lost: link.sent.get(id)?.lost ?? 0 });
  }
  if (lists.length > 0) transport.send((ports.encodeEntries ?? encodeEntries)(lists));
}

/** The next entries up to one whose signature is held; `whole`: beyond the bounds where it must be. */
function signedBatch(
  log: SyncPorts['log'],
  id: LogId,
  afterSeq: number,
  most: { readonly entries: number; readonly bytes: number },
  whole: boolean,
): readonly StoredEntry[] {
  const usual = log.read(id, afterSeq, most);
  const end = usual.findLastIndex((entry) => entry.signature !== null);
  if (end >= 0 || !whole) return usual.slice(0, end + 1);
  const long = log.read(id, afterSeq, { entries: limits.batchEntries, bytes: limits.sentBytes });
  return long.slice(0, long.findIndex((entry) => entry.signature !== null) + 1);
}

function withCopies(head: LogHead, copiesOf: SyncPorts['copiesOf']): HaveFrame['logs'][number] {
  return { ...plainHead(head), copies: plainCopies(copiesOf(head.log)) };
}

/** As a frame holds them: a laptop known to hold nothing of the log is none that has a copy. */
function plainCopies(copies: readonly number[]): number[] {
  return copies.filter((seq) => seq > 0).slice(0, limits.peers);
}

function plainHead({ log, seq, hash }: LogHead): LogHead {
  return { log, seq, hash };
}
