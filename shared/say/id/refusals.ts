/** Why a command was refused, in Bahasa Indonesia. Each sentence says what to do where something can be done. */
import type { DomainError } from '../../domain/facts/errors.ts';
import { sayProblem } from '../problems.ts';
import type { RefusalWords } from '../refusals.ts';
import { indonesianProblems } from './problems.ts';
import { showDecimal } from './numbers.ts';

export const indonesianRefusals: RefusalWords = {
  'committee-only': () => 'Hanya panitia yang dapat melakukan ini.',
  'jurors-only': () => 'Hanya juri yang dapat menilai. Masuklah sebagai juri di laptop ini.',
  'no-data-yet': () => 'Data lomba belum diterima dari panitia. Tunggu sampai laptop ini tersambung.',
  'unknown-here': ({ kind, id }) => `${kinds[kind]} "${id}" tidak ada di lomba ini.`,
  'does-not-exist': ({ kind, id }) => `${kinds[kind]} "${id}" tidak ada.`,
  'too-large': ({ bytes, most }) =>
    `Belum dapat disimpan: isiannya ${kilobytes(bytes)} KB, paling banyak ${kilobytes(most)} KB sekaligus. Ringkaskan teks yang panjang, misalnya uraian rubrik, lalu simpan lagi.`,

  'already-founded': () => 'Lomba ini sudah dibuat.',
  'does-not-fit': ({ problems }) => {
    const [first] = problems;
    const more = problems.length > 1 ? ` (dan ${problems.length - 1} hal lain)` : '';
    return `Belum dapat disimpan: ${first === undefined ? '' : sayProblem(indonesianProblems, first)}${more}`;
  },
  'scoring-has-begun': () =>
    'Penilaian sudah dimulai: babak, rubrik, bobot dan aturan tidak dapat diubah lagi. Nama, juri dan peserta masih dapat diubah.',
  'seat-in-use': ({ juror }) => `${juror} sudah memberi nilai atau catatan: juri ini tidak dapat dihapus.`,
  'task-in-use': ({ juror, contestant, category, stage }) =>
    `${juror} sudah memberi nilai untuk ${contestant} (kategori ${category}, babak ${stage}): tugas itu tidak dapat dicabut darinya.`,
  'contestant-in-use': ({ contestant }) =>
    `${contestant} sudah dinilai dan tidak dapat dihapus. Ubah statusnya menjadi mengundurkan diri.`,
  'scores-would-be-lost': ({ contestants, jurors }) =>
    `${contestants.join(', ')} sudah dinilai oleh ${jurors.join(', ')}, dan di kategori itu rubrik atau jurinya lain. Nilainya harus disisihkan dahulu dengan alasan.`,
  'renamed-with-locks': ({ renamed }) =>
    `Sudah ada nilai terkunci atas nama yang lama (${renamed.map(({ from, to }) => `${from} menjadi ${to}`).join('; ')}). Tulis alasan perubahan namanya.`,
  'no-such-contestant': ({ id }) => `Peserta ${id} tidak ada.`,

  'contestant-named-twice': () => 'Satu peserta disebut dua kali.',
  'juror-not-judging': ({ juror, contestant }) => `${juror} memang tidak menilai ${contestant}.`,
  'juror-has-locked': ({ juror, contestant }) =>
    `${juror} sudah mengunci nilai untuk ${contestant}. Buka kunci nilainya dahulu.`,
  'device-was-revoked': () => 'Laptop ini sudah dicabut. Ia perlu bergabung lagi dengan undangan baru.',
  'device-in-other-seat': ({ juror }) => `Laptop ini sudah diterima sebagai ${juror}. Cabut dahulu laptop itu.`,
  'penalty-outside-ranking': ({ contestant }) =>
    `${contestant} tidak ikut diperingkat; pengurangan nilai tidak berlaku.`,
  'no-sheet-now': () => 'Nilai ini tidak mempunyai lembar sekarang. Kembalikan dahulu kategori atau juri pesertanya.',
  'decision-names-twice': () => 'Satu peserta disebut dua kali dalam keputusan ini.',
  'tie-step-not-used': ({ step }) => `Aturan lomba ini tidak memakai penentu "${step}".`,
  'no-chair': () => 'Belum ada ketua dewan juri. Tandai dahulu ketuanya di Rubrik & aturan, bagian Juri.',
  'decided-already': () => 'Sudah ada keputusan untuk peserta ini. Batalkan dahulu keputusan itu.',
  'sheet-is-open': () => 'Lembar ini tidak sedang terkunci.',
  'not-signed-off': () => 'Kategori ini belum disahkan oleh juri tersebut.',
  'stays-away': ({ contestant }) =>
    `${contestant} tercatat tidak ikut. Ubah dahulu keadaannya, atau tampilkan tanpa dinilai.`,
  'nothing-to-undo': () => 'Tidak ada langkah yang dapat diurungkan.',
  'nobody-on-stage': () => 'Pilih dahulu peserta dan babak yang sedang tampil.',
  'no-such-part': ({ part }) => `Babak ini tidak mempunyai bagian waktu ke-${part}.`,

  'is-calibration': ({ contestant }) =>
    `${contestant} dipakai untuk kalibrasi, nilainya sudah diperbandingkan, dan tidak ikut diperingkat.`,
  'no-calibration': ({ contestant }) => `${contestant} bukan kelompok kalibrasi, atau tidak ada juri yang menilainya.`,
  'calibration-open': ({ jurors }) =>
    `Belum mengunci nilai kalibrasi: ${jurors.join(', ')}. Perbandingan ditampilkan setelah semua terkunci.`,
  'no-unit-conflict': () => 'Juri dan peserta ini tidak lagi satu unit kerja, atau tidak bertemu di babak mana pun.',
  'pact-not-accepted': () =>
    'Nilai belum dapat diisi: baca dan terima dahulu pakta integritas dan urutan penentu nilai sama.',
  'pact-was-changed': () => 'Teks pakta diubah panitia sementara Anda membacanya. Baca teks yang baru, lalu terima.',
  'no-pact': () => 'Lomba ini tidak memakai pakta integritas. Tidak ada yang perlu diterima.',
  'not-advanced': ({ contestant }) => `${contestant} tidak lolos ke babak ini dan tidak dinilai di sini.`,
  'round-not-decided': ({ sheets }) =>
    sheets > 0
      ? `Babak belum dapat ditutup: ${sheets} lembar nilai babak sebelumnya belum dikunci.`
      : 'Babak belum dapat ditutup: siapa yang lolos belum dapat ditetapkan.',
  'round-is-otherwise': () => 'Siapa yang lolos sudah berubah. Lihat lagi daftarnya, lalu tutup babak itu.',
  'round-closed-already': () => 'Babak ini sudah ditutup dengan daftar lain. Tulis alasannya untuk menutupnya lagi.',
  'round-not-closed': () => 'Babak ini belum ditutup.',
  'tallies-differ': () => 'Dua hitungan suara itu berbeda. Selesaikan dahulu perbedaannya.',
  'tally-by-same': ({ by }) => `Hitungan pertama dimasukkan oleh ${by}. Yang kedua harus oleh orang lain.`,
  'tally-counted-already': () => 'Suara ini sudah dihitung. Tulis alasannya untuk menghitung ulang.',
  'tally-not-twice': () => 'Belum ada dua hitungan. Masukkan dahulu hitungan kedua.',
  'tally-agreed-otherwise': () =>
    'Angka yang sama pada kedua hitungan tidak dapat diubah di sini. Batalkan keduanya, lalu hitung ulang.',
  sealed: ({ category }) =>
    `Hasil ${category === null ? 'seluruh lomba' : `kategori ${category}`} sudah disegel: ini akan mengubahnya. Buka dahulu segelnya di Musyawarah, dengan alasan dan dua orang.`,
  'sealed-already': () => 'Hasil ini sudah disegel.',
  'seal-signatures': ({ jurors }) =>
    `Belum dapat disegel: belum disahkan oleh ${jurors.join(', ')}. Minta mereka mengesahkannya, atau umumkan tanpa pengesahan mereka di Pengumuman.`,
  'seal-conflicts': ({ count }) =>
    `Belum dapat disegel: ${count} hal masih menunggu keputusan. Selesaikan dahulu di halaman Pemantauan.`,
  'seal-without-chair': () =>
    'Belum dapat disegel: belum ada ketua dewan juri. Tandai dahulu ketuanya di Rubrik & aturan, bagian Juri.',
  'sealing-stays': () => 'Segel hasil tidak dapat dimatikan lagi: sudah ada hasil yang disegel.',
  'not-the-chair': () => 'Hanya ketua dewan juri yang dapat menyetujui segel.',
  'seal-unconfirmed': () => 'Ketua dewan juri belum menyetujuinya. Minta ketua juri menyetujuinya dahulu.',
  'seal-outdated': () => 'Hasilnya sudah berubah sejak segel diajukan. Ajukan segel yang baru.',
  'not-sealed': () => 'Hasil ini tidak sedang disegel.',
  'opening-unsealed': () => 'Nilai belum dapat dibuka: hasilnya belum disegel seluruhnya. Segel dahulu di Musyawarah.',
  'opening-not-announced': () =>
    'Pengumuman belum selesai. Selesaikan dahulu, atau minta ketua dewan juri menyetujuinya di laptopnya, halaman Pengesahan.',
  'opening-reads-notes': () =>
    'Lomba ini dibuat dengan versi lama: membuka nilai ikut membuka semua catatan juri. Nyatakan dahulu bahwa itu disetujui.',
  'scores-opened': () => 'Semua nilai sudah dibuka bagi semua laptop: nilai juri tidak dapat diubah lagi.',

  'outside-ranking': ({ contestant, status }) => `${contestant} ${away[status]} dan tidak dinilai.`,
  'not-judging-here': ({ contestant }) => `Anda tidak menilai ${contestant} pada bagian ini.`,
  'not-judging-contestant': ({ contestant }) => `Anda memang tidak menilai ${contestant}.`,
  'not-judging-category': ({ category }) => `Anda tidak menilai kategori ${category}.`,
  'sheet-locked': () => 'Lembar ini sudah terkunci. Minta panitia membuka kuncinya bila ada yang keliru.',
  'own-scores-locked': () => 'Nilai Anda untuk peserta ini sudah terkunci. Minta panitia membuka kuncinya dahulu.',
  recused: () => 'Anda menyatakan tidak menilai peserta ini. Batalkan pernyataan itu dahulu.',
  absent: () => 'Panitia mencatat Anda tidak hadir untuk peserta ini. Hubungi panitia.',
  'locked-yet-exempt': () =>
    'Lembar ini terkunci, tetapi tercatat juga bahwa Anda tidak menilainya. Panitia memutuskan yang mana yang dihitung.',
  'locks-differ': () =>
    'Lembar ini dikunci dari dua laptop dengan isi berbeda, atau dengan rubrik lama. Minta panitia membuka kuncinya.',
  'values-differ': () => 'Ada nilai berbeda dari dua laptop. Pilih dahulu nilai yang benar.',
  'entries-differ': () => 'Ada isian berbeda dari dua laptop. Pilih dahulu yang benar, lalu pindahkan.',
  'other-rubric': () => 'Kedua peserta dinilai dengan rubrik yang berbeda.',
  'out-of-range': ({ criterion, value, min, max }) =>
    `${of(criterion)}Nilai ${showDecimal(value)} di luar rentang. Isilah ${showDecimal(min)} sampai ${showDecimal(max)}.`,
  'off-step': ({ criterion, value, step }) =>
    `${of(criterion)}Nilai ${showDecimal(value)} tidak sesuai kelipatan ${showDecimal(step)}.`,
  'criteria-empty': ({ criteria }) => `Belum lengkap. Belum dinilai: ${criteria.join(', ')}.`,
  'sheets-open': ({ contestants }) => `Belum dapat disahkan. Belum terkunci: ${contestants.join(', ')}.`,
  'note-required': ({ criterion, below }) => `${criterion}: nilai di bawah ${showDecimal(below)} memerlukan catatan.`,
  'category-signed-off': () => 'Kategori ini sudah Anda sahkan. Minta panitia membukanya dahulu.',

  'not-signed-in': () => 'Masuklah dahulu, lalu ulangi. Nilai yang sudah tersimpan tetap aman.',
  'not-a-writer': () => 'Laptop ini tidak berhak menulis untuk peran itu.',
  'not-admitted-yet': () => 'Laptop ini belum diterima oleh panitia. Tunggu sampai tersambung.',
  'device-not-admitted': () => 'Laptop itu belum diterima.',
  'no-such-seat': () => 'Juri itu tidak ada dalam daftar.',
  'nobody-asks': () => 'Tidak ada laptop yang sedang minta masuk sebagai juri itu.',
  'not-stored': () =>
    'Tidak dapat menyimpan ke disk laptop ini. Catat nilai di kertas dan hubungi panitia; nilai yang sudah tersimpan tetap aman. Setelah disk dilonggarkan, tutup lalu buka lagi lomba ini.',
};

export function indonesianContestFileRefused(problems: number): string {
  return `Berkas lomba ditolak: ${problems} masalah ditemukan.`;
}

const kinds: Readonly<Record<DomainError<'unknown-here' | 'does-not-exist'>['kind'], string>> = {
  award: 'Penghargaan berdasarkan suara',
  category: 'Kategori',
  contestant: 'Peserta',
  'contestant-of-category': 'Peserta di kategori itu',
  criterion: 'Kriteria',
  device: 'Laptop',
  juror: 'Juri',
  record: 'Catatan',
  stage: 'Babak',
};

const away: Readonly<Record<DomainError<'outside-ranking'>['status'], string>> = {
  withdrawn: 'mengundurkan diri',
  'no-show': 'tidak hadir',
  disqualified: 'didiskualifikasi',
  exhibition: 'tampil sebagai pembuka',
};

function of(criterion: string | undefined): string {
  return criterion === undefined ? '' : `${criterion}: `;
}

function kilobytes(bytes: number): string {
  return String(Math.ceil(bytes / 1024));
}
