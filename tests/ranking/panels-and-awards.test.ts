/** Panels that are not there, and awards that name anybody: contests from practice that stopped or misled earlier versions. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { announcedSteps, type RevealStep } from '../../shared/ceremony/steps.ts';
import { wholeContest, type ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { parseContestFile, parseContestText } from '../../shared/domain/setup/contest-parse.ts';
import { contestWorkbook } from '../../shared/documents/workbook/workbook.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { juryTotals } from '../../shared/ranking/totals.ts';
import { contestants, contestOf, criterion, jurors, plainContest, rubric, table } from '../support/contest-builder.ts';
import { wordsOf } from '../../shared/say/words.ts';
import { saidRanking } from '../support/said-ranking.ts';
import { sayStep } from '../../shared/say/ceremony.ts';

test('[R8] a juror whose counting stages all weigh 0 is left out of a place-based panel', () => {
  const file = fault('stage-weight-0-majority');
  const category = first(file);
  expect(category.standings.map(({ contestant, rank, result }) => [contestant, rank, result])).toEqual([
    ['k1', 1, '1'],
    ['k2', 2, '2'],
  ]);
  expect(category).toMatchObject({ provisional: false, blocked: null });
  expect(category.standings[0]?.panel).toEqual({ seleksi: ['j1'], final: ['j1'] });
  expect(juryTotals(file, 'c').leftOut).toEqual([{ juror: 'j2', cause: 'no-weight', contestants: [] }]);
  expect(contestWorkbook(file, rankContest(file), wordsOf.id).sheets.length).toBeGreaterThan(0);
});

test.each(['gate-all-recused', 'gate-without-juror'])(
  '[R21] a gate that nobody checks blocks its category (%s)',
  (name) => {
    const file = fault(name);
    const category = first(file);
    expect(category.blocked).toEqual([{ places: [1, 2], contestants: ['k1', 'k2'], reason: 'no-panel' }]);
    expect(category.awards).toEqual([]);
    for (const { why } of category.standings) {
      expect(why.join(' ')).toContain('Babak Administrasi adalah syarat; belum ada juri yang memeriksanya.');
      expect(why.join(' ')).not.toContain('telah terpenuhi');
    }
    expect(announcedSteps(file, rankContest(file), 'c').ok).toBe(false);
  },
);

test('[R21] a gate whose juror is absent for one contestant blocks too; one still to be checked is provisional only', () => {
  const base = fault('gate-all-recused');
  const checked = { juror: 'adm1', contestant: 'k2', criterion: 'sk', value: '1' };
  const absence = { juror: 'adm1', contestant: 'k1', reason: 'sakit' };
  const absent = { ...base, recusals: [], absences: [absence], scores: [...base.scores, checked] };
  expect(first(absent).blocked).toEqual([{ places: [1, 2], contestants: ['k1'], reason: 'no-panel' }]);
  const pending = { ...base, recusals: [], scores: [...base.scores, checked] };
  expect(first(pending)).toMatchObject({ blocked: null, provisional: true });
});

test('[R21] a place-based panel that recusals have used up is blocked before any sheet is locked', () => {
  const recusals = [
    { juror: 'j1', contestant: 'k1', reason: 'satu unit' },
    { juror: 'j2', contestant: 'k2', reason: 'satu unit' },
  ];
  const lost = contestOf({ jurors: jurors(2), recusals, rules: { method: 'borda' } });
  expect(first(lost)).toMatchObject({
    provisional: true,
    blocked: [{ places: [1, 2, 3], contestants: ['k1', 'k2', 'k3'], reason: 'no-panel' }],
  });
  const left = contestOf({ jurors: jurors(3), recusals, rules: { method: 'borda' } });
  expect(first(left).blocked).toBeNull();
});

test('[R6] [R21] a trimmed mean of too few jurors is blocked, in a folder where a recusal came later', () => {
  const scores = table([
    [80, 81, 82, 83, 84],
    [70, 71, 72, null, null],
  ]);
  const recusals = ['j3', 'j4', 'j5'].map((juror) => ({ juror, contestant: 'k2', reason: 'satu unit' }));
  const file = contestOf({
    jurors: jurors(5),
    contestants: contestants(2),
    scores: scores.filter(
      ({ juror, contestant }) => contestant === 'k1' || !recusals.some((one) => one.juror === juror),
    ),
    recusals,
    rules: { method: 'trimmed-mean' },
  });
  expect(first(file)).toMatchObject({
    provisional: false,
    blocked: [{ places: [1, 2], contestants: ['k2'], reason: 'no-panel' }],
  });
});

test('[R24] a list names anybody whatever the state, and nobody is left out', () => {
  const file = fault('award-list-withdrawn');
  expect(first(file).awards.filter(({ award }) => award === 'a')).toEqual([
    { award: 'a', contestant: 'k4', place: 1 },
    { award: 'a', contestant: 'k1', place: 2 },
  ]);
  const cells = JSON.stringify(
    contestWorkbook(file, rankContest(file), wordsOf.id).sheets.find(({ kind }) => kind === 'winners'),
  );
  expect(cells).toContain('x I *');
  expect(cells).toContain('KBK Contoh D');
});

test('[R24] awards over the whole contest stand beside the categories, in one order', () => {
  const file = twoCategories([
    { id: 'fav', name: 'Favorit', kind: 'list', scope: 'contest', contestants: ['k3', 'k1', 'k4'] },
    { id: 'best', name: 'Terbaik', kind: 'criterion', criterion: 'nilai', count: 2, scope: 'contest' },
  ]);
  const answer = rankContest(file);
  expect(answer.awards).toEqual([
    { award: 'fav', contestant: 'k3', place: 1 },
    { award: 'fav', contestant: 'k1', place: 2 },
    { award: 'fav', contestant: 'k4', place: 3 },
    { award: 'best', contestant: 'k2', place: 1 },
    { award: 'best', contestant: 'k1', place: 2 },
  ]);
  for (const { awards } of answer.categories) expect(awards.every(({ award }) => award === 'places')).toBe(true);
  const winners = JSON.stringify(
    contestWorkbook(file, answer, wordsOf.id).sheets.find(({ kind }) => kind === 'winners'),
  );
  expect(winners).toContain('Seluruh lomba');
  expect(winners).toContain('Favorit III *');
  const steps = announcedSteps(file, answer, wholeContest);
  expect(steps.ok && steps.value.map((step) => [labelOf(step), step.contestants.map(({ name }) => name)])).toEqual([
    ['Favorit III', ['KBK Contoh 4']],
    ['Favorit II', ['KBK Contoh 1']],
    ['Favorit I', ['KBK Contoh 3']],
    ['Terbaik II', ['KBK Contoh 1']],
    ['Terbaik I', ['KBK Contoh 2']],
  ]);
});

test('[R24] [C1] nominations have no places and are announced all at once, by number', () => {
  const nominated = { kind: 'list', ordered: false, contestants: ['k4', 'k1'] };
  const file = twoCategories([
    { id: 'nom', name: 'Nominasi', scope: 'contest', ...nominated },
    { id: 'own', name: 'Nominasi kategori', ...nominated },
  ]);
  const answer = rankContest(file);
  expect(answer.awards).toEqual([
    { award: 'nom', contestant: 'k4', place: null },
    { award: 'nom', contestant: 'k1', place: null },
  ]);
  expect(answer.categories[0]?.awards.at(-1)).toEqual({ award: 'own', contestant: 'k1', place: null });
  const steps = announcedSteps(file, answer, wholeContest);
  expect(steps.ok && steps.value.map((step) => ({ ...step, label: labelOf(step) }))).toMatchObject([
    { label: 'Nominasi', place: null, contestants: [{ name: 'KBK Contoh 1' }, { name: 'KBK Contoh 4' }] },
  ]);
});

test('[R24] [C3] the best by a criterion over the contest waits for every sheet; a contest without such awards says nothing', () => {
  const awards = [{ id: 'best', name: 'Terbaik', kind: 'criterion', criterion: 'nilai', scope: 'contest' }];
  const file = twoCategories(awards);
  const open = { ...file, scores: file.scores.slice(1) };
  expect(announcedSteps(open, rankContest(open), wholeContest)).toMatchObject({
    ok: false,
    error: { type: 'provisional' },
  });
  expect(rankContest(twoCategories([]))).not.toHaveProperty('awards');
});

test('[R24] who holds an award that another excludes is passed over, and the next one moves up', () => {
  const votes = Object.entries({ k1: 9, k2: 5, k3: 5, k4: 0 }).map(([contestant, count]) => ({
    contestant,
    votes: count,
  }));
  const ballots = { kind: 'ballots', scope: 'contest', votes, count: 2 };
  const answer = rankContest(
    twoCategories([
      { id: 'favorit', name: 'Favorit', ...ballots },
      { id: 'lain', name: 'Lain', ...ballots, excludes: ['favorit'] },
      { id: 'hati', name: 'Harapan hati', ...ballots, excludes: ['places'] },
    ]),
  );
  expect(answer.awards).toEqual([
    { award: 'favorit', contestant: 'k1', place: 1 },
    // Equals share the place; who is on no ballot is named by none.
    { award: 'favorit', contestant: 'k2', place: 2 },
    { award: 'favorit', contestant: 'k3', place: 2 },
    { award: 'hati', contestant: 'k3', place: 1 },
  ]);
});

test('[R24] what excludes the holders of places waits until these are decided, here and in the ceremony', () => {
  const votes = [{ contestant: 'k3', votes: 1 }];
  const award = { id: 'hati', name: 'Harapan hati', kind: 'ballots', scope: 'contest', votes, excludes: ['places'] };
  const file = twoCategories([award]);
  expect(announcedSteps(file, rankContest(file), wholeContest)).toMatchObject({ ok: true });
  const tied = { ...file, scores: file.scores.map((score) => ({ ...score, value: '50' })) };
  expect(rankContest(tied).awards).toEqual([]);
  expect(announcedSteps(tied, rankContest(tied), wholeContest)).toMatchObject({ error: { type: 'blocked' } });
  const open = { ...file, scores: file.scores.slice(1) };
  expect(announcedSteps(open, rankContest(open), wholeContest)).toMatchObject({ error: { type: 'provisional' } });
  const free = twoCategories([{ ...award, excludes: undefined }]);
  const unscored = { ...free, scores: [] };
  expect(announcedSteps(unscored, rankContest(unscored), wholeContest)).toMatchObject({ ok: true });
});

test('[R24] a sum of chosen criteria with weights of its own names the best', () => {
  const two = rubric('r', 's', [criterion('ide', '10'), criterion('paparan', '90')]);
  const scores = Object.entries({ k1: [90, 70], k2: [60, 95], k3: [80, 80] }).flatMap(
    ([contestant, [ide, paparan]]) => [
      { juror: 'j1', contestant, criterion: 'ide', value: String(ide) },
      { juror: 'j1', contestant, criterion: 'paparan', value: String(paparan) },
    ],
  );
  const kreatif = (ide: string, paparan: string) => ({
    id: 'kreatif',
    name: 'KBK kreatif',
    kind: 'composite',
    criteria: [
      { criterion: 'ide', weight: ide },
      { criterion: 'paparan', weight: paparan },
    ],
    count: 2,
  });
  const winners = (award: object) =>
    first(contestOf({ jurors: jurors(1), rubrics: [two], contestants: contestants(3), scores, awards: [award] }))
      .awards.filter(({ award: id }) => id === 'kreatif')
      .map(({ contestant, place }) => [contestant, place]);
  // 3 x 90 + 70 = 340, 3 x 60 + 95 = 275, 3 x 80 + 80 = 320
  expect(winners(kreatif('3', '1'))).toEqual([
    ['k1', 1],
    ['k3', 2],
  ]);
  // 160, 155, 160: equals share the place, and the third is not the second
  expect(winners(kreatif('1', '1'))).toEqual([
    ['k3', 1],
    ['k1', 1],
  ]);
});

test('[R24] points for places are added up by unit, however it is written, and wait for undecided places', () => {
  const award = { id: 'umum', name: 'Juara umum', kind: 'units', points: ['5', '3.5'], count: 2 };
  const units = new Map<string, string>(
    Object.entries({ k1: 'RSUD  Kartini', k2: 'SMPN 2', k3: 'SMPN 2', k4: 'rsud kartini' }),
  );
  const plain = twoCategories([award]);
  const file = { ...plain, contestants: plain.contestants.map((one) => ({ ...one, unit: units.get(one.id) ?? '' })) };
  const answer = rankContest(file);
  expect(answer.awards).toEqual([
    { award: 'umum', contestant: 'k4', place: 1, unit: 'rsud kartini', points: '8.5' },
    { award: 'umum', contestant: 'k2', place: 2, unit: 'SMPN 2', points: '5' },
  ]);
  const steps = announcedSteps(file, answer, wholeContest);
  expect(steps.ok && steps.value.at(-1)?.contestants).toEqual([
    { id: 'k4', number: null, name: 'rsud kartini', unit: '' },
  ]);
  const winners = contestWorkbook(file, answer, wordsOf.id).sheets.find(({ kind }) => kind === 'winners');
  expect(JSON.stringify(winners)).toContain('8,5 poin');
  const tied = { ...file, scores: file.scores.map((score) => ({ ...score, value: '50' })) };
  expect(rankContest(tied).awards).toEqual([]);
  expect(announcedSteps(tied, rankContest(tied), wholeContest)).toMatchObject({ error: { type: 'blocked' } });
});

test('[R27] an award excludes awards that stand before it, each once, and names what is there', () => {
  const refused = (awards: readonly object[]) => {
    const parsed = parseContestFile({ ...plainContest(), awards });
    return parsed.ok ? [] : parsed.error.problems.map(({ path, type }) => [path, type]);
  };
  const list = { kind: 'list', contestants: [] };
  const first = { id: 'a', name: 'A', ...list };
  expect(refused([first, { id: 'b', name: 'B', ...list, excludes: ['a', 'places'] }])).toEqual([]);
  expect(refused([{ id: 'b', name: 'B', ...list, excludes: ['a'] }, first])).toEqual([
    ['/awards/0/excludes/0', 'excludes-later'],
  ]);
  expect(refused([{ ...first, excludes: ['a'] }])).toEqual([['/awards/0/excludes/0', 'excludes-later']]);
  expect(refused([{ ...first, excludes: ['x', 'places', 'places'] }])).toEqual([
    ['/awards/0/excludes/0', 'no-such'],
    ['/awards/0/excludes/2', 'named-twice'],
  ]);
  const sum = (...ids: string[]) => ids.map((criterion) => ({ criterion, weight: '1' }));
  expect(refused([{ id: 'c', name: 'C', kind: 'composite', criteria: sum('nilai', 'nilai', 'x') }])).toEqual([
    ['/awards/0/criteria/2/criterion', 'no-such'],
    ['/awards/0/criteria/1/criterion', 'named-twice'],
  ]);
});

test('[R3] [R27] stage and final rounding with a place-based method is refused', () => {
  const refused = (method: string, at: string) =>
    parseContestFile({ ...plainContest(), rules: { method, rounding: [{ at, decimals: 2 }] } });
  for (const method of ['majority', 'borda']) {
    for (const at of ['stage', 'final']) {
      expect(refused(method, at)).toMatchObject({ error: { problems: [{ path: '/rules/rounding/0/at' }] } });
    }
    expect(refused(method, 'juror').ok).toBe(true);
  }
  expect(refused('mean', 'final').ok).toBe(true);
});

function fault(name: string): ContestFile {
  const parsed = parseContestText(readFileSync(`tests/fixtures/faults/${name}.json`, 'utf8'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

function twoCategories(awards: readonly Record<string, unknown>[]): ContestFile {
  return contestOf({
    categories: [
      { id: 'c', name: 'Kesehatan' },
      { id: 'd', name: 'Pendidikan' },
    ],
    rubrics: [rubric('r', 's', [criterion('nilai', '100')])],
    contestants: contestants(4).map((one, index) => ({
      ...one,
      category: index < 2 ? 'c' : 'd',
      status: index === 2 ? 'withdrawn' : 'performed',
    })),
    scores: table([[80, 81, 82], [90, 91, 92], [], [60, 61, 62]]),
    awards,
  });
}

function first(file: ContestFile) {
  const [category] = saidRanking(file).categories;
  if (category === undefined) throw new Error('a category');
  return category;
}

function labelOf(step: RevealStep): string {
  return sayStep(wordsOf.id.ceremony, step).label;
}
