/** The order of a later round on the screen of the order: only who advances, and the ways to choose it. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ContestSetup } from '../../../../shared/domain/setup/contest-file.ts';
import { foldEvents } from '../../../../shared/domain/facts/evolve.ts';
import type { Laptop } from '../../support/laptop.ts';
import { prepareWindow } from '../../support/open-window.tsx';
import { sampleSetup } from '../../support/sample.ts';
import { open, setupNow } from './open-order.ts';

prepareWindow();

const inRounds: ContestSetup = {
  ...sampleSetup,
  stages: sampleSetup.stages.map((stage) =>
    stage.id === 'presentasi' ? { ...stage, after: { stage: 'risalah', top: 3, ties: 'admit' as const } } : stage,
  ),
  jurors: sampleSetup.jurors.slice(0, 1),
};

function closed(laptop: Laptop): void {
  const juror = { role: 'seat', seat: 'juri-1', device: 'd'.repeat(26) } as const;
  for (const [contestant, value] of Object.entries({ melati: '4', mawar: '4.5', kenanga: '3', anggrek: '2' })) {
    laptop.write(juror, { type: 'set-score', contestant, criterion: 'tema', value });
    laptop.write(juror, { type: 'lock-sheet', contestant, stage: 'risalah' });
  }
  laptop.write(
    { role: 'committee', device: 'c'.repeat(26) },
    {
      type: 'close-round',
      category: 'kesehatan',
      stage: 'presentasi',
      advanced: ['mawar', 'melati', 'kenanga'],
      out: ['anggrek'],
    },
  );
}

const part = () => within(screen.getByRole('region', { name: 'Urutan tampil babak Presentasi' }));
const listed = () =>
  part()
    .getAllByRole('listitem')
    .map(({ textContent }) => /KBK \w+/.exec(textContent)?.[0]);
const orderOf = (laptop: Laptop) => [...foldEvents(laptop.events()).stageOrders.values()][0];

test('[D27] the best last, asked first because it shows the ranking; the same order again; the numbers stay', async () => {
  const { laptop, user } = await open(inRounds, closed);
  const numbers = setupNow(laptop).contestants.map(({ number }) => number);
  expect(listed()).toEqual(['KBK Melati', 'KBK Mawar', 'KBK Kenanga']);
  expect(part().getByRole('button', { name: 'Urutan yang sama' })).toHaveProperty('disabled', true);
  await user.click(part().getByRole('button', { name: 'Terbaik terakhir' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Terbaik terakhir di babak Presentasi?' }));
  expect(dialog.getByText(/memperlihatkan peringkat babak sebelumnya/)).toBeDefined();
  await user.click(dialog.getByRole('button', { name: 'Terbaik terakhir' }));
  await waitFor(() => expect(listed()).toEqual(['KBK Kenanga', 'KBK Melati', 'KBK Mawar']));
  await user.click(part().getByRole('button', { name: 'Urutan yang sama' }));
  await waitFor(() => expect(listed()).toEqual(['KBK Melati', 'KBK Mawar', 'KBK Kenanga']));
  expect(setupNow(laptop).contestants.map(({ number }) => number)).toEqual(numbers);
});

test('[D27] lots are drawn with the seed that is shown, and it stands there afterwards', async () => {
  const { laptop, user } = await open(inRounds, closed);
  await user.click(part().getByRole('button', { name: 'Undi urutan…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Undi urutan tampil babak Presentasi' }));
  const seed = dialog.getByText(/^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/i).textContent ?? '';
  await user.click(dialog.getByRole('button', { name: 'Undi sekarang' }));
  expect(await part().findByText(`Diundi dengan kode undian ${seed}. Nomor peserta tetap.`)).toBeDefined();
  expect(orderOf(laptop)).toMatchObject({ how: 'lots', seed });
  expect([...(orderOf(laptop)?.order ?? [])].toSorted()).toEqual(['kenanga', 'mawar', 'melati']);
});

test('[D27] while the round is open there is nothing to choose', async () => {
  await open(inRounds);
  expect(part().getByText(/tutup babak sebelumnya pada Peringkat/)).toBeDefined();
  expect(part().queryByRole('button')).toBeNull();
});
