/** The words in which a command is refused: one example of each reason. */
import { expect, test } from 'vitest';
import type { DomainError, RefusalReason } from '../../shared/domain/facts/errors.ts';
import { saidRefusal, sayRefusal } from '../../shared/say/refusals.ts';
import { wordsOf } from '../../shared/say/words.ts';

const words = wordsOf.id;

const examples: { readonly [Reason in RefusalReason]: readonly [DomainError<Reason>, string] } = {
  'committee-only': [{ type: 'wrong-role', reason: 'committee-only' }, 'Hanya panitia yang dapat melakukan ini.'],
  'jurors-only': [
    { type: 'wrong-role', reason: 'jurors-only' },
    'Hanya juri yang dapat menilai. Masuklah sebagai juri di laptop ini.',
  ],
  'no-data-yet': [
    { type: 'not-founded', reason: 'no-data-yet' },
    'Data lomba belum diterima dari panitia. Tunggu sampai laptop ini tersambung.',
  ],
  'unknown-here': [
    { type: 'unknown-id', reason: 'unknown-here', kind: 'contestant-of-category', id: 'k9' },
    'Peserta di kategori itu "k9" tidak ada di lomba ini.',
  ],
  'does-not-exist': [
    { type: 'unknown-id', reason: 'does-not-exist', kind: 'criterion', id: 'isi' },
    'Kriteria "isi" tidak ada.',
  ],
  'too-large': [
    { type: 'too-large', reason: 'too-large', bytes: 245761, most: 245760 },
    'Belum dapat disimpan: isiannya 241 KB, paling banyak 240 KB sekaligus. Ringkaskan teks yang panjang, misalnya uraian rubrik, lalu simpan lagi.',
  ],
  'already-founded': [{ type: 'already-founded', reason: 'already-founded' }, 'Lomba ini sudah dibuat.'],
  'does-not-fit': [
    {
      type: 'invalid-setup',
      reason: 'does-not-fit',
      problems: [
        { path: '/a', type: 'required' },
        { path: '/b', type: 'empty' },
      ],
    },
    'Belum dapat disimpan: wajib diisi (dan 1 hal lain)',
  ],
  'scoring-has-begun': [
    { type: 'frozen', reason: 'scoring-has-begun' },
    'Penilaian sudah dimulai: babak, rubrik, bobot dan aturan tidak dapat diubah lagi. Nama, juri dan peserta masih dapat diubah.',
  ],
  'seat-in-use': [
    { type: 'in-use', reason: 'seat-in-use', juror: 'Ani' },
    'Ani sudah memberi nilai atau catatan: juri ini tidak dapat dihapus.',
  ],
  'task-in-use': [
    {
      type: 'in-use',
      reason: 'task-in-use',
      juror: 'Ani',
      contestant: 'KBK 1',
      category: 'Kesehatan',
      stage: 'Presentasi',
    },
    'Ani sudah memberi nilai untuk KBK 1 (kategori Kesehatan, babak Presentasi): tugas itu tidak dapat dicabut darinya.',
  ],
  'contestant-in-use': [
    { type: 'in-use', reason: 'contestant-in-use', contestant: 'KBK 1' },
    'KBK 1 sudah dinilai dan tidak dapat dihapus. Ubah statusnya menjadi mengundurkan diri.',
  ],
  'scores-would-be-lost': [
    { type: 'in-use', reason: 'scores-would-be-lost', contestants: ['KBK 1', 'KBK 2'], jurors: ['Ani', 'Budi'] },
    'KBK 1, KBK 2 sudah dinilai oleh Ani, Budi, dan di kategori itu rubrik atau jurinya lain. Nilainya harus disisihkan dahulu dengan alasan.',
  ],
  'renamed-with-locks': [
    {
      type: 'reason-required',
      reason: 'renamed-with-locks',
      renamed: [
        { from: 'A', to: 'B' },
        { from: 'C', to: 'D' },
      ],
    },
    'Sudah ada nilai terkunci atas nama yang lama (A menjadi B; C menjadi D). Tulis alasan perubahan namanya.',
  ],
  'no-such-contestant': [{ type: 'unknown-id', reason: 'no-such-contestant', id: 'k9' }, 'Peserta k9 tidak ada.'],
  'contestant-named-twice': [
    { type: 'invalid-setup', reason: 'contestant-named-twice' },
    'Satu peserta disebut dua kali.',
  ],
  'juror-not-judging': [
    { type: 'not-judging', reason: 'juror-not-judging', juror: 'Ani', contestant: 'KBK 1' },
    'Ani memang tidak menilai KBK 1.',
  ],
  'juror-has-locked': [
    { type: 'locked', reason: 'juror-has-locked', juror: 'Ani', contestant: 'KBK 1' },
    'Ani sudah mengunci nilai untuk KBK 1. Buka kunci nilainya dahulu.',
  ],
  'device-was-revoked': [
    { type: 'already-done', reason: 'device-was-revoked' },
    'Laptop ini sudah dicabut. Ia perlu bergabung lagi dengan undangan baru.',
  ],
  'device-in-other-seat': [
    { type: 'already-done', reason: 'device-in-other-seat', juror: 'Ani' },
    'Laptop ini sudah diterima sebagai Ani. Cabut dahulu laptop itu.',
  ],
  'penalty-outside-ranking': [
    { type: 'not-ranked', reason: 'penalty-outside-ranking', contestant: 'KBK 1' },
    'KBK 1 tidak ikut diperingkat; pengurangan nilai tidak berlaku.',
  ],
  'no-sheet-now': [
    { type: 'in-use', reason: 'no-sheet-now' },
    'Nilai ini tidak mempunyai lembar sekarang. Kembalikan dahulu kategori atau juri pesertanya.',
  ],
  'decision-names-twice': [
    { type: 'invalid-setup', reason: 'decision-names-twice' },
    'Satu peserta disebut dua kali dalam keputusan ini.',
  ],
  'tie-step-not-used': [
    { type: 'invalid-setup', reason: 'tie-step-not-used', step: 'draw' },
    'Aturan lomba ini tidak memakai penentu "draw".',
  ],
  'no-chair': [
    { type: 'invalid-setup', reason: 'no-chair' },
    'Belum ada ketua dewan juri. Tandai dahulu ketuanya di Rubrik & aturan, bagian Juri.',
  ],
  'decided-already': [
    { type: 'already-done', reason: 'decided-already' },
    'Sudah ada keputusan untuk peserta ini. Batalkan dahulu keputusan itu.',
  ],
  'sheet-is-open': [{ type: 'not-locked', reason: 'sheet-is-open' }, 'Lembar ini tidak sedang terkunci.'],
  'not-signed-off': [
    { type: 'not-locked', reason: 'not-signed-off' },
    'Kategori ini belum disahkan oleh juri tersebut.',
  ],
  'stays-away': [
    { type: 'not-ranked', reason: 'stays-away', contestant: 'KBK 1' },
    'KBK 1 tercatat tidak ikut. Ubah dahulu keadaannya, atau tampilkan tanpa dinilai.',
  ],
  'nothing-to-undo': [{ type: 'already-done', reason: 'nothing-to-undo' }, 'Tidak ada langkah yang dapat diurungkan.'],
  'nobody-on-stage': [
    { type: 'no-timer', reason: 'nobody-on-stage' },
    'Pilih dahulu peserta dan babak yang sedang tampil.',
  ],
  'no-such-part': [
    { type: 'no-timer', reason: 'no-such-part', part: 3 },
    'Babak ini tidak mempunyai bagian waktu ke-3.',
  ],
  'is-calibration': [
    { type: 'not-ranked', reason: 'is-calibration', contestant: 'KBK 1' },
    'KBK 1 dipakai untuk kalibrasi, nilainya sudah diperbandingkan, dan tidak ikut diperingkat.',
  ],
  'no-calibration': [
    { type: 'not-judging', reason: 'no-calibration', contestant: 'KBK 1' },
    'KBK 1 bukan kelompok kalibrasi, atau tidak ada juri yang menilainya.',
  ],
  'calibration-open': [
    { type: 'incomplete', reason: 'calibration-open', jurors: ['Ani', 'Budi'] },
    'Belum mengunci nilai kalibrasi: Ani, Budi. Perbandingan ditampilkan setelah semua terkunci.',
  ],
  'no-unit-conflict': [
    { type: 'not-judging', reason: 'no-unit-conflict' },
    'Juri dan peserta ini tidak lagi satu unit kerja, atau tidak bertemu di babak mana pun.',
  ],
  'pact-not-accepted': [
    { type: 'incomplete', reason: 'pact-not-accepted' },
    'Nilai belum dapat diisi: baca dan terima dahulu pakta integritas dan urutan penentu nilai sama.',
  ],
  'pact-was-changed': [
    { type: 'incomplete', reason: 'pact-was-changed' },
    'Teks pakta diubah panitia sementara Anda membacanya. Baca teks yang baru, lalu terima.',
  ],
  'no-pact': [
    { type: 'already-done', reason: 'no-pact' },
    'Lomba ini tidak memakai pakta integritas. Tidak ada yang perlu diterima.',
  ],
  'not-advanced': [
    { type: 'not-judging', reason: 'not-advanced', contestant: 'KBK 1' },
    'KBK 1 tidak lolos ke babak ini dan tidak dinilai di sini.',
  ],
  'round-not-decided': [
    { type: 'incomplete', reason: 'round-not-decided', sheets: 2 },
    'Babak belum dapat ditutup: 2 lembar nilai babak sebelumnya belum dikunci.',
  ],
  'round-is-otherwise': [
    { type: 'already-done', reason: 'round-is-otherwise' },
    'Siapa yang lolos sudah berubah. Lihat lagi daftarnya, lalu tutup babak itu.',
  ],
  'round-closed-already': [
    { type: 'reason-required', reason: 'round-closed-already' },
    'Babak ini sudah ditutup dengan daftar lain. Tulis alasannya untuk menutupnya lagi.',
  ],
  'round-not-closed': [{ type: 'not-locked', reason: 'round-not-closed' }, 'Babak ini belum ditutup.'],
  'tallies-differ': [
    { type: 'conflict', reason: 'tallies-differ' },
    'Dua hitungan suara itu berbeda. Selesaikan dahulu perbedaannya.',
  ],
  'tally-by-same': [
    { type: 'already-done', reason: 'tally-by-same', by: 'Sari' },
    'Hitungan pertama dimasukkan oleh Sari. Yang kedua harus oleh orang lain.',
  ],
  'tally-counted-already': [
    { type: 'reason-required', reason: 'tally-counted-already' },
    'Suara ini sudah dihitung. Tulis alasannya untuk menghitung ulang.',
  ],
  'tally-not-twice': [
    { type: 'incomplete', reason: 'tally-not-twice' },
    'Belum ada dua hitungan. Masukkan dahulu hitungan kedua.',
  ],
  'tally-agreed-otherwise': [
    { type: 'invalid-setup', reason: 'tally-agreed-otherwise' },
    'Angka yang sama pada kedua hitungan tidak dapat diubah di sini. Batalkan keduanya, lalu hitung ulang.',
  ],
  sealed: [
    { type: 'sealed', reason: 'sealed', category: 'Kesehatan' },
    'Hasil kategori Kesehatan sudah disegel: ini akan mengubahnya. Buka dahulu segelnya di Musyawarah, dengan alasan dan dua orang.',
  ],
  'sealed-already': [{ type: 'already-done', reason: 'sealed-already' }, 'Hasil ini sudah disegel.'],
  'seal-signatures': [
    { type: 'incomplete', reason: 'seal-signatures', jurors: ['Ani', 'Budi'] },
    'Belum dapat disegel: belum disahkan oleh Ani, Budi. Minta mereka mengesahkannya, atau umumkan tanpa pengesahan mereka di Pengumuman.',
  ],
  'seal-conflicts': [
    { type: 'conflict', reason: 'seal-conflicts', count: 2 },
    'Belum dapat disegel: 2 hal masih menunggu keputusan. Selesaikan dahulu di halaman Pemantauan.',
  ],
  'sealing-stays': [
    { type: 'sealed', reason: 'sealing-stays' },
    'Segel hasil tidak dapat dimatikan lagi: sudah ada hasil yang disegel.',
  ],
  'seal-without-chair': [
    { type: 'invalid-setup', reason: 'seal-without-chair' },
    'Belum dapat disegel: belum ada ketua dewan juri. Tandai dahulu ketuanya di Rubrik & aturan, bagian Juri.',
  ],
  'not-the-chair': [
    { type: 'wrong-role', reason: 'not-the-chair' },
    'Hanya ketua dewan juri yang dapat menyetujui segel.',
  ],
  'seal-unconfirmed': [
    { type: 'incomplete', reason: 'seal-unconfirmed' },
    'Ketua dewan juri belum menyetujuinya. Minta ketua juri menyetujuinya dahulu.',
  ],
  'seal-outdated': [
    { type: 'incomplete', reason: 'seal-outdated' },
    'Hasilnya sudah berubah sejak segel diajukan. Ajukan segel yang baru.',
  ],
  'not-sealed': [{ type: 'already-done', reason: 'not-sealed' }, 'Hasil ini tidak sedang disegel.'],
  'opening-unsealed': [
    { type: 'incomplete', reason: 'opening-unsealed' },
    'Nilai belum dapat dibuka: hasilnya belum disegel seluruhnya. Segel dahulu di Musyawarah.',
  ],
  'opening-not-announced': [
    { type: 'incomplete', reason: 'opening-not-announced' },
    'Pengumuman belum selesai. Selesaikan dahulu, atau minta ketua dewan juri menyetujuinya di laptopnya, halaman Pengesahan.',
  ],
  'opening-reads-notes': [
    { type: 'incomplete', reason: 'opening-reads-notes' },
    'Lomba ini dibuat dengan versi lama: membuka nilai ikut membuka semua catatan juri. Nyatakan dahulu bahwa itu disetujui.',
  ],
  'scores-opened': [
    { type: 'sealed', reason: 'scores-opened' },
    'Semua nilai sudah dibuka bagi semua laptop: nilai juri tidak dapat diubah lagi.',
  ],
  'outside-ranking': [
    { type: 'not-ranked', reason: 'outside-ranking', contestant: 'KBK 1', status: 'exhibition' },
    'KBK 1 tampil sebagai pembuka dan tidak dinilai.',
  ],
  'not-judging-here': [
    { type: 'not-judging', reason: 'not-judging-here', contestant: 'KBK 1' },
    'Anda tidak menilai KBK 1 pada bagian ini.',
  ],
  'not-judging-contestant': [
    { type: 'not-judging', reason: 'not-judging-contestant', contestant: 'KBK 1' },
    'Anda memang tidak menilai KBK 1.',
  ],
  'not-judging-category': [
    { type: 'not-judging', reason: 'not-judging-category', category: 'Kesehatan' },
    'Anda tidak menilai kategori Kesehatan.',
  ],
  'sheet-locked': [
    { type: 'locked', reason: 'sheet-locked' },
    'Lembar ini sudah terkunci. Minta panitia membuka kuncinya bila ada yang keliru.',
  ],
  'own-scores-locked': [
    { type: 'locked', reason: 'own-scores-locked' },
    'Nilai Anda untuk peserta ini sudah terkunci. Minta panitia membuka kuncinya dahulu.',
  ],
  recused: [
    { type: 'recused', reason: 'recused' },
    'Anda menyatakan tidak menilai peserta ini. Batalkan pernyataan itu dahulu.',
  ],
  absent: [
    { type: 'absent', reason: 'absent' },
    'Panitia mencatat Anda tidak hadir untuk peserta ini. Hubungi panitia.',
  ],
  'locked-yet-exempt': [
    { type: 'conflict', reason: 'locked-yet-exempt' },
    'Lembar ini terkunci, tetapi tercatat juga bahwa Anda tidak menilainya. Panitia memutuskan yang mana yang dihitung.',
  ],
  'locks-differ': [
    { type: 'conflict', reason: 'locks-differ' },
    'Lembar ini dikunci dari dua laptop dengan isi berbeda, atau dengan rubrik lama. Minta panitia membuka kuncinya.',
  ],
  'values-differ': [
    { type: 'conflict', reason: 'values-differ' },
    'Ada nilai berbeda dari dua laptop. Pilih dahulu nilai yang benar.',
  ],
  'entries-differ': [
    { type: 'conflict', reason: 'entries-differ' },
    'Ada isian berbeda dari dua laptop. Pilih dahulu yang benar, lalu pindahkan.',
  ],
  'other-rubric': [
    { type: 'not-judging', reason: 'other-rubric' },
    'Kedua peserta dinilai dengan rubrik yang berbeda.',
  ],
  'out-of-range': [
    { type: 'out-of-range', reason: 'out-of-range', value: '100.5', min: '0', max: '100' },
    'Nilai 100,5 di luar rentang. Isilah 0 sampai 100.',
  ],
  'off-step': [
    { type: 'off-step', reason: 'off-step', criterion: 'Isi', value: '80.25', step: '0.5' },
    'Isi: Nilai 80,25 tidak sesuai kelipatan 0,5.',
  ],
  'criteria-empty': [
    { type: 'incomplete', reason: 'criteria-empty', criteria: ['Isi', 'Hasil'] },
    'Belum lengkap. Belum dinilai: Isi, Hasil.',
  ],
  'sheets-open': [
    { type: 'incomplete', reason: 'sheets-open', contestants: ['KBK 1', 'KBK 2'] },
    'Belum dapat disahkan. Belum terkunci: KBK 1, KBK 2.',
  ],
  'note-required': [
    { type: 'note-required', reason: 'note-required', criterion: 'Isi', below: '60.5' },
    'Isi: nilai di bawah 60,5 memerlukan catatan.',
  ],
  'category-signed-off': [
    { type: 'signed-off', reason: 'category-signed-off' },
    'Kategori ini sudah Anda sahkan. Minta panitia membukanya dahulu.',
  ],
  'not-signed-in': [
    { type: 'wrong-role', reason: 'not-signed-in' },
    'Masuklah dahulu, lalu ulangi. Nilai yang sudah tersimpan tetap aman.',
  ],
  'not-a-writer': [{ type: 'wrong-role', reason: 'not-a-writer' }, 'Laptop ini tidak berhak menulis untuk peran itu.'],
  'not-admitted-yet': [
    { type: 'not-founded', reason: 'not-admitted-yet' },
    'Laptop ini belum diterima oleh panitia. Tunggu sampai tersambung.',
  ],
  'device-not-admitted': [{ type: 'unknown-id', reason: 'device-not-admitted' }, 'Laptop itu belum diterima.'],
  'no-such-seat': [{ type: 'unknown-id', reason: 'no-such-seat' }, 'Juri itu tidak ada dalam daftar.'],
  'nobody-asks': [
    { type: 'unknown-id', reason: 'nobody-asks' },
    'Tidak ada laptop yang sedang minta masuk sebagai juri itu.',
  ],
  'not-stored': [
    { type: 'storage', reason: 'not-stored' },
    'Tidak dapat menyimpan ke disk laptop ini. Catat nilai di kertas dan hubungi panitia; nilai yang sudah tersimpan tetap aman. Setelah disk dilonggarkan, tutup lalu buka lagi lomba ini.',
  ],
};

