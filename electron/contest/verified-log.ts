/**
 * Opening the log of a data folder: the file's own integrity check, then every chain and signature from the first entry on.
 * What is damaged is named and left byte for byte as it is (rule L11); `recover-folder.ts` mends it when a person asks.
 */
import { setImmediate as turnOfOthers } from 'node:timers/promises';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { withNewLogs, type LaptopKeys } from '../../shared/laptop/ports.ts';
import { newestFormat } from '../../shared/domain/facts/events.ts';
import { entryRef, type LogId } from '../../shared/domain/ids.ts';
import { openingHeld } from '../../shared/log/opening.ts';
import type { FolderDamage, FolderError } from '../../shared/say/folders.ts';
import type { ReadEntry } from '../../shared/log/chain.ts';
import type { VerifiedEntries } from '../../shared/laptop/contest-facts.ts';
import { verifyInPieces } from '../../shared/log/verify.ts';
import type { LogHead } from '../../shared/ports.ts';
import type { LogEnds } from '../adapters/log-ends.ts';
import { nodeCrypto } from '../adapters/node-crypto.ts';
import { openSqliteLog, type SqliteLog } from '../adapters/sqlite-log.ts';
import { databaseFile, forgetFailedWrite, hasFailedWrite, noteFailedWrite, writeFolderKeys } from './data-folder.ts';
import { lacks, missingEnds, type Lack } from '../../shared/log/missing-ends.ts';
import { confirmedEnds, walDamage, walkFolderWal } from './lost-ends.ts';
import type { Protection } from '../adapters/files/sealed-file.ts';

export interface VerifiedLog {
  readonly log: SqliteLog;
  /** What was verified, by log, so that it need not be read and decoded once more. */
  readonly entries: VerifiedEntries;
  /** Ends that were confirmed and are not held here (any more). */
  readonly awaited: readonly LogHead[];
  /** This is a copy of a folder that was in use meanwhile: what it lacks was never in it. No log is gone on with. */
  readonly isBehind: boolean;
}

/**
 * `ends`: those kept in the folder. `strict`: a copy that lacks something is damaged too, so that whatever else there is can
 * be taken over.
 */
export async function openVerifiedLog(
  dir: string,
  readOnly: boolean,
  keys: LaptopKeys,
  ends: LogEnds,
  strict: boolean,
): Promise<Result<VerifiedLog, FolderError>> {
  // Read before the database, behind which a writer keeps them.
  const kept = ends.read();
  const walk = walkFolderWal(dir);
  // Looked at without writing: a writer would move what stands beside the database into it when it closes.
  const looked = open(dir, true);
  if (!looked.ok) return looked;
  if (readable(() => isOfNewerFormat(looked.value, keys)) === true) {
    looked.value.close();
    return err(tooNew());
  }
  const entries = new Map<LogId, ReadEntry[]>();
  const wrong = walDamage(walk, kept !== null) ?? (await firstDamage(looked.value, keys, entries));
  const confirmed = [...(kept?.heads ?? []), ...confirmedEnds(dir, keys)];
  const missing = readable(() => missingEnds(looked.value, confirmed)) ?? [];
  const isBehind =
    wrong === null && missing.length > 0 && kept?.isOfCopy === true && walk?.damage !== 'last-transaction' && !strict;
  if (wrong !== null || (missing.length > 0 && !isBehind)) {
    const lacking = readable(() => lacks(looked.value, missing)) ?? [];
    looked.value.close();
    return err(damaged(dir, wrong, lacking));
  }
  const awaited = missingEnds(looked.value, [...(kept?.awaited ?? []), ...missing]);
  if (readOnly) return ok({ log: looked.value, entries, awaited, isBehind });
  looked.value.close();
  const opened = open(dir, false, ends);
  if (!opened.ok) return opened;
  ends.setAwaited(awaited);
  keepEnds(ends, opened.value);
  return ok({ log: opened.value, entries, awaited, isBehind });
}

