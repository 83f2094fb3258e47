/** [H1, H2] One gesture, one step, in the real window: double clicks, held keys, and the button in view at large text. */
import { expect, test, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { limits } from '../../shared/limits.ts';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { see, zoomTo } from '../support/see.ts';
import { ask, openApplication, value } from '../support/shell-window.ts';
import { smallContest } from '../support/small-contest.ts';

const committee = { role: 'committee' } as const;
const juror = { role: 'seat', seat: 'j1' } as const;
const criteria = Array.from({ length: 12 }, (_each, index) => ({
  id: `butir-${index + 1}`,
  name: `Butir penilaian nomor ${index + 1}`,
  weight: index < 8 ? '8' : '9',
  min: '0',
  max: '100',
  step: '1',
}));
const contest: ContestFile = {
  ...smallContest,
  rubrics: smallContest.rubrics.map((rubric) => ({ ...rubric, criteria })),
  jurors: smallContest.jurors.slice(0, 1),
  contestants: smallContest.contestants.map((each) => ({ ...each, status: 'waiting' as const })),
};

/** A key that is held: the system repeats it. */
async function hold(page: Page, key: string): Promise<void> {
  for (let time = 0; time < 25; time += 1) await page.keyboard.down(key);
}

test('a double click or a held key is one step: on stage, in the lock of a sheet, in the announcement', async () => {
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await page.setViewportSize({ width: 1366, height: 768 });
    const file = path.join(folder, 'lomba.json');
    writeFileSync(file, JSON.stringify(contest));
    const source = { kind: 'file' as const, path: file };
    const created = await ask(page, 'create-contest', {
      source,
      name: 'Lomba Dua Belas',
    });
    expect(created).toMatchObject({ ok: true });
    await ask(page, 'set-pin', { session: committee, pin: '9999' });
    await ask(page, 'add-local-seat', { seat: 'j1', pin: '1234' });

    await ask(page, 'sign-in', { session: committee, pin: '9999' });
    await page.getByRole('link', { name: 'Pemantauan' }).click();
    await page.getByRole('button', { name: /^Mulai dengan 1/ }).dblclick();
    const next = page.getByRole('button', { name: 'Berikutnya: 2 · Kelompok nangka' });
    await expect(next).toBeVisible();
    await next.dblclick();
    await expect(page.getByRole('button', { name: 'Berikutnya: 3 · Kelompok sirsak' })).toBeVisible();
    await ask(page, 'execute', { type: 'show-stage', contestant: 'delima', stage: 'tahap' });

    await ask(page, 'sign-in', { session: juror, pin: '1234' });
    await lockBySheet(page, application);
    for (const { id } of contest.contestants.slice(1)) {
      for (const [at, criterion] of criteria.entries()) {
        const value = String(60 + at + contest.contestants.findIndex((each) => each.id === id) * 7);
        await ask(page, 'execute', { type: 'set-score', contestant: id, criterion: criterion.id, value });
      }
      expect(await ask(page, 'execute', { type: 'lock-sheet', contestant: id, stage: 'tahap' })).toMatchObject({
        ok: true,
      });
    }

    await ask(page, 'sign-in', { session: committee, pin: '9999' });
    await page.getByRole('link', { name: 'Pengumuman' }).click();
    // The category is not signed off: the second press of the gesture does not say yes to what that asks.
    await page.getByRole('button', { name: 'Mulai pengumuman Kategori Satu' }).dblclick();
    const confirm = page.getByRole('button', { name: 'Ya, umumkan dan catat' });
    await expect(confirm).toBeVisible();
    await page.waitForTimeout(limits.pressLockMs);
    await confirm.click();
    const comes = (label: string) => page.getByRole('button', { name: `Berikutnya: ${label}`, exact: true });
    const third = comes('Juara III, belum dengan nama');
    const nameOfThird = comes('nama Juara III');
    const second = comes('Juara II, belum dengan nama');
    await expect(third).toBeVisible();
    // The gesture that began the announcement is over.
    await page.waitForTimeout(limits.pressLockMs);
    await third.dblclick();
    await expect(nameOfThird).toBeVisible();
    expect(await value(page, 'ceremony-state')).toMatchObject({ step: 0, building: true });
    await page.waitForTimeout(limits.pressLockMs);
    await nameOfThird.focus();
    await hold(page, 'Enter');
    await page.keyboard.up('Enter');
    await expect(second).toBeVisible();
    await page.getByRole('button', { name: 'Kembali' }).click();
    await expect(nameOfThird).toBeVisible();
    await page.getByRole('heading', { level: 1 }).click();
    await page.waitForTimeout(limits.pressLockMs);
    await hold(page, 'PageDown');
    await page.keyboard.up('PageDown');
    await expect(second).toBeVisible();
    expect(await value(page, 'ceremony-state')).toMatchObject({ step: 1, building: false });
    await application.close();
  });
});

/** At 150 % text: Enter held in the last criterion, then on the lock; nothing is locked unread. */
async function lockBySheet(page: Page, application: Parameters<typeof zoomTo>[0]): Promise<void> {
  await zoomTo(application, 1.5);
  const fields = page.locator('input[inputmode="decimal"]');
  await expect(fields).toHaveCount(criteria.length);
  for (const [at] of criteria.entries()) {
    await fields.nth(at).fill(String(70 + at));
    await fields.nth(at).press('Enter');
  }
  const lock = page.getByRole('button', { name: 'Kunci nilai', exact: true });
  const dialog = page.getByRole('dialog');
  await expect(lock).toBeFocused();
  await fields.last().focus();
  await hold(page, 'Enter');
  await expect(lock).toBeFocused();
  await expect(dialog).toBeHidden();
  await page.keyboard.up('Enter');

  await hold(page, 'Enter');
  const yes = dialog.getByRole('button', { name: 'Ya, kunci nilai' });
  await expect(yes).toBeFocused();
  await hold(page, 'Enter');
  await page.keyboard.up('Enter');
  await expect(yes).toBeInViewport({ ratio: 1 });
  await see(page, 'satu-gerakan-kunci-150');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  // A double click on the lock does not go through to what the dialog offers.
  await lock.dblclick();
  await expect(yes).toBeVisible();
  // By then it takes a press.
  await expect(page.locator('[data-fresh]')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nilai ini terkunci')).toBeVisible();
  await zoomTo(application, 1);
}
