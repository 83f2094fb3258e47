/** Takes a picture of a screen for a person to look at, and looks for what a program can see itself. */
import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import path from 'node:path';
import { screenProblems } from './screen-problems.ts';

/** The picture goes into the ignored folder `screenshots`; every problem is named by the failing test. */
export async function see(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join('screenshots', `${name}.png`), animations: 'disabled' });
  expect.soft(await screenProblems(page), name).toEqual([]);
}

/** As the menu's zoom does: 2 is text at 200 %. */
export async function zoomTo(application: ElectronApplication, factor: number): Promise<void> {
  await application.evaluate(
    ({ BrowserWindow }, zoom) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom),
    factor,
  );
}

/** No two of these lie on top of each other, and none sticks out of its page: a press hits what it names. */
export async function expectApart(buttons: Locator): Promise<void> {
  const boxes = (await Promise.all((await buttons.all()).map((each) => each.boundingBox()))).flatMap(
    (box) => box ?? [],
  );
  expect(boxes.length).toBeGreaterThan(1);
  for (const [index, a] of boxes.entries()) {
    for (const b of boxes.slice(index + 1)) {
      const isApart =
        a.x + a.width <= b.x + 1 || b.x + b.width <= a.x + 1 || a.y + a.height <= b.y + 1 || b.y + b.height <= a.y + 1;
      expect(isApart, JSON.stringify([a, b])).toBe(true);
    }
  }
}
