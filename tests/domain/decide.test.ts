/** given facts / when a command / then facts or a refusal: the rules of who may do what, and when. */
import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/domain/facts/commands.ts';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { contestWorkbook } from '../../shared/documents/workbook/workbook.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { parseContestFile } from '../../shared/domain/setup/contest-parse.ts';
import { checkContest } from '../../shared/domain/setup/contest-check.ts';
import { emptyContest, type Contest } from '../../shared/domain/contest.ts';
import { sheetOf, toContestFile } from '../../shared/domain/score-sheet.ts';
import { decide } from '../../shared/domain/facts/decide.ts';
import type { Author } from '../../shared/domain/facts/events.ts';
import { applyEvents } from '../../shared/domain/facts/evolve.ts';
import { contestOf, criterion, jurors, rubric, setupIn } from '../support/contest-builder.ts';
import { wordsOf } from '../../shared/say/words.ts';

const committee: Author = { role: 'committee', device: 'd' };
const j1: Author = { role: 'seat', seat: 'j1', device: 'd1' };
const j2: Author = { role: 'seat', seat: 'j2', device: 'd2' };

/** A contest that commands are played on; each author writes a log of its own. */
function play(overrides: Record<string, unknown> = {}) {
  let contest: Contest = emptyContest;
  const lengths = new Map<string, number>();
  const act = (author: Author, command: Command) => {
    const decided = decide(contest, author, command);
    if (!decided.ok) return decided;
    const log = (author.role === 'committee' ? 'a' : author.seat === 'j1' ? 'b' : 'c').repeat(26);
    const recorded = decided.value.map((event) => {
      const seq = (lengths.get(log) ?? 0) + 1;
      lengths.set(log, seq);
      return { ref: `${log}:${seq}`, atMs: seq, author, event };
    });
    contest = applyEvents(contest, recorded);
    return decided;
  };
  const must = (author: Author, command: Command) => {
    const decided = act(author, command);
    if (!decided.ok) throw new Error(decided.error.reason);
    return decided.value;
  };
  const file = contestOf({
    rubrics: [rubric('r', 's', [criterion('isi', '60', { noteBelow: '50', step: '0.5' }), criterion('hasil', '40')])],
    ...overrides,
  });
  must(committee, foundingOf(file));
  return { act, must, now: () => contest, sheet: () => sheetOf(contest, 'j1', 'k1', 's') };
}

const withChair = jurors(3).map((juror, index) => (index === 0 ? { ...juror, chair: true } : juror));

function foundingOf(file: ContestFile): Command {
  const { recusals, absences, penalties, decisions } = file;
  return { type: 'found-contest', setup: setupIn(file), recusals, absences, penalties, decisions };
}

const scored = (value: string | null, criterionId = 'isi'): Command => ({
  type: 'set-score',
  contestant: 'k1',
  criterion: criterionId,
  value,
});
const lock: Command = { type: 'lock-sheet', contestant: 'k1', stage: 's' };
const refused = (type: string) => ({ ok: false, error: { type } });

function lockedByJ1(overrides: Record<string, unknown> = {}) {
  const contest = play(overrides);
  contest.must(j1, scored('80'));
  contest.must(j1, scored('70', 'hasil'));
  contest.must(j1, lock);
  return contest;
}

describe('roles', () => {
  test('[D1] jurors do not set up, the committee does not score', () => {
    const { act } = play();
    expect(act(j1, { type: 'change-info', contest: { name: 'X' } })).toMatchObject(refused('wrong-role'));
    expect(act(j1, { type: 'reopen-sheet', juror: 'j1', contestant: 'k1', stage: 's', reason: 'x' })).toMatchObject(
      refused('wrong-role'),
    );
    expect(act(committee, scored('80'))).toMatchObject(refused('wrong-role'));
  });

  test('[D2] a contest is founded once, and nothing goes before it', () => {
    expect(decide(emptyContest, j1, scored('1'))).toMatchObject(refused('not-founded'));
    const { act, now } = play();
    const file = toContestFile(now());
    expect(act(committee, foundingOf(file))).toMatchObject(refused('already-founded'));
  });
});

