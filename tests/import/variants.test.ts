/**
 * The kinds of lists in other words [I13-I20]: further headings, separators, spellings of numbers, places of tables, names of
 * sheets. A list is right when it reads as expected, or when the question about the very thing is asked; one that is named
 * with `''` may be read without a question.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Cell, Grid } from '../../shared/import/grid.ts';
import { present } from '../../shared/lib/assert.ts';
import { expectAsItWas } from '../support/as-it-was.ts';
import { tableOf } from './read-list.ts';
import { reading } from './reading.ts';

type Row = readonly Cell[];
/** Name, sheets, the rows a person reads (none: only the question counts), the questions of which one may be asked. */
type Case = readonly [string, readonly Grid[], readonly Row[], readonly string[]];

function reader<Item extends Cell>(items: readonly Item[]): (index: number) => Item {
  return (index) => present(items[index], 'an index within the list');
}

const N = reader([
  'KBK Melati',
  'KBK Mawar Merah',
  'KBK Cempaka',
  'KBK Kenanga',
  'KBK Garuda',
  'KBK Tunas Cendekia',
  'KBK Pelita Ilmu',
  'KBK Bintang',
]);
const U = reader([
  'Puskesmas Sukamaju',
  'RSUD Harapan Bunda',
  'Puskesmas Karanganyar',
  'Dinas Kesehatan',
  'SMPN 2 Sidorejo',
  'SMAN 1 Margasari',
  'SDN 3 Wonosari',
  'Dinas Pendidikan dan Kebudayaan',
]);
const T = reader([
  'Percepatan Pelayanan Pendaftaran Pasien',
  'Menurunkan Waktu Tunggu Obat Racikan',
  'Meningkatkan Cakupan Imunisasi Dasar',
  'Mempercepat Rekap Laporan Bulanan',
  'Mengurangi Keterlambatan Siswa',
  'Peningkatan Minat Baca Siswa Kelas X',
  'Mengatasi Kesalahan Pengisian Rapor',
  'Percepatan Penerbitan SK Kenaikan Gaji',
]);
const C = reader([
  'Kesehatan',
  'Kesehatan',
  'Kesehatan',
  'Kesehatan',
  'Pendidikan',
  'Pendidikan',
  'Pendidikan',
  'Pendidikan',
]);
const D = reader([5, 3, 8, 1, 2, 7, 4, 6]);
const g = (rows: Row[], name = 'Sheet', extra: Partial<Grid> = {}): Grid => ({ name, rows, merges: [], ...extra });
const idx = (n = 8) => Array.from({ length: n }, (_, i) => i);
const exp = (f: (i: number) => Cell[], n = 8): Row[] => idx(n).map(f);
const cases: Case[] = [];
const pairs = (texts: readonly (readonly [string, string])[]) => texts;
const add = (name: string, grids: Grid | Grid[], rows: Row[], questions: string[]): void => {
  cases.push([name, Array.isArray(grids) ? grids : [grids], rows, questions]);
};
const std = exp((i) => [i + 1, N(i), U(i)]);
const drawn = exp((i) => [D(i), N(i), U(i)]);
for (const h of [
  'Urutan Maju',
  'No. Lot',
  'Nomor Lotre',
  'Giliran',
  'Urut Tampil Ke-',
  'Tampil Ke',
  'Undian Ke',
  'No Hasil Undian',
  'NO TAMPIL',
  'Nomor Maju',
  'Urutan Presentasi',
  'No. Antrian',
  'Nomor Panggung',
  'Urutan Ke',
  'No Pentas',
  'Hasil Pengundian',
  'Drawing Number',
  'Nomor Urut Maju',
  'No Urut Presentasi',
  'NOMOR TAMPIL HASIL UNDIAN',
  'Urutan Penyajian',
  'No. Penyajian',
  'Urutan Pemaparan',
  'Nomor Bola',
  'Performance No',
  'Nomor Kocokan',
])
  add('draw ' + h, g([['No', 'Nama KBK', 'Unit Kerja', h], ...idx().map((i) => [i + 1, N(i), U(i), D(i)])]), drawn, [
    '',
    'draw-column',
  ]);
for (const h of ['Bintang', 'Angka', '', 'Nomor Kursi', 'Posisi', 'Keterangan Nomor'])
  add('drawq ' + h, g([['No', 'Nama KBK', 'Unit Kerja', h], ...idx().map((i) => [i + 1, N(i), U(i), D(i)])]), drawn, [
    'draw-column',
  ]);
add(
  'draw first col',
  g([['No Undian', 'No', 'Nama KBK', 'OPD'], ...idx().map((i) => [D(i), i + 1, N(i), U(i)])]),
  drawn,
  [''],
);
add(
  'norut not running',
  g([['No', 'No Peserta', 'Nama KBK', 'Unit'], ...idx().map((i) => [D(i), i + 1, N(i), U(i)])]),
  drawn,
  ['draw-column', ''],
);
for (const h of [
  'Asal OPD',
  'Unit/Instansi',
  'SKPD/UPTD',
  'Satuan Pendidikan',
  'Asal Sekolah / Instansi',
  'Perangkat Daerah/Unit Kerja',
  'Nama Puskesmas/RS',
  'Instansi Pengusul',
  'Lembaga/Instansi',
  'Dari',
  'OPD/BUMD',
  'Unit Pelaksana',
  'Kecamatan/Kelurahan',
  'Instansi/Perusahaan',
  'Asal Peserta',
  'Nama OPD Pengusul',
  'Kantor/Dinas',
  'Sub Unit',
  'Lokasi Kerja',
  'Pengirim',
  'Badan/Dinas/Kantor',
  'PD/Unit Kerja',
  'Unit Kerja (OPD)',
  'UKPD',
  'SOPD',
  'Pemilik',
])
  add('unit ' + h, g([['No Urut', 'Nama KBK', h], ...idx().map((i) => [i + 1, N(i), U(i)])]), std, [
    '',
    'unused-columns',
  ]);
