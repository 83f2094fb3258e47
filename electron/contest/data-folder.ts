/**
 * A contest's folder on a laptop: `contest.sqlite` (all logs), `keys.json` (the private keys of the logs written here,
 * mode 0600 or sealed by the system), `catatan-akhir-1` and `-2` (how far every log was when last confirmed), `writer.lock`;
 * `sedang-dibuat` while it is made. This module knows the files;
 * `open-contest.ts` knows what they mean.
 */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { LaptopKeys } from '../../shared/laptop/ports.ts';
import type { FolderError } from '../../shared/say/folders.ts';
import { idsAs, type JurorId, type LogId } from '../../shared/domain/ids.ts';
import { endsFiles } from '../adapters/log-ends.ts';
import { syncFolder, writeAtomically } from '../adapters/files/json-file.ts';
import { readSealed, writeSealed, type Protection } from '../adapters/files/sealed-file.ts';

export function folderInUse(): FolderError {
  return { type: 'folder-in-use', reason: 'in-use' };
}

const key = z.string().regex(/^[a-z2-7]{52}$/);
const deviceKeys = { signingKey: key, signingPrivateKey: key, boxKey: key, boxPrivateKey: key };
export const deviceKeysSchema = z.object(deviceKeys);

export const folderKeysSchema = z.object({
  kind: z.enum(['committee', 'juror']),
  /** What this laptop calls itself towards others. */
  machine: z.string(),
  /** The committee's public keys: trusted, because made here or pinned at joining. */
  committee: z.object({ signingKey: key, boxKey: key }),
  /** The logs that this laptop writes. `seat` null: the committee's. `log` null: not begun yet. */
  writers: z.array(
    z.object({
      ...deviceKeys,
      seat: idsAs<JurorId>(z.string()).nullable(),
      log: idsAs<LogId>(z.string()).nullable(),
      dataKey: key.nullable(),
    }),
  ),
});

const keysFormat = 'gelar-juri/keys@1';

export const databaseFile = (dir: string) => path.join(dir, 'contest.sqlite');
/** What stands beside a database that is or was in use. */
export const besideDatabase = ['-wal', '-shm'] as const;
export const lockFile = (dir: string) => path.join(dir, 'writer.lock');
export const keysFile = (dir: string) => path.join(dir, 'keys.json');

/** Stands in a folder from its first file until nothing is missing: what lies beside it was never used by anybody. */
const makingFile = (dir: string) => path.join(dir, 'sedang-dibuat');

/** Stands in a folder after a failed write, until its writers begin new logs. Empty: it can be made on a full disk. */
const failedWriteFile = (dir: string) => path.join(dir, 'gagal-menulis');

export function hasFailedWrite(dir: string): boolean {
  return existsSync(failedWriteFile(dir));
}

/** Where not even that can be noted, nothing was told to anybody either: the file is only as it was before. */
export function noteFailedWrite(dir: string): void {
  try {
    writeFileSync(failedWriteFile(dir), '');
    syncFolder(dir);
  } catch {
    // The write that failed is what the person is told of.
  }
}

export function forgetFailedWrite(dir: string): void {
  rmSync(failedWriteFile(dir), { force: true });
  syncFolder(dir);
}

/** True for a folder that holds a contest, be it with a lost database: the keys are written last. */
export function isContestFolder(dir: string): boolean {
  return existsSync(keysFile(dir)) && !isHalfMade(dir);
}

function isHalfMade(dir: string): boolean {
  return existsSync(makingFile(dir));
}

/** True where a new contest must not be made. */
export function isTaken(dir: string): boolean {
  return !isHalfMade(dir) && (existsSync(databaseFile(dir)) || existsSync(keysFile(dir)));
}

export function folderTaken(): FolderError {
  return { type: 'folder-not-empty', reason: 'taken' };
}

/**
 * Makes the folder (and its parents), half-made until `finishNewFolder`; refused where a contest is already. What a making
 * that was cut short has left goes.
 */
export function prepareNewFolder(dir: string): Result<null, FolderError> {
  try {
    if (isTaken(dir)) return err(folderTaken());
    writeAtomically(makingFile(dir), '');
    for (const suffix of ['', ...besideDatabase]) rmSync(`${databaseFile(dir)}${suffix}`, { force: true });
    for (const file of endsFiles(dir)) rmSync(file, { force: true });
    rmSync(keysFile(dir), { force: true });
    return ok(null);
  } catch {
    return err(folderUnwritable(dir));
  }
}

export function folderUnwritable(dir: string): FolderError {
  return { type: 'disk', reason: 'cannot-be-made', dir };
}

/** From now on the folder is opened like any other. @throws when the disk refuses. */
export function finishNewFolder(dir: string): void {
  rmSync(makingFile(dir), { force: true });
  syncFolder(dir);
}

export function writeFolderKeys(dir: string, keys: LaptopKeys, protection: Protection): void {
  writeSealed(keysFile(dir), keysFormat, keys, protection);
}

/** `isNew`: the folder is being made right now. */
export function readFolderKeys(
  dir: string,
  protections: readonly Protection[],
  isNew = false,
): Result<LaptopKeys, FolderError> {
  if (isHalfMade(dir) && !isNew) return err({ type: 'half-made', reason: 'half-made', dir });
  if (!existsSync(keysFile(dir))) return err({ type: 'no-contest', reason: 'absent', dir });
  const read = readSealed(keysFile(dir), keysFormat, folderKeysSchema, protections);
  switch (read.type) {
    case 'read':
      return ok(read.content);
    case 'elsewhere':
      return err({ type: 'keys-elsewhere', reason: 'keys-elsewhere' });
    case 'locked':
      return err({ type: 'keys-locked', reason: 'keys-locked' });
    case 'unreadable':
      return err({ type: 'keys-damaged', reason: 'keys-damaged', dir });
  }
}
