/**
 * Salinan cadangan: a whole folder that can be opened like any other. Its logs are to be begun anew (a log continued from
 * a copy would fork, see L1), so the copy's keys name no log to go on with; the data keys come back from the wraps. The PINs
 * go along (rule P1): a copy opens in the application like the folder itself.
 * Written beside, synced, then renamed: whenever the power fails, the new copy or the one before is whole, under its own name
 * or with `.lama`, and the next writing brings that one back first.
 */
import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { syncFolder } from '../adapters/files/json-file.ts';
import { openFolderSettings } from '../adapters/files/settings.ts';
import { copyHallPictures } from './hall-pictures.ts';
import { escrowFile, hasEscrow } from './key-escrow.ts';
import type { OpenContest } from './open-contest.ts';

/** After this long without a backup, a change makes one. Milliseconds. */
const quietMs = 60_000;

export interface BackupKeeper {
  /** Display time of the last whole copy; null: none yet. */
  readonly lastAtMs: () => number | null;
  /** Something beside the facts is another one now. */
  readonly changed: () => void;
  /** Writes what has not been copied yet, then ends. */
  readonly stop: () => Promise<void>;
}

/** Copies the contest's folder into `target` (made if missing; an earlier copy there is replaced). @throws on a full or missing disk. */
export async function writeBackup(contest: OpenContest, target: string): Promise<void> {
  const fresh = `${target}.baru`;
  const old = `${target}.lama`;
  if (!existsSync(target) && existsSync(old)) renameSync(old, target);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  await contest.copyTo(fresh);
  copyPins(contest.dir, fresh);
  copyHallPictures(contest.dir, fresh);
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
  rmSync(old, { recursive: true, force: true });
}

/** Keeps a copy in `target` up to date while the contest is open; `onProblem` tells of a copy that failed. */
export function keepBackup(contest: OpenContest, target: string, onProblem: (error: unknown) => void): BackupKeeper {
  let lastAtMs: number | null = null;
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  let changed = true;

  function write(): Promise<void> {
    timer = null;
    // Without the contest's facts there is nothing to copy, and the copy before may be all that is left of them.
    if (contest.contest().setup === null) return writing;
    changed = false;
    writing = writing
      .then(() => writeBackup(contest, target))
      .then(
        () => {
          lastAtMs = Date.now();
        },
        (error: unknown) => {
          changed = true;
          onProblem(error);
        },
      );
    return writing;
  }

  function schedule(): void {
    changed = true;
    timer ??= setTimeout(() => void write(), quietMs).unref();
  }

  const unsubscribe = contest.subscribe(schedule);
  schedule();
  return {
    lastAtMs: () => lastAtMs,
    changed: schedule,
    stop: async () => {
      unsubscribe();
      if (timer !== null) clearTimeout(timer);
      if (changed) await write();
      else await writing;
    },
  };
}

/** With the failures, so that a copy gives nobody further guesses. */
function copyPins(from: string, to: string): void {
  const { pins, failures } = openFolderSettings(from).get();
  const settings = openFolderSettings(to);
  settings.set({ ...settings.get(), pins, failures });
}

function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
