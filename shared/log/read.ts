/**
 * From stored entries to facts that may be applied: opens payloads with the keys held, and asks who wrote them
 * (rules L6, L7, D1; `trust/authority.ts` says as whom a log counts). Facts come in one order on every laptop: the committee's, then each seat log by id.
 * A branch (rule L13) is read like a log of its own; what its writer called by the log's id is called by the branch's here.
 */
import { present } from '../lib/assert.ts';
import { equalBytes } from '../lib/bytes.ts';
import { compareText } from '../lib/order.ts';
import {
  authorOf,
  hiddenFactsFormat,
  type Author,
  type LogOpened,
  type RecordedEvent,
} from '../domain/facts/events.ts';
import { entryRef, type DeviceId, type LogId } from '../domain/ids.ts';
import type { Crypto, StoredEntry } from '../ports.ts';
import { authorityOf, changesAuthority } from '../trust/authority.ts';
import { linkOf, type ReadEntry } from './chain.ts';
import { openPayload, type Envelope } from './entry.ts';
import { hiddenBy, type ScoresKey } from './envelope-3.ts';
import { compareClocks, type ClockReading } from './hybrid-clock.ts';
import { openingOf } from './opening.ts';
import { addUsage, noUsage, type Usage } from './quotas.ts';
import { upcast } from './upcast.ts';

export interface LogReaderOptions {
  readonly crypto: Crypto;
  /** The public signing key of the committee that founded the contest, base32. */
  readonly founder: string;
  /** What reads a seat's log, if this laptop holds it: its data key, or the key of its scores alone. */
  readonly keyOf: (log: LogId) => Uint8Array | ScoresKey | null;
  /** The contest key of that hash (rule L19), if this laptop holds it. */
  readonly contestKeyOf: (hash: string) => Uint8Array | null;
}

/** Entries that follow the facts known so far, or a new beginning because earlier facts read differently now. */
export type ReadChange =
  | { readonly type: 'appended'; readonly events: readonly RecordedEvent[] }
  | { readonly type: 'reset' };

export interface LogReader {
  /** Takes entries in, in log order (gap-free per log), a branch after the log that it left. */
  readonly add: (entries: readonly (StoredEntry | ReadEntry)[]) => ReadChange;
  /** Reads everything again. */
  readonly refresh: () => void;
  /** A key of that log has come to be held: what it and its branches say can be read now. */
  readonly learn: (log: LogId) => ReadChange;
  /** A contest key has come to be held. */
  readonly learnContestKey: () => ReadChange;
  /** By which contest key the last entry of a committee's log is hidden, or says that the next ones are; null: by none. */
  readonly contestKeyAt: (log: LogId) => string | null;
  /** Every fact that this laptop can read, in the order of the fold. */
  readonly recorded: () => readonly RecordedEvent[];
  /** Who opened a log, as it is now; a branch has the opening of its log. */
  readonly openings: () => ReadonlyMap<LogId, LogOpened>;
  /** The ids of branches that do not bear their log's id. */
  readonly branches: () => ReadonlySet<string>;
  /** What each device has written, its logs together. */
  readonly usage: () => ReadonlyMap<string, Usage>;
  /** The latest clock reading seen. */
  readonly latest: () => ClockReading;
  /** The reading of the committee's last fact: what it says next has to come after it, whatever the clock here shows. */
  readonly latestOfCommittee: () => ClockReading;
}

interface OpenedLog {
  readonly id: LogId;
  /** The id that its entries name: its own, unless it is a branch. */
  readonly origin: LogId;
  readonly firstSeq: number;
  /** What a branch left. */
  readonly parent: OpenedLog | null;
  readonly opening: LogOpened;
  readonly device: DeviceId;
  readonly envelopes: TakenEntry[];
}

interface TakenEntry {
  readonly envelope: Envelope;
  readonly hash: Uint8Array;
  /** The contest key that the committee's log has named last, by its hash. */
  readonly contestKey: string | null;
}

interface CommitteeFact {
  /** Null: the contest key that hides it is not held; it is carried, not read. */
  readonly recorded: RecordedEvent | null;
  readonly clock: ClockReading;
  readonly log: LogId;
  readonly seq: number;
}

