/** Numbers in the sentences of English. */
import type { Rational } from '../../lib/rational.ts';
import type { Rounded } from '../../ranking/explanation.ts';
import { fewestDigits, sayExact, sayExactApart, sayExactSum } from '../exact-numbers.ts';
import { sayDecimal, type NumberWords } from '../numbers.ts';
import { counted } from './sentences.ts';

export const englishNumbers: NumberWords = { decimalSign: '.', groupSign: ',' };

/** `87.5`. */
export function showDecimal(value: string): string {
  return sayDecimal(englishNumbers, value);
}

/** `82.5`; `82.583…`. */
export function say(value: Rational, digits?: number): string {
  return sayExact(englishNumbers, value, digits);
}

export function sayApart(values: readonly Rational[]): readonly string[] {
  return sayExactApart(englishNumbers, values);
}

/** `a + b + c`. */
export function saySum(values: readonly Rational[]): string {
  return sayExactSum(englishNumbers, values);
}

/** What a declared rounding made of a value: the value itself, and the rounded one named where the rules ask for it. */
export function sayRounded({ exact, value, decimals }: Rounded): string {
  if (decimals === null) return say(exact);
  const places = counted(decimals, 'decimal');
  return `${say(exact, Math.max(fewestDigits, decimals + 1))}, rounded to ${places} by the rules: ${say(value)}`;
}
