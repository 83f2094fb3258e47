/**
 * Opening the log of a data folder: the file's own integrity check, then every chain and signature from the first entry on.
 * What is damaged is named and left as it is (rule L11).
 */
import { err, ok, type Result } from '../shared/lib/result.ts';
import { entryRef } from '../shared/domain/ids.ts';
import { verifyLog } from '../shared/log/receive.ts';
import { nodeCrypto } from './adapters/node-crypto.ts';
import { openSqliteLog, type SqliteLog } from './adapters/sqlite-log.ts';
import { databaseFile, folderError, type FolderError, type FolderKeys } from './data-folder.ts';

export function openVerifiedLog(dir: string, readOnly: boolean, keys: FolderKeys): Result<SqliteLog, FolderError> {
  let log: SqliteLog;
  try {
    log = openSqliteLog(databaseFile(dir), { readOnly, mustExist: true });
  } catch (error) {
    if (error instanceof Error && error.message === 'database-too-new') {
      return err(folderError('too-new', 'Lomba ini dibuat oleh Gelar Juri yang lebih baru. Perbarui aplikasi ini.'));
    }
    return err(damaged(dir, 'berkas tidak terbaca'));
  }
  const wrong = firstDamage(log, keys);
  if (wrong === null) return ok(log);
  log.close();
  return err(damaged(dir, wrong));
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
    `Data di ${dir} rusak (${detail}). Berkas tidak diubah. Buka salinan cadangan, atau gabungkan lagi laptop ini agar data diambil dari laptop lain.`,
  );
}
