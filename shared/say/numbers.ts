/**
 * Numbers as a reader writes them. The core has them with a point (`87.5`, `-3.25`), in results as in texts; the sign for the
 * decimals belongs to the language.
 */
import type { Method } from '../domain/methods.ts';
import { assert } from '../lib/assert.ts';
import { toExactText, toFixedText, type Rational } from '../lib/rational.ts';
import { fewestDecimals } from '../ranking/display.ts';

export interface NumberWords {
  readonly decimalSign: string;
  /** Between thousands. */
  readonly groupSign: string;
}

/** `value`: a decimal with a point; any other text stays. */
export function sayDecimal({ decimalSign }: NumberWords, value: string): string {
  return value.replace('.', decimalSign);
}

/** `1.234,5`: thousands told apart, every digit kept. The text must be a plain decimal with a point. */
export function sayGrouped({ decimalSign, groupSign }: NumberWords, decimal: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  assert(match !== null, `a decimal: ${decimal}`);
  const [, sign = '', integer = '', fraction] = match;
  const grouped = integer.replace(/\B(?=(\d{3})+$)/g, groupSign);
  return fraction === undefined ? `${sign}${grouped}` : `${sign}${grouped}${decimalSign}${fraction}`;
}

/** With two decimals, or as many as the results it stands beside. */
export function sayRational(words: NumberWords, value: Rational, decimals = fewestDecimals): string {
  return sayDecimal(words, toFixedText(value, decimals));
}

/**
 * A result as a sentence or a table shows it, with a true minus sign; `display` as the ranking gives it. A place of `majority` is a
 * place and no score (`1`, `2,5`).
 */
export function sayResult(words: NumberWords, method: Method, result: Rational | null, display: string): string {
  const isPlace = method === 'majority' && result !== null;
  return sayDecimal(words, isPlace ? toExactText(result) : display.replace('-', '−'));
}
