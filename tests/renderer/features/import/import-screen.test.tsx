import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { prepareWindow } from '../../support/open-window.tsx';
import { openImport, setupNow } from './open-import.ts';

prepareWindow();

test('[I10] the list of the morning shows what is new, what changes in which field, and who is gone', async () => {
  const { laptop, user, dropText } = openImport();
  await dropText(
    'No,Nama KBK,Unit,Kategori\n1,KBK Melati,RSUD Kartini,Kesehatan\n5,KBK Mawar,Puskesmas Bangsri,Kesehatan\n6,KBK Baru,Puskesmas Baru,Kesehatan\n',
  );
  const changed = await screen.findByText('Nomor urut tampil: 2 menjadi 5');
  expect(changed.closest('tr')?.textContent).toContain('KBK Mawar');
  expect(screen.getByText('Nomor urut tampil 1 peserta akan berubah')).toBeDefined();
  const counts = within(screen.getByRole('list', { name: 'Ringkasan perbedaan' }));
  expect(counts.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '1 baru',
    '1 berubah',
    '1 tetap',
    '2 hilang',
  ]);
  await user.click(screen.getByRole('radio', { name: 'Tandai mengundurkan diri' }));
  await user.click(await screen.findByRole('button', { name: 'Simpan 4 perubahan' }));
  await screen.findByText(/tersimpan\.$/);
  const status = new Map(setupNow(laptop).contestants.map((each) => [each.name, each.status]));
  expect(status.get('KBK Kenanga')).toBe('withdrawn');
  expect(status.get('KBK Baru')).toBe('waiting');
});

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
