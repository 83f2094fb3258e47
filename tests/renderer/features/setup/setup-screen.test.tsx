import { readFileSync } from 'node:fs';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { prepareWindow } from '../../support/open-window.tsx';
import { juror, openSetup, setupNow } from './open-setup.ts';

prepareWindow();

test('after saving, a field shows what was saved, and what is typed next is saved too', async () => {
  const { laptop, user } = await openSetup();
  await user.click(screen.getByLabelText('Kop surat'));
  await user.paste(' PEMERINTAH \n\nSEKRETARIAT');
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(screen.getByLabelText('Kop surat')).toHaveProperty('value', 'PEMERINTAH\nSEKRETARIAT'));
  await user.click(screen.getByLabelText('Tempat'));
  await user.paste('Jepara');
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(setupNow(laptop).contest.place).toBe('Jepara'));
});

test('that a rubric is only a condition stands under a name of its own, apart from its categories', async () => {
  const { user } = await openSetup('Rubrik');
  const effect = within(screen.getByRole('group', { name: 'Pengaruh pada hasil' }));
  await user.click(effect.getByRole('checkbox', { name: /^Hanya syarat: tidak menambah nilai/ }));
  expect(effect.getAllByRole('checkbox')).toHaveLength(1);
});

test('lines pasted from a spreadsheet fill the table of criteria from the field in hand on, and add what is lacking', async () => {
  const { user } = await openSetup('Rubrik');
  const values = (label: string) => screen.getAllByLabelText<HTMLInputElement>(label).map(({ value }) => value);
  const before = values('Nama kriteria');
  await user.click(screen.getAllByLabelText('Nama kriteria').at(-1) ?? document.body);
  await user.paste('Inovasi\tIsi\t12,5\nDampak\tIsi\t20\nKeberlanjutan\tHasil\t7,5\n');
  expect(values('Nama kriteria')).toEqual([...before.slice(0, -1), 'Inovasi', 'Dampak', 'Keberlanjutan']);
  expect(values('Bobot').slice(-3)).toEqual(['12,5', '20', '7,5']);
  expect(values('Aspek').at(-1)).toBe('Hasil');
  await user.click(screen.getAllByLabelText('Bobot').at(0) ?? document.body);
  await user.clear(screen.getAllByLabelText('Bobot').at(0) ?? document.body);
  // A single word is typed as ever.
  await user.paste('30');
  expect(values('Bobot')[0]).toBe('30');
});

test('a seat that has written cannot be taken away', async () => {
  const { laptop, user } = await openSetup();
  laptop.write(juror, { type: 'set-score', contestant: 'melati', criterion: 'alur', value: '80' });
  await user.click(screen.getByRole('tab', { name: 'Juri' }));
  expect(screen.getByRole('button', { name: 'Hapus Juri 1 (contoh)' })).toHaveProperty('disabled', true);
  expect(screen.getByRole('button', { name: 'Hapus Juri 2 (contoh)' })).toHaveProperty('disabled', false);
});

test('whoever leaves with unsaved changes is asked', async () => {
  const { user } = await openSetup();
  await user.type(screen.getByLabelText('Tempat'), 'Jepara');
  await user.click(screen.getByRole('link', { name: 'Urutan tampil' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText('Perubahan pada rubrik dan aturan')).toBeDefined();
  await user.click(within(dialog).getByRole('button', { name: 'Perbaiki dulu' }));
  expect(screen.getByLabelText('Tempat')).toHaveProperty('value', 'Jepara');
});

test('[X22] a logo is chosen, shown, replaced and taken away; what is none is refused with its name', async () => {
  const { laptop, user } = await openSetup();
  const logo = (name: string) => readFileSync(`tests/fixtures/logo/${name}`);
  const input = (): HTMLInputElement => {
    const found = document.querySelector<HTMLInputElement>('input[type="file"]');
    if (found === null) throw new Error('a file can be chosen');
    return found;
  };
  const save = () => user.click(screen.getByRole('button', { name: 'Simpan' }));
  await user.upload(input(), new File([logo('tinggi.png')], 'logo.png', { type: 'image/png' }));
  expect(await screen.findByRole('img', { name: 'Logo kop surat, 200 x 300 titik' })).toBeDefined();
  await save();
  await waitFor(() => expect(setupNow(laptop).contest.logo).toBe(logo('tinggi.png').toString('base64')));

  await user.upload(input(), new File(['<svg/>'], 'logo.png', { type: 'image/png' }));
  const refusal = await screen.findByText('logo.png tidak dapat dipakai: logo bukan gambar PNG atau JPEG.');
  expect(refusal.closest('[role="alert"]')).not.toBeNull();
  expect(screen.getByRole('img', { name: 'Logo kop surat, 200 x 300 titik' })).toBeDefined();

  await user.upload(input(), new File([logo('kotak.jpg')], 'logo.jpg', { type: 'image/jpeg' }));
  expect(await screen.findByRole('img', { name: 'Logo kop surat, 64 x 64 titik' })).toBeDefined();
  expect(screen.queryByText(/tidak dapat dipakai/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Hapus logo' }));
  expect(screen.queryByRole('img', { name: /Logo kop surat/ })).toBeNull();
  await save();
  await waitFor(() => expect(setupNow(laptop).contest.logo).toBeUndefined());
});
