/** The words of an import: one example of everything that is asked, offered or refused. */
import { expect, test } from 'vitest';
import type { ChoiceType, ImportChoice, ImportSighting, SightingType } from '../../shared/import/sightings.ts';
import type {
  ImportProblemReason,
  ImportProblemTag,
  ImportRefusal,
  ImportRefusalType,
} from '../../shared/import/types.ts';
import { sayChoice, sayImportProblem, sayImportRefusal, saySighting } from '../../shared/say/importing.ts';
import { wordsOf } from '../../shared/say/words.ts';

const words = wordsOf.id.importing;

const sightings: { readonly [Type in SightingType]: readonly [ImportSighting<Type>, string] } = {
  'no-number-column': [{ type: 'no-number-column' }, 'Kolom mana yang berisi nomor urut tampil?'],
  'running-numbers': [
    { type: 'running-numbers', column: 'A', heading: 'No' },
    'Kolom A "No" hanya menghitung baris; ada kolom lain yang berisi angka berbeda-beda. Mana nomor urut tampil hasil undian?',
  ],
  'several-sheets': [
    { type: 'several-sheets', names: ['Pagi', 'Siang'] },
    'Buku kerja ini berisi daftar di beberapa lembar: "Pagi", "Siang". Mana yang berisi peserta?',
  ],
  'several-tables': [
    {
      type: 'several-tables',
      count: 3,
      others: [
        { caption: 'Tamu', place: 'right', firstRow: 4 },
        { caption: '', place: 'below', firstRow: 20 },
      ],
    },
    'Lembar ini berisi 3 daftar; daftar lainnya: "Tamu", kolom di bawah (mulai baris 4, 20). Apakah semuanya peserta?',
  ],
  headings: [
    { type: 'headings', texts: ['A', 'B'], rows: [3, 9] },
    'Di antara peserta ada baris judul: "A", "B" (baris 3 dan 9). Apa artinya?',
  ],
  agenda: [
    { type: 'agenda', rows: [5], names: ['Pembukaan'] },
    'Baris 5 tampaknya mata acara, bukan peserta: "Pembukaan".',
  ],
  'hidden-rows': [
    { type: 'hidden-rows', rows: [5, 6, 7, 8], names: ['KBK 1', 'KBK 2', 'KBK 3'] },
    'Baris 5, 6, 7 dan 8 (KBK 1, KBK 2, KBK 3, …) disembunyikan atau disaring di lembar ini. Apakah mereka peserta?',
  ],
  'marked-rows': [
    { type: 'marked-rows', rows: [5], names: ['KBK 1'], look: 'red' },
    'Baris 5 (KBK 1) diwarnai merah di lembar ini. Apa artinya?',
  ],
  'hidden-columns': [
    {
      type: 'hidden-columns',
      columns: [
        { column: 'C', heading: 'Judul' },
        { column: 'D', heading: '' },
      ],
    },
    'Kolom C "Judul", D disembunyikan di lembar ini tetapi berisi.',
  ],
  'unknown-columns': [
    { type: 'unknown-columns', columns: [{ column: 'C', heading: 'Lokasi' }] },
    'Kolom C "Lokasi" terisi, tetapi judul kolomnya tidak dikenal. Dipakai sebagai apa?',
  ],
  'texts-below-names': [
    { type: 'texts-below-names', rows: [3, 5], example: 'RSUD' },
    'Baris 3 dan 5 hanya berisi tulisan di bawah nama kelompok, misalnya "RSUD". Dibaca sebagai apa?',
  ],
  'facts-in-one-cell': [
    { type: 'facts-in-one-cell', column: 'B', apart: 'brackets', example: 'KBK 1 (RSUD)' },
    'Kolom B berisi lebih dari satu keterangan dalam kurung, misalnya "KBK 1 (RSUD)".',
  ],
  'title-beside-unit': [
    { type: 'title-beside-unit', column: 'C', apart: 'lines' },
    'Kolom C berisi unit kerja dan judul pada baris yang berbeda.',
  ],
  'same-group': [
    { type: 'same-group', names: ['KBK 1'], rows: [3, 9] },
    'Kelompok yang sama tertulis lebih dari sekali: "KBK 1" (baris 3 dan 9).',
  ],
  'repeated-names': [
    { type: 'repeated-names', groups: 4 },
    'Nama kelompok berulang di baris berurutan, seperti satu baris untuk setiap anggota. Dibaca sebagai 4 kelompok.',
  ],
  'member-rows': [
    { type: 'member-rows', groups: 4, members: 12 },
    'Daftar ini menulis satu baris untuk setiap anggota kelompok. Dibaca sebagai 4 kelompok; 12 baris anggota tidak dibaca.',
  ],
  'styled-numbers': [
    { type: 'styled-numbers', column: 'A', style: 'roman', example: 'IV' },
    'Nomor urut tampil di kolom A ditulis sebagai angka Romawi, misalnya "IV". Dibaca sebagai angka berapa?',
  ],
  'notes-below': [
    { type: 'notes-below', rows: [1, 2, 3, 4, 5, 6, 7, 8, 9], example: 'Peserta wajib hadir' },
    'Baris 1, 2, 3, 4, 5, 6, 7, 8, … (9 baris) di bawah daftar tampaknya catatan bernomor, bukan peserta, misalnya "Peserta wajib hadir".',
  ],
};

