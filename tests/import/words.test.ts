/** The words and texts of lists, one by one: headers, rows, states, times, dates, cells and delimiters. */
import { expect, test } from 'vitest';
import { cellText, foldSpaces } from '../../shared/import/cell-text.ts';
import { textKey } from '../../shared/lib/text-key.ts';
import {
  saysAgenda,
  saysAgendaRole,
  saysGroup,
  saysKnownCategory,
  saysPeople,
  saysSession,
  saysUnit,
  shareOf,
} from '../../shared/import/content-words.ts';
import { parseCsv } from '../../shared/import/csv.ts';
import { isForeignHeader, matchHeader, saysDrawn, saysEnd } from '../../shared/import/header-words.ts';
import {
  headingName,
  isDocumentTitle,
  isEnumerator,
  isNote,
  isSignature,
  isTotal,
  mayBeHeading,
  saysBlock,
  statusInBrackets,
  statusOf,
} from '../../shared/import/row-words.ts';
import { isDateFormat, serialDateText } from '../../shared/import/serial-date.ts';
import { holdsTime, slotText } from '../../shared/import/slot-text.ts';
import { limits } from '../../shared/limits.ts';

test.each<readonly [string, readonly (readonly [string, number])[]]>([
  ['#', [['number', 100]]],
  ['##', [['number', 100]]],
  ['', []],
  ['x#', []],
  ['Nomor Urut Tampil', [['number', 200]]],
  ['No. Urut Tampil', [['number', 199]]],
  ['Nama KBK', [['name', 200]]],
  ['OPD', [['unit', 198]]],
  ['Nama KBK Lomba', [['name', 195]]],
  ['Judul yang dilombakan', [['title', 194]]],
  ['Hasil Undian Nomor', [['number', 185]]],
  ['Maju Ke', [['number', 184]]],
  [
    'Nama KBK (asal)',
    [
      ['name', 197],
      ['unit', 34],
    ],
  ],
  [
    'Judul Risalah KBK',
    [
      ['title', 73],
      ['name', 33],
    ],
  ],
  ['Alamat Kantor', []],
  ['Jumlah Anggota', []],
  ['Nama Ketua', []],
  ['Nilai Inovasi', []],
])('[I5] the header %j may stand for %j', (text, want) => {
  expect(matchHeader(text).map(({ field, score }) => [field, score])).toEqual(want);
});

test('[I5] a header of two parts may stand for the fields of both', () => {
  for (const text of [
    'Nama KBK / Unit Kerja',
    'Nama KBK & Unit Kerja',
    'Nama KBK | Unit Kerja',
    'Nama KBK dan Unit Kerja',
    'Nama KBK ATAU Unit Kerja',
  ])
    expect(
      matchHeader(text)
        .map(({ field }) => field)
        .toSorted(),
    ).toEqual(['name', 'unit']);
  expect(matchHeader('Nama KBK / Unit Kerja')).toEqual([
    { field: 'name', score: 196 },
    { field: 'unit', score: 195 },
  ]);
});

test('[I5] a long header, and one of a place, name a field only by a phrase of two words at their beginning', () => {
  expect(matchHeader('Judul satu dua tiga empat lima')[0]?.field).toBe('title');
  expect(matchHeader('Judul satu dua tiga empat lima enam')).toEqual([]);
  expect(matchHeader('Judul Risalah satu dua tiga empat lima')[0]?.field).toBe('title');
  expect(matchHeader('Judul di ruang')).toEqual([]);
  expect(matchHeader('Judul Risalah di ruang')[0]?.field).toBe('title');
  expect(matchHeader('Bidang Lomba')[0]).toEqual({ field: 'category', score: 196 });
  expect(matchHeader('yang judul')[0]).toEqual({ field: 'title', score: 35 });
});

