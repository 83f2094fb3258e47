/** What is wrong with a screen as it stands, as far as a program can see it. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** A line for each: a broken accessibility rule, a text that its box cuts, two bars to scroll with, a page wider than its window. */
export async function screenProblems(page: Page): Promise<readonly string[]> {
  await waitForEndOfMotion(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return [
    ...violations.map(describe),
    ...(await cutTexts(page)).map((text) => `cut: ${text}`),
    ...((await hasBarsBesideEachOther(page)) ? ['two bars to scroll with'] : []),
    ...((await isWiderThanWindow(page)) ? ['wider than the window'] : []),
  ];
}

/** The rules that depend on the theme alone. */
export async function colourProblems(page: Page): Promise<readonly string[]> {
  await waitForEndOfMotion(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withRules('color-contrast').analyze();
  return violations.map(describe);
}

function describe({
  id,
  nodes,
}: {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}): string {
  return `${id}: ${nodes.map(({ html }) => html).join(' | ')}`;
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

/**
 * Words that their box cuts without dots that say so: buttons, heads and labels, and within them and elsewhere (badges, chips, tabs,
 * choices in a row) every box that hides what is wider or higher than itself. What only a screen reader is told has no size.
 */
function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isCut = (each: Element): boolean => {
      const { display, overflowX, overflowY, textOverflow, webkitLineClamp, fontSize } = getComputedStyle(each);
      if (display === 'inline' || each.clientWidth <= 1) return false;
      const isControl = each.matches('button, a, label, h1, h2, th');
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      // Dots stand at the end of a line of text, not at the edge of boxes beside each other.
      const hasDots = textOverflow === 'ellipsis' && !display.includes('flex') && !display.includes('grid');
      const isWider = each.scrollWidth > each.clientWidth + 1 && (isControl || hides(overflowX)) && !hasDots;
      const lines = (each.scrollHeight - each.clientHeight) / Number.parseFloat(fontSize);
      return isWider || (hides(overflowY) && webkitLineClamp === 'none' && lines > 0.5);
    };
    const hasWords = (each: Element) => [...each.childNodes].some((one) => one.nodeType === 3 && one.nodeValue?.trim());
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((each) => each.matches('button, a, label, h1, h2, th, [class*="-label"]') || hasWords(each))
      .filter(isCut)
      .map((each) => `${each.tagName.toLowerCase()} ${each.textContent.slice(0, 80)}`);
  });
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
