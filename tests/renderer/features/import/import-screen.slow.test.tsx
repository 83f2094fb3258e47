import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ContestSetup } from '../../../../shared/domain/setup/contest-file.ts';
import { prepareWindow } from '../../support/open-window.tsx';
import { sampleSetup } from '../../support/sample.ts';
import { openImport, setupNow } from './open-import.ts';

prepareWindow();

const empty: ContestSetup = {
  ...sampleSetup,
  categories: [],
  rubrics: [],
  stages: [],
  contestants: [],
  rules: { ...sampleSetup.rules, tieBreak: [] },
};

test.each([
  ['jepara-2017.xlsx', 13],
  ['magetan-2015.csv', 8],
  ['bojonegoro-2020.ods', 3],
  ['probolinggo-2019.xls', 46],
])('%s becomes contestants without a hand on the mapping', async (file, least) => {
  const { laptop, dropList } = openImport(empty);
  await dropList(file);
  const save = await screen.findByRole('button', { name: /^Simpan \d+ perubahan$/ });
  expect(setupNow(laptop).contestants).toEqual([]);
  // Categories that come with the list are no problem of its rows.
  expect(screen.queryByText(/tidak ada di lomba ini/)).toBeNull();
  fireEvent.click(save);
  expect(await screen.findByText(new RegExp(`peserta dari ${file} tersimpan`))).toBeDefined();
  const { contestants, categories } = setupNow(laptop);
  expect(contestants.length).toBeGreaterThanOrEqual(least);
  expect(categories.length).toBeGreaterThan(0);
  const last = laptop.events().at(-1);
  expect(last?.event).toMatchObject({ type: 'contestants-changed', source: file });
});

test('a category that the contest lacks is named, and added when the person says so', async () => {
  const { laptop, user, dropText } = openImport();
  await dropText('No,Nama KBK,Unit,Kategori\n9,KBK Bestari,SMP 1,Pendidikan\n');
  expect((await screen.findAllByText(/Kategori "Pendidikan" belum ada/)).length).toBeGreaterThan(0);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Belum ada yang dapat disimpan' }).disabled).toBe(true);
  await user.click(screen.getByRole('checkbox', { name: 'Tambahkan kategori yang belum ada' }));
  await user.click(await screen.findByRole('button', { name: 'Simpan 1 perubahan' }));
  await screen.findByText(/tersimpan\.$/);
  expect(setupNow(laptop).categories.map(({ name }) => name)).toEqual(['Kesehatan', 'Pendidikan']);
});

test('a row without a category goes into one that comes with the list', async () => {
  const { laptop, user, dropText } = openImport(empty);
  await dropText(
    'No,Nama KBK,Unit,Kategori\n1,KBK Satu,RSUD,Kesehatan\n2,KBK Dua,SMPN 1,\n3,KBK Tiga,SMPN 2,Pendidikan\n',
  );
  await screen.findByRole('button', { name: 'Simpan 2 perubahan' });
  await user.selectOptions(screen.getByLabelText('Kategori untuk baris tanpa kategori'), 'Pendidikan');
  fireEvent.click(await screen.findByRole('button', { name: 'Simpan 3 perubahan' }));
  await waitFor(() => expect(setupNow(laptop).contestants).toHaveLength(3));
  expect(setupNow(laptop).contestants.map(({ category }) => category)).toEqual([
    'kesehatan',
    'pendidikan',
    'pendidikan',
  ]);
});

test('a column chosen by hand is read instead of the one that was found', async () => {
  const { user, dropText } = openImport();
  await dropText('No,Nama KBK,Unit,Ketua,Kategori\n9,KBK Bestari,SMP 1,Sekolah,Kesehatan\n');
  await user.click(await screen.findByText('Kolom yang dipakai'));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Unit kerja' }), 'D');
  await waitFor(() => expect(screen.getByText('KBK Bestari').closest('tr')?.textContent).toContain('Sekolah'));
});

test('contestants are removed only after a further question', async () => {
  const { laptop, user, dropText } = openImport();
  await dropText('No,Nama KBK,Unit,Kategori\n1,KBK Melati,RSUD Kartini,Kesehatan\n');
  await user.click(await screen.findByRole('radio', { name: /Hapus dari lomba/ }));
  await user.click(await screen.findByRole('button', { name: 'Simpan 3 perubahan' }));
  await user.click(await screen.findByRole('button', { name: 'Ya, hapus dan simpan' }));
  await waitFor(() => expect(setupNow(laptop).contestants).toHaveLength(1));
});

const text =
  'Aplikasi ini untuk juri, panitia, dan sekretariat.\nPeserta, biasanya disebut KBK, dinilai oleh juri.\n' +
  'Satu laptop, satu juri.\nJuri mengetik nilai, lalu menekan Enter.\nNilai disimpan, dan dikirim ke panitia.\n';

test('a text whose commas made columns of it is doubted in words, until a person maps its columns', async () => {
  const { user, dropText } = openImport();
  await dropText(text, 'BACA SAYA.csv');
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Ini mungkin bukan daftar peserta.*Berkas lain/);
  const name = screen.getByRole('combobox', { name: 'Nama kelompok' });
  expect(name.closest('details')?.open).toBe(true);
  await user.selectOptions(name, 'B');
  await waitFor(() => expect(screen.queryByText('Ini mungkin bukan daftar peserta')).toBeNull());
  // Read to the end: nothing is under way when the window is taken away.
  await waitFor(() => expect(screen.queryByText('Membaca daftar…')).toBeNull());
  await waitFor(() =>
    expect(screen.getByRole('combobox', { name: 'Nama kelompok' })).toHaveProperty('disabled', false),
  );
});

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
