/** What is wrong with a contest file, in Bahasa Indonesia. Half sentences: they stand beside their place. */
import type { ProblemTag } from '../../domain/setup/contest-problem.ts';
import type { JsonSyntaxFault } from '../../lib/strict-json.ts';
import type { ProblemWords } from '../problems.ts';
import { showDecimal } from './numbers.ts';

export const indonesianProblems: ProblemWords = {
  'file-too-large': () => 'berkas terlalu besar untuk berkas lomba',
  'not-json': ({ line, column, fault }) =>
    `berkas ini bukan JSON yang utuh: baris ${line} kolom ${column}, ${syntaxFault(fault)}`,
  'key-twice': ({ key, line, column }) => `kunci "${key}" tertulis dua kali (baris ${line} kolom ${column})`,

  required: () => 'wajib diisi',
  empty: () => 'tidak boleh kosong',
  'reason-missing': () => 'alasan wajib diisi',
  'bad-id': () => 'id: huruf kecil, angka dan tanda hubung, 1 sampai 64 karakter',
  'not-decimal': () => 'bukan angka desimal (paling banyak 4 angka di belakang titik, paling besar 1.000.000)',
  'not-positive': () => 'harus lebih dari nol',
  negative: () => 'tidak boleh negatif',
  'unknown-tie-step': () => 'penentu nilai sama tidak dikenal',
  'unknown-key': ({ key }) => `kunci "${key}" tidak dikenal`,
  'wrong-type': ({ expected }) => `harus ${typeNames[expected] ?? expected}`,
  'wrong-format': ({ format }) => `format berkas harus "${format}"; versi lain tidak dapat dibaca`,
  'not-one-of': ({ values }) => `harus salah satu dari: ${values.join(', ')}`,
  'unknown-kind': () => 'jenis ini tidak dikenal',
  'unknown-shape': () => 'bentuknya tidak dikenal',
  'too-much': ({ most }) => `terlalu besar atau panjang; paling banyak ${most}`,
  'too-little': ({ least }) => `terlalu kecil atau pendek; paling sedikit ${least}`,
  'not-a-date': () => 'harus tanggal yang ada, ditulis TTTT-BB-HH',
  'wrong-pattern': () => 'bentuk teksnya keliru',
  wrong: () => 'isinya keliru',

  'logo-not-base64': () => 'logo bukan teks base64',
  'logo-unknown': () => 'logo bukan gambar PNG atau JPEG',
  'logo-broken': () => 'gambar logo rusak atau terpotong; simpan ulang gambarnya',
  'logo-too-large': ({ bytes, most }) => `gambar logo ${Math.ceil(bytes / 1024)} KB; paling banyak ${most / 1024} KB`,
  'logo-too-wide': ({ width, height, most }) =>
    `gambar logo ${width} x ${height} titik; paling banyak ${most} di sisi terpanjang`,

  'no-such': ({ kind, id }) => `${kinds[kind]} "${id}" tidak ada`,
  'named-twice': ({ kind, id }) => `${kind === null ? '' : `${kinds[kind]} `}"${id}" disebut dua kali`,
  'id-taken': ({ id }) => `id "${id}" sudah dipakai di daftar ini; beri id lain`,
  'criterion-id-taken': ({ id }) => `id kriteria "${id}" sudah dipakai; id kriteria harus unik di seluruh lomba`,
  'max-not-above-min': () => 'nilai maksimum harus lebih besar dari nilai minimum',
  'step-above-range': () => 'kelipatan nilai lebih besar dari rentang minimum sampai maksimum',
  'gate-out-of-reach': () => 'nilai maksimum tidak dapat dicapai dengan kelipatan ini, padahal rubrik ini syarat',
  'note-bound-outside': (range) => `batas catatan harus di antara ${between(range)}`,
  'too-many-descriptors': ({ most }) => `paling banyak ${most} uraian per kriteria`,
  'descriptor-outside': ({ key, ...range }) => `uraian "${key}" harus untuk nilai di antara ${between(range)}`,
  'weights-not-100': ({ total }) => `jumlah bobot kriteria harus 100, sekarang ${showDecimal(total)}`,
  'other-rubric-there': ({ categories }) =>
    `sudah ada rubrik lain untuk babak ini di kategori ${categories.join(', ')}; satu babak dan kategori hanya boleh satu rubrik`,
  'stages-without-weight': ({ category }) =>
    `semua babak yang dinilai di kategori ${category} berbobot 0; beri bobot paling sedikit pada satu babak`,
  'calibration-counted': () =>
    'kelompok untuk kalibrasi tidak ikut dinilai dalam lomba; statusnya harus pembuka (eksibisi)',
  'number-taken': ({ number }) => `nomor ${number} sudah dipakai di kategori ini`,
  'award-id-reserved': () => 'id "places" sudah dipakai untuk juara utama; beri id lain',
  'bands-need-scores': () => 'penghargaan menurut rentang nilai tidak dapat dipakai dengan metode peringkat',
  'band-twice': ({ min }) => `batas ${min} disebut dua kali`,
  'outside-award': ({ contestant }) => `peserta "${contestant}" tidak berada di kategori penghargaan ini`,
  'excludes-later': ({ award }) =>
    `letakkan penghargaan "${award}" sebelum penghargaan ini; penerimanya harus diketahui dahulu`,

  'round-after-itself': () => 'babak ini mengikuti dirinya sendiri; pilih babak yang lebih dahulu',
  'round-cut-not-one': () =>
    'tentukan siapa yang lolos dengan salah satu: berapa yang terbaik, atau nilai paling rendah',
  'round-ties-without-top': () => 'penentuan nilai sama di batas hanya berlaku bila jumlah yang lolos ditentukan',
  'round-not-judged-before': ({ stage, category }) =>
    `babak ${stage} tidak dinilai di kategori ${category}, padahal babak ini mengikutinya di sana`,
  'round-after-gate': ({ stage, category }) =>
    `babak ${stage} di kategori ${category} adalah syarat dan tidak memberi nilai; babak ini tidak dapat mengikutinya`,
  'round-other-cut': ({ stage }) =>
    `babak ${stage} mengikuti babak yang sama dengan batas lolos yang lain; babak-babak itu harus berbatas sama`,
  'rounds-not-in-line': ({ category }) =>
    `di kategori ${category} babak-babak lanjutan tidak berurutan: dua di antaranya mengikuti babak yang berbeda`,
  'minimum-of-places': ({ method }) => `metode ${method} menghitung tempat, bukan nilai; batas nilai tidak berlaku`,

  'method-per-sheet-only': ({ method }) => `metode ${method} hanya dapat dipakai per lembar penilaian (sheet)`,
  'rounding-not-there': ({ at, applyAt }) => `pembulatan "${at}" tidak berlaku bila metode diterapkan per ${applyAt}`,
  'rounding-of-places': ({ at, method }) =>
    `pembulatan "${at}" tidak berlaku pada metode ${method}: yang dihitung tempat, bukan nilai babak`,
  'readers-of-places': ({ method }) =>
    `metode ${method} membutuhkan juri yang menilai semua peserta; hapus dahulu pembagian juri per kelompok`,
  'rounding-twice': ({ at }) => `pembulatan "${at}" disebut dua kali`,
  'too-few-jurors': ({ fewest, category, jurors }) =>
    `rata-rata terpangkas membutuhkan paling sedikit ${fewest} juri; kategori ${category} mempunyai ${jurors}`,
  'too-few-to-drop': ({ drop, stage, category, jurors }) =>
    `membuang ${drop} nilai tertinggi dan ${drop} terendah membutuhkan lebih dari ${2 * drop} juri; babak ${stage} di kategori ${category} mempunyai ${jurors}`,

  'readers-twice': () => 'pembagian juri untuk peserta dan babak ini sudah ada sebelumnya',
  'score-twice': () => 'nilai juri ini untuk peserta dan kriteria ini sudah ada sebelumnya',
  'sheet-incomplete': ({ criteria }) => `lembar penilaian tidak lengkap; belum ada nilai untuk ${criteria.join(', ')}`,
  'criterion-not-judged': ({ criterion }) => `kriteria ${criterion} tidak dinilai di kategori peserta ini`,
  'juror-not-judging': ({ juror }) => `${juror} tidak menilai kategori atau babak ini`,
  'score-despite-recusal': ({ juror }) =>
    `${juror} tercatat tidak menilai peserta ini (benturan kepentingan), tetapi ada nilainya`,
  'score-despite-absence': ({ juror }) => `${juror} tercatat berhalangan untuk peserta ini, tetapi ada nilainya`,
  'score-outside': ({ value, ...range }) => `nilai ${showDecimal(value)} harus di antara ${between(range)}`,
  'score-off-step': ({ value, step, min }) =>
    `nilai ${showDecimal(value)} bukan kelipatan ${showDecimal(step)} dari ${showDecimal(min)}`,
  'exempt-already': () => 'juri ini sudah tercatat tidak menilai atau berhalangan untuk peserta dan babak ini',
  'too-few-left': ({ drop, contestant, stage, jurors }) =>
    `rata-rata terpangkas membutuhkan lebih dari ${2 * drop} juri; ${contestant} di babak ${stage} hanya dinilai ${jurors}`,
  'decision-twice': () => 'keputusan untuk peserta yang sama sudah ada sebelumnya',
  'not-ranked-there': ({ contestant }) => `peserta "${contestant}" tidak berperingkat di kategori ini`,
  'decision-not-agreed': ({ kind }) =>
    `"${kind}" tidak ada dalam urutan penentu nilai sama yang disepakati (rules.tieBreak)`,
  'decision-fits-no-tie': ({ contestants }) =>
    `keputusan ini tidak cocok dengan nilai sama yang ada: ${contestants.join(', ')} bukan tepat kelompok yang bernilai sama`,
};

