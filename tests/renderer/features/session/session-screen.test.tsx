import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { withAnswers } from '../../support/answers.ts';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';

prepareWindow();

const juror = { role: 'seat', seat: 'juri-1' } as const;
const seats = [
  { seat: 'juri-1', name: 'Juri 1 (contoh)', hasPin: false },
  { seat: 'juri-2', name: 'Juri 2 (contoh)', hasPin: true },
];

test('a juror sets a PIN at the first time and comes to the score sheets', async () => {
  const laptop = createLaptop(sampleFounding, null, { kind: 'committee', seats });
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('button', { name: /Juri 1 \(contoh\)/ }));
  await user.type(screen.getByLabelText('PIN baru'), '1234');
  await user.type(screen.getByLabelText('PIN baru sekali lagi'), '1243{Enter}');
  expect(screen.getByText('Kedua PIN tidak sama. Ketik ulang.')).toBeDefined();
  await user.clear(screen.getByLabelText('PIN baru sekali lagi'));
  await user.type(screen.getByLabelText('PIN baru sekali lagi'), '1234{Enter}');
  expect(await screen.findByText('Juri 1 (contoh)')).toBeDefined();
});

test('a juror who forgot the PIN is told who can help', async () => {
  const laptop = createLaptop(sampleFounding, null, { kind: 'committee', seats });
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('button', { name: /Juri 2 \(contoh\)/ }));
  expect(screen.getByText(/Lupa PIN\? Panitia dapat memasang PIN baru/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Kembali' }));
  await user.click(screen.getByRole('button', { name: /Panitia/ }));
  expect(screen.queryByText(/Lupa PIN/)).toBeNull();
});

test('a single juror on an own laptop enters without a PIN', async () => {
  const laptop = createLaptop(sampleFounding, null, { kind: 'juror', seats: seats.slice(0, 1) });
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('button', { name: /Juri 1/ }));
  expect(await screen.findByText(/menunggu dikirim ke panitia/)).toBeDefined();
});

test('what the committee has accepted is on two laptops while the network is away', async () => {
  const laptop = withAnswers(createLaptop(sampleFounding, juror, { kind: 'juror', seats: seats.slice(0, 1) }), {
    'save-status': () => ({
      here: 3,
      atCommittee: 3,
      laptops: 1,
      connection: 'none',
      committeeAddress: null,
      lastBackupAtMs: null,
      backupFolders: null,
      problem: null,
    }),
  });
  openWindow(laptop);
  expect(await screen.findByText('ada di 2 laptop')).toBeDefined();
});

test('no address leads past the sign-in, and a juror never reaches a screen of the committee', async () => {
  const laptop = createLaptop(sampleFounding, null, { kind: 'juror', seats: seats.slice(0, 1) });
  const { user } = openWindow(laptop, '#/peringkat');
  await user.click(await screen.findByRole('button', { name: /Juri 1/ }));
  await screen.findByText(/menunggu dikirim ke panitia/);
  expect(window.location.hash).toBe('#/penilaian');
});

test('whoever leaves comes back to the question who works here', async () => {
  const laptop = createLaptop(sampleFounding, { role: 'committee' }, { kind: 'committee', seats });
  const { user } = openWindow(laptop);
  expect(await screen.findByRole('link', { name: 'Pemantauan' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Ganti juri' }));
  expect(await screen.findByRole('heading', { name: 'Siapa yang bekerja sekarang?' })).toBeDefined();
});
