import { expect, test } from 'vitest';
import { onStageView, waitingView } from '../../shared/ceremony/on-stage.ts';
import { emptyContest, type Contest } from '../../shared/domain/contest.ts';
import { contestSetupSchema, type ContestSetup } from '../../shared/domain/setup/contest-file.ts';

const categories = [
  { id: 'kes', name: 'Kesehatan' },
  { id: 'pend', name: 'Pendidikan' },
];

function setup(contestants: ContestSetup['contestants']): ContestSetup {
  return contestSetupSchema.parse({
    contest: { name: 'Gelar', organizer: 'Bagian Organisasi', example: true },
    categories,
    stages: [{ id: 'pres', name: 'Presentasi', weight: '1', timer: [{ name: 'Paparan', seconds: 600 }] }],
    rubrics: [],
    jurors: [],
    contestants,
    rules: { method: 'mean' },
  });
}

function contestant(id: string, number: number | null, category = 'kes', status = 'waiting') {
  return contestSetupSchema.shape.contestants.element.parse({
    id,
    number,
    name: `KBK ${id}`,
    unit: `Unit ${id}`,
    category,
    status,
  });
}

function shown(contestants: ContestSetup['contestants'], id: string | null, rest: Partial<Contest> = {}): Contest {
  const now = id === null ? null : { contestant: id, stage: 'pres', atMs: 0 };
  return { ...emptyContest, setup: setup(contestants), shown: now, ...rest };
}

function nextOf(contest: Contest) {
  const view = onStageView(contest, null);
  return view.type === 'on-stage' ? view.next?.name : undefined;
}

test('[C6] who is on and who is next, in the order of performance', () => {
  const view = onStageView(shown([contestant('b', 2), contestant('a', 1)], 'a'), null);
  expect(view).toMatchObject({
    category: 'Kesehatan',
    stage: 'Presentasi',
    now: { number: 1, name: 'KBK a', unit: 'Unit a' },
    next: { number: 2, name: 'KBK b', unit: 'Unit b' },
    example: true,
  });
});

test('[C6] those who are out or have performed are not next', () => {
  const list = [
    contestant('a', 1, 'kes', 'performing'),
    contestant('b', 2, 'kes', 'withdrawn'),
    contestant('c', 3, 'kes', 'performed'),
    contestant('d', 4),
  ];
  expect(nextOf(shown(list, 'a'))).toBe('KBK d');
  expect(nextOf(shown(list, 'd'))).toBeUndefined();
  expect(nextOf(shown(list, null))).toBe('KBK d');
});

test('[C6] numbers drawn over all categories lead across them; numbers per category lead through one after the other', () => {
  expect(nextOf(shown([contestant('a', 1), contestant('b', 3), contestant('p', 2, 'pend')], 'a'))).toBe('KBK p');
  expect(nextOf(shown([contestant('a', 1), contestant('b', 2), contestant('p', 1, 'pend')], 'a'))).toBe('KBK b');
});

test('[C6] the timer is shown as this laptop has counted it, and stands where it is in doubt', () => {
  const timer = { contestant: 'a', stage: 'pres', part: 0, elapsedMs: 5000, running: true, atMs: 1000 };
  const time = { ofMs: 1000, running: true, elapsedMs: 8000, doubt: null };
  const running = onStageView(shown([contestant('a', 1)], 'a', { timer }), time);
  expect(running).toMatchObject({ timer: { part: 'Paparan', totalMs: 600_000, elapsedMs: 8000, running: true } });
  const doubtful = { ...time, running: false, doubt: { byClockMs: null } };
  const stopped = onStageView(shown([contestant('a', 1)], 'a', { timer }), doubtful);
  expect(stopped).toMatchObject({ timer: { elapsedMs: 8000, running: false } });
});

test('[C6] what was counted of another fact of the timer is not shown as its time', () => {
  const timer = { contestant: 'a', stage: 'pres', part: 0, elapsedMs: 5000, running: true, atMs: 2000 };
  const time = { ofMs: 1000, running: true, elapsedMs: 90_000, doubt: null };
  expect(onStageView(shown([contestant('a', 1)], 'a', { timer }), time)).toMatchObject({ timer: { elapsedMs: 5000 } });
});

test('[C6] a timer of somebody else is not shown', () => {
  const timer = { contestant: 'b', stage: 'pres', part: 0, elapsedMs: 5000, running: true, atMs: 1000 };
  expect(onStageView(shown([contestant('a', 1), contestant('b', 2)], 'a', { timer }), null)).toMatchObject({
    timer: null,
  });
});

test('[C6] the waiting picture names the contest and who holds it', () => {
  expect(waitingView(shown([], null))).toEqual({
    type: 'waiting',
    contest: 'Gelar',
    organizer: 'Bagian Organisasi',
    example: true,
  });
  expect(onStageView(emptyContest, null).type).toBe('waiting');
});

test('[I19] the planned time stands with who is on and who is next, and is absent where the list had none', () => {
  const planned = { ...contestant('a', 1), slot: '09.00–09.20' };
  const view = onStageView(shown([planned, contestant('b', 2)], 'a'), null);
  expect(view).toMatchObject({ now: { number: 1, slot: '09.00–09.20' } });
  expect(view.type === 'on-stage' && view.next !== null && 'slot' in view.next).toBe(false);
  expect(onStageView(shown([planned], null), null)).toMatchObject({ now: null, next: { slot: '09.00–09.20' } });
});
