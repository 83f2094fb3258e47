/**
 * The contest as folded from the log, and the questions that screens, documents and `decide` ask of it.
 * Invariant: it is a pure function of the set of entries and of the data keys held (rules E1-E8, L7). Derived things
 * (sheet states, the contest file) are functions here, never stored beside the facts.
 */
import { assert, present } from '../lib/assert.ts';
import { isInRange, isOnStep } from './contest-check-criterion.ts';
import { decidedContestants } from './contest-check-sheets.ts';
import {
  contestFileFormat,
  isRanked,
  judges,
  rubricFor,
  type Category,
  type CategoryId,
  type Contestant,
  type ContestantId,
  type ContestFile,
  type ContestSetup,
  type Criterion,
  type CriterionId,
  type Decision,
  type Exemption,
  type Juror,
  type JurorId,
  type Penalty,
  type Rubric,
  type Score,
  type StageId,
} from './contest-file.ts';
import type { DeviceId, Ref } from './ids.ts';
import { plainExemptions } from './plain-exemptions.ts';

/** A value that somebody wrote, with where it stands in the log. */
export interface Written<Value> {
  readonly ref: Ref;
  readonly atMs: number;
  readonly value: Value;
}

/** The heads of one written thing: those that no other one replaces. More than one with different values: a conflict. */
export interface Heads<Value> {
  readonly heads: readonly Written<Value>[];
  readonly replaced: ReadonlySet<Ref>;
}

export interface Lock {
  readonly values: Readonly<Record<CriterionId, string>>;
  readonly rubric: Ref;
}

/** Everything one juror wrote about one contestant (all stages). */
export interface JurorFacts {
  readonly scores: ReadonlyMap<CriterionId, Heads<string | null>>;
  /** Key: `stage` or `stage/criterion`. */
  readonly notes: ReadonlyMap<string, Heads<string>>;
  /** Per stage. */
  readonly locks: ReadonlyMap<StageId, readonly Written<Lock>[]>;
}

export interface SignOff {
  readonly juror: JurorId;
  readonly category: CategoryId;
}

/** What took a fact back (a cancelled penalty, a lock opened again, a recusal withdrawn). */
export interface TakenBack {
  readonly ref: Ref;
  readonly atMs: number;
  readonly reason: string;
}

export interface Device {
  readonly device: DeviceId;
  readonly signingKey: string;
  readonly boxKey: string;
  readonly seat: JurorId;
  readonly machine: string;
  readonly admittedAtMs: number;
  readonly revoked: {
    readonly atMs: number;
    readonly reason: string;
    readonly upTo: readonly { readonly log: string; readonly seq: number; readonly hash: string }[];
  } | null;
}

export interface Timer {
  readonly contestant: ContestantId;
  readonly stage: StageId;
  /** Index into the stage's timer parts. */
  readonly part: number;
  /** Elapsed in this part up to `atMs`, milliseconds. */
  readonly elapsedMs: number;
  readonly running: boolean;
  /** Display time of the last start or stop. */
  readonly atMs: number;
}

/** Something in the log that a person should know of; nothing is dropped because of it. */
export interface Issue {
  readonly type: 'unknown-event' | 'wrong-author' | 'revoked-device' | 'unreadable' | 'second-founding';
  readonly ref: Ref;
  /** The event type as written, where it could be read. */
  readonly name: string | null;
}

export interface Contest {
  /** Null until the founding fact is here (a juror laptop that has just joined). */
  readonly setup: ContestSetup | null;
  readonly rehearsal: boolean;
  /** The last fact that changed categories, stages, rubrics or rules: scores name it. */
  readonly rubricVersion: Ref | null;
  /** Key: `juror/contestant`. */
  readonly facts: ReadonlyMap<string, JurorFacts>;
  /** What no longer stands, by `takenBackKey`: ask `takenBack`. */
  readonly takenBack: ReadonlyMap<string, TakenBack>;
  readonly recusals: readonly Written<Exemption>[];
  readonly absences: readonly Written<Exemption>[];
  readonly penalties: readonly Written<Penalty>[];
  readonly decisions: readonly Written<Decision>[];
  readonly signOffs: readonly Written<SignOff>[];
  readonly shown: { readonly contestant: ContestantId; readonly stage: StageId | null; readonly atMs: number } | null;
  readonly timer: Timer | null;
  readonly draws: readonly Written<{ readonly category: CategoryId | null; readonly seed: string }>[];
  readonly devices: ReadonlyMap<DeviceId, Device>;
  readonly issues: readonly Issue[];
}

