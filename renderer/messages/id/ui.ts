/** Texts of the kit. */
export const ui = {
  outwardLanguage: { documents: 'Bahasa dokumen', projector: 'Bahasa di layar pengumuman' },
  /** Of a result that stands. */
  signOff: { ready: 'Siap diumumkan', unsigned: 'Lengkap, belum disahkan' },
  cancel: 'Batal',
  close: 'Tutup',
  confirm: 'Ya, lanjutkan',
  contestantNumber: 'No. {{number}}',
  contestantSlot: 'Tampil {{slot}}',
  noNumber: 'belum bernomor',
  reason: {
    label: 'Alasan',
    missing: 'Tulis alasannya lebih dahulu.',
    hint: 'Alasan ini tercatat; panitia dan juri yang bersangkutan dapat membacanya.',
  },
  decimal: {
    notANumber: '“{{text}}” bukan angka. Tulis misalnya 87,5.',
    tooManyPlaces: 'Paling banyak {{places}} angka di belakang koma.',
    up: 'Tambah {{step}}: {{label}}',
    down: 'Kurangi {{step}}: {{label}}',
    notSaved: 'Belum disimpan',
  },
  leave: {
    title: 'Ada isian yang belum tersimpan',
    text: 'Ini belum tersimpan. Bila Anda pindah sekarang, isian ini hilang:',
    stay: 'Perbaiki dulu',
    confirm: 'Pindah tanpa menyimpan',
  },
  progress: '{{done}} dari {{total}}',
  moreProblems: 'dan {{count}} hal lain',
} as const;
