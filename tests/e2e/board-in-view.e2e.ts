/** The committee's board of 52 groups and 15 jurors, measured in the real window: the hall is seen, not scrolled through. */
import { expect, test, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { ask, openApplication, value } from '../support/shell-window.ts';
import { see } from '../support/see.ts';

const committee = { role: 'committee' } as const;
const pin = '2468';
const groups = 52;
const jurors = 15;
const screen = { width: 1366, height: 690 };

test('52 groups and 15 jurors stand on three screens, no column cut, the head and the names always in view', async () => {
  await withBoard(async (page) => {
    await page.setViewportSize(screen);
    const table = page.getByRole('grid', { name: 'Kelengkapan nilai Presentasi' });
    await expect(table.getByRole('rowheader')).toHaveCount(groups + 3);
    const heights = await table
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    expect(heights).toHaveLength(groups + 2);
    expect(Math.max(...heights)).toBeLessThanOrEqual(29);
    expect(await heightOf(page, 'Sedang tampil')).toBeLessThanOrEqual(120);
    expect((await table.boundingBox())?.height).toBeLessThanOrEqual(3 * screen.height);
    await expectNothingCut(page);

    await page.setViewportSize({ width: 1024, height: 640 });
    await expectNothingCut(page);
    expect(await heightOf(page, 'Sedang tampil')).toBeLessThanOrEqual(120);
    const filters = await page.getByRole('group', { name: 'Peserta yang ditampilkan' }).boundingBox();
    const lastFilter = await page.getByRole('combobox', { name: 'Juri yang ditampilkan' }).boundingBox();
    expect(Math.abs((lastFilter?.y ?? Infinity) - (filters?.y ?? 0))).toBeLessThan(8);
    await see(page, 'papan-52-kelompok-kecil');
    const whole = await table.getByRole('rowheader').evaluateAll((rows) => {
      const edge = document.querySelector('main')?.getBoundingClientRect().bottom ?? 0;
      return rows.filter((row) => row.getBoundingClientRect().bottom <= edge).length;
    });
    // The line of the totals, the first category, and at least three groups.
    expect(whole).toBeGreaterThanOrEqual(5);
    await page.setViewportSize(screen);
    await see(page, 'papan-52-kelompok');

    const head = table.getByRole('columnheader', { name: 'Peserta' });
    await table.getByRole('rowheader').last().scrollIntoViewIfNeeded();
    await expect(head).toBeInViewport({ ratio: 1 });
    await expect(table.getByRole('columnheader', { name: /^Juri 15/ })).toBeInViewport({ ratio: 1 });
    await see(page, 'papan-52-kelompok-bawah');

    // As at 200 %: the board is wider than the window, and the screen scrolls both ways.
    await page.setViewportSize({ width: 560, height: 640 });
    await table.getByRole('button', { name: /^Juri 15 .*, 40 · / }).scrollIntoViewIfNeeded();
    await expect(table.getByRole('rowheader', { name: /^40 / })).toBeInViewport({ ratio: 1 });
    await expect(head).toBeInViewport({ ratio: 1 });
  });
});

test('one text at a time says the whole of a cell: what is pointed at, else what has the focus', async () => {
  await withBoard(async (page) => {
    await page.setViewportSize(screen);
    const table = page.getByRole('grid', { name: 'Kelengkapan nilai Presentasi' });
    const told = () =>
      table.locator('button').evaluateAll((cells) =>
        cells.flatMap((cell) =>
          [cell, ...cell.querySelectorAll('[data-whole]')].flatMap((each) => {
            const { content, visibility } = getComputedStyle(each, '::after');
            return content === 'none' || content === 'normal' || visibility === 'hidden' ? [] : [content];
          }),
        ),
      );
    await table.getByRole('button', { name: /^Juri 2 .*, 1 · .*: Terkunci$/ }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(told).toEqual([expect.stringMatching(/^"Juri 3 .*, 1 · /)]);
    await table.getByRole('button', { name: /^Juri 5 .*, 4 · / }).hover();
    await expect.poll(told).toEqual([expect.stringMatching(/^"Juri 5 .*, 4 · /)]);
    await table.getByRole('rowheader', { name: /^6 / }).getByRole('button').hover();
    await expect.poll(told).toEqual([expect.stringMatching(/^"6 · KBK 6 /)]);
    await page.mouse.move(2, 2);
    await expect.poll(told).toEqual([expect.stringMatching(/^"Juri 3 .*, 1 · /)]);
  });
});

test('arrows walk the whole board from one tab stop, and no cell that has the focus lies behind the head', async () => {
  await withBoard(async (page) => {
    await page.setViewportSize(screen);
    const table = page.getByRole('grid', { name: 'Kelengkapan nilai Presentasi' });
    await expect(table.locator('[tabindex="0"]')).toHaveCount(1);
    await table.locator('[tabindex="0"]').focus();
    await page.keyboard.press('Control+End');
    const focused = table.locator(':focus');
    await expect(focused).toHaveAccessibleName(/^Juri 15 .*, 52 · .*: Belum dinilai$/);
    for (let step = 0; step < 30; step += 1) {
      await page.keyboard.press('ArrowUp');
      const inTheWay = await focused.evaluate((cell) => {
        const { left, top, width, height } = cell.getBoundingClientRect();
        const seen = document.elementFromPoint(left + width / 2, top + height / 2);
        return cell.contains(seen) ? '' : (seen?.outerHTML ?? 'nothing');
      });
      expect(inTheWay, `step ${step}`).toBe('');
    }
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(focused).toHaveAttribute('data-column', '15');
  });
});

async function withBoard(look: (page: Page) => Promise<void>): Promise<void> {
  await withTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'lomba.json');
    writeFileSync(file, JSON.stringify(hall()));
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await value(page, 'create-contest', { source: { kind: 'file', path: file }, name: 'Lomba (contoh)' });
    await ask(page, 'set-pin', { session: committee, pin });
    await value(page, 'sign-in', { session: committee, pin });
    const seats = ['j1', 'j2'];
    for (const seat of seats) await value(page, 'add-local-seat', { seat, pin });
    for (const seat of seats) {
      const juror = { role: 'seat', seat } as const;
      await value(page, 'sign-in', { session: juror, pin });
      await ask(page, 'execute', { type: 'set-score', contestant: 'k1', criterion: 'mutu', value: '80' });
      await ask(page, 'execute', { type: 'lock-sheet', contestant: 'k1', stage: 'presentasi' });
    }
    await value(page, 'sign-in', { session: committee, pin });
    for (const contestant of ['k1', 'k2', 'k3'])
      await ask(page, 'execute', { type: 'show-stage', contestant, stage: 'presentasi' });
    await page.getByRole('link', { name: 'Pemantauan' }).click();
    await expect(page.getByRole('button', { name: /^Juri 2 .*, 1 · .*: Terkunci$/ })).toBeVisible();
    await look(page);
    await application.close();
  });
}

/** Nothing sticks out of the part of the screen that scrolls, and the last juror's column ends inside it. */
async function expectNothingCut(page: Page): Promise<void> {
  const main = page.locator('main');
  const [content, width] = await main.evaluate((each) => [each.scrollWidth, each.clientWidth]);
  expect(content).toBe(width);
  const last = await page.getByRole('columnheader', { name: /^Juri 15/ }).boundingBox();
  const around = await main.boundingBox();
  expect((last?.x ?? Infinity) + (last?.width ?? 0)).toBeLessThanOrEqual((around?.x ?? 0) + (width ?? 0));
}

async function heightOf(page: Page, region: string): Promise<number> {
  return (await page.getByRole('region', { name: region }).boundingBox())?.height ?? Infinity;
}

/** Names of 75 and units of 130 letters, as the longest of real lists; two categories, a stage with a clock. */
function hall(): unknown {
  const categories = ['kesehatan', 'pendidikan'];
  return {
    format: 'gelar-juri/contest@1',
    contest: { name: 'Gelar Budaya Kerja (contoh)', organizer: 'Panitia (contoh)', example: true },
    categories: categories.map((id) => ({ id, name: `Bidang ${id}` })),
    stages: [
      {
        id: 'presentasi',
        name: 'Presentasi',
        weight: '100',
        timer: [
          { name: 'Yel-yel', seconds: 300 },
          { name: 'Paparan', seconds: 600 },
        ],
      },
    ],
    rubrics: [
      {
        id: 'rubrik',
        stage: 'presentasi',
        criteria: [{ id: 'mutu', name: 'Mutu', weight: '100', min: '0', max: '100', step: '1' }],
      },
    ],
    jurors: Array.from({ length: jurors }, (_, at) => ({
      id: `j${at + 1}`,
      name: `Juri ${at + 1} Prof. Dr. Ir. Bernama Sangat Panjang (contoh), M.Si.`,
    })),
    contestants: Array.from({ length: groups }, (_, at) => ({
      id: `k${at + 1}`,
      number: at + 1,
      name: `KBK ${at + 1} `.padEnd(75, 'Sinergi Pelayanan Terpadu '),
      unit: 'Dinas '.padEnd(130, 'Pengendalian Penduduk dan Keluarga Berencana '),
      category: categories[at < groups / 2 ? 0 : 1],
      status: 'waiting',
    })),
    rules: { method: 'mean', tieBreak: [], places: 3 },
  };
}
