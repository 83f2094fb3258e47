/** [D10] [E6] Jurors who are not there, both sides: for whom, for how many at once, taken back whole or in part, beside a lock. */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/domain/facts/commands.ts';
import { contestants, criterion, jurors, rubric } from '../support/contest-builder.ts';
import { committee, playContest, refused, seat } from '../support/played-contest.ts';

const reason = 'alasan';
const nowhere = `${'z'.repeat(26)}:1`;
const unknown = (kind: string, id: string) => refused('unknown-id', { reason: 'unknown-here', kind, id });
const twoStages = {
  stages: [
    { id: 's', name: 'Risalah', weight: '40' },
    { id: 't', name: 'Presentasi', weight: '60' },
  ],
  rubrics: [rubric('r', 's', [criterion('nilai', '100')]), rubric('q', 't', [criterion('sikap', '100')])],
};
const absence = (more: { juror?: string; contestant?: string; stages?: string[] } = {}): Command => ({
  type: 'record-absence',
  absence: { juror: 'j1', contestant: 'k1', reason, ...more },
});
const absences = (...all: { contestant: string; stages?: string[] }[]): Command => ({
  type: 'record-absences',
  juror: 'j1',
  absences: all,
  reason,
});

describe('an absence', () => {
  test('[D10] is for a juror, a contestant and a stage that are there', () => {
    const { ask, must } = playContest(twoStages);
    expect(ask(committee, absence({ juror: 'j9' }))).toEqual(unknown('juror', 'j9'));
    expect(ask(committee, absence({ contestant: 'k9' }))).toEqual(unknown('contestant', 'k9'));
    expect(ask(committee, absence({ stages: ['s', 'x'] }))).toEqual(unknown('stage', 'x'));
    const written = { juror: 'j1', contestant: 'k1', stages: ['t'], reason };
    expect(must(committee, absence({ stages: ['t'] }))).toEqual([{ type: 'absence-recorded', absence: written }]);
  });

  test('[D10] is for who judges that contestant, in one of the stages at least', () => {
    const { ask } = playContest({ ...twoStages, jurors: [{ id: 'j1', name: 'A', stages: ['s'] }] });
    const names = { juror: 'A', contestant: 'KBK Contoh 1' };
    expect(ask(committee, absence({ stages: ['t'] }))).toEqual(
      refused('not-judging', { reason: 'juror-not-judging', ...names }),
    );
    expect(ask(committee, absence()).ok).toBe(true);
    expect(ask(committee, absence({ stages: ['s'] })).ok).toBe(true);
  });

  test('[D10] is refused where one of its stages is locked, by name, and taken for the other stage', () => {
    const contest = playContest(twoStages);
    contest.lock('j1', 'k1');
    const locked = refused('locked', {
      reason: 'juror-has-locked',
      juror: 'Juri 1 (contoh)',
      contestant: 'KBK Contoh 1',
    });
    expect(contest.ask(committee, absence())).toEqual(locked);
    expect(contest.ask(committee, absence({ stages: ['s'] }))).toEqual(locked);
    expect(contest.ask(committee, absence({ stages: ['t'] })).ok).toBe(true);
  });

  test('[D10] for several is one fact: each once, and none where one of them is refused', () => {
    const { ask, must } = playContest();
    expect(ask(committee, absences({ contestant: 'k1' }, { contestant: 'k1' }))).toEqual(
      refused('invalid-setup', { reason: 'contestant-named-twice' }),
    );
    expect(ask(committee, absences({ contestant: 'k1' }, { contestant: 'k9' }))).toEqual(unknown('contestant', 'k9'));
    const all = [{ contestant: 'k1', stages: ['s'] }, { contestant: 'k2' }];
    expect(must(committee, absences(...all))).toEqual([
      { type: 'absences-recorded', juror: 'j1', absences: all, reason },
    ]);
  });
});

