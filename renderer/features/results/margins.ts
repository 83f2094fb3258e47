/** Margins that are small enough to be looked at once more before anything is announced: under 0.05 by default. */
import { isPlaceBased } from '../../../shared/domain/methods.ts';
import type { ContestantId } from '../../../shared/domain/ids.ts';
import { compare, fromDecimal, subtract, toFixedText, type Rational } from '../../../shared/lib/rational.ts';
import type { CategoryRanking, CategoryTotals } from '../../../shared/ranking/types.ts';
import { showDecimal } from '../../messages/numbers.ts';

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
  const margins = new Map<ContestantId, string>();
  if (isPlaceBased(ranking.method)) return margins;
  const resultOf = (id: ContestantId) => totals.contestants.find((each) => each.contestant === id)?.result ?? null;
  for (const [index, standing] of ranking.standings.entries()) {
    const below = ranking.standings[index + 1];
    if (below === undefined || standing.rank === null || standing.rank > places) continue;
    const [upper, lower] = [resultOf(standing.contestant), resultOf(below.contestant)];
    if (upper === null || lower === null) continue;
    const margin = subtract(upper, lower);
    if (compare(margin, fromDecimal('0')) > 0 && compare(margin, threshold) < 0) {
      margins.set(standing.contestant, marginText(margin));
    }
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
