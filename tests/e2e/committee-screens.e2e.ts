/** The committee's screens of the day and after, on the sample event: reachable by keyboard, readable, without axe violations. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import path from 'node:path';
import { nextStep } from '../support/announce.ts';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { expectApart } from '../support/see.ts';
import { ask, openApplication } from '../support/shell-window.ts';

const criteria = ['alur', 'penguasaan', 'media', 'tim', 'komunikasi', 'waktu', 'jawaban'];
const pin = '1234';

test('the monitor, the laptops, the results, the announcement and the documents are readable and free of violations', async () => {
  test.setTimeout(240_000);
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await page.setViewportSize({ width: 1366, height: 768 });
    await ask(page, 'create-contest', {
      source: { kind: 'sample' },
      name: 'Gelar Budaya Kerja (contoh)',
    });
    await ask(page, 'sign-in', { session: { role: 'committee' } });
    await ask(page, 'start-listening', {});
    await go(page, 'Perangkat');
    await page.getByText(/^Undangan panjang/).click();
    await expect(page.getByRole('img', { name: /Kode QR/ })).toBeVisible();
    await see(page, 'panitia-undangan');
    await scoreSample(page);
    const zoomTo = (zoom: number) =>
      application.evaluate(
        ({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor),
        zoom,
      );
    for (const zoom of [1, 2]) {
      await zoomTo(zoom);
      await look(page, zoom);
    }
    await zoomTo(1);
    await announce(page);
    await application.close();
  });
});

/** Kesehatan: complete, two equal on top; Pendidikan: one sheet open, one absent, one recused; Administrasi: complete, close. */
async function scoreSample(page: Page): Promise<void> {
  await ask(page, 'set-pin', { session: { role: 'committee' }, pin });
  await ask(page, 'sign-in', { session: { role: 'committee' }, pin });
  for (const seat of ['juri-1', 'juri-2', 'juri-3']) await ask(page, 'add-local-seat', { seat, pin });
  await ask(page, 'execute', {
    type: 'record-absence',
    absence: { juror: 'juri-3', contestant: 'kbk-mentari', reason: 'Terlambat datang.' },
  });
  const values: Readonly<Record<string, string>> = {
    'kbk-melati': '88',
    'kbk-mawar': '84.5',
    'kbk-kenanga': '88',
    'kbk-anggrek': '79',
    'kbk-cendekia': '81',
    'kbk-pelita': '77.5',
    'kbk-mentari': '83',
    'kbk-sigap': '82',
    'kbk-cermat': '80',
    'kbk-rapi': '76',
    'kbk-tanggap': '75',
  };
  for (const seat of ['juri-1', 'juri-2', 'juri-3']) {
    await ask(page, 'sign-in', { session: { role: 'seat', seat }, pin });
    if (seat === 'juri-2') {
      await ask(page, 'execute', { type: 'recuse', contestant: 'kbk-teladan', reason: 'Satu unit kerja.' });
    }
    for (const [contestant, value] of Object.entries(values)) {
      if (seat === 'juri-3' && contestant === 'kbk-mentari') continue;
      for (const name of criteria) {
        const given = name === 'waktu' && contestant === 'kbk-sigap' && seat === 'juri-1' ? '81.5' : value;
        await ask(page, 'execute', { type: 'set-score', contestant, criterion: `presentasi-${name}`, value: given });
      }
      if (seat === 'juri-3' && contestant === 'kbk-pelita') continue;
      await ask(page, 'execute', { type: 'lock-sheet', contestant, stage: 'presentasi' });
    }
  }
  await ask(page, 'sign-in', { session: { role: 'committee' }, pin });
  await ask(page, 'execute', {
    type: 'add-penalty',
    penalty: { contestant: 'kbk-sigap', perMinute: '0.99', overSeconds: 75, reason: 'Melebihi waktu paparan' },
  });
  // Somebody was on before: the way back names that group.
  await ask(page, 'execute', { type: 'show-stage', contestant: 'kbk-sigap', stage: 'presentasi' });
  await ask(page, 'execute', { type: 'show-stage', contestant: 'kbk-melati', stage: 'presentasi' });
  await ask(page, 'execute', { type: 'start-timer', part: 0, elapsedMs: 330_000 });
}

