/**
 * LibreOffice against the application: every formula of the workbook is computed anew after its cached value was falsified,
 * and again after somebody changed scores in the file.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { workbookBytes } from '../../electron/adapters/workbook-writer.ts';
import { checkContest } from '../../shared/domain/setup/contest-check.ts';
import { contestFileSchema, type ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { contestWorkbook } from '../../shared/documents/workbook/workbook.ts';
import { cellName, type SheetModel, type WorkbookModel } from '../../shared/documents/model/workbook-model.ts';
import { toNumber } from '../../shared/lib/rational.ts';
import { checkRanking } from '../../shared/ranking/decisions.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { juryTotals } from '../../shared/ranking/totals.ts';
import { arbitraryContest } from '../support/arbitrary-contest.ts';
import { openLibreOffice } from '../support/libreoffice.ts';
import * as contests from './contests.ts';
import { wordsOf } from '../../shared/say/words.ts';

const followingChains = [[], ['stage:t', 'criterion:b', 'fewest-penalties'], ['fewest-penalties', 'stage:s']];
const sampled = fc.sample(arbitraryContest({ methods: ['mean', 'median'], tieBreaks: followingChains }), {
  numRuns: 16,
  seed: 20_171_108,
});
const roundings = [
  { applyAt: 'sheet', rounding: [] },
  {
    applyAt: 'sheet',
    rounding: [
      { at: 'juror', decimals: 0 },
      { at: 'stage', decimals: 1 },
    ],
  },
  {
    applyAt: 'criterion',
    rounding: [
      { at: 'criterion', decimals: 0 },
      { at: 'weighted', decimals: 1 },
    ],
  },
];
const random = Object.fromEntries(
  sampled.map((file, index) => [
    `random-${index + 1}`,
    contestFileSchema.parse({ ...file, rules: { ...file.rules, ...roundings[index % roundings.length] } }),
  ]),
);
const cases: Readonly<Record<string, ContestFile>> = { ...contests, ...random };

/** For each case, the same contest with other scores; only where the chain is one that formulas follow. */
const followed = Object.entries(cases).flatMap(([name, file]) => {
  const isFixed =
    ['majority', 'tiesAndDecisions'].includes(name) || file.stages.some(({ after }) => after !== undefined);
  if (isFixed || file.scores.length === 0) return [];
  return [{ name, file, changed: withOtherScores(file) }];
});

const folder = await mkdtemp(path.join(tmpdir(), 'gelar-juri-workbook-'));
const falsified = path.join(folder, 'falsified');
const edited = path.join(folder, 'edited');
const recalculated = path.join(folder, 'recalculated');

