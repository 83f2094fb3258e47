/** Rounds, worked by hand: who advances, who is ranked behind, what waits, and what is said about it. */
import { expect, test } from 'vitest';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { checkRanking, withFittingDecisions } from '../../shared/ranking/decisions.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { juryTotals } from '../../shared/ranking/totals.ts';
import { sayRanking } from '../../shared/say/ranking.ts';
import { wordsOf } from '../../shared/say/words.ts';
import {
  contestants,
  contestOf,
  criterion,
  jurors,
  rubric,
  table,
  type ContestInput,
} from '../support/contest-builder.ts';
import { saidRanking } from '../support/said-ranking.ts';

type Rows = readonly (readonly (number | string | null)[])[];

/** Two stages judged by everybody: `risalah` for all, `final` after it. Rows of scores per contestant, a column per juror. */
function twoRounds(after: ContestInput, risalah: Rows, final: Rows, more: ContestInput = {}): ContestFile {
  return contestOf({
    stages: [
      { id: 'risalah', name: 'Risalah', weight: '40' },
      { id: 'final', name: 'Final', weight: '60', after: { stage: 'risalah', ...after } },
    ],
    rubrics: [
      rubric('r', 'risalah', [criterion('isi', '100', { name: 'Isi' })]),
      rubric('f', 'final', [criterion('paparan', '100', { name: 'Paparan' })]),
    ],
    jurors: jurors(risalah[0]?.length ?? 0),
    contestants: contestants(risalah.length),
    scores: [...table(risalah, 'isi'), ...table(final, 'paparan')],
    rules: { method: 'mean', tieBreak: ['fewest-penalties', 'chair'] },
    ...more,
  });
}

/** 80, 90, 80, 70, 85: k2, k5, then k1 and k3 alike, k4. */
const risalah = [[80], [90], [80], [70], [85]];
const final = [[95], [60], [80], [null], [70]];

const ranks = (file: ContestFile) =>
  first(file).standings.map(({ contestant, rank, result, status }) =>
    [contestant, rank, result, ...(status === undefined ? [] : [status])].join(' '),
  );
const first = (file: ContestFile) => {
  const category = rankContest(file).categories[0];
  if (category === undefined) throw new Error('a category');
  return category;
};
const round = (file: ContestFile, at = 0) => {
  const found = juryTotals(file, 'c').rounds[at];
  if (found === undefined) throw new Error('a round');
  return found;
};
const why = (file: ContestFile, contestant: string) =>
  saidRanking(file).categories[0]?.standings.find((one) => one.contestant === contestant)?.why ?? [];

test('[R30] [R32] the first three, equals at the cut all advance; who is out stands behind with its earlier result', () => {
  const file = twoRounds({ top: 3 }, risalah, final);
  expect(checkRanking(file)).toEqual([]);
  expect(round(file)).toMatchObject({ state: 'stands', advanced: ['k2', 'k5', 'k1', 'k3'], out: ['k4'], tied: null });
  // 40 % of the first number, 60 % of the second; k4 has the first stage alone.
  expect(ranks(file)).toEqual(['k1 1 89', 'k3 2 80', 'k5 3 76', 'k2 4 72', 'k4 5 70 not-advanced']);
  const category = first(file);
  expect(category).toMatchObject({ provisional: false, missing: [], blocked: null });
  expect(category.standings[0]?.panel).toEqual({ risalah: ['j1'], final: ['j1'] });
  expect(category.standings[4]?.panel).toEqual({ risalah: ['j1'] });
  expect(category.awards.map(({ contestant, place }) => [contestant, place])).toEqual([
    ['k1', 1],
    ['k3', 2],
    ['k5', 3],
  ]);
});

