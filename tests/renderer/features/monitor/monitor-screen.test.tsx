import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { foldEvents } from '../../../../shared/domain/evolve.ts';
import { sheetOf } from '../../../../shared/domain/score-sheet.ts';
import type { Command } from '../../../../shared/domain/commands.ts';
import { createLaptop, type Laptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding, sampleSetup } from '../../support/sample.ts';

prepareWindow();

const session = { role: 'committee' } as const;
const author = (seat: string) => ({ role: 'seat', seat, device: 'd'.repeat(26) }) as const;

const timed: Extract<Command, { type: 'found-contest' }> = {
  type: 'found-contest',
  setup: {
    ...sampleSetup,
    stages: sampleSetup.stages.map((stage) =>
      stage.id === 'presentasi'
        ? {
            ...stage,
            timer: [
              { name: 'Yel-yel', seconds: 300 },
              { name: 'Paparan', seconds: 600 },
            ],
          }
        : stage,
    ),
  },
  recusals: [],
  absences: [],
  penalties: [],
  decisions: [],
};

const contest = (laptop: Laptop) => foldEvents(laptop.events());
const sheet = (laptop: Laptop, juror: string) => sheetOf(contest(laptop), juror, 'melati', 'presentasi');
const cell = (name: string) => screen.findByRole('button', { name });

function lock(laptop: Laptop, juror: string): void {
  for (const criterion of ['alur', 'penguasaan', 'tim']) {
    laptop.write(author(juror), { type: 'set-score', contestant: 'melati', criterion, value: '80' });
  }
  laptop.write(author(juror), { type: 'lock-sheet', contestant: 'melati', stage: 'presentasi' });
}

test('the board says who is missing, in words, and shows no score', async () => {
  const laptop = createLaptop(sampleFounding, session);
  lock(laptop, 'juri-1');
  lock(laptop, 'juri-3');
  laptop.write(author('juri-2'), { type: 'set-score', contestant: 'melati', criterion: 'alur', value: '77' });
  openWindow(laptop);
  const grid = await screen.findByRole('grid', { name: 'Kelengkapan nilai Kesehatan' });
  expect(within(grid).getByText('2 dari 3 juri')).toBeDefined();
  expect(within(grid).getByText('kurang: Juri 2 (contoh)')).toBeDefined();
  expect(await cell('Juri 2 (contoh), 1 · KBK Melati · RSUD Kartini: Draf')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Presentasi (2 dari 12)' })).toBeDefined();
  expect(screen.getByRole('main').textContent).not.toMatch(/77|80/);
});

test('the grid is walked by arrows, and Enter opens a lock with its reason', async () => {
  const laptop = createLaptop(sampleFounding, session);
  lock(laptop, 'juri-2');
  const { user } = openWindow(laptop);
  const first = await screen.findByRole('button', { name: /^1.*KBK Melati.*belum tampil$/ });
  first.focus();
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(document.activeElement).toBe(await cell('Juri 2 (contoh), 1 · KBK Melati · RSUD Kartini: Terkunci'));
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('textbox'), 'Salah ketik.{Tab}{Tab}{Enter}');
  await waitFor(() => expect(sheet(laptop, 'juri-2')?.state).toBe('draft'));
  expect(sheet(laptop, 'juri-2')?.reopened?.reason).toBe('Salah ketik.');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(document.activeElement?.getAttribute('data-column')).toBe('2'));
});

test('an absence counts for this stage or for all, and is taken back with a reason', async () => {
  const laptop = createLaptop(sampleFounding, session);
  const { user } = openWindow(laptop);
  await user.click(await cell('Juri 1 (contoh), 1 · KBK Melati · RSUD Kartini: Belum dinilai'));
  await user.click(screen.getByRole('radio', { name: 'semua babak' }));
  await user.type(screen.getByRole('textbox', { name: /Alasan/ }), 'Sakit.');
  await user.click(screen.getByRole('button', { name: 'Catat tidak hadir' }));
  await user.click(await cell('Juri 1 (contoh), 1 · KBK Melati · RSUD Kartini: Tidak hadir'));
  expect(contest(laptop).absences[0]?.value.stages).toBeUndefined();
  await user.type(await screen.findByRole('textbox', { name: /Alasan/ }), 'Ternyata datang.');
  await user.click(screen.getByRole('button', { name: 'Batalkan: juri hadir' }));
  await waitFor(() => expect(sheet(laptop, 'juri-1')?.state).toBe('pending'));
});

test('one button shows the next contestant, and time over the limit becomes a deduction', async () => {
  const laptop = createLaptop(timed, session);
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('button', { name: 'Mulai dengan 1 · KBK Melati · RSUD Kartini' }));
  expect(await screen.findByText('5:00')).toBeDefined();
  expect(contest(laptop).shown).toMatchObject({ contestant: 'melati', stage: 'presentasi' });
  laptop.write({ role: 'committee', device: 'c'.repeat(26) }, { type: 'start-timer', part: 0, elapsedMs: 383_000 });
  laptop.write({ role: 'committee', device: 'c'.repeat(26) }, { type: 'stop-timer', elapsedMs: 383_000 });
  expect(await screen.findByText(/Melebihi waktu 1:23/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Catat pengurangan…' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('textbox', { name: /Pengurangan per menit/ }), '0,5');
  expect(within(dialog).getByText('Nilai akhir dikurangi 1.')).toBeDefined();
  await user.click(within(dialog).getByRole('button', { name: 'Catat pengurangan' }));
  await waitFor(() =>
    expect(contest(laptop).penalties[0]?.value).toEqual({
      contestant: 'melati',
      perMinute: '0.5',
      overSeconds: 83,
      reason: 'Melebihi waktu Yel-yel',
    }),
  );
  await user.click(screen.getByRole('button', { name: /Berikutnya: 2 · KBK Mawar/ }));
  await waitFor(() => expect(contest(laptop).shown?.contestant).toBe('mawar'));
});

test('with many jurors the cells say letters, the legend explains them, and the names stay in the labels', async () => {
  const jurors = Array.from({ length: 7 }, (_, index) => ({ id: `juri-${index + 1}`, name: `Nama ${index + 1}` }));
  const laptop = createLaptop({ ...timed, setup: { ...timed.setup, jurors } }, session);
  openWindow(laptop);
  expect((await cell('Nama 7, 4 · KBK Anggrek · Puskesmas Mlonggo: Belum dinilai')).textContent).toBe('B');
  expect(screen.getByRole('columnheader', { name: /^Juri 7/ })).toBeDefined();
  expect(screen.getByText('Keterangan:')).toBeDefined();
  expect(screen.getAllByText('kurang 7 juri')).toHaveLength(4);
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
