/** Who comes on in a later stage: those who advance, in the order that was chosen for it. */
import { expect, test } from 'vitest';
import { onStageView } from '../../shared/ceremony/on-stage.ts';
import type { Command } from '../../shared/domain/facts/commands.ts';
import { drawLots } from '../../shared/domain/facts/lots.ts';
import { setupOf } from '../../shared/domain/contest.ts';
import { nextTurn, runningTurns, turnsIn } from '../../shared/domain/running-order.ts';
import { contestants, criterion, jurors, rubric, type ContestInput } from '../support/contest-builder.ts';
import { committee, playContest, refused } from '../support/played-contest.ts';

const timer = [{ name: 'Paparan', seconds: 600 }];
const inTwoRounds: ContestInput = {
  stages: [
    { id: 's', name: 'Penyisihan', weight: '40', timer },
    { id: 'f', name: 'Final', weight: '60', timer, after: { stage: 's', top: 3 } },
  ],
  rubrics: [rubric('r', 's', [criterion('nilai', '100')]), rubric('q', 'f', [criterion('paparan', '100')])],
  jurors: jurors(1),
  contestants: contestants(5).map((each) => ({ ...each, status: 'waiting' })),
};

function play(more: ContestInput = {}) {
  const contest = playContest({ ...inTwoRounds, ...more });
  const next = () => {
    const turn = nextTurn(contest.now());
    return turn === undefined ? null : `${turn.contestant.id} ${turn.stage}`;
  };
  const show = (contestant: string | null, stage: string | null) =>
    contest.must(committee, { type: 'show-stage', contestant, stage });
  /** Presses the large button until it is gone. */
  const goOn = () => {
    const shown: string[] = [];
    for (let turn = nextTurn(contest.now()); turn !== undefined; turn = nextTurn(contest.now())) {
      show(turn.contestant.id, turn.stage);
      shown.push(`${turn.contestant.id} ${turn.stage}`);
    }
    return shown;
  };
  const close = (advanced: string[], out: string[], category = 'c') =>
    contest.must(committee, { type: 'close-round', category, stage: 'f', advanced, out });
  const order = (by: Extract<Command, { type: 'set-stage-order' }>['by']): Command => ({
    type: 'set-stage-order',
    category: 'c',
    stage: 'f',
    by,
  });
  return { ...contest, next, show, goOn, close, order };
}

test('[D27] after the first stage the next one is whoever advances, once the round is closed; who is out is never next', () => {
  const { goOn, close, now, next } = play();
  expect(goOn()).toEqual(['k1 s', 'k2 s', 'k3 s', 'k4 s', 'k5 s']);
  expect(next()).toBeNull();
  close(['k4', 'k1', 'k3'], ['k2', 'k5']);
  expect(next()).toBe('k1 f');
  expect(onStageView(now(), null)).toMatchObject({ now: { name: 'KBK Contoh 5' }, next: { name: 'KBK Contoh 1' } });
  expect(goOn()).toEqual(['k1 f', 'k3 f', 'k4 f']);
  expect(runningTurns(now()).map(({ contestant }) => contestant.id)).toEqual(['k1', 'k3', 'k4']);
});

