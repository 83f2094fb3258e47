/** A juror at the own seat, both sides of each rule: what is taken, as which facts, and what is refused. */
import { describe, expect, test } from 'vitest';
import { setupOf } from '../../shared/domain/contest.ts';
import type { Command } from '../../shared/domain/facts/commands.ts';
import type { DomainEvent } from '../../shared/domain/facts/events.ts';
import { contestants, criterion, jurors, rubric } from '../support/contest-builder.ts';
import { committee, playContest, refused, seat } from '../support/played-contest.ts';

const founding = `${'a'.repeat(26)}:1`;
const reason = 'alasan';
const j1 = seat('j1');
const missing = (kind: string, id: string) => refused('unknown-id', { reason: 'does-not-exist', kind, id });
const score = (value: string | null, criterionId = 'nilai', contestant = 'k1'): Command => ({
  type: 'set-score',
  contestant,
  criterion: criterionId,
  value,
});
const note = (text: string, criterionId: string | null = 'nilai'): Command => ({
  type: 'set-note',
  contestant: 'k1',
  stage: 's',
  criterion: criterionId,
  text,
});
/** A value as a laptop wrote it that knew of no other. */
const given = (value: string, more: { contestant?: string; criterion?: string } = {}): DomainEvent => ({
  type: 'score-set',
  contestant: 'k1',
  criterion: 'nilai',
  value,
  replaces: [],
  rubric: founding,
  ...more,
});
const lock: Command = { type: 'lock-sheet', contestant: 'k1', stage: 's' };
const ranged = {
  rubrics: [rubric('r', 's', [criterion('nilai', '100', { min: '10', max: '20', step: '0.5', noteBelow: '15' })])],
};
/** Two stages by one rubric each, so that a sheet of one may be locked while the other is open. */
const twoStages = {
  stages: [
    { id: 's', name: 'Risalah', weight: '40' },
    { id: 't', name: 'Presentasi', weight: '60' },
  ],
  rubrics: [rubric('r', 's', [criterion('nilai', '100')]), rubric('q', 't', [criterion('sikap', '100')])],
};

describe('a value', () => {
  test.each([
    ['9.5', 'out-of-range', { min: '10', max: '20' }],
    ['20.5', 'out-of-range', { min: '10', max: '20' }],
    ['10.25', 'off-step', { step: '0.5' }],
  ])('[D14] %s is refused', (value, type, more) => {
    expect(playContest(ranged).ask(j1, score(value))).toEqual(refused(type, { reason: type, value, ...more }));
  });

  test.each(['10', '10.5', '20'])('[D14] %s is taken, and names what it was made under', (value) => {
    const written = { type: 'score-set', contestant: 'k1', criterion: 'nilai', value, replaces: [], rubric: founding };
    expect(playContest(ranged).must(j1, score(value))).toEqual([written]);
  });

  test('[D14] of a criterion that is not there is refused', () => {
    expect(playContest().ask(j1, score('1', 'x'))).toEqual(missing('criterion', 'x'));
  });

  test('[D14] on the sheet of nobody, or outside the ranking, is refused with what it is', () => {
    const { ask, must } = playContest();
    expect(ask(j1, score('1', 'nilai', 'k9'))).toEqual(missing('contestant', 'k9'));
    for (const status of ['withdrawn', 'no-show', 'disqualified', 'exhibition'] as const) {
      must(committee, { type: 'change-contestant-status', contestant: 'k1', status, reason });
      expect(ask(j1, score('1'))).toEqual(
        refused('not-ranked', { reason: 'outside-ranking', contestant: 'KBK Contoh 1', status }),
      );
    }
  });

  test('[D14] [E4] it replaces every head that is known, also where two laptops gave the same', () => {
    const { must, record } = playContest();
    const replaces = ['b', 'f'].flatMap((laptop) => record(j1, [given('7')], laptop));
    expect(must(j1, score('7'))).toEqual([{ ...given('7'), replaces }]);
    expect(must(j1, score('7'))).toEqual([]);
  });

  test('[D15] emptying what is empty, and the same again, is no new fact; what was set aside may be given again', () => {
    const { must, now } = playContest();
    expect(must(j1, score(null))).toEqual([]);
    must(j1, score('7'));
    expect(must(j1, score('7'))).toEqual([]);
    const [ref = ''] =
      now()
        .facts.get('j1/k1')
        ?.scores.get('nilai')
        ?.heads.map((head) => head.ref) ?? [];
    const contest = playContest();
    contest.must(j1, score('7'));
    contest.record(committee, [{ type: 'sheets-set-aside', contestant: 'k1', refs: [ref], reason }]);
    expect(contest.must(j1, score('7'))).toMatchObject([{ type: 'score-set', value: '7', replaces: [ref] }]);
  });
});

