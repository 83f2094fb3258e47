/** The steps of an announcement as a person takes them, one gesture after the other. */
import type { Page } from '@playwright/test';
import { limits } from '../../shared/limits.ts';

/** The next step, once the press is no longer taken for the one before (rule C5). */
export async function nextStep(page: Page, key = 'PageDown'): Promise<void> {
  await page.waitForTimeout(limits.pressLockMs);
  await page.keyboard.press(key);
}

/** A place, then who has it (rule C11). */
export async function nextPlace(page: Page): Promise<void> {
  await nextStep(page);
  await nextStep(page);
}
