/**
 * How a sheet falls on paper, at the scale that fits the width of the sheet on one page. A sheet that nearly fits on one page
 * is made to fit, as long as its text stays legible. On a longer one every page is begun by us, never by the program: no
 * table is cut to a line or two, and no signature stands without lines of the table (rule X17).
 */
import type { PageFit, SheetModel } from '../model/workbook-model.ts';

const pointsPerCentimetre = 28.35;
/** Short and long side of the paper, in centimetres. */
const papers = { A4: [21, 29.7], F4: [21.5, 33] } as const;
/** Left and right, top and bottom margins together, in centimetres. */
const marginWidth = 5.5;
const marginHeight = 5.5;
/** A column's width of one character, in points: Excel takes 5.25, LibreOffice 5.1. */
const pointsPerCharacter = 5.3;
/** Points: of a row that names no height. */
export const plainRow = 15;
/** Jurors' totals stand in the recap's table while its text of 10 points prints with 8 points at least (rule X18). */
export const legibleScale = 0.8;
/** A sheet that would need a second page is made to fit on one down to this: 7.5 points. */
const smallestScale = 0.75;
/** Text of 7 points: a longer line of scores is set in several tables. */
const leastScale = 0.7;
/** The scale at which texts get room where they have the choice: text of 8.5 points. */
const comfortableScale = 0.85;

type Laid = Pick<SheetModel, 'paper' | 'orientation' | 'columnWidths' | 'printArea'>;

/** Lines of a table that stand together at its begin and end, where it has so many. */
const fewestLines = 3;
/** Lines of the last table that stand over the signatures. */
const linesWithFoot = 4;
/** What a program may count differently is left free at the end of a page. */
const filledShare = 0.985;

/**
 * `foot` are the rows that begin a block below the tables which stays on one page, in ascending order: notes and first
 * signatures, further rows of signatures. The sheet is made smaller than its width asks for only where that saves a page.
 */
export function pageFit(
  foot: readonly number[],
  sheet: Laid & Pick<SheetModel, 'tables'>,
  heights: ReadonlyMap<number, number>,
): PageFit {
  const { bottom } = sheet.printArea;
  const [short, long] = papers[sheet.paper];
  const down = ((sheet.orientation === 'landscape' ? short : long) - marginHeight) * pointsPerCentimetre;
  const heightOf = (from: number, to: number): number => {
    let total = 0;
    for (let row = from; row <= to; row += 1) total += heights.get(row) ?? plainRow;
    return total;
  };
  const width = widthScale(sheet);
  const height = (down * filledShare) / heightOf(1, bottom);
  if (height >= Math.min(width, smallestScale)) return { type: 'one-page', scale: Math.min(width, height) };
  const parts = foot.map((from, index) => ({ from, height: heightOf(from, (foot[index + 1] ?? bottom + 1) - 1) }));
  const lastTable = sheet.tables.at(-1);

  let best = filled(width);
  for (let scale = width - 0.01; scale >= smallestScale; scale -= 0.01) {
    const smaller = filled(scale);
    if (smaller.count < best.count) best = smaller;
  }
  return best;

  function filled(scale: number): PageFit & { readonly type: 'pages' } {
    const page = (down * filledShare) / scale;
    const [first] = parts;
    // All signatures together, where they have room below a line of the table.
    const least = lastTable === undefined ? 0 : heightOf(...lastTable.head) + heightOf(lastTable.last, lastTable.last);
    const together = sum(parts.map((part) => part.height));
    const blocks = first !== undefined && least + together <= page ? [{ from: first.from, height: together }] : parts;
    const breaks: number[] = [];
    const pieces: (readonly number[])[] = [];
    let used = 0;
    const begin = (row: number, height: number): void => {
      breaks.push(row);
      used = height;
    };
    let next = 1;
    sheet.tables.forEach(({ head, last }, index) => {
      const top = heightOf(...head);
      const lines = Array.from({ length: Math.max(0, last - head[1]) }, (_, at) =>
        heightOf(head[1] + 1 + at, head[1] + 1 + at),
      );
      const [foot] = blocks;
      const isLast = index === sheet.tables.length - 1;
      const below = isLast && foot !== undefined ? heightOf(last + 1, foot.from - 1) + foot.height : 0;
      const whole = top + sum(lines);
      used += heightOf(next, head[0] - 1);
      next = last + 1;
      if (index > 0 && used + whole + below > page && used > 0) {
        // What has room on a page of its own is not cut; nor does a table begin with a line or two.
        const least = top + sum(lines.slice(0, fewestLines));
        if (whole + below <= page || (below > 0 && whole <= page && used + whole > page) || used + least > page) {
          begin(head[0], 0);
        }
      }
      const piece = cutLines(lines, { page, top, used, below });
      pieces.push(piece);
      let row = head[1] + 1;
      piece.forEach((count, at) => {
        const height = top + sum(lines.slice(row - head[1] - 1, row - head[1] - 1 + count));
        if (at > 0) begin(row, height);
        else used += height;
        row += count;
      });
    });
    const repeats = repeatedRows(sheet);
    blocks.forEach(({ from, height }, index) => {
      if (index === 0) used += heightOf(next, from - 1);
      if (used + height > page && used > 0) begin(from, (repeats === null ? 0 : heightOf(...repeats)) + height);
      else used += height;
    });
    return { type: 'pages', scale, breaks, count: breaks.length + 1, pieces };
  }
}

