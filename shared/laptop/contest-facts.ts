/**
 * What the logs of a folder say: their entries read into facts, the facts folded into the contest, and whoever listens told.
 * A contest key that is learned makes the committee's facts readable, a data key
 * that is learned makes one more log readable: its facts follow the others, whose order between logs does not
 * matter (rules E3, L6, L7, L13). What comes too late for a seal in force is kept and said, not folded (Z6).
 */
import { emptyContest, type Contest } from '../domain/contest.ts';
import type { LogOpened, RecordedEvent } from '../domain/facts/events.ts';
import { applyEvents, foldEvents } from '../domain/facts/evolve.ts';
import { lateFacts, standingSeals, type WhyLate } from '../domain/seal.ts';
import type { LogId } from '../domain/ids.ts';
import { equalBytes } from '../lib/bytes.ts';
import type { ReadEntry } from '../log/chain.ts';
import { compareClocks, merge, type ClockReading } from '../log/hybrid-clock.ts';
import { createLogReader, type LogReader } from '../log/read.ts';
import { limits } from '../limits.ts';
import type { Usage } from '../log/quotas.ts';
import type { EventLog, LogHead, StoredEntry } from '../ports.ts';
import type { ContestKeys } from './contest-keys.ts';
import type { DataKeys, KeyFacts } from './data-keys.ts';
import { createListeners } from './listeners.ts';
import type { LaptopPorts } from './ports.ts';

/** Facts that came to be: further ones, or all of them anew because earlier ones read differently now. */
export type ContestChange =
  | { readonly type: 'appended'; readonly events: readonly RecordedEvent[] }
  | { readonly type: 'reset' };

export interface ContestFacts {
  readonly contest: () => Contest;
  readonly recorded: () => readonly RecordedEvent[];
  /** Who opened each log that is held. */
  readonly openings: () => ReadonlyMap<LogId, LogOpened>;
  readonly ofKeys: () => KeyFacts;
  /** The contest key that a log has named last, by its hash (rule L19). */
  readonly contestKeyAt: (log: LogId) => string | null;
  /** What each device has written. */
  readonly usage: () => ReadonlyMap<string, Usage>;
  /** Further stored entries. */
  readonly take: (entries: readonly StoredEntry[]) => void;
  /** All logs anew: a branch has changed its id. */
  readonly readAgain: () => void;
  /** What the next fact of the committee or of a seat has to come after. */
  readonly readingBefore: (role: 'committee' | 'seat') => ClockReading;
  readonly subscribe: (listener: (change: ContestChange) => void) => () => void;
}

/** Whole logs from their first entries on, by id. */
export type VerifiedEntries = ReadonlyMap<LogId, readonly ReadEntry[]>;

const nothingRead: VerifiedEntries = new Map();