describe('setting up', () => {
  test('[D3] weights that do not sum to 100 are refused with their place', () => {
    const { act } = play();
    const { rubrics } = contestOf({ rubrics: [rubric('r', 's', [criterion('isi', '60')])] });
    const decided = act(committee, { type: 'change-rubrics', rubrics: [...rubrics] });
    const problems = [{ path: '/rubrics/0/criteria', type: 'weights-not-100', total: '60' }];
    expect(decided).toMatchObject({ ok: false, error: { type: 'invalid-setup', problems } });
  });

  test('[D5] rubric, rules and weights freeze at the first draft score; names do not', () => {
    const contest = play();
    contest.must(j1, scored('80'));
    const { rubrics, rules, stages } = contestOf({});
    expect(contest.act(committee, { type: 'change-rubrics', rubrics: [...rubrics] })).toMatchObject(refused('frozen'));
    expect(contest.act(committee, { type: 'change-rules', rules })).toMatchObject(refused('frozen'));
    expect(contest.act(committee, { type: 'change-stages', stages: [...stages] })).toMatchObject(refused('frozen'));
    contest.must(committee, { type: 'change-info', contest: { name: 'Nama baru' } });
    expect(contest.now().setup?.contest.name).toBe('Nama baru');
  });

  test('[D6] a seat that has written stays; its name may change', () => {
    const contest = play();
    contest.must(j1, scored('80'));
    const jurors = contest.now().setup?.jurors ?? [];
    const without = jurors.filter(({ id }) => id !== 'j1');
    expect(contest.act(committee, { type: 'change-jurors', jurors: without })).toMatchObject(refused('in-use'));
    const renamed = jurors.map((juror) => (juror.id === 'j1' ? { ...juror, name: 'Pengganti' } : juror));
    contest.must(committee, { type: 'change-jurors', jurors: renamed });
    expect(contest.now().setup?.jurors[0]?.name).toBe('Pengganti');
  });

  test('[D7] a scored contestant is not removed, an unscored one is', () => {
    const contest = play();
    contest.must(j1, scored('80'));
    const remove = (id: string): Command => ({ type: 'change-contestants', addCategories: [], put: [], removed: [id] });
    expect(contest.act(committee, remove('k1'))).toMatchObject(refused('in-use'));
    contest.must(committee, remove('k3'));
    expect(contest.now().setup?.contestants.map(({ id }) => id)).toEqual(['k1', 'k2']);
  });

  test('[D19] the recorded seed gives the same lots again, and every number once', () => {
    const numbers = (seed: string) => {
      const contest = play({ contestants: contestOf({}).contestants });
      contest.must(committee, { type: 'draw-lots', category: null, seed });
      return contest.now().setup?.contestants.map(({ number }) => number);
    };
    expect(numbers('2017-11-08')).toEqual(numbers('2017-11-08'));
    expect(numbers('2017-11-08')?.toSorted()).toEqual([1, 2, 3]);
    expect(new Set(['a', 'b', 'c', 'd', 'e', 'f'].map((seed) => String(numbers(seed)))).size).toBeGreaterThan(2);
  });
});

