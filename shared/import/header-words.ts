/**
 * The words people write above their columns [I5], as keys of `textKey`. Order is preference: where two columns fit a
 * field, the one whose header stands earlier here is taken (`No Undian` before a plain `No` that only counts rows).
 */
import { textKey } from '../lib/text-key.ts';
import type { ImportField } from './types.ts';

export type HeaderMatch = { readonly field: ImportField; readonly score: number };

const phrases: Readonly<Record<ImportField, readonly string[]>> = {
  number:
    list(`nomor urut tampil, no urut tampil, nomor tampil, no tampil, urutan tampil, urut tampil, nomor urut penampilan, no urut
    penampilan, urutan penampilan, nomor undian, no undian, kode undian, kode undi, nomor undi, no undi, undian, nomor urut undian, no urut undian, nomor
    peserta, no peserta, nomor dada, no dada, nomor urut peserta, no urut peserta, nomor urut, no urut, nourut, urutan, urut, performance
    order, order, number, nomor, nomer, nmr, no, num, nr`),
  name: list(`nama kbk, nama kelompok budaya kerja, nama kelompok, nama gkm, nama gugus kendali mutu, nama gugus, kelompok budaya
    kerja, nama kelompok kbk, gugus kendali mutu, nama tim, nama regu, nama grup, nama group, nama team, group name, team name, nama
    kelompok kerja, nama qcc, nama kbk peserta, nama peserta kbk, nama tim kbk, nama penampil, kbk, gkm, qcc, kelompok, gugus, nama
    peserta, tim, regu, grup, group, team, nama, name, peserta, penampil`),
  unit: list(`unit kerja, perangkat daerah, opd, skpd, nama opd, nama skpd, nama unit kerja, nama unit, nama perangkat daerah, nama
    instansi, instansi, asal instansi, instansi asal, satuan kerja, satker, unit organisasi, organisasi perangkat daerah, unit, asal
    unit kerja, asal unit, asal opd, dinas, dinas instansi, lembaga, nama lembaga, asal sekolah, sekolah, nama sekolah, upt, uptd,
    kantor, badan, asal, instasi, agency, department, institution, work unit, nama pd, pd, asal pd, perangkat daerah pengampu, opd
    pengampu, unit pengusul, pengusul, instansi pengirim, pengirim, utusan, asal utusan, perwakilan, kontingen, delegasi, institusi,
    asal institusi, satuan pendidikan, nama satuan pendidikan, satuan organisasi, puskesmas, nama puskesmas, faskes, fasilitas
    kesehatan, rumah sakit, kabupaten kota, kab kota, kabupaten, kota, asal daerah, daerah asal, daerah, wilayah, kecamatan, nama
    kecamatan, asal kecamatan, kelurahan, desa, desa kelurahan, biro, bagian, perusahaan, nama perusahaan, company, departemen, divisi,
    organisasi, nama organisasi, nama dinas, tempat tugas, tempat kerja, lokus`),
  title:
    list(`judul risalah, judul, tema risalah, risalah, judul tema, tema, judul kbk, judul gkm, judul makalah, judul inovasi,
    nama inovasi, judul presentasi, judul paparan, judul karya, judul kegiatan, topik, inovasi, materi, title, theme, topic, tema kbk, judul
    penampilan, judul perbaikan, tema perbaikan, judul karya tulis, makalah, judul proyek, nama proyek, proyek, nama kegiatan, kegiatan
    kbk, judul gugus, judul lomba, pokok bahasan, permasalahan, masalah, judul naskah, naskah, karya, nama karya`),
  category:
    list(`kategori, kategori lomba, kategori peserta, bidang, bidang lomba, bidang kategori, kategori bidang, katagori, kategory,
    category, klaster, kluster, cluster, rumpun, cabang, cabang lomba, kelas, jenis, jenis lomba, golongan, sektor, field, urusan, bidang
    urusan, rumpun urusan, urusan pemerintahan, tingkat, tingkatan, jenjang, kategori kbk, jenis kbk, bidang kbk, kelompok lomba, kelompok
    kategori, kelompok bidang, kelompok peserta lomba, mata lomba, nomor lomba, stream, kelas lomba, level, ketegori, kat, bid, jalur, segmen, strata`),
  status: list(
    `status, status peserta, status kehadiran, kehadiran, keterangan, ket, konfirmasi, catatan, remarks, notes, note`,
  ),
  slot: list(`waktu, jam, pukul, waktu tampil, jam tampil, jadwal tampil, waktu penampilan, jam penampilan, jadwal penampilan, jadwal, mulai,
    jam mulai, waktu mulai, mulai jam, pukul mulai, waktu pelaksanaan, jadwal waktu, pkl, time, start, start time, slot, slot waktu,
    hari jam, waktu presentasi, jam presentasi, jadwal presentasi`),
};

