/** Reads the cell of a performance number [I7]: `1`, `"01"`, `1.`, `No. 1`, `1,0`; numbers written the Indonesian way. */
import { cellText } from './cell-text.ts';
import { textKey } from '../lib/text-key.ts';
import type { Cell } from './grid.ts';

export type NumberReading =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'blank' }
  | { readonly type: 'exhibition' }
  | { readonly type: 'bad' };

const LARGEST_NUMBER = 99_999;
const EXHIBITION =
  /\b(pembuka|pembukaan|tidak dinilai|eksibisi|ekshibisi|exhibition|bukan peserta|tidak dilombakan|hiburan|bintang tamu)\b/;

/** A dash stands for "no number"; a text that says the group opens the show or is not judged is an exhibition. */
export function readNumber(cell: Cell): NumberReading {
  const text = cellText(cell);
  if (/^[-–—.]*$/.test(text)) return { type: 'blank' };
  if (saysExhibition(text)) return { type: 'exhibition' };
  // An apostrophe is how some programs mark a number that is kept as text.
  const bare = text
    .replace(/^['’`]/, '')
    .replace(/^(?:nomor|no|nmr|urut(?:an)?|undian|peserta|[.:#(\s])+/i, '')
    .replace(/[.)\s]+$/, '');
  const value = typeof cell === 'number' ? cell : parseIndonesianNumber(bare);
  return value !== null && Number.isInteger(value) && value >= 0 && value <= LARGEST_NUMBER
    ? { type: 'number', value }
    : { type: 'bad' };
}

/** True for a text that says so: `Pembuka (tidak dinilai)`, `eksibisi`. */
export function saysExhibition(text: string): boolean {
  return EXHIBITION.test(textKey(text));
}

/**
 * `85,5` is 85.5, `1.234,50` is 1234.5, `1.234` is 1234, `007` is 7, `85.5` is 85.5: a point before exactly three digits
 * groups thousands, any other point or a comma is the decimal mark. Null for everything else.
 */
export function parseIndonesianNumber(text: string): number | null {
  const grouped = /^([+-]?\d{1,3}(?:\.\d{3})+)(?:,(\d{1,9}))?$/.exec(text);
  if (grouped !== null) return Number(`${(grouped[1] ?? '').replaceAll('.', '')}.${grouped[2] ?? '0'}`);
  const plain = /^([+-]?\d{1,9})(?:[.,](\d{1,9}))?$/.exec(text);
  return plain === null ? null : Number(`${plain[1]}.${plain[2] ?? '0'}`);
}
