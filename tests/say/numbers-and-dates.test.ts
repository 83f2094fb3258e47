import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  indonesianDate,
  indonesianDateInWords,
  indonesianDates,
  indonesianLongDate,
  indonesianNumber,
  numberWithWords,
  numberWords,
} from '../../shared/say/id/numbers-and-dates.ts';
import { joined } from '../../shared/say/id/sentences.ts';
import { parseDate } from '../../shared/say/dates.ts';
import { groupNip } from '../../shared/say/nip.ts';

describe('[X1] numbers', () => {
  test.each([
    ['87.25', '87,25'],
    ['0', '0'],
    ['-0.5', '-0,5'],
    ['1000', '1.000'],
    ['1234567.5', '1.234.567,5'],
    ['999.1234', '999,1234'],
    ['82.40', '82,40'],
  ])('[X1] %s is written %s', (decimal, text) => {
    expect(indonesianNumber(decimal)).toBe(text);
  });

  test('[X1] a text that is no decimal is a defect', () => {
    expect(() => indonesianNumber('87,25')).toThrow('a decimal');
  });
});

describe('[X2] dates', () => {
  test.each([
    ['2017-11-08', 'Rabu, 8 November 2017'],
    ['2026-11-21', 'Sabtu, 21 November 2026'],
    ['2000-02-29', 'Selasa, 29 Februari 2000'],
    ['1945-08-17', 'Jumat, 17 Agustus 1945'],
    ['2024-01-01', 'Senin, 1 Januari 2024'],
  ])('[X2] %s is %s', (date, text) => {
    expect(indonesianLongDate(date)).toBe(text);
  });

  test('[X2] the day of the week is that of the calendar for every day of a century', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_524 }), (days) => {
        const date = new Date(Date.UTC(1950, 0, 1) + days * 86_400_000);
        const expected = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'][date.getUTCDay()];
        expect(indonesianLongDate(date.toISOString().slice(0, 10)).split(',')[0]).toBe(expected);
      }),
    );
  });

  test('[X2] the minutes say the date in words', () => {
    expect(indonesianDateInWords('2017-11-08')).toBe('Rabu tanggal delapan bulan November tahun dua ribu tujuh belas');
  });

  test.each([['2017-02-29'], ['2017-13-01'], ['2017-00-10'], ['2017-04-31'], ['8-11-2017'], ['1900-02-29']])(
    '[X2] %s is no date',
    (text) => {
      expect(parseDate(text)).toBeNull();
    },
  );

  test('[X2] a day that does not exist is a defect where a date is due', () => {
    expect(() => indonesianDate('2017-02-29')).toThrow('a date');
  });

  test.each([
    [[], ''],
    [['2017-11-08'], '8 November 2017'],
    [['2017-11-09', '2017-11-08'], '8 dan 9 November 2017'],
    [['2017-11-08', '2017-11-09', '2017-11-10'], '8 s.d. 10 November 2017'],
    [['2017-11-30', '2017-12-01'], '30 November dan 1 Desember 2017'],
    [['2017-12-31', '2018-01-01'], '31 Desember 2017 dan 1 Januari 2018'],
    [['2017-11-08', '2017-11-10'], '8 November 2017 dan 10 November 2017'],
  ])('[X2] the dates %j are %s', (dates, text) => {
    expect(indonesianDates(dates)).toBe(text);
  });
});

describe('[X3] number words', () => {
  test.each([
    ['0', 'nol'],
    ['10', 'sepuluh'],
    ['11', 'sebelas'],
    ['12', 'dua belas'],
    ['19', 'sembilan belas'],
    ['20', 'dua puluh'],
    ['21', 'dua puluh satu'],
    ['100', 'seratus'],
    ['111', 'seratus sebelas'],
    ['200', 'dua ratus'],
    ['1000', 'seribu'],
    ['1100', 'seribu seratus'],
    ['2017', 'dua ribu tujuh belas'],
    ['11000', 'sebelas ribu'],
    ['100000', 'seratus ribu'],
    ['101000', 'seratus satu ribu'],
    ['1000000', 'satu juta'],
    ['1001000', 'satu juta seribu'],
    ['2000000001', 'dua miliar satu'],
    ['1000000000000', 'satu triliun'],
    ['888.26', 'delapan ratus delapan puluh delapan koma dua enam'],
    ['83.05', 'delapan puluh tiga koma nol lima'],
    ['-0.5', 'minus nol koma lima'],
  ])('[X3] %s is "%s"', (decimal, words) => {
    expect(numberWords(decimal)).toBe(words);
  });

  test('[X3] words read back give the number, for every number below a billion', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        expect(readWords(numberWords(String(value)))).toBe(value);
      }),
    );
  });

  test('[X3] a count stands in figures and in words', () => {
    expect(numberWithWords('12')).toBe('12 (dua belas)');
    expect(numberWithWords('888.26')).toBe('888,26 (delapan ratus delapan puluh delapan koma dua enam)');
  });
});

test.each([
  ['197001012000031001', '19700101 200003 1 001'],
  ['19700101 200003 1 001', '19700101 200003 1 001'],
  ['12345', '12345'],
])('[X4] the NIP %s is printed %s', (nip, text) => {
  expect(groupNip(nip)).toBe(text);
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a dan b'],
  [['a', 'b', 'c'], 'a, b dan c'],
])('%j joined is "%s"', (words, text) => {
  expect(joined(words)).toBe(text);
});

/** The way back, written independently: reads number words by adding and multiplying as a listener does. */
function readWords(words: string): number {
  const small = [
    'nol',
    'satu',
    'dua',
    'tiga',
    'empat',
    'lima',
    'enam',
    'tujuh',
    'delapan',
    'sembilan',
    'sepuluh',
    'sebelas',
  ];
  let total = 0;
  let group = 0;
  let last = 0;
  for (const word of words.split(' ')) {
    const value = small.indexOf(word);
    if (value >= 0) last = value;
    else if (word === 'belas') last += 10;
    else if (word === 'puluh') [group, last] = [group + last * 10, 0];
    else if (word === 'ratus') [group, last] = [group + last * 100, 0];
    else if (word === 'seratus') group += 100;
    else if (word === 'seribu') total += 1000;
    else if (word === 'ribu') [total, group, last] = [total + (group + last) * 1000, 0, 0];
    else if (word === 'juta') [total, group, last] = [total + (group + last) * 1_000_000, 0, 0];
    else throw new Error(`unknown word ${word}`);
  }
  return total + group + last;
}
