/**
 * Opening the log of a data folder: the file's own integrity check, then every chain and signature from the first entry on.
 * What is damaged is named and left byte for byte as it is (rule L11); `recover-folder.ts` mends it when a person asks.
 */
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { entryRef } from '../../shared/domain/ids.ts';
import { verifyLog } from '../../shared/log/receive.ts';
import { nodeCrypto } from '../adapters/node-crypto.ts';
import { openSqliteLog, type SqliteLog } from '../adapters/sqlite-log.ts';
import {
  databaseFile,
  folderError,
  forgetFailedWrite,
  hasFailedWrite,
  noteFailedWrite,
  withNewLogs,
  writeFolderKeys,
  type FolderError,
  type FolderKeys,
} from './data-folder.ts';
import type { Protection } from './sealed-file.ts';

export function openVerifiedLog(dir: string, readOnly: boolean, keys: FolderKeys): Result<SqliteLog, FolderError> {
  // Looked at without writing: a writer would move what stands beside the database into it when it closes.
  const looked = open(dir, true);
  if (!looked.ok) return looked;
  const wrong = firstDamage(looked.value, keys);
  if (wrong === null && readOnly) return looked;
  looked.value.close();
  return wrong === null ? open(dir, false) : err(damaged(dir, wrong));
}

function open(dir: string, readOnly: boolean): Result<SqliteLog, FolderError> {
  try {
    const onWriteFailed = () => noteFailedWrite(dir);
    return ok(openSqliteLog(databaseFile(dir), { readOnly, mustExist: true, onWriteFailed }));
  } catch (error) {
    if (error instanceof Error && error.message === 'database-too-new') {
      return err(folderError('too-new', 'Lomba ini dibuat oleh Gelar Juri yang lebih baru. Perbarui aplikasi ini.'));
    }
    return err(isOfDisk(error) ? diskRefuses(dir) : damaged(dir, 'berkas tidak terbaca'));
  }
}

/** The disk cannot be written now; that says nothing against what is on it. */
function isOfDisk(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_(FULL|BUSY|LOCKED|PERM|READONLY|NOMEM|IOERR_(WRITE|FSYNC|DIR_FSYNC|TRUNCATE|SHM))/.test(code);
}

/**
 * The keys to write with. After a failed write it is not known whether the last entry is on the disk: what there is gets
 * there now, and every writer begins a new log. No log that ends at such an entry is gone on with (rule L11).
 */
export function keysAfterFailedWrite(
  dir: string,
  keys: FolderKeys,
  log: SqliteLog,
  protection: Protection,
): Result<FolderKeys, FolderError> {
  if (!hasFailedWrite(dir)) return ok(keys);
  try {
    if (!log.settle()) return err(diskRefuses(dir));
    const next = withNewLogs(keys);
    writeFolderKeys(dir, next, protection);
    forgetFailedWrite(dir);
    return ok(next);
  } catch {
    return err(diskRefuses(dir));
  }
}

function diskRefuses(dir: string): FolderError {
  return folderError(
    'disk',
    `Tidak dapat menulis di ${dir}. Datanya tidak diubah. Periksa izin dan longgarkan ruang disk, lalu buka lagi.`,
  );
}

function firstDamage(log: SqliteLog, keys: FolderKeys): string | null {
  try {
    const [problem] = log.integrityProblems();
    if (problem !== undefined) return problem;
    // A log is written before the keys name it.
    const lost = keys.writers.find((writer) => writer.log !== null && log.head(writer.log) === null);
    if (lost !== undefined) return `missing ${lost.log}`;
    for (const { log: id } of log.heads()) {
      const wrong = verifyLog(log, id, nodeCrypto);
      if (wrong !== null) return `${wrong.type} ${entryRef(wrong.log, wrong.seq)}`;
    }
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'unreadable';
  }
}

function damaged(dir: string, detail: string): FolderError {
  return folderError(
    'damaged',
    `Data di ${dir} rusak (${detail}). Berkas tidak diubah. Pulihkan dari laptop lain, atau buka salinan cadangan.`,
  );
}
