/**
 * Cells as text: it stays as written, trimmed, with inner spaces folded. What it is compared by is `lib/text-key.ts`.
 */
import { LONGEST_TEXT } from '../lib/text-key.ts';
import type { Cell } from './grid.ts';

/** What a person reads in the cell: line breaks and runs of spaces become one space; decimals have a comma. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'YA' : 'TIDAK';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return foldSpaces(cell.slice(0, LONGEST_TEXT));
}

/** Trims and folds all white space, also non-breaking; drops what has no width. */
export function foldSpaces(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}
