/** Why a contest's folder cannot be used, in Bahasa Indonesia. */
import type { FolderWords } from '../folders.ts';

export const indonesianFolders: FolderWords = {
  refused: {
    'in-use': () => 'Lomba ini sedang dibuka oleh program lain di laptop ini. Tutuplah dahulu.',
    taken: () => 'Folder ini sudah berisi lomba. Pilih folder lain atau buka lomba itu.',
    absent: ({ dir }) => `Di ${dir} tidak ada lomba Gelar Juri. Pilih folder lomba yang benar.`,
    'nothing-to-move': ({ dir }) => `Di ${dir} tidak ada lomba yang dapat dipindahkan.`,
    'half-made': ({ dir }) => `Folder ${dir} belum selesai dibuat karena terputus. Ulangi pembuatannya di folder itu.`,
    'keys-damaged': ({ dir }) => `Berkas kunci di ${dir} rusak atau milik akun lain. Pulihkan dari salinan cadangan.`,
    'keys-elsewhere': () =>
      'Kunci folder ini dilindungi oleh sistem komputer. Bukalah dengan aplikasi Gelar Juri di akun yang sama.',
    'keys-locked': () =>
      'Kunci lomba ini tidak dapat dibuka lagi oleh sistem: kata sandi akun komputer pernah disetel ulang, atau foldernya dari akun atau komputer lain. Nilai di dalamnya utuh.',
    'too-new': () => 'Lomba ini dibuat oleh Gelar Juri yang lebih baru. Perbarui aplikasi ini.',
    'cannot-be-made': ({ dir }) => `Folder ${dir} tidak dapat dibuat. Periksa izin dan ruang disk, lalu coba lagi.`,
    'cannot-be-written': ({ dir }) => `Tidak dapat menulis di ${dir}. Periksa izin dan ruang disk, lalu coba lagi.`,
    'cannot-go-on': ({ dir }) =>
      `Tidak dapat menulis di ${dir}. Datanya tidak diubah. Periksa izin dan longgarkan ruang disk, lalu buka lagi.`,
    'cannot-be-moved': () =>
      'Lomba tidak dapat dipindahkan. Periksa ruang disk, lalu coba lagi; folder yang lama tetap utuh.',
    'mending-stopped': ({ dir }) =>
      `Pemulihan di ${dir} terhenti; tidak ada berkas yang hilang. Longgarkan ruang disk dan tutup program lain yang membuka folder itu, lalu ulangi.`,
  },
  damaged: (dir, reasons) =>
    `Data di ${dir} rusak (${reasons.join('; ')}). Berkas tidak diubah. Pulihkan dari laptop lain, atau buka salinan cadangan.`,
  unreadableFile: 'berkas tidak terbaca',
  wal: (place) => `contest.sqlite-wal: ${walPlaces[place]}`,
  unread: (entries) => `${entries} catatan yang pernah tersimpan tidak terbaca lagi di sini`,
  unreadOf: (entries, first, last) =>
    `${entries} catatan yang pernah tersimpan tidak terbaca lagi: nomor ${first} sampai ${last}`,
  awaited: (entries) => `${entries} catatan yang pernah tersimpan belum ada di sini`,
};

const walPlaces = { beginning: 'awalnya rusak', middle: 'rusak di tengah', end: 'rusak sebelum akhirnya' };
