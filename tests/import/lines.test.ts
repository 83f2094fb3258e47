/** What each row below a header is taken for [I6], by what its cells say: each kind beside rows that are nearly it. */
import { expect, test } from 'vitest';
import { findHeader } from '../../shared/import/find-header.ts';
import type { Cell, Merge } from '../../shared/import/grid.ts';
import { isDitto, kindLines, loneText } from '../../shared/import/lines.ts';
import { readNumber } from '../../shared/import/number-cell.ts';
import { present } from '../../shared/lib/assert.ts';
import { grid } from './read-list.ts';

type Row = readonly Cell[];

const fullHeader: Row = ['No', 'Nama KBK', 'Unit Kerja', 'Judul', 'Kategori', 'Keterangan', 'Anggota'];
const melati: Row = [1, 'KBK Melati', 'Puskesmas Sukamaju', 'Antre', 'Kesehatan', null, 'Ani'];
const mawar: Row = [2, 'KBK Mawar', 'RSUD Bunda', 'Obat', 'Kesehatan', null, 'Budi'];

function lines(rows: readonly Row[], header: Row = fullHeader, merges: readonly Merge[] = []) {
  const sheet = grid([header, ...rows], 'Daftar', merges);
  const found = present(findHeader(sheet), 'a header');
  const columns = found.columns.name === undefined ? { ...found.columns, name: found.columns.unit } : found.columns;
  const slotEnd = header.includes('Selesai') ? header.indexOf('Selesai') : null;
  return kindLines({ grid: sheet, header: found, columns: columns as typeof found.columns, slotEnd, readNumber });
}

function kinds(rows: readonly Row[], header: Row = fullHeader, merges: readonly Merge[] = []): readonly string[] {
  return lines(rows, header, merges).map(({ kind }) => (kind.type === 'lone' ? `lone ${kind.text}` : kind.type));
}

/** What a row is, between two contestants. */
function between(row: Row, header: Row = fullHeader): string | undefined {
  const cut = (each: Row): Row => each.slice(0, header.length);
  return kinds([cut(melati), row, cut(mawar)], header)[1];
}

test.each<readonly [string, string, Row]>([
  ['a contestant', 'data', [3, 'KBK Garuda', 'Dinas Sosial', 'Bansos', 'Umum']],
  ['one without a number', 'data', [null, 'KBK Garuda', 'Dinas Sosial']],
  ['one whose number cannot be read', 'data', ['?', 'KBK Garuda', 'Dinas Sosial']],
  ['one of which only the unit is said', 'data', [3, null, 'Dinas Sosial']],
  ['one of which only the title is said beside the number', 'data', [3, null, null, 'Bansos']],
  ['one of which only the category is said beside the number', 'data', [3, null, null, null, 'Umum']],
  ['a number that nothing is said of yet', 'data', [3]],
  ['a blank row', 'blank', []],
  ['spaces', 'blank', [' ', null, '']],
  ['the header again', 'header', fullHeader],
  ['half of the header again', 'header', ['NO.', 'nama kbk', 'lain', 'lagi']],
  ['less than half of the header', 'skip', ['No', null, null, null, null, 'a', 'Nama KBK', 'b', 'c', 'd']],
  ['one word of the header', 'lone Nama KBK', [null, 'Nama KBK']],
  ['a numbering of three columns', 'header', [1, 2, 3]],
  ['lettered columns', 'header', ['a', 'b', 'c', 'd']],
  ['a total', 'skip', ['Jumlah', '12 KBK']],
  ['a total that is alone', 'skip', ['Total']],
  ['a total of several columns', 'skip', ['Total', null, 'dua', 'tiga', 'empat']],
  ['a signature', 'skip', [null, null, 'Mengetahui']],
  ['two signatures', 'skip', [null, 'Ketua Panitia', null, 'Sekretaris Panitia']],
  ['a place and date', 'skip', [null, null, null, 'Jepara, 8 November 2017']],
  ['a note', 'skip', ['Catatan: hadir lebih awal']],
  ['a note in two cells', 'skip', ['Catatan', 'hadir lebih awal']],
  ['a heading', 'lone PENDIDIKAN', ['PENDIDIKAN']],
  ['a heading behind a letter', 'lone PENDIDIKAN', ['B.', 'PENDIDIKAN']],
  ['an act of the day', 'agenda', [null, 'ISHOMA']],
  ['an act of the day with who does it', 'agenda', [null, 'Sambutan', 'Bupati']],
  ['an act of the day that is numbered', 'agenda', [3, 'Sambutan']],
  ['a title without a group or a number', 'skip', [null, null, null, 'Bansos', null, 'x', 'y']],
  ['a member of the group above', 'member', [null, null, null, null, null, null, 'Citra']],
  ['a text in the number column', 'skip', ['abc', null, null, null, 'x', 'y', 'z']],
])('[I6] %s is taken for %s', (_, kind, row) => {
  expect(between(row)).toBe(kind);
});

