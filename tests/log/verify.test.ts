/** A stored log looked at again: whatever was changed on the disk is named by its kind and its number. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { present } from '../../shared/lib/assert.ts';
import { verifyLog } from '../../shared/log/verify.ts';
import type { EventLog, StoredEntry } from '../../shared/ports.ts';
import { beginWriter, memoryPorts, type TestWriter } from '../support/core-ports.ts';

const note = (text: string) => ({ type: 'info-changed' as const, contest: { name: text } });

let writer: TestWriter;
let entries: readonly StoredEntry[];

beforeEach(() => {
  writer = beginWriter(memoryPorts(), 'committee');
  entries = [...writer.opening, ...writer.write(note('satu'), note('dua'), note('tiga'))];
});

/** What is found when the entry with that number is stored in another form. */
function verifiedWith(seq: number, change: (entry: StoredEntry) => StoredEntry, id = writer.identity.log) {
  return verifyLog(logOf(entries.map((entry) => (entry.seq === seq ? change(entry) : entry))), id, nodeCrypto);
}

/** A disk that gives back exactly these, right or not. */
function logOf(stored: readonly StoredEntry[]): EventLog {
  const log = createMemoryLog();
  const id = writer.identity.log;
  const last = present(stored.at(-1), 'entries');
  return {
    ...log,
    heads: () => [{ log: id, seq: last.seq, hash: last.hash }],
    head: () => ({ log: id, seq: last.seq, hash: last.hash }),
    read: (_id, after, most) => stored.filter((_, index) => index >= after).slice(0, most.entries),
  };
}

function altered(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
}

function entry(seq: number, of = entries): StoredEntry {
  return present(of[seq - 1], 'there is one');
}

describe('a stored log', () => {
  test('[L3] that is whole has nothing wrong, and each of its entries is told of in order', () => {
    const told: number[] = [];
    expect(verifyLog(logOf(entries), writer.identity.log, nodeCrypto, ({ seq }) => told.push(seq))).toBeNull();
    expect(told).toEqual([1, 2, 3, 4]);
  });

  test('[L5] whose first entry is no opening begins wrongly', () => {
    const log = writer.identity.log;
    expect(verifiedWith(1, () => ({ ...entry(2), seq: 1 }))).toEqual({ type: 'bad-opening', log, seq: 1 });
    expect(verifiedWith(1, (first) => ({ ...first, bytes: Uint8Array.of(1, 2, 3) }))).toMatchObject({
      type: 'bad-opening',
      seq: 1,
    });
  });

  test('[L3] bytes changed in the middle do not fit the hash beside them, and what came before is told of', () => {
    const told: number[] = [];
    const changed = logOf(
      entries.map((each) => (each.seq === 3 ? { ...each, bytes: altered(each.bytes, each.bytes.length - 2) } : each)),
    );
    const { log } = writer.identity;
    const found = verifyLog(changed, log, nodeCrypto, ({ seq }) => told.push(seq));
    expect(found).toEqual({ type: 'bad-chain', log, seq: 3 });
    expect(told).toEqual([1, 2]);
  });

  test('[L3] bytes and hash changed together break the chain at the entry after them', () => {
    const bytes = altered(entry(3).bytes, entry(3).bytes.length - 2);
    expect(verifiedWith(3, (each) => ({ ...each, bytes, hash: nodeCrypto.hash(bytes) }))).toMatchObject({
      type: 'bad-chain',
      seq: 4,
    });
  });

  test('[L3] a wrong hash beside right bytes is named at its own entry', () => {
    expect(verifiedWith(2, (each) => ({ ...each, hash: altered(each.hash, 0) }))).toMatchObject({
      type: 'bad-chain',
      seq: 2,
    });
  });

  test('[L5] bytes that are no entry, one of another log, and one that stands at another number are malformed', () => {
    const other = beginWriter(memoryPorts('lain'), 'committee');
    const foreign = [...other.opening, ...other.write(note('a'), note('b'))];
    expect(verifiedWith(3, (each) => ({ ...each, bytes: Uint8Array.of(9) }))).toMatchObject({
      type: 'malformed',
      seq: 3,
    });
    expect(verifiedWith(3, (each) => ({ ...entry(3, foreign), log: each.log }))).toMatchObject({
      type: 'malformed',
      seq: 3,
    });
    expect(verifiedWith(3, () => ({ ...entry(4), seq: 3 }))).toMatchObject({ type: 'malformed', seq: 3 });
  });

  test('[L5] an entry that is lost leaves a gap where it stood, in the middle and at the end', () => {
    expect(verifyLog(logOf(entries.filter(({ seq }) => seq !== 3)), writer.identity.log, nodeCrypto)).toMatchObject({
      type: 'gap',
      seq: 4,
    });
    const cut = { ...logOf(entries), read: logOf(entries.slice(0, 3)).read };
    expect(verifyLog(cut, writer.identity.log, nodeCrypto)).toMatchObject({ type: 'gap', seq: 4 });
  });

  test('[L4] the signature at the end is there, of that entry and by its writer', () => {
    const { log } = writer.identity;
    const wrong = { type: 'bad-signature', log, seq: 4 };
    expect(verifiedWith(4, (each) => ({ ...each, signature: null }))).toEqual(wrong);
    expect(verifiedWith(4, (each) => ({ ...each, signature: entry(3).signature }))).toEqual(wrong);
    expect(verifiedWith(3, (each) => ({ ...each, signature: null }))).toBeNull();
  });

  test('[L2] a log under another name than its first entry’s is none', () => {
    expect(verifyLog(logOf(entries), 'a'.repeat(26), nodeCrypto)).toMatchObject({ type: 'malformed', seq: 1 });
  });
});