test('[D27] in the order that was chosen: best last, the same, or drawn with a seed that gives it again', () => {
  const { close, must, now, order, ask, show, next } = play();
  expect(ask(committee, order({ how: 'same' }))).toEqual(refused('not-locked', { reason: 'round-not-closed' }));
  close(['k4', 'k1', 'k3'], ['k2', 'k5']);
  const of = () => turnsIn(now(), 'f').map(({ contestant }) => contestant.id);
  expect(must(committee, order({ how: 'best-last', order: ['k3', 'k1', 'k4'] }))).toEqual([
    { type: 'stage-order-set', category: 'c', stage: 'f', how: 'best-last', order: ['k3', 'k1', 'k4'] },
  ]);
  expect(of()).toEqual(['k3', 'k1', 'k4']);
  show('k3', 'f');
  expect(next()).toBe('k1 f');
  expect(must(committee, order({ how: 'best-last', order: ['k3', 'k1', 'k4'] }))).toEqual([]);
  expect(ask(committee, order({ how: 'best-last', order: ['k3', 'k1'] }))).toEqual(
    refused('already-done', { reason: 'round-is-otherwise' }),
  );
  must(committee, order({ how: 'lots', seed: 'abcd' }));
  const inside = setupOf(now()).contestants.filter(({ id }) => ['k1', 'k3', 'k4'].includes(id));
  expect(of()).toEqual(drawLots(inside, 'c', 'abcd').map(({ contestant }) => contestant));
  must(committee, order({ how: 'same' }));
  expect(of()).toEqual(['k1', 'k3', 'k4']);
  // Numbers stay.
  expect(setupOf(now()).contestants.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
});

test('[D27] [D11] who comes in when the round is closed again comes after those whom the order names', () => {
  const { close, must, now, order } = play();
  close(['k4', 'k3'], ['k1', 'k2', 'k5']);
  must(committee, order({ how: 'best-last', order: ['k4', 'k3'] }));
  const again: Command = {
    type: 'close-round',
    category: 'c',
    stage: 'f',
    advanced: ['k4', 'k1'],
    out: ['k2', 'k3', 'k5'],
  };
  must(committee, { ...again, reason: 'nilai dibetulkan' });
  expect(turnsIn(now(), 'f').map(({ contestant }) => contestant.id)).toEqual(['k4', 'k1']);
});

test('[D27] a round that is read beforehand: the first on stage are those who advance, by their states', () => {
  const stages = [
    { id: 's', name: 'Risalah', weight: '40' },
    { id: 'f', name: 'Presentasi', weight: '60', timer, after: { stage: 's', top: 3 } },
  ];
  const { close, goOn, must, now, next } = play({ stages });
  close(['k4', 'k1', 'k3'], ['k2', 'k5']);
  expect(next()).toBe('k1 f');
  must(committee, {
    type: 'change-contestant-status',
    contestant: 'k3',
    status: 'performed',
    reason: 'tampil lebih dulu',
  });
  must(committee, { type: 'change-contestant-status', contestant: 'k1', status: 'withdrawn', reason: 'sakit' });
  expect(goOn()).toEqual(['k4 f']);
  expect(turnsIn(now(), 'f').map(({ contestant, waits, wasOn }) => [contestant.id, waits, wasOn])).toEqual([
    ['k3', false, true],
    ['k4', false, true],
  ]);
});

test('[D27] a category that has not closed its round is not in the later stage yet, and goes on where it is', () => {
  const two: ContestInput = {
    categories: [
      { id: 'c', name: 'Kesehatan' },
      { id: 'd', name: 'Pendidikan' },
    ],
    contestants: contestants(4).map((each, at) => ({ ...each, category: at < 2 ? 'c' : 'd', status: 'waiting' })),
  };
  const { close, show, next, goOn } = play(two);
  show('k1', 's');
  show('k2', 's');
  close(['k2'], ['k1']);
  expect(next()).toBe('k3 s');
  show('k2', 'f');
  expect(next()).toBe('k3 s');
  expect(goOn()).toEqual(['k3 s', 'k4 s']);
});

test('[D27] [D8] a step that was taken back leaves its group next again', () => {
  const { close, goOn, next, show, must, now } = play();
  goOn();
  close(['k1', 'k2'], ['k3', 'k4', 'k5']);
  show('k1', 'f');
  must(committee, { type: 'undo-stage', step: now().steps.at(-1)?.ref ?? '' });
  expect(next()).toBe('k1 f');
});

test('[D27] who did not advance is shown only when a person confirms it', () => {
  const { close, ask } = play();
  close(['k1', 'k2'], ['k3', 'k4', 'k5']);
  const show = { type: 'show-stage', contestant: 'k3', stage: 'f' } as const;
  expect(ask(committee, show)).toEqual(refused('not-judging', { reason: 'not-advanced', contestant: 'KBK Contoh 3' }));
  expect(ask(committee, { ...show, outside: true }).ok).toBe(true);
  expect(ask(committee, { ...show, stage: 's' }).ok).toBe(true);
});

test('[D27] [I19] the planned time is that of the first stage on which groups come on, and not said in a later one', () => {
  const planned = contestants(5).map((each) => ({ ...each, status: 'waiting', slot: '09.00–09.20' }));
  const { goOn, close, now, show } = play({ contestants: planned });
  show('k1', 's');
  expect(onStageView(now(), null)).toMatchObject({ now: { slot: '09.00–09.20' }, next: { slot: '09.00–09.20' } });
  goOn();
  close(['k1', 'k2', 'k3'], ['k4', 'k5']);
  show('k1', 'f');
  const view = onStageView(now(), null);
  expect(view.type === 'on-stage' && [view.now, view.next].some((each) => each !== null && 'slot' in each)).toBe(false);
});
