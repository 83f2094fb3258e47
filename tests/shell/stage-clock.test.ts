/** The stage timer in a real contest folder, with clocks that are set, laptops that sleep, and restarts. */
import { expect, test } from 'vitest';
import { contestFileSchema } from '../../shared/domain/setup/contest-file.ts';
import { inFolder, laptopWith, startLaptop, type Laptop } from '../support/shell-harness.ts';
import { smallContest } from '../support/small-contest.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const timed = contestFileSchema.parse({
  ...smallContest,
  stages: [{ id: 'tahap', name: 'Presentasi', weight: '100', timer: [{ name: 'Paparan', seconds: 600 }] }],
});

async function onStage(folder: string): Promise<Laptop> {
  const laptop = await laptopWith(folder, timed);
  await laptop.ask('execute', { type: 'show-stage', contestant: 'delima', stage: 'tahap' });
  await laptop.ask('execute', { type: 'start-timer', part: 0, elapsedMs: 0 });
  return laptop;
}

/** Awake for so long. */
function pass(laptop: Laptop, ms: number): void {
  laptop.clock.nowMs += ms;
  laptop.shell.clock.beat();
  laptop.shell.desk()?.stageClock.beat();
}

/** The wall clock jumps: it is set, or the laptop sleeps as on Linux. */
function jump(laptop: Laptop, ms: number): void {
  laptop.clock.nowMs += ms;
  laptop.clock.setByMs += ms;
}

function projectedMs(laptop: Laptop): number | undefined {
  const view = laptop.projected.at(-1);
  return view?.type === 'on-stage' ? view.timer?.elapsedMs : undefined;
}

test.each([hourMs, -hourMs])('[C8] setting the clock by %i ms while the timer runs changes nothing', (byMs) =>
  inFolder(async (folder) => {
    const laptop = await onStage(folder);
    pass(laptop, minuteMs);
    jump(laptop, byMs);
    pass(laptop, minuteMs);
    expect(await laptop.value('stage-time')).toMatchObject({ running: true, elapsedMs: 2 * minuteMs, doubt: null });
    await laptop.value('project-picture', { picture: 'on-stage' });
    expect(projectedMs(laptop)).toBe(2 * minuteMs);
    // A timer started under the new clock begins at nothing too.
    await laptop.ask('execute', { type: 'start-timer', part: 0, elapsedMs: 0 });
    pass(laptop, minuteMs);
    expect(await laptop.value('stage-time')).toMatchObject({ running: true, elapsedMs: minuteMs });
    await laptop.quit();
  }),
);

test('[C8] a lid that was closed counts, and windows and projector are told on waking', () =>
  inFolder(async (folder) => {
    const laptop = await onStage(folder);
    await laptop.value('project-picture', { picture: 'on-stage' });
    pass(laptop, minuteMs);
    jump(laptop, 5 * minuteMs);
    laptop.shell.clock.resumed();
    expect(laptop.sent.at(-1)).toMatchObject({ name: 'stage-time-changed', value: { elapsedMs: 6 * minuteMs } });
    expect(projectedMs(laptop)).toBe(6 * minuteMs);
    await laptop.quit();
  }));

test.each([
  ['that is implausibly long', 5 * hourMs, minuteMs + 5 * hourMs],
  ['in which the clock went back', -hourMs, null],
])('[C8] after a sleep %s the time stands in doubt until a person decides', (_, byMs, byClockMs) =>
  inFolder(async (folder) => {
    const laptop = await onStage(folder);
    pass(laptop, minuteMs);
    jump(laptop, byMs);
    laptop.shell.clock.resumed();
    const doubtful = { running: false, elapsedMs: minuteMs, doubt: { byClockMs } };
    expect(await laptop.value('stage-time')).toMatchObject(doubtful);
    pass(laptop, minuteMs);
    expect(await laptop.value('stage-time')).toMatchObject(doubtful);
    await laptop.ask('execute', { type: 'start-timer', part: 0, elapsedMs: minuteMs });
    expect(await laptop.value('stage-time')).toMatchObject({ running: true, elapsedMs: minuteMs, doubt: null });
    await laptop.quit();
  }),
);

test.each([
  ['two minutes', 2 * minuteMs, { running: true, elapsedMs: 3 * minuteMs, doubt: null }],
  ['a night', 10 * hourMs, { running: false, elapsedMs: minuteMs, doubt: { byClockMs: minuteMs + 10 * hourMs } }],
  ['a clock set back', -minuteMs, { running: false, elapsedMs: minuteMs, doubt: { byClockMs: null } }],
])('[C8] a restart after %s is bridged by the wall clock, or asks', (_, byMs, expected) =>
  inFolder(async (folder) => {
    const laptop = await onStage(folder);
    pass(laptop, minuteMs);
    const { nowMs } = laptop.clock;
    await laptop.quit();
    const again = startLaptop(folder);
    again.clock.nowMs = nowMs + byMs;
    await again.shell.reopenLast();
    expect(await again.value('stage-time')).toMatchObject(expected);
    await again.quit();
  }),
);

test('[P2] on a shared laptop a seat is signed out after a sleep of two minutes, or of unknown length, not after a short one', () =>
  inFolder(async (folder) => {
    const laptop = await laptopWith(folder, timed);
    await laptop.ask('set-pin', { session: { role: 'committee' }, pin: '9999' });
    await laptop.ask('add-local-seat', { seat: 'j1', pin: '1111' });
    const seat = { role: 'seat', seat: 'j1' } as const;
    for (const [sleepMs, stays] of [
      [minuteMs, true],
      [3 * minuteMs, false],
      [-hourMs, false],
    ] as const) {
      await laptop.ask('sign-in', { session: seat, pin: '1111' });
      pass(laptop, 1000);
      jump(laptop, sleepMs);
      laptop.shell.clock.resumed();
      expect([sleepMs, laptop.shell.session()]).toEqual([sleepMs, stays ? seat : null]);
    }
    await laptop.quit();
  }));
