/**
 * Which sheets of a workbook are the list [I20]: the best one, all of those that plainly name categories, or whatever a
 * person says about days, years, versions and lists of other people.
 */
import { textKey } from '../lib/text-key.ts';
import { categoryByText } from './category-text.ts';
import { saysKnownCategory, saysPeople, saysSession } from './content-words.ts';
import { importFields } from './header-words.ts';
import { nameKey } from './match-contestants.ts';
import { createAsker } from './questions.ts';
import type { SheetList, SheetOptions } from './read-sheet.ts';
import { saysBlock } from './row-words.ts';
import type { ImportChoice } from './sightings.ts';
import type { ImportField, ImportQuestion } from './types.ts';

export type ChosenSheets = {
  readonly lists: readonly SheetList[];
  /** The sheets are the categories. */
  readonly areCategories: boolean;
  readonly questions: readonly ImportQuestion[];
};

const VERSION =
  /\b(lama|baru|final|fix|revisi|rev|draf|draft|arsip|cadangan|salinan|copy|backup|old|new|lolos|asli|hasil|update|v\d)\b/;
const NEWEST = /\b(final|fix|baru|revisi|rev|new|update)\b/;
const YEAR = /\b(19|20)\d{2}\b/;

/** `lists` are those of the visible sheets that hold rows. */
export function chooseSheets(lists: readonly SheetList[], options: SheetOptions): ChosenSheets {
  const best = bestList(lists);
  if (best === null) return { lists: [], areCategories: false, questions: [] };
  const people = lists.filter((list) => isPeople(list));
  const competing = lists.filter((list) => !people.includes(list) && list.read.rows.length > 0);
  const main = competing.length === 0 ? best : (bestList(competing) ?? best);
  const related = competing.filter((list) => list === main || isFurther(list, main));
  const family = related.filter((list) => fieldsOf(list) === fieldsOf(main) && list.read.categorySource === 'none');
  const hasPeople = people.some(
    (list) => list !== main && list.read.rows.length >= 2 && fieldsOf(list).includes('name'),
  );
  if (related.length < 2)
    return {
      lists: [main],
      areCategories: false,
      questions: hasPeople ? askPeople(main, people, options).questions : [],
    };

  const isFamily = family.length === related.length && main.read.categorySource === 'none';
  const plainly = (list: SheetList): boolean => {
    const { name } = list.grid;
    return saysBlock(name) || saysKnownCategory(name) || categoryByText(name, options.categories) !== null;
  };
  if (isFamily && !overlaps(family) && family.every(plainly))
    return { lists: family, areCategories: true, questions: [] };
  return ask(related, main, isFamily && !overlaps(family), options);
}

/** A list of jurors or guests beside the contestants is not read; said, because the sheet may be named oddly. */
function askPeople(main: SheetList, people: readonly SheetList[], options: SheetOptions): ChosenSheets {
  return ask([main, ...people.filter((list) => list !== main)], main, false, options, true);
}

function ask(
  lists: readonly SheetList[],
  main: SheetList,
  mayBeCategories: boolean,
  options: SheetOptions,
  isPlain = false,
): ChosenSheets {
  const asker = createAsker(options.answers);
  const isSession = lists.every(({ grid }) => saysSession(grid.name) || (isGenericName(grid.name) && mayBeCategories));
  const isYears = lists.every(({ grid }) => YEAR.test(grid.name));
  const isVersions = overlaps(lists) || lists.some(({ grid }) => VERSION.test(textKey(grid.name)));
  const newest = isYears ? newestYear(lists) : (lists.find(({ grid }) => NEWEST.test(textKey(grid.name))) ?? main);
  const one = isYears || isVersions ? newest : main;
  const assumed =
    isPlain || isYears || isVersions || !mayBeCategories
      ? `only:${one.grid.name}`
      : isSession
        ? 'together'
        : 'categories';
  const choice = asker.ask<string>({
    type: 'sheets',
    seen: { type: 'several-sheets', names: lists.map(({ grid }) => grid.name) },
    choices: Object.fromEntries<ImportChoice>([
      ...(mayBeCategories ? [['categories', { type: 'sheet-each-category' }] as const] : []),
      ['together', { type: 'sheets-together' }],
      ...lists.map(
        ({ grid: { name }, read }) => [`only:${name}`, { type: 'only-sheet', name, rows: read.rows.length }] as const,
      ),
    ]),
    assumed,
    mustAnswer: !isPlain && !(isSession && assumed === 'together'),
  });
  const only = lists.find(({ grid }) => choice === `only:${grid.name}`);
  if (only !== undefined) return { lists: [only], areCategories: false, questions: asker.questions() };
  return { lists, areCategories: choice === 'categories', questions: asker.questions() };
}

