/**
 * Numbers, dates and number words as an Indonesian official writes them: `87,25`, `Rabu, 8 November 2017`,
 * `delapan ratus delapan puluh delapan koma dua enam` (rules X1 to
 * X3).
 */
import { assert, present } from '../../lib/assert.ts';
import { dateParts, dayNumber, monthName, sayDate, sayDates, type DateParts, type DateWords } from '../dates.ts';
import { sayGrouped } from '../numbers.ts';
import { indonesianNumbers } from './numbers.ts';
import { joined } from './sentences.ts';

const dayNames = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;

const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

const digitWords = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'] as const;

const scales: readonly (readonly [bigint, string])[] = [
  [1_000_000_000_000n, 'triliun'],
  [1_000_000_000n, 'miliar'],
  [1_000_000n, 'juta'],
];

const dates: DateWords = { months, and: 'dan', through: 's.d.', joined };

/** Numbers from this size on have no words here. */
const tooLarge = 1_000_000_000_000_000n;

/** `1234.5` as `1.234,5`. */
export function indonesianNumber(decimal: string): string {
  return sayGrouped(indonesianNumbers, decimal);
}

/** `2017-11-08` as `8 November 2017`. The text must be a date that exists. */
export function indonesianDate(text: string): string {
  return sayDate(dates, text);
}

/** `8 dan 9 November 2017`; `8 s.d. 10 November 2017`. */
export function indonesianDates(texts: readonly string[]): string {
  return sayDates(dates, texts);
}

/** `2017-11-08` as `Rabu, 8 November 2017`. */
export function indonesianLongDate(text: string): string {
  return `${dayName(dateParts(text))}, ${indonesianDate(text)}`;
}

/** `2017-11-08` as the minutes say it: `Rabu tanggal delapan bulan November tahun dua ribu tujuh belas`. */
export function indonesianDateInWords(text: string): string {
  const parts = dateParts(text);
  const day = numberWords(String(parts.day));
  const year = numberWords(String(parts.year));
  return `${dayName(parts)} tanggal ${day} bulan ${monthName(dates, parts.month)} tahun ${year}`;
}

/**
 * Terbilang. The integer part in words, the digits after the point one by one: `888.26` is `delapan ratus delapan puluh
 * delapan koma dua enam`, `-0.5` is `minus nol koma lima`. A decimal text below 10^15 in size.
 */
export function numberWords(decimal: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  assert(match !== null, `a decimal: ${decimal}`);
  const [, sign = '', integer = '', fraction] = match;
  const value = BigInt(integer);
  assert(value < tooLarge, `a number below 10^15: ${decimal}`);
  const words = value === 0n ? 'nol' : positiveWords(value);
  const decimals = fraction === undefined ? '' : ` koma ${fraction.split('').map(digitWord).join(' ')}`;
  return `${sign === '-' ? 'minus ' : ''}${words}${decimals}`;
}

/** `12` as the minutes count: `12 (dua belas)`; decimals as well: `888,26 (delapan ratus ... koma dua enam)`. */
export function numberWithWords(decimal: string): string {
  return `${indonesianNumber(decimal)} (${numberWords(decimal)})`;
}

function positiveWords(value: bigint): string {
  for (const [size, name] of scales) {
    if (value >= size) return joinNonEmpty(positiveWords(value / size), name, restWords(value % size));
  }
  if (value >= 2000n) return joinNonEmpty(positiveWords(value / 1000n), 'ribu', restWords(value % 1000n));
  if (value >= 1000n) return joinNonEmpty('seribu', restWords(value - 1000n));
  if (value >= 200n) return joinNonEmpty(digitWord(String(value / 100n)), 'ratus', restWords(value % 100n));
  if (value >= 100n) return joinNonEmpty('seratus', restWords(value - 100n));
  if (value >= 20n) return joinNonEmpty(digitWord(String(value / 10n)), 'puluh', restWords(value % 10n));
  if (value === 11n) return 'sebelas';
  if (value === 10n) return 'sepuluh';
  return value > 11n ? `${digitWord(String(value - 10n))} belas` : digitWord(String(value));
}

function restWords(value: bigint): string {
  return value === 0n ? '' : positiveWords(value);
}

function joinNonEmpty(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}

function digitWord(digit: string): string {
  return present(digitWords[Number(digit)], `a digit: ${digit}`);
}

function dayName(date: DateParts): string {
  return present(dayNames[(dayNumber(date) + 1) % 7], 'a day of the week');
}
