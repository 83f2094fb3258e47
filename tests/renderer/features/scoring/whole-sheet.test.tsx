/** The sheet as one view: the line in hand opens, a level proposes its number, own values and totals are seen beside each other. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';
import { alur, author, focused, juror, penguasaan, sheet, withHabit } from './scoring-laptop.ts';

prepareWindow();

test('only the criterion in hand is open: with its steps, its note and the own values for the others', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  withHabit(laptop);
  const { user } = openWindow(laptop);
  await focused(alur());
  expect(screen.getAllByRole('button', { name: /^Tambah 0,5/ })).toHaveLength(1);
  expect(screen.getByText('Nilai Anda untuk peserta lain: No. 2: 85, No. 3: 85, No. 4: 85')).toBeDefined();
  await user.click(await penguasaan());
  expect(screen.getByRole('button', { name: 'Tambah 0,5: Penguasaan materi' })).toBeDefined();
  expect(screen.queryByRole('button', { name: /^Tambah 0,5: Alur/ })).toBeNull();
  expect(screen.queryByText(/^Nilai Anda untuk peserta lain/)).toBeNull();
});

test('a press on a level proposes its number, as if it had been typed; the field keeps the focus', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  await focused(alur());
  const levels = within(screen.getByRole('list', { name: 'Arti nilai' })).getAllByRole('button');
  const [, second] = levels;
  const proposed = /^\d+/.exec(second?.textContent ?? '')?.[0];
  await user.click(second ?? document.body);
  expect((await alur()).value).toBe(proposed);
  expect(document.activeElement).toBe(await alur());
  await waitFor(() => expect(sheet(laptop)?.values.get('alur')).toBe(proposed), { timeout: 5000 });
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(sheet(laptop)?.values.has('alur')).toBe(false));
});

test('own totals stand from the highest down, equal ones marked; a press shows two sheets beside each other', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  for (const [contestant, value] of Object.entries({ melati: '80', mawar: '90', kenanga: '90' })) {
    for (const criterion of ['alur', 'penguasaan', 'tim'])
      laptop.write(author, { type: 'set-score', contestant, criterion, value });
  }
  laptop.write(author, {
    type: 'set-note',
    contestant: 'mawar',
    stage: 'presentasi',
    criterion: 'alur',
    text: 'Urut sekali',
  });
  const { user } = openWindow(laptop);
  const totals = within(await screen.findByRole('region', { name: /^Jumlah nilai Anda/ })).getAllByRole('button');
  expect(totals.map(({ textContent }) => /^\d/.exec(textContent ?? '')?.[0])).toEqual(['2', '3', '1']);
  expect(totals.map(({ dataset }) => dataset['tied'])).toEqual(['true', 'true', 'false']);
  await user.click(totals[0] ?? document.body);
  const dialog = within(await screen.findByRole('dialog', { name: 'Dua lembar Anda berdampingan' }));
  expect(dialog.getByRole('row', { name: /^Alur.* 80 90/ }).textContent).toContain('Urut sekali');
});

test('the list shows only what is left where that is wanted, and the open sheet all the same', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  const list = within(await screen.findByRole('navigation', { name: 'Daftar peserta' }));
  const groups = () => list.getAllByRole('button', { name: /KBK/ }).length;
  const all = groups();
  for (const stage of ['presentasi', 'risalah'])
    laptop.write(author, { type: 'recuse', contestant: 'mawar', reason: `Satu unit ${stage}` });
  await user.click(list.getByRole('button', { name: 'Belum selesai' }));
  expect(groups()).toBe(all - 1);
  expect(list.queryByRole('button', { name: /KBK Mawar/ })).toBeNull();
  await user.click(list.getByRole('button', { name: 'Belum selesai' }));
  expect(groups()).toBe(all);
});

test('an aspect that returns further down is a group of its own there, and no landmark twice', async () => {
  const laptop = createLaptop(withReturningAspect(), juror);
  const { user } = openWindow(laptop);
  await focused(alur());
  const groups = screen.getAllByRole('group', { name: 'Isi' });
  expect(
    groups.map((each) => within(each).getAllByRole('textbox', { name: /^(Alur|Kerja|Penguasaan)/ }).length),
  ).toEqual([1, 1]);
  expect(screen.queryByRole('region', { name: 'Isi' })).toBeNull();
  // The same parts still stand after the line in hand has changed.
  await user.click(await penguasaan());
  expect(screen.getAllByRole('group', { name: 'Isi' })).toEqual(groups);
});

/** Isi, Penampilan, and Isi again. */
function withReturningAspect(): typeof sampleFounding {
  const { setup } = sampleFounding;
  const order = ['alur', 'tim', 'penguasaan'];
  const rubrics = setup.rubrics.map((rubric) => ({
    ...rubric,
    criteria: rubric.criteria.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
  }));
  return { ...sampleFounding, setup: { ...setup, rubrics } };
}
