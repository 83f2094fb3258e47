/**
 * The rows below a header as contestants [I6]. Totals, signatures, notes, repeated headers and blank rows are passed over;
 * rows that only name a category begin a block. What is wrong with a row is not decided here (check-rows.ts).
 */
import { cellText, textKey } from './cell-text.ts';
import type { FieldColumns, Header } from './find-header.ts';
import { cellAt, type Cell, type Grid } from './grid.ts';
import { readNumber, type NumberReading } from './number-cell.ts';
import {
  headingName,
  isDocumentTitle,
  isEnumerator,
  isNote,
  isSignature,
  isTotal,
  mayBeHeading,
  saysBlock,
  statusInBrackets,
  statusOf,
} from './row-words.ts';
import type { ImportRow, ImportStatus } from './types.ts';

export type ReadRow = ImportRow & { readonly numberIsBad: boolean };

export type ReadRows = { readonly rows: readonly ReadRow[]; readonly categorySource: 'column' | 'blocks' | 'none' };

/** A row of the sheet with what its mapped cells say. */
type Line = {
  /** 0-based. */
  readonly row: number;
  readonly texts: readonly string[];
  readonly number: NumberReading;
  readonly name: string;
  readonly unit: string;
  readonly title: string;
  readonly category: string;
  readonly status: string;
};

type Kind =
  | { readonly type: 'skip' | 'blank' | 'header' | 'signature' }
  | { readonly type: 'lone'; readonly text: string }
  | { readonly type: 'data' };

type KindedLine = { readonly line: Line; readonly kind: Kind };

/** Reads everything below the header with the given columns. */
export function readRows(grid: Grid, header: Header, columns: FieldColumns): ReadRows {
  const kinded = kindLines(grid, header, columns);
  const headings = columns.category === undefined ? findHeadings(grid, header, kinded) : new Map<number, string>();
  const rows: ReadRow[] = [];
  let category: string | null = headings.get(-1) ?? null;
  for (const [index, { line, kind }] of kinded.entries()) {
    const heading = headings.get(index);
    if (heading !== undefined) category = heading;
    else if (kind.type === 'data' || (kind.type === 'lone' && isLoneName(kinded, index))) {
      rows.push(toRow(line, columns, headings.size > 0 ? (category ?? '') : null));
    }
  }
  const source = columns.category !== undefined ? 'column' : headings.size > 0 ? 'blocks' : 'none';
  return { rows, categorySource: source };
}

function kindLines(grid: Grid, header: Header, columns: FieldColumns): KindedLine[] {
  const valueAt = fillDownMerges(grid, header, columns);
  const lines: Line[] = [];
  for (let row = header.bottom + 1; row < grid.rows.length; row += 1) lines.push(readLine(grid, row, columns, valueAt));
  const lastFilled = lines.findLastIndex((line) => line.name !== '' || line.unit !== '' || line.title !== '');
  let isBelowSignature = false;
  return lines.map((line, index) => {
    const kind = kindOf(line, header, columns, index > lastFilled);
    if (kind.type === 'signature') isBelowSignature = true;
    const isNumbered = line.number.type === 'number' || line.number.type === 'exhibition';
    return { line, kind: isBelowSignature && !isNumbered ? { type: 'skip' } : kind };
  });
}

/** Unit, title, category and remark of a merged cell hold for all its rows; number and name belong to one row. */
function fillDownMerges(grid: Grid, header: Header, columns: FieldColumns): (row: number, column: number) => Cell {
  const filled = new Map<string, Cell>();
  const fillable = new Set([columns.unit, columns.title, columns.category, columns.status]);
  for (const { top, left, bottom, right } of grid.merges) {
    if (top <= header.bottom || bottom === top || left !== right || !fillable.has(left)) continue;
    for (let row = top + 1; row <= Math.min(bottom, grid.rows.length - 1); row += 1) {
      filled.set(`${row}:${left}`, cellAt(grid, top, left));
    }
  }
  return (row, column) => {
    const own = cellAt(grid, row, column);
    return own === null || own === '' ? (filled.get(`${row}:${column}`) ?? null) : own;
  };
}

function readLine(
  grid: Grid,
  row: number,
  columns: FieldColumns,
  valueAt: (row: number, column: number) => Cell,
): Line {
  const value = (column: number | undefined): Cell => (column === undefined ? null : valueAt(row, column));
  return {
    row,
    texts: (grid.rows[row] ?? []).map(cellText).filter((text) => text !== ''),
    number: readNumber(value(columns.number)),
    name: cellText(value(columns.name)),
    unit: cellText(value(columns.unit)),
    title: cellText(value(columns.title)),
    category: cellText(value(columns.category)),
    status: cellText(value(columns.status)),
  };
}

