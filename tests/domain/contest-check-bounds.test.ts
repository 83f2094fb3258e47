/** What the checks of a contest file say beside the place, and both sides of their bounds. */
import { describe, expect, test } from 'vitest';
import { checkContest, checkSetup } from '../../shared/domain/setup/contest-check.ts';
import { refusedRounding } from '../../shared/domain/setup/contest-check-rules.ts';
import type { Exemption } from '../../shared/domain/setup/contest-file.ts';
import { parseContestFile } from '../../shared/domain/setup/contest-parse.ts';
import { plainExemptions } from '../../shared/domain/setup/plain-exemptions.ts';
import { isRecorded, parseTieStep } from '../../shared/domain/tie-step.ts';
import { limits } from '../../shared/limits.ts';
import {
  contestants,
  contestOf,
  criterion,
  jurors,
  plainContest,
  rubric,
  setupIn,
  table,
  type ContestInput,
} from '../support/contest-builder.ts';

const [k1 = {}, k2 = {}] = contestants(2);
const [j1 = {}, j2 = {}] = jurors(2);
const twoCategories = [
  { id: 'c', name: 'Kategori C' },
  { id: 'd', name: 'Kategori D' },
];

const stage = (id: string, more: ContestInput = {}) => ({ id, name: `Babak ${id}`, weight: '50', ...more });
const rules = (more: ContestInput) => ({ rules: { method: 'mean', ...more } });
const award = (more: ContestInput) => ({ id: 'favorit', name: 'Favorit', kind: 'list', contestants: [], ...more });
const exemption = (more: ContestInput = {}) => ({ juror: 'j1', contestant: 'k1', reason: 'satu unit', ...more });
const score = (more: ContestInput = {}) => ({
  juror: 'j1',
  contestant: 'k1',
  criterion: 'nilai',
  value: '80',
  ...more,
});
const decision = (more: ContestInput = {}) => ({
  kind: 'chair',
  category: 'c',
  order: ['k1', 'k2'],
  reason: 'musyawarah',
  ...more,
});

/** Stages `s`, `f`, `g`, `h`, all judged, with these cuts. */
const inRounds = (cuts: Readonly<Record<string, ContestInput>>): ContestInput => ({
  stages: ['s', 'f', 'g', 'h'].map((id) => stage(id, cuts[id] === undefined ? {} : { after: cuts[id] })),
  rubrics: ['s', 'f', 'g', 'h'].map((id) =>
    rubric(`r-${id}`, id, [criterion(id === 's' ? 'nilai' : `nilai-${id}`, '100')]),
  ),
});

