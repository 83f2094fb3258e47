/**
 * What a person should look at in a folded contest: differing values from two laptops, scores under another rubric
 * version or beside a lock, facts that contradict each other because their writers did not know of each other, facts that
 * were not applied. Derived, in setup order; nothing is dropped because of it.
 */
import { createKept } from '../lib/kept.ts';
import { compareText } from '../lib/order.ts';
import { isCalibration, isRanked } from './setup/contest-file.ts';
import {
  factsKey,
  findContestant,
  setupOf,
  standingLocks,
  type Contest,
  type Issue,
  type Lock,
  type Named,
  type Written,
} from './contest.ts';
import { allSheets, isUnaware, sheetOf, type ScoreSheet } from './score-sheet.ts';
import type { Ref, ContestantId, CriterionId, JurorId, StageId } from './ids.ts';
import { strayWork } from './standing.ts';

export type ContestProblem =
  | {
      /** Two laptops of one seat gave different values that do not know each other (E4). */
      readonly type: 'score-conflict';
      readonly juror: JurorId;
      readonly contestant: ContestantId;
      readonly stage: StageId;
      readonly criterion: CriterionId;
      readonly values: readonly string[];
    }
  | {
      /**
       * Locks that differ or do not fit the rubric, or that know nothing of a reopening (E6); scores written beside a lock in
       * force; a lock beside an absence or recusal, or of a contestant that was taken out of the ranking meanwhile.
       */
      readonly type:
        | 'lock-conflict'
        | 'lock-unaware'
        | 'outside-lock'
        | 'other-rubric'
        | 'lock-beside-absence'
        | 'lock-beside-recusal'
        | 'lock-outside-ranking'
        /** Locked on a laptop where the contestant had another name or unit, which nobody has explained yet (E10). */
        | 'lock-under-other-name';
      readonly juror: JurorId;
      readonly contestant: ContestantId;
      readonly stage: StageId;
    }
  | {
      /** Values or locks that fit no sheet: of a contestant, seat, category or criterion that was changed meanwhile (E9). */
      readonly type: 'stray-values';
      readonly juror: JurorId;
      readonly contestant: ContestantId;
      /** The stage that they were given for; null where its criterion is gone. */
      readonly stage: StageId | null;
    }
  | { readonly type: Issue['type']; readonly ref: Ref; readonly name: string | null };

export function contestProblems(contest: Contest): readonly ContestProblem[] {
  return keptOfContest.get(contest, '', [], () => findProblems(contest));
}

const keptOfContest = createKept<readonly ContestProblem[]>();

function findProblems(contest: Contest): readonly ContestProblem[] {
  if (contest.setup === null) return contest.issues;
  return [
    ...allSheets(contest).flatMap((sheet) => sheetProblems(contest, sheet)),
    ...lateLocks(contest),
    ...strayWork(contest).map(({ juror, contestant, rubric }) => ({
      type: 'stray-values' as const,
      juror,
      contestant,
      stage: rubric?.stage ?? null,
    })),
    ...contest.issues,
  ];
}

export interface SheetCounts {
  /** Differing values and differing locks, each once. */
  readonly conflicts: number;
  /** Those that a juror still has to judge or has judged: recused and absent ones are no sheets. */
  readonly sheets: { readonly locked: number; readonly draft: number; readonly pending: number };
}

/** How far the jurors are. A sheet in conflict is begun and not locked: a draft. */
export function countSheets(contest: Contest): SheetCounts {
  const states = contest.setup === null ? [] : allSheets(contest).map(({ state }) => state);
  const conflicts = contestProblems(contest).filter(({ type }) => conflictTypes.has(type));
  return {
    conflicts: conflicts.length,
    sheets: {
      locked: states.filter((state) => state === 'locked').length,
      draft: states.filter((state) => state === 'draft' || state === 'conflict').length,
      pending: states.filter((state) => state === 'pending').length,
    },
  };
}

