/** A juror's first minute: the tour, and a practice sheet of which nothing is written. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';
import { alur, author, focused, juror } from './scoring-laptop.ts';

prepareWindow();

const tour = () => screen.findByRole('region', { name: 'Cara menilai' });

test('the tour begins by itself the first time, leaves the keyboard to the sheet, and is skipped for good', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  const words = within(await tour());
  expect(words.getByText('1 dari 5.')).toBeDefined();
  await focused(alur());
  await user.click(words.getByRole('button', { name: 'Lanjut' }));
  expect(words.getByText(/Ketik angka lalu Enter/)).toBeDefined();
  await user.click(words.getByRole('button', { name: 'Lewati' }));
  expect(screen.queryByRole('region', { name: 'Cara menilai' })).toBeNull();
  await focused(alur());
  laptop.signIn(null);
  laptop.signIn(juror);
  await alur();
  expect(screen.queryByRole('region', { name: 'Cara menilai' })).toBeNull();
});

test('who has written a score before is not told how; the tour is there when it is asked for', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  laptop.write(author, { type: 'set-score', contestant: 'mawar', criterion: 'alur', value: '80' });
  const { user } = openWindow(laptop);
  await alur();
  expect(screen.queryByRole('region', { name: 'Cara menilai' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Cara menilai dan latihan' }));
  const words = within(await tour());
  for (let step = 1; step < 5; step += 1) {
    expect(document.activeElement).toBe(words.getByRole('button', { name: 'Lanjut' }));
    await user.keyboard('{Enter}');
  }
  await user.click(words.getByRole('button', { name: 'Mulai menilai' }));
  await focused(alur());
});

test('a practice sheet is filled and locked like a real one, says so all the time, and nothing of it is written', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  const words = within(await tour());
  for (let step = 1; step < 5; step += 1) await user.click(words.getByRole('button', { name: 'Lanjut' }));
  await user.click(words.getByRole('button', { name: 'Coba lembar latihan' }));
  const facts = laptop.events().length;
  const asked = laptop.asked.length;
  const strip = within(await screen.findByRole('region', { name: 'Latihan' }));
  expect(strip.getByText('LATIHAN, TIDAK DISIMPAN.')).toBeDefined();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Bukan peserta');
  expect(screen.queryByText(/tersimpan sendiri/)).toBeNull();
  expect(screen.queryByText(/Melati/)).toBeNull();

  await user.keyboard('80{Enter}75{Enter}');
  expect(await screen.findAllByText('Latihan: 80')).not.toEqual([]);
  expect(screen.queryByText(/Tersimpan: /)).toBeNull();
  await user.keyboard('90{Enter}');
  await user.click(screen.getByRole('button', { name: 'Kunci nilai' }));
  await user.click(await screen.findByRole('button', { name: 'Ya, kunci nilai' }));
  expect(await screen.findByText('Nilai ini terkunci')).toBeDefined();

  await user.click(strip.getByRole('button', { name: 'Ulangi dari awal' }));
  expect(await screen.findByText('0 dari 3 lembar selesai')).toBeDefined();
  await user.click(strip.getByRole('button', { name: 'Kembali ke lembar sebenarnya' }));
  expect((await alur()).value).toBe('');
  expect(laptop.events()).toHaveLength(facts);
  // The shell hears only where the juror works on the real sheets.
  expect(laptop.asked.slice(asked).filter(({ channel }) => !channel.endsWith('-place'))).toEqual([]);
});

test('who goes on stage meanwhile stands in the strip of the practice', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  const words = within(await tour());
  for (let step = 1; step < 5; step += 1) await user.click(words.getByRole('button', { name: 'Lanjut' }));
  await user.click(words.getByRole('button', { name: 'Coba lembar latihan' }));
  const strip = within(await screen.findByRole('region', { name: 'Latihan' }));
  laptop.write(
    { role: 'committee', device: 'c'.repeat(26) },
    { type: 'show-stage', contestant: 'mawar', stage: 'presentasi' },
  );
  await waitFor(() => expect(strip.getByText(/Mawar/)).toBeDefined());
});
