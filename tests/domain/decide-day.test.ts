/** The committee's day, both sides of each rule: what is taken, as which facts, and what is refused. */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/domain/facts/commands.ts';
import { sheetOf, toContestFile } from '../../shared/domain/score-sheet.ts';
import { contestants, criterion, jurors, rubric } from '../support/contest-builder.ts';
import { committee, playContest, refused, seat } from '../support/played-contest.ts';
import { takenBack } from '../../shared/domain/contest.ts';
import { sayReopening } from '../../shared/say/reopening.ts';
import { wordsOf } from '../../shared/say/words.ts';

const nowhere = `${'z'.repeat(26)}:1`;
const unknown = (kind: string, id: string) => refused('unknown-id', { reason: 'unknown-here', kind, id });
const reason = 'alasan';
const status = (
  contestant: string,
  to: 'performed' | 'performing' | 'withdrawn' | 'no-show' | 'exhibition',
): Command => ({
  type: 'change-contestant-status',
  contestant,
  status: to,
  reason,
});
const recuse = (contestant: string): Command => ({ type: 'recuse', contestant, reason });
const signOff: Command = { type: 'sign-off-category', category: 'c' };

/** The first juror has locked `k1`, stepped back from the others and signed off. */
function signedByFirst(overrides: Record<string, unknown> = {}) {
  const contest = playContest(overrides);
  const lock = contest.lock('j1', 'k1');
  for (const id of ['k2', 'k3']) contest.must(seat('j1'), recuse(id));
  contest.must(seat('j1'), signOff);
  return { ...contest, firstLock: lock, signOffRef: contest.now().signOffs[0]?.ref ?? '' };
}

describe('a contestant’s state', () => {
  test('[D7] of nobody is refused, the one that it has is no new fact', () => {
    const { ask } = playContest();
    expect(ask(committee, status('k9', 'withdrawn'))).toEqual(unknown('contestant', 'k9'));
    expect(ask(committee, status('k1', 'performed'))).toEqual({ ok: true, value: [] });
  });

  test('[D7] out of the ranking with the locks that are known, of that contestant alone', () => {
    const contest = playContest();
    const locks = ['j1', 'j2'].map((juror) => contest.lock(juror, 'k1'));
    contest.lock('j1', 'k2');
    const fact = { type: 'contestant-status-changed', contestant: 'k1', reason };
    for (const to of ['withdrawn', 'no-show', 'exhibition'] as const) {
      expect(contest.must(committee, status('k1', to))).toEqual([{ ...fact, status: to, locks }]);
    }
  });

  test('[D11] back in the ranking, the sign-offs of its category open with its name; within it none', () => {
    const contest = signedByFirst();
    expect(contest.must(committee, status('k2', 'performing'))).toEqual([
      { type: 'contestant-status-changed', contestant: 'k2', status: 'performing', reason },
    ]);
    contest.must(committee, status('k2', 'withdrawn'));
    expect(contest.must(committee, status('k2', 'performed'))).toEqual([
      { type: 'contestant-status-changed', contestant: 'k2', status: 'performed', reason },
      {
        type: 'sign-off-reopened',
        juror: 'j1',
        category: 'c',
        signOffs: [contest.signOffRef],
        reason: 'KBK Contoh 2',
        because: { type: 'judged-again', contestants: ['k2'] },
      },
    ]);
    const [signOff] = contest.now().signOffs;
    const opened = signOff === undefined ? null : takenBack(contest.now(), signOff);
    expect(opened === null ? null : sayReopening(wordsOf.id.reopening, contest.now(), opened)).toBe(
      'KBK Contoh 2 kembali dinilai',
    );
  });
});

