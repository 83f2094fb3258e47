/** Takes a picture of a screen for a person to look at, and looks for violations of accessibility rules itself. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import path from 'node:path';

/** The picture goes into the ignored folder `screenshots`; every violation is named by the failing test. */
export async function see(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join('screenshots', `${name}.png`), animations: 'disabled' });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  expect.soft(found).toEqual([]);
}

/** As the menu's zoom does: 2 is text at 200 %. */
export async function zoomTo(application: ElectronApplication, factor: number): Promise<void> {
  await application.evaluate(
    ({ BrowserWindow }, zoom) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom),
    factor,
  );
}
