/**
 * Exact rational numbers over BigInt: the only arithmetic that ranking uses (no floating point anywhere).
 * Invariant: the denominator is positive and the fraction is in lowest terms, so equal numbers are equal pairs.
 */
import { assert } from './assert.ts';

export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const zero: Rational = { numerator: 0n, denominator: 1n };
export const one: Rational = { numerator: 1n, denominator: 1n };

/** numerator / denominator in lowest terms; the denominator must not be zero. */
export function rational(numerator: bigint, denominator: bigint = 1n): Rational {
  if (denominator === 1n) return { numerator, denominator };
  assert(denominator !== 0n, 'a denominator is not zero');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(magnitude(numerator), magnitude(denominator));
  if (divisor === 0n) return zero;
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

/** A whole number (safe integer) as a rational. */
export function whole(value: number): Rational {
  return { numerator: BigInt(value), denominator: 1n };
}

/** A sheet of scores holds few different texts: each is read once. */
const decimalsRead = new Map<string, Rational>();
const decimalsKept = 4096;

/** From a decimal text like "-12.345" (as `decimal.ts` makes them). */
export function fromDecimal(text: string): Rational {
  const known = decimalsRead.get(text);
  if (known !== undefined) return known;
  const read = readDecimal(text);
  if (decimalsRead.size >= decimalsKept) decimalsRead.clear();
  decimalsRead.set(text, read);
  return read;
}

function readDecimal(text: string): Rational {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  assert(match !== null, `a decimal: ${text}`);
  const [, sign = '', integer = '0', fraction = ''] = match;
  return rational(BigInt(`${sign}${integer}${fraction}`), 10n ** BigInt(fraction.length));
}

export function add(a: Rational, b: Rational): Rational {
  if (b.numerator === 0n) return a;
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Rational, b: Rational): Rational {
  if (b.numerator === 0n) return a;
  return rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

/** How far one is from the other: never negative. */
export function distance(a: Rational, b: Rational): Rational {
  return compare(a, b) < 0 ? subtract(b, a) : subtract(a, b);
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** a / b; b must not be zero. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

export function sum(values: Iterable<Rational>): Rational {
  const total = { numerator: 0n, denominator: 1n };
  for (const value of values) addTo(total, value.numerator, value.denominator);
  return rational(total.numerator, total.denominator);
}

/** The sum of the products of both lists, pair by pair; they are equally long. */
export function sumOfProducts(a: readonly Rational[], b: readonly Rational[]): Rational {
  assert(a.length === b.length, 'a pair for each');
  const total = { numerator: 0n, denominator: 1n };
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? zero;
    addTo(total, left.numerator * right.numerator, left.denominator * right.denominator);
  }
  return rational(total.numerator, total.denominator);
}

/** The least that all of them can be written over. */
export function commonDenominator(values: readonly Rational[]): bigint {
  let common = 1n;
  for (const { denominator } of values) common *= denominator / greatestCommonDivisor(common, denominator);
  return common;
}

/** Over a common denominator, so that lowest terms are looked for once at the end. */
function addTo(total: { numerator: bigint; denominator: bigint }, numerator: bigint, denominator: bigint): void {
  if (total.denominator % denominator !== 0n) {
    const factor = denominator / greatestCommonDivisor(total.denominator, denominator);
    total.numerator *= factor;
    total.denominator *= factor;
  }
  total.numerator += numerator * (total.denominator / denominator);
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const isSame = a.denominator === b.denominator;
  const left = isSame ? a.numerator : a.numerator * b.denominator;
  const right = isSame ? b.numerator : b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equal(a: Rational, b: Rational): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator;
}

/** Rounded to `decimals` places (0 or more), halves away from zero, as the spreadsheet function ROUND does. */
export function roundHalfAwayFromZero(value: Rational, decimals: number): Rational {
  const scale = 10n ** BigInt(decimals);
  const doubled = magnitude(value.numerator) * scale * 2n + value.denominator;
  const rounded = doubled / (value.denominator * 2n);
  return rational(value.numerator < 0n ? -rounded : rounded, scale);
}

/** The shortest decimal if it terminates, else `p/q` in lowest terms. */
export function toExactText(value: Rational): string {
  let rest = value.denominator;
  let places = 0;
  while (rest % 10n === 0n) [rest, places] = [rest / 10n, places + 1];
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
  if (rest !== 1n) return `${value.numerator}/${value.denominator}`;
  return stripZeros(toFixedText(value, places + Math.max(twos, fives)));
}

/** What `toExactText` wrote. */
export function fromExactText(text: string): Rational {
  const [numerator = '', denominator] = text.split('/');
  return denominator === undefined ? fromDecimal(numerator) : rational(BigInt(numerator), BigInt(denominator));
}

/** With exactly `decimals` places and a point, halves away from zero: "82.40". */
export function toFixedText(value: Rational, decimals: number): string {
  const rounded = roundHalfAwayFromZero(value, decimals);
  const digits = ((magnitude(rounded.numerator) * 10n ** BigInt(decimals)) / rounded.denominator)
    .toString()
    .padStart(decimals + 1, '0');
  const sign = rounded.numerator < 0n ? '-' : '';
  if (decimals === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

const tenToThe15 = 10n ** 15n;

/** The nearest double, for drawing and for cached cell values only; never for ranking. */
export function toNumber(value: Rational): number {
  const { numerator, denominator } = value;
  // Its 15 places hold all of it: then the quotient of two such numbers is the nearest double too.
  const isShort = tenToThe15 % denominator === 0n && magnitude(numerator) <= safe;
  if (isShort) return Number(numerator) / Number(denominator);
  return Number(toFixedText(value, 15));
}

function stripZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) {
    // From there on plain numbers do the same, many times faster.
    if (a <= safe && b <= safe) return BigInt(divisorOfNumbers(Number(a), Number(b)));
    [a, b] = [b, a % b];
  }
  return a;
}

const safe = BigInt(Number.MAX_SAFE_INTEGER);

function divisorOfNumbers(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
