/** The helps of the real application by keyboard alone: guide, keys, search, settings, and the paper before it is printed. */
import { expect, test, type Locator } from '@playwright/test';
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
    await expectUncut(dialog);
    await page.evaluate(() => document.documentElement.style.removeProperty('--gj-text'));
    await page.setViewportSize({ width: 1366, height: 690 });
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.keyboard.press('?');
    await expect(dialog.getByRole('heading', { name: 'Tombol papan ketik' })).toBeVisible();
    await see(page, 'bantuan-tombol');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();

    const print = page.getByRole('region', { name: 'Rekap di atas kertas' }).getByRole('button', { name: 'Cetak…' });
    await print.focus();
    await page.keyboard.press('Enter');
    const paper = page.frameLocator('iframe[title="Isi kertas: Rekap di atas kertas"]');
    await expect(paper.getByText('REKAPITULASI NILAI').first()).toBeVisible();
    // Its own styles are let through; nothing in it may run.
    const sheet = paper.locator('.page').first();
    await expect
      .poll(() => sheet.evaluate((each) => getComputedStyle(each).backgroundColor))
      .toBe('rgb(255, 255, 255)');
    // Page by page, each with its number.
    const pages = await paper.locator('.page').count();
    await expect(paper.locator('.foot').last()).toHaveText(`Halaman ${pages} dari ${pages}`);
    await page.screenshot({ path: 'screenshots/bantuan-cetak.png', animations: 'disabled' });
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(print).toBeFocused();
    await application.close();
  });
});

test('the settings of an open contest fit the smallest window in both languages, and keep what was set by keyboard', async () => {
  test.setTimeout(180_000);
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await value(page, 'create-contest', { source: { kind: 'sample' }, name: 'Gelar (contoh)' });
    await value(page, 'sign-in', { session: { role: 'committee' } });
    await value(page, 'put-hall-window', { id: 'naskah', name: 'Meja pembawa acara', content: 'script', overscan: 0 });
    await application.evaluate(
      ({ dialog }, stick) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [stick] });
      },
      path.join(folder, 'FLASHDISK'),
    );
    await value(page, 'save-backup');
    await value(page, 'choose-copy-place');
    await page.setViewportSize({ width: 1024, height: 640 });
    const dialog = page.getByRole('dialog');
    for (const [language, automatic, margin] of [
      ['id', 'Salinan otomatis di laptop ini', 'Tepi kosong: Meja pembawa acara'],
      ['en', 'Automatic backup on this laptop', 'Empty edge: Meja pembawa acara'],
    ] as const) {
      await page.keyboard.press('Control+,');
      if (language === 'en') {
        await dialog.getByText('English', { exact: true }).click();
        // Nothing is closed, and the focus stays on the choice.
        await expect(dialog.getByRole('heading', { name: 'Settings' })).toBeVisible();
        await expect(dialog.getByRole('radio', { name: 'English' })).toBeFocused();
      }
      await dialog.getByText(automatic).scrollIntoViewIfNeeded();
      await expect(dialog.getByText('FLASHDISK').first()).toBeVisible();
      await dialog
        .getByRole('button', { name: language === 'id' ? 'Ganti tempatnya…' : 'Change its place…' })
        .scrollIntoViewIfNeeded();
      await see(page, `bantuan-pengaturan-lomba-${language}`);
      const edge = dialog.getByRole('combobox', { name: margin });
      await edge.focus();
      await page.keyboard.press('ArrowDown');
      await expect
        .poll(async () => (await value(page, 'ceremony-state')).windows[0]?.overscan)
        .toBe(language === 'id' ? 1 : 2);
      await expectUncut(dialog);
      await see(page, `bantuan-pengaturan-layar-${language}`);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await page.evaluate(() => (location.hash = '#/dokumen'));
      const recap = page.getByRole('region', { name: language === 'id' ? 'Rekap di atas kertas' : 'Recap on paper' });
      await recap.getByRole('button', { name: language === 'id' ? 'Cetak…' : 'Print…' }).press('Enter');
      const paper = dialog.frameLocator('iframe');
      await expect(paper.getByText('REKAPITULASI NILAI').first()).toBeVisible();
      await see(page, `bantuan-cetak-${language}`);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
    await application.close();
  });
});

/** Nothing in it is wider than the place that it has. */
async function expectUncut(part: Locator): Promise<void> {
  const cut = part
    .locator('*')
    .evaluateAll((all) =>
      all
        .filter((each) => getComputedStyle(each).overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 2)
        .map((each) => each.className),
    );
  expect(await cut).toEqual([]);
}
