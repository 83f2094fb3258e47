/** The clock that the stage timer and idle seats go by: the wall clock set, and laptops that slept. */
import { expect, test } from 'vitest';
import { createSteadyClock, type Sleep } from '../../electron/shell/steady-clock.ts';

const hourMs = 3_600_000;

function laptop() {
  const wall = { ms: 1_800_000_000_000 };
  const monotonic = { ms: 0 };
  const clock = createSteadyClock({ nowMs: () => wall.ms, monotonicMs: () => monotonic.ms });
  const sleeps: Sleep[] = [];
  clock.onSlept((sleep) => sleeps.push(sleep));
  return {
    clock,
    sleeps,
    set: (byMs: number) => (wall.ms += byMs),
    /** `counted`: what the monotonic clock counts of a sleep (nothing on Linux, all of it on Windows). */
    sleep: (ms: number, counted = 0) => {
      wall.ms += ms;
      monotonic.ms += counted;
    },
    /** Awake, with a beat each second. */
    run: (ms: number) => {
      for (let left = ms; left > 0; left -= 1000) {
        wall.ms += Math.min(1000, left);
        monotonic.ms += Math.min(1000, left);
        clock.beat();
      }
    },
  };
}

test.each([hourMs, -hourMs, 30_000, -30_000])('[C8] setting the wall clock by %i ms changes nothing', (byMs) => {
  const { clock, set, run, sleeps } = laptop();
  run(10_000);
  set(byMs);
  run(10_000);
  expect(clock.nowMs()).toBe(20_000);
  expect(sleeps).toEqual([]);
});

test('[C8] a sleep that the monotonic clock did not count is added on waking', () => {
  const { clock, run, sleep, sleeps } = laptop();
  run(10_000);
  sleep(120_000);
  clock.resumed();
  expect(clock.nowMs()).toBe(130_000);
  expect(sleeps).toEqual([{ slept: 120_000, beforeMs: 10_000 }]);
});

test('[C8] a sleep that the monotonic clock counted is not added twice', () => {
  const { clock, run, sleep, sleeps } = laptop();
  run(10_000);
  sleep(120_000, 120_000);
  clock.resumed();
  expect(clock.nowMs()).toBe(130_000);
  expect(sleeps).toEqual([{ slept: 120_000, beforeMs: 10_000 }]);
});

test('[C8] beats between the waking and the news of it lose nothing', () => {
  const { clock, run, sleep, sleeps } = laptop();
  run(10_000);
  sleep(120_000);
  run(3_000);
  clock.resumed();
  expect(clock.nowMs()).toBe(133_000);
  expect(sleeps).toEqual([{ slept: 121_000, beforeMs: 10_000 }]);
});

test('[C8] a clock set long before the laptop woke is no sleep', () => {
  const { clock, run, set, sleeps } = laptop();
  run(10_000);
  set(hourMs);
  run(90_000);
  clock.resumed();
  expect(clock.nowMs()).toBe(100_000);
  expect(sleeps).toEqual([]);
});

test.each([
  ['went back', -hourMs],
  ['went on by more than a day', 25 * hourMs],
])('[C8] a sleep in which the wall clock %s is of unknown length', (_, byMs) => {
  const { clock, run, sleep, sleeps } = laptop();
  run(10_000);
  sleep(byMs);
  clock.resumed();
  expect(clock.nowMs()).toBe(10_000);
  expect(sleeps).toEqual([{ slept: null, beforeMs: 10_000 }]);
});
