/** A cloned folder: one log that goes on in two ways (rule L13). */
import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { branchIdOf } from '../../shared/log/branches.ts';
import { receiveBatch, receiveBatches } from '../../shared/log/receive.ts';
import { verifyLog } from '../../shared/log/verify.ts';
import type { EventLog, StoredEntry } from '../../shared/ports.ts';
import { copyOfLog, createLogWriter, receiveInto, type LogWriter } from '../support/log-writer.ts';

const all = { entries: 1e6, bytes: 1e9 };

let original: EventLog;
let writer: LogWriter;
/** The first two entries, then each branch's own. */
let trunk: readonly StoredEntry[];
let left: readonly StoredEntry[];
let right: readonly StoredEntry[];
/** A clone of the clone's. */
let twig: readonly StoredEntry[];

beforeEach(() => {
  original = createMemoryLog();
  writer = createLogWriter(original, 1);
  writer.write(1);
  trunk = original.read(writer.id, 0, all);
  const clone = copyOfLog(original);
  const cloned = writer.clonedTo(clone, () => 2_000_000);
  left = writer.write(3);
  const [first] = cloned.write(1);
  const second = copyOfLog(clone);
  right = [...(first === undefined ? [] : [first]), ...cloned.write(1)];
  twig = writer.clonedTo(second, () => 3_000_000).write(2);
});

function give(log: EventLog, entries: readonly StoredEntry[], follow = false, id = writer.id) {
  const signature = entries.at(-1)?.signature ?? new Uint8Array(64);
  return receiveInto(log, { log: id, entries: entries.map(({ bytes }) => bytes), signature }, follow);
}

/** What is held under each id: the numbers, and of which branch they are. */
function held(log: EventLog): Record<string, string> {
  const nameOf = ({ hash }: StoredEntry): string => {
    const known = { trunk, left, right, twig };
    const found = Object.entries(known).find(([, entries]) =>
      entries.some((each) => each.hash === hash || same(each.hash, hash)),
    );
    return found?.[0] ?? '?';
  };
  return Object.fromEntries(
    log.heads().map(({ log: id }) => [
      id === writer.id ? 'log' : id,
      log
        .read(id, 0, all)
        .map((entry) => `${entry.seq} ${nameOf(entry)}`)
        .join(', '),
    ]),
  );
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.every((byte, index) => byte === b[index]);
}

function idOf([first]: readonly StoredEntry[]): string {
  return branchIdOf(first?.hash ?? new Uint8Array(0));
}

function expectSound(log: EventLog): void {
  for (const { log: id } of log.heads()) expect(verifyLog(log, id, nodeCrypto)).toBeNull();
}

