/**
 * Pictures for the hall (rule W10): the waiting picture, and photos or logos of groups. Files of the committee's folder beside the log,
 * named by what they belong to and by the hash of their bytes; in every copy of the folder, on no other laptop. A window fetches one
 * by that hash, which it cannot know before it is told.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { hallPictureName, isHallPictureKey, type HallPictureKey } from '../../shared/domain/hall-picture.ts';
import { groupBy } from '../../shared/lib/order.ts';
import { syncFile, syncFolder, unfinished, writeAtomically } from '../adapters/files/json-file.ts';

export interface HallPictures {
  /** The hash of each one there is. */
  readonly all: () => ReadonlyMap<HallPictureKey, string>;
  /** The bytes of the one with that hash; null: none has it, or its file cannot be read. */
  readonly read: (hash: string) => Buffer | null;
  /** In the place of an earlier one. @throws when the disk refuses. */
  readonly put: (key: HallPictureKey, jpeg: Uint8Array) => void;
  readonly remove: (key: HallPictureKey) => void;
}

const folderName = 'gambar';

export function openHallPictures(contestFolder: string): HallPictures {
  const folder = path.join(contestFolder, folderName);
  tidy(folder);
  let known = filesIn(folder);
  return { all, read, put, remove };

  function all(): ReadonlyMap<HallPictureKey, string> {
    return new Map(known.map(({ key, hash }) => [key, hash]));
  }

  function read(hash: string): Buffer | null {
    const file = known.find((each) => each.hash === hash);
    if (file === undefined) return null;
    try {
      return readFileSync(path.join(folder, file.name));
    } catch {
      return null;
    }
  }

  function put(key: HallPictureKey, jpeg: Uint8Array): void {
    const hash = hashOf(jpeg);
    const earlier = known.filter((each) => each.key === key && each.hash !== hash);
    writeAtomically(path.join(folder, hallPictureName(key, hash)), jpeg);
    for (const { name } of earlier) rmSync(path.join(folder, name), { force: true });
    known = filesIn(folder);
  }

  function remove(key: HallPictureKey): void {
    for (const each of known) if (each.key === key) rmSync(path.join(folder, each.name), { force: true });
    known = filesIn(folder);
  }
}

/**
 * Into a copy of the folder: what the copy `before` has not whole, by the hash of its bytes. A picture that cannot be read or written is
 * left out: the copy of the scores does not depend on it.
 */
export async function copyHallPictures(from: string, to: string, before: string): Promise<void> {
  const files = filesIn(path.join(from, folderName));
  if (files.length === 0) return;
  const target = path.join(to, folderName);
  mkdirSync(target, { recursive: true });
  for (const { name, hash } of files) {
    if (await hasBytes(path.join(before, folderName, name), hash)) continue;
    const copy = path.join(target, name);
    try {
      copyFileSync(path.join(from, folderName, name), copy);
      syncFile(copy);
    } catch {
      rmSync(copy, { force: true });
    }
  }
  syncFolder(target);
}

/** What the copy before had and this one wants moves over. */
export function takeHallPictures(contestFolder: string, before: string, copy: string): void {
  const wanted = filesIn(path.join(contestFolder, folderName));
  const [source, target] = [path.join(before, folderName), path.join(copy, folderName)];
  for (const { name } of wanted) {
    if (!existsSync(path.join(source, name)) || existsSync(path.join(target, name))) continue;
    try {
      mkdirSync(target, { recursive: true });
      renameSync(path.join(source, name), path.join(target, name));
    } catch {
      // It is copied anew from the contest; the copy of the scores does not wait for it.
      continue;
    }
  }
  if (existsSync(target)) syncFolder(target);
}

async function hasBytes(file: string, hash: string): Promise<boolean> {
  try {
    return hashOf(await readFile(file)) === hash;
  } catch {
    return false;
  }
}

interface PictureFile {
  readonly name: string;
  readonly key: HallPictureKey;
  readonly hash: string;
}

/** Half-written files of a change that a crash cut short, and pictures that another one took the place of. */
function tidy(folder: string): void {
  const kept = new Map(filesIn(folder).map(({ key, name }) => [key, name]));
  const isLeft = (name: string) => {
    const picture = pictureOf(name);
    if (picture === null) return name.endsWith(unfinished);
    return kept.has(picture.key) && kept.get(picture.key) !== name;
  };
  try {
    for (const name of namesIn(folder).filter(isLeft)) rmSync(path.join(folder, name), { force: true });
  } catch {
    // A folder that takes no changes is read all the same.
  }
}

/** One for each key; none where the folder is missing or cannot be read: a contest opens without its pictures. */
function filesIn(folder: string): readonly PictureFile[] {
  const files = namesIn(folder).flatMap((name) => pictureOf(name) ?? []);
  return [...groupBy(files, ({ key }) => key).values()].flatMap((same) => latestOf(folder, same) ?? []);
}

/** A crash in the middle of a change leaves the earlier picture beside the new one: the later of those that are whole. */
function latestOf(folder: string, same: readonly PictureFile[]): PictureFile | undefined {
  if (same.length === 1) return same[0];
  const whole = same.flatMap((file) => {
    try {
      const at = path.join(folder, file.name);
      return hashOf(readFileSync(at)) === file.hash ? [{ file, writtenMs: statSync(at).mtimeMs }] : [];
    } catch {
      return [];
    }
  });
  return whole.toSorted((a, b) => b.writtenMs - a.writtenMs)[0]?.file;
}

function pictureOf(name: string): PictureFile | null {
  const [key, hash, type, more] = name.split('.');
  const isOurs = type === 'jpg' && more === undefined && key !== undefined && /^[0-9a-f]{32}$/.test(hash ?? '');
  return isOurs && hash !== undefined && isHallPictureKey(key) ? { name, key, hash } : null;
}

function hashOf(jpeg: Uint8Array): string {
  return createHash('sha256').update(jpeg).digest('hex').slice(0, 32);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
