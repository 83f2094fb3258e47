/**
 * How a sheet falls on paper: pages are counted as a spreadsheet program fills them, at the scale that fits the width of the
 * sheet on one page. A sheet that nearly fits on one page is made to fit; on a longer one the signatures stay together.
 */
import type { PageFit, SheetModel } from './workbook-model.ts';

const pointsPerCentimetre = 28.35;
/** Short and long side of the paper, in centimetres. */
const papers = { A4: [21, 29.7], F4: [21.5, 33] } as const;
/** Left and right, top and bottom margins together, in centimetres. */
const marginWidth = 5.5;
const marginHeight = 5.5;
/** A column's width of one character, in points, at Arial 10. */
const pointsPerCharacter = 5.4;
const plainRow = 15;
/** A sheet is made smaller than its width asks for by no more than this, to stand on one page. */
const smallestShrink = 0.75;

export function pageFit(
  kept: number,
  sheet: Pick<SheetModel, 'paper' | 'orientation' | 'columnWidths' | 'printArea' | 'repeatedRows'>,
  heights: ReadonlyMap<number, number>,
): PageFit {
  const [short, long] = papers[sheet.paper];
  const down = sheet.orientation === 'landscape' ? short : long;
  const page = ((down - marginHeight) * pointsPerCentimetre) / widthScale(sheet);
  const heightOf = (from: number, to: number): number => {
    let total = 0;
    for (let row = from; row <= to; row += 1) total += heights.get(row) ?? plainRow;
    return total;
  };
  const whole = heightOf(1, sheet.printArea.bottom);
  if (page >= whole * smallestShrink) return { type: 'one-page' };
  const repeated = sheet.repeatedRows === null ? 0 : heightOf(...sheet.repeatedRows);
  let used = 0;
  for (let row = 1; row < kept; row += 1) {
    const height = heightOf(row, row);
    used = used + height > page ? repeated + height : used + height;
  }
  const isTogether = used + heightOf(kept, sheet.printArea.bottom) <= page;
  return { type: 'pages', breakBefore: isTogether ? null : kept };
}

/** What a sheet is multiplied by so that its width stands on one page; at most 1. */
export function widthScale(sheet: Pick<SheetModel, 'paper' | 'orientation' | 'columnWidths' | 'printArea'>): number {
  const [short, long] = papers[sheet.paper];
  const across = sheet.orientation === 'landscape' ? long : short;
  const characters = sheet.columnWidths.slice(0, sheet.printArea.right).reduce((sum, width) => sum + width, 0);
  return Math.min(1, ((across - marginWidth) * pointsPerCentimetre) / (characters * pointsPerCharacter));
}

/** Characters of column width that a landscape page holds without being made smaller. */
export function charactersAcross(paper: SheetModel['paper']): number {
  return Math.floor(((papers[paper][1] - marginWidth) * pointsPerCentimetre) / pointsPerCharacter);
}