describe('scoring', () => {
  test('[D14] out of range and off step are refused with the range', () => {
    const { act } = play();
    const high = act(j1, scored('100.5'));
    expect(high).toMatchObject({ ok: false, error: { type: 'out-of-range', value: '100.5', min: '0', max: '100' } });
    expect(act(j1, scored('80.25'))).toMatchObject(refused('off-step'));
    expect(act(j1, scored('80.5'))).toMatchObject({ ok: true });
  });

  test('[D14] a juror scores only what the seat judges', () => {
    const { act } = play({
      jurors: [
        { id: 'j1', name: 'A', stages: [] },
        { id: 'j2', name: 'B' },
      ],
    });
    expect(act(j1, scored('80'))).toMatchObject(refused('not-judging'));
    expect(act(j2, { type: 'set-score', contestant: 'k9', criterion: 'isi', value: '1' })).toMatchObject(
      refused('unknown-id'),
    );
  });

  test('[D14] a withdrawn contestant is not scored', () => {
    const contest = play();
    contest.must(committee, { type: 'change-contestant-status', contestant: 'k1', status: 'withdrawn' });
    expect(contest.act(j1, scored('80'))).toMatchObject(refused('not-ranked'));
  });

  test('[D15] the same value again is no new fact; emptying it is one', () => {
    const contest = play();
    contest.must(j1, scored('80'));
    expect(contest.must(j1, scored('80'))).toEqual([]);
    expect(contest.must(j1, scored(null))).toHaveLength(1);
    expect(contest.sheet()?.state).toBe('pending');
  });

  test('[D16] an incomplete sheet is not locked, and says what is missing', () => {
    const contest = play();
    contest.must(j1, scored('80'));
    const decided = contest.act(j1, lock);
    expect(decided).toMatchObject({ ok: false, error: { type: 'incomplete', criteria: ['Kriteria hasil'] } });
  });

  test('[D16] a low score asks for its note', () => {
    const contest = play();
    contest.must(j1, scored('49.5'));
    contest.must(j1, scored('70', 'hasil'));
    expect(contest.act(j1, lock)).toMatchObject(refused('note-required'));
    contest.must(j1, { type: 'set-note', contestant: 'k1', stage: 's', criterion: 'isi', text: 'data awal tidak ada' });
    contest.must(j1, lock);
    expect(contest.sheet()?.state).toBe('locked');
  });

  test('[D16] a locked sheet takes nothing more', () => {
    const contest = lockedByJ1();
    expect(contest.act(j1, scored('90'))).toMatchObject(refused('locked'));
    expect(contest.act(j1, lock)).toMatchObject(refused('locked'));
    expect(contest.act(j1, { type: 'recuse', contestant: 'k1', reason: 'x' })).toMatchObject(refused('locked'));
  });

  test('[E8] drafts are not in the contest file, locked sheets are', () => {
    const contest = lockedByJ1();
    contest.must(j2, scored('10'));
    expect(toContestFile(contest.now()).scores).toEqual([
      { juror: 'j1', contestant: 'k1', criterion: 'isi', value: '80' },
      { juror: 'j1', contestant: 'k1', criterion: 'hasil', value: '70' },
    ]);
  });

  test('[E8] a recusal beside an absence, and facts about who is gone, leave a contest file that can be ranked', () => {
    const { act, must, now } = play();
    const absence = { juror: 'j1', contestant: 'k1', reason: 'sakit' };
    must(committee, { type: 'record-absence', absence });
    must(j1, { type: 'recuse', contestant: 'k1', reason: 'satu unit' });
    must(j1, { type: 'recuse', contestant: 'k2', stages: ['s'], reason: 'satu unit' });
    must(committee, { type: 'record-absence', absence: { ...absence, contestant: 'k2' } });
    must(committee, { type: 'record-absence', absence: { ...absence, contestant: 'k3' } });
    must(committee, { type: 'record-absence', absence: { ...absence, juror: 'j3' } });
    must(committee, { type: 'add-penalty', penalty: { contestant: 'k3', points: '1', reason: 'x' } });
    must(committee, { type: 'change-contestants', addCategories: [], put: [], removed: ['k3'] });
    must(committee, { type: 'change-jurors', jurors: now().setup?.jurors.slice(0, 2) ?? [] });
    const file = toContestFile(now());
    expect(checkContest(file)).toEqual([]);
    expect(file.recusals.map(({ contestant }) => contestant)).toEqual(['k1', 'k2']);
    expect([file.absences, file.penalties]).toEqual([[], []]);
    expect(act(j1, scored('80'))).toMatchObject(refused('recused'));
  });

  test('[D17] a recusal takes the juror out, and can be withdrawn', () => {
    const contest = play();
    contest.must(j1, { type: 'recuse', contestant: 'k1', reason: 'satu unit kerja' });
    expect(contest.act(j1, scored('80'))).toMatchObject(refused('recused'));
    expect(toContestFile(contest.now()).recusals).toEqual([
      { juror: 'j1', contestant: 'k1', reason: 'satu unit kerja' },
    ]);
    contest.must(j1, { type: 'withdraw-recusal', contestant: 'k1', reason: 'keliru' });
    expect(toContestFile(contest.now()).recusals).toEqual([]);
    contest.must(j1, scored('80'));
  });

  test('[D18] a category is signed off when all is locked or recused; reopening a sheet opens it again', () => {
    const contest = lockedByJ1();
    expect(contest.act(j1, { type: 'sign-off-category', category: 'c' })).toMatchObject(refused('incomplete'));
    for (const contestant of ['k2', 'k3']) contest.must(j1, { type: 'recuse', contestant, reason: 'x' });
    contest.must(j1, { type: 'sign-off-category', category: 'c' });
    expect(contest.must(j1, { type: 'sign-off-category', category: 'c' })).toEqual([]);
    expect(contest.act(j1, { type: 'withdraw-recusal', contestant: 'k2', reason: 'x' })).toMatchObject(
      refused('signed-off'),
    );
    const reopened = contest.must(committee, {
      type: 'reopen-sheet',
      juror: 'j1',
      contestant: 'k1',
      stage: 's',
      reason: 'salah ketik',
    });
    expect(reopened.map(({ type }) => type)).toEqual(['sheet-reopened', 'sign-off-reopened']);
    expect(contest.act(j1, { type: 'sign-off-category', category: 'c' })).toMatchObject(refused('incomplete'));
  });
});

