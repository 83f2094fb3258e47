/** Rounds in a folder: closing one, whom that leaves out, and what becomes of it when the scores change. */
import { expect, test } from 'vitest';
import type { Command } from '../../shared/domain/facts/commands.ts';
import { sheetOf, toContestFile } from '../../shared/domain/score-sheet.ts';
import { unsignedJurors } from '../../shared/domain/unsigned-jurors.ts';
import { checkBestLast, checkSeenRound } from '../../shared/ranking/close-round.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { contestants, criterion, jurors, rubric } from '../support/contest-builder.ts';
import { committee, playContest, refused, seat } from '../support/played-contest.ts';

const setup = {
  stages: [
    { id: 's', name: 'Risalah', weight: '40' },
    { id: 'f', name: 'Final', weight: '60', after: { stage: 's', top: 2 } },
    { id: 'p', name: 'Puncak', weight: '60', after: { stage: 'f', top: 1 } },
  ],
  rubrics: [
    rubric('r', 's', [criterion('nilai', '100')]),
    rubric('q', 'f', [criterion('paparan', '100')]),
    rubric('t', 'p', [criterion('puncak', '100')]),
  ],
  jurors: jurors(1),
  contestants: contestants(3),
};

const close = (advanced: string[], out: string[], more: { reason?: string } = {}): Command => ({
  type: 'close-round',
  category: 'c',
  stage: 'f',
  advanced,
  out,
  ...more,
});

/** Three groups with 90, 80 and 70 in the first stage, all locked. */
function afterFirstStage() {
  const contest = playContest(setup);
  const give = (contestant: string, stage: string, criterionId: string, value: string) => {
    contest.must(seat('j1'), { type: 'set-score', contestant, criterion: criterionId, value });
    contest.must(seat('j1'), { type: 'lock-sheet', contestant, stage });
  };
  give('k1', 's', 'nilai', '90');
  give('k2', 's', 'nilai', '80');
  give('k3', 's', 'nilai', '70');
  return { ...contest, give };
}

test('[D26] [E11] whom a closed round leaves out has no sheet there and in later stages, and is nobody’s unfinished work', () => {
  const contest = afterFirstStage();
  const stateOf = (contestant: string, stage: string) => sheetOf(contest.now(), 'j1', contestant, stage)?.state;
  expect([stateOf('k3', 'f'), stateOf('k3', 'p')]).toEqual(['pending', 'pending']);
  expect(contest.must(committee, close(['k1', 'k2'], ['k3']))).toEqual([
    { type: 'round-closed', category: 'c', stage: 'f', advanced: ['k1', 'k2'], out: ['k3'], replaces: [] },
  ]);
  expect([stateOf('k3', 's'), stateOf('k3', 'f'), stateOf('k3', 'p')]).toEqual([
    'locked',
    'not-advanced',
    'not-advanced',
  ]);
  expect([stateOf('k2', 'f'), stateOf('k2', 'p')]).toEqual(['pending', 'pending']);
  expect(contest.ask(seat('j1'), { type: 'set-score', contestant: 'k3', criterion: 'paparan', value: '99' })).toEqual(
    refused('not-judging', { reason: 'not-advanced', contestant: 'KBK Contoh 3' }),
  );
  expect(contest.ask(committee, close(['k2', 'k1'], ['k3']))).toEqual({ ok: true, value: [] });
  for (const id of ['k1', 'k2']) {
    contest.give(id, 'f', 'paparan', id === 'k1' ? '50' : '60');
    contest.give(id, 'p', 'puncak', '70');
  }
  contest.must(seat('j1'), { type: 'sign-off-category', category: 'c' });
  expect(unsignedJurors(contest.now(), 'c')).toEqual([]);
});

test('[D26] only of this category, each once, and of a stage that comes after another', () => {
  const { ask } = afterFirstStage();
  expect(ask(committee, close(['k1', 'k9'], []))).toEqual(
    refused('unknown-id', { reason: 'unknown-here', kind: 'contestant-of-category', id: 'k9' }),
  );
  expect(ask(committee, close(['k1'], ['k1']))).toEqual(refused('invalid-setup', { reason: 'contestant-named-twice' }));
  expect(ask(committee, { ...close(['k1'], []), stage: 's' } as Command)).toEqual(
    refused('unknown-id', { reason: 'unknown-here', kind: 'stage', id: 's' }),
  );
  expect(ask(committee, { type: 'reopen-round', category: 'c', stage: 'f', reason: 'keliru' })).toEqual(
    refused('not-locked', { reason: 'round-not-closed' }),
  );
});

