import { afterEach, expect, test } from 'vitest';
import { readRubricTemplates, readSampleContest } from '../../../../electron/adapters/files/resources.ts';
import { checkDraft, draftOf, inOtherLanguage, type Draft } from '../../../../renderer/features/setup/draft.ts';
import {
  replacedByTemplate,
  withoutCategory,
  withoutStage,
  withTemplate,
} from '../../../../renderer/features/setup/draft-change.ts';
import { speak } from '../../../../renderer/messages/language.ts';
import { contestSetupSchema, type ContestSetup } from '../../../../shared/domain/setup/contest-file.ts';
import { sampleSetup } from '../../support/sample.ts';

afterEach(() => speak('id'));

const {
  format: _,
  scores: _s,
  recusals: _r,
  absences: _a,
  penalties: _p,
  decisions: _d,
  ...shipped
} = readSampleContest();
const setups: readonly (readonly [string, ContestSetup])[] = [
  ['the test sample', sampleSetup],
  ['the sample event', shipped],
  ...readRubricTemplates().map(({ id, setup }) => [id, setup] as const),
  [
    'every optional key',
    contestSetupSchema.parse({
      ...sampleSetup,
      contest: {
        name: 'Gelar',
        place: 'Jepara',
        dates: ['2017-10-24', '2017-10-25'],
        organizer: 'Bagian Organisasi',
        letterhead: ['PEMERINTAH KABUPATEN', 'SEKRETARIAT DAERAH'],
        signing: { town: 'Jepara', date: '2017-11-20' },
        committeeChair: { name: 'Drs. Contoh', title: 'Pembina', nip: '197001012000031001' },
        juryLabel: 'Tim Juri',
        paper: 'A4',
        hideScores: true,
        fanfare: true,
        confetti: true,
        copies: 3,
        sealing: true,
        certificate: { text: 'PIAGAM', signer: { role: 'Bupati' }, top: 30 },
        objections: true,
        example: true,
      },
      stages: [
        {
          id: 'presentasi',
          name: 'Presentasi',
          weight: '70',
          after: { stage: 'risalah', top: 2, ties: 'decide' },
          timer: [
            { name: 'Yel', seconds: 100 },
            { name: 'Paparan', seconds: 450 },
          ],
        },
        { id: 'risalah', name: 'Risalah', weight: '30' },
      ],
      jurors: [
        {
          id: 'a',
          name: 'A',
          title: 'Dr.',
          unit: 'Univ',
          nip: '1',
          categories: ['kesehatan'],
          stages: ['risalah'],
          chair: true,
        },
      ],
      rules: {
        method: 'median',
        weighting: 'percent',
        rounding: [{ at: 'final', decimals: 2 }],
        tieBreak: ['stage:risalah', 'aspect:Isi', 'chair'],
        places: 6,
        minimum: '62.5',
      },
      awards: [
        { id: 'harapan', name: 'Harapan', kind: 'places', from: 7, count: 3, categories: ['kesehatan'] },
        { id: 'favorit', name: 'Favorit', kind: 'list', contestants: ['mawar', 'melati'] },
        { id: 'semua', name: 'Favorit lomba', kind: 'list', scope: 'contest', contestants: ['mawar'] },
        { id: 'nominasi', name: 'Nominasi', kind: 'list', ordered: false, contestants: ['melati', 'mawar'] },
        { id: 'kreatif', name: 'KBK kreatif', kind: 'criterion', criterion: 'tim', count: 2 },
        { id: 'predikat', name: 'Predikat', kind: 'band', bands: [{ name: 'Emas', min: '82.5' }] },
      ],
    }),
  ],
];

test.each(setups)('%s comes out of the draft as it went in', (_name, setup) => {
  expect(checkDraft(draftOf(setup), setup.contestants)).toEqual({ setup, problems: new Map() });
});

test.each(setups)('[H8] the draft of %s in another language is the one that is opened in it', (_name, setup) => {
  const setupOfDecimals = withDecimals(setup);
  const before = draftOf(setupOfDecimals);
  speak('en');
  const opened = draftOf(setupOfDecimals);
  expect(opened).not.toEqual(before);
  expect(inOtherLanguage(before)).toEqual(opened);
});

