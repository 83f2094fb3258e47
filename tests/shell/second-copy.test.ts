/** [W13] The second automatic copy: in a folder that the committee chose, away and back again, never where it would be lost too. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { base64 } from '@scure/base';
import { expect, test, vi } from 'vitest';
import { backupFolder, copiesOf } from '../../electron/shell/desk.ts';
import { contestFileSchema } from '../../shared/domain/setup/contest-file.ts';
import { contestantPicture, waitingPicture } from '../../shared/domain/hall-picture.ts';
import { present } from '../../shared/lib/assert.ts';
import { inFolder, laptopWith, startLaptop, type Laptop } from '../support/shell-harness.ts';
import { groups, smallContest } from '../support/small-contest.ts';

const contest = contestFileSchema.parse({ ...smallContest, jurors: [{ id: 'j1', name: 'Juri 1 (contoh)' }] });
const [first, next] = [present(groups[0], 'a group').id, present(groups[1], 'a second group').id];
const opened = (laptop: Laptop) => present(laptop.shell.desk(), 'a contest is open');
const second = async (laptop: Laptop) => (await laptop.value('save-status')).backupFolders?.second ?? null;
const show = (laptop: Laptop, contestant: string) =>
  laptop.value('execute', { type: 'show-stage', contestant, stage: 'tahap' });

async function withStick(folder: string): Promise<{ readonly laptop: Laptop; readonly stick: string }> {
  const laptop = await laptopWith(folder, contest);
  const stick = path.join(folder, 'FLASHDISK');
  mkdirSync(stick);
  laptop.chosen.folder = stick;
  return { laptop, stick };
}

test('[W13] the chosen place has a whole copy at once, kept up to date, that opens like the folder', () =>
  inFolder(async (folder) => {
    const { laptop, stick } = await withStick(folder);
    expect(await second(laptop)).toBeNull();
    expect(await laptop.value('choose-copy-place')).toEqual({ path: stick });
    expect(await second(laptop)).toMatchObject({ place: stick, problem: null, lastAtMs: expect.any(Number) });
    await show(laptop, first);
    await laptop.quit();
    const again = startLaptop(folder);
    await again.shell.reopenLast();
    expect(await second(again)).toMatchObject({ place: stick, problem: null });
    again.chosen.folder = present(await second(again), 'it is remembered').copy;
    await again.value('open-folder', {});
    expect(opened(again).contest.contest().shown?.contestant).toBe(first);
    await again.quit();
  }));

test('[W13] a stick that is away is said and waited for, nothing is made in its place, and it is written when it is back', () =>
  inFolder(async (folder) => {
    const { laptop, stick } = await withStick(folder);
    await laptop.value('choose-copy-place');
    const { copy } = present(await second(laptop), 'it was chosen');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      renameSync(stick, `${stick} dicabut`);
      await show(laptop, first);
      await vi.advanceTimersByTimeAsync(60_000);
      vi.useRealTimers();
      await expect.poll(async () => (await second(laptop))?.problem).toBe('away');
      expect(existsSync(stick)).toBe(false);
    } finally {
      vi.useRealTimers();
    }
    // What was written before is whole on the stick, and the automatic copy is written all the same.
    expect(readdirSync(`${stick} dicabut`)).toEqual([path.basename(copy)]);
    renameSync(`${stick} dicabut`, stick);
    await laptop.quit();
    const again = startLaptop(folder);
    again.chosen.folder = copy;
    await again.value('open-folder', {});
    expect(opened(again).contest.contest().shown?.contestant).toBe(first);
    await again.quit();
  }));

test.each([
  ['an empty folder', () => undefined],
  ['a stick with other things', (stick: string) => writeFileSync(path.join(stick, 'surat.docx'), 'surat')],
])(
  '[W13] where this contest’s copy is not, as in %s, nothing is written until the place is chosen again',
  (_what, lay) =>
    inFolder(async (folder) => {
      const { laptop, stick } = await withStick(folder);
      await laptop.value('choose-copy-place');
      await laptop.quit();
      renameSync(stick, `${stick} dicabut`);
      mkdirSync(stick);
      lay(stick);
      const there = readdirSync(stick);
      const again = startLaptop(folder);
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      try {
        await again.shell.reopenLast();
        await vi.advanceTimersByTimeAsync(60_000);
      } finally {
        vi.useRealTimers();
      }
      await expect.poll(async () => (await second(again))?.problem).toBe('another');
      expect(readdirSync(stick)).toEqual(there);
      again.chosen.folder = stick;
      await again.value('choose-copy-place');
      const { copy, problem } = present(await second(again), 'it was chosen again');
      expect(problem).toBeNull();
      expect(readdirSync(stick).toSorted()).toEqual([...there, path.basename(copy)].toSorted());
      await again.quit();
    }),
);

test('[W13] another contest’s copy of the same name is not written over', () =>
  inFolder(async (folder) => {
    const { laptop, stick } = await withStick(folder);
    await laptop.value('choose-copy-place');
    const { copy } = present(await second(laptop), 'it was chosen');
    const { dir } = opened(laptop).contest;
    await laptop.quit();
    const keys = () => readFileSync(path.join(copy, 'keys.json'));
    const before = keys();
    for (const each of [dir, path.join(folder, 'data')]) rmSync(each, { recursive: true });
    const other = await laptopWith(folder, contest);
    expect(opened(other).contest.dir).toBe(dir);
    other.chosen.folder = stick;
    expect(await other.ask('choose-copy-place')).toMatchObject({
      ok: false,
      error: { type: 'disk', message: expect.stringMatching(/salinan lomba lain/) },
    });
    expect(keys()).toEqual(before);
    expect(await second(other)).toBeNull();
    await other.quit();
  }));

test('[W13] a power cut while the copy took its name does not make its place another one', () =>
  inFolder(async (folder) => {
    const { laptop, stick } = await withStick(folder);
    await laptop.value('choose-copy-place');
    const { copy } = present(await second(laptop), 'it was chosen');
    await laptop.quit();
    renameSync(copy, `${copy}.lama`);
    const again = startLaptop(folder);
    await again.shell.reopenLast();
    await show(again, first);
    await again.quit();
    expect(readdirSync(stick)).toEqual([path.basename(copy)]);
  }));

test('[L17] [W13] a contest that was moved goes on with its second copy', () =>
  inFolder(async (folder) => {
    const { laptop, stick } = await withStick(folder);
    await laptop.value('choose-copy-place');
    const { copy } = present(await second(laptop), 'it was chosen');
    const { dir } = opened(laptop).contest;
    await laptop.value('close-folder');
    const synced = path.join(folder, 'OneDrive', path.basename(dir));
    mkdirSync(path.dirname(synced));
    renameSync(dir, synced);
    renameSync(copy, path.join(stick, path.basename(backupFolder('', synced))));
    laptop.chosen.folder = synced;
    await laptop.value('open-folder', {});
    const before = present(await second(laptop), 'it is remembered').copy;
    await laptop.value('close-folder');
    await laptop.value('move-folder', { path: synced });
    laptop.chosen.folder = dir;
    await laptop.value('open-folder', {});
    expect(opened(laptop).contest.dir).toBe(dir);
    expect(await second(laptop)).toMatchObject({ copy: before });
    await show(laptop, first);
    await laptop.quit();
    expect(readdirSync(stick)).toEqual([path.basename(before)]);
    const again = startLaptop(folder);
    again.chosen.folder = before;
    await again.value('open-folder', {});
    expect(opened(again).contest.contest().shown?.contestant).toBe(first);
    await again.quit();
  }));

test('[W13] a place in the contest’s folder, in a copy, or through a link into them is refused; so is that of the automatic copy', () =>
  inFolder(async (folder) => {
    const { laptop, stick } = await withStick(folder);
    const { dir } = opened(laptop).contest;
    const inside = path.join(dir, 'salinan');
    mkdirSync(inside);
    const link = path.join(folder, 'pintasan');
    symlinkSync(inside, link);
    for (const place of [dir, inside, link]) {
      laptop.chosen.folder = place;
      expect(await laptop.ask('choose-copy-place')).toMatchObject({ ok: false, error: { type: 'inside-contest' } });
    }
    laptop.chosen.folder = stick;
    await laptop.value('choose-copy-place');
    laptop.chosen.folder = present(await second(laptop), 'it was chosen').copy;
    expect(await laptop.ask('choose-copy-place')).toMatchObject({ ok: false, error: { type: 'inside-contest' } });
    laptop.chosen.folder = path.dirname(backupFolder(laptop.shell.ports.dataFolder, dir));
    expect(await laptop.ask('choose-copy-place')).toMatchObject({ ok: false, error: { type: 'same-copy' } });
    // What was chosen before stays.
    expect(await second(laptop)).toMatchObject({ place: stick, problem: null });
    laptop.chosen.folder = null;
    expect(await laptop.value('choose-copy-place')).toEqual({ path: null });
    expect(await second(laptop)).toMatchObject({ place: stick });
    await laptop.quit();
  }));

test('[W13] a place that is not there, may not be written or has too long a path is refused by name, and not kept', () =>
  inFolder(async (folder) => {
    const { laptop, stick } = await withStick(folder);
    const locked = path.join(folder, 'terkunci');
    writeFileSync(locked, '');
    const long = path.join(folder, ...Array.from({ length: 17 }, () => 'x'.repeat(230)));
    for (const [place, says] of [
      [path.join(folder, 'tidak-ada'), /tidak ada/],
      [locked, /tidak boleh menulis/],
      [long, /tidak ada|terlalu panjang/],
    ] as const) {
      laptop.chosen.folder = place;
      const refused = await laptop.ask('choose-copy-place');
      expect(refused).toMatchObject({ ok: false, error: { type: 'disk', message: expect.stringMatching(says) } });
    }
    if (process.getuid?.() !== 0) {
      chmodSync(stick, 0o500);
      laptop.chosen.folder = stick;
      expect(await laptop.ask('choose-copy-place')).toMatchObject({ ok: false, error: { type: 'disk' } });
      chmodSync(stick, 0o700);
    }
    expect(await second(laptop)).toBeNull();
    await laptop.quit();
  }));

test('[W13] stopping it leaves what was written, and writes no more', () =>
  inFolder(async (folder) => {
    const { laptop, stick } = await withStick(folder);
    await laptop.value('choose-copy-place');
    const { copy } = present(await second(laptop), 'it was chosen');
    await laptop.value('forget-copy-place');
    expect(await second(laptop)).toBeNull();
    await show(laptop, first);
    await laptop.quit();
    const again = startLaptop(folder);
    again.chosen.folder = copy;
    await again.value('open-folder', {});
    expect(opened(again).contest.contest().shown).toBeNull();
    expect(readdirSync(stick)).toEqual([path.basename(copy)]);
    await again.quit();
  }));

test('[L11] [W13] a damaged folder takes over what the second copy holds too', () =>
  inFolder(async (folder) => {
    const { laptop, stick } = await withStick(folder);
    await laptop.value('choose-copy-place');
    await show(laptop, first);
    const { dir } = opened(laptop).contest;
    await laptop.quit();
    expect(copiesOf(laptop.shell.ports.dataFolder, dir)).toHaveLength(2);
    rmSync(backupFolder(laptop.shell.ports.dataFolder, dir), { recursive: true });
    for (const name of readdirSync(dir)) if (name.startsWith('contest.sqlite')) rmSync(path.join(dir, name));
    const again = startLaptop(folder);
    await again.shell.reopenLast();
    await again.value('recover-folder');
    expect(opened(again).contest.contest().shown?.contestant).toBe(first);
    expect(existsSync(stick)).toBe(true);
    await again.quit();
  }));

test('[W10] [W13] a picture that a copy has whole is not copied again, and one with other bytes is', () =>
  inFolder(async (folder) => {
    const { laptop } = await withStick(folder);
    const jpeg = (mark: number) => base64.encode(smallJpeg(mark));
    await laptop.value('put-hall-picture', { key: contestantPicture(first), picture: jpeg(1) });
    await laptop.value('put-hall-picture', { key: contestantPicture(next), picture: jpeg(2) });
    await laptop.value('choose-copy-place');
    const pictures = path.join(present(await second(laptop), 'it was chosen').copy, 'gambar');
    const files = () => readdirSync(pictures).toSorted();
    const ids = () => new Map(files().map((name) => [name, statSync(path.join(pictures, name)).ino]));
    const before = ids();
    expect(before.size).toBe(2);
    const [torn = '', kept = ''] = files();
    writeFileSync(path.join(pictures, torn), Buffer.alloc(statSync(path.join(pictures, torn)).size));
    await laptop.value('put-hall-picture', { key: waitingPicture, picture: jpeg(3) });
    await laptop.value('remove-hall-picture', { key: waitingPicture });
    await laptop.value('choose-copy-place');
    expect(files()).toEqual([torn, kept]);
    expect(ids().get(kept)).toBe(before.get(kept));
    expect(ids().get(torn)).not.toBe(before.get(torn));
    const own = path.join(opened(laptop).contest.dir, 'gambar', torn);
    expect(readFileSync(path.join(pictures, torn))).toEqual(readFileSync(own));
    await laptop.quit();
  }));

function smallJpeg(mark: number): Uint8Array {
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 20, 0, 20, 1, 1, 0x11, 0];
  return Uint8Array.from([0xff, 0xd8, ...frame, 0xff, 0xda, 0, 4, 0, mark, 1, 2, 0xff, 0xd9]);
}
