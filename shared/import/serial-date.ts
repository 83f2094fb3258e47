/**
 * Dates as spreadsheet programs store them: days since an epoch, the fraction being the time of day. Computed with whole
 * numbers and no clock, so that no time zone can move a date by a day.
 */

const SECONDS_PER_DAY = 86_400;
/** Days from 1970-01-01 back to the day numbered 0 (1899-12-30: Excel counts a 29 February 1900 that never was). */
const DAYS_1900_TO_1970 = 25_569;
const DAYS_1904_TO_1970 = 24_107;
/** 9999-12-31, the last day a spreadsheet program knows. */
const LAST_SERIAL = 2_958_465;

/** True when a number format shows a date or a time (`dd/mm/yyyy`, `[h]:mm`), read without its literal parts. */
export function isDateFormat(format: string): boolean {
  const codes = format
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .replace(/general|standard|am\/pm|a\/p/gi, '');
  return /[dmyhs]/i.test(codes);
}

/** `2026-02-03`, `2026-02-03 08:30` or, within day 0, `08:30`; seconds are rounded. Null outside the known days. */
export function serialDateText(serial: number, epoch: 1900 | 1904): string | null {
  if (!(serial >= 0 && serial <= LAST_SERIAL)) return null;
  const totalSeconds = Math.round(serial * SECONDS_PER_DAY);
  const day = Math.floor(totalSeconds / SECONDS_PER_DAY);
  const seconds = totalSeconds - day * SECONDS_PER_DAY;
  const time = `${pad(Math.floor(seconds / 3600), 2)}:${pad(Math.floor((seconds % 3600) / 60), 2)}`;
  if (day === 0) return time;
  const isBeforeLeapError = epoch === 1900 && day < 60;
  const date = civilDate(day - (epoch === 1900 ? DAYS_1900_TO_1970 : DAYS_1904_TO_1970) + (isBeforeLeapError ? 1 : 0));
  return seconds === 0 ? date : `${date} ${time}`;
}

/** Days since 1970-01-01 as a date of the Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms"). */
function civilDate(daysSince1970: number): string {
  const shifted = daysSince1970 + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
