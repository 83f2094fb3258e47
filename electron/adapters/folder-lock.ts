/**
 * One writer per data folder: an exclusive SQLite lock on a file beside the database. The operating system lets it go
 * when the process dies, however it dies, so there is never a stale lock. Readers do not ask for it.
 */
import { truncateSync } from 'node:fs';
import Database from 'better-sqlite3';

export interface FolderLock {
  readonly release: () => void;
}

/** The lock, or null while another process holds it. */
export function lockFolder(file: string): FolderLock | null {
  try {
    return lock(file);
  } catch (error) {
    // There is nothing in it: what a broken disk has put there goes.
    if (!(error instanceof Error) || !/not a database|malformed/i.test(error.message)) throw error;
    truncateSync(file);
    return lock(file);
  }
}

function lock(file: string): FolderLock | null {
  const database = new Database(file, { timeout: 0 });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE');
    return { release: () => database.close() };
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) return null;
    throw error;
  }
}
