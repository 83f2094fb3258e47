/** Margins that are small enough to be looked at once more before anything is announced: under 0.05 by default. */
import { isPlaceBased } from '../../shared/domain/methods.ts';
import type { ContestantId } from '../../shared/domain/ids.ts';
import { compare, fromDecimal, subtract, toFixedText, type Rational } from '../../shared/lib/rational.ts';
import type { CategoryRanking, CategoryTotals } from '../../shared/ranking/types.ts';
import { showDecimal } from '../messages/numbers.ts';

const threshold = fromDecimal('0.05');

/**
 * The distance to the next lower result, as text, for contestants whose place would change an award. Places and points of
 * the place-based methods have no margins of this kind.
 */
export function closeMargins(
  ranking: CategoryRanking,
  totals: CategoryTotals,
  places: number,
): ReadonlyMap<ContestantId, string> {
  const ranks = new Map(
    ranking.standings.map(({ contestant, rank, status }) => [contestant, status === undefined ? rank : null]),
  );
  return new Map(
    [...marginsBelow(ranking, totals)]
      .filter(([contestant, margin]) => {
        const rank = ranks.get(contestant) ?? null;
        return rank !== null && rank <= places && margin.numerator > 0n && compare(margin, threshold) < 0;
      })
      .map(([contestant, margin]) => [contestant, marginText(margin)]),
  );
}

/** The exact distance of each to the one below it in the standings; none for the place-based methods. */
export function marginsBelow(ranking: CategoryRanking, totals: CategoryTotals): ReadonlyMap<ContestantId, Rational> {
  const margins = new Map<ContestantId, Rational>();
  if (isPlaceBased(ranking.method)) return margins;
  const results = new Map(totals.contestants.map(({ contestant, result }) => [contestant, result]));
  const outOf = new Map(totals.contestants.map((each) => [each.contestant, each.outOf]));
  for (const [index, { contestant }] of ranking.standings.entries()) {
    const below = ranking.standings[index + 1];
    const upper = results.get(contestant) ?? null;
    // What separates results of different rounds is no distance.
    const isSameRound = below !== undefined && outOf.get(below.contestant) === outOf.get(contestant);
    const lower = !isSameRound ? null : (results.get(below.contestant) ?? null);
    if (upper !== null && lower !== null) margins.set(contestant, subtract(upper, lower));
  }
  return margins;
}

/** Decimals enough to show that it is not nothing. */
function marginText(margin: Rational): string {
  for (const decimals of [2, 3, 4, 6]) {
    const text = toFixedText(margin, decimals);
    if (/[1-9]/.test(text)) return showDecimal(text);
  }
  return '< 0,000001';
}
