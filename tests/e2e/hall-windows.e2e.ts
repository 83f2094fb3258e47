/** [W11] Further windows of the hall: named at the operator's screen, each with its own content, and back after the application was killed. */
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import path from 'node:path';
import { limits } from '../../shared/limits.ts';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { see } from '../support/see.ts';
import { smallTexts } from '../support/small-texts.ts';
import { createSmallContest, kill, openApplication, projectorOf, value } from '../support/shell-window.ts';
import { groups } from '../support/small-contest.ts';

test('[W11] timer and script stand in windows of their own, smallest text 1/25 of the height, also after a crash', async () => {
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await createSmallContest(page, folder);
    await value(page, 'open-projector', {});
    await projectorOf(application);
    await page.getByRole('link', { name: 'Pengumuman' }).click();
    const add = async (name: string, content: string) => {
      await page.getByRole('button', { name: 'Tambah layar' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Nama layar').fill(name);
      await dialog.getByLabel('Isi layar').selectOption({ label: content });
      await see(page, `layar-lain-${content.replaceAll(' ', '-')}`);
      await dialog.getByRole('button', { name: 'Simpan' }).click();
      await expect(dialog).toBeHidden();
    };
    await add('Layar samping', 'Pencatat waktu');
    await add('Meja pembawa acara', 'Naskah pembawa acara');
    for (const name of ['Layar samping', 'Meja pembawa acara']) {
      await page.getByRole('button', { name: `Buka ${name}` }).click();
      await expect(page.getByRole('button', { name: `Tutup ${name}` })).toBeVisible();
    }
    await see(page, 'layar-lain');
    const [first] = groups;
    const act = { type: 'winners' as const, category: 'kat', note: 'Undang Bupati ke panggung.' };
    await value(page, 'execute', { type: 'change-programme', programme: [{ type: 'opening', note: act.note }, act] });
    const stages = [{ id: 'tahap', name: 'Tahap', weight: '100', timer: [{ name: 'Paparan', seconds: 600 }] }];
    await value(page, 'execute', { type: 'change-stages', stages });
    await value(page, 'execute', { type: 'show-stage', contestant: first?.id ?? '', stage: 'tahap' });
    await value(page, 'execute', { type: 'start-timer', part: 0, elapsedMs: 0 });
    await value(page, 'start-ceremony', { act: '*opening' });

    for (const size of [
      { width: 1366, height: 768 },
      { width: 1920, height: 1080 },
    ]) {
      const timer = await windowShowing(application, 'timer');
      await timer.setViewportSize(size);
      await expect(timer.locator('.name')).toHaveText(`Kelompok ${first?.id}`);
      await expect(timer.locator('.digits')).toHaveText(/^\d+[.:]\d\d$/);
      await expect.poll(() => smallTexts(timer)).toEqual([]);
      const script = await windowShowing(application, 'script');
      await script.setViewportSize(size);
      await expect(script.getByText(act.note)).toBeVisible();
      await expect(script.locator('.script-title')).toHaveText('Pembuka');
      await expect.poll(() => smallTexts(script)).toEqual([]);
    }
    const opening = await windowShowing(application, 'opening');
    await opening.setViewportSize({ width: 1366, height: 768 });
    await expect.poll(() => smallTexts(opening)).toEqual([]);
    expect(await opening.content()).not.toContain(act.note);
    // A display of one: no window covers the operator's controls.
    const areas = await application.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((each) => each.getBounds()),
    );
    expect(areas).toHaveLength(4);
    await page.waitForTimeout(limits.pressLockMs);
    await kill(application);

    const again = await openApplication(path.join(folder, 'data'));
    await expect((await windowShowing(again.application, 'script')).locator('.script-title')).toHaveText('Pembuka');
    await windowShowing(again.application, 'timer');
    await windowShowing(again.application, 'opening');
    await again.application.close();
  });
});

async function windowShowing(application: ElectronApplication, view: string): Promise<Page> {
  let found: Page | undefined;
  await expect
    .poll(async () => {
      for (const each of application.windows()) {
        if (each.url().includes('/projector.html') && (await each.locator(`main[data-view="${view}"]`).count()) > 0) {
          found = each;
        }
      }
      return found !== undefined;
    })
    .toBe(true);
  if (found === undefined) throw new Error(`no window shows ${view}`);
  return found;
}
