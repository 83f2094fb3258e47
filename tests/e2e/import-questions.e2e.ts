/** A list that may be read in more than one way: the questions stand above the rows, are answered by keyboard, and only then is it saved. */
import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { see, zoomTo } from '../support/see.ts';
import { ask, openApplication } from '../support/shell-window.ts';

const lists = path.resolve(import.meta.dirname, '../fixtures/list-kinds');

test('[I13] a list with open questions is answered by keyboard alone and then saved', async () => {
  test.setTimeout(180_000);
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await page.setViewportSize({ width: 1366, height: 768 });
    await ask(page, 'create-contest', {
      source: { kind: 'sample' },
      name: 'Gelar Budaya Kerja (contoh)',
    });
    await ask(page, 'sign-in', { session: { role: 'committee' } });
    await page.evaluate(() => {
      location.hash = '#/impor';
    });
    await drop(page, '12-rundown-waktu-teks.xlsx');
    await expect(page.getByRole('radiogroup', { name: /mata acara/ })).toBeVisible();
    await see(page, 'impor-mata-acara');
    await expect(page.getByText('Tampil 09.00–09.20')).toBeVisible();
    await page.getByRole('button', { name: 'Batal' }).press('Enter');

    await drop(page, '23b-warna-merah.xlsx');
    const marked = page.getByRole('radiogroup', { name: /diwarnai merah/ });
    await expect(marked).toBeVisible();
    const save = page.getByRole('button', { name: /^Simpan \d+ perubahan/ });
    await expect(save).toBeDisabled();
    await expect(page.getByText(/Belum dapat disimpan/)).toBeVisible();
    await see(page, 'impor-pertanyaan');
    await zoomTo(application, 1.5);
    await see(page, 'impor-pertanyaan-150');
    await zoomTo(application, 1);

    await page.getByRole('button', { name: 'Ke pertanyaannya' }).press('Enter');
    await expect(marked.getByRole('radio').first()).toBeFocused();
    await page.keyboard.press('Space');
    await expect(page.getByText('Sudah dijawab')).toBeVisible();
    await expect(marked.getByRole('radio').first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(marked.getByRole('radio', { name: 'Tidak hadir' })).toBeChecked();
    await expect(page.locator('tr', { hasText: 'KBK Cempaka' })).toContainText('Tidak hadir');
    await expect(save).toBeEnabled();
    await see(page, 'impor-terjawab');
    await save.press('Enter');
    await expect(page.getByText(/tersimpan\.$/)).toBeVisible();
    await application.close();
  });
});

/** As from another window: the file arrives as its bytes. */
async function drop(page: Page, name: string): Promise<void> {
  const bytes = [...readFileSync(path.join(lists, name))];
  const place = page.getByRole('region', { name: /Jatuhkan berkas/ });
  const transfer = await page.evaluateHandle(
    ([file, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(content)], file));
      return data;
    },
    [name, bytes] as const,
  );
  await place.dispatchEvent('drop', { dataTransfer: transfer });
}
