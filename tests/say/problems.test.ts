/** The words about a contest file: each problem that its checks name, as a person reads it. */
import { expect, test } from 'vitest';
import type { ProblemTag, ProblemType } from '../../shared/domain/setup/contest-problem.ts';
import { parseContestFile, parseContestText } from '../../shared/domain/setup/contest-parse.ts';
import { sayProblem, sayProblems } from '../../shared/say/problems.ts';
import { saidContestFileRefusal } from '../../shared/say/refusals.ts';
import { wordsOf } from '../../shared/say/words.ts';
import { plainContest } from '../support/contest-builder.ts';

const words = wordsOf.id;

test.each([
  ['{"a": 1,\n  "b": }', 'baris 2 kolom 8, nilai diharapkan (teks dalam tanda kutip, angka, { atau [), tetapi ada "}"'],
  ['{"a": 1\n\n"b": 2}', 'baris 3 kolom 1, koma atau "}" diharapkan, tetapi ada "\\""'],
  ['[1, 2,\r\n]', 'baris 1 kolom 6, koma sesudah isi yang terakhir'],
  [
    '{"format":',
    'baris 1 kolom 11, nilai diharapkan (teks dalam tanda kutip, angka, { atau [), tetapi berkas berakhir',
  ],
  ['{a: 1}', 'baris 1 kolom 2, nama kunci dalam tanda kutip diharapkan, tetapi ada "a"'],
  ['{"a" 1}', 'baris 1 kolom 6, titik dua sesudah nama kunci diharapkan, tetapi ada "1"'],
  ['["abc\n"]', 'baris 1 kolom 2, tanda kutip penutup tidak ada di baris ini'],
  ['["abc', 'baris 1 kolom 2, tanda kutip penutup tidak ada'],
  ['["a\\x"]', 'baris 1 kolom 4, garis miring terbalik (\\) yang tidak dikenal di dalam teks'],
  ['[01]', 'baris 1 kolom 2, nilai diharapkan (teks dalam tanda kutip, angka, { atau [), tetapi ada "0"'],
  ['{} x', 'baris 1 kolom 4, sesudah akhir isi berkas masih ada tulisan lain'],
  [' \n', 'baris 2 kolom 1, berkas ini kosong'],
])('[R27] a syntax error says what stands where (%j)', (text, expected) => {
  const parsed = parseContestText(text);
  expect(parsed.ok ? [] : sayProblems(words.problems, parsed.error.problems)).toEqual([
    { path: '', message: `berkas ini bukan JSON yang utuh: ${expected}` },
  ]);
});