/** All that is said, whole. */
const told: readonly (readonly [string, ContestInput, readonly Record<string, unknown>[]])[] = [
  [
    'an id taken twice names the id',
    { jurors: [j1, { ...j2, id: 'j1' }] },
    [{ path: '/jurors/1/id', type: 'id-taken', id: 'j1' }],
  ],
  [
    'a criterion’s id taken twice names it',
    { rubrics: [rubric('r', 's', [criterion('a', '50'), criterion('a', '50')])] },
    [{ path: '/rubrics/0/criteria/1/id', type: 'criterion-id-taken', id: 'a' }],
  ],
  [
    'weights that miss 100 say their sum',
    { rubrics: [rubric('r', 's', [criterion('a', '50'), criterion('b', '50.5')])] },
    [{ path: '/rubrics/0/criteria', type: 'weights-not-100', total: '100.5' }],
  ],
  [
    'a second rubric says in which categories there is one',
    {
      categories: twoCategories,
      rubrics: [
        rubric('r', 's', [criterion('nilai', '100')], { categories: ['c'] }),
        rubric('q', 's', [criterion('b', '100')]),
      ],
    },
    [{ path: '/rubrics/1', type: 'other-rubric-there', categories: ['Kategori C'] }],
  ],
  [
    'stages without weight name the category, a gate does not help',
    {
      stages: [stage('s', { weight: '0' }), stage('g')],
      rubrics: [
        rubric('r', 's', [criterion('nilai', '100')]),
        rubric('q', 'g', [criterion('b', '1', { max: '1', step: '1' })], { gate: true }),
      ],
    },
    [{ path: '/stages/0/weight', type: 'stages-without-weight', category: 'Kategori' }],
  ],
  [
    'a category named twice by a rubric',
    { rubrics: [rubric('r', 's', [criterion('nilai', '100')], { categories: ['c', 'c'] })] },
    [{ path: '/rubrics/0/categories/1', type: 'named-twice', kind: 'category', id: 'c' }],
  ],
  [
    'a stage named twice by a juror',
    { jurors: [{ ...j1, stages: ['s', 's'] }] },
    [{ path: '/jurors/0/stages/1', type: 'named-twice', kind: null, id: 's' }],
  ],
  [
    'a stage after one that is not there',
    { stages: [stage('s', { after: { stage: 'q', top: 1 } })] },
    [{ path: '/stages/0/after/stage', type: 'no-such', kind: 'stage', id: 'q' }],
  ],
  [
    'a stage after itself, over another one too',
    { ...inRounds({ s: { stage: 'f', top: 2 }, f: { stage: 's', top: 2 } }) },
    [
      { path: '/stages/0/after/stage', type: 'round-after-itself' },
      { path: '/stages/1/after/stage', type: 'round-after-itself' },
    ],
  ],
  [
    'a cut with neither bound, and one with both',
    { ...inRounds({ f: { stage: 's' }, g: { stage: 'f', top: 2, minimum: '70' } }) },
    [
      { path: '/stages/1/after', type: 'round-cut-not-one' },
      { path: '/stages/2/after', type: 'round-cut-not-one' },
    ],
  ],
  [
    'equals decided at a pass mark',
    { ...inRounds({ f: { stage: 's', minimum: '70', ties: 'decide' } }) },
    [{ path: '/stages/1/after/ties', type: 'round-ties-without-top' }],
  ],
  [
    'a pass mark where places are counted, in a cut and for a place',
    { ...inRounds({ f: { stage: 's', minimum: '70' } }), ...rules({ method: 'borda', minimum: '70' }) },
    [
      { path: '/stages/1/after/minimum', type: 'minimum-of-places', method: 'borda' },
      { path: '/rules/minimum', type: 'minimum-of-places', method: 'borda' },
    ],
  ],
  [
    'an earlier stage that a category of the later one does not have',
    {
      ...inRounds({ f: { stage: 's', top: 2 } }),
      categories: twoCategories,
      rubrics: [
        rubric('r', 's', [criterion('nilai', '100')], { categories: ['c'] }),
        rubric('q', 'f', [criterion('b', '100')]),
      ],
    },
    [{ path: '/stages/1/after/stage', type: 'round-not-judged-before', stage: 'Babak s', category: 'Kategori D' }],
  ],
  [
    'a stage after a gate',
    {
      ...inRounds({ f: { stage: 's', top: 2 } }),
      rubrics: [
        rubric('r', 's', [criterion('nilai', '1', { max: '1', step: '1' })], { gate: true }),
        rubric('q', 'f', [criterion('b', '100')]),
      ],
    },
    [{ path: '/stages/1/after/stage', type: 'round-after-gate', stage: 'Babak s', category: 'Kategori' }],
  ],
  [
    'two stages after one with different cuts',
    { ...inRounds({ f: { stage: 's', top: 2 }, g: { stage: 's', top: 3 } }) },
    [{ path: '/stages/2/after/stage', type: 'round-other-cut', stage: 'Babak f' }],
  ],
  [
    'two lines of rounds in one category',
    { ...inRounds({ f: { stage: 's', top: 2 }, g: { stage: 'h', top: 2 } }) },
    [{ path: '/stages/2/after', type: 'rounds-not-in-line', category: 'Kategori' }],
  ],
  [
    'a decision about a stage that is not there',
    { rules: { method: 'mean', tieBreak: ['chair'] }, decisions: [decision({ stage: 'q' })] },
    [{ path: '/decisions/0/stage', type: 'no-such', kind: 'stage', id: 'q' }],
  ],
  [
    'a number taken in a category',
    { contestants: [k1, { ...k2, number: 1 }] },
    [{ path: '/contestants/1/number', type: 'number-taken', number: 1 }],
  ],
  [
    'a list award names who is outside its categories',
    {
      categories: twoCategories,
      contestants: [k1, { ...k2, category: 'd' }],
      awards: [award({ categories: ['d'], contestants: ['k2', 'k1'] })],
    },
    [{ path: '/awards/0/contestants/1', type: 'outside-award', contestant: 'k1' }],
  ],
  [
    'the id of an award that the places have',
    { awards: [award({ id: 'places' })] },
    [{ path: '/awards/0/id', type: 'award-id-reserved' }],
  ],
  [
    'an award by an unknown criterion',
    { awards: [{ id: 'p', name: 'P', kind: 'criterion', criterion: 'x' }] },
    [{ path: '/awards/0/criterion', type: 'no-such', kind: 'criterion', id: 'x' }],
  ],
  [
    'tie-break steps about what there is not, each by its kind',
    rules({ tieBreak: ['stage:x', 'criterion:y', 'aspect:z'] }),
    [
      { path: '/rules/tieBreak/0', type: 'no-such', kind: 'stage', id: 'x' },
      { path: '/rules/tieBreak/1', type: 'no-such', kind: 'criterion', id: 'y' },
      { path: '/rules/tieBreak/2', type: 'no-such', kind: 'aspect', id: 'z' },
    ],
  ],
  [
    'place methods round neither stages nor results',
    rules({
      method: 'borda',
      rounding: [
        { at: 'juror', decimals: 2 },
        { at: 'stage', decimals: 2 },
        { at: 'final', decimals: 2 },
      ],
    }),
    [
      { path: '/rules/rounding/1/at', type: 'rounding-of-places', at: 'stage', method: 'borda' },
      { path: '/rules/rounding/2/at', type: 'rounding-of-places', at: 'final', method: 'borda' },
    ],
  ],
  [
    'a trimmed mean says how many jurors there are and need be',
    { ...rules({ method: 'trimmed-mean' }), jurors: jurors(4) },
    [{ path: '/rules/method', type: 'too-few-jurors', fewest: 5, category: 'Kategori', jurors: 4 }],
  ],
  [
    'as many dropped as judge',
    { ...rules({ method: 'trimmed-mean', drop: 3 }), jurors: jurors(6) },
    [{ path: '/rules/drop', type: 'too-few-to-drop', drop: 3, stage: 'Presentasi', category: 'Kategori', jurors: 6 }],
  ],
  [
    'as many dropped as are left beside the recused one',
    { ...rules({ method: 'trimmed-mean', drop: 2 }), jurors: jurors(5), recusals: [exemption({ contestant: 'k2' })] },
    [
      {
        path: '/contestants/1',
        type: 'too-few-left',
        drop: 2,
        contestant: 'KBK Contoh 2',
        stage: 'Presentasi',
        jurors: 4,
      },
    ],
  ],
  [
    'what is lacking of a sheet',
    {
      rubrics: [rubric('r', 's', [criterion('nilai', '50'), criterion('b', '25'), criterion('d', '25')])],
      scores: [score()],
    },
    [{ path: '/scores/0', type: 'sheet-incomplete', criteria: ['Kriteria b', 'Kriteria d'] }],
  ],
  [
    'scores outside the range and off the step',
    {
      rubrics: [rubric('r', 's', [criterion('nilai', '100', { min: '20', max: '40', step: '3' })])],
      scores: [score({ value: '41' }), score({ juror: 'j2', value: '24' })],
    },
    [
      { path: '/scores/0/value', type: 'score-outside', value: '41', min: '20', max: '40' },
      { path: '/scores/1/value', type: 'score-off-step', value: '24', step: '3', min: '20' },
    ],
  ],
  [
    'who does not judge',
    { stages: [stage('s'), stage('t')], jurors: [{ ...j1, stages: ['t'] }, j2], scores: [score()] },
    [{ path: '/scores/0/juror', type: 'juror-not-judging', juror: 'Juri 1 (contoh)' }],
  ],
  [
    'a criterion that is not of the contestant’s category',
    {
      categories: twoCategories,
      rubrics: [rubric('r', 's', [criterion('nilai', '100')], { categories: ['d'] })],
      scores: [score()],
    },
    [{ path: '/scores/0/criterion', type: 'criterion-not-judged', criterion: 'Kriteria nilai' }],
  ],
  [
    'a score beside a recusal, and one beside an absence',
    {
      scores: [score(), score({ juror: 'j2' })],
      recusals: [exemption()],
      absences: [exemption({ juror: 'j2' })],
    },
    [
      { path: '/scores/0', type: 'score-despite-recusal', juror: 'Juri 1 (contoh)' },
      { path: '/scores/1', type: 'score-despite-absence', juror: 'Juri 2 (contoh)' },
    ],
  ],
  [
    'one state only towards a contestant in a stage',
    { recusals: [exemption({ stages: ['s', 's'] })], absences: [exemption()] },
    [
      { path: '/recusals/0/stages/1', type: 'named-twice', kind: 'stage', id: 's' },
      { path: '/absences/0', type: 'exempt-already' },
    ],
  ],
  [
    'a decision about somebody of another category',
    {
      ...rules({ tieBreak: ['chair'] }),
      categories: twoCategories,
      contestants: [k1, { ...k2, category: 'd' }],
      decisions: [decision()],
    },
    [{ path: '/decisions/0/order/1', type: 'not-ranked-there', contestant: 'k2' }],
  ],
  [
    'a joint place about somebody without a rank, which needs no agreed step',
    {
      contestants: [k1, { ...k2, status: 'withdrawn' }],
      decisions: [{ kind: 'joint', category: 'c', contestants: ['k1', 'k2'], reason: 'x' }],
    },
    [{ path: '/decisions/0/contestants/1', type: 'not-ranked-there', contestant: 'k2' }],
  ],
  [
    'a decision of a kind that is not agreed, and the same one twice',
    { decisions: [decision({ kind: 'draw' }), decision({ kind: 'draw', order: ['k2', 'k1'] })] },
    [
      { path: '/decisions/0/kind', type: 'decision-not-agreed', kind: 'draw' },
      { path: '/decisions/1/kind', type: 'decision-not-agreed', kind: 'draw' },
      { path: '/decisions/1', type: 'decision-twice' },
    ],
  ],
  [
    'former names and confirmations of nobody',
    {
      formerNames: [
        { contestant: 'k1', name: 'Lama', reason: 'x' },
        { contestant: 'x', name: 'Lama', reason: 'x' },
      ],
      confirmations: [{ category: 'x', unsigned: [{ juror: 'j1', name: 'Juri' }] }],
    },
    [
      { path: '/formerNames/1/contestant', type: 'no-such', kind: 'contestant', id: 'x' },
      { path: '/confirmations/0/category', type: 'no-such', kind: 'category', id: 'x' },
    ],
  ],
];

