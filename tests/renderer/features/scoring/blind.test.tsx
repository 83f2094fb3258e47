/** [D32] A stage read without names: no screen of the juror shows a name or unit until the own sheets are locked. */
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Command } from '../../../../shared/domain/facts/commands.ts';
import { contestSetupSchema } from '../../../../shared/domain/setup/contest-file.ts';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleSetup } from '../../support/sample.ts';
import { author, committee, juror } from './scoring-laptop.ts';

prepareWindow();

const setup = contestSetupSchema.parse({
  ...sampleSetup,
  stages: sampleSetup.stages.map((stage) => (stage.id === 'risalah' ? { ...stage, blind: true } : stage)),
  contestants: sampleSetup.contestants.map((each, at) => ({ ...each, title: `Judul Risalah ${at + 1}` })),
});
const founding: Command = { type: 'found-contest', setup, recusals: [], absences: [], penalties: [], decisions: [] };
const named = () =>
  setup.contestants.filter(({ name, unit = '' }) =>
    [name, unit].some((text) => text !== '' && document.body.innerHTML.includes(text)),
  );

test('[D32] list, sheet, notices, search and sign-off have number and title; the names come back with the last lock', async () => {
  const laptop = createLaptop(founding, juror);
  const { user } = openWindow(laptop);
  expect(await screen.findByText('Dinilai tanpa nama')).toBeDefined();
  expect(screen.getAllByText('Judul Risalah 1').length).toBeGreaterThan(0);
  expect(named()).toEqual([]);

  laptop.write(author, { type: 'set-score', contestant: 'melati', criterion: 'tema', value: '4' });
  laptop.write(author, { type: 'lock-sheet', contestant: 'melati', stage: 'risalah' });
  act(() =>
    laptop.write(committee, {
      type: 'reopen-sheet',
      juror: 'juri-1',
      contestant: 'melati',
      stage: 'risalah',
      reason: 'Salah ketik (contoh)',
    }),
  );
  expect(await screen.findByText('Alasan: Salah ketik (contoh)')).toBeDefined();
  expect(named()).toEqual([]);

  await user.keyboard('{Control>}k{/Control}');
  const search = within(await screen.findByRole('dialog'));
  await user.type(search.getByRole('textbox'), 'Judul Risalah');
  expect((await search.findAllByText(/Judul Risalah/)).length).toBeGreaterThan(0);
  expect(named()).toEqual([]);
  await user.keyboard('{Escape}');

  await user.click(screen.getByRole('link', { name: 'Pengesahan' }));
  await screen.findByRole('heading', { name: 'Pengesahan nilai' });
  expect(named()).toEqual([]);

  for (const { id } of setup.contestants) {
    laptop.write(author, { type: 'set-score', contestant: id, criterion: 'tema', value: '4' });
    act(() => laptop.write(author, { type: 'lock-sheet', contestant: id, stage: 'risalah' }));
  }
  await waitFor(() => expect(named().length).toBe(setup.contestants.length));
});
