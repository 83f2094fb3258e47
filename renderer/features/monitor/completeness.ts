/** What is there and what is missing, per category and stage: states and names only, never a score. */
import { performanceOrder, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import { sheetOf, type ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import {
  isRanked,
  judges,
  rubricFor,
  type Category,
  type Contestant,
  type Juror,
  type Stage,
} from '../../../shared/domain/setup/contest-file.ts';

export interface CompletenessRow {
  readonly contestant: Contestant;
  /** One per juror of the grid; null where there is nothing to judge. */
  readonly sheets: readonly (ScoreSheet | null)[];
  /** Locked sheets. */
  readonly done: number;
  /** Sheets that count: all but the recused and the absent. */
  readonly total: number;
  /** Jurors whose sheet is still to be locked. */
  readonly missing: readonly Juror[];
}

export interface CompletenessGrid {
  readonly category: Category;
  readonly jurors: readonly Juror[];
  readonly rows: readonly CompletenessRow[];
}

/** The categories that are judged in the stage, in setup order, contestants in performance order. */
export function completeness(contest: Contest, stage: string): CompletenessGrid[] {
  const setup = setupOf(contest);
  return setup.categories.flatMap((category) => {
    if (rubricFor(setup, stage, category.id) === undefined) return [];
    const jurors = setup.jurors.filter((juror) => judges(juror, stage, category.id));
    const contestants = performanceOrder(setup.contestants.filter((each) => each.category === category.id));
    return [{ category, jurors, rows: contestants.map((contestant) => row(contest, stage, jurors, contestant)) }];
  });
}

/** Stages in which something is judged, with how much of them is locked. */
export function stageProgress(
  contest: Contest,
): { readonly stage: Stage; readonly done: number; readonly total: number }[] {
  return setupOf(contest).stages.flatMap((stage) => {
    const rows = completeness(contest, stage.id).flatMap((grid) => grid.rows);
    if (rows.length === 0) return [];
    return [{ stage, done: sum(rows.map((each) => each.done)), total: sum(rows.map((each) => each.total)) }];
  });
}

function row(contest: Contest, stage: string, jurors: readonly Juror[], contestant: Contestant): CompletenessRow {
  const sheets = jurors.map((juror) =>
    isRanked(contestant) ? sheetOf(contest, juror.id, contestant.id, stage) : null,
  );
  const counting = sheets.filter((sheet) => sheet !== null && sheet.state !== 'recused' && sheet.state !== 'absent');
  return {
    contestant,
    sheets,
    done: counting.filter((sheet) => sheet?.state === 'locked').length,
    total: counting.length,
    missing: jurors.filter((_, index) => {
      const state = sheets[index]?.state;
      return state === 'pending' || state === 'draft' || state === 'conflict';
    }),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