describe('what is said of a contradiction', () => {
  test.each(told)('[R27] [R28] %s', (_what, overrides, problems) => {
    expect(checkContest(contestOf(overrides))).toEqual(problems);
  });
});

/** What stands just inside a bound, and so is right. */
const right: readonly (readonly [string, ContestInput])[] = [
  ['a trimmed mean of five jurors', { ...rules({ method: 'trimmed-mean' }), jurors: jurors(5) }],
  ['one juror more than are dropped', { ...rules({ method: 'trimmed-mean', drop: 3 }), jurors: jurors(7) }],
  [
    'one juror more than are dropped beside a recused one',
    { ...rules({ method: 'trimmed-mean', drop: 2 }), jurors: jurors(6), recusals: [exemption({ contestant: 'k2' })] },
  ],
  [
    'a small panel for somebody without a rank',
    {
      ...rules({ method: 'trimmed-mean', drop: 2 }),
      jurors: jurors(5),
      contestants: [k1, { ...k2, status: 'no-show' }],
      recusals: [exemption({ contestant: 'k2' })],
    },
  ],
  [
    'a small panel at a gate, which drops nobody',
    {
      ...rules({ method: 'trimmed-mean', drop: 2 }),
      stages: [stage('s'), stage('g')],
      rubrics: [
        rubric('r', 's', [criterion('nilai', '100')]),
        rubric('q', 'g', [criterion('b', '1', { max: '1', step: '1' })], { gate: true }),
      ],
      jurors: jurors(5),
      recusals: [exemption({ contestant: 'k2', stages: ['g'] })],
    },
  ],
  ['a method of places with sheets', rules({ method: 'majority', applyAt: 'sheet' })],
  ['a step as wide as the range', { rubrics: [rubric('r', 's', [criterion('a', '100', { max: '5', step: '5' })])] }],
  ['a note threshold at the maximum', { rubrics: [rubric('r', 's', [criterion('a', '100', { noteBelow: '100' })])] }],
  ['scores at both ends of the range', { scores: table([['0', '100', '0.01']]) }],
  [
    'two rubrics for one stage, each for its category',
    {
      categories: twoCategories,
      rubrics: [
        rubric('r', 's', [criterion('nilai', '100')], { categories: ['c'] }),
        rubric('q', 's', [criterion('b', '100')], { categories: ['d'] }),
      ],
    },
  ],
  [
    'a stage without weight beside one with',
    {
      stages: [stage('s', { weight: '0' }), stage('t', { weight: '1' })],
      rubrics: [rubric('r', 's', [criterion('nilai', '100')]), rubric('q', 't', [criterion('b', '100')])],
    },
  ],
  [
    'one recused in one stage and absent in another',
    {
      stages: [stage('s'), stage('t')],
      recusals: [exemption({ stages: ['s'] })],
      absences: [exemption({ stages: ['t'] })],
    },
  ],
  [
    'a score in one stage and a recusal from another',
    {
      stages: [stage('s'), stage('t')],
      scores: [score()],
      recusals: [exemption({ stages: ['t'] })],
      absences: [exemption({ juror: 'j2', stages: ['t'] })],
    },
  ],
  ['an award to a contestant of whatever category', { awards: [award({ contestants: ['k1', 'k2'] })] }],
  [
    'two decisions of one kind about others',
    {
      ...rules({ tieBreak: ['chair'] }),
      contestants: contestants(4),
      decisions: [decision(), decision({ order: ['k3', 'k4'] })],
    },
  ],
  [
    'an aspect that a criterion has',
    {
      ...rules({ tieBreak: ['aspect:isi', 'stage:s', 'criterion:nilai', 'juror-firsts'] }),
      rubrics: [rubric('r', 's', [criterion('nilai', '100', { aspect: 'isi' })])],
    },
  ],
];

