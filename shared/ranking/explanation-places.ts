/**
 * Places in figures: each juror's total and the place it gives, and the Skating System or the Borda count of them, up to the
 * very number that put a contestant before another.
 */
import { present } from '../lib/assert.ts';
import { compare, equal, subtract, whole, zero, type Rational } from '../lib/rational.ts';
import type { Explanation, PlaceLine, SkatingReason } from './explanation.ts';
import { jurorSum } from './explanation-stages.ts';
import { skatingRecord, type SkatingRecord } from './places.ts';
import type { CategoryTotals, ContestantTotals, JurorTotal } from './types.ts';

/** From the jurors' totals to the place or the points; nothing for a contestant whom the panel does not compare. */
export function placesExplained(
  totals: CategoryTotals,
  member: ContestantTotals,
  rank: number | null,
): readonly Explanation[] {
  const placed = placedLines(member);
  const { result } = member;
  if (placed.length === 0 || result === null) return [];
  const compared = comparedMembers(totals);
  const lines = placed.map((line) => placeLine(compared, member, line));
  if (totals.method === 'borda') {
    const points = placed.map(({ place }) => subtract(whole(compared.length), place));
    return [
      { type: 'places', lines },
      { type: 'borda', contestants: compared.length, points, result },
    ];
  }
  return [{ type: 'places', lines }, skatingCount(compared, member, result, rank)];
}

/** What put the better of two before the other. */
export function skatingReason(
  totals: CategoryTotals,
  better: ContestantTotals,
  worse: ContestantTotals,
): SkatingReason {
  const count = comparedMembers(totals).length;
  return reason(recordOf(better, count), recordOf(worse, count), placesOf(better), placesOf(worse));
}

function comparedMembers(totals: CategoryTotals): readonly ContestantTotals[] {
  return totals.contestants.filter(
    ({ status, outOf, result }) => status === 'ranked' && outOf === null && result !== null,
  );
}

type PlacedLine = JurorTotal & { readonly place: Rational };

function placedLines(member: ContestantTotals): readonly PlacedLine[] {
  return member.jurors.flatMap((line) => (line.place === null ? [] : [{ ...line, place: line.place }]));
}

function placesOf(member: ContestantTotals): readonly Rational[] {
  return placedLines(member).map(({ place }) => place);
}

function placeLine(
  compared: readonly ContestantTotals[],
  member: ContestantTotals,
  { juror, place, total }: PlacedLine,
): PlaceLine {
  const own = total ?? zero;
  const others = compared
    .filter((other) => other.contestant !== member.contestant)
    .map((other) => other.jurors.find((line) => line.juror === juror)?.total ?? zero);
  return {
    juror,
    sum: jurorSum(member, juror, 'total', member.penalty),
    place,
    higher: others.filter((other) => compare(other, own) > 0).length,
    same: others.filter((other) => equal(other, own)).length,
  };
}

function recordOf(member: ContestantTotals, count: number): SkatingRecord {
  return skatingRecord(placesOf(member), count);
}

function skatingCount(
  compared: readonly ContestantTotals[],
  member: ContestantTotals,
  result: Rational,
  rank: number | null,
): Explanation {
  const count = compared.length;
  const own = recordOf(member, count);
  const places = placesOf(member);
  const better = compared
    .filter((other) => compare(other.result ?? zero, result) < 0)
    .toSorted((a, b) => compare(a.result ?? zero, b.result ?? zero));
  return {
    type: 'skating',
    majority: Math.floor(places.length / 2) + 1,
    jurors: places.length,
    tallies: Array.from({ length: own.first + 1 }, (_, at) => reached(places, at + 1).length),
    better: better.map((other) => ({
      contestant: other.contestant,
      reason: reason(recordOf(other, count), own, placesOf(other), places),
    })),
    equals: compared
      .filter((other) => other.contestant !== member.contestant && equal(other.result ?? zero, result))
      .map(({ contestant }) => contestant),
    result,
    rank,
  };
}

function reached(places: readonly Rational[], k: number): readonly Rational[] {
  return places.filter((place) => compare(place, whole(k)) <= 0);
}

function reason(
  better: SkatingRecord,
  worse: SkatingRecord,
  betterPlaces: readonly Rational[],
  worsePlaces: readonly Rational[],
): SkatingReason {
  if (better.first < worse.first) {
    return { type: 'earlier-majority', at: better.first + 1, jurors: better.tallies[0]?.count ?? 0 };
  }
  for (const [index, tally] of better.tallies.entries()) {
    const other = present(worse.tallies[index], 'tallies of equal length');
    const where = { at: better.first + index + 1, isFirst: index === 0, jurors: tally.count };
    if (tally.count !== other.count) return { type: 'more-jurors', ...where, others: other.count };
    if (compare(tally.total, other.total) === 0) continue;
    const [places, others] = [reached(betterPlaces, where.at), reached(worsePlaces, where.at)];
    return { type: 'smaller-sum', ...where, places, others };
  }
  return { type: 'equal' };
}
