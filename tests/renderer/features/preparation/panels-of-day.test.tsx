/** [D30] [D31] On the check list the committee settles jurors of a group's own unit, and shares the groups among the jurors. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Command } from '../../../../shared/domain/facts/commands.ts';
import { contestSetupSchema } from '../../../../shared/domain/setup/contest-file.ts';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleSetup } from '../../support/sample.ts';

prepareWindow();

const [firstContestant] = sampleSetup.contestants;
const setup = contestSetupSchema.parse({
  ...sampleSetup,
  jurors: sampleSetup.jurors.map((each, at) => (at === 1 ? { ...each, unit: 'RSUD (contoh)' } : each)),
  contestants: sampleSetup.contestants.map((each, at) => (at === 0 ? { ...each, unit: 'Rsud contoh' } : each)),
});
const founding: Command = { type: 'found-contest', setup, recusals: [], absences: [], penalties: [], decisions: [] };
const open = () => {
  const laptop = createLaptop(founding, { role: 'committee' }, { kind: 'committee' });
  return { laptop, ...openWindow(laptop, '#/siap') };
};

test('[D30] the pair is named until the committee has kept the juror, with a reason', async () => {
  const { laptop, user } = open();
  const panel = within(await screen.findByRole('region', { name: 'Juri dan kelompok dari unit kerja yang sama' }));
  expect(panel.getByText('Belum diputuskan.')).toBeDefined();
  expect(screen.getByText(/1 pasangan juri dan kelompok satu unit kerja belum diputuskan/)).toBeDefined();
  await user.click(panel.getByRole('button', { name: /^Juri 2 \(contoh\) tetap menilai/ }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('textbox'), 'Sudah pindah unit (contoh)');
  await user.click(dialog.getByRole('button', { name: 'Catat tetap menilai' }));
  expect(await panel.findByText('Tetap menilai. Alasan: Sudah pindah unit (contoh)')).toBeDefined();
  expect(laptop.events().at(-1)?.event).toMatchObject({
    type: 'juror-kept',
    juror: 'juri-2',
    contestant: firstContestant?.id,
  });
  await waitFor(() => expect(screen.queryByText(/pasangan juri dan kelompok satu unit kerja belum/)).toBeNull());
});

test('[D31] the groups of a stage are shared by lot, ticked otherwise by hand, and given back to all', async () => {
  const { laptop, user } = open();
  const panel = within(await screen.findByRole('region', { name: 'Pembagian juri per kelompok' }));
  expect(panel.getAllByText('Semua juri (3) menilai setiap kelompok.')).toHaveLength(2);
  await user.click(panel.getByRole('button', { name: 'Bagi juri: Risalah' }));
  const dialog = async () => within(await screen.findByRole('dialog', { name: 'Bagi juri: Risalah' }));
  await user.click((await dialog()).getByRole('button', { name: 'Undi pembagian' }));
  expect((await dialog()).getByText(/^Kunci undian: /)).toBeDefined();
  await user.click((await dialog()).getByRole('button', { name: 'Simpan pembagian' }));
  expect(await panel.findByText(/^2 dari 3 juri untuk setiap kelompok/)).toBeDefined();
  const drawn = laptop.events().at(-1)?.event;
  expect(drawn).toMatchObject({ type: 'readers-assigned', stage: 'risalah', drawn: { each: 2 } });

  await user.click(panel.getByRole('button', { name: 'Bagi juri: Risalah' }));
  const [box] = (await dialog()).getAllByRole('checkbox', { checked: true });
  if (box !== undefined) await user.click(box);
  await user.click((await dialog()).getByRole('button', { name: 'Simpan pembagian' }));
  expect(await panel.findByText(/^1–2 dari 3 juri untuk setiap kelompok/)).toBeDefined();
  expect(laptop.events().at(-1)?.event).not.toHaveProperty('drawn');

  await user.click(panel.getByRole('button', { name: 'Bagi juri: Risalah' }));
  await user.click((await dialog()).getByRole('button', { name: 'Semua juri menilai semua' }));
  await waitFor(() => expect(panel.getAllByText('Semua juri (3) menilai setiap kelompok.')).toHaveLength(2));
});
