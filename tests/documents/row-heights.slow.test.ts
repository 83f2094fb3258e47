/**
 * Nothing is cut: LibreOffice, which knows nothing of our widths of letters, fits a row to every wrapped text of all sheets
 * in a column as wide as the text's cells, and that row must not be higher than the rows that the text has.
 */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeWorkbook } from '../../electron/adapters/workbook-writer.ts';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { contestWorkbook } from '../../shared/documents/workbook/workbook.ts';
import type { Cell, SheetModel, WorkbookModel } from '../../shared/documents/model/workbook-model.ts';
import { present } from '../../shared/lib/assert.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { openLibreOffice } from '../support/libreoffice.ts';
import { longNames, officialContest } from '../support/official-contests.ts';
import * as contests from './contests.ts';
import { wordsOf } from '../../shared/say/words.ts';

const lists = 'tests/fixtures/lists';
const seeds: readonly (readonly [string, ContestFile])[] = [
  ['bojonegoro', await of('bojonegoro-2020.ods', 't1-risalah-8-langkah', 3)],
  ['jepara', await of('jepara-2017.xlsx', 't6-gabungan', 5)],
  ['magetan', await of('magetan-2015.csv', 't3-presentasi', 5)],
  ['probolinggo', await of('probolinggo-2019.xls', 't6-gabungan', 7)],
  ['babel', await officialContest({ order: 18, rubric: 't7-budaya-berkah', jurors: 3 })],
  ['everything at its limit', atLimits()],
  ['52 x 15 x 20', await officialContest({ order: 52, rubric: 20, jurors: 15 }, longNames)],
];

test('[X19] every wrapped text of every sheet has the room that LibreOffice gives it', async () => {
  const files = [...seeds, ...Object.entries<ContestFile>(contests)];
  const texts = files.flatMap(([name, file]) =>
    contestWorkbook(file, rankContest(file), wordsOf.id, (_, { length }) =>
      'Catatan juri yang agak panjang. '.repeat(length),
    ).sheets.flatMap((sheet) => wrappedTexts(sheet, `${name}, ${sheet.name}`)),
  );
  const tightest = new Map<string, Wrapped>();
  for (const one of texts) {
    const { bold, size, border, horizontal } = one.cell.look;
    const key = JSON.stringify([one.text, one.width, bold, size, border, horizontal]);
    if (one.height < (tightest.get(key)?.height ?? Infinity)) tightest.set(key, one);
  }
  const distinct = [...tightest.values()];
  expect(distinct.length).toBeGreaterThan(1000);
  expect(Math.max(...distinct.map(({ height }) => height))).toBeLessThanOrEqual(1200);
  const needed = await fittedHeights(distinct);
  const cut = distinct.flatMap((one, index) => {
    const needs = needed[index] ?? 0;
    return needs <= one.height + 0.6 ? [] : [{ ...one, cell: one.cell.look, needs }];
  });
  expect(cut).toEqual([]);
});

/** Texts as long as they may be. */
function atLimits(): ContestFile {
  const words = (length: number) =>
    'Menyelenggarakan pelayanan kepada masyarakat dengan hati '.repeat(40).slice(0, length).trim();
  const file = contests.threeCategories;
  return {
    ...file,
    contest: { ...file.contest, name: words(200), place: words(500), letterhead: [words(200), words(200)] },
    categories: file.categories.map((category, index) => ({ ...category, name: `${index} ${words(190)}` })),
    stages: file.stages.map((stage, index) => ({ ...stage, name: `${index} ${words(190)}` })),
    rubrics: file.rubrics.map((rubric) => ({
      ...rubric,
      criteria: rubric.criteria.map((criterion) => ({ ...criterion, name: words(200), aspect: words(200) })),
    })),
    jurors: file.jurors.map((juror) => ({ ...juror, name: words(200), title: words(500) })),
    contestants: file.contestants.map((contestant) => ({
      ...contestant,
      name: words(200),
      unit: words(200),
      title: words(500),
    })),
    penalties: [{ contestant: 'k3', points: '1', reason: words(1000) }],
  };
}

interface Wrapped {
  readonly where: string;
  readonly text: string;
  readonly cell: Cell;
  /** Characters of column width, and points of row height, that the text has. */
  readonly width: number;
  readonly height: number;
}

function wrappedTexts(sheet: SheetModel, where: string): readonly Wrapped[] {
  const areas = new Map(sheet.merges.map((area) => [`${area.top}/${area.left}`, area]));
  return sheet.cells.flatMap((cell): Wrapped[] => {
    const { value, row, column } = cell;
    const text = value.type === 'text' ? value.text : value.type === 'formula' ? value.cached : '';
    if (cell.look.wrap !== true || typeof text !== 'string' || text === '') return [];
    const area = areas.get(`${row}/${column}`) ?? { top: row, left: column, bottom: row, right: column };
    let [width, height] = [0, 0];
    for (let at = area.left; at <= area.right; at += 1) width += present(sheet.columnWidths[at - 1], 'a width');
    for (let at = area.top; at <= area.bottom; at += 1) height += sheet.rowHeights.get(at) ?? 15;
    return [{ where: `${where}, ${row}/${column}`, text, cell, width: Math.round(width * 10) / 10, height }];
  });
}

/** How high LibreOffice makes a row without a height for each text: a row each, columns of the widths that occur. */
async function fittedHeights(texts: readonly Wrapped[]): Promise<readonly number[]> {
  const widths = [...new Set(texts.map(({ width }) => width))];
  const sheet: SheetModel = {
    ...present(contestWorkbook(contests.example, rankContest(contests.example), wordsOf.id).sheets[0], 'a sheet'),
    name: 'Teks',
    columnWidths: widths,
    rowHeights: new Map(),
    cells: texts.map(({ text, width, cell }, index) => ({
      row: index + 1,
      column: widths.indexOf(width) + 1,
      value: { type: 'text', text },
      look: cell.look,
    })),
    merges: [],
    entryRules: [],
    tables: [],
    pageFit: { type: 'one-page', scale: 1 },
  };
  const model: WorkbookModel = { title: 'Teks', language: 'id', sheets: [sheet] };
  const folder = await mkdtemp(path.join(tmpdir(), 'gelar-juri-heights-'));
  const office = await openLibreOffice();
  try {
    await mkdir(path.join(folder, 'fitted'));
    await writeWorkbook(model, path.join(folder, 'texts.xlsx'));
    await office.fitRows(path.join(folder, 'texts.xlsx'), path.join(folder, 'fitted'));
    const entries = unzipSync(await readFile(path.join(folder, 'fitted', 'texts.xlsx')));
    const xml = strFromU8(present(entries['xl/worksheets/sheet1.xml'], 'the sheet'));
    const heights = new Map(
      [...xml.matchAll(/<row r="(\d+)"[^>]*? ht="([\d.]+)"/g)].map((row) => [Number(row[1]), Number(row[2])]),
    );
    return texts.map((_, index) => present(heights.get(index + 1), 'a fitted row'));
  } finally {
    await office.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function of(list: string, rubric: string, jurors: number): Promise<ContestFile> {
  return officialContest({ order: path.join(lists, list), rubric, jurors });
}
