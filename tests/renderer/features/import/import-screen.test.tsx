import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSpreadsheetBytes } from '../../../../electron/adapters/spreadsheet-reader.ts';
import { findTable } from '../../../../shared/import/find-table.ts';
import { planImport } from '../../../../shared/import/plan-import.ts';
import type { Command } from '../../../../shared/domain/commands.ts';
import { setupOf } from '../../../../shared/domain/contest.ts';
import type { ContestSetup } from '../../../../shared/domain/contest-file.ts';
import { foldEvents } from '../../../../shared/domain/evolve.ts';
import type { InputOf, OutputOf } from '../../../../shared/ipc/contract.ts';
import { withAnswers } from '../../support/answers.ts';
import { createLaptop, type Laptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding, sampleSetup } from '../../support/sample.ts';

prepareWindow();

const lists = path.resolve(import.meta.dirname, '../../../fixtures/lists');
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
  const { laptop, dropList } = open(empty);
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

test('[I10] the list of the morning shows what is new, what changes in which field, and who is gone', async () => {
  const { laptop, user, dropText } = open();
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

test('contestants are removed only after a further question', async () => {
  const { laptop, user, dropText } = open();
  await dropText('No,Nama KBK,Unit,Kategori\n1,KBK Melati,RSUD Kartini,Kesehatan\n');
  await user.click(await screen.findByRole('radio', { name: /Hapus dari lomba/ }));
  await user.click(await screen.findByRole('button', { name: 'Simpan 3 perubahan' }));
  await user.click(await screen.findByRole('button', { name: 'Ya, hapus dan simpan' }));
  await waitFor(() => expect(setupNow(laptop).contestants).toHaveLength(1));
});

test('a category that the contest lacks is named, and added when the person says so', async () => {
  const { laptop, user, dropText } = open();
  await dropText('No,Nama KBK,Unit,Kategori\n9,KBK Bestari,SMP 1,Pendidikan\n');
  expect((await screen.findAllByText(/Kategori "Pendidikan" belum ada/)).length).toBeGreaterThan(0);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Belum ada yang dapat disimpan' }).disabled).toBe(true);
  await user.click(screen.getByRole('checkbox', { name: 'Tambahkan kategori yang belum ada' }));
  await user.click(await screen.findByRole('button', { name: 'Simpan 1 perubahan' }));
  await screen.findByText(/tersimpan\.$/);
  expect(setupNow(laptop).categories.map(({ name }) => name)).toEqual(['Kesehatan', 'Pendidikan']);
});

test('a row without a category goes into one that comes with the list', async () => {
  const { laptop, user, dropText } = open(empty);
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

test('a problem stands at its row in words, and the row is left out', async () => {
  const { dropText } = open();
  await dropText('No,Nama KBK,Unit,Kategori\n7,,RSUD Kartini,Kesehatan\n8,KBK Wijaya,Puskesmas,Kesehatan\n');
  const row = (await screen.findByText('(kosong)')).closest('tr');
  expect(row?.textContent).toContain('Tidak diimpor');
  expect(row?.querySelectorAll('li').length).toBeGreaterThan(0);
});

test('a column chosen by hand is read instead of the one that was found', async () => {
  const { user, dropText } = open();
  await dropText('No,Nama KBK,Unit,Ketua,Kategori\n9,KBK Bestari,SMP 1,Sekolah,Kesehatan\n');
  await user.click(await screen.findByText('Kolom yang dipakai'));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Unit kerja' }), 'D');
  await waitFor(() => expect(screen.getByText('KBK Bestari').closest('tr')?.textContent).toContain('Sekolah'));
});

test('a file that is no list says what it is and leaves the way to choose another', async () => {
  const { dropText } = open();
  await dropText('', 'kosong.csv');
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Pilih berkas…' })).toBeDefined();
});

function open(setup?: ContestSetup) {
  const founding: Command = setup === undefined ? sampleFounding : ({ ...sampleFounding, setup } as Command);
  const inner = createLaptop(founding, { role: 'committee' }, { kind: 'committee' });
  const laptop = withAnswers(inner, { 'preview-import': createPreview(inner) });
  const { user } = openWindow(laptop, '#/impor');
  async function drop(file: File): Promise<void> {
    const place = await screen.findByRole('region', { name: /Jatuhkan berkas/ });
    fireEvent.drop(place, { dataTransfer: { files: [file] } });
  }
  return {
    laptop,
    user,
    dropList: async (name: string) => drop(fileOf(name, new Uint8Array(await readFile(path.join(lists, name))))),
    dropText: (text: string, name = 'pagi.csv') => drop(fileOf(name, new TextEncoder().encode(text))),
  };
}

/** The real reader, table finder and difference over the contest of this laptop. */
function createPreview(laptop: Laptop) {
  let kept: { readonly name: string; readonly bytes: Uint8Array } | null = null;
  return async (input: InputOf<'preview-import'>): Promise<OutputOf<'preview-import'>> => {
    if (input.file !== undefined && 'bytes' in input.file) kept = input.file;
    if (kept === null) return { ok: true, value: null };
    const grids = await readSpreadsheetBytes(kept.bytes, kept.name);
    if (!grids.ok) return { ok: false, error: { ...grids.error, problems: [] } };
    const setup = setupNow(laptop);
    const { sheet, mapping, category, addCategories, gone } = input;
    const table = findTable(grids.value, {
      categories: setup.categories,
      ...(sheet === undefined ? {} : { sheet }),
      ...(mapping === undefined ? {} : { mapping }),
    });
    if (!table.ok) return { ok: false, error: { ...table.error, problems: [] } };
    const plan = planImport(setup.contestants, table.value.rows, setup.categories, {
      problems: table.value.problems,
      ...(category === undefined ? {} : { defaultCategory: category }),
      ...(addCategories === undefined ? {} : { addCategories }),
      ...(gone === undefined ? {} : { gone }),
    });
    return { ok: true, value: { token: 'daftar', name: kept.name, preview: table.value, plan } };
  };
}

/** jsdom's File has no bytes to read. */
function fileOf(name: string, bytes: Uint8Array): File {
  const file = new File([], name);
  return Object.assign(file, { arrayBuffer: () => Promise.resolve(bytes.slice().buffer) });
}

function setupNow(laptop: Laptop): ContestSetup {
  return setupOf(foldEvents(laptop.events()));
}
