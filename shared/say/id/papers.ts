/** The words of the papers in Bahasa Indonesia, as officials write them. */
import { ended } from '../sentences.ts';
import type { PaperWords } from '../papers.ts';
import { showDecimal } from './numbers.ts';
import { indonesianDateInWords, numberWithWords } from './numbers-and-dates.ts';
import { joined } from './sentences.ts';

const dots = '........................................';

export const indonesianPapers: PaperWords = {
  number: `Nomor: ${dots}`,
  blank: dots,
  nobody: 'Tidak ada nilai yang dapat dicantumkan.',
  checkCode: (code) => `Kode periksa: ${code ?? '–'}`,
  signer: 'Nama, pangkat, NIP',
  signature: 'Tanda tangan',
  provisional: 'SEMENTARA: hasil belum lengkap atau belum ditetapkan',
  corrected: 'DIKOREKSI panitia setelah semua nilai dibuka',
  numberWithWords,
  minutes: {
    title: 'BERITA ACARA PENILAIAN',
    subtitle: (contest) => contest,
    identity: (contest) => `Berita acara penilaian, ${contest}`,
    annexTitle: 'LAMPIRAN BERITA ACARA: DAFTAR NILAI LENGKAP',
    annexIdentity: (contest) => `Lampiran berita acara penilaian, ${contest}`,
    opening: ({ date, days, place, groups, categories, jury }) => {
      const when =
        date === null
          ? '................ tanggal ................ bulan ................ tahun ................'
          : indonesianDateInWords(date);
      const span = days === null ? '' : ` (penilaian berlangsung pada ${days})`;
      const many = categories < 2 ? '' : ` dalam ${numberWithWords(String(categories))} kategori`;
      return `Pada hari ini, ${when}${span}, bertempat di ${place ?? dots}, telah dilaksanakan penilaian terhadap ${numberWithWords(String(groups))} Kelompok Budaya Kerja${many} oleh ${jury}:`;
    },
    chairMark: 'Ketua',
    noJury: 'Belum ada juri.',
    winners: 'PEMENANG',
    winnersText: 'Menurut aturan penilaian yang disepakati sebelum penilaian dimulai, hasilnya adalah sebagai berikut.',
    complete: 'DAFTAR NILAI LENGKAP',
    completeText: 'Nilai akhir dan peringkat semua peserta tercantum dalam lampiran berita acara ini.',
    notes: 'CATATAN PENILAIAN',
    method: (name, perCriterion) =>
      `Cara menggabungkan nilai para juri: ${name}${perCriterion ? ', dihitung per kriteria' : ''}.`,
    tieBreak: (steps) => `Penentu nilai sama yang disepakati, berurutan: ${steps.join('; ')}.`,
    minimum: (result) =>
      `Tempat juara hanya untuk nilai ${showDecimal(result)} atau lebih, menurut aturan yang disepakati.`,
    decidedBy: (contestants, steps) => `Nilai sama: urutan ${contestants.join('; ')} ditentukan oleh ${joined(steps)}.`,
    cut: (to, over, bound, advanced, among) => {
      const who = 'top' in bound ? `${bound.top} terbaik` : `yang bernilai ${showDecimal(bound.minimum)} atau lebih`;
      return `Babak ${joined(to)} diikuti ${who} menurut babak ${joined(over)}, tanpa pengurangan: ${advanced} dari ${among} lolos. Yang tidak lolos berperingkat di belakang menurut babak sebelumnya.`;
    },
    decision: (kind, cut, contestants, reason) => {
      const heads = {
        chair: 'Nilai sama diputuskan oleh ketua juri, dengan urutan',
        draw: 'Nilai sama ditentukan dengan undian, dengan urutan',
        joint: 'Nilai sama ditetapkan sebagai juara kembar:',
      };
      const list = kind === 'joint' ? joined(contestants) : contestants.join('; ');
      const where = cut === null ? '' : `Batas menuju babak ${cut}. `;
      return `${where}${heads[kind]} ${list}. Alasan: ${ended(reason)}`;
    },
    exempt: (kind, juror, contestants, stages, reason) => {
      const what = kind === 'recused' ? 'tidak menilai (benturan kepentingan)' : 'berhalangan menilai';
      const where = stages.length === 0 ? '' : ` pada babak ${joined(stages)}`;
      return `${juror} ${what} ${joined(contestants)}${where}. Alasan: ${ended(reason)}`;
    },
    substitute: (by, juror, contestants) =>
      `Nilai untuk ${joined(contestants)} dikunci oleh ${by}, sebelum digantikan ${juror}.`,
    readers: (stage, least, most, of) =>
      `Babak ${stage}: setiap peserta ditugaskan kepada ${least === most ? least : `${least} sampai ${most}`} dari ${of} juri; yang dihitung nilai juri yang ditugaskan.`,
    keptJuror: (juror, contestant, reason) =>
      `${juror} menilai ${contestant} yang satu unit kerja dengannya, atas ketetapan panitia. Alasan: ${ended(reason)}`,
    everybodyJudged: 'Setiap peserta yang diperingkat dinilai oleh semua juri yang ditugaskan.',
    panel: (contestants, stage, jurors, assigned) =>
      `Babak ${stage}: nilai dari ${jurors} dari ${assigned} juri yang ditugaskan untuk ${joined(contestants)}.`,
    deduction: (contestant, points, reason) =>
      `Nilai ${contestant} dikurangi ${showDecimal(points)}. Alasan: ${ended(reason)}`,
    outside: (contestant, status) => `Tidak diperingkat: ${contestant}, ${status.toLowerCase()}.`,
    formerName: (contestant, former, reason) =>
      `Sebagian nilai ${contestant} dikunci ketika namanya masih ${former}. Alasan perubahan: ${ended(reason)}`,
    unsigned: (category, names) =>
      `Kategori ${category} diumumkan sebelum disahkan oleh ${joined(names)}; dikonfirmasi dan dicatat panitia.`,
    objection: (by, contestant, text, answer) =>
      `Sanggahan ${by}${contestant === null ? '' : ` tentang ${contestant}`}: “${text}” ${
        answer === null
          ? 'Belum dijawab.'
          : `${answer.outcome === 'accepted' ? 'Diterima' : 'Ditolak'}, dengan jawaban: “${answer.answer}”`
      }`,
    inCategory: (category, note) => `${category}: ${note}`,
    closing: 'Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.',
  },
  pact: {
    title: 'LAMPIRAN BERITA ACARA: PAKTA INTEGRITAS',
    identity: (contest) => `Pakta integritas, ${contest}`,
    tieBreak: 'Urutan penentu nilai sama yang disepakati:',
    noTieBreak: 'Tidak ada: nilai yang sama berbagi peringkat.',
    code: (code) => `Sidik teks (pakta dan urutan penentu): ${code}`,
    juror: 'Juri',
    accepted: 'Dibaca dan diterima',
    notYet: 'belum diterima',
  },
  decreeAnnex: {
    title: 'LAMPIRAN KEPUTUSAN',
    fields: { number: 'Nomor', date: 'Tanggal', about: 'Tentang' },
    about: (contest) => `Penetapan hasil ${contest}`,
    identity: (contest) => `Lampiran keputusan, ${contest}`,
    decided: `Ditetapkan di ....................\npada tanggal ....................\n....................`,
  },
  winnerList: { title: 'DAFTAR PEMENANG', identity: (contest) => `Daftar pemenang, ${contest}` },
  reasons: {
    title: 'PENJELASAN PERINGKAT',
    identity: (contestant) => `Penjelasan peringkat, ${contestant}`,
    panel: (stage, jurors) => `Juri yang nilainya dihitung pada babak ${stage}: ${joined(jurors)}.`,
    nobody: 'belum ada',
  },
  feedback: {
    title: 'UMPAN BALIK PENILAIAN',
    identity: (contestant) => `Umpan balik, ${contestant}`,
    intro: 'Rata-rata nilai seluruh juri untuk setiap kriteria, dan catatan para juri tanpa nama.',
    range: 'Rentang nilai',
    mean: 'Rata-rata juri',
    passed: (stage) => `Syarat ${stage}: terpenuhi.`,
    failed: (stage) => `Syarat ${stage}: belum terpenuhi.`,
    tooFew: 'Tanda –: yang menilai hanya satu juri, sehingga rata-ratanya tidak dicantumkan.',
    notYet: 'Sementara: belum semua juri mengunci nilainya untuk kelompok ini.',
    notes: 'Catatan juri',
    noNotes: 'Tidak ada catatan.',
    notesElsewhere: 'Catatan juri tidak ada di berkas lomba; umpan balik dengan catatan dibuat di laptop panitia.',
    onCriterion: (criterion, note) => `${criterion}: ${note}`,
  },
  certificates: {
    title: 'PIAGAM',
    identity: (award, contestant) => `Piagam ${award}, ${contestant}`,
    fields: {
      name: 'nama',
      unit: 'unit kerja',
      award: 'juara',
      category: 'kategori',
      contest: 'lomba',
      organizer: 'penyelenggara',
      place: 'tempat',
      days: 'hari lomba',
      town: 'kota',
      date: 'tanggal',
      number: 'nomor',
      order: 'nomor tampil',
      title: 'judul',
    },
    fieldHints: {
      name: 'nama kelompok, atau unit yang menjadi juara umum',
      unit: 'unit kerja kelompok',
      award: 'juara atau penghargaan; “Peserta” pada piagam peserta',
      category: 'nama kategori',
      contest: 'nama lomba',
      organizer: 'penyelenggara lomba',
      place: 'tempat lomba',
      days: 'hari-hari lomba',
      town: 'kota tempat tanda tangan',
      date: 'tanggal tanda tangan',
      number: 'nomor urut piagam: 001, 002, ...',
      order: 'nomor urut tampil',
      title: 'judul risalah',
    },
    usualText:
      'PIAGAM PENGHARGAAN\nNomor: {nomor}\n\ndiberikan kepada\n{nama}\n{unit kerja}\n\nsebagai\n{juara}\nKategori {kategori}\n\ndalam {lomba}\n{hari lomba}',
    participant: 'Peserta',
  },
  changes: {
    title: 'RIWAYAT PERUBAHAN',
    identity: (contest) => `Riwayat perubahan, ${contest}`,
    intro:
      'Setiap perubahan sesudah sebuah lembar pertama kali dikunci, atau sesudah kelompoknya tampil, menurut waktu penulisnya. Yang diberikan untuk pertama kali tidak termasuk.',
    none: 'Tidak ada perubahan sesudah lembar dikunci atau sesudah kelompok tampil.',
    elsewhere: 'Berkas lomba tidak memuat riwayat; riwayat perubahan dibuat di laptop panitia.',
  },
};
