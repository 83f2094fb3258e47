/**
 * A contest's folder, opened on this machine: its database verified, its keys read, its contest live
 * (`shared/laptop/live-contest.ts`). No Electron here: the application, the command line and the tests use the same code.
 */
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { FolderError } from '../../shared/say/folders.ts';
import { lacks, type Lack } from '../../shared/log/missing-ends.ts';
import type { VerifiedEntries } from '../../shared/laptop/contest-facts.ts';
import { openLiveContest, type LiveContest } from '../../shared/laptop/live-contest.ts';
import type { LaptopKeys } from '../../shared/laptop/ports.ts';
import type { LogHead } from '../../shared/ports.ts';
import { applicationVersion } from '../adapters/application-version.ts';
import { fileProtections, type Protections } from '../adapters/files/sealed-file.ts';
import { lockFolder, type FolderLock } from '../adapters/folder-lock.ts';
import { openLogEnds, type LogEnds } from '../adapters/log-ends.ts';
import { nodeCrypto, nodeKeyBox, nodeRandom, systemClock } from '../adapters/node-crypto.ts';
import type { SqliteLog } from '../adapters/sqlite-log.ts';
import { isStorageError } from '../adapters/storage-error.ts';
import { keepCheckpointed } from './checkpoints.ts';
import { databaseFile, folderInUse, lockFile, readFolderKeys, writeFolderKeys } from './data-folder.ts';
import { checkSignatures } from './signatures.ts';
import { keysAfterFailedWrite, openVerifiedLog } from './verified-log.ts';

export interface OpenContest extends LiveContest {
  readonly dir: string;
  /** How what is secret in this folder is hidden. */
  readonly protections: Protections;
  /** What was confirmed here once, is lost (rule L14), and has not come back yet. */
  readonly awaited: () => readonly Lack[];
  /** False once the disk has refused a write: nothing more is taken until the folder is opened again (rule L11). */
  readonly takesWrites: () => boolean;
  /** By what the disk refused, for the log. */
  readonly writeFailure: () => string | null;
  /** Copies database and keys into an empty folder; see `backup.ts`. */
  readonly copyTo: (folder: string) => Promise<void>;
  readonly close: () => void;
}

export interface FolderOptions {
  /** New keys are hidden by the first; existing ones by whichever fits. */
  readonly protections?: Protections;
  /** What the laptop calls itself towards others; absent: as its system does. */
  readonly machine?: string;
}

/**
 * Opens a folder: integrity check of the file, then verification of every log. `readOnly` works beside a running writer
 * and refuses to write; `isNew` is for who is making the folder; `strict` takes a copy that lacks something for damaged.
 */
export async function openContestFolder(
  dir: string,
  options: FolderOptions & { readonly readOnly?: boolean; readonly isNew?: boolean; readonly strict?: boolean } = {},
): Promise<Result<OpenContest, FolderError>> {
  const { readOnly = false, isNew = false, strict = false, protections = fileProtections } = options;
  const keys = readFolderKeys(dir, protections, isNew);
  if (!keys.ok) return keys;
  const lock = readOnly ? null : lockFolder(lockFile(dir));
  if (!readOnly && lock === null) return err(folderInUse());
  const ends = openLogEnds(dir);
  const verified = await openVerifiedLog(dir, readOnly, keys.value, ends, strict);
  if (!verified.ok) {
    ends.close();
    lock?.release();
    return verified;
  }
  const { log, awaited, entries } = verified.value;
  const current = readOnly ? keys : keysAfterFailedWrite(dir, keys.value, verified.value, protections[0]);
  if (!current.ok) {
    log.close();
    ends.close();
    lock?.release();
    return current;
  }
  const contest = openOver({ dir, keys: current.value, log, entries, ends, awaited, lock, protections });
  await contest.keysSettled();
  return ok(contest);
}

interface Opening {
  readonly dir: string;
  readonly keys: LaptopKeys;
  readonly log: SqliteLog;
  readonly entries: VerifiedEntries;
  readonly ends: LogEnds;
  readonly awaited: readonly LogHead[];
  readonly lock: FolderLock | null;
  readonly protections: Protections;
}

function openOver({ dir, keys, log, entries, ends, awaited, lock, protections }: Opening): OpenContest {
  const checkpoints = lock === null ? null : keepCheckpointed(log);
  const stopChecking = lock === null ? () => undefined : checkSignatures(log);
  const live = openLiveContest(
    {
      crypto: nodeCrypto,
      random: nodeRandom,
      clock: systemClock,
      keyBox: nodeKeyBox,
      application: applicationVersion,
      keepKeys: (next) => writeFolderKeys(dir, next, protections[0]),
      isStorageError,
      stored: checkpoints,
    },
    keys,
    log,
    entries,
  );
  ends.setOwn(() => live.writers().map((writer) => writer.log));
  return {
    ...live,
    dir,
    protections,
    awaited: () => lacks(log, awaited),
    takesWrites: log.isWritable,
    writeFailure: log.failure,
    copyTo: async (folder) => {
      await log.backup(databaseFile(folder));
      writeFolderKeys(folder, live.keysForCopy(), protections[0]);
    },
    close: () => {
      checkpoints?.stop();
      stopChecking();
      log.close();
      ends.close();
      lock?.release();
    },
  };
}
