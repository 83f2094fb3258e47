/** Ties: the chain step by step, recorded decisions, blocked places, awards. */
import { expect, test } from 'vitest';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { checkRanking, withFittingDecisions } from '../../shared/ranking/decisions.ts';
import {
  contestants,
  contestOf,
  criterion,
  jurors,
  rubric,
  table,
  type ContestInput,
} from '../support/contest-builder.ts';
import { saidRanking } from '../support/said-ranking.ts';

test('[R20] what stays equal shares the rank, and is listed by number', () => {
  const file = contestOf({
    contestants: contestants(5).map((one, index) => ({ ...one, number: index === 4 ? null : 5 - index })),
    scores: table([
      [70, 70, 70],
      [80, 80, 80],
      [70, 70, 70],
      [90, 90, 90],
      [70, 70, 70],
    ]),
    rules: { method: 'mean', places: 1 },
  });
  expect(lines(file)).toEqual(['k4 1 -', 'k2 2 -', 'k3 3 shared', 'k1 3 shared', 'k5 3 shared']);
  expect(first(file).blocked).toBeNull();
});

test('[R14] a group that a step splits goes on with the next step, each part by itself', () => {
  // All have 80; the last step finds both parts equal again.
  const file = twoCriteria(
    [
      [90, 90],
      [90, 90],
      [70, 70],
      [70, 70],
    ],
    [
      [70, 70],
      [70, 70],
      [90, 90],
      [90, 90],
    ],
    { tieBreak: ['criterion:a', 'fewest-penalties', 'criterion:b'] },
  );
  expect(lines(file)).toEqual(['k1 1 shared', 'k2 1 shared', 'k3 3 shared', 'k4 3 shared']);
  expect(first(file).standings.map((standing) => standing.decidedBy)).toEqual([
    'criterion:a',
    'criterion:a',
    'criterion:a',
    'criterion:a',
  ]);
  expect(first(file).blocked).toEqual([
    { places: [1, 2], contestants: ['k1', 'k2'], reason: 'tie' },
    { places: [3, 4], contestants: ['k3', 'k4'], reason: 'tie' },
  ]);
});

test('[R14] a step that has split a group is not used again for its parts', () => {
  // All have 300. Firsts: k1 from j1 and j2, k2 from j3, k3 from j4. Between k2 and k3 alone, three jurors prefer k2.
  const rows = [
    [90, 90, 60, 60],
    [80, 80, 75, 65],
    [70, 70, 70, 90],
  ];
  expect(lines(single(rows, { tieBreak: ['juror-firsts'] }))).toEqual(['k1 1 -', 'k2 2 shared', 'k3 2 shared']);
  const longer = single(rows, { tieBreak: ['juror-firsts', 'head-to-head'] });
  expect(lines(longer)).toEqual(['k1 1 -', 'k2 2 -', 'k3 3 -']);
  expect(first(longer).standings.map((standing) => standing.decidedBy)).toEqual([
    'juror-firsts',
    'head-to-head',
    'head-to-head',
  ]);
});

test('[R15] a stage step compares unrounded stage results', () => {
  const file = contestOf({
    stages: [
      { id: 's', name: 'Risalah', weight: '50' },
      { id: 't', name: 'Presentasi', weight: '50' },
    ],
    rubrics: [rubric('r', 's', [criterion('a', '100')]), rubric('q', 't', [criterion('b', '100')])],
    contestants: contestants(2),
    scores: [
      ...table(
        [
          [80, 80, 80],
          [80, 80, 81],
        ],
        'a',
      ),
      ...table(
        [
          [70, 70, 70],
          [70, 70, 70],
        ],
        'b',
      ),
    ],
    rules: { method: 'mean', rounding: [{ at: 'stage', decimals: 0 }], tieBreak: ['stage:s'] },
  });
  expect(lines(file)).toEqual(['k2 1 -', 'k1 2 -']);
  expect(first(file).standings.map((standing) => standing.result)).toEqual(['75', '75']);
});

test('[R15] a criterion step takes the panel mean even where the method is the median', () => {
  const file = twoCriteria(
    [
      [80, 80, 80],
      [80, 80, 95],
    ],
    [
      [60, 60, 60],
      [60, 60, 45],
    ],
    {
      method: 'median',
      tieBreak: ['criterion:a'],
    },
  );
  expect(lines(file)).toEqual(['k2 1 -', 'k1 2 -']);
});

