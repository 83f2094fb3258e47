/** Text size and theme belong to the laptop: chosen in the head, there at once, and there again after a restart. */
import { cleanup, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { applyAppearance } from '../../../renderer/app/appearance.ts';
import { createLaptop } from '../support/laptop.ts';
import { openWindow, prepareWindow } from '../support/open-window.tsx';
import { sampleFounding } from '../support/sample.ts';

prepareWindow();

const juror = { role: 'seat', seat: 'juri-1' } as const;

test('a person chooses text size and theme; they are on the page, and after a restart too', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('button', { name: 'Ukuran huruf dan tampilan' }));
  await user.click(await screen.findByRole('radio', { name: '150 %', hidden: true }));
  await user.click(screen.getByRole('radio', { name: 'Kontras tinggi', hidden: true }));
  expect(document.documentElement.dataset['theme']).toBe('contrast');
  expect(document.documentElement.style.getPropertyValue('--gj-text')).toBe('1.5');
  cleanup();
  document.documentElement.removeAttribute('style');
  applyAppearance();
  expect(document.documentElement.style.getPropertyValue('--gj-text')).toBe('1.5');
  openWindow(laptop);
  await user.click(await screen.findByRole('button', { name: 'Ukuran huruf dan tampilan' }));
  expect((await screen.findByRole<HTMLInputElement>('radio', { name: '150 %', hidden: true })).checked).toBe(true);
  await user.click(screen.getByRole('radio', { name: '100 %', hidden: true }));
  await user.click(screen.getByRole('radio', { name: 'Terang', hidden: true }));
});
