/** What the application says around the windows' own texts, in Bahasa Indonesia. */
import type {
  ApplicationWords,
  ClosingWords,
  DialogWords,
  MenuWords,
  NameWords,
  NoticeWords,
  RefusedWords,
} from '../application.ts';
import { joined } from './sentences.ts';

const roleNotHere = 'Laptop ini tidak disiapkan untuk peran itu.';
const recoveryCodeWrong = 'Kode pemulihan salah. Periksa setiap huruf, lalu coba lagi.';

const refused: RefusedWords = {
  wrongSender: 'Permintaan ditolak.',
  invalidInput: 'Isian tidak dapat dibaca. Periksa kembali.',
  internal: 'Terjadi kesalahan di dalam aplikasi. Data yang sudah tersimpan tetap aman; coba sekali lagi.',

  noFolder: 'Belum ada lomba yang dibuka. Buka atau buat lomba dahulu.',
  notReady: 'Lomba ini belum siap. Tutup lalu buka kembali.',
  nothingToRecover: 'Tidak ada lomba yang perlu dipulihkan.',
  nothingToUnlock: 'Tidak ada kunci yang perlu dibuka.',
  keysUnwritable: 'Kunci tidak dapat ditulis ke disk. Periksa ruang disk, lalu coba lagi.',
  openHere: 'Tutup lomba ini dahulu.',
  unknownTemplate: 'Templat itu tidak ada. Pilih templat lain.',
  notListed: 'Lomba itu tidak ada di daftar. Buka foldernya dahulu.',

  goesOn: {
    'round-open': (categories) =>
      `Siapa yang lolos belum ditetapkan di ${joined(categories)}. Tutup dahulu babaknya pada Peringkat.`,
    'places-open': (categories) =>
      `Peringkat di ${joined(categories)} belum tetap sampai di situ: masih ada lembar yang belum terkunci atau nilai sama yang belum diputuskan.`,
    'no-such-round': () => 'Babak itu tidak ada, atau semua peserta ikut di dalamnya.',
    nobody: () => 'Tidak ada peserta yang maju.',
  },

  signInFirst: 'Masuklah dahulu.',
  signInAsCommittee: 'Masuklah sebagai panitia dahulu.',
  signInForPin: 'Masuk dahulu, lalu atur PIN Anda.',
  roleNotHere,
  noSuchJuror: 'Juri itu tidak ada dalam lomba ini.',
  pinNeeded: 'Masukkan PIN.',
  pinWrong: 'PIN salah. Coba lagi.',
  pinWait: (seconds) => `Terlalu banyak PIN yang salah. Tunggu ${seconds} detik, lalu coba lagi.`,
  pinStays: 'PIN tidak dapat dihapus selama laptop ini dipakai bergantian.',
  committeePinFirst: 'Pasang PIN panitia dahulu.',
  committeePinForSeats: 'Pasang PIN panitia dahulu, supaya juri di laptop ini tidak dapat membuka nilai juri lain.',
  noRecoveryCode: 'Di laptop ini belum pernah dibuat kode pemulihan.',
  recoveryCodeWrong,
  recoveryCodeWait: (seconds) => `Terlalu banyak kode yang salah. Tunggu ${seconds} detik, lalu coba lagi.`,
  recoveryCodeUnsaved: 'Kode pemulihan tidak dapat disimpan ke disk. Periksa ruang disk, lalu buat kode lagi.',

  listGone: 'Daftar ini sudah ditutup. Pilih berkasnya sekali lagi.',
  noPrinter:
    'Belum dicetak: tidak ada pencetak yang terpasang di laptop ini. Pasang pencetaknya, atau pakai Simpan PDF lalu cetak dari laptop lain.',
  notPrinted:
    'Belum dicetak: pencetak tidak menerimanya. Periksa apakah pencetak menyala dan tersambung, lalu coba lagi, atau pakai Simpan PDF.',
  noCodes: 'Tidak ada juri yang menunggu laptop. Buat kode baru untuk laptop pengganti, lalu cetak.',
  copyInContest: (folder) =>
    `${folder} ada di dalam folder lomba atau salinannya. Salinan di sana ikut hilang bila folder itu rusak. Pilih tempat lain, misalnya flashdisk.`,
  copyIsThere: (folder) => `Di ${folder} sudah ada salinan otomatis. Pilih tempat lain, misalnya flashdisk.`,
  copyFails: {
    away: (folder) => `Folder ${folder} tidak ada. Pasang lagi flashdisknya, atau pilih tempat lain.`,
    another: (folder) =>
      `Di ${folder} sudah ada salinan lomba lain dengan nama yang sama. Pindahkan salinan itu dahulu, atau pilih tempat lain.`,
    full: (folder) => `Tempat di ${folder} penuh. Kosongkan sebagian isinya, atau pilih tempat lain.`,
    'not-allowed': (folder) =>
      `Laptop ini tidak boleh menulis di ${folder}. Pilih folder lain, atau flashdisk yang tidak terkunci.`,
    'too-long': (folder) =>
      `Nama foldernya terlalu panjang: ${folder}. Pilih folder yang lebih dekat ke pangkal, misalnya flashdisk itu sendiri.`,
    other: (folder) => `Salinan tidak dapat ditulis di ${folder}. Pasang ulang flashdisknya, atau pilih tempat lain.`,
  },
  copyUnwritable: (folder) => `Salinan cadangan tidak dapat ditulis di ${folder}. Pilih tempat lain.`,
  fileUnwritable: (file) =>
    `Berkas tidak dapat ditulis di ${file}. Tutup berkas itu bila sedang terbuka, atau pilih tempat lain.`,

  unsigned: (jurors) =>
    `Kategori ini belum disahkan oleh ${jurors.join(', ')}. Minta pengesahannya, atau konfirmasikan bahwa kategori ini diumumkan tanpanya; konfirmasi itu tercantum di rekap.`,
  unsealed: (scopes) =>
    `Belum dapat diumumkan: hasil ${scoped(scopes)} belum disegel. Segel dahulu di Musyawarah, bersama ketua juri dan ketua panitia.`,
  sealBroken: (scopes) =>
    `Tidak dapat diumumkan: hasil ${scoped(scopes)} di laptop ini bukan yang disegel. Jangan umumkan apa pun dari laptop ini. Nyalakan semua laptop juri dan tunggu sampai semuanya tersambung di Perangkat, lalu coba lagi. Bila pesan ini tetap muncul, tutup lomba ini, tekan Buka lomba, lalu pilih salinan cadangan yang dibuat sesudah penyegelan.`,
  sealLacks: (lacks) => `Belum dapat disegel: masih ada ${lacks} hal yang kurang. Selesaikan dahulu.`,
  chairPinFirst: 'Ketua panitia belum mempunyai PIN di laptop ini. Minta ketua panitia membuatnya sendiri.',
  chairPinTaken: 'PIN ini sudah dipakai orang lain di laptop ini. Ketua panitia memilih PIN yang hanya ia ketahui.',
  resultsWithheld:
    'Hasilnya sudah disegel dan belum diumumkan. Dokumen ini dibuka dengan PIN ketua panitia: tekan Tampilkan hasil.',
  ceremonyRuns: 'Pengumuman sedang berjalan. Akhiri dahulu sebelum gladi bersih.',
  tooManyWindows: 'Layar lain sudah sebanyak mungkin. Hapus salah satu lebih dahulu.',
  drawChanged:
    'Nomor urut sudah diubah sesudah undian ini, atau gladi bersih sedang berjalan. Undi lagi di Urutan tampil, atau akhiri gladi bersih.',
  noPicture: 'Gambar ini tidak dapat dipakai. Pilih gambar lain.',
  pictureNotKept: 'Gambar belum tersimpan karena penyimpanan menolak. Kosongkan ruang, lalu coba lagi.',
  endCeremonyFirst: 'Pengumuman sedang berjalan. Akhiri dahulu, lalu ganti bahasanya.',
  noCeremony: 'Belum ada pengumuman yang berjalan. Pilih kategori dahulu.',
  resultChanged:
    'Hasil kategori ini berubah sejak pengumuman dimulai. Periksa halaman Peringkat, lalu mulai pengumuman lagi.',
  nothingToAnnounce: 'Kategori ini belum mempunyai hasil yang dapat diumumkan.',

  notInvitation: 'Berkas ini bukan undangan Gelar Juri, atau rusak. Minta panitia menyimpannya sekali lagi.',
  invitationsUnwritable: 'Berkas undangan tidak dapat ditulis di folder itu. Pilih folder lain.',
  isCommittee: 'Laptop ini laptop panitia: tidak ada alamat yang perlu diubah.',
  onlyCommitteeListens: 'Hanya laptop panitia yang dapat menerima laptop juri.',
  notListening: 'Laptop ini belum menerima laptop juri. Buka penerimaan laptop juri dahulu.',
  networkNotReady: 'Jaringan sedang disiapkan. Tunggu sebentar, lalu coba lagi.',
  badCommitteeAddress:
    'Alamat itu tidak dapat dibaca. Contohnya 192.168.1.10. Salin dari layar Perangkat di laptop panitia.',
};

