/**
 * The methods that count places (R8 to R11): each juror's totals become places, and the places of all jurors become a
 * result. `majority` is the single-dance part of the Skating System, rules 5 to 8; `borda` is the Borda count.
 */
import { present } from '../lib/assert.ts';
import { compare, divide, subtract, sum, whole, zero, type Rational } from '../lib/rational.ts';

/** Places by descending total, from 1; equal totals share the mean of the places they take. */
export function placesOfTotals(totals: readonly Rational[]): readonly Rational[] {
  return placesInOrder(totals, (a, b) => compare(b, a));
}

/**
 * The result places of the Skating System, rules 5 to 8. `places[c]` are the places that the jurors gave contestant c;
 * all have the same jurors. Contestants whom the places cannot separate share the mean of their places.
 */
export function majorityPlaces(places: readonly (readonly Rational[])[]): readonly Rational[] {
  const records = places.map((own) => skatingRecord(own, places.length));
  return placesInOrder(records, compareRecords);
}

/** Places from 1, the best first; equals share the mean of the places they take. */
function placesInOrder<Item>(items: readonly Item[], order: (a: Item, b: Item) => number): readonly Rational[] {
  const sorted = items.map((item, position) => ({ item, position })).toSorted((a, b) => order(a.item, b.item));
  const places: Rational[] = [];
  for (let better = 0; better < sorted.length;) {
    const { item } = present(sorted[better], 'the first of its equals');
    const end = sorted.findIndex((other, at) => at > better && order(item, other.item) !== 0);
    const equals = sorted.slice(better, end === -1 ? undefined : end);
    for (const { position } of equals) places[position] = meanPlace(better, equals.length);
    better += equals.length;
  }
  return places;
}

/** The Borda points: the sum of n - place over the jurors. */
export function bordaPoints(places: readonly (readonly Rational[])[]): readonly Rational[] {
  const count = whole(places.length);
  return places.map((own) => sum(own.map((place) => subtract(count, place))));
}

/** What the Skating System reads of one contestant: the first k with a majority, and the tallies from there on. */
export interface SkatingRecord {
  readonly first: number;
  readonly tallies: readonly Tally[];
}

/** How many jurors gave k or better, and the sum of those places. */
interface Tally {
  readonly count: number;
  readonly total: Rational;
}

export function skatingRecord(own: readonly Rational[], contestantCount: number): SkatingRecord {
  const ascending = own.toSorted(compare);
  // The first k that reaches each of them: a shared place is between two.
  const reachedAt = ascending.map((place) => Number(roundedUp(place)));
  let tally: Tally = { count: 0, total: zero };
  const tallies = Array.from({ length: contestantCount }, (_, index) => {
    let { count } = tally;
    while (count < own.length && (reachedAt[count] ?? Infinity) <= index + 1) count += 1;
    if (count > tally.count) tally = { count, total: sum([tally.total, ...ascending.slice(tally.count, count)]) };
    return tally;
  });
  const first = tallies.findIndex((tally) => tally.count * 2 > own.length);
  return { first, tallies: first === -1 ? [] : tallies.slice(first) };
}

function roundedUp({ numerator, denominator }: Rational): bigint {
  return (numerator + denominator - 1n) / denominator;
}

/** Rule 5: the earlier majority. Rule 6: the larger one. Rule 7: the smaller sum, then the next k. Negative when a is better. */
function compareRecords(a: SkatingRecord, b: SkatingRecord): number {
  if (a.first !== b.first) return a.first - b.first;
  for (const [index, own] of a.tallies.entries()) {
    const other = present(b.tallies[index], 'tallies of equal length');
    if (own.count !== other.count) return other.count - own.count;
    const difference = compare(own.total, other.total);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The mean of the places that `same` contestants take behind `better` others. */
function meanPlace(better: number, same: number): Rational {
  return divide(whole(2 * better + same + 1), whole(2));
}
