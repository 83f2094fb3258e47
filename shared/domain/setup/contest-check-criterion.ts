/** What must hold inside one criterion (R27): a range, a step that fits into it, descriptors and note threshold within it. */
import { parseDecimal, showDecimal } from '../../lib/decimal.ts';
import { compare, divide, fromDecimal, subtract, type Rational } from '../../lib/rational.ts';
import { limits } from '../../limits.ts';
import type { Criterion, Problem, Rubric } from './contest-file.ts';
import { problem } from './contest-problem.ts';

export function checkCriterion(rubric: Rubric, criterion: Criterion, at: readonly PropertyKey[]): readonly Problem[] {
  const range = subtract(fromDecimal(criterion.max), fromDecimal(criterion.min));
  const step = fromDecimal(criterion.step);
  if (range.numerator <= 0n) return [problem([...at, 'max'], 'nilai maksimum harus lebih besar dari nilai minimum')];
  return [
    ...(compare(step, range) > 0
      ? [problem([...at, 'step'], 'kelipatan nilai lebih besar dari rentang minimum sampai maksimum')]
      : []),
    ...(rubric.gate === true && !isMultiple(range, step)
      ? [problem([...at, 'step'], 'nilai maksimum tidak dapat dicapai dengan kelipatan ini, padahal rubrik ini syarat')]
      : []),
    ...(criterion.noteBelow !== undefined && !isInRange(criterion, criterion.noteBelow)
      ? [problem([...at, 'noteBelow'], `batas catatan harus di antara ${rangeText(criterion)}`)]
      : []),
    ...checkDescriptors(criterion, at),
  ];
}

function checkDescriptors(criterion: Criterion, at: readonly PropertyKey[]): readonly Problem[] {
  const keys = Object.keys(criterion.descriptors ?? {});
  const tooMany =
    keys.length > limits.descriptorsPerCriterion
      ? [problem([...at, 'descriptors'], `paling banyak ${limits.descriptorsPerCriterion} uraian per kriteria`)]
      : [];
  return [
    ...tooMany,
    ...keys.flatMap((key) => {
      const value = parseDecimal(key);
      return value !== null && isInRange(criterion, value)
        ? []
        : [problem([...at, 'descriptors', key], `uraian "${key}" harus untuk nilai di antara ${rangeText(criterion)}`)];
    }),
  ];
}

/** True when the score lies within minimum and maximum. */
export function isInRange(criterion: Pick<Criterion, 'min' | 'max'>, value: string): boolean {
  const exact = fromDecimal(value);
  return compare(exact, fromDecimal(criterion.min)) >= 0 && compare(exact, fromDecimal(criterion.max)) <= 0;
}

/** True when the score is a whole number of steps above the minimum. */
export function isOnStep(criterion: Pick<Criterion, 'min' | 'step'>, value: string): boolean {
  return isMultiple(subtract(fromDecimal(value), fromDecimal(criterion.min)), fromDecimal(criterion.step));
}

/** `0 dan 100`, as a reader writes them. */
export function rangeText(criterion: Pick<Criterion, 'min' | 'max'>): string {
  return `${showDecimal(criterion.min)} dan ${showDecimal(criterion.max)}`;
}

function isMultiple(value: Rational, step: Rational): boolean {
  return divide(value, step).denominator === 1n;
}
