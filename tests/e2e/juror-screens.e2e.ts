/** The juror's screens on the sample event: at 1366 x 768 and at twice the text, by keyboard, without axe violations. */
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { see, zoomTo } from '../support/see.ts';
import { ask, openApplication, value } from '../support/shell-window.ts';
import { decimalFields, typeSheet } from './laptop.ts';

const seat = 'juri-1';
const pin = '1234';

test('sign-in, scoring, locking, stepping back and signing off are readable and free of violations', async () => {
  test.setTimeout(240_000);
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await page.setViewportSize({ width: 1366, height: 768 });
    const name = 'Gelar Budaya Kerja (contoh)';
    await ask(page, 'create-contest', { source: { kind: 'sample' }, name });
    await ask(page, 'set-pin', { session: { role: 'committee' }, pin });
    await ask(page, 'sign-in', { session: { role: 'committee' }, pin });
    await ask(page, 'add-local-seat', { seat, pin });
    await ask(page, 'execute', { type: 'show-stage', contestant: 'kbk-mawar', stage: 'presentasi' });
    await value(page, 'sign-out');
    await signIn(page);
    await firstMinute(page, application);
    for (const zoom of [1, 2]) {
      await zoomTo(application, zoom);
      await judge(page, zoom);
    }
    await zoomTo(application, 1);
    await signOff(page);
    await application.close();
  });
});

async function signIn(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /Juri 1/ })).toBeVisible();
  await see(page, 'juri-siapa');
  await page.getByRole('button', { name: /Juri 1/ }).click();
  await page.getByLabel('PIN', { exact: true }).fill('9999');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await see(page, 'juri-pin-salah');
  await page.getByLabel('PIN', { exact: true }).fill(pin);
  await page.keyboard.press('Enter');
  await expect(page.getByText('SEDANG TAMPIL').first()).toBeVisible();
}

/** The tour by the keyboard, to the practice sheet and back. */
async function firstMinute(page: Page, application: ElectronApplication): Promise<void> {
  const next = page.getByRole('button', { name: 'Lanjut' });
  await next.focus();
  for (let step = 1; step < 5; step += 1) {
    await expect(page.getByText(`${step} dari 5.`)).toBeVisible();
    await see(page, `juri-cara-${step}`);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText('5 dari 5.')).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await page.getByRole('button', { name: 'Coba lembar latihan' }).press('Enter');
  await expect(page.getByText('LATIHAN, TIDAK DISIMPAN.')).toBeVisible();
  await typeSheet(page, ['80', '75', '90']);
  for (const zoom of [1, 2]) {
    await zoomTo(application, zoom);
    await see(page, `juri-latihan-${zoom}`);
  }
  await zoomTo(application, 1);
  await page.getByRole('button', { name: 'Kembali ke lembar sebenarnya' }).click();
  await expect(decimalFields(page).first()).toHaveValue('');
}

async function judge(page: Page, zoom: number): Promise<void> {
  await choose(page, zoom - 1);
  await see(page, `juri-lembar-kosong-${zoom}`);
  await decimalFields(page).first().focus();
  await page.keyboard.type('101');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/di luar rentang/)).toBeVisible();
  await see(page, `juri-nilai-salah-${zoom}`);
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Kunci nilai' }).click();
  await expect(page.getByText(/Belum dapat dikunci/)).toBeVisible();
  await see(page, `juri-belum-lengkap-${zoom}`);
  await typeSheet(page, ['0', '87,5', '90', '78.5', '82', '85', '80']);
  await page.getByRole('button', { name: 'Kunci nilai' }).click();
  await expect(page.getByRole('dialog').getByText(/nilainya nol/)).toBeVisible();
  await see(page, `juri-kunci-${zoom}`);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Ya, kunci nilai' }).click();
  await expect(page.getByText('Nilai ini terkunci')).toBeVisible();
  await see(page, `juri-terkunci-${zoom}`);
  await choose(page, zoom + 1);
  await page.getByRole('button', { name: /Tidak menilai/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await see(page, `juri-tidak-menilai-${zoom}`);
  await page.getByRole('dialog').getByRole('textbox').fill('Satu unit kerja (contoh)');
  await page.getByRole('button', { name: 'Ya, saya tidak menilai' }).click();
  await expect(page.getByText('Anda menyatakan tidak menilai peserta ini')).toBeVisible();
}

async function choose(page: Page, group: number): Promise<void> {
  const fold = page.getByRole('button', { name: 'Pilih peserta' });
  if (await fold.isVisible()) await fold.click();
  await page.getByRole('navigation', { name: 'Daftar peserta' }).locator('ol button').nth(group).click();
}

async function signOff(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Pengesahan' }).click();
  await expect(page.getByRole('heading', { name: 'Pengesahan nilai' })).toBeVisible();
  await see(page, 'juri-pengesahan');
  await page.getByRole('button', { name: 'Sahkan kategori Kesehatan' }).click();
  await page.getByRole('button', { name: 'Ya, saya sahkan' }).click();
  await expect(page.getByText('Sudah Anda sahkan').first()).toBeVisible();
  await see(page, 'juri-disahkan');
}