test('[R30] equals at a cut that is decided block the category until exactly they are decided', () => {
  const file = twoRounds({ top: 3, ties: 'decide' }, risalah, final);
  expect(first(file).blocked).toEqual([{ places: [3, 4], contestants: ['k1', 'k3'], reason: 'tie', stage: 'final' }]);
  expect(first(file).awards).toEqual([]);
  // Everybody counts as in, so that nothing is final by accident.
  expect(first(file).missing).toEqual([{ juror: 'j1', contestant: 'k4', stage: 'final' }]);
  expect(why(file, 'k1').join(' ')).toContain(
    'Siapa yang lolos ke babak Final belum ditetapkan: nomor 1 KBK Contoh 1 dan nomor 3 KBK Contoh 3 bernilai sama di batas (urutan 3 sampai 4); menunggu keputusan ketua dewan juri atau keputusan bahwa semuanya lolos. Sampai itu ditetapkan, semua peserta dihitung ikut.',
  );

  const chair = { kind: 'chair' as const, category: 'c', stage: 'final', order: ['k3', 'k1'], reason: 'musyawarah' };
  const decided = { ...file, decisions: [chair] };
  expect(checkRanking(decided)).toEqual([]);
  expect(ranks(decided)).toEqual(['k3 1 80', 'k5 2 76', 'k2 3 72', 'k1 4 80 not-advanced', 'k4 5 70 not-advanced']);
  expect(first(decided)).toMatchObject({ blocked: null, missing: [] });

  const joint = { kind: 'joint' as const, category: 'c', contestants: ['k1', 'k3'], reason: 'sama kuat' };
  expect(ranks({ ...file, decisions: [joint] })).toHaveLength(5);
  expect(round({ ...file, decisions: [joint] }).advanced).toEqual(['k2', 'k5', 'k1', 'k3']);
  expect(checkRanking({ ...file, decisions: [joint] })).toEqual([]);
});

test('[R30] [R19] a decision for another cut, or for equals that all advance, fits no tie', () => {
  const decision = { kind: 'chair' as const, category: 'c', stage: 'final', order: ['k3', 'k1'], reason: 'musyawarah' };
  const admitted = { ...twoRounds({ top: 3 }, risalah, final), decisions: [decision] };
  expect(checkRanking(admitted).map(({ type }) => type)).toEqual(['decision-fits-no-tie']);
  expect(withFittingDecisions(admitted).file.decisions).toEqual([]);
  const elsewhere = {
    ...twoRounds({ top: 3, ties: 'decide' }, risalah, final),
    decisions: [{ ...decision, stage: 'risalah' }],
  };
  expect(checkRanking(elsewhere).map(({ type }) => type)).toEqual(['decision-fits-no-tie']);
  expect(first(elsewhere).blocked).toHaveLength(1);
});

test('[R30] a deduction never changes who advanced, and counts in the order of those who did not', () => {
  const penalties = [
    { contestant: 'k2', points: '30', reason: 'melebihi waktu' },
    { contestant: 'k3', points: '15', reason: 'melebihi waktu' },
  ];
  const file = twoRounds({ top: 2 }, risalah, [[null], [60], [null], [null], [70]], { penalties });
  // k2 has 90 before the deduction; among those who are out k3 is left with 65, behind k1 and k4.
  expect(ranks(file)).toEqual([
    'k5 1 76',
    'k2 2 42',
    'k1 3 80 not-advanced',
    'k4 4 70 not-advanced',
    'k3 5 65 not-advanced',
  ]);
  expect(why(file, 'k3').join('\n')).toContain(
    'Tidak lolos ke babak Final: nilai babak Risalah tanpa pengurangan 80, urutan 3 dari 5; yang lolos 2 terbaik. Yang terakhir lolos: nomor 5 KBK Contoh 5 dengan 85.',
  );
  // The steps of a decided cut see no deductions either: both are 80.
  const decided = twoRounds({ top: 3, ties: 'decide' }, risalah, final, { penalties });
  expect(round(decided)).toMatchObject({ state: 'tie', tied: { places: [3, 4], contestants: ['k1', 'k3'] } });
});

test('[R30] whoever reaches the pass mark advances, exactly on it too; nobody is a possible outcome', () => {
  const file = twoRounds({ minimum: '80' }, risalah, final);
  expect(round(file)).toMatchObject({ state: 'stands', advanced: ['k2', 'k5', 'k1', 'k3'], out: ['k4'] });
  const high = twoRounds({ minimum: '90.0001' }, risalah, []);
  expect(round(high)).toMatchObject({ state: 'stands', advanced: [] });
  expect(ranks(high)[0]).toBe('k2 1 90 not-advanced');
  expect(first(high)).toMatchObject({ provisional: false, blocked: null, awards: [] });
});

test('[R30] more places than contestants let everybody through', () => {
  const all = twoRounds({ top: 9, ties: 'decide' }, risalah, [[95], [60], [80], [50], [70]]);
  expect(round(all)).toMatchObject({ state: 'stands', out: [] });
  expect(ranks(all)).toHaveLength(5);
});

test('[R31] while a sheet of the earlier stage is missing everybody counts as in', () => {
  const file = twoRounds({ top: 3 }, [[80], [90], [80], [null], [85]], final);
  expect(round(file)).toMatchObject({ state: 'open', out: [] });
  expect(first(file).missing).toEqual([
    { juror: 'j1', contestant: 'k4', stage: 'risalah' },
    { juror: 'j1', contestant: 'k4', stage: 'final' },
  ]);
  expect(ranks(file).join(' ')).not.toContain('not-advanced');
  expect(why(file, 'k1').join(' ')).toContain('1 lembar nilai babak sebelumnya belum dikunci.');
});