/** A juror towards a contestant in a stage. */
export type SheetState = 'pending' | 'draft' | 'locked' | 'recused' | 'absent' | 'conflict' | 'not-judged';

/** The score sheet of one juror for one contestant in one stage, as it stands. */
export interface ScoreSheet {
  readonly juror: JurorId;
  readonly contestant: ContestantId;
  readonly stage: StageId;
  readonly rubric: Rubric;
  readonly state: SheetState;
  /** Draft or locked values by criterion; absent: unscored. */
  readonly values: ReadonlyMap<CriterionId, string>;
  /** Criteria with more than one head of different value, with the values. */
  readonly conflicts: ReadonlyMap<CriterionId, readonly string[]>;
  /** The lock in force. */
  readonly lock: Written<Lock> | null;
  /** Reason of the last reopening, when the sheet is open again. */
  readonly reopened: { readonly atMs: number; readonly reason: string } | null;
  /** Display time of the last score or lock; null when nothing was written. */
  readonly changedAtMs: number | null;
}

export const emptyContest: Contest = {
  setup: null,
  rehearsal: false,
  rubricVersion: null,
  facts: new Map(),
  takenBack: new Map(),
  recusals: [],
  absences: [],
  penalties: [],
  decisions: [],
  signOffs: [],
  shown: null,
  timer: null,
  draws: [],
  devices: new Map(),
  issues: [],
};

export function factsKey(juror: JurorId, contestant: ContestantId): string {
  return `${juror}/${contestant}`;
}

export function noteKey(stage: StageId, criterion: CriterionId | null): string {
  return criterion === null ? stage : `${stage}/${criterion}`;
}

/** The setup of a contest that is founded. */
export function setupOf(contest: Contest): ContestSetup {
  return present(contest.setup, 'the contest is founded');
}

export function findJuror(setup: ContestSetup, id: JurorId): Juror | undefined {
  return setup.jurors.find((juror) => juror.id === id);
}

export function findContestant(setup: ContestSetup, id: ContestantId): Contestant | undefined {
  return setup.contestants.find((contestant) => contestant.id === id);
}

export function findCategory(setup: ContestSetup, id: CategoryId): Category | undefined {
  return setup.categories.find((category) => category.id === id);
}

/** The criterion with its rubric, or undefined. */
export function findCriterion(
  setup: ContestSetup,
  id: CriterionId,
): { readonly rubric: Rubric; readonly criterion: Criterion } | undefined {
  for (const rubric of setup.rubrics) {
    const criterion = rubric.criteria.find((each) => each.id === id);
    if (criterion !== undefined) return { rubric, criterion };
  }
  return undefined;
}

/** Every sheet that the rules ask for: judging jurors x ranked contestants x judged stages, in setup order. */
export function allSheets(contest: Contest): ScoreSheet[] {
  const setup = setupOf(contest);
  return setup.jurors.flatMap((juror) => sheetsOfJuror(contest, juror.id));
}

/** The sheets of one juror, by stage, then in performance order. */
export function sheetsOfJuror(contest: Contest, jurorId: JurorId): ScoreSheet[] {
  const setup = setupOf(contest);
  const contestants = performanceOrder(setup.contestants).filter(isRanked);
  return setup.stages.flatMap((stage) =>
    contestants.flatMap((contestant) => sheetOf(contest, jurorId, contestant.id, stage.id) ?? []),
  );
}

