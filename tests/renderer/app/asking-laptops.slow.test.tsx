import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { NetworkStatus } from '../../../shared/ipc/network.ts';
import { withAnswers } from '../support/answers.ts';
import { createLaptop } from '../support/laptop.ts';
import { openWindow, prepareWindow } from '../support/open-window.tsx';
import { sampleFounding } from '../support/sample.ts';

prepareWindow();

const asking = {
  seat: 'juri-2',
  seatName: 'Juri 2 (contoh)',
  code: 'ABCD-EFGH-2345',
  qr: 'data:image/png;base64,AAAA',
  state: 'asking',
  machine: 'LAPTOP-DUA',
  shortCode: '02-491-326',
  failures: 0,
  failedFrom: [],
} as const;

const network: NetworkStatus = {
  listening: true,
  addresses: [],
  invitations: [asking],
  devices: [],
  guessing: { count: 0, addresses: [], isSlowed: false },
  admitAll: { untilMs: null, endedByGuess: false },
  problem: null,
  unreached: null,
};

test('a laptop that asks for a seat is seen on every screen of the committee, and what was put off stays put off', async () => {
  const laptop = withAnswers(createLaptop(sampleFounding, { role: 'committee' }, { kind: 'committee' }), {
    'network-status': () => network,
  });
  const { user } = openWindow(laptop, '#/urutan');
  const dialog = await screen.findByRole('dialog', { name: 'Laptop LAPTOP-DUA minta masuk sebagai Juri 2 (contoh)' });
  await user.click(within(dialog).getByRole('button', { name: 'Nanti' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  for (const name of ['Perangkat', 'Pemantauan', 'Rubrik & aturan']) {
    await user.click(screen.getByRole('link', { name }));
    await screen.findByRole('link', { name, current: 'page' });
    const waiting = screen.getAllByRole('region', { name: 'Laptop yang menunggu jawaban' });
    expect(waiting.map((each) => within(each).getAllByText(/LAPTOP-DUA menunggu/)).flat()).toHaveLength(1);
    expect(screen.queryByRole('dialog')).toBeNull();
  }
});

test('a juror is not asked to admit anybody', async () => {
  const laptop = withAnswers(createLaptop(sampleFounding, { role: 'seat', seat: 'juri-1' }, { kind: 'committee' }), {
    'network-status': () => network,
  });
  openWindow(laptop, '#/penilaian');
  expect(await screen.findByText(/Tersimpan di laptop ini/)).toBeDefined();
  expect(screen.queryByText(/LAPTOP-DUA/)).toBeNull();
});

test('[L7] for a further laptop of a seat the committee says whether the person is the same', async () => {
  const inMemory = createLaptop(sampleFounding, { role: 'committee' }, { kind: 'committee' });
  const key = 'k'.repeat(52);
  inMemory.write(
    { role: 'committee', device: 'c'.repeat(26) },
    {
      type: 'admit-device',
      device: 'd'.repeat(26),
      signingKey: key,
      boxKey: key,
      seat: 'juri-2',
      machine: 'LAPTOP-SATU',
    },
  );
  const laptop = withAnswers(inMemory, {
    'network-status': () => network,
    'answer-asking': () => ({ ok: true, value: null }),
  });
  const { user } = openWindow(laptop, '#/urutan');
  await user.click(await screen.findByRole('checkbox', { name: 'Orangnya tetap sama' }));
  await user.click(screen.getByRole('button', { name: 'Terima' }));
  expect(laptop.asked.filter(({ channel }) => channel === 'answer-asking').map(({ input }) => input)).toEqual([
    { seat: 'juri-2', admit: true, samePerson: false },
  ]);
});

test('[S5] guessing is told on every screen, with where it comes from, and leads to the codes', async () => {
  const burnt = { ...asking, state: 'burnt', machine: null, failures: 3, failedFrom: ['10.0.0.7'] } as const;
  const laptop = withAnswers(createLaptop(sampleFounding, { role: 'committee' }, { kind: 'committee' }), {
    'network-status': () => ({
      ...network,
      invitations: [burnt],
      guessing: { count: 12, addresses: ['10.0.0.7', '10.0.0.8'], isSlowed: true },
    }),
    'renew-invitation': () => ({ ok: true, value: asking }),
  });
  const { user } = openWindow(laptop, '#/urutan');
  const alert = await screen.findByRole('region', { name: 'Percobaan bergabung yang gagal' });
  expect(within(alert).getByText(/12 kali/).textContent).toContain('10.0.0.7, 10.0.0.8');
  expect(within(alert).getByText(/Juri 2 \(contoh\)/)).toBeDefined();
  await user.click(within(alert).getByRole('button', { name: 'Buat kode baru' }));
  expect(laptop.asked.filter(({ channel }) => channel === 'renew-invitation').map(({ input }) => input)).toEqual([
    { seat: 'juri-2' },
  ]);
});

test('[S17] that laptops are let in by themselves stands on every screen with its end, and ends at a press', async () => {
  const laptop = withAnswers(createLaptop(sampleFounding, { role: 'committee' }, { kind: 'committee' }), {
    'network-status': () => ({
      ...network,
      invitations: [],
      admitAll: { untilMs: Date.UTC(2026, 10, 21, 3, 40), endedByGuess: false },
    }),
    'admit-all': () => ({ ok: true, value: network }),
  });
  const { user } = openWindow(laptop, '#/urutan');
  expect(await screen.findByText(/diterima sendiri sampai/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Hentikan' }));
  expect(laptop.asked.filter(({ channel }) => channel === 'admit-all').map(({ input }) => input)).toEqual([
    { on: false },
  ]);
});
