import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areDigits, drawDigits, formatShortCode, parseShortCode } from '../../shared/sync/short-code.ts';
import { parseTypedAddress } from '../../shared/sync/invitation.ts';
import { seededRandom } from '../support/log-writer.ts';

test('[S5] a short code reads back however it is typed, and nothing else is one', () => {
  expect(formatShortCode({ number: 7, digits: '491326' })).toBe('07-491-326');
  for (const typed of ['07-491-326', '7-491-326', '07491326', ' 07 491 326 ', '7.491.326', '07–491–326']) {
    expect(parseShortCode(typed)).toEqual({ number: 7, digits: '491326' });
  }
  for (const wrong of ['', '491-326', '00-491-326', '07-491-32', '1234-491-326', '07-49l-326', 'ABCDE-FGHJK']) {
    expect(parseShortCode(wrong)).toBeNull();
  }
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.stringMatching(/^\d{6}$/), (number, digits) => {
      expect(parseShortCode(formatShortCode({ number, digits }))).toEqual({ number, digits });
    }),
  );
});

test('[S5] the six digits are drawn evenly', () => {
  const random = seededRandom(7);
  const first = Array.from({ length: 10 }, () => 0);
  for (let time = 0; time < 20_000; time += 1) {
    const digits = drawDigits(random);
    expect(digits).toMatch(/^\d{6}$/);
    first[Number(digits[0])] = (first[Number(digits[0])] ?? 0) + 1;
  }
  for (const count of first) expect(Math.abs(count - 2000)).toBeLessThan(250);
});

test('an address is read with its port, and without one as the host alone', () => {
  expect(parseTypedAddress('192.168.1.10')).toEqual({ host: '192.168.1.10', port: null });
  expect(parseTypedAddress(' 192.168.1.10:5000 ')).toEqual({ host: '192.168.1.10', port: 5000 });
  expect(parseTypedAddress('fe80::1')).toEqual({ host: 'fe80::1', port: null });
  expect(parseTypedAddress('[fe80::1]:80')).toEqual({ host: 'fe80::1', port: 80 });
  expect(parseTypedAddress('laptop-panitia')).toEqual({ host: 'laptop-panitia', port: null });
  for (const wrong of ['', 'a b', '192.168.1.10:0', '192.168.1.10:', 'laptop:99999', 'http://x/']) {
    expect(parseTypedAddress(wrong)).toBeNull();
  }
});

test('[S5] of all that could be drawn, what would make some codes likelier is drawn again', () => {
  const drawnFrom = (...numbers: readonly number[]) => {
    const left = [...numbers];
    return drawDigits({
      bytes: () => {
        const drawn = left.shift() ?? 0;
        return Uint8Array.of(drawn >> 16, (drawn >> 8) & 255, drawn & 255);
      },
    });
  };
  expect(drawnFrom(15_999_999, 7)).toBe('999999');
  expect(drawnFrom(16_000_000, 7)).toBe('000007');
  expect(drawnFrom(0xff_ff_ff, 16_000_001, 1_000_042)).toBe('000042');
});

test('[S5] a text without end is no short code, and six digits are no more and no fewer', () => {
  expect(parseShortCode(`${' '.repeat(90)}07-491-326`)).toEqual({ number: 7, digits: '491326' });
  expect(parseShortCode(`${' '.repeat(100)}07-491-326`)).toBeNull();
  expect(['123456', '12345', '1234567', '12345a', ' 123456'].map(areDigits)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