test.each(right)('[R27] [R28] %s is right', (_what, overrides) => {
  expect(checkContest(contestOf(overrides))).toEqual([]);
});

test('[R27] which roundings have a meaning, by the place where the method works', () => {
  const ats = ['criterion', 'juror', 'stage', 'final'] as const;
  const refused = (method: 'mean' | 'borda', applyAt: 'sheet' | 'criterion') =>
    ats.filter((at) => refusedRounding({ method, applyAt }, at) !== null);
  expect(refused('mean', 'sheet')).toEqual(['criterion']);
  expect(refused('mean', 'criterion')).toEqual(['juror']);
  expect(refused('borda', 'sheet')).toEqual(['criterion', 'stage', 'final']);
});

describe('descriptors', () => {
  const withDescriptors = (count: number) =>
    checkSetup(
      setupIn(
        contestOf({
          rubrics: [
            rubric('r', 's', [
              criterion('a', '100', {
                step: '0.0001',
                descriptors: Object.fromEntries(Array.from({ length: count }, (_, i) => [String(i / 100), 'x'])),
              }),
            ]),
          ],
        }),
      ),
    );

  test('[R27] are so many at most', () => {
    expect(withDescriptors(limits.descriptorsPerCriterion)).toEqual([]);
    expect(withDescriptors(limits.descriptorsPerCriterion + 1)).toEqual([
      { path: '/rubrics/0/criteria/0/descriptors', type: 'too-many-descriptors', most: limits.descriptorsPerCriterion },
    ]);
  });
});

