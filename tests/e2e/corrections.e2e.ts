/**
 * What the committee does to a juror's sheets, seen on the juror's own laptop: a recusal taken over from the contest file,
 * an absence recorded and taken back, a locked sheet opened with a reason and locked again, a sign-off opened again.
 */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { see } from '../support/see.ts';
import { ask, value } from '../support/shell-window.ts';
import { decimalFields, lockSheet, openScreen, picture, startLaptop, typeSheet, type Laptop } from './laptop.ts';

const juror = 'Juri 1 (contoh)';
const groups = ['KBK Melati', 'KBK Mawar', 'KBK Kenanga', 'KBK Anggrek'];

test('a juror sees why a sheet is opened, closed or left out, corrects it, and signs again', async () => {
  test.setTimeout(150_000);
  await withTemporaryFolder(async (folder) => {
    const committee = await startLaptop(path.join(folder, 'panitia'), 'panitia');
    const seat = await startLaptop(path.join(folder, 'juri'), 'juri');
    try {
      await openContest(committee.page, folder);
      await join(seat.page, committee.page);
      await recusalFromTheFile(seat.page);
      await absence(committee.page, seat);
      await judgeAndSign(seat.page);
      await reopenSheet(committee.page);
      await correct(seat);
      await reopenSignOff(committee.page, seat.page);
    } catch (error) {
      for (const laptop of [committee, seat]) await picture(laptop, `gagal-${laptop.name}`).catch(() => null);
      throw error;
    } finally {
      await seat.close();
      await committee.close();
    }
  });
});

async function openContest(page: Page, folder: string): Promise<void> {
  const file = path.join(folder, 'lomba.json');
  writeFileSync(file, JSON.stringify(contestFile()));
  const name = 'Gelar Budaya Kerja (contoh)';
  const source = { kind: 'file' as const, path: file };
  expect(await ask(page, 'create-contest', { source, name })).toMatchObject({
    ok: true,
  });
  expect(await ask(page, 'start-listening', {})).toMatchObject({ ok: true });
}

async function join(page: Page, committee: Page): Promise<void> {
  const invitations = async () => (await value(committee, 'network-status')).invitations;
  await expect.poll(async () => (await invitations()).length).toBeGreaterThan(0);
  const code = (await invitations()).find(({ seat }) => seat === 'juri-1')?.code ?? '';
  await page.getByRole('button', { name: /Gabung sebagai juri/ }).click();
  await page.getByLabel('Kode dari panitia').fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Juri 1', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Gabung', exact: true }).press('Enter');
  await committee.getByRole('dialog').getByRole('button', { name: 'Terima' }).click();
  await expect(page.getByText('1 dari 4 lembar selesai')).toBeVisible({ timeout: 30_000 });
}

/** Declared beforehand: the juror is told who wrote it down, and may take it back. */
async function recusalFromTheFile(page: Page): Promise<void> {
  await choose(page, 3);
  await expect(page.getByText('Panitia mencatat Anda tidak menilai peserta ini')).toBeVisible();
  await expect(page.getByText('Alasan: Satu unit kerja (contoh)')).toBeVisible();
  await see(page, 'koreksi-tidak-menilai');
  await choose(page, 0);
}

async function choose(page: Page, group: number): Promise<void> {
  await page.getByRole('navigation', { name: 'Daftar peserta' }).locator('ol button').nth(group).click();
}

