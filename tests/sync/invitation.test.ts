import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { wordsOf } from '../../shared/say/words.ts';
import {
  decodeInvitation,
  encodeInvitation,
  formatAddress,
  parseAddress,
  parseTypedAddress,
  type InvitationText,
} from '../../shared/sync/invitation.ts';

const keyBytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const arbitraryInvitation: fc.Arbitrary<InvitationText> = fc.record({
  host: fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.domain().filter((name) => name.length <= 100),
  ),
  port: fc.integer({ min: 1, max: 65_535 }),
  seat: fc.stringMatching(/^[a-z0-9-]{1,64}$/),
  fingerprint: keyBytes,
  secret: keyBytes,
});

const letters = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ-');
const example: InvitationText = {
  host: '192.168.1.10',
  port: 47_470,
  seat: 'juri-1',
  fingerprint: new Uint8Array(16).fill(7),
  secret: new Uint8Array(16).fill(200),
};

test('[S5] an invitation reads back as it was written, whatever case, dashes and look-alike letters it was copied with', () => {
  fc.assert(
    fc.property(arbitraryInvitation, (invitation) => {
      const text = encodeInvitation(invitation);
      expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]{1,5}(-[0-9A-HJKMNP-TV-Z]{1,5})*$/);
      expect(decodeInvitation(text)).toEqual({ ok: true, value: invitation });
      const copied = `  ${text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}\n`;
      expect(decodeInvitation(copied)).toEqual({ ok: true, value: invitation });
    }),
  );
});

test('[S5] any one letter mistyped, and any two neighbours swapped, is noticed', () => {
  const copied = encodeInvitation(example).replaceAll('-', '');
  for (let at = 0; at < copied.length; at += 1) {
    const wrong = copied[at] === '7' ? '8' : '7';
    expect(decodeInvitation(copied.slice(0, at) + wrong + copied.slice(at + 1)).ok).toBe(false);
    const [a, b] = [copied[at] ?? '', copied[at + 1] ?? ''];
    if (a === b || b === '') continue;
    expect(decodeInvitation(copied.slice(0, at) + b + a + copied.slice(at + 2)).ok).toBe(false);
  }
});

test('[S5] whatever is typed gives an answer in words, never an exception', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...letters) })), (typed) => {
      const read = decodeInvitation(typed);
      if (!read.ok) expect(wordsOf.id.joining.invitation[read.error.reason]).toMatch(/undangan/);
    }),
  );
  const empty = decodeInvitation(' - ');
  expect(empty.ok ? null : empty.error.type).toBe('invitation-empty');
  const foreign = decodeInvitation('UUUUU-UUUUU');
  expect(foreign).toMatchObject({ error: { type: 'invitation-mistyped', reason: 'strange-letter' } });
});

test('an address with a port reads back, IPv6 in brackets', () => {
  expect(parseAddress('192.168.1.10:47470')).toEqual({ host: '192.168.1.10', port: 47_470 });
  expect(parseAddress(formatAddress('fe80::1', 80))).toEqual({ host: 'fe80::1', port: 80 });
  expect(formatAddress('fe80::1', 80)).toBe('[fe80::1]:80');
  expect(formatAddress('192.168.1.10', 80)).toBe('192.168.1.10:80');
  expect(parseAddress(' a:80\n')).toEqual({ host: 'a', port: 80 });
  for (const wrong of ['', 'laptop', 'laptop:', 'laptop:0', 'laptop:70000', 'a b:80', 'fe80::1:80:x']) {
    expect(parseAddress(wrong)).toBeNull();
  }
});

test('an address has a port from 1 to 65535', () => {
  const ports = ['1', '65535', '0', '65536', '-1', '99999', '123456'].map(
    (port) => parseAddress(`a:${port}`)?.port ?? null,
  );
  expect(ports).toEqual([1, 65_535, null, null, null, null, null]);
});

test('an address that is typed may be the host alone', () => {
  expect(parseTypedAddress(' 192.168.1.10 ')).toEqual({ host: '192.168.1.10', port: null });
  expect(parseTypedAddress('laptop-panitia')).toEqual({ host: 'laptop-panitia', port: null });
  expect(parseTypedAddress('192.168.1.10:47470')).toEqual({ host: '192.168.1.10', port: 47_470 });
  expect(parseTypedAddress('fe80::1')).toEqual({ host: 'fe80::1', port: null });
  expect(parseTypedAddress('[fe80::1]')).toEqual({ host: 'fe80::1', port: null });
  expect(parseTypedAddress('[fe80::1]:80')).toEqual({ host: 'fe80::1', port: 80 });
  expect(parseTypedAddress('fe80::1%wlan0')).toEqual({ host: 'fe80::1%wlan0', port: null });
  expect(parseTypedAddress('fe80:0:0:0:0:0:0:1')).toEqual({ host: 'fe80:0:0:0:0:0:0:1', port: null });
  const almost = ['a[fe80::1]', 'xyz::1', 'fe80::1_'];
  for (const wrong of ['', 'dua kata', 'laptop:', 'laptop:0', 'ab:cd', 'a'.repeat(254), ...almost]) {
    expect(parseTypedAddress(wrong), wrong).toBeNull();
  }
  expect(parseTypedAddress('a'.repeat(253))).toEqual({ host: 'a'.repeat(253), port: null });
});