test.each(Object.values(sightings))('[I13] a question says what was seen (%j)', (seen, sentence) => {
  expect(saySighting(words, seen)).toBe(sentence);
});

const choices: { readonly [Type in ChoiceType]: readonly [ImportChoice<Type>, string] } = {
  contestants: [{ type: 'contestants' }, 'Peserta: ikut diimpor'],
  'no-contestants': [{ type: 'no-contestants' }, 'Bukan peserta: tidak diimpor'],
  notes: [{ type: 'notes' }, 'Catatan: tidak diimpor'],
  agenda: [{ type: 'agenda' }, 'Mata acara: tidak diimpor'],
  withdrawn: [{ type: 'withdrawn' }, 'Mengundurkan diri'],
  'no-show': [{ type: 'no-show' }, 'Tidak hadir'],
  disqualified: [{ type: 'disqualified' }, 'Diskualifikasi'],
  'means-nothing': [{ type: 'means-nothing' }, 'Tidak berarti apa-apa: tetap peserta'],
  'one-per-group': [{ type: 'one-per-group' }, 'Satu peserta untuk setiap kelompok'],
  'one-per-row': [{ type: 'one-per-row' }, 'Setiap baris satu peserta'],
  'all-different': [{ type: 'all-different' }, 'Memang peserta yang berbeda: semuanya diimpor'],
  'first-row': [{ type: 'first-row' }, 'Tertulis dua kali: baris pertama yang dipakai'],
  'last-row': [{ type: 'last-row' }, 'Tertulis dua kali: baris terakhir yang dipakai'],
  'category-below': [{ type: 'category-below' }, 'Kategori lomba peserta di bawahnya'],
  'unit-below': [{ type: 'unit-below' }, 'Unit kerja peserta di bawahnya'],
  'no-category': [{ type: 'no-category' }, 'Hari, sesi, ruang, atau jeda: bukan kategori'],
  'all-tables': [{ type: 'all-tables' }, 'Semuanya peserta lomba ini'],
  'table-each-category': [
    { type: 'table-each-category' },
    'Semuanya peserta; tulisan di atas tiap daftar adalah kategorinya',
  ],
  'first-table': [{ type: 'first-table' }, 'Hanya daftar yang pertama'],
  'sheet-each-category': [{ type: 'sheet-each-category' }, 'Semua lembar; tiap lembar satu kategori'],
  'sheets-together': [{ type: 'sheets-together' }, 'Semua lembar menjadi satu daftar (hari, sesi, atau ruang)'],
  'only-sheet': [{ type: 'only-sheet', name: 'Pagi', rows: 12 }, 'Hanya lembar "Pagi" (12 baris)'],
  'numbers-of-column': [
    { type: 'numbers-of-column', column: 'C', heading: '', samples: ['4', '1'] },
    'Kolom C: 4, 1, …',
  ],
  'not-drawn': [{ type: 'not-drawn' }, 'Tidak ada: nomor urut tampil belum diundi'],
  'columns-as': [
    {
      type: 'columns-as',
      columns: [
        { column: 'C', field: 'unit' },
        { column: 'D', field: 'title' },
      ],
    },
    'C sebagai unit kerja, D sebagai judul',
  ],
  'columns-unused': [{ type: 'columns-unused' }, 'Tidak dipakai'],
  'columns-unread': [{ type: 'columns-unread' }, 'Tidak dibaca'],
  'columns-read': [{ type: 'columns-read' }, 'Ikut dibaca seperti kolom lain'],
  'fact-of-group-above': [{ type: 'fact-of-group-above', fact: 'unit' }, 'Unit kerja kelompok di atasnya'],
  'another-group': [{ type: 'another-group' }, 'Kelompok lain'],
  'split-into': [{ type: 'split-into', facts: ['name', 'title'] }, 'Dipisah menjadi nama kelompok dan judul'],
  'left-as-name': [{ type: 'left-as-name' }, 'Dibiarkan sebagai nama kelompok'],
  'split-unit-and-title': [{ type: 'split-unit-and-title' }, 'Dipisah menjadi unit kerja dan judul'],
  'left-as-unit': [{ type: 'left-as-unit' }, 'Dibiarkan sebagai unit kerja'],
  'numbers-read': [{ type: 'numbers-read', example: 'IV', value: 4 }, 'Dibaca sebagai angkanya: "IV" menjadi 4'],
  'numbers-blank': [{ type: 'numbers-blank' }, 'Tidak dibaca; nomor urut tampil dikosongkan'],
};