/** `verified`: logs that need not be read again, as far as they are as long now as then. `committeeKey`: the committee's public signing key, base32. */
export function readContestFacts(
  { crypto, clock }: Pick<LaptopPorts, 'crypto' | 'clock'>,
  log: EventLog,
  verified: VerifiedEntries,
  committeeKey: string,
  dataKeys: DataKeys,
  contestKeys: Pick<ContestKeys, 'of' | 'learn'>,
): ContestFacts {
  const listeners = createListeners<ContestChange>();
  let contest: Contest = emptyContest;
  /** As they are folded; null: nothing is late, all that was read is. */
  let withLate: RecordedEvent[] | null = null;
  let whyLate: WhyLate | null = null;
  let reader = readEverything(verified);
  foldEverything();
  learnKeys();

  return {
    contest: () => contest,
    recorded: () => withLate ?? reader.recorded(),
    openings: () => reader.openings(),
    ofKeys,
    contestKeyAt: (id) => reader.contestKeyAt(id),
    usage: () => reader.usage(),
    take,
    readAgain: () => {
      reader = readEverything(nothingRead);
      foldEverything();
      learnKeys();
      listeners.tell({ type: 'reset' });
    },
    readingBefore,
    subscribe: listeners.add,
  };

  function readEverything(known: VerifiedEntries): LogReader {
    const next = createLogReader({
      crypto,
      founder: committeeKey,
      keyOf: dataKeys.readingKeyOf,
      contestKeyOf: contestKeys.of,
    });
    // A branch begins after what it left.
    const logs = log.heads().map((head) => entriesUpTo(known, head) ?? readAll(log, head.log));
    for (const entries of logs.toSorted((a, b) => (a[0]?.seq ?? 0) - (b[0]?.seq ?? 0))) next.add(entries);
    next.refresh();
    return next;
  }

  function foldEverything(): void {
    const all = reader.recorded();
    contest = foldEvents(all);
    whyLate = lateFacts(contest, reader.recorded);
    withLate = whyLate === null ? null : all.map(unlessLate);
    if (withLate !== null) contest = foldEvents(withLate);
  }

  /** [Z6] [Z12] */
  function unlessLate(recorded: RecordedEvent): RecordedEvent {
    const reason = whyLate?.(recorded) ?? null;
    return reason === null
      ? recorded
      : { ...recorded, event: { type: 'unapplied', reason, name: recorded.event.type } };
  }

  function learnKeys(): void {
    contestKeys.learn(contest, () => followed(reader.learnContestKey()));
    dataKeys.learn(ofKeys(), (id) => followed(reader.learn(id)));
  }

  /** Without the branches: they have the data key of their log. */
  function ofKeys(): KeyFacts {
    const branches = reader.branches();
    return { contest, openings: new Map([...reader.openings()].filter(([id]) => !branches.has(id))) };
  }

  function take(entries: readonly StoredEntry[]): void {
    const change = reader.add(entries);
    if (change.type === 'appended' && change.events.length === 0) return learnKeys();
    followed(change);
  }

  function followed(change: ContestChange): void {
    const told = change.type === 'appended' ? appended(change.events) : null;
    if (told === null) foldEverything();
    learnKeys();
    listeners.tell(told === null ? { type: 'reset' } : { type: 'appended', events: told });
  }

  /** What was folded further; null: a seal came into force or was opened, the scores were, or other groups are in a sealed category, so all is folded anew. */
  function appended(events: readonly RecordedEvent[]): readonly RecordedEvent[] | null {
    const folded = events.map(unlessLate);
    const seals = standingSeals(contest);
    const contestants = contest.setup?.contestants;
    const { scoresOpening } = contest;
    contest = applyEvents(contest, folded);
    const after = standingSeals(contest);
    if (after.length !== seals.length || after.some(({ code }, at) => code !== seals[at]?.code)) return null;
    if (contest.scoresOpening !== scoresOpening) return null;
    if (after.length > 0 && contest.setup?.contestants !== contestants) return null;
    withLate?.push(...folded);
    return folded;
  }

  function readingBefore(role: 'committee' | 'seat'): ClockReading {
    const nowMs = clock.nowMs();
    const seen = merge({ ms: nowMs, counter: 0 }, reader.latest(), nowMs);
    // Its facts are read in the order of their clocks: in a new log (a copy gone on with) they must not fall before the old ones.
    const own = role === 'committee' ? reader.latestOfCommittee() : seen;
    return compareClocks(own, seen) > 0 ? own : seen;
  }
}

/** Null where the log has gone on since, or was not read. */
function entriesUpTo(known: VerifiedEntries, { log: id, seq, hash }: LogHead): readonly ReadEntry[] | null {
  const entries = known.get(id) ?? [];
  const last = entries.at(-1);
  return last?.seq === seq && equalBytes(last.hash, hash) ? entries : null;
}

function readAll(log: EventLog, id: LogId): StoredEntry[] {
  const all: StoredEntry[] = [];
  for (;;) {
    const batch = log.read(id, all.at(-1)?.seq ?? 0, { entries: limits.batchEntries, bytes: limits.batchBytes });
    if (batch.length === 0) return all;
    all.push(...batch);
  }
}
