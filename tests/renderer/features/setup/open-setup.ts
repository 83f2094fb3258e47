/** The setup screen over a laptop of the sample contest, on one of its tabs. */
import { screen } from '@testing-library/react';
import { readRubricTemplates } from '../../../../electron/adapters/files/resources.ts';
import { setupOf } from '../../../../shared/domain/contest.ts';
import { foldEvents } from '../../../../shared/domain/facts/evolve.ts';
import { withAnswers } from '../../support/answers.ts';
import { createLaptop, type Laptop } from '../../support/laptop.ts';
import { openWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';

export const juror = { role: 'seat', seat: 'juri-1', device: 'd'.repeat(26) } as const;

export async function openSetup(tab?: string) {
  const inner = createLaptop(sampleFounding, { role: 'committee' }, { kind: 'committee' });
  const laptop = withAnswers(inner, { 'rubric-templates': () => readRubricTemplates() });
  const { user } = openWindow(laptop, '#/rubrik');
  await screen.findByRole('tab', { name: 'Lomba' });
  if (tab !== undefined) await user.click(screen.getByRole('tab', { name: tab }));
  return { laptop, user };
}

export function setupNow(laptop: Laptop) {
  return setupOf(foldEvents(laptop.events()));
}
