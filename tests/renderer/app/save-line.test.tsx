import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { withAnswers } from '../support/answers.ts';
import { createLaptop } from '../support/laptop.ts';
import { openWindow, prepareWindow } from '../support/open-window.tsx';
import { sampleFounding } from '../support/sample.ts';

prepareWindow();

test('[L11] a disk that takes nothing more is said at the foot, in place of "saved"', async () => {
  const laptop = withAnswers(createLaptop(sampleFounding, { role: 'seat', seat: 'juri-1' }), {
    'save-status': () => ({
      here: 12,
      atCommittee: 12,
      laptops: 2,
      connection: 'connected',
      problem: null,
      diskRefuses: true,
      committeeAddress: null,
      lastBackupAtMs: null,
      backupFolders: null,
    }),
  });
  openWindow(laptop, '#/penilaian');
  expect(await screen.findByText('TIDAK TERSIMPAN')).toBeDefined();
  await waitFor(() => expect(screen.queryByText(/^Tersimpan di laptop ini/)).toBeNull());
});