describe('penalties', () => {
  test('[D23] for nobody is refused', () => {
    const penalty = { contestant: 'k9', points: '1', reason };
    expect(playContest().ask(committee, { type: 'add-penalty', penalty })).toEqual(unknown('contestant', 'k9'));
  });

  test('[D23] outside the ranking is refused by name', () => {
    const contest = playContest();
    contest.must(committee, status('k1', 'exhibition'));
    const penalty = { contestant: 'k1', points: '1', reason };
    expect(contest.ask(committee, { type: 'add-penalty', penalty })).toEqual(
      refused('not-ranked', { reason: 'penalty-outside-ranking', contestant: 'KBK Contoh 1' }),
    );
  });

  test('[E5] is taken back once; one that is not there is refused', () => {
    const contest = playContest();
    contest.must(committee, { type: 'add-penalty', penalty: { contestant: 'k1', points: '1', reason } });
    const penalty = contest.now().penalties[0]?.ref ?? '';
    const cancel: Command = { type: 'cancel-penalty', penalty, reason };
    expect(contest.must(committee, cancel)).toEqual([{ type: 'penalty-cancelled', penalty, reason }]);
    expect(contest.must(committee, cancel)).toEqual([]);
    expect(contest.ask(committee, { ...cancel, penalty: nowhere })).toEqual(unknown('record', nowhere));
  });
});

describe('sheets that fit nowhere', () => {
  /** The score for `k1` comes after it was removed. */
  function withStray() {
    const contest = playContest();
    const before = contest.now();
    contest.must(committee, { type: 'change-contestants', addCategories: [], put: [], removed: ['k1'] });
    contest.must(seat('j1'), { type: 'set-score', contestant: 'k1', criterion: 'nilai', value: '8' }, before);
    contest.must(seat('j2'), { type: 'set-score', contestant: 'k1', criterion: 'nilai', value: '9' }, before);
    return contest;
  }
  const aside = (juror: string, contestant: string): Command => ({
    type: 'set-sheets-aside',
    juror,
    contestant,
    reason,
  });

  test('[E9] are set aside for that juror and that contestant; what fits a sheet is not', () => {
    const contest = withStray();
    contest.score('j1', 'k2', '7');
    expect(contest.must(committee, aside('j1', 'k2'))).toEqual([]);
    expect(contest.must(committee, aside('j3', 'k1'))).toEqual([]);
    const refs = [`${'b'.repeat(26)}:1`];
    expect(contest.must(committee, aside('j1', 'k1'))).toEqual([
      { type: 'sheets-set-aside', contestant: 'k1', refs, reason },
    ]);
    expect(contest.must(committee, aside('j1', 'k1'))).toEqual([]);
  });

  test('[E9] come back only where there is a sheet for them, once', () => {
    const contest = withStray();
    contest.must(committee, aside('j1', 'k1'));
    const setAside = contest.now().setAsides[0]?.ref ?? '';
    const back: Command = { type: 'return-sheets', setAside, reason };
    expect(contest.ask(committee, { ...back, setAside: nowhere })).toEqual(unknown('record', nowhere));
    expect(contest.ask(committee, back)).toEqual(refused('in-use', { reason: 'no-sheet-now' }));
    const [first] = contestants(1);
    const put = { id: 'k1', number: 1, name: String(first?.['name']), category: 'c', status: 'performed' } as const;
    contest.must(committee, { type: 'change-contestants', addCategories: [], put: [put], removed: [] });
    expect(contest.must(committee, back)).toEqual([{ type: 'set-aside-cancelled', setAside, reason }]);
    expect(contest.must(committee, back)).toEqual([]);
    expect(sheetOf(contest.now(), 'j1', 'k1', 's')?.values.get('nilai')).toBe('8');
  });
});

