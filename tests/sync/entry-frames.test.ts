/** Frames that go to many laptops are encoded once (S10), and never stand for other entries. */
import { expect, test } from 'vitest';
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { encodeEntries, rememberedFrames } from '../../shared/sync/entry-frames.ts';
import { createLogWriter } from '../support/log-writer.ts';

function written(count: number) {
  const writer = createLogWriter(createMemoryLog(), 1);
  return writer.write(count);
}

test('[S10] the same entries are encoded once, others anew', () => {
  const entries = written(6);
  const encode = rememberedFrames();
  const first = encode([entries.slice(0, 3)]);
  expect(first).toEqual(encodeEntries([entries.slice(0, 3)]));
  expect(encode([entries.slice(0, 3)])).toBe(first);
  for (const other of [[entries.slice(1, 3)], [entries.slice(0, 4)], [entries.slice(3)]]) {
    expect(encode(other)).toEqual(encodeEntries(other));
  }
  expect(encode([entries.slice(0, 3)])).toBe(first);
});

test('[L13] entries of a branch under the same id and numbers are not taken for the others', () => {
  const entries = written(3);
  const encode = rememberedFrames();
  encode([entries]);
  const branch = entries.map((entry) => ({ ...entry, hash: nodeCrypto.hash(entry.hash), bytes: entry.bytes.slice(1) }));
  expect(encode([branch])).toEqual(encodeEntries([branch]));
  expect(encode([branch])).not.toEqual(encodeEntries([entries]));
});

test('[L13] nor where only one of two logs is a branch', () => {
  const [one, other] = [written(2), written(3).slice(1)];
  const encode = rememberedFrames();
  encode([one, other]);
  const branch = other.map((entry) => ({ ...entry, hash: nodeCrypto.hash(entry.hash), bytes: entry.bytes.slice(1) }));
  expect(encode([one, branch])).toEqual(encodeEntries([one, branch]));
});

test('[S10] the frames that were sent last are kept, so many and no more', () => {
  const entries = written(65);
  const frame = (at: number) => [entries.slice(at, at + 1)];
  const encode = rememberedFrames();
  const first = encode(frame(0));
  for (let at = 1; at < 32; at += 1) encode(frame(at));
  expect(encode(frame(0))).toBe(first);
  // It was sent last: the second is the oldest now.
  for (let at = 32; at < 63; at += 1) encode(frame(at));
  expect(encode(frame(0))).toBe(first);
  for (let at = 1; at < 33; at += 1) encode(frame(at));
  expect(encode(frame(0))).not.toBe(first);
});

test('[S10] few frames are kept: a laptop that is far behind has its own', () => {
  const entries = written(40);
  const encode = rememberedFrames();
  const first = encode([entries.slice(0, 1)]);
  for (let at = 1; at < 40; at += 1) encode([entries.slice(at, at + 1)]);
  expect(encode([entries.slice(0, 1)])).not.toBe(first);
  expect(encode([entries.slice(0, 1)])).toEqual(first);
});
