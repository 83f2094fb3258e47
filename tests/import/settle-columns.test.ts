/** Columns whose headers do not decide what they are: told by what stands in them, asked of a person, or set by hand. */
import { expect, test } from 'vitest';
import { findHeader } from '../../shared/import/find-header.ts';
import type { Cell } from '../../shared/import/grid.ts';
import { createAsker } from '../../shared/import/questions.ts';
import { settleColumns, unusedColumns } from '../../shared/import/settle-columns.ts';
import type { ImportAnswers, ManualMapping } from '../../shared/import/types.ts';
import { present } from '../../shared/lib/assert.ts';
import { grid } from './read-list.ts';

type Row = readonly Cell[];

const names = ['KBK Melati', 'KBK Mawar', 'KBK Cempaka', 'KBK Kenanga', 'KBK Garuda'];
const units = ['Puskesmas Sukamaju', 'RSUD Harapan Bunda', 'Dinas Sosial', 'SMPN 2 Sidorejo', 'Badan Keuangan'];
const titles = [
  'Percepatan Pelayanan Pendaftaran Pasien',
  'Menurunkan Waktu Tunggu Obat Racikan',
  'Meningkatkan Cakupan Imunisasi Dasar',
  'Mempercepat Rekap Laporan Bulanan',
  'Mengurangi Keterlambatan Siswa',
];

interface Choices {
  readonly mapping?: ManualMapping;
  readonly answers?: ImportAnswers;
}

/** Which column each field is read from, and what is asked on the way. */
function settled(header: Row, rows: readonly Row[], { mapping = {}, answers = {} }: Choices = {}) {
  const sheet = grid([header, ...rows]);
  const found = present(findHeader(sheet), 'a header');
  const asker = createAsker(answers);
  const { columns, slotEnd } = settleColumns({
    grid: sheet,
    header: found,
    columns: { ...found.columns, ...(found.columns.name === undefined ? { name: found.columns.unit } : {}) },
    manual: mapping,
    asker,
  });
  return { columns, slotEnd, questions: asker.questions() };
}

/** A column of each kind beside name and unit, row by row. */
function beside(cells: readonly Cell[]): Row[] {
  return cells.map((cell, index) => [names[index % 5] ?? '', units[index % 5] ?? '', cell]);
}

const plainHeader = ['Nama KBK', 'Unit Kerja', 'Nomor'];

test('[I14] numbers that were drawn under an unknown heading beside a running number are asked about', () => {
  const rows = [3, 1, 2].map((drawn, index): Row => [index + 1, names[index] ?? '', units[index] ?? '', drawn]);
  const { columns, questions } = settled(['No', 'Nama KBK', 'Unit Kerja', 'Bola'], rows);
  expect(columns).toEqual({ number: 3, name: 1, unit: 2 });
  expect(questions).toEqual([
    {
      type: 'draw-column',
      seen: { type: 'running-numbers', column: 'A', heading: 'No' },
      columns: ['A', 'D'],
      choices: ['D', 'A', 'none'],
      meanings: {
        D: { type: 'numbers-of-column', column: 'D', heading: 'Bola', samples: ['3', '1', '2'] },
        A: { type: 'numbers-of-column', column: 'A', heading: 'No', samples: ['1', '2', '3'] },
        none: { type: 'not-drawn' },
      },
      assumed: 'D',
      mustAnswer: true,
    },
  ]);
});

test('[I14] the answer decides which numbers are read, or that none are', () => {
  const rows = [3, 1, 2].map((drawn, index): Row => [index + 1, names[index] ?? '', units[index] ?? '', drawn]);
  const answered = (answer: string) =>
    settled(['No', 'Nama KBK', 'Unit Kerja', 'Bola'], rows, { answers: { 'draw-column': answer } }).columns;
  expect(answered('A')).toEqual({ number: 0, name: 1, unit: 2 });
  expect(answered('D')).toEqual({ number: 3, name: 1, unit: 2 });
  expect(answered('none')).toEqual({ name: 1, unit: 2 });
  expect(answered('Z')).toEqual({ number: 3, name: 1, unit: 2 });
});

