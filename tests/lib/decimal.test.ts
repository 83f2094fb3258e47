/** Decimals as texts: what is one, what a person may type, how it is shown. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDecimal, parseTypedDecimal } from '../../shared/lib/decimal.ts';
import { fromDecimal, toExactText } from '../../shared/lib/rational.ts';

test.each([
  ['85', '85'],
  ['85.50', '85.5'],
  ['085', '85'],
  ['0.0', '0'],
  ['-0', '0'],
  ['-0.00', '0'],
  ['-3.25', '-3.25'],
  ['0.0001', '0.0001'],
  ['1.23450000', '1.2345'],
  ['1000000', '1000000'],
  ['-1000000.0', '-1000000'],
])('%s is the decimal %s', (text, canonical) => {
  expect(parseDecimal(text)).toBe(canonical);
});

test.each([
  '',
  ' 1',
  '1 ',
  '1,5',
  '1.',
  '.5',
  '+1',
  '1e3',
  '0x1',
  'NaN',
  '1.23456',
  '1000000.1',
  '1000001',
  '--1',
  '٣',
  '1\n',
])('%j is no decimal', (text) => {
  expect(parseDecimal(text)).toBeNull();
});

test.each([
  ['87,5', '87.5'],
  ['87.5', '87.5'],
  [' 87 ', '87'],
  ['87,', '87'],
  [',5', '0.5'],
  ['-,5', '-0.5'],
  ['-1,25', '-1.25'],
])('typed as %j it is %s', (typed, canonical) => {
  expect(parseTypedDecimal(typed, '.')).toBe(canonical);
  expect(parseTypedDecimal(typed, ',')).toBe(canonical);
});

test.each([
  [
    '.',
    ['1.000', '87.125', '-1.000', ' 100.000 '],
    [
      ['1,000', '1'],
      ['87,125', '87.125'],
      ['0.125', '0.125'],
      ['87.1250', '87.125'],
      ['1000.125', '1000.125'],
      ['87.5', '87.5'],
    ],
  ],
  [
    ',',
    ['1,000', '87,125', '-1,000', ' 100,000 '],
    [
      ['1.000', '1'],
      ['87.125', '87.125'],
      ['0,125', '0.125'],
      ['87,1250', '87.125'],
      ['1000,125', '1000.125'],
      ['87,5', '87.5'],
    ],
  ],
] as const)('[H8] where %j tells thousands apart, what may be thousands is no number', (groupSign, doubtful, plain) => {
  for (const text of doubtful) expect(parseTypedDecimal(text, groupSign), text).toBeNull();
  for (const [text, canonical] of plain) expect(parseTypedDecimal(text, groupSign), text).toBe(canonical);
});

test.each(['', ',', '.', '-', '-,', '1.234,50', '1,234.50', '1.234.567', '8 5', '85%', 'abc', '1,23456'])(
  'typed as %j nothing is guessed',
  (typed) => {
    expect(parseTypedDecimal(typed, '.')).toBeNull();
  },
);

test('a canonical decimal reads back as itself, with either sign, and is the shortest text of its number', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }), (tenThousandths) => {
      const text = `${tenThousandths < 0 ? '-' : ''}${Math.floor(Math.abs(tenThousandths) / 10_000)}.${String(
        Math.abs(tenThousandths) % 10_000,
      ).padStart(4, '0')}`;
      const canonical = parseDecimal(text) ?? 'none';
      expect(parseDecimal(canonical)).toBe(canonical);
      expect(parseTypedDecimal(canonical.replace('.', ','), '.')).toBe(canonical);
      expect(toExactText(fromDecimal(canonical))).toBe(canonical);
    }),
  );
});
