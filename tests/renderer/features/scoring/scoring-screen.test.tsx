import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sheetOf } from '../../../../shared/domain/score-sheet.ts';
import { foldEvents } from '../../../../shared/domain/evolve.ts';
import { createLaptop, type Laptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding, sampleSetup } from '../../support/sample.ts';

prepareWindow();

const juror = { role: 'seat', seat: 'juri-1' } as const;
const author = { ...juror, device: 'd'.repeat(26) };
const committee = { role: 'committee', device: 'c'.repeat(26) } as const;

const field = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name });
const alur = () => field('Alur langkah jelas dan runtut');
const penguasaan = () => field('Penguasaan materi');
const tim = () => field('Kerja sama tim');

async function focused(element: Promise<HTMLElement>): Promise<void> {
  const expected = await element;
  await waitFor(() => expect(document.activeElement).toBe(expected));
}

function sheet(laptop: Laptop, contestant = 'melati') {
  return sheetOf(foldEvents(laptop.events()), 'juri-1', contestant, 'presentasi');
}

/** Scores three others, so that the juror has a habit. */
function withHabit(laptop: Laptop): void {
  for (const contestant of ['mawar', 'kenanga', 'anggrek']) {
    laptop.write(author, { type: 'set-score', contestant, criterion: 'alur', value: '85' });
  }
}

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
  expect(list.getByRole('button', { name: /KBK Melati/ }).textContent).toContain('80,2625Risalah');
  expect(list.getByRole('button', { name: /KBK Mawar/ }).textContent).toContain('80,0000Risalah');
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

test('what is pasted is the number itself, with comma or point', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  await user.click(await alur());
  await user.paste('87.5');
  await user.click(await penguasaan());
  await user.paste(' 76,5 ');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(sheet(laptop)?.values.get('penguasaan')).toBe('76.5'));
  expect(sheet(laptop)?.values.get('alur')).toBe('87.5');
});

test('arrows move the number by a step, and a pause is enough to save it', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  await user.type(await alur(), '87,5{ArrowUp}{ArrowUp}{ArrowDown}');
  expect((await alur()).value).toBe('88');
  await waitFor(() => expect(sheet(laptop)?.values.get('alur')).toBe('88'), { timeout: 3000 });
  expect(laptop.events().filter(({ event }) => event.type === 'score-set')).toHaveLength(1);
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

test('a low value that asks for a note is not locked without one', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  for (const [criterion, value] of [
    ['alur', '80'],
    ['penguasaan', '80'],
    ['tim', '40'],
  ] as const) {
    laptop.write(author, { type: 'set-score', contestant: 'melati', criterion, value });
  }
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('button', { name: 'Kunci nilai' }));
  expect(await screen.findByText(/Tulis catatan untuk: Kerja sama tim/)).toBeDefined();
  await user.keyboard('Hanya satu orang yang berbicara.');
  await user.click(screen.getByRole('button', { name: 'Kunci nilai' }));
  expect(await screen.findByRole('dialog')).toBeDefined();
});

test('a zero and a value far from the own others must be looked at before locking', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  withHabit(laptop);
  for (const [criterion, value] of [
    ['alur', '55'],
    ['penguasaan', '0'],
    ['tim', '80'],
  ] as const) {
    laptop.write(author, { type: 'set-score', contestant: 'melati', criterion, value });
  }
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('button', { name: 'Kunci nilai' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText('Penguasaan materi: nilainya nol.')).toBeDefined();
  expect(within(dialog).getByText(/nilai 55 jauh dari kebiasaan Anda \(85,00/)).toBeDefined();
  expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Ya, kunci nilai' }).disabled).toBe(true);
  await user.keyboard('{Escape}');
  await focused(screen.findByRole('button', { name: 'Kunci nilai' }));
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('checkbox'));
  await user.click(screen.getByRole('button', { name: 'Ya, kunci nilai' }));
  await waitFor(() => expect(sheet(laptop)?.state).toBe('locked'));
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

test('whoever is on stage is shown, and one press leads to that sheet', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  await alur();
  laptop.write(committee, { type: 'show-stage', contestant: 'kenanga', stage: 'presentasi' });
  await user.click(await screen.findByRole('button', { name: 'Nilai sekarang' }));
  expect(await screen.findByRole('heading', { level: 1, name: /KBK Kenanga/ })).toBeDefined();
  expect(screen.getByText('SEDANG TAMPIL')).toBeDefined();
});

test('PageDown goes to the next contestant in the same stage', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  await user.click(await alur());
  await user.keyboard('77{PageDown}');
  expect(await screen.findByRole('heading', { level: 1, name: /KBK Mawar/ })).toBeDefined();
  await waitFor(() => expect(sheet(laptop)?.values.get('alur')).toBe('77'));
  await user.keyboard('{PageUp}');
  expect(await screen.findByRole('heading', { level: 1, name: /KBK Melati/ })).toBeDefined();
});

test('after a restart the juror stands in the same field', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const first = openWindow(laptop);
  await alur();
  await first.user.click(screen.getByRole('button', { name: /KBK Kenanga/ }));
  await screen.findByRole('heading', { level: 1, name: /KBK Kenanga/ });
  await first.user.click(await penguasaan());
  document.body.replaceChildren();
  openWindow(laptop);
  await screen.findByRole('heading', { level: 1, name: /KBK Kenanga/ });
  await focused(penguasaan());
});

test('a recusal asks for its reason, and can be taken back', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('button', { name: 'Tidak menilai…' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Ya, saya tidak menilai' }));
  expect(await within(dialog).findByText('Tulis alasannya lebih dahulu.')).toBeDefined();
  await user.type(within(dialog).getByRole('textbox'), 'Satu unit kerja.');
  await user.click(within(dialog).getByRole('button', { name: 'Ya, saya tidak menilai' }));
  expect(await screen.findByText('Anda menyatakan tidak menilai peserta ini')).toBeDefined();
  expect(sheet(laptop)?.state).toBe('recused');
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
