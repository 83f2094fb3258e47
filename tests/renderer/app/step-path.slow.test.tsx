import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { readRubricTemplates } from '../../../electron/adapters/files/resources.ts';
import type { Command } from '../../../shared/domain/facts/commands.ts';
import { contestSetupSchema } from '../../../shared/domain/setup/contest-file.ts';
import { withAnswers } from '../support/answers.ts';
import { createLaptop } from '../support/laptop.ts';
import { openWindow, prepareWindow } from '../support/open-window.tsx';
import { sampleFounding, sampleSetup } from '../support/sample.ts';

prepareWindow();

function open(address: string, jurors = sampleSetup.jurors) {
  if (sampleFounding.type !== 'found-contest') throw new Error('the sample is founded by a command of its own');
  const setup = contestSetupSchema.parse({
    ...sampleSetup,
    jurors,
    contestants: sampleSetup.contestants.map((each, index) => ({ ...each, number: index + 1 })),
  });
  const founding: Command = { ...sampleFounding, setup };
  const inner = createLaptop(founding, { role: 'committee' }, { kind: 'committee' });
  const laptop = withAnswers(inner, { 'rubric-templates': () => readRubricTemplates() });
  return { laptop, ...openWindow(laptop, address) };
}

async function path() {
  return within(await screen.findByRole('navigation', { name: 'Langkah persiapan' }));
}

test('the steps stand above every screen of the preparation, and the next missing one says so', async () => {
  const { user } = open('#/urutan', []);
  const steps = await path();
  expect(steps.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
    'Daftar peserta siap',
    'Rubrik siap',
    'Juri belum, langkah berikutnya',
    expect.stringMatching(/^Aturan /),
    'Urutan tampil siap',
    'Laptop juri belum',
    'Siap dimulai? belum',
  ]);
  await user.click(steps.getByRole('link', { name: /^Juri / }));
  expect(await screen.findByLabelText('Nama juri berikutnya')).toBeDefined();
  expect((await path()).getByRole('link', { current: 'step' }).textContent).toContain('Juri');
});

test('names are typed one below the other, a list is pasted whole, and saving leads on to the laptops', async () => {
  const { user } = open('#/rubrik?bagian=jurors', []);
  const next = () => screen.getByLabelText('Nama juri berikutnya');
  await screen.findByLabelText('Nama juri berikutnya');
  expect(document.activeElement).toBe(next());
  await user.keyboard('Juri A (contoh){Enter}');
  expect(document.activeElement).toBe(next());
  await user.keyboard('Juri B (contoh)');
  await user.keyboard('{Enter}');
  await user.paste('Juri C (contoh)\tDinas Contoh\nJuri D (contoh)\t\n');
  const names = screen.getAllByLabelText<HTMLInputElement>('Nama').map(({ value }) => value);
  expect(names).toEqual(['Juri A (contoh)', 'Juri B (contoh)', 'Juri C (contoh)', 'Juri D (contoh)']);
  expect(screen.getAllByLabelText<HTMLInputElement>('Instansi')[2]?.value).toBe('Dinas Contoh');
  // What was typed and not sent off by Enter is not lost.
  await user.keyboard('Juri E (contoh)');
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(screen.getAllByLabelText('Nama')).toHaveLength(5));
  if (screen.queryByText('Semua tersimpan') === null) await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await user.click(await screen.findByRole('button', { name: 'Lanjut: Laptop juri' }));
  expect(await screen.findByRole('heading', { name: 'Perangkat' })).toBeDefined();
});

test('the check list names what is missing as the way to where it is done', async () => {
  const { user } = open('#/siap');
  const list = within(await screen.findByRole('list', { name: 'Siap dimulai?' }));
  const laptops = list.getByRole('link', { name: /Laptop juri/ });
  expect(laptops.textContent).toContain('Belum punya laptop: Juri 1 (contoh), Juri 2 (contoh), Juri 3 (contoh).');
  expect(screen.getByText('Yang masih kurang: Laptop juri.')).toBeDefined();
  await user.click(laptops);
  expect(await screen.findByRole('heading', { name: 'Perangkat' })).toBeDefined();
});

test('what is typed and not saved is asked for before a step leads elsewhere, and stays on the way to another part', async () => {
  const { user } = open('#/rubrik');
  await user.type(await screen.findByLabelText('Tempat'), 'Jepara');
  await user.click((await path()).getByRole('link', { name: /^Aturan / }));
  expect(await screen.findByLabelText('Banyaknya juara tiap kategori')).toBeDefined();
  await user.click((await path()).getByRole('link', { name: /^Urutan tampil / }));
  expect(within(await screen.findByRole('dialog')).getByText('Perubahan pada rubrik dan aturan')).toBeDefined();
});

test('the first score ends the preparation: the steps are gone', async () => {
  const { laptop } = open('#/urutan');
  await path();
  const juror = { role: 'seat', seat: 'juri-1', device: 'd'.repeat(26) } as const;
  laptop.write(juror, { type: 'set-score', contestant: 'melati', criterion: 'alur', value: '80' });
  await waitFor(() => expect(screen.queryByRole('navigation', { name: 'Langkah persiapan' })).toBeNull());
});