describe('opening again', () => {
  const sheet = { juror: 'j1', contestant: 'k1', stage: 's', reason };
  const reopen: Command = { type: 'reopen-sheet', ...sheet };

  test('[D11] a sheet without a lock is refused, also one of nobody', () => {
    const contest = playContest();
    contest.score('j1', 'k1', '80');
    const open = refused('not-locked', { reason: 'sheet-is-open' });
    expect(contest.ask(committee, reopen)).toEqual(open);
    expect(contest.ask(committee, { ...reopen, contestant: 'k9' })).toEqual(open);
  });

  test('[D11] opens every lock that stands, and the sign-off of its category only where there is one', () => {
    const contest = playContest();
    const before = contest.now();
    const first = contest.lock('j1', 'k1');
    contest.must(seat('j1'), { type: 'set-score', contestant: 'k1', criterion: 'nilai', value: '90' }, before, 'f');
    const two = playContestLock(contest, 'f');
    const opened = { type: 'sheet-reopened', ...sheet };
    expect(contest.must(committee, reopen)).toEqual([{ ...opened, locks: [first, two] }]);
    const signed = signedByFirst();
    expect(signed.must(committee, reopen)).toEqual([
      { ...opened, locks: [signed.firstLock] },
      { type: 'sign-off-reopened', juror: 'j1', category: 'c', signOffs: [signed.signOffRef], reason },
    ]);
  });

  /** Another laptop of the seat locks the same sheet with another value. */
  function playContestLock({ record }: ReturnType<typeof playContest>, laptop: string): string {
    const lock = {
      type: 'sheet-locked',
      contestant: 'k1',
      stage: 's',
      values: { nilai: '90' },
      rubric: nowhere,
    } as const;
    return record(seat('j1'), [lock], laptop)[0] ?? '';
  }

  test('[D11] a sign-off that does not stand is refused; of several only that seat’s, that category’s, standing ones', () => {
    const contest = signedByFirst();
    const open: Command = { type: 'reopen-sign-off', juror: 'j1', category: 'c', reason };
    const not = refused('not-locked', { reason: 'not-signed-off' });
    expect(contest.ask(committee, { ...open, juror: 'j2' })).toEqual(not);
    expect(contest.ask(committee, { ...open, category: 'x' })).toEqual(not);
    for (const id of ['k1', 'k2', 'k3']) contest.must(seat('j2'), recuse(id));
    contest.must(seat('j2'), signOff);
    const fact = { type: 'sign-off-reopened', juror: 'j1', category: 'c', reason };
    expect(contest.must(committee, open)).toEqual([{ ...fact, signOffs: [contest.signOffRef] }]);
    expect(contest.ask(committee, open)).toEqual(not);
    contest.must(seat('j1'), signOff);
    const again = contest.now().signOffs.at(-2)?.ref ?? '';
    expect(again.startsWith('b')).toBe(true);
    expect(contest.must(committee, open)).toEqual([{ ...fact, signOffs: [again] }]);
    expect(contest.must(committee, { ...open, juror: 'j2' })).toHaveLength(1);
  });
});

describe('the name under which a sheet was locked', () => {
  const asked: Command = { type: 'record-former-name', juror: 'j1', contestant: 'k1', stage: 's', reason };

  test('[E10] is recorded with that sheet’s locks; under the name of now there is nothing to record', () => {
    const contest = playContest();
    expect(contest.must(committee, asked)).toEqual([]);
    const before = contest.now();
    contest.score('j1', 'k1', '80');
    const known = contest.now();
    const renamed = { id: 'k1', number: 1, name: 'Nama baru', category: 'c', status: 'performed' } as const;
    contest.must(committee, { type: 'change-contestants', addCategories: [], put: [renamed], removed: [] }, before);
    contest.must(seat('j1'), { type: 'lock-sheet', contestant: 'k1', stage: 's' }, known);
    const locks = [`${'b'.repeat(26)}:2`];
    expect(contest.must(committee, asked)).toEqual([
      { type: 'former-name-recorded', contestant: 'k1', name: 'KBK Contoh 1', locks, reason },
    ]);
    expect(contest.must(committee, asked)).toEqual([]);
    expect(toContestFile(contest.now()).formerNames).toEqual([{ contestant: 'k1', name: 'KBK Contoh 1', reason }]);
  });
});

