/** What the board of the committee is drawn from: who writes, a contest with a clock, sheets that are locked. */
import { screen } from '@testing-library/react';
import { foldEvents } from '../../../../shared/domain/facts/evolve.ts';
import { sheetOf } from '../../../../shared/domain/score-sheet.ts';
import type { Command } from '../../../../shared/domain/facts/commands.ts';
import type { Laptop } from '../../support/laptop.ts';
import { sampleSetup } from '../../support/sample.ts';

export const session = { role: 'committee' } as const;
/** The sample contest, with a clock of two parts in the presentation. */
export const timed: Extract<Command, { type: 'found-contest' }> = {
  type: 'found-contest',
  setup: {
    ...sampleSetup,
    stages: sampleSetup.stages.map((stage) =>
      stage.id === 'presentasi'
        ? {
            ...stage,
            timer: [
              { name: 'Yel-yel', seconds: 300 },
              { name: 'Paparan', seconds: 600 },
            ],
          }
        : stage,
    ),
  },
  recusals: [],
  absences: [],
  penalties: [],
  decisions: [],
};

/** A juror, as who wrote an entry. */
export function author(seat: string) {
  return { role: 'seat', seat, device: 'd'.repeat(26) } as const;
}

/** The contest as the log tells it. */
export function contest(laptop: Laptop) {
  return foldEvents(laptop.events());
}

/** A juror’s sheet of Melati in the presentation. */
export function sheet(laptop: Laptop, juror: string) {
  return sheetOf(contest(laptop), juror, 'melati', 'presentasi');
}

/** A cell of the board, as soon as it is drawn. */
export function cell(name: string): Promise<HTMLElement> {
  return screen.findByRole('button', { name });
}

/** The juror scores all of Melati’s presentation and locks it. */
export function lock(laptop: Laptop, juror: string): void {
  for (const criterion of ['alur', 'penguasaan', 'tim']) {
    laptop.write(author(juror), { type: 'set-score', contestant: 'melati', criterion, value: '80' });
  }
  laptop.write(author(juror), { type: 'lock-sheet', contestant: 'melati', stage: 'presentasi' });
}
