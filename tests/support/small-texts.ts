/** What a window of the hall says in letters below 1/25 of its height, or cuts off at its edge (rule W9). */
import type { Page } from '@playwright/test';

export function smallTexts(page: Page): Promise<readonly (string | null)[]> {
  return page.evaluate(() => {
    const texts = [...document.querySelectorAll('main *')].filter((each) =>
      [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== ''),
    );
    const small = texts.filter(
      (each) => Number.parseFloat(getComputedStyle(each).fontSize) < window.innerHeight / 25 - 0.01,
    );
    const cut = [...document.querySelectorAll('.fitted, main')].filter(
      (each) => each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1,
    );
    return [...small.map(({ textContent }) => textContent), ...cut.map(({ className }) => `cut: ${className}`)];
  });
}