describe('decisions about equals', () => {
  const rules = { method: 'mean', tieBreak: ['chair', 'draw'] };
  const withChair = jurors(3).map((juror, index) => (index === 1 ? { ...juror, chair: true } : juror));
  const two = {
    rules,
    jurors: withChair,
    categories: [
      { id: 'c', name: 'Satu' },
      { id: 'd', name: 'Dua' },
    ],
    contestants: contestants(6).map((each, index) => ({ ...each, category: index < 4 ? 'c' : 'd' })),
  };
  const inOrder = (kind: 'chair' | 'draw', order: string[], category = 'c'): Command => ({
    type: 'record-decision',
    decision: { kind, category, order, reason },
  });
  const joint = (ids: string[], category = 'c'): Command => ({
    type: 'record-decision',
    decision: { kind: 'joint', category, contestants: ids, reason },
  });

  test('[D12] names a category and contestants of it, each once', () => {
    const { ask } = playContest(two);
    expect(ask(committee, inOrder('draw', ['k1', 'k2'], 'x'))).toEqual(unknown('category', 'x'));
    expect(ask(committee, inOrder('draw', ['k1', 'k5']))).toEqual(unknown('contestant-of-category', 'k5'));
    expect(ask(committee, joint(['k1', 'k9']))).toEqual(unknown('contestant-of-category', 'k9'));
    const twice = refused('invalid-setup', { reason: 'decision-names-twice' });
    expect(ask(committee, joint(['k1', 'k2', 'k1']))).toEqual(twice);
    const decision = { kind: 'draw', category: 'd', order: ['k6', 'k5'], reason };
    expect(ask(committee, inOrder('draw', ['k6', 'k5'], 'd'))).toEqual({
      ok: true,
      value: [{ type: 'decision-recorded', decision }],
    });
  });

  test('[D12] by a step that the rules have; equals that stay so need none', () => {
    const { ask } = playContest();
    for (const kind of ['chair', 'draw'] as const) {
      expect(ask(committee, inOrder(kind, ['k1', 'k2']))).toEqual(
        refused('invalid-setup', { reason: 'tie-step-not-used', step: kind }),
      );
    }
    expect(ask(committee, joint(['k1', 'k2'])).ok).toBe(true);
  });

  test('[D12] as the chair only where one is marked, by lots without', () => {
    const { ask } = playContest({ ...two, jurors: jurors(2).map((each) => ({ ...each, chair: false })) });
    expect(ask(committee, inOrder('chair', ['k1', 'k2']))).toEqual(refused('invalid-setup', { reason: 'no-chair' }));
    expect(ask(committee, inOrder('draw', ['k1', 'k2'])).ok).toBe(true);
    expect(playContest(two).ask(committee, inOrder('chair', ['k1', 'k2'])).ok).toBe(true);
  });

  test('[D12] another order of the same equals waits; of others, by another step or in another category it does not', () => {
    const { ask, must } = playContest(two);
    must(committee, inOrder('draw', ['k1', 'k2', 'k3']));
    expect(must(committee, inOrder('draw', ['k1', 'k2', 'k3']))).toEqual([]);
    for (const order of [
      ['k2', 'k1', 'k3'],
      ['k1', 'k3', 'k2'],
    ]) {
      expect(ask(committee, inOrder('draw', order))).toEqual(refused('already-done', { reason: 'decided-already' }));
    }
    for (const order of [
      ['k2', 'k1'],
      ['k2', 'k1', 'k4'],
      ['k4', 'k3', 'k2', 'k1'],
    ]) {
      expect(ask(committee, inOrder('draw', order))).toMatchObject({ ok: true, value: [{}] });
    }
    expect(ask(committee, inOrder('chair', ['k3', 'k2', 'k1']))).toMatchObject({ ok: true, value: [{}] });
    expect(ask(committee, inOrder('draw', ['k6', 'k5'], 'd'))).toMatchObject({ ok: true, value: [{}] });
  });

  test('[D12] equals that stay so are the same in whatever order', () => {
    const { must } = playContest(two);
    expect(must(committee, joint(['k1', 'k2']))).toHaveLength(1);
    expect(must(committee, joint(['k2', 'k1']))).toEqual([]);
    expect(must(committee, joint(['k2', 'k3']))).toHaveLength(1);
  });

  test('[E5] is taken back once; one that is not there is refused', () => {
    const { ask, must, now } = playContest(two);
    must(committee, joint(['k1', 'k2']));
    const decision = now().decisions[0]?.ref ?? '';
    const cancel: Command = { type: 'cancel-decision', decision, reason };
    expect(must(committee, cancel)).toEqual([{ type: 'decision-cancelled', decision, reason }]);
    expect(must(committee, cancel)).toEqual([]);
    expect(ask(committee, { ...cancel, decision: nowhere })).toEqual(unknown('record', nowhere));
    expect(must(committee, joint(['k1', 'k2']))).toHaveLength(1);
  });
});

