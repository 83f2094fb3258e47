/**
 * The history of a contest: every fact that the reader holds, in the order of the clocks, with what it changed from what to what,
 * whether that was after the group had presented, and why it is kept without effect where it is (rules T1 to T4). A pure function of
 * the facts; words are made of it in `shared/say/history.ts`.
 */
import { compareText } from '../../lib/order.ts';
import { limits } from '../../limits.ts';
import { emptyContest, isSetAside, takenBack, type Contest } from '../contest.ts';
import { applyEvents } from '../facts/evolve.ts';
import type { RecordedEvent } from '../facts/events.ts';
import {
  logOfRef,
  type AwardId,
  type CategoryId,
  type ContestantId,
  type CriterionId,
  type DeviceId,
  type JurorId,
  type LogId,
  type Ref,
  type StageId,
} from '../ids.ts';
import { allSheets } from '../score-sheet.ts';
import {
  isRanked,
  type Contestant,
  type ContestantStatus,
  type ContestSetup,
  type Juror,
  type Stage,
} from '../setup/contest-file.ts';
import { aboutFact, type About } from './about.ts';
import { presentationsIn } from './presentations.ts';
import { setupChanges, type SetupChange } from './setup-changes.ts';

/** Why a fact is kept and has no effect (rule T4). */
export type Unused =
  | 'unknown-event'
  | 'wrong-author'
  | 'revoked-device'
  | 'unreadable'
  | 'after-seal'
  | 'after-opening'
  | 'second-founding'
  | 'locked-otherwise'
  | 'lock-in-conflict'
  | 'set-aside';

export interface HistoryEntry extends About {
  readonly recorded: RecordedEvent;
  /** Of the seat that wrote it, who held it then; null: the committee wrote it. */
  readonly writer: string | null;
  /** What stood there, as its writer knew: more than one where two laptops had written. Of scores, notes and states. */
  readonly before: readonly string[];
  readonly changes: readonly SetupChange[];
  /** [T3] */
  readonly afterPresentation: boolean;
  /** [T3] It changes what stood on a sheet, or about its contestant, after the sheet had been locked for the first time. */
  readonly afterLock: boolean;
  readonly unused: Unused | null;
}

/** What things are called, the last name that was known: also of what was taken away. */
export interface HistoryNames {
  readonly contestants: ReadonlyMap<ContestantId, Contestant>;
  readonly jurors: ReadonlyMap<JurorId, Juror>;
  /** With the names of the parts of its timer. */
  readonly stages: ReadonlyMap<StageId, Stage>;
  readonly categories: ReadonlyMap<CategoryId, string>;
  readonly awards: ReadonlyMap<AwardId, string>;
  readonly criteria: ReadonlyMap<CriterionId, NamedCriterion>;
  /** What each laptop is called. */
  readonly machines: ReadonlyMap<DeviceId, string>;
}

interface NamedCriterion {
  readonly name: string;
  readonly stage: StageId;
}

export interface History {
  /** Oldest first. */
  readonly entries: readonly HistoryEntry[];
  readonly names: HistoryNames;
}

/** `contest` is folded from these very events. `machines`: what the laptop that opened each log is called, where that is known. */
export function historyOf(
  contest: Contest,
  events: readonly RecordedEvent[],
  machines: ReadonlyMap<LogId, string> = new Map(),
): History {
  const sorted = events.toSorted(byClock);
  const hadPresented = presentationsIn(sorted);
  const unused = unusedIn(contest);
  const written = writtenIn(sorted);
  const byRef = new Map(sorted.map((recorded) => [recorded.ref, recorded]));
  const names = emptyNames();
  const locked = new Map<ContestantId, readonly LockedSheet[]>();
  let committee = emptyContest;
  let holders: ReadonlyMap<JurorId, string> = new Map();

  const entries = sorted.map((recorded): HistoryEntry => {
    const { event, author, ref, atMs } = recorded;
    const { setup } = committee;
    const found = withOriginals(aboutFact(event), byRef);
    const about = { ...found, stage: found.stage ?? stageOf(names, found.criterion) };
    if (author.role === 'committee') committee = applyEvents(committee, [recorded]);
    if (committee.setup !== null && committee.setup !== setup) {
      learnNames(names, committee.setup);
      holders = new Map(committee.setup.jurors.map(({ id, name }) => [id, name]));
    }
    learnMachine(names, recorded, machines);
    const changed = changedBy(recorded, about, { written, byRef, setup });
    const seat = author.role === 'seat' ? author.seat : about.seat;
    const afterLock = changed.some((one) =>
      locked
        .get(one)
        ?.some(
          (sheet) => (seat === null || sheet.seat === seat) && (about.stage === null || sheet.stage === about.stage),
        ),
    );
    if (event.type === 'sheet-locked' && author.role === 'seat') {
      const { contestant, stage } = event;
      locked.set(contestant, [...(locked.get(contestant) ?? []), { seat: author.seat, stage }]);
    }
    return {
      ...about,
      recorded,
      writer: author.role === 'seat' ? (holders.get(author.seat) ?? author.seat) : null,
      before: beforeOf(recorded, written, setup),
      changes: setup === null ? [] : setupChanges(setup, event),
      afterPresentation: changed.some((one) => hadPresented(one, about.stage, atMs)),
      afterLock,
      unused: event.type === 'unapplied' ? event.reason : (unused.get(ref) ?? null),
    };
  });
  return { entries, names };
}

