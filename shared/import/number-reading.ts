/**
 * Performance numbers that a whole column writes in another way [I15]: Roman numbers, `A1`, `1 (satu)`, `Ke-2`, `01/KBK/2019`.
 * A reading is proposed only where most cells of the column are written so; a single odd cell stays a problem of its row.
 */
import { cellText } from './cell-text.ts';
import { textKey } from '../lib/text-key.ts';
import type { Cell } from './grid.ts';
import { readNumber, type NumberReading } from './number-cell.ts';
import type { Asker } from './questions.ts';
import type { NumberStyle } from './sightings.ts';

type Style = { readonly name: NumberStyle; readonly read: (text: string) => number | null; readonly isPlain: boolean };

const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
const WORDS = list(
  'satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas',
  (word, index) => [word, index + 1] as const,
);
const ORDINALS: Readonly<Record<string, number>> = { pertama: 1, perdana: 1 };
const MOSTLY = 0.6;

const styles: readonly Style[] = [
  { name: 'roman', read: (text) => romanNumber(text.replace(/[.)\s]+$/, '')), isPlain: true },
  {
    name: 'digits-and-words',
    read: (text) => wholeNumber(/^(\d{1,3})\s*[([=/-]\s*\p{L}[\p{L}\s]*[)\]]?$/u.exec(text)?.[1]),
    isPlain: true,
  },
  {
    name: 'of-total',
    read: (text) => wholeNumber(/^0*(\d{1,3})\s*(?:\/|dari)\s*\d{1,3}$/i.exec(text)?.[1]),
    isPlain: true,
  },
  { name: 'ordinal', read: readOrdinal, isPlain: true },
  { name: 'words', read: (text) => numberWord(textKey(text)), isPlain: true },
  {
    name: 'after-letters',
    read: (text) => wholeNumber(/^\p{L}{1,12}[\s.\-_/]{0,2}0*(\d{1,3})$/u.exec(text)?.[1]),
    isPlain: false,
  },
  {
    name: 'before-letters',
    read: (text) => wholeNumber(/^0*(\d{1,3})[\s.\-_/]{0,2}\p{L}{1,12}$/u.exec(text)?.[1]),
    isPlain: false,
  },
  { name: 'letter-number', read: readLetterNumber, isPlain: false },
  { name: 'letter', read: readLetter, isPlain: false },
];

function list<Item>(words: string, item: (word: string, index: number) => Item): Item[] {
  return words.split(' ').map(item);
}

/** How the cells of the column are to be read; asks where most are written in another way. `rows` are the sheet's own. */
export function numberReader(
  cells: readonly { readonly cell: Cell; readonly row: number }[],
  column: string,
  asker: Asker,
): (cell: Cell) => NumberReading {
  const said = cells.filter(({ cell }) => readNumber(cell).type !== 'blank' && readNumber(cell).type !== 'exhibition');
  const odd = said.filter(({ cell }) => readNumber(cell).type === 'bad');
  if (odd.length < 2 || odd.length < said.length * MOSTLY) return readNumber;
  const style = styles.find(({ read }) => {
    const fitting = odd.filter(({ cell }) => read(cellText(cell)) !== null);
    return fitting.length >= 2 && fitting.length >= odd.length * MOSTLY;
  });
  if (style === undefined) return readNumber;

  const readStyled = (cell: Cell): NumberReading => {
    const plain = readNumber(cell);
    const value = plain.type === 'bad' ? style.read(cellText(cell)) : null;
    return value === null ? plain : { type: 'number', value };
  };
  const values = odd.flatMap(({ cell }) => style.read(cellText(cell)) ?? []);
  const isDistinct = new Set(values).size === values.length;
  const [first] = odd;
  const example = cellText(first?.cell ?? null);
  const choice = asker.ask({
    type: 'number-reading',
    seen: { type: 'styled-numbers', column, style: style.name, example },
    columns: [column],
    rows: odd.map(({ row }) => row),
    choices: {
      read: { type: 'numbers-read', example, value: style.read(example) },
      none: { type: 'numbers-blank' },
    },
    assumed: isDistinct ? 'read' : 'none',
    mustAnswer: !isDistinct || !style.isPlain,
  });
  return choice === 'read'
    ? readStyled
    : (cell) => (readNumber(cell).type === 'bad' ? { type: 'blank' } : readNumber(cell));
}

/** `IV` is 4; null for what is no Roman number as people write it. */
export function romanNumber(text: string): number | null {
  const key = text.toLowerCase();
  if (!/^(?=[ivxlc])c{0,3}(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/.test(key)) return null;
  let sum = 0;
  for (let index = 0; index < key.length; index += 1) {
    const value = ROMAN_DIGITS[key.charAt(index)] ?? 0;
    const next = ROMAN_DIGITS[key.charAt(index + 1)] ?? 0;
    sum += value < next ? -value : value;
  }
  return sum;
}

/** `Ke-2`, `urutan ke II`, `kedua`, `pertama`, `2nd`. */
function readOrdinal(text: string): number | null {
  const key = textKey(text);
  const known = ORDINALS[key];
  if (known !== undefined) return known;
  const english = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(key);
  if (english !== null) return wholeNumber(english[1]);
  const rest = /^(?:(?:no|nomor|urut|urutan|tampil|undian|giliran|peserta) )*ke ?(.+)$/.exec(key)?.[1];
  if (rest === undefined) return null;
  return wholeNumber(/^\d{1,3}$/.exec(rest)?.[0]) ?? numberWord(rest) ?? romanNumber(rest);
}

/** `satu` to `sembilan puluh sembilan`. */
function numberWord(key: string): number | null {
  const small = new Map(WORDS).get(key);
  if (small !== undefined) return small;
  const teen = /^(\S+) belas$/.exec(key)?.[1];
  if (teen !== undefined) return withWord(teen, (value) => 10 + value);
  const tens = /^(\S+) puluh(?: (\S+))?$/.exec(key);
  if (tens === null) return null;
  const rest = tens[2] === undefined ? 0 : (new Map(WORDS).get(tens[2]) ?? null);
  return rest === null ? null : withWord(tens[1] ?? '', (value) => value * 10 + rest);
}

function withWord(word: string, use: (value: number) => number): number | null {
  const value = new Map(WORDS).get(word);
  return value === undefined || value > 9 ? null : use(value);
}

/** `01/KBK/2019`, `KBK.01/2019`, `005-GKM-2019`: the first short group of digits that is no year. */
function readLetterNumber(text: string): number | null {
  if (!/\p{L}/u.test(text) || !/[/\-.]/.test(text)) return null;
  return wholeNumber(/(?:^|[^\d])0*(\d{1,3})(?=[^\d]|$)/.exec(text)?.[1]);
}

function readLetter(text: string): number | null {
  const letter = /^([A-Z])[.)]?$/i.exec(text)?.[1];
  return letter === undefined ? null : letter.toUpperCase().charCodeAt(0) - 64;
}

function wholeNumber(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}
