/**
 * The rows below a header as contestants [I6]. Totals, signatures, notes, acts of the day, repeated headers and blank rows
 * are passed over; rows that only name something begin a block. What is wrong with a row is not decided here
 * (check-rows.ts); what a person must confirm is asked on the way.
 */
import { cellText } from './cell-text.ts';
import { textKey } from '../lib/text-key.ts';
import type { FieldColumns } from './find-header.ts';
import { cellAt, columnLetter } from './grid.ts';
import { findHeadings } from './headings.ts';
import { kindLines, type KindedLine, type Line } from './lines.ts';
import { askNotes } from './notes-below.ts';
import { numberReader } from './number-reading.ts';
import type { Asker } from './questions.ts';
import type { Draft, ReadRow, ReadRows, RowSource } from './read-row.ts';
import { askDuplicates, withoutRepeats } from './repeated-groups.ts';
import { withFacts } from './row-facts.ts';
import { readMarks, type RowFate } from './row-marks.ts';
import { statusInBrackets, statusOf } from './row-words.ts';
import { labelledFact } from './two-facts.ts';
import type { ImportStatus } from './types.ts';

/** Reads everything below the header with the given columns. */
export function readRows(source: RowSource): ReadRows {
  const { grid, header, columns, asker, categories } = source;
  const readNumber = columnReader(source);
  const first = kindLines({ ...source, readNumber });
  const kinded = askAgenda(withUnknownActs(askNotes(first, columns, asker), columns), asker);
  const countsPersons = askMembers(kinded, asker);
  const headings = findHeadings({ grid, header, columns, kinded, categories, asker });
  const drafts: Draft[] = [];
  let heading: string | null = headings.names.get(-1) ?? null;
  for (const [index, { line, kind }] of kinded.entries()) {
    if (headings.indexes.has(index)) heading = headings.names.get(index) ?? null;
    else if (kind.type === 'data' || (kind.type === 'lone' && isLoneName(kinded, index))) {
      drafts.push({ line, row: toRow(line, columns, headings.names.size > 0 ? (heading ?? '') : null, headings.kind) });
    }
  }
  const numbered =
    countsPersons || countsCategories(drafts)
      ? drafts.map(({ line, row }) => ({ line, row: { ...row, number: null } }))
      : drafts;
  const split = withCategoriesBelow(withFacts(numbered, source), columns);
  const marked = withMarks(split, source);
  const rows = askDuplicates(withoutRepeats(marked, source), source);
  const isBlocks = headings.kind === 'category' && headings.names.size > 0;
  return {
    rows: rows.map(({ row }) => row),
    categorySource: columns.category !== undefined ? 'column' : isBlocks ? 'blocks' : 'none',
  };
}

function columnReader({ grid, header, columns, asker }: RowSource): ReturnType<typeof numberReader> {
  const { number } = columns;
  const cells = grid.rows.flatMap((_, row) => {
    if (row <= header.bottom || number === undefined) return [];
    const isNamed = [columns.name, columns.unit].some(
      (column) => column !== undefined && column !== number && cellText(cellAt(grid, row, column)) !== '',
    );
    const filled = (grid.rows[row] ?? []).filter((cell) => cellText(cell) !== '').length;
    const cell = cellAt(grid, row, number);
    return isNamed && filled > 2 && textKey(cellText(cell)) !== textKey(header.texts[number] ?? '')
      ? [{ cell, row: row + 1 }]
      : isNamed && filled === 2 && columns.unit === columns.name
        ? [{ cell, row: row + 1 }]
        : [];
  });
  return numberReader(cells, columnLetter(number ?? 0), asker);
}

/** In a timetable, a row with a time and a name and nothing else is an act of the day, whatever it is called. */
function withUnknownActs(kinded: readonly KindedLine[], columns: FieldColumns): readonly KindedLine[] {
  if (columns.slot === undefined || columns.unit === undefined || columns.unit === columns.name) return kinded;
  const data = kinded.filter(({ kind }) => kind.type === 'data').map(({ line }) => line);
  const full = data.filter(({ number, unit }) => number.type === 'number' && unit !== '');
  if (full.length < 2 || full.length < data.length * 0.6) return kinded;
  return kinded.map(({ line, kind }) => {
    const isAct =
      kind.type === 'data' && line.number.type === 'blank' && line.unit === '' && line.title === '' && line.slot !== '';
    return { line, kind: isAct ? { type: 'agenda' as const } : kind };
  });
}

