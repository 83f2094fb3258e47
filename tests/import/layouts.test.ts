import { expect, test } from 'vitest';
import { findTable } from '../../shared/import/find-table.ts';
import { brief, grid, problemTypes, tableOf } from './read-list.ts';

const header = ['No Urut', 'Nama KBK', 'Unit Kerja'];

test.each([
  [['NO.', 'NAMA KBK', 'UNIT KERJA'], { number: 'A', name: 'B', unit: 'C' }],
  [
    ['no.  urut\n tampil', 'Nama Kelompok Budaya Kerja (KBK)', 'OPD / Unit Kerja', 'Judul/Tema'],
    { number: 'A', name: 'B', unit: 'C', title: 'D' },
  ],
  [['No', 'No. Undian', 'Kelompok', 'SKPD'], { number: 'B', name: 'C', unit: 'D' }],
  [['#', 'Nama GKM', 'Instansi', 'Ket.'], { number: 'A', name: 'B', unit: 'C', status: 'D' }],
  [['Nama', 'Ketua Kelompok', 'Satuan Kerja', 'Judul Risalah KBK'], { name: 'A', unit: 'C', title: 'D' }],
  [
    ['Nomor Peserta', 'Asal Instansi', 'Nama Tim', 'Katagori', 'Jumlah Anggota'],
    { number: 'A', unit: 'B', name: 'C', category: 'D' },
  ],
  [['No', 'Perangkat Daerah', 'Judul Inovasi'], { number: 'A', name: 'B', unit: 'B', title: 'C' }],
  [
    ['Number', 'Group name', 'Agency', 'Title', 'Category', 'Remarks'],
    { number: 'A', name: 'B', unit: 'C', title: 'D', category: 'E', status: 'F' },
  ],
])('[I5] the header %j is understood', (texts, mapping) => {
  expect(tableOf([grid([texts, [1, ...texts.slice(1).map((text) => `x ${text}`)]])]).mapping).toEqual(mapping);
});

test('[I5] a header of two rows without merged cells, as a .csv has it', () => {
  const list = tableOf([
    grid([
      ['LOMBA KBK', '', '', ''],
      ['No', 'Identitas', '', 'Bidang'],
      ['', 'Nama KBK', 'Unit Kerja', ''],
      ['1', 'Mawar', 'RSUD', 'Kesehatan'],
    ]),
  ]);
  expect(list).toMatchObject({ headerRow: 3, mapping: { number: 'A', name: 'B', unit: 'C', category: 'D' } });
  expect(brief(list)).toEqual([[1, 'Mawar', 'RSUD', null, 'Kesehatan', 'waiting']]);
});

test('[I5] cells merged downwards and a row of column numbers belong to the header', () => {
  const merges = [0, 1, 2].map((left) => ({ top: 0, bottom: 1, left, right: left }));
  const list = tableOf([grid([header, [], ['(1)', '(2)', '(3)'], [1, 'Mawar', 'RSUD']], 'Daftar', merges)]);
  expect(list).toMatchObject({ headerRow: 3, problems: [] });
  expect(brief(list)).toEqual([[1, 'Mawar', 'RSUD', null, null, 'waiting']]);
});

test('[I6] a category merged over its rows holds for all of them; a number does not', () => {
  const list = tableOf([
    grid(
      [
        ['No', 'Nama KBK', 'Unit Kerja', 'Kategori'],
        [1, 'Mawar', 'RSUD', 'Kesehatan'],
        [null, 'Melati', 'Puskesmas', null],
        [3, 'Kenanga', 'SMPN 2', 'Pendidikan'],
      ],
      'Daftar',
      [0, 3].map((left) => ({ top: 1, bottom: 2, left, right: left })),
    ),
  ]);
  expect(list.rows.map(({ number, category }) => [number, category])).toEqual([
    [1, 'Kesehatan'],
    [null, 'Kesehatan'],
    [3, 'Pendidikan'],
  ]);
});

test('[I6] rows that name a category between the rows make blocks', () => {
  const list = tableOf([
    grid([
      ['DAFTAR PESERTA'],
      header,
      ['A.', 'KESEHATAN', ''],
      [1, 'Mawar', 'RSUD'],
      [2, 'Melati', 'Puskesmas'],
      ['', 'Jumlah', '2'],
      ['B.', 'PENDIDIKAN', ''],
      [1, 'Kenanga', 'SMPN 2'],
    ]),
  ]);
  expect(list).toMatchObject({ categorySource: 'blocks', problems: [] });
  expect(brief(list)).toEqual([
    [1, 'Mawar', 'RSUD', null, 'KESEHATAN', 'waiting'],
    [2, 'Melati', 'Puskesmas', null, 'KESEHATAN', 'waiting'],
    [1, 'Kenanga', 'SMPN 2', null, 'PENDIDIKAN', 'waiting'],
  ]);
});

