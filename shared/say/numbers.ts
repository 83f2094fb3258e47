/**
 * Numbers as a reader writes them. The core has them with a point (`87.5`, `-3.25`), in results as in texts; the sign for the
 * decimals belongs to the language.
 */
import type { Method } from '../domain/methods.ts';
import { toExactText, toFixedText, type Rational } from '../lib/rational.ts';
import { fewestDecimals } from '../ranking/display.ts';

export interface NumberWords {
  readonly decimalSign: string;
}

/** `value`: a decimal with a point; any other text stays. */
export function sayDecimal({ decimalSign }: NumberWords, value: string): string {
  return value.replace('.', decimalSign);
}

/** With two decimals. */
export function sayRational(words: NumberWords, value: Rational): string {
  return sayDecimal(words, toFixedText(value, fewestDecimals));
}

/**
 * A result as a sentence or a table shows it, with a true minus sign; `display` as the ranking gives it. A place of `majority` is a
 * place and no score (`1`, `2,5`).
 */
export function sayResult(words: NumberWords, method: Method, result: Rational | null, display: string): string {
  const isPlace = method === 'majority' && result !== null;
  return sayDecimal(words, isPlace ? toExactText(result) : display.replace('-', '−'));
}
