/** The projector's few words. */
export const projector = {
  announcement: 'Pengumuman pemenang',
  now: 'Sedang tampil',
  soon: 'Segera tampil',
  next: 'Berikutnya',
  timeOver: 'WAKTU HABIS',
  ending: 'Waktu hampir habis',
  paused: 'dijeda',
  score: 'Nilai akhir',
  number: 'No.',
  script: 'Naskah pembawa acara',
  noAct: 'Belum ada babak yang berjalan',
  page: 'Halaman {{page}} dari {{pages}}',
  rehearsal: 'GLADI BERSIH · nama dan nilai contoh',
  example: 'CONTOH · bukan hasil sebenarnya',
} as const;