test('[I6] a group named like a total or like an act competes all the same', () => {
  expect(between([3, 'Total Kreatif', 'Dinas Sosial'])).toBe('data');
  expect(between([null, 'Total Kreatif', 'Dinas Sosial'])).toBe('data');
  expect(between(['?', 'Total Kreatif', 'Dinas Sosial'])).toBe('data');
  expect(between([null, 'Total', 12])).toBe('skip');
  expect(between([null, 'Total', '12 unit'])).toBe('skip');
  expect(between([null, '12', 'Dinas Sosial'])).toBe('data');
  expect(between([3, 'Penampilan KBK', 'Dinas Sosial', 'Bansos'])).toBe('data');
  expect(between([3, 'Laporan Cepat', 'Dinas Sosial'])).toBe('data');
  expect(between([null, 'Laporan Cepat', 'Dinas Sosial'])).toBe('data');
  expect(between([null, 'Laporan Cepat', 'Sukamaju'])).toBe('agenda');
  expect(between([null, 'Laporan Cepat', 'Sukamaju', 'Bansos'])).toBe('data');
  expect(between([3, 'Laporan Cepat', 'Panitia', 'Bansos'])).toBe('data');
  expect(between([null, 'Laporan Cepat', 'Panitia', 'Bansos'])).toBe('agenda');
  expect(between(['Pembuka', 'Tarian', null])).toBe('data');
});

test('[I6] with one column for name and unit, an act is told by its words alone', () => {
  const header = ['No', 'Unit Kerja', 'Judul'];
  const shared: Row[] = [
    [1, 'Puskesmas Sukamaju', 'Antre'],
    [null, 'Laporan'],
    [null, 'Total', 'Unit'],
    [2, 'RSUD Bunda', 'Obat'],
  ];
  expect(kinds(shared, header)).toEqual(['data', 'agenda', 'skip', 'data']);
});

test('[I6] numbers below the last contestant are no further contestants', () => {
  expect(kinds([melati, [2], [3], mawar, [4], [5]])).toEqual(['data', 'data', 'data', 'data', 'skip', 'skip']);
  expect(kinds([melati, [2], [3, null, null, 'Judul saja'], [4]])).toEqual(['data', 'data', 'data', 'skip']);
  expect(kinds([melati, [2], [3, null, 'Unit saja'], [4]])).toEqual(['data', 'data', 'data', 'skip']);
});

test('[I6] below a signature only numbered rows are contestants', () => {
  const signed: Row = [null, null, 'Mengetahui'];
  expect(kinds([melati, signed, [null, 'KBK Garuda', 'Dinas Sosial'], [null, 'KBK Lain'], mawar])).toEqual([
    'data',
    'skip',
    'skip',
    'skip',
    'data',
  ]);
  expect(kinds([melati, signed, ['Pembuka', 'KBK Garuda', 'Dinas Sosial']]).at(-1)).toBe('data');
});

test('[I6] below any header, two numbered columns are its numbering; further below they are a contestant', () => {
  const header = ['Nomor', 'Nama KBK'];
  const numbering: Row = [1, 2];
  expect(kinds([numbering, [3, 'KBK Melati']], header)).toEqual(['data']);
  expect(kinds([[3, 'KBK Melati'], header, numbering, numbering, [4, 'KBK Mawar']], header)).toEqual([
    'data',
    'header',
    'header',
    'header',
    'data',
  ]);
  expect(kinds([[3, 'KBK Melati'], numbering, [4, 'KBK Mawar']], header)).toEqual(['data', 'data', 'data']);
});

test('[I6] what stands below a signature is no contestant, above it it is', () => {
  const unnumbered: Row = [null, 'KBK Garuda', 'Dinas Sosial'];
  const after = (row: Row) => kinds([melati, row, unnumbered]).at(-1);
  expect(after([null, null, 'Mengetahui'])).toBe('skip');
  expect(after([null, 'Ketua Panitia', null, 'Sekretaris Panitia'])).toBe('skip');
  expect(after([null, null, null, 'Jepara, 8 November 2017'])).toBe('skip');
  expect(after(['Mengetahui', 'a', 'b', 'c'])).toBe('data');
  expect(after([2, null, 'Mengetahui'])).toBe('data');
  expect(after(['Catatan'])).toBe('data');
});

