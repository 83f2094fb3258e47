/** Every theme can be read: the screens of the committee and of a juror, chosen in the head, without violations. */
import { expect, test, type Page } from '@playwright/test';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { see } from '../support/see.ts';
import { ask, openApplication, value } from '../support/shell-window.ts';
import { chooseTheme, decimalFields, openScreen } from './laptop.ts';

const committee = { role: 'committee' } as const;
const seat = { role: 'seat', seat: 'juri-1' } as const;
const pin = '2468';
const screens = [
  'Pemantauan',
  'Perangkat',
  'Peringkat',
  'Musyawarah',
  'Pengumuman',
  'Rubrik & aturan',
  'Urutan tampil',
  'Siap dimulai?',
  'Dokumen',
];

/** The deliberation with what it hides at first. */
async function comeTo(page: Page, screen: string): Promise<void> {
  await openScreen(page, screen);
  if (screen === 'Musyawarah') await page.getByRole('button', { name: 'Tampilkan hasil' }).click();
}

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
      await chooseTheme(page, theme);
      for (const screen of screens) {
        await comeTo(page, screen);
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

test('in the colours of the system, what is chosen has an edge of its own', async () => {
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await page.setViewportSize({ width: 1366, height: 690 });
    await value(page, 'create-contest', { source: { kind: 'sample' }, name: 'Gelar (contoh)' });
    await ask(page, 'set-pin', { session: committee, pin });
    await value(page, 'sign-in', { session: committee, pin });
    await value(page, 'add-local-seat', { seat: seat.seat, pin });
    await ask(page, 'execute', { type: 'show-stage', contestant: 'kbk-mawar', stage: 'presentasi' });
    await page.emulateMedia({ forcedColors: 'active' });
    for (const screen of screens) {
      await comeTo(page, screen);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.screenshot({ path: path.join('screenshots', `warna-sistem-${screen}.png`.replaceAll(' ', '-')) });
      expect(await chosenWithoutEdge(page), screen).toEqual([]);
    }
    await value(page, 'sign-in', { session: seat, pin });
    await expect(decimalFields(page).first()).toBeVisible();
    await page.getByRole('button', { name: 'Lewati' }).click();
    await decimalFields(page).first().fill('80');
    await page.getByRole('button', { name: 'Belum selesai' }).click();
    await page.screenshot({ path: path.join('screenshots', 'warna-sistem-lembar.png') });
    expect(await chosenWithoutEdge(page), 'lembar').toEqual([]);
    await application.close();
  });
});

/** What is chosen and in sight but looks like the rest; fails where nothing is chosen at all. */
async function chosenWithoutEdge(page: Page): Promise<readonly string[]> {
  const chosen = page.locator(
    '[aria-current="true"], [aria-current="page"], [aria-selected="true"], [aria-pressed="true"], input:checked',
  );
  await expect(chosen.first()).toBeAttached();
  return chosen.evaluateAll((all) => {
    const drawnFor = (field: Element): Element =>
      field.parentElement?.querySelector('[class*="-track"], [class*="-label"]') ?? field;
    return (
      all
        // The field itself may be out of sight, behind what is drawn for it.
        .map((each) => (each.role === 'switch' || each.getBoundingClientRect().width <= 1 ? drawnFor(each) : each))
        .filter((each) => each.getBoundingClientRect().width > 1)
        .filter((each) => getComputedStyle(each).outlineStyle === 'none')
        .map((each) => each.outerHTML.slice(0, 200))
    );
  });
}
