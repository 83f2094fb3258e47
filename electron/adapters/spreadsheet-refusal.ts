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

/** The refusal of that type as a failed `Result`. */
export function refuseSpreadsheet(type: SpreadsheetRefusal['type']): {
  readonly ok: false;
  readonly error: SpreadsheetRefusal;
} {
  return err({ type, message: messages[type] });
}