/** A folder of an earlier version has none yet. On a full disk it is kept with the next entry, or that one is the last. */
function keepEnds(ends: LogEnds, log: SqliteLog): void {
  try {
    ends.write(log.heads());
  } catch {
    // Behind is harmless.
  }
}

function open(dir: string, readOnly: boolean, ends?: LogEnds): Result<SqliteLog, FolderError> {
  try {
    const onWriteFailed = () => noteFailedWrite(dir);
    return ok(
      openSqliteLog(databaseFile(dir), {
        readOnly,
        mustExist: true,
        onWriteFailed,
        ...(ends === undefined ? {} : { ends }),
      }),
    );
  } catch (error) {
    if (error instanceof Error && error.message === 'database-too-new') {
      return err(tooNew());
    }
    return err(isOfDisk(error) ? diskRefuses(dir) : damaged(dir, { type: 'file-unreadable' }, []));
  }
}

/** [L18] What this version cannot read would look damaged, and be mended away. By the committee's word alone: any juror could say so. */
function isOfNewerFormat(log: SqliteLog, { committee }: LaptopKeys): boolean {
  return log.heads().some(({ log: id }) => {
    const opening = openingHeld(log, id, nodeCrypto);
    return opening?.signingKey === committee.signingKey && (opening.format ?? 2) > newestFormat;
  });
}

function tooNew(): FolderError {
  return { type: 'too-new', reason: 'too-new' };
}

/** The disk cannot be written now; that says nothing against what is on it. */
function isOfDisk(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^SQLITE_(FULL|BUSY|LOCKED|PERM|READONLY|NOMEM|IOERR_(WRITE|FSYNC|DIR_FSYNC|TRUNCATE|SHM))/.test(code);
}

/**
 * The keys to write with. After a failed write it is not known whether the last entry is on the disk, and in a copy others may
 * have gone on: what there is gets there now, and every writer begins a new log. No log that ends at such an entry is gone on
 * with (rule L11).
 */
export function keysAfterFailedWrite(
  dir: string,
  keys: LaptopKeys,
  { log, isBehind }: VerifiedLog,
  protection: Protection,
): Result<LaptopKeys, FolderError> {
  if (!hasFailedWrite(dir) && !isBehind) return ok(keys);
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
  return { type: 'disk', reason: 'cannot-go-on', dir };
}

/** Fills `entries` with what is right. Everybody else has a turn in between: the page of the window is loaded meanwhile. */
async function firstDamage(
  log: SqliteLog,
  keys: LaptopKeys,
  entries: Map<LogId, ReadEntry[]>,
): Promise<FolderDamage | null> {
  try {
    const [problem] = log.integrityProblems();
    if (problem !== undefined) return found(problem);
    // A log is written before the keys name it.
    const lost = keys.writers.find((writer) => writer.log !== null && log.head(writer.log) === null);
    if (lost !== undefined) return found(`missing ${lost.log}`);
    for (const { log: id } of log.heads()) {
      const read: ReadEntry[] = [];
      entries.set(id, read);
      const pieces = verifyInPieces(log, id, nodeCrypto, (entry) => read.push(entry));
      let piece = pieces.next();
      for (; piece.done !== true; piece = pieces.next()) await turnOfOthers();
      const wrong = piece.value;
      if (wrong !== null) return found(`${wrong.type} ${entryRef(wrong.log, wrong.seq)}`);
    }
    return null;
  } catch (error) {
    return found(error instanceof Error ? error.message : 'unreadable');
  }
}

/** Null where the database is so damaged that this cannot be told. */
function readable<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function found(text: string): FolderDamage {
  return { type: 'found', text };
}

/** `wrong`: what is wrong with the files; null: only something that was in them is not there any more. */
function damaged(dir: string, wrong: FolderDamage | null, lacking: readonly Lack[]): FolderError {
  return { type: 'damaged', reason: 'damaged', dir, wrong, lacking };
}