test.each(Object.values(examples))('a refused command says why (%j)', (refusal, sentence) => {
  expect(sayRefusal(words.refusals, refusal)).toBe(sentence);
});

test('each status outside the ranking has its own words', () => {
  const statuses = ['withdrawn', 'no-show', 'disqualified', 'exhibition'] as const;
  const said = statuses.map((status) =>
    sayRefusal(words.refusals, { type: 'not-ranked', reason: 'outside-ranking', contestant: 'KBK 1', status }),
  );
  expect(said).toEqual([
    'KBK 1 mengundurkan diri dan tidak dinilai.',
    'KBK 1 tidak hadir dan tidak dinilai.',
    'KBK 1 didiskualifikasi dan tidak dinilai.',
    'KBK 1 tampil sebagai pembuka dan tidak dinilai.',
  ]);
});

test('what programs get has the kind, the sentence and each problem with its place', () => {
  const [refusal, message] = examples['does-not-fit'];
  expect(saidRefusal(words, refusal)).toEqual({
    type: 'invalid-setup',
    message,
    problems: [
      { path: '/a', message: 'wajib diisi' },
      { path: '/b', message: 'tidak boleh kosong' },
    ],
  });
  expect(saidRefusal(words, examples['no-chair'][0]).problems).toEqual([]);
});
