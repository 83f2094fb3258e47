/** What a window of the hall says in letters below 1/25 of its height, breaks inside a word, or cuts off at its edge (rule W9). */
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
    const broken = texts.flatMap((each) => wordsIn(each).filter(isBroken));
    return [
      ...small.map(({ textContent }) => textContent),
      ...cut.map(({ className }) => `cut: ${className}`),
      ...broken.map((word) => `broken: ${word.toString()}`),
    ];

    function wordsIn(element: Element): readonly Range[] {
      return [...element.childNodes].flatMap((node) =>
        node.nodeType !== Node.TEXT_NODE
          ? []
          : [...(node.textContent ?? '').matchAll(/[^\s-]+/g)].map(({ 0: word, index }) => {
              const range = document.createRange();
              range.setStart(node, index);
              range.setEnd(node, index + word.length);
              return range;
            }),
      );
    }

    function isBroken(word: Range): boolean {
      return (
        new Set([...word.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top))).size > 1
      );
    }
  });
}