test('[I14] without any number column, numbers under an unknown heading are proposed, running or not', () => {
  for (const cells of [
    [1, 2, 3],
    [3, 1, 2],
  ]) {
    const { columns, questions } = settled(['Nama KBK', 'Unit Kerja', 'Bola'], beside(cells));
    expect(columns).toEqual({ name: 0, unit: 1, number: 2 });
    expect(questions).toMatchObject([{ seen: { type: 'no-number-column' }, columns: ['C'], choices: ['C', 'none'] }]);
  }
});

test('[I14] drawn numbers may be a remark column, which is then no remark any more', () => {
  const header = ['No', 'Nama KBK', 'Unit Kerja', 'Keterangan'];
  const rows = ['A3', 'Bola 1', 'C-2'].map((drawn, index): Row => [
    index + 1,
    names[index] ?? '',
    units[index] ?? '',
    drawn,
  ]);
  expect(settled(header, rows).columns).toEqual({ number: 3, name: 1, unit: 2 });
  expect(settled(header, rows, { answers: { 'draw-column': 'A' } }).columns).toEqual({
    number: 0,
    name: 1,
    unit: 2,
    status: 3,
  });
});

test.each<readonly [string, readonly Cell[]]>([
  ['the same number twice', [3, 1, 1]],
  ['a nought', [3, 0, 1]],
  ['numbers over 999', [3, 1, 1000]],
  ['numbers over 30 and three times the rows', [3, 1, 31]],
  ['running numbers', [1, 2, 3]],
  ['running numbers from five', [5, 6, 7]],
  ['words', ['tiga', 'satu', 'dua']],
  ['numbers in less than six of ten rows', [3, 1, '', '', 2, '', '', '']],
  ['words beside one in ten of the numbers', [3, 1, '?', 2, 5]],
])('[I14] beside a running number, %s are no drawn ones', (_, cells) => {
  const rows = cells.map((drawn, index): Row => [index + 1, names[index % 5] ?? '', units[index % 5] ?? '', drawn]);
  const { columns, questions } = settled(['No', 'Nama KBK', 'Unit Kerja', 'Bola'], rows);
  expect(columns.number).toBe(0);
  expect(questions.filter(({ type }) => type === 'draw-column')).toEqual([]);
});

test.each<readonly [string, readonly Cell[]]>([
  ['the largest of 30', [3, 1, 30]],
  ['Roman numbers', ['II', 'I', 'IV']],
  ['numbers after letters', ['A02', 'Bola 1', 'LotBaru-3']],
  ['numbers in six of ten rows', [3, 1, 2, '', '']],
  ['nine of ten that are numbers', [3, 1, 2, 5, 4, 7, 6, 9, 8, '?']],
  ['three times as many as there are rows', [36, ...Array.from({ length: 11 }, (_, index) => index + 1)]],
])('[I14] beside a running number, %s may be drawn ones', (_, cells) => {
  const rows = cells.map((drawn, index): Row => [index + 1, names[index % 5] ?? '', units[index % 5] ?? '', drawn]);
  expect(settled(['No', 'Nama KBK', 'Unit Kerja', 'Bola'], rows).columns.number).toBe(3);
});

test('[I14] a heading that says "drawn", a foreign heading, and a choice by hand leave no doubt', () => {
  const rows = [3, 1, 2].map((drawn, index): Row => [index + 1, names[index] ?? '', units[index] ?? '', drawn]);
  const asked = (first: string, last: string, choices: Choices = {}) =>
    settled([first, 'Nama KBK', 'Unit Kerja', last], rows, choices);
  expect(asked('No Undian', 'Bola')).toMatchObject({ columns: { number: 0 }, questions: [] });
  expect(asked('No Peserta', 'Bola').columns.number).toBe(3);
  expect(asked('No Dada', 'Bola').columns.number).toBe(3);
  expect(asked('No', 'Jumlah Anggota')).toMatchObject({ columns: { number: 0 }, questions: [] });
  expect(asked('No', 'Bola', { mapping: { number: 'A' } })).toMatchObject({ columns: { number: 0 }, questions: [] });
});

