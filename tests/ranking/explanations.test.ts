/** What an explanation says, case by case; `explanation-figures.test.ts` computes every printed number again. */
import { expect, test } from 'vitest';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { indexContest } from '../../shared/ranking/contest-index.ts';
import { noRecords, type Explanation, type RankRecords } from '../../shared/ranking/explanation.ts';
import { explain, explainOutside } from '../../shared/ranking/explanations.ts';
import { rankGroups } from '../../shared/ranking/ties.ts';
import { categoryTotals } from '../../shared/ranking/totals.ts';
import { flattened, sayExplanations } from '../../shared/say/explanations.ts';
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

const names = ['KBK Melati', 'KBK Mawar', 'KBK Anggrek', 'KBK Kenanga', 'KBK Teratai'];

test('[R26] marks and weights stand in a line per juror, before what they make', () => {
  const file = contest([[84, 85]], { criteria: ['40', '60'] });
  expect(whyOf(file, 'k1')).toEqual([
    'Peringkat 1 dengan nilai akhir 84,60.',
    'Presentasi, Juri 1: Kriteria a 84 × 40 % = 33,6; Kriteria b 85 × 60 % = 51; jumlah 84,6.',
    'Babak Presentasi (bobot 100): Juri 1 84,6; rata-rata 1 juri 84,6.',
  ]);
});

test('[R26] with applyAt criterion: the marks per criterion, the method, the weight', () => {
  const file = contest(
    [
      [84, 80],
      [85, 90],
    ],
    { criteria: ['40', '60'], rules: { applyAt: 'criterion', rounding: [{ at: 'weighted', decimals: 1 }] } },
  );
  expect(whyOf(file, 'k1').slice(1)).toEqual([
    'Presentasi, Kriteria a: Juri 1 84; Juri 2 85; rata-rata 2 juri 84,5; 84,5 × 40 % = 33,8, dibulatkan 1 desimal menurut aturan: 33,8.',
    'Presentasi, Kriteria b: Juri 1 80; Juri 2 90; rata-rata 2 juri 85; 85 × 60 % = 51, dibulatkan 1 desimal menurut aturan: 51.',
    'Babak Presentasi (bobot 100): jumlah kriteria 33,8 + 51 = 84,8.',
  ]);
});

test('[R26] every declared rounding is named where it happens', () => {
  const rounding = [
    { at: 'weighted', decimals: 1 },
    { at: 'juror', decimals: 0 },
    { at: 'stage', decimals: 2 },
    { at: 'final', decimals: 1 },
  ];
  const why = whyOf(contest([[84.25], [83.3], [80]], { rules: { rounding } }), 'k1');
  expect(why).toContain(
    'Presentasi, Juri 1: Kriteria a 84,25 × 100 % = 84,25, dibulatkan 1 desimal menurut aturan: 84,3; jumlah 84,3, dibulatkan 0 desimal menurut aturan: 84.',
  );
  expect(why).toContain(
    'Babak Presentasi (bobot 100): Juri 1 84; Juri 2 83; Juri 3 80; rata-rata 3 juri 82,333…, dibulatkan 2 desimal menurut aturan: 82,33.',
  );
  expect(why).toContain('Nilai gabungan 82,33, dibulatkan 1 desimal menurut aturan: 82,3.');
});

test('[R26] deductions: the value before, the sum, the subtraction', () => {
  const penalties = [
    { contestant: 'k1', points: '1', reason: 'melebihi waktu.' },
    { contestant: 'k1', perMinute: '0.25', overSeconds: 50, reason: 'properti' },
  ];
  expect(whyOf(contest([[84.44]], { penalties }), 'k1').slice(-3)).toEqual([
    'Pengurangan 1: melebihi waktu.',
    'Pengurangan: lewat 50 detik, 1 menit × 0,25 = 0,25: properti.',
    'Nilai sebelum pengurangan 84,44. Dikurangi 1 + 0,25 = 1,25. Nilai akhir 84,44 − 1,25 = 83,19.',
  ]);
});

