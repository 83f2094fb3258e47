/** Harm done to the real files of a contest's folder. */
import { existsSync, openSync, closeSync, readFileSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { endsFiles } from '../../electron/adapters/log-ends.ts';

const pageBytes = 4096;
const fileOf = (dir: string) => path.join(dir, 'contest.sqlite');

/** Inverts 64 bytes in the middle of every page of the later half. */
export function flipPages(dir: string): void {
  const { size } = statSync(fileOf(dir));
  const descriptor = openSync(fileOf(dir), 'r+');
  const bytes = readFileSync(fileOf(dir));
  for (let page = Math.ceil(size / pageBytes / 2); page * pageBytes < size; page += 1) {
    const at = page * pageBytes + pageBytes / 2;
    writeSync(
      descriptor,
      Uint8Array.from(bytes.subarray(at, at + 64), (byte) => byte ^ 255),
      0,
      64,
      at,
    );
  }
  closeSync(descriptor);
}

/** Cuts the database, or what stands beside it, to that part of its length. */
export function cut(dir: string, part: number, suffix: '' | '-wal' = ''): void {
  const file = `${fileOf(dir)}${suffix}`;
  truncateSync(file, Math.floor(statSync(file).size * part));
}

export function remove(dir: string): void {
  for (const suffix of ['', '-wal', '-shm']) if (existsSync(fileOf(dir) + suffix)) rmSync(fileOf(dir) + suffix);
}

/** Deletes the last entries of a log, as somebody with a database tool would; `upTo` 0: all of it. */
export function deleteAfter(dir: string, log: string, upTo: number): void {
  const database = new Database(fileOf(dir));
  database.prepare('DELETE FROM entry WHERE log = ? AND seq > ?').run(log, upTo);
  database.close();
}

/** The folder as it was with an earlier version, which kept no ends beside the database. */
export function withoutEnds(dir: string): void {
  for (const file of endsFiles(dir)) rmSync(file, { force: true });
}

/** Inverts a bit in the frame that is so many frames before the last one. */
export function flipFrame(dir: string, beforeLast: number): void {
  const file = `${fileOf(dir)}-wal`;
  const bytes = readFileSync(file);
  const at = bytes.length - (beforeLast + 1) * (pageBytes + 24) + 200;
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Uint8Array.of((bytes[at] ?? 0) ^ 1), 0, 1, at);
  closeSync(descriptor);
}

/** Changes one byte inside a stored entry: SQLite does not see it, the chain does. */
export function flipPayload(dir: string, log: string, seq: number): void {
  const database = new Database(fileOf(dir));
  const row = database.prepare<[string, number], { bytes: Buffer }>(
    'SELECT bytes FROM entry WHERE log = ? AND seq = ?',
  );
  const bytes = Buffer.from(row.get(log, seq)?.bytes ?? []);
  bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
  database.prepare('UPDATE entry SET bytes = ? WHERE log = ? AND seq = ?').run(bytes, log, seq);
  database.close();
}
