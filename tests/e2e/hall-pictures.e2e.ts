/** [W10] A group's photo and the event's own waiting picture, from the file that a person chooses to the projector's window. */
import { expect, test } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';
import { limits } from '../../shared/limits.ts';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { see } from '../support/see.ts';
import { createSmallContest, openApplication, projectorOf, value } from '../support/shell-window.ts';
import { groups } from '../support/small-contest.ts';

test('[W10] a photo is drawn small and shown with the group, a damaged file is refused by name, the waiting picture fills the screen', async () => {
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await createSmallContest(page, folder);
    const [first] = groups;
    const photo = path.join(folder, 'foto regu.png');
    writeFileSync(photo, png(2400, 1800));
    const damaged = path.join(folder, 'rusak.png');
    writeFileSync(damaged, png(40, 30).subarray(0, 60));

    await page.getByRole('link', { name: 'Urutan tampil' }).click();
    await page
      .getByRole('button', { name: new RegExp(`Ubah.*Kelompok ${first?.id}`, 'i') })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[type="file"]').setInputFiles(damaged);
    await expect(dialog.getByText(/rusak\.png rusak atau bukan gambar/)).toBeVisible();
    await dialog.locator('input[type="file"]').setInputFiles(photo);
    const shown = dialog.getByRole('img', { name: 'Foto atau logo kelompok' });
    await expect(shown).toBeVisible();
    const size = () =>
      shown.evaluate((each) => (each instanceof HTMLImageElement ? [each.naturalWidth, each.naturalHeight] : []));
    await expect.poll(size).toEqual([limits.hallPictureSide, (limits.hallPictureSide * 3) / 4]);
    await see(page, 'urutan-foto');
    await page.keyboard.press('Escape');

    await value(page, 'open-projector', {});
    const projector = await projectorOf(application);
    const drawnIn = (selector: string) =>
      projector
        .locator(selector)
        .evaluate((each) => each instanceof HTMLImageElement && each.complete && each.naturalWidth > 0);
    await value(page, 'execute', { type: 'show-stage', contestant: first?.id ?? '', stage: 'tahap' });
    await value(page, 'project-picture', { picture: 'on-stage' });
    await expect.poll(() => drawnIn('.now .photo')).toBe(true);

    await page.getByRole('link', { name: 'Pengumuman' }).click();
    await page.getByRole('button', { name: 'Gambar tunggu', exact: true }).click();
    await expect(projector.getByRole('heading')).toBeVisible();
    await page.locator('input[type="file"]').setInputFiles(photo);
    await expect.poll(() => drawnIn('.waiting-picture')).toBe(true);
    await page.getByRole('button', { name: 'Hapus gambar' }).click();
    await expect(projector.getByRole('heading')).toBeVisible();
    await application.close();
  });
});

/** Stripes. */
function png(width: number, height: number): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows.set([x % 256, y % 256, 90], y * (width * 3 + 1) + 1 + x * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
