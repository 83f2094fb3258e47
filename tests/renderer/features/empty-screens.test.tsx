/** Screens with nothing to show yet say why, and lead on. */
import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { withAnswers } from '../support/answers.ts';
import { createLaptop } from '../support/laptop.ts';
import { openWindow, prepareWindow } from '../support/open-window.tsx';
import { sampleFounding, sampleSetup } from '../support/sample.ts';

prepareWindow();

const nothing = { ...sampleSetup, categories: [], contestants: [], rubrics: [], jurors: [] };
const noRubric = { ...sampleSetup, rubrics: [] };
const noJurors = { ...sampleSetup, jurors: [] };

test.each([
  ['#/pengumuman', nothing, 'Belum ada yang dapat diumumkan', /^Lanjut/, '#/impor'],
  ['#/dokumen', nothing, 'Belum ada isi dokumen resmi', /^Lanjut/, '#/impor'],
  ['#/pemantauan', noRubric, 'Belum ada yang dinilai', /^Lanjut/, '#/rubrik'],
] as const)('%s leads on from nothing', async (address, setup, heading, button, target) => {
  const inner = createLaptop({ ...sampleFounding, setup } as typeof sampleFounding, { role: 'committee' });
  const laptop = withAnswers(inner, { 'hall-pictures': () => ({}) });
  const { user } = openWindow(laptop, address);
  const title = await screen.findByRole('heading', { name: heading });
  const on = [...(title.parentElement?.parentElement?.querySelectorAll('button') ?? [])].filter(({ textContent }) =>
    button.test(textContent),
  );
  expect(on).toHaveLength(1);
  if (on[0] !== undefined) await user.click(on[0]);
  expect(window.location.hash.startsWith(target)).toBe(true);
});

const waiting = /begitu daftarnya tiba/;
test.each([
  ['a contest without contestants', { ...sampleSetup, contestants: [] }, waiting],
  [
    'a contest without a rubric',
    { ...sampleSetup, rubrics: [] },
    /belum menyusun rubrik untuk babak dan kategori Anda/,
  ],
  [
    'nobody to be scored',
    { ...sampleSetup, contestants: sampleSetup.contestants.map((each) => ({ ...each, status: 'withdrawn' as const })) },
    /Tidak ada peserta yang dinilai/,
  ],
] as const)('a juror at %s hears who brings it, and may practise meanwhile', async (_what, setup, text) => {
  const laptop = createLaptop({ ...sampleFounding, setup } as typeof sampleFounding, { role: 'seat', seat: 'juri-1' });
  const { user } = openWindow(laptop, '#/pengesahan');
  expect(await screen.findByRole('heading', { level: 1, name: 'Belum ada yang dapat disahkan' })).toBeDefined();
  expect(screen.getByText(text)).toBeDefined();
  await user.click(screen.getByRole('link', { name: 'Buka Penilaian' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Belum ada yang dinilai' })).toBeDefined();
  expect(screen.getByText(text)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Coba lembar latihan' }));
  expect(await screen.findByText('LATIHAN, TIDAK DISIMPAN.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Kembali ke lembar sebenarnya' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Belum ada yang dinilai' })).toBeDefined();
});

test('a juror whose contest has not arrived waits, may practise, and sees it come by itself', async () => {
  const inner = createLaptop(sampleFounding, { role: 'seat', seat: 'juri-1' });
  const laptop = withAnswers(inner, { 'load-events': () => [] });
  const { user } = openWindow(laptop);
  expect(await screen.findByRole('heading', { level: 1, name: /^Menunggu data lomba/ })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Coba lembar latihan' }));
  expect(await screen.findByRole('heading', { level: 1, name: /Kelompok latihan 1/ })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Kembali ke lembar sebenarnya' }));
  await screen.findByRole('heading', { level: 1, name: /^Menunggu data lomba/ });
  act(() => inner.receive(inner.events().slice(0)));
  expect(await screen.findByRole('heading', { level: 1, name: /KBK Melati/ })).toBeDefined();
});

const noTimer = { ...sampleSetup, stages: sampleSetup.stages.map((stage) => ({ ...stage, timer: [] })) };
const nobodyRanked = {
  ...sampleSetup,
  contestants: sampleSetup.contestants.map((each) => ({ ...each, status: 'withdrawn' as const })),
};
const noStages = { ...nothing, stages: [] };

test.each([
  ['the board', '#/pemantauan', noJurors, /^Belum ada juri/, 'Juri', '#/rubrik?bagian=jurors'],
  [
    'the timer',
    '#/pemantauan',
    noTimer,
    /^Babak ini tidak memakai pencatat waktu/,
    'Atur lamanya',
    '#/rubrik?bagian=stages',
  ],
  ['seats here', '#/perangkat', noJurors, /^Belum ada juri/, 'Juri', '#/rubrik?bagian=jurors'],
  ['the standings', '#/peringkat', nobodyRanked, /^Belum ada peserta yang diperingkat/, 'Urutan tampil', '#/urutan'],
  ['the panel', '#/peringkat', noJurors, /^Tidak ada juri yang dapat menilai/, 'Juri', '#/rubrik?bagian=jurors'],
  ['the categories', '#/rubrik?bagian=categories', nothing, /^Belum ada kategori/, 'Daftar peserta', '#/impor'],
  ['the stages', '#/rubrik?bagian=stages', noStages, /^Belum ada babak/, 'Rubrik', '#/rubrik?bagian=rubrics'],
] as const)('what is missing for %s is said with the way to it', async (_what, address, setup, text, link, target) => {
  const inner = createLaptop(
    { ...sampleFounding, setup } as typeof sampleFounding,
    { role: 'committee' },
    { kind: 'committee' },
  );
  if (setup === noTimer) {
    const committee = { role: 'committee', device: 'c'.repeat(26) } as const;
    inner.write(committee, { type: 'show-stage', contestant: 'melati', stage: 'presentasi' });
  }
  const laptop = withAnswers(inner, { 'hall-pictures': () => ({}) });
  const { user } = openWindow(laptop, address);
  if (address === '#/peringkat') await user.click(await screen.findByRole('button', { name: 'Tampilkan peringkat' }));
  const said = await screen.findByText(text);
  const around = within(said.parentElement ?? document.body);
  await user.click(around.getByRole('link', { name: link }));
  expect(window.location.hash).toBe(target);
});
