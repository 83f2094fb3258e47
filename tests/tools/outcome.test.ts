import { expect, test } from 'vitest';
import { closingLine, outcome } from '../../tools/outcome.mjs';

test('the closing line sums over all runners', () => {
  expect(closingLine([outcome('one', 0, 3, 0), outcome('two', 1, 4, 2)])).toBe('7 passed, 2 failed');
});

test('a runner that crashes without a failed test counts as one failure', () => {
  expect(outcome('one', 1, 3, 0).failed).toBe(1);
});

test('a runner that reports nothing counts as one failure even when it ends well', () => {
  expect(outcome('one', 0)).toEqual({ name: 'one', passed: 0, failed: 1 });
});

test('failed tests are not counted twice', () => {
  expect(outcome('one', 1, 3, 2).failed).toBe(2);
});
