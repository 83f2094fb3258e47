/** Texts of the kit. */
export const ui = {
  hallPicture: {
    choose: 'Pilih gambar…',
    replace: 'Ganti gambar…',
    remove: 'Hapus gambar',
    refused: {
      'too-many-bytes': '{{name}} lebih dari {{megabytes}} MB. Pilih gambar yang lebih kecil.',
      'too-many-pixels': '{{name}} lebih dari {{megapixels}} juta titik. Pilih gambar yang lebih kecil.',
      damaged: '{{name}} rusak atau bukan gambar PNG, JPEG, atau WebP. Simpan ulang gambarnya, lalu pilih lagi.',
    },
  },
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
    twoMeanings: '“{{text}}” dapat berarti dua angka. Tulis {{thousands}} atau {{decimal}}.',
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
