/** Days in English: `8 November 2017`. */
import { sayDate, sayDates, type DateWords } from '../dates.ts';
import { joined } from './sentences.ts';

const dates: DateWords = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  and: 'and',
  through: 'to',
  joined,
};

export function englishDate(text: string): string {
  return sayDate(dates, text);
}

/** `8 and 9 November 2017`; `8 to 10 November 2017`. */
export function englishDates(texts: readonly string[]): string {
  return sayDates(dates, texts);
}