test('[I6] every block may have its own title and its own header', () => {
  const list = tableOf([
    grid([
      ['LOMBA KBK KABUPATEN CONTOH'],
      [],
      ['KATEGORI KESEHATAN'],
      header,
      [1, 'Mawar', 'RSUD'],
      [],
      ['KATEGORI: PENDIDIKAN (1 KBK)'],
      header,
      [2, 'Kenanga', 'SMPN 2'],
    ]),
  ]);
  expect(brief(list)).toEqual([
    [1, 'Mawar', 'RSUD', null, 'KESEHATAN', 'waiting'],
    [2, 'Kenanga', 'SMPN 2', null, 'PENDIDIKAN', 'waiting'],
  ]);
});

test('[I6] a workbook with one list per sheet takes the categories from the sheets', () => {
  const kes = grid([header, [1, 'Mawar', 'RSUD']], 'Kesehatan');
  const pend = grid([['Peserta'], header, [1, 'Kenanga', 'SMPN 2']], 'Bidang Pendidikan');
  const notes = grid([['Susunan acara'], ['08.00', 'Pembukaan']], 'Acara');
  const list = tableOf([notes, kes, pend]);
  expect(list).toMatchObject({
    sheet: 'Kesehatan',
    sheetsRead: ['Kesehatan', 'Bidang Pendidikan'],
    categorySource: 'sheets',
    problems: [],
  });
  expect(list.rows.map(({ sheet, row, number, category }) => [sheet, row, number, category])).toEqual([
    ['Kesehatan', 2, 1, 'Kesehatan'],
    ['Bidang Pendidikan', 3, 1, 'Pendidikan'],
  ]);
  const one = tableOf([notes, kes, pend], { sheet: 'bidang pendidikan' });
  expect(one).toMatchObject({
    sheet: 'Bidang Pendidikan',
    sheetsRead: ['Bidang Pendidikan'],
    rows: [{ category: 'Pendidikan' }],
  });
});

test('[I6] a copy of the list on another sheet is not a second category, and a hidden sheet is not looked at', () => {
  const rows = [header, [1, 'Mawar', 'RSUD'], [2, 'Melati', 'Puskesmas']];
  expect(tableOf([grid(rows, 'Final'), grid(rows, 'Cadangan')])).toMatchObject({
    sheet: 'Final',
    rows: [{ category: null }, {}],
  });
  const hidden = { ...grid([...rows, [3, 'Kenanga', 'SMPN 2']], 'Lama'), hidden: true };
  expect(tableOf([hidden, grid(rows, 'Baru')]).sheet).toBe('Baru');
  expect(tableOf([hidden, grid(rows, 'Baru')], { sheet: 'Lama' }).rows).toHaveLength(3);
});

test('[I6] totals, notes, place, date and signatures below the list are not contestants', () => {
  const list = tableOf([
    grid([
      ['No', 'Nama KBK', 'Unit Kerja', 'Judul', 'Kategori'],
      [1, 'Total Kreatif', 'RSUD', 'Jumlah antrean', 'Kesehatan'],
      ['', '', '', '', ''],
      ['Jumlah', '1 KBK', '', '', ''],
      ['', 'Total peserta: 1', '', '', ''],
      ['*) Urutan dapat berubah', '', '', '', ''],
      ['Catatan: hadir pukul 07.00', '', '', '', ''],
      ['', '', '', '', 'Jepara, 8 November 2017'],
      ['', 'Mengetahui,', '', '', 'Ketua Panitia'],
      ['', 'Kepala Bagian Organisasi', '', '', 'Sekretaris'],
      ['', '( nama )', '', '', '( nama )'],
      ['', 'NIP. 19700101 199001 1 001', '', '', 'NIP. 19700101 199001 1 002'],
    ]),
  ]);
  expect(brief(list)).toEqual([[1, 'Total Kreatif', 'RSUD', 'Jumlah antrean', 'Kesehatan', 'waiting']]);
  expect(list.problems).toEqual([]);
});

test.each([
  ['mengundurkan diri', 'withdrawn'],
  ['Batal tampil', 'withdrawn'],
  ['TIDAK HADIR', 'no-show'],
  ['Diskualifikasi', 'disqualified'],
  ['Tidak jadi mundur', 'waiting'],
  ['hadir', 'waiting'],
  ['Eksibisi', 'exhibition'],
])('[I7] the remark %j means %s', (remark, status) => {
  const list = tableOf([
    grid([
      [...header, 'Keterangan'],
      [1, 'Mawar', 'RSUD', remark],
    ]),
  ]);
  expect(list.rows[0]).toMatchObject({ status, number: status === 'exhibition' ? null : 1 });
  expect(list.problems).toEqual([]);
});