describe('a note', () => {
  test('[D15] the same again, and none after none, is no new fact; removing one is', () => {
    const { must } = playContest();
    expect(must(j1, note(''))).toEqual([]);
    const fact = { type: 'note-set', contestant: 'k1', stage: 's', criterion: 'nilai' };
    expect(must(j1, note('baik'))).toEqual([{ ...fact, text: 'baik', replaces: [] }]);
    expect(must(j1, note('baik'))).toEqual([]);
    expect(must(j1, note(''))).toEqual([{ ...fact, text: '', replaces: [`${'b'.repeat(26)}:1`] }]);
    expect(must(j1, note('lembar', null))).toEqual([{ ...fact, criterion: null, text: 'lembar', replaces: [] }]);
  });

  test('[E4] it replaces every head that is known, also where two laptops wrote the same', () => {
    const { must, record } = playContest();
    const written: DomainEvent = {
      type: 'note-set',
      contestant: 'k1',
      stage: 's',
      criterion: 'nilai',
      text: 'baik',
      replaces: [],
    };
    const replaces = ['b', 'f'].flatMap((laptop) => record(j1, [written], laptop));
    expect(must(j1, note('baik'))).toEqual([{ ...written, replaces }]);
  });

  test('[D14] stands on a criterion of that sheet', () => {
    const { ask } = playContest(twoStages);
    expect(ask(j1, note('baik', 'sikap'))).toEqual(
      refused('not-judging', { reason: 'not-judging-here', contestant: 'KBK Contoh 1' }),
    );
  });
});

describe('a lock', () => {
  test('[D16] names every criterion that is empty', () => {
    const two = {
      rubrics: [rubric('r', 's', [criterion('isi', '50'), criterion('hasil', '30'), criterion('sikap', '20')])],
    };
    const { ask, must } = playContest(two);
    must(j1, score('1', 'hasil'));
    expect(ask(j1, lock)).toEqual(
      refused('incomplete', { reason: 'criteria-empty', criteria: ['Kriteria isi', 'Kriteria sikap'] }),
    );
  });

  test('[D16] a note is asked for below the bound and not at it', () => {
    const { ask, must } = playContest(ranged);
    must(j1, score('14.5'));
    const asked = refused('note-required', { reason: 'note-required', criterion: 'Kriteria nilai', below: '15' });
    expect(ask(j1, lock)).toEqual(asked);
    must(j1, note('pada lembar', null));
    expect(ask(j1, lock)).toEqual(asked);
    must(j1, score('15'));
    expect(ask(j1, lock).ok).toBe(true);
  });

  test('[D16] values of two laptops that differ are no sheet to lock', () => {
    const { ask, record } = playContest();
    record(j1, [given('7')], 'b');
    record(j1, [given('8')], 'f');
    expect(ask(j1, lock)).toEqual(refused('conflict', { reason: 'values-differ' }));
  });

  test('[D16] a value that stands out of the range of now is named by its criterion', () => {
    const { ask, record } = playContest(ranged);
    record(j1, [given('21')]);
    expect(ask(j1, lock)).toMatchObject(refused('out-of-range', { criterion: 'Kriteria nilai', value: '21' }));
  });

  test('[D16] [E10] carries the values, who holds the seat, what the contestant is called and the locks known before', () => {
    const people = jurors(1).map((each) => ({ ...each, title: 'Dr.', nip: '19' }));
    const called = contestants(1).map((each) => ({ ...each, unit: 'Unit' }));
    const contest = playContest({ jurors: people, contestants: called });
    const locked = { type: 'sheet-locked', contestant: 'k1', stage: 's', values: { nilai: '80' }, rubric: founding };
    const by = { name: 'Juri 1 (contoh)', title: 'Dr.', nip: '19' };
    const named = { name: 'KBK Contoh 1', unit: 'Unit' };
    contest.score('j1', 'k1', '80');
    expect(contest.must(j1, lock)).toEqual([{ ...locked, after: [], by, named }]);
    contest.must(committee, { type: 'reopen-sheet', juror: 'j1', contestant: 'k1', stage: 's', reason });
    expect(contest.must(j1, lock)).toEqual([{ ...locked, after: [`${'b'.repeat(26)}:2`], by, named }]);
    const plain = playContest();
    plain.score('j1', 'k1', '80');
    expect(plain.must(j1, lock)).toStrictEqual([
      { ...locked, after: [], by: { name: 'Juri 1 (contoh)' }, named: { name: 'KBK Contoh 1' } },
    ]);
  });
});

