import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CeremonyState } from '../../../../shared/ipc/contract.ts';
import { withAnswers, type Answers } from '../../support/answers.ts';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';

prepareWindow();

const running: CeremonyState = {
  projectorOpen: true,
  displays: [
    { id: 1, label: 'Laptop', primary: true },
    { id: 2, label: 'Proyektor', primary: false },
  ],
  category: 'kesehatan',
  step: 0,
  steps: 3,
  blank: false,
  nextLabel: 'Juara III',
  shown: { type: 'category-title', contest: 'Lomba', category: 'Kesehatan', example: true },
};

function start(state: CeremonyState, answers: Answers = {}) {
  const laptop = withAnswers(createLaptop(sampleFounding, { role: 'committee' }), {
    'ceremony-state': () => state,
    'move-ceremony': () => ({ ok: true, value: state }),
    ...answers,
  });
  const asked = (channel: string) => laptop.asked.filter((each) => each.channel === channel).map((each) => each.input);
  return { ...openWindow(laptop, '#/pengumuman'), asked };
}

test('keys of a clicker move once each; Space on a button is that button alone', async () => {
  const { user, asked } = start(running);
  const next = await screen.findByRole('button', { name: 'Berikutnya: Juara III' });
  await waitFor(() => expect(document.activeElement).toBe(next));
  await user.keyboard(' ');
  act(() => screen.getByRole('button', { name: 'Kembali' }).focus());
  await user.keyboard(' ');
  act(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
  await user.keyboard('{PageDown}{ArrowLeft}{PageUp}b ');
  expect(asked('move-ceremony')).toEqual(
    ['next', 'back', 'next', 'back', 'back', 'blank', 'next'].map((move) => ({ move })),
  );
});

test('ending before everything is announced is asked first; after the last place it is not', async () => {
  const { user, asked } = start(running);
  await user.click(await screen.findByRole('button', { name: 'Akhiri pengumuman' }));
  expect(await screen.findByText(/Masih ada 3 tempat yang belum diumumkan/)).toBeDefined();
  await user.keyboard('{PageDown}');
  expect(asked('move-ceremony')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Ya, akhiri' }));
  expect(asked('move-ceremony')).toEqual([{ move: 'end' }]);
  cleanup();
  const done = start({ ...running, step: 3, nextLabel: null });
  await done.user.click(await screen.findByRole('button', { name: 'Akhiri pengumuman' }));
  expect(done.asked('move-ceremony')).toEqual([{ move: 'end' }]);
});

test('no key moves anything while no category is announced', async () => {
  const { user, asked } = start({ ...running, category: null, nextLabel: null, shown: { type: 'blank' } });
  await screen.findByRole('button', { name: 'Mulai pengumuman Kesehatan' });
  await user.keyboard('{PageDown} b');
  expect(asked('move-ceremony')).toEqual([]);
});

test('why a category may not be announced stands beside it', async () => {
  const { user } = start(
    { ...running, category: null, nextLabel: null },
    {
      'start-ceremony': () => ({
        ok: false,
        error: { type: 'provisional', message: 'Hasil kategori ini masih sementara.', problems: [] },
      }),
    },
  );
  expect(await screen.findByText('Belum dapat diumumkan')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Mulai pengumuman Kesehatan' }));
  expect(await screen.findByText('Hasil kategori ini masih sementara.')).toBeDefined();
});

test('the projector is opened on the display that is not this laptop', async () => {
  const { user, asked } = start(
    { ...running, projectorOpen: false, category: null, nextLabel: null },
    { 'open-projector': () => ({ ok: true, value: running }) },
  );
  await user.click(await screen.findByRole('button', { name: 'Buka layar pengumuman' }));
  expect(asked('open-projector')).toEqual([{ display: 2 }]);
});
