/**
 * A second, deliberately naive ranking by `mean`, written from the rules alone: plain integer fractions that are never
 * reduced, no tie-break, no rounding. Tests compare the engine with it.
 */
import type { ContestFile } from '../../shared/domain/contest-file.ts';

type Fraction = readonly [bigint, bigint];

/** Contestants of a category with a result, best first, each with its rank and result in lowest terms. */
export function naiveMeanRanking(
  file: ContestFile,
  category: string,
): readonly { readonly contestant: string; readonly rank: number; readonly result: string }[] {
  const results = file.contestants.flatMap((contestant) => {
    if (contestant.category !== category) return [];
    if (!['waiting', 'performing', 'performed'].includes(contestant.status)) return [];
    const result = naiveResult(file, contestant.id, category);
    return result === null ? [] : [{ contestant: contestant.id, result }];
  });
  return results
    .map(({ contestant, result }) => ({
      contestant,
      rank: 1 + results.filter((other) => isGreater(other.result, result)).length,
      result: lowestTerms(result),
    }))
    .toSorted((a, b) => a.rank - b.rank);
}

function naiveResult(file: ContestFile, contestant: string, category: string): Fraction | null {
  let sum: Fraction = [0n, 1n];
  let weights: Fraction = [0n, 1n];
  for (const stage of file.stages) {
    const rubric = file.rubrics.find(
      (one) => one.stage === stage.id && (!one.categories || one.categories.includes(category)),
    );
    if (!rubric) continue;
    let total: Fraction = [0n, 1n];
    let panel = 0n;
    for (const juror of file.jurors) {
      const values = rubric.criteria.map((criterion) =>
        file.scores.find(
          (score) => score.juror === juror.id && score.contestant === contestant && score.criterion === criterion.id,
        ),
      );
      if (values.some((value) => value === undefined)) continue;
      panel += 1n;
      for (const [index, criterion] of rubric.criteria.entries()) {
        const share = times(fraction(criterion.weight), fraction(values[index]?.value ?? ''));
        total = plus(total, times(share, [1n, 100n]));
      }
    }
    if (panel === 0n) continue;
    const weight = fraction(stage.weight);
    sum = plus(sum, times(weight, times(total, [1n, panel])));
    weights = plus(weights, weight);
  }
  if (weights[0] === 0n) return null;
  let result = times(sum, [weights[1], weights[0]]);
  for (const penalty of file.penalties) {
    if (penalty.contestant !== contestant) continue;
    const points =
      'points' in penalty
        ? fraction(penalty.points)
        : times(fraction(penalty.perMinute), [BigInt(Math.floor((penalty.overSeconds + 59) / 60)), 1n]);
    result = plus(result, times(points, [-1n, 1n]));
  }
  return result;
}

function fraction(decimal: string): Fraction {
  const [integer = '', digits = ''] = decimal.split('.');
  return [BigInt(integer + digits), 10n ** BigInt(digits.length)];
}

function plus([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return [a * d + c * b, b * d];
}

function times([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return [a * c, b * d];
}

function isGreater([a, b]: Fraction, [c, d]: Fraction): boolean {
  return a * d > c * b;
}

function lowestTerms([a, b]: Fraction): string {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return `${a / x}/${b / x}`;
}
