/** A new contest from an earlier one: chosen among those of this laptop's committee, its jurors one by one. */
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { RecentFolder } from '../../../../shared/ipc/app.ts';
import { prepareWindow } from '../../support/open-window.tsx';
import { start } from './open-start.ts';

prepareWindow();

const recent = (name: string, more: Partial<RecentFolder> = {}): RecentFolder => ({
  path: `/data/${name}`,
  name,
  kind: 'committee',
  openedAtMs: 0,
  exists: true,
  move: null,
  ...more,
});
const answers = {
  'recent-folders': () => [
    recent('Gelar 2026'),
    recent('Juri 1', { kind: 'juror' }),
    recent('Gelar 2025', { exists: false }),
  ],
  'earlier-contest': () => ({
    path: '/data/Gelar 2026',
    name: 'Gelar 2026',
    jurors: [
      { id: 'j1', name: 'Juri 1 (contoh)', unit: 'Bagian Organisasi' },
      { id: 'j2', name: 'Juri 2 (contoh)', unit: '' },
    ],
  }),
};

test('[N2] only contests of the committee that are there are offered; nobody comes along who is not chosen', async () => {
  const { user, asked } = start(answers);
  await user.click(await screen.findByRole('button', { name: /Lomba baru/ }));
  await user.click(screen.getByRole('radio', { name: 'Lomba sebelumnya' }));
  await user.click(await screen.findByRole('radio', { name: 'Gelar 2026' }));
  expect(screen.queryByRole('radio', { name: /Gelar 2025|Juri 1/ })).toBeNull();
  const second = await screen.findByRole('checkbox', { name: 'Juri 2 (contoh)' });
  expect(screen.getByRole('checkbox', { name: 'Juri 1 (contoh)' })).toHaveProperty('checked', false);
  await user.click(second);
  const name = screen.getByRole('textbox', { name: /Nama lomba/ });
  expect(name).toHaveProperty('value', 'Gelar 2026');
  await user.clear(name);
  await user.type(name, 'Gelar 2027');
  await user.click(screen.getByRole('button', { name: 'Buat lomba' }));
  await waitFor(() =>
    expect(asked('create-contest')).toEqual([
      { name: 'Gelar 2027', source: { kind: 'earlier', path: '/data/Gelar 2026', jurors: ['j2'] } },
    ]),
  );
});

test('[N2] without a choice it says so', async () => {
  const { user, asked } = start({ ...answers, 'recent-folders': () => [] });
  await user.click(await screen.findByRole('button', { name: /Lomba baru/ }));
  await user.type(screen.getByRole('textbox', { name: /Nama lomba/ }), 'Gelar');
  await user.click(screen.getByRole('radio', { name: 'Lomba sebelumnya' }));
  await user.click(screen.getByRole('button', { name: 'Buat lomba' }));
  expect(await screen.findByText('Pilih lomba sebelumnya lebih dahulu.')).toBeDefined();
  expect(asked('create-contest')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Pilih folder lomba…' }));
  expect(await screen.findByText(/^Dari Gelar 2026:/)).toBeDefined();
});
