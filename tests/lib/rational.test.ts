/** Exact rationals: the laws of arithmetic, rounding as spreadsheets do it, and their texts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  add,
  compare,
  distance,
  divide,
  equal,
  fromDecimal,
  multiply,
  one,
  rational,
  roundHalfAwayFromZero,
  subtract,
  sum,
  sumOfProducts,
  toExactText,
  toFixedText,
  toNumber,
  whole,
  zero,
} from '../../shared/lib/rational.ts';

const integers = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const rationals = fc
  .tuple(
    integers,
    integers.filter((denominator) => denominator !== 0n),
  )
  .map(([numerator, denominator]) => rational(numerator, denominator));

test('a rational is in lowest terms with a positive denominator', () => {
  expect(rational(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
  expect(rational(0n, -7n)).toEqual(zero);
  expect(() => rational(1n, 0n)).toThrow('denominator');
});

test('sums over a common denominator are the sums one by one, in lowest terms', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(rationals, rationals), { maxLength: 12 }), (pairs) => {
      const [left, right] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
      let [added, products] = [zero, zero];
      for (const [a, b] of pairs) [added, products] = [add(added, a), add(products, multiply(a, b))];
      expect(sum(left)).toEqual(added);
      expect(sumOfProducts(left, right)).toEqual(products);
    }),
  );
  expect(() => sumOfProducts([one], [])).toThrow('a pair for each');
});

test('the laws of arithmetic hold', () => {
  fc.assert(
    fc.property(rationals, rationals, rationals, (a, b, c) => {
      expect(add(a, b)).toEqual(add(b, a));
      expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
      expect(subtract(add(a, b), b)).toEqual(a);
      expect(sum([a, b, c])).toEqual(add(add(a, b), c));
      expect(multiply(a, one)).toEqual(a);
      if (!equal(b, zero)) expect(multiply(divide(a, b), b)).toEqual(a);
    }),
  );
});

test('comparison is the sign of the difference', () => {
  fc.assert(
    fc.property(rationals, rationals, (a, b) => {
      expect(compare(a, b)).toBe(compare(subtract(a, b), zero));
      expect(compare(a, b) === 0).toBe(equal(a, b));
      expect(compare(a, b)).toBe(0 - compare(b, a));
    }),
  );
});

test.each([
  ['2.5', 0, '3'],
  ['-2.5', 0, '-3'],
  ['2.4999', 0, '2'],
  ['83.575', 2, '83.58'],
  ['1.005', 2, '1.01'],
  ['-0.004', 2, '0'],
  ['12', 3, '12'],
])('%s rounded to %i places is %s, as ROUND of a spreadsheet', (text, decimals, expected) => {
  expect(toExactText(roundHalfAwayFromZero(fromDecimal(text), decimals))).toBe(expected);
});

test('rounding moves by at most half a unit, is a multiple of the unit, and is stable', () => {
  fc.assert(
    fc.property(rationals, fc.integer({ min: 0, max: 10 }), (value, decimals) => {
      const rounded = roundHalfAwayFromZero(value, decimals);
      const unit = rational(1n, 10n ** BigInt(decimals));
      const size = distance(rounded, value);
      expect(compare(size, divide(unit, whole(2)))).toBeLessThanOrEqual(0);
      expect(divide(rounded, unit).denominator).toBe(1n);
      expect(roundHalfAwayFromZero(rounded, decimals)).toEqual(rounded);
      expect(roundHalfAwayFromZero(subtract(zero, value), decimals)).toEqual(subtract(zero, rounded));
    }),
  );
});

test.each([
  [1n, 8n, '0.125'],
  [1n, 3n, '1/3'],
  [-7n, 6n, '-7/6'],
  [100n, 1n, '100'],
  [1n, 40n, '0.025'],
  [-5n, 2n, '-2.5'],
])('%s/%s is written as its shortest text %s', (numerator, denominator, text) => {
  expect(toExactText(rational(numerator, denominator))).toBe(text);
});

test('an exact text that is a decimal reads back as the same number', () => {
  fc.assert(
    fc.property(integers, fc.nat(6), fc.nat(6), (numerator, twos, fives) => {
      const value = rational(numerator, 2n ** BigInt(twos) * 5n ** BigInt(fives));
      expect(fromDecimal(toExactText(value))).toEqual(value);
    }),
  );
});

test.each([
  ['82.4', 2, '82.40'],
  ['-0.005', 2, '-0.01'],
  ['-0.004', 2, '0.00'],
  ['0.05', 1, '0.1'],
  ['1000000', 0, '1000000'],
])('%s with %i places is %s', (text, decimals, expected) => {
  expect(toFixedText(fromDecimal(text), decimals)).toBe(expected);
});

test('the nearest double is near', () => {
  expect(toNumber(rational(1n, 3n))).toBeCloseTo(1 / 3, 14);
  expect(toNumber(fromDecimal('83.57'))).toBe(83.57);
});

test('a number is the nearest to the text with 15 places, by whichever way', () => {
  const tenths = fc
    .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 16 }))
    .map(([parts, places]) => rational(parts, 10n ** BigInt(places)));
  fc.assert(
    fc.property(fc.oneof(rationals, tenths), (value) => {
      expect(toNumber(value)).toBe(Number(toFixedText(value, 15)));
    }),
    { numRuns: 2000 },
  );
});

test('what is no decimal is a defect', () => {
  expect(() => fromDecimal('1,5')).toThrow('decimal');
});

test('the distance of two is the same from either side, and never negative', () => {
  fc.assert(
    fc.property(rationals, rationals, (a, b) => {
      expect(distance(a, b)).toEqual(distance(b, a));
      expect(compare(distance(a, b), zero)).toBe(equal(a, b) ? 0 : 1);
      expect([add(a, distance(a, b)), subtract(a, distance(a, b))]).toContainEqual(b);
    }),
  );
});