test.each([
  [1, 1],
  ['01', 1],
  ['007', 7],
  ['1.', 1],
  ['No. 5', 5],
  ['1,0', 1],
  ['1.234', 1234],
  [0, 0],
  ['-', null],
  ['', null],
])('[I7] the number %j is %j', (cell, number) => {
  const list = tableOf([grid([header, [cell, 'Mawar', 'RSUD'], [99, 'Melati', 'BKD']])]);
  expect(list.rows[0]?.number).toBe(number);
  expect(list.problems).toEqual([]);
});

test.each([
  ['85,5'],
  ['1.234,50'],
  ['03/02/2026'],
  ['2026-02-03'],
  ['tujuh'],
  ['-3'],
  [1.5],
  [-1],
  ['100000'],
  ['12a'],
  [true],
])('[I7] the number %j is a problem, and its row stays', (cell) => {
  const list = tableOf([grid([header, [cell, 'Mawar', 'RSUD'], [99, 'Melati', 'BKD']])]);
  expect(list.rows[0]).toMatchObject({ number: null, name: 'Mawar' });
  expect(problemTypes(list)).toEqual(['2 number bad-number']);
});

test('[I4] texts stay as written: formulas as text, decimals, dates, leading zeros, quotes; only spaces are folded', () => {
  const texts = ['=1+1', '85,5', '03/02/2026', '007', '“Cheerful”', '+62', '@kbk', ' KBK\u00a0 \n Mawar '];
  const list = tableOf([grid([header, ...texts.map((text, index) => [index + 1, text, 'RSUD'])])]);
  expect(list.rows.map(({ name }) => name)).toEqual([...texts.slice(0, -1), 'KBK Mawar']);
  expect(list.problems).toEqual([]);
});

test('[I8] numbers may begin again in every category, but not elsewhere', () => {
  const columns = [...header, 'Kategori'];
  const own = [columns, [1, 'A', 'U1', 'X'], [2, 'B', 'U2', 'X'], [1, 'C', 'U3', 'Y'], [2, 'D', 'U4', 'Y']];
  expect(tableOf([grid(own)]).problems).toEqual([]);
  const one = [columns, [1, 'A', 'U1', 'X'], [2, 'B', 'U2', 'X'], [3, 'C', 'U3', 'Y'], [2, 'D', 'U4', 'Y']];
  expect(problemTypes(tableOf([grid(one)]))).toEqual(['5 number duplicate-number']);
});

test('[I8] what is missing or too long is a problem of its row', () => {
  const list = tableOf([
    grid([
      [...header, 'Judul', 'Kategori'],
      [1, 'A', 'U', 'x'.repeat(501), 'X'],
      [2, 'B', '', '', ''],
      [3, '', 'U', '', 'X'],
      [4, 'D'.repeat(201), 'U', '', 'X'],
      [5, '', '', '', ''],
      [6, 'F', 'U', '', 'X'],
      [7, '', '', '', ''],
    ]),
  ]);
  expect(problemTypes(list)).toEqual([
    '2 title too-long',
    '3 unit missing-unit',
    '3 category missing-category',
    '4 name missing-name',
    '5 name too-long',
    '6 name missing-name',
    '6 unit missing-unit',
    '6 category missing-category',
  ]);
  expect(list.rows).toHaveLength(6);
});

test('[I5] columns set by hand work without any header', () => {
  const sheet = grid([['Hasil undian'], [], [1, 'Mawar', 'RSUD'], [2, 'Melati', 'BKD']]);
  expect(findTable([sheet])).toMatchObject({ ok: false, error: { type: 'no-list' } });
  const list = tableOf([sheet], { mapping: { number: 'A', name: 'B', unit: 'C' } });
  expect(list.headerRow).toBe(2);
  expect(list.rows.map(({ row, number, name }) => [row, number, name])).toEqual([
    [3, 1, 'Mawar'],
    [4, 2, 'Melati'],
  ]);
});

test('[I5] an empty workbook, and one with prose only, has no list', () => {
  expect(findTable([])).toMatchObject({ ok: false, error: { type: 'no-list' } });
  expect(findTable([grid([])])).toMatchObject({ ok: false, error: { type: 'no-list' } });
  expect(findTable([grid([['Kelompok Budaya Kerja adalah kelompok kecil pegawai.']])])).toMatchObject({ ok: false });
});
