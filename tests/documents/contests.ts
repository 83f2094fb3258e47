/** Contests that between them use every rule that the workbook's formulas express. All data is invented. */
import { contestFileSchema, type ContestFile } from '../../shared/domain/setup/contest-file.ts';
import exampleContest from '../fixtures/example-contest.json' with { type: 'json' };
import {
  contestants,
  contestOf,
  criterion,
  jurors,
  rubric,
  table,
  type ContestInput,
} from '../support/contest-builder.ts';

export const example: ContestFile = contestFileSchema.parse(exampleContest);

/** Five jurors, the highest and lowest dropped, rounding at every stage that sheets allow, a multiplier and a penalty. */
export const trimmedAndRounded = contestOf({
  rubrics: [
    rubric(
      'r',
      's',
      [
        criterion('a', '33.35', { min: '1', max: '5' }),
        criterion('b', '41.25', { min: '1', max: '5' }),
        criterion('c', '25.4', { min: '1', max: '5' }),
      ],
      { multiplier: '20' },
    ),
  ],
  jurors: jurors(5),
  contestants: contestants(6),
  scores: scoresFor(6, 5, ['a', 'b', 'c'], (seed) => (1 + (seed % 400) / 100).toFixed(2)),
  penalties: [
    { contestant: 'k2', points: '0.125', reason: 'terlambat' },
    { contestant: 'k3', perMinute: '0.3', overSeconds: 121, reason: 'melebihi waktu' },
  ],
  rules: {
    method: 'trimmed-mean',
    rounding: [
      { at: 'weighted', decimals: 3 },
      { at: 'juror', decimals: 2 },
      { at: 'stage', decimals: 2 },
      { at: 'final', decimals: 1 },
    ],
    tieBreak: ['stage:s', 'fewest-penalties', 'draw'],
  },
});

/** Four jurors, so that the median is a mean of two; recusal in one stage, absence, a missing sheet, weights of stages. */
export const medianWithGaps = contestOf({
  stages: [
    { id: 's', name: 'Risalah', weight: '35' },
    { id: 't', name: 'Presentasi', weight: '65' },
  ],
  rubrics: [
    rubric('r', 's', [criterion('a', '60'), criterion('b', '40')]),
    rubric('q', 't', [criterion('c', '100', { step: '0.5' })]),
  ],
  jurors: [...jurors(3), { id: 'j4', name: 'Juri 4 (contoh)', stages: ['t'] }],
  contestants: contestants(5),
  scores: scoresFor(5, 4, ['a', 'b', 'c'], (seed) => String(60 + (seed % 80) / 2)).filter(
    ({ juror, contestant, criterion: of }) =>
      !(juror === 'j4' && of !== 'c') &&
      !(juror === 'j1' && contestant === 'k1' && of !== 'c') &&
      !(juror === 'j2' && contestant === 'k2') &&
      !(juror === 'j3' && contestant === 'k3' && of === 'c'),
  ),
  recusals: [{ juror: 'j1', contestant: 'k1', stages: ['s'], reason: 'satu unit kerja' }],
  absences: [{ juror: 'j2', contestant: 'k2', reason: 'sakit' }],
  rules: { method: 'median', tieBreak: ['stage:t'] },
});

/** Two of four jurors read each report; all judge the presentation but one who is recused. */
const readersOfReports = ['k1', 'k2', 'k3', 'k4', 'k5'].map((contestant, at) => ({
  stage: 's',
  contestant,
  jurors: [`j${1 + (at % 4)}`, `j${1 + ((at + 1) % 4)}`],
}));

export const sharedReaders = contestOf({
  stages: [
    { id: 's', name: 'Risalah', weight: '60' },
    { id: 't', name: 'Presentasi', weight: '40' },
  ],
  rubrics: [
    rubric('r', 's', [criterion('a', '70'), criterion('b', '30')]),
    rubric('q', 't', [criterion('c', '100', { step: '0.5' })]),
  ],
  jurors: jurors(4),
  contestants: contestants(5),
  readers: readersOfReports,
  scores: scoresFor(5, 4, ['a', 'b', 'c'], (seed) => String(60 + (seed % 80) / 2)).filter(
    ({ juror, contestant, criterion: of }) =>
      of === 'c'
        ? !(juror === 'j4' && contestant === 'k1')
        : readersOfReports.some((each) => each.contestant === contestant && each.jurors.includes(String(juror))),
  ),
  recusals: [{ juror: 'j4', contestant: 'k1', stages: ['t'], reason: 'satu unit kerja' }],
  rules: { method: 'mean', rounding: [{ at: 'stage', decimals: 2 }], tieBreak: ['criterion:a', 'juror-firsts'] },
});