/** The sheet, or null where that juror has nothing to judge (other category or stage, no rubric, not ranked). */
export function sheetOf(
  contest: Contest,
  jurorId: JurorId,
  contestantId: ContestantId,
  stage: StageId,
): ScoreSheet | null {
  const setup = setupOf(contest);
  const juror = findJuror(setup, jurorId);
  const contestant = findContestant(setup, contestantId);
  if (juror === undefined || contestant === undefined || !isRanked(contestant)) return null;
  const rubric = rubricFor(setup, stage, contestant.category);
  if (rubric === undefined || !judges(juror, stage, contestant.category)) return null;
  const facts = contest.facts.get(factsKey(jurorId, contestantId));
  const locks = (facts?.locks.get(stage) ?? []).filter((lock) => takenBack(contest, lock) === null);
  const values = new Map<CriterionId, string>();
  const conflicts = new Map<CriterionId, readonly string[]>();
  let changedAtMs: number | null = null;
  for (const criterion of rubric.criteria) {
    const heads = facts?.scores.get(criterion.id)?.heads ?? [];
    for (const head of heads) changedAtMs = Math.max(changedAtMs ?? 0, head.atMs);
    const distinct = [...new Set(heads.map((head) => head.value))];
    const [first] = distinct;
    if (distinct.length > 1) conflicts.set(criterion.id, distinct.map((value) => value ?? '').toSorted());
    else if (first !== undefined && first !== null) values.set(criterion.id, first);
  }
  for (const lock of facts?.locks.get(stage) ?? []) changedAtMs = Math.max(changedAtMs ?? 0, lock.atMs);
  const agreed = agreedLock(locks);
  const lock = agreed !== null && fits(rubric, agreed.value) ? agreed : null;
  if (lock !== null) {
    values.clear();
    for (const [criterion, value] of Object.entries(lock.value.values)) values.set(criterion, value);
  }
  const state = sheetState(
    contest,
    { juror: jurorId, contestant: contestantId, stage },
    { locks, lock, conflicts, values },
  );
  return {
    juror: jurorId,
    contestant: contestantId,
    stage,
    rubric,
    state,
    values,
    conflicts: lock === null ? conflicts : new Map(),
    lock,
    reopened: lock === null ? lastReopening(contest, facts?.locks.get(stage) ?? []) : null,
    changedAtMs,
  };
}

/** The recusal or absence that stands for a juror, a contestant and a stage. */
export function exemptionOf(
  contest: Contest,
  kind: 'recusals' | 'absences',
  juror: JurorId,
  contestant: ContestantId,
  stage: StageId,
): Written<Exemption> | undefined {
  return contest[kind].find(
    (written) =>
      written.value.juror === juror &&
      written.value.contestant === contestant &&
      (written.value.stages === undefined || written.value.stages.includes(stage)) &&
      takenBack(contest, written, juror) === null,
  );
}

/** What took a written thing back, or null while it stands. `owner`: the seat that may take it back besides the committee. */
export function takenBack(
  contest: Contest,
  { ref }: { readonly ref: Ref },
  owner: JurorId | null = null,
): TakenBack | null {
  const byOwner = owner === null ? undefined : contest.takenBack.get(takenBackKey(ref, owner));
  return contest.takenBack.get(takenBackKey(ref, null)) ?? byOwner ?? null;
}

/** Who takes back is part of the key, so that one seat's claim never touches what belongs to another. */
export function takenBackKey(ref: Ref, seat: JurorId | null): string {
  return seat === null ? ref : `${ref} ${seat}`;
}

/** The note as it stands; several heads (two laptops) are shown one below the other. */
export function noteOf(
  contest: Contest,
  juror: JurorId,
  contestant: ContestantId,
  stage: StageId,
  criterion: CriterionId | null,
): string {
  const heads = contest.facts.get(factsKey(juror, contestant))?.notes.get(noteKey(stage, criterion))?.heads ?? [];
  return heads
    .map((head) => head.value)
    .filter((text) => text !== '')
    .join('\n');
}

/** [D5] Rubric, rules and weights freeze at the first score, whoever wrote it and wherever it stands. */
export function isFrozen(contest: Contest): boolean {
  for (const facts of contest.facts.values()) if (facts.scores.size > 0 || facts.locks.size > 0) return true;
  return false;
}

/** The sign-off that stands, or undefined. */
export function signOffOf(contest: Contest, juror: JurorId, category: CategoryId): Written<SignOff> | undefined {
  return contest.signOffs.find(
    (written) =>
      written.value.juror === juror && written.value.category === category && takenBack(contest, written) === null,
  );
}

