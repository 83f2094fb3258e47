/**
 * Finds the header of a list [I5]: the row, or the two or three rows under merged titles, whose texts name the most fields.
 * Rows above it (titles, places, dates) do not matter; of equally good ones the first is taken.
 */
import { cellText } from './cell-text.ts';
import { textKey } from '../lib/text-key.ts';
import { cellAt, gridWidth, type Cell, type Grid } from './grid.ts';
import { importFields, matchHeader } from './header-words.ts';
import { parseIndonesianNumber } from './number-cell.ts';
import type { ImportField } from './types.ts';

/** Field to 0-based column. */
export type FieldColumns = { readonly [Field in ImportField]?: number };

export type Header = {
  /** 0-based rows of the header, inclusive. */
  readonly top: number;
  readonly bottom: number;
  /** Header text per column, upper row before lower row. */
  readonly texts: readonly string[];
  readonly columns: FieldColumns;
  readonly score: number;
};

const LAST_HEADER_ROW = 200;
const DEEPEST_HEADER = 3;
const LONGEST_HEADER_TEXT = 120;
const EXACT_SCORE = 100;
const fieldWeights: Readonly<Record<ImportField, number>> = {
  number: 20,
  name: 30,
  unit: 30,
  title: 20,
  category: 20,
  status: 10,
  slot: 5,
};

/** The best header of the sheet, or null where no row names a group or a unit beside another field. */
export function findHeader(grid: Grid): Header | null {
  const values = spreadMerges(grid);
  const width = gridWidth(grid);
  let best: Header | null = null;
  const rowCount = Math.min(grid.rows.length, LAST_HEADER_ROW);
  for (let bottom = 0; bottom < rowCount; bottom += 1) {
    for (let depth = 1; depth <= Math.min(DEEPEST_HEADER, bottom + 1); depth += 1) {
      const header = headerAt(values, width, bottom - depth + 1, bottom);
      if (header !== null && header.score > (best?.score ?? 0)) best = header;
    }
  }
  return best === null ? null : withLowerEdge(grid, best);
}

/** Every cell of a merged area with the area's value; used for headers only. */
function spreadMerges(grid: Grid): (row: number, column: number) => Cell {
  const covered = new Map<string, Cell>();
  for (const merge of grid.merges) {
    const value = cellAt(grid, merge.top, merge.left);
    const bottom = Math.min(merge.bottom, LAST_HEADER_ROW, grid.rows.length - 1);
    for (let row = merge.top; row <= bottom; row += 1) {
      for (let column = merge.left; column <= merge.right; column += 1) covered.set(`${row}:${column}`, value);
    }
  }
  return (row, column) => {
    const own = cellAt(grid, row, column);
    return own === null || own === '' ? (covered.get(`${row}:${column}`) ?? null) : own;
  };
}

function headerAt(
  values: (row: number, column: number) => Cell,
  width: number,
  top: number,
  bottom: number,
): Header | null {
  const columnParts = Array.from({ length: width }, (_, column) => headerParts(values, column, top, bottom));
  if (!looksLikeHeader(columnParts, bottom - top + 1)) return null;
  const columns = assignColumns(columnParts);
  const score = headerScore(columns.fields, columns.isExact);
  if (score === 0) return null;
  const texts = columnParts.map((parts) => [...new Set(parts.filter((part) => part !== ''))].join(' '));
  return { top, bottom, texts, columns: columns.fields, score };
}

/** One text per header row, top to bottom. */
function headerParts(
  values: (row: number, column: number) => Cell,
  column: number,
  top: number,
  bottom: number,
): string[] {
  const parts: string[] = [];
  for (let row = top; row <= bottom; row += 1) parts.push(cellText(values(row, column)));
  return parts;
}

