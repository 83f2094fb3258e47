/**
 * The deliberation on the committee's laptop: a contest file and a workbook through the system's dialogs, time that ran
 * over turned into a deduction and taken back, and a tie at an awarded place decided by the chair, by lot and as joint.
 */
import { expect, test, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils } from 'xlsx';
import { nextPlace, nextStep } from '../support/announce.ts';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { see } from '../support/see.ts';
import { ask } from '../support/shell-window.ts';
import { openScreen, picture, startLaptop, type Laptop } from './laptop.ts';

const pin = '2017';
const seats = ['juri-1', 'juri-2'];
/** By category; the totals are of both jurors. Equals: first place, second place, first place. */
const values: Readonly<Record<string, readonly string[]>> = {
  ketua: ['90', '90', '80', '70'],
  undian: ['85', '80', '80', '70'],
  kembar: ['88', '88', '70', '60'],
};

test('ties at awarded places, over time and the dialogs of the system', async () => {
  test.setTimeout(150_000);
  await withTemporaryFolder(async (folder) => {
    const laptop = await startLaptop(path.join(folder, 'panitia'), 'panitia');
    try {
      await openContestFile(laptop, folder);
      await judge(laptop.page);
      await nameAwards(laptop.page);
      await deductOverTime(laptop.page);
      await openScreen(laptop.page, 'Peringkat');
      await laptop.page.getByRole('button', { name: 'Tampilkan peringkat' }).click();
      await decideByChair(laptop.page);
      const seed = await decideByLot(laptop.page);
      await declareJoint(laptop.page);
      await announceJoint(laptop);
      await saveWorkbook(laptop, path.join(folder, 'rekap keputusan'), seed);
    } catch (error) {
      await picture(laptop, 'gagal-panitia').catch(() => null);
      throw error;
    } finally {
      await laptop.close();
    }
  });
});

/** What the system's dialogs answer from now on: a path, or that they were closed. */
async function answerDialogs(application: ElectronApplication, file: string | null): Promise<void> {
  await application.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' });
  }, file);
}

async function openContestFile({ page, application }: Laptop, folder: string): Promise<void> {
  const file = path.join(folder, 'lomba keputusan.json');
  writeFileSync(file, JSON.stringify(contestFile()));
  await page.getByRole('button', { name: /Lomba baru/ }).click();
  await page.getByRole('radio', { name: /Berkas lomba/ }).check();
  const choose = page.getByRole('button', { name: 'Pilih berkas lomba…' });
  await answerDialogs(application, null);
  await choose.click();
  await expect(choose).toBeEnabled();
  await expect(page.getByText(/Berkas terpilih/)).toBeHidden();
  await answerDialogs(application, file);
  await choose.click();
  await expect(page.getByText('Berkas terpilih:')).toBeVisible();
  await expect(page.getByText(path.basename(file), { exact: true })).toBeVisible();
  await picture({ page }, 'keputusan-berkas');
  await page.getByRole('button', { name: 'Buat lomba' }).click();
  await expect(page.getByRole('link', { name: 'Pemantauan' })).toBeVisible();
}

/** Both jurors on this laptop lock everything. */
async function judge(page: Page): Promise<void> {
  await ask(page, 'set-pin', { session: { role: 'committee' }, pin });
  for (const seat of seats) expect(await ask(page, 'add-local-seat', { seat, pin })).toMatchObject({ ok: true });
  for (const seat of seats) {
    await ask(page, 'sign-in', { session: { role: 'seat', seat }, pin });
    for (const [category, list] of Object.entries(values)) {
      for (const [index, value] of list.entries()) {
        const contestant = `${category}-${index + 1}`;
        await ask(page, 'execute', { type: 'set-score', contestant, criterion: 'isi', value });
        await ask(page, 'execute', { type: 'set-score', contestant, criterion: 'cara', value });
        expect(await ask(page, 'execute', { type: 'lock-sheet', contestant, stage: 'paparan' })).toMatchObject({
          ok: true,
        });
      }
    }
  }
  await ask(page, 'sign-in', { session: { role: 'committee' }, pin });
}

