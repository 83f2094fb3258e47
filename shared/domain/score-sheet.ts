/**
 * The score sheet of one juror for one contestant in one stage, as it stands: derived from the folded facts, never stored
 * (rules E4-E6), and the contest file that the locked sheets make (E8).
 */
import { assert } from '../lib/assert.ts';
import { createKept } from '../lib/kept.ts';
import { isOutOf, standingClosings } from './closed-rounds.ts';
import { isInRange, isOnStep } from './setup/contest-check-criterion.ts';
import { decidedContestants } from './setup/contest-check-sheets.ts';
import { withTallies } from './tally.ts';
import { reads, readersInForce } from './setup/readers.ts';
import { plainExemptions } from './setup/plain-exemptions.ts';
import {
  contestFileFormat,
  isCalibration,
  isRanked,
  rubricFor,
  type ContestFile,
  type ContestSetup,
  type Exemption,
  type Rubric,
  type Score,
} from './setup/contest-file.ts';
import { keptJurors } from './unit-conflicts.ts';
import { acceptances } from './pact.ts';
import { idFrom, type CategoryId, type ContestantId, type CriterionId, type JurorId, type StageId } from './ids.ts';
import {
  factsKey,
  setupOf,
  findJuror,
  findContestant,
  exemptionOf,
  noteOf,
  isSamePerson,
  isSetAside,
  standingLocks,
  takenBack,
  performanceOrder,
  type JurorFacts,
  type Written,
  type Lock,
  type Person,
  type Contest,
} from './contest.ts';

/** A juror towards a contestant in a stage. */
export type SheetState =
  | 'pending'
  | 'draft'
  | 'locked'
  | 'recused'
  | 'absent'
  | 'conflict'
  | 'not-advanced'
  | 'not-judged';

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
  /** The lock in force; beside an exemption, the one that would be. */
  readonly lock: Written<Lock> | null;
  /** What says that this juror does not count here although locks stand: neither counts until a person decides (E6). */
  readonly disputed: 'recusals' | 'absences' | null;
  /** Reason of the last reopening, when the sheet is open again. */
  readonly reopened: { readonly atMs: number; readonly reason: string } | null;
  /** Display time of the last score or lock; null when nothing was written. */
  readonly changedAtMs: number | null;
}

/** Every sheet that the rules ask for: judging jurors x ranked contestants x judged stages, in setup order. */
export function allSheets(contest: Contest): readonly ScoreSheet[] {
  return keptOfAll.get(contest, '', [], () =>
    setupOf(contest).jurors.flatMap((juror) => sheetsOfJuror(contest, juror.id)),
  );
}

const keptOfAll = createKept<readonly ScoreSheet[]>();

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
  if (juror === undefined || contestant === undefined) return null;
  if (!isRanked(contestant) && !isCalibration(contestant)) return null;
  const rubric = rubricFor(setup, stage, contestant.category);
  if (rubric === undefined || !reads(setup, juror, stage, contestant)) return null;
  const facts = contest.facts.get(factsKey(jurorId, contestantId));
  const { takenBack: back, setAsides, recusals, absences, roundClosings } = contest;
  const place = { juror: jurorId, contestant: contestantId, stage };
  // A fact leaves what other jurors wrote, or wrote about others, as the same value.
  return keptSheets.get(
    facts ?? contestant,
    `${jurorId} ${stage}`,
    [setup, back, setAsides, recusals, absences, roundClosings],
    () => readSheet(contest, place, rubric, facts, contestant.category),
  );
}

const keptSheets = createKept<ScoreSheet>();