const moveIt =
  'Tutup lomba ini, lalu tekan Pindahkan di sampingnya pada layar awal. Jangan membukanya di dua laptop dari folder yang sama.';

const notices: NoticeWords = {
  lacking: (entries) =>
    `${entries} catatan yang pernah tersimpan belum ada di folder ini. Sambungkan laptop ini dengan laptop lain; yang ada di sana datang sendiri. Periksa nilai yang tampak belum diisi.`,
  returned: (entries) =>
    `${entries} catatan yang ditulis dengan kunci laptop ini datang kembali dari laptop lain dan sudah dipakai. Folder ini pernah rusak, berasal dari salinan lama, atau dipakai di dua tempat. Pakailah satu laptop saja.`,
  recovered: (entries, kept) => {
    const taken =
      entries === 0
        ? 'Tidak ada catatan yang masih terbaca di sini'
        : `${entries} catatan dari berkas yang rusak dan salinan cadangan sudah dipakai lagi`;
    return `Data dipulihkan. ${taken}; yang lain datang sendiri dari laptop lain begitu tersambung. Berkas yang rusak disimpan di ${kept}.`;
  },
  synchronised: (service) =>
    `Folder lomba ini disinkronkan oleh ${service}, yang dapat menukar berkas nilai selagi dipakai. ${moveIt}`,
  onNetwork: `Folder lomba ini ada di jaringan, bukan di laptop ini: bila jaringan putus, nilai tidak dapat disimpan. ${moveIt}`,
};

