/** A juror leaves: one act with one reason, one line, undone as one. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sheetOf } from '../../../../shared/domain/score-sheet.ts';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { contest, lock, session, timed } from './monitor-laptop.ts';

prepareWindow();

const committee = { role: 'committee', device: 'c'.repeat(26) } as const;

test('[D10] a juror who leaves is absent for all that remains in one act, undone as one', async () => {
  const laptop = createLaptop(timed, session);
  laptop.write(committee, { type: 'show-stage', contestant: 'melati', stage: 'presentasi' });
  lock(laptop, 'juri-2');
  const { user } = openWindow(laptop);
  const states = () =>
    ['melati', 'mawar', 'kenanga', 'anggrek'].map(
      (each) => sheetOf(contest(laptop), 'juri-2', each, 'presentasi')?.state,
    );
  await user.click(await screen.findByRole('button', { name: 'Juri terlambat atau pulang…' }));
  const dialog = await screen.findByRole('dialog');
  await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Juri' }), 'Juri 2 (contoh)');
  expect(within(dialog).queryByRole('checkbox', { name: /Melati/ })).toBeNull();
  await user.click(within(dialog).getByRole('checkbox', { name: /Kenanga/ }));
  await user.type(within(dialog).getByRole('textbox'), 'pulang pukul 14');
  await user.click(within(dialog).getByRole('button', { name: 'Catat tidak hadir (2)' }));
  await waitFor(() => expect(states()).toEqual(['locked', 'absent', 'pending', 'absent']));
  expect(sheetOf(contest(laptop), 'juri-2', 'mawar', 'risalah')?.state).toBe('pending');
  expect(laptop.events().filter(({ event }) => event.type === 'absences-recorded')).toHaveLength(1);
  await screen.findByText('2 peserta');
  await user.click(screen.getByRole('button', { name: 'Batalkan tidak hadir Juri 2 (contoh) untuk 2 peserta' }));
  const undo = await screen.findByRole('dialog', { name: 'Batalkan tidak hadir untuk 2 peserta' });
  await user.type(within(undo).getByRole('textbox'), 'kembali lagi');
  await user.click(within(undo).getByRole('button', { name: 'Ya, batalkan semuanya' }));
  await waitFor(() => expect(states()).toEqual(['locked', 'pending', 'pending', 'pending']));
});
