import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { prepareWindow } from '../../support/open-window.tsx';
import { invitation, listening, start } from './open-devices.ts';

prepareWindow();

test('every address and the code of the seat that waits are shown; a new code is one press', async () => {
  const { user, asked } = start({
    'network-status': () => listening,
    'renew-invitation': () => ({ ok: true, value: invitation }),
  });
  expect(await screen.findByText('10.0.0.5:40123')).toBeDefined();
  expect(screen.getByRole('img', { name: 'Kode QR undangan untuk Juri 2 (contoh)' })).toBeDefined();
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Kode undangan' }).value).toBe('ABCD-EFGH-2345');
  await user.click(screen.getByRole('button', { name: 'Buat kode baru' }));
  expect(asked('renew-invitation')).toEqual([{ seat: 'juri-2' }]);
});

test('where there are several addresses, it is said when the others are used', async () => {
  start({ 'network-status': () => listening });
  expect(await screen.findByText(/memuat alamat pertama\. Alamat lain/)).toBeDefined();
});

test('where there is one address, no others are spoken of', async () => {
  start({ 'network-status': () => ({ ...listening, addresses: ['192.168.1.10:40123'] }) });
  expect(await screen.findByText('Undangan sudah memuat alamat ini.')).toBeDefined();
  expect(screen.queryByText(/[Aa]lamat lain/)).toBeNull();
});

test('a laptop that asks for a seat is admitted only by a press of Terima', async () => {
  const { user, asked } = start({
    'network-status': () => ({
      ...listening,
      invitations: [{ ...invitation, state: 'asking', machine: 'LAPTOP-DUA' }],
    }),
    'answer-asking': () => ({ ok: true, value: null }),
  });
  const dialog = await screen.findByRole('dialog', { name: 'Laptop LAPTOP-DUA minta masuk sebagai Juri 2 (contoh)' });
  await user.click(within(dialog).getByRole('button', { name: 'Nanti' }));
  expect(asked('answer-asking')).toEqual([]);
  await user.click(await screen.findByRole('button', { name: 'Jawab sekarang' }));
  await user.click(await screen.findByRole('button', { name: 'Terima' }));
  expect(asked('answer-asking')).toEqual([{ seat: 'juri-2', admit: true }]);
});

test('[P2] a juror who forgot the PIN gets a new one from the committee', async () => {
  const { user, asked } = start({
    'app-state': () => ({
      version: '0',
      trialRuntime: false,
      contestsFolder: '/data/Gelar Juri',
      language: 'id',
      session: { role: 'committee' },
      notice: null,
      damaged: null,
      locked: null,
      folder: {
        path: '/lomba',
        name: 'Lomba',
        kind: 'committee',
        seats: [{ seat: 'juri-3', name: 'Juri 3 (contoh)', hasPin: true }],
        committeeHasPin: true,
        committeeHasRecovery: false,
        languages: { documents: 'id', projector: 'id' },
      },
    }),
    'set-pin': () => ({ ok: true, value: null }),
  });
  await user.click(await screen.findByRole('button', { name: 'PIN baru untuk Juri 3 (contoh)' }));
  await user.type(await screen.findByLabelText(/PIN Juri 3/, { selector: 'input' }), '1234');
  await user.type(screen.getByLabelText(/PIN sekali lagi/, { selector: 'input' }), '1234{Enter}');
  await waitFor(() => expect(asked('set-pin')).toEqual([{ session: { role: 'seat', seat: 'juri-3' }, pin: '1234' }]));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('[S14] a port that nobody has reached names the program and the port that a firewall has to let through', async () => {
  start({
    'network-status': () => ({ ...listening, unreached: { program: 'C:\\Gelar Juri\\Gelar Juri.exe', port: 40_123 } }),
  });
  expect(await screen.findByText('Belum ada laptop yang mencapai laptop ini')).toBeDefined();
  const hint = screen.getByRole('alert').textContent;
  expect(hint).toContain('Gelar Juri.exe');
  expect(hint).toContain('port 40123');
});
