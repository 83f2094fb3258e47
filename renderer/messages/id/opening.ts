/** Opening the scores to every laptop, and what each finds then. */
export const opening = {
  title: 'Membuka semua nilai',
  hint: 'Setelah pengumuman selesai, semua nilai dapat dibuka bagi semua laptop lomba, agar tiap laptop memeriksa hasilnya sendiri. Catatan juri tetap hanya di panitia.',
  early:
    'Pengumuman belum selesai. Sebelum itu nilai hanya dibuka bila ketua dewan juri menyetujuinya di laptopnya, halaman Pengesahan: sesudah dibuka, setiap laptop dapat menghitung juaranya.',
  agreed: 'Ketua dewan juri menyetujui nilai dibuka sebelum pengumuman selesai: “{{reason}}”',
  button: 'Buka semua nilai…',
  dialog: {
    title: 'Membuka semua nilai',
    text: 'Semua nilai semua juri terbaca di semua laptop lomba, dan tidak dapat disembunyikan lagi. Juri tidak dapat mengubah nilai lagi; nilai yang belum sampai di laptop ini tidak dihitung.',
    notes: 'Lomba ini dibuat dengan versi lama: catatan juri ikut terbuka. Saya menyetujuinya.',
    confirm: 'Ya, buka semua nilai',
  },
  agree: {
    title: 'Membuka nilai sebelum pengumuman selesai',
    text: 'Sebagai ketua dewan juri Anda dapat menyetujui bahwa panitia membuka semua nilai sebelum pengumuman selesai. Sesudah itu setiap laptop dapat menghitung juaranya.',
    button: 'Setujui…',
    confirm: 'Ya, saya setuju',
    done: 'Anda menyetujuinya. Panitia dapat membuka nilai di halaman Pengumuman.',
  },
  check: {
    title: 'Pemeriksaan laptop ini',
    opened: 'Semua nilai dibuka {{time}}.',
    reading: 'Nilai dari {{unread}} dari {{logs}} catatan juri belum sampai di laptop ini.',
    complete: 'Laptop ini membaca semua nilai dari {{logs}} catatan juri dan menghitung hasilnya sendiri.',
    sealTrue: 'Segel {{scope}} benar: {{code}}',
    sealFalse: 'SEGEL {{scope}} TIDAK COCOK: {{code}}. Jangan umumkan; periksa bersama kedua ketua.',
    sealOpen: 'Segel {{scope}} {{code}} belum dapat diperiksa: nilainya belum lengkap di laptop ini.',
    whole: 'seluruh lomba',
    winners: 'Yang dihitung laptop ini',
  },
} as const;
