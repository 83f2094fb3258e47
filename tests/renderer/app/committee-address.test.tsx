import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { SaveStatus } from '../../../shared/ipc/network.ts';
import { withAnswers, type Answers } from '../support/answers.ts';
import { createLaptop } from '../support/laptop.ts';
import { openWindow, prepareWindow } from '../support/open-window.tsx';
import { sampleFounding } from '../support/sample.ts';

prepareWindow();

const save: SaveStatus = {
  here: 4,
  atCommittee: 4,
  laptops: 1,
  connection: 'connecting',
  problem: null,
  committeeAddress: '192.168.1.10:40123',
  lastBackupAtMs: null,
  backupFolders: null,
};

function start(status: SaveStatus, answers: Answers = {}) {
  const laptop = createLaptop(sampleFounding, { role: 'seat', seat: 'juri-1' });
  const answering = withAnswers(laptop, { 'save-status': () => status, ...answers });
  const asked = () => answering.asked.filter(({ channel }) => channel === 'move-committee').map(({ input }) => input);
  return { ...openWindow(answering, '#/penilaian'), asked };
}

test('a juror who is cut off sees where the committee is looked for, and tries another address by the keyboard', async () => {
  const { user, asked } = start(save, { 'move-committee': () => ({ ok: true, value: null }) });
  const button = await screen.findByRole('button', { name: 'Ubah alamat panitia…' });
  button.focus();
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog', { name: 'Alamat laptop panitia' });
  expect(within(dialog).getByText('192.168.1.10:40123')).toBeDefined();
  const field = within(dialog).getByRole('textbox', { name: 'Alamat yang dicoba' });
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.clear(field);
  await user.keyboard(' 192.168.1.22:40123{Enter}');
  expect(await within(dialog).findByText(/Sedang menyambung ke alamat itu/)).toBeDefined();
  expect(asked()).toEqual([{ address: '192.168.1.22:40123' }]);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(button);
});

test('an address that is none says so, and the message goes away with the next letter', async () => {
  const message = 'Alamat terdiri dari alamat dan nomor.';
  const { user } = start(save, {
    'move-committee': () => ({ ok: false, error: { type: 'bad-address', message, problems: [] } }),
  });
  await user.click(await screen.findByRole('button', { name: 'Ubah alamat panitia…' }));
  await user.click(await screen.findByRole('button', { name: 'Coba alamat ini' }));
  expect(await screen.findByText(message)).toBeDefined();
  await user.type(screen.getByRole('textbox', { name: 'Alamat yang dicoba' }), '1');
  expect(screen.queryByText(message)).toBeNull();
});

test('while the committee is connected there is no address to change', async () => {
  start({ ...save, connection: 'connected' });
  expect(await screen.findByText('Tersambung ke panitia')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Ubah alamat panitia…' })).toBeNull();
});
