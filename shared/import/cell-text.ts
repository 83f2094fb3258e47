/**
 * Cells as text, and text as what it is compared by. The text that is kept stays as written, trimmed, with inner spaces
 * folded; the key that is compared has neither case nor punctuation. No locale is involved.
 */
import type { Cell } from './grid.ts';

/** Longer text is cut before anything is matched against it; every bound of a field is far below. */
const LONGEST_TEXT = 4000;

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

/** `NO. URUT\nTAMPIL` is `no urut tampil`: letters and digits in lower case, everything else one space. */
export function textKey(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