describe('a forked log', () => {
  test('[L13] the committee keeps the branch that came later under the id of its first differing entry', () => {
    const here = createMemoryLog();
    give(here, [...trunk, ...left]);
    expect(give(here, [...trunk, ...right])).toMatchObject({ ok: true, value: { forkedAt: 3, moves: [] } });
    expect(held(here)).toEqual({
      log: '1 trunk, 2 trunk, 3 left, 4 left, 5 left',
      [idOf(right)]: '3 right, 4 right',
    });
    expectSound(here);
    expect(give(here, [...trunk, ...right])).toMatchObject({ ok: true, value: { fresh: [], forkedAt: 3 } });
  });

  test('[L13] a branch that comes right behind its log, in the same call, comes in with it', () => {
    const batchWith = (entries: readonly StoredEntry[], id: string) => ({
      log: id,
      entries: entries.map(({ bytes }) => bytes),
      signature: entries.at(-1)?.signature ?? new Uint8Array(64),
    });
    const log = batchWith([...trunk, ...left], writer.id);
    const branch = batchWith(right, idOf(right));
    const storing = { follow: false, beforeStoring: () => undefined };
    const here = createMemoryLog();
    const answers = receiveBatches(here, nodeCrypto, [log, branch], storing);
    expect(answers.map((each) => each.ok)).toEqual([true, true]);
    expect(held(here)).toEqual({
      log: '1 trunk, 2 trunk, 3 left, 4 left, 5 left',
      [idOf(right)]: '3 right, 4 right',
    });
    expectSound(here);
    // Before its log it is a branch of nothing that is known.
    const other = createMemoryLog();
    const reversed = receiveBatches(other, nodeCrypto, [branch, log], storing);
    expect(reversed.map((each) => (each.ok ? 'taken' : each.error.type))).toEqual(['gap', 'taken']);
  });

  test('[L13] a branch of a branch is named in the same way, in whatever parts it comes', () => {
    const here = createMemoryLog();
    give(here, [...trunk, ...left]);
    give(here, [...trunk, ...right.slice(0, 1)]);
    give(here, right.slice(1), false, idOf(right));
    give(here, [...trunk, ...right.slice(0, 1), ...twig]);
    expect(held(here)).toEqual({
      log: '1 trunk, 2 trunk, 3 left, 4 left, 5 left',
      [idOf(right)]: '3 right, 4 right',
      [idOf(twig)]: '4 twig, 5 twig',
    });
    expectSound(here);
  });

  test('[L13] a juror laptop follows the committee in which branch keeps the id, and back', () => {
    const clone = createMemoryLog();
    give(clone, [...trunk, ...right]);
    expect(give(clone, [...trunk, ...left], true)).toMatchObject({ ok: true, value: { forkedAt: 3 } });
    const followed = { log: '1 trunk, 2 trunk, 3 left, 4 left, 5 left', [idOf(right)]: '3 right, 4 right' };
    expect(held(clone)).toEqual(followed);
    expectSound(clone);
    give(clone, [...trunk, ...right], true);
    expect(held(clone)).toEqual({ log: '1 trunk, 2 trunk, 3 right, 4 right', [idOf(left)]: '3 left, 4 left, 5 left' });
    expectSound(clone);
    give(clone, [...trunk, ...left], true);
    expect(held(clone)).toEqual(followed);
  });

  test('[L13] following, a branch that came by its own id first is not stored twice', () => {
    const clone = createMemoryLog();
    give(clone, [...trunk, ...right]);
    expect(give(clone, right, true, idOf(right))).toMatchObject({ ok: true, value: { fresh: [], end: { seq: 4 } } });
    give(clone, [...trunk, ...right.slice(0, 1), ...twig], true);
    give(clone, [...trunk, ...left], true);
    expect(held(clone)).toEqual({
      log: '1 trunk, 2 trunk, 3 left, 4 left, 5 left',
      [idOf(right)]: '3 right, 4 twig, 5 twig',
      [branchIdOf(right[1]?.hash ?? new Uint8Array(0))]: '4 right',
    });
    expectSound(clone);
  });

  test('[L13] a branch is refused before what it left, under another name, or from the very beginning', () => {
    const here = createMemoryLog();
    expect(give(here, right, false, idOf(right))).toMatchObject({ ok: false, error: { type: 'gap' } });
    give(here, [...trunk, ...left]);
    expect(give(here, right, false, 'a'.repeat(26))).toMatchObject({ ok: false, error: { type: 'gap' } });
    expect(give(here, [...trunk, ...left], false, 'a'.repeat(26))).toMatchObject({
      ok: false,
      error: { type: 'malformed' },
    });
    expect(give(here, right.slice(1))).toMatchObject({ ok: false, error: { type: 'fork', seq: 4 } });
    const stranger = createLogWriter(createMemoryLog(), 2);
    const other = { log: stranger.id, entries: trunk.map(({ bytes }) => bytes), signature: new Uint8Array(64) };
    expect(receiveBatch(here, nodeCrypto, other, { follow: false }).ok).toBe(false);
    expect(Object.keys(held(here))).toEqual(['log']);
  });

  test('[L13] what only goes on with a log is no branch of it, whatever it is called', () => {
    const here = createMemoryLog();
    give(here, trunk);
    expect(give(here, right, false, idOf(right))).toMatchObject({ ok: false, error: { type: 'gap', seq: 3 } });
    give(here, [...trunk, ...right]);
    expect(held(here)).toEqual({ log: '1 trunk, 2 trunk, 3 right, 4 right' });
    expectSound(here);
  });

  test('[L4] a branch with a wrong signature is refused, and nothing moves for it', () => {
    const clone = createMemoryLog();
    give(clone, [...trunk, ...right]);
    const forged = [...trunk, ...left].map((entry) => ({ ...entry, signature: new Uint8Array(64) }));
    expect(give(clone, forged, true)).toMatchObject({ ok: false, error: { type: 'bad-signature' } });
    expect(held(clone)).toEqual({ log: '1 trunk, 2 trunk, 3 right, 4 right' });
  });

  test('[L13] a stored branch that bears another name, or lost what it left, is named as damage', () => {
    const misnamed = copyOfLog(original);
    misnamed.append(right.map((entry) => ({ ...entry, log: 'a'.repeat(26) })));
    expect(verifyLog(misnamed, 'a'.repeat(26), nodeCrypto)).toMatchObject({ type: 'gap', seq: 3 });
    const torn = createMemoryLog();
    torn.append(trunk.slice(0, 1));
    torn.append(right.map((entry) => ({ ...entry, log: idOf(right) })));
    expect(verifyLog(torn, idOf(right), nodeCrypto)).toMatchObject({ type: 'gap', seq: 3 });
  });
});