test.each([
  [isForeignHeader, ['Ketua', 'No. HP', 'Alamat lengkap'], ['Nama KBK', 'Ketuanya', '']],
  [saysDrawn, ['No Undian', 'URUTAN TAMPIL', 'Performer', 'Drawing'], ['No', 'Tampilan', 'Lotion']],
  [saysEnd, ['Selesai', 'S/D', 'Jam Selesai', 'hingga'], ['Selesainya', 'Waktu', 'belum selesai']],
  [isTotal, ['JUMLAH 12', 'Grand Total', 'Sub-total', 'rata-rata'], ['Totalitas', 'KBK Total']],
  [
    isSignature,
    ['Mengetahui,', 'Ketua Tim Juri', 'a.n. Bupati', 'Jepara, 8 November 2017', 'Kota Batu, ...... 2017'],
    [
      'Jepara 2017',
      'Rabu, 8 November 2017',
      "Jum'at, 8 November 2017",
      'Hari Rabu, 8 November 2017',
      'KBK Mengetahui',
      'J, 2017',
    ],
  ],
  [isNote, ['* wajib', 'Catatan:', 'NB hadir', 'Hal 2'], ['Catatannya', 'x * y', 'KBK Warna']],
  [isDocumentTitle, ['DAFTAR PESERTA', 'Gelar Budaya'], ['Gelaran', 'Isi daftar']],
  [isEnumerator, ['A', 'b)', 'II.', 'xiv', 'Z.'], ['AB', '1', 'A..', 'IIIIII', '']],
  [
    saysBlock,
    ['KATEGORI SEHAT', 'A. Bidang X', 'II) Klaster', `Jenis ${'x'.repeat(74)}`],
    ['Sehat', 'Bidangnya', `Jenis ${'x'.repeat(75)}`, '1. Bidang X'],
  ],
  [
    mayBeHeading,
    ['SEHAT', 'A1 bc', 'x'.repeat(80)],
    ['x'.repeat(81), 'A 1', 'Total', 'Mengetahui', 'Catatan', 'Daftar'],
  ],
  [saysUnit, ['Dinas X', 'SMPN 2', 'rsud'], ['Dinasti', 'KBK Dinas']],
  [saysGroup, ['KBK X', 'Tim A'], ['Timun', 'X KBK']],
  [saysAgenda, ['ISHOMA', 'Check-in'], ['Banda', 'KBK Doa']],
  [saysAgendaRole, ['Panitia', 'Walikota X', 'Wali Kota'], ['Kepalanya', 'X Panitia']],
  [saysSession, ['Hari 1', 'Ruang A', '08.00', '8 Nov 2017'], ['Harian', 'KBK Pagi', '8']],
  [saysPeople, ['Daftar Juri', 'tamu'], ['Jurian', 'Peserta']],
  [saysKnownCategory, ['Kesehatan', 'SMP Negeri'], ['Sehat', 'Bidang Kesehatan']],
  [holdsTime, ['08.00', 'pk 9:30 wib', '24.00'], ['8', '25.00', '108.00', '8.000', '8-00']],
] as const)('[I6] %o is true of its words alone', (says, yes, no) => {
  for (const text of yes) expect([text, says(text)]).toEqual([text, true]);
  for (const text of no) expect([text, says(text)]).toEqual([text, false]);
});

test('[I14] a share is that of all texts, and nothing of none', () => {
  expect(shareOf([], () => true)).toBe(0);
  expect(shareOf(['a', 'b', 'b', 'b'], (text) => text === 'a')).toBe(0.25);
});

test.each([
  ['A. KATEGORI KESEHATAN (4 KBK)', 'KESEHATAN'],
  ['Bidang: Pendidikan', 'Pendidikan'],
  ['Klaster - Umum :', 'Umum'],
  ['II) Umum', 'Umum'],
  ['Umum (besar)', 'Umum (besar)'],
  ['Umum ( 4 )', 'Umum'],
  ['Umum (4) lagi', 'Umum (4) lagi'],
  ['KATEGORI', 'KATEGORI'],
  ['Kategori: ', 'Kategori:'],
  ['A.', 'A.'],
  ['Bidangnya', 'Bidangnya'],
])('[I17] the heading %j names %j', (text, name) => {
  expect(headingName(text)).toBe(name);
});