test('[I14] a number column that is not running is believed, and one row decides nothing', () => {
  const rows = [3, 1, 2].map((drawn, index): Row => [drawn, names[index] ?? '', units[index] ?? '', 5 - index * 2]);
  expect(settled(['No', 'Nama KBK', 'Unit Kerja', 'Bola'], rows)).toMatchObject({
    columns: { number: 0 },
    questions: [],
  });
  const one = [[1, names[0] ?? '', units[0] ?? '', 5]];
  expect(settled(['No', 'Nama KBK', 'Unit Kerja', 'Bola'], one)).toMatchObject({
    columns: { number: 0 },
    questions: [],
  });
  expect(settled(['Nama KBK', 'Unit Kerja', 'Bola'], beside([5])).columns.number).toBe(undefined);
});

test('[I14] a time column holds times in half of its cells', () => {
  const header = ['Nama KBK', 'Unit Kerja', 'Waktu'];
  expect(settled(header, beside(['08.00', '09.00', 'pagi', 'siang'])).columns.slot).toBe(2);
  expect(settled(header, beside(['08.00', 'sore', 'pagi', 'siang'])).columns.slot).toBe(undefined);
  expect(settled(header, beside(['', '', ''])).columns.slot).toBe(undefined);
  expect(settled(header, beside(['sore', 'pagi']), { mapping: { slot: 'C' } }).columns.slot).toBe(2);
});

test('[I14] a number column that holds telephone numbers is none', () => {
  expect(settled(plainHeader, beside(['0812 3456-789', '+62.812.345.678', 3])).columns.number).toBe(undefined);
  expect(settled(plainHeader, beside(['08123456', '08123457', '08123458'])).columns.number).toBe(2);
  expect(settled(plainHeader, beside(['0812 3456-789', 3])).columns.number).toBe(2);
  expect(settled(plainHeader, beside(['hp 081234567', 'hp 081234568', '081234569 wa'])).columns.number).toBe(2);
  expect(settled(plainHeader, beside(['', ''])).columns.number).toBe(2);
  const phones = ['081234567', '081234568', '081234569'];
  expect(settled(plainHeader, beside(phones), { mapping: { number: 'C' } }).columns.number).toBe(2);
});

test('[I14] an end stands right beside the beginning, under a heading that says so', () => {
  const rows: Row[] = ['08.00', '09.00'].map((from, index) => [names[index] ?? '', units[index] ?? '', from, '10.00']);
  expect(settled(['Nama KBK', 'Unit Kerja', 'Waktu', 'Selesai'], rows).slotEnd).toBe(3);
  expect(settled(['Nama KBK', 'Unit Kerja', 'Waktu', 'Lama'], rows).slotEnd).toBe(null);
  expect(settled(['Nama KBK', 'Waktu', 'Unit Kerja', 'Selesai'], rows).slotEnd).toBe(null);
  expect(settled(['Nama KBK', 'Unit Kerja', 'Ruang', 'Selesai'], rows).slotEnd).toBe(null);
});

test('[I14] a programme names its groups where it names its acts', () => {
  const acts = ['Pembukaan', 'Melati', 'Mawar'];
  const rows = acts.map((act, index): Row => [index + 1, act, units[index] ?? '']);
  const nameOf = (heading: string, choices: Choices = {}, lines = rows) =>
    settled(['No', heading, 'Unit Kerja'], lines, choices).columns.name;
  for (const heading of ['Acara', 'Mata Acara', 'Susunan Acara', 'Nama Acara', 'Agenda', 'Uraian', 'Penampil Ke'])
    expect([heading, nameOf(heading)]).toEqual([heading, 1]);
  expect(nameOf('Judul Acara')).toBe(2);
  expect(nameOf('Acara', { mapping: { name: '' } })).toBe(2);
  expect(nameOf('Acara', {}, rows.slice(0, 2))).toBe(2);
  expect(nameOf('Acara', {}, rows.slice(1))).toBe(1);
});

test('[I14] where villages compete, the district is their unit', () => {
  const rows: Row[] = ['Sukamaju', 'Karangasri'].map((village, index) => [index + 1, 'Jepara', village]);
  const nameOf = (unit: string, village: string, choices: Choices = {}) => {
    const { columns } = settled(['No', unit, village], rows, choices);
    return columns.name;
  };
  for (const village of ['Desa', 'Nama Desa', 'Kelurahan', 'Kampung', 'Nagari'])
    expect([village, nameOf('Kecamatan', village)]).toEqual([village, 2]);
  for (const unit of ['Kabupaten', 'Kota', 'Wilayah']) expect([unit, nameOf(unit, 'Nama Desa')]).toEqual([unit, 2]);
  expect(nameOf('Unit Kerja', 'Desa')).toBe(1);
  expect(nameOf('Kecamatan', 'Alamat Desa')).toBe(1);
  expect(nameOf('Kecamatan', 'Desa', { mapping: { name: '' } })).toBe(1);
  expect(nameOf('Kecamatan', 'Desa', { mapping: { unit: 'B' } })).toBe(1);
});

