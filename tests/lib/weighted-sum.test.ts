/** Weighted sums of decimals: in plain numbers or over BigInt, always the exact fraction. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonDenominator, fromDecimal, rational, sumOfProducts, whole } from '../../shared/lib/rational.ts';
import { factorsOf, weightedSum } from '../../shared/lib/weighted-sum.ts';

/** In ten-thousandths, of every size that a decimal may have. */
const decimals = fc
  .oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: -(10 ** 10), max: 10 ** 10 }))
  .map((parts) => String(parts / 10_000));
const factors = fc
  .tuple(
    fc.oneof(fc.bigInt({ min: -500n, max: 500n }), fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n })),
    fc.constantFrom(1n, 3n, 7n, 100n, 10_000n, 1_000_000n),
  )
  .map(([numerator, denominator]) => rational(numerator, denominator));

test('a weighted sum is the sum of the products, whatever the sizes', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(factors, decimals), { maxLength: 40 }), (pairs) => {
      const [exact, values] = [pairs.map(([factor]) => factor), pairs.map(([, value]) => value)];
      expect(weightedSum(factorsOf(exact), values)).toEqual(sumOfProducts(exact, values.map(fromDecimal)));
    }),
    { numRuns: 2000 },
  );
});

test('around the largest number that is counted without gaps nothing is lost', () => {
  // In ten-thousandths the sum is 2 ** 53 and a few, where plain numbers skip every second one.
  for (const more of [-2n, -1n, 0n, 1n, 2n, 3n]) {
    const exact = [whole(2 ** 53 - 1), rational(1n + more), rational(1n, 10_000n)];
    const values = ['0.0001', '0.0001', '1'];
    expect(weightedSum(factorsOf(exact), values), String(more)).toEqual(rational(2n ** 53n + more + 1n, 10_000n));
  }
  // Sums that come back into bounds have been beyond them.
  const swing = [rational(2n ** 53n - 1n), whole(5), rational(1n - 2n ** 53n)];
  expect(weightedSum(factorsOf(swing), ['1', '0.0001', '1'])).toEqual(rational(5n, 10_000n));
});

test('factors are written over the least common denominator', () => {
  expect(commonDenominator([rational(1n, 6n), rational(3n, 4n), whole(2)])).toBe(12n);
  expect(factorsOf([rational(1n, 6n), rational(3n, 4n), whole(2)])).toMatchObject({
    whole: [2, 9, 24],
    denominator: 12n,
  });
  expect(factorsOf([rational(10n ** 20n)]).whole).toBeNull();
});

test('there is a value for each factor', () => {
  expect(() => weightedSum(factorsOf([whole(1)]), [])).toThrow('a value for each factor');
});