describe('stepping back', () => {
  const recuse = (contestant: string, stages?: string[]): Command => ({
    type: 'recuse',
    contestant,
    reason,
    ...(stages === undefined ? {} : { stages }),
  });
  const withdraw: Command = { type: 'withdraw-recusal', contestant: 'k1', reason };

  test('[D17] from whom one judges, once', () => {
    const { ask, must } = playContest({ jurors: [...jurors(2), { id: 'j3', name: 'C', stages: [] }] });
    expect(ask(j1, recuse('k9'))).toEqual(missing('contestant', 'k9'));
    const not = refused('not-judging', { reason: 'not-judging-contestant', contestant: 'KBK Contoh 1' });
    expect(ask(seat('j3'), recuse('k1'))).toEqual(not);
    expect(ask(j1, recuse('k1', ['x']))).toEqual(not);
    expect(must(j1, recuse('k1'))).toEqual([{ type: 'recused', contestant: 'k1', reason }]);
    expect(must(j1, recuse('k1'))).toEqual([]);
  });

  test('[D17] in a stage without a lock of the own, though the other is locked; in both it is refused', () => {
    const contest = playContest(twoStages);
    contest.lock('j1', 'k1');
    const locked = refused('locked', { reason: 'own-scores-locked' });
    expect(contest.ask(j1, recuse('k1'))).toEqual(locked);
    expect(contest.ask(j1, recuse('k1', ['s']))).toEqual(locked);
    expect(contest.must(j1, recuse('k1', ['t']))).toEqual([
      { type: 'recused', contestant: 'k1', stages: ['t'], reason },
    ]);
    expect(contest.ask(j1, recuse('k1'))).toEqual(locked);
  });

  test('[D17] withdrawn is every own one that stands, once', () => {
    const { must, now } = playContest(twoStages);
    expect(must(j1, withdraw)).toEqual([]);
    for (const stage of ['s', 't']) must(j1, recuse('k1', [stage]));
    must(seat('j2'), recuse('k1'));
    const own = now().recusals.filter(({ value }) => value.juror === 'j1');
    const facts = own.map(({ ref }) => ({ type: 'recusal-withdrawn', recusal: ref, reason }));
    expect(must(j1, withdraw)).toEqual(facts);
    expect(must(j1, withdraw)).toEqual([]);
    expect(must(seat('j2'), withdraw)).toHaveLength(1);
  });

  test('[D17] not any more once the category is signed off', () => {
    const { ask, must } = playContest();
    for (const id of ['k1', 'k2', 'k3']) must(j1, recuse(id));
    must(j1, { type: 'sign-off-category', category: 'c' });
    expect(ask(j1, withdraw)).toEqual(refused('signed-off', { reason: 'category-signed-off' }));
    must(committee, { type: 'reopen-sign-off', juror: 'j1', category: 'c', reason });
    expect(must(j1, withdraw)).toHaveLength(1);
  });
});

describe('signing off', () => {
  const signOff = (category: string): Command => ({ type: 'sign-off-category', category });
  const two = {
    ...twoStages,
    categories: [
      { id: 'c', name: 'Satu' },
      { id: 'd', name: 'Dua' },
    ],
    contestants: contestants(3).map((each, index) => ({ ...each, category: index < 2 ? 'c' : 'd' })),
    jurors: [
      { id: 'j1', name: 'A' },
      { id: 'j2', name: 'B', categories: ['d'] },
    ],
  };

  test('[D18] of a category that is there, and that the juror judges', () => {
    const { ask } = playContest(two);
    expect(ask(j1, signOff('x'))).toEqual(missing('category', 'x'));
    expect(ask(seat('j2'), signOff('c'))).toEqual(
      refused('not-judging', { reason: 'not-judging-category', category: 'Satu' }),
    );
  });

  test('[D18] pending, draft and in conflict are open, each contestant named once; locked, recused and absent are not', () => {
    const contest = playContest(two);
    const open = (...names: string[]) => refused('incomplete', { reason: 'sheets-open', contestants: names });
    contest.score('j1', 'k2', '8');
    expect(contest.ask(j1, signOff('c'))).toEqual(open('KBK Contoh 1', 'KBK Contoh 2'));
    const locks = [contest.lock('j1', 'k1'), contest.lock('j1', 'k2')];
    contest.must(committee, {
      type: 'record-absence',
      absence: { juror: 'j1', contestant: 'k1', stages: ['t'], reason },
    });
    expect(contest.ask(j1, signOff('c'))).toEqual(open('KBK Contoh 2'));
    const other = { contestant: 'k2', criterion: 'sikap' };
    contest.record(j1, [given('7', other)], 'b');
    contest.record(j1, [given('8', other)], 'f');
    expect(contest.ask(j1, signOff('c'))).toEqual(open('KBK Contoh 2'));
    contest.must(j1, { type: 'recuse', contestant: 'k2', stages: ['t'], reason });
    expect(contest.must(j1, signOff('c'))).toEqual([{ type: 'category-signed-off', category: 'c', locks }]);
    expect(contest.must(j1, signOff('c'))).toEqual([]);
    expect(contest.ask(j1, signOff('d'))).toEqual(open('KBK Contoh 3'));
  });
});

