import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { contestSetupSchema } from '../../../../shared/domain/setup/contest-file.ts';
import { createLaptop, type Laptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding, sampleSetup } from '../../support/sample.ts';
import { timed } from '../monitor/monitor-laptop.ts';
import { alur, author, committee, juror } from './scoring-laptop.ts';

prepareWindow();

/** Lots drawn over both categories: Melati 1 and Kenanga 3 in one, Mawar 2 and Anggrek 4 in the other. */
const mixed = {
  ...sampleFounding,
  setup: contestSetupSchema.parse({
    ...sampleSetup,
    categories: [...sampleSetup.categories, { id: 'pendidikan', name: 'Pendidikan' }],
    contestants: sampleSetup.contestants.map((each) =>
      ['mawar', 'anggrek'].includes(each.id) ? { ...each, category: 'pendidikan' } : each,
    ),
  }),
};

function fill(laptop: Laptop, contestant: string): void {
  for (const criterion of ['alur', 'penguasaan', 'tim'])
    laptop.write(author, { type: 'set-score', contestant, criterion, value: '80' });
}

test('[H5] the list, the keys and the button after a lock follow the order in which the groups come on', async () => {
  const laptop = createLaptop(mixed, juror);
  fill(laptop, 'melati');
  const { user } = openWindow(laptop);
  const list = within(await screen.findByRole('navigation', { name: 'Daftar peserta' }));
  const rows = list.getAllByRole('button', { name: /KBK/ }).map(({ textContent }) => textContent ?? '');
  expect(rows.map((text) => /KBK [A-Z][a-z]+?(?= ·)/.exec(text)?.[0] ?? text)).toEqual([
    'KBK Melati',
    'KBK Mawar',
    'KBK Kenanga',
    'KBK Anggrek',
  ]);
  expect(rows[1]).toContain('Pendidikan');
  await user.keyboard('{PageDown}');
  expect(await screen.findByRole('heading', { level: 1, name: /KBK Mawar/ })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Peserta berikutnya' }));
  expect(await screen.findByRole('heading', { level: 1, name: /KBK Kenanga/ })).toBeDefined();
  await user.keyboard('{PageUp}{PageUp}');
  expect(await screen.findByRole('heading', { level: 1, name: /KBK Melati/ })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Kunci nilai' }));
  await user.click(await screen.findByRole('button', { name: 'Ya, kunci nilai' }));
  expect(await screen.findByRole('button', { name: /^Berikutnya: 2 · KBK Mawar/ })).toBeDefined();
  // Another one than the neighbour is not called next.
  laptop.write(committee, { type: 'show-stage', contestant: 'anggrek', stage: 'presentasi' });
  expect(await screen.findByRole('button', { name: /^Sedang tampil: 4 · KBK Anggrek/ })).toBeDefined();
});

test('[H5] a sheet of another group than the one on stage says so, and the right one is one press away; the time is there', async () => {
  const laptop = createLaptop(timed, juror);
  const { user } = openWindow(laptop);
  await alur();
  laptop.write(committee, { type: 'show-stage', contestant: 'kenanga', stage: 'presentasi' });
  laptop.write(committee, { type: 'start-timer', part: 0, elapsedMs: 60_000 });
  const bar = within(await screen.findByRole('region', { name: 'Sedang tampil' }));
  expect(bar.getByText(/bukan yang sedang tampil/)).toBeDefined();
  await waitFor(() => expect(bar.getByRole('timer').textContent).toMatch(/Yel-yel: sisa [34]:\d\d/));
  await user.click(bar.getByRole('button', { name: 'Nilai sekarang' }));
  expect(await screen.findByRole('heading', { level: 1, name: /KBK Kenanga/ })).toBeDefined();
  expect(screen.queryByText(/bukan yang sedang tampil/)).toBeNull();
});

test('[H6] a sheet that is opened again is announced until the juror has looked at it, over a restart too', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  fill(laptop, 'kenanga');
  laptop.write(author, { type: 'lock-sheet', contestant: 'kenanga', stage: 'presentasi' });
  const first = openWindow(laptop);
  await first.user.click(await alur());
  laptop.write(committee, {
    type: 'reopen-sheet',
    juror: 'juri-1',
    contestant: 'kenanga',
    stage: 'presentasi',
    reason: 'Angka tertukar (contoh)',
  });
  expect(await screen.findByText(/Panitia membuka kembali lembar Anda/)).toBeDefined();
  cleanup();
  const { user } = openWindow(laptop);
  const announced = within(await screen.findByRole('alert', { name: 'Lembar yang dibuka kembali' }));
  expect(announced.getByText(/Angka tertukar/)).toBeDefined();
  expect(screen.getByText('DIBUKA KEMBALI')).toBeDefined();
  await user.click(announced.getByRole('button', { name: 'Buka lembar ini' }));
  expect(await screen.findByRole('heading', { level: 1, name: /KBK Kenanga/ })).toBeDefined();
  await waitFor(() => expect(screen.queryByRole('alert', { name: 'Lembar yang dibuka kembali' })).toBeNull());
  expect(screen.queryByText('DIBUKA KEMBALI')).toBeNull();
  await user.keyboard('{PageUp}');
  expect(await screen.findByRole('heading', { level: 1, name: /KBK Mawar/ })).toBeDefined();
  expect(screen.queryByRole('alert', { name: 'Lembar yang dibuka kembali' })).toBeNull();
});
