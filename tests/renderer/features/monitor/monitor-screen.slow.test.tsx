import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';
import { session, timed, contest, sheet, cell, lock } from './monitor-laptop.ts';

prepareWindow();

test('the grid is walked by arrows, and Enter opens a lock with its reason', async () => {
  const laptop = createLaptop(sampleFounding, session);
  lock(laptop, 'juri-2');
  const { user } = openWindow(laptop);
  const first = await screen.findByRole('button', { name: /^1.*KBK Melati.*belum tampil$/ });
  first.focus();
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(document.activeElement).toBe(await cell('Juri 2 (contoh), 1 · KBK Melati · RSUD Kartini: Terkunci'));
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('textbox'), 'Salah ketik.{Tab}{Tab}{Enter}');
  await waitFor(() => expect(sheet(laptop, 'juri-2')?.state).toBe('draft'));
  expect(sheet(laptop, 'juri-2')?.reopened?.reason).toBe('Salah ketik.');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(document.activeElement?.getAttribute('data-column')).toBe('2'));
});

test('an absence counts for this stage or for all, and is taken back with a reason', async () => {
  const laptop = createLaptop(sampleFounding, session);
  const { user } = openWindow(laptop);
  await user.click(await cell('Juri 1 (contoh), 1 · KBK Melati · RSUD Kartini: Belum dinilai'));
  await user.click(screen.getByRole('radio', { name: 'semua babak' }));
  await user.type(screen.getByRole('textbox', { name: /Alasan/ }), 'Sakit.');
  await user.click(screen.getByRole('button', { name: 'Catat tidak hadir' }));
  await user.click(await cell('Juri 1 (contoh), 1 · KBK Melati · RSUD Kartini: Tidak hadir'));
  expect(contest(laptop).absences[0]?.value.stages).toBeUndefined();
  await user.type(await screen.findByRole('textbox', { name: /Alasan/ }), 'Ternyata datang.');
  await user.click(screen.getByRole('button', { name: 'Batalkan: juri hadir' }));
  await waitFor(() => expect(sheet(laptop, 'juri-1')?.state).toBe('pending'));
});

test('one button shows the next contestant, and time over the limit becomes a deduction', async () => {
  const laptop = createLaptop(timed, session);
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('button', { name: 'Mulai dengan 1 · KBK Melati · RSUD Kartini' }));
  expect(await screen.findByText('5:00')).toBeDefined();
  expect(contest(laptop).shown).toMatchObject({ contestant: 'melati', stage: 'presentasi' });
  laptop.write({ role: 'committee', device: 'c'.repeat(26) }, { type: 'start-timer', part: 0, elapsedMs: 383_000 });
  laptop.write({ role: 'committee', device: 'c'.repeat(26) }, { type: 'stop-timer', elapsedMs: 383_000 });
  expect(await screen.findByText(/Melebihi waktu/)).toBeDefined();
  expect(screen.getByText('+1:23')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Catat pengurangan…' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('textbox', { name: /Pengurangan per menit/ }), '0,5');
  expect(within(dialog).getByText('Nilai akhir dikurangi 1.')).toBeDefined();
  await user.click(within(dialog).getByRole('button', { name: 'Catat pengurangan' }));
  await waitFor(() =>
    expect(contest(laptop).penalties[0]?.value).toEqual({
      contestant: 'melati',
      perMinute: '0.5',
      overSeconds: 83,
      reason: 'Melebihi waktu Yel-yel',
    }),
  );
  await user.click(screen.getByRole('button', { name: /Berikutnya: 2 · KBK Mawar/ }));
  await waitFor(() => expect(contest(laptop).shown?.contestant).toBe('mawar'));
});
