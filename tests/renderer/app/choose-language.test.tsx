/** Another language reads the page anew: whatever would be lost by that is asked about first. */
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { openImport } from '../features/import/open-import.ts';
import { alur, juror } from '../features/scoring/scoring-laptop.ts';
import { withAnswers } from '../support/answers.ts';
import { createLaptop, type Laptop } from '../support/laptop.ts';
import { openWindow, prepareWindow } from '../support/open-window.tsx';
import { sampleFounding } from '../support/sample.ts';

prepareWindow();

const refused = { ok: false, error: { type: 'refused', message: 'Tidak dapat disimpan.', problems: [] } } as const;

test('a list that was read and is not saved yet holds it back', async () => {
  const { laptop, user, dropText } = openImport();
  await dropText('No,Nama KBK,Unit,Kategori\n7,KBK Wijaya,RSUD Kartini,Kesehatan\n');
  await screen.findAllByText('KBK Wijaya');
  await chooseEnglish(user);
  await isAsked('Daftar “pagi.csv” yang sudah dibaca dan jawaban Anda');
  expect(chosen(laptop)).toEqual([]);
});

test('a practice sheet on which something stands holds it back', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('button', { name: 'Cara menilai dan latihan' }));
  for (let step = 1; step < 5; step += 1) await user.click(await screen.findByRole('button', { name: 'Lanjut' }));
  await user.click(screen.getByRole('button', { name: 'Coba lembar latihan' }));
  await screen.findByRole('region', { name: 'Latihan' });
  await user.keyboard('80{Enter}');
  await chooseEnglish(user);
  await isAsked('Isian pada lembar latihan');
  expect(chosen(laptop)).toEqual([]);
});

test('a note that could not be saved holds it back, even when leaving its field is what saves it', async () => {
  const laptop = withAnswers(createLaptop(sampleFounding, juror), { execute: () => refused });
  const { user } = openWindow(laptop);
  await alur();
  await user.click(screen.getByRole('button', { name: 'Tulis Catatan untuk seluruh lembar' }));
  await user.type(screen.getByRole('textbox', { name: 'Catatan untuk seluruh lembar' }), 'Yel-yel kompak');
  await chooseEnglish(user);
  await isAsked('Catatan untuk seluruh lembar: Yel-yel kompak');
  expect(chosen(laptop)).toEqual([]);
});

test('what is agreed to be lost is still known when the choice fails', async () => {
  const laptop = withAnswers(createLaptop(sampleFounding, juror), { 'choose-language': () => refused });
  const { user } = openWindow(laptop);
  await user.type(await alur(), '870{Enter}');
  await chooseEnglish(user);
  const dialog = await isAsked('Alur langkah jelas dan runtut: 870');
  await user.click(within(dialog).getByRole('button', { name: 'Pindah tanpa menyimpan' }));
  await waitFor(() => expect(chosen(laptop)).toHaveLength(1));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(screen.getByRole('button', { name: /KBK Mawar/ }));
  await isAsked('Alur langkah jelas dan runtut: 870');
});

async function chooseEnglish(user: UserEvent): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Ukuran huruf dan tampilan' }));
  await user.click(await screen.findByRole('radio', { name: 'English', hidden: true }));
}

async function isAsked(text: string): Promise<HTMLElement> {
  const dialog = await screen.findByRole('dialog', { name: 'Ada isian yang belum tersimpan' });
  expect(within(dialog).getByText(text)).toBeDefined();
  return dialog;
}

function chosen(laptop: Laptop): readonly unknown[] {
  return laptop.asked.filter(({ channel }) => channel === 'choose-language');
}
