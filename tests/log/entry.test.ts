/** The envelope: what is written comes back, what is changed is noticed, and length tells nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { fromBase32, toBase32 } from '../../shared/lib/base32.ts';
import { decodeEnvelope, encodeEntry, openPayload } from '../../shared/log/entry.ts';
import { decodeCbor, encodeCbor, paddedLength, withoutUndefined } from '../../shared/log/payload.ts';
import { limits } from '../../shared/limits.ts';
import { openingOf } from '../../shared/log/opening.ts';
import { present } from '../../shared/lib/assert.ts';
import { beginWriter, memoryPorts, seededRandom } from '../support/core-ports.ts';

const ports = { crypto: nodeCrypto, random: seededRandom('entry') };
const key = new Uint8Array(32).fill(7);
const header = {
  log: toBase32(new Uint8Array(16).fill(1)),
  device: toBase32(new Uint8Array(16).fill(2)),
  seq: 5,
  prevHash: new Uint8Array(32).fill(3),
  clock: { ms: 1_700_000_000_000, counter: 4 },
};

/** As contests of the versions before the fixed layout are written. */
const written = (secret: Uint8Array | null) => ({ version: 2, key: secret, knownLogs: [] }) as const;

describe('an entry', () => {
  test('[L3] round trip, plain and hidden', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.boolean(), (event, hidden) => {
        // No event has such a key, and CBOR's reader renames it, so that it can never reach a prototype.
        fc.pre(!JSON.stringify(event).includes('__proto__'));
        const secret = hidden ? key : null;
        const envelope = decodeEnvelope(encodeEntry(header, event, written(secret), ports));
        expect(envelope).toMatchObject({ ...header, version: hidden ? 2 : 1 });
        expect(JSON.stringify(envelope === null ? null : openPayload(envelope, secret, {}, nodeCrypto))).toBe(
          JSON.stringify(event),
        );
      }),
    );
  });

  test('a key without a value is not written', () => {
    const envelope = decodeEnvelope(
      encodeEntry(header, { type: 'x', unit: undefined, list: [{ a: undefined }] }, written(null), ports),
    );
    expect(envelope === null ? null : openPayload(envelope, null, {}, nodeCrypto)).toStrictEqual({
      type: 'x',
      list: [{}],
    });
  });

  test('[L7] scores of any value and notes of similar length make entries of one length', () => {
    const lengths = ['1', '99.9999', '1000000'].map(
      (value) =>
        encodeEntry(header, { type: 'score-set', contestant: 'k1', criterion: 'a', value }, written(key), ports).length,
    );
    expect(new Set(lengths).size).toBe(1);
  });

  test('[L7] hidden text is not in the bytes, and another key opens nothing', () => {
    const bytes = encodeEntry(header, { type: 'note-set', text: 'kenari-rahasia' }, written(key), ports);
    expect(Buffer.from(bytes).includes('kenari-rahasia')).toBe(false);
    const envelope = decodeEnvelope(bytes);
    if (envelope === null) throw new Error('an envelope');
    expect(openPayload(envelope, new Uint8Array(32), {}, nodeCrypto)).toBeNull();
    expect(openPayload(envelope, null, {}, nodeCrypto)).toBeNull();
    expect(openPayload({ ...envelope, seq: 6 }, key, {}, nodeCrypto)).toBeNull();
  });

  test('[L5] random bytes are no envelope and never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(decodeEnvelope(bytes)).toBeNull();
      }),
    );
  });

  test('[L5] deeply nested or truncated bytes are no envelope', () => {
    expect(decodeEnvelope(new Uint8Array(200_000).fill(0x81))).toBeNull();
    const bytes = encodeEntry(header, { type: 'x' }, written(null), ports);
    for (let length = 0; length < bytes.length; length++) expect(decodeEnvelope(bytes.slice(0, length))).toBeNull();
  });

  test('[L5] a clock that no calendar can show is none', () => {
    const at = (ms: number) =>
      encodeEntry({ ...header, clock: { ms, counter: 0 } }, { type: 'x' }, written(null), ports);
    expect(decodeEnvelope(at(8.64e15))?.clock.ms).toBe(8.64e15);
    expect(decodeEnvelope(at(8.64e15 + 1))).toBeNull();
  });

  test('[L5] each of its parts has its size and its bounds', () => {
    const parts: readonly unknown[] = [1, bytesOf(16), bytesOf(16), 5, bytesOf(32), 0, 0, bytesOf(64)];
    const withPart = (index: number, part: unknown) => decodeEnvelope(encodeCbor(parts.with(index, part)));
    expect(decodeEnvelope(encodeCbor(parts))).toMatchObject({ version: 1, seq: 5, clock: { ms: 0, counter: 0 } });
    expect(withPart(0, 2)).toMatchObject({ version: 2 });
    expect(withPart(3, 2)).toMatchObject({ seq: 2 });
    const wrong: readonly (readonly [number, unknown])[] = [
      [0, 0],
      [0, 3],
      [0, '1'],
      [1, bytesOf(15)],
      [1, 'a'.repeat(16)],
      [2, bytesOf(17)],
      [3, 0],
      [3, -1],
      [3, 1.5],
      [3, '5'],
      [4, bytesOf(31)],
      [4, bytesOf(0)],
      [5, -1],
      [5, 0.5],
      [6, -1],
      [6, 0.5],
      [6, null],
      [7, 'a'.repeat(64)],
    ];
    expect(wrong.filter(([index, part]) => withPart(index, part) !== null)).toEqual([]);
    expect(decodeEnvelope(encodeCbor(parts.slice(0, 7)))).toBeNull();
    expect(decodeEnvelope(encodeCbor([...parts, 0]))).toBeNull();
    expect(decodeEnvelope(encodeCbor({ length: 8 }))).toBeNull();
  });

  test('[L1] the first has no hash before it, every other one has', () => {
    const at = (seq: number, hashBytes: number) =>
      decodeEnvelope(encodeCbor([1, bytesOf(16), bytesOf(16), seq, bytesOf(hashBytes), 0, 0, bytesOf(64)]));
    expect([at(1, 0), at(2, 32)].map((each) => each?.seq)).toEqual([1, 2]);
    expect([at(1, 32), at(2, 0)]).toEqual([null, null]);
  });

  test('[L5] a payload whose length goes beyond it, or that is too short to have one, says nothing', () => {
    const says = (payload: Uint8Array, by: Uint8Array | null = null) =>
      openPayload({ ...header, version: by === null ? 1 : 2, payload }, by, {}, nodeCrypto);
    const value = encodeCbor('abc');
    expect(says(Uint8Array.of(0, 0, 0, value.length, ...value))).toBe('abc');
    expect(says(Uint8Array.of(0, 0, 0, value.length, ...value, 0, 0))).toBe('abc');
    expect(says(Uint8Array.of(0, 0, 0, value.length + 1, ...value))).toBeNull();
    expect(says(Uint8Array.of(0, 0, 0))).toBeNull();
    expect(says(bytesOf(11), key)).toBeNull();
    expect(says(bytesOf(12), key)).toBeNull();
  });

  test('[L5] an entry of the largest size is read, a larger one is not', () => {
    const envelope = (length: number) =>
      encodeCbor([1, bytesOf(16), bytesOf(16), 5, bytesOf(32), 0, 0, bytesOf(length)]);
    const around = envelope(limits.payloadBytes).length - limits.payloadBytes;
    expect(decodeEnvelope(envelope(limits.entryBytes - around))).not.toBeNull();
    expect(decodeEnvelope(envelope(limits.entryBytes - around + 1))).toBeNull();
  });

  test('a fact beyond its bound is a defect of whoever writes it', () => {
    const event = (length: number) => ({ type: 'x', text: 'a'.repeat(length) });
    expect(() => encodeEntry(header, event(limits.payloadBytes), written(null), ports)).toThrow(
      'an event fits its bound',
    );
    expect(encodeEntry(header, event(limits.payloadBytes - 100), written(null), ports).length).toBeGreaterThan(0);
  });
});

