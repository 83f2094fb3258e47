/** Pictures for the hall: kept beside the log, shown with a name and not before it, in every copy of the folder. */
import { base64 } from '@scure/base';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { backupFolder } from '../../electron/shell/desk.ts';
import { contestFileSchema } from '../../shared/domain/setup/contest-file.ts';
import { certificateBackground, contestantPicture, waitingPicture } from '../../shared/domain/hall-picture.ts';
import { present } from '../../shared/lib/assert.ts';
import { limits } from '../../shared/limits.ts';
import { inFolder, laptopWith, startLaptop, type Laptop } from '../support/shell-harness.ts';
import { groups, smallContest } from '../support/small-contest.ts';

const contest = contestFileSchema.parse({ ...smallContest, jurors: [{ id: 'j1', name: 'Juri 1 (contoh)' }] });
const winner = present(groups[0], 'the contest has groups').id;
const committee = { role: 'committee' } as const;
const opened = (laptop: Laptop) => present(laptop.shell.desk(), 'a contest is open');

/** The head of a JPEG of that size, a scan of nothing, and its end. */
function jpeg(width: number, height: number, mark = 0): string {
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  const frame = [0xff, 0xc0, 0, 11, 8, ...size, 1, 1, 0x11, 0];
  return base64.encode(Uint8Array.from([0xff, 0xd8, ...frame, 0xff, 0xda, 0, 4, 0, mark, 1, 2, 0xff, 0xd9]));
}

async function judged(folder: string): Promise<Laptop> {
  const laptop = await laptopWith(folder, contest);
  await laptop.value('set-pin', { session: committee, pin: '9999' });
  await laptop.value('add-local-seat', { seat: 'j1', pin: '1111' });
  await laptop.value('sign-in', { session: { role: 'seat', seat: 'j1' }, pin: '1111' });
  for (const [index, { id }] of groups.entries()) {
    await laptop.value('execute', { type: 'set-score', contestant: id, criterion: 'isi', value: String(90 - index) });
    await laptop.value('execute', { type: 'lock-sheet', contestant: id, stage: 'tahap' });
  }
  await laptop.value('sign-in', { session: committee, pin: '9999' });
  await laptop.value('execute', { type: 'confirm-announcement', category: 'kat' });
  return laptop;
}

test('[W10] a photo stands beside the name in its reveal, and its address is told with the name, not before', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    const kept = await laptop.value('put-hall-picture', { key: contestantPicture(winner), picture: jpeg(640, 480) });
    const hash = present(kept[contestantPicture(winner)], 'the picture is kept');
    expect(opened(laptop).pictures.read(hash)).not.toBeNull();
    laptop.projected.length = 0;
    await laptop.value('start-ceremony', { act: 'kat' });
    const next = async () => {
      laptop.clock.nowMs += limits.pressLockMs;
      await laptop.value('move-ceremony', { move: 'next' });
    };
    for (let press = 0; press < 5; press += 1) await next();
    expect(JSON.stringify(laptop.projected)).not.toContain(hash);
    expect(JSON.stringify(laptop.sent.filter(({ name }) => name === 'ceremony-changed'))).not.toContain(hash);
    await next();
    const view = laptop.projected.at(-1);
    expect(view?.type === 'reveal' && view.revealed.at(-1)?.contestants[0]?.photo).toBe(hash);
    await laptop.quit();
  }));

test('[W10] a photo put in the middle of an announcement does not make it another result', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    await laptop.value('start-ceremony', { act: 'kat' });
    await laptop.value('put-hall-picture', { key: contestantPicture(winner), picture: jpeg(10, 10) });
    laptop.clock.nowMs += limits.pressLockMs;
    expect(await laptop.ask('move-ceremony', { move: 'next' })).toMatchObject({ ok: true });
    await laptop.quit();
  }));

test('[W10] it stands while the group is on stage, and the waiting picture in place of the texts, over a restart', () =>
  inFolder(async (folder) => {
    const laptop = await laptopWith(folder, contest);
    await laptop.value('put-hall-picture', { key: contestantPicture(winner), picture: jpeg(640, 480, 1) });
    const kept = await laptop.value('put-hall-picture', { key: waitingPicture, picture: jpeg(1920, 1080, 2) });
    expect(laptop.projected.at(-1)).toMatchObject({ type: 'waiting', picture: kept[waitingPicture] });
    await laptop.value('execute', { type: 'show-stage', contestant: winner, stage: 'tahap' });
    await laptop.value('project-picture', { picture: 'on-stage' });
    expect(laptop.projected.at(-1)).toMatchObject({ now: { id: winner, photo: kept[contestantPicture(winner)] } });
    await laptop.quit();
    const again = startLaptop(folder);
    await again.shell.reopenLast();
    await again.value('sign-in', { session: committee });
    expect(await again.value('hall-pictures')).toEqual(kept);
    await again.quit();
  }));