async function look(page: Page, zoom: number): Promise<void> {
  await go(page, 'Pemantauan');
  await expect(page.getByRole('grid', { name: /^Kelengkapan nilai/ })).toBeVisible();
  await see(page, `panitia-pemantauan-${zoom}`);
  const stage = page.getByRole('region', { name: 'Sedang tampil' }).getByRole('button');
  for (const width of [1600, 1440, 1280, 1024, 1366]) {
    await page.setViewportSize({ width, height: width === 1024 ? 640 : 768 });
    await expectApart(stage);
    expect.soft(await cutLabels(page), `${width} at ${zoom}`).toEqual([]);
    if (width < 1280) await see(page, `panitia-pemantauan-kecil-${zoom}`);
  }
  await page.getByRole('rowheader', { name: /^Pendidikan/ }).scrollIntoViewIfNeeded();
  await see(page, `panitia-kelengkapan-${zoom}`);
  await page.getByRole('button', { name: /^Juri 1 \(contoh\), 1 · KBK Melati.*Terkunci$/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await see(page, `panitia-buka-kunci-${zoom}`);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: 'Catat pengurangan…' }).click();
  await see(page, `panitia-pengurangan-${zoom}`);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await go(page, 'Perangkat');
  await expect(page.getByRole('heading', { name: 'Undangan untuk setiap juri' })).toBeVisible();
  await see(page, `panitia-perangkat-${zoom}`);

  await go(page, 'Peringkat');
  await see(page, `panitia-peringkat-tertutup-${zoom}`);
  await page.getByRole('button', { name: 'Tampilkan peringkat' }).click();
  await see(page, `panitia-peringkat-seri-${zoom}`);
  await page.getByRole('button', { name: 'Keputusan ketua' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await see(page, `panitia-keputusan-${zoom}`);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Pendidikan/ }).click();
  await see(page, `panitia-peringkat-sementara-${zoom}`);
  await page.getByRole('button', { name: /^Administrasi/ }).click();
  await page.getByRole('button', { name: /^Mengapa peringkat ini\?.*KBK Sigap/ }).click();
  await see(page, `panitia-peringkat-mengapa-${zoom}`);

  await go(page, 'Pengumuman');
  await page.getByRole('button', { name: 'Mulai pengumuman Pendidikan' }).click();
  await expect(page.getByText(/belum dapat diumumkan/)).toBeVisible();
  await see(page, `panitia-pengumuman-ditolak-${zoom}`);

  await go(page, 'Dokumen');
  await see(page, `panitia-dokumen-${zoom}`);
}

/** The whole announcement of a decided category by the keyboard alone. */
async function announce(page: Page): Promise<void> {
  await go(page, 'Pengumuman');
  await page.getByRole('button', { name: 'Mulai pengumuman Administrasi' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Ya, umumkan dan catat' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Berikutnya: Juara III, belum dengan nama' })).toBeVisible();
  await nextStep(page);
  await expect(page.getByRole('button', { name: 'Berikutnya: nama Juara III' })).toBeVisible();
  await see(page, 'panitia-pengumuman-nama-belum');
  await nextStep(page);
  await expect(page.getByRole('button', { name: 'Berikutnya: Juara II, belum dengan nama' })).toBeVisible();
  await see(page, 'panitia-pengumuman-berjalan');
  await page.keyboard.press('b');
  await expect(page.getByText('Layar gelap')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Layar gelap')).toBeHidden();
  for (const label of ['nama Juara II', 'Juara I, belum dengan nama', 'nama Juara I']) {
    await nextStep(page, 'ArrowRight');
    await expect(page.getByRole('button', { name: `Berikutnya: ${label}`, exact: true })).toBeVisible();
  }
  await nextStep(page, 'ArrowRight');
  await expect(page.getByText('Semua pemenang dalam bagian acara ini sudah diumumkan.')).toBeVisible();
  await see(page, 'panitia-pengumuman-selesai');
}

/** What of the bar of the stage is cut below its line or hangs out of the clock, and whether the screen scrolls sideways. */
function cutLabels(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const bar = document.querySelector('section[aria-labelledby="sedang-tampil"]');
    const labels = [...(bar?.querySelectorAll('.mantine-Button-label') ?? [])].filter(
      (each) => getComputedStyle(each).webkitLineClamp === 'none',
    );
    const low = labels.filter((each) => each.scrollHeight > each.clientHeight);
    const clock = bar?.querySelector('[data-over="true"]');
    const edge = clock?.getBoundingClientRect();
    const out = [...(clock?.querySelectorAll('span') ?? [])].filter((each) => {
      const { right, bottom } = each.getBoundingClientRect();
      return edge === undefined || right > edge.right || bottom > edge.bottom;
    });
    const wide = [...document.querySelectorAll('main, html')].filter((each) => each.scrollWidth > each.clientWidth);
    return [...low, ...out, ...wide].map((each) => `${each.tagName} ${each.textContent.slice(0, 40)}`);
  });
}

async function go(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('button', { name: 'Menu', exact: true });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('link', { name, exact: true }).click();
}

/** Takes the picture and looks for violations, which the failing test names. */
async function see(page: Page, name: string): Promise<void> {
  // A screen is loaded when it is opened for the first time.
  await expect(page.locator('h1')).toHaveCount(1);
  await page.screenshot({ path: path.join('screenshots', `${name}.png`), animations: 'disabled' });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  expect.soft(found).toEqual([]);
}
