/** Performance numbers, cell by cell and as whole columns write them, on both sides of each bound. */
import { expect, test } from 'vitest';
import type { Cell } from '../../shared/import/grid.ts';
import { parseIndonesianNumber, readNumber } from '../../shared/import/number-cell.ts';
import { numberReader, romanNumber } from '../../shared/import/number-reading.ts';
import { createAsker } from '../../shared/import/questions.ts';
import type { ImportAnswers } from '../../shared/import/types.ts';

test.each<readonly [Cell, number | 'blank' | 'exhibition' | 'bad']>([
  [null, 'blank'],
  ['', 'blank'],
  ['-', 'blank'],
  ['–—.', 'blank'],
  ['- 1', 'bad'],
  ['1 -', 'bad'],
  [0, 0],
  [-1, 'bad'],
  ['-1', 'bad'],
  [1.5, 'bad'],
  ['1,5', 'bad'],
  ['1,0', 1],
  [99_999, 99_999],
  ['99.999', 99_999],
  [100_000, 'bad'],
  ['100000', 'bad'],
  ["'7", 7],
  ['’7', 7],
  ['`7', 7],
  ["7'", 'bad'],
  ['No. 7', 7],
  ['NO7', 7],
  ['nomor: 7', 7],
  ['nmr 7', 7],
  ['Nomor urut 7', 7],
  ['Urutan 7', 7],
  ['Undian 7', 7],
  ['Peserta #7', 7],
  ['(7)', 7],
  ['7.', 7],
  ['7 ) .', 7],
  ['7x', 'bad'],
  ['ke 7', 'bad'],
  [true, 'bad'],
  ['Pembuka', 'exhibition'],
  ['7 (tidak dinilai)', 'exhibition'],
  ['HIBURAN', 'exhibition'],
  ['Pembukaannya', 'bad'],
])('[I7] the number cell %j is read as %j', (cell, want) => {
  expect(readNumber(cell)).toEqual(typeof want === 'number' ? { type: 'number', value: want } : { type: want });
});

test.each([
  ['85,5', 85.5],
  ['85.5', 85.5],
  ['85.55', 85.55],
  ['1.234', 1234],
  ['1.234,50', 1234.5],
  ['12.345.678', 12_345_678],
  ['1234.567', 1234.567],
  ['0001.234', 1.234],
  ['007', 7],
  ['-3', -3],
  ['+3,25', 3.25],
  ['-1.234', -1234],
  ['123456789', 123_456_789],
  ['1234567890', null],
  ['1,123456789', 1.123456789],
  ['1,1234567890', null],
  ['1.234,1234567890', null],
  ['1,', null],
  [',5', null],
  ['1.234.5', null],
  ['a1', null],
  ['1a', null],
  ['a1.234', null],
  ['1.234a', null],
  ['', null],
])('[I7] the text %j is the number %j', (text, want) => {
  expect(parseIndonesianNumber(text)).toBe(want);
});

test.each([
  ['I', 1],
  ['ii', 2],
  ['III', 3],
  ['IV', 4],
  ['V', 5],
  ['VIII', 8],
  ['IX', 9],
  ['XIV', 14],
  ['XL', 40],
  ['XLIX', 49],
  ['L', 50],
  ['LXXX', 80],
  ['XC', 90],
  ['CCC', 300],
  ['CCCXCIX', 399],
  ['IIII', null],
  ['VV', null],
  ['IC', null],
  ['CCCC', null],
  ['LL', null],
  ['IXI', null],
  ['XM', null],
  ['A', null],
  ['I ', null],
  ['xIa', null],
  ['', null],
])('[I15] %j in Roman digits is %j', (text, want) => {
  expect(romanNumber(text)).toBe(want);
});

/** What a column of these cells asks, and how each of them is then read. */
function column(cells: readonly Cell[], answer?: string) {
  const answers: ImportAnswers = answer === undefined ? {} : { 'number-reading': answer };
  const asker = createAsker(answers);
  const read = numberReader(
    cells.map((cell, index) => ({ cell, row: index + 2 })),
    'A',
    asker,
  );
  const readings = cells.map((cell) => {
    const reading = read(cell);
    return reading.type === 'number' ? reading.value : reading.type;
  });
  return { readings, questions: asker.questions() };
}

