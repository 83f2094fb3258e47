/** Mean, trimmed mean, median and declared rounding. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, fromDecimal, toExactText, whole, type Rational } from '../../shared/lib/rational.ts';
import { aggregate, mean, median, rounderOf, trimmedMean } from '../../shared/ranking/methods.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { contestants, contestOf, criterion, jurors, rubric, table } from '../support/contest-builder.ts';

test('[R5] the mean is exact', () => {
  expect(text(mean(exact('1', '2', '2')))).toBe('5/3');
  expect(text(mean([]))).toBe('null');
});

test('[R6] the trimmed mean leaves out the highest and lowest, and needs more values than it drops', () => {
  expect(text(trimmedMean(exact('6', '7', '6.75', '6.75', '6.75', '7.25', '7', '6.25', '6.25'), 1))).toBe('187/28');
  expect(text(trimmedMean(exact('1', '9', '5', '5', '100'), 2))).toBe('5');
  expect(text(trimmedMean(exact('1', '2', '3', '4'), 2))).toBe('null');
});

test('[R7] the median of an even panel is the mean of the two middle values', () => {
  expect(text(median(exact('3', '1', '2')))).toBe('2');
  expect(text(median(exact('4', '1', '3', '2')))).toBe('2.5');
  expect(text(median([]))).toBe('null');
});

test('[R3] rounding happens only where it is declared, halves away from zero', () => {
  const round = rounderOf({ rounding: [{ at: 'stage', decimals: 1 }] });
  expect(text(round('stage', fromDecimal('82.25')))).toBe('82.3');
  expect(text(round('stage', fromDecimal('-82.25')))).toBe('-82.3');
  expect(text(round('final', fromDecimal('82.25')))).toBe('82.25');
});

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 12 });
const rules = fc.record({
  method: fc.constantFrom('mean' as const, 'trimmed-mean' as const, 'median' as const),
  drop: fc.integer({ min: 1, max: 2 }),
});

test('[R5] [R6] [R7] every method lies between lowest and highest and ignores the order of the jurors', () => {
  fc.assert(
    fc.property(values, rules, (numbers, chosen) => {
      const result = aggregate(chosen, numbers.map(whole));
      if (result === null) {
        expect(numbers.length).toBeLessThanOrEqual(2 * chosen.drop);
        return;
      }
      expect(compare(result, whole(Math.min(...numbers)))).toBeGreaterThanOrEqual(0);
      expect(compare(result, whole(Math.max(...numbers)))).toBeLessThanOrEqual(0);
      expect(aggregate(chosen, numbers.toReversed().map(whole))).toEqual(result);
    }),
  );
});

test('[R4] a figure-skating protocol: trimmed mean per component, rounded, times the factor, rounded, summed', () => {
  // ISU, 2017: five components of nine marks. 187/28 = 6.678... -> 6.68, x 0.80 = 5.344 -> 5.34, and so on: 26.40 in all.
  const marks = [
    ['6', '7', '6.75', '6.75', '6.75', '7.25', '7', '6.25', '6.25'],
    ['5.75', '7', '6.25', '6.75', '6.5', '6.75', '6.75', '6', '6.25'],
    ['6', '7', '6.5', '7.25', '7.25', '7', '7', '6.25', '6'],
    ['6.25', '6.75', '6.75', '6.5', '6.5', '7', '7', '6.25', '6.5'],
    ['5.75', '6.75', '6.25', '6.75', '6.75', '7.25', '7', '6.25', '6'],
  ];
  const protocol = contestOf({
    rubrics: [
      rubric(
        'r',
        's',
        marks.map((_, index) => criterion(`k${index}`, '0.8', { max: '10', step: '0.25' })),
        { weighting: 'factor' },
      ),
    ],
    jurors: jurors(9),
    contestants: contestants(1),
    scores: marks.flatMap((row, index) => table([row], `k${index}`)),
    rules: {
      method: 'trimmed-mean',
      applyAt: 'criterion',
      rounding: [
        { at: 'criterion', decimals: 2 },
        { at: 'weighted', decimals: 2 },
      ],
    },
  });
  const [standing] = rankContest(protocol).categories[0]?.standings ?? [];
  expect(standing?.result).toBe('26.4');
  expect(standing?.display).toBe('26.40');
});

function exact(...texts: readonly string[]): readonly Rational[] {
  return texts.map(fromDecimal);
}

function text(value: Rational | null): string {
  return value === null ? 'null' : toExactText(value);
}
