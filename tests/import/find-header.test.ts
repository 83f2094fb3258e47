/** Where a list's header is found [I5]: which rows are one, which rows are its contestants already, and which columns it names. */
import { expect, test } from 'vitest';
import { findHeader, headerOfRow, isColumnNumbering, isHeaderRow } from '../../shared/import/find-header.ts';
import type { Cell, Merge } from '../../shared/import/grid.ts';
import { grid } from './read-list.ts';

type Row = readonly Cell[];

function header(rows: readonly Row[], merges: readonly Merge[] = []) {
  const found = findHeader(grid(rows, 'Daftar', merges));
  return found === null ? null : { top: found.top, bottom: found.bottom, columns: found.columns, score: found.score };
}

test('[I5] contestants right below a header are no further rows of it, though their units are called like headers', () => {
  const rows: Row[] = [
    ['Nama KBK', 'Judul', 'Penyelia'],
    ['KBK Melati', 'Antre cepat', 'Dinas Kesehatan'],
    ['KBK Mawar', 'Obat tepat', 'Dinas Sosial'],
  ];
  expect(header(rows)).toEqual({ top: 0, bottom: 0, columns: { name: 0, title: 1 }, score: 50 });
});

test('[I5] a header of two or three rows names its columns by the lowest text, or by all together', () => {
  const two: Row[] = [
    ['Nomor', 'Peserta', 'Peserta', 'Judul'],
    ['Tampil', 'Nama', 'Unit Kerja', ''],
    [1, 'KBK Melati', 'Dinas A', 'Antre'],
  ];
  expect(header(two)).toEqual({ top: 0, bottom: 1, columns: { number: 0, name: 1, unit: 2, title: 3 }, score: 100 });
  const three: Row[] = [
    ['Judul', 'x', ''],
    ['y', 'Unit Kerja', ''],
    ['z', '', 'Nama KBK'],
  ];
  expect(header(three)).toEqual({ top: 0, bottom: 2, columns: { title: 0, unit: 1, name: 2 }, score: 80 });
  expect(header([['Kategori', 'w', ''], ...three])).toMatchObject({ top: 1 });
  expect(
    header([
      ['Judul', ''],
      ['y', 'Nama KBK'],
    ]),
  ).toMatchObject({ top: 1, columns: { name: 1 } });
  const together: Row[] = [
    ['Satuan', 'Unit'],
    ['Nama', 'KBK'],
    ['Budaya', 'Kerja'],
  ];
  expect(
    header([
      ['Perangkat', 'Nama'],
      ['Daerah', 'Regu'],
    ])?.columns,
  ).toEqual({ unit: 0, name: 1 });
  expect(header(together)?.columns).toMatchObject({ unit: 1 });
});

test('[I5] the fields that a header names are its worth, and of equal ones the first is taken', () => {
  expect(header([['No', 'Nama KBK', 'Unit Kerja', 'Judul', 'Kategori', 'Keterangan', 'Waktu']])?.score).toBe(135);
  expect(header([['No', 'Nama KBK']])?.score).toBe(50);
  expect(header([['Nama KBK', 'x']])?.score).toBe(1);
  expect(header([['Nama KBK'], ['KBK Melati']])).toEqual({ top: 0, bottom: 0, columns: { name: 0 }, score: 1 });
  expect(header([['No', 'Judul']])).toBe(null);
  const rows: Row[] = [
    ['No', 'Nama KBK'],
    [1, 'KBK Melati'],
    ['No', 'Nama KBK'],
    [1, 'KBK Mawar'],
  ];
  expect(header(rows)).toMatchObject({ top: 0, bottom: 0 });
  expect(header([...rows, ['No', 'Nama KBK', 'Unit Kerja'], [1, 'a', 'b']])).toMatchObject({ top: 4 });
});

test('[I5] a header needs one phrase as it stands', () => {
  expect(header([['Nama lengkap kelompoknya', 'Unit peserta lomba']])).toBe(null);
  expect(header([['KBK yang tampil', 'Unit Kerja']])).toMatchObject({ columns: { name: 0, unit: 1 } });
});

test('[I5] a row that holds a number is no header', () => {
  expect(header([['No', 'Nama KBK', 2026]])).toBe(null);
  expect(header([['No', 'Nama KBK', '12']])).toBe(null);
  expect(header([['No', 'Nama KBK', 'Tahun 2026']])).toMatchObject({ columns: { number: 0, name: 1 } });
});

test('[I5] a header is looked for in the first 200 rows', () => {
  const below = (count: number): Row[] => [
    ...Array.from({ length: count }, (): Row => ['x']),
    ['No', 'Nama KBK'],
    [1, 'a'],
  ];
  expect(header(below(199))).toMatchObject({ top: 199 });
  expect(header(below(200))).toBe(null);
});

test('[I5] a text of more than 120 characters names no column', () => {
  const long = (length: number) => 'Unit Kerja '.padEnd(length, 'x');
  expect(header([['Nama KBK', long(120)]])?.columns).toEqual({ name: 0, unit: 1 });
  expect(header([['Nama KBK', long(121)]])?.columns).toEqual({ name: 0 });
});

