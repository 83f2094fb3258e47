/** [Z4] The check code: what it is made of, and how it is read back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { groupedCode, readCheckCode } from '../../shared/say/check-code.ts';
import { checkCodeOf, type SealIdentity } from '../../shared/seal/check-code.ts';

const identity: SealIdentity = {
  contest: 'a'.repeat(26),
  scope: 'c',
  covers: [
    { log: 'a'.repeat(26), seq: 12, hash: 'h'.repeat(52) },
    { log: 'b'.repeat(26), seq: 7, hash: 'i'.repeat(52) },
  ],
  digest: 'd'.repeat(52),
  previous: null,
};
const code = (of: SealIdentity) => checkCodeOf(of, nodeCrypto.hash);

describe('what it is made of', () => {
  test('[Z4] is 80 bits of a SHA-256 that anybody can make again', () => {
    expect(code(identity)).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    // SHA-256 of {"contest":"aa…","covers":[["aa…",12,"hh…"],["bb…",7,"ii…"]],"digest":"dd…","previous":null,"scope":"c"}
    expect(groupedCode(code(identity))).toMatchInlineSnapshot(`"C2JR-FKA6-YS0T-NWXC"`);
  });

  test('[Z4] does not depend on the order in which the logs are named', () => {
    expect(code({ ...identity, covers: identity.covers.toReversed() })).toBe(code(identity));
  });

  test.each([
    ['contest', { contest: 'c'.repeat(26) }],
    ['scope', { scope: '*' as const }],
    ['a log’s end', { covers: identity.covers.map((each) => ({ ...each, seq: each.seq + 1 })) }],
    ['an entry', { covers: identity.covers.map((each) => ({ ...each, hash: 'j'.repeat(52) })) }],
    ['a log that is left out', { covers: identity.covers.slice(1) }],
    ['the result', { digest: 'e'.repeat(52) }],
    ['the seal before', { previous: '0'.repeat(16) }],
  ])('[Z4] is another one for another %s', (_what, change) => {
    expect(code({ ...identity, ...change })).not.toBe(code(identity));
  });
});

describe('how people read it', () => {
  test('[Z4] in groups of four', () => {
    expect(groupedCode('7Q2M4XKD90AWRJ5T')).toBe('7Q2M-4XKD-90AW-RJ5T');
  });

  test.each([
    '7q2m-4xkd-90aw-rj5t',
    ' 7Q2M 4XKD 90AW RJ5T ',
    '7Q2M4XKD9OAWRJ5T',
    '7Q2M–4XKD–90AW–RJ5T',
    '7Q2M.4XKD.90aw.rj5t',
  ])('[Z4] reads %s back', (text) => {
    expect(readCheckCode(text)).toBe('7Q2M4XKD90AWRJ5T');
  });

  test('[Z4] reads I and L as 1', () => {
    expect(readCheckCode('iL1I-0000-0000-0000')).toBe('1111000000000000');
  });

  test.each(['', '7Q2M', '7Q2M-4XKD-90AW-RJ5TX', '7Q2M-4XKD-90AW-RJ5U', '7Q2M-4XKD-90AW-RJ5!'])(
    '[Z4] is none: %s',
    (text) => {
      expect(readCheckCode(text)).toBeNull();
    },
  );

  test('[Z4] comes back as it was, however it is written', () => {
    const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const property = fc.property(bytes, (digest) => {
      const made = code({ ...identity, digest: Buffer.from(digest).toString('hex') });
      for (const written of [
        made,
        groupedCode(made),
        groupedCode(made).toLowerCase(),
        made.replaceAll('0', 'o').replaceAll('1', 'l'),
      ]) {
        expect(readCheckCode(written)).toBe(made);
      }
    });
    fc.assert(property, { numRuns: 200 });
  });
});
