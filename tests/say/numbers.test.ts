/** [R25] Numbers as a reader writes them: the sign for decimals is the language's, the core has a point. */
import { expect, test } from 'vitest';
import { fromDecimal } from '../../shared/lib/rational.ts';
import { sayDecimal, sayGrouped, sayRational, sayResult } from '../../shared/say/numbers.ts';
import { wordsOf } from '../../shared/say/words.ts';

const { numbers } = wordsOf.id;

test('[R25] an Indonesian reader sees a comma', () => {
  expect(sayDecimal(numbers, '-87.25')).toBe('-87,25');
  expect(sayRational(numbers, fromDecimal('82.5'))).toBe('82,50');
  expect(sayDecimal(numbers, '–')).toBe('–');
});

test('[R25] an English reader sees a point', () => {
  expect(sayRational(wordsOf.en.numbers, fromDecimal('82.5'))).toBe('82.50');
  expect(sayGrouped(wordsOf.en.numbers, '1234567.5')).toBe('1,234,567.5');
  expect(sayGrouped(numbers, '1234567.5')).toBe('1.234.567,5');
});

test('[R25] another language has its own sign', () => {
  expect(sayRational({ decimalSign: '·', groupSign: ' ' }, fromDecimal('82.5'))).toBe('82·50');
});

test('[R25] a result has a true minus sign; a place of the majority is no score', () => {
  expect(sayResult(numbers, 'mean', fromDecimal('-3'), '-3.00')).toBe('−3,00');
  expect(sayResult(numbers, 'majority', fromDecimal('2.5'), '2.50')).toBe('2,5');
  expect(sayResult(numbers, 'majority', null, '–')).toBe('–');
});