/** How many lines of a table stand on each page, its head above them, and what stands below it with its last lines. */
function cutLines(
  lines: readonly number[],
  on: { readonly page: number; readonly top: number; readonly used: number; readonly below: number },
): readonly number[] {
  const pieces: number[] = [];
  let from = 0;
  let used = on.used;
  for (;;) {
    let count = 0;
    let height = used + on.top;
    while (from + count < lines.length && (count === 0 || height + (lines[from + count] ?? 0) <= on.page)) {
      height += lines[from + count] ?? 0;
      count += 1;
    }
    const left = lines.length - from - count;
    if (left > 0) {
      // The next page begins with some lines, unless this one is left with as few.
      if (left < fewestLines) count = Math.max(Math.min(count, fewestLines), count - (fewestLines - left));
      pieces.push(count);
      from += count;
      used = 0;
      continue;
    }
    const together = height + on.below <= on.page ? 0 : carried(lines.slice(from), on);
    return together === 0 || together === count ? [...pieces, count] : [...pieces, count - together, together];
  }
}

/** How many of the last lines go to a further page with what stands below them; 0 where none can. */
function carried(
  lines: readonly number[],
  { page, top, below }: { readonly page: number; readonly top: number; readonly below: number },
): number {
  for (let count = Math.min(linesWithFoot, lines.length - 1); count > 0; count -= 1) {
    if (top + sum(lines.slice(-count)) + below <= page) return count;
  }
  return 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Of each table how many lines stand under each of its heads. */
export type Pieces = readonly (readonly number[])[];

/** Sheets of several tables write the head of a table again where it goes on on another page: built until they do. */
export function withHeads<Built>(
  build: (pieces: Pieces | null) => Built,
  modelOf: (built: Built) => SheetModel,
): Built {
  let pieces: Pieces | null = null;
  let built = build(pieces);
  for (let tries = 0; tries < 4 && modelOf(built).tables.length > 1 && isCut(modelOf(built)); tries += 1) {
    const fit = modelOf(built).pageFit;
    const found: Pieces = fit.type === 'pages' ? fit.pieces : [];
    let next = 0;
    pieces =
      pieces === null
        ? found
        : pieces.map((before) => {
            next += before.length;
            return found.slice(next - before.length, next).flat();
          });
    built = build(pieces);
  }
  return built;
}

/** True where a table goes on on another page. */
export function isCut(sheet: Pick<SheetModel, 'pageFit'>): boolean {
  return sheet.pageFit.type === 'pages' && sheet.pageFit.pieces.some((piece) => piece.length > 1);
}

/** The rows that every printed page repeats: the head of the only table. With several tables it would stand over the wrong one. */
export function repeatedRows({ tables }: Pick<SheetModel, 'tables'>): readonly [number, number] | null {
  const [table, ...others] = tables;
  return table === undefined || others.length > 0 ? null : table.head;
}

/** What a sheet is multiplied by so that its width stands on one page; at most 1. */
export function widthScale(sheet: Laid): number {
  const [short, long] = papers[sheet.paper];
  const across = sheet.orientation === 'landscape' ? long : short;
  const characters = sheet.columnWidths.slice(0, sheet.printArea.right).reduce((sum, width) => sum + width, 0);
  return Math.min(1, ((across - marginWidth) * pointsPerCentimetre) / (characters * pointsPerCharacter));
}

/** Characters of column width that a landscape page holds with text of 7 points: what is wider is set in several tables. */
export function widestTable(paper: SheetModel['paper']): number {
  return (comfortableWidth(paper) * comfortableScale) / leastScale;
}

/** Characters of column width that a landscape page holds with text of 8.5 points. */
export function comfortableWidth(paper: SheetModel['paper']): number {
  return ((papers[paper][1] - marginWidth) * pointsPerCentimetre) / pointsPerCharacter / comfortableScale;
}