test('[D21] a category that is not there is not confirmed, one that all have signed needs nothing', () => {
  const contest = playContest({ jurors: jurors(1) });
  expect(contest.ask(committee, { type: 'confirm-announcement', category: 'x' })).toEqual(unknown('category', 'x'));
  for (const id of ['k1', 'k2', 'k3']) contest.lock('j1', id);
  const confirm: Command = { type: 'confirm-announcement', category: 'c' };
  expect(contest.ask(committee, confirm)).toMatchObject({ ok: true, value: [{ type: 'announcement-confirmed' }] });
  contest.must(seat('j1'), signOff);
  expect(contest.must(committee, confirm)).toEqual([]);
});

describe('laptops', () => {
  const device = 'f'.repeat(26);
  const keys = { device, signingKey: 'a'.repeat(52), boxKey: 'b'.repeat(52), machine: 'Laptop' };
  const admit: Command = { type: 'admit-device', ...keys, seat: 'j1' };
  const revoke: Command = { type: 'revoke-device', device, upTo: [{ log: device, seq: 3, hash: 'x' }], reason };
  const share: Command = { type: 'share-data-keys', device, keys: [{ log: device, sealed: 'x' }] };

  test('[D13] is admitted to a seat that is there, once, and at no other', () => {
    const { ask, must } = playContest();
    expect(ask(committee, { ...admit, seat: 'j9' })).toEqual(unknown('juror', 'j9'));
    expect(must(committee, admit)).toEqual([{ type: 'device-admitted', ...keys, seat: 'j1' }]);
    expect(must(committee, admit)).toEqual([]);
    expect(ask(committee, { ...admit, seat: 'j2' })).toEqual(
      refused('already-done', { reason: 'device-in-other-seat', juror: 'Juri 1 (contoh)' }),
    );
  });

  test('[D13] of a seat that is gone meanwhile it is named by the seat', () => {
    const { ask, must, now } = playContest();
    must(committee, admit);
    must(committee, { type: 'change-jurors', jurors: now().setup?.jurors.slice(1) ?? [] });
    expect(ask(committee, { ...admit, seat: 'j2' })).toEqual(
      refused('already-done', { reason: 'device-in-other-seat', juror: 'j1' }),
    );
  });

  test('[D13] a revoked one is never admitted again, and revoked once', () => {
    const { ask, must } = playContest();
    expect(ask(committee, revoke)).toEqual(unknown('device', device));
    must(committee, admit);
    expect(must(committee, revoke)).toEqual([{ ...revoke, type: 'device-revoked' }]);
    expect(must(committee, revoke)).toEqual([]);
    const never = refused('already-done', { reason: 'device-was-revoked' });
    expect(ask(committee, admit)).toEqual(never);
    expect(ask(committee, { ...admit, seat: 'j2' })).toEqual(never);
  });

  test('[L7] earlier keys are given to an admitted laptop, not to an unknown or a revoked one', () => {
    const { ask, must } = playContest();
    expect(ask(committee, share)).toEqual(unknown('device', device));
    must(committee, admit);
    expect(must(committee, share)).toEqual([{ ...share, type: 'data-keys-shared' }]);
    must(committee, revoke);
    expect(ask(committee, share)).toEqual(unknown('device', device));
  });
});