const examples: { readonly [Type in ProblemType]: readonly [ProblemTag<Type>, string] } = {
  'file-too-large': [{ type: 'file-too-large' }, 'berkas terlalu besar untuk berkas lomba'],
  'not-json': [
    { type: 'not-json', line: 2, column: 8, fault: { type: 'too-deep' } },
    'berkas ini bukan JSON yang utuh: baris 2 kolom 8, isinya bertingkat terlalu dalam',
  ],
  'key-twice': [{ type: 'key-twice', key: 'a', line: 2, column: 8 }, 'kunci "a" tertulis dua kali (baris 2 kolom 8)'],
  required: [{ type: 'required' }, 'wajib diisi'],
  empty: [{ type: 'empty' }, 'tidak boleh kosong'],
  'reason-missing': [{ type: 'reason-missing' }, 'alasan wajib diisi'],
  'bad-id': [{ type: 'bad-id' }, 'id: huruf kecil, angka dan tanda hubung, 1 sampai 64 karakter'],
  'not-decimal': [
    { type: 'not-decimal' },
    'bukan angka desimal (paling banyak 4 angka di belakang titik, paling besar 1.000.000)',
  ],
  'not-positive': [{ type: 'not-positive' }, 'harus lebih dari nol'],
  negative: [{ type: 'negative' }, 'tidak boleh negatif'],
  'unknown-tie-step': [{ type: 'unknown-tie-step' }, 'penentu nilai sama tidak dikenal'],
  'unknown-key': [{ type: 'unknown-key', key: 'x' }, 'kunci "x" tidak dikenal'],
  'wrong-type': [{ type: 'wrong-type', expected: 'int' }, 'harus bilangan bulat'],
  'wrong-format': [
    { type: 'wrong-format', format: 'gelar-juri/contest@1' },
    'format berkas harus "gelar-juri/contest@1"; versi lain tidak dapat dibaca',
  ],
  'not-one-of': [{ type: 'not-one-of', values: ['F4', 'A4'] }, 'harus salah satu dari: F4, A4'],
  'unknown-kind': [{ type: 'unknown-kind' }, 'jenis ini tidak dikenal'],
  'unknown-shape': [{ type: 'unknown-shape' }, 'bentuknya tidak dikenal'],
  'too-much': [{ type: 'too-much', most: 99 }, 'terlalu besar atau panjang; paling banyak 99'],
  'too-little': [{ type: 'too-little', least: 1 }, 'terlalu kecil atau pendek; paling sedikit 1'],
  'not-a-date': [{ type: 'not-a-date' }, 'harus tanggal yang ada, ditulis TTTT-BB-HH'],
  'wrong-pattern': [{ type: 'wrong-pattern' }, 'bentuk teksnya keliru'],
  wrong: [{ type: 'wrong' }, 'isinya keliru'],
  'logo-not-base64': [{ type: 'logo-not-base64' }, 'logo bukan teks base64'],
  'logo-unknown': [{ type: 'logo-unknown' }, 'logo bukan gambar PNG atau JPEG'],
  'logo-broken': [{ type: 'logo-broken' }, 'gambar logo rusak atau terpotong; simpan ulang gambarnya'],
  'logo-too-large': [
    { type: 'logo-too-large', bytes: 204801, most: 204800 },
    'gambar logo 201 KB; paling banyak 200 KB',
  ],
  'logo-too-wide': [
    { type: 'logo-too-wide', width: 700, height: 80, most: 600 },
    'gambar logo 700 x 80 titik; paling banyak 600 di sisi terpanjang',
  ],
  'no-such': [{ type: 'no-such', kind: 'aspect', id: 'gaya' }, 'aspek "gaya" tidak ada'],
  'named-twice': [{ type: 'named-twice', kind: null, id: 's' }, '"s" disebut dua kali'],
  'id-taken': [{ type: 'id-taken', id: 'k' }, 'id "k" sudah dipakai di daftar ini; beri id lain'],
  'criterion-id-taken': [
    { type: 'criterion-id-taken', id: 'k' },
    'id kriteria "k" sudah dipakai; id kriteria harus unik di seluruh lomba',
  ],
  'max-not-above-min': [{ type: 'max-not-above-min' }, 'nilai maksimum harus lebih besar dari nilai minimum'],
  'step-above-range': [
    { type: 'step-above-range' },
    'kelipatan nilai lebih besar dari rentang minimum sampai maksimum',
  ],
  'gate-out-of-reach': [
    { type: 'gate-out-of-reach' },
    'nilai maksimum tidak dapat dicapai dengan kelipatan ini, padahal rubrik ini syarat',
  ],
  'note-bound-outside': [
    { type: 'note-bound-outside', min: '0.5', max: '100' },
    'batas catatan harus di antara 0,5 dan 100',
  ],
  'too-many-descriptors': [{ type: 'too-many-descriptors', most: 20 }, 'paling banyak 20 uraian per kriteria'],
  'descriptor-outside': [
    { type: 'descriptor-outside', key: '7', min: '1', max: '5' },
    'uraian "7" harus untuk nilai di antara 1 dan 5',
  ],
  'weights-not-100': [{ type: 'weights-not-100', total: '99.5' }, 'jumlah bobot kriteria harus 100, sekarang 99,5'],
  'other-rubric-there': [
    { type: 'other-rubric-there', categories: ['A', 'B'] },
    'sudah ada rubrik lain untuk babak ini di kategori A, B; satu babak dan kategori hanya boleh satu rubrik',
  ],
  'stages-without-weight': [
    { type: 'stages-without-weight', category: 'A' },
    'semua babak yang dinilai di kategori A berbobot 0; beri bobot paling sedikit pada satu babak',
  ],
  'calibration-counted': [
    { type: 'calibration-counted' },
    'kelompok untuk kalibrasi tidak ikut dinilai dalam lomba; statusnya harus pembuka (eksibisi)',
  ],
  'number-taken': [{ type: 'number-taken', number: 3 }, 'nomor 3 sudah dipakai di kategori ini'],
  'award-id-reserved': [{ type: 'award-id-reserved' }, 'id "places" sudah dipakai untuk juara utama; beri id lain'],
  'bands-need-scores': [
    { type: 'bands-need-scores' },
    'penghargaan menurut rentang nilai tidak dapat dipakai dengan metode peringkat',
  ],
  'band-twice': [{ type: 'band-twice', min: '80.5' }, 'batas 80.5 disebut dua kali'],
  'outside-award': [
    { type: 'outside-award', contestant: 'k1' },
    'peserta "k1" tidak berada di kategori penghargaan ini',
  ],
  'excludes-later': [
    { type: 'excludes-later', award: 'Favorit' },
    'letakkan penghargaan "Favorit" sebelum penghargaan ini; penerimanya harus diketahui dahulu',
  ],
  'round-after-itself': [
    { type: 'round-after-itself' },
    'babak ini mengikuti dirinya sendiri; pilih babak yang lebih dahulu',
  ],
  'round-cut-not-one': [
    { type: 'round-cut-not-one' },
    'tentukan siapa yang lolos dengan salah satu: berapa yang terbaik, atau nilai paling rendah',
  ],
  'round-ties-without-top': [
    { type: 'round-ties-without-top' },
    'penentuan nilai sama di batas hanya berlaku bila jumlah yang lolos ditentukan',
  ],
  'round-not-judged-before': [
    { type: 'round-not-judged-before', stage: 'Risalah', category: 'A' },
    'babak Risalah tidak dinilai di kategori A, padahal babak ini mengikutinya di sana',
  ],
  'round-after-gate': [
    { type: 'round-after-gate', stage: 'Berkas', category: 'A' },
    'babak Berkas di kategori A adalah syarat dan tidak memberi nilai; babak ini tidak dapat mengikutinya',
  ],
  'round-other-cut': [
    { type: 'round-other-cut', stage: 'Final' },
    'babak Final mengikuti babak yang sama dengan batas lolos yang lain; babak-babak itu harus berbatas sama',
  ],
  'rounds-not-in-line': [
    { type: 'rounds-not-in-line', category: 'A' },
    'di kategori A babak-babak lanjutan tidak berurutan: dua di antaranya mengikuti babak yang berbeda',
  ],
  'minimum-of-places': [
    { type: 'minimum-of-places', method: 'borda' },
    'metode borda menghitung tempat, bukan nilai; batas nilai tidak berlaku',
  ],
  'method-per-sheet-only': [
    { type: 'method-per-sheet-only', method: 'borda' },
    'metode borda hanya dapat dipakai per lembar penilaian (sheet)',
  ],
  'rounding-not-there': [
    { type: 'rounding-not-there', at: 'juror', applyAt: 'criterion' },
    'pembulatan "juror" tidak berlaku bila metode diterapkan per criterion',
  ],
  'rounding-of-places': [
    { type: 'rounding-of-places', at: 'stage', method: 'borda' },
    'pembulatan "stage" tidak berlaku pada metode borda: yang dihitung tempat, bukan nilai babak',
  ],
  'readers-of-places': [
    { type: 'readers-of-places', method: 'borda' },
    'metode borda membutuhkan juri yang menilai semua peserta; hapus dahulu pembagian juri per kelompok',
  ],
  'rounding-twice': [{ type: 'rounding-twice', at: 'final' }, 'pembulatan "final" disebut dua kali'],
  'too-few-jurors': [
    { type: 'too-few-jurors', fewest: 5, category: 'A', jurors: 4 },
    'rata-rata terpangkas membutuhkan paling sedikit 5 juri; kategori A mempunyai 4',
  ],
  'too-few-to-drop': [
    { type: 'too-few-to-drop', drop: 2, stage: 'S', category: 'A', jurors: 4 },
    'membuang 2 nilai tertinggi dan 2 terendah membutuhkan lebih dari 4 juri; babak S di kategori A mempunyai 4',
  ],
  'readers-twice': [{ type: 'readers-twice' }, 'pembagian juri untuk peserta dan babak ini sudah ada sebelumnya'],
  'score-twice': [{ type: 'score-twice' }, 'nilai juri ini untuk peserta dan kriteria ini sudah ada sebelumnya'],
  'sheet-incomplete': [
    { type: 'sheet-incomplete', criteria: ['Isi', 'Hasil'] },
    'lembar penilaian tidak lengkap; belum ada nilai untuk Isi, Hasil',
  ],
  'criterion-not-judged': [
    { type: 'criterion-not-judged', criterion: 'Isi' },
    'kriteria Isi tidak dinilai di kategori peserta ini',
  ],
  'juror-not-judging': [{ type: 'juror-not-judging', juror: 'Ani' }, 'Ani tidak menilai kategori atau babak ini'],
  'score-despite-recusal': [
    { type: 'score-despite-recusal', juror: 'Ani' },
    'Ani tercatat tidak menilai peserta ini (benturan kepentingan), tetapi ada nilainya',
  ],
  'score-despite-absence': [
    { type: 'score-despite-absence', juror: 'Ani' },
    'Ani tercatat berhalangan untuk peserta ini, tetapi ada nilainya',
  ],
  'score-outside': [
    { type: 'score-outside', value: '100.5', min: '0', max: '100' },
    'nilai 100,5 harus di antara 0 dan 100',
  ],
  'score-off-step': [
    { type: 'score-off-step', value: '80.25', step: '0.5', min: '0' },
    'nilai 80,25 bukan kelipatan 0,5 dari 0',
  ],
  'exempt-already': [
    { type: 'exempt-already' },
    'juri ini sudah tercatat tidak menilai atau berhalangan untuk peserta dan babak ini',
  ],
  'too-few-left': [
    { type: 'too-few-left', drop: 1, contestant: 'KBK 1', stage: 'S', jurors: 2 },
    'rata-rata terpangkas membutuhkan lebih dari 2 juri; KBK 1 di babak S hanya dinilai 2',
  ],
  'decision-twice': [{ type: 'decision-twice' }, 'keputusan untuk peserta yang sama sudah ada sebelumnya'],
  'not-ranked-there': [
    { type: 'not-ranked-there', contestant: 'k1' },
    'peserta "k1" tidak berperingkat di kategori ini',
  ],
  'decision-not-agreed': [
    { type: 'decision-not-agreed', kind: 'draw' },
    '"draw" tidak ada dalam urutan penentu nilai sama yang disepakati (rules.tieBreak)',
  ],
  'decision-fits-no-tie': [
    { type: 'decision-fits-no-tie', contestants: ['KBK 1', 'KBK 2'] },
    'keputusan ini tidak cocok dengan nilai sama yang ada: KBK 1, KBK 2 bukan tepat kelompok yang bernilai sama',
  ],
};

test.each(Object.values(examples))('a problem says what is wrong (%j)', (problem, sentence) => {
  expect(sayProblem(words.problems, problem)).toBe(sentence);
});

test('[R27] a refused contest file says how many problems there are, and each with its place', () => {
  const refused = parseContestFile({ ...plainContest(), surplus: 1, format: 'gelar-juri/contest@2' });
  if (refused.ok) throw new Error('refused');
  expect(saidContestFileRefusal(words, refused.error)).toEqual({
    type: 'invalid-contest-file',
    message: 'Berkas lomba ditolak: 2 masalah ditemukan.',
    problems: [
      { path: '/format', message: 'format berkas harus "gelar-juri/contest@1"; versi lain tidak dapat dibaca' },
      { path: '/surplus', message: 'kunci "surplus" tidak dikenal' },
    ],
  });
});
