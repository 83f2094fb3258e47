/**
 * From the sheets of a workbook to the list of contestants [I5-I8]: picks the sheets, the header and the columns, unless a
 * person names them, and reads the rows with their problems and with what a person must confirm. Nothing is written here.
 */
import { assert } from '../lib/assert.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { cellText } from './cell-text.ts';
import { textKey } from '../lib/text-key.ts';
import { checkRows, type CheckContext } from './check-rows.ts';
import { bestList, chooseSheets } from './choose-sheets.ts';
import type { FieldColumns } from './find-header.ts';
import { cellAt, columnLetter, gridWidth, type Grid } from './grid.ts';
import { importFields } from './header-words.ts';
import { joinQuestions } from './questions.ts';
import { noList, readSheet, type SheetList, type SheetOptions } from './read-sheet.ts';
import type { ReadRow } from './read-row.ts';
import { headingName } from './row-words.ts';
import type {
  ImportAnswers,
  ImportColumn,
  ImportField,
  ImportMapping,
  ImportPreview,
  ImportQuestion,
  ImportRefusal,
  ImportRow,
  ManualMapping,
} from './types.ts';

export type FindTableOptions = CheckContext & {
  readonly sheet?: string;
  /** Fields set by hand; the others are found by their headers. */
  readonly mapping?: ManualMapping;
  /** What a person has answered to the questions of an earlier reading. */
  readonly answers?: ImportAnswers;
};

const SAMPLE_COUNT = 3;

/** The list of the best sheet, or of all sheets of a workbook that has one list per category. */
export function findTable(
  grids: readonly Grid[],
  options: FindTableOptions = {},
): Result<ImportPreview, ImportRefusal> {
  const named = options.sheet === undefined ? null : gridByName(grids, options.sheet);
  if (options.sheet !== undefined && named === null) return err(unknownSheet(options.sheet, grids));
  const sheetOptions: SheetOptions = {
    mapping: options.mapping ?? {},
    answers: options.answers ?? {},
    categories: options.categories ?? [],
  };
  const visible = grids.filter((grid) => grid.hidden !== true);
  const candidates = named === null ? visible : [named];
  const lists: SheetList[] = [];
  for (const grid of candidates) {
    const list = readSheet(grid, sheetOptions);
    if (!list.ok && list.error.type === 'unknown-column' && candidates.length === 1) return list;
    if (list.ok) lists.push(list.value);
  }
  const best = bestList(lists);
  if (best === null) return err(noList(grids));
  if (named === null) {
    const chosen = chooseSheets(lists, sheetOptions);
    return ok(preview(grids, chosen.lists, chosen.areCategories, chosen.questions, options));
  }
  // A sheet that is one of several categories keeps its category when it is read alone.
  const all = visible.flatMap((grid) => {
    const list = readSheet(grid, sheetOptions);
    return list.ok ? [list.value] : [];
  });
  const family = chooseSheets(all, { ...sheetOptions, answers: {} });
  const isCategory =
    family.areCategories && family.questions.length === 0 && family.lists.some(({ grid }) => grid === named);
  return ok(preview(grids, [best], isCategory, [], options));
}

function gridByName(grids: readonly Grid[], name: string): Grid | null {
  return grids.find((grid) => grid.name === name) ?? grids.find((grid) => textKey(grid.name) === textKey(name)) ?? null;
}

function preview(
  grids: readonly Grid[],
  lists: readonly SheetList[],
  areCategories: boolean,
  sheetQuestions: readonly ImportQuestion[],
  options: FindTableOptions,
): ImportPreview {
  const first = lists[0];
  assert(first !== undefined, 'a preview needs a list');
  const isSeveral = lists.length > 1;
  const rows = lists.flatMap(({ grid, read }) =>
    read.rows.map((row) => ({
      ...row,
      ...(isSeveral ? { sheet: grid.name } : {}),
      category: areCategories ? headingName(grid.name) : row.category,
    })),
  );
  return {
    sheet: first.grid.name,
    sheets: grids.map(({ name }) => name),
    sheetsRead: lists.map(({ grid }) => grid.name),
    headerRow: first.header.bottom + 1,
    mapping: lettersOf(first.columns),
    columns: columnsOf(first),
    categorySource: areCategories ? 'sheets' : first.read.categorySource,
    rows: rows.map(withoutReading),
    problems: checkRows(rows, options),
    questions: [
      ...sheetQuestions,
      ...joinQuestions(lists.map(({ grid, questions }) => ({ sheet: isSeveral ? grid.name : null, questions }))),
    ],
    unusedColumns: first.unused,
  };
}

function withoutReading({ row, sheet, number, name, unit, title, category, status, slot }: ReadRow): ImportRow {
  const place = { row, ...(sheet === undefined ? {} : { sheet }) };
  return { ...place, number, name, unit, title, category, status, ...(slot === undefined ? {} : { slot }) };
}

function lettersOf(columns: FieldColumns): ImportMapping {
  const mapping: { [Field in ImportField]?: string } = {};
  for (const field of importFields) {
    const column = columns[field];
    if (column !== undefined) mapping[field] = columnLetter(column);
  }
  return mapping;
}

function columnsOf({ grid, header, read }: SheetList): ImportColumn[] {
  const width = gridWidth(grid);
  return Array.from({ length: width }, (_, column) => ({
    letter: columnLetter(column),
    header: header.texts[column] ?? '',
    samples: read.rows
      .map(({ row }) => cellText(cellAt(grid, row - 1, column)))
      .filter((text) => text !== '')
      .slice(0, SAMPLE_COUNT),
  }));
}

function unknownSheet(name: string, grids: readonly Grid[]): ImportRefusal {
  return { type: 'unknown-sheet', name, sheets: grids.map((grid) => grid.name) };
}