const conflictTypes: ReadonlySet<ContestProblem['type']> = new Set([
  'score-conflict',
  'lock-conflict',
  'lock-unaware',
  'lock-beside-absence',
  'lock-beside-recusal',
]);

/** Locks of a contestant outside the ranking that were not known when it was taken out. */
export function lateLocks(contest: Contest): LateLock[] {
  const setup = setupOf(contest);
  return setup.contestants
    .filter((each) => !isRanked(each) && !isCalibration(each))
    .flatMap(({ id: contestant }) => {
      const known = contest.outside.get(contestant);
      if (known === undefined) return [];
      return setup.jurors.flatMap(({ id: juror }) =>
        setup.stages
          .filter(({ id }) => standingLocks(contest, juror, contestant, id).some((lock) => !known.has(lock.ref)))
          .map(({ id: stage }) => ({ type: 'lock-outside-ranking' as const, juror, contestant, stage })),
      );
    });
}

interface LateLock {
  readonly type: 'lock-outside-ranking';
  readonly juror: JurorId;
  readonly contestant: ContestantId;
  readonly stage: StageId;
}

/** [E10] What the contestant was called where the sheet's lock in force was made; null: as now, or it is explained, or not known. */
export function lockedUnderOtherName(
  contest: Contest,
  juror: JurorId,
  contestant: ContestantId,
  stage: StageId,
): Named | null {
  const lock = sheetOf(contest, juror, contestant, stage)?.lock ?? null;
  return lock === null ? null : otherName(contest, contestant, lock);
}

function otherName(contest: Contest, id: ContestantId, { ref, value: { named } }: Written<Lock>): Named | null {
  const now = findContestant(setupOf(contest), id);
  if (named === null || now === undefined || isCalled(now, named)) return null;
  const isExplained = (contest.formerNames.get(id) ?? []).some(
    ({ value }) => isCalled(value, named) && value.locks?.includes(ref) !== false,
  );
  return isExplained ? null : named;
}

function isCalled(a: Named, b: Named): boolean {
  return a.name === b.name && (a.unit ?? '') === (b.unit ?? '');
}

/** The sheet is the same value while nothing was written in it. */
function sheetProblems(contest: Contest, sheet: ScoreSheet): readonly ContestProblem[] {
  const { formerNames, rubricVersion } = contest;
  return keptProblems.get(sheet, '', [formerNames, rubricVersion], () => findSheetProblems(contest, sheet));
}

const keptProblems = createKept<readonly ContestProblem[]>();

function findSheetProblems(contest: Contest, sheet: ScoreSheet): readonly ContestProblem[] {
  const { juror, contestant, stage, lock, conflicts, state } = sheet;
  const place = { juror, contestant, stage };
  const problems: ContestProblem[] = [];
  for (const [criterion, values] of [...conflicts].toSorted(([a], [b]) => compareText(a, b))) {
    problems.push({ type: 'score-conflict', ...place, criterion, values });
  }
  const facts = contest.facts.get(factsKey(juror, contestant));
  if (sheet.disputed !== null) {
    const type = sheet.disputed === 'absences' ? 'lock-beside-absence' : 'lock-beside-recusal';
    problems.push({ type, ...place });
  } else if (state === 'conflict' && conflicts.size === 0) {
    const isReopened = isUnaware(contest, facts, stage, standingLocks(contest, juror, contestant, stage));
    problems.push({ type: isReopened ? 'lock-unaware' : 'lock-conflict', ...place });
  }
  if (lock === null) return problems;
  const scores = facts?.scores;
  const beside = sheet.rubric.criteria.some(({ id }) =>
    (scores?.get(id)?.heads ?? []).some((head) => head.value !== lock.value.values[id]),
  );
  if (beside) problems.push({ type: 'outside-lock', ...place });
  if (lock.value.rubric !== contest.rubricVersion) problems.push({ type: 'other-rubric', ...place });
  if (otherName(contest, contestant, lock) !== null) problems.push({ type: 'lock-under-other-name', ...place });
  return problems;
}
