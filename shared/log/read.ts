/**
 * From stored entries to facts that may be applied: opens payloads with the keys held, and asks who wrote them
 * (rules L6, L7, D1, I6). Committee logs are those signed by a trusted committee key; a seat's log counts once its device
 * is admitted to that seat. Facts come in one order on every laptop: the committee's, then each seat log by id.
 */
import { present } from '../lib/assert.ts';
import { compareText } from '../lib/order.ts';
import { authorOf, type Author, type LogOpened, type RecordedEvent } from '../domain/events.ts';
import { entryRef } from '../domain/ids.ts';
import type { Crypto, StoredEntry } from '../ports.ts';
import { decodeEnvelope, openPayload, type Envelope } from './entry.ts';
import { compareClocks, type ClockReading } from './hybrid-clock.ts';
import { openingOf } from './receive.ts';
import { upcast } from './upcast.ts';

export interface LogReaderOptions {
  readonly crypto: Crypto;
  /** Base32 public signing keys of the committee. */
  readonly committeeKeys: ReadonlySet<string>;
  /** The data key of a seat's log, if this laptop holds it. */
  readonly dataKeyOf: (log: string) => Uint8Array | null;
}

/** Entries that follow the facts known so far, or a new beginning because earlier facts read differently now. */
export type ReadChange =
  | { readonly type: 'appended'; readonly events: readonly RecordedEvent[] }
  | { readonly type: 'reset' };

export interface LogReader {
  /** Takes entries in, in log order (gap-free per log). */
  readonly add: (entries: readonly StoredEntry[]) => ReadChange;
  /** Reads everything again, e.g. after a data key was learnt. */
  readonly refresh: () => void;
  /** Every fact that this laptop can read, in the order of the fold. */
  readonly recorded: () => readonly RecordedEvent[];
  /** Who opened a log. */
  readonly openings: () => ReadonlyMap<string, LogOpened>;
  /** The latest clock reading seen. */
  readonly latest: () => ClockReading;
  /** The reading of the committee's last fact: what it says next has to come after it, whatever the clock here shows. */
  readonly latestOfCommittee: () => ClockReading;
}

interface OpenedLog {
  readonly id: string;
  readonly opening: LogOpened;
  readonly device: string;
  readonly envelopes: { readonly envelope: Envelope; readonly hash: Uint8Array }[];
}

interface CommitteeFact {
  readonly recorded: RecordedEvent;
  readonly clock: ClockReading;
  readonly log: string;
  readonly seq: number;
}

/** What the committee's facts say of one device. */
interface Admission {
  readonly seat: string;
  readonly signingKey: string;
  /** Null: not revoked. */
  readonly upTo: ReadonlyMap<string, number> | null;
}

