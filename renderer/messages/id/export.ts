/** Texts of the documents' screen. */
export const exports = {
  title: 'Dokumen',
  empty: {
    title: 'Belum ada isi dokumen resmi',
    text: 'Isi dahulu kategori dan peserta; setelah itu buku kerja, rekap dan daftar pemenang dapat dibuat di sini.',
  },
  hint: 'Lembar resmi, cetakan, dan salinan. Semua dapat dibuat kapan saja dan sebanyak yang perlu.',
  provisional: {
    title: 'Hasil belum lengkap: {{categories}}',
    text: 'Dokumen yang dibuat sekarang bertanda SEMENTARA dan belum boleh ditandatangani. Lengkapi dahulu di Pemantauan dan Peringkat.',
  },
  official: 'Lembar resmi',
  copies: 'Berkas lomba dan salinan',
  workbook: {
    title: 'Buku kerja Excel',
    text: 'Rekap resmi dengan rumus hidup, siap dihitung ulang di Excel atau LibreOffice:',
    recap: 'Rekapitulasi: nilai akhir dan peringkat setiap kategori',
    juror: 'Lembar setiap juri: nilai per kriteria, untuk ditandatangani juri',
    winners: 'Penetapan pemenang: lampiran berita acara dan SK',
    save: 'Simpan buku kerja…',
  },
  recap: {
    title: 'Rekap di atas kertas',
    text: 'Rekapitulasi nilai semua kategori untuk sidang pleno dan tanda tangan dewan juri.',
    print: 'Cetak…',
    pdf: 'Simpan PDF…',
    printed: 'Rekap sudah diserahkan kepada pencetak.',
  },
  papers: {
    minutes: {
      title: 'Berita acara',
      text: 'Surat resmi penilaian: dewan juri, pemenang, catatan, dan tempat tanda tangan, dengan daftar nilai lengkap sebagai lampiran. Nomornya dikosongkan.',
    },
    'decree-annex': {
      title: 'Lampiran keputusan',
      text: 'Semua peserta menurut peringkat, untuk lampiran keputusan kepala daerah. Nomor dan penanda tangan dikosongkan.',
    },
    'winner-list': {
      title: 'Daftar pemenang',
      text: 'Penghargaan, nomor, nama, unit, dan nilai akhir para pemenang.',
    },
    reasons: {
      title: 'Penjelasan peringkat',
      text: 'Mengapa sebuah kelompok mendapat peringkatnya: dari nilai setiap juri sampai penentu nilai sama.',
    },
    feedback: {
      title: 'Umpan balik untuk kelompok',
      text: 'Rata-rata juri untuk setiap kriteria dan catatan juri tanpa nama. Tidak ada nilai seorang juri di dalamnya.',
    },
    which: 'Untuk kelompok',
    all: 'Semua kelompok, masing-masing di halamannya sendiri',
    docx: 'Simpan Word…',
    printed: 'Sudah diserahkan kepada pencetak: {{name}}.',
  },
  contestFile: {
    title: 'Berkas lomba',
    text: 'Seluruh lomba dalam satu berkas, tanpa catatan juri: untuk arsip, diperiksa ulang dengan alat lain, atau dipakai sebagai isian awal lomba tahun depan (tanpa nilai).',
    withScores: 'Simpan dengan nilai…',
    withoutScores: 'Simpan tanpa nilai…',
    secret: 'Berkas dengan nilai memuat semua nilai juri. Simpan di tempat yang aman.',
  },
  backup: {
    title: 'Salinan cadangan',
    text: 'Menyalin seluruh catatan laptop ini ke folder lain, sebaiknya ke flashdisk. Salinan dapat dibuka seperti lomba biasa.',
    save: 'Buat salinan cadangan…',
    last: 'Salinan terakhir: {{time}}',
    never: 'Belum ada salinan.',
  },
  working: 'Sedang membuat…',
  done: 'Tersimpan:',
  showInFolder: 'Buka folder',
  cancelled: 'Tidak jadi disimpan.',
  notPrinted: 'Tidak jadi dicetak.',
} as const;
