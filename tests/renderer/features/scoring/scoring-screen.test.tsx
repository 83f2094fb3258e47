import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { foldEvents } from '../../../../shared/domain/facts/evolve.ts';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding, sampleSetup } from '../../support/sample.ts';
import { juror, author, committee, alur, penguasaan, tim, focused, sheet } from './scoring-laptop.ts';

prepareWindow();

test('a sheet is filled and locked by the keyboard alone', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  await focused(alur());
  await user.keyboard('87,5{Enter}');
  await focused(penguasaan());
  await user.keyboard('80.5{Enter}');
  await focused(tim());
  await user.keyboard('90{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Kunci nilai' })));
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText('85,90')).toBeDefined();
  const rows = within(dialog).getAllByRole('row').slice(1, 4);
  expect(
    rows.map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ),
  ).toEqual([
    ['50', '87,5', '43,75'],
    ['30', '80,5', '24,15'],
    ['20', '90,0', '18,00'],
  ]);
  await waitFor(() =>
    expect(document.activeElement).toBe(within(dialog).getByRole('button', { name: 'Ya, kunci nilai' })),
  );
  await user.keyboard('{Enter}');
  const next = await screen.findByRole('button', { name: /Berikutnya: 2 · KBK Mawar · Puskesmas Bangsri/ });
  expect(sheet(laptop)?.state).toBe('locked');
  expect(Object.fromEntries(sheet(laptop)?.values ?? [])).toEqual({ alur: '87.5', penguasaan: '80.5', tim: '90' });
  await waitFor(() => expect(document.activeElement).toBe(next));
});

test('totals that stand below each other have the same decimals', async () => {
  const weights = ['52.5', '27.5', '20'];
  const [rubric, ...others] = sampleSetup.rubrics;
  const criteria = rubric?.criteria.map((criterion, at) => ({ ...criterion, weight: weights[at] ?? '' })) ?? [];
  const setup = { ...sampleSetup, rubrics: rubric === undefined ? [] : [{ ...rubric, criteria }, ...others] };
  const laptop = createLaptop({ ...sampleFounding, setup }, juror);
  for (const [contestant, first] of Object.entries({ melati: '80.5', mawar: '80' })) {
    for (const [criterion, value] of Object.entries({ alur: first, penguasaan: '80', tim: '80' })) {
      laptop.write(author, { type: 'set-score', contestant, criterion, value });
    }
  }
  openWindow(laptop);
  const list = within(await screen.findByRole('navigation', { name: 'Daftar peserta' }));
  expect(list.getByRole('button', { name: /KBK Melati/ }).textContent).toContain('Presentasi80,2625');
  expect(list.getByRole('button', { name: /KBK Mawar/ }).textContent).toContain('Presentasi80,0000');
});