describe('announcing', () => {
  test('[D21] a confirmation names who has not signed off, once for each of them, and stands in the recap', () => {
    const contest = lockedByJ1({
      recusals: ['k2', 'k3'].map((contestant) => ({ juror: 'j1', contestant, reason: 'x' })),
    });
    contest.must(j1, { type: 'sign-off-category', category: 'c' });
    const asked: Command = { type: 'confirm-announcement', category: 'c' };
    const unsigned = ['2', '3'].map((at) => ({ juror: `j${at}`, name: `Juri ${at} (contoh)` }));
    expect(contest.must(committee, asked)).toEqual([
      { type: 'announcement-confirmed', confirmation: { category: 'c', unsigned } },
    ]);
    expect(contest.must(committee, asked)).toEqual([]);
    const file = toContestFile(contest.now());
    expect(file.confirmations).toEqual([{ category: 'c', unsigned }]);
    expect(checkContest(file)).toEqual([]);
    expect(parseContestFile(JSON.parse(JSON.stringify(file)))).toMatchObject({ ok: true });
    expect(JSON.stringify(contestWorkbook(file, rankContest(file), wordsOf.id))).toContain(
      'Diumumkan sebelum disahkan oleh Juri 2 (contoh), Juri 3 (contoh); dikonfirmasi dan dicatat panitia',
    );
    contest.must(committee, { type: 'reopen-sign-off', juror: 'j1', category: 'c', reason: 'x' });
    expect(contest.must(committee, asked)).toHaveLength(1);
    expect(contest.act(j1, asked)).toMatchObject(refused('wrong-role'));
  });
});

