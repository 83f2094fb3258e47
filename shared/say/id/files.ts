/** Files that people hand over, in Bahasa Indonesia. */
import { limits } from '../../limits.ts';
import type { FileWords } from '../files.ts';

const megabytes = (bytes: number): string => `${Math.floor(bytes / (1024 * 1024))} MB`;
const retry = 'lalu pilih berkas itu di sini.';

export const indonesianFiles: FileWords = {
  why: {
    absent: 'berkas atau foldernya tidak ada. Periksa letak dan namanya',
    'is-folder': 'itu folder, bukan berkas',
    'not-allowed': 'tidak diizinkan oleh sistem',
  },
  unreadable: (file, why) => `Berkas ${file} tidak dapat dibaca: ${why}.`,
  unwritable: (file, why) => `${file} tidak dapat ditulis: ${why}.`,
  notUtf8: (file) => `${file} bukan teks UTF-8`,
  notJson: (file) => `Berkas ${file} tidak dapat dibaca sebagai JSON.`,
  contestFileTooLarge: (file) => `${file} terlalu besar untuk berkas lomba`,
  contestFileUnreadable: (file, why) => `${file} tidak dapat dibaca: ${why}.`,
  spreadsheet: {
    'not-found': 'Berkas tidak dapat dibuka. Periksa apakah berkas masih ada di tempatnya dan boleh dibaca.',
    'not-a-spreadsheet':
      'Berkas ini bukan lembar kerja yang dikenal. Buka dengan Excel atau LibreOffice, lalu simpan sebagai .xlsx, .xls, .ods, atau .csv.',
    empty: 'Berkas ini kosong. Pilih berkas yang berisi daftar peserta.',
    encrypted: 'Berkas ini dilindungi kata sandi. Simpan ulang tanpa kata sandi, lalu coba lagi.',
    damaged:
      'Berkas ini rusak atau tidak lengkap. Buka dan simpan ulang dengan Excel atau LibreOffice, lalu coba lagi.',
    'too-large': `Berkas ini terlalu besar (paling besar ${megabytes(limits.spreadsheetBytes)}, dan ${megabytes(limits.spreadsheetInflatedBytes)} setelah dibuka). Simpan daftarnya saja ke berkas baru.`,
    'too-many-entries': `Berkas ini berisi terlalu banyak bagian (paling banyak ${limits.spreadsheetEntries}). Simpan daftarnya saja ke berkas baru.`,
    'too-many-rows': `Lembar ini berisi lebih dari ${limits.spreadsheetRows} baris. Simpan daftarnya saja ke berkas baru.`,
    'too-many-columns': `Lembar ini berisi lebih dari ${limits.spreadsheetColumns} kolom. Simpan daftarnya saja ke berkas baru.`,
    'timed-out': 'Berkas ini terlalu lama dibaca, jadi dihentikan. Simpan daftarnya saja ke berkas baru.',
  },
  foreign: {
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
  },
};