test('[D26] as somebody saw it: refused while a sheet is missing, and where it is another cut by now', () => {
  const contest = afterFirstStage();
  const seen = { category: 'c', stage: 'f', advanced: ['k1', 'k2'], out: ['k3'] };
  const file = toContestFile(contest.now());
  expect(checkSeenRound(file, seen)).toEqual({ ok: true, value: null });
  expect(checkSeenRound(file, { ...seen, advanced: ['k1', 'k3'], out: ['k2'] })).toEqual(
    refused('already-done', { reason: 'round-is-otherwise' }),
  );
  expect(checkSeenRound({ ...file, scores: file.scores.slice(1) }, seen)).toEqual(
    refused('incomplete', { reason: 'round-not-decided', sheets: 1 }),
  );
});

test('[E11] when the scores let others through the category is blocked until the round is closed again, with a reason', () => {
  const contest = afterFirstStage();
  contest.must(committee, close(['k1', 'k2'], ['k3']));
  const first = contest.now().roundClosings[0]?.ref ?? '';
  const reopen = { type: 'reopen-sheet', juror: 'j1', contestant: 'k3', stage: 's', reason: 'salah tulis' } as const;
  contest.must(committee, reopen);
  contest.give('k3', 's', 'nilai', '95');
  const ranked = () => rankContest(toContestFile(contest.now())).categories[0];
  expect(ranked()?.blocked).toContainEqual({
    places: [1, 2],
    contestants: ['k2', 'k3'],
    reason: 'round',
    stage: 'f',
  });
  expect(ranked()?.awards).toEqual([]);
  // Nothing is changed by itself.
  expect(sheetOf(contest.now(), 'j1', 'k3', 'f')?.state).toBe('not-advanced');
  expect(contest.ask(committee, close(['k1', 'k3'], ['k2']))).toEqual(
    refused('reason-required', { reason: 'round-closed-already' }),
  );
  const again = close(['k1', 'k3'], ['k2'], { reason: 'nilai nomor 3 dibetulkan' });
  expect(contest.must(committee, again)).toMatchObject([{ type: 'round-closed', replaces: [first] }]);
  expect(sheetOf(contest.now(), 'j1', 'k3', 'f')?.state).toBe('pending');
  expect(sheetOf(contest.now(), 'j1', 'k2', 'f')?.state).toBe('not-advanced');
  expect(ranked()?.blocked).toBeNull();
});

test('[D26] [D11] opened again everybody has a sheet, and the sign-offs of the category open', () => {
  const contest = afterFirstStage();
  contest.must(committee, close([], ['k1', 'k2', 'k3']));
  contest.must(seat('j1'), { type: 'sign-off-category', category: 'c' });
  const later = { type: 'reopen-round', category: 'c', stage: 'p', reason: 'keliru' } as const;
  expect(contest.ask(committee, later)).toEqual(refused('not-locked', { reason: 'round-not-closed' }));
  const opened = contest.must(committee, { type: 'reopen-round', category: 'c', stage: 'f', reason: 'keliru' });
  expect(opened.map(({ type }) => type)).toEqual(['round-reopened', 'sign-off-reopened']);
  expect(sheetOf(contest.now(), 'j1', 'k2', 'f')?.state).toBe('pending');
});

test('[D27] the best last is checked against the ranking: the order that somebody saw, or none', () => {
  const contest = afterFirstStage();
  const file = toContestFile(contest.now());
  const seen = { category: 'c', stage: 'f' };
  expect(checkBestLast(file, { ...seen, order: ['k2', 'k1'] })).toEqual({ ok: true, value: null });
  expect(checkBestLast(file, { ...seen, order: ['k1', 'k2'] })).toEqual(
    refused('already-done', { reason: 'round-is-otherwise' }),
  );
  expect(checkBestLast({ ...file, scores: file.scores.slice(1) }, { ...seen, order: ['k2', 'k1'] })).toEqual(
    refused('incomplete', { reason: 'round-not-decided', sheets: 1 }),
  );
});
