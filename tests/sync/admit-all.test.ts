/** "Terima semua yang memakai kode benar" (S17): its hour on both sides, a clock that is set, and what ends it. */
import { expect, test } from 'vitest';
import { nodeTimers } from '../../electron/sync/role-ports.ts';
import { createAdmitAll } from '../../shared/sync/roles/admit-all.ts';
import { limits } from '../../shared/limits.ts';

function start() {
  const clock = { now: 1_800_000_000_000, nowMs: () => clock.now };
  const told = { times: 0 };
  const admitAll = createAdmitAll({ clock, timers: nodeTimers }, () => void (told.times += 1));
  return { clock, told, admitAll };
}

test('[S17] it lasts an hour and not longer', () => {
  const { clock, admitAll } = start();
  expect(admitAll.untilMs()).toBeNull();
  const begun = clock.now;
  admitAll.begin();
  expect(admitAll.untilMs()).toBe(begun + 60 * 60_000);
  clock.now = begun + limits.admitAllMs - 1;
  expect(admitAll.untilMs()).not.toBeNull();
  clock.now = begun + limits.admitAllMs;
  expect(admitAll.untilMs()).toBeNull();
  admitAll.end(false);
});

test('[S17] a clock that is set back ends it instead of lengthening it', () => {
  const { clock, admitAll } = start();
  admitAll.begin();
  clock.now -= 1;
  expect(admitAll.untilMs()).toBeNull();
  admitAll.end(false);
});

test('[S17] a guess ends it and is said, until it is begun again; what is off is not ended twice', () => {
  const { told, admitAll } = start();
  admitAll.end(true);
  expect([told.times, admitAll.endedByGuess()]).toEqual([0, false]);
  admitAll.begin();
  admitAll.end(true);
  expect([admitAll.untilMs(), admitAll.endedByGuess(), told.times]).toEqual([null, true, 2]);
  admitAll.begin();
  expect(admitAll.endedByGuess()).toBe(false);
  admitAll.end(false);
  expect(admitAll.endedByGuess()).toBe(false);
});