function styleOf(cells: readonly Cell[]): unknown {
  const seen = column(cells).questions[0]?.seen;
  return seen?.type === 'styled-numbers' ? seen.style : null;
}

test('[I15] a column of Roman numbers is read after a question that shows the first of them', () => {
  const { readings, questions } = column(['II.', 'IV)', 'I. ', null, 'Pembuka', 7]);
  expect(readings).toEqual([2, 4, 1, 'blank', 'exhibition', 7]);
  expect(questions).toEqual([
    {
      type: 'number-reading',
      seen: { type: 'styled-numbers', column: 'A', style: 'roman', example: 'II.' },
      columns: ['A'],
      rows: [2, 3, 4],
      choices: ['read', 'none'],
      meanings: { read: { type: 'numbers-read', example: 'II.', value: 2 }, none: { type: 'numbers-blank' } },
      assumed: 'read',
      mustAnswer: false,
    },
  ]);
});

test('[I15] answered with "none" the odd numbers are blank, and those in digits stay', () => {
  expect(column(['II', 'IV', 'I', 'Pembuka', 7], 'none').readings).toEqual([
    'blank',
    'blank',
    'blank',
    'exhibition',
    7,
  ]);
});

test('[I15] numbers that come twice in their style are not believed without an answer', () => {
  const { readings, questions } = column(['II', 'II', 'I']);
  expect(readings).toEqual(['blank', 'blank', 'blank']);
  expect(questions).toMatchObject([{ assumed: 'none', mustAnswer: true }]);
  expect(column(['II', 'II', 'I'], 'read').readings).toEqual([2, 2, 1]);
});

test('[I15] a single odd number, or fewer than six of ten, ask nothing and stay bad', () => {
  expect(column(['II'])).toEqual({ readings: ['bad'], questions: [] });
  expect(column(['II', 'I', 3, 4])).toMatchObject({ readings: ['bad', 'bad', 3, 4], questions: [] });
  expect(column(['II', 'I', 'IV', 4, 5]).readings).toEqual([2, 1, 4, 4, 5]);
  expect(column(['II', 'I', 'IV', 4, 5, 6])).toMatchObject({ questions: [] });
});

test('[I15] a style is told by two of its cells and six of ten; what does not fit it stays bad', () => {
  expect(column(['II', 'I', 'IV', '?', '??'])).toMatchObject({ readings: [2, 1, 4, 'bad', 'bad'] });
  expect(column(['II', 'I', '?', '??'])).toMatchObject({ readings: ['bad', 'bad', 'bad', 'bad'], questions: [] });
  expect(column(['II', '?'])).toMatchObject({ readings: ['bad', 'bad'], questions: [] });
});

test('[I15] blank cells and exhibitions do not count against a style', () => {
  expect(column(['II', 'I', null, '-', '', 'Pembuka', 'eksibisi', null]).readings.slice(0, 2)).toEqual([2, 1]);
});