interface LockedSheet {
  readonly seat: JurorId;
  readonly stage: StageId;
}

/** By the clocks of those who wrote; of one log always in its own order, since no log's clock goes back (L5). */
function byClock(a: RecordedEvent, b: RecordedEvent): number {
  if (a.atMs !== b.atMs) return a.atMs - b.atMs;
  const [logA = '', seqA = '0'] = a.ref.split(':');
  const [logB = '', seqB = '0'] = b.ref.split(':');
  return compareText(logA, logB) || Number(seqA) - Number(seqB);
}

/** What takes back, answers or opens something is about whatever that was about. */
function withOriginals(about: About, byRef: ReadonlyMap<Ref, RecordedEvent>): About {
  if (about.contestants.length > 0) return about;
  for (const ref of about.of) {
    const original = byRef.get(ref);
    if (original === undefined) continue;
    const { contestants, seat, stage } = aboutFact(original.event);
    const writer = original.author.role === 'seat' ? original.author.seat : null;
    return { ...about, contestants, seat: about.seat ?? seat ?? writer, stage: about.stage ?? stage };
  }
  return about;
}

interface Text {
  /** Whose field it stands in. */
  readonly field: string;
  readonly text: string;
  readonly atMs: number;
  readonly replaces: readonly Ref[];
  /** What a person had let stand there before; empty: nothing. What was saved in the middle of typing never stood there (H3). */
  stood: string;
}

/** Every score and note, as texts. */
function writtenIn(sorted: readonly RecordedEvent[]): ReadonlyMap<Ref, Text> {
  const all = new Map<Ref, Text>();
  for (const recorded of sorted) {
    const text = textOf(recorded);
    if (text !== null) all.set(recorded.ref, { ...text, atMs: recorded.atMs, stood: '' });
  }
  for (const text of all.values()) {
    const stood = replacedBy(text, all).map((before) => (isTyping(before, text) ? before.stood : before.text));
    text.stood = stood.find((each) => each !== '' && each !== text.text) ?? stood[0] ?? '';
  }
  return all;
}

function textOf({ event, author }: RecordedEvent): Pick<Text, 'field' | 'text' | 'replaces'> | null {
  if (author.role !== 'seat') return null;
  const { seat } = author;
  switch (event.type) {
    case 'score-set': {
      const { contestant, criterion, value, replaces } = event;
      return { field: `score/${seat}/${contestant}/${criterion}`, text: value ?? '', replaces };
    }
    case 'note-set': {
      const { contestant, stage, criterion, text, replaces } = event;
      return { field: `note/${seat}/${contestant}/${stage}/${criterion ?? ''}`, text, replaces };
    }
    default:
      return null;
  }
}

/** What is named as replaced and stands in another field is no part of it. */
function replacedBy({ field, replaces }: Text, all: ReadonlyMap<Ref, Text>): readonly Text[] {
  return replaces.flatMap((ref) => {
    const before = all.get(ref);
    return before?.field === field ? [before] : [];
  });
}

function isTyping(before: Text, after: Text): boolean {
  const pause = after.atMs - before.atMs;
  if (pause < 0 || pause > limits.typingMs) return false;
  return before.field.startsWith('note/') || after.text.startsWith(before.text);
}

function beforeOf(
  { ref, event }: RecordedEvent,
  written: ReadonlyMap<Ref, Text>,
  setup: ContestSetup | null,
): readonly string[] {
  if (event.type === 'contestant-status-changed') return [statusIn(setup, event.contestant)].filter(isThere);
  const text = written.get(ref);
  if (text === undefined) return [];
  return [...new Set(replacedBy(text, written).map((before) => before.text))].filter((each) => each !== '');
}

