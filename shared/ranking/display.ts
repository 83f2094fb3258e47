/** Results as Indonesian text (R25): two decimals, and more only where two different results would look equal. */
import type { Method } from '../domain/methods.ts';
import { showDecimal } from '../lib/decimal.ts';
import { equal, toExactText, toFixedText, type Rational } from '../lib/rational.ts';

const FEWEST_DECIMALS = 2;
/** Far beyond any difference of two results; a bound for the loop. */
const MOST_DECIMALS = 60;

/** One text per result, in the order given; a dash for no result. */
export function displayResults(results: readonly (Rational | null)[]): readonly string[] {
  const decimals = results.map(() => FEWEST_DECIMALS);
  for (let round = FEWEST_DECIMALS; round < MOST_DECIMALS; round += 1) {
    const texts = results.map((result, position) => textOf(result, decimals[position] ?? FEWEST_DECIMALS));
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

/** A result as a sentence or a table shows it: a place of `majority` is a place and no score (`1`, `2,5`). */
export function showResult(method: Method, result: Rational | null, display: string): string {
  return method === 'majority' && result !== null ? showDecimal(toExactText(result)) : display.replace('-', '−');
}

/** A number as a reader sees it: two decimals and a comma. */
export function showRational(value: Rational): string {
  return textOf(value, FEWEST_DECIMALS);
}

function textOf(value: Rational | null, decimals: number): string {
  return value === null ? '–' : showDecimal(toFixedText(value, decimals));
}
