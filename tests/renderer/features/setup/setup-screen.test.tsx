import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { prepareWindow } from '../../support/open-window.tsx';
import { juror, openSetup, setupNow } from './open-setup.ts';

prepareWindow();

test('the event is named and saved', async () => {
  const { laptop, user } = await openSetup();
  const name = screen.getByLabelText('Nama lomba');
  await user.clear(name);
  await user.click(name);
  await user.paste('Gelar Budaya Kerja 2017');
  await user.click(screen.getByLabelText('Kop surat'));
  await user.paste('PEMERINTAH\nSEKRETARIAT');
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(setupNow(laptop).contest.name).toBe('Gelar Budaya Kerja 2017'));
  expect(setupNow(laptop).contest.letterhead).toEqual(['PEMERINTAH', 'SEKRETARIAT']);
  await screen.findByText('Semua tersimpan');
  expect(laptop.events().at(-1)?.event.type).toBe('info-changed');
});

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

test('the name that is proposed for a new category is typed over', async () => {
  const { user } = await openSetup();
  await user.click(screen.getByRole('tab', { name: 'Kategori' }));
  await user.click(screen.getByRole('button', { name: 'Tambah kategori' }));
  await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'));
  await user.keyboard('Pendidikan');
  expect(screen.getAllByRole<HTMLInputElement>('textbox').map(({ value }) => value)).toContain('Pendidikan');
});

test('the chain for ties is ordered with buttons, and the focus stays with the step', async () => {
  const { laptop, user } = await openSetup('Aturan');
  for (const step of ['stage:risalah', 'chair']) {
    await user.selectOptions(screen.getByLabelText('Tambah penentu'), step);
    await user.click(screen.getByRole('button', { name: 'Tambahkan' }));
  }
  await user.click(screen.getByRole('button', { name: 'Naikkan Musyawarah dewan juri' }));
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Turunkan Musyawarah dewan juri');
  await user.keyboard('{Enter}');
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(setupNow(laptop).rules.tieBreak).toEqual(['stage:risalah', 'chair']));
});

test('[D5] after the first score the frozen parts are shown and cannot be typed in, the names can', async () => {
  const { laptop, user } = await openSetup('Rubrik');
  laptop.write(juror, { type: 'set-score', contestant: 'melati', criterion: 'alur', value: '80' });
  expect(await screen.findByText(/Penilaian sudah dimulai\. Babak, rubrik/)).toBeDefined();
  const [weight] = screen.getAllByLabelText('Bobot', { selector: 'input' });
  await user.type(weight ?? document.body, '1');
  expect(weight).toHaveProperty('value', '50');
  await user.click(screen.getByRole('tab', { name: 'Juri' }));
  const [name] = screen.getAllByLabelText('Nama');
  await user.clear(name ?? document.body);
  await user.click(name ?? document.body);
  await user.paste('Pengganti (contoh)');
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(setupNow(laptop).jurors[0]?.name).toBe('Pengganti (contoh)'));
  expect(laptop.events().at(-1)?.event.type).toBe('jurors-changed');
});

test('that a rubric is only a condition stands under a name of its own, apart from its categories', async () => {
  const { user } = await openSetup('Rubrik');
  const effect = within(screen.getByRole('group', { name: 'Pengaruh pada hasil' }));
  await user.click(effect.getByRole('checkbox', { name: /^Hanya syarat: tidak menambah nilai/ }));
  expect(effect.getAllByRole('checkbox')).toHaveLength(1);
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
