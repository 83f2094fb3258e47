import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { foldEvents } from '../../../../shared/domain/facts/evolve.ts';
import { contestSetupSchema } from '../../../../shared/domain/setup/contest-file.ts';
import type { CeremonyState } from '../../../../shared/ipc/ceremony.ts';
import { present } from '../../../../shared/lib/assert.ts';
import { withAnswers, type Answers } from '../../support/answers.ts';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding, sampleSetup } from '../../support/sample.ts';

prepareWindow();

const running: CeremonyState = {
  projectorOpen: true,
  display: null,
  offered: null,
  refused: null,
  displays: [
    { id: 1, label: 'Laptop', primary: true },
    { id: 2, label: 'Proyektor', primary: false },
  ],
  act: 'kesehatan',
  done: [],
  rehearsal: false,
  overscan: 0,
  step: 0,
  steps: 3,
  building: false,
  windows: [],
  blank: false,
  nextLabel: 'Juara III',
  shown: { type: 'category-title', contest: 'Lomba', category: 'Kesehatan', example: true },
};

function start(state: CeremonyState, answers: Answers = {}) {
  const laptop = withAnswers(createLaptop(sampleFounding, { role: 'committee' }), {
    'ceremony-state': () => state,
    'move-ceremony': () => ({ ok: true, value: state }),
    ...answers,
  });
  const asked = (channel: string) => laptop.asked.filter((each) => each.channel === channel).map((each) => each.input);
  return { ...openWindow(laptop, '#/pengumuman'), asked };
}

