/**
 * Which row is which contestant that is there already [I10]. Passes from the strongest reason to the weakest; each pass
 * pairs only what earlier ones left over, and only where the pair is clear. No pass depends on a number alone: lots are
 * drawn again, and a score must never move to another group.
 */
import type { Contestant } from '../domain/setup/contest-file.ts';
import { groupBy } from '../lib/order.ts';
import { textKey } from '../lib/text-key.ts';
import type { ImportRow, MatchReason } from './types.ts';

export type Match = { readonly row: ImportRow; readonly contestant: Contestant; readonly by: MatchReason };

const SIMILAR_NAME = 0.6;
const SIMILAR_UNIT = 0.5;
const GROUP_WORDS = /^(kbk|gkm|kelompok budaya kerja|gugus kendali mutu|kelompok|gugus|tim)\s+(?=\S)/;

/** One entry of the list or of the contest, with the keys it is compared by. */
type Side<Item> = {
  readonly item: Item;
  readonly number: number | null;
  readonly name: string;
  readonly unit: string;
  readonly pairs: ReadonlySet<string>;
  readonly ordinals: string;
};

type Pass = {
  readonly by: MatchReason;
  /** Rows and contestants with the same key are compared; null takes no part. */
  readonly key: (side: Side<unknown>) => string | null;
  readonly fits: (row: Side<unknown>, contestant: Side<unknown>) => boolean;
};

const always = (): boolean => true;

const passes: readonly Pass[] = [
  {
    by: 'name-and-unit',
    key: ({ name, unit, number }) =>
      name === '' || unit === '' || number === null ? null : `${name}|${unit}|${number}`,
    fits: always,
  },
  { by: 'name-and-unit', key: ({ name, unit }) => (name === '' ? null : `${name}|${unit}`), fits: always },
  {
    by: 'name-and-number',
    key: ({ name, number }) => (name === '' || number === null ? null : `${name}|${number}`),
    fits: always,
  },
  { by: 'name', key: ({ name }) => (name === '' ? null : name), fits: unitsAgree },
  {
    by: 'unit-and-number',
    key: ({ unit, number }) => (unit === '' || number === null ? null : `${unit}|${number}`),
    fits: (row, contestant) => row.ordinals === contestant.ordinals,
  },
  {
    by: 'similar-name-and-number',
    key: ({ number }) => (number === null ? null : `${number}`),
    fits: (row, contestant) => namesAreSimilar(row, contestant) && unitsAgree(row, contestant),
  },
  { by: 'similar-name-and-unit', key: ({ unit }) => (unit === '' ? null : unit), fits: namesAreSimilar },
];

/** At most one contestant per row and one row per contestant, in the order of the rows. */
export function matchContestants(rows: readonly ImportRow[], contestants: readonly Contestant[]): readonly Match[] {
  const matches = new Map<ImportRow, Match>();
  let openRows = rows.map((row) => toSide(row));
  let openContestants = contestants.map((contestant) => toSide(contestant));
  for (const pass of passes) {
    for (const [row, contestant] of pairsOf(pass, openRows, openContestants)) {
      matches.set(row.item, { row: row.item, contestant: contestant.item, by: pass.by });
    }
    const used = new Set([...matches.values()].map(({ contestant }) => contestant));
    openRows = openRows.filter(({ item }) => !matches.has(item));
    openContestants = openContestants.filter(({ item }) => !used.has(item));
  }
  return rows.flatMap((row) => matches.get(row) ?? []);
}

function toSide<
  Item extends Pick<ImportRow, 'number'> & { readonly name: string | null; readonly unit?: string | null },
>(item: Item): Side<Item> {
  const name = nameKey(item.name ?? '');
  const unit = textKey(item.unit ?? '');
  return { item, number: item.number, name, unit, pairs: letterPairs(name), ordinals: ordinalsOf(name) };
}

/** Quotes, case and the word KBK before it do not make another name. */
export function nameKey(name: string): string {
  return textKey(name).replace(GROUP_WORDS, '');
}

/** Pairs where each side fits exactly one of the other: nothing is chosen by the order of the list. */
function pairsOf(
  pass: Pass,
  rows: readonly Side<ImportRow>[],
  contestants: readonly Side<Contestant>[],
): (readonly [Side<ImportRow>, Side<Contestant>])[] {
  const byKey = groupBy(contestants, pass.key);
  const rowsByKey = groupBy(rows, pass.key);
  const pairs: (readonly [Side<ImportRow>, Side<Contestant>])[] = [];
  for (const [key, keyed] of rowsByKey) {
    if (key === null) continue;
    const candidates = byKey.get(key) ?? [];
    for (const row of keyed) {
      const fitting = candidates.filter((contestant) => pass.fits(row, contestant));
      const [only] = fitting;
      if (only === undefined || fitting.length > 1) continue;
      if (keyed.filter((other) => pass.fits(other, only)).length === 1) pairs.push([row, only]);
    }
  }
  return pairs;
}

/** The same unit, one that is not said, or the same with another spelling. */
function unitsAgree(row: Side<unknown>, contestant: Side<unknown>): boolean {
  if (row.unit === '' || contestant.unit === '' || row.unit === contestant.unit) return true;
  return (
    ordinalsOf(row.unit) === ordinalsOf(contestant.unit) &&
    similarity(letterPairs(row.unit), letterPairs(contestant.unit)) >= SIMILAR_UNIT
  );
}

/** `Puskesmas Welahan I` and `II` are never the same group, however alike they look. */
function namesAreSimilar(row: Side<unknown>, contestant: Side<unknown>): boolean {
  return row.ordinals === contestant.ordinals && similarity(row.pairs, contestant.pairs) >= SIMILAR_NAME;
}

/** The numbers in a name, Arabic or Roman. */
function ordinalsOf(key: string): string {
  return key
    .split(' ')
    .filter((word) => /\d/.test(word) || /^[ivx]{1,5}$/.test(word))
    .join(' ');
}

/** 0 to 1: shared letter pairs (L. R. Dice, "Measures of the amount of ecologic association between species", 1945). */
function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

function letterPairs(key: string): ReadonlySet<string> {
  const letters = key.replaceAll(' ', '');
  const pairs = new Set<string>();
  for (let index = 0; index + 1 < letters.length; index += 1) pairs.add(letters.slice(index, index + 2));
  return pairs;
}
