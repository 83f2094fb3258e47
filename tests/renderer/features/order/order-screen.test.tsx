import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { drawLots } from '../../../../shared/domain/facts/lots.ts';
import { prepareWindow } from '../../support/open-window.tsx';
import { sampleSetup } from '../../support/sample.ts';
import { open, setupNow, order } from './open-order.ts';

prepareWindow();

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
