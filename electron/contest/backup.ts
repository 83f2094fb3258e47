/**
 * Salinan cadangan: a whole folder that can be opened like any other. Its logs are to be begun anew (a log continued from
 * a copy would fork, see L1), so the copy's keys name no log to go on with; the data keys come back from the wraps. The PINs
 * go along (rule P1): a copy opens in the application like the folder itself.
 * Written beside, synced, then renamed: whenever the power fails, the new copy or the one before is whole, under its own name
 * or with `.lama`, and the next writing brings that one back first.
 */
import { copyFileSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { CopyProblem } from '../../shared/say/folders.ts';
import { storageCause } from '../adapters/storage-error.ts';
import { syncFile, syncFolder } from '../adapters/files/json-file.ts';
import { openFolderSettings } from '../adapters/files/settings.ts';
import { isContestFolder, readFolderKeys } from './data-folder.ts';
import { copyHallPictures, takeHallPictures } from './hall-pictures.ts';
import { escrowFile, hasEscrow } from './key-escrow.ts';
import type { OpenContest } from './open-contest.ts';

/** After this long without a backup, a change makes one; a copy that failed is tried again as often. Milliseconds. */
const quietMs = 60_000;

export interface BackupKeeper {
  /** Display time of the last whole copy; null: none yet. */
  readonly lastAtMs: () => number | null;
  /** Why the last try wrote nothing; null: it did, or none was made. */
  readonly problem: () => CopyProblem | null;
  /** Something beside the facts is another one now. */
  readonly changed: () => void;
  /** Tries at once; ends when it was written or not. */
  readonly now: () => Promise<void>;
  /** Writes what has not been copied yet, then ends. */
  readonly stop: () => Promise<void>;
  /** Ends after what is being written. */
  readonly drop: () => Promise<void>;
}

/**
 * Copies the contest's folder into `target` (made if missing; an earlier copy there is replaced). Pictures that the earlier one has are
 * not copied again. @throws on a full or missing disk.
 */
export async function writeBackup(contest: OpenContest, target: string): Promise<void> {
  const fresh = `${target}.baru`;
  const old = replacedCopy(target);
  if (existsSync(old)) {
    if (existsSync(target)) takeHallPictures(contest.dir, old, target);
    else renameSync(old, target);
  }
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  await contest.copyTo(fresh);
  copyPins(contest.dir, fresh);
  await copyHallPictures(contest.dir, fresh, target);
  if (hasEscrow(contest.dir)) copyFileSync(escrowFile(contest.dir), escrowFile(fresh));
  for (const name of ['contest.sqlite', 'keys.json']) syncFile(path.join(fresh, name));
  syncFolder(fresh);
  if (existsSync(target)) {
    rmSync(old, { recursive: true, force: true });
    renameSync(target, old);
    syncFolder(path.dirname(target));
  }
  renameSync(fresh, target);
  syncFolder(path.dirname(target));
  takeHallPictures(contest.dir, old, target);
  rmSync(old, { recursive: true, force: true });
}

/** Where a copy is kept. */
export interface BackupPlace {
  /** The copy's own folder. */
  readonly target: string;
  /** A folder that must be there, so that nothing is written where a stick was; absent: what is missing is made. */
  readonly place?: string;
  /** The place was chosen just now: the first copy makes its folder. Else this contest's copy must be there, by which the place is known. */
  readonly isNew?: boolean;
}

/** Keeps a copy up to date while the contest is open. `onTry` tells of every copy that was written, or why it was not. */
export function keepBackup(
  contest: OpenContest,
  { target, place, isNew = false }: BackupPlace,
  onTry: (problem: CopyProblem | null) => void,
): BackupKeeper {
  let lastAtMs: number | null = null;
  let problem: CopyProblem | null = null;
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  let changed = true;
  let isEnded = false;

  function write(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    // Without the contest's facts there is nothing to copy, and the copy before may be all that is left of them.
    if (contest.contest().setup === null) return writing;
    changed = false;
    writing = writing
      .then(async () => {
        problem = placeProblem();
        if (problem === null) await writeBackup(contest, target);
      })
      .then(
        () => {
          if (problem === null) lastAtMs = Date.now();
          else schedule();
        },
        (error: unknown) => {
          problem = placeProblem() ?? copyProblem(error);
          schedule();
        },
      )
      .then(() => onTry(problem))
      // Whoever is told must not keep the next copy from being written.
      .catch(() => undefined);
    return writing;
  }

  function placeProblem(): CopyProblem | null {
    if (place === undefined) return null;
    if (!existsSync(place)) return 'away';
    const there = existsSync(target) ? target : replacedCopy(target);
    if (!existsSync(there)) return isNew && lastAtMs === null ? null : 'another';
    return isCopyOf(contest, there) ? null : 'another';
  }

  function schedule(): void {
    changed = true;
    if (!isEnded) timer ??= setTimeout(() => void write(), quietMs).unref();
  }

  function end(): void {
    isEnded = true;
    unsubscribe();
    if (timer !== null) clearTimeout(timer);
  }

  const unsubscribe = contest.subscribe(schedule);
  schedule();
  return {
    lastAtMs: () => lastAtMs,
    problem: () => problem,
    changed: schedule,
    now: write,
    stop: async () => {
      end();
      if (changed) await write();
      else await writing;
    },
    drop: async () => {
      end();
      await writing;
    },
  };
}

/** True inside a contest's folder or a copy of one: a copy in it would be lost with it, or with the next copy. */
export function isInContestFolder(folder: string): boolean {
  const real = existsSync(folder) ? realpathSync(folder) : path.resolve(folder);
  for (let at = real; ; at = path.dirname(at)) {
    if (isContestFolder(at)) return true;
    if (at === path.dirname(at)) return false;
  }
}

/** The copy before, while another one takes its name. */
function replacedCopy(target: string): string {
  return `${target}.lama`;
}

function isCopyOf(contest: OpenContest, folder: string): boolean {
  const keys = readFolderKeys(folder, contest.protections);
  return keys.ok && keys.value.committee.signingKey === contest.committee.signingKey;
}

function copyProblem(error: unknown): CopyProblem {
  const cause = storageCause(error);
  if (/^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)$/.test(cause)) return 'full';
  if (/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|SQLITE_READONLY|SQLITE_CANTOPEN)/.test(cause)) return 'not-allowed';
  if (cause === 'ENAMETOOLONG') return 'too-long';
  return 'other';
}

/** With the failures, so that a copy gives nobody further guesses. */
function copyPins(from: string, to: string): void {
  const { pins, failures } = openFolderSettings(from).get();
  const settings = openFolderSettings(to);
  settings.set({ ...settings.get(), pins, failures });
}
