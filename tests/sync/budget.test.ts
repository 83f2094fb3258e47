/** What one laptop may send in a time (L16): a backlog at once, then a steady stream; whoever sends more waits, and nobody else. */
import { expect, test } from 'vitest';
import { createBudget } from '../../shared/sync/roles/budget.ts';
import { limits } from '../../shared/limits.ts';

const frameCost = 500;

test('[L16] a backlog up to the bound passes at once; one byte more waits', () => {
  const within = createBudget();
  within.spend(limits.burstBytes - frameCost - 1, 0);
  expect(within.waitMs(0)).toBe(0);
  const beyond = createBudget();
  beyond.spend(limits.burstBytes - frameCost, 0);
  expect(beyond.waitMs(0)).toBeGreaterThan(0);
});

test('[L16] the wait is as long as the stream needs for what was sent too much, and then it sends on', () => {
  const budget = createBudget();
  budget.spend(limits.burstBytes - frameCost, 0);
  budget.spend(10 * limits.burstBytesPerSecond - frameCost, 0);
  const waitMs = budget.waitMs(0);
  expect(waitMs).toBeGreaterThanOrEqual(10_000);
  expect(waitMs).toBeLessThan(10_010);
  expect(budget.waitMs(waitMs - 5)).toBeGreaterThan(0);
  expect(budget.waitMs(waitMs)).toBe(0);
});

test('[L16] whoever was silent gets the whole backlog again and no more, however long it was', () => {
  const budget = createBudget();
  budget.spend(limits.burstBytes, 0);
  expect(budget.waitMs(24 * 60 * 60_000)).toBe(0);
  budget.spend(limits.burstBytes - frameCost - 1, 24 * 60 * 60_000);
  expect(budget.waitMs(24 * 60 * 60_000)).toBe(0);
  budget.spend(1, 24 * 60 * 60_000);
  expect(budget.waitMs(24 * 60 * 60_000)).toBeGreaterThan(0);
});

test('[L16] empty frames cost as well', () => {
  const budget = createBudget();
  for (let sent = 0; sent * frameCost < limits.burstBytes; sent += 1) budget.spend(0, 0);
  expect(budget.waitMs(0)).toBeGreaterThan(0);
});
