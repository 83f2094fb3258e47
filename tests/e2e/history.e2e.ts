/**
 * [T1-T5] The history in the real application by keyboard alone: from the menu to the one score that was changed after its group had
 * presented and to the workbook of exactly that; in every theme, in the smallest window, and with text at 200 %.
 */
import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils } from 'xlsx';
import { pressOn, tabTo } from '../support/keyboard-hands.ts';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { see, zoomTo } from '../support/see.ts';
import { chooseInDialogs, createSmallContest, value } from '../support/shell-window.ts';
import { groups } from '../support/small-contest.ts';
import { startLaptop } from './laptop.ts';

const committee = { role: 'committee' } as const;
const juror = { role: 'seat', seat: 'j1' } as const;
const pin = '2017';
const [first, second] = groups.map(({ id }) => id);

test('[T5] whoever changed a score after the presentation is found, exported, and all of it found again, without a mouse', async () => {
  test.setTimeout(150_000);
  await withTemporaryFolder(async (folder) => {
    const { page, application, close } = await startLaptop(path.join(folder, 'panitia'), 'panitia');
    try {
      page.mouse.click = () => Promise.reject(new Error('there is no mouse'));
      await createSmallContest(page, folder);
      await changeAfterPresenting(page);
      await page.reload();
      await pressOn(page, /^Riwayat$/);
      await expect(page.getByText('Riwayat disembunyikan')).toBeVisible();
      await see(page, 'riwayat-tertutup');
      for (const theme of ['dark', 'contrast', 'light']) {
        await inTheme(page, theme);
        await pressOn(page, /^Tampilkan riwayat$/);
        await expect(page.getByRole('table')).toBeVisible();
        await see(page, `riwayat-${theme}`);
      }
      const all = (await value(page, 'load-events')).length;
      await expect(page.getByText(`${all} dari ${all} catatan`)).toBeVisible();

      await tabTo(page, /^Hanya yang diubah sesudah tampil$/);
      await page.keyboard.press('Space');
      await expect(page.getByText(`1 dari ${all} catatan`)).toBeVisible();
      await expect(page.getByRole('cell', { name: /dari 80 menjadi 87,5\s*diubah sesudah tampil/ })).toBeVisible();
      await page.setViewportSize({ width: 1024, height: 640 });
      await see(page, 'riwayat-1024');
      await zoomTo(application, 2);
      await see(page, 'riwayat-200');
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      await zoomTo(application, 1);
      await page.setViewportSize({ width: 1366, height: 768 });

      const file = path.join(folder, 'riwayat.xlsx');
      await chooseInDialogs(application, file);
      await pressOn(page, /^Ekspor ke Excel…$/);
      await expect(page.getByText('Tersimpan:')).toBeVisible();
      expect(linesOf(file)).toEqual([['Mengubah nilai Isi dari 80 menjadi 87,5', '80', '87,5', 'Ya']]);

      await tabTo(page, /^Cari kata$/);
      await page.keyboard.type('tidak ada yang begini');
      await expect(page.getByText(`0 dari ${all} catatan`)).toBeVisible();
      await pressOn(page, /^Hapus semua saringan$/);
      await expect(page.getByText(`${all} dari ${all} catatan`)).toBeVisible();
    } finally {
      await close();
    }
  });
});

/** As `renderer/app/appearance.ts` keeps it; the history is hidden again then. */
async function inTheme(page: Page, theme: string): Promise<void> {
  const kept = JSON.stringify({ theme, text: 100 });
  await page.evaluate((text) => localStorage.setItem('gelar-juri/tampilan', text), kept);
  await page.reload();
  await expect(page.getByText('Riwayat disembunyikan')).toBeVisible();
}

/** The first group presents with 80, which becomes 87.5 while the second one is on. */
async function changeAfterPresenting(page: Page): Promise<void> {
  const show = (contestant = '') => value(page, 'execute', { type: 'show-stage', contestant, stage: 'tahap' });
  const score = (text: string) =>
    value(page, 'execute', { type: 'set-score', contestant: first ?? '', criterion: 'isi', value: text });
  await value(page, 'set-pin', { session: committee, pin });
  await value(page, 'add-local-seat', { seat: 'j1', pin });
  await show(first);
  await value(page, 'sign-in', { session: juror, pin });
  await score('80');
  await value(page, 'sign-in', { session: committee, pin });
  await show(second);
  await value(page, 'sign-in', { session: juror, pin });
  await score('87.5');
  await value(page, 'sign-in', { session: committee, pin });
}

/** What was done, before, after, and whether after the presentation, of each line. */
function linesOf(file: string): readonly (readonly string[])[] {
  const { Sheets } = read(readFileSync(file));
  const sheet = Sheets['Riwayat perubahan'];
  if (sheet === undefined) throw new Error('the sheet is there');
  const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', raw: false });
  const head = rows.findIndex((row) => row[0] === 'Waktu');
  const places = ['Yang dilakukan', 'Sebelum', 'Sesudah', 'Sesudah tampil'].map(
    (name) => rows[head]?.indexOf(name) ?? -1,
  );
  // The committee's own laptop is named too, and those of the seats on it.
  const machine = rows[head]?.indexOf('Laptop') ?? -1;
  expect(rows.slice(head + 1).filter((row) => (row[machine] ?? '') === '')).toEqual([]);
  return rows.slice(head + 1).map((row) => places.map((place) => row[place] ?? ''));
}