export function createLogReader(options: LogReaderOptions): LogReader {
  const logs = new Map<string, OpenedLog>();
  const openings = new Map<LogId, LogOpened>();
  const usage = new Map<string, Usage>();
  let recorded: RecordedEvent[] = [];
  let lastCommittee: CommitteeFact | null = null;
  let authority = authorityOf(options.founder, [], []);
  let latest: ClockReading = { ms: 0, counter: 0 };
  let stale = false;

  function add(entries: readonly (StoredEntry | ReadEntry)[]): ReadChange {
    const events: RecordedEvent[] = [];
    let reset = false;
    for (const entry of entries) {
      const envelope = 'envelope' in entry ? entry.envelope : linkOf(entry).envelope;
      if (compareClocks(envelope.clock, latest) > 0) latest = envelope.clock;
      const { log, contestKey } = take(envelope, entry);
      if (reset || envelope.seq === 1) continue;
      if (log.parent !== null && envelope.seq === log.firstSeq) events.push(...forkFact(log, envelope));
      if (authority.isCommittee(log)) {
        const fact = committeeFact(log, { envelope, contestKey });
        const inOrder = lastCommittee === null || compareCommittee(lastCommittee, fact) < 0;
        if (!inOrder || (fact.recorded !== null && changesAuthority(fact.recorded.event))) reset = true;
        else lastCommittee = fact;
        if (fact.recorded !== null) events.push(fact.recorded);
      } else {
        if (authority.isAcceptedEnd(log, entry.hash)) reset = true;
        events.push(...seatFact(log, envelope));
      }
    }
    if (reset) {
      stale = true;
      return { type: 'reset' };
    }
    if (!stale) recorded.push(...events);
    return { type: 'appended', events };
  }

  function take(
    envelope: Envelope,
    { log: id, hash, bytes }: StoredEntry,
  ): { readonly log: OpenedLog; readonly contestKey: string | null } {
    const held = logs.get(id);
    const added = { logs: held === undefined ? 1 : 0, entries: 1, bytes: bytes.length };
    usage.set(envelope.device, addUsage(usage.get(envelope.device) ?? noUsage, added));
    if (held !== undefined) {
      const contestKey = contestKeyNamed(held.opening, envelope) ?? held.envelopes.at(-1)?.contestKey ?? null;
      held.envelopes.push({ envelope, hash, contestKey });
      return { log: held, contestKey };
    }
    const parent = id === envelope.log ? null : parentOf(envelope);
    const opening = parent?.opening ?? present(openingOf(envelope, options.crypto), 'a log begins with its opening');
    const { log: origin, seq: firstSeq, device } = envelope;
    const before = parent?.envelopes[firstSeq - 1 - parent.firstSeq]?.contestKey ?? null;
    const contestKey = contestKeyNamed(opening, envelope) ?? before;
    const log = { id, origin, firstSeq, parent, opening, device, envelopes: [{ envelope, hash, contestKey }] };
    logs.set(id, log);
    openings.set(id, opening);
    return { log, contestKey };
  }

  /** [L19] By the entry itself, which is readable by all. */
  function contestKeyNamed(opening: LogOpened, envelope: Envelope): string | null {
    const { role, format = 2 } = opening;
    if (role !== 'committee' || format < hiddenFactsFormat || envelope.seq === 1) return null;
    if (envelope.version !== 3 || hiddenBy(envelope) !== 'nothing') return null;
    const { event } = upcast(openPayload(envelope, null, opening, options.crypto));
    return event?.type === 'contest-key-set' ? event.hash : null;
  }

  function parentOf({ log: origin, seq, prevHash }: Envelope): OpenedLog {
    const parent = [...logs.values()].find((log) => {
      const before = log.origin === origin ? log.envelopes[seq - 1 - log.firstSeq] : undefined;
      return before !== undefined && equalBytes(before.hash, prevHash);
    });
    return present(parent, 'a branch comes after what it left');
  }

  function committeeFact(log: OpenedLog, { envelope, contestKey }: Omit<TakenEntry, 'hash'>): CommitteeFact {
    const author: Author = { role: 'committee', device: log.device };
    const key = contestKey === null ? null : options.contestKeyOf(contestKey);
    const isCarried = key === null && contestKey !== null && envelope.version === 3 && hiddenBy(envelope) !== 'nothing';
    return {
      recorded: isCarried ? null : fact(log, envelope, author, 'committee', key),
      clock: envelope.clock,
      log: log.id,
      seq: envelope.seq,
    };
  }

  /** Nothing for a log of another seat whose key is not held: it is carried, not read. */
  function seatFact(log: OpenedLog, envelope: Envelope): RecordedEvent[] {
    const author = authority.authorOf(log);
    const key = options.keyOf(log.origin);
    if (author === null || key === null) return [];
    const upTo = authority.acceptedUpTo(log);
    if (upTo !== null && envelope.seq > upTo) {
      const ref = entryRef(log.id, envelope.seq);
      return [
        { ref, atMs: envelope.clock.ms, author, event: { type: 'unapplied', reason: 'revoked-device', name: null } },
      ];
    }
    return [fact(log, envelope, author, 'seat', key)];
  }

  /** That a folder was used in two places is for people to know (rule L13). */
  function forkFact(log: OpenedLog, { seq, clock }: Envelope): RecordedEvent[] {
    const author = authority.authorOf(log);
    if (author === null) return [];
    const { seat } = log.opening;
    return [{ ref: entryRef(log.id, seq), atMs: clock.ms, author, event: { type: 'log-forked', seat } }];
  }

  function fact(
    log: OpenedLog,
    envelope: Envelope,
    author: Author,
    role: 'committee' | 'seat',
    key: Uint8Array | ScoresKey | null,
  ): RecordedEvent {
    const base = { ref: entryRef(log.id, envelope.seq), atMs: envelope.clock.ms, author };
    const payload = isInForm(log.opening, envelope) ? openPayload(envelope, key, log.opening, options.crypto) : null;
    const raw = log.parent === null ? payload : withBranchRefs(log, payload);
    if (raw === null) return { ...base, event: { type: 'unapplied', reason: 'unreadable', name: null } };
    const { event, name } = upcast(raw);
    if (event === null) return { ...base, event: { type: 'unapplied', reason: 'unknown-event', name } };
    if (authorOf(event.type) !== role) return { ...base, event: { type: 'unapplied', reason: 'wrong-author', name } };
    return { ...base, event };
  }

  function refresh(): void {
    const committee = [...logs.values()]
      .filter(authority.isCommittee)
      .flatMap((log) => log.envelopes.filter(isAfterOpening).map((taken) => committeeFact(log, taken)))
      .toSorted(compareCommittee);
    lastCommittee = committee.at(-1) ?? null;
    const committeeFacts = committee.flatMap(({ recorded: read }) => (read === null ? [] : [read]));
    const said = committeeFacts.map(({ event }) => event);
    authority = authorityOf(options.founder, said, [...logs.values()]);
    const inOrder = [...logs.values()].toSorted((a, b) => compareText(a.id, b.id));
    const seats = inOrder.filter((log) => !authority.isCommittee(log));
    const branches = inOrder.filter((log) => log.parent !== null);
    recorded = [
      // Before the fact of the same entry, as when they come one by one.
      ...branches.flatMap((log) => log.envelopes.slice(0, 1).flatMap(({ envelope }) => forkFact(log, envelope))),
      ...committeeFacts,
      ...seats.flatMap((log) =>
        log.envelopes.filter(isAfterOpening).flatMap(({ envelope }) => seatFact(log, envelope)),
      ),
    ];
    stale = false;
  }

  function learn(id: LogId): ReadChange {
    if (stale) return { type: 'reset' };
    const events = [...logs.values()]
      .filter((log) => log.origin === id && !authority.isCommittee(log))
      .flatMap((log) => log.envelopes.filter(isAfterOpening).flatMap(({ envelope }) => seatFact(log, envelope)));
    recorded = [...recorded, ...events];
    return { type: 'appended', events };
  }

  return {
    add,
    refresh,
    learn,
    learnContestKey: () => {
      stale = true;
      return { type: 'reset' };
    },
    contestKeyAt: (id) => logs.get(id)?.envelopes.at(-1)?.contestKey ?? null,
    recorded: () => {
      if (stale) refresh();
      return recorded;
    },
    openings: () => openings,
    branches: () => new Set([...logs.values()].filter((log) => log.parent !== null).map((log) => log.id)),
    usage: () => usage,
    latest: () => latest,
    latestOfCommittee: () => lastCommittee?.clock ?? { ms: 0, counter: 0 },
  };
}