export function createLogReader(options: LogReaderOptions): LogReader {
  const logs = new Map<string, OpenedLog>();
  let recorded: RecordedEvent[] = [];
  let lastCommittee: CommitteeFact | null = null;
  let admissions = new Map<string, Admission>();
  let latest: ClockReading = { ms: 0, counter: 0 };
  let stale = false;

  function add(entries: readonly StoredEntry[]): ReadChange {
    const events: RecordedEvent[] = [];
    let reset = false;
    for (const entry of entries) {
      const envelope = present(decodeEnvelope(entry.bytes), 'a stored entry decodes');
      if (compareClocks(envelope.clock, latest) > 0) latest = envelope.clock;
      const log = take(envelope, entry.hash);
      if (reset || envelope.seq === 1) continue;
      if (isCommittee(log)) {
        const fact = committeeFact(log, envelope);
        const inOrder = lastCommittee === null || compareCommittee(lastCommittee, fact) < 0;
        if (!inOrder || changesAdmission(fact.recorded)) reset = true;
        else lastCommittee = fact;
        events.push(fact.recorded);
      } else {
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

  function take(envelope: Envelope, hash: Uint8Array): OpenedLog {
    const held = logs.get(envelope.log);
    if (held !== undefined) {
      held.envelopes.push({ envelope, hash });
      return held;
    }
    const opening = present(openingOf(envelope, options.crypto), 'a log begins with its opening');
    const log = { id: envelope.log, opening, device: envelope.device, envelopes: [{ envelope, hash }] };
    logs.set(envelope.log, log);
    return log;
  }

  function isCommittee(log: OpenedLog): boolean {
    return log.opening.role === 'committee' && options.committeeKeys.has(log.opening.signingKey);
  }

  function committeeFact(log: OpenedLog, envelope: Envelope): CommitteeFact {
    const author: Author = { role: 'committee', device: log.device };
    return {
      recorded: fact(envelope, author, 'committee', null),
      clock: envelope.clock,
      log: log.id,
      seq: envelope.seq,
    };
  }

  /** Nothing for a log of another seat whose key is not held: it is carried, not read. */
  function seatFact(log: OpenedLog, envelope: Envelope): RecordedEvent[] {
    const admission = admissions.get(log.device);
    const { seat } = log.opening;
    if (seat === null || admission === undefined) return [];
    if (admission.seat !== seat || admission.signingKey !== log.opening.signingKey) return [];
    const key = options.dataKeyOf(log.id);
    if (key === null) return [];
    const author: Author = { role: 'seat', seat, device: log.device };
    if (admission.upTo !== null && envelope.seq > (admission.upTo.get(log.id) ?? 0)) {
      const ref = entryRef(log.id, envelope.seq);
      return [
        { ref, atMs: envelope.clock.ms, author, event: { type: 'unapplied', reason: 'revoked-device', name: null } },
      ];
    }
    return [fact(envelope, author, 'seat', key)];
  }

  function fact(envelope: Envelope, author: Author, role: 'committee' | 'seat', key: Uint8Array | null): RecordedEvent {
    const base = { ref: entryRef(envelope.log, envelope.seq), atMs: envelope.clock.ms, author };
    const raw = openPayload(envelope, key, options.crypto);
    if (raw === null) return { ...base, event: { type: 'unapplied', reason: 'unreadable', name: null } };
    const { event, name } = upcast(raw);
    if (event === null) return { ...base, event: { type: 'unapplied', reason: 'unknown-event', name } };
    if (authorOf(event.type) !== role) return { ...base, event: { type: 'unapplied', reason: 'wrong-author', name } };
    return { ...base, event };
  }

  function refresh(): void {
    const committee = [...logs.values()]
      .filter(isCommittee)
      .flatMap((log) => log.envelopes.filter(isAfterOpening).map(({ envelope }) => committeeFact(log, envelope)))
      .toSorted(compareCommittee);
    lastCommittee = committee.at(-1) ?? null;
    admissions = admissionsOf(committee.map((each) => each.recorded.event));
    const seats = [...logs.values()].filter((log) => !isCommittee(log)).toSorted((a, b) => compareText(a.id, b.id));
    recorded = [
      ...committee.map((each) => each.recorded),
      ...seats.flatMap((log) =>
        log.envelopes.filter(isAfterOpening).flatMap(({ envelope }) => seatFact(log, envelope)),
      ),
    ];
    stale = false;
  }

  return {
    add,
    refresh,
    recorded: () => {
      if (stale) refresh();
      return recorded;
    },
    openings: () => new Map([...logs.values()].map((log) => [log.id, log.opening])),
    latest: () => latest,
    latestOfCommittee: () => lastCommittee?.clock ?? { ms: 0, counter: 0 },
  };
}

function isAfterOpening({ envelope }: { readonly envelope: Envelope }): boolean {
  return envelope.seq > 1;
}

function compareCommittee(a: CommitteeFact, b: CommitteeFact): number {
  if (a.log === b.log) return a.seq - b.seq;
  return compareClocks(a.clock, b.clock) || compareText(a.log, b.log);
}

function changesAdmission({ event }: RecordedEvent): boolean {
  return event.type === 'device-admitted' || event.type === 'device-revoked';
}

function admissionsOf(events: readonly RecordedEvent['event'][]): Map<string, Admission> {
  const admissions = new Map<string, Admission>();
  for (const event of events) {
    if (event.type === 'device-admitted') {
      admissions.set(event.device, { seat: event.seat, signingKey: event.signingKey, upTo: null });
    }
    const known = event.type === 'device-revoked' ? admissions.get(event.device) : undefined;
    if (event.type === 'device-revoked' && known !== undefined) {
      admissions.set(event.device, { ...known, upTo: new Map(event.upTo.map(({ log, seq }) => [log, seq])) });
    }
  }
  return admissions;
}
