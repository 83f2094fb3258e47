/** Numbers as sentences write them: exact where a number ends soon, else cut with a mark that it goes on. */
import { equal, toExactText, type Rational } from '../../lib/rational.ts';
import type { Rounded } from '../../ranking/explanation.ts';
import { sayDecimal, type NumberWords } from '../numbers.ts';

export const indonesianNumbers: NumberWords = { decimalSign: ',' };

/** `87,5`. */
export function showDecimal(value: string): string {
  return sayDecimal(indonesianNumbers, value);
}

/** Digits after the comma of a number that does not end soon. */
const FEWEST_DIGITS = 3;
/** A number with at most so many digits after the comma is written whole. */
const MOST_DIGITS = 8;

/** `82,5`; `82,583…` for a number that goes on (cut, not rounded); with a true minus sign. */
export function say(value: Rational, digits = FEWEST_DIGITS): string {
  const exact = toExactText(value);
  const isWhole = !exact.includes('/') && (exact.split('.')[1]?.length ?? 0) <= MOST_DIGITS;
  return showDecimal(isWhole ? exact : `${cut(value, significantDigits(value, digits))}…`).replace('-', '−');
}

/** Several numbers with as many digits as tell the different ones apart. */
export function sayApart(values: readonly Rational[]): readonly string[] {
  for (let digits = FEWEST_DIGITS; digits < 40; digits += 1) {
    const texts = values.map((value) => say(value, digits));
    const isApart = values.every((value, at) =>
      values.every((other, position) => texts[at] !== texts[position] || equal(value, other)),
    );
    if (isApart) return texts;
  }
  return values.map((value) => say(value));
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
export function saySum(values: readonly Rational[]): string {
  return values.map((value) => say(value)).join(' + ');
}

/** What a declared rounding made of a value: the value itself, and the rounded one named where the rules ask for it. */
export function sayRounded({ exact, value, decimals }: Rounded): string {
  if (decimals === null) return say(exact);
  return `${say(exact, Math.max(FEWEST_DIGITS, decimals + 1))}, dibulatkan ${decimals} desimal menurut aturan: ${say(value)}`;
}
