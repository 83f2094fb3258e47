/** What must hold inside one criterion (R27): a range, a step that fits into it, descriptors and note threshold within it. */
import { parseDecimal } from '../../lib/decimal.ts';
import { compare, divide, fromDecimal, subtract, type Rational } from '../../lib/rational.ts';
import { limits } from '../../limits.ts';
import type { Criterion, Rubric } from './contest-file.ts';
import { problem, type Problem } from './contest-problem.ts';

export function checkCriterion(rubric: Rubric, criterion: Criterion, at: readonly PropertyKey[]): readonly Problem[] {
  const range = subtract(fromDecimal(criterion.max), fromDecimal(criterion.min));
  const step = fromDecimal(criterion.step);
  if (range.numerator <= 0n) return [problem([...at, 'max'], { type: 'max-not-above-min' })];
  return [
    ...(compare(step, range) > 0 ? [problem([...at, 'step'], { type: 'step-above-range' })] : []),
    ...(rubric.gate === true && !isMultiple(range, step)
      ? [problem([...at, 'step'], { type: 'gate-out-of-reach' })]
      : []),
    ...(criterion.noteBelow !== undefined && !isInRange(criterion, criterion.noteBelow)
      ? [problem([...at, 'noteBelow'], { type: 'note-bound-outside', ...rangeOf(criterion) })]
      : []),
    ...checkDescriptors(criterion, at),
  ];
}

function checkDescriptors(criterion: Criterion, at: readonly PropertyKey[]): readonly Problem[] {
  const keys = Object.keys(criterion.descriptors ?? {});
  const tooMany =
    keys.length > limits.descriptorsPerCriterion
      ? [problem([...at, 'descriptors'], { type: 'too-many-descriptors', most: limits.descriptorsPerCriterion })]
      : [];
  return [
    ...tooMany,
    ...keys.flatMap((key) => {
      const value = parseDecimal(key);
      return value !== null && isInRange(criterion, value)
        ? []
        : [problem([...at, 'descriptors', key], { type: 'descriptor-outside', key, ...rangeOf(criterion) })];
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

export function rangeOf({ min, max }: Pick<Criterion, 'min' | 'max'>): { readonly min: string; readonly max: string } {
  return { min, max };
}

function isMultiple(value: Rational, step: Rational): boolean {
  return divide(value, step).denominator === 1n;
}
