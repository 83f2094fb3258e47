/**
 * What a person should look at in a folded contest: differing values from two laptops, scores under another rubric
 * version or beside a lock, facts that were not applied. Derived, in setup order; nothing is dropped because of it.
 */
import { compareText } from '../lib/order.ts';
import type { ContestantId, CriterionId, JurorId, StageId } from './contest-file.ts';
import { factsKey, type Contest, type Issue } from './contest.ts';
import { allSheets, type ScoreSheet } from './score-sheet.ts';
import type { Ref } from './ids.ts';

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
      /** Locks that differ or do not fit the rubric (E6); scores written beside a lock in force. */
      readonly type: 'lock-conflict' | 'outside-lock' | 'other-rubric';
      readonly juror: JurorId;
      readonly contestant: ContestantId;
      readonly stage: StageId;
    }
  | { readonly type: Issue['type']; readonly ref: Ref; readonly name: string | null };

export function contestProblems(contest: Contest): ContestProblem[] {
  if (contest.setup === null) return [...contest.issues];
  return [...allSheets(contest).flatMap((sheet) => sheetProblems(contest, sheet)), ...contest.issues];
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
  const conflicts = contestProblems(contest).filter(
    ({ type }) => type === 'score-conflict' || type === 'lock-conflict',
  );
  return {
    conflicts: conflicts.length,
    sheets: {
      locked: states.filter((state) => state === 'locked').length,
      draft: states.filter((state) => state === 'draft' || state === 'conflict').length,
      pending: states.filter((state) => state === 'pending').length,
    },
  };
}

function sheetProblems(contest: Contest, sheet: ScoreSheet): ContestProblem[] {
  const { juror, contestant, stage, lock, conflicts, state } = sheet;
  const place = { juror, contestant, stage };
  const problems: ContestProblem[] = [];
  for (const [criterion, values] of [...conflicts].toSorted(([a], [b]) => compareText(a, b))) {
    problems.push({ type: 'score-conflict', ...place, criterion, values });
  }
  if (state === 'conflict' && conflicts.size === 0) problems.push({ type: 'lock-conflict', ...place });
  if (lock === null) return problems;
  const scores = contest.facts.get(factsKey(juror, contestant))?.scores;
  const beside = sheet.rubric.criteria.some(({ id }) =>
    (scores?.get(id)?.heads ?? []).some((head) => head.value !== lock.value.values[id]),
  );
  if (beside) problems.push({ type: 'outside-lock', ...place });
  if (lock.value.rubric !== contest.rubricVersion) problems.push({ type: 'other-rubric', ...place });
  return problems;
}
