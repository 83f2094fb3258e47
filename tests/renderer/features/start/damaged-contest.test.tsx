import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { AppState, OpenFolder } from '../../../../shared/ipc/app.ts';
import { withAnswers, type Answers } from '../../support/answers.ts';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';

prepareWindow();

const damaged = { path: '/lomba/gelar', message: 'Data di /lomba/gelar rusak (berkas tidak terbaca).' };
const state: AppState = {
  version: '0',
  trialRuntime: false,
  contestsFolder: '/data/Gelar Juri',
  language: 'id',
  folder: null,
  session: null,
  notice: null,
  damaged,
  locked: null,
};

test('[L11] a damaged contest is named with what recovering does, and is recovered only when it is asked for', async () => {
  const { user, asked } = start({});
  expect(await screen.findByText(damaged.message)).toBeDefined();
  expect(screen.getByText(/Berkas yang rusak tidak dihapus/)).toBeDefined();
  expect(asked('recover-folder')).toHaveLength(0);
  await user.click(screen.getByRole('button', { name: 'Pulihkan dari laptop lain' }));
  await waitFor(() => expect(asked('recover-folder')).toHaveLength(1));
});

test('[L11] why a recovery has failed stands beside its button, and a copy can be opened instead', async () => {
  const message = 'Pemulihan terhenti; tidak ada berkas yang hilang.';
  const { user, asked } = start({
    'recover-folder': () => ({ ok: false, error: { type: 'disk', message, problems: [] } }),
    'open-folder': () => ({ ok: true, value: null }),
  });
  await user.click(await screen.findByRole('button', { name: 'Pulihkan dari laptop lain' }));
  expect(await screen.findByText(message)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Buka salinan cadangan…' }));
  await waitFor(() => expect(asked('open-folder')).toEqual([{}]));
});

function start(answers: Answers) {
  const folder: OpenFolder = {
    path: '/lomba/gelar',
    name: 'Gelar',
    kind: 'juror',
    seats: [],
    committeeHasPin: false,
    committeeHasRecovery: false,
    languages: { documents: 'id', projector: 'id' },
  };
  const laptop = withAnswers(createLaptop(sampleFounding, null), {
    'app-state': () => state,
    'recent-folders': () => [],
    'recover-folder': () => ({ ok: true, value: folder }),
    ...answers,
  });
  const { user } = openWindow(laptop);
  return {
    user,
    asked: (channel: string) => laptop.asked.filter((each) => each.channel === channel).map((each) => each.input),
  };
}
