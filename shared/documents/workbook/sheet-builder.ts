/**
 * Collects the cells of one sheet, and knows the parts that every official sheet has: letterhead, title lines and
 * notes. Row heights are estimated from the texts, because spreadsheet programs do not fit merged cells.
 */
import type { ContestInfo } from '../../domain/setup/contest-file.ts';
import type { Picture } from '../../lib/picture.ts';
import type { DocumentWords } from '../../say/documents.ts';
import { contestLogo, isExample } from '../model/category-plan.ts';
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
  type PlacedPicture,
  type SheetModel,
} from '../model/workbook-model.ts';

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
  /** Lines over the columns 1 to `width`, from the first row on; they begin right of the logo, where there is one. */
  readonly letterhead: (width: number, lines: readonly LetterheadLine[], logo: Picture | null) => void;
  /** Makes the row at least as high as its wrapped texts need, at the width of their columns. */
  readonly finish: (
    parts: Omit<SheetModel, 'cells' | 'merges' | 'logo' | 'entryRules' | 'rowHeights' | 'pageFit'>,
  ) => SheetModel;
}

interface LetterheadLine {
  readonly text: string;
  readonly look: CellLook;
}

interface Letterhead {
  readonly width: number;
  readonly lines: readonly LetterheadLine[];
  readonly logo: Picture | null;
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
  let head: Letterhead | null = null;

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

  /** Now that the widths are known: as many columns as the logo needs are its own. */
  function putLetterhead({ width, lines, logo }: Letterhead, widths: readonly number[]): PlacedPicture | null {
    const bottom = lines.length;
    const size = logo === null ? null : logoSize(logo, widths.slice(0, width));
    const columns = size?.columns ?? 0;
    lines.forEach(({ text: line, look }, index) => {
      const row = index + 1;
      for (let column = 1; column <= columns; column += 1) put(row, column, blank, look);
      merge({ top: row, left: columns + 1, bottom: row, right: width }, text(line), look);
      if (size !== null) least.set(row, Math.ceil((size.height + 2 * logoMargin) / bottom));
    });
    if (logo === null || size === null) return null;
    const area = { top: 1, left: 1, bottom, right: columns };
    return { picture: logo, area, width: size.width, height: size.height };
  }

  return {
    put,
    merge,
    letterhead: (width, lines, logo) => {
      head = { width, lines, logo };
    },
    allow: (rule) => entryRules.push(rule),
    keepFrom: (row) => kept.push(row),
    gap: (row) => gaps.push(row),
    atLeast: (row, height) => least.set(row, height),
    finish: (parts) => {
      const logo = head === null ? null : putLetterhead(head, parts.columnWidths);
      const rowHeights = new Map([
        ...heightsOf(placed, parts.columnWidths),
        ...gaps.map((row) => [row, gapHeight] as const),
      ]);
      for (const [row, height] of least) rowHeights.set(row, Math.max(height, rowHeights.get(row) ?? 0));
      return { ...parts, cells, merges, logo, entryRules, rowHeights, pageFit: pageFit(kept, parts, rowHeights) };
    },
  };
}

/** Points: about two centimetres high, as official letters have it, and no wider than twice that. */
const logoHeight = 54;
const widestLogo = 108;
const logoMargin = 2;
/** Of the sheet's width, what the lines beside the logo keep at least. */
const linesShare = 0.6;

/** As large as a logo is, or smaller where the sheet is so narrow that its lines would have no room; null: no room at all. */
function logoSize(
  { width, height }: Picture,
  widths: readonly number[],
): { readonly width: number; readonly height: number; readonly columns: number } | null {
  const points = widths.map((each) => roomIn(each));
  const whole = points.reduce((sum, each) => sum + each, 0);
  const scale = Math.min(logoHeight / height, widestLogo / width);
  let columns = 0;
  let room = 0;
  while (columns < widths.length - 1 && room < width * scale + 2 * logoMargin) {
    const next = room + (points[columns] ?? 0);
    if (next > whole * (1 - linesShare)) break;
    room = next;
    columns += 1;
  }
  const fitting = Math.min(scale, (room - 2 * logoMargin) / width);
  return fitting <= 0 ? null : { width: width * fitting, height: height * fitting, columns };
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
export function putHeading(
  sheet: SheetBuilder,
  words: DocumentWords,
  info: ContestInfo,
  width: number,
  heading: Heading,
): number {
  let row = 1;
  const line = (value: string, look: CellLook): void => {
    const area = { top: row, left: 1, bottom: row, right: width };
    sheet.merge(area, text(value), { horizontal: 'center', wrap: true, ...look });
    row += 1;
  };
  const letterhead = (info.letterhead ?? []).filter((entry) => entry.trim() !== '');
  const logo = contestLogo(info);
  // A logo alone has a line of its own.
  const lines = letterhead.length === 0 && logo !== null ? [''] : letterhead;
  const looks = lines.map((entry, index): LetterheadLine => {
    const border = index === lines.length - 1 ? ({ border: 'double-bottom' } as const) : {};
    const size = index < 2 ? 13 : 10;
    return { text: entry, look: { horizontal: 'center', wrap: true, bold: index < 2, size, ...border } };
  });
  if (lines.length > 0) {
    sheet.letterhead(width, looks, logo);
    row += lines.length;
    sheet.gap(row);
    row += 1;
  }
  if (isExample(info)) {
    line(words.titles.example, {
      bold: true,
      color: 'warning',
      fill: 'warning',
    });
  }
  line(heading.title, { bold: true, size: 14 });
  for (const entry of heading.lines) line(entry, { bold: true, size: 11 });
  const when = words.dates(info.dates ?? []);
  const whereAndWhen = [info.place?.trim() ?? '', when].filter((part) => part !== '').join(', ');
  if (whereAndWhen !== '') line(whereAndWhen, {});
  for (const warning of heading.warnings) line(warning, { bold: true, color: 'warning' });
  sheet.gap(row);
  return row + 1;
}

/** Short notes below a table, one row each. The next free row is the answer. */
export function putNotes(sheet: SheetBuilder, top: number, width: number, notes: readonly string[]): number {
  notes.forEach((note, index) => {
    const row = top + index;
    sheet.merge({ top: row, left: 1, bottom: row, right: width }, text(note), { size: 9, wrap: true, vertical: 'top' });
  });
  return top + notes.length;
}
