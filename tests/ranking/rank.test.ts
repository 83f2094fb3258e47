/** The answer of the ranking on small contests: totals, panels, missing sheets, gates, display and reasons. */
import { expect, test } from 'vitest';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { parseContestFile } from '../../shared/domain/setup/contest-parse.ts';
import { checkRanking } from '../../shared/ranking/decisions.ts';
import { columnDisplays } from '../../shared/ranking/display.ts';
import { juryTotals } from '../../shared/ranking/totals.ts';
import { toExactText } from '../../shared/lib/rational.ts';
import exampleContest from '../fixtures/example-contest.json' with { type: 'json' };
import exampleRank from '../fixtures/example-rank.json' with { type: 'json' };
import exampleWhy from '../fixtures/example-why.json' with { type: 'json' };
import { contestants, contestOf, criterion, jurors, rubric, table } from '../support/contest-builder.ts';
import { saidRanking } from '../support/said-ranking.ts';

test('the example contest gives its published answer, word for word', () => {
  const parsed = parseContestFile(exampleContest);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  expect(checkRanking(parsed.value)).toEqual([]);
  const answer = saidRanking(parsed.value);
  const withoutWhy = answer.categories.map((category) => ({
    ...category,
    standings: category.standings.map((standing) => ({ ...standing, why: ['...'] })),
  }));
  expect({ categories: withoutWhy }).toEqual(exampleRank);
  const why = answer.categories.flatMap(({ standings }) => standings.map((one) => [one.contestant, one.why]));
  expect(Object.fromEntries(why)).toEqual(exampleWhy);
});

test('[R1] a stage without a rubric is not judged and carries no weight', () => {
  const file = contestOf({
    stages: [
      { id: 's', name: 'Presentasi', weight: '40' },
      { id: 't', name: 'Final', weight: '60' },
    ],
    scores: table([
      [80, 80, 80],
      [70, 70, 70],
      [60, 60, 60],
    ]),
  });
  expect(lines(file)).toEqual(['k1 1 80', 'k2 2 70', 'k3 3 60']);
  expect(first(file).standings[0]?.panel).toEqual({ s: ['j1', 'j2', 'j3'] });
});

test('[R2] a missing sheet makes the category provisional, is named, and never counts as zero', () => {
  const file = contestOf({
    scores: table([
      [80, 80, null],
      [70, 70, 70],
      [null, null, null],
    ]),
  });
  const category = first(file);
  expect(category.provisional).toBe(true);
  expect(category.missing).toEqual([
    { juror: 'j3', contestant: 'k1', stage: 's' },
    { juror: 'j1', contestant: 'k3', stage: 's' },
    { juror: 'j2', contestant: 'k3', stage: 's' },
    { juror: 'j3', contestant: 'k3', stage: 's' },
  ]);
  expect(lines(file)).toEqual(['k1 1 80', 'k2 2 70', 'k3 null null']);
  expect(category.standings[2]).toMatchObject({ shared: false, display: '–', panel: { s: [] }, decidedBy: null });
  expect(category.blocked).toBeNull();
  expect(category.standings[0]?.why.join(' ')).toContain('2 dari 3 juri');
});

test('[R3] [R4] weighted marks, sheet totals, stage and final result are rounded where declared', () => {
  const base = {
    rubrics: [rubric('r', 's', [criterion('a', '33.33'), criterion('b', '66.67')], { multiplier: '1.5' })],
    contestants: contestants(1),
    scores: [...table([[71.3, 65.45, 80.01]], 'a'), ...table([[80, 77.7, 64.99]], 'b')],
  };
  const resultWith = (rounding: readonly unknown[], applyAt = 'sheet') =>
    first(contestOf({ ...base, rules: { method: 'mean', applyAt, rounding } })).standings[0]?.result;
  // By hand: x = 106.95, 98.175, 120.015 and 120, 116.55, 97.485; w x = 35.646435, 32.7217275, 40.0009995 and
  // 80.004, 77.703885, 64.9932495; totals 115.650435, 110.4256125, 104.994249; mean 331.0702965 / 3.
  expect(resultWith([])).toBe('110.3567655');
  expect(resultWith([], 'criterion')).toBe('110.3567655');
  expect(resultWith([{ at: 'juror', decimals: 0 }])).toBe('331/3');
  // Weighted at 1: 35.6 + 80, 32.7 + 77.7, 40 + 65.
  expect(resultWith([{ at: 'weighted', decimals: 1 }])).toBe('331/3');
  expect(resultWith([{ at: 'stage', decimals: 2 }])).toBe('110.36');
  expect(resultWith([{ at: 'final', decimals: 1 }])).toBe('110.4');
  // Criterion at 0: means 108.38 -> 108, 111.345 -> 111; 0.3333 x 108 + 0.6667 x 111.
  expect(resultWith([{ at: 'criterion', decimals: 0 }], 'criterion')).toBe('110.0001');
});

