/** Why a spreadsheet is not read: one place for the sentences that people see. */
import type { SpreadsheetRefusal } from '../../shared/import/types.ts';
import { err } from '../../shared/lib/result.ts';
import { limits } from '../../shared/limits.ts';

const megabytes = (bytes: number): string => `${Math.floor(bytes / (1024 * 1024))} MB`;

const messages: Readonly<Record<SpreadsheetRefusal['type'], string>> = {
  'not-found': 'Berkas tidak dapat dibuka. Periksa apakah berkas masih ada di tempatnya dan boleh dibaca.',
  'not-a-spreadsheet':
    'Berkas ini bukan lembar kerja yang dikenal. Buka dengan Excel atau LibreOffice, lalu simpan sebagai .xlsx, .xls, .ods, atau .csv.',
  empty: 'Berkas ini kosong. Pilih berkas yang berisi daftar peserta.',
  encrypted: 'Berkas ini dilindungi kata sandi. Simpan ulang tanpa kata sandi, lalu coba lagi.',
  damaged: 'Berkas ini rusak atau tidak lengkap. Buka dan simpan ulang dengan Excel atau LibreOffice, lalu coba lagi.',
  'too-large': `Berkas ini terlalu besar (paling besar ${megabytes(limits.spreadsheetBytes)}, dan ${megabytes(limits.spreadsheetInflatedBytes)} setelah dibuka). Simpan daftarnya saja ke berkas baru.`,
  'too-many-entries': `Berkas ini berisi terlalu banyak bagian (paling banyak ${limits.spreadsheetEntries}). Simpan daftarnya saja ke berkas baru.`,
  'too-many-rows': `Lembar ini berisi lebih dari ${limits.spreadsheetRows} baris. Simpan daftarnya saja ke berkas baru.`,
  'too-many-columns': `Lembar ini berisi lebih dari ${limits.spreadsheetColumns} kolom. Simpan daftarnya saja ke berkas baru.`,
  'timed-out': 'Berkas ini terlalu lama dibaca, jadi dihentikan. Simpan daftarnya saja ke berkas baru.',
};

/** What a file is that is no spreadsheet, where that can be told: each has its own way to become one. */
export type ForeignFile =
  | 'word'
  | 'pdf'
  | 'image'
  | 'presentation'
  | 'google'
  | 'rtf'
  | 'html'
  | 'xml'
  | 'archive'
  | 'binary-workbook'
  | 'other';

const retry = 'lalu pilih berkas itu di sini.';
const advice: Readonly<Record<Exclude<ForeignFile, 'other'>, string>> = {
  word: `Ini dokumen Word. Buka dengan Word atau LibreOffice, pilih tabelnya, salin (Ctrl+C), tempel (Ctrl+V) ke lembar kosong di Excel, simpan sebagai .xlsx, ${retry}`,
  rtf: `Ini dokumen teks (RTF). Buka dengan Word atau LibreOffice, salin tabelnya ke lembar kosong di Excel, simpan sebagai .xlsx, ${retry}`,
  pdf: `Ini berkas PDF; isinya tidak dapat dibaca sebagai tabel. Mintalah berkas Excel aslinya, atau salin tabelnya ke Excel, periksa barisnya, simpan sebagai .xlsx, ${retry}`,
  image: `Ini gambar atau foto; tulisannya tidak dapat dibaca. Mintalah berkas Excel aslinya, atau ketik daftarnya di Excel, ${retry}`,
  presentation: `Ini berkas presentasi. Salin tabelnya ke lembar kosong di Excel, simpan sebagai .xlsx, ${retry}`,
  google: `Ini hanya tautan ke Google Spreadsheet, bukan isinya. Buka tautannya di peramban, pilih File > Download > Microsoft Excel (.xlsx), ${retry}`,
  html: `Ini halaman web, bukan lembar kerja. Buka dengan Excel atau LibreOffice, simpan sebagai .xlsx, ${retry}`,
  xml: `Ini lembar kerja dalam bentuk XML. Buka dengan Excel atau LibreOffice, simpan sebagai .xlsx, ${retry}`,
  archive: `Ini arsip (zip), bukan lembar kerja. Keluarkan dahulu berkas di dalamnya, ${retry}`,
  'binary-workbook': `Ini buku kerja Excel biner (.xlsb). Buka dengan Excel atau LibreOffice, simpan sebagai .xlsx, ${retry}`,
};

/** Files known by their first bytes, which are no text. */
export function foreignBytes(bytes: Uint8Array): ForeignFile {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (head.startsWith('%PDF-')) return 'pdf';
  const isImage =
    /^(\x89PNG|\xff\xd8\xff|GIF8|BM|II\*\0|MM\0\*|RIFF)/.test(head) || /^....ftyp(heic|heix|mif1|avif)/s.test(head);
  return isImage ? 'image' : 'other';
}

/** Texts that are no table; null for a text that may be one. */
export function foreignText(text: string): ForeignFile | null {
  const head = text.slice(0, 2000).trimStart();
  if (head.startsWith('%PDF-')) return 'pdf';
  if (/^\{\\rtf/i.test(head)) return 'rtf';
  if (/^[{[].*(docs\.google\.com|"doc_id")|^\[InternetShortcut\]|^https?:\/\/docs\.google\.com\S*\s*$/is.test(head))
    return 'google';
  if (/^<\?xml/i.test(head) && !/<html/i.test(head)) return 'xml';
  return /^<(!doctype|html|\?xml|table|head|meta|style)/i.test(head) ? 'html' : null;
}

/** The refusal of that type as a failed `Result`, with the advice for what the file is. */
export function refuseSpreadsheet(
  type: SpreadsheetRefusal['type'],
  foreign: ForeignFile = 'other',
): {
  readonly ok: false;
  readonly error: SpreadsheetRefusal;
} {
  return err({ type, message: foreign === 'other' ? messages[type] : advice[foreign] });
}
