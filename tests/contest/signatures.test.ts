/** Signatures inside a log are looked at while the contest is open; one that does not fit is forgotten, and nothing else is changed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { openSqliteLog, type SqliteLog } from '../../electron/adapters/sqlite-log.ts';
import { checkSignatures } from '../../electron/contest/signatures.ts';
import type { StoredEntry } from '../../shared/ports.ts';
import { beginWriter, memoryPorts } from '../support/core-ports.ts';

const note = (text: string) => ({ type: 'info-changed' as const, contest: { name: text } });

let dir = '';
let log: SqliteLog;

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'gelar-juri-signatures-'));
  log = openSqliteLog(path.join(dir, 'log.sqlite'));
});
afterEach(() => {
  log.close();
  rmSync(dir, { recursive: true });
});

function isSigned(seq: number): boolean {
  return stored().some((entry) => entry.seq === seq && entry.signature !== null);
}

function stored(): readonly StoredEntry[] {
  return log.heads().flatMap(({ log: id }) => log.read(id, 0, { entries: Infinity, bytes: Infinity }));
}

test('[L4] a damaged one is forgotten, however far inside; right ones, absent ones and the end stay as they are', async () => {
  const writer = beginWriter(memoryPorts(), 'committee');
  const texts = Array.from({ length: 60 }, (_, index) => note(`nama ${index}`));
  const written = [...writer.opening, ...writer.write(...texts)];
  const damaged = new Set([3, 40]);
  const absent = new Set([2, 17, 18, 19, 41]);
  const kept = written.map((entry) => {
    if (absent.has(entry.seq)) return { ...entry, signature: null };
    return damaged.has(entry.seq) ? { ...entry, signature: entry.signature?.map((byte) => byte ^ 1) ?? null } : entry;
  });
  log.append(kept);
  const stop = checkSignatures(log, 0);
  try {
    await vi.waitFor(() => expect([3, 40].map(isSigned)).toEqual([false, false]), { timeout: 20_000 });
  } finally {
    stop();
  }
  const unsigned = stored().flatMap(({ seq, signature }) => (signature === null ? [seq] : []));
  expect(unsigned).toEqual([2, 3, 17, 18, 19, 40, 41]);
  expect(stored().map(({ bytes }) => nodeCrypto.hash(bytes))).toEqual(written.map(({ hash }) => hash));
});
