/** The projector's window and the displays, which are made up; the windows are real and really moved. And closing by hand. */
import { expect, test, type ElectronApplication } from '@playwright/test';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { ask, createSmallContest, openApplication, projectorOf, value } from '../support/shell-window.ts';
import { see } from '../support/see.ts';

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const hall = { id: 77, label: 'Proyektor aula', bounds: { x: 1366, y: 0, width: 1920, height: 1080 } };
const lobby = { id: 78, label: 'TV lobi', bounds: { x: 3286, y: 0, width: 1280, height: 720 } };

/** From now on the system has these displays beside its own. */
function plug(application: ElectronApplication, others: readonly (typeof hall)[]): Promise<void> {
  return application.evaluate(({ screen }, plugged) => {
    const state = globalThis as { real?: Electron.Display[]; plugged?: Electron.Display[] };
    state.real ??= screen.getAllDisplays();
    const before = state.plugged ?? [];
    state.plugged = plugged.map((each) => ({
      ...(screen.getPrimaryDisplay() as object),
      ...each,
      workArea: each.bounds,
    })) as Electron.Display[];
    screen.getAllDisplays = () => [...(state.real ?? []), ...(state.plugged ?? [])];
    for (const each of before) {
      if (!state.plugged.some(({ id }) => id === each.id)) screen.emit('display-removed', {}, each);
    }
    for (const each of state.plugged) {
      if (!before.some(({ id }) => id === each.id)) screen.emit('display-added', {}, each);
    }
  }, others);
}

function boundsOf(application: ElectronApplication, isOperator: boolean): Promise<Place> {
  return application.evaluate(({ BrowserWindow }, wanted) => {
    const isMain = (each: Electron.BrowserWindow) => each.webContents.getURL().includes('/index.html');
    const found = BrowserWindow.getAllWindows().find((each) => isMain(each) === wanted);
    if (found === undefined) throw new Error('no such window');
    return found.getBounds();
  }, isOperator);
}

function overlap(a: Place, b: Place): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

test('[W6] the projector never covers the controls: one display, plugged in, cable out and in again', async () => {
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await createSmallContest(page, folder);
    const projector = () => boundsOf(application, false);
    const operator = () => boundsOf(application, true);
    const before = await operator();
    const isBeside = async () => !overlap(await projector(), await operator());
    const fills = async (display: typeof hall) => {
      const { x, y, width } = await projector();
      const isFull = await application.evaluate(() => (globalThis as { isFull?: boolean }).isFull === true);
      return isFull && [x, y, width].join() === [display.bounds.x, display.bounds.y, display.bounds.width].join();
    };
    // The system would make a window full on one of the displays that it really has.
    await application.evaluate(({ BrowserWindow }) => {
      BrowserWindow.prototype.setFullScreen = (isFull) => {
        (globalThis as { isFull?: boolean }).isFull = isFull;
      };
    });
    await page.evaluate(() => {
      location.hash = '#/pengumuman';
    });

    // One display: beside the controls, whichever way it is asked for.
    await page.getByRole('button', { name: 'Buka layar pengumuman' }).click();
    await projectorOf(application);
    await expect.poll(isBeside).toBe(true);
    await see(page, 'proyektor-satu-layar');

    // Plugged in while open: offered, not taken.
    await plug(application, [hall]);
    await expect(page.getByText('Layar baru tersambung')).toBeVisible();
    expect(await isBeside()).toBe(true);
    await see(page, 'proyektor-layar-baru');
    await page.getByRole('button', { name: 'Pindahkan ke sana' }).click();
    await expect.poll(() => fills(hall)).toBe(true);
    await expect(page.getByText('Layar baru tersambung')).toBeHidden();
    // The operator's window has its room back.
    await expect.poll(async () => (await operator()).width).toBe(before.width);

    // The cable is out: beside the controls. In again, under a new id: back by itself, without a question.
    await plug(application, []);
    await expect.poll(isBeside).toBe(true);
    await plug(application, [{ ...hall, id: 99 }]);
    await expect.poll(() => fills(hall)).toBe(true);
    await expect(page.getByText('Layar baru tersambung')).toBeHidden();

    // A third display is offered; refused, it stays where it is.
    await plug(application, [{ ...hall, id: 99 }, lobby]);
    await page.getByRole('button', { name: 'Biarkan di tempatnya' }).click();
    await expect(page.getByText('Layar baru tersambung')).toBeHidden();
    expect(await fills(hall)).toBe(true);

    await page.getByRole('button', { name: 'Tutup layar pengumuman' }).click();
    await expect(page.getByRole('button', { name: 'Buka layar pengumuman' })).toBeVisible();
    await application.close();
  });
});

test('[W7] closing by hand while the projector is open asks first, and stays open when the answer is no', async () => {
  await withTemporaryFolder(async (folder) => {
    const { application, page } = await openApplication(path.join(folder, 'data'));
    await createSmallContest(page, folder);
    await ask(page, 'open-projector', {});
    await projectorOf(application);
    // The system's dialog cannot be pressed by a test: what it is asked, and its answer.
    await application.evaluate(({ dialog }) => {
      const state = globalThis as { asked?: string[]; answers?: number[] };
      state.asked = [];
      state.answers = [0, 1];
      dialog.showMessageBox = ((_window: unknown, { message, detail }: { message: string; detail: string }) => {
        state.asked?.push(`${message} ${detail}`);
        return Promise.resolve({ response: state.answers?.shift() ?? 0, checkboxChecked: false });
      }) as typeof dialog.showMessageBox;
    });
    const close = () =>
      application.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()
          .find((each) => each.webContents.getURL().includes('/index.html'))
          ?.close();
      });
    const asked = () => application.evaluate(() => (globalThis as { asked?: string[] }).asked ?? []);
    await close();
    await expect.poll(async () => (await asked()).length).toBe(1);
    expect((await asked())[0]).toContain('Layar pengumuman ikut tertutup');
    expect(await value(page, 'ceremony-state')).toMatchObject({ projectorOpen: true });
    const ended = application.waitForEvent('close');
    await close();
    await ended;
  });
});
