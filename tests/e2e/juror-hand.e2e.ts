/** [H3, H5] The juror's hand in the real window: the browser's own undo reaches no other field, and the one order of the groups. */
import { expect, test, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { see, zoomTo } from '../support/see.ts';
import { ask, openApplication } from '../support/shell-window.ts';
import { smallContest } from '../support/small-contest.ts';

const committee = { role: 'committee' } as const;
const juror = { role: 'seat', seat: 'j1' } as const;
const contest: ContestFile = {
  ...smallContest,
  categories: [...smallContest.categories, { id: 'kat-2', name: 'Kategori Dua' }],
  stages: smallContest.stages.map((stage) => ({ ...stage, timer: [{ name: 'Paparan', seconds: 600 }] })),
  rubrics: smallContest.rubrics.map((rubric) => ({
    ...rubric,
    criteria: ['Alur', 'Isi', 'Tim'].map((name, index) => ({
      id: name.toLowerCase(),
      name,
      weight: index === 0 ? '40' : '30',
      min: '0',
      max: '100',
      step: '1',
    })),
  })),
  contestants: smallContest.contestants.map((each, index) => ({
    ...each,
    status: 'waiting' as const,
    category: index % 2 === 0 ? 'kat' : 'kat-2',
  })),
};

test('Ctrl+Z erases nothing in another field; the one on stage is a press away', async () => {
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await page.setViewportSize({ width: 1366, height: 768 });
    const file = path.join(folder, 'lomba.json');
    writeFileSync(file, JSON.stringify(contest));
    const source = { kind: 'file' as const, path: file };
    await ask(page, 'create-contest', { source, name: 'Lomba Tangan' });
    await ask(page, 'set-pin', { session: committee, pin: '9999' });
    await ask(page, 'add-local-seat', { seat: 'j1', pin: '1234' });
    await ask(page, 'sign-in', { session: committee, pin: '9999' });
    await ask(page, 'execute', { type: 'show-stage', contestant: 'sirsak', stage: 'tahap' });
    await ask(page, 'execute', { type: 'start-timer', part: 0, elapsedMs: 65_000 });
    await ask(page, 'sign-in', { session: juror, pin: '1234' });

    await page
      .getByRole('button', { name: /1 Kelompok delima|Kelompok delima/ })
      .first()
      .click();
    await typeScores(page);
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Dikosongkan kembali: belum dinilai')).toBeVisible();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Tidak ada nilai sebelumnya')).toBeVisible();
    expect(await fields(page)).toEqual(['85', '77', '']);
    // The menu's own undo, as by the mouse.
    await application.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      for (let time = 0; time < 4; time += 1) contents?.undo();
    });
    await page.getByRole('textbox', { name: 'Alur' }).fill('90');
    await page.keyboard.press('Tab');
    await expect(page.getByText('Tersimpan: 90')).toBeVisible();
    expect(await fields(page)).toEqual(['90', '77', '']);
    await page.getByRole('textbox', { name: 'Alur' }).focus();
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Nilai 85 dikembalikan')).toBeVisible();

    await expect(page.getByText('Lembar yang terbuka bukan yang sedang tampil.')).toBeVisible();
    await see(page, 'juri-bukan-yang-tampil');
    await zoomTo(application, 1.5);
    await see(page, 'juri-bukan-yang-tampil-150');
    await zoomTo(application, 1);
    await page.getByRole('button', { name: 'Nilai sekarang' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /Kelompok sirsak/ })).toBeVisible();
    await expect(page.getByText('Lembar yang terbuka bukan yang sedang tampil.')).toBeHidden();
    await see(page, 'juri-yang-tampil');
    await application.close();
  });
});

async function typeScores(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Alur' }).focus();
  for (const value of ['85', '77']) {
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.type('80');
  await expect(page.getByText('Tersimpan: 80')).toBeVisible();
}

function fields(page: Page): Promise<string[]> {
  return page
    .locator('input[inputmode="decimal"]')
    .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
}
