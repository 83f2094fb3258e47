/** One contract for every EventLog: in memory, and on SQLite with a real file. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { openSqliteLog } from '../../electron/adapters/sqlite-log.ts';
import type { EventLog, StoredEntry } from '../../shared/ports.ts';
import { createLogWriter } from '../support/log-writer.ts';

const logA = 'a'.repeat(26);
const logB = 'b'.repeat(26);
const logC = 'c'.repeat(26);
let dir = '';

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'gelar-juri-log-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

function entry(log: string, seq: number, lengthBytes = 100): StoredEntry {
  // No version of an envelope begins with such a byte: what is stored is not looked into.
  const bytes = new Uint8Array(lengthBytes).fill(seq + 0x10);
  return { log, seq, bytes, hash: nodeCrypto.hash(bytes), signature: new Uint8Array(64).fill(seq) };
}

/** The CBOR reader leaves a mark of its own on bytes that it has read. */
function unmarked(stored: StoredEntry): StoredEntry {
  return { ...stored, bytes: Uint8Array.from(stored.bytes) };
}

const adapters: Record<string, () => EventLog> = {
  'in memory': createMemoryLog,
  'on SQLite': () => openSqliteLog(path.join(dir, 'log.sqlite')),
  // What the writer has in memory is not what stands on the disk.
  'on SQLite, read beside the writer': () => {
    const file = path.join(dir, 'log.sqlite');
    const writer = openSqliteLog(file);
    return { ...writer, read: openSqliteLog(file, { readOnly: true }).read };
  },
};

describe.each(Object.entries(adapters))('an event log %s', (_name, make) => {
  test('[L1] begins empty and ends where the last entry stands', () => {
    const log = make();
    expect(log.heads()).toEqual([]);
    expect(log.head(logA)).toBeNull();
    log.append([entry(logA, 1), entry(logA, 2)]);
    log.append([entry(logB, 1)]);
    expect(log.heads()).toEqual([
      { log: logA, seq: 2, hash: entry(logA, 2).hash },
      { log: logB, seq: 1, hash: entry(logB, 1).hash },
    ]);
    expect(log.head(logB)).toEqual({ log: logB, seq: 1, hash: entry(logB, 1).hash });
  });

  test('[L3] gives back the very bytes', () => {
    const log = make();
    log.append([entry(logA, 1, 300)]);
    expect(log.read(logA, 0, { entries: 10, bytes: 10_000 })).toEqual([entry(logA, 1, 300)]);
  });

  test('reads in order, at least one, within its bounds', () => {
    const log = make();
    log.append([1, 2, 3, 4].map((seq) => entry(logA, seq)));
    const seqs = (after: number, entries: number, bytes: number) =>
      log.read(logA, after, { entries, bytes }).map(({ seq }) => seq);
    expect(seqs(0, 10, 10_000)).toEqual([1, 2, 3, 4]);
    expect(seqs(1, 2, 10_000)).toEqual([2, 3]);
    expect(seqs(0, 10, 250)).toEqual([1, 2]);
    expect(seqs(2, 10, 0)).toEqual([3]);
    expect(seqs(4, 10, 10_000)).toEqual([]);
    expect(log.read(logB, 0, { entries: 1, bytes: 1 })).toEqual([]);
  });

  test('[L1] a gap or a repetition is a defect of the caller, and nothing of the batch is kept', () => {
    const log = make();
    expect(() => log.append([entry(logA, 1), entry(logA, 3)])).toThrow('assertion');
    expect(() => log.append([entry(logA, 1), entry(logB, 1), entry(logA, 1)])).toThrow('assertion');
    expect(log.heads()).toEqual([]);
    log.append([entry(logA, 1)]);
    expect(() => log.append([entry(logA, 3)])).toThrow('assertion');
    expect(log.heads()).toHaveLength(1);
  });

  test('[L13] a branch begins with the number of its first entry', () => {
    const log = make();
    log.append([entry(logA, 1), entry(logB, 7), entry(logB, 8)]);
    expect(log.head(logB)?.seq).toBe(8);
    const seqs = (after: number, entries: number) =>
      log.read(logB, after, { entries, bytes: 9999 }).map(({ seq }) => seq);
    expect([seqs(0, 9), seqs(6, 1), seqs(7, 9), seqs(8, 9)]).toEqual([[7, 8], [7], [8], []]);
  });

  test('[L13] branches change their ids in order, together with what is appended, or not at all', () => {
    const log = make();
    log.append([1, 2, 3, 4].map((seq) => entry(logA, seq)));
    log.append([entry(logB, 3)]);
    const swap = [
      { log: logA, fromSeq: 3, to: logC },
      { log: logB, fromSeq: 3, to: logA },
    ];
    expect(() => log.append([entry(logA, 9)], swap)).toThrow('assertion');
    expect(log.heads().map(({ log: id, seq }) => [id, seq])).toEqual([
      [logA, 4],
      [logB, 3],
    ]);
    log.append([{ ...entry(logA, 4, 50) }], swap);
    const held = (id: string) => log.read(id, 0, { entries: 9, bytes: 9999 });
    expect(held(logA)).toEqual([entry(logA, 1), entry(logA, 2), entry(logA, 3), entry(logA, 4, 50)]);
    expect(held(logC)).toEqual([entry(logC, 3), entry(logC, 4)]);
    expect(log.head(logB)).toBeNull();
    expect(log.heads().map(({ log: id, seq, hash }) => ({ id, seq, hash }))).toEqual([
      { id: logA, seq: 4, hash: entry(logA, 4, 50).hash },
      { id: logC, seq: 4, hash: entry(logC, 4).hash },
    ]);
  });

  test('[L18] entries of version 3 come back to the byte, from any number on, also after their branch has changed its id', () => {
    const source = createMemoryLog();
    const writer = createLogWriter(source, 1);
    const { id } = writer;
    writer.write(5);
    const entries = source.read(id, 0, { entries: 99, bytes: 1e6 }).map(unmarked);
    const log = make();
    log.append(entries.slice(0, 2));
    log.append(entries.slice(2));
    const from = (held: string, after: number, most = 99) =>
      log.read(held, after, { entries: most, bytes: 1e6 }).map(unmarked);
    for (let after = 0; after <= entries.length; after += 1) expect(from(id, after)).toEqual(entries.slice(after));
    expect(from(id, 2, 1)).toEqual(entries.slice(2, 3));
    log.append([], [{ log: id, fromSeq: 3, to: logC }]);
    const moved = entries.slice(2).map((entry) => ({ ...entry, log: logC }));
    expect([from(id, 0), from(logC, 0), from(logC, 3)]).toEqual([entries.slice(0, 2), moved, moved.slice(1)]);
    log.append([], [{ log: logC, fromSeq: 4, to: logB }]);
    expect([from(logC, 0), from(logB, 0), from(logB, 4)]).toEqual([
      moved.slice(0, 1),
      moved.slice(1).map((entry) => ({ ...entry, log: logB })),
      moved.slice(2).map((entry) => ({ ...entry, log: logB })),
    ]);
    log.append([], [{ log: logB, fromSeq: 4, to: logC }]);
    log.append([], [{ log: logC, fromSeq: 3, to: id }]);
    expect(from(id, 0)).toEqual(entries);
  });

  test('[L4] what ends a log carries its signature', () => {
    const log = make();
    expect(() => log.append([{ ...entry(logA, 1), signature: null }])).toThrow('signature');
    log.append([{ ...entry(logA, 1), signature: null }, entry(logA, 2)]);
    expect(log.read(logA, 0, { entries: 1, bytes: 1 })[0]?.signature).toBeNull();
  });
});

