/** Contests that follow from another one: what goes along, what stays behind, and that they load. */
import { expect, test } from 'vitest';
import { checkContest } from '../../shared/domain/setup/contest-check.ts';
import { contestFileSchema, type ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { parseContestText } from '../../shared/domain/setup/contest-parse.ts';
import { nextYearsContest, roundContest } from '../../shared/domain/setup/further-contest.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { whoGoesOn } from '../../shared/ranking/going-on.ts';
import { juryTotals } from '../../shared/ranking/totals.ts';
import { contestOf, contestants, criterion, jurors, rubric, table } from '../support/contest-builder.ts';
import { randomContest } from '../support/random-contest.ts';

const seatName = (number: number) => `Juri ${number}`;

/** Two rounds, everything closed; what a contest can have besides. */
function held(more: Record<string, unknown> = {}): ContestFile {
  return contestOf({
    contest: {
      name: 'Gelar Budaya Kerja 2026',
      place: 'Pendopo',
      dates: ['2026-11-08'],
      organizer: 'Bagian Organisasi',
      letterhead: ['PEMERINTAH KABUPATEN CONTOH'],
      signing: { town: 'Contoh', date: '2026-11-09' },
      committeeChair: { name: 'Ketua (contoh)' },
      juryLabel: 'Tim Juri',
      sealing: true,
    },
    stages: [
      { id: 's', name: 'Penyisihan', weight: '40' },
      { id: 'f', name: 'Final', weight: '60', after: { stage: 's', top: 2 } },
      { id: 'p', name: 'Puncak', weight: '60', after: { stage: 'f', top: 1 } },
    ],
    rubrics: [
      rubric('r', 's', [criterion('nilai', '100')]),
      rubric('q', 'f', [criterion('paparan', '100', { aspect: 'Isi' })]),
      rubric('t', 'p', [criterion('puncak', '100')]),
    ],
    jurors: jurors(2).map((juror, at) => ({ ...juror, chair: at === 0 })),
    contestants: contestants(4).map((each, at) => ({
      ...each,
      unit: 'RSUD',
      title: 'Cepat',
      slot: '09.00',
      number: at + 1,
    })),
    scores: table([
      [90, 90],
      [70, 70],
      [80, 80],
      [60, 60],
    ]),
    awards: [
      { id: 'favorit', name: 'Favorit', kind: 'list', contestants: ['k1'] },
      { id: 'suara', name: 'Suara', kind: 'ballots', votes: [{ contestant: 'k2', votes: 3 }] },
      { id: 'kreatif', name: 'Kreatif', kind: 'criterion', criterion: 'nilai' },
      { id: 'isi', name: 'Isi', kind: 'criterion', criterion: 'paparan', excludes: ['places', 'kreatif'] },
    ],
    rules: { method: 'mean', tieBreak: ['stage:s', 'criterion:nilai', 'aspect:Isi', 'chair'] },
    closedRounds: [{ category: 'c', stage: 'f', advanced: ['k1', 'k3'] }],
    programme: [{ type: 'opening' }],
    ...more,
  });
}

function loads(file: ContestFile): void {
  const parsed = parseContestText(JSON.stringify(file));
  expect(parsed.ok ? [] : parsed.error).toEqual([]);
}

test('[N1] a closed round as a contest of its own: its groups without numbers, its stages, what fits of rules and awards', () => {
  const file = held();
  const going = whoGoesOn(file, { stage: 'f' });
  expect(going).toEqual({ ok: true, value: ['k1', 'k3'] });
  const province = roundContest(file, { stage: 'f', contestants: going.ok ? going.value : [], seatName });
  loads(province);
  expect(province).toEqual({
    ...contestFileSchema.parse(province),
    contest: { name: 'Final: Gelar Budaya Kerja 2026', juryLabel: 'Tim Juri' },
    stages: [
      { id: 'f', name: 'Final', weight: '60' },
      { id: 'p', name: 'Puncak', weight: '60', after: { stage: 'f', top: 1 } },
    ],
    jurors: [],
    contestants: ['k1', 'k3'].map((id) => ({
      id,
      number: null,
      name: `KBK Contoh ${id.slice(1)}`,
      unit: 'RSUD',
      title: 'Cepat',
      category: 'c',
      status: 'waiting',
    })),
    scores: [],
  });
  expect(province.rubrics.map(({ id }) => id)).toEqual(['q', 't']);
  expect(province.rules.tieBreak).toEqual(['aspect:Isi', 'chair']);
  expect(province.awards).toMatchObject([
    { id: 'favorit', contestants: [] },
    { id: 'suara', votes: [] },
    { id: 'isi', excludes: ['places'] },
  ]);
  expect('closedRounds' in province || 'programme' in province).toBe(false);
});

test('[N1] refused while the round is open, was closed with others, or is none', () => {
  const { closedRounds: _closed, ...open } = held();
  const refusal = { ok: false, error: { type: 'round-open', categories: ['Kategori'] } };
  expect(whoGoesOn(open, { stage: 'f' })).toEqual(refusal);
  const other = held({ closedRounds: [{ category: 'c', stage: 'f', advanced: ['k1', 'k2'] }] });
  expect(whoGoesOn(other, { stage: 'f' })).toEqual(refusal);
  expect(whoGoesOn(held(), { stage: 's' })).toEqual({ ok: false, error: { type: 'no-such-round', categories: [] } });
  expect(whoGoesOn(held(), { stage: 'p' })).toEqual(refusal);
});

test('[N1] the best so many of each category, with all who share the last rank, once that is settled', () => {
  const one = contestOf({
    contestants: contestants(4),
    jurors: jurors(1),
    scores: table([[90], [80], [80], [60]]),
    rules: { method: 'mean', places: 1 },
  });
  expect(whoGoesOn(one, { top: 2 })).toEqual({ ok: true, value: ['k1', 'k2', 'k3'] });
  expect(whoGoesOn({ ...one, rules: { ...one.rules, places: 3 } }, { top: 2 })).toEqual({
    ok: false,
    error: { type: 'places-open', categories: ['Kategori'] },
  });
  expect(whoGoesOn({ ...one, rules: { ...one.rules, places: 3 } }, { top: 1 })).toEqual({ ok: true, value: ['k1'] });
  expect(whoGoesOn({ ...one, scores: one.scores.slice(1) }, { top: 1 }).ok).toBe(false);
  expect(whoGoesOn({ ...one, contestants: [], scores: [] }, { top: 1 })).toEqual({
    ok: false,
    error: { type: 'nobody', categories: [] },
  });
  const all = roundContest(one, { stage: null, contestants: ['k1', 'k2', 'k3'], seatName });
  loads(all);
  expect([all.contest.name, all.stages, all.rubrics]).toEqual([one.contest.name, one.stages, one.rubrics]);
});

test('[N2] next year: what was agreed, the office, and the jurors who were chosen; nothing of this year', () => {
  const file = held();
  const next = nextYearsContest(file, { name: 'Gelar Budaya Kerja 2027', jurors: ['j2'], seatName });
  loads(next);
  expect(next.contest).toEqual({
    name: 'Gelar Budaya Kerja 2027',
    organizer: 'Bagian Organisasi',
    letterhead: ['PEMERINTAH KABUPATEN CONTOH'],
    signing: { town: 'Contoh' },
    juryLabel: 'Tim Juri',
    sealing: true,
  });
  const { stages, rubrics, rules, categories } = file;
  expect(next).toMatchObject({ stages, rubrics, rules, categories });
  expect(next.jurors).toEqual(file.jurors.slice(1));
  expect(next.awards).toMatchObject([{ contestants: [] }, { votes: [] }, { id: 'kreatif' }, { id: 'isi' }]);
  expect([next.contestants, next.scores, next.closedRounds, next.programme]).toEqual([[], [], undefined, undefined]);
});

test('[N3] a trimmed mean keeps the seats of those who do not come along, nameless', () => {
  const file = held({
    jurors: jurors(6).map((juror) => ({ ...juror, unit: 'Bagian Organisasi', chair: juror.id === 'j1' })),
    scores: [],
    closedRounds: [],
    rules: { method: 'trimmed-mean' },
  });
  const next = nextYearsContest(file, { name: 'Tahun depan', jurors: ['j2'], seatName });
  loads(next);
  expect(next.jurors.slice(0, 2)).toEqual([{ id: 'j1', name: 'Juri 1' }, file.jurors[1]]);
  expect(next.jurors).toHaveLength(6);
  const province = roundContest(file, { stage: 'f', contestants: ['k1'], seatName });
  loads(province);
  expect(province.jurors.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5, 6].map(seatName));
});

test('[N1] [N2] [N3] whatever the contest, what follows from it can be loaded', () => {
  let rounds = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const file = randomContest(seed);
    const next = nextYearsContest(file, {
      name: 'Tahun depan',
      jurors: file.jurors.slice(1).map(({ id }) => id),
      seatName,
    });
    expect(checkContest(contestFileSchema.parse(next))).toEqual([]);
    const best = rankContest(file).categories.flatMap(({ standings }) =>
      standings.flatMap(({ contestant, rank }) => (rank === 1 ? [contestant] : [])),
    );
    for (const stage of [null, ...file.stages.filter(({ after }) => after !== undefined).map(({ id }) => id)]) {
      const contestants =
        stage === null
          ? best
          : file.categories.flatMap(({ id }) =>
              juryTotals(file, id).rounds.flatMap(({ to, advanced }) => (to.includes(stage) ? advanced : [])),
            );
      const further = roundContest(file, { stage, contestants, seatName });
      expect(checkContest(contestFileSchema.parse(further)), `seed ${seed}, ${stage}`).toEqual([]);
      if (stage !== null) rounds += 1;
    }
  }
  expect(rounds).toBeGreaterThan(50);
});