/** Headers that name a field by the words in them, however they are put together. */
const patterns: readonly { readonly field: ImportField; readonly test: RegExp; readonly score: number }[] = [
  {
    field: 'number',
    test: /\b(no|nomor|nomer|hasil|urut|urutan|ke|giliran)\b.*\b(undi|undian|pengundian|lot|lotre|drawing)\b|\b(undi|undian|lot)\b.*\b(ke|tampil|urut|nomor|no)\b|^(undi|lot|lotre|drawing|draw|draw number|lot number|hasil pengundian)$/,
    score: 185,
  },
  {
    field: 'number',
    test: /\b(no|nomor|nomer|urut|urutan|ke|giliran|antrian|antrean)\b.*\b(tampil|penampilan|maju|naik|pentas|presentasi|paparan|perform|panggung)\b|\b(tampil|penampilan|maju|naik|pentas|presentasi|panggung)\b.*\b(ke|nomor|no|urut|urutan)\b|^(giliran|giliran ke|urutan ke|antrian|antrean|no antrian|nomor antrian|tampil|order of appearance|running order|performance number)$/,
    score: 184,
  },
];

/** A header with one of these means something else, unless it is a phrase above as it stands. */
const foreignWords = new Set(
  list(`jumlah, total, daftar, rekap, rekapitulasi, ketua, anggota, alamat, telepon, telp, hp, wa, whatsapp, handphone, ponsel, tanggal,
    tgl, jam, waktu, pukul, nilai, skor, tanda, tangan, paraf, nip, nik, jabatan, kontak, email, surel, penanggung, jawab, pendamping,
    fasilitator, pembimbing, narahubung, pic, peringkat, juara, durasi, menit, kode, tahun, susunan, acara, juri, pangkat, unggah, upload, file, berkas,
    link, tautan, dihubungi, timestamp, surat, foto, usia, umur, kelamin, gender, operator, nomor hp, kirim, rangking, ranking, sekretaris,
    bendahara, ukuran, kaos, konsumsi, hadir, sertifikat, rekening, tempat lahir, lahir, agama, pendidikan terakhir, website, url`),
);
/** These too, but not after a phrase that names the field by itself: `Bidang Lomba yang Diikuti`. */
const vagueWords = new Set(list(`ruang, tempat, kabupaten, kota, pemerintah, gelar, lomba, penampilan`));
const LONGEST_HEADER_WORDS = 6;
const STRONG_PHRASE_WORDS = 2;

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
  const isForeign = words.some((word) => foreignWords.has(word));
  const isVague = words.some((word) => vagueWords.has(word));
  const matches: HeaderMatch[] = [];
  for (const field of importFields) {
    const exact = phrases[field].indexOf(key);
    const bare = phrases[field].indexOf(key.replace(/ (lomba|yang dilombakan|yang diikuti)$/, ''));
    if (exact >= 0) matches.push({ field, score: 200 - exact });
    else if (bare >= 0 && !isForeign) matches.push({ field, score: 195 - bare });
    else if (!isForeign) {
      const byPattern = patterns.find((pattern) => pattern.field === field && pattern.test.test(key))?.score ?? 0;
      const within = Math.max(byPattern, bestWithin(key, phrases[field], words.length, isVague));
      if (within > 0) matches.push({ field, score: within });
    }
  }
  return matches;
}

/** A header is named by its first words more than by its last: `Judul Risalah KBK` is a title. */
function bestWithin(key: string, candidates: readonly string[], wordCount: number, isVague: boolean): number {
  let best = 0;
  for (const phrase of candidates) {
    const starts = key.startsWith(`${phrase} `);
    const isStrong = starts && phrase.split(' ').length >= STRONG_PHRASE_WORDS;
    if (!isStrong && (isVague || wordCount > LONGEST_HEADER_WORDS)) continue;
    const base = starts ? 60 : key.endsWith(` ${phrase}`) ? 30 : 0;
    if (base > 0) best = Math.max(best, base + Math.min(phrase.length, 29));
  }
  return best;
}

/** True for a header that is known to say nothing an import takes over: `Ketua`, `No. HP`, `Alamat`. */
export function isForeignHeader(text: string): boolean {
  return textKey(text)
    .split(' ')
    .some((word) => foreignWords.has(word));
}

/** A header of numbers that were drawn, not of numbers that count rows: `No Undian`, `Urutan Tampil`. */
export function saysDrawn(text: string): boolean {
  return /\b(tampil|penampilan|undi|undian|pengundian|lot|lotre|giliran|maju|antrian|antrean|pentas|presentasi|peserta|dada|perform\w*|draw\w*|appearance)\b/.test(
    textKey(text),
  );
}

/** The column beside a beginning that tells the end: `Selesai`. */
export function saysEnd(text: string): boolean {
  return /^(selesai|jam selesai|waktu selesai|pukul selesai|sampai|s d|sd|akhir|berakhir|end|end time|hingga)$/.test(
    textKey(text),
  );
}

/** All fields, in the order a person reads them. */
export const importFields: readonly ImportField[] = ['number', 'name', 'unit', 'title', 'category', 'status', 'slot'];