/** Every row of a header says something in two columns, none holds numbers, and its last row names a field itself. */
function looksLikeHeader(columnParts: readonly (readonly string[])[], depth: number): boolean {
  for (let index = 0; index < depth; index += 1) {
    const texts = columnParts.map((parts) => parts[index] ?? '').filter((text) => text !== '');
    if (depth > 1 && new Set(texts).size < 2) return false;
    if (texts.some((text) => parseIndonesianNumber(text) !== null)) return false;
  }
  // Below another row only a phrase as it stands is one: `Dinas Kesehatan` under `Asal` is a contestant's.
  const least = depth > 1 ? EXACT_SCORE : 1;
  return columnParts.some((parts) =>
    matchHeader((parts.at(-1) ?? '').slice(0, LONGEST_HEADER_TEXT)).some(({ score }) => score >= least),
  );
}

/** The fields that a single row of texts names, the row taken for a header; null where it names none. */
export function headerOfRow(texts: readonly string[]): FieldColumns | null {
  const { fields } = assignColumns(texts.map((text) => [text]));
  return Object.keys(fields).length === 0 ? null : fields;
}

/** True for a row whose texts are mostly the very words of headers, without any number. */
export function isHeaderRow(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  if (filled.some((text) => text.length > 60 || parseIndonesianNumber(text) !== null)) return false;
  const exact = filled.filter((text) => matchHeader(text).some(({ score }) => score >= EXACT_SCORE));
  return exact.length >= 2 && exact.length * 2 >= filled.length;
}

type Claim = { readonly field: ImportField; readonly column: number; readonly score: number };

function assignColumns(columnParts: readonly (readonly string[])[]): { fields: FieldColumns; isExact: boolean } {
  const claims = columnParts.flatMap((parts, column) => claimsOf(parts, column));
  claims.sort((a, b) => b.score - a.score || importFields.indexOf(a.field) - importFields.indexOf(b.field));
  const fields: { [Field in ImportField]?: number } = {};
  const taken = new Set<number>();
  let isExact = false;
  for (const { field, column, score } of claims) {
    if (fields[field] !== undefined || taken.has(column)) continue;
    fields[field] = column;
    taken.add(column);
    if (score >= EXACT_SCORE) isExact = true;
  }
  return { fields, isExact };
}

/** The lowest text of a column names it; where that says nothing known, all its texts together, then the next one above. */
function claimsOf(parts: readonly string[], column: number): Claim[] {
  const filled = [...new Set(parts.filter((part) => part !== '' && part.length <= LONGEST_HEADER_TEXT))];
  const lowest = filled.at(-1);
  if (lowest === undefined) return [];
  const candidates = [lowest, filled.join(' '), ...filled.toReversed()];
  for (const [index, candidate] of candidates.entries()) {
    const matches = matchHeader(candidate).filter(({ score }) => index === 0 || score >= EXACT_SCORE);
    if (matches.length > 0) return matches.map((match) => ({ ...match, column }));
  }
  return [];
}

/** Zero unless a group or a unit is named; a single column counts only when its header is exactly a known phrase. */
function headerScore(fields: FieldColumns, isExact: boolean): number {
  const found = importFields.filter((field) => fields[field] !== undefined);
  if (fields.name === undefined && fields.unit === undefined) return 0;
  if (!isExact) return 0;
  const weight = found.reduce((sum, field) => sum + fieldWeights[field], 0);
  return found.length === 1 ? 1 : weight;
}

/** A header cell merged downwards, or a row of column numbers `(1) (2) (3)` below, still belongs to the header. */
function withLowerEdge(grid: Grid, header: Header): Header {
  let bottom = header.bottom;
  for (const merge of grid.merges) {
    const isHeaderCell =
      merge.top >= header.top && merge.top <= header.bottom && merge.bottom - merge.top < DEEPEST_HEADER;
    if (isHeaderCell && cellText(cellAt(grid, merge.top, merge.left)) !== '') bottom = Math.max(bottom, merge.bottom);
  }
  if (isColumnNumbering(grid.rows[bottom + 1] ?? [], 2)) bottom += 1;
  return { ...header, bottom };
}

export function isColumnNumbering(row: readonly Cell[], least = 3): boolean {
  const keys = row.map((cell) => textKey(cellText(cell))).filter((key) => key !== '');
  const isCounted = keys.every((key, index) => key === String(index + 1));
  return keys.length >= least && (isCounted || keys.every((key, index) => key === String.fromCodePoint(97 + index)));
}