function readSheet(
  contest: Contest,
  { juror, contestant, stage }: Pick<ScoreSheet, 'juror' | 'contestant' | 'stage'>,
  rubric: Rubric,
  facts: JurorFacts | undefined,
  category: CategoryId,
): ScoreSheet {
  const locks = standingLocks(contest, juror, contestant, stage);
  const values = new Map<CriterionId, string>();
  const conflicts = new Map<CriterionId, readonly string[]>();
  let changedAtMs: number | null = null;
  for (const criterion of rubric.criteria) {
    const heads = (facts?.scores.get(criterion.id)?.heads ?? []).filter(({ ref }) => !isSetAside(contest, ref));
    for (const head of heads) changedAtMs = Math.max(changedAtMs ?? 0, head.atMs);
    const distinct = [...new Set(heads.map((head) => head.value))];
    const [first] = distinct;
    if (distinct.length > 1) conflicts.set(criterion.id, distinct.map((value) => value ?? '').toSorted());
    else if (first !== undefined && first !== null) values.set(criterion.id, first);
  }
  for (const lock of facts?.locks.get(stage) ?? []) changedAtMs = Math.max(changedAtMs ?? 0, lock.atMs);
  const agreed = agreedLock(locks);
  const isInForce = agreed !== null && fits(rubric, agreed.value) && !isUnaware(contest, facts, stage, locks);
  const lock = isInForce ? agreed : null;
  if (lock !== null) {
    values.clear();
    for (const [criterion, value] of Object.entries(lock.value.values)) values.set(idFrom.criterion(criterion), value);
  }
  const exempt = (['recusals', 'absences'] as const).find(
    (kind) => exemptionOf(contest, kind, juror, contestant, stage) !== undefined,
  );
  const disputed = locks.length > 0 ? (exempt ?? null) : null;
  const isClosed = locks.length === 0 && isOutOf(contest, category, contestant, stage);
  const state = isClosed ? 'not-advanced' : sheetState({ exempt, locks, lock, conflicts, values });
  return {
    juror,
    contestant,
    stage,
    rubric,
    state,
    values,
    // While locks stand that differ, there is nothing to choose: a person opens them first (E6).
    conflicts: locks.length === 0 ? conflicts : new Map(),
    lock,
    disputed,
    reopened: lock === null ? lastReopening(contest, facts?.locks.get(stage) ?? []) : null,
    changedAtMs,
  };
}

/** [E8] The folded contest as a contest file: locked sheets only, and nothing about who was removed; ranking, documents and ceremony read this. */
export function toContestFile(contest: Contest): ContestFile {
  const setup = setupOf(contest);
  const confirmations = contest.confirmations
    .map(({ value }) => value)
    .filter(({ category }) => setup.categories.some(({ id }) => id === category));
  const formerNames = setup.contestants.flatMap(({ id }) =>
    (contest.formerNames.get(id) ?? []).map(({ value: { name, unit, reason } }) => ({
      contestant: id,
      name,
      ...(unit === undefined ? {} : { unit }),
      reason,
    })),
  );
  const standing = <Value>(list: readonly Written<Value>[]): Value[] =>
    list.filter((each) => takenBack(contest, each) === null).map((each) => each.value);
  const closedRounds = setup.categories.flatMap(({ id }) =>
    standingClosings(contest, id)
      .filter(({ value }) => setup.stages.some((stage) => stage.id === value.stage && stage.after !== undefined))
      .map(({ value: { category, stage, advanced } }) => ({
        category,
        stage,
        advanced: advanced.filter((one) => findContestant(setup, one)?.category === category),
      })),
  );
  const accepted = acceptances(contest).map(({ atMs, value: { juror, text, by } }) => ({ juror, ...by, text, atMs }));
  const readers = readersInForce(setup);
  const kept = keptJurors(contest);
  const sheets = allSheets(contest);
  const undisputed = withoutDisputed(setup, sheets);
  return {
    format: contestFileFormat,
    ...setup,
    awards: withTallies(contest, setup.awards),
    ...(setup.readers === undefined ? {} : { readers: readers.length === 0 ? undefined : [...readers] }),
    scores: sheets.flatMap(lockedScores),
    ...plainExemptions(setup, {
      recusals: contest.recusals
        .filter((each) => takenBack(contest, each, each.value.juror) === null)
        .flatMap((each) => undisputed(each.value)),
      absences: standing(contest.absences).flatMap(undisputed),
    }),
    penalties: standing(contest.penalties).filter(({ contestant }) => findContestant(setup, contestant) !== undefined),
    decisions: standing(contest.decisions).filter((decision) =>
      decidedContestants(decision).every((id) => findContestant(setup, id)?.category === decision.category),
    ),
    ...(confirmations.length === 0 ? {} : { confirmations }),
    ...(formerNames.length === 0 ? {} : { formerNames }),
    ...(closedRounds.length === 0 ? {} : { closedRounds }),
    ...(kept.length === 0 ? {} : { keptJurors: [...kept] }),
    ...(accepted.length === 0 ? {} : { acceptances: accepted }),
  };
}

