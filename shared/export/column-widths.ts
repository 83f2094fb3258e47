/** How wide columns are, in characters: by the texts that they hold, and by the room that the page leaves (rule X18). */
import type { Contestant } from '../domain/contest-file.ts';
import { present } from '../lib/assert.ts';

/** A column's width at which its texts stand in about two lines, in characters, between the given bounds. */
export function wrappedWidth(texts: readonly (string | undefined)[], least: number, most: number): number {
  const longest = longestOf(texts.map((one) => one ?? ''));
  const word = longestOf(texts.flatMap((one) => (one ?? '').split(/\s/)));
  return Math.min(most, Math.max(least, word + 3, longest * 0.6 + 3));
}

/** The width at which they stand in one line, by the font's size and weight. */
export function lineWidth(
  texts: readonly (string | undefined)[],
  most: number,
  font: 'bold' | 'plain' | 'small',
): number {
  const perCharacter = { bold: 1, plain: 0.88, small: 0.79 }[font];
  return Math.min(most, longestOf(texts.map((one) => one ?? '')) * perCharacter + 3.2);
}

function longestOf(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((one) => one.length));
}

/** Widths of the first four columns of every table: line, number, name and unit, the texts in two lines. */
export function contestantWidths(contestants: readonly Contestant[]): readonly [number, number, number, number] {
  const names = contestants.map((contestant) => contestant.name);
  const units = contestants.map((contestant) => contestant.unit);
  return [4.5, 7, wrappedWidth(names, 14, 20), wrappedWidth(units, 13, 20)];
}

/** What the same columns would like where there is room: name and unit in one line. */
export function contestantWishes(contestants: readonly Contestant[]): readonly [number, number, number, number] {
  const names = contestants.map((contestant) => contestant.name);
  const units = contestants.map((contestant) => contestant.unit);
  return [4.5, 7, lineWidth(names, 34, 'bold'), lineWidth(units, 34, 'plain')];
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
    if (isLast || mustKeep || (remainingParts > 1 && used >= ((spans.length + 1) * total) / parts - 1)) {
      spans.push([left, column]);
      left = column + 1;
    }
  }
  return spans;
}
