/**
 * The committee's morning in the real application, screen by screen: make a contest, import its list, agree on rubric and
 * rules, draw lots. Every screen is looked at by axe, at the normal text size and at twice of it, and photographed.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { ask } from '../support/shell-window.ts';
import { dropFile, openScreen, picture, startLaptop, type Laptop } from './laptop.ts';

const list = path.resolve(import.meta.dirname, '../fixtures/lists/jepara-2017.xlsx');

test('a contest is made, imported, set up and put in order, and every screen passes axe', async () => {
  test.setTimeout(300_000);
  await withTemporaryFolder(async (home) => {
    const laptop = await startLaptop(home, 'panitia');
    const { page } = laptop;
    try {
      await look(laptop, 'mulai');
      await page.getByRole('button', { name: /Gabung sebagai juri/ }).click();
      await page.getByLabel(/Kode dari panitia/).fill('bukan kode');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toBeVisible();
      await look(laptop, 'mulai-gabung');
      await page.getByRole('button', { name: 'Kembali' }).click();

      await page.getByRole('button', { name: /Lomba baru/ }).click();
      await expect(page.getByLabel('Nama lomba')).toBeFocused();
      await page.keyboard.type('Gelar Budaya Kerja 2017 (contoh)');
      await look(laptop, 'mulai-lomba-baru');
      await page.getByRole('button', { name: 'Buat lomba' }).click();

      await expect(page.getByRole('heading', { name: 'Impor daftar peserta' })).toBeVisible();
      await look(laptop, 'impor-kosong');
      await dropFile(page, list, '[aria-label^="Jatuhkan"]');
      await expect(page.getByRole('button', { name: 'Simpan 13 perubahan' })).toBeVisible();
      await page.getByText('Kolom yang dipakai').click();
      await look(laptop, 'impor-pratinjau');
      await page.getByRole('button', { name: 'Simpan 13 perubahan' }).click();
      await expect(page.getByText(/13 peserta dari jepara-2017.xlsx tersimpan/)).toBeVisible();

      await openScreen(page, 'Rubrik & aturan');
      for (const part of ['Lomba', 'Kategori', 'Babak', 'Rubrik', 'Juri', 'Aturan']) {
        await page.getByRole('tab', { name: part }).click();
        if (part === 'Juri') {
          for (let seat = 0; seat < 3; seat += 1) await page.getByRole('button', { name: 'Tambah juri' }).click();
        }
        if (part === 'Rubrik')
          await page
            .getByText(/Uraian nilai dan catatan/)
            .first()
            .click();
        await look(laptop, `aturan-${part.toLowerCase()}`);
      }
      await page.getByRole('button', { name: 'Simpan' }).click();
      await expect(page.getByText('Semua tersimpan')).toBeVisible();
      await page.getByRole('tab', { name: 'Rubrik' }).click();
      await page.getByLabel('Bobot', { exact: true }).nth(1).fill('1');
      await page.getByText('Lihat lembar juri').click();
      await look(laptop, 'aturan-rubrik-salah');
      await page.getByRole('button', { name: 'Batalkan perubahan' }).click();

      await openScreen(page, 'Urutan tampil');
      await look(laptop, 'urutan');
      await page
        .getByRole('button', { name: /^Ubah status/ })
        .first()
        .click();
      await look(laptop, 'urutan-status');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Undian…' }).click();
      await look(laptop, 'urutan-undian');
      const before = await page.getByRole('heading', { level: 1 }).boundingBox();
      await page.getByRole('button', { name: 'Undi sekarang' }).click();
      await nothingLiesBelow(page, /^Undian selesai/);
      expect(await page.getByRole('heading', { level: 1 }).boundingBox()).toEqual(before);
      await page.getByText('Riwayat undian').click();
      await look(laptop, 'urutan-sesudah-undian');

      await openScreen(page, 'Impor');
      await dropFile(page, list, '[aria-label^="Jatuhkan"]');
      await expect(page.getByText(/menjadi/).first()).toBeVisible();
      await look(laptop, 'impor-perbedaan');
    } finally {
      await laptop.close();
    }
  });
});

test('with the keyboard alone: the sample is opened, drawn, reordered and renamed; the first score freezes the rubric', async () => {
  test.setTimeout(180_000);
  await withTemporaryFolder(async (home) => {
    const laptop = await startLaptop(home, 'panitia');
    const { page } = laptop;
    const { keyboard } = page;
    try {
      await expect(page.getByRole('heading', { name: 'Gelar Juri' })).toBeVisible();
      await tabTo(page, /Coba dengan contoh/);
      await keyboard.press('Enter');
      await expect(page.getByText(/CONTOH/).first()).toBeVisible();

      await tabTo(page, /^Urutan tampil$/);
      await keyboard.press('Enter');
      await tabTo(page, /^Undian…$/);
      await keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toBeVisible();
      await tabTo(page, /^Undi sekarang$/);
      await keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toBeHidden();
      const third = page.getByRole('textbox', { name: /^Nomor urut/ }).nth(2);
      const name = (await third.getAttribute('aria-label')) ?? '';
      await tabTo(page, new RegExp(`^${name.replaceAll(/[()]/g, String.raw`\$&`)}$`));
      await keyboard.press('Alt+ArrowUp');
      await expect(page.getByRole('textbox', { name, exact: true })).toHaveValue('2');
      await expect(page.getByRole('textbox', { name, exact: true })).toBeFocused();

      await page.locator('body').click({ position: { x: 700, y: 5 } });
      await tabTo(page, /^Rubrik & aturan$/);
      await keyboard.press('Enter');
      await tabTo(page, /^Lomba$/);
      await keyboard.press('Tab');
      await keyboard.press('End');
      await keyboard.type(' 2017');
      await keyboard.press('Enter');
      await expect(page.getByText('Semua tersimpan')).toBeVisible();

      await ask(page, 'set-pin', { session: { role: 'committee' }, pin: '4711' });
      await ask(page, 'add-local-seat', { seat: 'juri-1', pin: '1234' });
      await ask(page, 'sign-in', { session: { role: 'seat', seat: 'juri-1' }, pin: '1234' });
      const score = { type: 'set-score', contestant: 'kbk-melati', criterion: 'presentasi-alur', value: '80' } as const;
      expect((await ask(page, 'execute', score)).ok).toBe(true);
      await ask(page, 'sign-in', { session: { role: 'committee' }, pin: '4711' });
      await openScreen(page, 'Rubrik & aturan');
      await page.getByRole('tab', { name: 'Rubrik' }).click();
      await expect(page.getByText(/Penilaian sudah dimulai\. Babak/)).toBeVisible();
      await expect(page.getByLabel('Bobot', { exact: true }).nth(1)).not.toBeEditable();
      await expect(page.getByLabel('Rubrik yang diubah')).toBeEnabled();
      await look(laptop, 'aturan-beku');
    } finally {
      await laptop.close();
    }
  });
});

/** Presses Tab until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const reached = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    if (name.test(reached)) return;
  }
  throw new Error(`no way to ${String(name)} by Tab`);
}

/** A message that fades away has no contrast for a moment. */
const fading = '.mantine-Notifications-root';

