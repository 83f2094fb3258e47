/**
 * What a screen reader has to say: a juror's sheets from the first score to the sign-off, by the keyboard alone, and a ceremony at the
 * operator's screen and in the hall. Numbers say what they count, names do not run together, and what changes is said once.
 */
import { expect, test, type Page } from '@playwright/test';
import path from 'node:path';
import { nextPlace, nextStep } from '../support/announce.ts';
import { heard, listen } from '../support/heard.ts';
import { pressOn, tabTo } from '../support/keyboard-hands.ts';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { createSmallContest, openApplication, projectorOf, value } from '../support/shell-window.ts';
import { decimalFields } from './laptop.ts';

const committee = { role: 'committee' } as const;
const juror = { role: 'seat', seat: 'juri-1' } as const;
const pin = '2468';

test('a juror hears and does by keyboard: practice, a sheet, undo, a note, its history, stepping back, signing off', async () => {
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await page.setViewportSize({ width: 1366, height: 690 });
    page.mouse.click = () => Promise.reject(new Error('there is no mouse'));
    await value(page, 'create-contest', { source: { kind: 'sample' }, name: 'Gelar Budaya Kerja (contoh)' });
    await value(page, 'set-pin', { session: committee, pin });
    await value(page, 'sign-in', { session: committee, pin });
    await value(page, 'add-local-seat', { seat: juror.seat, pin });
    await value(page, 'execute', { type: 'show-stage', contestant: 'kbk-mawar', stage: 'presentasi' });
    await value(page, 'sign-in', { session: juror, pin });
    await expect(decimalFields(page).first()).toBeFocused();
    await practise(page);
    await listen(page);
    await score(page);
    await lock(page);
    await stepBack(page);
    await readSignOff(page);
    await application.close();
  });
});

async function practise(page: Page): Promise<void> {
  for (let step = 1; step < 5; step += 1) await pressOn(page, /^Lanjut$/);
  await pressOn(page, /^Coba lembar latihan$/);
  await expect(decimalFields(page).first()).toBeFocused();
  await page.keyboard.type('80');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Kriteria latihan 1: 80 pada lembar latihan. 1 dari 3 kriteria')).toBeAttached();
  await pressOn(page, /^Kembali ke lembar sebenarnya$/);
  // In the field of the real sheet where the keyboard was last.
  await expect(page.locator('input[inputmode="decimal"]:focus')).toHaveValue('');
  await tabTo(page, /^Alur langkah jelas dan runtut$/);
}

async function score(page: Page): Promise<void> {
  const list = page.getByRole('navigation', { name: 'Daftar peserta' });
  await expect(list).toMatchAriaSnapshot(`
    - navigation "Daftar peserta":
      - paragraph: 0 dari 12 lembar selesai
      - list:
        - listitem:
          - button "No. 1 · KBK Melati (contoh) · Kesehatan · Puskesmas Contoh A · Belum dinilai"
        - listitem:
          - button "No. 2 · KBK Mawar (contoh) · Kesehatan · Puskesmas Contoh B · SEDANG TAMPIL · Belum dinilai"
        - listitem: belum bernomor · KBK Sekretariat Daerah (contoh) · Sekretariat Daerah Contoh pembuka, tidak dinilai
  `);
  await expect(page.getByRole('heading', { level: 1 })).toHaveAccessibleName(
    'No. 2 · KBK Mawar (contoh) · Puskesmas Contoh B · Judul: Kunjungan posyandu meningkat',
  );
  await page.keyboard.type('101');
  await page.keyboard.press('Enter');
  await expect.poll(() => heard(page)).toEqual(['Nilai 101 di luar rentang. Isilah 0 sampai 100. Belum disimpan.']);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('80');
  await expect(page.getByText('Tersimpan: 80')).toBeVisible();
  expect(await heard(page)).toEqual(['Tersimpan: 80']);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('85');
  await page.keyboard.press('Enter');
  await expect(decimalFields(page).nth(1)).toBeFocused();
  // Of the field that was left, and how far the sheet is; no sum of a part.
  const said = 'Alur langkah jelas dan runtut: 85 tersimpan. 1 dari 7 kriteria';
  await expect.poll(() => heard(page)).toContain(said);
  await page.keyboard.press('Shift+Tab');
  await tabTo(page, /^Alur langkah jelas dan runtut$/);
  await page.keyboard.press('Control+z');
  await expect.poll(() => heard(page)).toContain('Nilai 80 dikembalikan');
  await pressOn(page, /^Tulis Catatan: Alur langkah/);
  await page.keyboard.type('Langkah runtut (contoh)');
  await expect(page.getByRole('textbox', { name: 'Catatan: Alur langkah jelas dan runtut' })).toBeFocused();
  await tabTo(page, /^Penguasaan materi/);
  for (const text of ['87,5', '90', '78,5', '82', '85', '0']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('button', { name: 'Kunci nilai' })).toBeFocused();
  await expect.poll(() => heard(page)).toContain('Jumlah nilai 71,55 dari 100,00');
}

