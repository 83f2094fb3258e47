import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { foldEvents } from '../../../../shared/domain/evolve.ts';
import { toContestFile } from '../../../../shared/domain/score-sheet.ts';
import type { Command } from '../../../../shared/domain/commands.ts';
import { drawLots } from '../../../../shared/domain/lots.ts';
import { rankContest } from '../../../../shared/ranking/rank.ts';
import { createLaptop, type Laptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleSetup } from '../../support/sample.ts';

prepareWindow();

function founding(tieBreak: readonly string[]): Command {
  return {
    type: 'found-contest',
    setup: {
      ...sampleSetup,
      stages: sampleSetup.stages.filter(({ id }) => id === 'risalah'),
      rubrics: sampleSetup.rubrics.filter(({ stage }) => stage === 'risalah'),
      jurors: sampleSetup.jurors.slice(0, 2),
      rules: { ...sampleSetup.rules, tieBreak: [...tieBreak] },
    },
    recusals: [],
    absences: [],
    penalties: [],
    decisions: [],
  };
}

/** Juror 1 and juror 2 per contestant: Melati and Mawar are equal at 4,5; Anggrek is 0,02 behind Kenanga. */
const scores = { melati: ['4.5', '4.5'], mawar: ['4.4', '4.6'], kenanga: ['4', '4'], anggrek: ['3.9', '4'] };

function contestWith(tieBreak: readonly string[], left: readonly string[] = []): Laptop {
  const laptop = createLaptop(founding(tieBreak), { role: 'committee' });
  for (const [contestant, values] of Object.entries(scores)) {
    for (const [index, value] of values.entries()) {
      const seat = `juri-${index + 1}`;
      if (left.includes(`${seat}/${contestant}`)) continue;
      const author = { role: 'seat', seat, device: 'd'.repeat(26) } as const;
      laptop.write(author, { type: 'set-score', contestant, criterion: 'tema', value });
      laptop.write(author, { type: 'lock-sheet', contestant, stage: 'risalah' });
    }
  }
  return laptop;
}

async function open(laptop: Laptop) {
  const { user } = openWindow(laptop, '#/peringkat');
  await user.click(await screen.findByRole('button', { name: 'Tampilkan peringkat' }));
  return user;
}

const contest = (laptop: Laptop) => foldEvents(laptop.events());
const ranking = (laptop: Laptop) => rankContest(toContestFile(contest(laptop))).categories[0];

test('nothing of a score is on the screen before it is asked for', async () => {
  const laptop = contestWith([]);
  openWindow(laptop, '#/peringkat');
  await screen.findByRole('button', { name: 'Tampilkan peringkat' });
  expect(screen.getByRole('main').textContent).not.toMatch(/\d,\d|Melati/);
});

test('a line opens into the sentences of the engine and closes again', async () => {
  const laptop = contestWith(['chair']);
  const user = await open(laptop);
  const button = screen.getByRole('button', { name: /Mengapa peringkat ini\? 3 · KBK Kenanga/ });
  await user.click(button);
  const why = screen.getByRole('region', { name: /Mengapa peringkat ini\? 3 · KBK Kenanga/ });
  for (const sentence of ranking(laptop)?.standings.find((each) => each.contestant === 'kenanga')?.why ?? ['none']) {
    expect(within(why).getByText(sentence)).toBeDefined();
  }
  await user.click(button);
  expect(screen.queryByRole('region', { name: /Mengapa peringkat ini\?/ })).toBeNull();
});

test('a provisional category names what is missing, and no tie is decided yet', async () => {
  const user = await open(contestWith(['chair'], ['juri-2/anggrek']));
  expect(user).toBeDefined();
  expect(screen.getByText('Hasil sementara: 1 lembar belum terkunci')).toBeDefined();
  expect(screen.getByText('Juri 2 (contoh) (Risalah): 4 · KBK Anggrek · Puskesmas Mlonggo')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Keputusan ketua' })).toBeNull();
});

test('the chair orders the tied with buttons, and the decision can be taken back', async () => {
  const laptop = contestWith(['chair']);
  const user = await open(laptop);
  const tie = screen.getByRole('region', { name: 'Nilai sama pada Juara I, II' });
  expect(within(tie).getByText(/aturan lomba ini tidak memakai “Undian”/)).toBeDefined();
  await user.click(within(tie).getByRole('button', { name: 'Keputusan ketua' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: /Turunkan 1 · KBK Melati/ }));
  await user.type(within(dialog).getByRole('textbox'), 'Musyawarah dewan juri.');
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