test.each(Object.values(choices))('[I13] a choice says what it makes of the list (%j)', (meaning, sentence) => {
  expect(sayChoice(words, { meanings: { choice: meaning } }, 'choice')).toBe(sentence);
});

test('[I13] a choice that the question does not offer stands for itself', () => {
  expect(sayChoice(words, { meanings: {} }, 'only:Sore')).toBe('only:Sore');
});

const problems: { readonly [Reason in ImportProblemReason]: readonly [ImportProblemTag<Reason>, string] } = {
  'number-twice': [
    { type: 'duplicate-number', reason: 'number-twice', number: 7, first: { row: 4, sheet: 'Pagi' } },
    'Nomor urut tampil 7 sudah dipakai di baris 4 lembar Pagi. Perbaiki salah satunya.',
  ],
  'number-not-whole': [
    { type: 'bad-number', reason: 'number-not-whole' },
    'Nomor urut tampil bukan bilangan bulat. Tulis angkanya saja, misalnya 7.',
  ],
  'name-blank': [
    { type: 'missing-name', reason: 'name-blank' },
    'Nama kelompok belum diisi. Lengkapi di daftar, lalu impor lagi.',
  ],
  'unit-blank': [
    { type: 'missing-unit', reason: 'unit-blank' },
    'Unit kerja belum diisi. Lengkapi di daftar, lalu impor lagi.',
  ],
  'text-too-long': [
    { type: 'too-long', reason: 'text-too-long', length: 300, most: 200 },
    'Teks terlalu panjang (300 huruf, paling banyak 200). Ringkas dahulu.',
  ],
  'category-blank': [
    { type: 'missing-category', reason: 'category-blank' },
    'Kategori belum diisi, padahal baris lain mengisinya.',
  ],
  'category-to-choose': [{ type: 'missing-category', reason: 'category-to-choose' }, 'Pilih kategori untuk baris ini.'],
  'category-not-in-contest': [
    { type: 'unknown-category', reason: 'category-not-in-contest', category: 'X', known: ['A', 'B'] },
    'Kategori "X" tidak ada di lomba ini (A, B).',
  ],
  'category-to-add': [
    { type: 'unknown-category', reason: 'category-to-add', category: 'X' },
    'Kategori "X" belum ada di lomba ini. Tambahkan kategori itu atau perbaiki daftarnya.',
  ],
};

test.each(Object.values(problems))('[I8] a row says what is wrong with it (%j)', (problem, sentence) => {
  expect(sayImportProblem(words, problem)).toBe(sentence);
});

const refusals: { readonly [Type in ImportRefusalType]: readonly [ImportRefusal<Type>, string] } = {
  'no-list': [
    { type: 'no-list', sheets: ['Pagi', 'Siang'] },
    'Daftar peserta tidak ditemukan di lembar "Pagi", "Siang". Beri judul kolom seperti No Urut, Nama KBK, dan Unit Kerja, atau pilih sendiri kolomnya.',
  ],
  'unknown-sheet': [
    { type: 'unknown-sheet', name: 'Sore', sheets: ['Pagi', 'Siang'] },
    'Lembar "Sore" tidak ada. Lembar di berkas ini: "Pagi", "Siang".',
  ],
  'unknown-column': [
    { type: 'unknown-column', column: 'ZZ', sheet: 'Pagi', last: 'F' },
    'Kolom ZZ tidak ada di lembar "Pagi". Pilih kolom A sampai F.',
  ],
};

test.each(Object.values(refusals))('[I5] a workbook without a list says why (%j)', (refusal, sentence) => {
  expect(sayImportRefusal(words, refusal)).toBe(sentence);
});
