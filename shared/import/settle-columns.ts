/**
 * Columns by what stands in them, where their headers do not decide [I14]: a running "No" beside numbers that were drawn, a
 * unit, a title or a category under an unknown heading, a time that is none.
 */
import { cellText } from './cell-text.ts';
import { textKey } from '../lib/text-key.ts';
import { saysAgenda, saysGroup, saysUnit, shareOf } from './content-words.ts';
import { isColumnNumbering, type FieldColumns, type Header } from './find-header.ts';
import { cellAt, columnLetter, gridWidth, type Grid } from './grid.ts';
import { importFields, isForeignHeader, matchHeader, saysDrawn, saysEnd } from './header-words.ts';
import { isDitto } from './lines.ts';
import { readNumber } from './number-cell.ts';
import { romanNumber } from './number-reading.ts';
import type { Asker } from './questions.ts';
import { isNote, isSignature, isTotal } from './row-words.ts';
import type { ImportChoice } from './sightings.ts';
import { holdsTime } from './slot-text.ts';
import type { ImportField, ManualMapping, UnusedColumn } from './types.ts';

export type SettledColumns = { readonly columns: FieldColumns; readonly slotEnd: number | null };

type Source = {
  readonly grid: Grid;
  readonly header: Header;
  readonly columns: FieldColumns;
  readonly manual: ManualMapping;
  readonly asker: Asker;
};

type Profile = { readonly column: number; readonly heading: string; readonly texts: readonly string[] };

const LARGEST_DRAWN = 999;

export function settleColumns(source: Source): SettledColumns {
  const rows = dataRows(source.grid, source.header, source.columns);
  const checked = withoutWrong(
    { ...source, columns: withActs({ ...source, columns: withVillages(source) }, rows) },
    rows,
  );
  const drawn = withDrawColumn({ ...source, columns: checked }, rows);
  const columns = withUnknownColumns({ ...source, columns: drawn }, rows);
  return { columns, slotEnd: endColumn(source, columns) };
}

/** A programme of the day names its groups where it names its acts. */
function withActs({ grid, header, columns, manual }: Source, rows: readonly number[]): FieldColumns {
  const isNamed = columns.name !== undefined && columns.name !== columns.unit;
  if (isNamed || columns.unit === undefined || manual.name !== undefined) return columns;
  const taken = new Set(Object.values(columns));
  const acts = header.texts.findIndex((text, column) => {
    if (taken.has(column) || !/^(mata |susunan |nama )?(acara|kegiatan|agenda|uraian|penampil)\b/.test(textKey(text)))
      return false;
    const texts = filledOf(profile({ grid, header }, column, rows));
    return texts.filter((each) => !saysAgenda(each)).length >= 2;
  });
  return acts === -1 ? columns : { ...columns, name: acts };
}

/** Where villages compete and nothing else names the groups, the village is the contestant and its district the unit. */
function withVillages({ header, columns, manual }: Source): FieldColumns {
  const isNamed = columns.name !== undefined && columns.name !== columns.unit;
  if (isNamed || columns.unit === undefined || manual.name !== undefined || manual.unit !== undefined) return columns;
  if (!/\b(kecamatan|distrik|kabupaten|kota|wilayah)\b/.test(textKey(header.texts[columns.unit] ?? ''))) return columns;
  const taken = new Set(Object.values(columns));
  const village = header.texts.findIndex(
    (text, column) =>
      !taken.has(column) && /^(nama )?(desa|kelurahan|kampung|nagari|pekon|gampong)\b/.test(textKey(text)),
  );
  return village === -1 ? columns : { ...columns, name: village };
}

/** Rows that say a name or a unit beside something else; 0-based. */
function dataRows(grid: Grid, header: Header, columns: FieldColumns): readonly number[] {
  const rows: number[] = [];
  for (let row = header.bottom + 1; row < grid.rows.length; row += 1) {
    const texts = (grid.rows[row] ?? []).map(cellText).filter((text) => text !== '');
    if (texts.length <= 2 && texts.some(isSignature)) break;
    const named = [columns.name, columns.unit].some(
      (column) => column !== undefined && cellText(cellAt(grid, row, column)) !== '',
    );
    const isOther =
      isTotal(texts[0] ?? '') || isNote(texts[0] ?? '') || isColumnNumbering(texts) || repeatsHeader(texts, header);
    if (named && texts.length >= 2 && !isOther) rows.push(row);
  }
  return rows;
}

function repeatsHeader(texts: readonly string[], header: Header): boolean {
  const known = new Set(header.texts.map(textKey).filter((key) => key !== ''));
  return texts.length >= 2 && texts.every((text) => known.has(textKey(text)));
}

function profile({ grid, header }: Pick<Source, 'grid' | 'header'>, column: number, rows: readonly number[]): Profile {
  const texts = rows.map((row) => cellText(cellAt(grid, row, column)));
  return { column, heading: header.texts[column] ?? '', texts };
}