for (const h of [
  'Judul Risalah KBK',
  'Topik Risalah',
  'Tema Perbaikan',
  'Judul Makalah',
  'Judul / Tema',
  'Pokok Masalah',
  'Judul Gugus',
  'Judul Inovasi KBK',
  'Tema yang dibahas',
  'Judul yang diangkat',
  'Nama Inovasi',
  'Persoalan',
  'Objek',
  'Judul QCC',
  'Proyek Perbaikan',
])
  add(
    'title ' + h,
    g([['No Urut', 'Nama KBK', 'Unit Kerja', h], ...idx().map((i) => [i + 1, N(i), U(i), T(i)])]),
    exp((i) => [i + 1, N(i), U(i), T(i)]),
    ['', 'unused-columns'],
  );
for (const h of [
  'Kategori Lomba',
  'Bidang Lomba',
  'Klaster',
  'Kelompok Bidang',
  'Rumpun',
  'Kat.',
  'Jenis KBK',
  'Tingkat Lomba',
  'Bidang Urusan',
  'Kelas',
  'Jalur',
  'Segmen',
  'Divisi',
  'Grup',
  'Strata',
  'Cluster Lomba',
  'Urusan Pemerintahan',
  'Jenjang',
  'Kategori Peserta KBK',
  'Ketegori',
])
  add(
    'cat ' + h,
    g([['No Urut', 'Nama KBK', 'Unit Kerja', h], ...idx().map((i) => [i + 1, N(i), U(i), C(i)])]),
    exp((i) => [i + 1, N(i), U(i), '', C(i)]),
    ['', 'unused-columns'],
  );
for (const h of [
  'Nama Kelompok',
  'Kelompok',
  'Nama GKM',
  'Nama Gugus',
  'Nama Tim KBK',
  'KBK',
  'Nama Peserta Lomba',
  'Peserta Lomba',
  'Nama Kel.',
  'Gugus Kendali Mutu',
  'Nama Klp',
  'Kontestan',
  'Nama KBK/GKM',
  'Tim Peserta',
  'Nama Kelompok (KBK)',
])
  add('name ' + h, g([['No Urut', h, 'Unit Kerja'], ...idx().map((i) => [i + 1, N(i), U(i)])]), std, [
    '',
    'unused-columns',
  ]);
add('no name header kbk', g([['No Urut', 'Sebutan', 'Unit Kerja'], ...idx().map((i) => [i + 1, N(i), U(i)])]), std, [
  'unused-columns',
]);
// two facts
const tf = (j: (i: number) => string, h = 'Nama KBK', rest: readonly [string, (i: number) => string] | null = null) =>
  g([['No', h, ...(rest ? [rest[0]] : [])], ...idx().map((i) => [i + 1, j(i), ...(rest ? [rest[1](i)] : [])])]);
add(
  'tf unit newline',
  tf((i) => `${N(i)}\n${U(i)}`),
  std,
  ['two-facts'],
);
add(
  'tf unit dash',
  tf((i) => `${N(i)} - ${U(i)}`),
  std,
  ['two-facts'],
);
add(
  'tf unit endash',
  tf((i) => `${N(i)} – ${U(i)}`),
  std,
  ['two-facts'],
);
add(
  'tf unit slash',
  tf((i) => `${N(i)} / ${U(i)}`),
  std,
  ['two-facts'],
);
add(
  'tf unit slash tight named',
  tf((i) => `${N(i)}/${U(i)}`, 'Nama KBK/Unit Kerja'),
  std,
  ['two-facts'],
);
add(
  'tf unit slash tight',
  tf((i) => `${N(i)}/${U(i)}`),
  std,
  ['two-facts'],
);
add(
  'tf unit comma',
  tf((i) => `${N(i)}, ${U(i)}`),
  std,
  ['two-facts'],
);
add(
  'tf unit first',
  tf((i) => `${U(i)} (${N(i)})`, 'Unit Kerja'),
  std,
  ['two-facts'],
);
add(
  'tf unit first dash',
  tf((i) => `${U(i)} - ${N(i)}`, 'Peserta'),
  std,
  ['two-facts'],
);
add(
  'tf title dash',
  tf((i) => `${N(i)} – ${T(i)}`, 'Nama KBK', ['Unit Kerja', U]),
  exp((i) => [i + 1, N(i), U(i), T(i)]),
  ['two-facts'],
);
add(
  'tf title quote',
  tf((i) => `${N(i)} "${T(i)}"`, 'Nama KBK', ['Unit Kerja', U]),
  exp((i) => [i + 1, N(i), U(i), T(i)]),
  ['two-facts'],
);
add(
  'tf title colon',
  tf((i) => `${N(i)}: ${T(i)}`, 'Nama KBK dan Judul', ['Unit Kerja', U]),
  exp((i) => [i + 1, N(i), U(i), T(i)]),
  ['two-facts'],
);
add(
  'tf title brackets',
  tf((i) => `${N(i)} (${T(i)})`, 'Nama KBK', ['OPD', U]),
  exp((i) => [i + 1, N(i), U(i), T(i)]),
  ['two-facts'],
);
add(
  'tf three lines',
  tf((i) => `${N(i)}\n${U(i)}\n${T(i)}`, 'Peserta'),
  exp((i) => [i + 1, N(i), U(i), T(i)]),
  ['two-facts'],
);
add(
  'tf name unit w/ short names',
  g([['No', 'Nama KBK', 'Judul'], ...idx().map((i) => [i + 1, `${N(i).slice(4)} (${U(i)})`, T(i)])]),
  exp((i) => [i + 1, N(i).slice(4), U(i), T(i)]),
  ['two-facts'],
);
add(
  'tf dash short names',
  g([['No', 'Nama Kelompok', 'Judul'], ...idx().map((i) => [i + 1, `${N(i).slice(4)} - ${U(i)}`, T(i)])]),
  exp((i) => [i + 1, N(i).slice(4), U(i), T(i)]),
  ['two-facts'],
);
add(
  'tf in unit col',
  g([['No', 'Nama KBK', 'Unit Kerja dan Judul'], ...idx().map((i) => [i + 1, N(i), `${U(i)}\n${T(i)}`])]),
  exp((i) => [i + 1, N(i), U(i), T(i)]),
  ['two-facts'],
);
add(
  'name line break unit next row',
  g([
    ['No', 'Nama KBK / Unit Kerja', 'Judul'],
    ...idx().flatMap((i) => [
      [i + 1, N(i), T(i)],
      [null, U(i), null],
    ]),
  ]),
  exp((i) => [i + 1, N(i), U(i), T(i)]),
  ['two-facts'],
);
add(
  'magetan quotes',
  g([['No', 'Nama KBK', 'Unit'], ...idx().map((i) => [i + 1, `KBK “${N(i).slice(4)}”`, U(i)])]),
  exp((i) => [i + 1, `KBK “${N(i).slice(4)}”`, U(i)]),
  [''],
);
// numbers
const num = (f: (i: number) => Cell) =>
  g([['No Urut', 'Nama KBK', 'Unit Kerja'], ...idx().map((i) => [f(i), N(i), U(i)])]);
