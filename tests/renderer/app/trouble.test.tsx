import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { err, ok } from '../../../shared/lib/result.ts';
import { withAnswers, type Answers } from '../support/answers.ts';
import { createLaptop } from '../support/laptop.ts';
import { openWindow, prepareWindow } from '../support/open-window.tsx';
import { sampleFounding } from '../support/sample.ts';

prepareWindow();

const broken = err({ type: 'internal', message: 'Terjadi kesalahan di dalam aplikasi.', problems: [] });

test.each(['app-state', 'load-events'] as const)(
  '[V1] a window whose %s is refused says so and reads it anew on request, instead of loading for ever',
  async (channel) => {
    const laptop = createLaptop(sampleFounding, { role: 'seat', seat: 'juri-1' });
    let isMended = false;
    const answers: Answers = {
      [channel]: async () => (isMended ? laptop.api.request(channel) : broken),
    };
    const { user } = openWindow(withAnswers(laptop, answers), '#/penilaian');
    expect(await screen.findByText(/Terjadi kesalahan di dalam aplikasi/)).toBeDefined();
    expect(screen.queryByText('Membuka data lomba…')).toBeNull();
    isMended = true;
    await user.click(screen.getByRole('button', { name: 'Muat ulang' }));
    expect((await screen.findAllByText(/Melati/)).length).toBeGreaterThan(0);
    await waitFor(() => expect(screen.queryByText(/Terjadi kesalahan di dalam aplikasi/)).toBeNull());
  },
);

test('[V1] a folder that cannot be closed is said, and the window stays where it is', async () => {
  const laptop = withAnswers(createLaptop(sampleFounding, null), {
    'close-folder': () => err({ type: 'internal', message: 'Lomba tidak dapat ditutup.', problems: [] }),
    'recent-folders': () => ok([]),
  });
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('button', { name: /Lomba lain|Tutup/ }));
  expect(await screen.findByText(/Lomba tidak dapat ditutup/)).toBeDefined();
});
