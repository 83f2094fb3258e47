/**
 * What a juror is asked to look at once more before locking: a zero, a value far from the own other ones on the same
 * criterion, and as long as there are too few of those, one far from the others on the sheet; and a
 * contestant who has not been on stage. Nothing is refused for it.
 */
import { findContestant, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import type { Criterion } from '../../../shared/domain/setup/contest-file.ts';
import { present } from '../../../shared/lib/assert.ts';
import {
  add,
  compare,
  distance,
  divide,
  fromDecimal,
  multiply,
  rational,
  subtract,
  zero,
  type Rational,
} from '../../../shared/lib/rational.ts';
import { median } from '../../../shared/ranking/methods.ts';
import { ownSheets } from './own-list.ts';
import { hasValues } from './own-sheets.ts';

export type Caution =
  /** A stage with a clock takes place on stage, and this contestant has not been there. */
  | { readonly type: 'early'; readonly criterion: null }
  | { readonly type: 'zero'; readonly criterion: Criterion }
  | { readonly type: 'far'; readonly criterion: Criterion; readonly median: Rational; readonly others: number }
  /** `median`: of the sheet's other values, on this criterion's range. */
  | { readonly type: 'apart'; readonly criterion: Criterion; readonly median: Rational };

/** So many own values on other contestants make a habit. */
const FEWEST_OTHERS = 3;
/** So many other values make a sheet that one can stand apart from. */
const FEWEST_BESIDE = 1;
/** Of the range: from the own values on the same criterion, or on a first sheet from the others on it. */
const FAR = rational(1n, 4n);

export function cautionsOf(contest: Contest, sheet: ScoreSheet): readonly Caution[] {
  return [
    ...(isEarly(contest, sheet) ? [{ type: 'early', criterion: null } as const] : []),
    ...unusual(contest, sheet),
  ];
}

function isEarly(contest: Contest, sheet: ScoreSheet): boolean {
  const setup = setupOf(contest);
  const stage = setup.stages.find(({ id }) => id === sheet.stage);
  return (stage?.timer ?? []).length > 0 && findContestant(setup, sheet.contestant)?.status === 'waiting';
}

function unusual(contest: Contest, sheet: ScoreSheet): readonly Caution[] {
  const others = ownOtherSheets(contest, sheet);
  return sheet.rubric.criteria.flatMap((criterion): readonly Caution[] => {
    const text = sheet.values.get(criterion.id);
    if (text === undefined) return [];
    const value = fromDecimal(text);
    if (compare(value, zero) === 0) return [{ type: 'zero', criterion }];
    const values = others.flatMap((other) => other.values.get(criterion.id) ?? []).map(fromDecimal);
    if (values.length < FEWEST_OTHERS) return cautionWithinSheet(sheet, criterion, value);
    const middle = present(median(values), 'a median of several values');
    const isFar = compare(distance(value, middle), multiply(FAR, rangeOf(criterion))) > 0;
    return isFar ? [{ type: 'far', criterion, median: middle, others: values.length }] : [];
  });
}

function cautionWithinSheet(sheet: ScoreSheet, criterion: Criterion, value: Rational): readonly Caution[] {
  const shares = sheet.rubric.criteria.flatMap((other) => {
    const text = other.id === criterion.id ? undefined : sheet.values.get(other.id);
    return text === undefined ? [] : [divide(subtract(fromDecimal(text), fromDecimal(other.min)), rangeOf(other))];
  });
  if (shares.length < FEWEST_BESIDE) return [];
  const share = present(median(shares), 'a median of several shares');
  const middle = add(fromDecimal(criterion.min), multiply(share, rangeOf(criterion)));
  const isApart = compare(distance(value, middle), multiply(FAR, rangeOf(criterion))) > 0;
  return isApart ? [{ type: 'apart', criterion, median: middle }] : [];
}

function rangeOf({ min, max }: Criterion): Rational {
  return subtract(fromDecimal(max), fromDecimal(min));
}

/** The juror's sheets of the same rubric for other contestants, in performance order; none from which the juror stepped back. */
export function ownOtherSheets(contest: Contest, sheet: ScoreSheet): readonly ScoreSheet[] {
  return ownSheets(contest, sheet.juror).filter(
    (other) =>
      other.rubric.id === sheet.rubric.id &&
      other.contestant !== sheet.contestant &&
      other.values.size > 0 &&
      hasValues(other),
  );
}