/** Acts of the day among the contestants. */
function askAgenda(kinded: readonly KindedLine[], asker: Asker): readonly KindedLine[] {
  const agenda = kinded.filter(({ kind }) => kind.type === 'agenda');
  const firstData = kinded.findIndex(({ kind }) => kind.type === 'data');
  if (agenda.length === 0 || firstData < 0) return kinded;
  const names = agenda.map(({ line }) => line.name || (line.texts.at(-1) ?? ''));
  const rows = agenda.map(({ line }) => line.row + 1);
  const choice = asker.ask({
    type: 'agenda-rows',
    seen: { type: 'agenda', rows, names: names.slice(0, 4) },
    rows,
    choices: { skip: { type: 'agenda' }, keep: { type: 'contestants' } },
    assumed: 'skip',
    mustAnswer: false,
  });
  if (choice === 'skip') return kinded;
  return kinded.map(({ line, kind }) =>
    kind.type === 'agenda' ? { line, kind: { type: 'data' as const } } : { line, kind },
  );
}

/**
 * Rows that only say something in columns that are not read, below a contestant: its members. True where the numbers count
 * the persons, so that they are nobody's performance number.
 */
function askMembers(kinded: readonly KindedLine[], asker: Asker): boolean {
  const members = kinded.filter(({ kind }, index) => {
    const before = kinded[index - 1]?.kind.type;
    return kind.type === 'member' && (before === 'data' || before === 'member');
  });
  const groups = kinded.filter(({ kind }) => kind.type === 'data').length;
  if (members.length < 2 || members.length * 2 < groups) return false;
  asker.ask({
    type: 'rows-per-member',
    seen: { type: 'member-rows', groups, members: members.length },
    rows: members.map(({ line }) => line.row + 1),
    choices: { merge: { type: 'one-per-group' } },
    assumed: 'merge',
    mustAnswer: false,
  });
  return members.some(({ line }) => line.number.type === 'number');
}

/** A lone text in the name column right below a contestant is a group that nothing else is known of. */
function isLoneName(kinded: readonly KindedLine[], index: number): boolean {
  const line = kinded[index]?.line;
  if (line === undefined || line.name === '' || line.texts.length !== 1) return false;
  const isShort = line.name.length <= 80 || labelledFact(line.name) !== null;
  return kinded[index - 1]?.kind.type === 'data' && isShort;
}

/** `blockName` null: nothing stands between the rows. */
function toRow(
  line: Line,
  columns: FieldColumns,
  blockName: string | null,
  kind: 'category' | 'unit' | 'none',
): ReadRow {
  const status = statusOfLine(line);
  const sharesColumn = columns.unit === columns.name;
  const unit = columns.unit === undefined || (kind === 'unit' && sharesColumn) ? null : line.unit;
  const category = columns.category === undefined ? null : line.category;
  return {
    row: line.row + 1,
    number: status !== 'exhibition' && line.number.type === 'number' ? line.number.value : null,
    name: columns.name === undefined ? null : line.name,
    unit: kind === 'unit' && blockName !== null ? unit || blockName : unit,
    title: columns.title === undefined ? null : line.title,
    category: kind === 'category' && columns.category === undefined ? blockName : category,
    status,
    ...(columns.slot === undefined ? {} : { slot: line.slot === '' ? null : line.slot }),
    numberIsBad: status !== 'exhibition' && line.number.type === 'bad',
  };
}

function statusOfLine(line: Line): ImportStatus {
  if (line.number.type === 'exhibition') return 'exhibition';
  const remark = statusOf(line.status);
  return remark === 'waiting' ? statusInBrackets(line.name) : remark;
}

/** A number stands where a category begins, and nowhere else: it counts the categories. */
function countsCategories(drafts: readonly Draft[]): boolean {
  const begins = drafts.filter(({ row }) => (row.category ?? '') !== '');
  const isCounted = drafts.every(({ row }) => (row.number !== null) === ((row.category ?? '') !== ''));
  return isCounted && begins.length >= 2 && begins.length * 2 <= drafts.length;
}

/** A category that stands once at the first row of its block holds for the rows below it. */
function withCategoriesBelow(drafts: readonly Draft[], columns: FieldColumns): readonly Draft[] {
  if (columns.category === undefined) return drafts;
  const said = drafts.flatMap(({ row }) =>
    row.category === null || row.category === '' ? [] : [textKey(row.category)],
  );
  const isBlocks = new Set(said).size === said.length && said.length >= 2 && said.length * 2 <= drafts.length;
  if (!isBlocks || (drafts[0]?.row.category ?? '') === '') return drafts;
  let category: string | null = null;
  return drafts.map(({ line, row }) => {
    if ((row.category ?? '') !== '') category = row.category;
    return { line, row: { ...row, category } };
  });
}

function withMarks(drafts: readonly Draft[], { grid, asker }: RowSource): readonly Draft[] {
  const names = new Map(drafts.map(({ line, row }) => [line.row, row.name ?? '']));
  const fates = readMarks(grid, [...names.keys()], names, asker);
  return drafts.flatMap((draft) => applyFate(draft, fates.get(draft.line.row)));
}

function applyFate(draft: Draft, fate: RowFate | undefined): readonly Draft[] {
  if (fate === undefined || fate === 'keep') return [draft];
  if (fate === 'skip') return [];
  return [{ line: draft.line, row: { ...draft.row, status: fate } }];
}
