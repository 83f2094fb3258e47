import { expect, test } from 'vitest';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';

const text = (value: string) => new TextEncoder().encode(value);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('hashes as FIPS 180-2, example B.1', () => {
  expect(hex(nodeCrypto.hash(text('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('authenticates as RFC 4231, cases 2 and 6 (a key longer than a block)', () => {
  expect(hex(nodeCrypto.hmac(text('Jefe'), text('what do ya want for nothing?')))).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
  expect(
    hex(
      nodeCrypto.hmac(new Uint8Array(131).fill(0xaa), text('Test Using Larger Than Block-Size Key - Hash Key First')),
    ),
  ).toBe('60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54');
});
