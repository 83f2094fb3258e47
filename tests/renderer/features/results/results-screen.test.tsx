import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { contestWith, open, ranking } from './open-results.ts';

prepareWindow();

test('nothing of a score is on the screen before it is asked for', async () => {
  const laptop = contestWith([]);
  openWindow(laptop, '#/peringkat');
  await screen.findByRole('button', { name: 'Tampilkan peringkat' });
  expect(screen.getByRole('main').textContent).not.toMatch(/\d,\d|Melati/);
});

test('a line opens into the sentences of the engine and closes again', async () => {
  const laptop = contestWith(['chair']);
  const user = await open(laptop);
  const button = screen.getByRole('button', { name: /Mengapa peringkat ini\? 3 · KBK Kenanga/ });
  await user.click(button);
  const why = screen.getByRole('region', { name: /Mengapa peringkat ini\? 3 · KBK Kenanga/ });
  for (const sentence of ranking(laptop)?.standings.find((each) => each.contestant === 'kenanga')?.why ?? ['none']) {
    // In the fold the stage stands above, so that its name before each line falls away.
    expect(within(why).getAllByText(sentence.replace(/^Risalah, /, '')).length).toBeGreaterThan(0);
  }
  const fold = within(why)
    .getAllByText(/^Rincian \(\d+ baris\)$/)[0]
    ?.closest('details');
  expect(fold?.open).toBe(false);
  await user.click(button);
  expect(screen.queryByRole('region', { name: /Mengapa peringkat ini\?/ })).toBeNull();
});

test('a provisional category names what is missing, and no tie is decided yet', async () => {
  const user = await open(contestWith(['chair'], ['juri-2/anggrek']));
  expect(user).toBeDefined();
  expect(screen.getByText('Hasil sementara: 1 lembar belum terkunci')).toBeDefined();
  expect(screen.getByText('Juri 2 (contoh) (Risalah): 4 · KBK Anggrek · Puskesmas Mlonggo')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Keputusan ketua' })).toBeNull();
});
