/** The refusal table of the contest file: each contradiction with its path, and the door that reads the file. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkContest, checkSetup } from '../../shared/domain/setup/contest-check.ts';
import { contestFileSchema } from '../../shared/domain/setup/contest-file.ts';
import { parseContestFile, parseContestText } from '../../shared/domain/setup/contest-parse.ts';
import {
  contestants,
  contestOf,
  criterion,
  jurors,
  plainContest,
  rubric,
  table,
  type ContestInput,
} from '../support/contest-builder.ts';

const twoCriteria = [rubric('r', 's', [criterion('a', '50'), criterion('b', '50')])];
const score = (more: ContestInput = {}) => ({
  juror: 'j1',
  contestant: 'k1',
  criterion: 'nilai',
  value: '80',
  ...more,
});
const [k1 = {}, k2 = {}, k3 = {}] = contestants(3);
const [j1 = {}, j2 = {}] = jurors(3);

test('the plain contest has no problems, with scores and without', () => {
  expect(checkContest(contestOf({}))).toEqual([]);
  expect(
    checkContest(
      contestOf({
        scores: table([
          [80, 80, 80],
          [70, 70, 70],
        ]),
      }),
    ),
  ).toEqual([]);
});

const setups: readonly (readonly [string, ContestInput, readonly string[]])[] = [
  [
    'a category id twice',
    {
      categories: [
        { id: 'c', name: 'A' },
        { id: 'c', name: 'B' },
      ],
    },
    ['/categories/1/id'],
  ],
  ['a juror id twice', { jurors: [j1, j1] }, ['/jurors/1/id']],
  ['a contestant id twice', { contestants: [k1, { ...k2, id: 'k1' }] }, ['/contestants/1/id']],
  [
    'a criterion id twice in one rubric',
    { rubrics: [rubric('r', 's', [criterion('a', '50'), criterion('a', '50')])] },
    ['/rubrics/0/criteria/1/id'],
  ],
  [
    'a criterion id twice in the file',
    {
      stages: [stage('s'), stage('t')],
      rubrics: [rubric('r', 's', [criterion('a', '100')]), rubric('q', 't', [criterion('a', '100')])],
    },
    ['/rubrics/1/criteria/0/id'],
  ],
  ['an unknown stage of a rubric', { rubrics: [rubric('r', 'x', [criterion('a', '100')])] }, ['/rubrics/0/stage']],
  [
    'an unknown category of a rubric',
    { rubrics: [rubric('r', 's', [criterion('a', '100')], { categories: ['c', 'x'] })] },
    ['/rubrics/0/categories/1'],
  ],
  [
    'two rubrics for one stage and category',
    {
      rubrics: [
        rubric('r', 's', [criterion('a', '100')]),
        rubric('q', 's', [criterion('b', '100')], { categories: ['c'] }),
      ],
    },
    ['/rubrics/1'],
  ],
  [
    'weights that do not sum to 100',
    { rubrics: [rubric('r', 's', [criterion('a', '99.9999')])] },
    ['/rubrics/0/criteria'],
  ],
  [
    'a maximum at the minimum',
    { rubrics: [rubric('r', 's', [criterion('a', '100', { min: '5', max: '5' })])] },
    ['/rubrics/0/criteria/0/max'],
  ],
  [
    'a step beyond the range',
    { rubrics: [rubric('r', 's', [criterion('a', '100', { max: '5', step: '6' })])] },
    ['/rubrics/0/criteria/0/step'],
  ],
  [
    'a gate whose maximum no step reaches',
    {
      stages: [stage('s'), stage('g')],
      rubrics: [
        rubric('r', 's', [criterion('a', '100')]),
        rubric('q', 'g', [criterion('b', '1', { max: '1', step: '0.3' })], { gate: true }),
      ],
    },
    ['/rubrics/1/criteria/0/step'],
  ],
  [
    'a note threshold out of range',
    { rubrics: [rubric('r', 's', [criterion('a', '100', { noteBelow: '101' })])] },
    ['/rubrics/0/criteria/0/noteBelow'],
  ],
  [
    'descriptors out of range or without a number',
    { rubrics: [rubric('r', 's', [criterion('a', '100', { descriptors: { '101': 'x', 'a/b': 'y', '90': 'baik' } })])] },
    ['/rubrics/0/criteria/0/descriptors/101', '/rubrics/0/criteria/0/descriptors/a~1b'],
  ],
  ['stages without any weight', { stages: [{ ...stage('s'), weight: '0' }] }, ['/stages/0/weight']],
  ['an unknown category of a juror', { jurors: [{ ...j1, categories: ['x'] }] }, ['/jurors/0/categories/0']],
  ['an unknown stage of a juror', { jurors: [{ ...j1, stages: ['s', 'x'] }] }, ['/jurors/0/stages/1']],
  ['an unknown category of a contestant', { contestants: [{ ...k1, category: 'x' }] }, ['/contestants/0/category']],
  [
    'a number twice in a category',
    { contestants: [k1, { ...k2, number: 1 }, { ...k3, number: null }] },
    ['/contestants/1/number'],
  ],
  ['an unknown stage in the chain', rules({ tieBreak: ['stage:s', 'stage:x'] }), ['/rules/tieBreak/1']],
  ['an unknown criterion in the chain', rules({ tieBreak: ['criterion:x'] }), ['/rules/tieBreak/0']],
  ['an unknown aspect in the chain', rules({ tieBreak: ['aspect:x'] }), ['/rules/tieBreak/0']],
  ['majority at the criterion', rules({ method: 'majority', applyAt: 'criterion' }), ['/rules/applyAt']],
  ['borda at the criterion', rules({ method: 'borda', applyAt: 'criterion' }), ['/rules/applyAt']],
  ['criterion rounding with sheets', rules({ rounding: [{ at: 'criterion', decimals: 2 }] }), ['/rules/rounding/0/at']],
  [
    'juror rounding with criteria',
    rules({
      applyAt: 'criterion',
      rounding: [
        { at: 'stage', decimals: 2 },
        { at: 'juror', decimals: 2 },
      ],
    }),
    ['/rules/rounding/1/at'],
  ],
  [
    'one rounding stage twice',
    rules({
      rounding: [
        { at: 'final', decimals: 2 },
        { at: 'final', decimals: 1 },
      ],
    }),
    ['/rules/rounding/1/at'],
  ],
  ['a trimmed mean of four jurors', { ...rules({ method: 'trimmed-mean' }), jurors: jurors(4) }, ['/rules/method']],
  [
    'a trimmed mean that drops everybody',
    { ...rules({ method: 'trimmed-mean', drop: 3 }), jurors: jurors(6) },
    ['/rules/drop'],
  ],
  ['an award id that the places have', { awards: [award({ id: 'places' })] }, ['/awards/0/id']],
  ['an award for an unknown category', { awards: [award({ categories: ['x'] })] }, ['/awards/0/categories/0']],
  ['an award to an unknown contestant', { awards: [award({ contestants: ['k1', 'x'] })] }, ['/awards/0/contestants/1']],
  ['an award to one contestant twice', { awards: [award({ contestants: ['k1', 'k1'] })] }, ['/awards/0/contestants/1']],
  [
    'an award by an unknown criterion',
    { awards: [{ id: 'p', name: 'P', kind: 'criterion', criterion: 'x' }] },
    ['/awards/0/criterion'],
  ],
  [
    'two bands from the same result',
    {
      awards: [
        {
          id: 'p',
          name: 'P',
          kind: 'band',
          bands: [
            { name: 'A', min: '80' },
            { name: 'B', min: '80.0' },
          ],
        },
      ],
    },
    ['/awards/0/bands/1/min'],
  ],
  [
    'bands with a method that has no scores',
    {
      ...rules({ method: 'borda' }),
      awards: [{ id: 'p', name: 'P', kind: 'band', bands: [{ name: 'A', min: '80' }] }],
    },
    ['/awards/0/kind'],
  ],
];

test.each(setups)('[R27] %s is refused', (_what, overrides, paths) => {
  const file = contestOf(overrides);
  expect(checkSetup(file).map((problem) => problem.path)).toEqual(paths);
  expect(checkContest(file).map((problem) => problem.path)).toEqual(paths);
});

test('[R27] the weights of a gate, and weights as factors, need not sum to 100', () => {
  const file = contestOf({
    stages: [stage('s'), stage('g')],
    rubrics: [
      rubric('r', 's', [criterion('a', '7')], { weighting: 'factor' }),
      rubric('q', 'g', [criterion('b', '1', { max: '1', step: '1' })], { gate: true }),
    ],
  });
  expect(checkSetup(file)).toEqual([]);
});

test('[R27] a number may stand in two categories, and several contestants may have none', () => {
  const file = contestOf({
    categories: [
      { id: 'c', name: 'C' },
      { id: 'd', name: 'D' },
    ],
    contestants: [k1, { ...k2, number: 1, category: 'd' }, { ...k3, number: null }, { ...k3, id: 'k4', number: null }],
  });
  expect(checkSetup(file)).toEqual([]);
});

const records: readonly (readonly [string, ContestInput, readonly string[]])[] = [
  ['a score by an unknown juror', { scores: [score({ juror: 'x' })] }, ['/scores/0/juror']],
  ['a score for an unknown contestant', { scores: [score({ contestant: 'x' })] }, ['/scores/0/contestant']],
  ['a score for an unknown criterion', { scores: [score({ criterion: 'x' })] }, ['/scores/0/criterion']],
  ['one score twice', { scores: [score(), score({ value: '81' })] }, ['/scores/1']],
  ['a score above the maximum', { scores: [score({ value: '100.01' })] }, ['/scores/0/value']],
  ['a score below the minimum', { scores: [score({ value: '-0.01' })] }, ['/scores/0/value']],
  ['a score off step', { scores: [score({ value: '80.005' })] }, ['/scores/0/value']],
  [
    'a score off step, counted from the minimum',
    {
      rubrics: [rubric('r', 's', [criterion('nilai', '100', { min: '20', max: '40', step: '3' })])],
      scores: [score({ value: '23' }), score({ juror: 'j2', value: '24' })],
    },
    ['/scores/1/value'],
  ],
  [
    'a partial sheet',
    {
      rubrics: twoCriteria,
      scores: [
        score({ criterion: 'a' }),
        score({ juror: 'j2', criterion: 'a' }),
        score({ juror: 'j2', criterion: 'b' }),
      ],
    },
    ['/scores/0'],
  ],
  [
    'a score by a juror who does not judge the stage',
    { stages: [stage('s'), stage('t')], jurors: [{ ...j1, stages: ['t'] }, j2], scores: [score()] },
    ['/scores/0/juror'],
  ],
  [
    'a score by a juror who does not judge the category',
    {
      categories: [
        { id: 'c', name: 'C' },
        { id: 'd', name: 'D' },
      ],
      jurors: [{ ...j1, categories: ['d'] }],
      scores: [score()],
    },
    ['/scores/0/juror'],
  ],
  [
    'a score of a criterion that the category is not judged by',
    {
      categories: [
        { id: 'c', name: 'C' },
        { id: 'd', name: 'D' },
      ],
      rubrics: [rubric('r', 's', [criterion('nilai', '100')], { categories: ['d'] })],
      scores: [score()],
    },
    ['/scores/0/criterion'],
  ],
  ['a score beside a recusal', { scores: [score()], recusals: [exemption()] }, ['/scores/0']],
  ['a score beside an absence', { scores: [score()], absences: [exemption({ stages: ['s'] })] }, ['/scores/0']],
  [
    'recusals with unknown ids',
    { recusals: [exemption({ juror: 'x' }), exemption({ contestant: 'x' }), exemption({ stages: ['x'] })] },
    ['/recusals/0/juror', '/recusals/1/contestant', '/recusals/2/stages/0'],
  ],
  ['one recusal twice', { recusals: [exemption(), exemption({ stages: ['s'] })] }, ['/recusals/1']],
  ['a recusal that is an absence too', { recusals: [exemption()], absences: [exemption()] }, ['/absences/0']],
  [
    'a penalty for an unknown contestant',
    { penalties: [{ contestant: 'x', points: '1', reason: 'x' }] },
    ['/penalties/0/contestant'],
  ],
  [
    'a trimmed mean over too small an effective panel',
    {
      ...rules({ method: 'trimmed-mean', drop: 2 }),
      jurors: jurors(5),
      recusals: [exemption({ contestant: 'k2' })],
    },
    ['/contestants/1'],
  ],
  [
    'a decision in an unknown category',
    decided({ category: 'x' }),
    ['/decisions/0/category', '/decisions/0/order/0', '/decisions/0/order/1'],
  ],
  ['a decision about an unknown contestant', decided({ order: ['k1', 'x'] }), ['/decisions/0/order/1']],
  ['a decision that names one twice', decided({ order: ['k1', 'k1'] }), ['/decisions/0/order/1']],
  [
    'a decision about a contestant without rank',
    { ...decided({}), contestants: [k1, { ...k2, status: 'disqualified' }] },
    ['/decisions/0/order/1'],
  ],
  ['a decision outside the agreed chain', decided({ kind: 'draw' }), ['/decisions/0/kind']],
  [
    'two decisions about the same contestants',
    { ...rules({ tieBreak: ['chair'] }), decisions: [decision({}), decision({ order: ['k2', 'k1'] })] },
    ['/decisions/1'],
  ],
];

test.each(records)('[R28] %s is refused', (_what, overrides, paths) => {
  expect(checkContest(contestOf(overrides)).map((problem) => problem.path)).toEqual(paths);
});

describe('the door', () => {
  test('[R27] every grammatical problem is named, unknown keys with their own pointer', () => {
    const plain = plainContest();
    const refused = problemsOf({
      ...plain,
      format: 'gelar-juri/contest@2',
      surplus: 1,
      contestants: [
        { ...k1, 'a/b': 1 },
        { ...k2, name: undefined },
        { ...k3, number: '3' },
      ],
      scores: [score({ value: 80 }), score({ value: '1e3' }), score({ value: '0.00001' })],
      penalties: [
        { contestant: 'k1', points: '1', reason: 'x', extra: 1 },
        { contestant: 'k1', reason: '' },
      ],
      decisions: [{ kind: 'other' }],
    });
    expect(refused.map((problem) => problem.path).toSorted()).toEqual(
      [
        '/format',
        '/surplus',
        '/contestants/0/a~1b',
        '/contestants/1/name',
        '/contestants/2/number',
        '/scores/0/value',
        '/scores/1/value',
        '/scores/2/value',
        '/penalties/0/extra',
        '/penalties/1/points',
        '/penalties/1/reason',
        '/decisions/0/kind',
      ].toSorted(),
    );
    expect(refused.map(({ type }) => type)).not.toContain('wrong');
  });

  test('[R27] an unknown key does not hide what else is wrong', () => {
    const refused = problemsOf({ ...plainContest(), surplus: 1, scores: [score({ value: '101', extra: 1 })] });
    expect(refused.map((problem) => problem.path)).toEqual(['/scores/0/extra', '/surplus', '/scores/0/value']);
  });

  test('[R27] what cannot be read does not hide what is wrong elsewhere', () => {
    const refused = problemsOf({
      ...plainContest(),
      rubrics: [rubric('r', 's', [criterion('nilai', '90'), criterion('gaya', '5', { max: 100 })])],
      contestants: [{ ...k1, number: '1' }, { ...k2, category: 'x' }, k3],
      scores: [score({ value: 80 }), score({ contestant: 'k2', value: '101' }), score({ contestant: 'nobody' })],
      penalties: [{ contestant: 'nobody', points: '1', reason: 'x' }],
    });
    expect(refused.map((problem) => problem.path)).toEqual([
      '/rubrics/0/criteria/1/max',
      '/contestants/0/number',
      '/scores/0/value',
      '/contestants/1/category',
      '/scores/1/value',
      '/scores/2/contestant',
      '/scores/1',
      '/penalties/0/contestant',
    ]);
  });

  test.each([
    ['an object', { falsch: true }],
    ['a list', [[7]]],
    ['nothing', undefined],
  ])('[R27] %s in whatever place hides no problem elsewhere, and brings none about', (_what, wrong) => {
    const example: unknown = JSON.parse(readFileSync('tests/fixtures/example-contest.json', 'utf8'));
    const whole = withValue(example, '/penalties', [{ contestant: 'nobody', points: '1', reason: 'x' }]);
    const pointers = pointersOf(example, '').filter((pointer) => !pointer.startsWith('/penalties'));
    expect(pointers.length).toBeGreaterThan(250);
    for (const pointer of pointers) {
      // Who loses its id is not there for those who name it; nobody misses what may be left out.
      const isId = /^\/[a-z]+(\/\d+(\/criteria(\/\d+)?)?(\/id)?)?$/.test(pointer);
      const beyond = problemsOf(withValue(whole, pointer, wrong))
        .filter(({ path }) => !path.startsWith(pointer) && !pointer.startsWith(path))
        .filter((each) => !isId || each.type !== 'no-such' || each.id === 'nobody')
        .map(({ path }) => path);
      const isLost = pointer === '/contestants' && !Array.isArray(wrong);
      expect(beyond, pointer).toEqual(isLost ? [] : ['/penalties/0/contestant']);
    }
  });

  test.each([
    ['nothing', ''],
    ['half a file', '{"format":'],
    ['a list', '[]'],
    ['null', 'null'],
    ['deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('[R27] %s is refused as a whole', (_what, text) => {
    const result = parseContestText(text);
    expect(result.ok ? [] : result.error.problems.map((problem) => problem.path)).toEqual(['']);
  });

  test('a byte order mark and brackets inside texts are no obstacle', () => {
    const contest = { ...plainContest(), contest: { name: `${'[{'.repeat(50)} "\\" (contoh)` } };
    const result = parseContestText(`\uFEFF${JSON.stringify(contest)}`);
    expect(result.ok).toBe(true);
  });

  test('what is read stays the same when it is written and read again', () => {
    const result = parseContestFile({ ...plainContest(), scores: [score({ value: '080.50' })] });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(result.value.scores[0]?.value).toBe('80.5');
    expect(contestFileSchema.parse(JSON.parse(JSON.stringify(result.value)))).toEqual(result.value);
  });
});

function problemsOf(json: unknown) {
  const result = parseContestFile(JSON.parse(JSON.stringify(json)));
  return result.ok ? [] : result.error.problems;
}

function stage(id: string): ContestInput {
  return { id, name: `Babak ${id}`, weight: '50' };
}

function rules(more: ContestInput): ContestInput {
  return { rules: { method: 'mean', ...more } };
}

function award(more: ContestInput): ContestInput {
  return { id: 'favorit', name: 'Favorit', kind: 'list', contestants: [], ...more };
}

function exemption(more: ContestInput = {}): ContestInput {
  return { juror: 'j1', contestant: 'k1', reason: 'satu unit', ...more };
}

function decision(more: ContestInput): ContestInput {
  return { kind: 'chair', category: 'c', order: ['k1', 'k2'], reason: 'musyawarah', ...more };
}

function decided(more: ContestInput): ContestInput {
  return { ...rules({ tieBreak: ['chair'] }), decisions: [decision(more)] };
}

/** Every place of a JSON value, but the root. */
function pointersOf(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [`${at}/${key}`, ...pointersOf(item, `${at}/${key}`)]);
}

function withValue(whole: unknown, pointer: string, value: unknown): unknown {
  const [, key, ...rest] = pointer.split('/');
  if (key === undefined) return value;
  const inner = rest.map((each) => `/${each}`).join('');
  if (Array.isArray(whole)) {
    return whole.map((item: unknown, index) => (String(index) === key ? withValue(item, inner, value) : item));
  }
  const entries = Object.entries(whole ?? {}).filter(([name]) => name !== key);
  const old: unknown = Object.entries(whole ?? {}).find(([name]) => name === key)?.[1];
  return Object.fromEntries([...entries, [key, withValue(old, inner, value)]]);
}