test('[R15] an aspect step adds the weighted sums of its criteria', () => {
  const file = contestOf({
    rubrics: [
      rubric('r', 's', [
        criterion('a', '20', { aspect: 'isi' }),
        criterion('b', '40', { aspect: 'isi' }),
        criterion('d', '40'),
      ]),
    ],
    jurors: jurors(1),
    contestants: contestants(2),
    // 0.2 a + 0.4 b + 0.4 d: 12 + 32 + 24 = 68 and 20 + 26 + 22 = 68; isi 44 and 46 (plain sums 140 and 165).
    scores: [...table([[60], [100]], 'a'), ...table([[80], [65]], 'b'), ...table([[60], [55]], 'd')],
    rules: { method: 'mean', tieBreak: ['aspect:isi'] },
  });
  expect(lines(file)).toEqual(['k2 1 -', 'k1 2 -']);
});

test('[R16] juror-firsts counts jurors who have it first among the tied, a shared first for each', () => {
  // k4 wins and is not tied. Among k1, k2, k3 (all 240): firsts j1 k1, j2 k1 and k2 shared, j3 k3 -> 2, 1, 1.
  const file = single(
    [
      [85, 80, 75],
      [80, 80, 80],
      [75, 75, 90],
      [99, 99, 99],
    ],
    { tieBreak: ['juror-firsts'] },
  );
  expect(lines(file)).toEqual(['k4 1 -', 'k1 2 -', 'k2 3 shared', 'k3 3 shared']);
});

test('[R17] head-to-head speaks only where exactly two are tied', () => {
  // k1 is first for two jurors, the others for one each, but three are tied.
  const rows = [
    [90, 90, 60, 60],
    [80, 80, 75, 65],
    [70, 70, 70, 90],
  ];
  expect(lines(single(rows, { tieBreak: ['head-to-head'] }))).toEqual(['k1 1 shared', 'k2 1 shared', 'k3 1 shared']);
  const two = single(
    [
      [81, 81, 78],
      [80, 80, 80],
    ],
    { tieBreak: ['head-to-head'] },
  );
  expect(lines(two)).toEqual(['k1 1 -', 'k2 2 -']);
});

test.each(['stage:s', 'juror-firsts', 'head-to-head'])(
  '[R14] %s compares totals without the declared rounding',
  (step) => {
    const file = contestOf({
      contestants: contestants(2),
      scores: table([
        [79.6, 79.6, 80],
        [80.4, 80.4, 80],
      ]),
      rules: { method: 'mean', rounding: [{ at: 'juror', decimals: 0 }], tieBreak: [step] },
    });
    expect(lines(file)).toEqual(['k2 1 -', 'k1 2 -']);
    expect(first(file).standings.map((standing) => standing.result)).toEqual(['80', '80']);
  },
);

test('[R17] head-to-head counts only jurors who judged both', () => {
  const file = contestOf({
    jurors: jurors(4),
    contestants: contestants(2),
    // Means 80 and 80; j4 judged k1 only. Of the others two prefer k2.
    scores: table([
      [79, 79, 82, 80],
      [80, 80, 80, null],
    ]),
    recusals: [{ juror: 'j4', contestant: 'k2', reason: 'satu unit' }],
    rules: { method: 'mean', tieBreak: ['head-to-head'] },
  });
  expect(lines(file)).toEqual(['k2 1 -', 'k1 2 -']);
});

test('[R18] the smaller sum of deductions goes first', () => {
  const file = contestOf({
    contestants: contestants(2),
    scores: table([
      [82, 82, 82],
      [80, 80, 80],
    ]),
    penalties: [{ contestant: 'k1', points: '2', reason: 'waktu' }],
    rules: { method: 'mean', tieBreak: ['fewest-penalties'] },
  });
  expect(lines(file)).toEqual(['k2 1 -', 'k1 2 -']);
  expect(first(file).standings.map((standing) => standing.decidedBy)).toEqual(['fewest-penalties', 'fewest-penalties']);
});

const tied = [
  [80, 80, 80],
  [80, 80, 80],
  [70, 70, 70],
];

test.each(['chair', 'draw'])('[R19] a recorded %s order separates exactly its tied group', (kind) => {
  const decisions = [{ kind, category: 'c', order: ['k2', 'k1'], reason: 'musyawarah' }];
  const file = single(tied, { tieBreak: ['head-to-head', kind] }, { decisions });
  expect(checkRanking(file)).toEqual([]);
  expect(lines(file)).toEqual(['k2 1 -', 'k1 2 -', 'k3 3 -']);
  expect(first(file).standings.map((standing) => standing.decidedBy)).toEqual([kind, kind, null]);
  expect(first(file).blocked).toBeNull();
  expect(first(file).standings[0]?.why.join(' ')).toContain('musyawarah');
});

