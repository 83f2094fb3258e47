/**
 * Four laptops, from the first window to three joined jurors and one locked sheet: the committee is found by itself, every
 * juror types a short code, and every action of every person is counted.
 */
import { expect, test } from '@playwright/test';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { countedHands } from '../support/counted-hands.ts';
import { decimalFields, startLaptop, type Laptop } from './laptop.ts';
import { see } from '../support/see.ts';

const MOST_ACTIONS = 40;
const LONGEST_TEXT = 12;

test('[S15] three jurors join a committee that is found by itself, and one sheet is locked, within 40 actions', async () => {
  test.slow();
  await withTemporaryFolder(async (folder) => {
    const hands = countedHands();
    const [committee, ...jurors] = await Promise.all(
      ['panitia', 'juri-1', 'juri-2', 'juri-3'].map((name) => startLaptop(path.join(folder, name), name)),
    );
    if (committee === undefined) throw new Error('no committee');
    const { page } = committee;
    await hands.click(page.getByRole('button', { name: /Coba dengan contoh/ }));
    await expect(page.getByRole('heading', { name: 'Pemantauan' })).toBeVisible();
    await hands.click(page.getByRole('link', { name: 'Perangkat', exact: true }));
    await see(page, 'perangkat-belum');
    await hands.click(page.getByRole('button', { name: 'Mulai menerima laptop juri' }));
    const seats = page.getByRole('list', { name: 'Juri dan undangannya' }).getByRole('listitem');
    await expect(seats).toHaveCount(3);
    const codes = (await seats.allInnerTexts()).map((text) => /\d\d-\d{3}-\d{3}/.exec(text)?.[0] ?? '');
    expect(codes.map((code) => code.slice(0, 2))).toEqual(['01', '02', '03']);
    await see(page, 'perangkat-kode-singkat');
    const port = /127\.0\.0\.1:\d+/.exec(await page.locator('main').innerText())?.[0] ?? '';

    for (const [at, juror] of jurors.entries()) await join(juror, codes[at] ?? '');
    await see(page, 'perangkat-tiga-juri');

    const sheet = (jurors[0] ?? committee).page;
    const fields = decimalFields(sheet);
    await expect(fields.first()).toBeVisible();
    await see(sheet, 'gabung-lembar-pertama');
    const count = await fields.count();
    await hands.click(fields.first());
    for (let at = 0; at < count; at += 1) {
      await hands.type(sheet, '80');
      await hands.press(sheet, 'Enter');
    }
    await hands.click(sheet.getByRole('button', { name: 'Kunci nilai' }));
    const yes = sheet.getByRole('dialog').getByRole('button', { name: 'Ya, kunci nilai' });
    await expect(yes).toBeVisible();
    // Values that are unlike the juror's others have to be looked at once more.
    const checked = sheet.getByRole('dialog').getByRole('checkbox');
    if ((await checked.count()) > 0) await hands.click(checked);
    await hands.click(yes);
    await expect(sheet.getByText(/^1 dari \d+ lembar selesai/)).toBeVisible();
    await see(sheet, 'gabung-lembar-terkunci');
    await Promise.all([committee, ...jurors].map((laptop) => laptop.close()));
    expect(hands.longestText()).toBeLessThanOrEqual(LONGEST_TEXT);
    expect(hands.actions()).toBeLessThanOrEqual(MOST_ACTIONS);

    async function join(juror: Laptop, code: string): Promise<void> {
      await hands.click(juror.page.getByRole('button', { name: /Gabung sebagai juri/ }));
      // Other committees may be at work on this machine: a person compares the address.
      const own = juror.page.getByRole('radio', { description: new RegExp(port) });
      await expect(own).toBeVisible();
      await see(juror.page, `gabung-${juror.name}`);
      await hands.click(own);
      await hands.type(juror.page, code);
      await see(juror.page, `gabung-kode-${juror.name}`);
      await hands.press(juror.page, 'Enter');
      await expect(juror.page.getByText(/^Juri: /)).toBeVisible();
      await see(juror.page, `gabung-menunggu-${juror.name}`);
      await hands.click(page.getByRole('dialog').getByRole('button', { name: 'Terima', exact: true }));
      await expect(juror.page.getByText(/^Juri: /)).toBeHidden();
    }
  });
});