describe('the day', () => {
  test('[D8] showing one marks the one before as performed', () => {
    const contest = play({
      contestants: contestOf({}).contestants.map((each) => ({ ...each, status: 'waiting' })),
    });
    contest.must(committee, { type: 'show-stage', contestant: 'k1', stage: 's' });
    contest.must(committee, { type: 'show-stage', contestant: 'k2', stage: 's' });
    expect(contest.now().setup?.contestants.map(({ status }) => status)).toEqual([
      'performed',
      'performing',
      'waiting',
    ]);
    expect(contest.now().shown).toMatchObject({ contestant: 'k2', stage: 's' });
  });

  test('[D9] the timer runs for who is shown', () => {
    const contest = play();
    expect(contest.act(committee, { type: 'start-timer', part: 0, elapsedMs: 0 })).toMatchObject(refused('no-timer'));
    contest.must(committee, { type: 'show-stage', contestant: 'k2', stage: 's' });
    contest.must(committee, { type: 'start-timer', part: 0, elapsedMs: 0 });
    expect(contest.now().timer).toMatchObject({ contestant: 'k2', running: true });
    contest.must(committee, { type: 'stop-timer', elapsedMs: 61_000 });
    expect(contest.now().timer).toMatchObject({ running: false, elapsedMs: 61_000 });
  });

  test('[D10] a juror with a locked sheet is not absent', () => {
    const contest = lockedByJ1();
    const absent = (juror: string): Command => ({
      type: 'record-absence',
      absence: { juror, contestant: 'k1', reason: 'sakit' },
    });
    expect(contest.act(committee, absent('j1'))).toMatchObject(refused('locked'));
    contest.must(committee, absent('j2'));
    expect(contest.act(j2, scored('80'))).toMatchObject(refused('absent'));
  });

  test('[E5] a cancelled penalty no longer counts and stays in the history', () => {
    const contest = play();
    contest.must(committee, { type: 'add-penalty', penalty: { contestant: 'k1', points: '2', reason: 'waktu' } });
    const [penalty] = contest.now().penalties;
    contest.must(committee, { type: 'cancel-penalty', penalty: penalty?.ref ?? '', reason: 'keliru' });
    expect(toContestFile(contest.now()).penalties).toEqual([]);
    expect(contest.now().penalties).toHaveLength(1);
  });

  test('[D12] a second decision about the same equals waits until the first is cancelled', () => {
    const { act, must, now } = play({ rules: { method: 'mean', tieBreak: ['chair'] }, jurors: withChair });
    const record = (order: string[]): Command => ({
      type: 'record-decision',
      decision: { kind: 'chair', category: 'c', order, reason: 'musyawarah' },
    });
    must(committee, record(['k1', 'k2']));
    expect(must(committee, record(['k1', 'k2']))).toEqual([]);
    expect(act(committee, record(['k2', 'k1']))).toMatchObject(refused('already-done'));
    const [first] = now().decisions;
    must(committee, { type: 'cancel-decision', decision: first?.ref ?? '', reason: 'keliru' });
    must(committee, record(['k2', 'k1']));
    expect(toContestFile(now()).decisions).toMatchObject([{ order: ['k2', 'k1'] }]);
  });

  test('[D12] a decision names contestants of its category, by a step that the rules have', () => {
    const contest = play({ rules: { method: 'mean', tieBreak: ['chair'] }, jurors: withChair });
    const decision = (kind: 'chair' | 'draw', order: string[]): Command => ({
      type: 'record-decision',
      decision: { kind, category: 'c', order, reason: 'musyawarah' },
    });
    expect(contest.act(committee, decision('draw', ['k1', 'k2']))).toMatchObject(refused('invalid-setup'));
    expect(contest.act(committee, decision('chair', ['k1', 'kx']))).toMatchObject(refused('unknown-id'));
    expect(contest.act(committee, decision('chair', ['k1', 'k1']))).toMatchObject(refused('invalid-setup'));
    contest.must(committee, decision('chair', ['k1', 'k2']));
  });
});

test('[D12] nobody decides as the chair where none is marked', () => {
  const { act, must } = play({ rules: { method: 'mean', tieBreak: ['chair'] } });
  const record: Command = {
    type: 'record-decision',
    decision: { kind: 'chair', category: 'c', order: ['k1', 'k2'], reason: 'musyawarah' },
  };
  expect(act(committee, record)).toMatchObject(refused('invalid-setup'));
  must(committee, { type: 'change-jurors', jurors: withChair });
  expect(must(committee, record)).toHaveLength(1);
});

