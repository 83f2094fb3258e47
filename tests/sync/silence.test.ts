import { expect, test } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { createSilence } from '../../shared/sync/silence.ts';

function afterSilence(seconds: number, roundTripMs: number | null) {
  const silence = createSilence();
  for (let second = 0; second < seconds; second += 1) silence.listened(1000, false);
  return { isQuiet: silence.isQuiet(), isDead: silence.isDead(roundTripMs) };
}

test.each([
  [4, null, false, false],
  [5, null, true, false],
  [15, null, true, false],
  [16, null, true, true],
  [16, 100, true, true],
  [16, 2000, true, false],
  [17, 2000, true, true],
  [60, 10_000, true, false],
  [81, 10_000, true, true],
])(
  '[S19] after %i s of silence, the round trip being %j ms: quiet %j, dead %j',
  (seconds, roundTripMs, isQuiet, isDead) => {
    expect(afterSilence(seconds, roundTripMs)).toEqual({ isQuiet, isDead });
  },
);

test('[S19] while this process was busy or asleep, nobody was silent', () => {
  const silence = createSilence();
  silence.listened(1000, false);
  silence.listened(3_600_000, false);
  expect(silence.isQuiet()).toBe(false);
  for (let second = 0; second < 3; second += 1) silence.listened(20_000, false);
  expect(silence.isQuiet()).toBe(true);
  expect(silence.isDead(null)).toBe(false);
  silence.listened(limits.tickMs, true);
  expect(silence.isQuiet()).toBe(false);
});
