/** [H6] What the committee opened again stands above every screen of the seat until its juror has looked at it. */
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createLaptop, type Laptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';
import { alur, author, committee, focused, juror } from './scoring-laptop.ts';

prepareWindow();

const label = 'Lembar yang dibuka kembali';
const bar = async () => within(await screen.findByRole('alert', { name: label }));

function locked(...contestants: readonly string[]): Laptop {
  const laptop = createLaptop(sampleFounding, juror);
  for (const contestant of contestants) {
    for (const criterion of ['alur', 'penguasaan', 'tim'])
      laptop.write(author, { type: 'set-score', contestant, criterion, value: '80' });
    laptop.write(author, { type: 'lock-sheet', contestant, stage: 'presentasi' });
  }
  return laptop;
}

function reopen(laptop: Laptop, contestant: string, reason: string, seat = 'juri-1'): void {
  act(() => laptop.write(committee, { type: 'reopen-sheet', juror: seat, contestant, stage: 'presentasi', reason }));
}

test('[H6] two sheets are announced one after the other, on the sign-off and over a restart too', async () => {
  const laptop = locked('mawar', 'kenanga');
  const first = openWindow(laptop, '#/pengesahan');
  await screen.findByRole('heading', { name: 'Pengesahan nilai' });
  reopen(laptop, 'kenanga', 'Angka tertukar (contoh)');
  reopen(laptop, 'mawar', 'Salah kelompok (contoh)');
  expect(await (await bar()).findByText(/KBK Mawar/)).toBeDefined();
  expect(await (await bar()).findByText('Alasan: Salah kelompok (contoh)')).toBeDefined();
  expect(await (await bar()).findByText('Ada 1 lembar lain yang dibuka kembali.')).toBeDefined();
  await first.user.click(screen.getByRole('link', { name: 'Penilaian' }));
  await alur();
  await bar();
  cleanup();

  const { user } = openWindow(laptop, '#/pengesahan');
  await user.click((await bar()).getByRole('button', { name: 'Buka lembar ini' }));
  expect(await screen.findByRole('heading', { level: 1, name: /KBK Mawar/ })).toBeDefined();
  expect(await (await bar()).findByText(/KBK Kenanga/)).toBeDefined();
  expect((await bar()).queryByText(/lembar lain/)).toBeNull();
  await user.click((await bar()).getByRole('button', { name: 'Buka lembar ini' }));
  expect(await screen.findByRole('heading', { level: 1, name: /KBK Kenanga/ })).toBeDefined();
  await waitFor(() => expect(screen.queryByRole('alert', { name: label })).toBeNull());
  cleanup();

  openWindow(laptop, '#/pengesahan');
  await screen.findByRole('heading', { name: 'Pengesahan nilai' });
  expect(screen.queryByRole('alert', { name: label })).toBeNull();
});

test('[H6] who practises is told too, and led out of it to the sheet', async () => {
  const laptop = locked('mawar');
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('button', { name: 'Cara menilai dan latihan' }));
  for (let step = 1; step < 5; step += 1) await user.click(screen.getByRole('button', { name: 'Lanjut' }));
  await user.click(screen.getByRole('button', { name: 'Coba lembar latihan' }));
  await screen.findByText('LATIHAN, TIDAK DISIMPAN.');
  reopen(laptop, 'mawar', 'Angka tertukar (contoh)');
  await user.click((await bar()).getByRole('button', { name: 'Buka lembar ini' }));
  expect(await screen.findByRole('heading', { level: 1, name: /KBK Mawar/ })).toBeDefined();
  expect(screen.queryByText('LATIHAN, TIDAK DISIMPAN.')).toBeNull();
  await waitFor(() => expect(screen.queryByRole('alert', { name: label })).toBeNull());
  await focused(alur());
});

test('[H6] the open sheet is not announced above itself, nor is another juror’s', async () => {
  const laptop = locked('melati');
  for (const criterion of ['alur', 'penguasaan', 'tim'])
    laptop.write({ ...author, seat: 'juri-2' }, { type: 'set-score', contestant: 'mawar', criterion, value: '70' });
  laptop.write({ ...author, seat: 'juri-2' }, { type: 'lock-sheet', contestant: 'mawar', stage: 'presentasi' });
  laptop.write(committee, { type: 'show-stage', contestant: 'melati', stage: 'presentasi' });
  openWindow(laptop);
  await screen.findByText('Nilai ini terkunci');
  reopen(laptop, 'mawar', 'Bukan untuk Juri 1 (contoh)', 'juri-2');
  reopen(laptop, 'melati', 'Angka tertukar (contoh)');
  expect(await screen.findByText('Dibuka kembali oleh panitia')).toBeDefined();
  expect(screen.queryByRole('alert', { name: label })).toBeNull();
});
