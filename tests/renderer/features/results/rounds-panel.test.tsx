/** Rounds on the screen of the results: who advances, closing and opening again, a tie at the cut. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createLaptop, type Laptop } from '../../support/laptop.ts';
import { prepareWindow } from '../../support/open-window.tsx';
import { sampleSetup } from '../../support/sample.ts';
import { contest, open } from './open-results.ts';

prepareWindow();

/** The first stage is Risalah; the two best of it present. One juror. */
function inRounds(given: Readonly<Record<string, string>>, ties: 'admit' | 'decide' = 'admit'): Laptop {
  const laptop = createLaptop(
    {
      type: 'found-contest',
      setup: {
        ...sampleSetup,
        stages: sampleSetup.stages.map((stage) =>
          stage.id === 'presentasi' ? { ...stage, after: { stage: 'risalah', top: 2, ties } } : stage,
        ),
        jurors: sampleSetup.jurors.slice(0, 1).map((juror) => ({ ...juror, chair: true })),
        rules: { ...sampleSetup.rules, tieBreak: ['chair'] },
      },
      recusals: [],
      absences: [],
      penalties: [],
      decisions: [],
    },
    { role: 'committee' },
  );
  for (const [contestant, value] of Object.entries(given)) {
    laptop.write(juror, { type: 'set-score', contestant, criterion: 'tema', value });
    laptop.write(juror, { type: 'lock-sheet', contestant, stage: 'risalah' });
  }
  return laptop;
}

const juror = { role: 'seat', seat: 'juri-1', device: 'd'.repeat(26) } as const;
const panel = () => screen.getByRole('region', { name: 'Babak Presentasi: siapa yang lolos' });

test('[D26] a round is closed with those whom the table shows, and opened again with a reason', async () => {
  const laptop = inRounds({ melati: '4.5', mawar: '4.4', kenanga: '4', anggrek: '3' });
  const user = await open(laptop);
  expect(panel().textContent).toContain('Lolos (2)');
  expect(panel().textContent).toContain('Tidak lolos (2)');
  const line = screen.getByRole('row', { name: /KBK Kenanga/ });
  expect(line.dataset['cut']).toBe('true');
  expect(line.textContent).toContain('tidak lolos ke babak Presentasi');
  expect(screen.getByRole('row', { name: /KBK Anggrek/ }).dataset['cut']).toBe('false');

  await user.click(within(panel()).getByRole('button', { name: 'Tutup babak' }));
  expect(await within(panel()).findByText('Babak ini sudah ditutup: juri hanya menilai yang lolos.')).toBeDefined();
  expect(contest(laptop).roundClosings.map(({ value }) => value)).toEqual([
    { category: 'kesehatan', stage: 'presentasi', advanced: ['melati', 'mawar'], out: ['kenanga', 'anggrek'] },
  ]);

  await user.click(within(panel()).getByRole('button', { name: 'Simpan yang lolos sebagai lomba baru…' }));
  await waitFor(() =>
    expect(laptop.asked).toContainEqual({ channel: 'save-further-contest', input: { by: { stage: 'presentasi' } } }),
  );

  await user.click(within(panel()).getByRole('button', { name: 'Buka lagi babak' }));
  const dialog = await screen.findByRole('dialog', { name: 'Buka lagi babak' });
  await user.type(within(dialog).getByRole('textbox'), 'salah hitung');
  await user.click(within(dialog).getByRole('button', { name: 'Buka lagi babak' }));
  expect(await within(panel()).findByRole('button', { name: 'Tutup babak' })).toBeDefined();
});

test('[D26] while a sheet is missing there is nothing to close', async () => {
  await open(inRounds({ melati: '4.5', mawar: '4.4', kenanga: '4' }));
  expect(panel().textContent).toContain('Belum dapat ditetapkan: 1 lembar nilai babak sebelumnya belum terkunci.');
  expect(within(panel()).queryByRole('button')).toBeNull();
});

test('[R30] equals at the cut are decided here, also while later sheets are open', async () => {
  const laptop = inRounds({ melati: '4.5', mawar: '4', kenanga: '4', anggrek: '3' }, 'decide');
  const user = await open(laptop);
  const tie = screen.getByRole('region', { name: 'Nilai sama pada batas lolos ke babak Presentasi' });
  await user.click(within(tie).getByRole('button', { name: 'Semuanya lolos' }));
  const dialog = await screen.findByRole('dialog', { name: 'Semuanya lolos' });
  await user.type(within(dialog).getByRole('textbox'), 'sama kuat');
  await user.click(within(dialog).getByRole('button', { name: 'Semuanya lolos' }));
  expect(await within(panel()).findByRole('button', { name: 'Tutup babak' })).toBeDefined();
  expect(contest(laptop).decisions.map(({ value }) => value)).toEqual([
    {
      kind: 'joint',
      category: 'kesehatan',
      stage: 'presentasi',
      contestants: ['mawar', 'kenanga'],
      reason: 'sama kuat',
    },
  ]);
});

test('[N1] the best so many of each category go on to another contest, by a number that there is', async () => {
  const laptop = inRounds({});
  const user = await open(laptop);
  await user.click(screen.getByText('Lanjutkan ke lomba lain'));
  const top = screen.getByRole('textbox', { name: 'Terbaik tiap kategori' });
  const saved = () =>
    laptop.asked.filter(({ channel }) => channel === 'save-further-contest').map(({ input }) => input);
  await user.clear(top);
  await user.type(top, '99');
  expect(screen.getByText('Tulis angka 1 sampai 4.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Simpan sebagai lomba baru…' }));
  await user.clear(top);
  await user.type(top, '2');
  await user.click(screen.getByRole('button', { name: 'Simpan sebagai lomba baru…' }));
  await waitFor(() => expect(saved()).toEqual([{ by: { top: 2 } }]));
});