const R = reader(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII']);
const W = reader(['satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan']);
add(
  'n A1',
  num((i) => `A${i + 1}`),
  std,
  ['number-reading'],
);
add(
  'n A-01',
  num((i) => `A-0${i + 1}`),
  std,
  ['number-reading'],
);
add(
  'n 1 (satu)',
  num((i) => `${i + 1} (${W(i)})`),
  std,
  ['number-reading', ''],
);
add(
  'n Ke-2',
  num((i) => `Ke-${i + 1}`),
  std,
  ['number-reading'],
);
add(
  'n ke 2',
  num((i) => `ke ${i + 1}`),
  std,
  ['number-reading'],
);
add(
  'n word',
  num((i) => W(i)),
  std,
  ['number-reading'],
);
add(
  'n Word',
  num((i) => W(i).toUpperCase()),
  std,
  ['number-reading'],
);
add(
  'n roman.',
  num((i) => R(i) + '.'),
  std,
  ['number-reading'],
);
add(
  'n roman low',
  num((i) => R(i).toLowerCase()),
  std,
  ['number-reading'],
);
add(
  'n KBK-01',
  num((i) => `KBK-0${i + 1}`),
  std,
  ['number-reading'],
);
add(
  'n Tampil 1',
  num((i) => `Tampil ${i + 1}`),
  std,
  ['number-reading', ''],
);
add(
  'n Urutan 1',
  num((i) => `Urutan ${i + 1}`),
  std,
  ['number-reading', ''],
);
add(
  'n KBK/01/2019',
  num((i) => `KBK/0${i + 1}/2019`),
  std,
  ['number-reading'],
);
add('n letters', num(reader(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'])), std, ['number-reading']);
add(
  'n 1)',
  num((i) => `${i + 1})`),
  std,
  [''],
);
add(
  'n (1)',
  num((i) => `(${i + 1})`),
  std,
  [''],
);
add(
  'n #1',
  num((i) => `#${i + 1}`),
  std,
  [''],
);
add(
  'n 1/8',
  num((i) => `${i + 1}/8`),
  std,
  ['number-reading'],
);
add(
  'n 1 dari 8',
  num((i) => `${i + 1} dari 8`),
  std,
  ['number-reading'],
);
add(
  'n pertama',
  num(reader(['Pertama', 'Kedua', 'Ketiga', 'Keempat', 'Kelima', 'Keenam', 'Ketujuh', 'Kedelapan'])),
  std,
  ['number-reading'],
);
// drawn roman beside no
add(
  'no + roman drawn',
  g([['No', 'Nama KBK', 'Unit', 'No Undian'], ...idx().map((i) => [i + 1, N(i), U(i), R(D(i) - 1)])]),
  drawn,
  ['number-reading'],
);
add(
  'no + A drawn unknown head',
  g([['No', 'Nama KBK', 'Unit', 'Bola'], ...idx().map((i) => [i + 1, N(i), U(i), `A${D(i)}`])]),
  drawn,
  ['draw-column', 'number-reading'],
);
// sheets
const lst = (a: number, b: number, h = ['No', 'Nama KBK', 'Unit Kerja']) => [
  h,
  ...idx()
    .slice(a, b)
    .map((i) => [i + 1, N(i), U(i)]),
];
add('s hari', [g(lst(0, 4), 'Hari 1'), g(lst(4, 8), 'Hari 2')], std, ['sheets']);
add('s tanggal', [g(lst(0, 4), '8 Nov'), g(lst(4, 8), '9 Nov')], std, ['sheets']);
add(
  's tahun',
  [
    g(
      [
        ['No', 'Nama KBK', 'Unit Kerja'],
        [1, 'KBK Lama', 'BKD'],
        [2, 'KBK Usang', 'BPKAD'],
      ],
      '2018',
    ),
    g(lst(0, 8), '2019'),
  ],
  std,
  ['sheets'],
);
add(
  's tahun2',
  [
    g(lst(0, 8), 'Peserta 2019'),
    g(
      [
        ['No', 'Nama KBK', 'Unit Kerja'],
        [1, 'KBK Lama', 'BKD'],
        [2, 'KBK Usang', 'BPKAD'],
      ],
      'Peserta 2018',
    ),
  ],
  std,
  ['sheets'],
);
add('s sheet1/2', [g(lst(0, 4), 'Sheet1'), g(lst(4, 8), 'Sheet2')], std, ['sheets']);
add(
  's kategori',
  [g(lst(0, 4), 'KESEHATAN'), g(lst(4, 8), 'PENDIDIKAN')],
  exp((i) => [i + 1, N(i), U(i), '', C(i).toUpperCase()]),
  [''],
);
add(
  's klaster',
  [g(lst(0, 4), 'Klaster A'), g(lst(4, 8), 'Klaster B')],
  exp((i) => [i + 1, N(i), U(i), '', i < 4 ? 'A' : 'B']),
  ['', 'sheets'],
);
add(
  's juri',
  [
    g(
      [
        ['No', 'Nama Juri', 'Instansi'],
        [1, 'Dr. A', 'X'],
        [2, 'Dr. B', 'Y'],
      ],
      'Juri',
    ),
    g(lst(0, 8), 'Daftar'),
  ],
  std,
  ['', 'sheets'],
);
add(
  's rundown+list',
  [
    g(
      [
        ['Jam', 'Kegiatan', 'Penanggung Jawab'],
        ['08.00', 'Registrasi', 'Panitia'],
        ['09.00', 'Pembukaan', 'MC'],
      ],
      'Rundown',
    ),
    g(lst(0, 8), 'Peserta'),
  ],
  std,
  [''],
);
add(
  's narasumber generic',
  [
    g(
      [
        ['No', 'Nama', 'Instansi'],
        [1, 'Ir. Budi, MM', 'X'],
        [2, 'Dra. Ani, M.Si', 'Y'],
      ],
      'Sheet2',
    ),
    g(lst(0, 8), 'Sheet1'),
  ],
  std,
  ['sheets'],
);
add(
  's lama final',
  [
    g(
      lst(0, 8).map((r, i) => (i === 0 ? r : [r[0] === 1 ? 2 : r[0] === 2 ? 1 : (r[0] ?? null), ...r.slice(1)])),
      'Draft',
    ),
    g(lst(0, 8), 'Final'),
  ],
  std,
  ['sheets'],
);
add('s cover', [g([['PEMERINTAH KABUPATEN'], ['DAFTAR PESERTA']], 'Cover'), g(lst(0, 8), 'Isi')], std, ['']);
add('s sesi ruang', [g(lst(0, 4), 'Ruang A'), g(lst(4, 8), 'Ruang B')], std, ['sheets']);
add(
  's three kinds',
  [g(lst(0, 4), 'Puskesmas'), g(lst(4, 8), 'Sekolah')],
  exp((i) => [i + 1, N(i), U(i), '', i < 4 ? 'Puskesmas' : 'Sekolah']),
  ['', 'sheets'],
);
add(
  's kirim',
  [
    g(lst(0, 8), 'Peserta'),
    g(
      [
        ['No', 'Nama Pendamping', 'Unit Kerja'],
        [1, 'Siti', 'BKD'],
        [2, 'Budi', 'BKD'],
      ],
      'Pendamping',
    ),
  ],
  std,
  ['', 'sheets'],
);
// second table
const side = (gap: number, cap = true, h = ['No', 'Nama KBK', 'Unit Kerja']) => {
  const pad = Array(gap).fill(null);
  return g([
    ...(cap ? [['KATEGORI KESEHATAN', null, null, ...pad, 'KATEGORI PENDIDIKAN']] : []),
    [...h, ...pad, ...h],
    ...idx(4).map((i) => [i + 1, N(i), U(i), ...pad, i + 5, N(i + 4), U(i + 4)]),
  ]);
};
const sidecat = exp((i) => [i + 1, N(i), U(i), '', C(i).toUpperCase()]);
add('t side gap1 cap', side(1), sidecat, ['second-table']);
add('t side gap0 cap', side(0), sidecat, ['second-table']);
add('t side gap2 nocap', side(2, false), std, ['second-table']);
add(
  't side uneven',
  g([
    ['No', 'Nama KBK', 'Unit', null, 'No', 'Nama KBK', 'Unit'],
    ...idx(5).map((i) => [i + 1, N(i), U(i), null, ...(i < 3 ? [i + 6, N(i + 5), U(i + 5)] : [])]),
  ]),
  std,
  ['second-table'],
);
add(
  't side juri',
  g([
    ['DAFTAR PESERTA', null, null, null, 'DEWAN JURI'],
    ['No', 'Nama KBK', 'Unit', null, 'No', 'Nama', 'Instansi'],
    ...idx().map((i) => [i + 1, N(i), U(i), null, ...(i < 3 ? [i + 1, 'Drs. Juri ' + i, 'Univ'] : [])]),
  ]),
  std,
  ['second-table'],
);
add(
  't below cat',
  g([
    ['KATEGORI KESEHATAN'],
    ['No', 'Nama KBK', 'Unit Kerja'],
    ...idx(4).map((i) => [i + 1, N(i), U(i)]),
    [],
    ['KATEGORI PENDIDIKAN'],
    ['No', 'Nama Kelompok', 'Asal Sekolah'],
    ...idx(4).map((i) => [i + 5, N(i + 4), U(i + 4)]),
  ]),
  sidecat,
  ['', 'second-table'],
);
add(
  't below juri',
  g([
    ['No', 'Nama KBK', 'Unit Kerja'],
    ...idx().map((i) => [i + 1, N(i), U(i)]),
    [],
    ['DEWAN JURI'],
    ['No', 'Nama', 'Jabatan'],
    [1, 'Drs. A', 'Ketua'],
    [2, 'Ir. B', 'Anggota'],
  ]),
  std,
  ['second-table', ''],
);
add(
  't below juri same cols',
  g([
    ['No', 'Nama', 'Unit Kerja'],
    ...idx().map((i) => [i + 1, N(i), U(i)]),
    [],
    ['DEWAN JURI'],
    ['No', 'Nama', 'Instansi'],
    [1, 'Drs. A', 'Ketua'],
    [2, 'Ir. B', 'Anggota'],
  ]),
  std,
  ['second-table'],
);
add(
  't below juri nohead',
  g([
    ['No', 'Nama KBK', 'Unit Kerja'],
    ...idx().map((i) => [i + 1, N(i), U(i)]),
    [],
    ['DEWAN JURI'],
    [1, 'Drs. A, M.Si', 'Biro'],
    [2, 'Ir. B', 'Univ'],
  ]),
  std,
  ['second-table', 'heading-kind'],
);
add(
  't below other order',
  g([
    ['No', 'Nama KBK', 'Unit Kerja'],
    ...idx(4).map((i) => [i + 1, N(i), U(i)]),
    [],
    ['No', 'Unit Kerja', 'Nama KBK'],
    ...idx(4).map((i) => [i + 5, U(i + 4), N(i + 4)]),
  ]),
  std,
  ['second-table'],
);
add(
  't cadangan',
  g([
    ['No', 'Nama KBK', 'Unit Kerja'],
    ...idx(6).map((i) => [i + 1, N(i), U(i)]),
    [],
    ['PESERTA CADANGAN'],
    [1, N(6), U(6)],
    [2, N(7), U(7)],
  ]),
  [],
  ['heading-kind', 'second-table'],
);
// headings
const head = (a: string, b: string) =>
  g([
    ['No Urut', 'Nama KBK', 'Unit Kerja'],
    [a],
    ...idx(4).map((i) => [i + 1, N(i), U(i)]),
    [b],
    ...idx(4).map((i) => [i + 5, N(i + 4), U(i + 4)]),
  ]);
for (const [a, b] of pairs([
  ['SESI I', 'SESI II'],
  ['Sesi Pagi (08.00 - 12.00)', 'Sesi Siang'],
  ['RUANG MELATI', 'RUANG MAWAR'],
  ['Selasa, 7 November 2017', 'Rabu, 8 November 2017'],
  ['Gelombang 1', 'Gelombang 2'],
  ['08.00 - 10.00', '10.00 - 12.00'],
  ['HARI I', 'HARI II'],
  ['Panggung Utama', 'Panggung B'],
  ['Aula Lantai 1', 'Aula Lantai 2'],
  ['Pukul 08.00', 'Pukul 13.00'],
  ['Kloter A', 'Kloter B'],
  ['TANGGAL 7 NOVEMBER', 'TANGGAL 8 NOVEMBER'],
]))
  add('h sess ' + a, head(a, b), std, ['heading-kind']);
for (const [a, b] of pairs([
  ['KATEGORI KESEHATAN', 'KATEGORI PENDIDIKAN'],
  ['A. Bidang Kesehatan', 'B. Bidang Pendidikan'],
  ['Kategori : Kesehatan', 'Kategori : Pendidikan'],
]))
  add(
    'h cat ' + a,
    head(a, b),
    exp((i) => [i + 1, N(i), U(i), '', a.includes('KES') ? C(i).toUpperCase() : C(i)]),
    [''],
  );
for (const [a, b] of pairs([
  ['Kesehatan', 'Pendidikan'],
  ['PELAYANAN PUBLIK', 'TATA KELOLA'],
  ['Grup A', 'Grup B'],
]))
  add(
    'h wordless ' + a,
    head(a, b),
    exp((i) => [i + 1, N(i), U(i), '', i < 4 ? a : b]),
    ['heading-kind'],
  );
add(
  'h agency',
  g([
    ['No', 'Nama KBK', 'Judul'],
    ['DINAS KESEHATAN'],
    ...idx(4).map((i) => [i + 1, N(i), T(i)]),
    ['DINAS PENDIDIKAN'],
    ...idx(4).map((i) => [i + 5, N(i + 4), T(i + 4)]),
  ]),
  exp((i) => [i + 1, N(i), i < 4 ? 'DINAS KESEHATAN' : 'DINAS PENDIDIKAN', T(i)]),
  ['heading-kind'],
);
add(
  'h agency in name col',
  g([
    ['No', 'Nama KBK', 'Judul'],
    [null, 'DINAS KESEHATAN'],
    ...idx(4).map((i) => [i + 1, N(i), T(i)]),
    [null, 'DINAS PENDIDIKAN'],
    ...idx(4).map((i) => [i + 5, N(i + 4), T(i + 4)]),
  ]),
  exp((i) => [i + 1, N(i), i < 4 ? 'DINAS KESEHATAN' : 'DINAS PENDIDIKAN', T(i)]),
  ['heading-kind'],
);
add(
  'h agency roman',
  g([
    ['No', 'Nama KBK', 'Judul'],
    ['I', 'DINAS KESEHATAN'],
    ...idx(4).map((i) => [i + 1, N(i), T(i)]),
    ['II', 'BKD'],
    ...idx(4).map((i) => [i + 5, N(i + 4), T(i + 4)]),
  ]),
  exp((i) => [i + 1, N(i), i < 4 ? 'DINAS KESEHATAN' : 'BKD', T(i)]),
  ['heading-kind'],
);
add(
  'h mid only',
  g([
    ['No Urut', 'Nama KBK', 'Unit Kerja'],
    ...idx(4).map((i) => [i + 1, N(i), U(i)]),
    ['HARI KEDUA'],
    ...idx(4).map((i) => [i + 5, N(i + 4), U(i + 4)]),
  ]),
  std,
  ['heading-kind'],
);
add(
  'h sess in name col',
  g([
    ['No Urut', 'Nama KBK', 'Unit Kerja'],
    [null, 'SESI I'],
    ...idx(4).map((i) => [i + 1, N(i), U(i)]),
    [null, 'SESI II'],
    ...idx(4).map((i) => [i + 5, N(i + 4), U(i + 4)]),
  ]),
  std,
  ['heading-kind'],
);
// agenda
const ag = (rows: Row[]) => g([['Waktu', 'No', 'Nama KBK', 'Unit Kerja', 'Judul'], ...rows]);
const d = (i: number): Cell[] => [`0${8 + Math.floor(i / 3)}.${['00', '20', '40'][i % 3]}`, i + 1, N(i), U(i), T(i)];
const full = exp((i) => [i + 1, N(i), U(i), T(i)]);
add(
  'a mix',
  ag([
    ['07.30', null, 'Registrasi Peserta', 'Panitia'],
    ['07.45', null, 'Pembukaan', 'MC'],
    d(0),
    d(1),
    ['09.00', null, 'Coffee Break'],
    d(2),
    d(3),
    ['12.00', null, 'ISHOMA'],
    d(4),
    d(5),
    d(6),
    d(7),
    ['15.00', null, 'Sidang Juri', 'Dewan Juri'],
    ['16.00', null, 'Pengumuman dan Penutupan', 'Bupati'],
  ]),
  full,
  ['agenda-rows'],
);
add(
  'a numbered',
  g([
    ['No', 'Waktu', 'Kegiatan', 'Unit Kerja'],
    [1, '07.30', 'Registrasi', 'Panitia'],
    [2, '08.00', 'Pembukaan', 'MC'],
    ...idx().map((i) => [i + 3, '09.00', N(i), U(i)]),
    [11, '15.00', 'Penutupan', 'MC'],
  ]),
  [],
  ['agenda-rows', 'unused-columns'],
);
add(
  'a unknown acts',
  ag([
    d(0),
    d(1),
    ['09.00', null, 'Penampilan Band Pemda'],
    d(2),
    d(3),
    ['12.00', null, 'Yel-yel suporter'],
    d(4),
    d(5),
    d(6),
    d(7),
    ['15.00', null, 'Kata penutup Bupati', 'Bupati'],
  ]),
  full,
  ['agenda-rows'],
);
add(
  'a acts merged',
  ag([['07.30', 'Registrasi'], d(0), d(1), d(2), d(3), ['ISTIRAHAT'], d(4), d(5), d(6), d(7)]),
  full,
  ['agenda-rows', ''],
);
add(
  'a jam sebelum no',
  g([
    ['Jam', 'No Urut Tampil', 'Nama KBK', 'OPD', 'PIC'],
    ['07.00', null, 'Persiapan', '', 'Panitia'],
    ...idx().map((i) => ['08.00', i + 1, N(i), U(i), 'x']),
    ['12.00', null, 'Sholat dan makan siang'],
  ]),
  std,
  ['agenda-rows'],
);
// members
const mem = (f: (i: number, j: number) => Cell[], h: Cell[]) =>
  g([h, ...idx().flatMap((i) => [0, 1, 2].map((j) => f(i, j)))]);
add(
  'm repeat',
  mem((i, j) => [i + 1, N(i), U(i), `Pegawai ${i}${j}`], ['No', 'Nama KBK', 'Unit Kerja', 'Nama Anggota']),
  std,
  ['rows-per-member'],
);
add(
  'm repeat running',
  mem((i, j) => [i * 3 + j + 1, N(i), U(i), `Pegawai ${i}${j}`], ['No', 'Nama KBK', 'Unit Kerja', 'Nama Anggota']),
  [],
  ['rows-per-member'],
);
add(
  'm blank one col',
  mem(
    (i, j) => (j === 0 ? [i + 1, N(i), U(i), `Pegawai ${i}${j}`] : [null, null, null, `Pegawai ${i}${j}`]),
    ['No', 'Nama KBK', 'Unit Kerja', 'Anggota'],
  ),
  std,
  ['rows-per-member'],
);
add(
  'm col nama',
  mem(
    (i, j) => (j === 0 ? [i + 1, N(i), U(i), `Pegawai ${i}${j}`] : [null, null, null, `Pegawai ${i}${j}`]),
    ['No', 'KBK', 'OPD', 'Nama'],
  ),
  std,
  ['rows-per-member'],
);
add(
  'm numbered members',
  mem(
    (i, j) =>
      j === 0 ? [i + 1, N(i), U(i), j + 1, `Pegawai ${i}${j}`] : [null, null, null, j + 1, `Pegawai ${i}${j}`],
    ['No', 'Nama KBK', 'Unit Kerja', 'No', 'Nama Anggota'],
  ),
  std,
  ['rows-per-member'],
);
add(
  'm nama first',
  mem(
    (i, j) => (j === 0 ? [i + 1, `Pegawai ${i}${j}`, N(i), U(i)] : [null, `Pegawai ${i}${j}`, null, null]),
    ['No', 'Nama Anggota', 'Nama KBK', 'Unit Kerja'],
  ),
  std,
  ['rows-per-member'],
);
add(
  'm running no',
  mem(
    (i, j) =>
      j === 0 ? [i * 3 + j + 1, N(i), U(i), `Pegawai ${i}${j}`] : [i * 3 + j + 1, null, null, `Pegawai ${i}${j}`],
    ['No', 'Nama KBK', 'Unit Kerja', 'Nama Anggota'],
  ),
  [],
  ['rows-per-member'],
);
add(
  'm 2x repeat',
  g([
    ['No', 'Nama KBK', 'Unit Kerja', 'Anggota'],
    ...idx().flatMap((i) => [0, 1].map((j) => [i + 1, N(i), U(i), `P ${i}${j}`])),
  ]),
  std,
  ['rows-per-member'],
);
// ditto
for (const q of ['"', '〃', 'sda', 's.d.a', 'idem', '-"-', '- sda -', '″', "''", 'ditto', 's d a', 'Sda.'])
  add(
    'd ' + q,
    g([
      ['No', 'Nama KBK', 'Unit Kerja', 'Kategori'],
      ...idx().map((i) => [i + 1, N(i), i % 2 ? q : U(i), i === 0 || i === 4 ? C(i) : q]),
    ]),
    exp((i) => [i + 1, N(i), U(i - (i % 2)), '', C(i)]),
    [''],
  );
// fill
// page 2
add(
  'p2 numbering',
  g([
    ['No', 'Nama KBK', 'Unit', 'Judul'],
    [1, 2, 3, 4],
    ...idx(4).map((i) => [i + 1, N(i), U(i), T(i)]),
    ['1', '2', '3', '4'],
    ...idx(4).map((i) => [i + 5, N(i + 4), U(i + 4), T(i + 4)]),
  ]),
  full,
  [''],
);
add(
  'p2 numbering (1)',
  g([
    ['No', 'Nama KBK', 'Unit', 'Judul'],
    ['(1)', '(2)', '(3)', '(4)'],
    ...idx(4).map((i) => [i + 1, N(i), U(i), T(i)]),
    ['No', 'Nama KBK', 'Unit', 'Judul'],
    ['(1)', '(2)', '(3)', '(4)'],
    ...idx(4).map((i) => [i + 5, N(i + 4), U(i + 4), T(i + 4)]),
  ]),
  full,
  [''],
);
add(
  'p2 numbering gap',
  g([
    ['No', 'Nama KBK', 'Unit', 'Judul'],
    [1, 2, 3, 4],
    ...idx(4).map((i) => [i + 1, N(i), U(i), T(i)]),
    [],
    ['Halaman 2'],
    [1, 2, 3, 4],
    ...idx(4).map((i) => [i + 5, N(i + 4), U(i + 4), T(i + 4)]),
  ]),
  full,
  [''],
);
add(
  'p2 A B C',
  g([['No', 'Nama KBK', 'Unit', 'Judul'], ['a', 'b', 'c', 'd'], ...idx().map((i) => [i + 1, N(i), U(i), T(i)])]),
  full,
  [''],
);
add(
  'p2 2 cols',
  g([
    ['No', 'Nama KBK'],
    [1, 2],
    ...idx(4).map((i) => [i + 1, N(i)]),
    ['No', 'Nama KBK'],
    [1, 2],
    ...idx(4).map((i) => [i + 5, N(i + 4)]),
  ]),
  exp((i) => [i + 1, N(i)]),
  [''],
);
// notes
add(
  'no1',
  g([
    ['No', 'Nama KBK', 'Unit'],
    ...idx().map((i) => [i + 1, N(i), U(i)]),
    [],
    ['Catatan:'],
    [1, 'Peserta wajib hadir 30 menit sebelum tampil'],
    [2, 'Memakai seragam batik'],
  ]),
  std,
  ['notes-below'],
);
add(
  'no2 nocat',
  g([
    ['No', 'Nama KBK', 'Unit'],
    ...idx().map((i) => [i + 1, N(i), U(i)]),
    [],
    [1, 'Peserta wajib hadir 30 menit sebelum tampil'],
    [2, 'Waktu presentasi 15 menit'],
  ]),
  std,
  ['notes-below'],
);
add(
  'no3 text num',
  g([
    ['No', 'Nama KBK', 'Unit'],
    ...idx().map((i) => [i + 1, N(i), U(i)]),
    [],
    ['Ketentuan:'],
    ['1.', 'Setiap KBK tampil 15 menit'],
    ['2.', 'Membawa laptop sendiri'],
  ]),
  std,
  ['notes-below'],
);
add(
  'no4 in name',
  g([
    ['No', 'Nama KBK', 'Unit'],
    ...idx().map((i) => [i + 1, N(i), U(i)]),
    [],
    [null, 'Keterangan:'],
    [null, '1. Peserta hadir tepat waktu'],
    [null, '2. Membawa laptop'],
  ]),
  std,
  ['', 'notes-below'],
);
add(
  'no5 no unit col',
  g([
    ['No', 'Nama KBK'],
    ...idx().map((i) => [i + 1, N(i)]),
    [],
    ['Catatan'],
    [1, 'Hadir 30 menit sebelum tampil'],
    [2, 'Membawa laptop sendiri'],
  ]),
  exp((i) => [i + 1, N(i)]),
  ['notes-below'],
);
add(
  'no6 immediately',
  g([
    ['No', 'Nama KBK', 'Unit'],
    ...idx().map((i) => [i + 1, N(i), U(i)]),
    [null, 'Catatan:'],
    [1, 'Peserta harap hadir tepat waktu'],
    [2, 'Pakaian batik'],
  ]),
  std,
  ['notes-below'],
);
add(
  'no7 in col A',
  g([
    ['No', 'Nama KBK', 'Unit'],
    ...idx().map((i) => [i + 1, N(i), U(i)]),
    [],
    ['Catatan :'],
    ['1. Peserta hadir tepat waktu'],
    ['2. Membawa laptop'],
  ]),
  std,
  ['', 'notes-below'],
);
add(
  'no8 signed',
  g([
    ['No', 'Nama KBK', 'Unit'],
    ...idx().map((i) => [i + 1, N(i), U(i)]),
    [],
    [null, null, 'Contoh, 8 November 2019'],
    [null, null, 'Ketua Panitia'],
    [],
    [null, null, 'Budi'],
    ['Tembusan:'],
    [1, 'Bupati Contoh sebagai laporan'],
    [2, 'Sekretaris Daerah'],
  ]),
  std,
  ['', 'notes-below'],
);
// time
add(
  'w waktu',
  g([
    ['No', 'Waktu', 'Nama KBK', 'Unit Kerja'],
    ...idx().map((i) => [i + 1, `0${i + 1}.00 - 0${i + 1}.30`, N(i), U(i)]),
  ]),
  std,
  [''],
);
add(
  'w plain durations',
  g([['No', 'Nama KBK', 'Unit Kerja', 'Waktu'], ...idx().map((i) => [i + 1, N(i), U(i), 20])]),
  std,
  [''],
);
add(
  'plain many foreign',
  g([
    ['No', 'Nama KBK', 'Ketua', 'HP', 'Unit Kerja', 'Alamat', 'Jumlah Anggota', 'Email'],
    ...idx().map((i) => [i + 1, N(i), 'K', '0812' + i, U(i), 'Jl', 7 + i, 'a@b']),
  ]),
  std,
  [''],
);
add(
  'plain tempat',
  g([['No', 'Nama KBK', 'Unit Kerja', 'Tempat', 'Tanggal'], ...idx().map((i) => [i + 1, N(i), U(i), 'Aula', '8 Nov'])]),
  std,
  ['', 'unused-columns'],
);
add(
  'plain fasil',
  g([
    ['No', 'Nama KBK', 'Unit Kerja', 'Fasilitator', 'Kecamatan'],
    ...idx().map((i) => [i + 1, N(i), U(i), 'Bu X', 'Keling']),
  ]),
  std,
  ['', 'unused-columns'],
);
add(
  'dup diff unit',
  g([
    ['No', 'Nama KBK', 'Unit Kerja'],
    [1, 'KBK Melati', 'A'],
    [2, 'KBK Melati', 'B'],
  ]),
  [
    [1, 'KBK Melati', 'A'],
    [2, 'KBK Melati', 'B'],
  ],
  [''],
);
add(
  'dup spelled',
  g([
    ['No', 'Nama KBK', 'Unit Kerja'],
    ...idx().map((i) => [i + 1, N(i), U(i)]),
    [9, 'kbk melati', 'PUSKESMAS SUKAMAJU'],
  ]),
  [],
  ['duplicate-group'],
);
add(
  'dup group word',
  g([['No', 'Nama KBK', 'Unit Kerja'], ...idx().map((i) => [i + 1, N(i), U(i)]), [9, 'Melati', 'Puskesmas Sukamaju']]),
  [],
  ['duplicate-group'],
);
// marks/hidden
add(
  'struck',
  g([['No', 'Nama KBK', 'Unit Kerja'], ...idx().map((i) => [i + 1, N(i), U(i)])], 'Sheet', {
    marks: [{ row: 3, look: 'struck' }],
  }),
  exp((i) => [i + 1, N(i), U(i), '', '', i === 2 ? 'withdrawn' : 'waiting']),
  ['marked-rows'],
);
add(
  'yellow one',
  g([['No', 'Nama KBK', 'Unit Kerja'], ...idx().map((i) => [i + 1, N(i), U(i)])], 'Sheet', {
    marks: [{ row: 3, look: '#ffff00' }],
  }),
  std,
  ['marked-rows'],
);
add(
  'banded',
  g([['No', 'Nama KBK', 'Unit Kerja'], ...idx().map((i) => [i + 1, N(i), U(i)])], 'Sheet', {
    marks: [2, 4, 6, 8].map((row) => ({ row, look: '#ddeeff' })),
  }),
  std,
  [''],
);
add(
  'cat colours',
  g([['No', 'Nama KBK', 'Unit Kerja'], ...idx().map((i) => [i + 1, N(i), U(i)])], 'Sheet', {
    marks: idx().map((i) => ({ row: i + 1, look: i < 4 ? '#ddffdd' : '#ffffcc' })),
  }),
  std,
  [''],
);
add(
  'hidden col no',
  g([['No', 'No Lama', 'Nama KBK', 'Unit Kerja'], ...idx().map((i) => [i + 1, D(i), N(i), U(i)])], 'Sheet', {
    hiddenColumns: [1],
  }),
  std,
  ['hidden-columns'],
);
add(
  'hidden col telp',
  g([['No', 'Nama KBK', 'Unit Kerja', 'HP'], ...idx().map((i) => [i + 1, N(i), U(i), '081'])], 'Sheet', {
    hiddenColumns: [3],
  }),
  std,
  ['hidden-columns', ''],
);

test.each(cases)('[I13] %s', (_, grids, want, questions) => {
  const list = tableOf(grids);
  const asked = list.questions.map(({ type }) => type);
  if (asked.length === 0) expect(questions).toContain('');
  for (const type of asked) expect(questions).toContain(type);
  if (want.length === 0 || (asked.includes('unused-columns') && list.mapping.category === undefined)) return;
  const rows = list.rows.map(({ number, name, unit, title, category, status }) =>
    [number, name, unit, title, category, status].map((cell) => cell ?? ''),
  );
  expect(rows).toEqual(want.map((row) => [0, 1, 2, 3, 4, 5].map((at) => row[at] ?? (at === 5 ? 'waiting' : ''))));
});

/** What was read of each, under its name. */
const kept = readFileSync(path.resolve(import.meta.dirname, '../fixtures/readings/variants.txt'), 'utf8')
  .replaceAll('\r\n', '\n')
  .split(/\n(?=# )/);
const written = cases.map((): string => '');

test.each(cases.map((each, index) => [each[0], each[1], index] as const))(
  '[I13] %s is read as it was',
  (name, grids, index) => {
    const text = `# ${name}\n${reading(grids)}`;
    written[index] = text;
    if (process.env.KEEP !== 'write') expect(text.split('\n')).toEqual(kept[index]?.split('\n'));
  },
);

test('[I13] each of them is kept', () => {
  if (process.env.KEEP === 'write') expectAsItWas('readings/variants.txt', written.join('\n'));
  else expect(kept).toHaveLength(cases.length);
});
