/** Screens with nothing to show yet say why, and lead on. */
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { withAnswers } from '../support/answers.ts';
import { createLaptop } from '../support/laptop.ts';
import { openWindow, prepareWindow } from '../support/open-window.tsx';
import { sampleFounding, sampleSetup } from '../support/sample.ts';

prepareWindow();

const nothing = { ...sampleSetup, categories: [], contestants: [], rubrics: [], jurors: [] };
const noRubric = { ...sampleSetup, rubrics: [] };
const noJurors = { ...sampleSetup, jurors: [] };

test.each([
  ['#/pengumuman', nothing, 'Belum ada yang dapat diumumkan', /^Lanjut/, '#/impor'],
  ['#/dokumen', nothing, 'Belum ada isi dokumen resmi', /^Lanjut/, '#/impor'],
  ['#/pemantauan', noRubric, 'Belum ada yang dinilai', /^Lanjut/, '#/rubrik'],
  ['#/pemantauan', noJurors, 'Kelengkapan nilai', /^Lanjut/, '#/rubrik'],
] as const)('%s leads on from nothing', async (address, setup, heading, button, target) => {
  const inner = createLaptop({ ...sampleFounding, setup } as typeof sampleFounding, { role: 'committee' });
  const laptop = withAnswers(inner, { 'hall-pictures': () => ({}) });
  const { user } = openWindow(laptop, address);
  const title = await screen.findByRole('heading', { name: heading });
  const on = [...(title.parentElement?.parentElement?.querySelectorAll('button') ?? [])].filter(({ textContent }) =>
    button.test(textContent),
  );
  expect(on).toHaveLength(1);
  if (on[0] !== undefined) await user.click(on[0]);
  expect(window.location.hash.startsWith(target)).toBe(true);
});
