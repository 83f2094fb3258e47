/** What a screen reader would say by itself: the live regions of a page whose words changed, in their order. */
import type { Page } from '@playwright/test';

/** From now on; call again after a page was loaded anew. */
export async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.noted = [];
    const live = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"], output';
    const words = (region: Element) => (region.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
    const last = new Map<Element, string>();
    for (const region of document.querySelectorAll(live)) last.set(region, words(region));
    new MutationObserver((changes) => {
      for (const region of document.querySelectorAll(live)) {
        const isTouched = changes.some(
          ({ target, addedNodes }) => region.contains(target) || [...addedNodes].some((node) => node.contains(region)),
        );
        const text = words(region);
        if (!isTouched || text === '' || last.get(region) === text) continue;
        // A region that comes with its words is said only where it alerts.
        const isNew = !last.has(region);
        last.set(region, text);
        if (!isNew || region.getAttribute('role') === 'alert') window.noted?.push(text);
      }
      for (const region of document.querySelectorAll(live)) last.set(region, words(region));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/** What was said since the last time, and forgets it. */
export async function heard(page: Page): Promise<readonly unknown[]> {
  return page.evaluate(() => window.noted?.splice(0) ?? []);
}
