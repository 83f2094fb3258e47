import { afterEach, expect, test, vi } from 'vitest';
import { createContestStore, type ContestStore } from '../../../renderer/contest/store.ts';
import { foldEvents } from '../../../shared/domain/facts/evolve.ts';
import { withAnswers, type Answers } from '../support/answers.ts';
import { createLaptop } from '../support/laptop.ts';
import { sampleFounding } from '../support/sample.ts';

const seat = { role: 'seat', seat: 'juri-1' } as const;
const committee = { role: 'committee', device: 'c'.repeat(26) } as const;
const juror = { role: 'seat', seat: 'juri-1', device: 'd'.repeat(26) } as const;
const score = { type: 'set-score', contestant: 'melati', criterion: 'alur', value: '87.5' } as const;
const failed = { ok: false, error: { type: 'internal', message: 'Gagal membaca.', problems: [] } } as const;
type LoadAnswer = NonNullable<Answers['load-events']>;

afterEach(() => {
  vi.useRealTimers();
});

test('the window holds what the log says after every entry', async () => {
  const laptop = createLaptop(sampleFounding, seat);
  const store = await open(laptop.api);
  expect((await store.execute(score)).ok).toBe(true);
  laptop.write(committee, { type: 'show-stage', contestant: 'mawar', stage: 'presentasi' });
  await vi.waitFor(() => expect(store.getState().events).toEqual(laptop.events()));
  expect(store.getState().contest).toEqual(foldEvents(laptop.events()));
});

test('an entry that arrives while the others are being read is taken, once', async () => {
  const laptop = createLaptop(sampleFounding, seat);
  const store = createContestStore(laptop.api);
  store.start();
  const opened = opening(store);
  await Promise.resolve();
  laptop.write(committee, { type: 'show-stage', contestant: 'mawar', stage: 'presentasi' });
  const written = [...laptop.events()];
  await opened;
  laptop.receive(written.slice(-1));
  expect(store.getState().contest.shown?.contestant).toBe('mawar');
  expect(store.getState().events).toEqual(written);
});

test('a refusal comes back as a value and changes nothing', async () => {
  const laptop = createLaptop(sampleFounding, seat);
  const store = await open(laptop.api);
  const result = await store.execute({ ...score, value: '101' });
  expect(result.ok).toBe(false);
  expect(store.getState().events).toHaveLength(1);
});

test('whoever signs out leaves nothing in the window', async () => {
  const laptop = createLaptop(sampleFounding, seat);
  const store = await open(laptop.api);
  await store.execute(score);
  laptop.signIn(null);
  expect(store.getState().contest.facts.size).toBe(0);
  expect(store.getState().events).toEqual([]);
  expect(store.getState().loaded).toBe(false);
});

test('what others write in quick succession is drawn together, nothing of it lost or out of order', async () => {
  const laptop = createLaptop(sampleFounding, { role: 'committee' });
  const store = await open(laptop.api);
  let drawings = 0;
  store.subscribe(() => {
    drawings += 1;
  });
  for (const value of ['80', '81', '82', '83']) laptop.write(juror, { ...score, value });
  expect(store.getState().events).toEqual(laptop.events().slice(0, 2));
  const drawnAtOnce = drawings;
  await vi.waitFor(() => expect(store.getState().events).toEqual(laptop.events()));
  expect(store.getState().contest).toEqual(foldEvents(laptop.events()));
  expect(drawings).toBe(drawnAtOnce + 1);
});

test('an own entry never waits for what others write', async () => {
  const laptop = createLaptop(sampleFounding, { role: 'committee' });
  const store = await open(laptop.api);
  for (const value of ['80', '81']) laptop.write(juror, { ...score, value });
  expect(store.getState().events).toHaveLength(2);
  laptop.write(committee, { type: 'show-stage', contestant: 'mawar', stage: 'presentasi' });
  expect(store.getState().events).toEqual(laptop.events());
});

test('what waits to be drawn does not outlast the person', async () => {
  vi.useFakeTimers();
  const laptop = createLaptop(sampleFounding, { role: 'committee' });
  const store = await open(laptop.api);
  for (const value of ['80', '81']) laptop.write(juror, { ...score, value });
  laptop.signIn(null);
  vi.runAllTimers();
  expect(store.getState().events).toEqual([]);
  expect(store.getState().contest.facts.size).toBe(0);
});

test('the facts of a person who comes are read once, and again when they read differently', async () => {
  const laptop = createLaptop(sampleFounding, null);
  const store = createContestStore(laptop.api);
  store.start();
  await vi.waitFor(() => expect(store.getState().app).not.toBeNull());
  const opened = opening(store);
  const reads = () => laptop.asked.filter(({ channel }) => channel === 'load-events').length;
  laptop.tell('events-reset', null);
  laptop.signIn(seat);
  await opened;
  expect(reads()).toBe(1);
  laptop.tell('events-reset', null);
  expect(reads()).toBe(2);
});

test('facts that arrive while a reading fails are in the window, of two readings at once too', async () => {
  const laptop = createLaptop(sampleFounding, { role: 'committee' });
  const held: (() => void)[] = [];
  let answer: LoadAnswer = () => [...laptop.events()];
  const store = await open(withAnswers(laptop, { 'load-events': () => answer(undefined) }).api);
  answer = () => new Promise((resolve) => held.push(() => resolve(failed)));
  store.reload();
  laptop.write(juror, { ...score, value: '80' });
  store.reload();
  laptop.write(juror, { ...score, value: '81' });
  expect(store.getState().events).toHaveLength(1);
  for (const fail of held) fail();
  await vi.waitFor(() => expect(store.getState().trouble?.message).toBe('Gagal membaca.'));
  expect(store.getState().events).toEqual(laptop.events());
  expect(store.getState().contest).toEqual(foldEvents(laptop.events()));
});

test('[V2] what arrived while the facts of one person were read is not shown to the next', async () => {
  const laptop = createLaptop(sampleFounding, { role: 'committee' });
  const founding = [...laptop.events()];
  let answer: LoadAnswer = () => founding;
  const store = await open(withAnswers(laptop, { 'load-events': () => answer(undefined) }).api);
  answer = () => new Promise(() => undefined);
  laptop.tell('events-reset', null);
  laptop.write(juror, { ...score, value: '80' });
  answer = () => founding;
  const opened = opening(store);
  laptop.signIn({ role: 'seat', seat: 'juri-2' });
  await opened;
  expect(store.getState().events).toEqual(founding);
});

async function open(api: Parameters<typeof createContestStore>[0]): Promise<ContestStore> {
  const store = createContestStore(api);
  store.start();
  await opening(store);
  return store;
}

function opening(store: ContestStore): Promise<void> {
  return new Promise((resolve) => {
    const end = store.subscribe(() => {
      if (!store.getState().loaded) return;
      end();
      resolve();
    });
  });
}
