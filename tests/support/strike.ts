/**
 * Playwright's hand strikes again within milliseconds, which the application takes for one gesture (rule H1). Here each
 * stroke of a page begins when the one before is over, as a person's does; pointers wait by themselves. What tries the rule
 * itself uses `keyboard.down` and the events of the system.
 */
import type { Locator, Page } from '@playwright/test';
import { limits } from '../../shared/limits.ts';

const presses = new Set(['Enter', 'Space', ' ']);
/** At the operator of an announcement each of these is a step; the shell counts the gesture. */
const steps = new Set(['PageDown', 'PageUp', 'ArrowRight', 'ArrowLeft', 'b']);
const prototypes = new WeakSet<object>();

export function strikeAsAPerson(page: Page): void {
  const { keyboard } = page;
  const press = keyboard.press.bind(keyboard);
  keyboard.press = async (key, options) => {
    await gestureOver(page, key);
    await press(key, options);
  };
  const prototype = Object.getPrototypeOf(page.locator('body')) as Locator;
  if (prototypes.has(prototype)) return;
  prototypes.add(prototype);
  // oxlint-disable-next-line typescript/unbound-method -- called with its locator below
  const pressAt = prototype.press;
  prototype.press = async function pressCalmly(this: Locator, key, options) {
    await gestureOver(this.page(), key);
    await pressAt.call(this, key, options);
  };
}

async function gestureOver(page: Page, key: string): Promise<void> {
  if (presses.has(key))
    await page.waitForFunction(() => document.querySelector('[data-press-lock], [data-fresh]') === null);
  else if (steps.has(key)) await page.waitForTimeout(limits.pressLockMs);
}
