import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Invitation, NetworkStatus } from '../../../../shared/ipc/contract.ts';
import { withAnswers, type Answers } from '../../support/answers.ts';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';

prepareWindow();

const invitation: Invitation = {
  seat: 'juri-2',
  seatName: 'Juri 2 (contoh)',
  code: 'ABCD-EFGH-2345',
  qr: 'data:image/png;base64,AAAA',
  state: 'open',
  machine: null,
};
const listening: NetworkStatus = {
  listening: true,
  addresses: ['192.168.1.10:40123', '10.0.0.5:40123'],
  invitations: [invitation],
  devices: [],
  problem: null,
};
const device = 'k'.repeat(26);

function start(answers: Answers) {
  const laptop = createLaptop(sampleFounding, { role: 'committee' }, { kind: 'committee' });
  laptop.write(
    { role: 'committee', device: 'c'.repeat(26) },
    {
      type: 'admit-device',
      device,
      signingKey: 'a'.repeat(52),
      boxKey: 'b'.repeat(52),
      seat: 'juri-1',
      machine: 'LAPTOP-TIGA',
    },
  );
  const answering = withAnswers(laptop, answers);
  const asked = (channel: string) =>
    answering.asked.filter((each) => each.channel === channel).map((each) => each.input);
  return { ...openWindow(answering, '#/perangkat'), asked };
}

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
  const dialog = await screen.findByRole('dialog', { name: 'Laptop LAPTOP-DUA meminta kursi Juri 2 (contoh)' });
  await user.click(within(dialog).getByRole('button', { name: 'Nanti' }));
  expect(asked('answer-asking')).toEqual([]);
  await user.click(await screen.findByRole('button', { name: 'Jawab sekarang' }));
  await user.click(await screen.findByRole('button', { name: 'Terima' }));
  expect(asked('answer-asking')).toEqual([{ seat: 'juri-2', admit: true }]);
});

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
        },
      ],
    }),
    'revoke-device': () => ({ ok: true, value: null }),
  });
  expect(await screen.findByText('95 detik lebih lambat')).toBeDefined();
  expect(screen.getByText('3 catatan')).toBeDefined();
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
      session: { role: 'committee' },
      notice: null,
      damaged: null,
      folder: {
        path: '/lomba',
        name: 'Lomba',
        kind: 'committee',
        seats: [],
        committeeHasPin: true,
        committeeHasRecovery: false,
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

test('[P2] a juror who forgot the PIN gets a new one from the committee', async () => {
  const { user, asked } = start({
    'app-state': () => ({
      version: '0',
      trialRuntime: false,
      session: { role: 'committee' },
      notice: null,
      damaged: null,
      folder: {
        path: '/lomba',
        name: 'Lomba',
        kind: 'committee',
        seats: [{ seat: 'juri-3', name: 'Juri 3 (contoh)', hasPin: true }],
        committeeHasPin: true,
        committeeHasRecovery: false,
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

test('[P1] the committee changes its own PIN with the old one; a wrong one is told until the next letter', async () => {
  const message = 'PIN salah. Coba lagi.';
  const { user, asked } = start({
    'app-state': () => ({
      version: '0',
      trialRuntime: false,
      session: { role: 'committee' },
      notice: null,
      damaged: null,
      folder: {
        path: '/lomba',
        name: 'Lomba',
        kind: 'committee',
        seats: [],
        committeeHasPin: true,
        committeeHasRecovery: false,
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
