/** One laptop of an event: the real application with a home of its own, and what a person does at its window. */
import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { kill, openApplication } from '../support/shell-window.ts';

export interface Laptop {
  readonly name: string;
  /** Its disk. */
  readonly home: string;
  readonly page: Page;
  readonly application: ElectronApplication;
  /** Ends the process as a power cut would, at once. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts (or starts again) the laptop whose disk is `home`. */
export async function startLaptop(home: string, name: string): Promise<Laptop> {
  mkdirSync(home, { recursive: true });
  const { application, page } = await openApplication(path.join(home, 'data-aplikasi'), {
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, '.config'),
  });
  await page.setViewportSize({ width: 1366, height: 768 });
  return {
    name,
    home,
    page,
    application,
    kill: () => kill(application),
    close: () => application.close(),
  };
}

/** A picture of the screen, into the ignored folder where a person looks at it. */
export async function picture({ page }: { readonly page: Page }, name: string): Promise<void> {
  await page.screenshot({ path: path.join('screenshots', `${name}.png`), animations: 'disabled' });
}

/** Drops a file on the page as a file manager does. */
export async function dropFile(page: Page, file: string, target: string): Promise<void> {
  const bytes = [...readFileSync(file)];
  const transfer = await page.evaluateHandle(
    ({ name, content }) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(content)], name));
      return data;
    },
    { name: path.basename(file), content: bytes },
  );
  await page.locator(target).dispatchEvent('drop', { dataTransfer: transfer });
}

/** Goes to a screen by the menu, and waits until it stands: its code is loaded on the way. */
export async function openScreen(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
}

/** The fields of the sheet that is open, in order. */
export function decimalFields(page: Page): Locator {
  return page.locator('input[inputmode="decimal"]');
}

/** Types the values of one sheet by the keyboard alone, criterion by criterion, starting at its first field. */
/** [D29] What stands before the sheets of a contest from a template. */
export async function acceptPact(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Saya sudah membaca dan menerima' }).click();
}

export async function typeSheet(page: Page, values: readonly string[]): Promise<void> {
  const fields = decimalFields(page);
  await expect(fields).toHaveCount(values.length);
  await fields.first().focus();
  for (const value of values) {
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
}

/** Locks the sheet that is open, saying yes to what the summary asks. */
export async function lockSheet(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Kunci nilai' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Ya, kunci nilai' })).toBeVisible();
  const check = dialog.getByRole('checkbox');
  if ((await check.count()) > 0) await check.check();
  await dialog.getByRole('button', { name: 'Ya, kunci nilai' }).click();
  await expect(dialog).toBeHidden();
}

/** As a person does, in the head. */
export async function chooseTheme(page: Page, theme: string): Promise<void> {
  await page.getByRole('button', { name: 'Ukuran huruf dan tampilan' }).click();
  await page.getByText(theme, { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText(theme, { exact: true })).toBeHidden();
}
