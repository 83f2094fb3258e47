import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sampleSetup } from '../../support/sample.ts';
import { prepareWindow } from '../../support/open-window.tsx';
import { open, setupNow } from './open-order.ts';

prepareWindow();

test('that lots are drawn is said in the head of the window, where nothing is pushed away', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Undian…' }));
  await user.click(await screen.findByRole('button', { name: 'Undi sekarang' }));
  const notice = await within(screen.getByRole('banner')).findByRole('alert');
  expect(notice.textContent).toBe('Undian selesai: 4 nomor dibagikan.');
  await user.click(within(notice).getByRole('button', { name: 'Tutup' }));
  await waitFor(() => expect(screen.queryByText(/^Undian selesai/)).toBeNull());
});

test('where the window folds, it is said in the strip above the page', async () => {
  const width = window.innerWidth;
  window.innerWidth = 700;
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: 'Undian…' }));
  await user.click(await screen.findByRole('button', { name: 'Undi sekarang' }));
  expect((await screen.findByText(/^Undian selesai/)).closest('header')).toBeNull();
  window.innerWidth = width;
});

test('a group withdraws with its reason, is no longer in the order, and comes back', async () => {
  const { laptop, user } = await open();
  await user.click(screen.getByRole('button', { name: /^Ubah status KBK Mawar/ }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Simpan status' }));
  expect(within(dialog).getByText('Tulis alasannya lebih dahulu.')).toBeDefined();
  await user.click(within(dialog).getByRole('radio', { name: 'Tidak hadir' }));
  await user.type(within(dialog).getByLabelText(/Alasan/), 'Bus mogok');
  await user.click(within(dialog).getByRole('button', { name: 'Simpan status' }));
  const outside = within(await screen.findByRole('region', { name: 'Tidak tampil untuk dinilai' }));
  expect(outside.getByText('Bus mogok')).toBeDefined();
  expect(outside.getByText('Tidak hadir')).toBeDefined();
  await user.click(outside.getByRole('button', { name: 'Ubah status KBK Mawar' }));
  await user.click(await screen.findByRole('radio', { name: 'Belum tampil' }));
  await user.type(screen.getByLabelText(/Alasan/), 'Sudah tiba');
  await user.click(screen.getByRole('button', { name: 'Simpan status' }));
  await waitFor(() => expect(setupNow(laptop).contestants[1]?.status).toBe('waiting'));
});

test('the present status is named and chosen, and saving it again asks for another one', async () => {
  const { laptop, user } = await open();
  await user.click(screen.getByRole('button', { name: /^Ubah status KBK Mawar/ }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('Sekarang: Belum tampil')).toBeDefined();
  expect(dialog.getByRole('radio', { name: 'Belum tampil' })).toHaveProperty('checked', true);
  await waitFor(() => expect(document.activeElement).toBe(dialog.getByRole('radio', { name: 'Belum tampil' })));
  const before = laptop.events().length;
  await user.type(dialog.getByLabelText(/Alasan/), 'Bus mogok');
  await user.click(dialog.getByRole('button', { name: 'Simpan status' }));
  expect(dialog.getByText(/Pilih status yang baru/)).toBeDefined();
  expect(laptop.events()).toHaveLength(before);
});

test('a group that comes late is added by hand with the next number, and can be taken away again', async () => {
  const { laptop, user } = await open();
  await user.click(screen.getByRole('button', { name: 'Tambah peserta' }));
  await user.type(await screen.findByLabelText(/Nama kelompok/), 'KBK Susulan');
  await user.type(screen.getByLabelText('Unit kerja'), 'Kecamatan Keling{Enter}');
  await waitFor(() => expect(setupNow(laptop).contestants).toHaveLength(5));
  expect(setupNow(laptop).contestants[4]).toMatchObject({ number: 5, name: 'KBK Susulan', unit: 'Kecamatan Keling' });
  await user.click(await screen.findByRole('button', { name: /^Ubah data KBK Susulan/ }));
  await user.click(await screen.findByRole('button', { name: 'Hapus peserta' }));
  await user.click(await screen.findByRole('button', { name: 'Ya, hapus' }));
  await waitFor(() => expect(setupNow(laptop).contestants).toHaveLength(4));
});

test('[I19] the planned time stands in the row, and correcting the name keeps it', async () => {
  const contestants = sampleSetup.contestants.map((each) =>
    each.id === 'mawar' ? { ...each, slot: '09.20–09.40' } : each,
  );
  const { laptop, user } = await open({ ...sampleSetup, contestants });
  expect(screen.getByText(/Tampil 09\.20–09\.40/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: /^Ubah data KBK Mawar/ }));
  expect(await screen.findByLabelText(/^Waktu tampil/)).toHaveProperty('value', '09.20–09.40');
  await user.type(screen.getByLabelText('Unit kerja'), ' II{Enter}');
  const now = () => setupNow(laptop).contestants.find(({ id }) => id === 'mawar');
  await waitFor(() => expect(now()?.unit).toMatch(/ II$/));
  expect(now()?.slot).toBe('09.20–09.40');
});
