/**
 * How a sheet falls on paper: pages are counted as a spreadsheet program fills them, at the scale that fits the width of the
 * sheet on one page. A sheet that nearly fits on one page is made to fit, as long as its text stays legible; on a longer one
 * tables and signatures begin a new page where they would be cut.
 */
import type { PageFit, SheetModel } from './workbook-model.ts';

const pointsPerCentimetre = 28.35;
/** Short and long side of the paper, in centimetres. */
const papers = { A4: [21, 29.7], F4: [21.5, 33] } as const;
/** Left and right, top and bottom margins together, in centimetres. */
const marginWidth = 5.5;
const marginHeight = 5.5;
/** A column's width of one character, in points: a digit of Arial 10 (5.56) and the rounding of columns. Excel takes 5.25. */
const pointsPerCharacter = 5.6;
const plainRow = 15;
/** Jurors' totals stand in the recap's table while its text of 10 points prints with 8 points at least (rule X18). */
export const legibleScale = 0.8;
/** A sheet that would need a second page is made to fit on one down to this: 7.5 points. */
const smallestScale = 0.75;
/** Text of 7 points: a longer line of scores is set in several tables. */
const leastScale = 0.7;
/** The scale at which texts get room where they have the choice: text of 8.5 points. */
const comfortableScale = 0.85;

type Laid = Pick<SheetModel, 'paper' | 'orientation' | 'columnWidths' | 'printArea'>;

/**
 * `kept` are the rows that begin a block which should stay on one page, in ascending order. The sheet is made smaller than
 * its width asks for only where that saves a page.
 */
export function pageFit(
  kept: readonly number[],
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
  const height = down / heightOf(1, bottom);
  if (height >= Math.min(width, smallestScale)) return { type: 'one-page', scale: Math.min(width, height) };
  const head = repeatedRows(sheet);
  const repeated = head === null ? 0 : heightOf(...head);
  const blocks = [1, ...kept].map((from, index) => ({ from, to: (kept[index] ?? bottom + 1) - 1 }));

  let best = fill(width);
  for (let scale = width - 0.01; scale >= smallestScale; scale -= 0.01) {
    const smaller = fill(scale);
    if (smaller.count < best.count) best = smaller;
  }
  return best;

  function fill(scale: number): PageFit & { readonly type: 'pages' } {
    const page = down / scale;
    const breaks: number[] = [];
    let used = 0;
    let cuts = 0;
    for (const { from, to } of blocks) {
      const block = heightOf(from, to);
      if (used > 0 && used + block > page && repeated + block <= page) {
        breaks.push(from);
        used = repeated;
      }
      for (let row = from; row <= to; row += 1) {
        const own = heightOf(row, row);
        if (used + own > page) {
          cuts += 1;
          used = repeated;
        }
        used += own;
      }
    }
    return { type: 'pages', scale, breaks, count: breaks.length + cuts + 1, isCut: cuts > 0 };
  }
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
