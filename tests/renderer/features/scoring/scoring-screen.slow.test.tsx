import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createLaptop, type Laptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';
import { juror, author, committee, alur, penguasaan, tim, focused, sheet, withHabit } from './scoring-laptop.ts';

prepareWindow();

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

test('whoever is on stage is shown, and one press leads to that sheet', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  await alur();
  laptop.write(committee, { type: 'show-stage', contestant: 'kenanga', stage: 'presentasi' });
  await user.click(await screen.findByRole('button', { name: 'Nilai sekarang' }));
  expect(await screen.findByRole('heading', { level: 1, name: /KBK Kenanga/ })).toBeDefined();
  expect(screen.getAllByText('SEDANG TAMPIL')).toHaveLength(2);
  expect(screen.queryByRole('button', { name: 'Nilai sekarang' })).toBeNull();
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

test('a locked sheet that is opened again begins at its first field, not where the juror was before locking', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  for (const criterion of ['alur', 'penguasaan', 'tim']) {
    laptop.write(author, { type: 'set-score', contestant: 'melati', criterion, value: '80' });
  }
  const { user } = openWindow(laptop);
  for (const round of [1, 2]) {
    await user.click(await tim());
    await user.click(screen.getByRole('button', { name: 'Kunci nilai' }));
    await user.click(await screen.findByRole('button', { name: 'Ya, kunci nilai' }));
    await screen.findByText('Nilai ini terkunci');
    if (round === 2) await user.click(screen.getByRole('link', { name: 'Pengesahan' }));
    reopenMelati(laptop);
    // What the committee writes is drawn a few times a second.
    if (round === 1) await screen.findByText('Dibuka kembali oleh panitia');
    else await screen.findByRole('alert', { name: 'Lembar yang dibuka kembali' });
  }
  await user.click(await screen.findByRole('link', { name: 'Penilaian' }));
  expect(await screen.findByText('Dibuka kembali oleh panitia')).toBeDefined();
  await focused(alur());
});

function reopenMelati(laptop: Laptop): void {
  const opened = { juror: 'juri-1', contestant: 'melati', stage: 'presentasi', reason: 'Keliru.' };
  act(() => laptop.write(committee, { type: 'reopen-sheet', ...opened }));
}

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
