import { act, screen, within } from '@testing-library/react';
import i18next from 'i18next';
import { expect, test, vi } from 'vitest';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding, sampleSetup } from '../../support/sample.ts';
import { session, author, timed, contest, cell, lock } from './monitor-laptop.ts';

prepareWindow();

test('the board says who is missing, in words, and shows no score', async () => {
  const laptop = createLaptop(sampleFounding, session);
  lock(laptop, 'juri-1');
  lock(laptop, 'juri-3');
  laptop.write(author('juri-2'), { type: 'set-score', contestant: 'melati', criterion: 'alur', value: '77' });
  openWindow(laptop);
  const grid = await screen.findByRole('grid', { name: 'Kelengkapan nilai Presentasi' });
  expect(within(grid).getByText('2 dari 3')).toBeDefined();
  expect(within(grid).getByText('kurang: Juri 2 (contoh)')).toBeDefined();
  expect(await cell('Juri 2 (contoh), 1 · KBK Melati · RSUD Kartini: Draf')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Presentasi (2 dari 12)' })).toBeDefined();
  expect(screen.getByRole('main').textContent).not.toMatch(/77|80/);
});

test('with many jurors the cells are signs, the legend explains them, and the names stay in the labels', async () => {
  const jurors = Array.from({ length: 7 }, (_, index) => ({ id: `juri-${index + 1}`, name: `Nama ${index + 1}` }));
  const laptop = createLaptop({ ...timed, setup: { ...timed.setup, jurors } }, session);
  openWindow(laptop);
  const last = await cell('Nama 7, 4 · KBK Anggrek · Puskesmas Mlonggo: Belum dinilai');
  expect(last.textContent).toBe('');
  expect(last.querySelector('[data-sign="pending"]')).not.toBeNull();
  expect(screen.getByRole('columnheader', { name: /^Juri 7 ?: Nama 7$/ })).toBeDefined();
  expect(screen.getByText('Keterangan:').parentElement?.textContent).toContain('Belum dinilai');
  expect(screen.getAllByText(/^kurang: Nama 1, .*Nama 7$/)).toHaveLength(4);
});

test('the stage that is judged is chosen, not passed by: opening the choice tells the jurors nothing', async () => {
  const laptop = createLaptop(sampleFounding, session);
  laptop.write(
    { role: 'committee', device: 'c'.repeat(26) },
    { type: 'show-stage', contestant: 'melati', stage: 'presentasi' },
  );
  const { user } = openWindow(laptop);
  const shown = () => laptop.events().filter(({ event }) => event.type === 'stage-shown').length;
  const choice = await screen.findByRole('button', { name: 'Babak: Presentasi' });
  choice.focus();
  await user.keyboard('{ArrowDown}{ArrowUp}{Escape}');
  expect(shown()).toBe(1);
  await user.click(choice);
  await user.click(await screen.findByRole('menuitem', { name: 'Risalah', hidden: true }));
  expect(await screen.findByRole('button', { name: 'Babak: Risalah' })).toBeDefined();
  expect(shown()).toBe(2);
});

test('two values of two laptops stand side by side only when asked for', async () => {
  const laptop = createLaptop(sampleFounding, session);
  laptop.write(author('juri-1'), { type: 'set-score', contestant: 'melati', criterion: 'alur', value: '71' });
  laptop.receive([
    {
      ref: `${'e'.repeat(26)}:1`,
      atMs: 1_500_000_000_000,
      author: { role: 'seat', seat: 'juri-1', device: 'e'.repeat(26) },
      event: {
        type: 'score-set',
        contestant: 'melati',
        criterion: 'alur',
        value: '93.5',
        replaces: [],
        rubric: contest(laptop).rubricVersion ?? '',
      },
    },
  ]);
  const { user } = openWindow(laptop);
  await screen.findByText('1 hal perlu diperhatikan');
  expect(screen.getByRole('main').textContent).not.toContain('93,5');
  await user.click(screen.getByRole('button', { name: 'Tampilkan nilainya' }));
  expect(screen.getAllByRole('listitem').map((each) => each.textContent)).toEqual(
    expect.arrayContaining(['71', '93,5']),
  );
});

test('[L13] a juror folder that is used in two places is told, with whose it is and what to do', async () => {
  const laptop = createLaptop(sampleFounding, session);
  const forkOf = (seat: string, mark: string) => ({
    ref: `${mark.repeat(26)}:3`,
    atMs: 1_500_000_000_000,
    author: { role: 'seat', seat, device: mark.repeat(26) } as const,
    event: { type: 'log-forked', seat } as const,
  });
  laptop.receive([forkOf('juri-1', 'e'), forkOf('juri-1', 'f')]);
  openWindow(laptop);
  await screen.findByText('2 hal perlu diperhatikan');
  const name = sampleSetup.jurors.find(({ id }) => id === 'juri-1')?.name ?? '';
  const text = screen.getByText(/dipakai di dua tempat/).textContent;
  expect(text).toContain(`Folder lomba ${name} dipakai`);
  expect(text).toContain('cabut laptop yang lain');
});

test('a fact draws the row of its sheet anew, and no other', async () => {
  const laptop = createLaptop(sampleFounding, session);
  openWindow(laptop);
  await cell('Juri 1 (contoh), 1 · KBK Melati · RSUD Kartini: Belum dinilai');
  const say = vi.spyOn(i18next, 't');
  act(() =>
    laptop.write(author('juri-1'), { type: 'set-score', contestant: 'melati', criterion: 'alur', value: '80' }),
  );
  await cell('Juri 1 (contoh), 1 · KBK Melati · RSUD Kartini: Draf');
  const drawn = say.mock.calls.flatMap(([key, told]) =>
    String(key).includes('grid.cell') ? [JSON.stringify(told)] : [],
  );
  say.mockRestore();
  expect(drawn.length).toBeGreaterThan(0);
  expect(drawn.filter((told) => !told.includes('KBK Melati'))).toEqual([]);
});

test('one clock counts for all that show the stage time, and stops with the timer', async () => {
  const laptop = createLaptop(timed, session);
  const begin = vi.spyOn(globalThis, 'setInterval');
  const end = vi.spyOn(globalThis, 'clearInterval');
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('button', { name: 'Mulai dengan 1 · KBK Melati · RSUD Kartini' }));
  await user.click(await screen.findByRole('button', { name: 'Mulai' }));
  await screen.findByRole('button', { name: 'Jeda' });
  const clocks = begin.mock.results.filter((_, at) => begin.mock.calls[at]?.[1] === 250).map(({ value }) => value);
  expect(clocks).toHaveLength(1);
  expect(end.mock.calls.map(([handle]) => handle)).not.toContain(clocks[0]);
  await user.click(screen.getByRole('button', { name: 'Jeda' }));
  await screen.findByRole('button', { name: 'Lanjutkan' });
  expect(end.mock.calls.map(([handle]) => handle)).toContain(clocks[0]);
  begin.mockRestore();
  end.mockRestore();
});
