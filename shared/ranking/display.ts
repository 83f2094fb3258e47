/** Results with as many decimals as are shown (R25): two, and more only where two different results would look equal. */
import { equal, toFixedText, type Rational } from '../lib/rational.ts';

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

/** The same, all with as many decimals as the one that needs most: numbers in a column. */
export function displayAlike(results: readonly (Rational | null)[]): readonly string[] {
  const decimals = displayResults(results).map((text) => text.split('.')[1]?.length ?? fewestDecimals);
  const most = Math.max(fewestDecimals, ...decimals);
  return results.map((result) => textOf(result, most));
}

function textOf(value: Rational | null, decimals: number): string {
  return value === null ? '–' : toFixedText(value, decimals);
}
