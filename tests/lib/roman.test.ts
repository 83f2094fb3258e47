import { expect, test } from 'vitest';
import { romanNumeral, romanValue } from '../../shared/lib/roman.ts';

test.each([
  [1, 'I'],
  [4, 'IV'],
  [9, 'IX'],
  [14, 'XIV'],
  [50, 'L'],
  [3999, 'MMMCMXCIX'],
])('place %i is %s', (value, text) => {
  expect(romanNumeral(value)).toBe(text);
  expect(romanValue(text)).toBe(value);
});

test('a text that is no numeral is a defect', () => {
  expect(() => romanValue('Juara')).toThrow('a Roman numeral');
});
