/** Text size and theme belong to the laptop: chosen in the head, there at once, and there again after a restart. */
import { cleanup, screen, within } from '@testing-library/react';
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
  const menu = within(await screen.findByRole('dialog'));
  await user.click(menu.getByRole('radio', { name: '150 %' }));
  await user.click(menu.getByRole('radio', { name: 'Kontras tinggi' }));
  expect(document.documentElement.dataset['theme']).toBe('contrast');
  expect(document.documentElement.style.getPropertyValue('--gj-text')).toBe('1.5');
  cleanup();
  document.documentElement.removeAttribute('style');
  applyAppearance();
  expect(document.documentElement.style.getPropertyValue('--gj-text')).toBe('1.5');
  openWindow(laptop);
  await user.click(await screen.findByRole('button', { name: 'Ukuran huruf dan tampilan' }));
  const again = within(await screen.findByRole('dialog'));
  expect(again.getByRole<HTMLInputElement>('radio', { name: '150 %' }).checked).toBe(true);
  await user.click(again.getByRole('radio', { name: '100 %' }));
  await user.click(again.getByRole('radio', { name: 'Terang' }));
});