/** Its writer named the branch's entries by the log's id: a text that is one of these names becomes the branch's. */
function withBranchRefs(log: OpenedLog, value: unknown): unknown {
  if (typeof value === 'string') return refInBranch(log, value);
  if (Array.isArray(value)) return value.map((item) => withBranchRefs(log, item));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withBranchRefs(log, item)]));
}

function refInBranch(log: OpenedLog, text: string): string {
  if (!text.startsWith(`${log.origin}:`)) return text;
  const seq = Number(text.slice(log.origin.length + 1));
  if (!Number.isSafeInteger(seq)) return text;
  let holder = log;
  while (holder.parent !== null && seq < holder.firstSeq) holder = holder.parent;
  return entryRef(holder.id, seq);
}

/** [L18] What is not could be read by other laptops than what is, so that they would count differently. */
function isInForm({ role, format = 2 }: LogOpened, envelope: Envelope): boolean {
  if (envelope.version !== 3) return format < 3;
  return format >= 3 && hiddenBy(envelope) !== (role === 'committee' ? 'data-key' : 'contest-key');
}

function isAfterOpening({ envelope }: { readonly envelope: Envelope }): boolean {
  return envelope.seq > 1;
}

function compareCommittee(a: CommitteeFact, b: CommitteeFact): number {
  if (a.log === b.log) return a.seq - b.seq;
  return compareClocks(a.clock, b.clock) || compareText(a.log, b.log);
}