test('a number that is not allowed is not saved, says why, and is asked about before leaving', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  await user.type(await alur(), '870{Enter}');
  expect(await screen.findByText(/Nilai 870 di luar rentang/)).toBeDefined();
  expect(document.activeElement).toBe(await alur());
  await user.click(screen.getByRole('button', { name: /KBK Mawar/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Ada isian yang belum tersimpan' });
  expect(within(dialog).getByText('Alur langkah jelas dan runtut: 870')).toBeDefined();
  await user.click(within(dialog).getByRole('button', { name: 'Perbaiki dulu' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect((await alur()).value).toBe('870');
  expect(sheet(laptop)?.values.size).toBe(0);
});

test('[H8] what may mean two numbers is not saved, and both ways to write it are said', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  await user.type(await alur(), '1.000{Enter}');
  expect(await screen.findByText(/“1\.000” dapat berarti dua angka\. Tulis 1000 atau 1,000\./)).toBeDefined();
  expect(sheet(laptop)?.values.size).toBe(0);
});

test('a sheet with blanks is not locked: the missing ones are named and the first has the focus', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  await user.type(await alur(), '80');
  await user.click(screen.getByRole('button', { name: 'Kunci nilai' }));
  expect(await screen.findByText(/Belum dinilai: Penguasaan materi, Kerja sama tim\./)).toBeDefined();
  expect(document.activeElement).toBe(await penguasaan());
  expect(sheet(laptop)?.values.get('alur')).toBe('80');
});

test('on the first sheet a value far from the others on it must be looked at before locking', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  for (const [criterion, value] of [
    ['alur', '8'],
    ['penguasaan', '85'],
    ['tim', '75'],
  ] as const) {
    laptop.write(author, { type: 'set-score', contestant: 'melati', criterion, value });
  }
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('button', { name: 'Kunci nilai' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/nilai 8 jauh dari nilai lain pada lembar ini \(sekitar 80,00\)/)).toBeDefined();
  expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Ya, kunci nilai' }).disabled).toBe(true);
});

test('a locked sheet cannot be typed into; a reopened one says why', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  for (const criterion of ['alur', 'penguasaan', 'tim']) {
    laptop.write(author, { type: 'set-score', contestant: 'melati', criterion, value: '80' });
  }
  laptop.write(author, { type: 'lock-sheet', contestant: 'melati', stage: 'presentasi' });
  laptop.write(committee, { type: 'show-stage', contestant: 'melati', stage: 'presentasi' });
  openWindow(laptop);
  expect(await screen.findByText('Nilai ini terkunci')).toBeDefined();
  expect(screen.queryByRole('textbox')).toBeNull();
  laptop.write(committee, {
    type: 'reopen-sheet',
    juror: 'juri-1',
    contestant: 'melati',
    stage: 'presentasi',
    reason: 'Salah ketik pada kerja sama tim.',
  });
  expect(await screen.findByText(/Salah ketik pada kerja sama tim\./)).toBeDefined();
  expect((await tim()).value).toBe('80');
});

test('two values from two laptops stand side by side until the juror chooses', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  laptop.write(author, { type: 'set-score', contestant: 'melati', criterion: 'alur', value: '80' });
  const rubric = foldEvents(laptop.events()).rubricVersion ?? '';
  laptop.receive([
    {
      ref: `${'e'.repeat(26)}:1`,
      atMs: 1_500_000_000_000,
      author: { ...juror, device: 'e'.repeat(26) },
      event: { type: 'score-set', contestant: 'melati', criterion: 'alur', value: '85', replaces: [], rubric },
    },
  ]);
  const { user } = openWindow(laptop);
  expect(await screen.findByRole('button', { name: 'Pakai 80' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Pakai 85' }));
  await waitFor(() => expect(sheet(laptop)?.values.get('alur')).toBe('85'));
  expect(sheet(laptop)?.conflicts.size).toBe(0);
});

test('a category is signed off when all its sheets are locked', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  for (const contestant of ['melati', 'mawar', 'kenanga', 'anggrek']) {
    for (const criterion of ['alur', 'penguasaan', 'tim']) {
      laptop.write(author, { type: 'set-score', contestant, criterion, value: '80' });
    }
    laptop.write(author, { type: 'set-score', contestant, criterion: 'tema', value: '4' });
    laptop.write(author, { type: 'lock-sheet', contestant, stage: 'presentasi' });
    if (contestant !== 'anggrek') laptop.write(author, { type: 'lock-sheet', contestant, stage: 'risalah' });
  }
  const { user } = openWindow(laptop, '#/pengesahan');
  expect(await screen.findByText('1 lembar belum terkunci.')).toBeDefined();
  laptop.write(author, { type: 'lock-sheet', contestant: 'anggrek', stage: 'risalah' });
  await user.click(await screen.findByRole('button', { name: 'Sahkan kategori Kesehatan' }));
  await user.click(await screen.findByRole('button', { name: 'Ya, saya sahkan' }));
  expect(await screen.findByText('Sudah Anda sahkan')).toBeDefined();
});

test('a sheet locked on two laptops with different values shows both and no total', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const rubric = foldEvents(laptop.events()).rubricVersion ?? '';
  laptop.receive(
    ['80', '85'].map((value, index) => ({
      ref: `${(index === 0 ? 'e' : 'f').repeat(26)}:1`,
      atMs: 1_500_000_000_000,
      author,
      event: {
        type: 'sheet-locked',
        contestant: 'melati',
        stage: 'presentasi',
        values: { alur: value, penguasaan: '70', tim: '90' },
        rubric,
      },
    })),
  );
  openWindow(laptop);
  const notice = await screen.findByRole('alert');
  expect(within(notice).getByRole('cell', { name: '80' })).toBeDefined();
  expect(within(notice).getByRole('cell', { name: '85' })).toBeDefined();
  expect(screen.queryByText('Jumlah nilai')).toBeNull();
  expect(screen.queryByRole('textbox')).toBeNull();
});
