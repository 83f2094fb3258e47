/** The juror's own total of a sheet while it is being filled: the same exact arithmetic and rounding as the ranking (R3). */
import type { Rubric, Rules } from '../../../shared/domain/setup/contest-file.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import { fromDecimal, multiply, sum, toExactText, type Rational } from '../../../shared/lib/rational.ts';
import { rounderOf } from '../../../shared/ranking/methods.ts';
import { weightFactor } from '../../../shared/ranking/stage-totals.ts';
import { alignDecimals } from '../../ui/decimal-column.ts';
import { hasValues } from './own-sheets.ts';
import { showDecimal, showRational } from '../../messages/numbers.ts';

export interface RunningTotal {
  /** Of the criteria scored so far. */
  readonly total: Rational;
  readonly scored: number;
  readonly criteria: number;
  /** What the sheet gives at most. */
  readonly highest: Rational;
}

/** By the values, which belong to one sheet of one contest as it is. */
const worked = new WeakMap<ReadonlyMap<string, string>, { readonly rules: Rules; readonly total: RunningTotal }>();

export function runningTotal(rules: Rules, rubric: Rubric, values: ReadonlyMap<string, string>): RunningTotal {
  const known = worked.get(values);
  if (known?.rules === rules) return known.total;
  const total = workedOut(rules, rubric, values);
  worked.set(values, { rules, total });
  return total;
}

function workedOut(rules: Rules, rubric: Rubric, values: ReadonlyMap<string, string>): RunningTotal {
  const round = rounderOf(rules);
  const weighted = rubric.criteria.flatMap((criterion) => {
    const value = values.get(criterion.id);
    return value === undefined ? [] : [round('weighted', weightedValue(rules, rubric, criterion, value))];
  });
  const highest = rubric.criteria.map((criterion) => weightedValue(rules, rubric, criterion, criterion.max));
  return {
    total: round('juror', sum(weighted)),
    scored: weighted.length,
    criteria: rubric.criteria.length,
    highest: sum(highest),
  };
}

/** With two decimals or as many more as it has, so that what a juror adds up by hand agrees to the last digit. */
export function showPoints(value: Rational): string {
  const exact = toExactText(value);
  return /^-?\d+\.\d{3,}$/.test(exact) ? showDecimal(exact) : showRational(value);
}

/** The totals of sheets that stand below each other; none of a sheet without values. */
export function totalsInColumn(rules: Rules, sheets: readonly ScoreSheet[]): ReadonlyMap<ScoreSheet, string> {
  const scored = sheets.filter((sheet) => sheet.values.size > 0 && hasValues(sheet));
  const texts = alignDecimals(scored.map((sheet) => showPoints(runningTotal(rules, sheet.rubric, sheet.values).total)));
  return new Map(scored.map((sheet, at) => [sheet, texts[at] ?? '']));
}

/** Weight x score x multiplier, without rounding. */
export function weightedValue(
  rules: Rules,
  rubric: Rubric,
  criterion: Rubric['criteria'][number],
  value: string,
): Rational {
  return multiply(weightFactor(rules, rubric, criterion), multiply(fromDecimal(value), fromDecimal(rubric.multiplier)));
}
