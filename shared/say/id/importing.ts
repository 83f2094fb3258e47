/** Reading a list, in Bahasa Indonesia. */
import type { Colour, Fact, ImportField, MarkedLook, NumberStyle, SetApart } from '../../import/sightings.ts';
import type { ImportWords } from '../importing.ts';

export const indonesianImport: ImportWords = {
  generalCategory: 'Umum',
  refused: {
    'no-list': ({ sheets }) =>
      `Daftar peserta tidak ditemukan di lembar ${quoted(sheets)}. Beri judul kolom seperti No Urut, Nama KBK, dan Unit Kerja, atau pilih sendiri kolomnya.`,
    'unknown-sheet': ({ name, sheets }) => `Lembar "${name}" tidak ada. Lembar di berkas ini: ${quoted(sheets)}.`,
    'unknown-column': ({ column, sheet, last }) =>
      `Kolom ${column} tidak ada di lembar "${sheet}". Pilih kolom A sampai ${last}.`,
  },
  problem: {
    'number-twice': ({ number, first: { row, sheet } }) =>
      `Nomor urut tampil ${number} sudah dipakai di baris ${row}${sheet === undefined ? '' : ` lembar ${sheet}`}. Perbaiki salah satunya.`,
    'number-not-whole': () => 'Nomor urut tampil bukan bilangan bulat. Tulis angkanya saja, misalnya 7.',
    'name-blank': () => 'Nama kelompok belum diisi. Lengkapi di daftar, lalu impor lagi.',
    'unit-blank': () => 'Unit kerja belum diisi. Lengkapi di daftar, lalu impor lagi.',
    'text-too-long': ({ length, most }) =>
      `Teks terlalu panjang (${length} huruf, paling banyak ${most}). Ringkas dahulu.`,
    'category-blank': () => 'Kategori belum diisi, padahal baris lain mengisinya.',
    'category-to-choose': () => 'Pilih kategori untuk baris ini.',
    'category-not-in-contest': ({ category, known }) =>
      `Kategori "${category}" tidak ada di lomba ini (${known.join(', ')}).`,
    'category-to-add': ({ category }) =>
      `Kategori "${category}" belum ada di lomba ini. Tambahkan kategori itu atau perbaiki daftarnya.`,
  },
  seen: {
    'no-number-column': () => 'Kolom mana yang berisi nomor urut tampil?',
    'running-numbers': ({ column, heading }) =>
      `Kolom ${column} "${heading}" hanya menghitung baris; ada kolom lain yang berisi angka berbeda-beda. Mana nomor urut tampil hasil undian?`,
    'several-sheets': ({ names }) =>
      `Buku kerja ini berisi daftar di beberapa lembar: ${quoted(names)}. Mana yang berisi peserta?`,
    'several-tables': ({ count, others }) => {
      const names = others.map(({ caption, place }) => (caption === '' ? places[place] : `"${caption}"`));
      const rows = others.map(({ firstRow }) => firstRow);
      return `Lembar ini berisi ${count} daftar; daftar lainnya: ${names.join(', ')} (mulai baris ${rows.join(', ')}). Apakah semuanya peserta?`;
    },
    headings: ({ texts, rows }) =>
      `Di antara peserta ada baris judul: ${quoted(texts)} (baris ${rowList(rows)}). Apa artinya?`,
    agenda: ({ rows, names }) => `Baris ${rowList(rows)} tampaknya mata acara, bukan peserta: ${quoted(names)}.`,
    'hidden-rows': (told) => `Baris ${named(told)} disembunyikan atau disaring di lembar ini. Apakah mereka peserta?`,
    'marked-rows': ({ look, ...told }) => `Baris ${named(told)} ${lookText(look)} di lembar ini. Apa artinya?`,
    'hidden-columns': ({ columns }) =>
      `Kolom ${columns.map(headed).join(', ')} disembunyikan di lembar ini tetapi berisi.`,
    'unknown-columns': ({ columns }) =>
      `Kolom ${columns.map(headed).join(', ')} terisi, tetapi judul kolomnya tidak dikenal. Dipakai sebagai apa?`,
    'texts-below-names': ({ rows, example }) =>
      `Baris ${rowList(rows)} hanya berisi tulisan di bawah nama kelompok, misalnya "${example}". Dibaca sebagai apa?`,
    'facts-in-one-cell': ({ column, apart, example }) =>
      `Kolom ${column} berisi lebih dari satu keterangan ${apartTexts[apart]}, misalnya "${example}".`,
    'title-beside-unit': ({ column, apart }) => `Kolom ${column} berisi unit kerja dan judul ${apartTexts[apart]}.`,
    'same-group': ({ names, rows }) =>
      `Kelompok yang sama tertulis lebih dari sekali: ${quoted(names)} (baris ${rowList(rows)}).`,
    'repeated-names': ({ groups }) =>
      `Nama kelompok berulang di baris berurutan, seperti satu baris untuk setiap anggota. Dibaca sebagai ${groups} kelompok.`,
    'member-rows': ({ groups, members }) =>
      `Daftar ini menulis satu baris untuk setiap anggota kelompok. Dibaca sebagai ${groups} kelompok; ${members} baris anggota tidak dibaca.`,
    'styled-numbers': ({ column, style, example }) =>
      `Nomor urut tampil di kolom ${column} ditulis sebagai ${styles[style]}, misalnya "${example}". Dibaca sebagai angka berapa?`,
    'notes-below': ({ rows, example }) =>
      `Baris ${rowList(rows)} di bawah daftar tampaknya catatan bernomor, bukan peserta, misalnya "${example}".`,
  },
  choice: {
    contestants: () => 'Peserta: ikut diimpor',
    'no-contestants': () => 'Bukan peserta: tidak diimpor',
    notes: () => 'Catatan: tidak diimpor',
    agenda: () => 'Mata acara: tidak diimpor',
    withdrawn: () => 'Mengundurkan diri',
    'no-show': () => 'Tidak hadir',
    disqualified: () => 'Diskualifikasi',
    'means-nothing': () => 'Tidak berarti apa-apa: tetap peserta',
    'one-per-group': () => 'Satu peserta untuk setiap kelompok',
    'one-per-row': () => 'Setiap baris satu peserta',
    'all-different': () => 'Memang peserta yang berbeda: semuanya diimpor',
    'first-row': () => 'Tertulis dua kali: baris pertama yang dipakai',
    'last-row': () => 'Tertulis dua kali: baris terakhir yang dipakai',
    'category-below': () => 'Kategori lomba peserta di bawahnya',
    'unit-below': () => 'Unit kerja peserta di bawahnya',
    'no-category': () => 'Hari, sesi, ruang, atau jeda: bukan kategori',
    'all-tables': () => 'Semuanya peserta lomba ini',
    'table-each-category': () => 'Semuanya peserta; tulisan di atas tiap daftar adalah kategorinya',
    'first-table': () => 'Hanya daftar yang pertama',
    'sheet-each-category': () => 'Semua lembar; tiap lembar satu kategori',
    'sheets-together': () => 'Semua lembar menjadi satu daftar (hari, sesi, atau ruang)',
    'only-sheet': ({ name, rows }) => `Hanya lembar "${name}" (${rows} baris)`,
    'numbers-of-column': ({ samples, ...column }) => `Kolom ${headed(column)}: ${samples.join(', ')}, …`,
    'not-drawn': () => 'Tidak ada: nomor urut tampil belum diundi',
    'columns-as': ({ columns }) => columns.map(({ column, field }) => `${column} sebagai ${fields[field]}`).join(', '),
    'columns-unused': () => 'Tidak dipakai',
    'columns-unread': () => 'Tidak dibaca',
    'columns-read': () => 'Ikut dibaca seperti kolom lain',
    'fact-of-group-above': ({ fact }) => `${fact === 'unit' ? 'Unit kerja' : 'Judul'} kelompok di atasnya`,
    'another-group': () => 'Kelompok lain',
    'split-into': ({ facts: parts }) => `Dipisah menjadi ${parts.map((fact) => facts[fact]).join(' dan ')}`,
    'left-as-name': () => 'Dibiarkan sebagai nama kelompok',
    'split-unit-and-title': () => 'Dipisah menjadi unit kerja dan judul',
    'left-as-unit': () => 'Dibiarkan sebagai unit kerja',
    'numbers-read': ({ example, value }) => `Dibaca sebagai angkanya: "${example}" menjadi ${value ?? '–'}`,
    'numbers-blank': () => 'Tidak dibaca; nomor urut tampil dikosongkan',
  },
};