/** Recorded by mistake while the juror has the sheet open, and taken back: what was typed is there again. */
async function absence(committee: Page, { page }: Laptop): Promise<void> {
  await decimalFields(page).first().focus();
  await page.keyboard.type('80');
  await page.keyboard.press('Enter');
  await expect(page.getByText('semua sudah diterima panitia')).toBeVisible({ timeout: 30_000 });
  await openScreen(committee, 'Pemantauan');
  const cell = committee.getByRole('button', { name: new RegExp(`^Juri 1 \\(contoh\\), 1 · ${groups[0] ?? ''}`) });
  await cell.press('Enter');
  await giveReason(committee, 'Belum datang', 'Catat tidak hadir');
  await expect(page.getByText('Panitia mencatat Anda tidak hadir untuk peserta ini')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Alasan: Belum datang')).toBeVisible();
  await expect(decimalFields(page)).toHaveCount(0);
  await expect(page.locator('main :focus')).toHaveCount(1);
  await see(page, 'koreksi-tidak-hadir');
  await expect(cell).toBeFocused();
  await cell.press('Enter');
  await giveReason(committee, 'Keliru', 'Batalkan: juri hadir');
  await expect(decimalFields(page).first()).toHaveValue('80', { timeout: 30_000 });
}

/** The dialog that asks for a reason has the focus in its field; the whole of it goes by keyboard. */
async function giveReason(page: Page, reason: string, button: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Alasan' })).toBeFocused();
  await page.keyboard.type(reason);
  await dialog.getByRole('button', { name: button }).press('Enter');
  await expect(dialog).toBeHidden();
}

async function judgeAndSign(page: Page): Promise<void> {
  for (const group of [0, 1, 2]) {
    await choose(page, group);
    await typeSheet(page, [String(80 + group), '75']);
    await lockSheet(page);
  }
  await page.getByRole('link', { name: 'Semua terkunci: sahkan nilai Anda' }).press('Enter');
  await sign(page);
}

async function sign(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sahkan kategori Umum' }).press('Enter');
  await page.getByRole('button', { name: 'Ya, saya sahkan' }).press('Enter');
  await expect(page.getByText('Sudah Anda sahkan')).toBeVisible();
  await expect(page.locator('main :focus')).toHaveCount(1);
}

async function reopenSheet(page: Page): Promise<void> {
  const cell = page.getByRole('button', {
    name: new RegExp(`^Juri 1 \\(contoh\\), 2 · ${groups[1] ?? ''}.*Terkunci$`),
  });
  await expect(cell).toBeVisible({ timeout: 30_000 });
  await cell.press('Enter');
  await picture({ page }, 'koreksi-buka-kunci');
  await giveReason(page, 'Juri menyebut nilai isi seharusnya 91', 'Buka kunci');
}

/** On the sign-off screen the juror is told at once, is led to the sheet, reads the reason there, corrects and locks. */
async function correct({ page }: Laptop): Promise<void> {
  await expect(page.getByText('1 lembar belum terkunci.')).toBeVisible({ timeout: 30_000 });
  const reason = page.getByRole('main').getByText('Alasan: Juri menyebut nilai isi seharusnya 91');
  await expect(reason).toBeVisible();
  await expect(page.getByRole('alert', { name: 'Lembar yang dibuka kembali' })).toContainText('KBK Mawar');
  await expect(page.getByText('Dibuka kembali', { exact: true })).toBeVisible();
  await see(page, 'koreksi-pengesahan-terbuka');
  await page.getByRole('link', { name: /2 · KBK Mawar/ }).press('Enter');
  await expect(page.getByText('Dibuka kembali oleh panitia')).toBeVisible();
  await expect(decimalFields(page).first()).toBeFocused();
  await expectInSight(reason);
  await see(page, 'koreksi-lembar-terbuka');
  await page.keyboard.type('91');
  await lockSheet(page);
  await expect(page.getByText('Nilai ini terkunci')).toBeVisible();
  await page.getByRole('link', { name: 'Semua terkunci: sahkan nilai Anda' }).click();
  await sign(page);
}

/** Visible to a person: inside the window, and with nothing of the sheet's head or foot over it. */
async function expectInSight(text: Locator): Promise<void> {
  await expect(text).toBeInViewport({ ratio: 1 });
  const isOnTop = await text.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    return top !== null && element.closest('[role="alert"]')?.contains(top) === true;
  });
  expect(isOnTop).toBe(true);
}

async function reopenSignOff(committee: Page, page: Page): Promise<void> {
  const cell = committee.getByRole('button', { name: `Pengesahan ${juror}, kategori Umum: Disahkan` });
  await expect(cell).toBeVisible({ timeout: 30_000 });
  await cell.press('Enter');
  await giveReason(committee, 'Rapat pleno diulang', 'Buka pengesahan');
  await expect(page.getByText('Pengesahan ini dibuka kembali oleh panitia')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Alasan: Rapat pleno diulang')).toBeVisible();
  await see(page, 'koreksi-sahkan-lagi');
  await sign(page);
  await expect(page.getByText('Pengesahan ini dibuka kembali oleh panitia')).toBeHidden();
}

/** Two lines for each level, as printed sheets have them: such a criterion nearly fills the sheet's pane. */
const descriptors = Object.fromEntries(
  ['50', '60', '70', '80', '90'].map((level) => [
    level,
    'Masalah, sebab, dan langkah perbaikan diuraikan berdasarkan data; setiap langkah menjawab satu sebab, hasilnya diukur ' +
      'sebelum dan sesudah perbaikan, dan standar kerja yang baru sudah ditetapkan serta dijalankan oleh seluruh anggota.',
  ]),
);

function contestFile() {
  return {
    format: 'gelar-juri/contest@1',
    contest: { name: 'Gelar Budaya Kerja (contoh)', example: true },
    categories: [{ id: 'umum', name: 'Umum' }],
    stages: [{ id: 'paparan', name: 'Presentasi', weight: '100' }],
    rubrics: [
      {
        id: 'rubrik',
        stage: 'paparan',
        criteria: [
          { id: 'isi', name: 'Isi', weight: '60', min: '0', max: '100', step: '0.5', descriptors },
          { id: 'cara', name: 'Cara menyajikan', weight: '40', min: '0', max: '100', step: '0.5' },
        ],
      },
    ],
    jurors: [1, 2].map((number) => ({ id: `juri-${number}`, name: `Juri ${number} (contoh)` })),
    contestants: groups.map((name, index) => ({
      id: `k${index + 1}`,
      number: index + 1,
      name,
      unit: `Unit Contoh ${index + 1}`,
      category: 'umum',
      status: 'waiting',
    })),
    recusals: [{ juror: 'juri-1', contestant: 'k4', reason: 'Satu unit kerja (contoh)' }],
    rules: { method: 'mean', tieBreak: ['chair'], places: 3 },
  };
}
