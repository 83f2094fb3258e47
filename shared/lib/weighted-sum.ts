/**
 * Sums of products of fixed factors with decimals, exact: in whole numbers of ten-thousandths as long as every product and sum
 * surely fits into the 53 bits in which a number counts without gaps, else over BigInt. Both ways give the same fraction.
 */
import { assert, present } from './assert.ts';
import type { Decimal } from './decimal.ts';
import { commonDenominator, fromDecimal, rational, sumOfProducts, type Rational } from './rational.ts';

/** Factors that are used with many lists of decimals, over a common denominator. */
export interface Factors {
  readonly exact: readonly Rational[];
  /** Null where one of them is too large. */
  readonly whole: readonly number[] | null;
  readonly denominator: bigint;
}

/** Parts of one, of which every decimal is a whole number. */
const SCALE = 10_000;

export function factorsOf(exact: readonly Rational[]): Factors {
  const denominator = commonDenominator(exact);
  const whole = exact.map((each) => Number((each.numerator * denominator) / each.denominator));
  return { exact, whole: whole.every(Number.isSafeInteger) ? whole : null, denominator };
}

/** The sum of factor x value, pair by pair; both lists are equally long. */
export function weightedSum(factors: Factors, values: readonly Decimal[]): Rational {
  assert(factors.exact.length === values.length, 'a value for each factor');
  const fitting = factors.whole === null ? null : fittingSum(factors.whole, values);
  if (fitting === null) return sumOfProducts(factors.exact, values.map(fromDecimal));
  return rational(BigInt(fitting), factors.denominator * BigInt(SCALE));
}

/** In ten-thousandths; null where it might not fit. */
function fittingSum(factors: readonly number[], values: readonly Decimal[]): number | null {
  let total = 0;
  // No product and no sum on the way is larger than this, and it grows beyond every bound before one of them is rounded.
  let magnitude = 0;
  for (let index = 0; index < values.length; index += 1) {
    const product = present(factors[index], 'a factor') * tenThousandths(present(values[index], 'a value'));
    total += product;
    magnitude += Math.abs(product);
  }
  return magnitude <= Number.MAX_SAFE_INTEGER ? total : null;
}

/** A sheet of scores holds few different texts: each is read once. */
const known = new Map<Decimal, number>();
const valuesKept = 4096;

/** NaN where it is no whole number of them that is counted without gaps. */
function tenThousandths(text: Decimal): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  const { numerator, denominator } = fromDecimal(text);
  const isWhole = BigInt(SCALE) % denominator === 0n;
  const scaled = isWhole ? Number((numerator * BigInt(SCALE)) / denominator) : Number.NaN;
  const value = Number.isSafeInteger(scaled) ? scaled : Number.NaN;
  if (known.size >= valuesKept) known.clear();
  known.set(text, value);
  return value;
}
