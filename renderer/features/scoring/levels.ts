/** The descriptors of a criterion as levels, highest first, and the one that a score has reached. */
import type { Criterion } from '../../../shared/domain/setup/contest-file.ts';
import { parseDecimal } from '../../../shared/lib/decimal.ts';
import { compare, fromDecimal } from '../../../shared/lib/rational.ts';

export interface Level {
  readonly score: string;
  readonly text: string;
}

export function levelsOf(criterion: Criterion): readonly Level[] {
  return Object.entries(criterion.descriptors ?? {})
    .flatMap(([key, text]) => {
      const score = parseDecimal(key);
      return score === null ? [] : [{ score, text }];
    })
    .toSorted((a, b) => compare(fromDecimal(b.score), fromDecimal(a.score)));
}

/** The highest level that is not above the score; null below all of them or without a score. */
export function reachedLevel(levels: readonly Level[], value: string | null): Level | null {
  if (value === null) return null;
  return levels.find((level) => compare(fromDecimal(level.score), fromDecimal(value)) <= 0) ?? null;
}
