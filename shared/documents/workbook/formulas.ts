/**
 * The rules of judging as spreadsheet formulas (rules X11 to X14). Excel and LibreOffice count in doubles: every number is
 * first rounded to 10 places, so that 83.57499999999999 rounds as the 83.575 that it stands for, and equals compare equal.
 */
import type { RoundingStage } from '../../domain/methods.ts';
import type { Rules } from '../../domain/setup/contest-file.ts';
import { fromDecimal, roundHalfAwayFromZero, toNumber, type Rational } from '../../lib/rational.ts';

/** Places to which a double is trusted here; differences below it are noise. */
const trustedDecimals = 10;

/** `ROUND(x,2)` where the rules declare a rounding at this stage, else the expression itself. */
export function rounded(rules: Rules, stage: RoundingStage, expression: string): string {
  const step = rules.rounding.find((one) => one.at === stage);
  return step === undefined ? expression : `ROUND(${trusted(expression)},${step.decimals})`;
}

/** The expression without the noise of doubles. */
export function trusted(expression: string): string {
  return `ROUND(${expression},${trustedDecimals})`;
}

/** A value as the formulas compare it. */
export function trustedValue(value: Rational): Rational {
  return roundHalfAwayFromZero(value, trustedDecimals);
}

/** The sum of weight x score x multiplier over two ranges of one row each, with the declared `weighted` rounding. */
export function weightedSum(
  rules: Rules,
  marks: string,
  weights: string,
  scale: { readonly multiplier: string; readonly percent: boolean; readonly round: boolean },
): string {
  const product = `${marks}*${weights}${timesMultiplier(scale.multiplier)}${scale.percent ? '/100' : ''}`;
  return `SUMPRODUCT(${scale.round ? rounded(rules, 'weighted', product) : product})`;
}

/** `*20`, or nothing for 1. */
export function timesMultiplier(multiplier: string): string {
  return multiplier === '1' ? '' : `*${multiplier}`;
}

/**
 * The method over the numbers of one range; empty cells and texts ("TM") do not count. An empty text where there are too
 * few. `finish` wraps the number, e.g. to round it.
 */
export function methodOver(rules: Rules, range: string, finish: (expression: string) => string): string {
  switch (rules.method) {
    case 'mean':
    case 'majority':
    case 'borda':
      return `IF(COUNT(${range})=0,"",${finish(`AVERAGE(${range})`)})`;
    case 'median':
      return `IF(COUNT(${range})=0,"",${finish(`MEDIAN(${range})`)})`;
    case 'trimmed-mean':
      return `IF(COUNT(${range})<=${2 * rules.drop},"",${finish(trimmed(range, rules.drop))})`;
  }
}

function trimmed(range: string, drop: number): string {
  const ends: string[] = [];
  for (let place = 1; place <= drop; place += 1) ends.push(`-LARGE(${range},${place})-SMALL(${range},${place})`);
  return `(SUM(${range})${ends.join('')})/(COUNT(${range})-${2 * drop})`;
}

/** The cached value of a cell: the nearest double, or an empty text where there is nothing. */
export function cachedNumber(value: Rational | null): number | string {
  return value === null ? '' : toNumber(value);
}

/** A score, weight or limit as a cell's number. */
export function decimalNumber(decimal: string): number {
  return toNumber(fromDecimal(decimal));
}