describe('what stands inside', () => {
  test('[L7] is filled up to 64, 256, 1024 bytes or a multiple of 1024', () => {
    expect([0, 64, 65, 256, 257, 1024, 1025, 2048, 2049].map(paddedLength)).toEqual([
      64, 64, 256, 256, 1024, 1024, 2048, 2048, 3072,
    ]);
  });

  test('has no keys without a value, however deep, and bytes stay bytes', () => {
    const bytes = bytesOf(3);
    const plain = withoutUndefined({ a: undefined, b: [{ c: undefined, d: null }], e: bytes, f: 'x', g: 0 });
    expect(plain).toStrictEqual({ b: [{ d: null }], e: bytes, f: 'x', g: 0 });
    expect(withoutUndefined(null)).toBeNull();
  });

  test('is exactly one value: bytes behind it, or too few, are none', () => {
    const bytes = encodeCbor(['a', 1]);
    expect(decodeCbor(bytes)).toEqual(['a', 1]);
    expect(decodeCbor(Uint8Array.of(...bytes, 0))).toBeNull();
    expect(decodeCbor(bytes.slice(0, -1))).toBeNull();
  });
});

function bytesOf(length: number): Uint8Array {
  return new Uint8Array(length).fill(1);
}

test('base32 gives bytes back, and refuses what it does not make', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(fromBase32(toBase32(bytes))).toEqual(bytes);
    }),
  );
  for (const text of ['a', 'ab1', 'AB', 'ac', 'aaa']) expect(fromBase32(text)).toBeNull();
});

test('[L2] an opening whose key has the right letters and is the name of no bytes is none, and throws nothing', () => {
  const ports = memoryPorts();
  const { opening } = beginWriter(ports, 'committee');
  const first = decodeEnvelope(present(opening[0], 'an opening').bytes);
  if (first?.version !== 1) throw new Error('an envelope of version 1');
  expect(openingOf(first, nodeCrypto)).not.toBeNull();
  for (const key of ['signingKey', 'nonce'] as const) {
    const payload = Uint8Array.from(first.payload);
    const text = openingOf(first, nodeCrypto)?.[key] ?? '';
    const end = Buffer.from(payload).indexOf(text) + text.length - 1;
    // The last letter of a canonical text leaves some bits at zero.
    payload[end] = '7'.charCodeAt(0);
    expect(openingOf({ ...first, payload }, nodeCrypto)).toBeNull();
  }
});
