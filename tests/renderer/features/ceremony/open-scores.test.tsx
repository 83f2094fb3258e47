/** Opening the scores: after the last announcement, or with the word of the jury's chair, and what a laptop then says it found. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { foldEvents } from '../../../../shared/domain/facts/evolve.ts';
import type { Command } from '../../../../shared/domain/facts/commands.ts';
import { entryRef, logOfRef, seqOfRef } from '../../../../shared/domain/ids.ts';
import type { OwnCheck } from '../../../../shared/ipc/opening.ts';
import { withAnswers } from '../../support/answers.ts';
import { noCeremony, type Laptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { contestWith } from '../results/open-results.ts';

prepareWindow();

const chair = { role: 'seat', seat: 'juri-1' } as const;
const code = 'A'.repeat(16);
const found: OwnCheck = {
  unread: 0,
  logs: 2,
  seals: [{ scope: 'kesehatan', code, isTrue: true }],
  winners: [{ category: 'kesehatan', places: [{ place: 1, contestant: 'melati' }] }],
};

const scores = { melati: ['5', '5'], mawar: ['4', '4'], kenanga: ['3', '3'], anggrek: ['2', '2'] };

/** Everybody has locked; acts that were `done`. */
function laptopOf(done: readonly string[], check: OwnCheck = found): Laptop {
  const laptop = contestWith(['chair'], [], true, scores);
  return withAnswers(laptop, {
    'ceremony-state': () => ({ ...noCeremony, done }),
    'own-check': () => check,
    'open-scores': () => {
      laptop.write({ role: 'committee', device: 'c'.repeat(26) }, opening(laptop, done.length > 0));
      return { ok: true, value: null };
    },
  });
}

function opening(laptop: Laptop, announced: boolean): Command {
  const seats = laptop.events().filter(({ author }) => author.role === 'seat');
  const logs = [...new Set(seats.map(({ ref }) => logOfRef(ref)))];
  const ends = logs.map((log) => ({ log, seq: Math.max(...seats.map(({ ref }) => seqOfRef(ref))) }));
  expect(seats.some(({ ref }) => ref === entryRef(logs[0] ?? '', 1))).toBe(true);
  return { type: 'open-scores', announced, ends, keys: [], withNotes: false };
}

const openButton = () => screen.findByRole('button', { name: 'Buka semua nilai…' });

test('[Z11] before everything is announced the button waits, and says for whom', async () => {
  openWindow(laptopOf([]), '#/pengumuman');
  expect(await openButton()).toHaveProperty('disabled', true);
  screen.getByText(/Sebelum itu nilai hanya dibuka bila ketua dewan juri menyetujuinya/);
});

test('[Z11] after the last announcement it is confirmed once, and what this laptop found stands there', async () => {
  const { user } = openWindow(laptopOf(['kesehatan']), '#/pengumuman');
  await user.click(await openButton());
  const dialog = await screen.findByRole('dialog', { name: 'Membuka semua nilai' });
  within(dialog).getByText(/tidak dapat disembunyikan lagi/);
  await user.click(within(dialog).getByRole('button', { name: 'Ya, buka semua nilai' }));
  const panel = within(await screen.findByRole('region', { name: 'Pemeriksaan laptop ini' }));
  await panel.findByText('Segel Kesehatan benar: AAAA-AAAA-AAAA-AAAA');
  panel.getByText(/membaca semua nilai dari 2 catatan juri/);
  panel.getByText(/Juara I: 1 · KBK Melati/);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Buka semua nilai…' })).toBeNull());
});

test('[Z11] the jury’s chair agrees with a reason on the own seat, another juror is not asked', async () => {
  const laptop = laptopOf([]);
  laptop.signIn({ role: 'seat', seat: 'juri-2' });
  const { user } = openWindow(laptop, '#/pengesahan');
  await screen.findByRole('heading', { name: 'Kesehatan' });
  expect(screen.queryByRole('button', { name: 'Setujui…' })).toBeNull();
  laptop.signIn(chair);
  await screen.findByRole('button', { name: 'Sahkan kategori Kesehatan' });
  expect(screen.queryByRole('button', { name: 'Setujui…' })).toBeNull();
  laptop.write({ ...chair, device: 'd'.repeat(26) }, { type: 'sign-off-category', category: 'kesehatan' });
  await user.click(await screen.findByRole('button', { name: 'Setujui…' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('textbox'), 'diminta dinas');
  await user.click(within(dialog).getByRole('button', { name: 'Ya, saya setuju' }));
  await screen.findByText(/Anda menyetujuinya/);
  expect(foldEvents(laptop.events()).openingAgreements.map(({ value }) => value)).toEqual([
    { juror: 'juri-1', reason: 'diminta dinas' },
  ]);
});

test('[Z13] a seal that is not true is an alarm; what is not here yet is said', async () => {
  const [seal] = found.seals;
  if (seal === undefined) throw new Error('a seal is shown');
  const laptop = laptopOf(['kesehatan'], { ...found, unread: 1, seals: [{ ...seal, isTrue: false }] });
  laptop.write({ role: 'committee', device: 'c'.repeat(26) }, opening(laptop, true));
  openWindow(laptop, '#/pengumuman');
  const panel = within(await screen.findByRole('region', { name: 'Pemeriksaan laptop ini' }));
  await panel.findByText(/^SEGEL Kesehatan TIDAK COCOK/);
  panel.getByText('Nilai dari 1 dari 2 catatan juri belum sampai di laptop ini.');
  expect(panel.queryByText(/Juara I/)).toBeNull();
});
