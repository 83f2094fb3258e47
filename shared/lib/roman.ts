/** Roman numerals, as places of a contest are written. */
import { assert } from './assert.ts';

const signs: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 1 to 3999 as a Roman numeral, as places are written: `Juara III`. */
export function romanNumeral(value: number): string {
  assert(Number.isInteger(value) && value >= 1 && value <= 3999, `1 to 3999: ${value}`);
  let rest = value;
  let text = '';
  for (const [size, sign] of signs) {
    while (rest >= size) [rest, text] = [rest - size, text + sign];
  }
  return text;
}

/** The number that a Roman numeral stands for. */
export function romanValue(numeral: string): number {
  let rest = numeral;
  let value = 0;
  for (const [size, sign] of signs) {
    while (rest.startsWith(sign)) [rest, value] = [rest.slice(sign.length), value + size];
  }
  assert(rest === '' && value > 0, `a Roman numeral: ${numeral}`);
  return value;
}
