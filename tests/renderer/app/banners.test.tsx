import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createLaptop } from '../support/laptop.ts';
import { openWindow, prepareWindow } from '../support/open-window.tsx';
import { sampleFounding } from '../support/sample.ts';

prepareWindow();

test('a rehearsal says on every screen that nothing counts, and is not called invented', async () => {
  openWindow(createLaptop({ ...sampleFounding, rehearsal: true }, { role: 'committee' }, { kind: 'committee' }));
  expect(await screen.findByText('GELADI BERSIH: nilai di sini tidak ikut dihitung')).toBeDefined();
  expect(screen.queryByText(/data ini karangan/)).toBeNull();
});