test('[I14] a unit under an unknown heading is proposed, and asked about', () => {
  const rows = units.map((unit, index): Row => [index + 1, names[index] ?? '', unit]);
  const { columns, questions } = settled(['No', 'Nama KBK', 'Xyz'], rows);
  expect(columns).toEqual({ number: 0, name: 1, unit: 2 });
  expect(questions).toEqual([
    {
      type: 'unused-columns',
      seen: { type: 'unknown-columns', columns: [{ column: 'C', heading: 'Xyz' }] },
      columns: ['C'],
      choices: ['proposed', 'title=C', 'category=C', 'none'],
      meanings: {
        proposed: { type: 'columns-as', columns: [{ column: 'C', field: 'unit' }] },
        'title=C': { type: 'columns-as', columns: [{ column: 'C', field: 'title' }] },
        'category=C': { type: 'columns-as', columns: [{ column: 'C', field: 'category' }] },
        none: { type: 'columns-unused' },
      },
      assumed: 'proposed',
      mustAnswer: true,
    },
  ]);
});

test('[I14] what a person chooses for an unknown column is what it is read as', () => {
  const rows = units.map((unit, index): Row => [index + 1, names[index] ?? '', unit]);
  const answered = (answer: string) =>
    settled(['No', 'Nama KBK', 'Xyz'], rows, { answers: { 'unused-columns': answer } }).columns;
  expect(answered('title=C')).toEqual({ number: 0, name: 1, title: 2 });
  expect(answered('category=C')).toEqual({ number: 0, name: 1, category: 2 });
  expect(answered('none')).toEqual({ number: 0, name: 1 });
  expect(answered('unit=C')).toEqual({ number: 0, name: 1, unit: 2 });
  expect(answered('title=B')).toEqual({ number: 0, name: 1, unit: 2 });
});

test('[I14] an unknown column that looks like nothing is offered, but not taken', () => {
  const cells = ['Bu Ani', 'Pak Budi', 'Bu Citra', 'Pak Dedi', 'Bu Eka'];
  const rows = cells.map((cell, index): Row => [index + 1, names[index] ?? '', units[index] ?? '', cell]);
  const { columns, questions } = settled(['No', 'Nama KBK', 'Unit Kerja', 'Xyz'], rows);
  expect(columns).toEqual({ number: 0, name: 1, unit: 2 });
  expect(questions).toMatchObject([
    { choices: ['title=D', 'category=D', 'none'], assumed: 'none', mustAnswer: false, columns: ['D'] },
  ]);
  const full = rows.map((row): Row => [...row, 'Antre', 'Umum']);
  expect(settled(['No', 'Nama KBK', 'Unit Kerja', 'Xyz', 'Judul', 'Kategori'], full).questions).toEqual([]);
});

test('[I14] at most four unknown columns are offered', () => {
  const words = ['Bu Ani', 'Pak Budi', 'Bu Citra', 'Pak Dedi', 'Bu Eka'];
  const rows = names.map((name, index): Row => [
    name,
    units[index] ?? '',
    ...words.map((word) => `${word} ${index}`),
    'Antre',
  ]);
  const { questions } = settled(['Nama KBK', 'Unit Kerja', 'Xa', 'Xb', 'Xc', 'Xd', 'Xe', 'Judul'], rows);
  expect(questions[0]?.choices).toEqual(['category=C', 'category=D', 'category=E', 'category=F', 'none']);
  expect(questions[0]?.columns).toEqual(['C', 'D', 'E', 'F', 'G']);
});

