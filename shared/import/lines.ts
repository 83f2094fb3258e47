/** The rows below a header with what their mapped cells say, and what each may be [I6]. */
import { cellText } from './cell-text.ts';
import { textKey } from '../lib/text-key.ts';
import { saysAgenda, saysAgendaRole, saysGroup, saysUnit } from './content-words.ts';
import { isColumnNumbering, type FieldColumns, type Header } from './find-header.ts';
import { cellAt, type Cell, type Grid } from './grid.ts';
import type { NumberReading } from './number-cell.ts';
import { isEnumerator, isNote, isSignature, isTotal } from './row-words.ts';
import { slotText } from './slot-text.ts';

/** A row of the sheet with what its mapped cells say. */
export type Line = {
  /** 0-based. */
  readonly row: number;
  readonly texts: readonly string[];
  readonly number: NumberReading;
  readonly name: string;
  readonly unit: string;
  readonly title: string;
  readonly category: string;
  readonly status: string;
  readonly slot: string;
  /** Without what merged cells and ditto marks give: the row's own name, unit, title, number. */
  readonly isBare: boolean;
  /** The first column of the row that says anything. */
  readonly firstColumn: number;
};

export type Kind =
  | { readonly type: 'skip' | 'blank' | 'header' | 'signature' | 'member' | 'agenda' | 'note' | 'second' | 'data' }
  | { readonly type: 'lone'; readonly text: string };

export type KindedLine = { readonly line: Line; readonly kind: Kind };

export type LineSource = {
  readonly grid: Grid;
  readonly header: Header;
  readonly columns: FieldColumns;
  readonly slotEnd: number | null;
  readonly readNumber: (cell: Cell) => NumberReading;
};