/** What the grammar says, by where the wrong value stands. */
const grammar: readonly (readonly [string, ContestInput, readonly Record<string, unknown>[]])[] = [
  ['what lacks', { jurors: [{ id: 'j1' }] }, [{ path: '/jurors/0/name', type: 'required' }]],
  [
    'another type',
    { contestants: [{ ...k1, number: '3' }] },
    [{ path: '/contestants/0/number', type: 'wrong-type', expected: 'number' }],
  ],
  [
    'another format',
    { format: 'gelar-juri/contest@9' },
    [{ path: '/format', type: 'wrong-format', format: 'gelar-juri/contest@1' }],
  ],
  ['an unknown key', { surplus: 1 }, [{ path: '/surplus', type: 'unknown-key', key: 'surplus' }]],
  ['an empty name', { jurors: [{ id: 'j1', name: ' ' }] }, [{ path: '/jurors/0/name', type: 'empty' }]],
  [
    'a name that is too long',
    { jurors: [{ id: 'j1', name: 'a'.repeat(limits.nameLength + 1) }] },
    [{ path: '/jurors/0/name', type: 'too-much', most: limits.nameLength }],
  ],
  [
    'an unknown kind of award',
    { awards: [{ id: 'p', name: 'P', kind: 'lucky' }] },
    [{ path: '/awards/0/kind', type: 'unknown-kind' }],
  ],
  [
    'a day that is none',
    { contest: { name: 'Lomba', dates: ['2026-02-30'] } },
    [{ path: '/contest/dates/0', type: 'not-a-date' }],
  ],
  [
    'a picture that is none',
    { contest: { name: 'Lomba', logo: '!!' } },
    [{ path: '/contest/logo', type: 'logo-not-base64' }],
  ],
  [
    'bytes that are no picture',
    { contest: { name: 'Lomba', logo: 'AAAA' } },
    [{ path: '/contest/logo', type: 'logo-unknown' }],
  ],
  ['no decimal', { stages: [stage('s', { weight: '1e3' })] }, [{ path: '/stages/0/weight', type: 'not-decimal' }]],
  ['a negative weight', { stages: [stage('s', { weight: '-1' })] }, [{ path: '/stages/0/weight', type: 'negative' }]],
  [
    'one list that is too short',
    { awards: [{ id: 'p', name: 'P', kind: 'band', bands: [] }] },
    [{ path: '/awards/0/bands', type: 'too-little', least: 1 }],
  ],
  [
    'none of the words that may stand there',
    { contest: { name: 'Lomba', paper: 'A3' } },
    [{ path: '/contest/paper', type: 'not-one-of', values: ['F4', 'A4'] }],
  ],
];

