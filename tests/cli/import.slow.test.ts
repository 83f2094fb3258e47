import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const lists = 'tests/fixtures/lists';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gelar-import-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('[I5] import answers the sheet, its mapping, the rows, the problems and the questions, and nothing else', async () => {
  const answer = await runCli(['import', `${lists}/magetan-2015.csv`]);
  expect(answer).toMatchObject({ code: 0, stderr: '' });
  const value = JSON.parse(answer.stdout);
  expect(Object.keys(value)).toEqual([
    'sheet',
    'sheets',
    'headerRow',
    'mapping',
    'rows',
    'problems',
    'questions',
    'unusedColumns',
  ]);
  expect(value).toMatchObject({
    headerRow: 4,
    mapping: { number: 'A', name: 'B', unit: 'C', status: 'D' },
    problems: [],
    questions: [],
    unusedColumns: [],
  });
  expect(value.rows).toHaveLength(8);
  expect(value.rows[0]).toEqual({
    row: 5,
    number: 1,
    name: 'KBK “Cheerful”',
    unit: 'SMPN 2 Magetan',
    title: null,
    category: null,
    status: 'waiting',
  });
});

test('[I5] --sheet and --map decide over what would be found', async () => {
  const answer = await runCli([
    'import',
    `${lists}/jepara-2017.xlsx`,
    '--sheet',
    'Urutan Tampil',
    '--map',
    'name=C,unit=b,title=',
  ]);
  const value = JSON.parse(answer.stdout);
  expect(value.mapping).toEqual({ number: 'A', name: 'C', unit: 'B', category: 'E' });
  expect(value.rows[0]).toMatchObject({ name: 'Puskesmas Welahan II', unit: 'KBK Puskesmas Welahan II', title: null });
});

test('[I13] a question tells its type, its rows, its choices and the one assumed; --answer reads the list by another', async () => {
  const list = `tests/fixtures/list-kinds/08-baris-tersembunyi.xlsx`;
  const assumed = JSON.parse((await runCli(['import', list])).stdout);
  expect(assumed.rows).toHaveLength(5);
  expect(assumed.questions).toEqual([
    {
      type: 'hidden-rows',
      message: expect.stringContaining('Baris 5'),
      rows: [5],
      choices: ['skip', 'keep'],
      labels: { skip: expect.any(String), keep: expect.any(String) },
      assumed: 'skip',
      mustAnswer: true,
    },
  ]);
  const answered = JSON.parse((await runCli(['import', list, '--answer', 'hidden-rows=keep'])).stdout);
  expect(answered.rows).toHaveLength(6);
  expect(answered.questions).toMatchObject([{ type: 'hidden-rows', answer: 'keep' }]);
});

test('[I13] a filled column that is not used is told with its heading', async () => {
  const value = JSON.parse((await runCli(['import', `tests/fixtures/list-kinds/22-telepon.xlsx`])).stdout);
  expect(value.questions).toEqual([]);
  expect(value.unusedColumns).toEqual([
    { column: 'C', heading: 'Ketua', filled: 6 },
    { column: 'D', heading: 'No. HP', filled: 6 },
    { column: 'F', heading: 'Alamat Unit', filled: 6 },
  ]);
});

test('[I8] --contest tells the categories that the contest does not have', async () => {
  const contest = path.join(folder, 'contest.json');
  await writeFile(contest, JSON.stringify(smallContest));
  const answer = await runCli(['import', `${lists}/probolinggo-2019.xls`, '--contest', contest]);
  expect(answer.code).toBe(0);
  const { problems } = JSON.parse(answer.stdout);
  expect(
    problems.map((problem: { row: number; field: string; type: string }) => Object.values(problem).slice(0, 3)),
  ).toEqual([
    [49, 'number', 'duplicate-number'],
    [50, 'unit', 'missing-unit'],
    [50, 'category', 'unknown-category'],
    [51, 'name', 'missing-name'],
  ]);
});

test.each([
  ['a file that is not there', ['tests/no-such-file.xlsx'], 'not-found'],
  ['a folder', ['tests'], 'not-found'],
  ['a text without a list', ['tsconfig.json'], 'no-list'],
  ['an unknown sheet', [`${lists}/jepara-2017.xlsx`, '--sheet', 'Peserta'], 'unknown-sheet'],
  ['a column outside the sheet', [`${lists}/magetan-2015.csv`, '--map', 'name=ZZ'], 'unknown-column'],
  ['an unreadable contest', [`${lists}/magetan-2015.csv`, '--contest', 'no-such.json'], 'unreadable-file'],
])('[I1] %s is refused with its type and a message', async (_, args, type) => {
  const answer = await runCli(['import', ...args]);
  const { error } = JSON.parse(answer.stdout);
  expect(answer.code).toBe(1);
  expect(error).toMatchObject({ type, problems: [{ path: '', message: expect.any(String) }] });
  expect(answer.stderr).toContain(error.message);
});

test.each([
  [[]],
  [['a.csv', 'b.csv']],
  [['a.csv', '--map', 'judul=A']],
  [['a.csv', '--map', 'name']],
  [['a.csv', '--map', 'name=1']],
  [['a.csv', '--sheet']],
  [['a.csv', '--answer', 'baris=keep']],
  [['a.csv', '--answer', 'sheets=']],
])('import %j is wrong usage', async (args) => {
  const answer = await runCli(['import', ...args]);
  expect(answer).toMatchObject({ code: 2, stdout: '' });
  expect(answer.stderr).toContain('import <sheet>');
});

const smallContest = {
  format: 'gelar-juri/contest@1',
  contest: { name: 'Lomba contoh', example: true },
  categories: [
    { id: 'kesehatan', name: 'Kesehatan' },
    { id: 'administrasi', name: 'Administrasi' },
  ],
  stages: [{ id: 'presentasi', name: 'Presentasi', weight: '100' }],
  rubrics: [
    {
      id: 'r',
      stage: 'presentasi',
      criteria: [{ id: 'isi', name: 'Isi', weight: '100', min: '0', max: '100' }],
    },
  ],
  jurors: [{ id: 'j1', name: 'Juri 1 (contoh)' }],
  contestants: [],
  rules: { method: 'mean' },
};
