/**
 * A whole event on four laptops: the committee's and three jurors', from the secretariat's spreadsheet to the announcement
 * and the workbook. One juror is cut off from the network for a while, one juror's application is killed in the middle.
 */
import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils } from 'xlsx';
import { nextStep } from '../support/announce.ts';
import { ask, chooseInDialogs, value } from '../support/shell-window.ts';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { openTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';
import {
  acceptPact,
  decimalFields,
  dropFile,
  lockSheet,
  openScreen,
  picture,
  startLaptop,
  typeSheet,
  type Laptop,
} from './laptop.ts';

const jurors = [
  { id: 'juri-1', name: 'Juri 1 (contoh)', chair: true },
  { id: 'juri-2', name: 'Juri 2 (contoh)' },
  { id: 'juri-3', name: 'Juri 3 (contoh)' },
];
const groups = 12;
/** Of the template Presentasi KBK, in percent, in the order of its criteria. */
const weights = [20, 20, 15, 10, 10, 10, 15];

test('Jepara 2017: four laptops from the spreadsheet to the announcement', async () => {
  test.setTimeout(420_000);
  await withTemporaryFolder(async (folder) => {
    const laptops: Laptop[] = [];
    const cables: TcpProxy[] = [];
    try {
      const committee = await startLaptop(path.join(folder, 'panitia'), 'panitia');
      laptops.push(committee);
      await prepareContest(committee.page);
      const atJurors: Laptop[] = [];
      for (const { id, name } of jurors) {
        const code = await invitationFor(committee.page, name);
        const cable = await openTcpProxy(await portOf(committee.page));
        cables.push(cable);
        const laptop = await startLaptop(path.join(folder, id), id);
        laptops.push(laptop);
        atJurors.push(laptop);
        await join(laptop.page, committee.page, { code, address: `127.0.0.1:${cable.port}`, name });
      }
      const [first, second, third] = atJurors;
      const cable = cables[1];
      if (first === undefined || second === undefined || third === undefined || cable === undefined) return;
      const { restarted } = await judge(committee, [first, second, third], cable);
      laptops.push(restarted);
      await compareStandings(committee.page);
      await compareWorkbook(committee, path.join(folder, 'rekap.xlsx'));
      await announce(committee);
    } catch (error) {
      for (const laptop of laptops) await picture(laptop, `gagal-${laptop.name}`).catch(() => null);
      throw error;
    } finally {
      for (const laptop of laptops) await laptop.close().catch(() => null);
      for (const cable of cables) await cable.close();
    }
  });
});

/** New contest from a template, the list from the spreadsheet, three juror seats. */
async function prepareContest(page: Page): Promise<void> {
  await picture({ page }, '01-mulai');
  await page.getByRole('button', { name: /Lomba baru/ }).click();
  await page.getByLabel('Nama lomba').fill('Gelar Budaya Kerja Jepara 2017 (contoh)');
  await page.getByRole('radio', { name: /Contoh rubrik/ }).check();
  await page.getByRole('radio', { name: /Presentasi KBK/ }).check();
  await picture({ page }, '02-lomba-baru');
  await page.getByRole('button', { name: 'Buat lomba' }).click();
  await openScreen(page, 'Impor');
  await dropFile(page, path.join('tests', 'fixtures', 'lists', 'jepara-2017.xlsx'), '[aria-label^="Jatuhkan"]');
  await expect(page.getByText('KBK Puskesmas Welahan II', { exact: true })).toBeVisible();
  await picture({ page }, '03-impor');
  await page.getByRole('button', { name: /^Simpan \d+ perubahan/ }).click();
  await expect(page.getByText(/tersimpan/).first()).toBeVisible();
  const changed = await ask(page, 'execute', { type: 'change-jurors', jurors });
  expect(changed).toMatchObject({ ok: true });
}

async function portOf(page: Page): Promise<number> {
  const [address = ''] = (await value(page, 'network-status', undefined)).addresses;
  return Number(address.split(':').at(-1));
}

/** The committee opens its network and shows the seat's invitation. */
async function invitationFor(page: Page, seatName: string): Promise<string> {
  await openScreen(page, 'Perangkat');
  const start = page.getByRole('button', { name: 'Mulai menerima laptop juri' });
  const seats = page.getByRole('list', { name: 'Juri dan undangannya' });
  await expect(start.or(seats)).toBeVisible();
  if (await start.isVisible()) await start.click();
  await seats.getByRole('button', { name: seatName }).click();
  await expect(page.getByRole('heading', { name: seatName, level: 3 })).toBeVisible();
  await page.getByText(/^Undangan panjang/).click();
  const code = page.getByRole('textbox', { name: 'Kode undangan' });
  await picture({ page }, `04-perangkat-${seatName}`);
  return code.inputValue();
}

/** A juror pastes the invitation, the committee admits. */
async function join(
  page: Page,
  committee: Page,
  { code, address, name }: { readonly code: string; readonly address: string; readonly name: string },
): Promise<void> {
  await page.getByRole('button', { name: /Gabung sebagai juri/ }).click();
  await page.getByLabel('Kode dari panitia').fill(code);
  await page.keyboard.press('Enter');
  await page.getByLabel('Alamat laptop panitia').fill(address);
  await picture({ page }, `05-gabung-${name}`);
  await page.getByRole('button', { name: 'Gabung', exact: true }).click();
  await committee.getByRole('dialog').getByRole('button', { name: 'Terima' }).click();
  await acceptPact(page);
  await expect(page.getByText('0 dari 12 lembar selesai')).toBeVisible({ timeout: 30_000 });
}

/** Two judge while the network goes and comes back for one of them; the third one's application is killed in a sheet. */
async function judge(
  committee: Laptop,
  [first, second, third]: readonly [Laptop, Laptop, Laptop],
  cable: TcpProxy,
): Promise<{ readonly restarted: Laptop }> {
  const [, restarted] = await Promise.all([
    (async () => {
      await judgeByKeyboard(first);
      for (let group = 1; group < groups; group++) await judgeGroup(first.page, 0, group);
    })(),
    (async () => {
      for (let group = 0; group < 5; group++) await judgeGroup(third.page, 2, group);
      return killAndRestart(third);
    })(),
    (async () => {
      for (let group = 0; group < 3; group++) await judgeGroup(second.page, 1, group);
      cable.cut();
      await expect(second.page.getByText(/silakan terus menilai/)).toBeVisible({ timeout: 30_000 });
      for (let group = 3; group < 8; group++) await judgeGroup(second.page, 1, group);
      await picture(second, '06-terputus');
      await expect(second.page.getByText(/menunggu dikirim ke panitia/)).toBeVisible();
      cable.mend();
      for (let group = 8; group < groups; group++) await judgeGroup(second.page, 1, group);
    })(),
  ]);
  for (let group = 5; group < groups; group++) await judgeGroup(restarted.page, 2, group);
  for (const laptop of [first, second, restarted]) {
    await expect(laptop.page.getByText('semua sudah diterima panitia')).toBeVisible({ timeout: 60_000 });
    await expect(laptop.page.getByText('12 dari 12 lembar selesai')).toBeVisible();
  }
  await picture(first, '07-selesai');
  expect(committee.page.isClosed()).toBe(false);
  return { restarted };
}

/** The first group with the keyboard alone: numbers, Enter, and Enter again for the summary and its yes. */
async function judgeByKeyboard({ page }: Laptop): Promise<void> {
  await typeSheet(page, valuesOf(0, 0).map(written));
  await expect(page.getByRole('button', { name: 'Kunci nilai' })).toBeFocused();
  await page.keyboard.press('Enter');
  // Nobody has put this group on stage: the summary asks for a second look, and its tick is next.
  await expect(page.getByRole('dialog').getByRole('checkbox')).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Ya, kunci nilai' })).toBeFocused();
  await picture({ page }, '06-kunci-nilai');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nilai ini terkunci')).toBeVisible();
}

async function judgeGroup(page: Page, juror: number, group: number): Promise<void> {
  await page.getByRole('navigation', { name: 'Daftar peserta' }).locator('ol button').nth(group).click();
  await typeSheet(page, valuesOf(juror, group).map(written));
  await lockSheet(page);
  await expect(page.getByText('Nilai ini terkunci')).toBeVisible();
}

/** Killed with three fields of the sixth sheet typed: they are there again, and so is the field that was next. */
async function killAndRestart(laptop: Laptop): Promise<Laptop> {
  const { page } = laptop;
  await page.getByRole('navigation', { name: 'Daftar peserta' }).locator('ol button').nth(5).click();
  const fields = decimalFields(page);
  await expect(fields).toHaveCount(weights.length);
  await fields.first().focus();
  const typed = valuesOf(2, 5).slice(0, 3).map(written);
  for (const value of typed) {
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText(/dari 100,00 · 3 dari 7 kriteria/)).toBeVisible();
  await laptop.kill();
  const restarted = await startLaptop(laptop.home, laptop.name);
  await expect(decimalFields(restarted.page)).toHaveCount(weights.length, { timeout: 30_000 });
  for (const [index, value] of typed.entries())
    await expect(decimalFields(restarted.page).nth(index)).toHaveValue(value.replace('.', ','));
  await expect(decimalFields(restarted.page).nth(3)).toBeFocused();
  await picture(restarted, '06-setelah-mati');
  return restarted;
}

/** What juror and group get, criterion by criterion: invented, spread, with halves. */
function valuesOf(juror: number, group: number): readonly number[] {
  return weights.map(
    (_, criterion) => 65 + ((juror * 11 + group * 17 + criterion * 7 + group * criterion * 3) % 61) / 2,
  );
}

/** As people type: some with a comma, some with a point. */
function written(value: number, index: number): string {
  return String(value).replace('.', index % 2 === 0 ? ',' : '.');
}

const categories = ['Kesehatan', 'Pendidikan', 'Administrasi'];

interface Expected {
  /** Performance number. */
  readonly number: number;
  readonly rank: number;
  /** Thousandths of a point, the mean over the jurors, times the number of jurors. */
  readonly total: number;
}

/** The ranking worked out here with whole numbers: halves of points times percent, summed over criteria and jurors. */
function expectedRanking(category: number): readonly Expected[] {
  const totals = [0, 1, 2, 3].map((place) => {
    const group = category * 4 + place;
    const total = jurors.reduce(
      (sum, _, juror) =>
        sum + valuesOf(juror, group).reduce((sheet, value, index) => sheet + value * 2 * (weights[index] ?? 0), 0),
      0,
    );
    return { number: group + 1, total };
  });
  return totals
    .map((each) => ({ ...each, rank: 1 + totals.filter((other) => other.total > each.total).length }))
    .toSorted((a, b) => a.rank - b.rank);
}

/** Mean over the jurors with two decimals, halves up, as a person would write it. */
function shown(total: number): string {
  const hundredths = Math.floor((total * 2 + jurors.length * 2) / (jurors.length * 4));
  return `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`;
}

async function compareStandings(page: Page): Promise<void> {
  await openScreen(page, 'Pemantauan');
  await picture({ page }, '08-pemantauan');
  await openScreen(page, 'Peringkat');
  await picture({ page }, '09-peringkat-tersembunyi');
  await page.getByRole('button', { name: 'Tampilkan peringkat' }).click();
  for (const [index, name] of categories.entries()) {
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    const rows = page.getByRole('region', { name: `Peringkat ${name}` }).locator('tbody tr');
    await expect(rows).toHaveCount(4);
    for (const [at, expected] of expectedRanking(index).entries()) {
      const row = rows.nth(at);
      await expect(row.locator('td').first()).toHaveText(String(expected.rank));
      await expect(row.locator('th')).toContainText(groupName(expected.number));
      await expect(row.locator('td').nth(1)).toHaveText(shown(expected.total));
    }
    await picture({ page }, `09-peringkat-${name}`);
  }
}

function groupName(number: number): string {
  return number === 1 ? 'KBK Puskesmas Welahan II' : `KBK Contoh ${number}`;
}

/** Saved from the running application and read again by another library: the same totals and ranks. */
async function compareWorkbook({ application, page }: Laptop, file: string): Promise<void> {
  await openScreen(page, 'Dokumen');
  await picture({ page }, '10-dokumen');
  await chooseInDialogs(application, file);
  expect(await ask(page, 'save-workbook')).toMatchObject({ ok: true });
  const workbook = read(readFileSync(file));
  const cells = workbook.SheetNames.flatMap((name) => {
    const sheet = workbook.Sheets[name];
    return sheet === undefined ? [] : utils.sheet_to_json<unknown[]>(sheet, { header: 1 });
  });
  for (const [index] of categories.entries()) {
    for (const { number, rank, total } of expectedRanking(index)) {
      const mean = total / 200 / jurors.length;
      const row = cells.find(
        (each) =>
          each.includes(groupName(number)) &&
          each.some((cell) => typeof cell === 'number' && Math.abs(cell - mean) < 1e-9),
      );
      expect(row, groupName(number)).toContain(rank);
    }
  }
}

/** Juara III, II, I of one category; the projector never holds a name that is not revealed yet. */
async function announce({ page, application }: Laptop): Promise<void> {
  await openScreen(page, 'Pengumuman');
  const opening = application.waitForEvent('window');
  await page.getByRole('button', { name: 'Buka layar pengumuman' }).click();
  const projector = await opening;
  await expect(projector.getByText('Gelar Budaya Kerja Jepara 2017 (contoh)').first()).toBeVisible();
  await page.getByRole('button', { name: 'Mulai pengumuman Pendidikan' }).click();
  await page.getByRole('button', { name: 'Ya, umumkan dan catat' }).click();
  await expect(projector.getByText('Pendidikan').first()).toBeVisible();
  const winners = expectedRanking(1).filter(({ rank }) => rank <= 3);
  expect(winners.map(({ rank }) => rank)).toEqual([1, 2, 3]);
  const secret = winners.map(({ number }) => groupName(number));
  for (const label of ['Juara III', 'Juara II', 'Juara I']) {
    await nextStep(page);
    await expect(projector.locator('.build-up').getByText(label, { exact: true })).toBeVisible();
    for (const name of secret) expect(await projector.content()).not.toContain(name);
    await nextStep(page);
    const name = secret.pop() ?? '';
    await expect(projector.getByText(label, { exact: true }).first()).toBeVisible();
    await expect(projector.getByText(name, { exact: true }).first()).toBeVisible();
    await picture({ page: projector }, `11-${label.replace(' ', '-')}`);
  }
}
