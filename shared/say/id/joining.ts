/** Joining in Bahasa Indonesia; every sentence says what to do. */
import type { NamedLaptop } from '../../sync/roles/laptop-troubles.ts';
import type { JoiningWords } from '../joining.ts';

const laptop = ({ machine, seatName }: NamedLaptop): string => `Laptop ${machine} (${seatName})`;

export const indonesianJoining: JoiningWords = {
  addressUnreadable: 'Alamat tidak dapat dibaca. Contohnya 192.168.1.10.',
  addressMissing: 'Pilih dulu lombanya, atau ketik alamat laptop panitia.',
  codeMistyped: 'Kode terdiri dari nomor juri dan enam angka, misalnya 07-491-326. Periksa kembali.',
  codeSpent: 'Kode ini sudah tiga kali dicoba dan tidak berhasil. Minta panitia membuat kode yang baru.',
  severalContests: (contests) =>
    `Ada ${contests} lomba yang dibuka di alamat itu. Pilih lombanya dari daftar, atau ketik alamat beserta portnya.`,
  portInUse: (port) => `Port ${port} sedang dipakai program lain. Pilih port yang lain.`,
  cannotListen: (host, port) => `Tidak dapat membuka alamat ${host} port ${port}. Periksa alamat dan jaringan.`,
  committeeRecovers:
    'Laptop panitia sedang memulihkan datanya dari laptop ini. Silakan terus menilai dan jangan matikan laptop ini.',
  // Which laptop it is, and what to do.
  trouble: {
    'over-quota': (of) =>
      `${laptop(of)} mengirim jauh lebih banyak data daripada yang wajar. Kelebihannya tidak diterima dan tidak disebarkan; nilai juri lain aman. Periksa laptop itu. Bila bukan pekerjaan juri, cabut laptop itu di menu Perangkat lalu undang laptop lain untuk jurinya.`,
    'wrong-entries': (of) =>
      `${laptop(of)} mengirim data yang rusak atau tidak sah; data itu tidak diterima. Tutup lalu buka lagi aplikasi di laptop itu. Bila peringatan ini muncul lagi, cabut laptop itu di menu Perangkat lalu undang laptop lain untuk jurinya.`,
    'unreadable-log': (of) =>
      `Nilai dari ${laptop(of)} tidak dapat dibaca panitia, karena kuncinya tidak disertakan. Cabut laptop itu di menu Perangkat, undang laptop lain untuk jurinya, lalu minta juri memasukkan nilainya di sana.`,
  },
  invitation: {
    empty: 'Kode undangan belum diisi.',
    'strange-letter': 'Kode undangan memuat huruf atau tanda yang tidak dipakai. Periksa kembali.',
    mistyped: 'Kode undangan tidak cocok: ada yang salah ketik atau belum lengkap. Salin sekali lagi seluruhnya.',
    'other-version':
      'Kode undangan ini dibuat oleh versi aplikasi yang lain. Samakan dulu versi Gelar Juri di kedua laptop.',
    incomplete: 'Kode undangan tidak utuh. Minta panitia membuat undangan yang baru.',
  },
  refused: {
    malformed: 'Pesan dari laptop ini tidak dapat dibaca. Pastikan kedua laptop memakai Gelar Juri.',
    version: 'Versi aplikasi berbeda. Samakan dulu versi Gelar Juri di kedua laptop.',
    burnt: 'Kode ini hangus karena tiga kali salah. Minta panitia membuat kode yang baru, lalu ketik yang baru itu.',
    used: 'Undangan ini sudah dipakai oleh laptop lain. Minta panitia membuat undangan yang baru.',
    wait: 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.',
    'wrong-code':
      'Kode tidak berlaku. Periksa setiap angkanya dan lombanya, lalu ketik sekali lagi; sesudah tiga kali salah kode itu hangus.',
    'wrong-committee':
      'Laptop di alamat itu bukan laptop panitia yang mengundang. Periksa alamat dan kode undangannya.',
    'not-admitted': 'Laptop ini belum diterima oleh panitia.',
    revoked: 'Panitia telah mencabut izin laptop ini. Hubungi panitia.',
    refused: 'Panitia menolak laptop ini. Hubungi panitia.',
    timeout: 'Terlalu lama menunggu jawaban. Coba lagi.',
    busy: 'Terlalu banyak laptop mencoba terhubung. Coba lagi sebentar.',
  },
  diagnosis: {
    'no-network': () => ({
      message: 'Laptop ini belum tersambung ke jaringan mana pun.',
      steps: [
        'Sambungkan ke Wi-Fi atau kabel yang sama dengan laptop panitia.',
        'Periksa mode pesawat dan tombol Wi-Fi.',
      ],
    }),
    'unknown-host': ({ host }) => ({
      message: `Nama “${host}” tidak dikenal di jaringan ini.`,
      steps: ['Ketik alamat berupa angka dari layar Perangkat di laptop panitia, misalnya 192.168.1.10.'],
    }),
    'other-program': ({ host, port }) => ({
      message: `Di ${host} port ${port} menjawab program lain, bukan Gelar Juri.`,
      steps: ['Cocokkan alamat dan port dengan layar Perangkat di laptop panitia.'],
    }),
    'other-port': ({ host, port, announcedPort }) => ({
      message: `Laptop panitia ada, tetapi menerima juri di port ${announcedPort}, bukan ${port}.`,
      steps: [`Ketik alamat ${host}:${announcedPort}, atau pilih lombanya dari daftar.`],
    }),
    'port-closed': ({ host, port }) => ({
      message: `Laptop di ${host} ada, tetapi belum menerima laptop juri di port ${port}.`,
      steps: [
        'Minta panitia membuka lombanya dan menekan “Mulai menerima laptop juri” di layar Perangkat.',
        'Cocokkan alamatnya: mungkin itu laptop lain.',
      ],
    }),
    'other-network': ({ own, host }) => ({
      message: `Laptop ini (${own.join(', ')}) berada di jaringan lain daripada laptop panitia (${host}).`,
      steps: [
        'Sambungkan laptop ini ke Wi-Fi yang sama dengan laptop panitia.',
        'Wi-Fi tamu sering dipisahkan dari jaringan kantor: pakai jaringan yang sama.',
      ],
    }),
    unreachable: ({ host }) => ({
      message: `Laptop panitia di ${host} tidak menjawab, walaupun jaringannya tampak sama.`,
      steps: [
        'Cocokkan alamatnya dengan layar Perangkat di laptop panitia; alamat dapat berubah.',
        'Di laptop panitia, izinkan Gelar Juri pada pertanyaan firewall (jaringan pribadi).',
        'Sebagian Wi-Fi memisahkan laptop satu dari yang lain: pakai hotspot ponsel atau kabel.',
      ],
    }),
    'wrong-code': () => ({
      message: 'Kode itu tidak berlaku.',
      steps: [
        'Periksa setiap angkanya dan lomba yang dipilih, lalu ketik sekali lagi.',
        'Sesudah tiga kali salah kode itu hangus; minta panitia membuat kode baru.',
      ],
    }),
    burnt: () => ({
      message: 'Kode itu sudah hangus karena tiga kali salah.',
      steps: ['Minta panitia menekan “Buat kode baru” di layar Perangkat, lalu ketik kode yang baru.'],
    }),
    version: () => ({
      message: 'Versi Gelar Juri di laptop ini berbeda dari laptop panitia.',
      steps: ['Pasang versi yang sama di kedua laptop, lalu coba lagi.'],
    }),
  },
};