test('[R4] weights as factors make a scale of 1000', () => {
  const file = contestOf({
    rubrics: [rubric('r', 's', [criterion('a', '60', { max: '10' }), criterion('b', '40', { max: '10' })])],
    rules: { method: 'mean', weighting: 'factor' },
    contestants: contestants(1),
    scores: [...table([[8, 9, 7]], 'a'), ...table([[10, 10, 10]], 'b')],
  });
  expect(lines(file)).toEqual(['k1 1 880']);
});

test('[R6] the trimmed mean of five jurors drops one at each end', () => {
  const file = contestOf({
    jurors: jurors(5),
    contestants: contestants(2),
    scores: table([
      [80, 81, 82, 0, 100],
      [81, 81, 81, 81, 81],
    ]),
    rules: { method: 'trimmed-mean' },
  });
  expect(lines(file)).toEqual(['k1 1 81', 'k2 1 81']);
});

test('[R8] [R22] place-based methods leave a recused juror out of the whole panel, but not for an unranked contestant', () => {
  const file = contestOf({
    jurors: jurors(4),
    contestants: contestants(4).map((one) => (one['id'] === 'k4' ? { ...one, status: 'withdrawn' } : one)),
    scores: table([
      [90, 70, 80, 99],
      [80, 90, 70, 99],
      [70, 80, 90, null],
      [60, 60, null, 60],
    ]),
    recusals: [
      { juror: 'j4', contestant: 'k3', reason: 'satu unit' },
      { juror: 'j3', contestant: 'k4', reason: 'satu unit' },
    ],
    rules: { method: 'majority' },
  });
  expect(lines(file)).toEqual(['k1 1 2', 'k2 1 2', 'k3 1 2']);
  const [standing] = first(file).standings;
  expect(standing?.panel).toEqual({ s: ['j1', 'j2', 'j3'] });
  expect(standing?.display).toBe('2,00');
  expect(standing?.why.join(' ')).toContain('Juri 4 (contoh) tidak diikutkan dalam panel');
  expect(first(file).missing).toEqual([]);
  expect(first(file).unranked).toEqual([{ contestant: 'k4', status: 'withdrawn' }]);
});

test('[R8] a deduction changes the places that the jurors give', () => {
  const scores = table([
    [90, 90, 70],
    [89, 89, 80],
    [60, 60, 60],
  ]);
  const rules = { method: 'majority' };
  expect(lines(contestOf({ scores, rules }))).toEqual(['k1 1 1', 'k2 2 2', 'k3 3 3']);
  const penalties = [{ contestant: 'k1', points: '1.5', reason: 'waktu' }];
  expect(lines(contestOf({ scores, rules, penalties }))).toEqual(['k2 1 1', 'k1 2 2', 'k3 3 3']);
});

test('[R8] place-based methods compare, for the time being, those who have been judged', () => {
  const rules = { method: 'borda' };
  const file = contestOf({
    scores: table([
      [90, 80, 90],
      [80, 90, 80],
      [null, null, null],
    ]),
    rules,
  });
  expect(lines(file)).toEqual(['k1 1 2', 'k2 2 1', 'k3 null null']);
  const begun = contestOf({
    scores: table([
      [90, 80, 90],
      [80, 90, 80],
      [99, null, null],
    ]),
    rules,
  });
  expect(lines(begun)).toEqual(['k3 1 2', 'k1 2 1', 'k2 3 0']);
  expect(first(begun).standings[0]?.panel).toEqual({ s: ['j1'] });
});