test('[R26] a trimmed mean names whom it drops; a median the order', () => {
  const marks = [[88.9], [81.9], [80.9], [85.9], [80.9]];
  expect(whyOf(contest(marks, { rules: { method: 'trimmed-mean' } }), 'k1').at(-1)).toBe(
    'Babak Presentasi (bobot 100): Juri 1 88,9; Juri 2 81,9; Juri 3 80,9; Juri 4 85,9; Juri 5 80,9. Dibuang: tertinggi Juri 1 (88,9), terendah Juri 5 (80,9). Sisa 81,9; 80,9; 85,9; rata-rata 82,9.',
  );
  expect(whyOf(contest(marks.slice(0, 4), { rules: { method: 'median' } }), 'k1').at(-1)).toContain(
    'Diurutkan: 80,9; 81,9; 85,9; 88,9; nilai tengah (81,9 + 85,9) : 2 = 83,9.',
  );
});

test('[R26] Skating in numbers: the majority, the tallies, and who was before by which rule', () => {
  // The marks of R10's first example: places 2 5 3 4 1 of five jurors, and so on.
  const file = contest(
    places([
      [1, 1, 3, 3, 4],
      [2, 2, 2, 2, 2],
      [3, 3, 4, 1, 1],
      [4, 4, 1, 4, 3],
    ]),
    {
      rules: { method: 'majority' },
      perContestant: true,
    },
  );
  const why = whyOf(file, 'k4').join('\n');
  expect(why).toContain('Peringkat 4 dengan tempat akhir 4.');
  expect(why).toContain('Tempat menurut setiap juri: Juri 1 4; Juri 2 4; Juri 3 1; Juri 4 4; Juri 5 3.');
  expect(why).toContain('Mayoritas = 3 dari 5 juri. Tempat 1 atau lebih baik: 1 juri; 2: 1; 3: 2; 4: 5.');
  expect(why).toContain('Nomor 2 KBK Mawar mencapai mayoritas lebih dahulu, pada "2 atau lebih baik" (5 juri).');
  expect(why).toContain('Maka peringkat 4.');
  expect(whyOf(file, 'k1').join('\n')).toContain(
    'Sama dalam semua hitungan dengan nomor 3 KBK Anggrek. Maka tempat akhir 2,5 (tempat 2 sampai 3 dibagi).',
  );
  expect(whyOf(file, 'k2').at(-1)).toBe(
    'Dibandingkan dengan peringkat 2 (nomor 1 KBK Melati): mencapai mayoritas lebih dahulu, pada "2 atau lebih baik" (5 juri).',
  );
});

test('[R26] Skating: the larger number of jurors and the smaller sum are told in figures', () => {
  const byPlaces = { rules: { method: 'majority' }, perContestant: true };
  const larger = contest(
    places([
      [1, 2, 2],
      [2, 3, 1],
      [3, 1, 3],
    ]),
    byPlaces,
  );
  expect(whyOf(larger, 'k2').join('\n')).toContain(
    'Nomor 1 KBK Melati mencapai mayoritas di tempat yang sama; pada "2 atau lebih baik" lebih banyak juri (3 : 2).',
  );
  const smaller = contest(
    places([
      [1, 2, 4, 2],
      [2, 1, 2, 4],
      [4, 3, 1, 1],
      [3, 4, 3, 3],
    ]),
    byPlaces,
  );
  expect(whyOf(smaller, 'k4').join('\n')).toContain(
    'Nomor 3 KBK Anggrek mencapai mayoritas di tempat yang sama; pada "3 atau lebih baik" jumlah juri sama (3), jumlah tempatnya lebih kecil (3 + 1 + 1 = 5; lawannya 3 + 3 + 3 = 9).',
  );
});