beforeAll(async () => {
  await mkdir(falsified);
  await mkdir(edited);
  for (const [name, file] of Object.entries(cases)) {
    await writeFile(path.join(falsified, `${name}.xlsx`), falsify(await workbookBytes(workbookOf(file))));
  }
  for (const { name, file, changed } of followed) {
    const model = editScores(workbookOf(file), changed);
    await writeFile(path.join(edited, `${name}-edited.xlsx`), await workbookBytes(model));
  }
  for (const edit of tieEdits) {
    const model = editScores(workbookOf(contests.tiesAndDecisions), edit.changed);
    await writeFile(path.join(edited, `${edit.name}.xlsx`), await workbookBytes(model));
  }
  const tied = editScores(workbookOf(contests.roundedStages), followedTie);
  await writeFile(path.join(edited, 'followed-tie.xlsx'), await workbookBytes(tied));
  for (const { name, changed } of roundEdits) {
    const model = editScores(workbookOf(contests.threeRounds), changed);
    await writeFile(path.join(edited, `${name}.xlsx`), await workbookBytes(model));
  }
  const office = await openLibreOffice();
  const files = [
    ...Object.keys(cases).map((name) => path.join(falsified, `${name}.xlsx`)),
    ...followed.map(({ name }) => path.join(edited, `${name}-edited.xlsx`)),
    ...tieEdits.map(({ name }) => path.join(edited, `${name}.xlsx`)),
    path.join(edited, 'followed-tie.xlsx'),
    ...roundEdits.map(({ name }) => path.join(edited, `${name}.xlsx`)),
  ];
  await office.recalculate(files, recalculated);
  await office.close();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('the contests are ones that the application accepts', () => {
  for (const file of [...Object.values(cases), ...followed.map(({ changed }) => changed)]) {
    expect([...checkContest(file), ...checkRanking(file)]).toEqual([]);
  }
});

describe('[X10] every formula gives the application’s value when its cached value was falsified', () => {
  test.each(Object.keys(cases))('%s', async (name) => {
    const model = workbookOf(cases[name] ?? contests.example);
    const judge = await open(`${name}.xlsx`);
    const wrong = formulaCells(model).flatMap(({ sheet, address, formula, cached }) => {
      const found: unknown = judge.Sheets[sheet.name]?.[address]?.v ?? '';
      return isSame(found, cached) ? [] : [{ sheet: sheet.name, address, formula, cached, found }];
    });
    expect(wrong).toEqual([]);
  });
});

describe('[X11] results and ranks follow a changed score', () => {
  test.each(followed)('$name', async ({ name, changed }) => {
    expect(await tableOf(`${name}-edited.xlsx`, changed)).toEqual(officialTable(changed));
  });
});

const undecided = contests.tiesAndDecisions;
const tieEdits = [
  {
    name: 'tie-ends',
    changed: withScore(undecided, { juror: 'j1', contestant: 'k1', criterion: 'a', value: '91' }),
    ranks: { 'KBK Contoh 1': 1, 'KBK Contoh 2': 2 },
  },
  {
    name: 'tie-grows',
    changed: ['a', 'b'].reduce(
      (file, criterion) =>
        ['j1', 'j2', 'j3'].reduce(
          (all, juror) => withScore(all, { juror, contestant: 'k9', criterion, value: '90' }),
          file,
        ),
      undecided,
    ),
    ranks: { 'KBK Contoh 1': 1, 'KBK Contoh 2': 1, 'KBK Contoh 9': 1, 'KBK Contoh 3': 4 },
  },
  {
    name: 'tie-stays',
    changed: withScore(undecided, { juror: 'j1', contestant: 'k9', criterion: 'a', value: '51' }),
    ranks: { 'KBK Contoh 2': 1, 'KBK Contoh 1': 2 },
  },
];

/** Those who advanced change places, those who did not among themselves; nobody crosses the cut. */
const roundEdits = [
  { name: 'final-turned', score: { juror: 'j1', contestant: 'k2', criterion: 'd', value: '100' } },
  { name: 'behind-turned', score: { juror: 'j1', contestant: 'k6', criterion: 'a', value: '69' } },
  { name: 'too-low', score: { juror: 'j1', contestant: 'k3', criterion: 'd', value: '5' } },
].map(({ name, score }) => ({ name, changed: withScore(contests.threeRounds, score) }));

test.each(roundEdits)('[R32] the rank follows inside a round: $name', async ({ name, changed }) => {
  const ranks = officialTable(changed);
  expect(ranks).not.toEqual(officialTable(contests.threeRounds));
  expect(await tableOf(`${name}.xlsx`, changed)).toEqual(ranks);
});

const followedTie = withScore(contests.roundedStages, { juror: 'j1', contestant: 'k2', criterion: 'a', value: '80' });

test('[X13] a new tie is separated by a step that formulas follow, on unrounded values', async () => {
  const table = await tableOf('followed-tie.xlsx', followedTie);
  const ranks = ['KBK Contoh 1', 'KBK Contoh 2', 'KBK Contoh 3'].map((who) => table[who]);
  expect(ranks).toEqual([3, 1, 1].map((rank) => ({ result: 85, rank })));
  expect(table).toEqual(officialTable(followedTie));
});

test.each(tieEdits)(
  '[X14] a recorded order holds only while exactly its group is tied: $name',
  async ({ name, changed, ranks }) => {
    const table = await tableOf(`${name}.xlsx`, changed);
    expect(Object.fromEntries(Object.keys(ranks).map((who) => [who, table[who]?.rank]))).toEqual(ranks);
  },
);

function workbookOf(file: ContestFile): WorkbookModel {
  return contestWorkbook(file, rankContest(file), wordsOf.id);
}

function formulaCells(model: WorkbookModel) {
  return model.sheets.flatMap((sheet) =>
    sheet.cells.flatMap(({ row, column, value }) =>
      value.type === 'formula'
        ? [{ sheet, address: cellName(row, column), formula: value.formula, cached: value.cached }]
        : [],
    ),
  );
}

function isSame(found: unknown, cached: number | string): boolean {
  if (typeof cached === 'string' || typeof found !== 'number') return found === cached;
  return Math.abs(found - cached) <= 1e-9 * Math.max(1, Math.abs(cached));
}

/** Every cached value becomes a wrong one of the same kind. */
function falsify(bytes: Uint8Array): Uint8Array {
  const entries = unzipSync(bytes);
  let count = 0;
  for (const [name, data] of Object.entries(entries)) {
    if (!name.startsWith('xl/worksheets/')) continue;
    const xml = strFromU8(data).replace(
      /(<c [^>]*>)(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g,
      (_, open: string, formula: string) => {
        count += 1;
        return `${open}${formula}<v>${open.includes('t="str"') ? 'PALSU' : '777'}</v>`;
      },
    );
    entries[name] = strToU8(xml);
  }
  expect(count).toBeGreaterThan(0);
  return zipSync(entries);
}

/** The workbook with the scores of another contest typed into its score sheets; formulas and cached values stay. */
function editScores(model: WorkbookModel, changed: ContestFile): WorkbookModel {
  const sheets = model.sheets.map((sheet) => ({ ...sheet, cells: [...sheet.cells] }));
  for (const score of changed.scores) {
    const juror = changed.jurors.findIndex((one) => one.id === score.juror) + 1;
    const contestant = changed.contestants.find((one) => one.id === score.contestant);
    const criterion = changed.rubrics.flatMap((one) => one.criteria).find((one) => one.id === score.criterion);
    const category = changed.categories.find((one) => one.id === contestant?.category)?.name ?? '';
    const sheet = sheets.find(
      (one) => one.name.startsWith(`Juri ${juror}`) && textsOf(one).includes(`Kategori: ${category}`),
    );
    const head = sheet?.cells.find(
      ({ value }) => value.type === 'text' && value.text.startsWith(`${criterion?.name}\n`),
    );
    const column = head?.column;
    const row = sheet?.cells.find(
      (cell) =>
        cell.row > (head?.row ?? 0) &&
        cell.column === 3 &&
        cell.value.type === 'text' &&
        cell.value.text === contestant?.name,
    )?.row;
    const at = sheet?.cells.findIndex((cell) => cell.row === row && cell.column === column) ?? -1;
    const cell = sheet?.cells[at];
    expect(cell?.value.type).toBe('number');
    if (sheet !== undefined && cell !== undefined)
      sheet.cells[at] = { ...cell, value: { type: 'number', number: Number(score.value) } };
  }
  return { ...model, sheets };
}

function textsOf(sheet: SheetModel): readonly string[] {
  return sheet.cells.flatMap(({ value }) => (value.type === 'text' ? [value.text] : []));
}

type Table = Record<string, { readonly result: number | null; readonly rank: number | null }>;

/** Result and rank per contestant as they stand on the recaps of a recalculated file. */
async function tableOf(name: string, file: ContestFile): Promise<Table> {
  const book = await open(name);
  const names = new Set(file.contestants.map((contestant) => contestant.name));
  const table: Table = {};
  for (const sheetName of book.SheetNames.filter((one) => one.startsWith('Rekap'))) {
    const sheet = book.Sheets[sheetName] ?? {};
    const rows = XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, range: 0, defval: null, raw: true });
    const header = rows.find((row) => row.includes('Peringkat')) ?? [];
    const [result, rank] = [
      header.findIndex((text) => text === 'Nilai akhir' || text === 'Poin Borda'),
      header.indexOf('Peringkat'),
    ];
    for (const row of rows) {
      const who = row[2];
      // The first table is the result; the jurors' totals may stand below it.
      if (typeof who === 'string' && names.has(who) && table[who] === undefined)
        table[who] = { result: rounded(row[result]), rank: rounded(row[rank]) };
    }
  }
  return table;
}

function officialTable(file: ContestFile): Table {
  const table: Table = {};
  for (const { category, standings } of rankContest(file).categories) {
    for (const { contestant, result } of juryTotals(file, category).contestants) {
      const standing = standings.find((one) => one.contestant === contestant);
      const who = file.contestants.find((one) => one.id === contestant)?.name ?? '';
      const value = standing === undefined || result === null ? null : rounded(toNumber(result));
      table[who] = { result: value, rank: standing?.rank ?? null };
    }
  }
  return table;
}

function rounded(value: unknown): number | null {
  return typeof value === 'number' ? Number(value.toFixed(9)) : null;
}

async function open(name: string): Promise<XLSX.WorkBook> {
  return XLSX.read(await readFile(path.join(recalculated, name)), { type: 'buffer' });
}

/** Other scores of the same rubric: every third one moves by some steps inside its range. */
function withOtherScores(file: ContestFile): ContestFile {
  const criteria = new Map(file.rubrics.flatMap((one) => one.criteria).map((one) => [one.id, one]));
  const scores = file.scores.map((score, index) => {
    const criterion = criteria.get(score.criterion);
    // Where places are counted, the gates stay as they are, so that several groups are compared.
    const isKept = file.rules.method === 'borda' && criterion?.max === '1';
    if (criterion === undefined || isKept || index % 3 !== 0) return score;
    const steps = ((index * 37) % 11) - 5;
    const moved = Number(score.value) + steps * Math.max(Number(criterion.step), file.rubrics.length > 1 ? 1 : 0.25);
    const inside = Math.min(Number(criterion.max), Math.max(Number(criterion.min), moved));
    return { ...score, value: String(Number(inside.toFixed(4))) };
  });
  return { ...file, scores };
}

function withScore(file: ContestFile, score: ContestFile['scores'][number]): ContestFile {
  const isIt = (one: ContestFile['scores'][number]) =>
    one.juror === score.juror && one.contestant === score.contestant && one.criterion === score.criterion;
  return { ...file, scores: file.scores.map((one) => (isIt(one) ? score : one)) };
}
