import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { prepareWindow } from '../../support/open-window.tsx';
import { listening, device, start } from './open-devices.ts';

prepareWindow();

test('a laptop is revoked with a reason', async () => {
  const { user, asked } = start({
    'network-status': () => ({
      ...listening,
      devices: [
        {
          device,
          seat: 'juri-1',
          machine: 'LAPTOP-TIGA',
          connected: true,
          lastSeenAtMs: 1_500_000_000_000,
          version: '0.1.0',
          waiting: 3,
          clockOffsetMs: -95_000,
          battery: { percent: 12, charging: false },
          quiet: false,
          troubles: [],
        },
      ],
    }),
    'revoke-device': () => ({ ok: true, value: null }),
  });
  expect(await screen.findByText('95 detik lebih lambat')).toBeDefined();
  expect(screen.getByText('3 catatan')).toBeDefined();
  expect(screen.getByText('12 %, colokkan')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Cabut laptop LAPTOP-TIGA' }));
  await user.type(await screen.findByRole('textbox', { name: /Alasan/ }), 'Laptop hilang.');
  await user.click(screen.getByRole('button', { name: 'Ya, cabut laptop ini' }));
  await waitFor(() => expect(asked('revoke-device')).toEqual([{ device, reason: 'Laptop hilang.' }]));
});

test('a seat on this laptop needs the PIN of the juror, typed twice', async () => {
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
        seats: [],
        committeeHasPin: true,
        committeeHasRecovery: false,
        languages: { documents: 'id', projector: 'id' },
      },
    }),
    'add-local-seat': () => ({
      ok: false,
      error: { type: 'disk', message: 'Kursi belum dapat ditambahkan.', problems: [] },
    }),
  });
  await user.click(await screen.findByRole('button', { name: 'Juri 3 (contoh): nilai di laptop ini' }));
  const [first, second] = [
    await screen.findByLabelText(/PIN Juri 3/, { selector: 'input' }),
    screen.getByLabelText(/PIN sekali lagi/, { selector: 'input' }),
  ];
  await user.type(first, '1234');
  await user.type(second, '1235{Enter}');
  expect(await screen.findByText('Kedua PIN tidak sama.')).toBeDefined();
  await user.clear(second);
  await user.type(second, '1234{Enter}');
  expect(await screen.findByText('Kursi belum dapat ditambahkan.')).toBeDefined();
  expect(asked('add-local-seat')).toEqual([{ seat: 'juri-3', pin: '1234' }]);
});

test('[P1] the committee changes its own PIN with the old one; a wrong one is told until the next letter', async () => {
  const message = 'PIN salah. Coba lagi.';
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
        seats: [],
        committeeHasPin: true,
        committeeHasRecovery: false,
        languages: { documents: 'id', projector: 'id' },
      },
    }),
    'set-pin': ({ oldPin }) =>
      oldPin === '9999'
        ? { ok: true, value: null }
        : { ok: false, error: { type: 'wrong-pin', message, problems: [] } },
  });
  const button = await screen.findByRole('button', { name: 'Ganti PIN panitia…' });
  button.focus();
  await user.keyboard('{Enter}');
  const old = await screen.findByLabelText('PIN panitia yang lama', { selector: 'input' });
  await waitFor(() => expect(document.activeElement).toBe(old));
  await user.keyboard('1111');
  await user.type(screen.getByLabelText(/PIN panitia yang baru/, { selector: 'input' }), '4321');
  await user.type(screen.getByLabelText(/PIN sekali lagi/, { selector: 'input' }), '4321{Enter}');
  expect(await screen.findByText(message)).toBeDefined();
  await user.clear(old);
  expect(screen.queryByText(message)).toBeNull();
  await user.type(old, '9999{Enter}');
  expect(await screen.findByText('PIN panitia sudah tersimpan.')).toBeDefined();
  const session = { role: 'committee' };
  expect(asked('set-pin')).toEqual([
    { session, pin: '4321', oldPin: '1111' },
    { session, pin: '4321', oldPin: '9999' },
  ]);
});

test('[S19] a laptop that does not answer is shown as such, and what it does wrong stands above the list', async () => {
  const trouble = 'Laptop LAPTOP-TIGA (Juri 1) mengirim jauh lebih banyak data daripada yang wajar.';
  start({
    'network-status': () => ({
      ...listening,
      devices: [
        {
          device,
          seat: 'juri-1',
          machine: 'LAPTOP-TIGA',
          connected: true,
          lastSeenAtMs: 1_500_000_000_000,
          version: '0.1.0',
          waiting: 0,
          clockOffsetMs: 0,
          battery: { percent: 64, charging: true },
          quiet: true,
          troubles: [trouble],
        },
      ],
    }),
  });
  expect(await screen.findByText('Tidak menjawab')).toBeDefined();
  expect(screen.getByText('tercolok')).toBeDefined();
  expect(screen.queryByText('Tersambung')).toBeNull();
  expect(screen.getByRole('alert').textContent).toBe(trouble);
});
