/**
 * Rows that a person sees as other than the rest [I18]: hidden or filtered away, struck through, coloured by hand. What that
 * means is never in the cells, only sometimes in a legend: it is asked.
 */
import { cellText } from './cell-text.ts';
import { textKey } from '../lib/text-key.ts';
import type { Grid } from './grid.ts';
import type { Asker } from './questions.ts';
import { statusOf } from './row-words.ts';
import type { Colour, MarkedLook } from './sightings.ts';
import type { ImportStatus } from './types.ts';

/** What becomes of such a row: a state, or it is no contestant. */
export type RowFate = ImportStatus | 'skip' | 'keep';

/** Rows as a question tells of them: the sheet's own, with the first names. */
type Told = (rows: readonly number[]) => { readonly rows: readonly number[]; readonly names: readonly string[] };

const LARGEST_SHARE = 0.4;

/** By 0-based row; a row without an entry is like any other. `rows` are the contestants' rows. */
export function readMarks(
  grid: Grid,
  rows: readonly number[],
  names: ReadonlyMap<number, string>,
  asker: Asker,
): ReadonlyMap<number, RowFate> {
  const told: Told = (seen) => ({
    rows: seen.map((row) => row + 1),
    names: seen.slice(0, 3).flatMap((row) => names.get(row) || []),
  });
  const fates = new Map<number, RowFate>();
  for (const [row, fate] of hiddenFates(grid, rows, told, asker)) fates.set(row, fate);
  const visible = rows.filter((row) => !fates.has(row));
  for (const [row, fate] of lookFates(grid, visible, told, asker)) fates.set(row, fate);
  return fates;
}

function hiddenFates(
  grid: Grid,
  rows: readonly number[],
  told: Told,
  asker: Asker,
): readonly (readonly [number, RowFate])[] {
  const hidden = new Set(grid.hiddenRows ?? []);
  const seen = rows.filter((row) => hidden.has(row));
  if (seen.length === 0 || seen.length === rows.length) return [];
  const shown = seen.map((row) => row + 1);
  const fate = asker.ask<'skip' | 'keep'>({
    type: 'hidden-rows',
    seen: { type: 'hidden-rows', ...told(seen) },
    rows: shown,
    choices: { skip: { type: 'no-contestants' }, keep: { type: 'contestants' } },
    assumed: 'skip',
    mustAnswer: true,
  });
  return seen.map((row) => [row, fate]);
}

type MarkChoice = 'withdrawn' | 'no-show' | 'disqualified' | 'skip' | 'keep';

function lookFates(
  grid: Grid,
  rows: readonly number[],
  told: Told,
  asker: Asker,
): readonly (readonly [number, RowFate])[] {
  const looks = new Map((grid.marks ?? []).map(({ row, look }) => [row, look]));
  const struck = rows.filter((row) => looks.get(row) === 'struck');
  const coloured = rows.filter((row) => looks.has(row) && looks.get(row) !== 'struck');
  const legends = coloured.flatMap((row) => legendOf(grid, looks.get(row) ?? '') ?? []);
  const isTold = legends.some((status) => status !== 'waiting');
  const isFew =
    coloured.length > 0 &&
    coloured.length <= rows.length * LARGEST_SHARE &&
    rows.length >= 3 &&
    !isBanded(rows, coloured);
  const seen = [...struck, ...(isTold || isFew ? coloured : [])].toSorted((a, b) => a - b);
  if (seen.length === 0 || (struck.length === rows.length && coloured.length === 0)) return [];
  const status = legends.find((each) => each !== 'waiting');
  const assumed: MarkChoice =
    status === 'no-show' || status === 'disqualified'
      ? status
      : status === 'withdrawn' || struck.length > 0
        ? 'withdrawn'
        : 'keep';
  const shown = seen.map((row) => row + 1);
  const look: MarkedLook =
    struck.length === 0
      ? colourOf(looks.get(seen[0] ?? 0) ?? '')
      : seen.length > struck.length
        ? 'struck-or-coloured'
        : 'struck';
  const choice = asker.ask<MarkChoice>({
    type: 'marked-rows',
    seen: { type: 'marked-rows', ...told(seen), look },
    rows: shown,
    choices: {
      withdrawn: { type: 'withdrawn' },
      'no-show': { type: 'no-show' },
      disqualified: { type: 'disqualified' },
      skip: { type: 'no-contestants' },
      keep: { type: 'means-nothing' },
    },
    assumed,
    mustAnswer: true,
  });
  return seen.map((row) => [row, choice]);
}

/** Every second row, as tables are shaded. */
function isBanded(rows: readonly number[], coloured: readonly number[]): boolean {
  if (coloured.length < 2) return false;
  const places = coloured.map((row) => rows.indexOf(row));
  const gaps = places.slice(1).map((place, index) => place - (places[index] ?? 0));
  return (
    gaps.every((gap) => gap === gaps[0] && gap >= 2 && gap <= 3) &&
    coloured.length * ((gaps[0] ?? 2) + 1) >= rows.length
  );
}

/** As a legend may call them; null: no colour that is told apart here. */
const colourWords: Readonly<Record<string, Colour | null>> = {
  merah: 'red',
  kuning: 'yellow',
  hijau: 'green',
  biru: 'blue',
  jingga: 'orange',
  oranye: 'orange',
  orange: 'orange',
  ungu: 'purple',
  abu: 'grey',
  pink: null,
  coklat: null,
  hitam: 'black',
};
const COLOUR_WORD = new RegExp(`\\b(${Object.keys(colourWords).join('|')})\\b`);

/** `Warna merah = mengundurkan diri` somewhere on the sheet; null where no such line names the colour. */
function legendOf(grid: Grid, look: string): ImportStatus | null {
  const colour = colourOf(look);
  for (const cells of grid.rows) {
    for (const cell of cells) {
      if (typeof cell !== 'string' || cell.length > 200 || !/[=:]|artinya|adalah|tanda/i.test(cell)) continue;
      const key = textKey(cellText(cell));
      const word = COLOUR_WORD.exec(key)?.[1];
      if (word !== undefined && colourWords[word] === colour) return statusOf(cell);
    }
  }
  return null;
}

/** The colour by its hue; `#rrggbb`. */
function colourOf(look: string): Colour {
  const [red, green, blue] = [1, 3, 5].map((start) => Number.parseInt(look.slice(start, start + 2), 16) || 0) as [
    number,
    number,
    number,
  ];
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (range < 24) return most < 64 ? 'black' : 'grey';
  const hue =
    most === red
      ? ((green - blue) / range + 6) % 6
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  const names = [
    [0.35, 'red'],
    [0.8, 'orange'],
    [1.25, 'yellow'],
    [2.9, 'green'],
    [4.3, 'blue'],
    [5.2, 'purple'],
    [6, 'red'],
  ] as const;
  return names.find(([upTo]) => hue <= upTo)?.[1] ?? 'red';
}
