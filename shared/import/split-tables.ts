/**
 * A sheet may hold more than one list [I6, I20]: a second one to the right of the first, or one below it under a header of
 * its own. Each is cut out as a sheet of its own, blank elsewhere, so that rows and columns keep their places.
 */
import { cellText } from './cell-text.ts';
import { textKey } from '../lib/text-key.ts';
import { findHeader, headerOfRow, isHeaderRow, type FieldColumns, type Header } from './find-header.ts';
import { areaOf, gridWidth, type Grid } from './grid.ts';
import { loneText } from './lines.ts';

export type TableArea = {
  readonly grid: Grid;
  readonly header: Header;
  /** The nearest text above the header within the table's own columns. */
  readonly caption: string;
  readonly place: 'first' | 'right' | 'below';
};

/** The tables of the sheet, the one with the found header first. */
export function splitTables(grid: Grid, header: Header): readonly TableArea[] {
  const bounds = columnBounds(grid, header);
  const last = grid.rows.length - 1;
  const tables: TableArea[] = [];
  for (const [index, [left, right]] of bounds.entries()) {
    const area = areaOf(grid, { top: 0, left, bottom: last, right });
    const own = bounds.length === 1 ? header : findHeader(area);
    if (own === null) continue;
    tables.push({ grid: area, header: own, caption: captionOf(area, own), place: index === 0 ? 'first' : 'right' });
  }
  return tables.flatMap((table) => splitBelow(table));
}

/** Where the header names a group a second time, a second table begins. */
function columnBounds(grid: Grid, header: Header): readonly (readonly [number, number])[] {
  const width = gridWidth(grid);
  const starts = [0];
  for (let column = 1; column < width; column += 1) {
    if (beginsTable(header, starts.at(-1) ?? 0, column, width)) starts.push(column);
  }
  return starts.map((start, index) => [start, (starts[index + 1] ?? width) - 1] as const);
}

function beginsTable(header: Header, start: number, column: number, width: number): boolean {
  const left = fieldsIn(header, start, column - 1);
  const right = fieldsIn(header, column, width - 1);
  const both = (field: keyof FieldColumns): boolean => left[field] !== undefined && right[field] !== undefined;
  const isTwice = both('name') || (both('unit') && left.name === undefined && right.name === undefined);
  if (!isTwice || Object.keys(left).length < 2 || Object.keys(right).length < 2) return false;
  const key = textKey(header.texts[column] ?? '');
  const firstKey = textKey(header.texts.slice(start, column).find((text) => text !== '') ?? '');
  if (key === '') return false;
  const afterGap = textKey(header.texts[column - 1] ?? '') === '';
  return key === firstKey || right.number === column || afterGap;
}

/** The fields that the header names within some columns, by their own texts alone. */
function fieldsIn(header: Header, left: number, right: number): FieldColumns {
  const texts = header.texts.map((text, column) => (column >= left && column <= right ? text : ''));
  return headerOfRow(texts) ?? {};
}

/** A further header below with other texts begins a list with columns of its own. */
function splitBelow(table: TableArea): readonly TableArea[] {
  const { grid, header } = table;
  const last = grid.rows.length - 1;
  const known = new Set(header.texts.map(textKey).filter((key) => key !== ''));
  for (let row = header.bottom + 2; row <= last; row += 1) {
    const texts = (grid.rows[row] ?? []).map(cellText);
    const filled = texts.filter((text) => text !== '');
    const lone = loneText(filled);
    if (lone !== null && isOtherPeople(lone) && isNumberedSoon(grid, row)) return withPeopleBelow(table, row, lone);
    if (filled.length < 2) continue;
    if ((grid.rows[row] ?? []).some((cell) => typeof cell === 'number') || !isHeaderRow(texts)) continue;
    const columns = headerOfRow(texts) ?? {};
    if (columns.name === undefined && columns.unit === undefined) continue;
    const again = filled.filter((text) => known.has(textKey(text)));
    if (agrees(columns, header.columns) && again.length * 2 >= filled.length) continue;
    const below = areaOf(grid, { top: row, left: 0, bottom: last, right: gridWidth(grid) - 1 });
    const own = findHeader(below);
    if (own === null || own.top !== row) continue;
    const captionRow = captionRowOf(grid, row);
    const above = areaOf(grid, { top: 0, left: 0, bottom: (captionRow ?? row) - 1, right: gridWidth(grid) - 1 });
    const caption = captionOf(grid, own);
    return [{ ...table, grid: above }, ...splitBelow({ grid: below, header: own, caption, place: 'below' })];
  }
  return [table];
}

/** `DEWAN JURI` above numbered names: people who judge or help, not ones who compete. */
function isOtherPeople(text: string): boolean {
  return /^(daftar |susunan |nama )*(dewan |tim )?(juri|penilai|panitia|tamu|undangan|narasumber|pendamping|fasilitator|petugas|pengurus|moderator)\b/.test(
    textKey(text),
  );
}

function isNumberedSoon(grid: Grid, row: number): boolean {
  return [row + 1, row + 2].some((next) => {
    const [first, second] = (grid.rows[next] ?? []).map(cellText).filter((text) => text !== '');
    return second !== undefined && /^1[.)]?$/.test(first ?? '');
  });
}

function withPeopleBelow(table: TableArea, row: number, caption: string): readonly TableArea[] {
  const { grid, header } = table;
  const right = gridWidth(grid) - 1;
  const bottom = grid.rows.length - 1;
  const below = areaOf(grid, { top: row + 1, left: 0, bottom, right });
  return [
    { ...table, grid: areaOf(grid, { top: 0, left: 0, bottom: row - 1, right }) },
    { grid: below, header: { ...header, top: row, bottom: row }, caption, place: 'below' },
  ];
}

/** No field stands in one column here and in another there. */
function agrees(a: FieldColumns, b: FieldColumns): boolean {
  return (['name', 'unit', 'number'] as const).every(
    (field) => a[field] === undefined || b[field] === undefined || a[field] === b[field],
  );
}

function captionRowOf(grid: Grid, headerRow: number): number | null {
  for (let row = headerRow - 1; row >= Math.max(0, headerRow - 2); row -= 1) {
    if (loneText((grid.rows[row] ?? []).map(cellText).filter((text) => text !== '')) !== null) return row;
  }
  return null;
}

function captionOf(grid: Grid, header: Header): string {
  for (let row = header.top - 1; row >= Math.max(0, header.top - 3); row -= 1) {
    const text = loneText((grid.rows[row] ?? []).map(cellText).filter((cell) => cell !== ''));
    if (text !== null) return text;
  }
  return '';
}
