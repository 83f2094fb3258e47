/** [L14] Real write-ahead logs of SQLite, whole, reset, unfinished and harmed. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { walkWal } from '../../electron/adapters/wal-walk.ts';

const header = 32;
let dir = '';
let database: Database.Database;
const file = () => path.join(dir, 'uji.sqlite');
const wal = () => readFileSync(`${file()}-wal`);

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'gelar-juri-wal-'));
});
afterEach(() => {
  database.close();
  rmSync(dir, { recursive: true });
});

describe.each([512, 4096, 65_536])('a write-ahead log with pages of %d bytes', (pageBytes) => {
  const frame = 24 + pageBytes;

  beforeEach(() => {
    database = new Database(file());
    database.pragma(`page_size = ${pageBytes}`);
    database.pragma('journal_mode = WAL');
    database.pragma('wal_autocheckpoint = 0');
    database.exec('CREATE TABLE nilai (angka INTEGER)');
    write(8);
  });

  test('[L14] that is whole, empty or missing is no damage', () => {
    expect(walkWal(wal())).toMatchObject({ damage: null, commitsBehind: 0, pageBytes });
    expect(walkWal(wal()).frames.every(({ isSound }) => isSound)).toBe(true);
    expect(walkWal(new Uint8Array(0)).damage).toBeNull();
    database.pragma('wal_checkpoint(TRUNCATE)');
    expect(walkWal(wal()).damage).toBeNull();
  });

  test('[L14] with frames of an earlier round behind the present ones is no damage, and they are not taken for its', () => {
    database.pragma('wal_checkpoint(RESTART)');
    const before = wal().length;
    write(2);
    expect(wal()).toHaveLength(before);
    expect(walkWal(wal())).toMatchObject({ damage: null, frames: [{ isSound: true }, { isSound: true }] });
  });

  test('[L14] that ends anywhere is no damage in itself', () => {
    const bytes = wal();
    for (let length = 0; length < bytes.length; length += Math.max(1, Math.floor(bytes.length / 300))) {
      expect([length, walkWal(bytes.subarray(0, length)).damage]).toEqual([length, null]);
    }
  });

  // Its frames may not check yet: SQLite writes some of them again and puts their checksums right at the end.
  test('[L14] with a transaction that is not committed has nothing committed behind its end', () => {
    database.pragma('cache_size = 1');
    database.pragma('cache_spill = 1');
    database.exec('BEGIN');
    write(4000);
    expect(walkWal(wal())).toMatchObject({ commitsBehind: 0 });
    expect(walkWal(wal()).damage).not.toBe('behind-the-end');
    database.exec('ROLLBACK');
  });

  test('[L14] every flipped bit before the last transactions is seen, and SQLite drops what follows without a word', () => {
    const bytes = wal();
    const frames = (bytes.length - header) / frame;
    for (let at = 0; at < bytes.length; at += 1 + Math.floor(bytes.length / 500)) {
      const harmed = Buffer.from(bytes);
      harmed[at] = (harmed[at] ?? 0) ^ 4;
      const place = Math.floor((at - header) / frame);
      const { damage, frames: found } = walkWal(harmed);
      if (at < header) expect([at, damage]).toEqual([at, 'header']);
      else if (place < frames - 3) expect([at, damage]).toEqual([at, 'behind-the-end']);
      else if (place === frames - 3) expect([at, damage]).not.toEqual([at, null]);
      else expect([at, damage]).toEqual([at, 'last-transaction']);
      // All the others can still be read.
      expect(found.filter(({ isSound }) => isSound).length).toBeGreaterThanOrEqual(frames - 2);
    }
  });

  function write(count: number): void {
    const insert = database.prepare('INSERT INTO nilai VALUES (?)');
    for (let number = 0; number < count; number += 1) insert.run(number);
  }
});

test('[L14] SQLite itself drops what stands behind a damaged frame, and finds nothing wrong', () => {
  database = new Database(file());
  database.pragma('journal_mode = WAL');
  database.pragma('wal_autocheckpoint = 0');
  database.exec('CREATE TABLE nilai (angka INTEGER)');
  for (let number = 1; number <= 10; number += 1) database.exec(`INSERT INTO nilai VALUES (${number})`);
  const copy = path.join(dir, 'salinan.sqlite');
  copyFileSync(file(), copy);
  const bytes = wal();
  const at = bytes.length - 5 * (24 + 4096) + 100;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(`${copy}-wal`, bytes);
  const harmed = new Database(copy);
  expect(harmed.prepare('SELECT count(*) AS rows FROM nilai').get()).toEqual({ rows: 5 });
  expect(harmed.pragma('integrity_check', { simple: true })).toBe('ok');
  harmed.close();
  expect(walkWal(bytes)).toMatchObject({ damage: 'behind-the-end', commitsBehind: 4 });
});