test('[I6] a person of the group above stands in a column that is not read', () => {
  expect(between([null, null, null, null, null, null, 'Citra'])).toBe('member');
  expect(between([null, null, null, null, null, null, 'Citra', '0812'])).toBe('member');
  expect(between([null, null, null, null, null, 'mundur', 'Citra'])).not.toBe('member');
  expect(between([null, null, null, null, 'Umum', null, 'Citra'])).not.toBe('member');
  expect(between([null, null, null, null, null, null, 'Catatan'])).toBe('skip');
  expect(between([null, null, null, null, null, null, 'Mengetahui'])).toBe('skip');
  expect(between([7, null, null, null, null, null, 'Citra'])).toBe('member');
  expect(between([7, null, null, null, null, null, '12'])).toBe('data');
  expect(between([7, null, null, null, null, null, 'C'])).toBe('data');
  expect(between([7, null, null, null, null, null, 'Citra', 'Dewi'])).toBe('data');
  expect(between(['?', null, null, null, null, null, 'Citra'])).toBe('skip');
});

test('[I6] a person is one of the group above also where merged cells say its unit, title or category', () => {
  const merged = (column: number) =>
    kinds([melati, [null, null, null, null, null, null, 'Citra', 'Dewi'], mawar], fullHeader, [
      { top: 1, bottom: 2, left: column, right: column },
    ])[1];
  expect(merged(2)).toBe('member');
  expect(merged(3)).toBe('member');
  expect(merged(4)).not.toBe('member');
});

test('[I6] a row that says only what another column is read for is no person', () => {
  expect(between([null, null, null, null, null, 'mundur', 'Citra', 'Dewi'])).toBe('skip');
  expect(between([null, null, null, null, 'Umum', null, 'Citra', 'Dewi'])).toBe('skip');
  expect(between([null, null, null, null, null, null, 'Citra', 'Catatan'])).toBe('skip');
  const timed = ['Waktu', 'Nama KBK', 'Unit Kerja', 'Judul', 'Anggota'];
  const rows: Row[] = [
    ['08.00', 'KBK Melati', 'Dinas A', 'Antre', 'Ani'],
    ['08.20', null, null, null, 'Budi', 'Citra'],
    [null, null, null, null, 'Budi', 'Citra'],
    ['09.00', 'KBK Mawar', 'Dinas B', 'Obat', 'Dewi'],
  ];
  expect(kinds(rows, timed)).toEqual(['data', 'skip', 'member', 'data']);
});

test('[I6] a total is one behind its number too, where it is sparse', () => {
  const header = ['Nama KBK', 'Unit Kerja', 'No'];
  const kind = (row: Row) => kinds([['KBK Melati', 'Dinas A', 1], row, ['KBK Mawar', 'Dinas B', 2]], header)[1];
  expect(kind(['Jumlah', null, 12])).toBe('skip');
  expect(kind(['Jumlah', '12', 12, 'x'])).toBe('data');
  expect(kind(['Jumlah', '12', null, 'x'])).toBe('skip');
});

test('[I6] what stands in the number column and says no number begins nothing', () => {
  expect(between(['abc', 'KBK Garuda', null, 'Bansos'])).toBe('skip');
  expect(between(['1a', 'KBK Garuda', null, 'Bansos'])).toBe('data');
  expect(between(['abc', 'KBK Garuda', 'Dinas Sosial', 'Bansos'])).toBe('data');
  expect(between([null, 'KBK Garuda', null, 'Bansos'])).toBe('data');
  expect(between([null, null, 'Dinas Sosial', 'Bansos', null, 'x'])).toBe('data');
});

test('[I6] left of the names a person is one only under a heading', () => {
  const rows: Row[] = [
    [1, 'Ani', 'KBK Melati', 'Puskesmas Sukamaju'],
    [null, 'Budi'],
    [2, 'Citra', 'KBK Mawar', 'RSUD Bunda'],
  ];
  expect(kinds(rows, ['No', 'Ketua', 'Nama KBK', 'Unit Kerja'])[1]).toBe('member');
  expect(kinds(rows, ['No', '', 'Nama KBK', 'Unit Kerja'])[1]).toBe('lone Budi');
});

test('[I6] unit, title, category and remark of a merged cell hold for all its rows; number and name do not', () => {
  const rows: Row[] = [
    [1, 'KBK Melati', 'Dinas A', 'Antre', 'Umum', 'mundur'],
    [2, 'KBK Mawar'],
    [3, 'KBK Cempaka', 'Dinas C'],
    [4, 'KBK Garuda'],
  ];
  const merges = [0, 1, 2, 3, 4, 5].map((column) => ({ top: 1, bottom: 3, left: column, right: column }));
  const read = lines(rows, fullHeader, merges).map(({ line }) => [
    line.name,
    line.unit,
    line.title,
    line.category,
    line.status,
  ]);
  expect(read).toEqual([
    ['KBK Melati', 'Dinas A', 'Antre', 'Umum', 'mundur'],
    ['KBK Mawar', 'Dinas A', 'Antre', 'Umum', 'mundur'],
    ['KBK Cempaka', 'Dinas C', 'Antre', 'Umum', 'mundur'],
    ['KBK Garuda', '', '', '', ''],
  ]);
  const wide = [{ top: 1, bottom: 3, left: 2, right: 3 }];
  expect(lines(rows, fullHeader, wide)[1]?.line).toMatchObject({ unit: '', title: '' });
  const beyond = [{ top: 4, bottom: 9, left: 2, right: 2 }];
  expect(lines(rows, fullHeader, beyond)).toHaveLength(4);
});

