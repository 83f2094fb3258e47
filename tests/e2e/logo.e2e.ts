/** [X22] A large picture of another program becomes the letterhead's logo: drawn smaller by the window, saved, printed. */
import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { limits } from '../../shared/limits.ts';
import { readPicture } from '../../shared/lib/picture.ts';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { see } from '../support/see.ts';
import { ask, chooseInDialogs, createSmallContest, openApplication, value } from '../support/shell-window.ts';

test('[X22] a logo of megabytes is drawn smaller, kept, and printed beside the letterhead', async () => {
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await createSmallContest(page, folder);
    await page.getByRole('link', { name: 'Rubrik & aturan' }).click();
    await page.getByLabel('Kop surat', { exact: true }).fill('PEMERINTAH KABUPATEN CONTOH\nSEKRETARIAT DAERAH');
    const file = path.join(folder, 'lambang daerah.png');
    const drawn = largePng(2400, 3000);
    expect(drawn.length).toBeGreaterThan(limits.logoBytes);
    writeFileSync(file, drawn);
    await page.locator('input[type="file"]').setInputFiles(file);
    await expect(page.getByRole('img', { name: /^Logo kop surat, \d+ x \d+ titik$/ })).toBeVisible();
    await page.getByRole('button', { name: 'Hapus logo' }).scrollIntoViewIfNeeded();
    await see(page, 'kop-logo');
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    const kept = async () => {
      const events = await value(page, 'load-events');
      const changed = events.findLast(({ event }) => event.type === 'info-changed')?.event;
      return changed?.type === 'info-changed' ? (changed.contest.logo ?? '') : '';
    };
    await expect.poll(kept).not.toBe('');
    const picture = readPicture(await kept());
    expect(picture).toMatchObject({ ok: true, value: { type: 'png' } });
    if (picture.ok) {
      expect(picture.value.bytes.length).toBeLessThanOrEqual(limits.logoBytes);
      expect(picture.value.width / picture.value.height).toBeCloseTo(0.8, 2);
    }
    const pdf = path.join(folder, 'rekap.pdf');
    await chooseInDialogs(application, pdf);
    expect(await ask(page, 'print-recap', { toPdf: true })).toMatchObject({ ok: true });
    const images = spawnSync('pdfimages', ['-list', pdf]).stdout.toString();
    expect(images.split('\n').filter((line) => / (image|smask) /.test(line)).length).toBeGreaterThan(0);
    spawnSync('pdftoppm', ['-r', '60', '-png', pdf, path.resolve('screenshots/kop-cetak')]);
    await application.close();
  });
});

/** A shield with a little noise, as a scanner leaves it. */
function largePng(width: number, height: number): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (width * 3 + 1) + 1 + x * 3;
      const isInside = Math.abs(x - width / 2) < (width / 2) * (y < height / 2 ? 1 : 2 - (2 * y) / height);
      const noise = (x * 7 + y * 13) % 5;
      rows.set(isInside ? [180 + noise, 20, 30] : [255, 255, 255], at);
    }
  }
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
