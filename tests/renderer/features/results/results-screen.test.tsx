import { act, screen, within } from '@testing-library/react';
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

test('[R25] each line says by how much it leads the next, and equals by nothing', async () => {
  await open(contestWith(['chair']));
  expect(cells(/KBK Melati/)[3]).toBe('0,00');
  expect(cells(/KBK Kenanga/)[3]).toBe('0,05');
  expect(cells(/KBK Anggrek/)[3]).toBe('–');
});

test('each line tells how far its jurors are apart, in words too, and who has not locked yet', async () => {
  await open(contestWith(['chair'], ['juri-2/anggrek']));
  expect(line(/KBK Mawar/).textContent).toContain('Sebaran 0,20');
  expect(within(line(/KBK Mawar/)).getByRole('figure').textContent).toBe('Nilai juri dari 4,40 sampai 4,60');
  expect(line(/KBK Mawar/).textContent).not.toContain('menunggu');
  expect(within(line(/KBK Mawar/)).queryByTitle('Juri 2 (contoh)')).toBeNull();
  // In words once, and as a ring behind the end of the bar.
  const [ring, told] = within(line(/KBK Anggrek/)).getAllByTitle('Juri 2 (contoh)');
  expect(ring?.closest('figure')).not.toBeNull();
  expect(told?.textContent).toBe('menunggu 1 dari 2 juri');
  expect(line(/KBK Anggrek/).textContent.match(/\d+ dari \d+/g)).toEqual(['1 dari 2']);
});

test('the tied stand beside each other juror by juror and criterion by criterion, the higher of a line marked', async () => {
  await open(contestWith(['chair']));
  const tied = screen.getByRole('region', { name: 'Perbandingan Juara I, II' });
  const texts = within(tied)
    .getAllByRole('row')
    .map((row) => row.textContent);
  expect(texts.filter((text) => /Juri 1/.test(text))).toEqual([
    'Juri 1 (contoh) tertinggi: 4,504,40'.replace(') ', ') '),
  ]);
  expect(within(tied).getByRole('rowheader', { name: 'Rata-rata per kriteria: Risalah' })).toBeDefined();
});

test('[R25] results have the decimals of the one that needs most, in the table, its sentences and beside the tied', async () => {
  const finer = { melati: ['4.5', '4.5'], mawar: ['4.4', '4.6'], kenanga: ['4.001', '4'], anggrek: ['4', '4'] };
  const user = await open(contestWith([], [], true, finer));
  expect(['KBK Melati', 'KBK Kenanga', 'KBK Anggrek'].map((name) => cells(new RegExp(name))[1])).toEqual([
    '4,500',
    '4,001',
    '4,000',
  ]);
  expect(cells(/KBK Melati/)).toContain('4,500');
  expect(cells(/KBK Kenanga/)[3]).toBe('0,001');
  await user.click(screen.getByRole('button', { name: /Mengapa peringkat ini\? 4 · KBK Anggrek/ }));
  expect(screen.getByText('Peringkat 4 dengan nilai akhir 4,000.')).toBeDefined();
  const tied = screen.getByRole('region', { name: 'Perbandingan Juara I, II' });
  expect(within(tied).getByRole('row', { name: /^Nilai akhir/ }).textContent).toBe('Nilai akhir4,5004,500');
});

test('a category is green only when every juror has signed it off', async () => {
  const laptop = contestWith([]);
  laptop.write(
    { role: 'committee', device: 'c'.repeat(26) },
    {
      type: 'record-decision',
      decision: { kind: 'joint', category: 'kesehatan', contestants: ['melati', 'mawar'], reason: 'Musyawarah.' },
    },
  );
  await open(laptop);
  const category = screen.getByRole('button', { name: /^Kesehatan/ });
  const sign = (seat: string) =>
    act(() =>
      laptop.write(
        { role: 'seat', seat, device: 'd'.repeat(26) },
        { type: 'sign-off-category', category: 'kesehatan' },
      ),
    );
  expect(category.textContent).toContain('Lengkap, belum disahkan');
  sign('juri-1');
  expect(category.textContent).not.toContain('Siap diumumkan');
  expect(category.querySelector('[data-tone="good"]')).toBeNull();
  sign('juri-2');
  expect(await within(category).findByText('Siap diumumkan')).toBeDefined();
  expect(category.querySelector('[data-tone="good"]')).not.toBeNull();
});

function line(name: RegExp): HTMLElement {
  const table = screen.getByRole('region', { name: 'Peringkat Kesehatan' });
  return within(table).getByRole('row', { name });
}

/** Without the head of the line. */
function cells(name: RegExp): (string | null)[] {
  return within(line(name))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
}
