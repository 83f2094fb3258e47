/**
 * What a workbook is before any library knows of it: sheets of cells with their values, formulas and looks. Pure data, so
 * that its content is tested without a file and the writing library can be changed behind it. A formula always carries the
 * value that the application computed exactly, as the nearest double or as text (rule X10).
 */
import { assert } from '../../lib/assert.ts';
import type { Picture } from '../../lib/picture.ts';
import type { Language } from '../../say/language.ts';

export type CellValue =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly number: number }
  /** `formula` has no leading "="; `cached` is what stands in the cell until somebody recalculates. */
  | { readonly type: 'formula'; readonly formula: string; readonly cached: number | string }
  | { readonly type: 'blank' };

export interface CellLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Points; 10 when absent. */
  readonly size?: number;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly wrap?: boolean;
  readonly border?: 'thin' | 'double-bottom';
  readonly fill?: 'header' | 'weight' | 'input' | 'result' | 'excluded' | 'warning' | 'helper';
  readonly color?: 'muted' | 'warning';
  readonly numberFormat?: string;
}

/** Row and column are 1-based. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly look: CellLook;
}

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A picture in the middle of an area that holds nothing else. */
export interface PlacedPicture {
  readonly picture: Picture;
  readonly area: Area;
  /** Points, as they print before the sheet's scale. */
  readonly width: number;
  readonly height: number;
}

/** What may be typed into an area: a number from `min` to `max`. A wrong one is warned about, not refused ("TM" is allowed). */
export interface EntryRule {
  readonly area: Area;
  readonly min: number;
  readonly max: number;
  readonly title: string;
  readonly message: string;
}

/** Which document a sheet is: Rekapitulasi, Daftar pemenang, Lembar penilaian, Rincian per kriteria, Riwayat perubahan. */
export type SheetKind = 'recap' | 'winners' | 'juror' | 'criteria' | 'history';

export interface SheetModel {
  readonly kind: SheetKind;
  readonly name: string;
  /** Whose sheet it is, said at the foot of every page: document, juror, category. */
  readonly identity: string;
  /** Read by formulas and not signed: not among what is printed at once. */
  readonly isHidden?: boolean;
  /** Widths of the columns from the first on, in characters. */
  readonly columnWidths: readonly number[];
  /** Points; rows that are absent fit themselves. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly cells: readonly Cell[];
  readonly merges: readonly Area[];
  /** The logo beside the letterhead's lines; null: none. */
  readonly logo: PlacedPicture | null;
  readonly entryRules: readonly EntryRule[];
  readonly printArea: Area;
  /** From top to bottom. Paper repeats their heads where they go on. */
  readonly tables: readonly TableRows[];
  readonly pageFit: PageFit;
  /** Head and lines that a reader may filter by their columns. */
  readonly filtered?: Area;
  /** Rows above and columns left of the part that scrolls. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly paper: 'A4' | 'F4';
  readonly orientation: 'portrait' | 'landscape';
}

export interface TableRows {
  /** First and last row of the head. */
  readonly head: readonly [number, number];
  readonly last: number;
}

/** Pages are as wide as the sheet, made smaller by `scale`. `breaks` are the rows that begin a new page. */
export type PageFit =
  | { readonly type: 'one-page'; readonly scale: number }
  | {
      readonly type: 'pages';
      readonly scale: number;
      readonly breaks: readonly number[];
      readonly count: number;
      /** Of each table how many lines stand on each page. */
      readonly pieces: readonly (readonly number[])[];
    };

export interface WorkbookModel {
  readonly title: string;
  /** Of the words in it, and of what the writer adds: the numbers of the pages. */
  readonly language: Language;
  readonly sheets: readonly SheetModel[];
}

export const blank: CellValue = { type: 'blank' };

export function text(value: string): CellValue {
  return { type: 'text', text: value };
}

export function number(value: number): CellValue {
  return { type: 'number', number: value };
}

export function formula(expression: string, cached: number | string): CellValue {
  return { type: 'formula', formula: expression, cached };
}

/** 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  assert(column >= 1, 'columns count from 1');
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `C7`. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** `$C$7`. */
export function fixedCell(row: number, column: number): string {
  return `$${columnLetters(column)}$${row}`;
}

/** `A1:C7`. */
export function areaName(area: Area): string {
  return `${cellName(area.top, area.left)}:${cellName(area.bottom, area.right)}`;
}

/** `$A$1:$C$7`. */
export function fixedArea(area: Area): string {
  return `${fixedCell(area.top, area.left)}:${fixedCell(area.bottom, area.right)}`;
}

/** The name of a sheet as formulas quote it: `'Juri 1 Kesehatan'!`. */
export function sheetPrefix(sheetName: string): string {
  return `'${sheetName.replaceAll("'", "''")}'!`;
}

/** A text as a formula's literal. */
export function textLiteral(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

export const longestSheetName = 31;

/**
 * Sheet names that every spreadsheet program takes: without `' [ ] : * ? / \` and control characters, 1 to 31 UTF-16 units,
 * unique without regard to case, and never the reserved "History". Gives one name per wish, in order; `unnamed` where
 * nothing is left of it.
 */
export function sheetNames(wishes: readonly string[], unnamed: string): readonly string[] {
  const taken = new Set<string>(['history']);
  return wishes.map((wish) => {
    const clean = wish
      // oxlint-disable-next-line no-control-regex -- control characters are what is removed
      .replace(/['[\]:*?/\\\u0000-\u001f\u007f\ufffe\uffff]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const base = clean === '' ? unnamed : clean;
    let name = shorten(base, longestSheetName);
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
      const suffix = ` (${count})`;
      name = `${shorten(base, longestSheetName - suffix.length)}${suffix}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

/**
 * Names cut to `length` so that a reader still knows one from the other: the begin where it differs, else begin and end, else
 * the begin behind the name's number.
 */
export function toldApart(names: readonly string[], length: number): readonly string[] {
  const ways = [
    (name: string) => shorten(name, length),
    (name: string) => {
      const half = Math.floor((length - 1) / 2);
      return name.length <= length ? name : `${shorten(name, half)}…${name.slice(-half).trim()}`;
    },
  ];
  for (const way of ways) {
    const cut = names.map(way);
    if (new Set(cut.map((name) => name.toLowerCase())).size === names.length) return cut;
  }
  return names.map((name, index) => shorten(`K${index + 1} ${name}`, length));
}

/** At most `length` UTF-16 units, without cutting a surrogate pair in two. */
function shorten(value: string, length: number): string {
  const cut = value.slice(0, length);
  return (/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut).trim();
}