test('[R31] where nobody can judge one of them any more the category is blocked, and nobody is out', () => {
  const recusals = [{ juror: 'j1', contestant: 'k4', stages: ['risalah'], reason: 'satu unit' }];
  const file = twoRounds({ top: 3 }, [[80], [90], [80], [null], [85]], final, { recusals });
  expect(round(file)).toMatchObject({ state: 'no-panel', out: [], unjudged: ['k4'] });
  expect(first(file).blocked).toEqual([{ places: [1, 2, 3], contestants: ['k4'], reason: 'no-panel' }]);
  // A place-based method whose earlier stage weighs 0 has a panel for the places, and none for the cut.
  const borda = twoRounds({ top: 3 }, [[80], [90], [80], [null], [85]], final, {
    recusals,
    stages: [
      { id: 'risalah', name: 'Risalah', weight: '0' },
      { id: 'final', name: 'Final', weight: '60', after: { stage: 'risalah', top: 3 } },
    ],
    rules: { method: 'borda' },
  });
  expect(first(borda).blocked?.map(({ reason }) => reason)).toContain('no-panel');
});

test('[R30] three rounds, whose first two weigh nothing: the plain mean of both decides the second cut', () => {
  const file = contestOf({
    stages: [
      { id: 'satu', name: 'Penyisihan', weight: '0' },
      { id: 'tiga', name: 'Final', weight: '100', after: { stage: 'dua', top: 2 } },
      { id: 'dua', name: 'Semifinal', weight: '0', after: { stage: 'satu', top: 3 } },
    ],
    rubrics: [
      rubric('r1', 'satu', [criterion('a', '100')]),
      rubric('r3', 'tiga', [criterion('z', '100')]),
      rubric('r2', 'dua', [criterion('b', '100')]),
    ],
    jurors: jurors(1),
    contestants: contestants(5),
    scores: [
      ...table([[90], [80], [70], [60], [50]], 'a'),
      ...table([[60], [72], [81], [99], [null]], 'b'),
      ...table([[null], [50], [60], [null], [null]], 'z'),
    ],
    rules: { method: 'mean' },
  });
  expect(checkRanking(file)).toEqual([]);
  expect(juryTotals(file, 'c').rounds.map(({ over, out }) => [over, out])).toEqual([
    [['satu'], ['k5', 'k4'].toReversed()],
    [['satu', 'dua'], ['k1']],
  ]);
  // (90 + 60) : 2 = 75 is less than (80 + 72) : 2 = 76 and (70 + 81) : 2 = 75,5. The 99 of k4 counts nowhere.
  expect(ranks(file)).toEqual([
    'k3 1 60',
    'k2 2 50',
    'k1 3 75 not-advanced',
    'k4 4 60 not-advanced',
    'k5 5 50 not-advanced',
  ]);
  expect(why(file, 'k1').join('\n')).toContain(
    'Tidak lolos ke babak Final: nilai babak Penyisihan dan Semifinal (1 × 90 + 1 × 60) : (1 + 1) = 75, urutan 3 dari 3; yang lolos 2 terbaik. Yang terakhir lolos: nomor 3 KBK Contoh 3 dengan 75,5.',
  );
  expect(why(file, 'k3').join('\n')).toContain('Lolos ke babak Semifinal: nilai babak Penyisihan 70, urutan 3 dari 5;');
});

