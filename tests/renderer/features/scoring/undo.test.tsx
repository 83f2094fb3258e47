import { cleanup, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createLaptop, type Laptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';
import { alur, author, focused, juror, penguasaan, sheet, tim } from './scoring-laptop.ts';

prepareWindow();

function values(laptop: Laptop): Record<string, string> {
  return Object.fromEntries(sheet(laptop)?.values ?? []);
}

function set(laptop: Laptop, value: string | null): void {
  laptop.write(author, { type: 'set-score', contestant: 'melati', criterion: 'alur', value });
}

test('[H3] undo goes back in the field that has the focus, and in no other', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  await focused(alur());
  await user.keyboard('85{Enter}77{Enter}80');
  await waitFor(() => expect(values(laptop)).toEqual({ alur: '85', penguasaan: '77', tim: '80' }), { timeout: 5000 });
  await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByText('Dikosongkan kembali: belum dinilai')).toBeDefined();
  await user.keyboard('{Control>}z{/Control}{Control>}z{/Control}');
  expect(await screen.findByText('Tidak ada nilai sebelumnya')).toBeDefined();
  expect(values(laptop)).toEqual({ alur: '85', penguasaan: '77' });
  expect((await alur()).value).toBe('85');
  expect((await tim()).value).toBe('');
});

test('[H3] it goes back by what was saved, over a restart too, and says what returned', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  set(laptop, '85');
  set(laptop, '70');
  const first = openWindow(laptop);
  await first.user.click(await alur());
  await first.user.clear(await alur());
  await first.user.keyboard('60{Enter}');
  await waitFor(() => expect(values(laptop)).toEqual({ alur: '60' }));
  cleanup();
  const { user } = openWindow(laptop);
  for (const value of ['70', '85']) {
    await user.click(await alur());
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText(`Nilai ${value} dikembalikan`)).toBeDefined();
    expect(values(laptop)).toEqual({ alur: value });
  }
});

test('[H3] what was typed and not saved goes first; what was saved in the middle of typing is no step', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  set(laptop, '8');
  set(laptop, '85');
  const { user } = openWindow(laptop);
  await user.click(await alur());
  await user.keyboard('999{Control>}z{/Control}');
  expect(await screen.findByText('Ketikan dibatalkan; tetap: 85')).toBeDefined();
  expect((await alur()).value).toBe('85');
  expect(values(laptop)).toEqual({ alur: '85' });
  await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByText('Dikosongkan kembali: belum dinilai')).toBeDefined();
  expect(values(laptop)).toEqual({});
});

test('[H3] a note goes back to what it said before', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const note = { type: 'set-note', contestant: 'melati', stage: 'presentasi', criterion: null } as const;
  laptop.write(author, { ...note, text: 'Rapi.' });
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('textbox', { name: /Catatan/ }));
  await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByText('Catatan dikosongkan kembali')).toBeDefined();
  await waitFor(() => expect(laptop.events().at(-1)?.event).toMatchObject({ type: 'note-set', text: '' }));
});

test('[H4] a stepper gives no number where none stands', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  await user.click(await alur());
  await user.keyboard('{ArrowUp}{ArrowDown}');
  await user.click(await penguasaan());
  await user.click(screen.getByRole('button', { name: 'Tambah 0,5: Penguasaan materi' }));
  expect((await alur()).value).toBe('');
  expect((await penguasaan()).value).toBe('');
  expect(laptop.events().some(({ event }) => event.type === 'score-set')).toBe(false);
});

test('[H3] the step buttons of an empty field move nothing and look so; of a filled one they step', async () => {
  const laptop = createLaptop(sampleFounding, juror);
  const { user } = openWindow(laptop);
  await focused(alur());
  const [up] = (await screen.findAllByRole('button', { name: /Alur/ }))
    .filter((each) => each.dataset['repeatable'] !== undefined)
    .slice(-1);
  expect(up?.getAttribute('aria-disabled')).toBe('true');
  await user.click(up ?? document.body);
  expect((await alur()).value).toBe('');
  await user.keyboard('80');
  expect(up?.getAttribute('aria-disabled')).toBe('false');
  await user.click(up ?? document.body);
  expect((await alur()).value).not.toBe('80');
});
