/** [T6] The juror reads what happened to the own sheet, and nothing of another juror or sheet. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';
import { author, committee, juror } from './scoring-laptop.ts';

prepareWindow();

test('[T6] what the juror gave and changed, what the committee opened and why, newest first', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const other = { ...author, seat: 'juri-2' };
  for (const [who, value] of [
    [author, '85'],
    [other, '61'],
  ] as const) {
    for (const criterion of ['alur', 'penguasaan', 'tim'])
      laptop.write(who, { type: 'set-score', contestant: 'melati', criterion, value });
    laptop.write(who, { type: 'lock-sheet', contestant: 'melati', stage: 'presentasi' });
  }
  const opened = { type: 'reopen-sheet', contestant: 'melati', stage: 'presentasi' } as const;
  laptop.write(committee, { ...opened, juror: 'juri-2', reason: 'Hanya untuk Juri 2 (contoh)' });
  laptop.write(committee, { ...opened, juror: 'juri-1', reason: 'Angka tertukar (contoh)' });
  laptop.write(author, { type: 'set-score', contestant: 'melati', criterion: 'alur', value: '82.5' });
  laptop.write(author, { type: 'set-score', contestant: 'mawar', criterion: 'alur', value: '71' });

  const { user } = openWindow(laptop);
  const list = within(await screen.findByRole('navigation', { name: 'Daftar peserta' }));
  await user.click(list.getByRole('button', { name: /KBK Melati/ }));
  const button = screen.getByRole('button', { name: 'Riwayat lembar ini' });
  button.focus();
  await user.keyboard('{Enter}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Riwayat lembar: Presentasi' }));
  const rows = dialog.getAllByRole('row').map((row) =>
    within(row)
      .queryAllByRole('cell')
      .slice(1)
      .map(({ textContent }) => textContent),
  );
  expect(rows.slice(1)).toEqual([
    ['Anda', 'Mengubah nilai Alur langkah jelas dan runtut dari 85 menjadi 82,5'],
    ['Panitia', 'Membuka kunci lembar Presentasi milik Juri 1 (contoh)Alasan: Angka tertukar (contoh)'],
    ['Anda', 'Mengunci lembar Presentasi (3 nilai)'],
    ['Anda', 'Memberi nilai 85 untuk Kerja sama tim'],
    ['Anda', 'Memberi nilai 85 untuk Penguasaan materi'],
    ['Anda', 'Memberi nilai 85 untuk Alur langkah jelas dan runtut'],
  ]);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(button));
});

test('[T6] a sheet on which nothing stands yet says what its first line will be', async () => {
  const { user } = openWindow(createLaptop(sampleFounding, juror));
  await user.click(await screen.findByRole('button', { name: 'Riwayat lembar ini' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/^Belum ada yang tercatat pada lembar ini\./)).toBeDefined();
  expect(dialog.getByRole('button', { name: 'Kembali ke lembar' })).toBeDefined();
});
