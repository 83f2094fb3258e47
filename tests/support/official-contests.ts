/** Contests as a secretariat prints them: real lists under a letterhead, jurors with long names, ranks and NIP, scores of everybody. */
import { planContest, randomScores, seededNumbers, type RehearsalPlan } from '../../electron/cli/rehearse-contest.ts';
import { contestFileSchema, type ContestFile, type Juror } from '../../shared/domain/setup/contest-file.ts';
import { wordsOf } from '../../shared/say/words.ts';

const names = [
  'Dr. Sri Wahyuni Handayani Kusumaningrum, S.Sos., M.Si.',
  'Ir. H. Bambang Supriyadi, M.M.',
  'Contoh Tiga',
  'Prof. Dr. Siti Nurhaliza Rahmawati Kusumadewi, M.Pd.',
  'Drs. Agus Widodo',
];

const longestName = 'Kelompok Budaya Kerja Maju Bersama Melayani Masyarakat Dengan Sepenuh Hati 7';
const longestUnit =
  'Dinas Pekerjaan Umum, Penataan Ruang, Perumahan Rakyat dan Kawasan Permukiman serta Pertanahan Kabupaten Kotawaringin Barat Daya';

/** The contest of a list or of a given size, all sheets locked. */
export async function officialContest(
  plan: RehearsalPlan,
  change: (file: ContestFile) => ContestFile = (file) => file,
): Promise<ContestFile> {
  const planned = await planContest(wordsOf.id, plan);
  if (!planned.ok) throw new Error(planned.error.message);
  const { file } = planned.value;
  const official: ContestFile = change({
    ...file,
    contest: {
      ...file.contest,
      name: 'Gelar Budaya Kerja Tingkat Kabupaten Tahun 2026 (contoh)',
      place: 'Pendopo Kabupaten',
      dates: ['2026-11-21'],
      letterhead: ['PEMERINTAH KABUPATEN CONTOH', 'SEKRETARIAT DAERAH', 'Jalan Contoh Nomor 1, Kota Contoh 12345'],
    },
    contestants: file.contestants.map((contestant) => ({ ...contestant, status: 'performed' })),
    jurors: file.jurors.map(officialJuror),
  });
  const next = seededNumbers(7);
  const scores = official.jurors.flatMap((juror) =>
    randomScores(official, juror, next).map((score) => ({ juror: juror.id, ...score })),
  );
  return contestFileSchema.parse({ ...official, scores });
}

/** The widest contest that the papers are looked at with: 52 groups of names as long as they come. */
export function longNames(file: ContestFile): ContestFile {
  return {
    ...file,
    contestants: file.contestants.map((contestant) => ({ ...contestant, name: longestName, unit: longestUnit })),
  };
}

function officialJuror(juror: Juror, index: number): Juror {
  return {
    ...juror,
    name: names[index % names.length] ?? juror.name,
    ...(index % 3 === 2 ? { unit: 'Universitas Contoh' } : { title: 'Pembina Tingkat I', nip: '197001012000031001' }),
    ...(index === 0 ? { chair: true } : {}),
  };
}
