/**
 * A person new to it, alone with the steps on top of the screens: from the first window over an own contest to the first locked
 * sheet of one of three jurors on their own laptops. What each person does is counted, and so is the time that it takes here.
 */
import { expect, test } from '@playwright/test';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { countedHands } from '../support/counted-hands.ts';
import { see } from '../support/see.ts';
import { decimalFields, dropFile, startLaptop, type Laptop } from './laptop.ts';

const list = path.resolve(import.meta.dirname, '../fixtures/lists/jepara-2017.xlsx');
const MOST_ACTIONS = 40;
const MOST_MINUTES = 10;

test('from the first window to a locked sheet, with an own list and three jurors, within 40 actions', async () => {
  test.slow();
  await withTemporaryFolder(async (folder) => {
    const hands = countedHands();
    const [committee, ...jurors] = await Promise.all(
      ['panitia', 'juri-1', 'juri-2', 'juri-3'].map((name) => startLaptop(path.join(folder, name), name)),
    );
    if (committee === undefined) throw new Error('no committee');
    const { page } = committee;
    const begun = performance.now();

    await hands.click(page.getByRole('button', { name: /Lomba baru/ }));
    await expect(page.getByText(/disimpan di laptop ini/)).toBeVisible();
    await see(page, 'langkah-lomba-baru');
    await hands.enter(page, 'Gelar Budaya Kerja (contoh)');

    await hands.choose(() => dropFile(page, list, '[aria-label^="Jatuhkan"]'));
    await hands.click(page.getByRole('button', { name: 'Simpan 13 perubahan' }));
    await see(page, 'langkah-daftar');
    await hands.click(page.getByRole('button', { name: 'Lanjut: Juri' }));

    for (const name of ['Juri 1 (contoh)', 'Juri 2 (contoh)', 'Juri 3 (contoh)']) {
      await expect(page.getByLabel('Nama juri berikutnya')).toBeFocused();
      await hands.enter(page, name);
    }
    await see(page, 'langkah-juri');
    await hands.click(page.getByRole('button', { name: 'Simpan', exact: true }));
    await hands.click(page.getByRole('button', { name: 'Lanjut: Laptop juri' }));
    await hands.click(page.getByRole('button', { name: 'Mulai menerima laptop juri' }));
    const seats = page.getByRole('list', { name: 'Juri dan undangannya' }).getByRole('listitem');
    await expect(seats).toHaveCount(3);
    const codes = (await seats.allInnerTexts()).map((text) => /\d\d-\d{3}-\d{3}/.exec(text)?.[0] ?? '');
    const port = /127\.0\.0\.1:\d+/.exec(await page.locator('main').innerText())?.[0] ?? '';
    for (const [at, juror] of jurors.entries()) await join(juror, codes[at] ?? '');
    const rows = page.getByRole('region', { name: 'Daftar laptop juri' }).locator('tbody tr');
    await expect(rows).toHaveCount(3);
    // A machine without a battery counts as plugged in.
    await expect(rows.filter({ hasText: /tercolok|\d %/ })).toHaveCount(3);
    const heights = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
    expect(Math.max(...heights)).toBeLessThanOrEqual(33);
    await see(page, 'langkah-laptop');
    await rows.first().scrollIntoViewIfNeeded();
    await see(page, 'langkah-laptop-daftar');
    await hands.click(page.getByRole('link', { name: /^Siap dimulai\? (siap|perlu dilihat)/ }));
    await expect(page.getByRole('heading', { name: 'Siap dimulai?', level: 1 })).toBeVisible();
    await see(page, 'langkah-siap');

    const sheet = (jurors[0] ?? committee).page;
    await hands.click(sheet.getByRole('button', { name: 'Saya sudah membaca dan menerima' }));
    const fields = decimalFields(sheet);
    await expect(fields).toHaveCount(7);
    await expect(fields.first()).toBeFocused();
    for (let at = 0; at < 7; at += 1) await hands.enter(sheet, '80');
    await hands.click(sheet.getByRole('button', { name: 'Kunci nilai' }));
    const yes = sheet.getByRole('dialog').getByRole('button', { name: 'Ya, kunci nilai' });
    await expect(yes).toBeVisible();
    // Values that are all the same have to be looked at once more.
    const checked = sheet.getByRole('dialog').getByRole('checkbox');
    if ((await checked.count()) > 0) await hands.click(checked);
    await hands.click(yes);
    await expect(sheet.getByText(/^1 dari \d+ lembar selesai/)).toBeVisible();

    const minutes = (performance.now() - begun) / 60_000;
    console.log(`${hands.actions()} actions, ${minutes.toFixed(1)} minutes`);
    await Promise.all([committee, ...jurors].map((laptop) => laptop.close()));
    expect(hands.actions(), hands.story().join('\n')).toBeLessThanOrEqual(MOST_ACTIONS);
    expect(minutes).toBeLessThan(MOST_MINUTES);

    async function join(juror: Laptop, code: string): Promise<void> {
      await hands.click(juror.page.getByRole('button', { name: /Gabung sebagai juri/ }));
      // Other committees may be at work on this machine: a person compares the address.
      await hands.click(juror.page.getByRole('radio', { description: new RegExp(port) }));
      await hands.enter(juror.page, code);
      await expect(juror.page.getByText('Menunggu diterima panitia…')).toBeVisible();
      await hands.click(page.getByRole('dialog').getByRole('button', { name: 'Terima', exact: true }));
      await expect(juror.page.getByText('Menunggu diterima panitia…')).toBeHidden();
    }
  });
});