/** By number (without one: last), then in the order given. */
export function performanceOrder(contestants: readonly Contestant[]): Contestant[] {
  return contestants
    .map((contestant, index) => ({ contestant, index, number: contestant.number ?? Number.MAX_SAFE_INTEGER }))
    .toSorted((a, b) => a.number - b.number || a.index - b.index)
    .map(({ contestant }) => contestant);
}

/** [E8] The folded contest as a contest file: locked sheets only, and nothing about who was removed; ranking, documents and ceremony read this. */
export function toContestFile(contest: Contest): ContestFile {
  const setup = setupOf(contest);
  const standing = <Value>(list: readonly Written<Value>[]): Value[] =>
    list.filter((each) => takenBack(contest, each) === null).map((each) => each.value);
  return {
    format: contestFileFormat,
    ...setup,
    scores: allSheets(contest).flatMap(lockedScores),
    ...plainExemptions(setup, {
      recusals: contest.recusals
        .filter((each) => takenBack(contest, each, each.value.juror) === null)
        .map((each) => each.value),
      absences: standing(contest.absences),
    }),
    penalties: standing(contest.penalties).filter(({ contestant }) => findContestant(setup, contestant) !== undefined),
    decisions: standing(contest.decisions).filter((decision) =>
      decidedContestants(decision).every((id) => findContestant(setup, id) !== undefined),
    ),
  };
}

function lockedScores(sheet: ScoreSheet): Score[] {
  if (sheet.state !== 'locked') return [];
  return sheet.rubric.criteria.map((criterion) => {
    const value = sheet.values.get(criterion.id);
    assert(value !== undefined, 'a locked sheet in force is complete');
    return { juror: sheet.juror, contestant: sheet.contestant, criterion: criterion.id, value };
  });
}

function sheetState(
  contest: Contest,
  { juror, contestant, stage }: { juror: JurorId; contestant: ContestantId; stage: StageId },
  found: {
    readonly locks: readonly Written<Lock>[];
    readonly lock: Written<Lock> | null;
    readonly conflicts: ReadonlyMap<CriterionId, readonly string[]>;
    readonly values: ReadonlyMap<CriterionId, string>;
  },
): SheetState {
  if (exemptionOf(contest, 'recusals', juror, contestant, stage) !== undefined) return 'recused';
  if (exemptionOf(contest, 'absences', juror, contestant, stage) !== undefined) return 'absent';
  if (found.lock !== null) return 'locked';
  if (found.locks.length > 0 || found.conflicts.size > 0) return 'conflict';
  return found.values.size > 0 ? 'draft' : 'pending';
}

/** Locks that say the same are one lock; locks that differ are none until a person reopens one. */
function agreedLock(locks: readonly Written<Lock>[]): Written<Lock> | null {
  const [first, ...others] = locks;
  if (first === undefined) return null;
  return others.every((other) => sameValues(first.value.values, other.value.values)) ? first : null;
}

/** Locks and rubrics never change, and every look at a sheet asks again: what was found is kept. */
const foundFit = new WeakMap<Lock, { readonly rubric: Rubric; readonly fits: boolean }>();

/** A lock made under another rubric version counts only while it is a sheet of this one: whole, in range and on step. */
function fits(rubric: Rubric, lock: Lock): boolean {
  const found = foundFit.get(lock);
  if (found?.rubric === rubric) return found.fits;
  const isSheet =
    Object.keys(lock.values).length === rubric.criteria.length &&
    rubric.criteria.every((criterion) => {
      const value = Object.hasOwn(lock.values, criterion.id) ? lock.values[criterion.id] : undefined;
      return value !== undefined && isInRange(criterion, value) && isOnStep(criterion, value);
    });
  foundFit.set(lock, { rubric, fits: isSheet });
  return isSheet;
}

function sameValues(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

function lastReopening(contest: Contest, locks: readonly Written<Lock>[]) {
  let last: { readonly atMs: number; readonly reason: string } | null = null;
  for (const lock of locks) {
    const reopening = takenBack(contest, lock);
    if (reopening !== null && (last === null || reopening.atMs >= last.atMs)) last = reopening;
  }
  return last;
}