test('[R26] Borda in numbers, and place-based totals with stages and deductions', () => {
  const file = contestOf({
    stages: [
      { id: 's', name: 'Risalah', weight: '50' },
      { id: 't', name: 'Presentasi', weight: '30' },
    ],
    rubrics: [rubric('r', 's', [criterion('a', '100')]), rubric('q', 't', [criterion('b', '100')])],
    jurors: [{ id: 'j1', name: 'Juri 1' }],
    contestants: people(2),
    scores: [...table([[82.9], [90]], 'a'), ...table([[81], [80]], 'b')],
    penalties: [{ contestant: 'k1', points: '1', reason: 'waktu' }],
    rules: { method: 'borda' },
  });
  const why = whyOf(file, 'k1');
  expect(why).toContain('Juri 1: (50 × 82,9 + 30 × 81) : 80 − 1 = 81,1875, tempat 2 (1 peserta lebih tinggi).');
  expect(why).toContain('Angka = jumlah peserta (2) − tempat: 0.');
  const more = contest(
    places([
      [1, 2, 3],
      [2, 1, 1],
      [3, 3, 2],
    ]),
    { rules: { method: 'borda' }, perContestant: true },
  );
  expect(whyOf(more, 'k2')).toContain('Angka = jumlah peserta (3) − tempat: 1 + 2 + 2 = 5.');
});

test('[R26] a decided tie names every step with its equal values, the decision, its date and its reason', () => {
  const decisions = [{ kind: 'chair', category: 'c', order: ['k2', 'k1'], reason: 'lebih siap.' }];
  const file = contest(
    [
      [80, 84, 83],
      [84, 80, 83],
    ].map((row) => row),
    {
      perContestant: true,
      decisions,
      jurors: [
        { id: 'j1', name: 'Juri 1', chair: true },
        { id: 'j2', name: 'Juri 2' },
        { id: 'j3', name: 'Juri 3' },
      ],
      rules: { tieBreak: ['criterion:a', 'juror-firsts', 'head-to-head', 'fewest-penalties', 'draw', 'chair'] },
    },
  );
  const [decision] = file.decisions;
  if (decision === undefined) throw new Error('a decision');
  const records: RankRecords = { ...noRecords, decisions: new Map([[decision, '21 November 2026']]) };
  const why = whyOf(file, 'k2', records);
  expect(why).toContain(
    'Nilai sama (82,333…) dengan nomor 1 KBK Melati. Menurut urutan penentu yang disepakati: rata-rata Kriteria a sama (82,333…); juri yang menempatkan terbaik sama (2 : 2); juri yang memberi nilai lebih tinggi sama (1 : 1); pengurangan (yang lebih sedikit unggul) sama (0); undian belum dilakukan. Karena itu ditetapkan dengan keputusan ketua dewan juri (Juri 1) tanggal 21 November 2026: nomor 2 di atas nomor 1. Alasan: lebih siap.',
  );
  expect(why).toContain('Juri 1: nomor 2 84; nomor 1 80.');
  expect(why.at(-1)).toBe('Selisih dengan peringkat 2: 0 (sama).');
});

test('[R26] an open tie says what it waits for; joint winners by whom and why; outside the awards it is shared', () => {
  const rows = [[80], [80], [70], [70]];
  const open = contest(rows, { perContestant: true, rules: { tieBreak: ['criterion:a', 'chair', 'draw'], places: 1 } });
  expect(whyOf(open, 'k1').join('\n')).toContain(
    'rata-rata Kriteria a sama (80); keputusan ketua dewan juri belum ada; undian belum dilakukan. Peringkat dibagi dengan nomor 2 KBK Mawar: tidak ada penentu yang memisahkan. Juara I belum ditetapkan: menunggu keputusan ketua dewan juri, undian, atau juara kembar.',
  );
  expect(whyOf(open, 'k3').join('\n')).not.toContain('belum ditetapkan');
  const joint = { kind: 'joint', category: 'c', contestants: ['k1', 'k2'], reason: 'sama baik' };
  expect(whyOf(contest(rows, { perContestant: true, decisions: [joint] }), 'k1').join('\n')).toContain(
    'Ditetapkan dewan juri sebagai juara kembar. Alasan: sama baik.',
  );
});

