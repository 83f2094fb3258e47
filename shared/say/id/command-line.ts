/** What the command line says, in Bahasa Indonesia; how it is called, in both. */
import type { CommandLineWords } from '../command-line.ts';

export const indonesianCommandLine: CommandLineWords = {
  usage: (call) => `Pemakaian / usage: npm run -s cli -- ${call}`,
  allCommands: (lines) => `Pemakaian / usage: npm run -s cli -- <command>\n${lines.join('\n')}`,
  noCommand: 'Perintah belum disebut / no command given',
  unknownCommand: (name) => `Perintah tidak dikenal / unknown command: ${name}`,
  argumentCount: (wanted, given) => `Perintah ini memerlukan ${wanted} argumen; yang diberikan ${given}.`,
  unknownOption: (option) => `Pilihan ${option} tidak dikenal.`,
  optionWithoutValue: (option) => `Nilai untuk pilihan ${option} tidak ada atau tidak dapat dipakai.`,
  noPicture: (file) => `Bukan gambar PNG atau JPEG yang utuh: ${file}`,
  oneContestOnly: 'Pilih satu saja: --with-scores, --round, --top, atau --next-year.',
  noSuchJuror: (id) => `Juri “${id}” tidak ada di lomba itu.`,
  optionMissing: (option) => `${option} belum disebut`,

  portOutside: (most) => `--port N: bilangan dari 0 sampai ${most}.`,
  joinNeedsBoth: '--join HOST[:PORT] dan --code CODE harus disebut bersama.',
  rehearsalArguments: 'Ada argumen yang belum disebut, disebut ganda, atau di luar batas.',
  unknownColumn: (name, known) => `Kolom tidak dikenal pada --map: ${name} (yang dikenal: ${known.join(', ')}).`,
  noColumnLetter: (given) => `Bukan huruf kolom pada --map: ${given}.`,
  noAnswer: (given, known) => `Bukan jawaban pada --answer: ${given} (yang dikenal: ${known.join(', ')}).`,

  isJuror: 'Folder ini milik laptop juri, bukan panitia. Jalankan perintah juror.',
  isCommittee: 'Folder ini milik laptop panitia. Jalankan perintah committee.',
  otherSeat: 'Folder ini milik juri atau lomba lain daripada undangan itu. Pakailah folder lain.',
  unknownLine: (line) => `Perintah tidak dikenal / unknown: ${line}`,
  nothingReceived: 'Data lomba belum diterima dari panitia. Sambungkan laptop ini dahulu.',
  recoverWith: 'Untuk memulihkan, jalankan perintah yang sama dengan --recover.',
  contestFileRejected: 'Berkas lomba ditolak.',
  scoresRejected: 'Berkas nilai ditolak.',
  scoresLeftOut: (scores) => `${scores} nilai di berkas itu tidak ikut: nilai hanya datang dari para juri.`,
  decisionLeftOut: (contestants) =>
    `Keputusan tentang ${contestants.join(', ')} tidak ikut: tidak cocok dengan nilai sama yang ada di berkas ini.`,
  sealFault: (scope, fault) => {
    const faults = {
      'entry-missing': 'catatan yang disegel tidak ada di folder ini',
      'entry-differs': 'catatan yang disegel sudah lain',
      'other-code': 'kode periksanya tidak cocok dengan yang disegel',
      'other-result': 'hasil dari catatan di folder ini bukan yang disegel',
      'no-confirmation': 'persetujuan ketua juri tidak ada di folder ini',
    };
    return `Segel ${scope === '*' ? 'seluruh lomba' : `kategori ${scope}`}: ${faults[fault]}.`;
  },
  disconnected: (reason) => `Sambungan ke panitia terputus (${reason}); mencoba lagi.`,

  questionOpen: (question) => `Daftar ini perlu dijawab dahulu di layar Impor: ${question}`,
  nobodyInList: (file) => `Tidak ada peserta yang dapat dibaca dari ${file}.`,
  unknownTemplate: (name, known) => `Templat rubrik "${name}" tidak ada. Yang ada: ${known.join(', ')}.`,
  committeeMachine: 'Laptop panitia',
  invented: {
    contest: 'Geladi (contoh)',
    category: 'Umum',
    stage: 'Paparan',
    juror: (number) => `Juri ${number} (contoh)`,
    contestant: (number) => `KBK ${number} (contoh)`,
    unit: (number) => `Unit ${number}`,
    criterion: (number) => `Kriteria ${number}`,
  },
};
