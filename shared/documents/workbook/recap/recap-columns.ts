/**
 * Which column of the recap holds what: stages, the result, and the helpers right of the printed area. The jurors' totals
 * stand in the same table while that is legible, else in tables below it on the same columns, or on a sheet of their own
 * (rule X18).
 */
import { isPlaceBased } from '../../../domain/methods.ts';
import type { JudgedStage } from '../../../ranking/contest-index.ts';
import {
  finalTitle,
  isRankLive,
  lineRemarks,
  shortMethod,
  widestNumber,
  type CategoryPlan,
} from '../../model/category-plan.ts';
import type { JurorSheet } from '../juror/juror-sheet.ts';
import { weightLook } from '../looks.ts';
import { columnFor, textWidth } from '../text-size.ts';
import { comfortableWidth } from '../page-break.ts';
import type { LiveStep } from '../rank-formula.ts';
import {
  contestantWidths,
  contestantWishes,
  headWidth,
  lineWidth,
  numberColumn,
  widened,
  wrappedWidth,
} from '../column-widths.ts';

/** Where the jurors' totals stand: in the table of the result, in tables below it, or on a sheet of their own. */
export type RecapLayout = 'one-table' | 'below' | 'own-sheet';

export interface StageColumns {
  readonly judged: JudgedStage;
  /** The first juror's total, where they stand in this table: from here to the column before `value`. */
  readonly first: number | null;
  readonly value: number;
  /** Helper columns with the jurors' totals without rounding, where a tie-break step needs them. */
  readonly unrounded: readonly number[] | null;
}

export interface RecapColumns {
  /** Last column of the titles, which begin at `titleColumn`; before it where no group has one. */
  readonly titleEnd: number;
  readonly stages: readonly StageColumns[];
  readonly gates: readonly { readonly judged: JudgedStage; readonly column: number }[];
  /** Null when the only stage's value is already the value before deductions. */
  readonly combined: number | null;
  readonly penalty: number;
  readonly final: number;
  readonly rank: number;
  /** First column of the remarks, which end at `last`. */
  readonly remarks: number;
  /** The last printed column. */
  readonly last: number;
  /** Borda: helper columns with each counted juror's total over all stages, less the deductions; else empty. */
  readonly jurorResults: readonly number[];
  readonly passed: number | null;
  readonly compared: number;
  readonly steps: readonly number[];
  readonly fixed: { readonly group: number; readonly order: number; readonly holds: number } | null;
  readonly joint: number;
  readonly order: number;
  readonly label: number;
  readonly award: number;
  /** What the application recorded about the line, as a plain text. */
  readonly recorded: number;
  readonly widths: readonly number[];
}

/** Titles and remarks stand smaller than names. */
const small = { size: 9 } as const;

/** The first column after number, name and unit. */
export const titleColumn = 5;

/** A number of up to three digits with the category's decimals. */
export function numberWidth(plan: CategoryPlan): number {
  return Math.max(numberColumn(widestNumber(plan)), headWidth([plan.words.documents.seat(10)]));
}