/** The same, by the middle value of each criterion. */
export const sharedReadersAtCriterion = contestOf({
  ...sharedReaders,
  rules: { method: 'median', applyAt: 'criterion', tieBreak: ['stage:t', 'criterion:b'] },
});

/** The method at each criterion with rounding at each step, and a chain that reads criteria and aspects. */
export const atCriterion = contestOf({
  rubrics: [
    rubric('r', 's', [
      criterion('a', '0.8', { max: '10', step: '0.25', aspect: 'Isi' }),
      criterion('b', '0.8', { max: '10', step: '0.25', aspect: 'Isi' }),
      criterion('c', '1.2', { max: '10', step: '0.25' }),
    ]),
  ],
  jurors: jurors(5),
  contestants: contestants(4),
  scores: scoresFor(4, 5, ['a', 'b', 'c'], (seed) => String(5 + (seed % 20) / 4)),
  rules: {
    method: 'trimmed-mean',
    applyAt: 'criterion',
    weighting: 'factor',
    rounding: [
      { at: 'criterion', decimals: 2 },
      { at: 'weighted', decimals: 2 },
      { at: 'stage', decimals: 2 },
    ],
    tieBreak: ['stage:s', 'criterion:c', 'aspect:Isi'],
  },
});

/** Equal results everywhere: the chain, a chair's order, joint winners and an undecided tie. */
export const tiesAndDecisions = contestOf({
  rubrics: [rubric('r', 's', [criterion('a', '50', { aspect: 'Isi' }), criterion('b', '50')])],
  jurors: jurors(3),
  contestants: contestants(9),
  scores: [
    ...table(
      [
        [90, 90, 90],
        [90, 90, 90],
        [80, 80, 80],
        [82, 80, 78],
        [70, 70, 70],
        [70, 70, 70],
        [60, 60, 61],
        [62, 60, 60],
        [50, 50, 50],
      ],
      'a',
    ),
    ...table(
      [
        [90, 90, 90],
        [90, 90, 90],
        [80, 80, 80],
        [78, 80, 82],
        [70, 70, 70],
        [70, 70, 70],
        [60, 61, 60],
        [58, 61, 61],
        [50, 50, 50],
      ],
      'b',
    ),
  ],
  decisions: [
    { kind: 'chair', category: 'c', order: ['k2', 'k1'], reason: 'musyawarah' },
    { kind: 'joint', category: 'c', contestants: ['k5', 'k6'], reason: 'juara kembar' },
  ],
  awards: [
    { id: 'harapan', name: 'Harapan', kind: 'places', from: 4, count: 3 },
    { id: 'favorit', name: 'Favorit', kind: 'list', contestants: ['k9', 'k3'] },
    { id: 'kreatif', name: 'KBK Kreatif', kind: 'criterion', criterion: 'b' },
    {
      id: 'predikat',
      name: 'Predikat',
      kind: 'band',
      bands: [
        { name: 'Baik', min: '60' },
        { name: 'Sangat baik', min: '85' },
      ],
    },
  ],
  rules: { method: 'mean', tieBreak: ['aspect:Isi', 'criterion:b', 'juror-firsts', 'head-to-head', 'chair'] },
});

/** Stage results that round to the same number although a tie-break step, which compares them unrounded, sees a difference. */
export const roundedStages = contestOf({
  stages: [
    { id: 's', name: 'Risalah', weight: '50' },
    { id: 't', name: 'Presentasi', weight: '50' },
  ],
  rubrics: [rubric('r', 's', [criterion('a', '100')]), rubric('q', 't', [criterion('c', '100')])],
  jurors: jurors(1),
  contestants: contestants(3),
  scores: [...table([['80'], ['90'], ['80']], 'a'), ...table([['90.2'], ['90.4'], ['90.4']], 'c')],
  rules: { method: 'mean', rounding: [{ at: 'stage', decimals: 0 }], tieBreak: ['stage:t'] },
});

