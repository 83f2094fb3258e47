/**
 * Days in the words of a language: `8 November 2017`, and several of them. Plain tables and integer arithmetic, so that every
 * machine writes the same text whatever its locale (rules X1 to X3).
 */
import { present } from '../lib/assert.ts';

export interface DateWords {
  readonly months: readonly string[];
  /** Between two days, and between the first and the last of several in a row. */
  readonly and: string;
  readonly through: string;
  readonly joined: (words: readonly string[]) => string;
}

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** `2017-11-08` as `8 November 2017`. The text must be a date that exists. */
export function sayDate(words: DateWords, text: string): string {
  const { year, month, day } = dateParts(text);
  return `${day} ${monthName(words, month)} ${year}`;
}

/**
 * Several dates of one contest: `8 November 2017`; `8 and 9 November 2017`; `8 to 10 November 2017` for days in a row;
 * otherwise each in full, joined as the language does. Order and repetition of the input do not matter.
 */
export function sayDates(words: DateWords, texts: readonly string[]): string {
  const dates = [...new Set(texts)].toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (dates.length === 1) return sayDate(words, first);
  const [from, to] = [dateParts(first), dateParts(last)];
  if (dayNumber(to) - dayNumber(from) + 1 !== dates.length)
    return words.joined(dates.map((date) => sayDate(words, date)));
  const word = dates.length === 2 ? words.and : words.through;
  if (from.year !== to.year) return `${sayDate(words, first)} ${word} ${sayDate(words, last)}`;
  if (from.month !== to.month) return `${from.day} ${monthName(words, from.month)} ${word} ${sayDate(words, last)}`;
  return `${from.day} ${word} ${sayDate(words, last)}`;
}

/** A local date `YYYY-MM-DD` in its parts; null when there is no such day (Gregorian calendar, years 1 to 9999). */
export function parseDate(text: string): DateParts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return { year, month, day };
}

export function dateParts(text: string): DateParts {
  return present(parseDate(text), `a date: ${text}`);
}

export function monthName({ months }: DateWords, month: number): string {
  return present(months[month - 1], `a month: ${month}`);
}

/** Days since 1 January of year 1, which is day 0 and a Monday (proleptic Gregorian calendar). */
export function dayNumber({ year, month, day }: DateParts): number {
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
