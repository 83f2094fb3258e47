/**
 * The words people write above their columns [I5], as keys of `textKey`. Order is preference: where two columns fit a
 * field, the one whose header stands earlier here is taken (`No Undian` before a plain `No` that only counts rows).
 */
import { textKey } from './cell-text.ts';
import type { ImportField } from './types.ts';

export type HeaderMatch = { readonly field: ImportField; readonly score: number };

const phrases: Readonly<Record<ImportField, readonly string[]>> = {
  number:
    list(`nomor urut tampil, no urut tampil, nomor tampil, no tampil, urutan tampil, urut tampil, nomor urut penampilan, no urut
    penampilan, urutan penampilan, nomor undian, no undian, nomor undi, no undi, undian, nomor urut undian, no urut undian, nomor
    peserta, no peserta, nomor dada, no dada, nomor urut peserta, no urut peserta, nomor urut, no urut, nourut, urutan, urut, performance
    order, order, number, nomor, nomer, nmr, no, num, nr`),
  name: list(`nama kbk, nama kelompok budaya kerja, nama kelompok, nama gkm, nama gugus kendali mutu, nama gugus, kelompok budaya
    kerja, nama kelompok kbk, gugus kendali mutu, nama tim, nama regu, nama grup, nama group, nama team, group name, team name, kbk, gkm,
    kelompok, gugus, nama peserta, tim, regu, grup, group, team, nama, name, peserta`),
  unit: list(`unit kerja, perangkat daerah, opd, skpd, nama opd, nama skpd, nama unit kerja, nama unit, nama perangkat daerah, nama
    instansi, instansi, asal instansi, instansi asal, satuan kerja, satker, unit organisasi, organisasi perangkat daerah, unit, asal
    unit kerja, asal unit, asal opd, dinas, dinas instansi, lembaga, nama lembaga, asal sekolah, sekolah, nama sekolah, upt, uptd,
    kantor, badan, asal, instasi, agency, department, institution, work unit`),
  title:
    list(`judul risalah, judul, tema risalah, risalah, judul tema, tema, judul kbk, judul gkm, judul makalah, judul inovasi,
    nama inovasi, judul presentasi, judul paparan, judul karya, judul kegiatan, topik, inovasi, materi, title, theme, topic`),
  category:
    list(`kategori, kategori lomba, kategori peserta, bidang, bidang lomba, bidang kategori, kategori bidang, katagori, kategory,
    category, klaster, kluster, cluster, rumpun, cabang, cabang lomba, kelas, jenis, jenis lomba, golongan, sektor, field`),
  status: list(
    `status, status peserta, status kehadiran, kehadiran, keterangan, ket, konfirmasi, catatan, remarks, notes, note`,
  ),
};

/** A header with one of these means something else, unless it is a phrase above as it stands. */
const foreignWords = new Set(
  list(`jumlah, total, daftar, rekap, rekapitulasi, ketua, anggota, alamat, telepon, telp, hp, wa, tanggal, tgl, jam, waktu, pukul,
    nilai, skor, tanda, tangan, paraf, nip, nik, jabatan, kontak, email, penanggung, jawab, pendamping, fasilitator, peringkat, juara, durasi,
    kode, ruang, tempat, kabupaten, kota, pemerintah, tahun, gelar, lomba, susunan, acara, penampilan, juri, pangkat`),
);
const LONGEST_HEADER_WORDS = 6;

function list(text: string): string[] {
  return text.split(',').map((phrase) => phrase.replace(/\s+/g, ' ').trim());
}

/** The fields a header text may stand for, best first; at least 100 for a phrase as it stands, less for one within a longer header. */
export function matchHeader(text: string): readonly HeaderMatch[] {
  if (textKey(text) === '' && text.includes('#')) return [{ field: 'number', score: 100 }];
  const variants = [text, text.replace(/\([^)]*\)/g, ' '), ...text.split(/[/&|]| dan | atau /i)].map(textKey);
  const best = new Map<ImportField, number>();
  for (const [index, key] of variants.entries()) {
    if (key === '') continue;
    for (const { field, score } of matchKey(key)) {
      const discounted = index === 0 ? score : score - 2 - index;
      if (discounted > (best.get(field) ?? 0)) best.set(field, discounted);
    }
  }
  return [...best].map(([field, score]) => ({ field, score })).sort((a, b) => b.score - a.score);
}

function matchKey(key: string): HeaderMatch[] {
  const words = key.split(' ');
  const matches: HeaderMatch[] = [];
  for (const field of importFields) {
    const exact = phrases[field].indexOf(key);
    if (exact >= 0) matches.push({ field, score: 200 - exact });
    else if (words.length <= LONGEST_HEADER_WORDS && !words.some((word) => foreignWords.has(word))) {
      const within = bestWithin(key, phrases[field]);
      if (within > 0) matches.push({ field, score: within });
    }
  }
  return matches;
}

/** A header is named by its first words more than by its last: `Judul Risalah KBK` is a title. */
function bestWithin(key: string, candidates: readonly string[]): number {
  let best = 0;
  for (const phrase of candidates) {
    const base = key.startsWith(`${phrase} `) ? 60 : key.endsWith(` ${phrase}`) ? 30 : 0;
    if (base > 0) best = Math.max(best, base + Math.min(phrase.length, 29));
  }
  return best;
}

/** All fields, in the order a person reads them. */
export const importFields: readonly ImportField[] = ['number', 'name', 'unit', 'title', 'category', 'status'];
