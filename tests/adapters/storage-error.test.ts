/** Only what the disk says is told as a fault of the disk: real errors of SQLite, the file system, the program and the crypto. */
import { createPrivateKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { isStorageError, StorageError, storageCause } from '../../electron/adapters/storage-error.ts';
import { assert } from '../../shared/lib/assert.ts';

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test('a full database, a missing file and an earlier failure are of the disk, with their codes', () => {
  const database = new Database(':memory:');
  database.exec('CREATE TABLE t (x BLOB)');
  database.pragma('max_page_count = 2');
  const full = thrownBy(() => database.prepare('INSERT INTO t VALUES (zeroblob(100000))').run());
  const missing = thrownBy(() => readFileSync('/gelar-juri/tidak-ada'));
  const errors = [full, missing, new StorageError('SQLITE_FULL')];
  expect(errors.map(isStorageError)).toEqual([true, true, true]);
  expect(errors.map(storageCause)).toEqual(['SQLITE_FULL', 'ENOENT', 'SQLITE_FULL']);
  database.close();
});

test('asserts, type errors and refusals of the crypto are faults of the program', () => {
  const errors = [
    thrownBy(() => assert(false, 'an event fits its bound')),
    thrownBy(() => new Database(':memory:').prepare('SELECT ?').get(Symbol('x'))),
    thrownBy(() => sign(null, Buffer.alloc(1), createPrivateKey(Buffer.alloc(3)))),
    'text',
  ];
  expect(errors.map(isStorageError)).toEqual([false, false, false, false]);
});
