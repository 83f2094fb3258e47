import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Command } from '../../../../shared/domain/commands.ts';
import { setupOf } from '../../../../shared/domain/contest.ts';
import type { ContestSetup } from '../../../../shared/domain/contest-file.ts';
import { foldEvents } from '../../../../shared/domain/evolve.ts';
import { drawLots } from '../../../../shared/domain/lots.ts';
import { createLaptop, type Laptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding, sampleSetup } from '../../support/sample.ts';

prepareWindow();

const committee = { role: 'committee', device: 'c'.repeat(26) } as const;

test('Alt with an arrow moves a group, says so, and the focus stays with it', async () => {
  const { laptop, user } = await open();
  screen.getByRole('textbox', { name: 'Nomor urut tampil KBK Kenanga' }).focus();
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await waitFor(() => expect(order(laptop)).toEqual(['melati 1', 'kenanga 2', 'mawar 3', 'anggrek 4']));
  expect(await screen.findByText('KBK Kenanga sekarang nomor 2.')).toBeDefined();
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Nomor urut tampil KBK Kenanga' })),
  );
  await user.click(screen.getByRole('button', { name: /^Turunkan KBK Kenanga/ }));
  await waitFor(() => expect(order(laptop)).toEqual(['melati 1', 'mawar 2', 'kenanga 3', 'anggrek 4']));
});

test('a group that is dragged by its grip comes to the place where it is dropped', async () => {
  const { laptop } = await open();
  const rows = screen.getAllByRole('listitem').filter((row) => row.querySelector('[draggable]') !== null);
  const grip = rows[3]?.querySelector('[draggable]');
  const target = rows[0];
  if (grip === null || grip === undefined || target === undefined) throw new Error('rows with grips');
  const dataTransfer = { setData: () => {}, setDragImage: () => {}, effectAllowed: '', dropEffect: '' };
  fireEvent.dragStart(grip, { dataTransfer });
  fireEvent.dragOver(target, { dataTransfer });
  fireEvent.drop(target, { dataTransfer });
  await waitFor(() => expect(order(laptop)).toEqual(['anggrek 1', 'melati 2', 'mawar 3', 'kenanga 4']));
});

test('a number is typed; one that is taken says whose it is and nothing is written', async () => {
  const { laptop, user } = await open();
  const field = screen.getByRole('textbox', { name: 'Nomor urut tampil KBK Anggrek' });
  await user.clear(field);
  await user.type(field, '2{Enter}');
  expect(await screen.findByText('Nomor 2 sudah dipakai KBK Mawar.')).toBeDefined();
  expect(laptop.events()).toHaveLength(1);
  await user.clear(field);
  await user.type(field, '17{Enter}');
  await waitFor(() => expect(order(laptop).at(-1)).toBe('anggrek 17'));
});

test('[D19] lots are drawn after a question, with the seed that was shown', async () => {
  const { laptop, user } = await open();
  await user.click(screen.getByRole('button', { name: 'Undian…' }));
  const dialog = await screen.findByRole('dialog');
  const seed = within(dialog).getByText(/^[A-Za-z2-7]{4}(-[A-Za-z2-7]{4}){3}$/).textContent ?? '';
  expect(laptop.events()).toHaveLength(1);
  await user.click(within(dialog).getByRole('button', { name: 'Undi sekarang' }));
  await waitFor(() => expect(laptop.events()).toHaveLength(2));
  const numbers = new Map(
    drawLots(sampleSetup.contestants, 'kesehatan', seed).map((lot) => [lot.contestant, lot.number]),
  );
  for (const { id, number } of setupNow(laptop).contestants) expect(number).toBe(numbers.get(id));
  expect(await screen.findByText(new RegExp(`kode undian ${seed}`))).toBeDefined();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Undian…' })));
});

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

test('lots can be drawn although somebody who stays away holds one of the numbers', async () => {
  const { laptop, user } = await open({
    ...sampleSetup,
    contestants: sampleSetup.contestants.map((each, index) =>
      index === 0 ? { ...each, status: 'withdrawn' } : { ...each, number: null },
    ),
  });
  await user.click(screen.getByRole('button', { name: 'Undian…' }));
  await user.click(await screen.findByRole('button', { name: 'Undi sekarang' }));
  await waitFor(() =>
    expect(new Set(setupNow(laptop).contestants.map(({ number }) => number))).toEqual(new Set([null, 1, 2, 3])),
  );
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

test('where numbers begin anew in each category, each category is its own list', async () => {
  const second = sampleSetup.contestants.map((each) => ({ ...each, id: `p-${each.id}`, category: 'pendidikan' }));
  const { laptop } = await open({
    ...sampleSetup,
    categories: [...sampleSetup.categories, { id: 'pendidikan', name: 'Pendidikan' }],
    contestants: [...sampleSetup.contestants, ...second],
  });
  const list = within(screen.getByRole('region', { name: 'Urutan Pendidikan' }));
  fireEvent.click(list.getByRole('button', { name: /^Turunkan KBK Melati/ }));
  await waitFor(() => expect(order(laptop)).toContain('p-melati 2'));
  expect(order(laptop)).toContain('melati 1');
});

async function open(setup?: ContestSetup) {
  const founding: Command = setup === undefined ? sampleFounding : ({ ...sampleFounding, setup } as Command);
  const laptop = createLaptop(founding, committee, { kind: 'committee' });
  const { user } = openWindow(laptop, '#/urutan');
  await screen.findByRole('heading', { name: 'Urutan tampil' });
  await screen.findByRole('button', { name: 'Undian…' });
  return { laptop, user };
}

function setupNow(laptop: Laptop): ContestSetup {
  return setupOf(foldEvents(laptop.events()));
}

function order(laptop: Laptop): string[] {
  return setupNow(laptop)
    .contestants.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0))
    .map(({ id, number }) => `${id} ${number}`);
}
