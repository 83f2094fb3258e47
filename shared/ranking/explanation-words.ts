/** Names and numbers as explanations write them: exact where a number ends soon, else cut with a mark that it goes on. */
import type { ContestantId, ContestFile, JurorId, Rules } from '../domain/setup/contest-file.ts';
import { showDecimal } from '../lib/decimal.ts';
import { equal, toExactText, type Rational } from '../lib/rational.ts';
import { rounderOf, type RoundingStage } from './methods.ts';

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

/** What a declared rounding makes of a value: the value itself, and the rounded one named where the rules ask for it. */
export function sayRounded(rules: Pick<Rules, 'rounding'>, at: RoundingStage, exact: Rational): string {
  const decimals = rules.rounding.find((step) => step.at === at)?.decimals;
  if (decimals === undefined) return say(exact);
  const rounded = rounderOf(rules)(at, exact);
  return `${say(exact, Math.max(FEWEST_DIGITS, decimals + 1))}, dibulatkan ${decimals} desimal menurut aturan: ${say(rounded)}`;
}

/** `a`, `a dan b`, `a, b dan c`; `atau` where one of them is meant. */
export function joined(words: readonly string[], last: 'dan' | 'atau' = 'dan'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** A text as the end of a sentence: one that ends by itself gets no second full stop. */
export function ended(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

export function stageName(file: ContestFile, id: string): string {
  return file.stages.find((stage) => stage.id === id)?.name ?? id;
}

export function criterionName(file: ContestFile, id: string): string {
  return file.rubrics.flatMap((rubric) => rubric.criteria).find((criterion) => criterion.id === id)?.name ?? id;
}

export function jurorName(file: ContestFile, id: JurorId): string {
  return file.jurors.find((juror) => juror.id === id)?.name ?? id;
}

/** Number, name and unit stand together, so that nobody is mistaken for another. */
export function contestantName(file: ContestFile, id: ContestantId): string {
  const unit = file.contestants.find((one) => one.id === id)?.unit ?? '';
  return `${briefName(file, id)}${unit === '' ? '' : ` (${unit})`}`;
}

/** `nomor 4 KBK Melati`, where the unit has been said or would only be in the way. */
export function briefName(file: ContestFile, id: ContestantId): string {
  const contestant = file.contestants.find((one) => one.id === id);
  if (contestant === undefined) return id;
  return contestant.number === null ? contestant.name : `nomor ${contestant.number} ${contestant.name}`;
}

/** `nomor 4`, or the name of one without a number. */
export function numberName(file: ContestFile, id: ContestantId): string {
  const contestant = file.contestants.find((one) => one.id === id);
  if (contestant === undefined) return id;
  return contestant.number === null ? contestant.name : `nomor ${contestant.number}`;
}