test('numbers are typed with a comma or a point, and what is no number is refused at its field', () => {
  const draft = draftOf(sampleSetup);
  change(draft, (criterion) => (criterion.weight = '50,0'));
  expect(checkDraft(draft, sampleSetup.contestants).problems.size).toBe(0);
  change(draft, (criterion) => (criterion.weight = 'lima puluh'));
  expect([...checkDraft(draft, sampleSetup.contestants).problems.keys()]).toEqual(['/rubrics/0/criteria/0/weight']);
});

test('[R27] weights that do not sum to 100 are refused at the list of criteria', () => {
  const draft = draftOf(sampleSetup);
  change(draft, (criterion) => (criterion.weight = '49'));
  expect(Object.fromEntries(checkDraft(draft, sampleSetup.contestants).problems)).toEqual({
    '/rubrics/0/criteria': 'jumlah bobot kriteria harus 100, sekarang 99',
  });
});

test('a descriptor out of range is refused at its own line', () => {
  const draft = draftOf(sampleSetup);
  change(draft, (criterion) => criterion.descriptors.push({ score: '120', text: 'Istimewa' }));
  expect([...checkDraft(draft, sampleSetup.contestants).problems.keys()]).toEqual([
    '/rubrics/0/criteria/0/descriptors/3/score',
  ]);
});

test('a stage goes with its rubric, its tie-break steps and what jurors judged of it', () => {
  const draft = draftOf({
    ...sampleSetup,
    jurors: [{ id: 'a', name: 'A', stages: ['presentasi', 'risalah'] }],
    rules: { ...sampleSetup.rules, tieBreak: ['stage:risalah', 'criterion:tema', 'criterion:alur', 'chair'] },
  });
  const after = withoutStage(draft, 'risalah');
  expect(after.rules.tieBreak).toEqual(['criterion:alur', 'chair']);
  expect(after.jurors[0]?.stages).toEqual(['presentasi']);
  expect(checkDraft(after, sampleSetup.contestants).problems.size).toBe(0);
});

test('a category goes from rubrics and jurors, and a rubric for it alone goes too', () => {
  const [first] = sampleSetup.rubrics;
  const draft = draftOf({
    ...sampleSetup,
    categories: [...sampleSetup.categories, { id: 'baru', name: 'Baru' }],
    rubrics: first === undefined ? [] : [{ ...first, categories: ['baru'] }],
    jurors: [{ id: 'a', name: 'A', categories: ['baru', 'kesehatan'] }],
  });
  const after = withoutCategory(draft, 'baru');
  expect(after.rubrics).toEqual([]);
  expect(after.jurors[0]?.categories).toEqual(['kesehatan']);
});

test.each(readRubricTemplates())('$id replaces what is there and fits', ({ setup }) => {
  const after = replacedByTemplate(draftOf(shipped), setup);
  expect(checkDraft(after, shipped.contestants).problems).toEqual(new Map());
});

test.each(readRubricTemplates())('$id is added twice for two categories without a clash of ids', ({ setup }) => {
  const empty: Draft = { ...replacedByTemplate(draftOf(shipped), setup), stages: [], rubrics: [], awards: [] };
  empty.rules.tieBreak = [];
  const once = withTemplate(empty, setup, ['kesehatan']);
  const twice = withTemplate(once, setup, ['pendidikan', 'administrasi']);
  expect(twice.stages).toHaveLength(setup.stages.length);
  expect(checkDraft(twice, shipped.contestants).problems).toEqual(new Map());
});

function change(draft: Draft, edit: (criterion: Draft['rubrics'][number]['criteria'][number]) => void): void {
  const criterion = draft.rubrics[0]?.criteria[0];
  if (criterion === undefined) throw new Error('the sample has a criterion');
  edit(criterion);
}

/** Every number that is written as a text, with a decimal. */
function withDecimals(setup: ContestSetup): ContestSetup {
  return JSON.parse(JSON.stringify({ ...setup, awards: [...setup.awards, unitAward] }), (_key, value: unknown) =>
    typeof value === 'string' && /^\d+$/.test(value) ? `${value}.5` : value,
  ) as ContestSetup;
}

const unitAward = { id: 'umum', name: 'Juara umum', kind: 'units', points: ['5', '3', '1'], count: 1 } as const;
