import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { prepareWindow } from '../../support/open-window.tsx';
import { openImport } from './open-import.ts';

prepareWindow();

test('a problem stands at its row in words, and the row is left out', async () => {
  const { dropText } = openImport();
  await dropText('No,Nama KBK,Unit,Kategori\n7,,RSUD Kartini,Kesehatan\n8,KBK Wijaya,Puskesmas,Kesehatan\n');
  const row = (await screen.findByText('(kosong)')).closest('tr');
  expect(row?.textContent).toContain('Tidak diimpor');
  expect(row?.querySelectorAll('li').length).toBeGreaterThan(0);
});

test('a file that is no list says what it is and leaves the way to choose another', async () => {
  const { dropText } = openImport();
  await dropText('', 'kosong.csv');
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Pilih berkas…' })).toBeDefined();
});