describe('taken back', () => {
  const cancel = (ref: string, only?: string): Command => ({
    type: 'cancel-absence',
    absence: ref,
    reason: 'datang',
    ...(only === undefined ? {} : { only }),
  });
  const cancelled = (ref: string) => ({ type: 'absence-cancelled', absence: ref, reason: 'datang' });

  test('[E5] once, and only what is there', () => {
    const { ask, must, now } = playContest();
    expect(ask(committee, cancel(nowhere))).toEqual(unknown('record', nowhere));
    must(committee, absence());
    must(committee, absence({ contestant: 'k2' }));
    const ref = now().absences[0]?.ref ?? '';
    expect(ask(committee, cancel(ref, 'k2'))).toEqual(unknown('contestant', 'k2'));
    expect(must(committee, cancel(ref))).toEqual([cancelled(ref)]);
    expect(must(committee, cancel(ref))).toEqual([]);
    expect(must(committee, cancel(ref, 'k1'))).toEqual([]);
  });

  test('[D10] for one of several the others are recorded again, each with its stages; of two the other alone', () => {
    const { must, now } = playContest(twoStages);
    must(committee, absences({ contestant: 'k1' }, { contestant: 'k2', stages: ['s'] }, { contestant: 'k3' }));
    const first = now().absences[0]?.ref ?? '';
    const kept = [{ contestant: 'k2', stages: ['s'] }, { contestant: 'k3' }];
    expect(must(committee, cancel(first, 'k1'))).toStrictEqual([
      cancelled(first),
      { type: 'absences-recorded', juror: 'j1', absences: kept, reason },
    ]);
    const second = now().absences.at(-1)?.ref ?? '';
    expect(must(committee, cancel(second, 'k3'))).toEqual([
      cancelled(second),
      { type: 'absence-recorded', absence: { juror: 'j1', contestant: 'k2', stages: ['s'], reason } },
    ]);
  });

  test('[D11] opens that juror’s sign-off of the category of who is judged again, and no other', () => {
    const categories = ['c', 'd'].map((id) => ({ id, name: id }));
    const people = contestants(2).map((each, index) => ({ ...each, category: index === 0 ? 'c' : 'd' }));
    const contest = playContest({ categories, contestants: people, jurors: jurors(2) });
    contest.must(committee, absences({ contestant: 'k1' }, { contestant: 'k2' }));
    const ref = contest.now().absences[0]?.ref ?? '';
    for (const id of ['k1', 'k2']) contest.must(seat('j2'), { type: 'recuse', contestant: id, reason });
    for (const juror of ['j1', 'j2']) {
      for (const category of ['c', 'd']) contest.must(seat(juror), { type: 'sign-off-category', category });
    }
    const own = contest.now().signOffs.filter(({ value }) => value.juror === 'j1');
    const opened = (category: string) => ({
      type: 'sign-off-reopened',
      juror: 'j1',
      category,
      signOffs: own.filter(({ value }) => value.category === category).map((each) => each.ref),
      reason: 'datang',
    });
    const kept = { type: 'absence-recorded', absence: { juror: 'j1', contestant: 'k2', reason } };
    expect(contest.must(committee, cancel(ref, 'k1'))).toEqual([cancelled(ref), kept, opened('c')]);
    const other = contest.now().absences.at(-1)?.ref ?? '';
    expect(contest.must(committee, cancel(other))).toEqual([cancelled(other), opened('d')]);
  });
});

describe('a lock beside it', () => {
  const settle: Command = {
    type: 'settle-sheet',
    juror: 'j1',
    contestant: 'k1',
    stage: 's',
    counts: 'lock',
    reason: 'sah',
  };

  test.each(['recusals', 'absences'] as const)(
    '[E6] counts: of %s only that sheet is taken out, only what stands',
    (kind) => {
      const contest = playContest(twoStages);
      const exemption = { juror: 'j1', contestant: 'k1', reason };
      const isRecusal = kind === 'recusals';
      const say = (more: { juror?: string; contestant?: string; stages?: string[] }) =>
        contest.record(committee, [
          isRecusal
            ? { type: 'recusal-recorded', recusal: { ...exemption, ...more } }
            : { type: 'absence-recorded', absence: { ...exemption, ...more } },
        ])[0] ?? '';
      const gone = say({});
      const takenBack = isRecusal
        ? ({ type: 'recusal-cancelled', recusal: gone, reason } as const)
        : ({ type: 'absence-cancelled', absence: gone, reason } as const);
      contest.record(committee, [takenBack]);
      const whole = say({});
      say({ juror: 'j2' });
      say({ contestant: 'k2' });
      say({ stages: ['t'] });
      const single = say({ stages: ['s'] });
      const rest = { ...exemption, stages: ['t'] };
      const facts = isRecusal
        ? [
            { type: 'recusal-cancelled', recusal: whole, reason: 'sah' },
            { type: 'recusal-recorded', recusal: rest },
            { type: 'recusal-cancelled', recusal: single, reason: 'sah' },
          ]
        : [
            { type: 'absence-cancelled', absence: whole, reason: 'sah' },
            { type: 'absence-recorded', absence: rest },
            { type: 'absence-cancelled', absence: single, reason: 'sah' },
          ];
      expect(contest.must(committee, settle)).toEqual(facts);
      expect(contest.must(committee, settle)).toEqual([]);
    },
  );

  test('[E6] or the absence counts: the lock is opened', () => {
    const contest = playContest();
    const lock = contest.lock('j1', 'k1');
    expect(contest.must(committee, { ...settle, counts: 'exemption' })).toEqual([
      { type: 'sheet-reopened', juror: 'j1', contestant: 'k1', stage: 's', locks: [lock], reason: 'sah' },
    ]);
  });
});