/** Twelve groups in three categories, with a gate, an opening exhibition, names that look like formulas, and a letterhead. */
export const threeCategories = contestOf({
  contest: {
    name: 'Gelar Budaya Kerja Kabupaten (contoh)',
    place: 'Pendopo Kabupaten',
    dates: ['2017-11-08', '2017-11-09'],
    organizer: 'Bagian Organisasi (contoh)',
    letterhead: ['PEMERINTAH KABUPATEN CONTOH', 'SEKRETARIAT DAERAH', 'Jalan Contoh Nomor 1, Kota Contoh 12345'],
    juryLabel: 'Tim Penilai',
    paper: 'A4',
  },
  categories: [
    { id: 'kes', name: 'Kesehatan' },
    { id: 'pend', name: 'Pendidikan dan Kebudayaan / Pemuda [Olahraga]' },
    { id: 'adm', name: 'Administrasi' },
  ],
  stages: [
    { id: 'syarat', name: 'Kelengkapan berkas', weight: '0' },
    { id: 'risalah', name: 'Risalah', weight: '40' },
    { id: 'presentasi', name: 'Presentasi', weight: '60' },
  ],
  rubrics: [
    rubric('g', 'syarat', [criterion('berkas', '100', { max: '1', step: '1' })], { gate: true }),
    rubric('r', 'risalah', [criterion('tema', '20'), criterion('langkah', '50'), criterion('hasil', '30')]),
    rubric('p', 'presentasi', [criterion('paparan', '40'), criterion('jawaban', '35'), criterion('yel', '25')]),
  ],
  jurors: [
    { id: 'j1', name: 'Dr. Contoh Satu, M.Si.', title: 'Pembina', nip: '197001012000031001', chair: true },
    { id: 'j2', name: 'Contoh Dua, S.E.', unit: 'Universitas Contoh' },
    {
      id: 'j3',
      name: 'Ir. Contoh Tiga',
      title: 'Penata Tingkat I',
      nip: '198203042008012002',
      stages: ['risalah', 'presentasi'],
    },
  ],
  contestants: Array.from({ length: 13 }, (_, index) => ({
    id: `k${index + 1}`,
    number: index === 12 ? null : index + 1,
    name:
      index === 3
        ? '=KBK Sama Dengan'
        : index === 4
          ? '+Plus'
          : index === 12
            ? 'KBK Pembuka'
            : `KBK Melati Harum Mewangi ${index + 1}`,
    unit:
      index % 2 === 0
        ? `UPTD Puskesmas Contoh ${index + 1}`
        : 'Dinas Pendidikan, Kebudayaan, Pemuda dan Olahraga (contoh)',
    title: `Menurunkan waktu tunggu pelayanan di loket ${index + 1} dari 60 menit menjadi 15 menit`,
    category: ['kes', 'pend', 'adm'][index % 3],
    status: index === 12 ? 'exhibition' : index === 7 ? 'disqualified' : 'performed',
  })),
  scores: scoresFor(12, 3, ['berkas', 'tema', 'langkah', 'hasil', 'paparan', 'jawaban', 'yel'], (seed, of) =>
    of === 'berkas' ? (seed % 11 === 0 ? '0' : '1') : (60 + (seed % 4000) / 100).toFixed(2),
  ).filter(({ juror, criterion: of }) => !(juror === 'j3' && of === 'berkas')),
  recusals: [],
  penalties: [{ contestant: 'k3', perMinute: '0.5', overSeconds: 61, reason: 'melebihi waktu' }],
  rules: {
    method: 'mean',
    tieBreak: ['stage:presentasi', 'criterion:hasil'],
    rounding: [{ at: 'final', decimals: 2 }],
  },
});

const many = Array.from({ length: 23 }, (_, index) => `k${index + 1}-kriteria`);

