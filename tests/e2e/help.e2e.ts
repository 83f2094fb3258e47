/** The helps of the real application by keyboard alone: guide, keys, search, settings, and the paper before it is printed. */
import { expect, test } from '@playwright/test';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { see } from '../support/see.ts';
import { openApplication, value } from '../support/shell-window.ts';

test('F1, ?, Ctrl+K, Ctrl+comma and the print preview, before a contest and in it', async () => {
  test.setTimeout(180_000);
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await page.setViewportSize({ width: 1366, height: 690 });
    const dialog = page.getByRole('dialog');

    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.keyboard.press('Control+,');
    await expect(dialog.getByRole('heading', { name: 'Pengaturan' })).toBeVisible();
    await see(page, 'bantuan-pengaturan');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.keyboard.press('F1');
    await expect(dialog.getByRole('heading', { name: 'Layar pertama' })).toBeInViewport();
    // Pictures are files of ours, which the policy lets through.
    const picture = dialog.getByRole('img', { name: 'Layar pertama dengan empat tombol besar' });
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(500);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    await value(page, 'create-contest', { source: { kind: 'sample' }, name: 'Gelar (contoh)' });
    await value(page, 'sign-in', { session: { role: 'committee' } });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(page.getByPlaceholder(/^Cari layar/)).toBeFocused();
    await page.keyboard.type('dokumen');
    await expect(dialog.getByText('Impor', { exact: true })).toBeHidden();
    await see(page, 'bantuan-cari');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Dokumen' })).toBeVisible();

    await page.keyboard.press('F1');
    await expect(dialog.getByRole('heading', { name: 'Dokumen' })).toBeInViewport();
    await see(page, 'bantuan-panduan');
    await dialog.getByRole('searchbox').fill('lupa pin');
    await expect(dialog.getByText('bagian ditemukan')).toBeVisible();
    await see(page, 'bantuan-panduan-cari');
    await page.keyboard.press('Tab');
    await expect(dialog.getByRole('button', { name: /^Lupa PIN/ })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    // In the smallest window with the largest text: one column, from the heading on, nothing cut off.
    await page.setViewportSize({ width: 1024, height: 640 });
    await page.evaluate(() => document.documentElement.style.setProperty('--gj-text', '2'));
    await page.keyboard.press('F1');
    await expect(dialog.getByRole('heading', { name: 'Dokumen' })).toBeInViewport();
    await see(page, 'bantuan-panduan-besar');
    const cut = dialog
      .locator('*')
      .evaluateAll((all) =>
        all
          .filter((each) => getComputedStyle(each).overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 2)
          .map((each) => each.className),
      );
    expect(await cut).toEqual([]);
    await page.evaluate(() => document.documentElement.style.removeProperty('--gj-text'));
    await page.setViewportSize({ width: 1366, height: 690 });
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.keyboard.press('?');
    await expect(dialog.getByRole('heading', { name: 'Tombol papan ketik' })).toBeVisible();
    await see(page, 'bantuan-tombol');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    const print = page.getByRole('button', { name: 'Cetak…' });
    await print.focus();
    await page.keyboard.press('Enter');
    const paper = page.frameLocator('iframe[title="Isi kertas: Rekap di atas kertas"]');
    await expect(paper.getByText('REKAPITULASI NILAI').first()).toBeVisible();
    // Its own styles are let through; nothing in it may run.
    const sheet = paper.locator('section').first();
    await expect
      .poll(() => sheet.evaluate((each) => getComputedStyle(each).backgroundColor))
      .toBe('rgb(255, 255, 255)');
    await page.screenshot({ path: 'screenshots/bantuan-cetak.png', animations: 'disabled' });
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(print).toBeFocused();
    await application.close();
  });
});
