/** The history of a contest in Bahasa Indonesia. */
import type { StageId } from '../../domain/ids.ts';
import { wholeContest, type SealScope, type Votes } from '../../domain/setup/contest-file.ts';
import { groupedCode } from '../check-code.ts';
import { pactCode } from '../pact.ts';
import type { Told, HistoryWords } from '../history.ts';
import { joined } from './sentences.ts';

export const indonesianHistory: HistoryWords = {
  facts: {
    'contest-founded': ({ setup, rehearsal }) =>
      `membuat lomba “${setup.contest.name}”${rehearsal === true ? ' sebagai geladi bersih' : ''}`,
    'info-changed': (_event, { changes }) => `mengubah keterangan lomba: ${changes}`,
    'categories-changed': (_event, { changes }) => `mengubah kategori: ${changes}`,
    'stages-changed': (_event, { changes }) => `mengubah babak: ${changes}`,
    'rubrics-changed': (_event, { changes }) => `mengubah rubrik: ${changes}`,
    'jurors-changed': (_event, { changes }) => `mengubah daftar juri: ${changes}`,
    'rules-changed': (_event, { changes }) => `mengubah aturan: ${changes}`,
    'awards-changed': (_event, { changes }) => `mengubah penghargaan: ${changes}`,
    'programme-changed': ({ programme }) => `mengubah susunan acara pengumuman (${programme.length} babak)`,
    'contestants-changed': ({ source }, { changes }) =>
      `mengubah daftar peserta${source === undefined ? '' : ` dari “${source}”`}: ${changes}`,
    'contestant-status-changed': ({ status }, told) =>
      told.before[0] === undefined
        ? `mencatat keadaan peserta: ${told.status(status)}`
        : `mengubah keadaan peserta dari ${told.before[0]} menjadi ${told.status(status)}`,
    'sheets-set-aside': ({ refs }) => `menyisihkan ${refs.length} nilai dan kunci yang tidak lagi cocok`,
    'set-aside-cancelled': () => 'mengembalikan nilai yang disisihkan',
    'former-name-recorded': ({ name, unit }) =>
      `mencatat nama peserta sebelumnya: ${[name, unit ?? ''].filter((part) => part !== '').join(', ')}`,
    'order-changed': (_event, { changes }) => `mengubah nomor urut tampil: ${changes}`,
    'lots-drawn': ({ category, seed }, { changes, ...told }) =>
      `mengundi nomor urut ${category === null ? 'semua peserta' : `kategori ${told.category(category)}`} dengan kunci undian “${seed}”: ${changes}`,
    'stage-shown': ({ contestant, stage, undoes }, told) => {
      if (undoes !== undefined) return 'membatalkan langkah panggung terakhir';
      if (contestant === null) return 'mengosongkan panggung';
      return `menampilkan peserta di panggung${stage === null ? '' : ` (${told.stage(stage)})`}`;
    },
    'timer-started': (event, told) => `menjalankan waktu ${timed(event, told)} dari ${told.clock(event.elapsedMs)}`,
    'timer-stopped': (event, told) => `menghentikan waktu ${timed(event, told)} pada ${told.clock(event.elapsedMs)}`,
    'penalty-added': ({ penalty }, { decimal }) =>
      'points' in penalty
        ? `mencatat pengurangan ${decimal(penalty.points)}`
        : `mencatat pengurangan ${decimal(penalty.perMinute)} per menit untuk kelebihan ${penalty.overSeconds} detik`,
    'penalty-cancelled': () => 'membatalkan pengurangan',
    'absence-recorded': ({ absence }, told) => `mencatat ${told.juror(absence.juror)} tidak hadir${at(absence, told)}`,
    'absences-recorded': ({ juror, absences }, told) =>
      `mencatat ${told.juror(juror)} tidak hadir bagi ${absences.length} peserta`,
    'absence-cancelled': (_event, { seat }) => `membatalkan ketidakhadiran${seat === null ? '' : ` ${seat}`}`,
    'recusal-recorded': ({ recusal }, told) =>
      `mencatat ${told.juror(recusal.juror)} tidak menilai${at(recusal, told)}`,
    'calibration-shown': () => 'menampilkan perbandingan nilai kalibrasi kepada semua juri, tanpa nama',
    'juror-kept': ({ juror }, told) => `menetapkan ${told.juror(juror)} tetap menilai meskipun satu unit kerja`,
    'readers-assigned': ({ stage, readers, drawn }, told) => {
      if (readers.length === 0) return `menetapkan semua juri menilai semua peserta di babak ${told.stage(stage)}`;
      const how =
        drawn === undefined ? '' : ` dengan undian, ${drawn.each} juri tiap kelompok, kunci undian “${drawn.seed}”`;
      return `membagi juri per kelompok di babak ${told.stage(stage)}${how}`;
    },
    'recusal-cancelled': (_event, { seat }) => `membatalkan catatan tidak menilai${seat === null ? '' : ` ${seat}`}`,
    'sheet-reopened': ({ juror, stage }, told) =>
      `membuka kunci lembar ${told.stage(stage)} milik ${told.juror(juror)}`,
    'sign-off-reopened': ({ juror, category }, told) =>
      `membuka pengesahan kategori ${told.category(category)} oleh ${told.juror(juror)}`,
    'reopening-refused': (_event, { seat }) => `menolak permintaan buka kunci${seat === null ? '' : ` dari ${seat}`}`,
    'message-sent': ({ to, text }, told) => `mengirim pesan kepada ${told.juror(to)}: “${told.excerpt(text)}”`,
    'decision-recorded': ({ decision }, told) => {
      const ids = decision.kind === 'joint' ? decision.contestants : decision.order;
      const names = joined(ids.map(told.contestant));
      const how = {
        chair: 'keputusan ketua, berurutan',
        draw: 'undian, berurutan',
        joint: 'juara kembar',
      };
      return `memutuskan nilai sama di kategori ${told.category(decision.category)} (${how[decision.kind]}): ${names}`;
    },
    'decision-cancelled': () => 'membatalkan keputusan nilai sama',
    'round-closed': ({ stage, advanced, out }, told) =>
      `menutup babak sebelum ${told.stage(stage)}: ${advanced.length === 0 ? 'tidak ada yang lolos' : `lolos ${joined(advanced.map((id) => told.contestant(id)))}`}; tidak lolos ${out.length}`,
    'stage-order-set': ({ category, stage, how, seed, order }, told) => {
      const ways = {
        lots: `diundi dengan kunci undian “${seed ?? ''}”`,
        same: 'urutan yang sama',
        'best-last': 'terbaik terakhir',
      };
      return `menentukan urutan tampil ${told.stage(stage)} kategori ${told.category(category)} (${ways[how]})${order.length === 0 ? '' : `: ${joined(order.map((id) => told.contestant(id)))}`}`;
    },
    'tally-entered': ({ award, by, votes }, told) =>
      `memasukkan hasil hitung suara ${told.award(award)} sebagai ${by}: ${ballots(votes, told)}`,
    'tally-settled': ({ award, votes }, told) =>
      `menetapkan hasil hitung suara ${told.award(award)} yang berbeda: ${ballots(votes, told)}`,
    'tally-withdrawn': ({ award }, told) => `membatalkan hitungan suara ${told.award(award)} yang belum sepakat`,
    'round-reopened': () => 'membuka lagi babak yang sudah ditutup',
    'announcement-confirmed': ({ confirmation: { category, unsigned } }, told) =>
      `mengumumkan kategori ${told.category(category)} sebelum disahkan oleh ${joined(unsigned.map(({ name }) => name))}`,
    'device-admitted': ({ seat, machine }, told) => `menerima laptop “${machine}” untuk ${told.juror(seat)}`,
    'device-revoked': ({ device }, told) => `mencabut laptop “${told.machine(device)}”`,
    'data-keys-shared': ({ device }, told) => `membagikan kunci catatan lama kepada laptop “${told.machine(device)}”`,
    'contest-key-set': () => 'mengganti kunci kerahasiaan catatan panitia',
    'score-set': ({ criterion, value, from }, told) => {
      const { before } = told;
      const moved = from === undefined ? '' : `, dipindahkan dari lembar ${told.contestant(from)}`;
      const name = told.criterion(criterion);
      if (value === null)
        return `mengosongkan nilai ${name}${before.length === 0 ? '' : `, tadinya ${joined(before)}`}${moved}`;
      if (before.length === 0) return `memberi nilai ${told.decimal(value)} untuk ${name}${moved}`;
      return `mengubah nilai ${name} dari ${joined(before)} menjadi ${told.decimal(value)}${moved}`;
    },
    'note-set': ({ stage, criterion, text, from }, told) => {
      const where = criterion === null ? `lembar ${told.stage(stage)}` : told.criterion(criterion);
      const moved = from === undefined ? '' : `, dipindahkan dari lembar ${told.contestant(from)}`;
      if (text === '') return `menghapus catatan pada ${where}${moved}`;
      const verb = told.before.length === 0 ? 'menulis' : 'mengubah';
      return `${verb} catatan pada ${where}: “${told.excerpt(text)}”${moved}`;
    },
    'sheet-locked': ({ stage, values }, told) =>
      `mengunci lembar ${told.stage(stage)} (${Object.keys(values).length} nilai)`,
    recused: (event, told) => `menyatakan tidak menilai${at(event, told)}`,
    'recusal-withdrawn': () => 'menarik kembali pernyataan tidak menilai',
    'category-signed-off': ({ category, locks }, told) =>
      `mengesahkan kategori ${told.category(category)} (${locks.length} lembar)`,
    'reopening-asked': ({ stage }, told) => `meminta kunci lembar ${told.stage(stage)} dibuka`,
    'seal-proposed': ({ scope, code }, told) =>
      `mengajukan segel ${sealed(scope, told)}, kode periksa ${groupedCode(code)}`,
    'seal-confirmed': ({ code, opening }) =>
      `sebagai ketua juri menyetujui ${opening === undefined ? '' : 'pembukaan '}segel ${groupedCode(code)}`,
    'seal-approved': ({ code, opening }) =>
      `sebagai ketua panitia ${opening === undefined ? 'menyetujui segel' : 'membuka segel'} ${groupedCode(code)}`,
    'seal-opening-proposed': ({ code }) => `mengajukan pembukaan segel ${groupedCode(code)}`,
    'opening-agreed': ({ reason }, told) =>
      `sebagai ketua juri menyetujui semua nilai dibuka sebelum pengumuman selesai: “${told.excerpt(reason)}”`,
    'scores-opened': ({ ends }) => `membuka semua nilai bagi semua laptop lomba (${ends.length} catatan juri)`,
    'remark-made': ({ category, text }, told) =>
      `mencatat dalam musyawarah kategori ${told.category(category)}: “${told.excerpt(text)}”`,
    'objection-entered': ({ by, category, text }, told) =>
      `mencatat sanggahan ${by} atas ${sealed(category, told)}: “${told.excerpt(text)}”`,
    'objection-answered': ({ answer, outcome }, told) =>
      `${outcome === 'accepted' ? 'menerima' : 'menolak'} sanggahan: “${told.excerpt(answer)}”`,
    'pact-accepted': ({ text }) =>
      `menerima pakta integritas dan urutan penentu nilai sama (sidik teks ${pactCode(text)})`,
    'message-seen': () => 'membaca pesan panitia',
    'log-opened': ({ machine, application }) =>
      `mulai mencatat di laptop “${machine}”${application === '' ? '' : ` (Gelar Juri ${application})`}`,
    'log-forked': () => 'memakai salinan folder yang sama di dua tempat: sejak di sini catatannya bercabang',
    unapplied: ({ name }) => `mencatat sesuatu yang tidak dipakai${name === null ? '' : ` (${name})`}`,
  },
  kinds: {
    score: 'Nilai',
    note: 'Catatan juri',
    lock: 'Kunci dan pengesahan',
    exemption: 'Tidak menilai, tidak hadir',
    penalty: 'Pengurangan',
    stage: 'Panggung dan waktu',
    contestants: 'Peserta dan urutan',
    decision: 'Keputusan dan pengumuman',
    seal: 'Segel hasil',
    objection: 'Sanggahan',
    setup: 'Rubrik dan aturan',
    message: 'Pesan',
    device: 'Laptop dan kunci sandi',
    unapplied: 'Tidak dipakai',
  },
  unused: {
    'unknown-event': 'Disimpan, belum dipakai: ditulis aplikasi yang lebih baru. Perbarui aplikasi ini.',
    'wrong-author': 'Disimpan, tidak dipakai: penulisnya tidak berhak mencatat ini.',
    'revoked-device': 'Disimpan, tidak dipakai: laptopnya sudah dicabut.',
    unreadable: 'Disimpan, tidak dipakai: isinya tidak dapat dibaca di laptop ini.',
    'after-seal': 'Disimpan, tidak dihitung: tiba setelah hasilnya disegel.',
    'after-opening': 'Disimpan, tidak dihitung: belum ada di laptop panitia ketika semua nilai dibuka.',
    'second-founding': 'Disimpan, tidak dipakai: lombanya sudah ada.',
    'locked-otherwise': 'Disimpan, tidak dihitung: lembarnya terkunci dengan nilai lain.',
    'lock-in-conflict': 'Disimpan, belum dihitung: bertentangan dengan catatan lain, menunggu keputusan panitia.',
    'set-aside': 'Disimpan, tidak dihitung: disisihkan panitia.',
  },
  statuses: {
    waiting: 'belum tampil',
    performing: 'sedang tampil',
    performed: 'sudah tampil',
    withdrawn: 'mengundurkan diri',
    'no-show': 'tidak hadir',
    disqualified: 'diskualifikasi',
    exhibition: 'eksibisi',
  },
  change: {
    things: {
      info: '',
      category: 'kategori',
      stage: 'babak',
      rubric: 'rubrik',
      criterion: 'kriteria',
      juror: 'juri',
      rules: '',
      award: 'penghargaan',
      contestant: '',
    },
    fields: {
      name: 'nama',
      excludes: 'tidak untuk penerima',
      points: 'poin tiap juara',
      votes: 'suara',
      place: 'tempat',
      dates: 'tanggal',
      organizer: 'penyelenggara',
      letterhead: 'kop surat',
      logo: 'logo',
      signing: 'tempat dan tanggal tanda tangan',
      committeeChair: 'ketua panitia',
      juryLabel: 'sebutan juri',
      paper: 'ukuran kertas',
      hideScores: 'nilai akhir di layar pengumuman',
      confetti: 'konfeti',
      fanfare: 'bunyi saat pengumuman',
      sealing: 'segel hasil',
      certificate: 'teks piagam',
      pact: 'pakta integritas',
      calibration: 'kalibrasi',
      blind: 'penilaian tanpa nama',
      objections: 'masa sanggah',
      copies: 'jumlah laptop penyimpan',
      example: 'tanda contoh',
      after: 'syarat lolos',
      minimum: 'nilai terendah untuk juara',
      weight: 'bobot',
      timer: 'bagian waktu',
      stage: 'babak',
      categories: 'kategori',
      weighting: 'cara membobot',
      multiplier: 'nilai dikalikan dengan',
      gate: 'syarat',
      min: 'nilai terendah',
      max: 'nilai tertinggi',
      step: 'kelipatan',
      aspect: 'aspek',
      descriptors: 'uraian tingkat nilai',
      noteBelow: 'batas wajib catatan',
      title: 'judul atau jabatan',
      unit: 'unit kerja',
      nip: 'NIP',
      stages: 'babak',
      chair: 'ketua juri',
      method: 'metode',
      applyAt: 'tingkat penggabungan',
      drop: 'nilai yang dibuang',
      rounding: 'pembulatan',
      tieBreak: 'penentu nilai sama',
      places: 'banyaknya juara',
      kind: 'jenis',
      from: 'mulai peringkat',
      count: 'banyaknya',
      scope: 'cakupan',
      ordered: 'berurutan',
      contestants: 'penerima',
      criterion: 'kriteria',
      bands: 'golongan',
      number: 'nomor urut',
      slot: 'jadwal',
      category: 'kategori',
      status: 'keadaan',
    },
    added: (thing) => `${thing} ditambahkan`,
    removed: (thing) => `${thing} dihapus`,
    changed: (field) => `${field} diubah`,
    became: (field, before, after) => `${field} ${before} → ${after}`,
    nothing: 'kosong',
    more: (count) => `${count} perubahan lain`,
    same: 'isinya sama',
  },
  committee: 'Panitia',
  document: {
    title: 'RIWAYAT PERUBAHAN',
    identity: (contest) => `Riwayat perubahan, ${contest}`,
    sheet: 'Riwayat perubahan',
    columns: {
      time: 'Waktu',
      who: 'Siapa',
      role: 'Peran',
      machine: 'Laptop',
      what: 'Yang dilakukan',
      contestant: 'Peserta',
      criterion: 'Kriteria',
      before: 'Sebelum',
      after: 'Sesudah',
      remark: 'Alasan / keterangan',
      afterPresentation: 'Sesudah tampil',
      log: 'Buku catatan',
      number: 'No. catatan',
    },
    yes: 'Ya',
    no: 'Tidak',
    some: (shown, all) => `${shown} dari ${all} catatan, disaring`,
    all: (count) => `${count} catatan`,
  },
};

/** In which stages, where not in all. */
function at({ stages }: { readonly stages?: readonly StageId[] | undefined }, { stage }: Told): string {
  return stages === undefined || stages.length === 0 ? '' : ` pada ${joined(stages.map(stage))}`;
}

function sealed(scope: SealScope, told: Told): string {
  return scope === wholeContest ? 'seluruh lomba' : `kategori ${told.category(scope)}`;
}

function timed({ stage, part }: { readonly stage: StageId; readonly part: number }, told: Told): string {
  return told.part(stage, part) || told.stage(stage);
}

function ballots(votes: Votes, told: Told): string {
  return votes.length === 0
    ? 'tanpa suara'
    : joined(votes.map(({ contestant, votes: count }) => `${told.contestant(contestant)} ${count}`));
}
