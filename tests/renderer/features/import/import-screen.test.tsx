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

const runningNumbers =
  'No;Nama KBK;Unit Kerja;Bintang\n1;KBK Anyelir;RSUD A;3\n2;KBK Dahlia;RSUD B;1\n3;KBK Flamboyan;RSUD C;2\n';

test('[I13] nothing is saved while a question without a safe choice is open; the answer reads the list again', async () => {
  const { laptop, user, dropText } = openImport();
  await dropText(runningNumbers);
  const group = await screen.findByRole('radiogroup', { name: /hanya menghitung baris/ });
  const radios = within(group).getAllByRole('radio');
  expect(radios.map((radio) => (radio as HTMLInputElement).checked)).toEqual([false, false, false]);
  expect(within(group).getByRole('radio', { name: /Kolom D "Bintang".*dibaca begini/ })).toBeDefined();
  expect(screen.getByText('Belum dapat disimpan: 1 pertanyaan belum dijawab.')).toBeDefined();
  expect(screen.getByRole('button', { name: /^Simpan/ }).hasAttribute('disabled')).toBe(true);

  // By keyboard alone: to the question, and the second choice by its arrow.
  await user.click(screen.getByRole('button', { name: 'Ke pertanyaannya' }));
  expect(document.activeElement).toBe(radios[0]);
  await user.keyboard(' ');
  await screen.findByText('Sudah dijawab');
  expect(screen.getByText('KBK Anyelir').closest('tr')?.textContent).toContain('3');
  await user.click(within(group).getByRole('radio', { name: /^Kolom A/ }));
  await screen.findByText(
    (_, element) => element?.tagName === 'TR' && /^21?KBK Anyelir/.test(element.textContent ?? ''),
  );
  expect(screen.queryByText(/Belum dapat disimpan/)).toBeNull();
  await user.click(await screen.findByRole('button', { name: /^Simpan \d+ perubahan/ }));
  await screen.findByText(/tersimpan\.$/);
  expect(setupNow(laptop).contestants.find(({ name }) => name === 'KBK Anyelir')?.number).toBe(1);
});

test('[I13] a safe assumption is marked and hinders nothing; columns that are not used are told', async () => {
  const { dropText } = openImport();
  await dropText(
    'Waktu;No;Nama KBK;Unit Kerja;Ketua\n08.00;;Registrasi Peserta;Panitia;\n09.00 - 09.20;1;KBK Anyelir;RSUD A;Siti\n09.20 - 09.40;2;KBK Dahlia;RSUD B;Budi\n',
  );
  const group = await screen.findByRole('radiogroup', { name: /tampaknya mata acara/ });
  expect(
    (within(group).getByRole('radio', { name: /tidak diimpor \(dibaca begini\)/ }) as HTMLInputElement).checked,
  ).toBe(true);
  expect(screen.queryByText(/Belum dapat disimpan/)).toBeNull();
  expect(screen.getByText('Kolom terisi yang tidak dipakai: E “Ketua”.')).toBeDefined();
  expect(screen.getByText('Tampil 09.00–09.20')).toBeDefined();
});
