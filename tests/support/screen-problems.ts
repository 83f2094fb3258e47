/** What is wrong with a screen as it stands, as far as a program can see it. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** A line for each: a broken accessibility rule, a text that its box cuts, two bars to scroll with, a page wider than its window. */
export async function screenProblems(page: Page): Promise<readonly string[]> {
  await waitForEndOfMotion(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
    ...(await cutTexts(page)).map((text) => `cut: ${text}`),
    ...((await hasBarsBesideEachOther(page)) ? ['two bars to scroll with'] : []),
    ...((await isWiderThanWindow(page)) ? ['wider than the window'] : []),
  ];
}

/** A colour on its way to another (a theme just chosen, a button just enabled) is no colour to be judged. */
function waitForEndOfMotion(page: Page): Promise<unknown> {
  return page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
        .map(({ finished }) => finished),
    ),
  );
}

/** Buttons, heads and labels whose words do not fit and carry no dots that say so. */
function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, a, label, h1, h2, th')]
      .filter((each) => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).textOverflow !== 'ellipsis')
      .filter((each) => getComputedStyle(each).display !== 'inline' && each.clientWidth > 1)
      .map((each) => each.textContent.slice(0, 80)),
  );
}

/** The screen scrolls, and the window around it too: what is out of sight can then be reached in neither alone. */
function hasBarsBesideEachOther(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    let scrolling = 0;
    for (let each = document.querySelector('main'); each !== null; each = each.parentElement) {
      const isOver = each.scrollHeight > each.clientHeight + 1;
      if (isOver && /auto|scroll/.test(getComputedStyle(each).overflowY)) scrolling += 1;
    }
    return scrolling > 1;
  });
}

function isWiderThanWindow(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