test('[I5] a merged title does not make its columns the same, and one merged downwards belongs to the header', () => {
  const rows: Row[] = [
    ['No', 'Nama KBK', 'Asal', null],
    [null, null, 'Unit Kerja', 'Kecamatan'],
    [1, 'KBK Melati', 'Dinas A', 'Jepara'],
  ];
  const merges = [
    { top: 0, bottom: 1, left: 0, right: 0 },
    { top: 0, bottom: 1, left: 1, right: 1 },
    { top: 0, bottom: 0, left: 2, right: 3 },
  ];
  expect(header(rows, merges)).toMatchObject({ bottom: 1, columns: { number: 0, name: 1, unit: 2 } });
  const down: Row[] = [
    ['No', 'Nama KBK'],
    [null, null],
    [1, 'KBK Melati'],
  ];
  expect(header(down)?.bottom).toBe(0);
  expect(header(down, [{ top: 0, bottom: 1, left: 0, right: 0 }])?.bottom).toBe(1);
  expect(header(down, [{ top: 0, bottom: 3, left: 0, right: 0 }])?.bottom).toBe(0);
  expect(header(down, [{ top: 0, bottom: 1, left: 5, right: 5 }])?.bottom).toBe(0);
  expect(header(down, [{ top: 1, bottom: 2, left: 0, right: 0 }])?.bottom).toBe(0);
});

test('[I5] the text of a column is what stands in the rows of its header, upper before lower, each once', () => {
  const rows: Row[] = [
    ['Peserta', null, 'Judul', 'Waktu'],
    ['Nama', 'Unit Kerja', '', 'Waktu'],
  ];
  const texts = (merges: readonly Merge[]) => findHeader(grid(rows, 'Daftar', merges))?.texts;
  expect(texts([])).toEqual(['Peserta Nama', 'Unit Kerja', 'Judul', 'Waktu']);
  expect(texts([{ top: 0, bottom: 0, left: 0, right: 1 }])).toEqual([
    'Peserta Nama',
    'Peserta Unit Kerja',
    'Judul',
    'Waktu',
  ]);
  expect(texts([{ top: 0, bottom: 1, left: 2, right: 2 }])).toEqual(['Nama', 'Unit Kerja', 'Judul', 'Waktu']);
});

test('[I5] a title merged over the whole width says one thing, and is no part of the header', () => {
  const rows: Row[] = [
    ['Judul', null, null],
    ['No', 'Nama KBK', 'x'],
  ];
  expect(header(rows, [{ top: 0, bottom: 0, left: 0, right: 2 }])).toMatchObject({
    top: 1,
    columns: { number: 0, name: 1 },
  });
});

test('[I5] a column that two fields could claim goes to the stronger one', () => {
  expect(headerOfRow(['Judul KBK', 'Nama KBK', 'Kelompok Lomba'])).toEqual({ title: 0, name: 1, category: 2 });
  expect(headerOfRow(['Kelompok', 'Kelompok Lomba'])).toEqual({ name: 0, category: 1 });
  expect(headerOfRow(['No', 'No Undian'])).toEqual({ number: 1 });
});

test('[I5] a row of column numbers below belongs to the header', () => {
  const last = (row: Row) => header([['No', 'Nama KBK'], row, [1, 'KBK Melati']])?.bottom;
  expect(last([1, 2])).toBe(1);
  expect(last(['(1)', '(2)'])).toBe(1);
  expect(last(['a', 'b'])).toBe(1);
  expect(last([1, 3])).toBe(0);
  expect(last([1])).toBe(0);
  expect(isColumnNumbering([1, 2, null, 3])).toBe(true);
  expect(isColumnNumbering(['a', 'b', 'c'])).toBe(true);
  expect(isColumnNumbering(['b', 'c', 'd'])).toBe(false);
  expect(isColumnNumbering([1, 'b', 3])).toBe(false);
  expect(isColumnNumbering([1, 2])).toBe(false);
  expect(isColumnNumbering([1, 2], 2)).toBe(true);
  expect(isColumnNumbering([])).toBe(false);
});

test('[I5] a single row names fields by its texts alone', () => {
  expect(headerOfRow(['No', '', 'Nama KBK'])).toEqual({ number: 0, name: 2 });
  expect(headerOfRow(['x', 'y'])).toBe(null);
  expect(headerOfRow(['Kelompok', 'Nama KBK'])).toEqual({ name: 1 });
  expect(headerOfRow(['Nama KBK', 'Nama KBK'])).toEqual({ name: 0 });
});

test('[I5] a row is a header by itself when half of its texts, and two, are phrases as they stand', () => {
  expect(isHeaderRow(['No', 'Nama KBK'])).toBe(true);
  expect(isHeaderRow(['No', '', 'Nama KBK', 'x', 'y'])).toBe(true);
  expect(isHeaderRow(['No', 'Nama KBK', 'x', 'y', 'z'])).toBe(false);
  expect(isHeaderRow(['No', 'x'])).toBe(false);
  expect(isHeaderRow(['No', 'Nama KBK', '7'])).toBe(false);
  expect(isHeaderRow(['No', 'Nama KBK', 'x'.repeat(60)])).toBe(true);
  expect(isHeaderRow(['No', 'Nama KBK', 'x'.repeat(61)])).toBe(false);
  expect(isHeaderRow(['KBK Melati', 'Unit Kerja'])).toBe(false);
});
