/** Texts of the sign-in. */
export const session = {
  title: 'Siapa yang bekerja sekarang?',
  committee: 'Panitia / sekretariat',
  withPin: 'masuk dengan PIN',
  newPin: 'buat PIN untuk pertama kali',
  shared: 'Laptop ini dipakai bergantian: setiap orang memakai PIN sendiri agar nilainya tidak terbaca orang lain.',
  idle: 'Bila lama tidak dipakai, laptop kembali ke layar ini. Yang sudah tersimpan tetap ada; masuklah lagi untuk melanjutkan.',
  forgotten: 'Lupa PIN? Panitia dapat memasang PIN baru untuk Anda di menu Perangkat.',
  pin: 'PIN',
  choosePin: 'PIN baru',
  pinAgain: 'PIN baru sekali lagi',
  newPinText:
    'Buat PIN Anda sendiri dan jangan beri tahu orang lain. PIN dipakai setiap kali Anda kembali ke laptop ini.',
  pinShape: 'PIN berisi 4 sampai 8 angka.',
  pinDiffers: 'Kedua PIN tidak sama. Ketik ulang.',
  showPin: 'Tampilkan PIN',
  enter: 'Masuk',
  back: 'Kembali',
  closeContest: 'Tutup lomba ini',
} as const;