test('[R26] compared values are sorted, kept apart, and end with who is ahead', () => {
  const file = contestOf({
    jurors: [{ id: 'j1', name: 'Juri 1' }],
    contestants: people(3),
    rubrics: [rubric('r', 's', [criterion('a', '50', { step: '0.0001' }), criterion('b', '50', { step: '0.0001' })])],
    scores: [...table([[80.0001], [80.0002], [80.0001]], 'a'), ...table([[80.0002], [80.0001], [80.0002]], 'b')],
    rules: { method: 'mean', tieBreak: ['criterion:a'] },
  });
  expect(whyOf(file, 'k1').join('\n')).toContain(
    'rata-rata Kriteria a: nomor 2 KBK Mawar 80,0002; nomor 1 KBK Melati 80,0001; nomor 3 KBK Anggrek 80,0001; unggul nomor 2, nomor 1 dan nomor 3 masih sama.',
  );
});

test('[R26] a provisional rank says so, and which sheets are missing', () => {
  const file = contest(
    [
      [80, 81],
      [70, null],
    ],
    { perContestant: true },
  );
  expect(whyOf(file, 'k1')[0]).toBe(
    'Peringkat sementara 1 dengan nilai akhir 80,50 (kategori belum lengkap: Juri 2 belum mengunci nilai nomor 2).',
  );
});

test('[R26] a recusal is one line for all the stages that it covers', () => {
  const stages = ['s', 't', 'u'].map((id, at) => ({ id, name: ['Risalah', 'Presentasi', 'Final'][at], weight: '1' }));
  const file = contestOf({
    stages,
    rubrics: stages.map(({ id }) => rubric(`r-${id}`, id, [criterion(`n-${id}`, '100')])),
    jurors: [
      { id: 'j1', name: 'Juri 1' },
      { id: 'j2', name: 'Juri 2' },
      { id: 'j3', name: 'Juri 3' },
    ],
    contestants: people(1),
    scores: stages.flatMap(({ id }) => table([[80]], `n-${id}`)),
    recusals: [{ juror: 'j2', contestant: 'k1', stages: ['s', 't'], reason: 'satu unit kerja.' }],
    absences: [
      { juror: 'j2', contestant: 'k1', stages: ['u'], reason: 'sakit' },
      { juror: 'j3', contestant: 'k1', reason: 'dinas luar' },
    ],
    rules: { method: 'mean' },
  });
  const why = whyOf(file, 'k1');
  expect(why.filter((text) => text.startsWith('Juri 2 '))).toEqual([
    'Juri 2 tidak menilai (benturan kepentingan) di babak Risalah dan Presentasi: satu unit kerja. Dihitung dari 1 juri yang menilai.',
    'Juri 2 berhalangan di babak Final: sakit. Dihitung dari 1 juri yang menilai.',
  ]);
  expect(why).toContain('Juri 3 berhalangan di semua babak: dinas luar. Dihitung dari 1 juri yang menilai.');
});

test('[R26] everybody outside the ranking has a sentence: a failed gate by its marks, the others by their record', () => {
  const file = contestOf({
    stages: [
      { id: 'adm', name: 'Administrasi', weight: '0' },
      { id: 's', name: 'Presentasi', weight: '100' },
    ],
    rubrics: [
      { ...rubric('g', 'adm', [criterion('foto', '1', { max: '1', name: 'Lampiran foto' })]), gate: true },
      rubric('r', 's', [criterion('nilai', '100')]),
    ],
    jurors: [{ id: 'j1', name: 'Juri 1' }],
    contestants: people(3).map((one, at) => ({ ...one, status: at === 1 ? 'disqualified' : 'performed' })),
    scores: [...table([[0], [], [1]], 'foto'), ...table([[80], [], [70]])],
    rules: { method: 'mean' },
  });
  expect(saidRanking(file).categories[0]?.unranked).toEqual([
    {
      contestant: 'k1',
      status: 'failed-gate',
      why: ['Tidak diperingkat: tidak memenuhi syarat Administrasi. Lampiran foto: 0 dari 1 (Juri 1).'],
    },
    { contestant: 'k2', status: 'disqualified' },
  ]);
  const statuses = new Map([['k2', { when: '21 November 2026 pukul 10.15', reason: 'karya pernah juara' }]]);
  expect(outsideOf(file, 'k2', { ...noRecords, statuses })).toEqual([
    'Tidak diperingkat: didiskualifikasi, dicatat panitia 21 November 2026 pukul 10.15. Alasan: karya pernah juara.',
  ]);
  expect(outsideOf(file, 'k2', noRecords)).toEqual(['Tidak diperingkat: didiskualifikasi.']);
  expect(whyOf(file, 'k3')).toContain(
    'Babak Administrasi adalah syarat dan telah terpenuhi (diperiksa Juri 1); tidak menambah nilai.',
  );
});

