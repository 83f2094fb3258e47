import { expect, test } from 'vitest';
import { alignDecimals } from '../../../renderer/ui/decimal-column.ts';

test('numbers of one column have the decimals of the one that has most', () => {
  expect(alignDecimals(['12,5', '8', '10,089', '-3,25'])).toEqual(['12,500', '8,000', '10,089', '-3,250']);
});

test('whole numbers stay whole, and what is no number stays as it is', () => {
  expect(alignDecimals(['85', '–', '100'])).toEqual(['85', '–', '100']);
  expect(alignDecimals(['85,5', '–', '100'])).toEqual(['85,5', '–', '100,0']);
  expect(alignDecimals([])).toEqual([]);
});
