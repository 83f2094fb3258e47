/** Numbers and days in English words, as minutes write them: `eight hundred and eighty-eight point two six` (rule X3). */
import { assert, present } from '../../lib/assert.ts';
import { dateParts, dayNumber } from '../dates.ts';
import { englishDate } from './dates.ts';

const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const;

const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;

const scales: readonly (readonly [bigint, string])[] = [
  [1_000_000_000_000n, 'trillion'],
  [1_000_000_000n, 'billion'],
  [1_000_000n, 'million'],
  [1000n, 'thousand'],
];

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** Numbers from this size on have no words here. */
const tooLarge = 1_000_000_000_000_000n;

/** The integer part in words, the digits after the point one by one. A decimal text below 10^15 in size. */
export function englishNumberWords(decimal: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  assert(match !== null, `a decimal: ${decimal}`);
  const [, sign = '', integer = '', fraction] = match;
  const value = BigInt(integer);
  assert(value < tooLarge, `a number below 10^15: ${decimal}`);
  const decimals = fraction === undefined ? '' : ` point ${fraction.split('').map(smallWord).join(' ')}`;
  return `${sign === '-' ? 'minus ' : ''}${value === 0n ? 'zero' : positiveWords(value)}${decimals}`;
}

/** `2017-11-08` as `Wednesday, 8 November 2017 (two thousand and seventeen)`. */
export function englishDateInWords(text: string): string {
  const parts = dateParts(text);
  const day = present(dayNames[(dayNumber(parts) + 1) % 7], 'one of seven');
  return `${day}, ${englishDate(text)} (${englishNumberWords(String(parts.year))})`;
}

function positiveWords(value: bigint): string {
  for (const [size, name] of scales) {
    if (value < size) continue;
    const rest = value % size;
    const head = `${positiveWords(value / size)} ${name}`;
    if (rest === 0n) return head;
    return `${head} ${rest < 100n ? 'and ' : ''}${positiveWords(rest)}`;
  }
  if (value >= 100n) {
    const rest = value % 100n;
    return `${smallWord(value / 100n)} hundred${rest === 0n ? '' : ` and ${positiveWords(rest)}`}`;
  }
  if (value < 20n) return smallWord(value);
  const ten = present(tens[Number(value / 10n)], 'a ten');
  return value % 10n === 0n ? ten : `${ten}-${smallWord(value % 10n)}`;
}

function smallWord(value: bigint | string): string {
  return present(small[Number(value)], 'a number below twenty');
}