test('[R26] the last line is the distance to the neighbours', () => {
  const file = contest([[83.19], [83.16], [80]], { perContestant: true });
  expect(whyOf(file, 'k1').at(-1)).toBe('Selisih dengan peringkat 2: 0,03.');
  expect(whyOf(file, 'k2').at(-1)).toBe('Selisih dengan peringkat 1: 0,03; dengan peringkat 3: 3,16.');
});

interface Options extends ContestInput {
  readonly criteria?: readonly string[];
  readonly rules?: ContestInput;
  /** Rows are contestants and columns jurors, of one criterion; otherwise rows are jurors and columns criteria of k1. */
  readonly perContestant?: boolean;
}

function contest(rows: readonly (readonly (number | null)[])[], options: Options = {}): ContestFile {
  const { criteria = ['100'], rules = {}, perContestant = false, ...rest } = options;
  const ids = ['a', 'b'].slice(0, criteria.length);
  const people1 = people(perContestant ? rows.length : 1);
  const columns = perContestant ? (rows[0]?.length ?? 0) : rows.length;
  return contestOf({
    rubrics: [
      rubric(
        'r',
        's',
        ids.map((id, at) => criterion(id, criteria[at] ?? '')),
      ),
    ],
    jurors: jurors(columns).map((one, at) => ({ ...one, name: `Juri ${at + 1}` })),
    contestants: people1,
    scores: perContestant ? table(rows, 'a') : ids.flatMap((id, at) => table([rows.map((row) => row[at] ?? null)], id)),
    ...rest,
    rules: { method: 'mean', ...rules },
  });
}

function people(count: number): ContestInput[] {
  return contestants(count).map((one, at) => ({ ...one, name: names[at] ?? '' }));
}

/** Scores that give these places. */
function places(rows: readonly (readonly number[])[]): number[][] {
  return rows.map((row) => row.map((place) => 90 - place));
}

function whyOf(file: ContestFile, contestant: string, records: RankRecords = noRecords): readonly string[] {
  const totals = categoryTotals(indexContest(file), 'c');
  const groups = rankGroups(file, totals);
  const group = groups.find(({ members }) => members.some((one) => one.contestant === contestant));
  const member = group?.members.find((one) => one.contestant === contestant);
  const standing = saidRanking(file).categories[0]?.standings.find((one) => one.contestant === contestant);
  if (group === undefined || member === undefined || standing === undefined) throw new Error('a ranked contestant');
  const why = said(file, explain({ file, totals, groups, records }, group, member, standing.display));
  if (records === noRecords) expect(standing.why).toEqual(why);
  return why;
}

function outsideOf(file: ContestFile, contestant: string, records: RankRecords): readonly string[] {
  const member = categoryTotals(indexContest(file), 'c').contestants.find((one) => one.contestant === contestant);
  if (member === undefined) throw new Error('a contestant');
  return said(file, explainOutside({ file, records }, member));
}

function said(file: ContestFile, parts: readonly Explanation[]): readonly string[] {
  return flattened(sayExplanations(wordsOf.id.explanations, file, parts));
}
