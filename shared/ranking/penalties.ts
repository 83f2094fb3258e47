/** Deductions (R12): plain points, or points for every minute begun over the time. */
import type { Penalty } from '../domain/setup/contest-file.ts';
import { fromDecimal, multiply, whole, type Rational } from '../lib/rational.ts';

/** The points a penalty takes off, not negative: `perMinute` counts every minute begun (61 seconds are 2 minutes). */
export function penaltyPoints(penalty: Penalty): Rational {
  if ('points' in penalty) return fromDecimal(penalty.points);
  return multiply(fromDecimal(penalty.perMinute), whole(minutesBegun(penalty.overSeconds)));
}

export function minutesBegun(seconds: number): number {
  return Math.ceil(seconds / 60);
}