describe('what is named is there', () => {
  const file = contestOf({});
  const founding = foundingOf(file);
  const asFounding = (more: Record<string, unknown>): Command => ({ ...founding, ...more }) as Command;
  const exemption = { juror: 'j1', contestant: 'k1', reason: 'x' };

  test.each([
    ['a recusal of nobody', { recusals: [{ ...exemption, juror: 'j9' }] }],
    ['a recusal in no stage', { recusals: [{ ...exemption, stages: ['t'] }] }],
    ['an absence for nobody', { absences: [{ ...exemption, contestant: 'k9' }] }],
    ['two absences of one', { absences: [exemption, exemption] }],
    ['a penalty for nobody', { penalties: [{ contestant: 'k9', points: '1', reason: 'x' }] }],
    [
      'a decision about nobody',
      { decisions: [{ kind: 'joint', category: 'c', contestants: ['k1', 'k9'], reason: 'x' }] },
    ],
  ])('[D23] a founding with %s is refused', (_what, more) => {
    expect(decide(emptyContest, committee, asFounding(more))).toMatchObject(refused('invalid-setup'));
  });

  test('[D23] a founding with what is there is taken', () => {
    const penalties = [{ contestant: 'k1', points: '1', reason: 'x' }];
    expect(decide(emptyContest, committee, asFounding({ recusals: [exemption], penalties })).ok).toBe(true);
  });

  test('[D23] a penalty is for whoever is ranked', () => {
    const { act, must } = play();
    const penalty = { contestant: 'k1', points: '1', reason: 'x' };
    for (const status of ['exhibition', 'withdrawn'] as const) {
      must(committee, { type: 'change-contestant-status', contestant: 'k1', status, reason: 'x' });
      expect(act(committee, { type: 'add-penalty', penalty })).toMatchObject(refused('not-ranked'));
    }
    must(committee, { type: 'change-contestant-status', contestant: 'k1', status: 'performed', reason: 'x' });
    expect(must(committee, { type: 'add-penalty', penalty })).toHaveLength(1);
  });

  test('[D23] a timer runs for a part that its stage has', () => {
    const timer = ['Paparan', 'Tanya jawab'].map((name) => ({ name, seconds: 300 }));
    const { act, must } = play({ stages: [{ id: 's', name: 'Presentasi', weight: '100', timer }] });
    must(committee, { type: 'show-stage', contestant: 'k1', stage: 's' });
    must(committee, { type: 'start-timer', part: 1, elapsedMs: 0 });
    expect(act(committee, { type: 'start-timer', part: 2, elapsedMs: 0 })).toMatchObject(refused('no-timer'));
  });

  test('[D13] a laptop of one seat is not admitted to another', () => {
    const { act, must } = play();
    const keys = { device: 'a'.repeat(26), signingKey: 'a'.repeat(52), boxKey: 'a'.repeat(52), machine: 'Laptop' };
    must(committee, { type: 'admit-device', ...keys, seat: 'j1' });
    expect(act(committee, { type: 'admit-device', ...keys, seat: 'j1' })).toEqual({ ok: true, value: [] });
    expect(act(committee, { type: 'admit-device', ...keys, seat: 'j2' })).toMatchObject(refused('already-done'));
  });

  test('[D16] blanks are no note', () => {
    const { act, must } = play();
    must(j1, scored('49.5'));
    must(j1, scored('70', 'hasil'));
    const note = { type: 'set-note', contestant: 'k1', stage: 's', criterion: 'isi' } as const;
    must(j1, { ...note, text: ' \n\u00a0' });
    expect(act(j1, lock)).toMatchObject(refused('note-required'));
    must(j1, { ...note, text: ' a ' });
    expect(act(j1, lock).ok).toBe(true);
  });
});
