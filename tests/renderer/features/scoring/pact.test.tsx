/** [D29] A juror reads and accepts the pact before the first score, and reads it again at the sign-off; the committee sees who lacks. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Command } from '../../../../shared/domain/facts/commands.ts';
import { pactHash } from '../../../../shared/domain/pact.ts';
import { contestSetupSchema } from '../../../../shared/domain/setup/contest-file.ts';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleSetup } from '../../support/sample.ts';
import { alur, author, juror } from './scoring-laptop.ts';

prepareWindow();

const pact = 'Saya menilai dengan jujur (contoh).';
const setup = contestSetupSchema.parse({
  ...sampleSetup,
  contest: { ...sampleSetup.contest, pact },
  rules: { ...sampleSetup.rules, tieBreak: ['criterion:alur', 'draw'] },
});
const founding: Command = {
  type: 'found-contest',
  setup,
  recusals: [],
  absences: [],
  penalties: [],
  decisions: [],
};

test('[D29] the sheets open once the juror has read pact and chain and accepted them; they are shown again on request', async () => {
  const laptop = createLaptop(founding, juror);
  const { user } = openWindow(laptop);
  expect(await screen.findByRole('heading', { level: 1, name: 'Pakta integritas' })).toBeDefined();
  expect(screen.getByText(pact)).toBeDefined();
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(['Nilai kriteria: Alur langkah jelas dan runtut', 'Undian']),
  );
  expect(screen.queryByRole('textbox')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Saya sudah membaca dan menerima' }));
  expect(await alur()).toBeDefined();
  expect(laptop.events().at(-1)).toMatchObject({ author: { seat: 'juri-1' }, event: { type: 'pact-accepted' } });

  await user.click(screen.getByRole('link', { name: 'Pengesahan' }));
  await user.click(await screen.findByRole('button', { name: 'Baca pakta integritas' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Pakta integritas' }));
  expect(dialog.getByText(pact)).toBeDefined();
  expect(dialog.getByText(/^Diterima oleh Juri 1 \(contoh\),/)).toBeDefined();
});

test('[D29] who has not accepted yet can practise', async () => {
  const { user } = openWindow(createLaptop(founding, juror));
  await user.click(await screen.findByRole('button', { name: 'Coba lembar latihan' }));
  expect(await screen.findByText('LATIHAN, TIDAK DISIMPAN.')).toBeDefined();
});

test('[D29] the board names those who have not accepted, until all have', async () => {
  const laptop = createLaptop(founding, { role: 'committee' }, { kind: 'committee' });
  openWindow(laptop, '#/pemantauan');
  const lacking = /^Belum menerima pakta integritas/;
  expect((await screen.findByText(lacking)).textContent).toContain('Juri 1 (contoh), Juri 2 (contoh), Juri 3 (contoh)');
  const text = pactHash(setup) ?? '';
  for (const seat of ['juri-1', 'juri-2', 'juri-3']) laptop.write({ ...author, seat }, { type: 'accept-pact', text });
  await waitFor(() => expect(screen.queryByText(lacking)).toBeNull());
});
