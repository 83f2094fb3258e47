/**
 * The whole hall as rows by jurors, from one pass over the sheets of the contest: states and names only, never a score.
 * Rows and sign-offs hold plain values, so that a row that nothing happened to is seen to be the same.
 */
import { performanceOrder, setupOf, signOffOf, type Contest } from '../../../shared/domain/contest.ts';
import { allSheets, type SheetState } from '../../../shared/domain/score-sheet.ts';
import {
  isRanked,
  judges,
  rubricFor,
  type Category,
  type Contestant,
  type Juror,
  type Stage,
} from '../../../shared/domain/setup/contest-file.ts';
import { reads } from '../../../shared/domain/setup/readers.ts';
import type { CategoryId, ContestantId, JurorId, StageId } from '../../../shared/domain/ids.ts';

/** One stage: everybody who judges something in it, and the categories in setup order. */
export interface Board {
  readonly stage: Stage;
  readonly jurors: readonly Juror[];
  readonly groups: readonly BoardGroup[];
  /** Locked sheets, of those that count: all but the recused and the absent. */
  readonly done: number;
  readonly total: number;
  /** Per juror of the board: sheets that count and are still to be locked. */
  readonly open: readonly number[];
}

export interface BoardGroup {
  readonly category: Category;
  /** One per juror of the board; null for who does not judge the category. */
  readonly signOffs: readonly (SignState | null)[];
  /** In performance order. */
  readonly rows: readonly BoardRowData[];
}

export interface BoardRowData {
  readonly contestant: Contestant;
  /** One per juror of the board; null for who does not judge the category. */
  readonly states: readonly (SheetState | null)[];
}

/** `out`: has nothing to judge in the category, so nothing to sign. */
export type SignState = 'signed' | 'unsigned' | 'out';

/** Of which cell a person wants to know or do more. */
export type BoardChoice =
  | { readonly type: 'sheet'; readonly juror: JurorId; readonly contestant: ContestantId; readonly stage: StageId }
  | { readonly type: 'contestant'; readonly contestant: ContestantId }
  | { readonly type: 'sign-off'; readonly juror: JurorId; readonly category: CategoryId };

/** The stages in which something is judged. */
export function boardsOf(contest: Contest): readonly Board[] {
  const setup = setupOf(contest);
  const states = new Map<string, SheetState>();
  /** Who has something to judge in a category, in whatever stage: as where winners are announced. */
  const judging = new Set<string>();
  const categoryOf = new Map(setup.contestants.map(({ id, category }) => [id, category]));
  for (const { juror, contestant, stage, state } of allSheets(contest)) {
    states.set(key(juror, contestant, stage), state);
    if (counts(state)) judging.add(key(juror, categoryOf.get(contestant) ?? ''));
  }
  return setup.stages.flatMap((stage): Board[] => {
    const categories = setup.categories.filter(({ id }) => rubricFor(setup, stage.id, id) !== undefined);
    const jurors = setup.jurors.filter((juror) => categories.some(({ id }) => judges(juror, stage.id, id)));
    const groups = categories.flatMap((category): BoardGroup[] => {
      const contestants = performanceOrder(setup.contestants.filter((each) => each.category === category.id));
      if (contestants.length === 0) return [];
      const isIn = jurors.map((juror) => judges(juror, stage.id, category.id));
      const signOffs = jurors.map(({ id }, at): SignState | null => {
        if (isIn[at] !== true) return null;
        if (signOffOf(contest, id, category.id) !== undefined) return 'signed';
        return judging.has(key(id, category.id)) ? 'unsigned' : 'out';
      });
      const rows = contestants.map((contestant) => ({
        contestant,
        states: jurors.map((juror) =>
          reads(setup, juror, stage.id, contestant)
            ? (states.get(key(juror.id, contestant.id, stage.id)) ?? 'not-judged')
            : null,
        ),
      }));
      return [{ category, signOffs, rows }];
    });
    const rows = groups.flatMap((group) => group.rows);
    if (rows.length === 0) return [];
    const { done, total } = countedOf(rows.flatMap((row) => row.states));
    const open = jurors.map((_, at) => rows.filter(({ states: each }) => isOpen(each[at])).length);
    return [{ stage, jurors, groups, done, total, open }];
  });
}

/** Locked sheets, and those that count. */
export function countedOf(states: readonly (SheetState | null)[]): { readonly done: number; readonly total: number } {
  return {
    done: states.filter((state) => state === 'locked').length,
    total: states.filter((state) => state !== null && counts(state)).length,
  };
}

/** True where a sheet counts and is still to be locked. */
export function isOpen(state: SheetState | null | undefined): boolean {
  return state === 'pending' || state === 'draft' || state === 'conflict';
}

/** What the person wants to see of the board. */
export interface BoardFilter {
  readonly show: 'all' | 'open' | 'attention';
  /** Ids; null: every one. */
  readonly category: CategoryId | null;
  readonly juror: JurorId | null;
}

/** The part of the board that the filter leaves; its totals stay those of the whole board. `attention`: ids of contestants. */
export function filteredBoard(board: Board, filter: BoardFilter, attention: ReadonlySet<string>): Board {
  // Who was chosen on another stage may not judge this one: an empty board would say that nothing is open.
  const juror = board.jurors.find(({ id }) => id === filter.juror) ?? null;
  const columns = board.jurors.flatMap((each, at) => (juror === null || juror === each ? [at] : []));
  const pick = <Value>(values: readonly Value[]): readonly Value[] =>
    columns.length === values.length ? values : values.filter((_, at) => columns.includes(at));
  const isShown = ({ contestant, states }: BoardRowData): boolean => {
    if (filter.show === 'open') return isRanked(contestant) && states.some(isOpen);
    return filter.show === 'all' || attention.has(contestant.id);
  };
  const groups = board.groups.flatMap((group): BoardGroup[] => {
    if (filter.category !== null && filter.category !== group.category.id) return [];
    const rows = group.rows
      .map(({ contestant, states }) => ({ contestant, states: pick(states) }))
      .filter((row) => juror === null || row.states.some((state) => state !== null))
      .filter(isShown);
    return rows.length === 0 ? [] : [{ category: group.category, signOffs: pick(group.signOffs), rows }];
  });
  return { ...board, jurors: pick(board.jurors), groups, open: pick(board.open) };
}

function counts(state: SheetState): boolean {
  return state !== 'recused' && state !== 'absent' && state !== 'not-advanced' && state !== 'not-judged';
}

function key(...parts: readonly string[]): string {
  return parts.join(' ');
}
