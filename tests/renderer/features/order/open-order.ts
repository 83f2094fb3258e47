/** The screen of the order over a laptop of the sample contest, or of another one. */
import { screen } from '@testing-library/react';
import type { Command } from '../../../../shared/domain/facts/commands.ts';
import { setupOf } from '../../../../shared/domain/contest.ts';
import type { ContestSetup } from '../../../../shared/domain/setup/contest-file.ts';
import { foldEvents } from '../../../../shared/domain/facts/evolve.ts';
import { createLaptop, type Laptop } from '../../support/laptop.ts';
import { openWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';

const committee = { role: 'committee', device: 'c'.repeat(26) } as const;

/** Opens the screen, of a laptop on which something happened `before`; resolves when the order is drawn. */
export async function open(setup?: ContestSetup, before: (laptop: Laptop) => void = () => {}) {
  const founding: Command = setup === undefined ? sampleFounding : ({ ...sampleFounding, setup } as Command);
  const laptop = createLaptop(founding, committee, { kind: 'committee' });
  before(laptop);
  const { user } = openWindow(laptop, '#/urutan');
  await screen.findByRole('heading', { name: 'Urutan tampil' });
  await screen.findByRole('button', { name: 'Undian…' });
  return { laptop, user };
}

/** The contest as the log tells it. */
export function setupNow(laptop: Laptop): ContestSetup {
  return setupOf(foldEvents(laptop.events()));
}

/** Who comes with which number, in the order of the numbers. */
export function order(laptop: Laptop): string[] {
  return setupNow(laptop)
    .contestants.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0))
    .map(({ id, number }) => `${id} ${number}`);
}