function filledOf({ texts }: Profile): readonly string[] {
  return texts.filter((text) => text !== '');
}

/** A "Waktu" that holds no time, and a "Nomor" that holds telephone numbers, are neither. */
function withoutWrong(source: Source, rows: readonly number[]): FieldColumns {
  const columns: { [Field in ImportField]?: number } = { ...source.columns };
  if (columns.slot !== undefined && source.manual.slot === undefined) {
    const filled = filledOf(profile(source, columns.slot, rows));
    if (shareOf(filled, holdsTime) < 0.5) delete columns.slot;
  }
  if (columns.number !== undefined && source.manual.number === undefined) {
    const filled = filledOf(profile(source, columns.number, rows));
    if (
      filled.length > 0 &&
      shareOf(filled, (text) => /^\+?[\d\s.-]+$/.test(text) && text.replace(/\D/g, '').length >= 9) > 0.5
    )
      delete columns.number;
  }
  return columns;
}

/** Whole numbers, each once, in more than half of the rows: they may have been drawn. */
function drawnNumbers(column: Profile): readonly number[] | null {
  const filled = filledOf(column);
  const numbers = filled.flatMap((text) => {
    const reading = readNumber(text);
    const value = reading.type === 'number' ? reading.value : (lettered(text) ?? romanNumber(text));
    return value !== null && value >= 1 && value <= LARGEST_DRAWN ? [value] : [];
  });
  const isFull = filled.length >= Math.max(2, column.texts.length * 0.6) && numbers.length >= filled.length * 0.9;
  return isFull && new Set(numbers).size === numbers.length ? numbers : null;
}

