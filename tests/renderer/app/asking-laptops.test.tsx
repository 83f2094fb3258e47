import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
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
} as const;

test('a laptop that asks for a seat is seen on every screen of the committee, and what was put off stays put off', async () => {
  const laptop = withAnswers(createLaptop(sampleFounding, { role: 'committee' }, { kind: 'committee' }), {
    'network-status': () => ({
      listening: true,
      addresses: [],
      invitations: [asking],
      devices: [],
      problem: null,
      unreached: null,
    }),
  });
  const { user } = openWindow(laptop, '#/urutan');
  const dialog = await screen.findByRole('dialog', { name: 'Laptop LAPTOP-DUA meminta kursi Juri 2 (contoh)' });
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
    'network-status': () => ({
      listening: true,
      addresses: [],
      invitations: [asking],
      devices: [],
      problem: null,
      unreached: null,
    }),
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
    'network-status': () => ({
      listening: true,
      addresses: [],
      invitations: [asking],
      devices: [],
      problem: null,
      unreached: null,
    }),
    'answer-asking': () => ({ ok: true, value: null }),
  });
  const { user } = openWindow(laptop, '#/urutan');
  await user.click(await screen.findByRole('checkbox', { name: 'Orangnya tetap sama' }));
  await user.click(screen.getByRole('button', { name: 'Terima' }));
  expect(laptop.asked.filter(({ channel }) => channel === 'answer-asking').map(({ input }) => input)).toEqual([
    { seat: 'juri-2', admit: true, samePerson: false },
  ]);
});
