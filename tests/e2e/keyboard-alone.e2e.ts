/**
 * A whole event without a mouse, on two laptops: from the first window over an own list, a juror who joins by the short code,
 * every score, lock and sign-off, to the announcement and the workbook. Only what the system itself asks (which file) is answered for.
 */
import { expect, test, type Page } from '@playwright/test';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nextPlace } from '../support/announce.ts';
import { pressOn, tabTo } from '../support/keyboard-hands.ts';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { chooseInDialogs } from '../support/shell-window.ts';
import { startLaptop, type Laptop } from './laptop.ts';

const list =
  'No Urut;Nama KBK;Unit Kerja\n1;KBK Melati;RSUD Kartini\n2;KBK Mawar;SMPN 2\n3;KBK Kenanga;Kecamatan Tahunan\n';
const groups = 3;
const criteria = 7;

test('a whole event by keyboard alone: prepared, joined, scored, signed off, announced and saved', async () => {
  test.setTimeout(300_000);
  await withTemporaryFolder(async (folder) => {
    const laptops = await Promise.all(['panitia', 'juri'].map((name) => startLaptop(path.join(folder, name), name)));
    const [committee, juror] = laptops;
    if (committee === undefined || juror === undefined) throw new Error('two laptops');
    try {
      for (const { page } of laptops) forbidMouse(page);
      await prepare(committee, folder);
      await joinByCode(committee.page, juror.page);
      await judge(committee.page, juror.page);
      await announce(committee);
      await saveWorkbook(committee, path.join(folder, 'rekap.xlsx'));
    } finally {
      for (const laptop of laptops) await laptop.close();
    }
  });
});

/** What is pressed here is pressed by a key. */
function forbidMouse(page: Page): void {
  page.mouse.click = () => Promise.reject(new Error('there is no mouse'));
}

async function prepare({ page, application }: Laptop, folder: string): Promise<void> {
  const file = path.join(folder, 'urutan.csv');
  writeFileSync(file, list);
  await chooseInDialogs(application, file);
  await pressOn(page, /Lomba baru/);
  await expect(page.getByLabel('Nama lomba')).toBeFocused();
  await page.keyboard.type('Gelar tanpa tetikus (contoh)');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Impor daftar peserta' })).toBeVisible();
  await pressOn(page, /Pilih berkas/);
  await pressOn(page, /^Simpan \d+ perubahan/);
  await pressOn(page, /^Lanjut: Juri/);
  await expect(page.getByLabel('Nama juri berikutnya')).toBeFocused();
  await page.keyboard.type('Juri 1 (contoh)');
  await page.keyboard.press('Enter');
  await pressOn(page, /^Simpan$/);
  await pressOn(page, /^Lanjut: Laptop juri/);
  await pressOn(page, /^Mulai menerima laptop juri/);
}

async function joinByCode(committee: Page, juror: Page): Promise<void> {
  const seats = committee.getByRole('list', { name: 'Juri dan undangannya' }).getByRole('listitem');
  await expect(seats).toHaveCount(1);
  const [code = ''] = /\d\d-\d{3}-\d{3}/.exec(await seats.innerText()) ?? [];
  const [address = ''] = /127\.0\.0\.1:\d+/.exec(await committee.getByRole('main').innerText()) ?? [];
  await pressOn(juror, /Gabung sebagai juri/);
  const heard = juror.getByRole('radio', { description: new RegExp(address) });
  await expect(heard).toBeVisible();
  // Others may be at work on this machine.
  for (let presses = 0; presses < 20 && !(await heard.isChecked()); presses += 1) {
    if (presses === 0) await heard.focus();
    await juror.keyboard.press(presses === 0 ? 'Space' : 'ArrowDown');
  }
  await tabTo(juror, /^Kode/);
  await juror.keyboard.type(code);
  await juror.keyboard.press('Enter');
  await expect(committee.getByRole('dialog')).toBeVisible();
  await pressOn(committee, /^Terima$/);
  await pressOn(juror, /^Saya sudah membaca dan menerima$/);
  await expect(juror.getByText(`0 dari ${groups} lembar selesai`)).toBeVisible();
}

async function judge(committee: Page, juror: Page): Promise<void> {
  await pressOn(committee, /^Pemantauan$/);
  await expect(committee.getByRole('heading', { name: 'Pemantauan', level: 1 })).toBeVisible();
  await pressOn(juror, /^Lewati$/);
  for (let group = 0; group < groups; group += 1) {
    await pressOn(committee, /^(Mulai dengan|Berikutnya)/);
    await expect(juror.getByText(/SEDANG TAMPIL/).first()).toBeVisible();
    const fields = juror.locator('input[inputmode="decimal"]');
    await expect(fields).toHaveCount(criteria);
    if (!(await fields.first().evaluate((element) => element === document.activeElement)))
      await tabTo(juror, /^Alur langkah/);
    for (let criterion = 0; criterion < criteria; criterion += 1) {
      await juror.keyboard.type(String(90 - group * 5 - criterion));
      await juror.keyboard.press('Enter');
    }
    // The lock has the focus after the last field.
    await juror.keyboard.press('Enter');
    await expect(juror.getByRole('dialog')).toBeVisible();
    await pressOn(juror, /^Ya, kunci nilai$/);
    await expect(juror.getByText(`${group + 1} dari ${groups} lembar selesai`)).toBeVisible();
    if (group + 1 < groups) await juror.keyboard.press('Enter');
  }
  await pressOn(juror, /^Pengesahan$/);
  await pressOn(juror, /^Sahkan kategori/);
  await pressOn(juror, /^Ya, saya sahkan$/);
  await expect(juror.getByText('Sudah Anda sahkan')).toBeVisible();
  await expect(juror.getByText(/semua sudah diterima panitia/)).toBeVisible();
}

async function announce({ page, application }: Laptop): Promise<void> {
  await pressOn(page, /^Peringkat$/);
  await pressOn(page, /^Tampilkan peringkat$/);
  await expect(page.getByText('KBK Melati').first()).toBeVisible();
  await pressOn(page, /^Pengumuman$/);
  const opening = application.waitForEvent('window');
  await pressOn(page, /^Buka layar pengumuman$/);
  const projector = await opening;
  await pressOn(page, /^Mulai pengumuman/);
  for (const [place, name] of [
    ['Juara III', 'KBK Kenanga'],
    ['Juara II', 'KBK Mawar'],
    ['Juara I', 'KBK Melati'],
  ] as const) {
    await nextPlace(page);
    await expect(projector.getByText(place, { exact: true }).first()).toBeVisible();
    await expect(projector.getByText(name).first()).toBeVisible();
  }
}

async function saveWorkbook({ page, application }: Laptop, file: string): Promise<void> {
  await chooseInDialogs(application, file);
  await pressOn(page, /^Dokumen$/);
  await pressOn(page, /^Simpan buku kerja/);
  await expect.poll(() => existsSync(file), { timeout: 60_000 }).toBe(true);
}