/** `A5`, `Bola 3`. */
function lettered(text: string): number | null {
  const digits = /^\p{L}{1,8}[\s.-]?0*(\d{1,3})$/u.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

function isRunning(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
}

/** Only a heading that says "drawn" is believed beside another column of distinct numbers. */
function withDrawColumn(source: Source, rows: readonly number[]): FieldColumns {
  const { grid, columns, manual, asker } = source;
  if (manual.number !== undefined || rows.length < 2) return columns;
  const taken = new Set(Object.values(columns));
  const current = columns.number === undefined ? null : profile(source, columns.number, rows);
  if (current !== null && saysDrawn(current.heading) && !/\b(peserta|dada)\b/.test(textKey(current.heading)))
    return columns;
  const currentNumbers = current === null ? null : drawnNumbers(current);
  if (current !== null && (currentNumbers === null || !isRunning(currentNumbers))) return columns;
  const others = Array.from({ length: gridWidth(grid) }, (_, column) => profile(source, column, rows)).filter(
    (column) => {
      const isRead = taken.has(column.column) && column.column !== columns.status;
      if (isRead || isForeignHeader(column.heading)) return false;
      const numbers = drawnNumbers(column);
      if (numbers === null || Math.max(...numbers) > Math.max(rows.length * 3, 30)) return false;
      return current === null || !isRunning(numbers);
    },
  );
  const [best] = others;
  if (best === undefined) return columns;
  const letters = others.map(({ column }) => columnLetter(column));
  const own = current === null ? [] : [columnLetter(current.column)];
  const meaningOf = ({ column, heading, texts }: Profile): ImportChoice => ({
    type: 'numbers-of-column',
    column: columnLetter(column),
    heading,
    samples: texts.filter((text) => text !== '').slice(0, 4),
  });
  const shown = [...others, ...(current === null ? [] : [current])];
  const choice = asker.ask<string>({
    type: 'draw-column',
    seen:
      current === null
        ? { type: 'no-number-column' }
        : { type: 'running-numbers', column: columnLetter(current.column), heading: current.heading },
    columns: [...own, ...letters].toSorted(),
    choices: Object.fromEntries<ImportChoice>([
      ...shown.map((column) => [columnLetter(column.column), meaningOf(column)] as const),
      ['none', { type: 'not-drawn' }],
    ]),
    assumed: letters[0] ?? 'none',
    mustAnswer: true,
  });
  if (choice === 'none') {
    const { number: _, ...rest } = columns;
    return rest;
  }
  const number = shown.find(({ column }) => columnLetter(column) === choice)?.column ?? best.column;
  const { status, ...rest } = columns;
  return { ...rest, ...(status === undefined || status === number ? {} : { status }), number };
}

type Proposal = { readonly field: ImportField; readonly column: number; readonly isSure: boolean };

/** A field that has no column, and a filled column under an unknown heading that looks like it. */
function withUnknownColumns(source: Source, rows: readonly number[]): FieldColumns {
  const { grid, columns, manual, asker } = source;
  const taken = new Set(Object.values(columns));
  const filled = Array.from({ length: gridWidth(grid) }, (_, column) => profile(source, column, rows)).filter(
    (column) =>
      !taken.has(column.column) &&
      !isForeignHeader(column.heading) &&
      !saysEnd(column.heading) &&
      filledOf(column).length >= Math.max(2, rows.length * 0.4) &&
      !isNumeric(column) &&
      column.texts.some((text) => /\p{L}{2}/u.test(text)),
  );
  const proposals = proposalsOf(filled, columns, manual);
  // A second column for a field that is read already is no riddle, unless it looks like one that is missing.
  const unknown = filled.filter(
    ({ column, heading }) =>
      proposals.some((proposal) => proposal.column === column) ||
      matchHeader(heading).every(
        ({ field }) => columns[field] === undefined || (columns[field] === columns.name && field === 'unit'),
      ),
  );
  if (unknown.length === 0) return columns;
  const free = (['unit', 'title', 'category'] as const).filter(
    (field) => columns[field] === undefined || (field === 'unit' && columns.unit === columns.name),
  );
  if (free.length === 0 && proposals.length === 0) return columns;
  const choices: Record<string, ImportChoice> = {};
  if (proposals.length > 0) {
    choices['proposed'] = {
      type: 'columns-as',
      columns: proposals.map(({ field, column }) => ({ column: columnLetter(column), field })),
    };
  }
  for (const column of unknown.slice(0, 4)) {
    for (const field of free) {
      const token = `${field}=${columnLetter(column.column)}`;
      const isOnlyProposal =
        proposals.length === 1 && proposals[0]?.column === column.column && proposals[0].field === field;
      const columns = [{ column: columnLetter(column.column), field }];
      if (!isOnlyProposal) choices[token] = { type: 'columns-as', columns };
    }
  }
  choices['none'] = { type: 'columns-unused' };
  const assumed = proposals.some(({ isSure }) => isSure) ? 'proposed' : 'none';
  const seen = unknown.map(({ column, heading }) => ({ column: columnLetter(column), heading }));
  const choice = asker.ask<string>({
    type: 'unused-columns',
    seen: { type: 'unknown-columns', columns: seen },
    columns: unknown.map(({ column }) => columnLetter(column)),
    choices,
    assumed,
    mustAnswer: proposals.length > 0,
  });
  if (choice === 'none') return columns;
  const chosen: { [Field in ImportField]?: number } = { ...columns };
  if (choice === 'proposed') for (const { field, column } of proposals) chosen[field] = column;
  else {
    const [field, letter] = choice.split('=');
    const column = unknown.find((each) => columnLetter(each.column) === letter)?.column;
    const known = importFields.find((each) => each === field);
    if (known !== undefined && column !== undefined) chosen[known] = column;
  }
  return chosen;
}

function isNumeric(column: Profile): boolean {
  return shareOf(filledOf(column), (text) => /^[\d\s.,:/()+-]+$/.test(text)) >= 0.5;
}

function proposalsOf(unknown: readonly Profile[], columns: FieldColumns, manual: ManualMapping): readonly Proposal[] {
  const proposals: Proposal[] = [];
  const isFree = (field: ImportField): boolean =>
    manual[field] === undefined &&
    (columns[field] === undefined || (columns.name === columns.unit && (field === 'name' || field === 'unit'))) &&
    !proposals.some((proposal) => proposal.field === field);
  for (const column of unknown) {
    const texts = filledOf(column).filter((text) => !isDitto(text));
    const distinct = new Set(texts.map(textKey)).size;
    const longest = texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length);
    if (isFree('name') && columns.name === columns.unit && shareOf(texts, saysGroup) >= 0.6)
      proposals.push({ field: 'name', column: column.column, isSure: true });
    else if (isFree('unit') && shareOf(texts, saysUnit) >= 0.6)
      proposals.push({ field: 'unit', column: column.column, isSure: true });
    else if (
      isFree('title') &&
      longest >= 22 &&
      distinct >= texts.length * 0.8 &&
      !texts.some((text) => /^https?:/i.test(text))
    )
      proposals.push({ field: 'title', column: column.column, isSure: true });
    else if (isFree('category') && distinct >= 2 && distinct <= 8 && distinct * 2 <= texts.length && longest <= 40)
      proposals.push({ field: 'category', column: column.column, isSure: false });
  }
  return proposals;
}

function endColumn({ header }: Source, columns: FieldColumns): number | null {
  if (columns.slot === undefined) return null;
  const next = columns.slot + 1;
  return !Object.values(columns).includes(next) && saysEnd(header.texts[next] ?? '') ? next : null;
}

/** Every column that says something beside the contestants and was not read. */
export function unusedColumns(
  grid: Grid,
  header: Header,
  { columns, slotEnd }: SettledColumns,
  rows: readonly number[],
): readonly UnusedColumn[] {
  const used = new Set([...Object.values(columns), ...(slotEnd === null ? [] : [slotEnd])]);
  return Array.from({ length: gridWidth(grid) }, (_, column) => column).flatMap((column) => {
    const filled = rows.filter((row) => cellText(cellAt(grid, row, column)) !== '').length;
    return used.has(column) || filled === 0
      ? []
      : [{ column: columnLetter(column), heading: header.texts[column] ?? '', filled }];
  });
}
