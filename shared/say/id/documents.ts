/** The fixed words of the documents in Bahasa Indonesia, as officials write them (rules X1 to X7). */
import type { DocumentWords } from '../documents.ts';
import { groupNip } from '../nip.ts';
import { indonesianDate, indonesianDates, indonesianNumber } from './numbers-and-dates.ts';
import { joined } from './sentences.ts';
import { showDecimal } from './numbers.ts';

const exempt = 'TM';
const notJudged = `${exempt}: tidak menilai (benturan kepentingan atau berhalangan), tidak ikut`;

export const indonesianDocuments: DocumentWords = {
  language: 'id',
  number: indonesianNumber,
  decimal: showDecimal,
  date: indonesianDate,
  dates: indonesianDates,
  joined,
  marks: { exempt, passed: 'Ya', failed: 'Tidak' },
  seat: (number) => `Juri ${number}`,
  jury: 'Dewan Juri',
  columns: {
    line: 'No',
    number: 'Nomor urut tampil',
    name: 'Nama KBK',
    unit: 'Unit kerja',
    title: 'Judul risalah',
    category: 'Kategori',
    stage: 'Babak',
    criterion: 'Kriteria',
    award: 'Penghargaan',
    sum: 'Jumlah',
    passes: 'Memenuhi syarat',
    notes: 'Catatan',
    mean: 'Rata-rata',
    weight: 'Bobot',
    weighted: 'Nilai berbobot',
    jurorTotals: 'Jumlah nilai juri',
    combined: 'Nilai gabungan',
    penalty: 'Pengurangan',
    rank: 'Peringkat',
    remarks: 'Keterangan',
    gate: (stage) => `Syarat: ${stage}`,
    rounded: (head) => `${head} (dibulatkan)`,
    weightPrefix: 'bobot ',
  },
  helpers: {
    title: 'Kolom bantu rumus (tidak dicetak)',
    compared: 'Nilai pembanding',
    step: (position, name) => `Penentu ${position}: ${name}`,
    group: 'Kelompok nilai sama',
    order: 'Urutan penentu',
    holds: 'Penentu berlaku',
    joint: 'Juara kembar',
    listOrder: 'Urutan daftar',
    label: 'Nama peringkat',
    award: 'Penghargaan',
    recorded: 'Catatan tercatat',
    exactStage: (stage, position) => `${stage} tanpa pembulatan, ${position}`,
    exactSum: 'Jumlah tanpa pembulatan',
    exactWeighted: 'Nilai berbobot tanpa pembulatan',
  },
  titles: {
    recap: 'REKAPITULASI NILAI',
    winners: 'DAFTAR PEMENANG',
    jurorSheet: 'LEMBAR PENILAIAN',
    criteria: 'RINCIAN NILAI PER KRITERIA',
    jurorTables: 'Nilai per juri dan babak',
    category: (name) => `Kategori: ${name}`,
    juror: (name) => `Juri: ${name}`,
    jurorWithName: (seat, name) => `${seat} (${name})`,
    example: 'CONTOH: data rekaan, bukan hasil penilaian yang sebenarnya',
    continued: ' (lanjutan)',
    part: (position, count) => `, bagian ${position} dari ${count}`,
    weightedStage: (stage, weight) => `${stage} (bobot ${showDecimal(weight)})`,
    gateStage: (stage) => `${stage} (syarat)`,
    identities: {
      recap: (category) => `Rekapitulasi nilai, kategori ${category}`,
      jurorTables: (category) => `Rekapitulasi nilai, nilai per juri dan babak, kategori ${category}`,
      jurorSheet: (juror, category) => `Lembar penilaian ${juror}, kategori ${category}`,
      criteria: (category) => `Rincian nilai per kriteria, kategori ${category}`,
      winners: (contest) => `Daftar pemenang, ${contest}`,
    },
  },
  sheets: {
    winners: 'Daftar pemenang',
    recap: (category) => (category === null ? 'Rekapitulasi' : `Rekap ${category}`),
    jurors: (category) => withCategory('Nilai juri', category),
    criteria: (category) => withCategory('Rincian', category),
    unnamed: 'Lembar',
  },
  methods: {
    mean: { name: () => 'Rata-rata', short: 'Rata-rata', final: 'Nilai akhir' },
    'trimmed-mean': {
      name: ({ drop }) => `Rata-rata terpangkas (${drop} tertinggi dan ${drop} terendah dibuang)`,
      short: 'Rata-rata terpangkas',
      final: 'Nilai akhir',
    },
    median: { name: () => 'Nilai tengah', short: 'Nilai tengah', final: 'Nilai akhir' },
    majority: { name: () => 'Mayoritas peringkat', short: 'Rata-rata', final: 'Tempat akhir' },
    borda: { name: () => 'Poin Borda', short: 'Rata-rata', final: 'Poin Borda' },
  },
  statuses: {
    withdrawn: 'Mengundurkan diri',
    'no-show': 'Tidak hadir',
    disqualified: 'Diskualifikasi',
    exhibition: 'Eksibisi, tidak dinilai',
    'not-advanced': 'Tidak lolos',
    'failed-gate': 'Tidak memenuhi syarat',
  },
  remarks: {
    provisional: (place) => `${place} (sementara)`,
    notAdvanced: (stage) => `tidak lolos ke babak ${stage}`,
    recused: (seat, stages) => `${seat} tidak menilai${inStages(stages)}`,
    absent: (seat, stages) => `${seat} berhalangan${inStages(stages)}`,
    missing: (seats) => `menunggu nilai ${joined(seats)}`,
    penalty: (reason) => `pengurangan: ${reason}`,
    decidedBy: (step) => `nilai sama, ditentukan oleh ${step}`,
    formerName: (name, reason) => `dahulu ${name} (${reason})`,
    judgedBy: (name) => `Dinilai oleh ${name}`,
    joint: ' (juara kembar)',
    tie: 'Seri',
    undecided: ['Seri di peringkat ', ', belum diputuskan'],
  },
  warnings: {
    provisional: (sheets, jurors) =>
      `SEMENTARA: ${sheets} lembar penilaian belum dikunci${jurors.length === 0 ? '' : `, dari ${joined(jurors)}`}`,
    blocked: (reason, places, contestants) => {
      const causes = {
        tie: 'nilai sama, menunggu keputusan',
        'no-panel': 'belum ada nilai yang dapat dihitung',
        round: 'yang lolos berubah',
      };
      return `BELUM DITETAPKAN: peringkat ${joined(places.map(String))}, ${causes[reason]}: ${joined(contestants)}`;
    },
    cutOpen: (reason, stage, contestants) => {
      const causes = { tie: 'nilai sama di batas, menunggu keputusan', round: 'berubah setelah babak ditutup' };
      return `BELUM DITETAPKAN: siapa yang lolos ke babak ${stage}; ${causes[reason]}: ${joined(contestants)}`;
    },
    numbered: (number, name) => `No. ${number} ${name}`,
    inCategory: (category, warning) => `${category}: ${warning}`,
  },
  notes: {
    method: (name, perCriterion) => `Keterangan:  metode ${name}${perCriterion ? ', dihitung per kriteria' : ''}`,
    rounding: (at, decimals) => {
      const places = {
        criterion: 'nilai kriteria',
        weighted: 'nilai berbobot',
        juror: 'jumlah juri',
        stage: 'nilai babak',
        final: 'nilai gabungan',
      };
      return `•  Pembulatan ${places[at]}: ${decimals} angka di belakang koma`;
    },
    tieBreak: (steps) => `•  Penentu nilai sama, berurutan: ${steps.join('; ')}`,
    borda:
      '•  Poin Borda: untuk setiap juri, jumlah peserta dikurangi tempat menurut juri itu; tempat yang sama dibagi rata',
    notLive:
      '•  Metode ini tidak dapat dihitung dengan rumus lembar kerja: kolom hasil dan peringkat berisi nilai dari aplikasi dan tidak berubah bila nilai diubah di sini',
    fixedOrder:
      '•  Urutan nilai sama yang diputuskan aplikasi atau dewan juri berlaku selama kelompok yang sama nilainya tidak berubah',
    cut: ({ to, over, bound, advanced, among }) => {
      const who = 'top' in bound ? `${bound.top} terbaik` : `yang bernilai ${showDecimal(bound.minimum)} atau lebih`;
      return `•  Babak ${joined(to)} diikuti ${who} menurut babak ${joined(over)}, tanpa pengurangan: ${advanced} dari ${among} lolos. Yang tidak lolos berperingkat di belakang menurut babak sebelumnya; siapa yang lolos ditetapkan aplikasi dan tidak berubah bila nilai diubah di sini`;
    },
    exempt: `•  ${notJudged} dihitung`,
    decision: (kind, stepName, reason) =>
      `•  Keputusan tercatat (${kind === 'joint' ? 'juara kembar' : stepName(kind)}): ${reason}`,
    unsigned: (names) => `•  Diumumkan sebelum disahkan oleh ${names.join(', ')}; dikonfirmasi dan dicatat panitia`,
    criteria: `Keterangan: nilai pada lembar ini dihitung dari lembar penilaian juri; ${exempt} = tidak menilai.`,
    legend: 'Keterangan:',
    oneScale: (scale) => `•  Skala ${scale}`,
    scaleOf: (where, scale) => `•  ${where}: skala ${scale}`,
    scale: ({ min, max, step }, levels) => {
      const range = `${showDecimal(min)}–${showDecimal(max)}, kelipatan ${showDecimal(step)}`;
      const named = levels.map(({ score, meaning }) => `${showDecimal(score)} ${meaning}`);
      return named.length === 0 ? range : `${range}: ${named.join(' · ')}`;
    },
    multiplied: (stage, multiplier) =>
      `•  ${stage}: setiap nilai dikalikan ${showDecimal(multiplier)} sebelum diberi bobot`,
    notJudged: `•  ${notJudged} dirata-ratakan`,
    outOfRange: 'Nilai di luar rentang',
    allowed: (criterion, min, max) => `${criterion}: ${showDecimal(min)} sampai ${showDecimal(max)}, atau ${exempt}`,
  },
  winners: {
    nobody: 'Belum ada peserta yang dapat diperingkat',
    bands: 'Golongan menurut nilai',
    wholeContest: 'Seluruh lomba',
    follows: 'Keterangan: peringkat mengikuti lembar rekapitulasi.',
    fixed: 'Penghargaan bertanda * ditetapkan aplikasi dan tidak berubah bila nilai diubah di lembar kerja ini.',
    band: (award, band) => `${award}: ${band}`,
    points: (points) => `${points} poin`,
  },
  signing: {
    acknowledged: 'Mengetahui,',
    committeeChair: 'Ketua Panitia',
    chair: (jury) => `Ketua ${jury}`,
    member: (jury) => `Anggota ${jury}`,
    juror: (jury) => `${jury},`,
    nip: (nip) => `NIP. ${groupNip(nip)}`,
  },
  codeSlips: {
    steps: (contest) => [
      'Buka Gelar Juri, pilih “Gabung sebagai juri”.',
      `Pilih “${contest}”.`,
      'Ketik kode di atas, lalu tunggu diterima panitia.',
    ],
    hint: 'Hanya untuk juri ini. Berlaku sampai dipakai satu laptop; bila hilang, minta panitia membuat kode baru.',
  },
  hostScript: { title: 'Susunan acara pengumuman' },
  pageOf: (page, pages) => `Halaman ${page} dari ${pages}`,
  files: {
    workbook: (contest) => `Rekap ${contest}`,
    recap: (contest) => `Rekap ${contest}`,
    minutes: (contest) => `Berita acara ${contest}`,
    'decree-annex': (contest) => `Lampiran keputusan ${contest}`,
    'winner-list': (contest) => `Daftar pemenang ${contest}`,
    reasons: (contest) => `Penjelasan peringkat ${contest}`,
    feedback: (contest) => `Umpan balik ${contest}`,
    certificates: (contest) => `Piagam ${contest}`,
    changes: (contest) => `Riwayat perubahan ${contest}`,
    'code-slips': (contest) => `Kode juri ${contest}`,
    'host-script': (contest) => `Naskah pembawa acara ${contest}`,
    history: (contest) => `Riwayat ${contest}`,
    'contest-file': (contest) => `Lomba ${contest}`,
    backup: (contest) => contest,
  },
};

function withCategory(name: string, category: string | null): string {
  return category === null ? name : `${name} ${category}`;
}

function inStages(stages: readonly string[]): string {
  return stages.length === 0 ? '' : ` pada ${joined(stages)}`;
}