export function recapColumns(
  plan: CategoryPlan,
  layout: RecapLayout,
  /** Columns of jurors' totals side by side, for the layout `below`. */
  jurorColumns: number,
  helpers: {
    readonly steps: readonly LiveStep[];
    readonly hasFixedOrder: boolean;
    readonly jurorSheets: readonly JurorSheet[];
  },
): RecapColumns {
  const heads = plan.words.documents.columns;
  const contestants = plan.lines.map((line) => line.contestant);
  const paper = plan.file.contest.paper ?? 'F4';
  const widths: number[] = [...contestantWidths(heads, contestants)];
  const wishes: number[] = [...contestantWishes(heads, contestants)];
  const next = (width: number, wish = width): number => {
    wishes.push(wish);
    return widths.push(width);
  };
  const { rules } = plan.file;
  const each = numberWidth(plan);
  const titles = contestants.map((contestant) => contestant.title);
  const title = { width: wrappedWidth(titles, 10, 22, small), wish: lineWidth(titles, 48, small) };
  const hasTitles = titles.some((one) => one !== undefined && one !== '');
  const inParts = layout === 'below' ? Math.max(1, Math.floor(title.width / each)) : 1;
  const titleParts = hasTitles ? inParts : 0;
  for (let part = 0; part < titleParts; part += 1) next(title.width / titleParts, title.wish / titleParts);
  const titleEnd = widths.length;
  const placed = plan.scoredStages.map((judged) => {
    const first = layout === 'one-table' && judged.jurors.length > 0 ? widths.length + 1 : null;
    if (first !== null) judged.jurors.forEach(() => next(each));
    const name = plan.scoredStages.length === 1 ? '' : judged.stage.name;
    const weight = columnFor(textWidth(`${heads.weightPrefix}${judged.stage.weight}`, weightLook));
    return { judged, first, value: next(Math.max(each, weight, headWidth([shortMethod(plan), name]))) };
  });
  const gates = plan.stages
    .filter((stage) => stage.rubric.gate === true)
    .map((judged) => ({ judged, column: next(headWidth([heads.gate(judged.stage.name)])) }));
  const isRoundedAtEnd = rules.rounding.some((step) => step.at === 'final');
  const hasCombined = !isPlaceBased(rules.method) && (placed.length > 1 || (placed.length === 1 && isRoundedAtEnd));
  const combined = hasCombined ? next(Math.max(each, headWidth([heads.rounded(heads.combined)]))) : null;
  const result = {
    combined,
    penalty: next(Math.max(each, headWidth([heads.penalty]))),
    final: next(Math.max(each, headWidth([finalTitle(plan)]))),
    rank: next(headWidth([heads.rank])),
  };
  const remarksColumn = widths.length + 1;
  const texts = plan.lines.map((line) => `${plan.words.places.winner('III')}; ${lineRemarks(plan, line).join('; ')}`);
  const remarks = {
    width: wrappedWidth(texts, headWidth([heads.remarks]), 20, small),
    wish: lineWidth(texts, 48, small),
  };
  const grid = layout === 'below' ? titleColumn - 1 + jurorColumns : 0;
  const remarksParts = Math.max(1, grid - remarksColumn + 1);
  for (let part = 0; part < remarksParts; part += 1) {
    next(Math.max(remarksParts === 1 ? 0 : each, remarks.width / remarksParts), remarks.wish / remarksParts);
  }
  const last = widths.length;
  const printed = widened(widths, wishes, comfortableWidth(paper));
  widths.splice(0, widths.length, ...printed);

  next(3);
  const passed = plan.rounds.length > 0 && isRankLive(plan) ? next(10) : null;
  const compared = next(14);
  const steps = helpers.steps.map(() => next(14));
  const fixed =
    helpers.hasFixedOrder && isRankLive(plan) ? { group: next(10), order: next(10), holds: next(10) } : null;
  const jurorResults = rules.method === 'borda' && isRankLive(plan) ? plan.panel.map(() => next(14)) : [];
  const others = { joint: next(8), order: next(8), label: next(16), award: next(24), recorded: next(30) };
  const needsUnrounded = (judged: JudgedStage): boolean =>
    rules.applyAt === 'sheet' &&
    helpers.steps.some(({ step }) => step.type === 'stage' && step.stage === judged.stage.id) &&
    rules.rounding.some((step) => step.at !== 'final') &&
    helpers.jurorSheets.length > 0;
  const stages = placed.map((stage) => ({
    ...stage,
    unrounded: needsUnrounded(stage.judged) ? stage.judged.jurors.map(() => next(12)) : null,
  }));
  return {
    titleEnd,
    stages,
    gates,
    ...result,
    remarks: remarksColumn,
    last,
    jurorResults,
    passed,
    compared,
    steps,
    fixed,
    ...others,
    widths,
  };
}
