/**
 * Every paper as it was: each cell with its formula, its value and its look, widths, heights, pages, and what is printed. Papers of a
 * contest are compared by hand with earlier ones, so nothing in them changes unseen. What is meant
 * to change is kept anew with `KEEP=write vitest run --project unit tests/documents/papers`.
 */
import { expect, test } from 'vitest';
import { recapHtml, workbookHtml } from '../../shared/documents/text/recap-print.ts';
import { contestWorkbook } from '../../shared/documents/workbook/workbook.ts';
import type { Area, Cell, CellValue, SheetModel } from '../../shared/documents/model/workbook-model.ts';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { present } from '../../shared/lib/assert.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { wordsOf } from '../../shared/say/words.ts';
import { expectAsItWas } from '../support/as-it-was.ts';
import * as contests from './contests.ts';

const papers = Object.entries(contests).flatMap(([name, file]): [string, ContestFile][] =>
  typeof file === 'object' && 'rules' in file && name !== 'longRubric' ? [[name, file]] : [],
);

test.each(papers)('[X5] [X6] [X7] the workbook of %s is as it was', (name, file) => {
  const { sheets } = workbookOf(file);
  expectAsItWas(`papers/${name}.txt`, sheets.map(written).join('\n\n'));
});

const { example, tiesAndDecisions, threeCategories } = contests;

test.each(Object.entries({ example, tiesAndDecisions, threeCategories }))(
  '[X16] what is printed of %s is as it was',
  (name, file) => {
    const answer = rankContest(file);
    const pages = [
      recapHtml(file, answer, wordsOf.id),
      workbookHtml(workbookOf(file), wordsOf.id.documents, ['winners', 'juror']),
    ];
    expectAsItWas(`papers/${name}.html.txt`, pages.join('\n').replaceAll('><', '>\n<'));
  },
);

test('every contest of these tests has its papers here', () => {
  expect(papers.length).toBeGreaterThan(5);
});

function workbookOf(file: ContestFile) {
  return contestWorkbook(
    file,
    rankContest(file),
    wordsOf.id,
    (juror, contestant) => (juror === 'j1' && contestant === 'k1' ? 'tenang,\njelas' : ''),
    (juror, contestant) => (juror === 'j2' && contestant === 'k3' ? { name: 'Juri Pengganti (contoh)' } : null),
  );
}

/** A line per cell, by row and column; then what holds for the whole sheet. */
function written({ cells, logo, columnWidths, rowHeights, ...sheet }: SheetModel): string {
  const { merges, entryRules, tables, pageFit, printArea, frozen, ...named } = sheet;
  return [
    JSON.stringify(named),
    ...runsOf(cells.toSorted((a, b) => a.row - b.row || a.column - b.column)).map(line),
    `widths ${columnWidths.map((width) => width.toFixed(2)).join(' ')}`,
    `heights ${[...rowHeights].map(([row, height]) => `${row}:${height.toFixed(2)}`).join(' ')}`,
    `merged ${merges.map(areaText).join(' ')}`,
    ...entryRules.map(({ area, ...rule }) => `entry ${areaText(area)} ${JSON.stringify(rule)}`),
    `pages ${JSON.stringify({ tables, pageFit, frozen })} of ${areaText(printArea)}`,
    logo === null ? 'no logo' : `logo ${areaText(logo.area)} ${logo.width.toFixed(2)} ${logo.height.toFixed(2)}`,
  ].join('\n');
}

/** Empty cells of one look beside each other stand in one line. */
function runsOf(cells: readonly Cell[]): (readonly Cell[])[] {
  const runs: Cell[][] = [];
  for (const cell of cells) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const goesOn =
      before?.row === cell.row &&
      before.column === cell.column - 1 &&
      [before, cell].every(({ value }) => value.type === 'blank') &&
      lookText(before) === lookText(cell);
    if (goesOn) run?.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

function line(run: readonly Cell[]): string {
  const [first, last] = [present(run[0], 'a run is not empty'), present(run.at(-1), 'a run is not empty')];
  const place = `${first.row},${first.column}${first === last ? '' : `-${last.column}`}`;
  return [place, valueText(first.value), lookText(first)].filter((part) => part !== '').join(' | ');
}

function lookText({ look }: Cell): string {
  const looks = Object.entries(look).map(([key, each]) => (each === true ? key : `${key}=${String(each)}`));
  return looks.toSorted().join(' ');
}

function valueText(value: CellValue): string {
  switch (value.type) {
    case 'text':
      return JSON.stringify(value.text);
    case 'number':
      return String(value.number);
    case 'formula':
      return `=${value.formula} -> ${JSON.stringify(value.cached)}`;
    case 'blank':
      return '';
  }
}

function areaText({ top, left, bottom, right }: Area): string {
  return `${top},${left}-${bottom},${right}`;
}
