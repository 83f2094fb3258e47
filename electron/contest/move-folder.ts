/**
 * Moves a contest's folder to another place on this laptop (rule L17). The copy is complete and compared byte by byte before the
 * keys of the old one go, and only then takes its name: killed at any moment, exactly one of the two can be opened. What is left
 * at the old place is a copy without keys.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { FolderError } from '../../shared/say/folders.ts';
import { lockFolder } from '../adapters/folder-lock.ts';
import { syncFolder, writeAtomically } from '../adapters/files/json-file.ts';
import { folderInUse, folderTaken, isContestFolder, keysFile, lockFile } from './data-folder.ts';

/** A folder that is being moved here. */
const partSuffix = '.sedang-dipindah';
const originFile = 'asal.json';
const originSchema = z.object({ from: z.string(), to: z.string() });
/** The keys of a folder that was moved away, until they are removed. */
const movedKeys = (dir: string) => `${keysFile(dir)}.dipindahkan`;
/** Held by the lock itself; has no content. */
const notCopied = new Set(['writer.lock', 'writer.lock-journal']);

/** `to` must not exist. Refused while another program has the folder open. */
export function moveFolder(from: string, to: string): Result<null, FolderError> {
  if (!isContestFolder(from)) return err({ type: 'no-contest', reason: 'nothing-to-move', dir: from });
  if (existsSync(to)) return err(folderTaken());
  const lock = lockFolder(lockFile(from));
  if (lock === null) return err(folderInUse());
  const part = `${to}${partSuffix}`;
  try {
    rmSync(part, { recursive: true, force: true });
    copyTree(from, part);
    writeAtomically(path.join(part, originFile), JSON.stringify({ from, to }));
    syncFolder(path.dirname(part));
    renameSync(keysFile(from), movedKeys(from));
    syncFolder(from);
    finishMove(part);
    return ok(null);
  } catch {
    return err({ type: 'disk', reason: 'cannot-be-moved' });
  } finally {
    lock.release();
  }
}

/** Ends moves into that folder that were cut short: forward where the old keys are gone, else back. */
export function finishMoves(parent: string): void {
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    if (!name.endsWith(partSuffix)) continue;
    const part = path.join(parent, name);
    try {
      const { from, to } = readOrigin(part);
      if (existsSync(keysFile(from)) || existsSync(to)) rmSync(part, { recursive: true, force: true });
      else finishMove(part);
    } catch {
      // Its copying was cut short: the old folder is as it was.
      rmSync(part, { recursive: true, force: true });
    }
  }
}

function finishMove(part: string): void {
  const { from, to } = readOrigin(part);
  renameSync(part, to);
  syncFolder(path.dirname(to));
  rmSync(path.join(to, originFile), { force: true });
  rmSync(movedKeys(from), { force: true });
}

function readOrigin(part: string): z.output<typeof originSchema> {
  return originSchema.parse(JSON.parse(readFileSync(path.join(part, originFile), 'utf8')));
}

/** Durable and compared when it returns. */
function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (notCopied.has(name)) continue;
    const source = path.join(from, name);
    const target = path.join(to, name);
    if (statSync(source).isDirectory()) {
      copyTree(source, target);
      continue;
    }
    copyFileSync(source, target);
    // Windows flushes only what is open for writing.
    const descriptor = openSync(target, 'r+');
    fsyncSync(descriptor);
    closeSync(descriptor);
    if (digest(source) !== digest(target)) throw new Error('the copy differs');
  }
  syncFolder(to);
}

function digest(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