/** [E6] What says that a juror does not count is left out where that juror's locks stand: the sheet is missing until a person decides. */
function withoutDisputed(setup: ContestSetup, sheets: readonly ScoreSheet[]): (exemption: Exemption) => Exemption[] {
  const disputed = sheets.filter((sheet) => sheet.disputed !== null);
  if (disputed.length === 0) return (exemption) => [exemption];
  const keys = new Set(disputed.map(({ juror, contestant, stage }) => `${juror}/${contestant}/${stage}`));
  return (exemption) => {
    const all = exemption.stages ?? setup.stages.map(({ id }) => id);
    const stages = all.filter((stage) => !keys.has(`${exemption.juror}/${exemption.contestant}/${stage}`));
    if (stages.length === all.length) return [exemption];
    return stages.length === 0 ? [] : [{ ...exemption, stages }];
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

function sheetState(found: {
  readonly exempt: 'recusals' | 'absences' | undefined;
  readonly locks: readonly Written<Lock>[];
  readonly lock: Written<Lock> | null;
  readonly conflicts: ReadonlyMap<CriterionId, readonly string[]>;
  readonly values: ReadonlyMap<CriterionId, string>;
}): SheetState {
  if (found.exempt !== undefined && found.locks.length > 0) return 'conflict';
  if (found.exempt !== undefined) return found.exempt === 'recusals' ? 'recused' : 'absent';
  if (found.lock !== null) return 'locked';
  if (found.locks.length > 0 || found.conflicts.size > 0) return 'conflict';
  return found.values.size > 0 ? 'draft' : 'pending';
}

/** [E6] True when a lock was opened and one that stands was written without knowing of it: what was to be looked at has not been. */
export function isUnaware(
  contest: Contest,
  facts: JurorFacts | undefined,
  stage: StageId,
  standing: readonly Written<Lock>[],
): boolean {
  const opened = (facts?.locks.get(stage) ?? []).filter((lock) => takenBack(contest, lock) !== null);
  if (opened.length === 0) return false;
  return standing.some(({ value: { after } }) => after !== null && opened.some(({ ref }) => !after.includes(ref)));
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

/** [X21] Who locked a sheet where that is not the person who holds the seat now; null where it is, or where nobody locked it. */
export function lockedByAnother(
  contest: Contest,
  juror: JurorId,
  contestant: ContestantId,
  stage: StageId,
): Person | null {
  const by = sheetOf(contest, juror, contestant, stage)?.lock?.value.by ?? null;
  const now = findJuror(setupOf(contest), juror);
  return by === null || now === undefined || isSamePerson(by, now) ? null : by;
}

/** What a juror has noted beside a contestant's scores: on the whole sheet, then on criteria, each with its name in a line. */
export function notesBeside(contest: Contest, juror: JurorId, contestant: ContestantId, rubric: Rubric): string {
  const note = (criterion: CriterionId | null) => noteOf(contest, juror, contestant, rubric.stage, criterion).trim();
  const onCriteria = rubric.criteria.map(({ id, name }) => (note(id) === '' ? '' : `${name}: ${note(id)}`));
  return [note(null), ...onCriteria].filter((text) => text !== '').join('\n');
}
