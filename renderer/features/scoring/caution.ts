/**
 * What a juror is asked to look at once more before locking: a zero, and a value far from the own other ones on the same
 * criterion. Nothing is refused for it.
 */
import type { Contest } from '../../../shared/domain/contest.ts';
import { sheetsOfJuror, type ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import type { Criterion } from '../../../shared/domain/contest-file.ts';
import {
  add,
  compare,
  divide,
  fromDecimal,
  multiply,
  rational,
  subtract,
  whole,
  zero,
  type Rational,
} from '../../../shared/lib/rational.ts';
import { hasValues } from './own-sheets.ts';

export type Caution =
  | { readonly type: 'zero'; readonly criterion: Criterion }
  | { readonly type: 'far'; readonly criterion: Criterion; readonly median: Rational; readonly others: number };

/** So many own values on other contestants make a habit. */
const FEWEST_OTHERS = 3;
/** Of the range. */
const FAR = rational(1n, 4n);

export function cautionsOf(contest: Contest, sheet: ScoreSheet): readonly Caution[] {
  const others = ownOtherSheets(contest, sheet);
  return sheet.rubric.criteria.flatMap((criterion): Caution[] => {
    const text = sheet.values.get(criterion.id);
    if (text === undefined) return [];
    const value = fromDecimal(text);
    if (compare(value, zero) === 0) return [{ type: 'zero', criterion }];
    const values = others.flatMap((other) => other.values.get(criterion.id) ?? []).map(fromDecimal);
    if (values.length < FEWEST_OTHERS) return [];
    const median = medianOf(values);
    const bound = multiply(FAR, subtract(fromDecimal(criterion.max), fromDecimal(criterion.min)));
    const isFar = compare(distance(value, median), bound) > 0;
    return isFar ? [{ type: 'far', criterion, median, others: values.length }] : [];
  });
}

/** The juror's sheets of the same rubric for other contestants, in performance order; none from which the juror stepped back. */
export function ownOtherSheets(contest: Contest, sheet: ScoreSheet): readonly ScoreSheet[] {
  return sheetsOfJuror(contest, sheet.juror).filter(
    (other) =>
      other.rubric.id === sheet.rubric.id &&
      other.contestant !== sheet.contestant &&
      other.values.size > 0 &&
      hasValues(other),
  );
}

/** Of at least one value. */
function medianOf(values: readonly Rational[]): Rational {
  const sorted = values.toSorted(compare);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? zero;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? zero;
  return divide(add(lower, upper), whole(2));
}

function distance(a: Rational, b: Rational): Rational {
  return compare(a, b) < 0 ? subtract(b, a) : subtract(a, b);
}