/** [T3] Those of whom something that stood is another now. */
function changedBy(
  { ref, event }: RecordedEvent,
  { undoes, contestants }: About,
  {
    written,
    byRef,
    setup,
  }: {
    readonly written: ReadonlyMap<Ref, Text>;
    readonly byRef: ReadonlyMap<Ref, RecordedEvent>;
    readonly setup: ContestSetup | null;
  },
): readonly ContestantId[] {
  if (undoes) return contestants;
  const known = () => new Map((setup?.contestants ?? []).map((each) => [each.id, each]));
  switch (event.type) {
    case 'score-set':
    case 'note-set': {
      const text = written.get(ref);
      return text !== undefined && text.stood !== '' && text.stood !== text.text ? contestants : [];
    }
    case 'sheet-locked': {
      const before = lockBefore(event.after ?? [], byRef);
      return before !== null && !sameValues(before, event.values) ? contestants : [];
    }
    case 'contestant-status-changed': {
      const before = statusIn(setup, event.contestant);
      // Waiting, on stage, done: that is the day's course.
      const isCourse = before === undefined || (isRanked({ status: before }) && isRanked(event));
      return isCourse || before === event.status ? [] : contestants;
    }
    case 'contestants-changed': {
      const before = known();
      return contestants.filter((id) => before.has(id));
    }
    case 'order-changed':
    case 'lots-drawn': {
      const before = known();
      return event.numbers.flatMap(({ contestant, number }) => {
        const old = before.get(contestant)?.number ?? null;
        return old === null || old === number ? [] : [contestant];
      });
    }
    default:
      return [];
  }
}

/** What the last of the opened locks that its writer knew had confirmed; null: it is the first one. */
function lockBefore(
  opened: readonly Ref[],
  byRef: ReadonlyMap<Ref, RecordedEvent>,
): Readonly<Record<string, string>> | null {
  const [last] = opened.flatMap((ref) => byRef.get(ref) ?? []).toSorted((a, b) => byClock(b, a));
  return last?.event.type === 'sheet-locked' ? last.event.values : null;
}

function sameValues(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => a[name] === b[name]);
}

function statusIn(setup: ContestSetup | null, id: ContestantId): ContestantStatus | undefined {
  return setup?.contestants.find((each) => each.id === id)?.status;
}

function isThere<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}

/** [T4] As the contest stands now. */
function unusedIn(contest: Contest): ReadonlyMap<Ref, Unused> {
  const unused = new Map<Ref, Unused>();
  for (const { type, ref } of contest.issues) if (type === 'second-founding') unused.set(ref, type);
  if (contest.setup === null) return unused;
  for (const { juror, contestant, stage, state, lock } of allSheets(contest)) {
    const facts = contest.facts.get(`${juror}/${contestant}`);
    if (state === 'conflict') {
      for (const each of facts?.locks.get(stage) ?? []) {
        if (takenBack(contest, each) === null) unused.set(each.ref, 'lock-in-conflict');
      }
    }
    if (lock === null) continue;
    const locked = new Map(Object.entries(lock.value.values));
    for (const [criterion, { heads }] of facts?.scores ?? []) {
      for (const { ref, value } of locked.has(criterion) ? heads : []) {
        if (value !== locked.get(criterion)) unused.set(ref, 'locked-otherwise');
      }
    }
  }
  for (const { value } of contest.setAsides) {
    for (const ref of value.refs) if (isSetAside(contest, ref)) unused.set(ref, 'set-aside');
  }
  return unused;
}

interface OwnNames {
  readonly contestants: Map<ContestantId, Contestant>;
  readonly jurors: Map<JurorId, Juror>;
  readonly stages: Map<StageId, Stage>;
  readonly categories: Map<CategoryId, string>;
  readonly awards: Map<AwardId, string>;
  readonly criteria: Map<CriterionId, NamedCriterion>;
  readonly machines: Map<DeviceId, string>;
}

function emptyNames(): OwnNames {
  return {
    contestants: new Map(),
    jurors: new Map(),
    stages: new Map(),
    categories: new Map(),
    awards: new Map(),
    criteria: new Map(),
    machines: new Map(),
  };
}

function learnNames(names: OwnNames, setup: ContestSetup): void {
  for (const each of setup.contestants) names.contestants.set(each.id, each);
  for (const each of setup.jurors) names.jurors.set(each.id, each);
  for (const each of setup.stages) names.stages.set(each.id, each);
  for (const { id, name } of setup.categories) names.categories.set(id, name);
  for (const { id, name } of setup.awards) names.awards.set(id, name);
  for (const { stage, criteria } of setup.rubrics) {
    for (const { id, name } of criteria) names.criteria.set(id, { name, stage });
  }
}

/** A laptop names itself when it opens its log, which is no fact, and is named when it is admitted. */
function learnMachine(
  names: OwnNames,
  { event, author, ref }: RecordedEvent,
  machines: ReadonlyMap<LogId, string>,
): void {
  const machine = machines.get(logOfRef(ref));
  if (machine !== undefined) names.machines.set(author.device, machine);
  if (event.type === 'device-admitted') names.machines.set(event.device, event.machine);
}

function stageOf(names: OwnNames, criterion: CriterionId | null): StageId | null {
  return criterion === null ? null : (names.criteria.get(criterion)?.stage ?? null);
}
