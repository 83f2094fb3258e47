/** Orders without a locale, and the small values that carry refusals and defects. */
import { expect, test } from 'vitest';
import { assert, present } from '../../shared/lib/assert.ts';
import { compareNumbers, compareText, groupBy } from '../../shared/lib/order.ts';

test('texts stand in the order of their code units on every machine', () => {
  expect(['b', 'Z', 'ä', 'a', ''].toSorted(compareText)).toEqual(['', 'Z', 'a', 'b', 'ä']);
  expect(compareText('a', 'a')).toBe(0);
});

test('numbers stand in their own order', () => {
  expect([10, 9, -1, 9].toSorted(compareNumbers)).toEqual([-1, 9, 9, 10]);
});

test('groups stand in the order of their first member, and keep the order inside', () => {
  const groups = groupBy(['beta', 'alfa', 'bravo', 'astra'], (word) => word.charAt(0));
  expect([...groups]).toEqual([
    ['b', ['beta', 'bravo']],
    ['a', ['alfa', 'astra']],
  ]);
});

test('what cannot happen ends loudly', () => {
  expect(() => assert(false, 'a reason')).toThrow('a reason');
  expect(() => present(undefined, 'a reason')).toThrow('a reason');
  expect(present(0, 'a reason')).toBe(0);
});
