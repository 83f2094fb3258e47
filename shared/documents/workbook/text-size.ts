/**
 * How much room a text takes on paper, by the widths of its letters (rule X19). Spreadsheet programs do not fit the rows of
 * merged cells, print with other widths than they show, and put other fonts in the place of missing ones: what is measured
 * here is the widest of these, in the narrowest column that they make.
 */
import { boldWidths, regularWidths } from './font-widths.ts';

export interface TextFont {
  /** Points; 10 when absent. */
  readonly size?: number;
  readonly bold?: boolean;
}

/** Points of one character of column width, of which Excel makes 5.25 and LibreOffice 5.1. */
const narrowestCharacter = 5.05;
/** Between a text and the lines at its sides, both together. */
const padding = 4.5;
const indent = 8;
/** Height of a line of text by the size of its font: Excel's, which is the highest. */
const lineShare = 1.275;
const rowPadding = 1;

/** Points. */
export function textWidth(text: string, { size = 10, bold = false }: TextFont): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter.codePointAt(0) ?? 0, bold);
  return (width * size) / 1000;
}

function letterWidth(code: number, bold: boolean): number {
  for (const [from, widths] of bold ? boldWidths : regularWidths) {
    const width = widths[code - from];
    if (width !== undefined) return width;
  }
  return 1000;
}

/** The characters of column width in which `points` of text have room, in a cell that is indented or not. */
export function columnFor(points: number, isIndented = false): number {
  return (points + padding + (isIndented ? indent : 0)) / narrowestCharacter;
}

/** The points of text that a column of so many characters has room for. */
export function roomIn(characters: number, isIndented = false): number {
  return Math.max(1, characters * narrowestCharacter - padding - (isIndented ? indent : 0));
}

/** The parts of a text that are not broken: it breaks at spaces that allow it, and after hyphens. */
function wordsOf(text: string): readonly string[] {
  return text.split(/[ \n\t]+|(?<=[^\s-]-)(?=[^\s-])/);
}

export function longestWord(texts: readonly string[], font: TextFont): number {
  return Math.max(0, ...texts.flatMap(wordsOf).map((word) => textWidth(word, font)));
}

/** Lines of a text that is broken at `room` points; a word that is longer than a line is broken as well. */
export function linesOf(text: string, room: number, font: TextFont): number {
  const space = textWidth(' ', font);
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines += 1;
    let used = 0;
    for (const [index, spaced] of paragraph.split(' ').entries()) {
      for (const [at, word] of wordsOf(spaced).entries()) {
        const gap = index > 0 && at === 0 ? space : 0;
        const width = textWidth(word, font);
        if (used + gap + width <= room) used += gap + width;
        else if (width <= room) {
          if (used > 0) lines += 1;
          used = width;
        } else {
          if (used > 0) lines += 1;
          const [more, rest] = brokenWord(word, room, font);
          lines += more;
          used = rest;
        }
      }
    }
  }
  return lines;
}

/** How many lines more than its first one a long word takes, and how much of the last it fills. */
function brokenWord(word: string, room: number, font: TextFont): readonly [number, number] {
  let [lines, used] = [0, 0];
  for (const letter of word) {
    const width = textWidth(letter, font);
    if (used > 0 && used + width > room) {
      lines += 1;
      used = 0;
    }
    used += width;
  }
  return [lines, used];
}

/** Points of row height for so many lines. */
export function rowHeightFor(lines: number, { size = 10 }: TextFont): number {
  return lines * size * lineShare + rowPadding;
}

/** The text as far as it stays within `height` points at `room` points, with a mark where the rest is missing. */
export function fittingText(text: string, room: number, height: number, font: TextFont): string {
  const fits = (one: string) => rowHeightFor(linesOf(one, room, font), font) <= height;
  if (fits(text)) return text;
  let [least, most] = [0, text.length];
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (fits(cutAt(text, middle))) least = middle;
    else most = middle;
  }
  return cutAt(text, least);
}

export function cutAt(text: string, length: number): string {
  const cut = text.slice(0, length);
  return `${(/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut).trimEnd()} … (terpotong)`;
}
