/**
 * By how much arrows and stepper buttons move a number: by the rubric's step, so that every allowed number is reached, half
 * points too. Where the step is too fine for a key (often 0,01) on 0 to 100 a key moves by 1, on 1 to 5 by 0,1. Exact
 * throughout; what is already there is never rounded.
 */
import {
  add,
  compare,
  divide,
  fromDecimal,
  multiply,
  rational,
  subtract,
  toExactText,
  whole,
  type Rational,
} from '../../shared/lib/rational.ts';

export interface DecimalRange {
  readonly min: string;
  readonly max: string;
  readonly step: string;
}

/** Most key presses from one end to the other by the rubric's own step. */
const MOST_STEPS = whole(200);
/** Where those are more, about so many by a coarser one. */
const PRESSES = whole(100);
/** From so many presses on a second, ten times larger step is offered. */
const PRESSES_FOR_LARGE = whole(50);

/** One press: the step, or where it is too fine a multiple of it: a hundredth of the range or a little more. */
export function keyStep({ min, max, step }: DecimalRange): string {
  const range = subtract(fromDecimal(max), fromDecimal(min));
  const finest = divide(range, PRESSES);
  const grain = fromDecimal(step);
  if (compare(grain, divide(range, MOST_STEPS)) >= 0) return step;
  for (let power = -4; power <= 6; power += 1) {
    for (const digit of [1, 2, 5]) {
      const candidate = multiply(whole(digit), powerOfTen(power));
      if (compare(candidate, finest) >= 0 && divide(candidate, grain).denominator === 1n) return toExactText(candidate);
    }
  }
  return step;
}

/** A press of the large buttons, or null where the small ones are quick enough. */
export function largeStep(range: DecimalRange): string | null {
  const small = fromDecimal(keyStep(range));
  const presses = divide(subtract(fromDecimal(range.max), fromDecimal(range.min)), small);
  return compare(presses, PRESSES_FOR_LARGE) < 0 ? null : toExactText(multiply(small, whole(10)));
}

/** One press up or down, held inside the range. */
export function stepped(range: DecimalRange, current: string, by: string, direction: 1 | -1): string {
  const [min, max] = [fromDecimal(range.min), fromDecimal(range.max)];
  const next = add(fromDecimal(current), multiply(whole(direction), fromDecimal(by)));
  if (compare(next, min) < 0) return range.min;
  return compare(next, max) > 0 ? lastOnStep(range) : toExactText(next);
}

/** The highest allowed number: the maximum, unless the step does not reach it. */
function lastOnStep({ min, max, step }: DecimalRange): string {
  const grain = fromDecimal(step);
  const steps = divide(subtract(fromDecimal(max), fromDecimal(min)), grain);
  return toExactText(add(fromDecimal(min), multiply(rational(steps.numerator / steps.denominator), grain)));
}

function powerOfTen(power: number): Rational {
  return power < 0 ? rational(1n, 10n ** BigInt(-power)) : rational(10n ** BigInt(power));
}
