import { expect, test } from 'vitest';
import { brief, problemTypes, readList } from './read-list.ts';

test('[I5] Jepara 2017: the second sheet, a header of two rows under merged cells, and an opening act that is not judged', async () => {
  const list = await readList('jepara-2017.xlsx');
  expect(list).toMatchObject({
    sheet: 'Urutan Tampil',
    sheets: ['Rundown', 'Urutan Tampil'],
    headerRow: 6,
    mapping: { number: 'A', name: 'B', unit: 'C', title: 'D', category: 'E' },
    categorySource: 'column',
    problems: [],
  });
  expect(list.rows.map(({ row }) => row)).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20]);
  const invented = (from: number, to: number, category: string) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index).map((n) => [
      n,
      `KBK Contoh ${n}`,
      `Perangkat Daerah Contoh ${n}`,
      `Judul contoh ${n}`,
      category,
      'waiting',
    ]);
  expect(brief(list)).toEqual([
    [1, 'KBK Puskesmas Welahan II', 'Puskesmas Welahan II', 'Clean and Green', 'KESEHATAN', 'waiting'],
    ...invented(2, 4, 'KESEHATAN'),
    ...invented(5, 8, 'PENDIDIKAN'),
    ...invented(9, 12, 'ADMINISTRASI'),
    [null, 'KBK Setda', 'Sekretariat Daerah', 'Penampilan pembuka', 'ADMINISTRASI', 'exhibition'],
  ]);
});

test('[I3] Magetan 2015: semicolons, windows-1252 quotes, title rows, an empty remark column and a total', async () => {
  const list = await readList('magetan-2015.csv');
  expect(list).toMatchObject({
    sheet: 'magetan-2015',
    sheets: ['magetan-2015'],
    headerRow: 4,
    mapping: { number: 'A', name: 'B', unit: 'C', status: 'D' },
    categorySource: 'none',
    problems: [],
  });
  expect(brief(list)).toEqual([
    [1, 'KBK “Cheerful”', 'SMPN 2 Magetan', null, null, 'waiting'],
    [2, 'KBK “Mustika”', 'SMAN 1 Parang', null, null, 'waiting'],
    [3, 'KBK “Kopling Gas”', 'SMAN 1 Karas', null, null, 'waiting'],
    [4, 'KBK “Senyum”', 'SMKN 2 Magetan', null, null, 'waiting'],
    [5, 'KBK “Tunas Cendekia”', 'SMAN 1 Magetan', null, null, 'waiting'],
    [6, 'KBK “Sembada”', 'SMKN 1 Bendo', null, null, 'waiting'],
    [7, 'KBK “Kanesma”', 'SMKN 1 Magetan', null, null, 'waiting'],
    [8, 'KBK “Formasi”', 'Badan Kepegawaian Daerah', null, null, 'waiting'],
  ]);
  expect(list.rows.map(({ row }) => row)).toEqual([5, 6, 7, 8, 9, 10, 11, 12]);
});

test('[I5] Bojonegoro 2020: the title stands before the group and the unit', async () => {
  const list = await readList('bojonegoro-2020.ods');
  expect(list).toMatchObject({
    sheet: 'Sheet1',
    headerRow: 1,
    mapping: { number: 'A', title: 'B', name: 'C', unit: 'D' },
    problems: [],
  });
  expect(brief(list)).toEqual([
    [
      1,
      'Green Plantation',
      'Dinas Lingkungan Hidup',
      'Meningkatkan Luasan Ruang Terbuka Hijau (RTH) Perkotaan Sebesar 2% selama 6 Bulan di Kabupaten Bojonegoro',
      null,
      'waiting',
    ],
    [
      2,
      'Pinarak Asik',
      'RSUD Padangan',
      'Optimalisasi Penanganan Keluhan dan Saran dari Pasien Maupun Keluarganya di RSUD Padangan',
      null,
      'waiting',
    ],
    [
      3,
      'Dewi Sri',
      'Dinas Pertanian',
      'Menurunkan frekwensi masalah kelompok tani yang harus mampu melakukan pengembangan kader dan menjalin kemitraan sebesar 90% selama 4 bulan',
      null,
      'waiting',
    ],
  ]);
});

test('[I8] Probolinggo 2019: 46 units with numbers as text, and three rows with a problem each', async () => {
  const list = await readList('probolinggo-2019.xls');
  expect(list).toMatchObject({
    sheet: 'Peserta',
    headerRow: 1,
    mapping: { number: 'A', unit: 'B', name: 'C', title: 'D', category: 'E' },
  });
  const rowsWithoutBlank = Array.from({ length: 50 }, (_, index) => index + 2).filter((row) => row !== 11);
  expect(list.rows.map(({ row }) => row)).toEqual(rowsWithoutBlank);
  expect(list.rows.slice(0, 46).map(({ number }) => number)).toEqual(
    Array.from({ length: 46 }, (_, index) => index + 1),
  );
  expect(list.rows.slice(0, 46).every(({ name, unit }) => name === `KBK ${unit}`)).toBe(true);
  expect(list.rows.filter(({ category }) => category === 'Kesehatan')).toHaveLength(37);
  expect(list.rows.filter(({ category }) => category === 'Administrasi')).toHaveLength(11);
  expect(list.rows.slice(0, 46).flatMap(({ title, number }) => (title === '' ? [number] : []))).toEqual([
    1, 8, 15, 22, 29, 36, 43,
  ]);
  expect(list.rows[45]).toEqual({
    row: 48,
    number: 46,
    name: 'KBK Dinas Perpustakaan dan Kearsipan',
    unit: 'Dinas Perpustakaan dan Kearsipan',
    title: 'Tema 46',
    category: 'Administrasi',
    status: 'waiting',
  });
  expect(brief(list).slice(46)).toEqual([
    [7, 'KBK Ganda', 'Dinas Perhubungan', 'Nomor ganda', 'Administrasi', 'waiting'],
    [47, 'KBK tanpa instansi', '', 'x', 'Umum', 'waiting'],
    [48, '', 'Dinas X', 'tanpa nama', 'Administrasi', 'waiting'],
  ]);
  expect(problemTypes(list)).toEqual(['49 number duplicate-number', '50 unit missing-unit', '51 name missing-name']);
});

test('[I8] with the categories of a contest, a category it does not know is a problem of the row', async () => {
  const categories = [
    { id: 'kes', name: 'Kesehatan' },
    { id: 'adm', name: 'Administrasi' },
  ];
  const list = await readList('probolinggo-2019.xls', { categories });
  expect(problemTypes(list)).toContain('50 category unknown-category');
  expect(problemTypes(list)).toHaveLength(4);
  const jepara = await readList('jepara-2017.xlsx', { categories });
  expect(problemTypes(jepara)).toEqual([8, 9, 10, 11].map((index) => `${index + 3} category unknown-category`));
});