test('[S5] an invitation that is whole in itself and of another version, or lacks a part, is named as that', () => {
  const reasonOf = (invitation: InvitationText) => {
    const read = decodeInvitation(encodeInvitation(invitation));
    return read.ok ? 'read' : read.error.reason;
  };
  expect(reasonOf(example)).toBe('read');
  expect(reasonOf({ ...example, fingerprint: new Uint8Array(15) })).toBe('incomplete');
  expect(reasonOf({ ...example, secret: new Uint8Array(17) })).toBe('incomplete');
  expect(reasonOf({ ...example, seat: '' })).toBe('incomplete');
  expect(reasonOf({ ...example, seat: 'Juri 1' })).toBe('incomplete');
  expect(reasonOf({ ...example, seat: 'a'.repeat(64) })).toBe('read');
  expect(reasonOf({ ...example, seat: 'a'.repeat(65) })).toBe('incomplete');
  expect(reasonOf({ ...example, host: 'a b' })).toBe('incomplete');
  // A number beyond a byte makes it a name, and that is read as such.
  expect(decodeInvitation(encodeInvitation({ ...example, host: '192.168.1.256' }))).toMatchObject({
    value: { host: '192.168.1.256' },
  });
});

/** With `example`'s port, seat and secrets; computed apart from this program. */
const written = {
  address: '042C1-A011A-WPW1K-AENS6-JB9H0-W3GE1-R70W3-GE1R7-0W3GE-1R70Z-4CHJ6-8S34C-HJ68S-34CHJ-68S34-9K0YH-AM',
  name: [
    '0400W-V31E1-T6YW1-DE1GP-WTBMD-5GVJV-G6D9T-Q4T9D-643GE-1R70W-3GE1R-70W3G',
    'E1R70-W3WHJ-68S34-CHJ68-S34CH-J68S3-4CGD7-SBRNG',
  ].join('-'),
  otherVersion: '082C1-A011A-WPW1K-AENS6-JB9H0-W3GE1-R70W3-GE1R7-0W3GE-1R70Z-4CHJ6-8S34C-HJ68S-34CHJ-68S34-2426C-Z8',
  nothing: '00000-00',
  oneByte: '06JGB-QRV',
};

test('[S5] an invitation of today is read by the versions before and after', () => {
  expect(encodeInvitation(example)).toBe(written.address);
  expect(encodeInvitation({ ...example, host: 'laptop-panitia' })).toBe(written.name);
  expect(decodeInvitation(written.otherVersion)).toEqual({
    ok: false,
    error: { type: 'invitation-version', reason: 'other-version' },
  });
  expect(decodeInvitation(written.nothing)).toEqual({
    ok: false,
    error: { type: 'invitation-mistyped', reason: 'mistyped' },
  });
  expect(decodeInvitation(written.oneByte)).toEqual({
    ok: false,
    error: { type: 'invitation-incomplete', reason: 'incomplete' },
  });
});

test('[S5] an address takes four bytes, a name one for each letter, up to what a name may be', () => {
  const kinds = [
    '0.0.0.0',
    '255.255.255.255',
    '1.2.3.256',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.x4',
    '1.2.3.4x',
    '1.2.3.1000',
    '1.2.3.0x4',
    '1.2.3.1e1',
  ];
  expect(kinds.map((host) => [host, encodeInvitation({ ...example, host }).slice(0, 3)])).toEqual(
    kinds.map((host, at) => [host, at < 2 ? '042' : '040']),
  );
  const long = 'a'.repeat(limits.nameLength);
  expect(decodeInvitation(encodeInvitation({ ...example, host: `${long}b` }))).toMatchObject({ value: { host: long } });
});

test('[S5] letters too many, or of which only the unused bits differ, are noticed', () => {
  expect(decodeInvitation(`${written.address.slice(0, -1)}N`).ok).toBe(false);
  expect(decodeInvitation(`U${written.address.slice(1)}`)).toMatchObject({ error: { reason: 'strange-letter' } });
  expect(decodeInvitation(`${written.address}0`).ok).toBe(false);
  // Of a whole number of letters nothing is unused.
  const whole = encodeInvitation({ ...example, seat: 'juri-12345' });
  expect([decodeInvitation(whole).ok, decodeInvitation(`${whole}0`).ok]).toEqual([true, false]);
});

test('[S5] of a text without end only the beginning is looked at', () => {
  const before = ' '.repeat(2_000 - written.address.length);
  expect(decodeInvitation(`${before}${written.address}`).ok).toBe(true);
  expect(decodeInvitation(`${before} ${written.address}`).ok).toBe(false);
});
