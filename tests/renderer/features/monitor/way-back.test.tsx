/** The committee pressed the wrong button on stage. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { setupOf } from '../../../../shared/domain/contest.ts';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { contest, session, timed } from './monitor-laptop.ts';

prepareWindow();

const committee = { role: 'committee', device: 'c'.repeat(26) } as const;

test('[D8] the last step is undone by one button, and who was passed over is named', async () => {
  const laptop = createLaptop(timed, session);
  laptop.write(committee, { type: 'show-stage', contestant: 'melati', stage: 'presentasi' });
  laptop.write(committee, { type: 'show-stage', contestant: 'kenanga', stage: 'presentasi' });
  const { user } = openWindow(laptop);
  await screen.findByText('Terlewati dan masih menunggu: 2 · KBK Mawar · Puskesmas Bangsri');
  await user.click(screen.getByRole('button', { name: 'Urungkan: kembali ke 1 · KBK Melati · RSUD Kartini' }));
  await screen.findByRole('button', { name: 'Berikutnya: 2 · KBK Mawar · Puskesmas Bangsri' });
  expect(setupOf(contest(laptop)).contestants.map(({ status }) => status)).toEqual([
    'performing',
    'waiting',
    'waiting',
    'waiting',
  ]);
  expect(screen.queryByText(/^Terlewati/)).toBeNull();
});

test('[D8] a group that has withdrawn comes on stage only after a question', async () => {
  const laptop = createLaptop(timed, session);
  const withdrawn = {
    type: 'change-contestant-status',
    contestant: 'mawar',
    status: 'withdrawn',
    reason: 'x',
  } as const;
  laptop.write(committee, withdrawn);
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('combobox', { name: 'Tampilkan peserta lain' }));
  await user.click(await screen.findByRole('option', { name: /KBK Mawar/, hidden: true }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/tercatat mengundurkan diri/)).toBeDefined();
  expect(contest(laptop).shown).toBeNull();
  await user.click(within(dialog).getByRole('button', { name: 'Tampilkan tanpa dinilai' }));
  await waitFor(() => expect(contest(laptop).shown?.contestant).toBe('mawar'));
});

test('[D27] in a later stage next is who advances, by its name; who did not is shown only after a question', async () => {
  const { setup } = timed;
  const stages = setup.stages.map((stage) =>
    stage.id === 'presentasi' ? { ...stage, after: { stage: 'risalah', top: 2 } } : stage,
  );
  const laptop = createLaptop({ ...timed, setup: { ...setup, stages } }, session);
  laptop.write(committee, { type: 'show-stage', contestant: 'melati', stage: 'risalah' });
  laptop.write(committee, {
    type: 'close-round',
    category: 'kesehatan',
    stage: 'presentasi',
    advanced: ['anggrek', 'kenanga'],
    out: ['melati', 'mawar'],
  });
  for (const contestant of ['mawar', 'kenanga', 'anggrek']) {
    laptop.write(committee, { type: 'show-stage', contestant, stage: 'risalah' });
  }
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('button', { name: /^Berikutnya: 3 · KBK Kenanga.* · Presentasi$/ }));
  await screen.findByRole('button', { name: /^Berikutnya: 4 · KBK Anggrek/ });
  expect(contest(laptop).shown).toMatchObject({ contestant: 'kenanga', stage: 'presentasi' });
  await user.click(await screen.findByRole('combobox', { name: 'Tampilkan peserta lain' }));
  await user.click(await screen.findByRole('option', { name: /KBK Mawar/, hidden: true }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/tidak lolos ke babak yang sedang berlangsung/)).toBeDefined();
  await user.click(dialog.getByRole('button', { name: 'Tampilkan tanpa dinilai' }));
  await waitFor(() => expect(contest(laptop).shown?.contestant).toBe('mawar'));
});