/** More criteria than a line of a score sheet holds, with every rounding, a recusal and a chain over criteria of all parts. */
export const longRubric = contestOf({
  stages: [
    { id: 's', name: 'Risalah', weight: '60' },
    { id: 't', name: 'Presentasi', weight: '40' },
  ],
  rubrics: [
    rubric(
      'r',
      's',
      many.map((id, index) => criterion(id, index === 0 ? '12' : '4', { aspect: index < 12 ? 'Isi' : 'Bentuk' })),
    ),
    rubric('q', 't', [criterion('c', '100')]),
  ],
  jurors: jurors(3),
  contestants: contestants(4),
  scores: scoresFor(4, 3, [...many, 'c'], (seed) => String(60 + (seed % 80) / 2)).filter(
    ({ juror, contestant }) => !(juror === 'j1' && contestant === 'k2'),
  ),
  recusals: [{ juror: 'j1', contestant: 'k2', reason: 'satu unit kerja' }],
  rules: {
    method: 'mean',
    rounding: [
      { at: 'weighted', decimals: 1 },
      { at: 'juror', decimals: 2 },
    ],
    tieBreak: ['stage:s', 'criterion:k23-kriteria', 'aspect:Bentuk'],
  },
});

/** A sum that doubles get wrong: 83.575 is 83.57499999999999, and must round to 83.58. */
export const doubleTrap = contestOf({
  rubrics: [rubric('r', 's', [criterion('a', '35'), criterion('b', '65', { step: '0.0001' })])],
  jurors: jurors(1),
  contestants: contestants(3),
  scores: [...table([['82.6'], ['80.1'], ['83.58']], 'a'), ...table([['84.1'], ['85.4462'], ['83.58']], 'b')],
  rules: { method: 'mean', rounding: [{ at: 'juror', decimals: 2 }] },
});

export const majority = placeBased('majority');
export const borda = placeBased('borda');

/** Two weighted stages, a gate that one group fails, a deduction, a juror who is out for a recusal, and shared places. */
export const bordaStages = contestOf({
  stages: [
    { id: 's', name: 'Risalah', weight: '40' },
    { id: 't', name: 'Presentasi', weight: '60' },
    { id: 'g', name: 'Berkas', weight: '0' },
  ],
  rubrics: [
    rubric('r', 's', [criterion('a', '100')]),
    rubric('q', 't', [criterion('b', '100')]),
    { ...rubric('p', 'g', [criterion('berkas', '100', { max: '1', step: '1' })]), gate: true },
  ],
  jurors: jurors(4),
  contestants: contestants(5),
  scores: [...scoresFor(5, 4, ['a', 'b'], (seed) => String(70 + (seed % 9))), ...scoresFor(5, 4, ['berkas'], () => '1')]
    .map((score) =>
      score.contestant === 'k5' && score.juror === 'j1' && score.criterion === 'berkas'
        ? { ...score, value: '0' }
        : score,
    )
    .filter(({ juror, contestant }) => !(juror === 'j4' && contestant === 'k2')),
  recusals: [{ juror: 'j4', contestant: 'k2', reason: 'satu unit kerja' }],
  penalties: [{ contestant: 'k3', points: '1.5', reason: 'melebihi waktu' }],
  rules: { method: 'borda', tieBreak: ['chair'] },
});

function placeBased(method: string): ContestFile {
  return contestOf({
    jurors: jurors(5),
    contestants: contestants(4),
    scores: table([
      [90, 80, 85, 70, 88],
      [85, 90, 80, 80, 70],
      [80, 70, 90, 90, 60],
      [70, 85, 70, 60, 90],
    ]),
    rules: { method },
  });
}

/**
 * Three rounds, the first two of which weigh nothing, a gate behind the first cut, a stage beside the rounds, a deduction of one
 * who is out, a score in a stage behind the cut, a result too low for a place, equals among those who are out.
 */
