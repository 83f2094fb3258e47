/** A juror at the score sheets of the sample contest: who writes, the fields of one sheet, and what was written. */
import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { sheetOf } from '../../../../shared/domain/score-sheet.ts';
import { foldEvents } from '../../../../shared/domain/facts/evolve.ts';
import type { Laptop } from '../../support/laptop.ts';

export const juror = { role: 'seat', seat: 'juri-1' } as const;
export const author = { ...juror, device: 'd'.repeat(26) };
export const committee = { role: 'committee', device: 'c'.repeat(26) } as const;

/** The first criterion of the sheet. */
export function alur(): Promise<HTMLInputElement> {
  return field('Alur langkah jelas dan runtut');
}

/** The second criterion. */
export function penguasaan(): Promise<HTMLInputElement> {
  return field('Penguasaan materi');
}

/** The last criterion. */
export function tim(): Promise<HTMLInputElement> {
  return field('Kerja sama tim');
}

function field(name: string): Promise<HTMLInputElement> {
  return screen.findByRole<HTMLInputElement>('textbox', { name });
}

/** Waits until the focus is there. */
export async function focused(element: Promise<HTMLElement>): Promise<void> {
  const expected = await element;
  await waitFor(() => expect(document.activeElement).toBe(expected));
}

/** The juror’s sheet of a contestant, as the log tells it. */
export function sheet(laptop: Laptop, contestant = 'melati') {
  return sheetOf(foldEvents(laptop.events()), 'juri-1', contestant, 'presentasi');
}

/** Scores three others, so that the juror has a habit. */
export function withHabit(laptop: Laptop): void {
  for (const contestant of ['mawar', 'kenanga', 'anggrek']) {
    laptop.write(author, { type: 'set-score', contestant, criterion: 'alur', value: '85' });
  }
}