const kinds: Readonly<Record<ProblemTag<'no-such'>['kind'], string>> = {
  aspect: 'aspek',
  award: 'penghargaan',
  category: 'kategori',
  contestant: 'peserta',
  criterion: 'kriteria',
  juror: 'juri',
  stage: 'babak',
};

/** By zod's names. */
const typeNames: Readonly<Record<string, string>> = {
  string: 'teks dalam tanda kutip',
  number: 'angka',
  int: 'bilangan bulat',
  boolean: 'true atau false',
  array: 'daftar [ ... ]',
  object: 'objek { ... }',
  record: 'objek { ... }',
};

function between({ min, max }: { readonly min: string; readonly max: string }): string {
  return `${showDecimal(min)} dan ${showDecimal(max)}`;
}

function syntaxFault(fault: JsonSyntaxFault): string {
  switch (fault.type) {
    case 'empty':
      return 'berkas ini kosong';
    case 'text-after-end':
      return 'sesudah akhir isi berkas masih ada tulisan lain';
    case 'too-deep':
      return 'isinya bertingkat terlalu dalam';
    case 'comma-after-last':
      return 'koma sesudah isi yang terakhir';
    case 'quote-missing':
      return 'tanda kutip penutup tidak ada';
    case 'quote-missing-in-line':
      return 'tanda kutip penutup tidak ada di baris ini';
    case 'unknown-escape':
      return 'garis miring terbalik (\\) yang tidak dikenal di dalam teks';
    case 'key-expected':
      return `nama kunci dalam tanda kutip diharapkan, ${sight(fault.found)}`;
    case 'colon-expected':
      return `titik dua sesudah nama kunci diharapkan, ${sight(fault.found)}`;
    case 'value-expected':
      return `nilai diharapkan (teks dalam tanda kutip, angka, { atau [), ${sight(fault.found)}`;
    case 'comma-expected':
      return `koma atau "${fault.closing}" diharapkan, ${sight(fault.found)}`;
  }
}

function sight(found: string | null): string {
  return found === null ? 'tetapi berkas berakhir' : `tetapi ada ${JSON.stringify(found)}`;
}