test.each<readonly [string, readonly string[], readonly (number | null)[], boolean]>([
  [
    'digits-and-words',
    ['1 (satu)', '12 (dua belas)', '3 [tiga', '4 = empat', '5/lima', '6-enam', '100(seratus)'],
    [1, 12, 3, 4, 5, 6, 100],
    false,
  ],
  ['of-total', ['1/12', '02 / 12', '3 dari 12', '100 DARI 120'], [1, 2, 3, 100], false],
  [
    'ordinal',
    [
      'Ke-2',
      'ke 3',
      'urutan ke IV',
      'Nomor urut ke 5',
      'No ke 6',
      'tampil ke tujuh',
      'undian ke 8',
      'giliran ke 9',
      'peserta ke 10',
    ],
    [2, 3, 4, 5, 6, 7, 8, 9, 10],
    false,
  ],
  ['ordinal', ['Pertama', 'kedua', 'ketiga', 'kesepuluh', 'kesebelas', 'ke 123'], [1, 2, 3, 10, 11, 123], false],
  ['ordinal', ['Perdana', '2nd', '3rd', '4th', '21st', '100th'], [1, 2, 3, 4, 21, 100], false],
  [
    'words',
    [
      'satu',
      'Dua',
      'sebelas',
      'dua belas',
      'sembilan belas',
      'dua puluh',
      'tiga puluh satu',
      'sembilan puluh sembilan',
    ],
    [1, 2, 11, 12, 19, 20, 31, 99],
    false,
  ],
  ['after-letters', ['A1', 'B-02', 'KBK 3', 'Peserta_4', 'Nomorurutnya/100'], [1, 2, 3, 4, 100], true],
  ['before-letters', ['1A', '02-B', '3 KBK', '4_kbk', '100/Nomorurutnya'], [1, 2, 3, 4, 100], true],
  [
    'letter-number',
    ['01/KBK/2019', 'KBK.02/2019', '003-GKM-2019', 'GKM-2019-004', 'X/2019/100/Y'],
    [1, 2, 3, 4, 100],
    true,
  ],
  ['letter', ['A', 'b.', 'Z)'], [1, 2, 26], true],
])('[I15] numbers written in the style %s: %j', (style, cells, values, must) => {
  const { readings, questions } = column(cells);
  expect(questions).toMatchObject([{ seen: { style, example: cells[0] }, mustAnswer: must, assumed: 'read' }]);
  expect(readings).toEqual(values);
});

test.each([
  [
    'digits-and-words',
    ['1 (satu)', '2 (dua)', '3 (tiga)'],
    ['1234 (seribu)', 'x 1 (satu)', '1 (2)', '1 (satu) 2', '1 satu'],
  ],
  ['of-total', ['1/12', '2/12', '3/12'], ['1/1234', '1234/12', 'a1/12', '1/12a', '1 12', '12/']],
  [
    'ordinal',
    ['Ke-2', 'ke 3', 'ke 4'],
    ['1234th', 'a2nd', '2ndx', 'ke', 'lomba ke 2', 'ke 1234', 'ke banyak', 'ke 12a', 'xke 2', 'pertamax'],
  ],
  [
    'words',
    ['satu', 'dua', 'tiga'],
    [
      'nol',
      'sepuluh belas',
      'sebelas puluh',
      'dua puluh nol',
      'dua puluh satu dua',
      'banyak belas',
      'x dua belas',
      'dua belas x',
      'x dua puluh',
      'dua puluhx',
    ],
  ],
  ['after-letters', ['A1', 'B2', 'C3'], ['A1234', 'A - - 1', '=A1', 'A1=', 'Nomorurutnyaa1']],
  ['before-letters', ['1A', '2B', '3C'], ['1234A', '1 - - A', '=1A', '1A=', '1Nomorurutnyaa']],
  [
    'letter-number',
    ['01/KBK/2019', '02/KBK/2019', '03/KBK/2019'],
    ['1/2019', '01 KBK 2019', '2018/KBK/2019', '0/2020'],
  ],
  ['letter', ['A', 'B', 'C'], ['AB', 'A.)', '(A', 'É']],
])('[I15] in a column of the style %s nothing else is taken for a number', (style, cells, others) => {
  for (const other of others) {
    const { readings, questions } = column([...cells, other]);
    expect(questions).toMatchObject([{ seen: { style } }]);
    expect([other, readings.at(-1)]).toEqual([other, 'bad']);
  }
});

test('[I15] the plainest style that fits is taken: a column of C, D, I is letters, one of I, V, X is Roman', () => {
  expect(styleOf(['C', 'D', 'I', 'E', 'B'])).toBe('letter');
  expect(styleOf(['I', 'V', 'X'])).toBe('roman');
  expect(styleOf(['1-A', '2-B'])).toBe('digits-and-words');
  expect(styleOf(['?', '!'])).toBe(null);
});
