/** Rounds with 52 groups in the real window: dark, in high contrast, and with text at 200 %. */
import { expect, test, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { see, zoomTo } from '../support/see.ts';
import { ask, openApplication, value } from '../support/shell-window.ts';
import { chooseTheme, openScreen } from './laptop.ts';

const committee = { role: 'committee' } as const;
const seat = { role: 'seat', seat: 'j1' } as const;
const pin = '2468';
const groups = Array.from({ length: 52 }, (_, at) => `k${at + 1}`);
const advanced = groups.slice(0, 12);

test('rounds of 52 groups are read, closed, ordered and counted without anything cut off', async () => {
  test.setTimeout(300_000);
  await withTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'lomba.json');
    writeFileSync(file, JSON.stringify(contest()));
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await page.setViewportSize({ width: 1366, height: 690 });
    await value(page, 'create-contest', { source: { kind: 'file', path: file }, name: 'Gelar 52 kelompok (contoh)' });
    await ask(page, 'set-pin', { session: committee, pin });
    await value(page, 'sign-in', { session: committee, pin });
    await value(page, 'add-local-seat', { seat: seat.seat, pin });
    await value(page, 'sign-in', { session: seat, pin });
    for (const [at, contestant] of groups.entries()) {
      await value(page, 'execute', { type: 'set-score', contestant, criterion: 'isi', value: String(95 - at) });
      await value(page, 'execute', { type: 'lock-sheet', contestant, stage: 'risalah' });
    }
    await value(page, 'sign-in', { session: committee, pin });

    await openScreen(page, 'Siap dimulai?');
    await expect(page.getByText(/babaknya belum ditutup/)).toBeVisible();
    await see(page, 'babak-siap');
    await openScreen(page, 'Peringkat');
    await page.getByRole('button', { name: 'Tampilkan peringkat' }).click();
    await expect(page.getByRole('button', { name: 'Tutup babak' })).toBeVisible();
    await see(page, 'babak-belum-ditutup');
    await page.getByRole('button', { name: 'Tutup babak' }).click();
    await expect(page.getByText('Babak ini sudah ditutup: juri hanya menilai yang lolos.')).toBeVisible();
    await page.getByText('Lanjutkan ke lomba lain').click();
    const order = [...advanced].toReversed();
    const chosen = { how: 'best-last', order } as const;
    const by = { ...chosen, order: [...chosen.order] };
    await value(page, 'execute', { type: 'set-stage-order', category: 'c', stage: 'final', by });
    await value(page, 'execute', { type: 'show-stage', contestant: 'k12', stage: 'final' });
    const votes = (first: number) => [
      { contestant: 'k1', votes: first },
      ...groups.slice(1).map((id, at) => ({ contestant: id, votes: at })),
    ];
    await value(page, 'execute', { type: 'enter-tally', award: 'suara', by: 'Sari Dewi', votes: votes(475) });
    await value(page, 'execute', { type: 'enter-tally', award: 'suara', by: 'Budi Santoso', votes: votes(425) });

    for (const theme of ['Gelap', 'Kontras tinggi']) {
      await chooseTheme(page, theme);
      for (const factor of [1, 2]) {
        await zoomTo(application, factor);
        const name = `babak-${theme}-${factor}`.replaceAll(' ', '-').toLowerCase();
        await go(page, '/peringkat');
        await showRanking(page);
        await see(page, `${name}-peringkat`);
        await page.getByRole('button', { name: 'Simpan yang lolos sebagai lomba baru…' }).scrollIntoViewIfNeeded();
        await see(page, `${name}-panel`);
        await page.getByText('Lanjutkan ke lomba lain').scrollIntoViewIfNeeded();
        await see(page, `${name}-lanjut`);
        await go(page, '/urutan');
        await page.getByRole('button', { name: 'Undi urutan…' }).scrollIntoViewIfNeeded();
        await see(page, `${name}-urutan`);
        await go(page, '/pemantauan');
        await expect(page.getByRole('button', { name: /^Berikutnya: 11 · / })).toBeVisible();
        await see(page, `${name}-pemantauan`);
        await go(page, '/rubrik');
        await page.getByRole('tab', { name: 'Babak' }).click();
        await page.getByText('Peserta babak ini').last().scrollIntoViewIfNeeded();
        await see(page, `${name}-babak`);
        await page.getByRole('tab', { name: 'Penghargaan' }).click();
        const tally = page.getByRole('region', { name: 'Hitung suara Favorit penonton' });
        await tally.scrollIntoViewIfNeeded();
        await see(page, `${name}-suara`);
        await tally.getByRole('button', { name: 'Selesaikan perbedaan…' }).click();
        await expect(page.getByRole('dialog').getByText('Sari Dewi: 475; Budi Santoso: 425')).toBeVisible();
        await see(page, `${name}-perbedaan`);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      await zoomTo(application, 1);
    }
    await value(page, 'execute', { type: 'withdraw-tally', award: 'suara', reason: 'dihitung lagi' });
    await page.getByRole('button', { name: 'Masukkan hitungan pertama…' }).click();
    await expect(page.getByRole('dialog').getByRole('textbox')).toHaveCount(53);
    await see(page, 'babak-hitungan');
    await zoomTo(application, 2);
    await see(page, 'babak-hitungan-200');
    await application.close();
  });
});

/** By the address: at 200 % the menu is folded. */
async function go(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, address);
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
}

/** The list comes back as it was left: shown or hidden. */
async function showRanking(page: Page): Promise<void> {
  const show = page.getByRole('button', { name: 'Tampilkan peringkat' });
  const hide = page.getByRole('button', { name: 'Sembunyikan' });
  await show.or(hide).first().waitFor();
  if (await show.isVisible()) await show.click();
  await expect(hide).toBeVisible();
}

function contest() {
  return {
    format: 'gelar-juri/contest@1',
    contest: { name: 'Gelar 52 kelompok (contoh)', example: true },
    categories: [{ id: 'c', name: 'Pelayanan publik' }],
    stages: [
      { id: 'risalah', name: 'Penilaian risalah', weight: '40' },
      {
        id: 'final',
        name: 'Presentasi final',
        weight: '60',
        after: { stage: 'risalah', top: 12, ties: 'decide' },
        timer: [{ name: 'Paparan', seconds: 600 }],
      },
    ],
    rubrics: [
      {
        id: 'r',
        stage: 'risalah',
        criteria: [{ id: 'isi', name: 'Isi risalah', weight: '100', min: '0', max: '100' }],
      },
      { id: 'q', stage: 'final', criteria: [{ id: 'paparan', name: 'Paparan', weight: '100', min: '0', max: '100' }] },
    ],
    jurors: [{ id: 'j1', name: 'Juri 1 (contoh)', chair: true }],
    contestants: groups.map((id, at) => ({
      id,
      number: at + 1,
      name: `KBK Contoh dengan Nama yang Cukup Panjang ${at + 1}`,
      unit: `Dinas Pekerjaan Umum dan Penataan Ruang, UPTD ${at + 1}`,
      category: 'c',
      status: 'waiting',
    })),
    awards: [{ id: 'suara', name: 'Favorit penonton', kind: 'ballots', count: 3 }],
    rules: { method: 'mean', tieBreak: ['chair'] },
  };
}