test('[W10] another picture takes the place of the first, and one that is removed leaves nothing behind; no fact is written', () =>
  inFolder(async (folder) => {
    const laptop = await laptopWith(folder, contest);
    const facts = (await laptop.value('load-events')).length;
    const first = await laptop.value('put-hall-picture', { key: waitingPicture, picture: jpeg(20, 20, 1) });
    const second = await laptop.value('put-hall-picture', { key: waitingPicture, picture: jpeg(20, 20, 2) });
    expect(second[waitingPicture]).not.toBe(first[waitingPicture]);
    expect(opened(laptop).pictures.read(first[waitingPicture] ?? '')).toBeNull();
    expect(await laptop.value('remove-hall-picture', { key: waitingPicture })).toEqual({});
    expect(readdirSync(path.join(opened(laptop).contest.dir, 'gambar'))).toEqual([]);
    expect((await laptop.value('load-events')).length).toBe(facts);
    await laptop.quit();
  }));

test('[W10] what is no JPEG, too large, or for nobody is refused; who is not the committee has no say', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    for (const picture of [
      jpeg(limits.hallPictureSide + 1, 10),
      jpeg(0, 10),
      base64.encode(new Uint8Array(100)),
      '?',
    ]) {
      const answer = await laptop.ask('put-hall-picture', { key: waitingPicture, picture });
      expect(answer).toMatchObject({ ok: false, error: { type: 'no-picture' } });
    }
    for (const key of ['../tunggu', 'kelompok-', 'kelompok-A/B'] as const) {
      const answer = await laptop.ask('put-hall-picture', { key: key as typeof waitingPicture, picture: jpeg(2, 2) });
      expect(answer).toMatchObject({ ok: false, error: { type: 'invalid-input' } });
    }
    await laptop.value('sign-in', { session: { role: 'seat', seat: 'j1' }, pin: '1111' });
    expect(await laptop.ask('put-hall-picture', { key: waitingPicture, picture: jpeg(2, 2) })).toMatchObject({
      ok: false,
    });
    expect(await laptop.ask('hall-pictures')).toMatchObject({ ok: false });
    await laptop.quit();
  }));

test('[X29] the background of certificates may be as large as paper asks, stands behind them, and is copied with the folder', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    const put = (width: number) =>
      laptop.ask('put-hall-picture', { key: certificateBackground, picture: jpeg(width, 1000) });
    expect(await put(limits.backgroundSide + 1)).toMatchObject({ ok: false, error: { type: 'no-picture' } });
    expect(await put(limits.backgroundSide)).toMatchObject({ ok: true });
    const picture = jpeg(limits.backgroundSide, 1000);
    const draft = { text: 'PIAGAM bagi {nama}', top: 30 };
    const sample = await laptop.value('preview-print', { document: 'certificates', recipients: 'winners', draft });
    expect(sample.html.split('<div class="page ')).toHaveLength(2);
    expect(sample.html).toContain(picture);
    expect(sample.html).toContain('PIAGAM bagi');
    const all = await laptop.value('preview-print', { document: 'certificates', recipients: 'participants' });
    expect(all.html.split('<div class="page ')).toHaveLength(groups.length + 1);
    const { dir } = opened(laptop).contest;
    expect(readdirSync(path.join(dir, 'gambar')).filter((name) => name.startsWith('piagam.'))).toHaveLength(1);
    await laptop.quit();
  }));

test('[W10] the automatic copy has the pictures', () =>
  inFolder(async (folder) => {
    const laptop = await laptopWith(folder, contest);
    const { dir } = opened(laptop).contest;
    await laptop.value('put-hall-picture', { key: contestantPicture(winner), picture: jpeg(640, 480) });
    const copy = path.join(backupFolder(laptop.shell.ports.dataFolder, dir), 'gambar');
    await laptop.quit();
    expect(existsSync(copy) && readdirSync(copy)).toEqual(readdirSync(path.join(dir, 'gambar')));
  }));

test('[W10] [L11] a picture that cannot be read keeps no score out of the automatic copy', () =>
  inFolder(async (folder) => {
    const laptop = await laptopWith(folder, contest);
    const { dir } = opened(laptop).contest;
    await laptop.value('put-hall-picture', { key: contestantPicture(winner), picture: jpeg(640, 480) });
    await laptop.value('put-hall-picture', { key: waitingPicture, picture: jpeg(20, 20) });
    const pictures = path.join(dir, 'gambar');
    const [photo = '', waiting] = readdirSync(pictures).toSorted();
    rmSync(path.join(pictures, photo));
    mkdirSync(path.join(pictures, photo));
    await laptop.quit();
    const copy = backupFolder(laptop.shell.ports.dataFolder, dir);
    expect(existsSync(path.join(copy, 'contest.sqlite'))).toBe(true);
    expect(readdirSync(path.join(copy, 'gambar'))).toEqual([waiting]);
  }));

test('[W10] a folder whose pictures cannot be read opens all the same, without them', () =>
  inFolder(async (folder) => {
    const laptop = await laptopWith(folder, contest);
    const { dir } = opened(laptop).contest;
    await laptop.quit();
    writeFileSync(path.join(dir, 'gambar'), '');
    const again = startLaptop(folder);
    await again.shell.reopenLast();
    await again.value('sign-in', { session: committee });
    expect(await again.value('hall-pictures')).toEqual({});
    const put = await again.ask('put-hall-picture', { key: waitingPicture, picture: jpeg(2, 2) });
    expect(put).toMatchObject({ ok: false, error: { type: 'disk-refused' } });
    await again.quit();
    expect(existsSync(path.join(backupFolder(again.shell.ports.dataFolder, dir), 'contest.sqlite'))).toBe(true);
  }));
