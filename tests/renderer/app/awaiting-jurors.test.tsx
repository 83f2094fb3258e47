import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { NetworkStatus } from '../../../shared/ipc/network.ts';
import { withAnswers } from '../support/answers.ts';
import { createLaptop } from '../support/laptop.ts';
import { openWindow, prepareWindow } from '../support/open-window.tsx';
import { sampleFounding } from '../support/sample.ts';

prepareWindow();

const listening: NetworkStatus = {
  listening: true,
  addresses: ['192.168.1.7:4711'],
  invitations: [],
  devices: [],
  guessing: { count: 0, addresses: [], isSlowed: false },
  admitAll: { untilMs: null, endedByGuess: false },
  problem: null,
  unreached: null,
};

test('[S13] a committee without its facts is told whom it waits for, where it is reached, and the other way out', async () => {
  const { user, asked } = start(listening);
  expect(await screen.findByRole('heading', { name: 'Menunggu laptop juri…' })).toBeDefined();
  expect(await screen.findByText('192.168.1.7:4711')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Terima laptop juri' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Buka salinan cadangan…' }));
  await waitFor(() => expect(asked('open-folder')).toHaveLength(1));
});

test('[S13] where the port could not be opened, that is said and can be tried again', async () => {
  const problem = 'Port 4711 sedang dipakai program lain.';
  const { user, asked } = start({ ...listening, listening: false, addresses: [], problem });
  expect(await screen.findByText(problem)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Terima laptop juri' }));
  await waitFor(() => expect(asked('start-listening')).toHaveLength(1));
});

function start(network: NetworkStatus) {
  const laptop = withAnswers(createLaptop(sampleFounding, { role: 'committee' }, { kind: 'committee' }), {
    'load-events': () => [],
    'network-status': () => network,
    'start-listening': () => ({ ok: true, value: network }),
    'open-folder': () => ({ ok: true, value: null }),
  });
  const { user } = openWindow(laptop);
  return { user, asked: (channel: string) => laptop.asked.filter((each) => each.channel === channel) };
}
