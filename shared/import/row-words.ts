/** Words that tell what a row of a list is, besides a contestant [I6]: totals, signatures, notes, blocks, states. */
import { foldSpaces } from './cell-text.ts';
import { textKey } from '../lib/text-key.ts';
import { saysExhibition } from './number-cell.ts';
import type { ImportStatus } from './types.ts';

const TOTAL = /^(grand total|total|jumlah|jml|sub ?total|sub ?jumlah|rata rata|rerata|keseluruhan)\b/;
const SIGNATURE =
  /^(mengetahui|menyetujui|mengesahkan|ketua panitia|sekretaris panitia|panitia|ketua (tim|dewan) juri|dewan juri|nip\b|ttd\b|tanda tangan|a n (bupati|wali ?kota|gubernur|sekretaris|kepala)|plt\b|plh\b|dibuat oleh|disusun oleh)/;
const PLACE_AND_DATE =
  /^[\p{L} .]{3,40}, *[\d. …_]*(januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|desember)?[ .…_]*\d{4}$/iu;
/** A day and its date begin a part of the list, a town and its date end it. */
const WEEKDAY = /^(hari )?(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\b/i;
const NOTE =
  /^(catatan|keterangan|ket|nb|note|notes|sumber|lampiran|dicetak|kontak|contact|cp|narahubung|halaman|hal|lanjutan|bersambung|sambungan|dipindahkan|ketentuan|tata tertib|tembusan|persyaratan|syarat|warna|legenda)\b/;
const DOCUMENT_TITLE =
  /^(daftar|peserta|gelar|lomba|rekap|rekapitulasi|pemerintah|lampiran|tahun|hari|tanggal|tempat|jadwal|susunan|urutan|rundown|kabupaten|kota|provinsi|pendopo|gedung)\b/;
const BLOCK_WORD =
  /^(kategori|katagori|kat|bidang|bid|klaster|kluster|cluster|rumpun|cabang|kelompok kategori|kelompok lomba|jenis|golongan)\b/;
const BLOCK_PREFIX =
  /^(?:kategori|katagori|kat|bidang|bid|klaster|kluster|cluster|rumpun|cabang|kelompok kategori|kelompok lomba|jenis|golongan)(?:\s*[:.-]\s*|\s+)/i;
const ENUMERATOR = /^(?:[A-Z]|[IVX]{1,5})[.)]?$/i;
const LONGEST_HEADING = 80;

export function isTotal(text: string): boolean {
  return TOTAL.test(textKey(text));
}

/** Begins the part below a list: place and date, titles of those who sign, NIP. */
export function isSignature(text: string): boolean {
  return SIGNATURE.test(textKey(text)) || (text.length <= 100 && PLACE_AND_DATE.test(text) && !WEEKDAY.test(text));
}

export function isNote(text: string): boolean {
  return text.startsWith('*') || NOTE.test(textKey(text));
}

/** The title of the document, which never names a category. */
export function isDocumentTitle(text: string): boolean {
  return DOCUMENT_TITLE.test(textKey(text));
}

/** `A`, `II.`, `b)`: what stands before the name of a block. */
export function isEnumerator(text: string): boolean {
  return ENUMERATOR.test(text);
}

/** True for a heading that says it is one: `KATEGORI KESEHATAN`, `Bidang: Pendidikan`. */
export function saysBlock(text: string): boolean {
  return BLOCK_WORD.test(textKey(withoutEnumerator(text))) && text.length <= LONGEST_HEADING;
}

/** The category that a heading or a sheet names: `A. KATEGORI KESEHATAN (4 KBK)` is `KESEHATAN`. */
export function headingName(text: string): string {
  const bare = withoutEnumerator(text).replace(/\s*\(\s*\d[^)]{0,40}\)\s*$/, '');
  const name = foldSpaces(bare.replace(BLOCK_PREFIX, '')).replace(/\s*:$/, '');
  return name === '' ? foldSpaces(text) : name;
}

/** False for what is too long, or a note, a total or a signature, to be a heading. */
export function mayBeHeading(text: string): boolean {
  const isOther = isTotal(text) || isSignature(text) || isNote(text) || isDocumentTitle(text);
  return text.length <= LONGEST_HEADING && /\p{L}{2}/u.test(text) && !isOther;
}

function withoutEnumerator(text: string): string {
  return text.replace(/^(?:[A-Z]|[IVX]{1,5})[.)]\s*(?=\S)/, '');
}

/** The state that a remark names; `waiting` when it names none. */
export function statusOf(remark: string): ImportStatus {
  const key = textKey(remark);
  if (/\b(tidak|belum|bukan) (jadi )?(batal|mundur|mengundurkan|gugur|didiskualifikasi)\b/.test(key)) return 'waiting';
  if (/\b(diskualifikasi|didiskualifikasi|disqualified)\b/.test(key)) return 'disqualified';
  if (/\b(mengundurkan|mundur|undur diri|batal|dibatalkan|membatalkan|cancel|withdrawn|gugur)\b/.test(key))
    return 'withdrawn';
  if (/\b(tidak hadir|tak hadir|tdk hadir|tidak datang|tidak tampil|absen|no show|berhalangan)\b/.test(key))
    return 'no-show';
  return saysExhibition(remark) ? 'exhibition' : 'waiting';
}

/** The state that stands in brackets after a name: `KBK Setda (pembuka)`. */
export function statusInBrackets(name: string): ImportStatus {
  const brackets = /\(([^()]{1,80})\)\s*$/.exec(name)?.[1];
  return brackets === undefined ? 'waiting' : statusOf(brackets);
}
