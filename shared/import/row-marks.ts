/**
 * Rows that a person sees as other than the rest [I18]: hidden or filtered away, struck through, coloured by hand. What that
 * means is never in the cells, only sometimes in a legend: it is asked.
 */
import { cellText, textKey } from './cell-text.ts';
import type { Grid } from './grid.ts';
import { rowList, type Asker } from './questions.ts';
import { statusOf } from './row-words.ts';
import type { ImportStatus } from './types.ts';

/** What becomes of such a row: a state, or it is no contestant. */
export type RowFate = ImportStatus | 'skip' | 'keep';

/** Rows in words, with the first names. */
type RowsTold = (rows: readonly number[]) => string;

const LARGEST_SHARE = 0.4;

/** By 0-based row; a row without an entry is like any other. `rows` are the contestants' rows. */
export function readMarks(
  grid: Grid,
  rows: readonly number[],
  names: ReadonlyMap<number, string>,
  asker: Asker,
): ReadonlyMap<number, RowFate> {
  const told = (seen: readonly number[]): string => {
    const some = seen.slice(0, 3).flatMap((row) => names.get(row) || []);
    const more = seen.length > some.length && some.length > 0 ? ', …' : '';
    return `${rowList(seen.map((row) => row + 1))}${some.length === 0 ? '' : ` (${some.join(', ')}${more})`}`;
  };
  const fates = new Map<number, RowFate>();
  for (const [row, fate] of hiddenFates(grid, rows, told, asker)) fates.set(row, fate);
  const visible = rows.filter((row) => !fates.has(row));
  for (const [row, fate] of lookFates(grid, visible, told, asker)) fates.set(row, fate);
  return fates;
}

function hiddenFates(
  grid: Grid,
  rows: readonly number[],
  told: RowsTold,
  asker: Asker,
): readonly (readonly [number, RowFate])[] {
  const hidden = new Set(grid.hiddenRows ?? []);
  const seen = rows.filter((row) => hidden.has(row));
  if (seen.length === 0 || seen.length === rows.length) return [];
  const shown = seen.map((row) => row + 1);
  const fate = asker.ask<'skip' | 'keep'>({
    type: 'hidden-rows',
    message: `Baris ${told(seen)} disembunyikan atau disaring di lembar ini. Apakah mereka peserta?`,
    rows: shown,
    choices: { skip: 'Bukan peserta: tidak diimpor', keep: 'Peserta: ikut diimpor' },
    assumed: 'skip',
    mustAnswer: true,
  });
  return seen.map((row) => [row, fate]);
}

type MarkChoice = 'withdrawn' | 'no-show' | 'disqualified' | 'skip' | 'keep';

function lookFates(
  grid: Grid,
  rows: readonly number[],
  rowsTold: RowsTold,
  asker: Asker,
): readonly (readonly [number, RowFate])[] {
  const looks = new Map((grid.marks ?? []).map(({ row, look }) => [row, look]));
  const struck = rows.filter((row) => looks.get(row) === 'struck');
  const coloured = rows.filter((row) => looks.has(row) && looks.get(row) !== 'struck');
  const told = coloured.flatMap((row) => legendOf(grid, looks.get(row) ?? '') ?? []);
  const isTold = told.some((status) => status !== 'waiting');
  const isFew =
    coloured.length > 0 &&
    coloured.length <= rows.length * LARGEST_SHARE &&
    rows.length >= 3 &&
    !isBanded(rows, coloured);
  const seen = [...struck, ...(isTold || isFew ? coloured : [])].toSorted((a, b) => a - b);
  if (seen.length === 0 || (struck.length === rows.length && coloured.length === 0)) return [];
  const status = told.find((each) => each !== 'waiting');
  const assumed: MarkChoice =
    status === 'no-show' || status === 'disqualified'
      ? status
      : status === 'withdrawn' || struck.length > 0
        ? 'withdrawn'
        : 'keep';
  const shown = seen.map((row) => row + 1);
  const how =
    struck.length > 0
      ? seen.length > struck.length
        ? 'dicoret atau diwarnai'
        : 'dicoret'
      : `diwarnai ${colourName(looks.get(seen[0] ?? 0) ?? '')}`;
  const choice = asker.ask<MarkChoice>({
    type: 'marked-rows',
    message: `Baris ${rowsTold(seen)} ${how} di lembar ini. Apa artinya?`,
    rows: shown,
    choices: {
      withdrawn: 'Mengundurkan diri',
      'no-show': 'Tidak hadir',
      disqualified: 'Diskualifikasi',
      skip: 'Bukan peserta: tidak diimpor',
      keep: 'Tidak berarti apa-apa: tetap peserta',
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

const COLOUR_WORDS = 'merah|kuning|hijau|biru|jingga|oranye|orange|ungu|abu|abu abu|pink|coklat|hitam';

/** `Warna merah = mengundurkan diri` somewhere on the sheet; null where no such line names the colour. */
function legendOf(grid: Grid, look: string): ImportStatus | null {
  const name = colourName(look);
  for (const cells of grid.rows) {
    for (const cell of cells) {
      if (typeof cell !== 'string' || cell.length > 200 || !/[=:]|artinya|adalah|tanda/i.test(cell)) continue;
      const key = textKey(cellText(cell));
      const colour = new RegExp(`\\b(${COLOUR_WORDS})\\b`).exec(key)?.[1];
      if (
        colour !== undefined &&
        (colour === name || ((colour === 'oranye' || colour === 'orange') && name === 'jingga'))
      )
        return statusOf(cell);
    }
  }
  return null;
}

/** The colour's Indonesian name by its hue; `#rrggbb`. */
function colourName(look: string): string {
  const [red, green, blue] = [1, 3, 5].map((start) => Number.parseInt(look.slice(start, start + 2), 16) || 0) as [
    number,
    number,
    number,
  ];
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (range < 24) return most < 64 ? 'hitam' : 'abu-abu';
  const hue =
    most === red
      ? ((green - blue) / range + 6) % 6
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4;
  const names = [
    [0.35, 'merah'],
    [0.8, 'jingga'],
    [1.25, 'kuning'],
    [2.9, 'hijau'],
    [4.3, 'biru'],
    [5.2, 'ungu'],
    [6, 'merah'],
  ] as const;
  return names.find(([upTo]) => hue <= upTo)?.[1] ?? 'merah';
}