describe('the SQLite log', () => {
  test('[L9] keeps entries over closing, and a reader sees what the writer adds', () => {
    const file = path.join(dir, 'log.sqlite');
    const writer = openSqliteLog(file);
    writer.append([entry(logA, 1)]);
    const reader = openSqliteLog(file, { readOnly: true });
    expect(reader.head(logA)?.seq).toBe(1);
    writer.append([entry(logA, 2)]);
    expect(reader.head(logA)?.seq).toBe(2);
    expect(() => reader.append([entry(logA, 3)])).toThrow();
    reader.close();
    writer.close();
    const again = openSqliteLog(file);
    expect(again.heads()).toEqual([{ log: logA, seq: 2, hash: entry(logA, 2).hash }]);
    expect(again.integrityProblems()).toEqual([]);
    again.close();
  });

  test('refuses a database of a newer version', async () => {
    const file = path.join(dir, 'log.sqlite');
    openSqliteLog(file).close();
    const { default: Database } = await import('better-sqlite3');
    const database = new Database(file);
    database.pragma('user_version = 99');
    database.close();
    expect(() => openSqliteLog(file)).toThrow('database-too-new');
  });

  test('[L11] after a failed write it takes nothing more and keeps what it had', async () => {
    const file = path.join(dir, 'log.sqlite');
    const log = openSqliteLog(file);
    log.append([entry(logA, 1)]);
    const { default: Database } = await import('better-sqlite3');
    const other = new Database(file);
    other.exec("CREATE TRIGGER full BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    other.close();
    expect(() => log.append([entry(logA, 2)])).toThrow('disk full');
    expect(log.isWritable()).toBe(false);
    expect(() => log.append([entry(logA, 2)])).toThrow('storage-failed');
    expect(log.head(logA)?.seq).toBe(1);
    log.close();
  });

  test('[L11] what is on the disk is confirmed though the checkpoint after it fails, and then the file takes nothing more', () => {
    const script = path.resolve('tests/support/fill-log.ts');
    const command = `ulimit -f 4096; exec "${process.execPath}" "${script}" "${path.join(dir, 'log.sqlite')}"`;
    const run = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    expect(JSON.parse(run.stdout)).toEqual({
      confirmed: 3000,
      held: 3000,
      isWritable: false,
      reopened: 3000,
      whole: [],
    });
  });
});