test.each(grammar)('[R27] the door says %s', (_what, overrides, problems) => {
  const read = parseContestFile(JSON.parse(JSON.stringify({ ...plainContest(), ...overrides })));
  expect(read.ok ? [] : read.error.problems.filter(({ type }) => type !== 'no-such')).toEqual(problems);
});

describe('recusals and absences of many laptops', () => {
  const setup = setupIn(contestOf({ stages: [stage('s'), stage('t')] }));
  const one = (more: Partial<Exemption> = {}): Exemption => ({
    juror: 'j1',
    contestant: 'k1',
    reason: 'satu unit',
    ...more,
  });

  test('[E8] each thing is said once, a recusal first, and in the stages that are left', () => {
    expect(plainExemptions(setup, { recusals: [one(), one()], absences: [one()] })).toEqual({
      recusals: [one()],
      absences: [],
    });
    expect(plainExemptions(setup, { recusals: [one({ stages: ['s'] })], absences: [one()] })).toEqual({
      recusals: [one({ stages: ['s'] })],
      absences: [one({ stages: ['t'] })],
    });
  });

  test('[E8] what names nobody, or no stage, is not said', () => {
    const absences = [one({ juror: 'x' }), one({ contestant: 'x' }), one({ stages: ['x'] })];
    expect(plainExemptions(setup, { recusals: [], absences })).toEqual({ recusals: [], absences: [] });
    expect(plainExemptions(setup, { recusals: [], absences: [one({ stages: ['t', 'x'] })] }).absences).toEqual([
      one({ stages: ['t'] }),
    ]);
  });

  test('[E8] others say the same of another contestant, and another juror of the same one', () => {
    const recusals = [one(), one({ juror: 'j2' }), one({ contestant: 'k2' })];
    expect(plainExemptions(setup, { recusals, absences: [] }).recusals).toEqual(recusals);
  });
});

test('[R17] the chair and lots wait for an order that a person records, every other step is computed', () => {
  const texts = [
    'stage:s',
    'criterion:a',
    'aspect:b',
    'juror-firsts',
    'head-to-head',
    'fewest-penalties',
    'chair',
    'draw',
  ];
  const recorded = texts.filter((text) => {
    const step = parseTieStep(text);
    return step !== null && isRecorded(step);
  });
  expect(recorded).toEqual(['chair', 'draw']);
});

test('[R29] several stages after one, in a line and with the same cut, are fine', () => {
  const line = inRounds({
    f: { stage: 's', top: 5 },
    g: { stage: 's', top: 5, ties: 'admit' },
    h: { stage: 'g', minimum: '70' },
  });
  expect(checkContest(contestOf(line))).toEqual([]);
});
