/** The methods that count places, against examples from the literature. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, fromDecimal, sum, toExactText, toNumber, whole } from '../../shared/lib/rational.ts';
import { bordaPoints, majorityPlaces, placesOfTotals } from '../../shared/ranking/places.ts';
import { scrutineerPlaces } from '../support/scrutineer.ts';

test.each([
  {
    source: 'Skating System, rule 5: an earlier majority is the better place',
    marks: [
      [1, 1, 1, 2, 1],
      [4, 2, 2, 1, 2],
      [3, 3, 3, 5, 4],
      [2, 4, 5, 4, 3],
      [5, 6, 4, 3, 5],
      [6, 5, 6, 6, 6],
    ],
    places: ['1', '2', '3', '4', '5', '6'],
  },
  {
    source: 'Skating System, rule 6: the larger majority goes first',
    marks: [
      [1, 1, 2, 1, 4, 2, 1],
      [6, 2, 1, 5, 2, 1, 2],
      [2, 4, 3, 3, 6, 3, 3],
      [3, 3, 5, 2, 1, 5, 4],
      [4, 5, 6, 4, 3, 6, 5],
      [5, 6, 4, 6, 5, 4, 6],
    ],
    places: ['1', '2', '3', '4', '5', '6'],
  },
  {
    source: 'Skating System, rule 7: of equal majorities the smaller sum goes first',
    marks: [
      [3, 1, 6, 1, 1, 2, 1],
      [2, 2, 1, 5, 3, 1, 3],
      [1, 5, 4, 2, 2, 6, 2],
      [5, 4, 2, 4, 6, 5, 4],
      [4, 6, 3, 3, 5, 4, 6],
      [6, 3, 5, 6, 4, 3, 5],
    ],
    places: ['1', '2', '3', '4', '5', '6'],
  },
  {
    source: 'equal count and sum at 2 and at 3, more at 4; a third majority at 3 does not mingle in',
    marks: [
      [1, 1, 2, 3, 5],
      [4, 2, 1, 1, 3],
      [3, 3, 3, 4, 1],
      [2, 4, 5, 5, 2],
      [5, 5, 4, 2, 4],
    ],
    places: ['2', '1', '3', '4', '5'],
  },
  {
    source: 'a final of nine: who loses on the sum is placed before a later majority',
    marks: [
      [7, 2, 3, 1, 2, 2, 4],
      [3, 3, 1, 5, 1, 4, 1],
      [8, 1, 4, 2, 4, 3, 5],
      [9, 4, 5, 4, 8, 1, 3],
      [1, 6, 9, 8, 3, 5, 2],
      [2, 5, 2, 6, 5, 6, 8],
      [4, 8, 7, 7, 7, 7, 6],
      [5, 9, 6, 3, 6, 8, 7],
      [6, 7, 8, 9, 9, 9, 9],
    ],
    places: ['1', '2', '3', '4', '5', '6', '8', '7', '9'],
  },
  {
    source: 'Skating System, rules 6 to 8: larger majority, smaller sum, next place',
    marks: [
      [3, 3, 3, 2, 5, 2, 3],
      [4, 4, 4, 3, 2, 3, 2],
      [2, 2, 6, 6, 4, 1, 4],
      [1, 6, 1, 5, 1, 4, 6],
      [5, 5, 5, 1, 3, 6, 1],
      [6, 1, 2, 4, 6, 5, 5],
    ],
    places: ['1', '2', '3', '4', '5', '6'],
  },
  {
    source: 'Wikipedia, Skating system: what the places cannot separate shares the mean place',
    marks: [
      [1, 1, 3, 3, 4],
      [2, 2, 2, 2, 2],
      [3, 3, 4, 1, 1],
      [4, 4, 1, 4, 3],
    ],
    places: ['2.5', '1', '2.5', '4'],
  },
  {
    source: 'three who are wholly equal share the middle place',
    marks: [
      [1, 2, 3],
      [2, 3, 1],
      [3, 1, 2],
    ],
    places: ['2', '2', '2'],
  },
])('[R10] $source', ({ marks, places }) => {
  expect(majorityPlaces(exact(marks)).map(toExactText)).toEqual(places);
});

test('[R10] exactly half of an even panel is no majority', () => {
  // k1 has two firsts of four and nothing more until 4; k2 has all at 2, k3 all at 3.
  const marks = [
    [1, 1, 4, 4],
    [2, 2, 1, 2],
    [3, 3, 2, 1],
    [4, 4, 3, 3],
  ];
  expect(majorityPlaces(exact(marks)).map(toExactText)).toEqual(['3', '1', '2', '4']);
});

test('[R11] Borda points are n minus place, summed', () => {
  const marks = [
    [1, 1, 2, 4, 3],
    [2, 4, 1, 3, 1],
    [3, 2, 3, 1, 2],
    [4, 3, 4, 2, 4],
  ];
  expect(bordaPoints(exact(marks)).map(toExactText)).toEqual(['9', '9', '9', '3']);
});

test('[R9] equal totals share the mean of their places', () => {
  const totals = ['80', '90', '80', '70', '80'].map(fromDecimal);
  expect(placesOfTotals(totals).map(toExactText)).toEqual(['3', '1', '3', '5', '3']);
});

const ballots = fc.integer({ min: 1, max: 7 }).chain((contestantCount) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: contestantCount, maxLength: contestantCount }), {
    minLength: 1,
    maxLength: 7,
  }),
);

test('[R10] the places equal those of a scrutineer who works column by column', () => {
  fc.assert(
    fc.property(ballots, (jurorTotals) => {
      const byJuror = jurorTotals.map((totals) => placesOfTotals(totals.map(whole)));
      const count = jurorTotals[0]?.length ?? 0;
      const marks = Array.from({ length: count }, (_, contestant) =>
        byJuror.map((places) => places[contestant] ?? whole(0)),
      );
      expect(majorityPlaces(marks).map(toNumber)).toEqual(scrutineerPlaces(marks.map((row) => row.map(toNumber))));
    }),
    { numRuns: 500 },
  );
});

test('[R9] the places of one juror sum up to 1 + 2 + ... + n', () => {
  fc.assert(
    fc.property(ballots, ([totals = []]) => {
      const places = placesOfTotals(totals.map(whole));
      expect(toExactText(sum(places))).toBe(String((totals.length * (totals.length + 1)) / 2));
    }),
  );
});

test('[R10] the result places sum up to 1 + 2 + ... + n, and never go against a place that all jurors agree on', () => {
  fc.assert(
    fc.property(ballots, (jurorTotals) => {
      const byJuror = jurorTotals.map((totals) => placesOfTotals(totals.map(whole)));
      const count = jurorTotals[0]?.length ?? 0;
      const marks = Array.from({ length: count }, (_, contestant) =>
        byJuror.map((places) => places[contestant] ?? whole(0)),
      );
      const results = majorityPlaces(marks);
      expect(toExactText(sum(results))).toBe(String((count * (count + 1)) / 2));
      for (const [a, own] of marks.entries()) {
        for (const [b, other] of marks.entries()) {
          if (own.every((place, juror) => compare(place, other[juror] ?? whole(0)) < 0)) {
            expect(compare(results[a] ?? whole(0), results[b] ?? whole(0))).toBeLessThan(0);
          }
        }
      }
    }),
  );
});

function exact(marks: readonly (readonly number[])[]) {
  return marks.map((row) => row.map(whole));
}
