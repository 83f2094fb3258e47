import { expect, test } from 'vitest';
import { closeMargins } from '../../../../renderer/contest/margins.ts';
import { groupAtStep } from '../../../../renderer/features/results/tie-group.ts';
import { contestFileSchema, type ContestFile } from '../../../../shared/domain/setup/contest-file.ts';
import { rational, whole } from '../../../../shared/lib/rational.ts';
import { displayAlike } from '../../../../shared/ranking/display.ts';
import { rankContest } from '../../../../shared/ranking/rank.ts';
import { juryTotals } from '../../../../shared/ranking/totals.ts';

function file(values: readonly string[], tieBreak: readonly string[] = []): ContestFile {
  return contestFileSchema.parse({
    format: 'gelar-juri/contest@1',
    contest: { name: 'Contoh', example: true },
    categories: [{ id: 'k', name: 'K' }],
    stages: [{ id: 's', name: 'S', weight: '1' }],
    rubrics: [
      {
        id: 'r',
        stage: 's',
        criteria: [
          { id: 'a', name: 'A', weight: '50', min: '0', max: '100' },
          { id: 'b', name: 'B', weight: '50', min: '0', max: '100' },
        ],
      },
    ],
    jurors: [{ id: 'j', name: 'Juri 1 (contoh)' }],
    contestants: values.map((_, index) => ({
      id: `p${index}`,
      number: index + 1,
      name: `KBK ${index}`,
      category: 'k',
      status: 'performed',
    })),
    scores: values.flatMap((pair, index) =>
      pair.split('/').map((value, at) => ({ juror: 'j', contestant: `p${index}`, criterion: 'ab'[at], value })),
    ),
    rules: { method: 'mean', tieBreak, places: 2 },
  });
}

function margins(contest: ContestFile) {
  const [ranking] = rankContest(contest).categories;
  return ranking === undefined ? null : [...closeMargins(ranking, juryTotals(contest, 'k'), contest.rules.places)];
}

test('a margin under 0.05 is flagged, 0.05 itself and equal results are not', () => {
  expect(margins(file(['80.04/80.04', '80/80', '79.95/79.95']))).toEqual([['p0', '0,04']]);
  expect(margins(file(['80.002/80.002', '80/80']))).toEqual([['p0', '0,002']]);
  expect(margins(file(['80/80', '80/80']))).toEqual([]);
});

test("a margin below the awarded places is nobody's worry", () => {
  expect(margins(file(['90/90', '80/80', '70.01/70.01', '70/70']))).toEqual([]);
});

test('[R19] a decision names the group that is tied when its step is reached', () => {
  const values = ['80/80', '80/80', '90/70', '90/70'];
  const early = file(values, ['chair', 'criterion:a']);
  const late = file(values, ['criterion:a', 'chair']);
  expect(groupAtStep(early, juryTotals(early, 'k'), ['p2', 'p3'], 'chair')).toEqual(['p0', 'p1', 'p2', 'p3']);
  expect(groupAtStep(late, juryTotals(late, 'k'), ['p2', 'p3'], 'chair')).toEqual(['p2', 'p3']);
  expect(groupAtStep(late, juryTotals(late, 'k'), ['p2', 'p3'], 'draw')).toBeNull();
});

test('[R25] numbers of a column have the decimals of the one that needs most, each rounded from its exact value', () => {
  expect(displayAlike([rational(220n, 3n), rational(73334n, 1000n), null, whole(70)])).toEqual([
    '73.333',
    '73.334',
    '–',
    '70.000',
  ]);
  expect(displayAlike([rational(2n, 1000n), whole(0)])).toEqual(['0.002', '0.000']);
});