async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Kunci nilai: Presentasi dan tanya jawab' });
  await expect(dialog).toMatchAriaSnapshot(`
    - text: No. 2 · KBK Mawar (contoh) · Puskesmas Contoh B
    - alert "Periksa sekali lagi":
      - list:
        - listitem: "Kualitas jawaban tanya jawab: nilainya nol."
    - table:
      - rowgroup:
        - row "Kriteria Bobot Nilai Nilai × bobot"
      - rowgroup:
        - row "Alur langkah jelas dan runtut 20 80,0 16,00"
      - rowgroup:
        - row "Jumlah nilai 71,55"
  `);
  await expect(dialog.getByRole('checkbox')).toBeFocused();
  await page.keyboard.press('Space');
  await pressOn(page, /^Ya, kunci nilai$/);
  await expect(page.getByRole('button', { name: /^Berikutnya: 3 · KBK Kenanga/ })).toBeFocused();
  await expect(
    page.getByRole('button', { name: /^No\. 2 · .* · SEDANG TAMPIL · Jumlah nilai 71,55 · Terkunci$/ }),
  ).toBeAttached();
  // A locked value is said once, and as one.
  await expect(page.getByRole('article').first()).toMatchAriaSnapshot(`
    - article:
      - heading "Alur langkah jelas dan runtut" [level=3]
      - text: nilai 0 sampai 100 · kelipatan 0,5 bobot 20 %
      - paragraph: Nilai 80
  `);
  await expect(page.getByText('Tersimpan: 80')).toHaveCount(0);
  await pressOn(page, /^Riwayat lembar ini$/);
  const history = page.getByRole('dialog', { name: 'Riwayat lembar: Presentasi dan tanya jawab' });
  await expect(
    history.getByRole('row', { name: /Anda Mengubah nilai Alur langkah jelas dan runtut dari 85 menjadi 80$/ }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Riwayat lembar ini' })).toBeFocused();
}

async function stepBack(page: Page): Promise<void> {
  await pressOn(page, /No\. 3 · KBK Kenanga/);
  await expect(decimalFields(page).first()).toBeFocused();
  await pressOn(page, /^Tidak menilai…$/);
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Satu unit kerja (contoh)');
  await pressOn(page, /^Ya, saya tidak menilai$/);
  await expect(page.getByRole('alert', { name: 'Anda menyatakan tidak menilai peserta ini' })).toBeVisible();
}

async function readSignOff(page: Page): Promise<void> {
  await pressOn(page, /^Pengesahan$/);
  const table = page.getByRole('table', { name: 'Kesehatan · Presentasi dan tanya jawab' });
  await expect(table.getByRole('rowheader', { name: 'No. 2 · KBK Mawar (contoh) · Puskesmas Contoh B' })).toBeVisible();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "Pengesahan nilai" [level=1]
    - region "Kesehatan":
      - heading "Kesehatan" [level=2]
      - strong: 2 dari 4
  `);
}

test('a ceremony is read in its order, at the operator’s screen and in the hall: the place, the name, then the score', async () => {
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await page.setViewportSize({ width: 1366, height: 690 });
    await createSmallContest(page, folder);
    await value(page, 'open-projector', {});
    const hall = await projectorOf(application);
    await pressOn(page, /^Pengumuman$/);
    await pressOn(page, /^Mulai gladi bersih$/);
    await expect(page.getByRole('region', { name: 'Susunan acara' })).toMatchAriaSnapshot(`
      - heading "Susunan acara" [level=2]
      - list:
        - listitem:
          - strong: Pembuka
          - text: Belum ditampilkan
          - button "Tampilkan Pembuka"
    `);
    await pressOn(page, /^Tampilkan Pembuka$/);
    await expect(hall.getByRole('heading', { level: 1, name: 'Lomba Kecil' })).toBeVisible();
    await listen(page);
    await listen(hall);
    await nextStep(page);
    await expect(hall.getByRole('heading', { level: 1, name: 'Kategori Satu' })).toBeVisible();
    await nextPlace(page);
    await expect(hall.getByRole('main')).toMatchAriaSnapshot(`
      - heading "Kategori Satu" [level=1]
      - heading "Juara III" [level=2]
      - text: CONTOH C Unit contoh C
      - paragraph: Nilai akhir 00,00
    `);
    for (const window of [page, hall]) {
      const said = (await heard(window)).join('\n');
      // Before the name the place alone.
      expect(said.indexOf('Juara III')).toBeGreaterThan(-1);
      expect(said.indexOf('CONTOH C')).toBeGreaterThan(said.indexOf('Juara III'));
      expect(said).not.toContain('CONTOH B');
    }
    await expect(page.getByRole('button', { name: 'Berikutnya: Juara II, belum dengan nama' })).toBeFocused();
    await application.close();
  });
});