/** Everything below the header. */
export function kindLines(source: LineSource): KindedLine[] {
  const { grid, header, columns } = source;
  const valueAt = withDittos(grid, header, columns, fillDownMerges(grid, header, columns));
  const lines: Line[] = [];
  for (let row = header.bottom + 1; row < grid.rows.length; row += 1) lines.push(readLine(source, row, valueAt));
  const lastFilled = lines.findLastIndex((line) => line.name !== '' || line.unit !== '' || line.title !== '');
  let isBelowSignature = false;
  let before: Kind['type'] = 'header';
  return lines.map((line, index) => {
    const isNumbering = before === 'header' && isColumnNumbering(line.texts, 2);
    const kind: Kind = isNumbering ? { type: 'header' } : kindOf(line, header, columns, index > lastFilled);
    before = kind.type;
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

/** A ditto mark means the text above it: `"`, `〃`, `sda`, `- idem -`. Never a number. */
function withDittos(
  grid: Grid,
  header: Header,
  columns: FieldColumns,
  valueAt: (row: number, column: number) => Cell,
): (row: number, column: number) => Cell {
  const dittoable = new Set([columns.name, columns.unit, columns.title, columns.category, columns.slot]);
  const expanded = new Map<string, Cell>();
  for (const column of dittoable) {
    if (column === undefined) continue;
    let above: Cell = null;
    for (let row = header.bottom + 1; row < grid.rows.length; row += 1) {
      const value = valueAt(row, column);
      if (isDitto(value) && above !== null) expanded.set(`${row}:${column}`, above);
      else if (cellText(value) !== '') above = value;
    }
  }
  return (row, column) => expanded.get(`${row}:${column}`) ?? valueAt(row, column);
}

export function isDitto(cell: Cell): boolean {
  const text = cellText(cell);
  if (text.length > 16) return false;
  return (
    /^[-–—\s]*(?:["“”„″〃''’‘`´]{1,2}|,,)[-–—\s]*$/.test(text) ||
    /^(sda|s d a|idem|id|ditto|sama|sama dengan atas|seda)$/.test(textKey(text))
  );
}

function readLine(source: LineSource, row: number, valueAt: (row: number, column: number) => Cell): Line {
  const { grid, columns, slotEnd, readNumber } = source;
  const value = (column: number | undefined): Cell => (column === undefined ? null : valueAt(row, column));
  const own = [columns.number, columns.name, columns.unit, columns.title].filter((column) => column !== undefined);
  return {
    row,
    texts: (grid.rows[row] ?? []).map(cellText).filter((text) => text !== ''),
    number: readNumber(value(columns.number)),
    name: cellText(value(columns.name)),
    unit: cellText(value(columns.unit)),
    title: cellText(value(columns.title)),
    category: cellText(value(columns.category)),
    status: cellText(value(columns.status)),
    slot: slotText(cellText(value(columns.slot)), slotEnd === null ? '' : cellText(value(slotEnd))),
    isBare: own.every((column) => cellText(cellAt(grid, row, column)) === ''),
    firstColumn: (grid.rows[row] ?? []).findIndex((cell) => cellText(cell) !== ''),
  };
}

function kindOf(line: Line, header: Header, columns: FieldColumns, isTrailing: boolean): Kind {
  const { texts, number } = line;
  const first = texts[0];
  if (first === undefined) return { type: 'blank' };
  if (isHeaderAgain(line, header, columns) || isColumnNumbering(texts)) return { type: 'header' };
  const hasNumber = number.type === 'number' || number.type === 'exhibition';
  const isSparse = texts.length <= 2;
  if (isTotal(first) && (isSparse || !hasNumber) && !namesGroupAndUnit(line, columns)) return { type: 'skip' };
  if (isAgenda(line, columns)) return { type: 'agenda' };
  if (isMember(line, header, columns) || isCountedMember(line, columns)) return { type: 'member' };
  if (!hasNumber) {
    if (isSparse && texts.some(isSignature)) return { type: 'signature' };
    if (isSparse && isNote(first)) return { type: 'skip' };
    const heading = loneText(texts);
    if (heading !== null) return { type: 'lone', text: heading };
    if (number.type === 'bad' && !/\d/.test(first) && line.unit === '') return { type: 'skip' };
  }
  const filled = [line.name, line.unit, line.title, line.category].filter((text) => text !== '').length;
  if (hasNumber && filled === 0) return { type: isTrailing ? 'skip' : 'data' };
  return { type: line.name !== '' || line.unit !== '' || hasNumber ? 'data' : 'skip' };
}

/** A row that says nothing of a group itself, only of a person of the group above: its name is in another column. */
function isMember(line: Line, header: Header, columns: FieldColumns): boolean {
  const { isBare, texts, unit, title, category, status, slot, firstColumn } = line;
  if (!isBare || columns.name === columns.unit || texts.some((text) => isSignature(text) || isNote(text))) return false;
  if (unit !== '' || title !== '') return true;
  if (category !== '' || status !== '' || slot !== '') return false;
  const isInOtherColumn =
    firstColumn > (columns.name ?? 0) || (firstColumn > 0 && (header.texts[firstColumn] ?? '') !== '');
  return isInOtherColumn && !Object.values(columns).includes(firstColumn);
}

/** The same where the numbers count the persons. */
function isCountedMember(
  { number, name, unit, title, category, status, slot, texts }: Line,
  columns: FieldColumns,
): boolean {
  const isUnsaid = [name, unit, title, category, status, slot].every((text) => text === '');
  return (
    isUnsaid &&
    number.type === 'number' &&
    texts.length === 2 &&
    columns.name !== columns.unit &&
    /\p{L}{2}/u.test(texts[1] ?? '')
  );
}

/** An act of the day: named like one, not like a group, and not of a unit that competes. */
function isAgenda({ name, unit, texts, number, title }: Line, columns: FieldColumns): boolean {
  const lone = loneText(texts);
  const text = name === '' ? (lone ?? '') : name;
  if (!saysAgenda(text) || saysGroup(text) || number.type === 'exhibition') return false;
  const hasOwnUnit = columns.unit !== columns.name && unit !== '';
  if (hasOwnUnit && !saysAgendaRole(unit)) return number.type !== 'number' && !saysUnit(unit) && title === '';
  return title === '' || number.type !== 'number';
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
export function loneText(texts: readonly string[]): string | null {
  const distinct = [...new Set(texts)];
  const [first = '', second] = distinct;
  if (distinct.length === 1) return first;
  return distinct.length === 2 && second !== undefined && isEnumerator(first) ? second : null;
}