test('[R30] a gate before the cut bars whoever fails it, one behind it changes nothing of the cut', () => {
  const gate = (after?: ContestInput) =>
    twoRounds({ top: 2 }, risalah, [[95], [null], [80], [null], [70]], {
      stages: [
        { id: 'berkas', name: 'Berkas', weight: '0', ...(after === undefined ? {} : { after }) },
        { id: 'risalah', name: 'Risalah', weight: '40' },
        { id: 'final', name: 'Final', weight: '60', after: { stage: 'risalah', top: 2 } },
      ],
      rubrics: [
        rubric('g', 'berkas', [criterion('surat', '1', { max: '1', step: '1' })], { gate: true }),
        rubric('r', 'risalah', [criterion('isi', '100')]),
        rubric('f', 'final', [criterion('paparan', '100')]),
      ],
      scores: [
        ...table([[1], [0], [1], [1], [1]], 'surat'),
        ...table(risalah, 'isi'),
        ...table([[95], [null], [80], [null], [70]], 'paparan'),
      ],
    });
  // k2 fails before the cut: k5, and k1 and k3 who are equal, advance.
  expect(checkRanking(gate())).toEqual([]);
  expect(round(gate())).toMatchObject({ state: 'stands', advanced: ['k5', 'k1', 'k3'], out: ['k4'] });
  expect(first(gate()).unranked).toEqual([{ contestant: 'k2', status: 'failed-gate' }]);
  // It fails after the cut: it has advanced, and takes its place with it.
  const behind = gate({ stage: 'risalah', top: 2 });
  expect(checkRanking(behind)).toEqual([]);
  expect(round(behind)).toMatchObject({ to: ['berkas', 'final'], advanced: ['k2', 'k5'] });
  expect(ranks(behind)).toEqual(['k5 1 76', 'k1 2 80 not-advanced', 'k3 2 80 not-advanced', 'k4 4 70 not-advanced']);
  expect(first(behind).unranked).toEqual([{ contestant: 'k2', status: 'failed-gate' }]);
  // A gate that is not checked yet may still bar somebody.
  const pending = { ...gate(), scores: gate().scores.filter(({ criterion: id }) => id !== 'surat') };
  expect(round(pending).state).toBe('open');
});

test('[R32] [R22] who withdraws between the rounds frees its place', () => {
  const file = twoRounds({ top: 2 }, risalah, [[95], [null], [80], [null], [70]]);
  const gone = file.contestants.map((one) => (one.id === 'k2' ? { ...one, status: 'withdrawn' as const } : one));
  const withdrawn = { ...file, contestants: gone };
  expect(round(withdrawn).advanced).toEqual(['k5', 'k1', 'k3']);
  expect(first(withdrawn).unranked).toEqual([{ contestant: 'k2', status: 'withdrawn' }]);
  expect(ranks(withdrawn)).toEqual(['k1 1 89', 'k3 2 80', 'k5 3 76', 'k4 4 70 not-advanced']);
});

test('[R30] [R32] majority: places of the earlier stage decide the cut, places among those who advanced the end', () => {
  const file = twoRounds(
    { top: 2 },
    // Places 1 2 3 4; 1 2 4 3; 2 1 3 4: k1 has two firsts, k2 two seconds or better, k3 two thirds, k4 the rest.
    [
      [90, 90, 80],
      [80, 80, 90],
      [70, 60, 70],
      [60, 70, 60],
    ],
    [
      [50, 60, 50],
      [60, 61, 49],
      [null, null, null],
      [null, null, null],
    ],
    { rules: { method: 'majority' } },
  );
  expect(checkRanking(file)).toEqual([]);
  expect(round(file)).toMatchObject({ state: 'stands', advanced: ['k1', 'k2'] });
  // 40 % and 60 %: k1 66, 72, 62; k2 68, 68,6, 65,4. Two of three jurors have k2 first.
  expect(ranks(file)).toEqual(['k2 1 1', 'k1 2 2', 'k3 3 3 not-advanced', 'k4 4 4 not-advanced']);
  expect(why(file, 'k4').join('\n')).toContain(
    'Tidak lolos ke babak Final: tempat babak Risalah 4, urutan 4 dari 4; yang lolos 2 terbaik. Yang terakhir lolos: nomor 2 KBK Contoh 2 dengan 2.',
  );
});

test('[R30] borda: a juror recused for somebody who is out counts among those who advanced', () => {
  const file = twoRounds(
    { top: 2 },
    [
      [90, 90, 80],
      [80, 80, 90],
      [60, 70, null],
    ],
    [
      [50, 60, 50],
      [60, 61, 90],
      [null, null, null],
    ],
    {
      rules: { method: 'borda', tieBreak: [] },
      recusals: [{ juror: 'j3', contestant: 'k3', reason: 'satu unit' }],
    },
  );
  // Cut without j3: k1 2 + 2, k2 1 + 1, k3 none. The end with all three, two of whom have k2 first: 1 x k1 (72 : 68,6).
  expect(round(file).compared.contestants.map(({ result }) => result?.numerator)).toEqual([4n, 2n, 0n]);
  expect(ranks(file)).toEqual(['k2 1 2', 'k1 2 1', 'k3 3 0 not-advanced']);
  expect(first(file).standings.map(({ panel }) => panel['risalah'])).toEqual([
    ['j1', 'j2', 'j3'],
    ['j1', 'j2', 'j3'],
    ['j1', 'j2'],
  ]);
});

