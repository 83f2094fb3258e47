/**
 * Collects the cells of one sheet, and knows the parts that every official sheet has: letterhead, title lines and
 * notes. Row heights are estimated from the texts, because spreadsheet programs do not fit merged cells.
 */
import type { ContestInfo } from '../domain/contest-file.ts';
import { indonesianDates } from './indonesian.ts';
import { pageFit } from './page-break.ts';
import { linesOf, roomIn, rowHeightFor } from './text-size.ts';
import {
  blank,
  text,
  type Area,
  type Cell,
  type CellLook,
  type CellValue,
  type EntryRule,
  type SheetModel,
} from './workbook-model.ts';

export interface SheetBuilder {
  readonly put: (row: number, column: number, value: CellValue, look: CellLook) => void;
  /** One value over several cells; a single cell stays unmerged. */
  readonly merge: (area: Area, value: CellValue, look: CellLook) => void;
  readonly allow: (rule: EntryRule) => void;
  /** Rows from here to the next such row stand on one page: notes and signatures below the tables, then each row of members. */
  readonly keepFrom: (row: number) => void;
  /** The row is at least so many points high. */
  readonly atLeast: (row: number, height: number) => void;
  /** A row that only keeps two parts apart. */
  readonly gap: (row: number) => void;
  /** Makes the row at least as high as its wrapped texts need, at the width of their columns. */
  readonly finish: (
    parts: Omit<SheetModel, 'cells' | 'merges' | 'entryRules' | 'rowHeights' | 'pageFit'>,
  ) => SheetModel;
}

interface Placed {
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly rows: number;
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  /** A text in a table stands a little off its left line. */
  readonly indented: boolean;
}

export function sheetBuilder(): SheetBuilder {
  const cells: Cell[] = [];
  const merges: Area[] = [];
  const entryRules: EntryRule[] = [];
  const placed: Placed[] = [];
  const kept: number[] = [];
  const gaps: number[] = [];
  const least = new Map<number, number>();

  function put(row: number, column: number, value: CellValue, look: CellLook): void {
    cells.push({ row, column, value, look });
    measure({ top: row, left: column, bottom: row, right: column }, value, look);
  }

  function merge(area: Area, value: CellValue, look: CellLook): void {
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        cells.push({ row, column, value: row === area.top && column === area.left ? value : blank, look });
      }
    }
    if (area.top !== area.bottom || area.left !== area.right) merges.push(area);
    measure(area, value, look);
  }

  function measure(area: Area, value: CellValue, look: CellLook): void {
    const shown = value.type === 'text' ? value.text : value.type === 'formula' ? String(value.cached) : '';
    if (
      typeof shown !== 'string' ||
      look.wrap !== true ||
      (value.type === 'formula' && typeof value.cached === 'number')
    ) {
      return;
    }
    const size = look.size ?? 10;
    const rows = area.bottom - area.top + 1;
    placed.push({
      row: area.top,
      left: area.left,
      right: area.right,
      rows,
      text: shown,
      size,
      bold: look.bold === true,
      indented: look.border === 'thin' && (look.horizontal ?? 'left') === 'left',
    });
  }

  return {
    put,
    merge,
    allow: (rule) => entryRules.push(rule),
    keepFrom: (row) => kept.push(row),
    gap: (row) => gaps.push(row),
    atLeast: (row, height) => least.set(row, height),
    finish: (parts) => {
      const rowHeights = new Map([
        ...heightsOf(placed, parts.columnWidths),
        ...gaps.map((row) => [row, gapHeight] as const),
      ]);
      for (const [row, height] of least) rowHeights.set(row, Math.max(height, rowHeights.get(row) ?? 0));
      return { ...parts, cells, merges, entryRules, rowHeights, pageFit: pageFit(kept, parts, rowHeights) };
    },
  };
}

const smallestRow = 15;
const gapHeight = 7;
/** Excel's rows end at 409 points. */
const highestRow = 405;

function heightsOf(placed: readonly Placed[], widths: readonly number[]): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  for (const item of placed) {
    let width = 0;
    for (let column = item.left; column <= item.right; column += 1) width += widths[column - 1] ?? 9;
    const height = rowHeightFor(linesOf(item.text, roomIn(width, item.indented), item), item);
    // A text over several rows shares its height among them.
    for (let row = item.row; row < item.row + item.rows; row += 1) {
      heights.set(row, Math.max(heights.get(row) ?? smallestRow, height / item.rows));
    }
  }
  return new Map([...heights].map(([row, height]) => [row, Math.min(highestRow, Math.ceil(height))]));
}

export interface Heading {
  readonly title: string;
  /** Lines below the title: contest, category, juror. */
  readonly lines: readonly string[];
  /** Said in red below the lines: provisional, blocked. */
  readonly warnings: readonly string[];
}

/** Letterhead, the banner of invented data, title and warnings, merged over the columns 1 to `width`. The next free row is the answer. */
export function putHeading(sheet: SheetBuilder, info: ContestInfo, width: number, heading: Heading): number {
  let row = 1;
  const line = (value: string, look: CellLook): void => {
    const area = { top: row, left: 1, bottom: row, right: width };
    sheet.merge(area, text(value), { horizontal: 'center', wrap: true, ...look });
    row += 1;
  };
  const letterhead = (info.letterhead ?? []).filter((entry) => entry.trim() !== '');
  letterhead.forEach((entry, index) => {
    const isLast = index === letterhead.length - 1;
    line(entry, { bold: index < 2, size: index < 2 ? 13 : 10, ...(isLast ? { border: 'double-bottom' } : {}) });
  });
  if (letterhead.length > 0) {
    sheet.gap(row);
    row += 1;
  }
  if (isExample(info)) {
    line('CONTOH: data rekaan, bukan hasil penilaian yang sebenarnya', {
      bold: true,
      color: 'warning',
      fill: 'warning',
    });
  }
  line(heading.title, { bold: true, size: 14 });
  for (const entry of heading.lines) line(entry, { bold: true, size: 11 });
  const when = indonesianDates(info.dates ?? []);
  const whereAndWhen = [info.place?.trim() ?? '', when].filter((part) => part !== '').join(', ');
  if (whereAndWhen !== '') line(whereAndWhen, {});
  for (const warning of heading.warnings) line(warning, { bold: true, color: 'warning' });
  sheet.gap(row);
  return row + 1;
}

/** True for invented data: every sheet then says so. */
function isExample(info: ContestInfo): boolean {
  return info.example === true || info.name.toLowerCase().includes('(contoh)');
}

/** Short notes below a table, one row each. The next free row is the answer. */
export function putNotes(sheet: SheetBuilder, top: number, width: number, notes: readonly string[]): number {
  notes.forEach((note, index) => {
    const row = top + index;
    sheet.merge({ top: row, left: 1, bottom: row, right: width }, text(note), { size: 9, wrap: true, vertical: 'top' });
  });
  return top + notes.length;
}
