/**
 * Numbers, dates and number words as an Indonesian official writes them: `87,25`, `Rabu, 8 November 2017`,
 * `delapan ratus delapan puluh delapan koma dua enam`. Plain tables and integer arithmetic, so that every machine writes
 * the same text whatever its locale (rules X1 to X3).
 */
import { assert, present } from '../../lib/assert.ts';
import { joined } from './sentences.ts';

const dayNames = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;

const monthNames = [
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

/** Numbers from this size on have no words here. */
const tooLarge = 1_000_000_000_000_000n;

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/**
 * A decimal text (`1234.5`) as Indonesian readers write it: `1.234,5`. Every digit given is kept; the text must be a plain
 * decimal with a point.
 */
export function indonesianNumber(decimal: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  assert(match !== null, `a decimal: ${decimal}`);
  const [, sign = '', integer = '', fraction] = match;
  const grouped = integer.replace(/\B(?=(\d{3})+$)/g, '.');
  return fraction === undefined ? `${sign}${grouped}` : `${sign}${grouped},${fraction}`;
}

/** A local date `YYYY-MM-DD` in its parts; null when there is no such day (Gregorian calendar, years 1 to 9999). */
export function parseDate(text: string): DateParts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return { year, month, day };
}

/** `2017-11-08` as `8 November 2017`. The text must be a date that exists. */
export function indonesianDate(text: string): string {
  const { year, month, day } = dateParts(text);
  return `${day} ${monthName(month)} ${year}`;
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
  return `${dayName(parts)} tanggal ${day} bulan ${monthName(parts.month)} tahun ${year}`;
}

/**
 * Several dates of one contest: `8 November 2017`; `8 dan 9 November 2017`; `8 s.d. 10 November 2017` for days in a row;
 * otherwise each in full, joined by commas and `dan`. Order and repetition of the input do not matter.
 */
export function indonesianDates(texts: readonly string[]): string {
  const dates = [...new Set(texts)].toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (dates.length === 1) return indonesianDate(first);
  const [from, to] = [dateParts(first), dateParts(last)];
  if (dayNumber(to) - dayNumber(from) + 1 !== dates.length) return joined(dates.map(indonesianDate));
  const word = dates.length === 2 ? 'dan' : 's.d.';
  if (from.year !== to.year) return `${indonesianDate(first)} ${word} ${indonesianDate(last)}`;
  if (from.month !== to.month) return `${from.day} ${monthName(from.month)} ${word} ${indonesianDate(last)}`;
  return `${from.day} ${word} ${indonesianDate(last)}`;
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

/** A civil servant's number in its groups 8-6-1-3; any other text is left as it is (a NIP is optional and not ours to judge). */
export function groupNip(nip: string): string {
  const match = /^(\d{8})(\d{6})(\d)(\d{3})$/.exec(nip.replace(/[\s.]/g, ''));
  return match === null ? nip.trim() : match.slice(1).join(' ');
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

function dateParts(text: string): DateParts {
  return present(parseDate(text), `a date: ${text}`);
}

function monthName(month: number): string {
  return present(monthNames[month - 1], `a month: ${month}`);
}

function dayName(date: DateParts): string {
  return present(dayNames[(dayNumber(date) + 1) % 7], 'a day of the week');
}

/** Days since 1 January of year 1, which is day 0 and a Monday (proleptic Gregorian calendar). */
function dayNumber({ year, month, day }: DateParts): number {
  const before = year - 1;
  let days = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  for (let past = 1; past < month; past += 1) days += daysInMonth(year, past);
  return days + day - 1;
}

function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