/** What the column under `Xyz` is proposed as, beside a name and, unless it is missing, a unit. */
function proposed(cells: readonly Cell[], header: Row = ['Nama KBK', 'Unit Kerja', 'Xyz'], choices: Choices = {}) {
  const { questions } = settled(header, beside(cells), choices);
  const meaning = questions.find(({ type }) => type === 'unused-columns')?.meanings['proposed'];
  return meaning?.type === 'columns-as' ? meaning.columns.map(({ field }) => field) : null;
}

test('[I14] long and different texts are titles', () => {
  expect(proposed(titles)).toEqual(['title']);
  const exactly = (length: number) => names.map((_, index) => `${index} `.padEnd(length, 'antre '));
  expect(proposed(exactly(22).map((text) => text.trim().padEnd(22, 'x')))).toEqual(['title']);
  expect(proposed(exactly(21).map((text) => text.trim().padEnd(21, 'x')))).toBe(null);
  const twice = [...titles.slice(0, 4), titles[0] ?? ''];
  expect(proposed(twice)).toEqual(['title']);
  const thrice = [...titles.slice(0, 3), titles[0] ?? '', titles[1] ?? ''];
  expect(proposed(thrice)).toBe(null);
  expect(proposed(titles.map((_, index) => `https://contoh.id/berkas/${index}/unduh`))).toBe(null);
  expect(proposed(titles.map((title, index) => (index === 0 ? 'HTTP://contoh.id/berkas/unduh' : title)))).toBe(null);
  expect(proposed(titles.map((title) => `lihat https: ${title}`))).toEqual(['title']);
  expect(proposed(titles, ['Nama KBK', 'Unit Kerja', 'Xyz'], { mapping: { title: '' } })).toBe(null);
});

test('[I14] two to eight short texts that come again are categories, which are never assumed', () => {
  expect(proposed(['Sehat', 'Sehat', 'Cerdas', 'Cerdas'])).toEqual(['category']);
  expect(settled(['Nama KBK', 'Unit Kerja', 'Xyz'], beside(['Sehat', 'Sehat', 'Cerdas', 'Cerdas']))).toMatchObject({
    columns: { name: 0, unit: 1 },
    questions: [{ assumed: 'none', mustAnswer: true }],
  });
  expect(proposed(['Sehat', 'SEHAT.', 'Cerdas', 'Cerdas'])).toEqual(['category']);
  expect(proposed(['Sehat', 'Sehat', 'Sehat', 'Sehat'])).toBe(null);
  expect(proposed(['Sehat', 'Sehat', 'Cerdas'])).toBe(null);
  const many = (count: number) =>
    Array.from({ length: count * 2 }, (_, index) => `Ruji ${'abcdefghi'.charAt(index % count)}`);
  expect(proposed(many(8))).toEqual(['category']);
  expect(proposed(many(9))).toBe(null);
  const long = (length: number) => ['a', 'a', 'b', 'b'].map((letter) => `${letter} antre`.padEnd(length, 'x'));
  expect(proposed(long(40))).toEqual(['category']);
  expect(proposed(long(41))).toBe(null);
  expect(proposed(['Sehat', '"', 'Cerdas', 'sda', 'Sehat', 'Cerdas'])).toEqual(['category']);
});

test('[I14] units are told in six of ten cells, groups where nothing names them yet', () => {
  const header = ['Nama KBK', 'Judul', 'Xyz'];
  expect(proposed(['Dinas A', 'Dinas B', 'Dinas C', 'Bu Ani', 'Bu Eka'], header)).toEqual(['unit']);
  expect(proposed(['Dinas A', 'Dinas B', 'Bu Budi', 'Bu Ani', 'Bu Eka'], header)).toBe(null);
  expect(proposed(['KBK A', 'KBK B', 'KBK C', 'Bu Ani', 'Bu Eka'], ['Unit Kerja', 'Judul', 'Xyz'])).toEqual(['name']);
  expect(proposed(['KBK A', 'KBK B', 'Bu Budi', 'Bu Ani', 'Bu Eka'], ['Unit Kerja', 'Judul', 'Xyz'])).toBe(null);
  expect(proposed(['KBK A', 'KBK B', 'KBK C', 'KBK D', 'KBK E'], header)).toBe(null);
});