test('[I6] a merged cell of the header does not reach into the list', () => {
  const rows: Row[] = [
    [1, 'KBK Melati', null],
    [2, 'KBK Mawar', 'Dinas B'],
  ];
  const read = lines(rows, ['No', 'Nama KBK', 'Unit Kerja'], [{ top: 0, bottom: 5, left: 2, right: 2 }]);
  expect(read.map(({ line }) => line.unit)).toEqual(['', 'Dinas B']);
});

test('[I6] a ditto mark means the text above it, down to the next text', () => {
  const rows: Row[] = [
    [1, '"', 'sda', '〃', '-"-', null],
    [2, 'KBK Melati', 'Dinas A', 'Antre', 'Umum', null],
    [3, 'KBK Mawar', '"', 'sda', '- ” -', null],
    [4, 'KBK Cempaka', null, 'idem', "''", '"'],
    [5, 'KBK Garuda', 'sda', 'Obat', ',,', null],
    [6, '〃', 'Dinas B', '"', null, null],
  ];
  const read = lines(rows).map(({ line }) => [line.name, line.unit, line.title, line.category, line.status]);
  expect(read.slice(1)).toEqual([
    ['KBK Melati', 'Dinas A', 'Antre', 'Umum', ''],
    ['KBK Mawar', 'Dinas A', 'Antre', 'Umum', ''],
    ['KBK Cempaka', '', 'Antre', 'Umum', '"'],
    ['KBK Garuda', 'Dinas A', 'Obat', 'Umum', ''],
    ['KBK Garuda', 'Dinas B', 'Obat', '', ''],
  ]);
  expect(read[0]).toEqual(['"', 'sda', '〃', '-"-', '']);
});

test.each([
  ...[
    '"',
    '""',
    '”',
    '〃',
    "'",
    '´´',
    ',,',
    '- " -',
    '–"–',
    'sda',
    'S.D.A.',
    'idem',
    'Id.',
    'ditto',
    'sama',
    'sama dengan atas',
  ].map((text) => [text, true] as const),
  ...['', '-', '"""', ',', 'a"', '"a', 'sda a', 'bsda', 'sama saja', `${'-'.repeat(16)}"`, 7, null, true].map(
    (text) => [text, false] as const,
  ),
])('[I6] %j is a ditto mark: %s', (cell, want) => {
  expect(isDitto(cell)).toBe(want);
});

test('[I6] a line knows its place, its number, its planned time and what is its own', () => {
  const header = ['No', 'Nama KBK', 'Unit Kerja', 'Waktu', 'Selesai'];
  const rows: Row[] = [
    [1, 'KBK Melati', 'Dinas A', '08.00', '08.20'],
    [null, null, null, '08.20', null],
    [null, '"', null, 'siang', null],
  ];
  const read = lines(rows, header, [{ top: 1, bottom: 2, left: 2, right: 2 }]).map(({ line }) => line);
  expect(read).toMatchObject([
    { row: 1, number: { type: 'number', value: 1 }, slot: '08.00–08.20', isBare: false, firstColumn: 0 },
    { row: 2, number: { type: 'blank' }, slot: '08.20', unit: 'Dinas A', isBare: true, firstColumn: 3 },
    { row: 3, name: 'KBK Melati', slot: 'siang', isBare: false, firstColumn: 1, texts: ['"', 'siang'] },
  ]);
});

test.each<readonly [readonly string[], string | null]>([
  [['PENDIDIKAN'], 'PENDIDIKAN'],
  [['PENDIDIKAN', 'PENDIDIKAN'], 'PENDIDIKAN'],
  [['A.', 'PENDIDIKAN'], 'PENDIDIKAN'],
  [['IV', 'PENDIDIKAN', 'PENDIDIKAN'], 'PENDIDIKAN'],
  [['Kelas', 'PENDIDIKAN'], null],
  [['A.', 'PENDIDIKAN', 'SMP'], null],
  [[], ''],
])('[I6] %j say one text: %j', (texts, want) => {
  expect(loneText(texts)).toBe(texts.length === 0 ? null : want);
});
