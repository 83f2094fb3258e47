/** How wide columns are, in characters: by the texts that they hold, and by the room that the page leaves (rule X18). */
import type { Contestant } from '../../domain/setup/contest-file.ts';
import { present } from '../../lib/assert.ts';
import { headerLook } from './looks.ts';
import { columnFor, linesOf, longestWord, roomIn, textWidth, type TextFont } from './text-size.ts';
import type { ColumnWords } from '../../say/documents.ts';

/** A column's width at which its texts stand in two lines, in characters, between the given bounds. */
export function wrappedWidth(
  texts: readonly (string | undefined)[],
  least: number,
  most: number,
  font: TextFont = {},
): number {
  const given = texts.map((one) => one ?? '');
  const word = columnFor(longestWord(given, font), true);
  const width = Math.min(most, Math.max(least, word));
  return widthForLines(given, { least: width, most, lines: 2 }, font);
}

/** The least width at which no text has more lines than so many. */
function widthForLines(
  texts: readonly string[],
  { least, most, lines }: { readonly least: number; readonly most: number; readonly lines: number },
  font: TextFont,
): number {
  let width = least;
  while (width < most && texts.some((one) => linesOf(one, roomIn(width, true), font) > lines)) width += 0.5;
  return Math.min(most, width);
}

/** The same for names and units, where very long ones get more room rather than very high rows. */
function namesWidth(texts: readonly (string | undefined)[], least: number, font: TextFont): number {
  const two = wrappedWidth(texts, least, 22, font);
  const given = texts.map((one) => one ?? '');
  return widthForLines(given, { least: two, most: 34, lines: 4 }, font);
}

/** The width at which they stand in one line. */
export function lineWidth(texts: readonly (string | undefined)[], most: number, font: TextFont = {}): number {
  const given = texts.map((one) => one ?? '');
  return Math.min(most, columnFor(longestLine(given, font), true));
}

/** The width at which no word of these heads is broken. */
export function headWidth(titles: readonly string[], size = headerLook.size): number {
  return columnFor(longestWord(titles, { bold: true, size }));
}

/** The width of a column of numbers, the widest of which is given as it is printed. */
export function numberColumn(widest: string, font: TextFont = { bold: true }): number {
  return columnFor(textWidth(widest, font));
}

function longestLine(texts: readonly string[], font: TextFont): number {
  return Math.max(0, ...texts.flatMap((one) => one.split('\n')).map((one) => textWidth(one, font)));
}

const bold = { bold: true } as const;

/** Widths of the first four columns of every table: line, number, name and unit, the texts in two lines. */
export function contestantWidths(
  heads: ColumnWords,
  contestants: readonly Contestant[],
): readonly [number, number, number, number] {
  const names = contestants.map((contestant) => contestant.name);
  const units = contestants.map((contestant) => contestant.unit);
  return [...numbersOf(heads, contestants), namesWidth(names, 14, bold), namesWidth(units, 13, {})];
}

/** What the same columns would like where there is room: name and unit in one line. */
export function contestantWishes(
  heads: ColumnWords,
  contestants: readonly Contestant[],
): readonly [number, number, number, number] {
  const names = contestants.map((contestant) => contestant.name);
  const units = contestants.map((contestant) => contestant.unit);
  return [...numbersOf(heads, contestants), lineWidth(names, 40, bold), lineWidth(units, 40)];
}

function numbersOf(heads: ColumnWords, contestants: readonly Contestant[]): readonly [number, number] {
  const numbers = contestants.map((contestant) => String(contestant.number ?? ''));
  const widest = Math.max(...['0', ...numbers].map((one) => textWidth(one, bold)));
  const line = Math.max(headWidth([heads.line]), numberColumn(String(contestants.length), {}));
  return [line, Math.max(headWidth([heads.number]), columnFor(widest))];
}

/** Shares the room that is left of `whole` characters among the columns that wish for more, by how much they lack. */
export function widened(widths: readonly number[], wishes: readonly number[], whole: number): readonly number[] {
  const lacking = widths.map((width, index) => Math.max(0, (wishes[index] ?? width) - width));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const share = Math.min(1, Math.max(0, whole - sum(widths)) / Math.max(1e-9, sum(lacking)));
  return widths.map((width, index) => Math.round((width + (lacking[index] ?? 0) * share) * 10) / 10);
}

/** Splits the columns 1 to the last into `parts` neighbouring spans of about equal width in characters. */
export function splitColumns(widths: readonly number[], parts: number): readonly (readonly [number, number])[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const spans: [number, number][] = [];
  let left = 1;
  let used = 0;
  for (let column = 1; column <= widths.length; column += 1) {
    used += present(widths[column - 1], 'a width');
    const remainingParts = parts - spans.length;
    const isLast = column === widths.length;
    const mustKeep = widths.length - column <= remainingParts - 1;
    const target = ((spans.length + 1) * total) / parts;
    // The boundary that lies nearest.
    const isNearest = used >= target || target - used < used + (widths[column] ?? 0) - target;
    if (isLast || mustKeep || (remainingParts > 1 && isNearest)) {
      spans.push([left, column]);
      left = column + 1;
    }
  }
  return spans;
}