test('[R32] what is judged beside the rounds counts nothing for who is out, but in awards', () => {
  const file = twoRounds({ top: 2 }, risalah, [[null], [60], [null], [null], [70]], {
    stages: [
      { id: 'risalah', name: 'Risalah', weight: '40' },
      { id: 'yel', name: 'Yel-yel', weight: '20' },
      { id: 'final', name: 'Final', weight: '40', after: { stage: 'risalah', top: 2 } },
    ],
    rubrics: [
      rubric('r', 'risalah', [criterion('isi', '100')]),
      rubric('y', 'yel', [criterion('semangat', '100')]),
      rubric('f', 'final', [criterion('paparan', '100')]),
    ],
    scores: [
      ...table(risalah, 'isi'),
      ...table([[50], [60], [100], [null], [70]], 'semangat'),
      ...table([[null], [60], [null], [null], [70]], 'paparan'),
    ],
    awards: [{ id: 'yel', name: 'Yel-yel terbaik', kind: 'criterion', criterion: 'semangat' }],
  });
  expect(ranks(file).slice(2)).toEqual(['k1 3 80 not-advanced', 'k3 3 80 not-advanced', 'k4 5 70 not-advanced']);
  expect(first(file).missing).toEqual([{ juror: 'j1', contestant: 'k4', stage: 'yel' }]);
  expect(first(file).awards.filter(({ award }) => award === 'yel')).toEqual([
    { award: 'yel', contestant: 'k3', place: 1 },
  ]);
});

test('[R33] below the lowest result no place is awarded, and a tie there blocks nothing', () => {
  const file = twoRounds({ top: 4 }, risalah, [[95], [60], [75], [null], [75]], {
    rules: { method: 'mean', places: 4, minimum: '77' },
  });
  // 89, 72, 77, 79: exactly on the bound is enough.
  expect(ranks(file)).toEqual(['k1 1 89', 'k5 2 79', 'k3 3 77', 'k2 4 72', 'k4 5 70 not-advanced']);
  expect(first(file).awards.map(({ contestant }) => contestant)).toEqual(['k1', 'k5', 'k3']);
  expect(why(file, 'k2').join(' ')).toContain('Nilainya di bawah nilai terendah untuk juara (77)');
  const tied = twoRounds({ top: 4 }, risalah, [[80], [60], [80], [null], [70]], {
    rules: { method: 'mean', places: 4, minimum: '80.5' },
  });
  expect(first(tied)).toMatchObject({ blocked: null, awards: [] });
});

test('[R26] both languages say why somebody advanced or not, and that equals did', () => {
  const file = twoRounds({ top: 3 }, risalah, final);
  const said = sayRanking(wordsOf.en, file, rankContest(file)).categories[0]?.standings ?? [];
  const text = (contestant: string) => said.find((one) => one.contestant === contestant)?.why.join('\n');
  expect(text('k1')).toContain(
    'Advanced to stage Final: score of stage Risalah 80, number 3 of 5; the best 3 advance; equals at the cut all advance.',
  );
  expect(text('k4')).toContain(
    'Did not advance to stage Final: score of stage Risalah 70, number 5 of 5; the best 3 advance. The last one to advance: number 3 KBK Contoh 3 with 80.',
  );
  expect(why(file, 'k1').join('\n')).toContain('yang lolos 3 terbaik; yang sama di batas semuanya lolos.');
  // What separates the results of different rounds is no distance.
  expect(why(file, 'k4').join('\n')).not.toContain('Selisih');
  expect(why(file, 'k2').at(-1)).toBe('Selisih dengan peringkat 3: 4.');
});

test('[R26] a decided cut tells the steps, the order and its reason', () => {
  const chair = { kind: 'chair' as const, category: 'c', order: ['k3', 'k1'], reason: 'lebih matang' };
  const file = { ...twoRounds({ top: 3, ties: 'decide' }, risalah, final), decisions: [chair] };
  expect(why(file, 'k1').join('\n')).toContain(
    'Nilai sama di batas ke babak Final (80) dengan nomor 3 KBK Contoh 3. Karena itu ditetapkan dengan keputusan ketua dewan juri: nomor 3 di atas nomor 1. Alasan: lebih matang.',
  );
  const joint = { kind: 'joint' as const, category: 'c', contestants: ['k1', 'k3'], reason: 'sama kuat' };
  const together = { ...file, decisions: [joint] };
  expect(why(together, 'k3').join('\n')).toContain('Ditetapkan dewan juri: semuanya lolos. Alasan: sama kuat.');
});