test('keys of a clicker move once each; Space on a button is that button alone', async () => {
  const { user, asked } = start(running);
  const next = await screen.findByRole('button', { name: 'Berikutnya: Juara III' });
  await waitFor(() => expect(document.activeElement).toBe(next));
  await user.keyboard(' ');
  act(() => screen.getByRole('button', { name: 'Kembali' }).focus());
  await user.keyboard(' ');
  act(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
  await user.keyboard('{PageDown}{ArrowLeft}{PageUp}b ');
  expect(asked('move-ceremony')).toEqual(
    ['next', 'back', 'next', 'back', 'back', 'blank', 'next'].map((move) => ({ move })),
  );
});

test('ending before everything is announced is asked first; after the last place it is not', async () => {
  const { user, asked } = start(running);
  await user.click(await screen.findByRole('button', { name: 'Akhiri pengumuman' }));
  expect(await screen.findByText(/Masih ada 3 tempat yang belum diumumkan/)).toBeDefined();
  await user.keyboard('{PageDown}');
  expect(asked('move-ceremony')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Ya, akhiri' }));
  expect(asked('move-ceremony')).toEqual([{ move: 'end' }]);
  cleanup();
  const done = start({ ...running, step: 3, nextLabel: null });
  await done.user.click(await screen.findByRole('button', { name: 'Akhiri pengumuman' }));
  expect(done.asked('move-ceremony')).toEqual([{ move: 'end' }]);
});

test('no key moves anything while no category is announced', async () => {
  const { user, asked } = start({ ...running, act: null, nextLabel: null, shown: { type: 'blank' } });
  await screen.findByRole('button', { name: 'Mulai pengumuman Kesehatan' });
  await user.keyboard('{PageDown} b');
  expect(asked('move-ceremony')).toEqual([]);
});

test('why a category may not be announced stands beside it', async () => {
  const { user } = start(
    { ...running, act: null, nextLabel: null },
    {
      'start-ceremony': () => ({
        ok: false,
        error: { type: 'provisional', message: 'Hasil kategori ini masih sementara.', problems: [] },
      }),
    },
  );
  expect(await screen.findByText('Belum dapat diumumkan')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Mulai pengumuman Kesehatan' }));
  expect(await screen.findByText('Hasil kategori ini masih sementara.')).toBeDefined();
});

test('a category that may be announced names beside it the jurors who judged and have not signed it', async () => {
  const laptop = twoCategories();
  openWindow(laptop, '#/pengumuman');
  const line = lineOf(await screen.findByRole('button', { name: 'Mulai pengumuman Kesehatan' }));
  expect(within(line).queryByText('Siap diumumkan')).toBeNull();
  expect(within(line).getByText('Lengkap, belum disahkan')).toBeDefined();
  expect(line.querySelector('[data-tone="good"]')).toBeNull();
  expect(within(line).getByText('Belum disahkan oleh: Juri 1 (contoh), Juri 2 (contoh)')).toBeDefined();
  act(() => laptop.write(seat('juri-1'), { type: 'sign-off-category', category: 'kesehatan' }));
  expect(await within(line).findByText('Belum disahkan oleh: Juri 2 (contoh)')).toBeDefined();
  act(() => laptop.write(seat('juri-2'), { type: 'sign-off-category', category: 'kesehatan' }));
  await waitFor(() => expect(within(line).queryByText(/Belum disahkan/)).toBeNull());
  expect(within(line).getByText('Siap diumumkan').dataset['tone']).toBe('good');
  const unready = lineOf(screen.getByRole('button', { name: 'Mulai pengumuman Umum' }));
  expect(within(unready).getByText('Belum dapat diumumkan')).toBeDefined();
  expect(within(unready).queryByText(/Belum disahkan/)).toBeNull();
});

test('[D21] announcing before every sign-off is confirmed once, and the confirmation names who is lacking', async () => {
  const laptop = twoCategories();
  const answering = withAnswers(laptop, {
    'ceremony-state': () => ({ ...running, act: null, nextLabel: null }),
    'start-ceremony': () => ({ ok: true, value: { ...running, act: null, nextLabel: null } }),
  });
  const started = () => answering.asked.filter(({ channel }) => channel === 'start-ceremony').map(({ input }) => input);
  const { user } = openWindow(answering, '#/pengumuman');
  await user.click(await screen.findByRole('button', { name: 'Mulai pengumuman Kesehatan' }));
  const dialog = await screen.findByRole('dialog', { name: 'Umumkan Kesehatan sebelum disahkan?' });
  expect(within(dialog).getByText(/Belum disahkan oleh: Juri 1 \(contoh\), Juri 2 \(contoh\)\./)).toBeDefined();
  expect(started()).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Ya, umumkan dan catat' }));
  await waitFor(() => expect(started()).toEqual([{ act: 'kesehatan' }]));
  expect(foldEvents(laptop.events()).confirmations.map(({ value }) => value)).toEqual([
    {
      category: 'kesehatan',
      unsigned: [
        { juror: 'juri-1', name: 'Juri 1 (contoh)' },
        { juror: 'juri-2', name: 'Juri 2 (contoh)' },
      ],
    },
  ]);
  await user.click(screen.getByRole('button', { name: 'Mulai pengumuman Kesehatan' }));
  await waitFor(() => expect(started()).toHaveLength(2));
});

const lineOf = (button: HTMLElement) => present(button.closest('li'), 'a category is a list item');
const seat = (id: string) => ({ role: 'seat', seat: id, device: 'd'.repeat(26) }) as const;

/** Kesehatan is judged by jurors 1 and 2 and complete, juror 3 is absent there; in Umum only juror 4 judges, and has not. */
function twoCategories() {
  const [melati] = sampleSetup.contestants;
  const panel = (number: number, category: string) => ({
    id: `juri-${number}`,
    name: `Juri ${number} (contoh)`,
    categories: [category],
  });
  const laptop = createLaptop(
    {
      ...sampleFounding,
      setup: contestSetupSchema.parse({
        ...sampleSetup,
        categories: [...sampleSetup.categories, { id: 'umum', name: 'Umum' }],
        stages: sampleSetup.stages.filter(({ id }) => id === 'risalah').map((stage) => ({ ...stage, weight: '100' })),
        rubrics: sampleSetup.rubrics.filter(({ stage }) => stage === 'risalah'),
        jurors: [panel(1, 'kesehatan'), panel(2, 'kesehatan'), panel(3, 'kesehatan'), panel(4, 'umum')],
        contestants: [melati, { ...melati, id: 'dahlia', number: 5, name: 'KBK Dahlia', category: 'umum' }],
      }),
    },
    { role: 'committee' },
  );
  laptop.write(
    { role: 'committee', device: 'c'.repeat(26) },
    { type: 'record-absence', absence: { juror: 'juri-3', contestant: 'melati', reason: 'Sakit' } },
  );
  for (const id of ['juri-1', 'juri-2']) {
    laptop.write(seat(id), { type: 'set-score', contestant: 'melati', criterion: 'tema', value: '4' });
    laptop.write(seat(id), { type: 'lock-sheet', contestant: 'melati', stage: 'risalah' });
  }
  return laptop;
}

test('[C9] the acts stand in their order with their state, and move by keyboard; the focus goes with the act', async () => {
  const laptop = twoCategories();
  const { user } = openWindow(laptop, '#/pengumuman');
  const list = await screen.findByRole('region', { name: 'Susunan acara' });
  const titles = () =>
    within(list)
      .getAllByRole('listitem')
      .map((item) => item.querySelector('strong')?.textContent);
  expect(titles()).toEqual(['Pembuka', 'Kesehatan', 'Umum']);
  act(() => within(list).getByRole('button', { name: 'Naikkan Umum' }).focus());
  await user.keyboard('{Enter}');
  await waitFor(() => expect(titles()).toEqual(['Pembuka', 'Umum', 'Kesehatan']));
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Naikkan Umum');
  expect(foldEvents(laptop.events()).setup?.programme?.map((each) => each.type)).toEqual([
    'opening',
    'winners',
    'winners',
  ]);
});

test('[C9] a slide of text is added with a note for the host, changed, and taken away again', async () => {
  const laptop = twoCategories();
  const { user } = openWindow(laptop, '#/pengumuman');
  await user.click(await screen.findByRole('button', { name: 'Tambah teks' }));
  await user.type(await screen.findByLabelText('Judul di layar'), 'Sambutan Bupati');
  await user.type(screen.getByLabelText('Catatan untuk pembawa acara'), 'Undang ke panggung.');
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  expect(await screen.findByText('Pembawa acara: Undang ke panggung.')).toBeDefined();
  expect(foldEvents(laptop.events()).setup?.programme?.at(-1)).toEqual({
    type: 'text',
    id: 'teks-1',
    title: 'Sambutan Bupati',
    note: 'Undang ke panggung.',
  });
  await user.click(screen.getByRole('button', { name: 'Ubah Sambutan Bupati' }));
  await user.click(await screen.findByRole('button', { name: 'Hapus teks ini' }));
  await waitFor(() => expect(screen.queryByText('Sambutan Bupati')).toBeNull());
});

test('[C1] an award gets an act of its own, which is moved by keyboard and put back into its category', async () => {
  const laptop = twoCategories();
  laptop.write(
    { role: 'committee', device: 'c'.repeat(26) },
    { type: 'change-awards', awards: [{ id: 'favorit', name: 'Favorit', kind: 'list', contestants: ['melati'] }] },
  );
  const { user } = openWindow(laptop, '#/pengumuman');
  const list = await screen.findByRole('region', { name: 'Susunan acara' });
  const titles = () =>
    within(list)
      .getAllByRole('listitem')
      .map((item) => item.querySelector('strong')?.textContent);
  await user.click(within(list).getByRole('button', { name: 'Ubah Kesehatan' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Favorit' }));
  await user.click(screen.getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(titles()).toEqual(['Pembuka', 'Kesehatan', 'Favorit · Kesehatan', 'Umum']));
  act(() => within(list).getByRole('button', { name: 'Turunkan Favorit · Kesehatan' }).focus());
  await user.keyboard('{Enter}');
  await waitFor(() => expect(titles()).toEqual(['Pembuka', 'Kesehatan', 'Umum', 'Favorit · Kesehatan']));
  await user.click(within(list).getByRole('button', { name: 'Ubah Favorit · Kesehatan' }));
  await user.click(await screen.findByRole('button', { name: 'Gabungkan kembali ke kategorinya' }));
  await waitFor(() => expect(titles()).toEqual(['Pembuka', 'Kesehatan', 'Umum']));
});

test('[C10] in a rehearsal nothing is asked about sign-offs, no real name can be looked up, and the screen says so', async () => {
  const laptop = twoCategories();
  const rehearsing = { ...running, rehearsal: true, done: ['*opening'] };
  const answering = withAnswers(laptop, {
    'ceremony-state': () => rehearsing,
    'start-ceremony': () => ({ ok: true, value: rehearsing }),
  });
  const { user } = openWindow(answering, '#/pengumuman');
  expect(await screen.findByText('Gladi bersih sedang berjalan')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Lihat nama berikutnya di layar ini' })).toBeNull();
  const opening = lineOf(screen.getByRole('button', { name: 'Tampilkan Pembuka' }));
  expect(within(opening).getByText('Sudah')).toBeDefined();
  const umum = lineOf(screen.getByRole('button', { name: 'Mulai pengumuman Umum' }));
  expect(within(umum).getByText('Belum ditampilkan')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Mulai lagi dari awal' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(answering.asked.filter(({ channel }) => channel === 'start-ceremony')).toHaveLength(1);
});

test('the projector is opened on the display that is not this laptop', async () => {
  const { user, asked } = start(
    { ...running, projectorOpen: false, act: null, nextLabel: null },
    { 'open-projector': () => ({ ok: true, value: running }) },
  );
  await user.click(await screen.findByRole('button', { name: 'Buka layar pengumuman' }));
  expect(asked('open-projector')).toEqual([{ display: 2 }]);
});
