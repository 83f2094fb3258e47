/** [X3] Every whole number up to a million says itself and no other, in both languages: its words are read back by a reader of their own. */
import { expect, test } from 'vitest';
import { englishDateInWords, englishNumberWords } from '../../shared/say/en/number-words.ts';
import { numberWords } from '../../shared/say/id/numbers-and-dates.ts';

const units = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];

function readIndonesian(text: string): number {
  let whole = 0;
  let part = 0;
  let digit = 0;
  for (const word of text.split(' ')) {
    if (word === 'sepuluh' || word === 'sebelas') part += word === 'sepuluh' ? 10 : 11;
    else if (word === 'seratus') part += 100;
    else if (word === 'seribu') whole += 1000;
    else if (word === 'belas') [part, digit] = [part + digit + 10, 0];
    else if (word === 'puluh') [part, digit] = [part + digit * 10, 0];
    else if (word === 'ratus') [part, digit] = [part + digit * 100, 0];
    else if (word === 'ribu') [whole, part, digit] = [whole + (part + digit) * 1000, 0, 0];
    else if (word === 'juta') [whole, part, digit] = [whole + (part + digit) * 1_000_000, 0, 0];
    else digit = units.indexOf(word);
    if (digit < 0) return Number.NaN;
  }
  return whole + part + digit;
}

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const values = new Map([
  ...small.split(' ').map((word, value) => [word, value] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, at) => [word, (at + 2) * 10] as const),
]);

function readEnglish(text: string): number {
  let whole = 0;
  let part = 0;
  for (const word of text.split(/ and |[ -]/)) {
    if (word === 'hundred') part *= 100;
    else if (word === 'thousand') [whole, part] = [whole + part * 1000, 0];
    else if (word === 'million') [whole, part] = [whole + part * 1_000_000, 0];
    else part += values.get(word) ?? Number.NaN;
  }
  return whole + part;
}

test('[X3] every whole number to a million is read back from its words', () => {
  const wrong: number[] = [];
  for (let value = 0; value <= 1_000_000; value += 1) {
    const text = String(value);
    if (readIndonesian(numberWords(text)) !== value || readEnglish(englishNumberWords(text)) !== value)
      wrong.push(value);
  }
  expect(wrong).toEqual([]);
}, 120_000);

test.each([
  ['888.26', 'eight hundred and eighty-eight point two six'],
  ['1001', 'one thousand and one'],
  ['-0.05', 'minus zero point zero five'],
  ['2017', 'two thousand and seventeen'],
  ['1000000', 'one million'],
])('[X3] %s is "%s"', (decimal, words) => {
  expect(englishNumberWords(decimal)).toBe(words);
});

test('[X2] the minutes say the day in English too', () => {
  expect(englishDateInWords('2017-11-08')).toBe('Wednesday, 8 November 2017 (two thousand and seventeen)');
});
