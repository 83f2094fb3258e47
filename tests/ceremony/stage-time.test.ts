/** Durations as people read and type them. */
import { expect, test } from 'vitest';
import { clockText, parseClock } from '../../shared/ceremony/stage-time.ts';

test.each([
  [0, '0:00'],
  [1, '0:01'],
  [59_001, '1:00'],
  [299_000, '4:59'],
  [299_001, '5:00'],
  [3_600_000, '60:00'],
])('[C6] %d ms stand as %s: the second begun counts whole', (durationMs, text) => {
  expect(clockText(durationMs)).toBe(text);
});

test.each([
  ['1:23', 83],
  ['1.23', 83],
  [' 83 ', 83],
  ['0:59', 59],
  ['0', 0],
  ['1:60', null],
  ['1:2:3', null],
  ['-5', null],
  ['', null],
  ['satu', null],
])('a person types %j for %s seconds', (text, seconds) => {
  expect(parseClock(text)).toBe(seconds);
});
