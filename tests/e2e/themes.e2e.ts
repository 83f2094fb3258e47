/** Every theme can be read: the screens of the committee and of a juror, chosen in the head, without violations. */
import { expect, test, type Page } from '@playwright/test';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { see } from '../support/see.ts';
import { ask, openApplication, value } from '../support/shell-window.ts';
import { decimalFields, openScreen } from './laptop.ts';

const committee = { role: 'committee' } as const;
const seat = { role: 'seat', seat: 'juri-1' } as const;
const pin = '2468';
const screens = [
  'Pemantauan',
  'Perangkat',
  'Peringkat',
  'Pengumuman',
  'Rubrik & aturan',
  'Urutan tampil',
  'Siap dimulai?',
  'Dokumen',
];

test('dark and high contrast are readable on every screen', async () => {
  test.setTimeout(240_000);
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await page.setViewportSize({ width: 1366, height: 690 });
    await value(page, 'create-contest', { source: { kind: 'sample' }, name: 'Gelar (contoh)' });
    await ask(page, 'set-pin', { session: committee, pin });
    await value(page, 'sign-in', { session: committee, pin });
    await value(page, 'add-local-seat', { seat: seat.seat, pin });
    await ask(page, 'execute', { type: 'show-stage', contestant: 'kbk-mawar', stage: 'presentasi' });
    for (const theme of ['Gelap', 'Kontras tinggi']) {
      await value(page, 'sign-in', { session: committee, pin });
      await choose(page, theme);
      for (const screen of screens) {
        await openScreen(page, screen);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await see(page, `tema-${theme}-${screen}`.replaceAll(' ', '-').toLowerCase());
      }
      await value(page, 'execute', { type: 'send-message', to: seat.seat, text: 'Mohon kunci nomor 5.' });
      await value(page, 'sign-in', { session: seat, pin });
      await expect(page.getByRole('alert', { name: 'Pesan panitia' })).toBeVisible();
      await decimalFields(page).first().focus();
      await see(page, `tema-${theme}-lembar`.replaceAll(' ', '-').toLowerCase());
    }
    await application.close();
  });
});

async function choose(page: Page, theme: string): Promise<void> {
  await page.getByRole('button', { name: 'Ukuran huruf dan tampilan' }).click();
  await page.getByText(theme, { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText(theme, { exact: true })).toBeHidden();
}