const dialogs: DialogWords = {
  contestFile: 'Pilih berkas lomba',
  contestFolder: 'Pilih folder lomba',
  invitation: 'Pilih berkas undangan',
  contestantList: 'Pilih daftar peserta',
  copyFolder: 'Pilih folder untuk salinan cadangan',
  invitationFolder: 'Simpan berkas undangan di',
  saveAs: 'Simpan sebagai',
  kinds: {
    workbook: 'Buku kerja Excel',
    contestFile: 'Berkas lomba Gelar Juri',
    pdf: 'Dokumen PDF',
    docx: 'Dokumen Word',
    list: 'Daftar peserta',
    invitation: 'Undangan Gelar Juri',
  },
};

const menu: MenuWords = {
  application: '&Aplikasi',
  about: 'Tentang Gelar Juri',
  aboutText: 'Penilaian juri Gelar Budaya Kerja tanpa internet.',
  close: 'Tutup',
  quit: 'Keluar',
  edit: '&Sunting',
  undo: 'Urungkan',
  cut: 'Potong',
  copy: 'Salin',
  paste: 'Tempel',
  selectAll: 'Pilih semua',
  view: '&Tampilan',
  larger: 'Perbesar tulisan',
  smaller: 'Perkecil tulisan',
  usualSize: 'Ukuran biasa',
  fullScreen: 'Layar penuh',
};

const closing: ClosingWords = {
  question: 'Tutup Gelar Juri?',
  ceremonyRuns: 'Pengumuman sedang berjalan; layar pengumuman ikut tertutup.',
  projectorOpen: 'Layar pengumuman ikut tertutup.',
  timerRuns: 'Pencatat waktu sedang berjalan.',
  connected: (laptops) =>
    `${laptops} laptop juri sedang tersambung; nilai mereka baru terkumpul lagi setelah aplikasi ini dibuka.`,
  safe: 'Yang sudah tersimpan tetap aman.',
  confirm: 'Ya, tutup',
  cancel: 'Jangan tutup',
};

const names: NameWords = {
  seat: (number) => `Juri ${number}`,
  contestToCome: 'Lomba yang sedang diterima',
  projector: 'Layar pengumuman',
  display: (number) => `Layar ${number}`,
  seatFolder: (seat) => `Juri ${seat}`,
  invitationFile: (number, seatName) => `Undangan ${number} ${seatName}`,
};

export const indonesianApplication: ApplicationWords = { refused, notices, dialogs, menu, closing, names };

function scoped(scopes: readonly (string | null)[]): string {
  return joined(scopes.map((scope) => (scope === null ? 'penghargaan seluruh lomba' : `kategori ${scope}`)));
}