const fields: Readonly<Record<ImportField, string>> = {
  number: 'nomor urut tampil',
  name: 'nama kelompok',
  unit: 'unit kerja',
  title: 'judul',
  category: 'kategori',
  status: 'keterangan',
  slot: 'waktu tampil',
};

const facts: Readonly<Record<Fact, string>> = { name: fields.name, unit: fields.unit, title: fields.title };

const places = { right: 'kolom sebelah kanan', below: 'kolom di bawah' } as const;

const apartTexts: Readonly<Record<SetApart, string>> = {
  lines: 'pada baris yang berbeda',
  brackets: 'dalam kurung',
  quotes: 'dalam tanda kutip',
  hyphen: 'dengan tanda hubung',
  slash: 'dengan garis miring',
  semicolon: 'dengan titik koma',
  colon: 'dengan titik dua',
  comma: 'dengan koma',
  'word-from': 'dengan kata dari',
};

const styles: Readonly<Record<NumberStyle, string>> = {
  roman: 'angka Romawi',
  'digits-and-words': 'angka dengan tulisannya',
  'of-total': 'nomor dari jumlahnya',
  ordinal: 'urutan',
  words: 'angka dengan tulisan',
  'after-letters': 'angka setelah huruf',
  'before-letters': 'angka sebelum huruf',
  'letter-number': 'nomor surat',
  letter: 'huruf',
};

const colours: Readonly<Record<Colour, string>> = {
  black: 'hitam',
  grey: 'abu-abu',
  red: 'merah',
  orange: 'jingga',
  yellow: 'kuning',
  green: 'hijau',
  blue: 'biru',
  purple: 'ungu',
};

function lookText(look: MarkedLook): string {
  if (look === 'struck') return 'dicoret';
  return look === 'struck-or-coloured' ? 'dicoret atau diwarnai' : `diwarnai ${colours[look]}`;
}

function headed({ column, heading }: { readonly column: string; readonly heading: string }): string {
  return heading === '' ? column : `${column} "${heading}"`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

/** `3, 5 dan 8 (KBK Mawar, KBK Melati, …)`. */
function named({ rows, names }: { readonly rows: readonly number[]; readonly names: readonly string[] }): string {
  const more = rows.length > names.length ? ', …' : '';
  return names.length === 0 ? rowList(rows) : `${rowList(rows)} (${names.join(', ')}${more})`;
}

/** `3, 5, 8 dan 12`, shortened where there are many. */
function rowList(rows: readonly number[]): string {
  const shown = rows.slice(0, 8).map(String);
  if (rows.length > shown.length) return `${shown.join(', ')}, … (${rows.length} baris)`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} dan ${last}`;
}
