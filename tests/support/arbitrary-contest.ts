/** Random whole contests for properties: two stages, a few jurors and contestants, small scores so that ties are common. */
import fc from 'fast-check';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { contestants, contestOf, criterion, jurors, rubric } from './contest-builder.ts';

export interface ArbitraryRules {
  readonly methods?: readonly string[];
  readonly tieBreaks?: readonly (readonly string[])[];
}

/** Some sheets are missing, some jurors recused, some contestants withdrawn, some penalised. */
export function arbitraryContest(rules: ArbitraryRules = {}): fc.Arbitrary<ContestFile> {
  const { methods = ['mean'], tieBreaks = [[]] } = rules;
  return fc
    .record({
      method: fc.constantFrom(...methods),
      tieBreak: fc.constantFrom(...tieBreaks),
      jurorCount: fc.integer({ min: 1, max: 4 }),
      contestantCount: fc.integer({ min: 1, max: 5 }),
      weights: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 3 })),
      values: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 60, maxLength: 60 }),
      states: fc.array(fc.constantFrom('scored', 'scored', 'scored', 'scored', 'recused', 'missing'), {
        minLength: 20,
        maxLength: 20,
      }),
      statuses: fc.array(fc.constantFrom('performed', 'performed', 'performed', 'waiting', 'withdrawn'), {
        minLength: 5,
        maxLength: 5,
      }),
      penalties: fc.array(fc.record({ contestant: fc.nat(4), points: fc.integer({ min: 0, max: 2 }) }), {
        maxLength: 3,
      }),
    })
    .map((plan) => {
      const people = contestants(plan.contestantCount).map((one, index) => ({
        ...one,
        id: `k${index + 1}`,
        status: plan.statuses[index],
      }));
      const seats = jurors(plan.jurorCount);
      const criteria = ['a', 'b', 'c'];
      const pairs = people.flatMap((contestant, c) =>
        seats.map((juror, j) => ({ contestant, juror, position: c * 4 + j })),
      );
      return contestOf({
        stages: [
          { id: 's', name: 'Risalah', weight: String(plan.weights[0]) },
          { id: 't', name: 'Presentasi', weight: String(plan.weights[1]) },
        ],
        rubrics: [
          rubric('r', 's', [criterion('a', '30'), criterion('b', '70')]),
          rubric('q', 't', [criterion('c', '100')]),
        ],
        jurors: seats,
        contestants: people,
        scores: pairs
          .filter(({ position }) => plan.states[position] === 'scored')
          .flatMap(({ contestant, juror, position }) =>
            criteria.map((id, index) => ({
              juror: juror.id,
              contestant: contestant.id,
              criterion: id,
              value: String(plan.values[position * 3 + index]),
            })),
          ),
        recusals: pairs
          .filter(({ position }) => plan.states[position] === 'recused')
          .map(({ contestant, juror }) => ({ juror: juror.id, contestant: contestant.id, reason: 'satu unit' })),
        penalties: plan.penalties
          .filter(({ contestant }) => contestant < plan.contestantCount)
          .map(({ contestant, points }) => ({
            contestant: `k${contestant + 1}`,
            points: String(points),
            reason: 'waktu',
          })),
        rules: { method: plan.method, tieBreak: plan.tieBreak },
      });
    });
}