function kindOf(line: Line, header: Header, columns: FieldColumns, isTrailing: boolean): Kind {
  const { texts, number } = line;
  const first = texts[0];
  if (first === undefined) return { type: 'blank' };
  if (isHeaderAgain(line, header, columns)) return { type: 'header' };
  const hasNumber = number.type === 'number' || number.type === 'exhibition';
  const isSparse = texts.length <= 2;
  if (isTotal(first) && (isSparse || !hasNumber) && !namesGroupAndUnit(line, columns)) return { type: 'skip' };
  if (!hasNumber) {
    if (isSparse && texts.some(isSignature)) return { type: 'signature' };
    if (isSparse && isNote(first)) return { type: 'skip' };
    const heading = loneText(texts);
    if (heading !== null) return { type: 'lone', text: heading };
    if (number.type === 'bad' && !/\d/.test(first) && line.unit === '') return { type: 'skip' };
  }
  const filled = [line.name, line.unit, line.title, line.category].filter((text) => text !== '').length;
  if (hasNumber && filled === 0) return { type: isTrailing ? 'skip' : 'data' };
  return { type: line.name !== '' || line.unit !== '' || (hasNumber && filled > 0) ? 'data' : 'skip' };
}

/** `Total Kreatif` of a unit is a group; `Jumlah` beside a count is a total. */
function namesGroupAndUnit({ number, name, unit }: Line, columns: FieldColumns): boolean {
  return number.type !== 'bad' && columns.name !== columns.unit && /\p{L}/u.test(name) && /^\p{L}/u.test(unit);
}

function isHeaderAgain(line: Line, header: Header, columns: FieldColumns): boolean {
  const keys = new Set(Object.values(columns).map((column) => textKey(header.texts[column] ?? '')));
  const matching = line.texts.filter((text) => keys.has(textKey(text))).length;
  return matching >= 2 && matching * 2 >= line.texts.length;
}

/** The only text of a row, with or without an enumerator before it. */
function loneText(texts: readonly string[]): string | null {
  const distinct = [...new Set(texts)];
  const [first = '', second] = distinct;
  if (distinct.length === 1) return first;
  return distinct.length === 2 && second !== undefined && isEnumerator(first) ? second : null;
}

/**
 * Headings by index of their line; -1 is a heading above the header. A list has blocks when the first of them stands
 * before any contestant, or when a heading says what it is (`KATEGORI ...`).
 */
function findHeadings(grid: Grid, header: Header, kinded: readonly KindedLine[]): Map<number, string> {
  const candidates = kinded.flatMap(({ kind }, index) =>
    kind.type === 'lone' && mayBeHeading(kind.text) && isFollowedByData(kinded, index)
      ? [{ index, text: kind.text }]
      : [],
  );
  const firstData = kinded.findIndex(({ kind }) => kind.type === 'data');
  const spoken = candidates.filter(({ text }) => saysBlock(text));
  const startsWithBlock = candidates.some(({ index }) => index < firstData);
  const repeatsHeader = candidates.some(({ index }) => kinded[index + 1]?.kind.type === 'header');
  if (!startsWithBlock && spoken.length === 0 && !repeatsHeader) return new Map();

  const chosen = startsWithBlock || repeatsHeader ? candidates : spoken;
  const headings = new Map(chosen.map(({ index, text }) => [index, headingName(text)]));
  const above = startsWithBlock ? null : headingAbove(grid, header, repeatsHeader);
  if (above !== null) headings.set(-1, above);
  return headings;
}

/** The next line that says anything is a contestant, or a repeated header and then a contestant. */
function isFollowedByData(kinded: readonly KindedLine[], index: number): boolean {
  for (const { kind } of kinded.slice(index + 1)) {
    if (kind.type === 'data') return true;
    if (kind.type !== 'blank' && kind.type !== 'header') return false;
  }
  return false;
}

/** The block that begins above the first header: the nearest row there that holds one text. */
function headingAbove(grid: Grid, header: Header, repeatsHeader: boolean): string | null {
  for (let row = header.top - 1; row >= Math.max(0, header.top - 3); row -= 1) {
    const text = loneText((grid.rows[row] ?? []).map(cellText).filter((cell) => cell !== ''));
    if (text === null) continue;
    return mayBeHeading(text) && (saysBlock(text) || (repeatsHeader && !isDocumentTitle(text)))
      ? headingName(text)
      : null;
  }
  return null;
}

/** A lone text in the name column right below a contestant is a group that nothing else is known of. */
function isLoneName(kinded: readonly KindedLine[], index: number): boolean {
  const line = kinded[index]?.line;
  const before = kinded[index - 1]?.kind.type;
  return (
    line !== undefined && line.name !== '' && line.texts.length === 1 && before === 'data' && line.name.length <= 80
  );
}

/** `blockCategory` null: categories come from the column, or from nowhere. */
function toRow(line: Line, columns: FieldColumns, blockCategory: string | null): ReadRow {
  const status = statusOfLine(line);
  return {
    row: line.row + 1,
    number: status !== 'exhibition' && line.number.type === 'number' ? line.number.value : null,
    name: columns.name === undefined ? null : line.name,
    unit: columns.unit === undefined ? null : line.unit,
    title: columns.title === undefined ? null : line.title,
    category: columns.category === undefined ? blockCategory : line.category,
    status,
    numberIsBad: status !== 'exhibition' && line.number.type === 'bad',
  };
}

function statusOfLine(line: Line): ImportStatus {
  if (line.number.type === 'exhibition') return 'exhibition';
  const remark = statusOf(line.status);
  return remark === 'waiting' ? statusInBrackets(line.name) : remark;
}