test.each([
  ['Mengundurkan diri', 'withdrawn'],
  ['BATAL', 'withdrawn'],
  ['gugur', 'withdrawn'],
  ['tidak jadi mundur', 'waiting'],
  ['tidak batal', 'waiting'],
  ['belum gugur', 'waiting'],
  ['bukan didiskualifikasi', 'waiting'],
  ['Diskualifikasi', 'disqualified'],
  ['mundur lalu didiskualifikasi', 'disqualified'],
  ['tidak hadir', 'no-show'],
  ['tdk hadir', 'no-show'],
  ['No-show', 'no-show'],
  ['absensi', 'waiting'],
  ['pembuka', 'exhibition'],
  ['mundurnya', 'waiting'],
  ['hadir', 'waiting'],
])('[I7] the remark %j says %s', (remark, status) => {
  expect(statusOf(remark)).toBe(status);
  expect(statusInBrackets(`KBK A (${remark}) `)).toBe(status);
});

test('[I7] only the brackets at the end of a name tell a state', () => {
  expect(statusInBrackets('KBK A (batal) B')).toBe('waiting');
  expect(statusInBrackets('KBK batal')).toBe('waiting');
  expect(statusInBrackets(`KBK A (batal${' x'.repeat(37)}x)`)).toBe('withdrawn');
  expect(statusInBrackets(`KBK A (batal${' x'.repeat(38)})`)).toBe('waiting');
});

test.each([
  ['08.00', '', '08.00'],
  ['8:00', '9.5', '08.00'],
  ['08.00 - 08.20', '', '08.00–08.20'],
  ['pukul 8.00', 's.d. 09:15 WIB', '08.00–09.15'],
  ['08.00', '08.00', '08.00'],
  ['08.00', '09.00 10.00', '08.00–09.00'],
  ['siang', '', 'siang'],
  ['25.00', '', '25.00'],
  ['', '09.00', '09.00'],
  [`${'x'.repeat(limits.slotLength - 1)} y`, '', 'x'.repeat(limits.slotLength - 1)],
])('[I19] from %j and %j the planned time is %j', (begin, end, want) => {
  expect(slotText(begin, end)).toBe(want);
});

test.each<readonly [number, 1900 | 1904, string | null]>([
  [0, 1900, '00:00'],
  [0.5, 1900, '12:00'],
  [0.999999, 1900, '1900-01-01'],
  [1, 1900, '1900-01-01'],
  [59, 1900, '1900-02-28'],
  [60, 1900, '1900-02-28'],
  [61, 1900, '1900-03-01'],
  [25_569, 1900, '1970-01-01'],
  [36_585, 1900, '2000-02-29'],
  [36_586, 1900, '2000-03-01'],
  [46_056.354167, 1900, '2026-02-03 08:30'],
  [46_387, 1900, '2026-12-31'],
  [46_388, 1900, '2027-01-01'],
  [73_109, 1900, '2100-02-28'],
  [73_110, 1900, '2100-03-01'],
  [1, 1904, '1904-01-02'],
  [24_107, 1904, '1970-01-01'],
  [2_958_465, 1900, '9999-12-31'],
  [2_958_466, 1900, null],
  [-0.1, 1900, null],
  [Number.NaN, 1900, null],
])('[I3] the stored date %d counted from %d is %j', (serial, epoch, want) => {
  expect(serialDateText(serial, epoch)).toBe(want);
});

test.each([
  ['dd/mm/yyyy', true],
  ['[h]:mm', true],
  ['HH:MM', true],
  ['[$-421]dddd', true],
  ['0.00', false],
  ['General', false],
  ['Standard', false],
  ['"hari" 0', false],
  ['\\d0', false],
  ['_d0', false],
  ['*d0', false],
  ['[Red]0', false],
  ['[$Rp-421]#,##0', false],
  ['#,##0 AM/PM', false],
  ['0 a/p', false],
  ['"x"d', true],
])('[I3] the format %j shows a date: %s', (format, want) => {
  expect(isDateFormat(format)).toBe(want);
});

