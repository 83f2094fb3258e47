/** [W10] What a crash in the middle of another picture leaves behind, mended when the folder is opened again. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { copyHallPictures, openHallPictures, takeHallPictures } from '../../electron/contest/hall-pictures.ts';
import { contestantPicture, waitingPicture } from '../../shared/domain/hall-picture.ts';
import { inFolder } from '../support/shell-harness.ts';

const photo = contestantPicture('A01');
const earlier = Buffer.from('gambar lama');
const later = Buffer.from('gambar baru');

function shownIn(folder: string, key = waitingPicture): string | undefined {
  const pictures = openHallPictures(folder);
  const hash = pictures.all().get(key);
  return hash === undefined ? undefined : pictures.read(hash)?.toString();
}

const filesIn = (folder: string) => readdirSync(path.join(folder, 'gambar')).toSorted();

/** Both files lie there, as after a crash between the two writes; the first is so many seconds older. Returns their names. */
function layBoth(folder: string, secondsOlder: number): { readonly old: string; readonly fresh: string } {
  openHallPictures(folder).put(waitingPicture, earlier);
  const [old = ''] = filesIn(folder);
  openHallPictures(folder).put(waitingPicture, later);
  const [fresh = ''] = filesIn(folder);
  writeFileSync(path.join(folder, 'gambar', old), earlier);
  const writtenS = Date.now() / 1000;
  utimesSync(path.join(folder, 'gambar', old), writtenS, writtenS - secondsOlder);
  utimesSync(path.join(folder, 'gambar', fresh), writtenS, writtenS);
  return { old, fresh };
}

test.each([
  ['the later file', 9, 'gambar baru'],
  ['whatever its name', -9, 'gambar lama'],
])('[W10] of two files for one place %s stands, and the other is tidied away', (_which, secondsOlder, shown) =>
  inFolder(async (folder) => {
    const { old, fresh } = layBoth(folder, secondsOlder);
    openHallPictures(folder).put(photo, later);
    const [other = ''] = filesIn(folder).filter((name) => name.startsWith('kelompok'));
    expect(shownIn(folder)).toBe(shown);
    expect(filesIn(folder)).toEqual([other, secondsOlder > 0 ? fresh : old].toSorted());
  }),
);

test('[W10] a later file that is not whole does not take the place of the earlier one', () =>
  inFolder(async (folder) => {
    const { old, fresh } = layBoth(folder, 9);
    writeFileSync(path.join(folder, 'gambar', fresh), later.subarray(0, 5));
    expect(shownIn(folder)).toBe('gambar lama');
    expect(filesIn(folder)).toEqual([old]);
  }));

test('[W10] a copy of the folder has one picture for each place', () =>
  inFolder(async (folder) => {
    const { fresh } = layBoth(folder, 9);
    await copyHallPictures(folder, path.join(folder, 'salinan'), path.join(folder, 'sebelumnya'));
    expect(filesIn(path.join(folder, 'salinan'))).toEqual([fresh]);
  }));

test('[W10] pictures of a copy that cannot be taken over stop nothing: they are copied anew', () =>
  inFolder(async (folder) => {
    const [before, copy] = ['lama', 'salinan'].map((name) => path.join(folder, name));
    if (before === undefined || copy === undefined) throw new Error('two folders');
    openHallPictures(folder).put(waitingPicture, later);
    openHallPictures(before).put(waitingPicture, later);
    mkdirSync(copy);
    writeFileSync(path.join(copy, 'gambar'), 'bukan folder');
    expect(() => takeHallPictures(folder, before, copy)).not.toThrow();
    expect(filesIn(before)).toEqual(filesIn(folder));
    rmSync(path.join(copy, 'gambar'));
    takeHallPictures(folder, before, copy);
    expect(filesIn(copy)).toEqual(filesIn(folder));
  }));

test('[W10] killed before any write of a change, the folder has the one picture or the other, whole and alone', async () => {
  const shown: (string | undefined)[] = [];
  for (let count = 1, isOver = false; !isOver; count += 1) {
    await inFolder(async (folder) => {
      openHallPictures(folder).put(waitingPicture, earlier);
      const child = path.resolve('tests/support/put-picture-and-die.ts');
      const { signal, status, stderr } = spawnSync(process.execPath, [child, folder, String(count), later.toString()]);
      isOver = signal === null;
      if (isOver) expect([status, stderr.toString()]).toEqual([0, '']);
      shown.push(shownIn(folder));
      expect(filesIn(folder)).toHaveLength(1);
    });
  }
  const before = shown.indexOf(later.toString());
  expect(before).toBeGreaterThan(2);
  expect(shown.slice(0, before).every((each) => each === earlier.toString())).toBe(true);
  expect(shown.slice(before).every((each) => each === later.toString())).toBe(true);
}, 60_000);