test('[I14] each field is proposed for one column', () => {
  const rows = titles.map((title, index): Row => [names[index] ?? '', title, `${title} lagi`]);
  const { questions, columns } = settled(['Nama KBK', 'Xa', 'Xb'], rows);
  expect(questions[0]?.meanings['proposed']).toEqual({
    type: 'columns-as',
    columns: [{ column: 'B', field: 'title' }],
  });
  expect(columns).toEqual({ name: 0, title: 1 });
});

test('[I14] two columns are proposed together, and each may be chosen alone', () => {
  const rows = titles.map((title, index): Row => [names[index] ?? '', units[index] ?? '', title]);
  const header = ['Nama KBK', 'Xa', 'Xb'];
  const { questions, columns } = settled(header, rows);
  expect(columns).toEqual({ name: 0, unit: 1, title: 2 });
  expect(questions[0]?.choices).toEqual([
    'proposed',
    'unit=B',
    'title=B',
    'category=B',
    'unit=C',
    'title=C',
    'category=C',
    'none',
  ]);
  expect(settled(header, rows, { answers: { 'unused-columns': 'title=C' } }).columns).toEqual({ name: 0, title: 2 });
});

test.each<readonly [string, string, readonly Cell[]]>([
  ['a foreign heading', 'Ketua Kelompok', titles],
  ['an end', 'Selesai', titles],
  ['numbers', 'Xyz', ['12/3', '4.5', '(6)', '7+8', 'sembilan belas kali ukur']],
  ['single letters', 'Xyz', ['a', 'b', 'c', 'd', 'e']],
  ['fewer than four of ten cells', 'Xyz', [titles[0] ?? '', '', '', '', '']],
  ['a second name', 'Nama Kelompok', titles],
])('[I14] %s is no riddle', (_, heading, cells) => {
  const asked = settled(['Nama KBK', 'Unit Kerja', heading], beside(cells)).questions;
  expect(asked.filter(({ type }) => type === 'unused-columns')).toEqual(
    heading === 'Nama Kelompok' ? [expect.objectContaining({ columns: ['C'], assumed: 'proposed' })] : [],
  );
});

test('[I14] a column is looked at where two in five rows fill it', () => {
  expect(proposed([titles[0] ?? '', titles[1] ?? '', '', '', ''])).toEqual(['title']);
  expect(proposed([titles[0] ?? '', titles[1] ?? '', '', '', '', ''])).toBe(null);
});

test('[I14] only rows of contestants tell what a column is: no totals, notes, numbering, headers or signatures', () => {
  const rows: Row[] = [
    ['Nama KBK', 'Unit Kerja', 'Xyz'],
    ['1', '2', '3'],
    ...beside(['Sehat', 'Sehat', 'Cerdas', 'Cerdas']),
    ['Jumlah', '4 KBK', 'Total semua yang tampil hari ini'],
    ['Catatan', 'penting', 'Harap hadir pada waktu yang ditentukan'],
    ['KBK Sendiri', null, null],
    [null, 'Mengetahui', null],
    ['KBK Lain', 'Dinas Lain', 'Antre panjang sekali tanpa nomor'],
    ['KBK Lainnya', 'Dinas Lainnya', 'Antre panjang sekali tanpa loket'],
  ];
  expect(settled(['Nama KBK', 'Unit Kerja', 'Xyz'], rows).questions).toMatchObject([
    { meanings: { proposed: { columns: [{ column: 'C', field: 'category' }] } } },
  ]);
});

test('[I14] columns that say something beside contestants and were not read are counted', () => {
  const sheet = grid([
    ['No', 'Nama KBK', 'Waktu', 'Selesai', 'HP', 'Kosong', ''],
    [1, 'KBK Melati', '08.00', '09.00', '081', null, 'x'],
    [2, 'KBK Mawar', '09.00', '10.00', '', null, null],
    [null, null, null, null, 'di luar', null, null],
  ]);
  const header = present(findHeader(sheet), 'a header');
  const columns = { number: 0, name: 1, slot: 2 };
  expect(unusedColumns(sheet, header, { columns, slotEnd: 3 }, [1, 2])).toEqual([
    { column: 'E', heading: 'HP', filled: 1 },
    { column: 'G', heading: '', filled: 1 },
  ]);
  expect(unusedColumns(sheet, header, { columns, slotEnd: null }, [1, 2]).map(({ column }) => column)).toEqual([
    'D',
    'E',
    'G',
  ]);
});
