/** [C13] The draw, from the order's page to the projector's window: number by number, then the list; nothing rolls where little motion is wanted. */
import { expect, test } from '@playwright/test';
import path from 'node:path';
import { nextStep } from '../support/announce.ts';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { see } from '../support/see.ts';
import { smallTexts } from '../support/small-texts.ts';
import { createSmallContest, openApplication, projectorOf, value } from '../support/shell-window.ts';

test('[C13] the draw is recorded, then shown in the hall number by number and as a list', async () => {
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await createSmallContest(page, folder);
    await value(page, 'open-projector', {});
    const projector = await projectorOf(application);
    await projector.setViewportSize({ width: 1366, height: 768 });
    await page.getByRole('link', { name: 'Urutan tampil' }).click();
    await expect(page.getByRole('button', { name: 'Tayangkan undian' })).toBeHidden();
    await page.getByRole('button', { name: 'Undian…' }).click();
    await page.getByRole('button', { name: 'Undi sekarang' }).click();
    await page.getByRole('button', { name: 'Tayangkan undian' }).click();
    await expect(page.getByRole('heading', { name: 'Undian nomor urut tampil' })).toBeVisible();
    await expect(projector.getByRole('heading', { name: 'Undian nomor urut tampil' })).toBeVisible();

    const events = await value(page, 'load-events');
    const drawn = events.findLast(({ event }) => event.type === 'lots-drawn')?.event;
    const first = drawn?.type === 'lots-drawn' ? drawn.numbers.find(({ number }) => number === 1)?.contestant : '';
    await nextStep(page);
    await expect(projector.locator('.place-label')).toHaveText('Nomor urut 1');
    const rolling = projector.locator('.rolling');
    const before = (await rolling.textContent()) ?? '';
    await expect(rolling).not.toHaveText(before);
    await projector.emulateMedia({ reducedMotion: 'reduce' });
    await expect.poll(() => smallTexts(projector)).toEqual([]);
    await see(page, 'undian-nomor-bergulir');
    await nextStep(page);
    await expect(projector.locator('.place .name')).toHaveText(`Kelompok ${first}`);
    await nextStep(page);
    await expect(rolling).toHaveText('…');
    await page.getByRole('button', { name: 'Tampilkan semua nomor sekaligus' }).click();
    await expect(projector.locator('.drawn-list li')).toHaveCount(4);
    await expect(projector.locator('.drawn-list li').first()).toContainText(`Kelompok ${first}`);
    await expect.poll(() => smallTexts(projector)).toEqual([]);
    await see(page, 'undian-daftar');
    await page.getByRole('button', { name: 'Akhiri penayangan' }).click();
    await expect(projector.locator('main')).toHaveAttribute('data-view', 'waiting');
    await application.close();
  });
});
