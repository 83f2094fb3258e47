/** [W9] [W8] Names of 75 and units of 130 letters on every kind of picture, at the sizes that projectors have, with and without an empty edge. */
import { expect, test, type ElectronApplication } from '@playwright/test';
import path from 'node:path';
import type { ProjectorView, RevealedPlace, ShownContestant } from '../../shared/ceremony/view.ts';
import { projectorChannels } from '../../shared/ipc/contract.ts';
import type { Language } from '../../shared/say/language.ts';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { createSmallContest, openApplication, projectorOf, value } from '../support/shell-window.ts';
import { smallTexts } from '../support/small-texts.ts';

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
];
const names = [
  'Kelompok Budaya Kerja Peningkatan Akuntabilitas Keuangan Daerah Berkelanjut',
  'Gugus Kendali Mutu Pengadministrasian Kependudukan Terintegrasi Sejahteraan',
  'Tim Inovasi Penyelenggaraan Pertanggungjawaban Ketatausahaan Rumah Sakit Um',
];
const unit =
  'Rumah Sakit Umum Daerah Raden Ajeng Kartini Instalasi Pemeliharaan Sarana dan Prasarana Kesehatan Lingkungan serta Sanitasi Wilayah';
const head = {
  contest: 'Gelar Budaya Kerja Kabupaten Kepulauan Bangka Belitung Tahun 2026',
  category: 'Pelayanan Administrasi Pemerintahan dan Kependudukan',
};

function group(number: number): ShownContestant {
  return { id: `k${number}`, number, name: names[number % names.length] ?? '', unit };
}

function place(label: string, ranked: number | null, from: number, count = 1): RevealedPlace {
  const contestants = Array.from({ length: count }, (_, index) => group(from + index));
  return { place: ranked, heading: label, label, contestants, display: ranked === null ? null : '88,25' };
}

const timer = { part: 'Tanya jawab dengan dewan juri', totalMs: 600_000, elapsedMs: 700_000, running: true };
const places = ['Harapan III', 'Harapan II', 'Harapan I', 'Juara III', 'Juara II', 'Juara I'].map((label, index) =>
  place(label, 6 - index, 10 + index),
);
const reveal = { type: 'reveal', ...head, example: false } as const;
const pictures: Readonly<Record<string, ProjectorView>> = {
  'harapan-iii': { ...reveal, revealed: places.slice(0, 1) },
  'juara-i': { ...reveal, revealed: places },
  'juara-i-tanpa-nilai': { ...reveal, revealed: places.map((each) => ({ ...each, display: null })) },
  'dua-juara-ii': { ...reveal, revealed: [place('Juara III', 3, 10), place('Juara II (bersama)', 2, 11, 2)] },
  'tiga-juara-i': { ...reveal, revealed: [place('Juara I (bersama)', 1, 10, 3)], rehearsal: true, example: true },
  'enam-nominasi': { ...reveal, revealed: [place('Nominasi KBK Paling Kreatif', null, 10, 6)] },
  'segera-juara-i': {
    ...reveal,
    type: 'build-up',
    place: 1,
    heading: 'Juara I',
    revealed: places.slice(0, 5),
  },
  'sedang-tampil': {
    ...reveal,
    type: 'on-stage',
    stage: 'Presentasi',
    now: { ...group(10), slot: '09.15–09.35' },
    next: { ...group(11), slot: '09.35–09.55' },
    timer,
    example: true,
  },
  waktu: { ...reveal, type: 'timer', now: group(10), timer: { ...timer, elapsedMs: 590_000 } },
  'undian-daftar': { ...reveal, type: 'draw-list', drawn: Array.from({ length: 52 }, (_, index) => group(index + 1)) },
};

function showIn(application: ElectronApplication, view: ProjectorView, language: Language): Promise<void> {
  return application.evaluate(
    ({ BrowserWindow }, [channel, shown, said]) => {
      BrowserWindow.getAllWindows()
        .find((each) => each.webContents.getURL().includes('/projector.html'))
        ?.webContents.send(channel, shown, said);
    },
    [projectorChannels.view, view, language] as const,
  );
}

test('[W9] [W8] nothing is cut off, too small or broken inside a word', async () => {
  test.slow();
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await createSmallContest(page, folder);
    await value(page, 'open-projector', {});
    const projector = await projectorOf(application);
    await projector.emulateMedia({ reducedMotion: 'reduce' });
    for (const size of sizes) {
      await projector.setViewportSize(size);
      for (const [name, view] of Object.entries(pictures)) {
        for (const overscan of size.width < 1366 ? [0, 5] : [0]) {
          await showIn(application, { type: 'blank' }, 'id');
          await showIn(application, { ...view, overscan }, 'id');
          await expect(projector.locator('main')).toHaveAttribute('data-view', view.type);
          await expect.poll(() => smallTexts(projector), `${name} ${size.width} ${overscan}`).toEqual([]);
        }
      }
    }
    await projector.screenshot({ path: path.join('screenshots', 'aula-undian-daftar.png') });
    // What was announced before gives way to the one who is announced, and the winners' names stand in one line.
    await showIn(application, pictures['juara-i'] ?? { type: 'blank' }, 'id');
    await expect(projector.locator('.earlier-place:visible').first()).toContainText('Juara II');
    await expect(projector.locator('.earlier-place:visible')).not.toHaveCount(5);
    await showIn(application, { ...reveal, revealed: [place('Nominasi', null, 9, 2)] }, 'id');
    const left = (index: number) =>
      projector
        .locator('.winner .name')
        .nth(index)
        .evaluate((each) => Math.round(each.getBoundingClientRect().left));
    await expect(projector.locator('.winner .name')).toHaveCount(2);
    expect(await left(0)).toBe(await left(1));
    // Six nominees of such names are more than one picture holds: page by page, none left out.
    await showIn(application, pictures['enam-nominasi'] ?? { type: 'blank' }, 'id');
    await expect(projector.locator('.line-page')).toHaveText(/Halaman 1 dari \d/);
    await expect(projector.locator('.winner').first()).toContainText('10');
    await application.close();
  });
});
