/** An award that is added is in view with all that belongs to it, above the bar that saves. */
import { expect, test } from '@playwright/test';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { createSmallContest, openApplication } from '../support/shell-window.ts';

test('[H2] a card added to the awards stands above the bar that saves, with its name to be typed', async () => {
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await createSmallContest(page, folder);
    await page.setViewportSize({ width: 1366, height: 690 });
    await page.getByRole('link', { name: 'Rubrik & aturan' }).click();
    await page.getByRole('tab', { name: 'Penghargaan' }).click();
    const cards = page.getByRole('tabpanel').locator('ul > li');
    const bar = page.getByRole('button', { name: 'Simpan', exact: true });
    await expect(cards).toHaveCount(0);
    for (let at = 0; at < 4; at += 1) {
      await page.locator('#penghargaan-tambah ~ button, #penghargaan-tambah').nth(at).click();
      await expect(cards).toHaveCount(at + 1);
      const added = cards.nth(at);
      await expect(added.getByRole('textbox').first()).toBeFocused();
      const below = async () => {
        const [card, save] = [await added.boundingBox(), await bar.boundingBox()];
        return (card?.y ?? 0) + (card?.height ?? Infinity) - (save?.y ?? 0);
      };
      await expect.poll(below).toBeLessThanOrEqual(0);
    }
    await application.close();
  });
});
