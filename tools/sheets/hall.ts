/** What the hall sees, window by window: waiting, who is on, and every step of the announcement of one category. */
import type { ElectronApplication, Page } from '@playwright/test';
import { setTimeout } from 'node:timers/promises';
import { present } from '../../shared/lib/assert.ts';
import { limits } from '../../shared/limits.ts';
import type { Language } from '../../shared/say/language.ts';
import { screenProblems } from '../../tests/support/screen-problems.ts';
import { ask, projectorOf, value } from '../../tests/support/shell-window.ts';
import type { Picture } from './compose.ts';

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
] as const;

/** The committee is signed in at `page`; what is wrong is added to `problems`. */
export async function takeHall(
  application: ElectronApplication,
  page: Page,
  event: string,
  language: Language,
  problems: string[],
): Promise<Picture[]> {
  const pictures: Picture[] = [];
  await value(page, 'choose-outward-language', { of: 'projector', language });
  await value(page, 'open-projector', {});
  const hall = await projectorOf(application);
  const take = async (name: string) => {
    for (const size of sizes) {
      await hall.setViewportSize(size);
      // The longest of what moves there.
      await setTimeout(1500);
      const caption = `${language} · ${size.width} × ${size.height}`;
      const bytes = await hall.screenshot({ animations: 'disabled' });
      pictures.push({ name: `${event}-layar-${name}`, caption, bytes });
      if (size === sizes.at(-1))
        problems.push(...(await screenProblems(hall)).map((one) => `${event}-layar-${name}, ${caption}: ${one}`));
    }
  };
  for (const picture of ['waiting', 'on-stage'] as const) {
    await value(page, 'project-picture', { picture });
    await take(picture);
  }
  if (event === 'done') {
    const category = await firstCategory(page);
    await ask(page, 'execute', { type: 'confirm-announcement', category });
    let { step, steps, building } = await value(page, 'start-ceremony', { act: category });
    while (step < steps) {
      await take(`langkah-${step}${building ? '-sebelum' : ''}`);
      await setTimeout(limits.pressLockMs + 500);
      ({ step, steps, building } = await value(page, 'move-ceremony', { move: 'next' }));
    }
    await take(`langkah-${step}`);
    await value(page, 'move-ceremony', { move: 'end' });
  }
  await value(page, 'close-projector');
  return pictures;
}

async function firstCategory(page: Page): Promise<string> {
  const facts = await value(page, 'load-events');
  const [category] = facts.flatMap(({ event }) =>
    event.type === 'contest-founded' ? event.setup.categories.map(({ id }) => id) : [],
  );
  return present(category, 'the contest has a category');
}
