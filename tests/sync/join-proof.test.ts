/** What is signed and proven while two laptops meet (S4): bound to everything that it is for, and the same in every version. */
import { describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { toBase32 } from '../../shared/lib/base32.ts';
import {
  codeSalt,
  fingerprintOf,
  hasFingerprint,
  joinContext,
  resumeContext,
  welcomeContext,
} from '../../shared/sync/join-context.ts';
import { bindParts, checkSecret, proveSecret } from '../../shared/sync/join-proof.ts';

const filled = (byte: number, length = 32) => new Uint8Array(length).fill(byte);
const exporter = filled(1);
const keys = { signingKey: filled(2), boxKey: filled(3) };
const applicant = { seat: 'juri-1', signingKey: filled(4), boxKey: filled(5), machine: 'Laptop Ā' };
const secret = filled(6, 16);
const contextOf = (of = exporter) => joinContext(of, keys, 'secret', applicant);

/** Short enough to stand here, long enough to tell any two apart. */
const markOf = (bytes: Uint8Array) => toBase32(nodeCrypto.hash(bytes).slice(0, 10));

describe('what is signed', () => {
  test('[S4] is the same for laptops of every version, or they would not meet', () => {
    expect({
      welcome: markOf(welcomeContext(exporter, keys)),
      join: markOf(contextOf()),
      resume: markOf(resumeContext(exporter, keys, filled(7))),
      salt: markOf(codeSalt(nodeCrypto, keys, 12)),
      fingerprint: markOf(fingerprintOf(nodeCrypto, keys.signingKey)),
    }).toEqual({
      welcome: '6hg3pyuuuyohepmh',
      join: 'vlphy7sk663t65ex',
      resume: 'ac5i7cwjqtbctlil',
      salt: 'wtuhwvqodu5sckxj',
      fingerprint: 'tl5upss5bgu6a43i',
    });
  });

  test('[S4] differs for each committee and each seat number of a code', () => {
    const salts = [
      codeSalt(nodeCrypto, keys, 1),
      codeSalt(nodeCrypto, keys, 2),
      codeSalt(nodeCrypto, { ...keys, signingKey: filled(9) }, 1),
      codeSalt(nodeCrypto, { ...keys, boxKey: filled(9) }, 1),
    ];
    expect(new Set(salts.map(toBase32)).size).toBe(4);
  });

  test('[S4] never reads alike for two lists of parts', () => {
    const lists = [['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', ''], [filled(97, 1)], ['a'], []];
    expect(new Set(lists.map((parts) => toBase32(bindParts('x', parts)))).size).toBe(lists.length);
    expect(bindParts('x', [])).toEqual(Uint8Array.of(0, 0, 0, 2, 0, 120));
    expect(bindParts('', ['Āb', filled(7, 1)])).toEqual(
      Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 4, 1, 0, 0, 98, 0, 0, 0, 1, 7),
    );
    expect(bindParts('', [filled(0, 0x01_02_03)]).slice(4, 8)).toEqual(Uint8Array.of(0, 1, 2, 3));
  });

  test('[S4] an invitation names the first sixteen bytes of the hash of the committee’s key', () => {
    const fingerprint = fingerprintOf(nodeCrypto, keys.signingKey);
    expect(fingerprint).toEqual(nodeCrypto.hash(keys.signingKey).slice(0, 16));
    expect(hasFingerprint(nodeCrypto, keys.signingKey, fingerprint)).toBe(true);
    expect(hasFingerprint(nodeCrypto, keys.boxKey, fingerprint)).toBe(false);
  });
});

describe('the proof with the secret of an invitation', () => {
  test('[S4] the juror proves first, then the committee, each with words of its own', () => {
    const context = contextOf();
    const [proving, checking] = [proveSecret(nodeCrypto, secret, context), checkSecret(nodeCrypto, secret, context)];
    const first = proving.next(null);
    if (first instanceof Promise || first.type !== 'going-on') throw new Error('the juror begins');
    expect(markOf(first.message)).toBe('lps5ide2dzq5rbqu');
    const second = checking.next(first.message);
    if (second instanceof Promise || second.type !== 'proven' || second.message === null)
      throw new Error('it is right');
    expect(markOf(second.message)).toBe('kwxmqfibhwgjd67f');
    expect(proving.next(second.message)).toEqual({ type: 'proven', message: null });
    // Said back, the juror's own words prove nothing.
    expect(proving.next(first.message)).toEqual({ type: 'failed' });
    expect(checking.next(second.message)).toEqual({ type: 'failed' });
  });

  test('[S4] no message, another secret and another context fail on either side', () => {
    const checking = checkSecret(nodeCrypto, secret, contextOf());
    expect(checking.next(null)).toEqual({ type: 'failed' });
    const messages = [
      [filled(8, 16), contextOf()],
      [secret, contextOf(filled(9))],
    ] as const;
    for (const [otherSecret, otherContext] of messages) {
      const first = proveSecret(nodeCrypto, otherSecret, otherContext).next(null);
      if (first instanceof Promise || first.type !== 'going-on') throw new Error('the juror begins');
      expect(checking.next(first.message)).toEqual({ type: 'failed' });
    }
  });
});