test('[R12] deductions come after rounding, count every minute begun, and may go below zero', () => {
  const file = contestOf({
    scores: table(
      [
        [80.006, 80.006, 80.006],
        [1, 1, 1],
        [2, 2, 2],
      ].map((row) => row.map(String)),
    ),
    rubrics: [rubric('r', 's', [criterion('nilai', '100', { step: '0.001' })])],
    penalties: [
      { contestant: 'k1', points: '0.004', reason: 'atribut' },
      { contestant: 'k1', perMinute: '0.5', overSeconds: 120, reason: 'waktu' },
      { contestant: 'k2', perMinute: '2', overSeconds: 61, reason: 'waktu' },
      { contestant: 'k3', perMinute: '2', overSeconds: 0, reason: 'waktu' },
    ],
    rules: { method: 'mean', rounding: [{ at: 'final', decimals: 2 }] },
  });
  expect(lines(file)).toEqual(['k1 1 79.006', 'k3 2 2', 'k2 3 -3']);
  expect(first(file).standings.map((standing) => standing.penalty)).toEqual(['1.004', '0', '4']);
  expect(first(file).standings[2]?.display).toBe('-3,00');
  expect(first(file).standings[2]?.why.join(' ')).toContain('lewat 61 detik, 2 menit × 2');
});

test.each(['withdrawn', 'no-show', 'disqualified', 'exhibition'])(
  '[R22] a contestant that is %s has no rank and is never missing',
  (status) => {
    const [one = {}, two = {}, three = {}] = contestants(3);
    const file = contestOf({
      contestants: [{ ...one, status }, two, three],
      scores: table([
        [null, null, null],
        [70, 70, 70],
        [60, 60, 60],
      ]),
    });
    expect(first(file)).toMatchObject({ provisional: false, missing: [], unranked: [{ contestant: 'k1', status }] });
    expect(lines(file)).toEqual(['k2 1 70', 'k3 2 60']);
  },
);

const gated = {
  stages: [
    { id: 's', name: 'Presentasi', weight: '100' },
    { id: 'g', name: 'Berkas', weight: '100' },
  ],
  rubrics: [
    rubric('r', 's', [criterion('nilai', '100')]),
    rubric('q', 'g', [criterion('sah', '1', { max: '1', step: '1' })], { gate: true }),
  ],
  jurors: [...jurors(2), { id: 'j3', name: 'Juri 3 (contoh)', stages: ['s'] }],
};

test('[R22] a gate adds nothing, and any score below its maximum takes the contestant out', () => {
  const file = contestOf({
    ...gated,
    scores: [
      ...table([
        [80, 80, 80],
        [90, 90, 90],
        [60, 60, null],
      ]),
      ...table(
        [
          [1, 1],
          [1, 0],
          [1, 1],
        ],
        'sah',
      ),
    ],
    recusals: [{ juror: 'j3', contestant: 'k3', reason: 'satu unit' }],
  });
  expect(lines(file)).toEqual(['k1 1 80', 'k3 2 60']);
  expect(first(file).unranked).toMatchObject([{ contestant: 'k2', status: 'failed-gate' }]);
  expect(first(file).standings[0]?.panel).toEqual({ s: ['j1', 'j2', 'j3'], g: ['j1', 'j2'] });
});

test('[R22] an open gate keeps the category provisional and fails nobody', () => {
  const file = contestOf({
    ...gated,
    scores: [...table([[80, 80, 80]]), ...table([[1]], 'sah')],
    contestants: contestants(1),
  });
  expect(first(file).missing).toEqual([{ juror: 'j2', contestant: 'k1', stage: 'g' }]);
  expect(lines(file)).toEqual(['k1 1 80']);
});

