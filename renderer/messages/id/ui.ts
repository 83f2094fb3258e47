/** Texts of the kit. */
export const ui = {
  cancel: 'Batal',
  close: 'Tutup',
  confirm: 'Ya, lanjutkan',
  contestantNumber: 'No. {{number}}',
  noNumber: 'belum bernomor',
  reason: {
    label: 'Alasan',
    missing: 'Tulis alasannya lebih dahulu.',
    hint: 'Alasan ini tercatat dan dapat dibaca panitia.',
  },
  decimal: {
    range: '{{min}} sampai {{max}}',
    step: 'kelipatan {{step}}',
    notANumber: '“{{text}}” bukan angka. Tulis misalnya 87,5.',
    tooLow: '{{value}} di bawah nilai terendah ({{min}}).',
    tooHigh: '{{value}} di atas nilai tertinggi ({{max}}).',
    offStep: '{{value}} bukan kelipatan {{step}}.',
    tooManyPlaces: 'Paling banyak {{places}} angka di belakang koma.',
    up: 'Tambah {{step}}: {{label}}',
    down: 'Kurangi {{step}}: {{label}}',
    notSaved: 'Belum disimpan',
  },
  progress: '{{done}} dari {{total}}',
} as const;
