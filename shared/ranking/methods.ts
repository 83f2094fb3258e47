/**
 * The methods that make one number out of the jurors' numbers: mean, trimmed mean, median (rules R5 to R7), and the
 * declared rounding (R3). Everything is exact; the order of the values does not matter.
 */
import type { RoundingStage } from '../domain/methods.ts';
import type { Rules } from '../domain/setup/contest-file.ts';
import { present } from '../lib/assert.ts';
import { add, compare, divide, roundHalfAwayFromZero, sum, whole, type Rational } from '../lib/rational.ts';

/**
 * The method over a panel's values; null when there are too few of them. Place-based methods have no number of this kind:
 * for reading, theirs is the mean.
 */
export function aggregate(rules: Pick<Rules, 'method' | 'drop'>, values: readonly Rational[]): Rational | null {
  switch (rules.method) {
    case 'mean':
    case 'majority':
    case 'borda':
      return mean(values);
    case 'trimmed-mean':
      return trimmedMean(values, rules.drop);
    case 'median':
      return median(values);
  }
}

/** The arithmetic mean; null of nothing. */
export function mean(values: readonly Rational[]): Rational | null {
  return values.length === 0 ? null : divide(sum(values), whole(values.length));
}

/** The mean without the `drop` highest and the `drop` lowest values; null when nothing would be left. */
export function trimmedMean(values: readonly Rational[], drop: number): Rational | null {
  if (values.length <= 2 * drop) return null;
  return mean(values.toSorted(compare).slice(drop, values.length - drop));
}

/** The middle value, or the mean of the two middle ones; null of nothing. */
export function median(values: readonly Rational[]): Rational | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted(compare);
  const upper = present(sorted[Math.floor(values.length / 2)], 'an upper middle value');
  const lower = present(sorted[Math.ceil(values.length / 2) - 1], 'a lower middle value');
  return divide(add(lower, upper), whole(2));
}

/** The value at a rounding stage: rounded half away from zero where the rules declare it, else itself. */
export type Rounder = (stage: RoundingStage, value: Rational) => Rational;

export function rounderOf(rules: Pick<Rules, 'rounding'>): Rounder {
  const decimals = new Map(rules.rounding.map((step) => [step.at, step.decimals]));
  return (stage, value) => {
    const places = decimals.get(stage);
    return places === undefined ? value : roundHalfAwayFromZero(value, places);
  };
}

/** Rounds nothing: for what tie-break steps compare. */
export function withoutRounding(_stage: RoundingStage, value: Rational): Rational {
  return value;
}