test('[R19] without a decision the step leaves the tie, and the awarded places are blocked', () => {
  const file = single(tied, { tieBreak: ['chair'] });
  expect(lines(file)).toEqual(['k1 1 shared', 'k2 1 shared', 'k3 3 -']);
  expect(first(file).blocked).toEqual([{ places: [1, 2], contestants: ['k1', 'k2'], reason: 'tie' }]);
  expect(first(file).awards).toEqual([{ award: 'places', contestant: 'k3', place: 3 }]);
});

test.each([
  [
    'a group that is not tied',
    { kind: 'chair', category: 'c', order: ['k3', 'k1'], reason: 'x' },
    '/decisions/0/order',
  ],
  [
    'more than the group',
    { kind: 'chair', category: 'c', order: ['k1', 'k2', 'k3'], reason: 'x' },
    '/decisions/0/order',
  ],
  ['a step that is not agreed', { kind: 'draw', category: 'c', order: ['k1', 'k2'], reason: 'x' }, '/decisions/0/kind'],
  [
    'joint winners who are not equal',
    { kind: 'joint', category: 'c', contestants: ['k1', 'k3'], reason: 'x' },
    '/decisions/0/contestants',
  ],
])('[R19] a decision about %s is refused', (_what, decision, path) => {
  const file = single(tied, { tieBreak: ['chair'] }, { decisions: [decision] });
  expect(checkRanking(file).map((problem) => problem.path)).toEqual([path]);
});

test('[R19] a decision that an earlier step has made needless is refused', () => {
  const scores = [
    [81, 81, 78],
    [80, 80, 80],
  ];
  const decisions = [{ kind: 'chair', category: 'c', order: ['k2', 'k1'], reason: 'x' }];
  const file = single(scores, { tieBreak: ['head-to-head', 'chair'] }, { decisions });
  expect(checkRanking(file).map((problem) => problem.path)).toEqual(['/decisions/0/order']);
});

test('[R19] of several decisions those that fit are kept, and the others are told apart', () => {
  const decisions = [
    { kind: 'chair', category: 'c', order: ['k3', 'k1'], reason: 'nilai berubah' },
    { kind: 'chair', category: 'c', order: ['k2', 'k1'], reason: 'cocok' },
    { kind: 'joint', category: 'c', contestants: ['k4', 'k3'], reason: 'mundur' },
    { kind: 'draw', category: 'c', order: ['k2', 'k1'], reason: 'tidak disepakati' },
  ];
  const file = single(tied, { tieBreak: ['chair'] }, { decisions });
  const more = contestants(4).map((one, index) => (index === 3 ? { ...one, status: 'withdrawn' } : one));
  const { file: fitting, unfit } = withFittingDecisions(contestOf({ ...file, contestants: more }));
  expect(fitting.decisions.map(({ reason }) => reason)).toEqual(['cocok']);
  expect(unfit.map(({ reason }) => reason)).toEqual(['nilai berubah', 'mundur', 'tidak disepakati']);
  expect(checkRanking(fitting)).toEqual([]);
});

test('[R21] joint winners share their place, and the places behind them stay free', () => {
  const decisions = [{ kind: 'joint', category: 'c', contestants: ['k2', 'k1'], reason: 'juara kembar' }];
  const file = single(tied, { tieBreak: ['chair'] }, { decisions });
  expect(checkRanking(file)).toEqual([]);
  expect(first(file).blocked).toBeNull();
  expect(first(file).awards).toEqual([
    { award: 'places', contestant: 'k1', place: 1 },
    { award: 'places', contestant: 'k2', place: 1 },
    { award: 'places', contestant: 'k3', place: 3 },
  ]);
  expect(lines(file)).toEqual(['k1 1 shared', 'k2 1 shared', 'k3 3 -']);
});

test('[R21] a tie blocks only where it reaches into the awarded places', () => {
  const scores = [
    [90, 90, 90],
    [80, 80, 80],
    [70, 70, 70],
    [70, 70, 70],
  ];
  expect(first(single(scores, { places: 2 })).blocked).toBeNull();
  expect(first(single(scores, { places: 3 })).blocked).toEqual([
    { places: [3, 4], contestants: ['k3', 'k4'], reason: 'tie' },
  ]);
  const awards = [{ id: 'harapan', name: 'Harapan', kind: 'places', from: 4, count: 1 }];
  expect(first(single(scores, { places: 2 }, { awards })).blocked).toEqual([
    { places: [3, 4], contestants: ['k3', 'k4'], reason: 'tie' },
  ]);
});

