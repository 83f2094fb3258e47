import fc from 'fast-check';
import { expect, test } from 'vitest';
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
  const written = encodeInvitation(example).replaceAll('-', '');
  for (let at = 0; at < written.length; at += 1) {
    const wrong = written[at] === '7' ? '8' : '7';
    expect(decodeInvitation(written.slice(0, at) + wrong + written.slice(at + 1)).ok).toBe(false);
    const [a, b] = [written[at] ?? '', written[at + 1] ?? ''];
    if (a === b || b === '') continue;
    expect(decodeInvitation(written.slice(0, at) + b + a + written.slice(at + 2)).ok).toBe(false);
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
  expect(foreign.ok ? null : foreign.error.type).toBe('invitation-mistyped');
});

test('an address with a port reads back, IPv6 in brackets', () => {
  expect(parseAddress('192.168.1.10:47470')).toEqual({ host: '192.168.1.10', port: 47_470 });
  expect(parseAddress(formatAddress('fe80::1', 80))).toEqual({ host: 'fe80::1', port: 80 });
  expect(formatAddress('fe80::1', 80)).toBe('[fe80::1]:80');
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
  for (const wrong of ['', 'dua kata', 'laptop:', 'laptop:0', 'ab:cd', 'a'.repeat(254)]) {
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
