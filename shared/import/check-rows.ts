/** What is wrong with the rows of a list [I8], in the order of the rows; a row with a problem stays in the list. */
import { limits } from '../limits.ts';
import { categoryByText } from './category-text.ts';
import type { ReadRow } from './read-row.ts';
import type { ImportField, ImportProblem, ImportProblemType } from './types.ts';

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
    const report = (field: ImportField, type: ImportProblemType, message: string): void => {
      const sheet = row.sheet === undefined ? {} : { sheet: row.sheet };
      problems.push({ row: row.row, ...sheet, field, type, message });
    };
    if (row.numberIsBad) {
      report('number', 'bad-number', 'Nomor urut tampil bukan bilangan bulat. Tulis angkanya saja, misalnya 7.');
    }
    if (row.number !== null) {
      const key = numberScope(row);
      const first = firstWithNumber.get(key);
      if (first === undefined) firstWithNumber.set(key, row);
      else report('number', 'duplicate-number', duplicateMessage(row.number, first));
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

type Report = (field: ImportField, type: ImportProblemType, message: string) => void;

function duplicateMessage(number: number, first: ReadRow): string {
  const place = first.sheet === undefined ? `baris ${first.row}` : `baris ${first.row} lembar ${first.sheet}`;
  return `Nomor urut tampil ${number} sudah dipakai di ${place}. Perbaiki salah satunya.`;
}

function checkTexts(row: ReadRow, report: Report): void {
  if (row.name === null || row.name === '') {
    report('name', 'missing-name', 'Nama kelompok belum diisi. Lengkapi di daftar, lalu impor lagi.');
  }
  if (row.unit === '') report('unit', 'missing-unit', 'Unit kerja belum diisi. Lengkapi di daftar, lalu impor lagi.');
  const bounds = [
    ['name', row.name, limits.nameLength],
    ['unit', row.unit, limits.nameLength],
    ['title', row.title, limits.titleLength],
    ['category', row.category, limits.nameLength],
  ] as const;
  for (const [field, text, longest] of bounds) {
    if (text !== null && text.length > longest) {
      report(
        field,
        'too-long',
        `Teks terlalu panjang (${text.length} huruf, paling banyak ${longest}). Ringkas dahulu.`,
      );
    }
  }
}

function checkCategory(row: ReadRow, isExpected: boolean, context: CheckContext, report: Report): void {
  if (row.category === null || row.category === '') {
    if (isExpected) report('category', 'missing-category', 'Kategori belum diisi, padahal baris lain mengisinya.');
  } else if (context.categories !== undefined && categoryByText(row.category, context.categories) === null) {
    const known = context.categories.map(({ name }) => name).join(', ');
    report(
      'category',
      'unknown-category',
      `Kategori "${row.category.slice(0, 80)}" tidak ada di lomba ini (${known}).`,
    );
  }
}
