/** One sheet as lists of contestants [I5, I20]: header, columns, rows, and what must be asked about them. */
import { err, ok, type Result } from '../lib/result.ts';
import { categoryByText } from './category-text.ts';
import { cellText } from './cell-text.ts';
import { saysPeople, saysSession } from './content-words.ts';
import { findHeader, type FieldColumns, type Header } from './find-header.ts';
import { cellAt, columnIndex, columnLetter, gridWidth, withoutColumns, type Grid } from './grid.ts';
import { importFields, matchHeader } from './header-words.ts';
import { readNumber } from './number-cell.ts';
import { createAsker, type Asker } from './questions.ts';
import type { ReadRow, ReadRows } from './read-row.ts';
import { readRows } from './read-rows.ts';
import { headingName, saysBlock } from './row-words.ts';
import { settleColumns, unusedColumns } from './settle-columns.ts';
import { splitTables, type TableArea } from './split-tables.ts';
import type {
  ImportAnswers,
  ImportField,
  ImportQuestion,
  ImportRefusal,
  ManualMapping,
  UnusedColumn,
} from './types.ts';

export type SheetOptions = {
  readonly mapping: ManualMapping;
  readonly answers: ImportAnswers;
  readonly categories: readonly { readonly id: string; readonly name: string }[];
};

export type SheetList = {
  readonly grid: Grid;
  readonly header: Header;
  readonly columns: FieldColumns;
  readonly read: ReadRows;
  readonly questions: readonly ImportQuestion[];
  readonly unused: readonly UnusedColumn[];
  /** The nearest text above the header. */
  readonly caption: string;
};

type ReadTable = {
  readonly table: TableArea;
  readonly columns: FieldColumns;
  readonly read: ReadRows;
  readonly unused: readonly UnusedColumn[];
};

export function readSheet(grid: Grid, options: SheetOptions): Result<SheetList, ImportRefusal> {
  const manual = manualColumns(grid, options.mapping);
  if (!manual.ok) return manual;
  const asker = createAsker(options.answers);
  const shown = withHiddenColumns(grid, manual.value, asker);
  const found = findHeader(shown);
  const first = mergeColumns(found?.columns ?? {}, manual.value, options.mapping);
  if (first.name === undefined && first.unit === undefined) return err(noList([grid]));
  const header = found ?? headerlessTop(shown, first);
  const areas: readonly TableArea[] =
    found === null ? [{ grid: shown, header, caption: '', place: 'first' }] : splitTables(shown, header);
  const [main, ...others] = areas;
  if (main === undefined) return err(noList([grid]));
  const mainTable = readTable(main, manual.value, options, asker);
  if (mainTable === null) return err(noList([grid]));
  const seconds = others.flatMap((area) => {
    const quiet = createAsker(options.answers);
    const table = readTable(area, {}, { ...options, mapping: {} }, quiet);
    return table === null || table.read.rows.length === 0 ? [] : [{ table, quiet }];
  });
  const joined = withSecondTables(
    mainTable,
    seconds.map(({ table }) => table),
    asker,
  );
  return ok({
    grid,
    header: main.header,
    columns: mainTable.columns,
    read: joined,
    questions: [...asker.questions()],
    unused: mainTable.unused,
    caption: main.caption,
  });
}

function readTable(area: TableArea, manual: FieldColumns, options: SheetOptions, asker: Asker): ReadTable | null {
  const columns = mergeColumns(area.header.columns, manual, options.mapping);
  if (columns.name === undefined && columns.unit === undefined) return null;
  const { grid, header } = area;
  const settled = settleColumns({ grid, header, columns, manual: options.mapping, asker });
  const read = readRows({ grid, header, ...settled, categories: options.categories, asker });
  const rows = read.rows.map(({ row }) => row - 1);
  return { table: area, columns: settled.columns, read, unused: unusedColumns(grid, header, settled, rows) };
}

/** Columns that nobody sees are not read, unless a person says so, or there is nothing else. */
function withHiddenColumns(grid: Grid, manual: FieldColumns, asker: Asker): Grid {
  const mapped = new Set(Object.values(manual));
  const hidden = (grid.hiddenColumns ?? []).filter((column) => !mapped.has(column) && isFilled(grid, column));
  if (hidden.length === 0) return grid;
  const shown = withoutColumns(grid, new Set(hidden));
  const header = findHeader(shown);
  if (header === null) return grid;
  const full = findHeader(grid);
  const texts = hidden.map((column) => full?.texts[column] ?? '');
  const isNeeded = texts.some((text) => matchHeader(text).length > 0);
  const choice = asker.ask({
    type: 'hidden-columns',
    seen: {
      type: 'hidden-columns',
      columns: hidden.map((column, index) => ({ column: columnLetter(column), heading: texts[index] ?? '' })),
    },
    columns: hidden.map(columnLetter),
    choices: { skip: { type: 'columns-unread' }, use: { type: 'columns-read' } },
    assumed: 'skip',
    mustAnswer: isNeeded,
  });
  return choice === 'use' ? grid : shown;
}

