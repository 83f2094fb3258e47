/** Which column of the recap holds what: stages with their jurors, the result, and the helpers right of the printed area. */
import type { JudgedStage } from '../ranking/contest-index.ts';
import { isPlaceBased } from '../ranking/methods.ts';
import type { CategoryPlan } from './category-plan.ts';
import type { JurorSheet } from './juror-sheet.ts';
import type { LiveStep } from './rank-formula.ts';
import { contestantWidths, fittedWidth, lastWidth } from './sheet-builder.ts';

export interface StageColumns {
  readonly judged: JudgedStage;
  /** The jurors' totals from here to the column before `value`. */
  readonly first: number;
  readonly value: number;
  /** Helper columns with the jurors' totals without rounding, where a tie-break step needs them. */
  readonly unrounded: readonly number[] | null;
}

export interface RecapColumns {
  readonly stages: readonly StageColumns[];
  readonly gates: readonly { readonly judged: JudgedStage; readonly column: number }[];
  /** Null when the only stage's value is already the value before deductions. */
  readonly combined: number | null;
  readonly penalty: number;
  readonly final: number;
  readonly rank: number;
  /** The last printed column. */
  readonly remarks: number;
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

/** The first column after number, name, unit and title. */
export const firstColumn = 6;

export function recapColumns(
  plan: CategoryPlan,
  steps: readonly LiveStep[],
  hasFixedOrder: boolean,
  jurorSheets: readonly JurorSheet[],
): RecapColumns {
  const contestants = plan.lines.map((line) => line.contestant);
  const titleWidth = fittedWidth(
    contestants.map((contestant) => contestant.title),
    10,
    26,
  );
  const widths = [...contestantWidths(contestants), titleWidth];
  const next = (width: number): number => widths.push(width);
  const { rules } = plan.file;
  const placed = plan.scoredStages.map((judged) => {
    const first = widths.length + 1;
    judged.jurors.forEach(() => next(8.5));
    return { judged, first, value: next(9.5) };
  });
  const gates = plan.stages
    .filter((stage) => stage.rubric.gate === true)
    .map((judged) => ({ judged, column: next(12) }));
  const isRoundedAtEnd = rules.rounding.some((step) => step.at === 'final');
  const hasCombined = !isPlaceBased(rules.method) && (placed.length > 1 || (placed.length === 1 && isRoundedAtEnd));
  const combined = hasCombined ? next(10) : null;
  const result = { combined, penalty: next(12), final: next(9.5), rank: next(10) };
  const printed = { ...result, remarks: next(lastWidth(widths, plan.file.contest.paper ?? 'F4', 24)) };
  next(3);
  const compared = next(14);
  const stepColumns = steps.map(() => next(14));
  const fixed =
    hasFixedOrder && !isPlaceBased(rules.method) ? { group: next(10), order: next(10), holds: next(10) } : null;
  const helpers = { joint: next(8), order: next(8), label: next(16), award: next(24), recorded: next(30) };
  const needsUnrounded = (judged: JudgedStage): boolean =>
    rules.applyAt === 'sheet' &&
    steps.some((step) => step.step === `stage:${judged.stage.id}`) &&
    rules.rounding.some((step) => step.at !== 'final') &&
    jurorSheets.length > 0;
  const stages = placed.map((stage) => ({
    ...stage,
    unrounded: needsUnrounded(stage.judged) ? stage.judged.jurors.map(() => next(12)) : null,
  }));
  return { stages, gates, ...printed, compared, steps: stepColumns, fixed, ...helpers, widths };
}
