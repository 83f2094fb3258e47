/** A person's hands at several laptops, every action of them counted: a press of a button, a typed text, a key. */
import type { Locator, Page } from '@playwright/test';

export interface CountedHands {
  readonly click: (target: Locator) => Promise<void>;
  /** One text into whatever has the focus. */
  readonly type: (page: Page, text: string) => Promise<void>;
  readonly press: (page: Page, key: string) => Promise<void>;
  /** One entry: a text and the Enter that ends it. */
  readonly enter: (page: Page, text: string) => Promise<void>;
  /** A file is chosen, as a file manager gives it. */
  readonly choose: (act: () => Promise<void>) => Promise<void>;
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
    async enter(page, text) {
      story.push(`enter ${text}`);
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    },
    async choose(act) {
      story.push('choose a file');
      await act();
    },
    actions: () => story.length,
    longestText: () => longest,
    story: () => story,
  };
}
