/**
 * A small event on one laptop: Magetan 2015, eight groups in one list, two jurors taking turns on the committee's laptop,
 * each with a PIN. Neither sees the other's scores, and the committee's laptop ranks what both have locked.
 */
import { expect, test, type Page } from '@playwright/test';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { ask, value } from '../support/shell-window.ts';
import { acceptPact, dropFile, lockSheet, openScreen, picture, startLaptop, typeSheet } from './laptop.ts';

const groups = 8;
const committeePin = '2015';
const jurors = [
  { id: 'juri-1', name: 'Juri 1 (contoh)', pin: '1111' },
  { id: 'juri-2', name: 'Juri 2 (contoh)', pin: '2222' },
];

test('Magetan 2015: two jurors take turns on the committee laptop', async () => {
  test.setTimeout(240_000);
  await withTemporaryFolder(async (folder) => {
    const laptop = await startLaptop(path.join(folder, 'panitia'), 'panitia');
    const { page } = laptop;
    try {
      await prepare(page);
      for (const [juror, { name, pin }] of jurors.entries()) {
        await signIn(page, name, pin);
        for (let group = 0; group < groups; group++) await judge(page, juror, group);
        await expect(page.getByText('8 dari 8 lembar selesai')).toBeVisible();
        await seesOnlyOwn(page, juror);
        await picture(laptop, `magetan-${name}`);
        await page.getByRole('button', { name: 'Ganti juri' }).click();
      }
      await signIn(page, 'Panitia', committeePin);
      await compareStandings(page);
      await picture(laptop, 'magetan-peringkat');
    } finally {
      await laptop.close();
    }
  });
});

/** One list without categories, a rubric from a template, two seats on this laptop. */
async function prepare(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Lomba baru/ }).click();
  await page.getByLabel('Nama lomba').fill('Gelar Budaya Kerja Magetan 2015 (contoh)');
  await page.getByRole('radio', { name: /Contoh rubrik/ }).check();
  await page.getByRole('radio', { name: /Presentasi KBK/ }).check();
  await page.getByRole('button', { name: 'Buat lomba' }).click();
  await openScreen(page, 'Impor');
  await dropFile(page, path.join('tests', 'fixtures', 'lists', 'magetan-2015.csv'), '[aria-label^="Jatuhkan"]');
  await expect(page.getByText('KBK “Cheerful”', { exact: true })).toBeVisible();
  await picture({ page }, 'magetan-impor');
  await page.getByRole('button', { name: `Simpan ${groups} perubahan` }).click();
  await expect(page.getByText(/tersimpan/).first()).toBeVisible();
  const seats = jurors.map(({ id, name }) => ({ id, name }));
  expect(await ask(page, 'execute', { type: 'change-jurors', jurors: seats })).toMatchObject({ ok: true });
  expect(await ask(page, 'set-pin', { session: { role: 'committee' }, pin: committeePin })).toMatchObject({ ok: true });
  for (const { id, pin } of jurors)
    expect(await ask(page, 'add-local-seat', { seat: id, pin })).toMatchObject({ ok: true });
  await page.getByRole('button', { name: 'Ganti juri' }).click();
}

async function signIn(page: Page, name: string, pin: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(name.replace(/[()]/g, '\\$&')) }).click();
  await page.getByLabel('PIN', { exact: true }).fill(pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Ganti juri' })).toBeVisible();
}

async function judge(page: Page, juror: number, group: number): Promise<void> {
  if (group === 0) await acceptPact(page);
  await page.getByRole('navigation', { name: 'Daftar peserta' }).locator('ol button').nth(group).click();
  await typeSheet(
    page,
    Array.from({ length: 7 }, () => String(valueOf(juror, group)).replace('.', ',')),
  );
  await lockSheet(page);
  await expect(page.getByText('Nilai ini terkunci')).toBeVisible();
}

/** One value for all criteria, so that it is the sheet's total too. */
function valueOf(juror: number, group: number): number {
  return 70 + ((group * 5 + juror * 3) % 8) * 2.5;
}

/** What the window holds of scores is the own ones: asked of the main process, as any page could ask. */
async function seesOnlyOwn(page: Page, juror: number): Promise<void> {
  const events = await value(page, 'load-events');
  const writers = new Set(events.flatMap(({ author }) => (author.role === 'seat' ? [author.seat] : [])));
  expect([...writers]).toEqual([jurors[juror]?.id]);
}

async function compareStandings(page: Page): Promise<void> {
  await openScreen(page, 'Peringkat');
  await page.getByRole('button', { name: 'Tampilkan peringkat' }).click();
  const means = Array.from({ length: groups }, (_, group) => ({
    number: group + 1,
    mean: (valueOf(0, group) + valueOf(1, group)) / 2,
  }));
  const rows = page.getByRole('region', { name: 'Peringkat Umum' }).locator('tbody tr');
  await expect(rows).toHaveCount(groups);
  for (let at = 0; at < groups; at++) {
    const cells = rows.nth(at);
    const number = Number(/\d+/.exec((await cells.locator('th').textContent()) ?? '')?.[0]);
    const expected = means.find((each) => each.number === number);
    const rank = 1 + means.filter((each) => each.mean > (expected?.mean ?? 0)).length;
    await expect(cells.locator('td').first()).toHaveText(String(rank));
    await expect(cells.locator('td').nth(1)).toHaveText((expected?.mean ?? 0).toFixed(2).replace('.', ','));
  }
}
