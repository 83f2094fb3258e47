/** A person with a keyboard alone: goes from one thing to the next by Tab, and knows each by the name that it is read out by. */
import type { Page } from '@playwright/test';

/** What is just being opened comes meanwhile. */
const PATIENCE_MS = 30_000;

/** Tab until what has the focus is named so. @throws with everything that was passed, when there is no way. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    await page.keyboard.press('Tab');
    const reached = await focused(page);
    if (name.test(reached)) return;
    passed.push(reached);
  }
  throw new Error(`no way to ${String(name)} by Tab, only: ${[...new Set(passed)].join(' | ')}`);
}

/** Goes there, and presses it. */
export async function pressOn(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** The name of what has the focus, as far as a label, a text or an attribute says it. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return '';
    const by = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const named = by.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    const labels =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? [...(element.labels ?? [])] : [];
    const label = labels.map(({ textContent }) => textContent).join(' ');
    return (
      [element.getAttribute('aria-label') ?? '', named, label, element.textContent].find((text) => text !== '') ?? ''
    );
  });
}
