/** A group that has been scored: late ones still come in, another name needs a reason, another rubric sets sheets aside. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sheetOf } from '../../../../shared/domain/score-sheet.ts';
import { foldEvents } from '../../../../shared/domain/facts/evolve.ts';
import { contestSetupSchema } from '../../../../shared/domain/setup/contest-file.ts';
import { prepareWindow } from '../../support/open-window.tsx';
import { sampleSetup } from '../../support/sample.ts';
import type { Laptop } from '../../support/laptop.ts';
import { open, setupNow } from './open-order.ts';

prepareWindow();

const juror = { role: 'seat', seat: 'juri-1', device: 'd'.repeat(26) } as const;

function lock(laptop: Laptop): void {
  for (const criterion of ['alur', 'penguasaan', 'tim']) {
    laptop.write(juror, { type: 'set-score', contestant: 'melati', criterion, value: '80' });
  }
  laptop.write(juror, { type: 'lock-sheet', contestant: 'melati', stage: 'presentasi' });
}

test('a late group is added after scoring has begun', async () => {
  const { laptop, user } = await open(undefined, lock);
  await user.click(screen.getByRole('button', { name: 'Tambah peserta' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('textbox', { name: /Nama kelompok/ }), 'KBK Terlambat');
  await user.click(within(dialog).getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(setupNow(laptop).contestants.at(-1)).toMatchObject({ name: 'KBK Terlambat', number: 5 }));
});

test('[D7] another name of a group with locked sheets is asked for its reason, and the former one stays in sight', async () => {
  const { laptop, user } = await open(undefined, lock);
  await user.click(screen.getByRole('button', { name: /^Ubah data KBK Melati/ }));
  const name = await screen.findByRole('textbox', { name: /Nama kelompok/ });
  await user.clear(name);
  await user.type(name, 'KBK Mawar Merah');
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  const dialog = await screen.findByRole('dialog', { name: 'Peserta ini sudah dinilai' });
  expect(
    within(dialog).getByText(/1 · KBK Melati · RSUD Kartini menjadi 1 · KBK Mawar Merah · RSUD Kartini/),
  ).toBeDefined();
  expect(setupNow(laptop).contestants[0]?.name).toBe('KBK Melati');
  await user.type(within(dialog).getByRole('textbox'), 'salah tulis di daftar');
  await user.click(within(dialog).getByRole('button', { name: 'Ya, ganti namanya' }));
  await waitFor(() => expect(setupNow(laptop).contestants[0]?.name).toBe('KBK Mawar Merah'));
  await screen.findByText(/Dahulu: KBK Melati, RSUD Kartini\. Alasan perubahan: salah tulis di daftar/);
});

test('[D7] where a sheet was locked a moment ago, the refusal says why, and what was typed is asked about when it is saved again', async () => {
  const { laptop, user } = await open();
  await user.click(screen.getByRole('button', { name: /^Ubah data KBK Melati/ }));
  const name = await screen.findByRole('textbox', { name: /Nama kelompok/ });
  await user.clear(name);
  await user.type(name, 'KBK Mawar Merah');
  // The first of these is drawn at once, the lock a moment later.
  lock(laptop);
  fireEvent.click(screen.getByRole('button', { name: 'Simpan' }));
  await screen.findByText(/Sudah ada nilai terkunci atas nama yang lama .* Tulis alasan perubahan namanya\./);
  expect(name).toHaveProperty('value', 'KBK Mawar Merah');
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  const dialog = await screen.findByRole('dialog', { name: 'Peserta ini sudah dinilai' });
  await user.type(within(dialog).getByRole('textbox'), 'salah tulis di daftar');
  await user.click(within(dialog).getByRole('button', { name: 'Ya, ganti namanya' }));
  await waitFor(() => expect(setupNow(laptop).contestants[0]?.name).toBe('KBK Mawar Merah'));
});

test('[D7] a category with another rubric sets the sheets aside, and they come back', async () => {
  const setup = contestSetupSchema.parse({
    ...sampleSetup,
    categories: [...sampleSetup.categories, { id: 'lain', name: 'Lain' }],
    rubrics: [
      ...sampleSetup.rubrics.map((rubric) => ({ ...rubric, categories: ['kesehatan'] })),
      {
        id: 'r-lain',
        stage: 'presentasi',
        categories: ['lain'],
        criteria: [{ id: 'lain-isi', name: 'Isi', weight: '100', min: '0', max: '100', step: '1' }],
      },
    ],
  });
  const { laptop, user } = await open(setup, lock);
  const state = () => sheetOf(foldEvents(laptop.events()), 'juri-1', 'melati', 'presentasi')?.state;
  const moveTo = async (category: string) => {
    await user.click(screen.getByRole('button', { name: /^Ubah data KBK Melati/ }));
    await user.selectOptions(within(await screen.findByRole('dialog')).getByRole('combobox'), category);
    await user.click(screen.getByRole('button', { name: 'Simpan' }));
  };
  await moveTo('lain');
  const dialog = await screen.findByRole('dialog', { name: 'Peserta ini sudah dinilai' });
  expect(within(dialog).getByText(/Juri 1 \(contoh\), Presentasi$/)).toBeDefined();
  await user.type(within(dialog).getByRole('textbox'), 'salah kategori');
  await user.click(within(dialog).getByRole('button', { name: 'Ya, sisihkan nilainya dan pindahkan' }));
  await waitFor(() => expect(state()).toBe('pending'));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await moveTo('kesehatan');
  await waitFor(() => expect(setupNow(laptop).contestants[0]?.category).toBe('kesehatan'));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(screen.getByRole('button', { name: /^Ubah data KBK Melati/ }));
  await user.click(await screen.findByRole('button', { name: 'Kembalikan nilai yang disisihkan' }));
  const back = await screen.findByRole('dialog', { name: 'Kembalikan nilai yang disisihkan' });
  await user.type(within(back).getByRole('textbox'), 'kategori semula');
  await user.click(within(back).getByRole('button', { name: 'Ya, kembalikan' }));
  await waitFor(() => expect(state()).toBe('locked'));
  // The question was one of its own: the data of the group were not saved with it.
  expect(screen.getByRole('button', { name: 'Simpan' })).toBeDefined();
});
