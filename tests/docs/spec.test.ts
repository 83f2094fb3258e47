import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

test('every rule of the specification has a number of its own', () => {
  const text = readFileSync(path.join(import.meta.dirname, '../../shared/SPEC.md'), 'utf8');
  const numbers = [...text.matchAll(/^\| ([A-Z]\d+) \|/gm)].map(([, number]) => number);
  expect(numbers.length).toBeGreaterThan(100);
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
});