/** Axe, nothing wider than the window, and two pictures. */
async function look(laptop: Laptop, name: string): Promise<void> {
  const { page } = laptop;
  const { violations } = await new AxeBuilder({ page }).exclude(fading).setLegacyMode(true).analyze();
  expect
    .soft(
      violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`),
    )
    .toEqual([]);
  await picture(laptop, name);
  await setTextSize(page, '225%');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(overflow, `${name} at 200 %`).toBeLessThanOrEqual(0);
  await picture(laptop, `${name}-200`);
  await setTextSize(page, '');
}

/** The person's own text size: 100 % is 112.5 % of the browser's, 200 % twice of it. */
async function setTextSize(page: Page, size: string): Promise<void> {
  await page.evaluate((value) => {
    document.documentElement.style.fontSize = value;
  }, size);
}

/** A message takes the free part of the window's head: beside its buttons, and above all that is below it. */
async function nothingLiesBelow(page: Page, message: RegExp): Promise<void> {
  const notice = await page.getByText(message).first().boundingBox();
  const leave = await page.getByRole('button', { name: /^(Keluar|Ganti juri)$/ }).boundingBox();
  expect(notice).not.toBeNull();
  expect((notice?.x ?? 0) + (notice?.width ?? 0)).toBeLessThanOrEqual(leave?.x ?? 0);
  const head = await page.getByRole('banner').boundingBox();
  expect((notice?.y ?? 0) + (notice?.height ?? 0)).toBeLessThanOrEqual((head?.y ?? 0) + (head?.height ?? 0));
}
