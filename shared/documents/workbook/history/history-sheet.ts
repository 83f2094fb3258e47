/** Riwayat perubahan: every fact of the log that was asked for, a line each, oldest first (rule X23). */
import type { ContestSetup } from '../../../domain/setup/contest-file.ts';
import type { History, HistoryEntry } from '../../../domain/history/history.ts';
import { capitalised } from '../../../lib/capitalised.ts';
import type { Words } from '../../../say/words.ts';
import { historyColumns, historyLines, type HistoryLine } from '../../model/history-lines.ts';
import { number, text, type CellLook, type CellValue, type WorkbookModel } from '../../model/workbook-model.ts';
import { headerLook } from '../looks.ts';
import { putHeading, sheetBuilder } from '../sheet-builder.ts';

/** Together so wide that text of 10 points prints with 7 on F4 (rule X18). */
const widths: Readonly<Record<(typeof historyColumns)[number], number>> = {
  time: 22,
  who: 16,
  role: 10,
  machine: 12,
  what: 32,
  contestant: 24,
  criterion: 15,
  before: 10,
  after: 10,
  remark: 19,
  afterPresentation: 12,
  log: 16,
  number: 10,
};

const cellLook: CellLook = { wrap: true, border: 'thin', vertical: 'top' };
const timeFormat = ['dd/mm/yyyy', 'hh:mm:ss'].join(' ');
/** A cell of Excel takes 32,767; with more the file is called damaged. */
const mostLetters = 32_000;
const dayMs = 24 * 60 * 60 * 1000;
/** Day 0 of spreadsheets lies so many days before 1 January 1970. */
const daysBefore1970 = 25_569;

/** `entries`: those of the history that are to stand in it. */
export function historyWorkbook(
  setup: ContestSetup,
  history: History,
  entries: readonly HistoryEntry[],
  words: Words,
  offsetMs: (atMs: number) => number,
): WorkbookModel {
  const said = words.history.document;
  const sheet = sheetBuilder();
  const width = historyColumns.length;
  const all = history.entries.length;
  const head = putHeading(sheet, words.documents, setup.contest, width, {
    title: said.title,
    lines: [setup.contest.name, entries.length === all ? said.all(all) : said.some(entries.length, all)],
    warnings: [],
  });
  historyColumns.forEach((column, at) => sheet.put(head, at + 1, text(said.columns[column]), headerLook));
  const lines = historyLines(history, entries, setup, words, offsetMs);
  lines.forEach((line, index) => {
    historyColumns.forEach((column, at) => sheet.put(head + 1 + index, at + 1, ...cellOf(line, column)));
  });
  const last = head + lines.length;
  const area = { top: head, left: 1, bottom: last, right: width };
  return {
    title: setup.contest.name,
    language: words.documents.language,
    sheets: [
      sheet.finish({
        kind: 'history',
        identity: said.identity(setup.contest.name),
        name: said.sheet,
        columnWidths: historyColumns.map((column) => widths[column]),
        printArea: { ...area, top: 1 },
        tables: [{ head: [head, head], last }],
        filtered: area,
        frozen: { rows: head, columns: 0 },
        paper: setup.contest.paper ?? 'F4',
        orientation: 'landscape',
      }),
    ],
  };
}

function cellOf(line: HistoryLine, column: (typeof historyColumns)[number]): readonly [CellValue, CellLook] {
  switch (column) {
    case 'time':
      return [
        number(line.localMs / dayMs + daysBefore1970),
        { ...cellLook, wrap: false, horizontal: 'center', numberFormat: timeFormat },
      ];
    case 'number':
      return [number(line.number), { ...cellLook, wrap: false, horizontal: 'center' }];
    case 'what':
      return [text(fitting(capitalised(line.texts.what))), cellLook];
    default:
      return [text(fitting(line.texts[column])), cellLook];
  }
}

function fitting(said: string): string {
  return said.length <= mostLetters ? said : `${said.slice(0, mostLetters)}…`;
}