function newestYear(lists: readonly SheetList[]): SheetList {
  const yearOf = ({ grid }: SheetList): number => Number(YEAR.exec(grid.name)?.[0] ?? 0);
  return lists.reduce((newest, list) => (yearOf(list) > yearOf(newest) ? list : newest));
}

/** Jurors, guests and committees, by the name of the sheet, the text above the list, or titles of persons in the names. */
function isPeople({ grid, caption, read }: SheetList): boolean {
  if (saysPeople(grid.name) && !/peserta|kbk|kelompok/.test(textKey(grid.name))) return true;
  if (saysPeople(caption) && !/peserta|kbk|gelar|lomba/.test(textKey(caption))) return true;
  const named = read.rows.flatMap(({ name }) => name ?? []);
  const titled = named.filter((name) =>
    /^(drs?a?|ir|h|hj|prof|bapak|ibu)\.?\s|,\s*(s|m|a)\.? ?[a-z]{1,4}\b\.?/i.test(name),
  );
  return named.length > 0 && titled.length >= named.length * 0.6;
}

/** More contestants, or the same ones told otherwise; a copy, and a master list without numbers, is neither. */
function isFurther(list: SheetList, main: SheetList): boolean {
  if (list.read.rows.length < 2 && main.read.rows.length >= 2 && list.header.score < 50) return false;
  if (list.columns.name === undefined || list.header.score < 50) return false;
  const known = new Map(main.read.rows.map((row) => [nameKey(row.name ?? ''), row]));
  const shared = list.read.rows.filter(({ name }) => known.has(nameKey(name ?? '')));
  if (shared.length * 2 < list.read.rows.length) return true;
  const hasNumbers = list.columns.number !== undefined && list.read.rows.some(({ number }) => number !== null);
  const isCopy =
    shared.length === list.read.rows.length &&
    shared.every((row) => !hasNumbers || known.get(nameKey(row.name ?? ''))?.number === row.number) &&
    (shared.length === main.read.rows.length || !hasNumbers);
  return !isCopy && hasNumbers && main.columns.number !== undefined;
}

function overlaps(lists: readonly SheetList[]): boolean {
  const groups = lists.flatMap(({ read }) =>
    [...new Set(read.rows.map(({ name, unit }) => textKey(`${name ?? ''} ${unit ?? ''}`)))].filter((key) => key !== ''),
  );
  return new Set(groups).size < groups.length;
}

/** By header, then by the number of rows; of equal ones the first sheet. */
export function bestList(lists: readonly SheetList[]): SheetList | null {
  let best: SheetList | null = null;
  for (const list of lists) {
    if (list.read.rows.length === 0 && list.header.score <= 1) continue;
    if (best === null || scoreOf(list) > scoreOf(best)) best = list;
  }
  return best;
}

/** A sheet that has rows beats any without; then what its header names; then how long it is. */
function scoreOf(list: SheetList): number {
  const rowCount = list.read.rows.length;
  return (rowCount > 0 ? 10_000_000 : 0) + list.header.score * 10_000 + rowCount;
}

function fieldsOf({ columns }: SheetList): string {
  const optional = new Set<ImportField>(['status', 'title', 'slot']);
  return importFields.filter((field) => columns[field] !== undefined && !optional.has(field)).join();
}

function isGenericName(name: string): boolean {
  return /^(sheet|lembar|lembar kerja|worksheet|table|tabel|halaman|data)? ?\d*$/.test(textKey(name));
}