test('[I4] a cell is text as a person reads it', () => {
  expect(cellText(null)).toBe('');
  expect(cellText(true)).toBe('YA');
  expect(cellText(false)).toBe('TIDAK');
  expect(cellText(85.5)).toBe('85,5');
  expect(cellText(' a\u00a0 b\r\n\tc\u0007 ')).toBe('a b c');
  expect(cellText('a\u200bb\u00adc\ufeff')).toBe('abc');
  expect(cellText('x'.repeat(4001))).toHaveLength(4000);
  expect(foldSpaces('e\u0301')).toBe('\u00e9');
  expect(textKey('  NO. URUT\nTAMPIL! ')).toBe('no urut tampil');
  expect(textKey('Éa\u0301\u0301 ﬁ Ⅳ')).toBe('ea fi iv');
  expect(textKey(`${'x'.repeat(4000)} y`)).toBe('x'.repeat(4000));
});

const wide = { rows: 100, columns: 50 };
const rowsOf = (text: string, bounds = wide) => parseCsv(text, bounds).rows;

test.each<readonly [string, readonly (readonly string[])[]]>([
  [
    'a;b\nc;d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a,b\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a\tb\rc\td',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a|b\n\nc|d', [['a', 'b'], [''], ['c', 'd']]],
  [
    '1,5;2,5\n3,5;4,5',
    [
      ['1,5', '2,5'],
      ['3,5', '4,5'],
    ],
  ],
  ['sep=,\na;b,c', [['a;b', 'c']]],
  ['SEP=|\r\na|b', [['a', 'b']]],
  ['x sep=,\na;b', [['x sep=,'], ['a', 'b']]],
  [
    'a;"b;c"\n"d ""e""";f',
    [
      ['a', 'b;c'],
      ['d "e"', 'f'],
    ],
  ],
  [
    '"a\nb";c\nd;e',
    [
      ['a\nb', 'c'],
      ['d', 'e'],
    ],
  ],
  [
    '"a"x;b\nc;d',
    [
      ['ax', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    '6" pipa;b\nc;d',
    [
      ['6" pipa', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    '"pipa;b\nc;d',
    [
      ['"pipa', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a;b\u001a', [['a', 'b']]],
  [
    'a;b;\nc;d;',
    [
      ['a', 'b', ''],
      ['c', 'd', ''],
    ],
  ],
  ['a', [['a']]],
  ['', [['']]],
  ['judul, panjang\na;b\nc;d\ne;f', [['judul, panjang'], ['a', 'b'], ['c', 'd'], ['e', 'f']]],
  ['x\ny\nz\na,b', [['x'], ['y'], ['z'], ['a', 'b']]],
])('[I3] the text %j is read as %j', (text, want) => {
  expect(rowsOf(text)).toEqual(want);
});

test('[I3] what lies outside the bounds is told where it is not blank', () => {
  const two = { rows: 2, columns: 2 };
  expect(parseCsv('a;b\nc;d', two)).toEqual({
    rows: [
      ['a', 'b'],
      ['c', 'd'],
    ],
    exceeded: null,
  });
  expect(parseCsv('a;b\nc;d\n ; \n', two)).toMatchObject({ exceeded: null });
  expect(parseCsv('a;b\nc;d\n;e', two)).toMatchObject({ exceeded: 'rows' });
  expect(parseCsv('a;b; \nc;d;', two)).toEqual({
    rows: [
      ['a', 'b'],
      ['c', 'd'],
    ],
    exceeded: null,
  });
  expect(parseCsv('a;b;c\nc;d;', two)).toMatchObject({ exceeded: 'columns' });
});
