/** What is wrong with the rows of a list [I8], in the order of the rows; a row with a problem stays in the list. */
import { limits } from '../limits.ts';
import { categoryByText } from './category-text.ts';
import type { ReadRow } from './read-row.ts';
import type { ImportField, ImportProblem, ImportProblemTag } from './types.ts';

export type CheckContext = {
  /** The contest's categories; absent: any category is known. */
  readonly categories?: readonly { readonly id: string; readonly name: string }[];
};

/** All problems of all rows. A number that comes twice is a problem of the later row. */
export function checkRows(rows: readonly ReadRow[], context: CheckContext): ImportProblem[] {
  const categoryIsExpected = rows.some((row) => row.category !== null && row.category !== '');
  const numberScope = numberScopeOf(rows);
  const firstWithNumber = new Map<string, ReadRow>();
  return rows.flatMap((row) => {
    const problems: ImportProblem[] = [];
    const report: Report = (field, tag) => {
      const sheet = row.sheet === undefined ? {} : { sheet: row.sheet };
      problems.push({ row: row.row, ...sheet, field, ...tag });
    };
    if (row.numberIsBad) {
      report('number', { type: 'bad-number', reason: 'number-not-whole' });
    }
    if (row.number !== null) {
      const key = numberScope(row);
      const first = firstWithNumber.get(key);
      if (first === undefined) firstWithNumber.set(key, row);
      else report('number', usedBefore(row.number, first));
    }
    checkTexts(row, report);
    checkCategory(row, categoryIsExpected, context, report);
    return problems;
  });
}

/**
 * One numbering for the whole list, unless every category begins with its own number 1: then each category is numbered
 * by itself.
 */
function numberScopeOf(rows: readonly ReadRow[]): (row: ReadRow) => string {
  const numbered = rows.filter((row) => row.number !== null);
  const all = new Set(numbered.map((row) => row.category ?? ''));
  const withOne = new Set(numbered.filter((row) => row.number === 1).map((row) => row.category ?? ''));
  const isPerCategory = all.size > 1 && withOne.size === all.size;
  return (row) => (isPerCategory ? `${row.number}:${row.category ?? ''}` : `${row.number}`);
}

type Report = (field: ImportField, tag: ImportProblemTag) => void;

function usedBefore(number: number, { row, sheet }: ReadRow): ImportProblemTag {
  const first = { row, ...(sheet === undefined ? {} : { sheet }) };
  return { type: 'duplicate-number', reason: 'number-twice', number, first };
}

function checkTexts(row: ReadRow, report: Report): void {
  if (row.name === null || row.name === '') {
    report('name', { type: 'missing-name', reason: 'name-blank' });
  }
  if (row.unit === '') report('unit', { type: 'missing-unit', reason: 'unit-blank' });
  const bounds = [
    ['name', row.name, limits.nameLength],
    ['unit', row.unit, limits.nameLength],
    ['title', row.title, limits.titleLength],
    ['category', row.category, limits.nameLength],
  ] as const;
  for (const [field, text, longest] of bounds) {
    if (text !== null && text.length > longest) {
      report(field, { type: 'too-long', reason: 'text-too-long', length: text.length, most: longest });
    }
  }
}

function checkCategory(row: ReadRow, isExpected: boolean, context: CheckContext, report: Report): void {
  if (row.category === null || row.category === '') {
    if (isExpected) report('category', { type: 'missing-category', reason: 'category-blank' });
  } else if (context.categories !== undefined && categoryByText(row.category, context.categories) === null) {
    const known = context.categories.map(({ name }) => name);
    const category = row.category.slice(0, 80);
    report('category', { type: 'unknown-category', reason: 'category-not-in-contest', category, known });
  }
}
