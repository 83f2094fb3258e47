/**
 * Results with as many decimals as are shown (R25): two, and more only where two different results would look equal. The
 * answer of `rank` says each by itself; wherever results of a category stand together (screens and their sentences, documents,
 * the announcement) all have as many decimals as the one that needs most.
 */
import { equal, fromExactText, toFixedText, type Rational } from '../lib/rational.ts';
import type { Standing } from './types.ts';

export const fewestDecimals = 2;
/** Far beyond any difference of two results; a bound for the loop. */
const MOST_DECIMALS = 60;

/** One text per result, in the order given, with a point; a dash for no result. `shared/say` has the language's sign. */
export function displayResults(results: readonly (Rational | null)[]): readonly string[] {
  const decimals = results.map(() => fewestDecimals);
  for (let round = fewestDecimals; round < MOST_DECIMALS; round += 1) {
    const texts = results.map((result, position) => textOf(result, decimals[position] ?? fewestDecimals));
    const firstByText = new Map<string, Rational>();
    const ambiguous = new Set<string>();
    for (const [position, text] of texts.entries()) {
      const result = results[position] ?? null;
      if (result === null) continue;
      const first = firstByText.get(text);
      if (first === undefined) firstByText.set(text, result);
      else if (!equal(first, result)) ambiguous.add(text);
    }
    if (ambiguous.size === 0) return texts;
    for (const [position, text] of texts.entries()) {
      if (ambiguous.has(text)) decimals[position] = round + 1;
    }
  }
  return results.map((result) => textOf(result, MOST_DECIMALS));
}

/** The same, all with as many decimals as the one that needs most, and at least `fewest`: numbers in a column. */
export function displayAlike(results: readonly (Rational | null)[], fewest = fewestDecimals): readonly string[] {
  const most = Math.max(fewest, ...displayResults(results).map(decimalsIn));
  return results.map((result) => textOf(result, most));
}

/** How many decimals the results of a category have where they stand together. */
export function columnDecimals(standings: readonly Pick<Standing, 'display'>[]): number {
  return Math.max(fewestDecimals, ...standings.map(({ display }) => decimalsIn(display)));
}

/** One text per standing, all alike. */
export function columnDisplays(standings: readonly Pick<Standing, 'display' | 'result'>[]): readonly string[] {
  const decimals = columnDecimals(standings);
  return standings.map(({ result, display }) => (result === null ? display : textOf(fromExactText(result), decimals)));
}

function decimalsIn(display: string): number {
  return display.split('.')[1]?.length ?? 0;
}

function textOf(value: Rational | null, decimals: number): string {
  return value === null ? '–' : toFixedText(value, decimals);
}
