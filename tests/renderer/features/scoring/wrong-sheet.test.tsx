/** A juror on the wrong sheet: warned before the lock, and helped to bring the values where they belong. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';
import { timed } from '../monitor/monitor-laptop.ts';
import { author, committee, juror, sheet } from './scoring-laptop.ts';

prepareWindow();

const given = [
  ['alur', '80'],
  ['penguasaan', '81'],
  ['tim', '82'],
] as const;

test('[D20] values of the wrong sheet go to the right group, with both sheets shown before and after', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  for (const [criterion, value] of given) {
    laptop.write(author, { type: 'set-score', contestant: 'melati', criterion, value });
  }
  laptop.write(author, { type: 'set-score', contestant: 'mawar', criterion: 'alur', value: '61.5' });
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('button', { name: 'Nilai ini untuk kelompok lain…' }));
  const dialog = await screen.findByRole('dialog');
  const choice = within(dialog).getByRole('combobox', { name: 'Kelompok yang benar' });
  await user.selectOptions(choice, '2 · KBK Mawar · Puskesmas Bangsri');
  const row = within(dialog).getByRole('row', { name: /^Alur langkah/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((each) => each.textContent),
  ).toEqual(['80', '61,5', '61,5', '80']);
  await user.click(within(dialog).getByRole('button', { name: 'Ya, tukar kedua lembar' }));
  await waitFor(() => expect(sheet(laptop, 'mawar')?.values).toEqual(new Map(given)));
  expect(sheet(laptop)?.values).toEqual(new Map([['alur', '61.5']]));
  // The sheet that now has the values is the one in front.
  await screen.findByRole('heading', { level: 1, name: /KBK Mawar/ });
});

test('[D20] a locked sheet is not offered', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  for (const [criterion, value] of given) {
    laptop.write(author, { type: 'set-score', contestant: 'mawar', criterion, value });
  }
  laptop.write(author, { type: 'lock-sheet', contestant: 'mawar', stage: 'presentasi' });
  laptop.write(author, { type: 'set-score', contestant: 'melati', criterion: 'alur', value: '80' });
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('button', { name: 'Nilai ini untuk kelompok lain…' }));
  const options = within(await screen.findByRole('dialog')).getAllByRole('option');
  expect(options.map((each) => each.textContent)).toEqual([
    'Pilih kelompok…',
    '3 · KBK Kenanga · Dinas Kesehatan',
    '4 · KBK Anggrek · Puskesmas Mlonggo',
  ]);
});

test('locking a sheet of a stage with a clock cautions while the group has not been on stage', async () => {
  const laptop = createLaptop(timed, juror);
  laptop.write(committee, { type: 'show-stage', contestant: 'mawar', stage: 'presentasi' });
  for (const contestant of ['melati', 'mawar']) {
    for (const [criterion, value] of given) {
      laptop.write(author, { type: 'set-score', contestant, criterion, value });
    }
  }
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('button', { name: 'Kunci nilai' }));
  expect(within(await screen.findByRole('dialog')).queryByText(/belum tampil/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Kembali memperbaiki' }));
  await user.click(screen.getByRole('button', { name: 'Peserta sebelumnya' }));
  await screen.findByRole('heading', { level: 1, name: /KBK Melati/ });
  await user.click(screen.getByRole('button', { name: 'Kunci nilai' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/belum tampil; yang sedang tampil: 2 · KBK Mawar/)).toBeDefined();
  expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Ya, kunci nilai' }).disabled).toBe(true);
});
