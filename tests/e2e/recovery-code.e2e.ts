/** [P3] A committee that forgot its PIN comes back in with the code on the paper, by the keyboard alone. */
import { expect, test, type Page } from '@playwright/test';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { see, zoomTo } from '../support/see.ts';
import { ask } from '../support/shell-window.ts';
import { openScreen, picture, startLaptop, type Laptop } from './laptop.ts';

test('[P3] with its PIN the committee gets a recovery code, and with the code a new PIN', async () => {
  await withTemporaryFolder(async (folder) => {
    const laptop = await startLaptop(path.join(folder, 'panitia'), 'panitia');
    try {
      const { page } = laptop;
      const name = 'Gelar Budaya Kerja (contoh)';
      await ask(page, 'create-contest', { source: { kind: 'sample' }, name });
      const code = await setPin(laptop);
      await page.getByRole('button', { name: 'Keluar' }).press('Enter');
      await expect(page.getByRole('heading', { name: 'Siapa yang bekerja sekarang?' })).toBeFocused();
      await comeBack(laptop, code);
      await page.getByRole('button', { name: 'Keluar' }).press('Enter');
      await signIn(page, '1111');
      await expect(page.getByText('PIN salah. Coba lagi.')).toBeVisible();
      await page.keyboard.type('2222');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: 'Keluar' })).toBeVisible();
    } catch (error) {
      await picture(laptop, 'gagal-panitia').catch(() => null);
      throw error;
    } finally {
      await laptop.close();
    }
  });
});

async function setPin({ page }: Laptop): Promise<string> {
  await openScreen(page, 'Perangkat');
  await page.getByRole('button', { name: 'Pasang PIN panitia…' }).press('Enter');
  await expect(page.getByLabel('PIN panitia yang baru')).toBeFocused();
  await page.keyboard.type('1111');
  await page.getByLabel('PIN sekali lagi').fill('1111');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Kode pemulihan PIN panitia' });
  await expect(dialog.getByRole('button', { name: 'Buat kode pemulihan' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Sudah saya tulis' })).toBeFocused();
  await page.keyboard.press('Escape');
  const code = (await dialog.getByRole('status').textContent()) ?? '';
  expect(code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  await see(page, 'pin-kode-pemulihan');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Kode pemulihan sudah dibuat.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ganti PIN panitia…' })).toBeFocused();
  return code;
}

async function comeBack({ page, application }: Laptop, code: string): Promise<void> {
  await page.getByRole('button', { name: /Panitia/ }).press('Enter');
  await page.getByRole('button', { name: 'Lupa PIN?' }).press('Enter');
  await expect(page.getByLabel('Kode pemulihan')).toBeFocused();
  await page.keyboard.type('AAAA');
  await page.getByLabel('PIN baru', { exact: true }).fill('2222');
  await page.getByLabel('PIN baru sekali lagi').fill('2222');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Kode pemulihan salah/)).toBeVisible();
  await zoomTo(application, 2);
  await see(page, 'pin-lupa');
  await zoomTo(application, 1);
  await expect(page.getByLabel('Kode pemulihan')).toBeFocused();
  await page.keyboard.type(code.toLowerCase().replaceAll('-', ' '));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Perangkat' })).toBeVisible();
  await expect(page.locator('main :focus')).toHaveCount(1);
}

async function signIn(page: Page, pin: string): Promise<void> {
  await page.getByRole('button', { name: /Panitia/ }).press('Enter');
  await expect(page.getByLabel('PIN', { exact: true })).toBeFocused();
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
}
