/**
 * Mending a folder whose database is damaged or lost (rule L11), when a person asks for it. The damaged files are moved aside
 * and kept; a new database takes over what they still prove; the keys stay, so that this laptop is who it was, and the rest
 * comes from the other laptops. Every writer begins a new log: going on in one whose end may be lost would fork it (L1).
 * The steps may be cut short after each and begun again: until the last one the folder has no database or the damaged one,
 * so it never opens half mended.
 */
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { assert } from '../../shared/lib/assert.ts';
import { withNewLogs, type LaptopKeys } from '../../shared/laptop/ports.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { FolderError } from '../../shared/say/folders.ts';
import { limits } from '../../shared/limits.ts';
import type { LogHead } from '../../shared/ports.ts';
import { lockFolder } from '../adapters/folder-lock.ts';
import { endsFiles, openLogEnds } from '../adapters/log-ends.ts';
import { openSqliteLog } from '../adapters/sqlite-log.ts';
import { syncFolder } from '../adapters/files/json-file.ts';
import {
  besideDatabase,
  databaseFile,
  folderInUse,
  keysFile,
  lockFile,
  readFolderKeys,
  writeFolderKeys,
} from './data-folder.ts';
import { lacks, missingEnds, type Lack } from '../../shared/log/missing-ends.ts';
import { confirmedEnds } from './lost-ends.ts';
import { openContestFolder, type FolderOptions, type OpenContest } from './open-contest.ts';
import { salvage } from './salvage.ts';
import { fileProtections, type Protection, type Protections } from '../adapters/files/sealed-file.ts';
import { removeWalImages, writeWalImages } from './wal-images.ts';

export interface Recovery {
  /** Entries that the damaged files, and the copy, still proved. */
  readonly entries: number;
  /** What was confirmed here once and is not proven any more: it is awaited from the other laptops. */
  readonly awaited: readonly Lack[];
  /** The folder in which the damaged files are kept. */
  readonly kept: string;
}

/**
 * Opens a folder as `openContestFolder`; a damaged one is mended first. `recovery` null: it was whole. `copies`: folders with
 * copies of this one, if there are any; what they hold is taken over too.
 */
export async function openOrRecoverFolder(
  dir: string,
  options: FolderOptions & { readonly copies?: readonly string[] } = {},
): Promise<Result<{ readonly contest: OpenContest; readonly recovery: Recovery | null }, FolderError>> {
  const opened = await openContestFolder(dir, { ...options, strict: true });
  if (opened.ok) return ok({ contest: opened.value, recovery: null });
  if (opened.error.type !== 'damaged') return opened;
  const recovered = recoverFolder(dir, options.protections ?? fileProtections, options.copies);
  if (!recovered.ok) return recovered;
  const again = await openContestFolder(dir, options);
  return again.ok ? ok({ contest: again.value, recovery: recovered.value }) : again;
}

function recoverFolder(
  dir: string,
  protections: Protections,
  copies: readonly string[] | undefined,
): Result<Recovery, FolderError> {
  const keys = readFolderKeys(dir, protections);
  if (!keys.ok) return keys;
  const lock = lockFolder(lockFile(dir));
  if (lock === null) return err(folderInUse());
  try {
    const held = (copies ?? []).filter((copy) => isCopyOf(keys.value, copy, protections)).map(databaseFile);
    const steps = recoverySteps(dir, keys.value, protections[0], new Date(), held);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return ok(step.value);
    }
  } catch {
    return err({ type: 'disk', reason: 'mending-stopped', dir });
  } finally {
    lock.release();
  }
}

/** A folder may have been made anew where another contest was before. */
function isCopyOf(keys: LaptopKeys, copy: string, protections: Protections): boolean {
  const theirs = readFolderKeys(copy, protections);
  return theirs.ok && theirs.value.committee.signingKey === keys.committee.signingKey;
}

/** One step after the other, each whole and durable; for whoever holds the folder's lock. @throws when the disk refuses. */
export function* recoverySteps(
  dir: string,
  keys: LaptopKeys,
  protection: Protection,
  now: Date,
  copies: readonly string[] = [],
): Generator<string, Recovery> {
  const file = databaseFile(dir);
  const mended = `${file}.baru`;
  const ends = openLogEnds(dir);
  const kept = ends.read();
  const confirmed = [...(kept?.heads ?? []), ...(kept?.awaited ?? []), ...confirmedEnds(dir, keys)];
  const images = writeWalImages(file);
  const built = buildDatabase([file, ...images, mended, ...copies], `${file}.bagian`, confirmed);
  removeWalImages(file);
  yield 'built';
  renameSync(`${file}.bagian`, mended);
  removeDatabase(mended, besideDatabase);
  syncFolder(dir);
  yield 'complete';
  const aside = makeKeptFolder(dir, now);
  for (const each of [keysFile(dir), ...endsFiles(dir)]) {
    if (existsSync(each)) copyFileSync(each, path.join(aside, path.basename(each)));
  }
  yield 'keys-kept';
  // The database first: without it nobody takes what is left for a whole folder.
  for (const suffix of ['', ...besideDatabase]) {
    if (existsSync(`${file}${suffix}`))
      renameSync(`${file}${suffix}`, path.join(aside, `${path.basename(file)}${suffix}`));
    yield `database-kept${suffix}`;
  }
  syncFolder(aside);
  syncFolder(dir);
  yield 'kept-durably';
  writeFolderKeys(dir, withNewLogs(keys), protection);
  yield 'new-logs';
  // What is lost is known now, and no damage any more; it goes on being awaited.
  ends.setAwaited(built.awaited);
  ends.write(built.heads);
  ends.close();
  yield 'ends';
  renameSync(mended, file);
  syncFolder(dir);
  return { entries: built.entries, awaited: built.lacks, kept: aside };
}

interface Built {
  readonly entries: number;
  readonly heads: readonly LogHead[];
  readonly awaited: readonly LogHead[];
  readonly lacks: readonly Lack[];
}

/** A new database with everything that the sources prove, on the disk whole; of the confirmed ends those that are lacking. */
function buildDatabase(sources: readonly string[], file: string, confirmed: readonly LogHead[]): Built {
  removeDatabase(file, ['', ...besideDatabase]);
  const saved = salvage(sources);
  const log = openSqliteLog(file);
  try {
    let entries = 0;
    for (const { log: id } of saved.heads()) {
      const read = saved.read(id, 0, { entries: limits.entriesPerLog, bytes: Number.MAX_SAFE_INTEGER });
      log.append(read);
      entries += read.length;
    }
    assert(log.settle(), 'nobody else has this file open');
    const awaited = missingEnds(log, confirmed);
    return { entries, heads: log.heads(), awaited, lacks: lacks(log, awaited) };
  } finally {
    log.close();
  }
}

function removeDatabase(file: string, suffixes: readonly string[]): void {
  for (const suffix of suffixes) rmSync(`${file}${suffix}`, { force: true });
}

/** `rusak-2026-11-22-0231`: when it was moved aside, by this laptop's clock; never one that is there already. */
function makeKeptFolder(dir: string, now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const name = path.join(dir, `rusak-${day}-${two(now.getHours())}${two(now.getMinutes())}`);
  for (let attempt = 1; ; attempt += 1) {
    const kept = attempt === 1 ? name : `${name}-${attempt}`;
    if (existsSync(kept)) continue;
    mkdirSync(kept, { mode: 0o700 });
    return kept;
  }
}