describe('values on the wrong sheet', () => {
  const move = (from: string, to: string): Command => ({ type: 'move-scores', from, to, stage: 's' });
  const two = { rubrics: [rubric('r', 's', [criterion('isi', '60'), criterion('hasil', '40')])] };

  test('[D20] what differs is exchanged, with the heads that it replaces; done again it is as before', () => {
    const { must, now } = playContest(two);
    must(j1, score('7', 'isi'));
    must(j1, score('5', 'hasil'));
    must(j1, score('5', 'hasil', 'k2'));
    must(j1, note('baik', 'isi'));
    expect(must(j1, move('k1', 'k1'))).toEqual([]);
    const b = 'b'.repeat(26);
    const set = { type: 'score-set', criterion: 'isi', rubric: founding };
    const written = { type: 'note-set', stage: 's', criterion: 'isi' };
    expect(must(j1, move('k1', 'k2'))).toEqual([
      { ...set, contestant: 'k2', value: '7', replaces: [], from: 'k1' },
      { ...written, contestant: 'k2', text: 'baik', replaces: [], from: 'k1' },
      { ...set, contestant: 'k1', value: null, replaces: [`${b}:1`], from: 'k2' },
      { ...written, contestant: 'k1', text: '', replaces: [`${b}:4`], from: 'k2' },
    ]);
    const values = (id: string) =>
      now()
        .facts.get(`j1/${id}`)
        ?.scores.get('isi')
        ?.heads.map(({ value }) => value);
    expect([values('k1'), values('k2')]).toEqual([[null], ['7']]);
    expect(must(j1, move('k2', 'k1'))).toHaveLength(4);
    expect([values('k1'), values('k2')]).toEqual([['7'], [null]]);
  });

  test('[D20] not from or to a locked sheet, nor one of nobody', () => {
    const contest = playContest();
    contest.lock('j1', 'k1');
    for (const [from, to] of [
      ['k1', 'k2'],
      ['k2', 'k1'],
    ] as const) {
      expect(contest.ask(j1, move(from, to))).toEqual(refused('locked', { reason: 'sheet-locked' }));
    }
    expect(contest.ask(j1, move('k2', 'k9'))).toEqual(missing('contestant', 'k9'));
    expect(contest.ask(j1, move('k9', 'k2'))).toEqual(missing('contestant', 'k9'));
  });

  test('[D20] not to a sheet of another rubric', () => {
    const categories = ['c', 'd'].map((id) => ({ id, name: id }));
    const rubrics = [
      rubric('r', 's', [criterion('isi', '100')], { categories: ['c'] }),
      rubric('q', 's', [criterion('hasil', '100')], { categories: ['d'] }),
    ];
    const people = contestants(2).map((each, index) => ({ ...each, category: index === 0 ? 'c' : 'd' }));
    const { ask } = playContest({ categories, rubrics, contestants: people });
    expect(ask(j1, move('k1', 'k2'))).toEqual(refused('not-judging', { reason: 'other-rubric' }));
  });

  test.each(['k1', 'k2'])('[D20] not while two laptops differ about %s, in a value or a note', (contestant) => {
    const differ = refused('conflict', { reason: 'entries-differ' });
    const values = playContest(two);
    const notes = playContest(two);
    const equal = playContest(two);
    for (const [laptop, text] of [
      ['b', '7'],
      ['f', '8'],
    ] as const) {
      const written = (content: string): DomainEvent => ({
        type: 'note-set',
        contestant,
        stage: 's',
        criterion: 'isi',
        text: content,
        replaces: [],
      });
      values.record(j1, [given(text, { contestant, criterion: 'isi' })], laptop);
      notes.record(j1, [written(text)], laptop);
      equal.record(j1, [written('sama')], laptop);
    }
    for (const contest of [values, notes]) expect(contest.ask(j1, move('k1', 'k2'))).toEqual(differ);
    expect(equal.ask(j1, move('k1', 'k2')).ok).toBe(true);
  });
});

test('[D14] whoever holds no seat of the setup judges nothing', () => {
  const { ask, now } = playContest();
  expect(setupOf(now()).jurors.some(({ id }) => id === 'j9')).toBe(false);
  expect(ask(seat('j9'), score('1'))).toMatchObject(refused('not-judging'));
});