test('[R21] a contestant whom nobody may judge blocks the category', () => {
  const file = single(
    [[80], [70], [null]],
    { places: 5 },
    {
      recusals: [{ juror: 'j1', contestant: 'k3', reason: 'satu unit' }],
    },
  );
  expect(lines(file)).toEqual(['k1 1 -', 'k2 2 -', 'k3 null -']);
  expect(first(file)).toMatchObject({
    provisional: false,
    blocked: [{ places: [1, 2, 3], contestants: ['k3'], reason: 'no-panel' }],
    awards: [],
  });
});

test('[R10] with majority a later step changes the rank, not the result', () => {
  // Wikipedia: k1 and k3 share 2.5. As totals: higher is better. Between the two, j1, j2 and j3 prefer k1.
  const file = single(
    [
      [4, 4, 2, 2, 1],
      [3, 3, 3, 3, 3],
      [2, 2, 1, 4, 4],
      [1, 1, 4, 1, 2],
    ],
    { method: 'majority', tieBreak: ['juror-firsts'] },
  );
  expect(
    first(file).standings.map(({ contestant, rank, result, decidedBy }) => [contestant, rank, result, decidedBy]),
  ).toEqual([
    ['k2', 1, '1', null],
    ['k1', 2, '2.5', 'juror-firsts'],
    ['k3', 3, '2.5', 'juror-firsts'],
    ['k4', 4, '4', null],
  ]);
});

test('[R24] awards beside the places: Harapan, Favorit, one criterion, bands', () => {
  const file = contestOf({
    rubrics: [rubric('r', 's', [criterion('a', '50'), criterion('b', '50')])],
    jurors: jurors(1),
    contestants: contestants(5),
    scores: [...table([[90], [80], [70], [60], [50]], 'a'), ...table([[70], [60], [70], [60], [20]], 'b')],
    awards: [
      { id: 'harapan', name: 'Harapan', kind: 'places', from: 4, count: 3 },
      { id: 'favorit', name: 'Favorit', kind: 'list', contestants: ['k5', 'k1'] },
      { id: 'kreatif', name: 'KBK kreatif', kind: 'criterion', criterion: 'b' },
      { id: 'lain', name: 'Lain', kind: 'list', categories: [], contestants: [] },
      {
        id: 'pita',
        name: 'Pita',
        kind: 'band',
        bands: [
          { name: 'Perak', min: '60' },
          { name: 'Emas', min: '80' },
        ],
      },
    ],
    rules: { method: 'mean', places: 2, tieBreak: ['criterion:a'] },
  });
  expect(first(file).awards).toEqual([
    { award: 'places', contestant: 'k1', place: 1 },
    { award: 'places', contestant: 'k2', place: 2 },
    { award: 'harapan', contestant: 'k4', place: 4 },
    { award: 'harapan', contestant: 'k5', place: 5 },
    { award: 'favorit', contestant: 'k5', place: 1 },
    { award: 'favorit', contestant: 'k1', place: 2 },
    { award: 'kreatif', contestant: 'k1', place: 1 },
    { award: 'kreatif', contestant: 'k3', place: 1 },
    { award: 'pita', contestant: 'k1', place: null, band: 'Emas' },
    { award: 'pita', contestant: 'k2', place: null, band: 'Perak' },
    { award: 'pita', contestant: 'k3', place: null, band: 'Perak' },
    { award: 'pita', contestant: 'k4', place: null, band: 'Perak' },
  ]);
});

/** One criterion; a row per contestant, a column per juror. */
function single(
  rows: readonly (readonly (number | null)[])[],
  rules: ContestInput,
  more: ContestInput = {},
): ContestFile {
  return contestOf({
    jurors: jurors(rows[0]?.length ?? 0),
    contestants: contestants(rows.length),
    scores: table(rows),
    rules: { method: 'mean', ...rules },
    ...more,
  });
}

/** Two criteria `a` and `b` of equal weight. */
function twoCriteria(
  a: readonly (readonly number[])[],
  b: readonly (readonly number[])[],
  rules: ContestInput,
): ContestFile {
  return contestOf({
    rubrics: [rubric('r', 's', [criterion('a', '50'), criterion('b', '50')])],
    jurors: jurors(a[0]?.length ?? 0),
    contestants: contestants(a.length),
    scores: [...table(a, 'a'), ...table(b, 'b')],
    rules: { method: 'mean', ...rules },
  });
}

function first(file: ContestFile) {
  const [category] = saidRanking(file).categories;
  if (category === undefined) throw new Error('a category');
  return category;
}

/** `k1 1 shared`: contestant, rank, shared or not. */
function lines(file: ContestFile): readonly string[] {
  return first(file).standings.map(
    ({ contestant, rank, shared }) => `${contestant} ${rank} ${shared ? 'shared' : '-'}`,
  );
}
