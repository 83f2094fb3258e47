/** [D33] The calibration on the screens: added by the committee, scored, compared once all have locked, and shown without names. */
import { cleanup, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';

prepareWindow();

const criteria = { alur: '80', penguasaan: '75', tim: '70', tema: '3' } as const;

test('[D33] no value stands anywhere before all have locked; then the committee sees whose, each juror the own and all', async () => {
  const laptop = createLaptop(sampleFounding, { role: 'committee' }, { kind: 'committee' });
  const { user } = openWindow(laptop, '#/siap');
  const panel = within(await screen.findByRole('region', { name: 'Penyajian kalibrasi' }));
  await user.click(panel.getByRole('button', { name: 'Tambah contoh kalibrasi' }));
  expect(await panel.findByText(/^0 dari 3 juri sudah mengunci\. Ditunggu: Juri 1/)).toBeDefined();
  for (const [at, seat] of ['juri-1', 'juri-2', 'juri-3'].entries()) {
    const author = { role: 'seat', seat, device: String(at).repeat(26) } as const;
    expect(panel.queryByRole('table')).toBeNull();
    for (const [criterion, value] of Object.entries(criteria)) {
      const own = criterion === 'alur' ? String(80 + at) : value;
      laptop.write(author, { type: 'set-score', contestant: 'kalibrasi-1', criterion, value: own });
    }
    for (const stage of ['presentasi', 'risalah'])
      laptop.write(author, { type: 'lock-sheet', contestant: 'kalibrasi-1', stage });
  }
  const table = within(await panel.findByRole('table'));
  const alur = table.getByRole('row', { name: /Alur langkah/ });
  expect(
    within(alur)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['80', '81', '82']);
  await user.click(panel.getByRole('button', { name: 'Tampilkan kepada semua juri, tanpa nama' }));
  expect(await panel.findByText(/^Sudah tampil di layar setiap juri/)).toBeDefined();
  cleanup();

  laptop.signIn({ role: 'seat', seat: 'juri-2' });
  const juror = openWindow(laptop, '#/penilaian');
  const list = within(await screen.findByRole('navigation', { name: 'Daftar peserta' }));
  // Of four groups in two stages: the calibration is none of the sheets that count.
  expect(list.getByText('0 dari 8 lembar selesai')).toBeDefined();
  await juror.user.click(list.getByRole('button', { name: /Contoh kalibrasi/ }));
  expect(await screen.findByText('Kalibrasi: tidak dihitung')).toBeDefined();
  const own = within(screen.getByRole('table', { name: 'Nilai Anda dan nilai semua juri' }));
  const row = own.getByRole('row', { name: /Alur langkah/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['81', '80 · 81 · 82']);
});
