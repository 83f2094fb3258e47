/** A person's hands at several laptops, every action of them counted: a press of a button, a typed text, a key. */
import type { Locator, Page } from '@playwright/test';

export interface CountedHands {
  readonly click: (target: Locator) => Promise<void>;
  /** One text into whatever has the focus. */
  readonly type: (page: Page, text: string) => Promise<void>;
  readonly press: (page: Page, key: string) => Promise<void>;
  readonly actions: () => number;
  readonly longestText: () => number;
  /** What was done, one line each. */
  readonly story: () => readonly string[];
}

export function countedHands(): CountedHands {
  const story: string[] = [];
  let longest = 0;
  return {
    async click(target) {
      story.push(`click ${target.toString()}`);
      await target.click();
    },
    async type(page, text) {
      story.push(`type ${text}`);
      longest = Math.max(longest, text.length);
      await page.keyboard.type(text);
    },
    async press(page, key) {
      story.push(`press ${key}`);
      await page.keyboard.press(key);
    },
    actions: () => story.length,
    longestText: () => longest,
    story: () => story,
  };
}
