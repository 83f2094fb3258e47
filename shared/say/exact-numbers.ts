/** Numbers as explanations write them, in any language: exact where a number ends soon, else cut with a mark that it goes on. */
import { equal, toExactText, type Rational } from '../lib/rational.ts';
import { sayDecimal, type NumberWords } from './numbers.ts';

/** Decimals of a number that does not end soon. */
export const fewestDigits = 3;
/** A number with at most so many decimals is written whole. */
const MOST_DIGITS = 8;

/** `82,5`; `82,583…` for a number that goes on (cut, not rounded); with a true minus sign. */
export function sayExact(words: NumberWords, value: Rational, digits = fewestDigits): string {
  const exact = toExactText(value);
  const isWhole = !exact.includes('/') && (exact.split('.')[1]?.length ?? 0) <= MOST_DIGITS;
  return sayDecimal(words, isWhole ? exact : `${cut(value, significantDigits(value, digits))}…`).replace('-', '−');
}

/** Several numbers with as many digits as tell the different ones apart. */
export function sayExactApart(words: NumberWords, values: readonly Rational[]): readonly string[] {
  for (let digits = fewestDigits; digits < 40; digits += 1) {
    const texts = values.map((value) => sayExact(words, value, digits));
    const isApart = values.every((value, at) =>
      values.every((other, position) => texts[at] !== texts[position] || equal(value, other)),
    );
    if (isApart) return texts;
  }
  return values.map((value) => sayExact(words, value));
}

/** Towards zero. */
function cut(value: Rational, digits: number): string {
  const size = value.numerator < 0n ? -value.numerator : value.numerator;
  const text = ((size * 10n ** BigInt(digits)) / value.denominator).toString().padStart(digits + 1, '0');
  return `${value.numerator < 0n ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** So many that at least two digits of a small number are seen. */
function significantDigits(value: Rational, digits: number): number {
  let enough = digits;
  while (enough < 40 && !/[1-9]\d/.test(cut(value, enough).replace('.', ''))) enough += 1;
  return enough;
}

/** `a + b + c`. */
export function sayExactSum(words: NumberWords, values: readonly Rational[]): string {
  return values.map((value) => sayExact(words, value)).join(' + ');
}
