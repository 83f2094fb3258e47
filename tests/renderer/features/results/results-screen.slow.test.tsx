import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { drawLots } from '../../../../shared/domain/facts/lots.ts';
import { prepareWindow } from '../../support/open-window.tsx';
import { sampleSetup } from '../../support/sample.ts';
import { contestWith, open, contest, ranking } from './open-results.ts';

prepareWindow();

test('the chair orders the tied with buttons, and the decision can be taken back', async () => {
  const laptop = contestWith(['chair']);
  const user = await open(laptop);
  const tie = screen.getByRole('region', { name: 'Nilai sama pada Juara I, II' });
  expect(within(tie).getByText(/aturan lomba ini tidak memakai “Undian”/)).toBeDefined();
  await user.click(within(tie).getByRole('button', { name: 'Keputusan ketua' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText('Diputuskan oleh Juri 1 (contoh).')).toBeDefined();
  // Typing a reason alone records nothing: no order is proposed.
  await user.type(within(dialog).getByRole('textbox'), 'Musyawarah dewan juri.');
  await user.click(within(dialog).getByRole('button', { name: 'Catat urutan' }));
  expect(within(dialog).getByRole('alert').textContent).toContain('2 peserta belum ditempatkan');
  expect(contest(laptop).decisions).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: /Tempatkan pada urutan 1: 2 · KBK Mawar/ }));
  expect(document.activeElement).toBe(
    within(dialog).getByRole('button', { name: /Tempatkan pada urutan 2: 1 · KBK Melati/ }),
  );
  await user.keyboard('{Enter}');
  await user.click(within(dialog).getByRole('button', { name: /^Catat: .* paling atas$/ }));
  await waitFor(() => expect(ranking(laptop)?.blocked).toBeNull());
  expect(
    ranking(laptop)
      ?.standings.map(({ contestant }) => contestant)
      .slice(0, 2),
  ).toEqual(['mawar', 'melati']);
  await user.click(await screen.findByRole('button', { name: /Batalkan keputusan/ }));
  await user.type(await screen.findByRole('textbox', { name: /Alasan/ }), 'Salah urut.');
  await user.click(screen.getByRole('button', { name: 'Ya, batalkan' }));
  await waitFor(() => expect(ranking(laptop)?.blocked).toHaveLength(1));
});

test('without a marked chair nobody decides, and the screen says how to mark one', async () => {
  await open(contestWith(['chair'], [], false));
  const tie = screen.getByRole('region', { name: 'Nilai sama pada Juara I, II' });
  expect(within(tie).queryByRole('button', { name: 'Keputusan ketua' })).toBeNull();
  expect(within(tie).getByText(/Tandai ketuanya pada Rubrik & aturan, bagian Juri/)).toBeDefined();
});

test('a lot names its seed, so that anybody can draw it again', async () => {
  const laptop = contestWith(['draw', 'juror-firsts']);
  laptop.write(
    { role: 'committee', device: 'c'.repeat(26) },
    {
      type: 'record-decision',
      decision: { kind: 'joint', category: 'kesehatan', contestants: ['kenanga', 'anggrek'], reason: 'x' },
    },
  );
  const user = await open(laptop);
  expect(screen.getByText(/Tidak berlaku lagi/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Undian' }));
  await user.type(await screen.findByRole('textbox', { name: /Alasan/ }), 'Disaksikan dewan juri');
  await user.click(screen.getByRole('button', { name: 'Undi dan catat' }));
  await waitFor(() => expect(ranking(laptop)?.blocked).toBeNull());
  const decision = contest(laptop).decisions.at(-1)?.value;
  const seed = /kode undian ([0-9a-f]{16})\)$/.exec(decision?.reason ?? '')?.[1] ?? '';
  const tied = sampleSetup.contestants.filter(({ id }) => id === 'melati' || id === 'mawar');
  expect(decision).toMatchObject({ kind: 'draw', order: drawLots(tied, null, seed).map((lot) => lot.contestant) });
});