export const threeRounds = contestOf({
  stages: [
    { id: 's', name: 'Penyisihan', weight: '0' },
    { id: 'y', name: 'Yel-yel', weight: '20' },
    { id: 't', name: 'Semifinal', weight: '0', after: { stage: 's', top: 5 } },
    { id: 'g', name: 'Berkas', weight: '0', after: { stage: 's', top: 5 } },
    { id: 'f', name: 'Final', weight: '80', after: { stage: 't', top: 3 } },
  ],
  rubrics: [
    rubric('r', 's', [criterion('a', '60'), criterion('b', '40')]),
    rubric('p', 'y', [criterion('y', '100')]),
    rubric('q', 't', [criterion('c', '100', { aspect: 'isi' })]),
    rubric('g', 'g', [criterion('berkas', '1', { max: '1', step: '1' })], { gate: true }),
    rubric('u', 'f', [criterion('d', '100', { aspect: 'isi' })]),
  ],
  jurors: jurors(2),
  contestants: contestants(8),
  scores: [
    ...scoresFor(8, 2, ['y'], (seed) => String(60 + (seed % 30))),
    ...[95, 90, 85, 80, 75, 60, 60, 70].flatMap((value, at) => forBoth(at, 'a', value)),
    ...[90, 90, 85, 80, 75, 60, 60, 70].flatMap((value, at) => forBoth(at, 'b', value)),
    ...[60, 90, 85, 99, 80, null, null, 50].flatMap((value, at) => forBoth(at, 'c', value)),
    ...[1, 1, 1, 1, 0, null, null, null].flatMap((value, at) => forBoth(at, 'berkas', value)),
    ...[null, 70, 95, 30].flatMap((value, at) => forBoth(at, 'd', value)),
  ],
  penalties: [
    { contestant: 'k8', points: '12.5', reason: 'melebihi waktu' },
    { contestant: 'k2', points: '1', reason: 'melebihi waktu' },
  ],
  rules: {
    method: 'mean',
    rounding: [{ at: 'final', decimals: 2 }],
    tieBreak: ['aspect:isi', 'fewest-penalties', 'chair'],
    minimum: '45',
  },
  awards: [{ id: 'yel', name: 'Yel-yel terbaik', kind: 'criterion', criterion: 'y' }],
});

/** Points of places in two rounds, where formulas do not follow. */
export const bordaRounds = contestOf({
  stages: [
    { id: 's', name: 'Risalah', weight: '40' },
    { id: 't', name: 'Presentasi', weight: '60', after: { stage: 's', top: 2 } },
  ],
  rubrics: [rubric('r', 's', [criterion('a', '100')]), rubric('q', 't', [criterion('b', '100')])],
  jurors: jurors(2),
  contestants: contestants(4),
  scores: [
    ...[90, 80, 70, 60].flatMap((value, at) => forBoth(at, 'a', value)),
    ...[80, 90].flatMap((value, at) => forBoth(at, 'b', value)),
  ],
  rules: { method: 'borda' },
});

/** Equals at the cut are not decided: nobody is out, and no place is given. */
export const cutUndecided = contestOf({
  stages: [
    { id: 's', name: 'Risalah', weight: '40' },
    { id: 't', name: 'Presentasi', weight: '60', after: { stage: 's', top: 2, ties: 'decide' } },
  ],
  rubrics: [rubric('r', 's', [criterion('a', '100')]), rubric('q', 't', [criterion('b', '100')])],
  jurors: jurors(2),
  contestants: contestants(4),
  scores: [
    ...[90, 80, 80, 60].flatMap((value, at) => forBoth(at, 'a', value)),
    ...[80, 90, 70, 60].flatMap((value, at) => forBoth(at, 'b', value)),
  ],
  rules: { method: 'mean', tieBreak: ['chair'] },
});

function forBoth(contestant: number, of: string, value: number | null): ContestInput[] {
  return value === null
    ? []
    : ['j1', 'j2'].map((juror) => ({
        juror,
        contestant: `k${contestant + 1}`,
        criterion: of,
        value: String(value),
      }));
}

/** Nothing is there yet, or nobody who could give it. */
export const withoutScores = contestOf({ rules: { method: 'median', tieBreak: ['stage:s', 'criterion:nilai'] } });
export const withoutJurors = contestOf({ jurors: [], rules: { method: 'mean', applyAt: 'criterion' } });
export const nobodyRanked = contestOf({
  contestants: contestants(2).map((contestant) => ({ ...contestant, status: 'withdrawn' })),
});

/** Scores of every pair by a fixed scramble of their positions. */
function scoresFor(
  contestantCount: number,
  jurorCount: number,
  criteria: readonly string[],
  valueOf: (seed: number, criterion: string) => string,
): { juror: string; contestant: string; criterion: string; value: string }[] {
  const scores: (ContestInput & { juror: string; contestant: string; criterion: string; value: string })[] = [];
  let seed = 7;
  for (let contestant = 1; contestant <= contestantCount; contestant += 1) {
    for (let juror = 1; juror <= jurorCount; juror += 1) {
      for (const of of criteria) {
        seed = (seed * 7919 + 104_729) % 1_000_003;
        scores.push({ juror: `j${juror}`, contestant: `k${contestant}`, criterion: of, value: valueOf(seed, of) });
      }
    }
  }
  return scores;
}
