import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Command } from '../../../shared/domain/commands.ts';
import { createLaptop } from '../support/laptop.ts';
import { openWindow, prepareWindow } from '../support/open-window.tsx';
import { sampleSetup } from '../support/sample.ts';

prepareWindow();

test('a rehearsal says on every screen that nothing counts, and is not called invented', async () => {
  const founding: Command = {
    type: 'found-contest',
    setup: sampleSetup,
    recusals: [],
    absences: [],
    penalties: [],
    decisions: [],
    rehearsal: true,
  };
  openWindow(createLaptop(founding, { role: 'committee' }, { kind: 'committee' }));
  expect(await screen.findByText('GELADI BERSIH: nilai di sini tidak ikut dihitung')).toBeDefined();
  expect(screen.queryByText(/data ini karangan/)).toBeNull();
});
