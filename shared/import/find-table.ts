/**
 * From the sheets of a workbook to the list of contestants [I5-I8]: picks the sheet, the header and the columns, unless a
 * person names them, and reads the rows with their problems. Nothing is written here.
 */
import { assert } from '../lib/assert.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { cellText, textKey } from './cell-text.ts';
import { checkRows, type CheckContext } from './check-rows.ts';
import { findHeader, type FieldColumns, type Header } from './find-header.ts';
import { cellAt, columnIndex, columnLetter, gridWidth, type Grid } from './grid.ts';
import { importFields } from './header-words.ts';
import { readNumber } from './number-cell.ts';
import { readRows, type ReadRow, type ReadRows } from './read-rows.ts';
import { headingName } from './row-words.ts';
import type {
  ImportColumn,
  ImportField,
  ImportMapping,
  ImportPreview,
  ImportRefusal,
  ImportRow,
  ManualMapping,
} from './types.ts';

export type FindTableOptions = CheckContext & {
  readonly sheet?: string;
  /** Fields set by hand; the others are found by their headers. */
  readonly mapping?: ManualMapping;
};

type SheetList = {
  readonly grid: Grid;
  readonly header: Header;
  readonly columns: FieldColumns;
  readonly read: ReadRows;
};

const SAMPLE_COUNT = 3;

/** The list of the best sheet, or of all sheets of a workbook that has one list per category. */
export function findTable(
  grids: readonly Grid[],
  options: FindTableOptions = {},
): Result<ImportPreview, ImportRefusal> {
  const named = options.sheet === undefined ? null : gridByName(grids, options.sheet);
  if (options.sheet !== undefined && named === null) return err(unknownSheet(options.sheet, grids));
  const candidates = named === null ? grids.filter((grid) => grid.hidden !== true) : [named];

  const lists: SheetList[] = [];
  for (const grid of candidates) {
    const list = readSheet(grid, options.mapping ?? {});
    if (!list.ok && list.error.type === 'unknown-column' && candidates.length === 1) return list;
    if (list.ok) lists.push(list.value);
  }
  const best = bestList(lists);
  if (best === null) return err(noList(grids));
  const visible = named === null ? lists : allLists(grids, options.mapping ?? {});
  const family = categorySheets(visible, best);
  const chosen = named === null && family.length > 1 ? family : [best];
  return ok(preview(grids, chosen, family.length > 1, options));
}

function gridByName(grids: readonly Grid[], name: string): Grid | null {
  return grids.find((grid) => grid.name === name) ?? grids.find((grid) => textKey(grid.name) === textKey(name)) ?? null;
}

function allLists(grids: readonly Grid[], mapping: ManualMapping): SheetList[] {
  const visible = grids.filter((grid) => grid.hidden !== true);
  return visible.flatMap((grid) => {
    const list = readSheet(grid, mapping);
    return list.ok ? [list.value] : [];
  });
}

function readSheet(grid: Grid, mapping: ManualMapping): Result<SheetList, ImportRefusal> {
  const manual = manualColumns(grid, mapping);
  if (!manual.ok) return manual;
  const found = findHeader(grid);
  const columns = mergeColumns(found?.columns ?? {}, manual.value, mapping);
  if (columns.name === undefined && columns.unit === undefined) return err(noList([grid]));
  const header = found ?? headerlessTop(grid, columns);
  return ok({ grid, header, columns, read: readRows(grid, header, columns) });
}

function manualColumns(grid: Grid, mapping: ManualMapping): Result<FieldColumns, ImportRefusal> {
  const columns: { [Field in ImportField]?: number } = {};
  const width = gridWidth(grid);
  for (const field of importFields) {
    const letters = mapping[field];
    if (letters === undefined || letters === '') continue;
    const column = columnIndex(letters);
    if (column === null || column >= width) {
      const message = `Kolom ${letters.slice(0, 10)} tidak ada di lembar "${grid.name}". Pilih kolom A sampai ${columnLetter(Math.max(0, width - 1))}.`;
      return err({ type: 'unknown-column', message });
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

/** By header, then by the number of rows; of equal ones the first sheet. */
function bestList(lists: readonly SheetList[]): SheetList | null {
  let best: SheetList | null = null;
  for (const list of lists) {
    if (list.read.rows.length === 0 && list.header.score <= 1) continue;
    if (best === null || scoreOf(list) > scoreOf(best)) best = list;
  }
  return best;
}

/** A sheet that has rows beats any without; then what its header names; then how long it is. */
function scoreOf(list: SheetList): number {
  const rowCount = list.read.rows.length;
  return (rowCount > 0 ? 10_000_000 : 0) + list.header.score * 10_000 + rowCount;
}

/**
 * The sheets that together are one list: equally mapped, without categories of their own, named after something, and
 * with no group in two of them (a copy of the list is not a second category).
 */
function categorySheets(lists: readonly SheetList[], best: SheetList): readonly SheetList[] {
  const family = lists.filter(
    (list) =>
      list.read.rows.length > 0 &&
      list.read.categorySource === 'none' &&
      fieldsOf(list) === fieldsOf(best) &&
      !isGenericName(list.grid.name),
  );
  if (!family.some(({ grid }) => grid === best.grid)) return [best];
  const groups = family.flatMap(({ read }) =>
    [...new Set(read.rows.map(({ name, unit }) => textKey(`${name ?? ''} ${unit ?? ''}`)))].filter((key) => key !== ''),
  );
  return new Set(groups).size === groups.length ? family : [best];
}

function fieldsOf({ columns }: SheetList): string {
  const optional = new Set<ImportField>(['status', 'title']);
  return importFields.filter((field) => columns[field] !== undefined && !optional.has(field)).join();
}

function isGenericName(name: string): boolean {
  return /^(sheet|lembar|lembar kerja|worksheet|table|tabel|halaman)? ?\d*$/.test(textKey(name));
}

function preview(
  grids: readonly Grid[],
  lists: readonly SheetList[],
  isFamily: boolean,
  options: FindTableOptions,
): ImportPreview {
  const first = lists[0];
  assert(first !== undefined, 'a preview needs a list');
  const rows = lists.flatMap(({ grid, read }) =>
    read.rows.map((row) => ({
      ...row,
      ...(lists.length > 1 ? { sheet: grid.name } : {}),
      category: isFamily ? headingName(grid.name) : row.category,
    })),
  );
  return {
    sheet: first.grid.name,
    sheets: grids.map(({ name }) => name),
    sheetsRead: lists.map(({ grid }) => grid.name),
    headerRow: first.header.bottom + 1,
    mapping: lettersOf(first.columns),
    columns: columnsOf(first),
    categorySource: isFamily ? 'sheets' : first.read.categorySource,
    rows: rows.map(withoutReading),
    problems: checkRows(rows, options),
  };
}

function withoutReading({ row, sheet, number, name, unit, title, category, status }: ReadRow): ImportRow {
  return { row, ...(sheet === undefined ? {} : { sheet }), number, name, unit, title, category, status };
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
  const known = grids.map((grid) => `"${grid.name}"`).join(', ');
  return { type: 'unknown-sheet', message: `Lembar "${name}" tidak ada. Lembar di berkas ini: ${known}.` };
}

function noList(grids: readonly Grid[]): ImportRefusal {
  const sheets = grids.map((grid) => `"${grid.name}"`).join(', ');
  const advice = 'Beri judul kolom seperti No Urut, Nama KBK, dan Unit Kerja, atau pilih sendiri kolomnya.';
  return { type: 'no-list', message: `Daftar peserta tidak ditemukan di lembar ${sheets}. ${advice}` };
}