describe('on stage', () => {
  const waiting = contestants(3).map((each) => ({ ...each, status: 'waiting' }));
  const show = (contestant: string | null, stage: string | null = 's', more = {}): Command => ({
    type: 'show-stage',
    contestant,
    stage,
    ...more,
  });
  const changed = (contestant: string, to: string) => ({ type: 'contestant-status-changed', contestant, status: to });

  test('[D8] only who and what is there is shown', () => {
    const { ask } = playContest({ contestants: waiting });
    expect(ask(committee, show('k9'))).toEqual(unknown('contestant', 'k9'));
    expect(ask(committee, show('k1', 'x'))).toEqual(unknown('stage', 'x'));
    expect(ask(committee, show(null, 'x'))).toEqual(unknown('stage', 'x'));
    expect(ask(committee, show('k1', null))).toMatchObject({ ok: true, value: [{ stage: null }, {}] });
  });

  test('[D15] [D8] who is shown already, and nobody after nobody, is no new step', () => {
    const { must } = playContest({ contestants: waiting });
    expect(must(committee, show(null))).toEqual([]);
    expect(must(committee, show('k1'))).toEqual([
      { type: 'stage-shown', contestant: 'k1', stage: 's' },
      changed('k1', 'performing'),
    ]);
    expect(must(committee, show('k1'))).toEqual([]);
    expect(must(committee, show('k1', null))).toEqual([{ type: 'stage-shown', contestant: 'k1', stage: null }]);
    expect(must(committee, show(null, 's'))).toEqual([
      { type: 'stage-shown', contestant: null, stage: null },
      changed('k1', 'performed'),
    ]);
    expect(must(committee, show('k1'))).toEqual([
      { type: 'stage-shown', contestant: 'k1', stage: 's' },
      changed('k1', 'performing'),
    ]);
  });

  test.each(['withdrawn', 'no-show', 'disqualified'])('[D8] %s is shown only when confirmed, and stays so', (state) => {
    const { ask, must } = playContest({ contestants: waiting.map((each) => ({ ...each, status: state })) });
    expect(ask(committee, show('k1'))).toEqual(
      refused('not-ranked', { reason: 'stays-away', contestant: 'KBK Contoh 1' }),
    );
    expect(ask(committee, show('k1', 's', { outside: false }))).toMatchObject(refused('not-ranked'));
    const shown = { type: 'stage-shown', contestant: 'k1', stage: 's' };
    expect(must(committee, show('k1', 's', { outside: true }))).toEqual([shown]);
  });

  test('[D8] an exhibition is shown like any other, and stays one', () => {
    const { must } = playContest({ contestants: waiting.map((each) => ({ ...each, status: 'exhibition' })) });
    expect(must(committee, show('k1'))).toEqual([{ type: 'stage-shown', contestant: 'k1', stage: 's' }]);
  });

  test('[D8] the last step is taken back, once; without one there is nothing to take back', () => {
    const { ask, must, now } = playContest({ contestants: waiting });
    expect(ask(committee, { type: 'undo-stage', step: nowhere })).toEqual(
      refused('already-done', { reason: 'nothing-to-undo' }),
    );
    must(committee, show('k1'));
    must(committee, show('k2'));
    expect(must(committee, { type: 'undo-stage', step: nowhere })).toEqual([]);
    const step = now().steps.at(-1)?.ref ?? '';
    expect(must(committee, { type: 'undo-stage', step })).toEqual([
      { type: 'stage-shown', contestant: 'k1', stage: 's', undoes: step },
      changed('k1', 'performing'),
      changed('k2', 'waiting'),
    ]);
    const first = now().steps.at(-1)?.ref ?? '';
    expect(must(committee, { type: 'undo-stage', step: first })).toEqual([
      { type: 'stage-shown', contestant: null, stage: null, undoes: first },
      changed('k1', 'waiting'),
    ]);
  });

  test('[D8] a step taken back leaves what else was changed since: withdrawn stays withdrawn, who came later stays', () => {
    const { must, now } = playContest({ contestants: waiting });
    must(committee, show('k1'));
    must(committee, show('k2'));
    must(committee, status('k1', 'withdrawn'));
    must(committee, status('k3', 'performing'));
    const late = { id: 'k4', number: 4, name: 'Susulan', category: 'c', status: 'waiting' } as const;
    must(committee, { type: 'change-contestants', addCategories: [], put: [late], removed: [] });
    const step = now().steps.at(-1)?.ref ?? '';
    expect(must(committee, { type: 'undo-stage', step })).toEqual([
      { type: 'stage-shown', contestant: 'k1', stage: 's', undoes: step },
      changed('k2', 'waiting'),
    ]);
  });

  test('[D8] who was withdrawn while on stage stays withdrawn when the step is taken back', () => {
    const { must, now } = playContest({ contestants: waiting });
    must(committee, show('k1'));
    must(committee, status('k1', 'withdrawn'));
    const step = now().steps.at(-1)?.ref ?? '';
    expect(must(committee, { type: 'undo-stage', step })).toEqual([
      { type: 'stage-shown', contestant: null, stage: null, undoes: step },
    ]);
  });

  test('[D8] shown in another stage and taken back, it performs as before', () => {
    const { must, now } = playContest({ contestants: waiting });
    must(committee, show('k1', null));
    must(committee, show('k1'));
    const step = now().steps.at(-1)?.ref ?? '';
    expect(must(committee, { type: 'undo-stage', step })).toEqual([
      { type: 'stage-shown', contestant: 'k1', stage: null, undoes: step },
    ]);
  });

  const start = (part: number): Command => ({ type: 'start-timer', part, elapsedMs: 7 });
  const stop: Command = { type: 'stop-timer', elapsedMs: 9 };
  const nobody = refused('no-timer', { reason: 'nobody-on-stage' });

  test('[D9] the timer is of who is on stage in a stage, and stops once', () => {
    const { ask, must } = playContest({ contestants: waiting });
    for (const command of [start(0), stop]) expect(ask(committee, command)).toEqual(nobody);
    must(committee, show('k1', null));
    for (const command of [start(0), stop]) expect(ask(committee, command)).toEqual(nobody);
    must(committee, show('k1'));
    expect(must(committee, stop)).toEqual([]);
    const at = { contestant: 'k1', stage: 's', part: 0 };
    expect(must(committee, start(0))).toEqual([{ type: 'timer-started', ...at, elapsedMs: 7 }]);
    expect(must(committee, stop)).toEqual([{ type: 'timer-stopped', ...at, elapsedMs: 9 }]);
    expect(must(committee, stop)).toEqual([]);
  });

  test('[D23] a part from the first to the last; a stage without parts has one', () => {
    const plain = playContest({ contestants: waiting });
    plain.must(committee, show('k1'));
    expect(plain.ask(committee, start(0)).ok).toBe(true);
    expect(plain.ask(committee, start(1))).toEqual(refused('no-timer', { reason: 'no-such-part', part: 2 }));
    const timer = ['Paparan', 'Tanya jawab'].map((name) => ({ name, seconds: 300 }));
    const stages = [
      { id: 't', name: 'Risalah', weight: '50' },
      { id: 's', name: 'Presentasi', weight: '50', timer },
    ];
    const rubrics = [rubric('q', 't', [criterion('isi', '100')]), rubric('r', 's', [criterion('nilai', '100')])];
    const parts = playContest({ contestants: waiting, stages, rubrics });
    parts.must(committee, show('k1'));
    expect(parts.must(committee, start(1))).toMatchObject([{ type: 'timer-started', part: 1 }]);
    expect(parts.ask(committee, start(2))).toEqual(refused('no-timer', { reason: 'no-such-part', part: 3 }));
    expect(parts.must(committee, stop)).toMatchObject([{ type: 'timer-stopped', part: 1 }]);
  });
});
