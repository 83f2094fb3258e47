/** What a juror has before him: the contestants by category and as they come on, with the own sheets of each. */
import { performanceOrder, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import { runningTurns } from '../../../shared/domain/running-order.ts';
import { sheetOf, type ScoreSheet, type SheetState } from '../../../shared/domain/score-sheet.ts';
import {
  isCalibration,
  judges,
  rubricFor,
  type Category,
  type Contestant,
  type Stage,
} from '../../../shared/domain/setup/contest-file.ts';
import { reads } from '../../../shared/domain/setup/readers.ts';
import type { JurorId } from '../../../shared/domain/ids.ts';
import { ownSheet } from './own-list.ts';

export interface OwnContestant {
  readonly contestant: Contestant;
  /** By stage; empty for one that is not scored (withdrawn, exhibition, ...). */
  readonly sheets: readonly ScoreSheet[];
}

export interface OwnCategory {
  readonly category: Category;
  /** The stages that this juror judges here. */
  readonly stages: readonly Stage[];
  readonly contestants: readonly OwnContestant[];
  /** All its sheets that count. */
  readonly sheets: readonly ScoreSheet[];
}

/** A sheet that still waits for its juror. */
const openStates: ReadonlySet<SheetState> = new Set(['pending', 'draft', 'conflict']);

export function isOpen(sheet: ScoreSheet): boolean {
  return openStates.has(sheet.state);
}

/** False where no value of this sheet stands: stepped back, absent, or locked twice with different values. */
export function hasValues(sheet: ScoreSheet): boolean {
  if (sheet.state === 'recused' || sheet.state === 'absent' || sheet.state === 'not-advanced') return false;
  return sheet.state !== 'conflict' || sheet.conflicts.size > 0;
}

export function ownCategories(contest: Contest, juror: JurorId): readonly OwnCategory[] {
  const setup = setupOf(contest);
  const seat = setup.jurors.find((each) => each.id === juror);
  if (seat === undefined) return [];
  const ordered = performanceOrder(setup.contestants);
  return setup.categories.flatMap((category) => {
    const stages = setup.stages.filter(
      (stage) => judges(seat, stage.id, category.id) && rubricFor(setup, stage.id, category.id) !== undefined,
    );
    if (stages.length === 0) return [];
    const contestants = ordered
      .filter(
        (contestant) =>
          contestant.category === category.id && stages.some(({ id }) => reads(setup, seat, id, contestant)),
      )
      .map((contestant) => ({
        contestant,
        // The calibration is scored and counted nowhere.
        sheets: stages.flatMap(
          (stage) =>
            (isCalibration(contestant)
              ? sheetOf(contest, juror, contestant.id, stage.id)
              : ownSheet(contest, juror, contestant.id, stage.id)) ?? [],
        ),
      }));
    const counted = contestants.filter((each) => !isCalibration(each.contestant));
    return [{ category, stages, contestants, sheets: counted.flatMap((each) => each.sheets) }];
  });
}

/**
 * All contestants of these categories in the order in which the groups come on, which may cross the categories: the one
 * order of the list, of the keys and of what comes next. Who does not perform, or did not advance, stands at the end.
 */
export function ownShows(contest: Contest, categories: readonly OwnCategory[]): readonly OwnContestant[] {
  const places = new Map(runningTurns(contest).map(({ contestant: { id } }, place) => [id, place]));
  const placeOf = ({ contestant }: OwnContestant) => places.get(contestant.id) ?? places.size;
  return categories.flatMap((each) => each.contestants).toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Those of them that are scored. */
export function ownOrder(contest: Contest, categories: readonly OwnCategory[]): readonly OwnContestant[] {
  return ownShows(contest, categories).filter((each) => each.sheets.length > 0);
}

/** What to open next: who is on stage if that sheet waits, else the next waiting one of the stage; from the top again at the end. */
export function nextOpen(contest: Contest, order: readonly OwnContestant[], after: ScoreSheet): ScoreSheet | null {
  const shown = contest.shown;
  const onStage = order.find((each) => each.contestant.id === shown?.contestant);
  const live = onStage?.sheets.find((sheet) => isOpen(sheet) && (shown?.stage ?? sheet.stage) === sheet.stage);
  if (live !== undefined) return live;
  const at = order.findIndex((each) => each.contestant.id === after.contestant);
  const rotated = [...order.slice(at + 1), ...order.slice(0, at + 1)].flatMap((each) => each.sheets).filter(isOpen);
  return rotated.find((sheet) => sheet.stage === after.stage) ?? rotated[0] ?? null;
}

/** What the neighbour's key would open is called next; anything else says what it is. */
export function nextMeaning(
  contest: Contest,
  order: readonly OwnContestant[],
  after: ScoreSheet,
  next: ScoreSheet,
): 'next' | 'onStage' | 'waiting' {
  const at = order.findIndex((each) => each.contestant.id === after.contestant);
  if (order[at + 1]?.contestant.id === next.contestant) return 'next';
  return contest.shown?.contestant === next.contestant ? 'onStage' : 'waiting';
}