test('[R23] recused and absent jurors are left out, for the stages they name', () => {
  const file = contestOf({
    stages: [
      { id: 's', name: 'Risalah', weight: '50' },
      { id: 't', name: 'Presentasi', weight: '50' },
    ],
    rubrics: [rubric('r', 's', [criterion('a', '100')]), rubric('q', 't', [criterion('b', '100')])],
    contestants: contestants(1),
    scores: [...table([[90, null, 60]], 'a'), ...table([[80, 70, null]], 'b')],
    recusals: [{ juror: 'j2', contestant: 'k1', stages: ['s'], reason: 'satu unit kerja' }],
    absences: [{ juror: 'j3', contestant: 'k1', stages: ['t'], reason: 'sakit' }],
  });
  expect(lines(file)).toEqual(['k1 1 75']);
  expect(first(file).standings[0]?.panel).toEqual({ s: ['j1', 'j3'], t: ['j1', 'j2'] });
  const why = first(file).standings[0]?.why.join(' ') ?? '';
  expect(why).toContain('satu unit kerja');
  expect(why).toContain('sakit');
});

test('[R25] a shown result grows decimals only where two different results would look equal', () => {
  const file = contestOf({
    jurors: jurors(1),
    contestants: contestants(4),
    scores: table([['82.344'], ['82.341'], ['90'], ['82.3']]),
    rubrics: [rubric('r', 's', [criterion('nilai', '100', { step: '0.001' })])],
  });
  expect(first(file).standings.map((standing) => standing.display)).toEqual(['90,00', '82,344', '82,341', '82,30']);
});

test('[R25] where results stand together all have the decimals of the one that needs most, rounded from the exact value', () => {
  const third = { result: '220/3', display: '73.333' };
  expect(columnDisplays([third, { result: '73.334', display: '73.334' }, { result: '70', display: '70.00' }])).toEqual([
    '73.333',
    '73.334',
    '70.000',
  ]);
  expect(
    columnDisplays([
      { result: '-0.5', display: '-0.50' },
      { result: null, display: '–' },
    ]),
  ).toEqual(['-0.50', '–']);
});

test('[R25] results are the shortest decimal or a fraction in lowest terms', () => {
  const file = contestOf({
    scores: table([
      [80, 80, 81],
      [80, 80.5, 80.25],
      [10, 10, 10],
    ]),
  });
  expect(lines(file)).toEqual(['k1 1 241/3', 'k2 2 80.25', 'k3 3 10']);
});

test('[R26] the reasons name marks, weights and the step that separated equals', () => {
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
          [70, 70, 70],
        ],
        'a',
      ),
      ...table(
        [
          [70, 70, 70],
          [80, 80, 80],
        ],
        'b',
      ),
    ],
    rules: { method: 'mean', tieBreak: ['stage:t'] },
  });
  expect(lines(file)).toEqual(['k2 1 75', 'k1 2 75']);
  expect(first(file).standings.map((standing) => standing.decidedBy)).toEqual(['stage:t', 'stage:t']);
  expect(first(file).standings[0]?.why.slice(-3)).toEqual([
    'Gabungan babak: (50 × 70 + 50 × 80) : (50 + 50) = 75.',
    'Nilai sama (75) dengan nomor 1 KBK Contoh 1. Menurut urutan penentu yang disepakati: nilai Presentasi: nomor 2 KBK Contoh 2 80; nomor 1 KBK Contoh 1 70; unggul nomor 2.',
    'Selisih dengan peringkat 2: 0 (sama).',
  ]);
});

test('[R12] the totals tell every number on the way to the result', () => {
  const parsed = parseContestFile(exampleContest);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const k2 = juryTotals(parsed.value, 'kes').contestants[1];
  expect(k2?.stages.map(({ sheets }) => sheets.map(({ total }) => toExactText(total)))).toEqual([
    ['84.4', '84.6', '83.8'],
    ['84.5', '84.5', '84.5'],
  ]);
  expect(k2?.stages.map(({ result }) => result && toExactText(result))).toEqual(['1264/15', '84.5']);
  expect(k2?.jurors.map(({ total }) => total && toExactText(total))).toEqual(['84.46', '84.54', '84.22']);
  expect(k2?.beforePenalties && toExactText(k2.beforePenalties)).toBe('12661/150');
});

function first(file: ContestFile) {
  const [category] = saidRanking(file).categories;
  if (category === undefined) throw new Error('a category');
  return category;
}

/** `k1 1 80`: contestant, rank, result. */
function lines(file: ContestFile): readonly string[] {
  return first(file).standings.map(({ contestant, rank, result }) => `${contestant} ${rank} ${result}`);
}