function isFilled(grid: Grid, column: number): boolean {
  return grid.rows.filter((_, row) => cellText(cellAt(grid, row, column)) !== '').length >= 2;
}

type TableKind = 'category' | 'plain' | 'people';

/** A second list on the sheet: more contestants, perhaps of another category, or other people altogether. */
function withSecondTables(main: ReadTable, seconds: readonly ReadTable[], asker: Asker): ReadRows {
  const others = seconds.filter(({ read }) => !repeatsRows(read.rows, main.read.rows));
  if (others.length === 0) return withCaption(main, kindOf(main), others.length > 0);
  const all = [main, ...others];
  const kinds = all.map(kindOf);
  const isCategories = kinds.every((kind) => kind === 'category');
  const hasOthers = kinds.slice(1).includes('people');
  const seen = others.map(({ table: { caption, place, header } }) => ({
    caption,
    place: place === 'right' ? ('right' as const) : ('below' as const),
    firstRow: header.bottom + 2,
  }));
  const choice = asker.ask({
    type: 'second-table',
    seen: { type: 'several-tables', count: all.length, others: seen },
    rows: others.map(({ table }) => table.header.bottom + 1),
    columns: others.map(({ columns }) => columnLetter(columns.name ?? columns.unit ?? 0)),
    choices: {
      all: { type: 'all-tables' },
      categories: { type: 'table-each-category' },
      first: { type: 'first-table' },
    },
    assumed: hasOthers ? 'first' : isCategories ? 'categories' : 'all',
    mustAnswer: !isCategories && !hasOthers,
  });
  if (choice === 'first') return withCaption(main, kinds[0] ?? 'plain', false);
  const parts = all.map((each) => withCaption(each, choice === 'categories' ? 'category' : 'plain', true));
  return {
    rows: parts.flatMap(({ rows }) => rows),
    categorySource: choice === 'categories' ? 'blocks' : main.read.categorySource,
  };

  function kindOf({ table: { caption }, read }: ReadTable): TableKind {
    if (saysPeople(caption) && !saysBlock(caption)) return 'people';
    return caption !== '' &&
      read.categorySource === 'none' &&
      (saysBlock(caption) || categoryByText(headingName(caption), []) !== null)
      ? 'category'
      : 'plain';
  }
}

/** The rows with the category that stands above their table; the heading above a single table is found with its rows. */
function withCaption({ table, read }: ReadTable, kind: TableKind, isOneOfMany: boolean): ReadRows {
  if (
    !isOneOfMany ||
    kind !== 'category' ||
    table.caption === '' ||
    saysSession(table.caption) ||
    read.categorySource !== 'none'
  )
    return read;
  const category = headingName(table.caption);
  return { rows: read.rows.map((row) => ({ ...row, category })), categorySource: 'blocks' };
}

/** The same groups again, as in a form to fill in beside the list, are no second list. */
function repeatsRows(rows: readonly ReadRow[], known: readonly ReadRow[]): boolean {
  const names = new Set(known.map(({ name, unit }) => `${name}|${unit}`));
  return rows.every(({ name, unit }) => names.has(`${name}|${unit}`));
}

function manualColumns(grid: Grid, mapping: ManualMapping): Result<FieldColumns, ImportRefusal> {
  const columns: { [Field in ImportField]?: number } = {};
  const width = gridWidth(grid);
  for (const field of importFields) {
    const letters = mapping[field];
    if (letters === undefined || letters === '') continue;
    const column = columnIndex(letters);
    if (column === null || column >= width) {
      const last = columnLetter(Math.max(0, width - 1));
      return err({ type: 'unknown-column', column: letters.slice(0, 10), sheet: grid.name, last });
    }
    columns[field] = column;
  }
  return ok(columns);
}

/** What a person set wins; a column that was found for another field is then free of it. */
function mergeColumns(found: FieldColumns, manual: FieldColumns, mapping: ManualMapping): FieldColumns {
  const taken = new Set(Object.values(manual));
  const columns: { [Field in ImportField]?: number } = { ...manual };
  for (const field of importFields) {
    const column = found[field];
    if (mapping[field] === undefined && column !== undefined && !taken.has(column)) columns[field] = column;
  }
  if (columns.name === undefined && columns.unit !== undefined && mapping.name === undefined)
    columns.name = columns.unit;
  return columns;
}

/** A list without a known header begins where the first row has a name, and a number if numbers are mapped. */
function headerlessTop(grid: Grid, columns: FieldColumns): Header {
  const first = grid.rows.findIndex((_, row) => {
    const name = cellText(cellAt(grid, row, columns.name ?? columns.unit ?? 0));
    if (name === '') return false;
    return columns.number === undefined || readNumber(cellAt(grid, row, columns.number)).type === 'number';
  });
  const texts = first > 0 ? (grid.rows[first - 1] ?? []).map(cellText) : [];
  return { top: first - 1, bottom: first - 1, texts, columns, score: 0 };
}

export function noList(grids: readonly Grid[]): ImportRefusal {
  return { type: 'no-list', sheets: grids.map(({ name }) => name) };
}
