/** The results measured in the real window: no juror's column is scrolled to, the sentences stand beside the table where there is room. */
import { expect, test } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { see } from '../support/see.ts';
import { ask, openApplication, value } from '../support/shell-window.ts';

const committee = { role: 'committee' } as const;
const pin = '2468';
const seats = ['j1', 'j2', 'j3'];
const groups = ['k1', 'k2', 'k3', 'k4'];

test('three jurors fit 1366 pixels; the sentences stand below their line there, and beside the table at 1920', async () => {
  await withTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'lomba.json');
    writeFileSync(file, JSON.stringify(hall()));
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await value(page, 'create-contest', { source: { kind: 'file', path: file }, name: 'Lomba (contoh)' });
    await ask(page, 'set-pin', { session: committee, pin });
    await value(page, 'sign-in', { session: committee, pin });
    for (const seat of seats) await value(page, 'add-local-seat', { seat, pin });
    for (const [at, seat] of seats.entries()) {
      await value(page, 'sign-in', { session: { role: 'seat', seat }, pin });
      for (const [index, contestant] of groups.entries()) {
        if (seat === 'j3' && contestant === 'k2') continue;
        const score = String(70 + at * 5 + index * 7);
        await ask(page, 'execute', { type: 'set-score', contestant, criterion: 'mutu', value: score });
        await ask(page, 'execute', { type: 'lock-sheet', contestant, stage: 'presentasi' });
      }
    }
    await value(page, 'sign-in', { session: committee, pin });
    await page.setViewportSize({ width: 1366, height: 690 });
    await page.getByRole('link', { name: 'Peringkat' }).click();
    await page.getByRole('button', { name: 'Tampilkan peringkat' }).click();
    const table = page.getByRole('region', { name: 'Peringkat Bidang Mutu' });
    const hidden = () => table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    await expect(table.getByRole('columnheader', { name: /^Juri 3/ })).toBeVisible();
    expect(await hidden()).toBe(0);

    const button = table.getByRole('button', { name: /^Mengapa peringkat ini\? 4 · / });
    await button.click();
    const why = page.getByRole('region', { name: /^Mengapa peringkat ini\? 4 · / });
    const line = await button.boundingBox();
    const below = await why.boundingBox();
    expect(below?.y).toBeGreaterThan((line?.y ?? Infinity) + (line?.height ?? 0));
    expect(await hidden()).toBe(0);
    await see(page, 'peringkat-mengapa-di-bawah');

    await page.setViewportSize({ width: 1024, height: 640 });
    await expect.poll(hidden).toBe(0);
    await see(page, 'peringkat-mengapa-kecil');
    await page.setViewportSize({ width: 1920, height: 1080 });
    const around = await table.boundingBox();
    const beside = await why.boundingBox();
    expect(beside?.x).toBeGreaterThanOrEqual((around?.x ?? Infinity) + (around?.width ?? 0));
    expect(Math.abs((beside?.y ?? Infinity) - (around?.y ?? 0))).toBeLessThan(8);
    expect(await hidden()).toBe(0);
    // Read and reached right after its line, wherever it stands.
    await button.focus();
    await page.keyboard.press('Tab');
    await expect(why.locator('summary').first()).toBeFocused();
    await see(page, 'peringkat-mengapa-di-samping');
    await application.close();
  });
});

test('fifteen jurors: places and results fit 1366 pixels, and stay in sight beside the totals of each', async () => {
  test.slow();
  const jury = Array.from({ length: 15 }, (_, at) => `j${at + 1}`);
  await withTemporaryFolder(async (folder) => {
    const file = path.join(folder, 'lomba.json');
    writeFileSync(file, JSON.stringify(hall(jury)));
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await value(page, 'create-contest', { source: { kind: 'file', path: file }, name: 'Lomba (contoh)' });
    await ask(page, 'set-pin', { session: committee, pin });
    await value(page, 'sign-in', { session: committee, pin });
    for (const seat of jury) await value(page, 'add-local-seat', { seat, pin });
    for (const [at, seat] of jury.entries()) {
      await value(page, 'sign-in', { session: { role: 'seat', seat }, pin });
      for (const [index, contestant] of ['k1', 'k2'].entries()) {
        await ask(page, 'execute', {
          type: 'set-score',
          contestant,
          criterion: 'mutu',
          value: String(60 + at + index),
        });
        await ask(page, 'execute', { type: 'lock-sheet', contestant, stage: 'presentasi' });
      }
    }
    await value(page, 'sign-in', { session: committee, pin });
    for (const [width, height] of [
      [1024, 640],
      [1366, 690],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.getByRole('link', { name: 'Peringkat' }).click();
      await page
        .getByRole('button', { name: 'Tampilkan peringkat' })
        .or(page.getByRole('button', { name: 'Sembunyikan' }))
        .waitFor();
      const show = page.getByRole('button', { name: 'Tampilkan peringkat' });
      if (await show.isVisible()) await show.click();
      const table = page.getByRole('region', { name: 'Peringkat Bidang Mutu' });
      const each = page.getByRole('button', { name: 'Jumlah dari tiap juri (15)' });
      await expect(table.getByRole('rowheader').first()).toBeVisible();
      expect(await table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
      await see(page, `peringkat-15-juri-${width}`);
      await each.click();
      await expect(each).toHaveAttribute('aria-pressed', 'true');
      await table.getByRole('columnheader', { name: /^15/ }).scrollIntoViewIfNeeded();
      await table.evaluate((around) => around.scrollTo(around.scrollWidth, 0));
      const around = await table.boundingBox();
      const first = table.getByRole('row').nth(1);
      let edge = around?.x ?? Infinity;
      for (const cell of [
        first.locator('> :nth-child(1)'),
        first.getByRole('rowheader'),
        first.locator('> :nth-child(3)'),
      ]) {
        const box = await cell.boundingBox();
        expect(Math.abs((box?.x ?? Infinity) - edge)).toBeLessThan(4);
        edge = (box?.x ?? 0) + (box?.width ?? 0);
      }
      await see(page, `peringkat-15-juri-jumlah-${width}`);
      await each.click();
      await expect(table.getByRole('columnheader', { name: /^15/ })).toHaveCount(0);
    }
    await application.close();
  });
});

function hall(jury: readonly string[] = seats): unknown {
  return {
    format: 'gelar-juri/contest@1',
    contest: { name: 'Gelar Budaya Kerja (contoh)', organizer: 'Panitia (contoh)', example: true },
    categories: [{ id: 'bidang', name: 'Bidang Mutu' }],
    stages: [{ id: 'presentasi', name: 'Presentasi', weight: '100' }],
    rubrics: [
      {
        id: 'rubrik',
        stage: 'presentasi',
        criteria: [{ id: 'mutu', name: 'Mutu', weight: '100', min: '0', max: '100', step: '1' }],
      },
    ],
    jurors: jury.map((id, at) => ({
      id,
      name: `Juri ${at + 1} Prof. Dr. Ir. Bernama Sangat Panjang (contoh), M.Si.`,
    })),
    contestants: groups.map((id, at) => ({
      id,
      number: at + 1,
      name: `KBK ${at + 1} `.padEnd(75, 'Sinergi Pelayanan Terpadu '),
      unit: 'Dinas '.padEnd(130, 'Pengendalian Penduduk dan Keluarga Berencana '),
      category: 'bidang',
      status: 'waiting',
    })),
    rules: { method: 'mean', tieBreak: [], places: 3 },
  };
}