/** After the scores: the rules are frozen, the vote for Favorit is not. */
async function nameAwards(page: Page): Promise<void> {
  await openScreen(page, 'Rubrik & aturan');
  await page.getByRole('tab', { name: 'Penghargaan' }).click();
  await page.getByLabel('Tambah penerima').selectOption({ label: '12 · KBK Kembar 4 · Unit Contoh 12' });
  await page.getByRole('button', { name: 'Tambahkan' }).press('Enter');
  await page.getByRole('button', { name: 'Simpan', exact: true }).press('Enter');
  await expect(page.getByText('Semua tersimpan')).toBeVisible();
  await see(page, 'keputusan-penghargaan');
}

/** The timer of one second runs out on the stage; the deduction is proposed, confirmed, seen in the results, taken back. */
async function deductOverTime(page: Page): Promise<void> {
  await openScreen(page, 'Pemantauan');
  await page.getByRole('button', { name: /^Mulai dengan 1 · KBK Ketua 1/ }).click();
  await page.getByRole('button', { name: 'Mulai', exact: true }).click();
  await expect(page.getByText(/Melebihi waktu/)).toBeVisible();
  await page.getByRole('button', { name: 'Jeda' }).click();
  await page.getByRole('button', { name: 'Catat pengurangan…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tambah pengurangan' });
  await expect(dialog.getByLabel('Pengurangan per menit')).toBeFocused();
  await page.keyboard.type('0,75');
  await expect(dialog.getByText('Nilai akhir dikurangi 0,75.')).toBeVisible();
  await see(page, 'keputusan-lewat-waktu');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Catat pengurangan…' })).toBeFocused();
  const row = page.getByRole('region', { name: 'Daftar pengurangan nilai' }).getByRole('row', { name: /KBK Ketua 1/ });
  await expect(row).toContainText('Melebihi waktu Paparan');
  await expect(row).toContainText('0,75');

  await openScreen(page, 'Peringkat');
  await page.getByRole('button', { name: 'Tampilkan peringkat' }).click();
  const first = standing(page, 'Ketua', 1);
  await expect(first).toContainText('KBK Ketua 2');
  await page.getByRole('button', { name: /^Mengapa peringkat ini\?.*KBK Ketua 1/ }).click();
  await expect(page.getByText(/Pengurangan.*0,75/).first()).toBeVisible();
  await expect(page.getByText(/Melebihi waktu Paparan/)).toBeVisible();
  await see(page, 'keputusan-pengurangan-mengapa');

  await openScreen(page, 'Pemantauan');
  const undo = row.getByRole('button', { name: /^Batalkan pengurangan/ });
  await undo.focus();
  await page.keyboard.press('Enter');
  const asked = page.getByRole('dialog', { name: 'Batalkan pengurangan 0,75' });
  await expect(asked.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Jam panggung keliru');
  await asked.getByRole('button', { name: 'Ya, batalkan' }).press('Enter');
  await expect(asked).toBeHidden();
  await expect(row).toContainText('Dibatalkan: Jam panggung keliru');
  await see(page, 'keputusan-pengurangan-batal');
}

function standing(page: Page, category: string, place: number): Locator {
  return page
    .getByRole('region', { name: `Peringkat ${category}` })
    .locator('tbody tr')
    .nth(place - 1);
}

async function decideByChair(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: 'Nilai sama pada Juara I, II' })).toBeVisible();
  await see(page, 'keputusan-seri');
  await page.getByRole('button', { name: 'Keputusan ketua' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Keputusan ketua dewan juri' });
  await dialog.getByRole('button', { name: /^Tempatkan pada urutan 1: .*KBK Ketua 2/ }).press('Enter');
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox').fill('Risalahnya lebih lengkap');
  await see(page, 'keputusan-ketua');
  await dialog.getByRole('button', { name: 'Catat: KBK Ketua 2 paling atas' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(standing(page, 'Ketua', 1)).toContainText('KBK Ketua 2');
  await expect(standing(page, 'Ketua', 1)).toContainText('nilai sama, ditentukan: keputusan ketua');
  await expect(standing(page, 'Ketua', 2)).toContainText('KBK Ketua 1');
  await expect(page.getByRole('heading', { name: 'Keputusan yang tercatat' })).toBeFocused();
  await see(page, 'keputusan-ketua-sesudah');
  await page.getByRole('button', { name: /^Mengapa peringkat ini\? .*KBK Ketua 2/ }).press('Enter');
  const why = page.getByRole('region', { name: /^Mengapa peringkat ini\? .*KBK Ketua 2/ });
  await expect(why).toContainText('Alasan: Risalahnya lebih lengkap.');
  await why.locator('summary').first().press('Enter');
  await expect(why.locator('details').first()).toContainText('jumlah');
  await see(page, 'mengapa-peringkat-ini');
  await page.getByRole('button', { name: /^Mengapa peringkat ini\? .*KBK Ketua 2/ }).press('Enter');
}

/** The code of the lot is recorded with the reason and shown: whoever repeats the drawing with it gets the same order. */
async function decideByLot(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Undian/ }).click();
  await page
    .getByRole('region', { name: 'Nilai sama pada Juara II, III' })
    .getByRole('button', { name: 'Undian' })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Undian' });
  await dialog.getByRole('textbox').fill('Disepakati dewan juri');
  await see(page, 'keputusan-undian');
  await dialog.getByRole('button', { name: 'Undi dan catat' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(standing(page, 'Undian', 2)).toContainText('nilai sama, ditentukan: undian');
  await expect(standing(page, 'Undian', 3).locator('td').first()).toHaveText('3');
  const reason = page.getByText(/Disepakati dewan juri/);
  await expect(reason).toContainText(/kode undian [0-9a-f]{16}/);
  await see(page, 'keputusan-undian-sesudah');
  return /kode undian ([0-9a-f]{16})/.exec((await reason.textContent()) ?? '')?.[1] ?? '';
}

async function declareJoint(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Kembar/ }).click();
  await page.getByRole('button', { name: 'Juara kembar' }).click();
  const dialog = page.getByRole('dialog', { name: 'Juara kembar' });
  await expect(dialog.getByText('menjadi Juara I. Juara II tidak diberikan.')).toBeVisible();
  await dialog.getByRole('textbox').fill('Keduanya sama baik');
  await see(page, 'keputusan-kembar');
  await dialog.getByRole('button', { name: 'Tetapkan juara kembar' }).press('Enter');
  await expect(dialog).toBeHidden();
  for (const place of [1, 2]) {
    await expect(standing(page, 'Kembar', place).locator('td').first()).toHaveText('1');
    await expect(standing(page, 'Kembar', place)).toContainText('peringkat bersama');
  }
  const others = page.getByRole('region', { name: 'Penghargaan lain' }).getByRole('listitem');
  await expect(others).toContainText(['Harapan I', 'Favorit']);
  await see(page, 'keputusan-kembar-sesudah');
}

/** The two stand on one slide; ending before it asks first. */
async function announceJoint({ page, application }: Laptop): Promise<void> {
  await openScreen(page, 'Pengumuman');
  const opening = application.waitForEvent('window');
  await page.getByRole('button', { name: 'Buka layar pengumuman' }).click();
  const projector = await opening;
  await page.getByRole('button', { name: 'Mulai pengumuman Kembar' }).click();
  await expect(page.getByRole('dialog', { name: 'Umumkan Kembar sebelum disahkan?' })).toContainText('Juri 2 (contoh)');
  await see(page, 'keputusan-belum-disahkan');
  await page.getByRole('button', { name: 'Ya, umumkan dan catat' }).press('Enter');
  await expect(projector.getByText('Kembar').first()).toBeVisible();
  for (const label of ['Favorit', 'Harapan I', 'Juara III']) {
    await nextPlace(page);
    await expect(projector.locator('.place:not(.build-up)').getByText(label, { exact: true })).toBeVisible();
    if (label === 'Harapan I') await picture({ page: projector }, 'keputusan-proyektor-harapan');
  }
  const end = page.getByRole('button', { name: 'Akhiri pengumuman' });
  await end.press('Enter');
  const asked = page.getByRole('dialog', { name: 'Akhiri pengumuman Kembar?' });
  await expect(asked.getByRole('button', { name: 'Lanjutkan pengumuman' })).toBeFocused();
  await see(page, 'keputusan-akhiri');
  await page.keyboard.press('Enter');
  await expect(asked).toBeHidden();
  await expect(end).toBeFocused();
  await nextStep(page);
  // How many have it is not told before who.
  await expect(projector.getByText('Juara I', { exact: true })).toBeVisible();
  await nextStep(page);
  await expect(projector.getByText('Juara I (bersama)', { exact: true }).first()).toBeVisible();
  for (const name of ['KBK Kembar 1', 'KBK Kembar 2']) await expect(projector.getByText(name).first()).toBeVisible();
  await picture({ page: projector }, 'keputusan-proyektor-bersama');
  await end.press('Enter');
  await expect(asked).toBeHidden();
  await expect(end).toBeHidden();
  await expect(page.locator('main :focus')).toHaveCount(1);
}

/** By way of the dialog: not saved when it is closed, then with the ending added; ranks and remarks as decided. */
async function saveWorkbook({ page, application }: Laptop, file: string, seed: string): Promise<void> {
  await openScreen(page, 'Dokumen');
  await answerDialogs(application, null);
  const save = page.getByRole('button', { name: 'Simpan buku kerja…' });
  await save.click();
  await expect(page.getByText('Tidak jadi disimpan.')).toBeVisible();
  await answerDialogs(application, file);
  await save.click();
  await expect(page.getByText(path.basename(`${file}.xlsx`), { exact: true })).toBeVisible();
  await see(page, 'keputusan-dokumen');
  writeFileSync('screenshots/keputusan.xlsx', readFileSync(`${file}.xlsx`));
  const workbook = read(readFileSync(`${file}.xlsx`));
  const rows = workbook.SheetNames.flatMap((name) => {
    const sheet = workbook.Sheets[name];
    return sheet === undefined ? [] : utils.sheet_to_json<unknown[]>(sheet, { header: 1 });
  });
  const rowOf = (name: string, has: RegExp) => rows.find((row) => row.includes(name) && has.test(row.join(' ')));
  expect(rowOf('KBK Ketua 2', /Juara I\b/)).toBeDefined();
  expect(rowOf('KBK Ketua 1', /Juara II\b/)).toBeDefined();
  for (const name of ['KBK Kembar 1', 'KBK Kembar 2']) expect(rowOf(name, /Juara I\b/)).toBeDefined();
  expect(rows.flat().join(' ')).toContain(seed);
}

function contestFile() {
  const categories = Object.keys(values).map((id) => ({ id, name: id[0]?.toUpperCase() + id.slice(1) }));
  return {
    format: 'gelar-juri/contest@1',
    contest: { name: 'Gelar Budaya Kerja (contoh)', example: true, organizer: 'Panitia Contoh', place: 'Contoh' },
    categories,
    stages: [{ id: 'paparan', name: 'Presentasi', weight: '100', timer: [{ name: 'Paparan', seconds: 1 }] }],
    rubrics: [
      {
        id: 'rubrik',
        stage: 'paparan',
        criteria: [
          { id: 'isi', name: 'Isi', weight: '60', min: '0', max: '100', step: '0.5' },
          { id: 'cara', name: 'Cara menyajikan', weight: '40', min: '0', max: '100', step: '0.5' },
        ],
      },
    ],
    jurors: seats.map((id, index) => ({ id, name: `Juri ${index + 1} (contoh)`, chair: index === 0 })),
    contestants: categories.flatMap(({ id, name }, at) =>
      (values[id] ?? []).map((_, index) => ({
        id: `${id}-${index + 1}`,
        number: at * 4 + index + 1,
        name: `KBK ${name} ${index + 1}`,
        unit: `Unit Contoh ${at * 4 + index + 1}`,
        category: id,
        status: 'waiting',
      })),
    ),
    awards: [
      { id: 'harapan', name: 'Harapan', kind: 'places', from: 4, count: 2 },
      { id: 'favorit', name: 'Favorit', kind: 'list', contestants: [], categories: ['kembar'] },
    ],
    rules: { method: 'mean', tieBreak: ['chair', 'draw'], places: 3 },
  };
}
