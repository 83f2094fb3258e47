import { readFileSync } from 'node:fs';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { prepareWindow } from '../../support/open-window.tsx';
import { juror, openSetup, setupNow } from './open-setup.ts';

prepareWindow();

test('the sum of the weights is live, and nothing is saved until it is right', async () => {
  const { laptop, user } = await openSetup('Rubrik');
  expect(screen.getByText('Jumlah bobot: 100')).toBeDefined();
  const [weight] = screen.getAllByLabelText('Bobot', { selector: 'input' });
  if (weight === undefined) throw new Error('the first criterion has a weight');
  await user.clear(weight);
  await user.type(weight, '49,5');
  expect(await screen.findByText('Jumlah bobot: 99,5, harus 100. Tambahkan 0,5 pada bobot kriteria.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  expect(await screen.findByText(/Belum dapat disimpan\. Periksa bagian: Rubrik\./)).toBeDefined();
  expect(laptop.events()).toHaveLength(1);
  await user.clear(weight);
  await user.type(weight, '50');
  await user.click(screen.getByRole('button', { name: 'Batalkan perubahan' }));
  await screen.findByText('Semua tersimpan');
});

test('the field that hinders saving is opened and gets the focus, in whatever part and rubric it is', async () => {
  const { user } = await openSetup('Rubrik');
  await user.selectOptions(screen.getByLabelText('Rubrik yang diubah'), 'r-risalah');
  const max = screen.getByLabelText('Nilai maks.');
  await user.clear(max);
  await user.type(max, 'lima');
  await user.selectOptions(screen.getByLabelText('Rubrik yang diubah'), 'r-presentasi');
  await user.click(screen.getByRole('tab', { name: 'Lomba' }));
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(document.activeElement).toHaveProperty('value', 'lima'));
  expect(screen.getByRole('option', { name: /^Belum benar: Risalah/ })).toBeDefined();
});

test('a stage and its rubric are made and saved in one go, with the keyboard', async () => {
  const { laptop, user } = await openSetup('Babak');
  await user.click(screen.getByRole('button', { name: 'Tambah babak' }));
  expect(document.activeElement).toHaveProperty('value', 'Babak 3');
  await user.clear(document.activeElement as HTMLInputElement);
  await user.paste('Tanya jawab');
  const third = screen.getAllByRole('button', { name: /Isi waktu 5\+10\+5/ })[2];
  if (third === undefined) throw new Error('the new stage has its presets');
  await user.click(third);
  expect(screen.getAllByLabelText('Menit').map((each) => (each as HTMLInputElement).value)).toEqual(['5', '10', '5']);
  await user.click(screen.getByRole('tab', { name: 'Rubrik' }));
  await user.click(screen.getByRole('button', { name: 'Rubrik kosong' }));
  expect(await screen.findByText('Jumlah bobot: 100')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(setupNow(laptop).rubrics).toHaveLength(3));
  expect(setupNow(laptop).stages[2]).toEqual({
    id: 'babak-3',
    name: 'Tanya jawab',
    weight: '0',
    timer: [
      { name: 'Yel-yel', seconds: 300 },
      { name: 'Paparan', seconds: 600 },
      { name: 'Tanya jawab', seconds: 300 },
    ],
  });
});

test('a template comes from the dialog into the draft, and is saved with it', async () => {
  const { laptop, user } = await openSetup('Rubrik');
  await user.click(screen.getByRole('button', { name: /Ambil dari contoh/ }));
  await user.selectOptions(await screen.findByLabelText('Contoh rubrik'), 't6-gabungan');
  await user.click(screen.getByRole('radio', { name: /Ganti semua/ }));
  await user.click(screen.getByRole('button', { name: 'Pakai contoh ini' }));
  await user.click(await screen.findByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(setupNow(laptop).stages.map(({ weight }) => weight)).toEqual(['50', '30', '20']));
  expect(setupNow(laptop).rules.tieBreak).toHaveLength(4);
});

test('[R24] Harapan is added behind the places, Favorit after the first score too, and both are taken away again', async () => {
  const { laptop, user } = await openSetup('Penghargaan');
  await user.click(screen.getByRole('button', { name: 'Harapan' }));
  const name = screen.getByLabelText('Nama penghargaan');
  await waitFor(() => expect(document.activeElement).toBe(name));
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  const harapan = { id: 'penghargaan-1', name: 'Harapan', kind: 'places', from: 4, count: 3 };
  await waitFor(() => expect(setupNow(laptop).awards).toEqual([harapan]));
  laptop.write(juror, { type: 'set-score', contestant: 'melati', criterion: 'alur', value: '80' });
  await screen.findByText(/Penilaian sudah dimulai/);
  await user.click(screen.getByRole('button', { name: 'Favorit' }));
  await user.selectOptions(screen.getByLabelText('Tambah penerima'), 'kenanga');
  await user.click(screen.getByRole('button', { name: 'Tambahkan' }));
  await user.selectOptions(screen.getByLabelText('Tambah penerima'), 'melati');
  await user.click(screen.getByRole('button', { name: 'Tambahkan' }));
  await user.click(screen.getByRole('button', { name: 'Naikkan 1 · KBK Melati · RSUD Kartini' }));
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  const favorit = { id: 'penghargaan-2', name: 'Favorit', kind: 'list', contestants: ['melati', 'kenanga'] };
  await waitFor(() => expect(setupNow(laptop).awards).toEqual([harapan, favorit]));
  await user.click(screen.getByRole('button', { name: 'Hapus Harapan' }));
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(setupNow(laptop).awards).toEqual([favorit]));
});

test('[R24] bands come with thresholds that can be changed, and twice the same is refused', async () => {
  const { laptop, user } = await openSetup('Penghargaan');
  await user.click(screen.getByRole('button', { name: 'Golongan nilai' }));
  const second = screen.getAllByLabelText('Mulai nilai akhir')[1];
  if (second === undefined) throw new Error('there are three bands');
  await user.clear(second);
  await user.type(second, '90');
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  expect(await screen.findByText(/Periksa bagian: Penghargaan\./)).toBeDefined();
  expect(screen.getByText(/batas 90 disebut dua kali/)).toBeDefined();
  await user.clear(second);
  await user.type(second, '82,5');
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await waitFor(() =>
    expect(setupNow(laptop).awards[0]).toMatchObject({
      kind: 'band',
      bands: [
        { name: 'Sangat baik', min: '90' },
        { name: 'Baik', min: '82.5' },
        { name: 'Cukup', min: '70' },
      ],
    }),
  );
});

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
