/**
 * One juror on two laptops at once: both score offline, the laptops meet, and the juror chooses by keyboard which value
 * is right. Then both lock offline with different values: the committee opens the locks, the juror chooses and locks again.
 */
import { expect, test, type Page } from '@playwright/test';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { see, zoomTo } from '../support/see.ts';
import { ask, value } from '../support/shell-window.ts';
import { openTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';
import { decimalFields, lockSheet, openScreen, picture, startLaptop, typeSheet, type Laptop } from './laptop.ts';

const seatName = 'Juri 1 (contoh)';
const values = ['80', '81', '82', '83', '84', '85', '86'];

test('one juror on two laptops: differing scores and differing locks are shown, chosen between, and locked once', async () => {
  test.setTimeout(180_000);
  await withTemporaryFolder(async (folder) => {
    const laptops: Laptop[] = [];
    const cables: TcpProxy[] = [];
    try {
      const committee = await startLaptop(path.join(folder, 'panitia'), 'panitia');
      laptops.push(committee);
      await openSample(committee.page);
      for (const name of ['laptop-pertama', 'laptop-kedua']) {
        const cable = await openTcpProxy(await portOf(committee.page));
        cables.push(cable);
        const laptop = await startLaptop(path.join(folder, name), name);
        laptops.push(laptop);
        await join(laptop.page, committee.page, cable.port);
      }
      const [, first, second] = laptops;
      if (first === undefined || second === undefined) return;
      await scoreDifferently(first, second, cables);
      await monitorNamesTheConflict(committee);
      await chooseByKeyboard(first);
      await noConflictIsLeft(committee.page, second);
      await lockDifferently(first, second, cables);
      await openTheLocks(committee);
      await chooseAndLockAgain(first, second);
    } catch (error) {
      for (const laptop of laptops) await picture(laptop, `gagal-${laptop.name}`).catch(() => null);
      throw error;
    } finally {
      for (const laptop of laptops) await laptop.close().catch(() => null);
      for (const cable of cables) await cable.close();
    }
  });
});

async function openSample(page: Page): Promise<void> {
  const name = 'Gelar Budaya Kerja (contoh)';
  const created = await ask(page, 'create-contest', {
    source: { kind: 'sample' },
    name,
  });
  expect(created).toMatchObject({ ok: true });
  expect(await ask(page, 'start-listening', {})).toMatchObject({ ok: true });
}

async function portOf(page: Page): Promise<number> {
  const [address = ''] = (await value(page, 'network-status')).addresses;
  return Number(address.split(':').at(-1));
}

/** The first laptop by the seat's invitation; the second by one for a further laptop of the same person. */
async function join(page: Page, committee: Page, port: number): Promise<void> {
  await openScreen(committee, 'Perangkat');
  const seat = committee.getByRole('list', { name: 'Juri dan undangannya' }).getByRole('button', { name: seatName });
  await seat.click();
  const isFurther = (await seat.textContent())?.includes('Bergabung') === true;
  if (isFurther) await committee.getByRole('button', { name: 'Buat undangan untuk laptop pengganti' }).click();
  await committee.getByText(/^Undangan panjang/).click();
  const code = await committee.getByRole('textbox', { name: 'Kode undangan' }).inputValue();
  await page.getByRole('button', { name: /Gabung sebagai juri/ }).click();
  await page.getByLabel('Kode dari panitia').fill(code);
  await page.keyboard.press('Enter');
  await page.getByLabel('Alamat laptop panitia').fill(`127.0.0.1:${port}`);
  await page.getByRole('button', { name: 'Gabung', exact: true }).click();
  const asking = committee.getByRole('dialog', { name: /minta masuk sebagai/ });
  await expect(asking).toBeVisible();
  const same = asking.getByRole('checkbox', { name: 'Orangnya tetap sama' });
  if (isFurther) {
    await expect(same).toBeChecked();
    await picture({ page: committee }, 'bentrok-orang-sama');
  }
  await asking.getByRole('button', { name: 'Terima' }).click();
  await expect(page.getByText('0 dari 12 lembar selesai')).toBeVisible({ timeout: 30_000 });
}

/** Both offline: the first criterion differs, the second is the same on both, the rest is written on one of them. */
async function scoreDifferently(first: Laptop, second: Laptop, cables: readonly TcpProxy[]): Promise<void> {
  await cut([first, second], cables);
  await typeSheet(first.page, values);
  await decimalFields(second.page).first().focus();
  for (const value of ['85', '81']) {
    await second.page.keyboard.type(value);
    await second.page.keyboard.press('Enter');
  }
  await expect(second.page.getByText('dari 100,00 · 2 dari 7 kriteria')).toBeVisible();
  await mend([first, second], cables);
  for (const { page } of [first, second]) {
    await expect(page.getByText('Dua nilai dari dua laptop: pilih yang benar')).toHaveCount(1, { timeout: 30_000 });
  }
}

async function cut(laptops: readonly Laptop[], cables: readonly TcpProxy[]): Promise<void> {
  for (const cable of cables) cable.cut();
  for (const { page } of laptops) {
    await expect(page.getByText(/silakan terus menilai/)).toBeVisible({ timeout: 30_000 });
  }
}

/** The juror tries the committee's address again, rather than waiting until the laptop does. */
async function mend(laptops: readonly Laptop[], cables: readonly TcpProxy[]): Promise<void> {
  for (const [index, { page }] of laptops.entries()) {
    const cable = cables[index];
    cable?.mend();
    await ask(page, 'move-committee', { address: `127.0.0.1:${cable?.port ?? 0}` });
  }
}

async function monitorNamesTheConflict({ page }: Laptop): Promise<void> {
  await openScreen(page, 'Pemantauan');
  await expect(page.getByText('1 hal perlu diperhatikan')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Juri 1 \(contoh\), 1 · KBK Melati.*: Bentrok$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Tampilkan nilainya' }).click();
  await expect(page.getByRole('list', { name: 'Nilai yang berbeda' }).getByRole('listitem')).toHaveText(['80', '85']);
  await see(page, 'bentrok-pemantauan');
}

/** No lock before a choice; the choice by Tab and Enter; then the lock. */
async function chooseByKeyboard({ page, application }: Laptop): Promise<void> {
  await expect(page.getByText('Dua laptop mencatat nilai berbeda: Alur langkah jelas dan runtut.')).toBeVisible();
  await picture({ page }, 'bentrok-juri');
  await zoomTo(application, 2);
  await page.getByRole('button', { name: 'Pilih nilainya' }).click();
  await see(page, 'bentrok-juri-2');
  await zoomTo(application, 1);
  await page.getByRole('button', { name: 'Kunci nilai' }).click();
  await expect(page.getByText(/Pilih dahulu nilai yang benar dari kedua laptop/)).toBeVisible();
  await see(page, 'bentrok-belum-dapat-dikunci');
  await expect(page.getByRole('button', { name: 'Pakai 80' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Pakai 85' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Dua nilai dari dua laptop/)).toBeHidden();
  await expect(decimalFields(page).first()).toHaveValue('85');
  await expect(decimalFields(page).first()).toBeFocused();
  await lockSheet(page);
  await expect(page.getByText('Nilai ini terkunci')).toBeVisible();
}

async function noConflictIsLeft(committee: Page, { page }: Laptop): Promise<void> {
  await expect(committee.getByText(/perlu diperhatikan/)).toBeHidden({ timeout: 30_000 });
  await expect(page.getByText('Nilai ini terkunci')).toBeVisible({ timeout: 30_000 });
}

/** The next group is locked on both laptops while neither knows of the other. */
async function lockDifferently(first: Laptop, second: Laptop, cables: readonly TcpProxy[]): Promise<void> {
  for (const { page } of [first, second]) {
    await expect(page.getByText('semua sudah diterima panitia')).toBeVisible({ timeout: 30_000 });
  }
  await cut([first, second], cables);
  for (const [index, { page }] of [first, second].entries()) {
    await page.getByRole('navigation', { name: 'Daftar peserta' }).locator('ol button').nth(1).click();
    await typeSheet(page, [index === 0 ? '70' : '75', ...values.slice(1)]);
    await lockSheet(page);
  }
  await mend([first, second], cables);
  for (const { page } of [first, second]) {
    await expect(page.getByText('Lembar ini dikunci di dua laptop dengan isi berbeda')).toBeVisible({
      timeout: 30_000,
    });
  }
  await see(first.page, 'bentrok-dua-kunci');
}

async function openTheLocks({ page }: Laptop): Promise<void> {
  const cell = page.getByRole('button', { name: /^Juri 1 \(contoh\), 2 · KBK Mawar.*: Bentrok$/ });
  await expect(cell).toBeVisible();
  await cell.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Terkunci di dua laptop (contoh)');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: /^Juri 1 \(contoh\), 2 · KBK Mawar/ })).toBeFocused();
}

async function chooseAndLockAgain({ page }: Laptop, second: Laptop): Promise<void> {
  await expect(page.getByText('Lembar ini dikunci di dua laptop dengan isi berbeda')).toBeHidden({ timeout: 30_000 });
  await expect(page.getByText('Dua nilai dari dua laptop: pilih yang benar')).toBeVisible();
  await picture({ page }, 'bentrok-setelah-dibuka');
  await page.getByRole('button', { name: 'Pakai 75' }).press('Enter');
  await expect(page.getByText(/Dua nilai dari dua laptop/)).toBeHidden();
  await lockSheet(page);
  await expect(second.page.getByText('Nilai ini terkunci')).toBeVisible({ timeout: 30_000 });
  await expect(second.page.getByText('2 dari 12 lembar selesai')).toBeVisible();
}
