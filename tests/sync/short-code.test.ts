import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawDigits, formatShortCode, parseShortCode } from '../../shared/sync/short-code.ts';
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
