import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyStep, largeStep, stepped } from '../../../renderer/ui/decimal-step.ts';
import { compare, divide, fromDecimal, subtract } from '../../../shared/lib/rational.ts';

const hundred = { min: '0', max: '100', step: '0.01' };
const five = { min: '1', max: '5', step: '0.1' };

test('a key moves by what a person expects of the range, not by the finest step', () => {
  expect([keyStep(hundred), largeStep(hundred)]).toEqual(['1', '10']);
  expect([keyStep(five), largeStep(five)]).toEqual(['0.1', null]);
  expect(keyStep({ min: '0', max: '1', step: '1' })).toBe('1');
  expect(keyStep({ min: '1', max: '5', step: '0.01' })).toBe('0.05');
});

test('half points are reached where the rubric allows them', () => {
  const half = { min: '0', max: '100', step: '0.5' };
  expect([keyStep(half), largeStep(half)]).toEqual(['0.5', '5']);
  expect(stepped(half, '87', keyStep(half), 1)).toBe('87.5');
  expect(keyStep({ min: '0', max: '10', step: '0.25' })).toBe('0.25');
});

test('a number is moved from where it is, never rounded', () => {
  expect(stepped(hundred, '87.25', '1', 1)).toBe('88.25');
  expect(stepped(hundred, '87.25', '10', -1)).toBe('77.25');
});

test('a press stops at the ends', () => {
  expect(stepped(hundred, '99.5', '1', 1)).toBe('100');
  expect(stepped(hundred, '0.5', '1', -1)).toBe('0');
  expect(stepped({ min: '0', max: '10', step: '3' }, '9', '3', 1)).toBe('9');
});

test('every press stays inside the range and on the step', () => {
  const ranges = fc.record({
    min: fc.integer({ min: 0, max: 50 }).map(String),
    max: fc.integer({ min: 51, max: 1000 }).map(String),
    step: fc.constantFrom('0.01', '0.25', '0.5', '1', '2', '5'),
  });
  fc.assert(
    fc.property(ranges, fc.array(fc.constantFrom<1 | -1>(1, -1), { maxLength: 30 }), (range, presses) => {
      let value = range.min;
      for (const direction of presses) {
        value = stepped(range, value, keyStep(range), direction);
        const [number, min] = [fromDecimal(value), fromDecimal(range.min)];
        expect(compare(number, min)).toBeGreaterThanOrEqual(0);
        expect(compare(number, fromDecimal(range.max))).toBeLessThanOrEqual(0);
        expect(divide(subtract(number, min), fromDecimal(range.step)).denominator).toBe(1n);
      }
    }),
  );
});
