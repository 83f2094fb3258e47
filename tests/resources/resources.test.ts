import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readRubricTemplates, readSampleContest } from '../../electron/adapters/files/resources.ts';
import { checkContest, checkSetup } from '../../shared/domain/setup/contest-check.ts';
import type { ContestSetup } from '../../shared/domain/setup/contest-file.ts';
import { compare, fromDecimal, sum, whole } from '../../shared/lib/rational.ts';

const folder = path.resolve(import.meta.dirname, '../../resources/rubrics');
const templates = readRubricTemplates();

test('every file of the folder is offered as a template, each once', () => {
  const files = readdirSync(folder).map((name) => name.replace(/\.json$/, ''));
  expect(templates.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
});

test.each(templates)('[R27] $id fits together with a category of its own, a panel and a group', ({ setup }) => {
  expect(checkSetup(withCategory(setup))).toEqual([]);
});

test.each(templates)('$id says that it is an example and where it comes from', ({ name, description }) => {
  expect(name).toMatch(/^Contoh: /);
  expect(description).toContain('Sumber: ');
});

test.each(templates)('$id describes at least two levels of every criterion', ({ setup }) => {
  for (const criterion of setup.rubrics.flatMap((rubric) => rubric.criteria)) {
    expect(Object.keys(criterion.descriptors ?? {}).length, criterion.id).toBeGreaterThanOrEqual(2);
  }
});

const rubricsToRead = [...templates, { id: 'the sample', setup: readSampleContest() }].map(({ id, setup }) => ({
  id,
  criteria: setup.rubrics.flatMap((rubric) => rubric.criteria),
}));

test.each(rubricsToRead)('$id names what is looked at once, and no level says the words of another', ({ criteria }) => {
  for (const criterion of criteria) {
    const said = Object.values(criterion.descriptors ?? {}).flatMap((text) => fourWordsEach(text));
    expect(said, criterion.id).toEqual([...new Set(said)]);
  }
});

test.each(templates.filter(({ setup }) => setup.rubrics.every((rubric) => rubric.gate !== true)))(
  'the weights of every sheet of $id sum to 100',
  ({ setup }) => {
    for (const rubric of setup.rubrics) {
      const total = sum(rubric.criteria.map((criterion) => fromDecimal(criterion.weight)));
      expect(compare(total, whole(100)), rubric.id).toBe(0);
    }
    const stages = sum(setup.stages.map((stage) => fromDecimal(stage.weight)));
    expect(compare(stages, whole(100))).toBe(0);
  },
);

test('the combined event counts risalah 50, presentasi 30, tanya jawab 20 and breaks ties in the agreed order', () => {
  const combined = templates.find(({ id }) => id === 't6-gabungan');
  expect(combined?.setup.stages.map(({ id, weight }) => [id, weight])).toEqual([
    ['risalah', '50'],
    ['presentasi', '30'],
    ['tanya-jawab', '20'],
  ]);
  expect(combined?.setup.rules.tieBreak).toEqual([
    'stage:risalah',
    'criterion:risalah-evaluasi',
    'stage:tanya-jawab',
    'chair',
  ]);
});

test('the sample has twelve scored groups in three categories, three jurors, an unscored opening, and no score', () => {
  const sample = readSampleContest();
  expect(checkContest(sample)).toEqual([]);
  expect(sample.contest.example).toBe(true);
  expect(sample.categories).toHaveLength(3);
  expect(sample.jurors.map(({ name }) => name)).toEqual(['Juri 1 (contoh)', 'Juri 2 (contoh)', 'Juri 3 (contoh)']);
  expect(sample.contestants.filter(({ status }) => status === 'waiting')).toHaveLength(12);
  expect(sample.contestants.filter(({ status }) => status === 'exhibition')).toHaveLength(1);
  expect(sample.contestants.every(({ name }) => name.includes('(contoh)'))).toBe(true);
  expect(sample.scores).toEqual([]);
});

function withCategory(setup: ContestSetup): ContestSetup {
  return {
    ...setup,
    categories: [{ id: 'umum', name: 'Umum' }],
    jurors: [1, 2, 3].map((number) => ({ id: `juri-${number}`, name: `Juri ${number}` })),
    contestants: [{ id: 'satu', number: 1, name: 'KBK Satu', category: 'umum', status: 'waiting' }],
  };
}

/** Every run of four words after the name of the level, e.g. "diagram tulang ikan yang". */
function fourWordsEach(text: string): string[] {
  const words =
    text
      .replace(/^[^:]*:/, '')
      .toLowerCase()
      .match(/[\p{L}\d+]+/gu) ?? [];
  return words.flatMap((_, at) => (at + 4 <= words.length ? [words.slice(at, at + 4).join(' ')] : []));
}
