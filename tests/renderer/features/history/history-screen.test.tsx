import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { present } from '../../../../shared/lib/assert.ts';
import type { Author } from '../../../../shared/domain/facts/events.ts';
import { withAnswers, type Answers } from '../../support/answers.ts';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';

prepareWindow();

const committee: Author = { role: 'committee', device: 'c'.repeat(26) };
const seat = (juror: string): Author => ({ role: 'seat', seat: juror, device: 'd'.repeat(26) });

/** A juror scores, the group performs, the score is changed. */
function start(address = '#/riwayat', answers: Answers = {}) {
  const laptop = createLaptop(sampleFounding, { role: 'committee' });
  const score = { type: 'set-score', contestant: 'melati', criterion: 'alur' } as const;
  laptop.write(seat('juri-1'), { ...score, value: '80' });
  laptop.write(committee, { type: 'show-stage', contestant: 'melati', stage: 'presentasi' });
  laptop.write(committee, { type: 'show-stage', contestant: 'mawar', stage: 'presentasi' });
  laptop.write(seat('juri-1'), { ...score, value: '87.5' });
  laptop.write(seat('juri-2'), { type: 'recuse', contestant: 'mawar', reason: 'Saudara kandung' });
  return { laptop, ...openWindow(withAnswers(laptop, answers), address) };
}

const rows = () =>
  within(screen.getByRole('table'))
    .getAllByRole('row')
    .map((row) =>
      within(row)
        .queryAllByRole('cell')
        .map((cell) => cell.textContent),
    )
    .filter((cells) => cells.length > 0);

async function shown(answers: Answers = {}) {
  const started = start('#/riwayat', answers);
  await started.user.click(await screen.findByRole('button', { name: 'Tampilkan riwayat' }));
  return started;
}

test('[T1] the history is hidden until asked for, and hidden again by a press', async () => {
  const { user } = start();
  expect(await screen.findByText('Riwayat disembunyikan')).toBeDefined();
  expect(screen.queryByRole('table')).toBeNull();
  expect(document.body.textContent).not.toContain('87,5');
  await user.click(screen.getByRole('button', { name: 'Tampilkan riwayat' }));
  expect(document.activeElement).toBe(await screen.findByRole('button', { name: 'Sembunyikan' }));
  await user.keyboard('{Enter}');
  expect(screen.queryByRole('table')).toBeNull();
});

test('[T2] [T3] the newest fact stands first: who did what, from what to what, and whether after the presentation', async () => {
  const { user, laptop } = await shown();
  expect(screen.getByText(`${laptop.events().length} dari ${laptop.events().length} catatan`)).toBeDefined();
  const [recused, changed] = rows();
  expect(recused?.slice(1, 3)).toEqual(['Juri 2 (contoh)', 'Menyatakan tidak menilaiAlasan: Saudara kandung']);
  expect(recused?.[3]).toContain('KBK Mawar');
  expect(changed?.slice(1, 3)).toEqual([
    'Juri 1 (contoh)',
    'Mengubah nilai Alur langkah jelas dan runtut dari 80 menjadi 87,5diubah sesudah tampil',
  ]);
  await user.click(screen.getByRole('button', { name: 'Terlama dahulu' }));
  expect(rows()[0]?.[2]).toBe('Membuat lomba “Gelar Budaya Kerja (contoh)”');
});

test('[T5] filters hold together, say how many are left, and where none is, lead back to all', async () => {
  const { user, laptop } = await shown();
  const all = laptop.events().length;
  await user.selectOptions(screen.getByLabelText('Siapa'), 'Juri 1 (contoh)');
  expect(rows().map((row) => row[1])).toEqual(['Juri 1 (contoh)', 'Juri 1 (contoh)']);
  expect(screen.getByText(`2 dari ${all} catatan`)).toBeDefined();
  await user.click(screen.getByLabelText('Hanya yang diubah sesudah tampil'));
  expect(rows()).toHaveLength(1);
  await user.type(screen.getByLabelText('Cari kata'), 'mawar');
  expect(await screen.findByText('Tidak ada catatan yang cocok')).toBeDefined();
  expect(screen.getByText(`0 dari ${all} catatan`)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Ekspor ke Excel…' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Hapus semua saringan' }));
  expect(rows()).toHaveLength(all);
  await user.selectOptions(screen.getByLabelText('Jenis'), 'Tidak menilai, tidak hadir');
  expect(rows()).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Hapus saringan' }));
  expect(rows()).toHaveLength(all);
});

test('[T5] kinds that the contest cannot have are not offered: seals and objections only where results are sealed', async () => {
  await shown();
  const kinds = () =>
    within(screen.getByLabelText('Jenis'))
      .getAllByRole('option')
      .map(({ textContent }) => textContent);
  expect(kinds()).toContain('Pengurangan');
  expect(kinds()).not.toContain('Segel hasil');
  expect(kinds()).not.toContain('Sanggahan');
});

test('[T5] what comes in while somebody reads waits until they ask for it', async () => {
  const { user, laptop } = await shown();
  const before = rows().length;
  laptop.write(seat('juri-3'), { type: 'set-score', contestant: 'melati', criterion: 'alur', value: '70' });
  const newer = await screen.findByRole('button', { name: 'Tampilkan 1 catatan baru' });
  expect(rows()).toHaveLength(before);
  await user.click(newer);
  expect(rows()).toHaveLength(before + 1);
  expect(rows()[0]?.[2]).toBe('Memberi nilai 70 untuk Alur langkah jelas dan runtut');
});

test('[T5] thousands of facts stand a page at a time', async () => {
  const { user, laptop } = start();
  for (let value = 1; value <= 150; value += 1) {
    laptop.write(seat('juri-3'), {
      type: 'set-score',
      contestant: 'melati',
      criterion: 'alur',
      value: String(value / 2),
    });
  }
  await user.click(await screen.findByRole('button', { name: 'Tampilkan riwayat' }));
  expect(rows()).toHaveLength(50);
  expect(screen.getAllByText('Halaman 1 dari 4')).toHaveLength(2);
  // Two landmarks, told apart by their names.
  expect(screen.getByRole('navigation', { name: 'Halaman riwayat' })).toBeDefined();
  expect(screen.getByRole('navigation', { name: 'Halaman riwayat, di bawah daftar' })).toBeDefined();
  const [next] = screen.getAllByRole('button', { name: 'Berikutnya' });
  await user.click(present(next, 'the way on'));
  expect(screen.getAllByText('Halaman 2 dari 4')).toHaveLength(2);
  expect(rows()[0]?.[2]).toContain('50');
  await user.selectOptions(screen.getByLabelText('Siapa'), 'Juri 3 (contoh)');
  expect(await screen.findAllByText('Halaman 1 dari 3')).toHaveLength(2);
});

test('[T5] what is exported is what is shown: all of it, or the facts that the filters left', async () => {
  const path = '/berkas/Riwayat.xlsx';
  const { user, laptop } = await shown({ 'save-history': () => ({ ok: true, value: { path } }) });
  const asked = () => laptop.asked.filter(({ channel }) => channel === 'save-history').map(({ input }) => input);
  await user.click(screen.getByRole('button', { name: 'Ekspor ke Excel…' }));
  expect(await screen.findByText('Riwayat.xlsx')).toBeDefined();
  await user.selectOptions(screen.getByLabelText('Siapa'), 'Juri 2 (contoh)');
  await user.click(screen.getByRole('button', { name: 'Ekspor ke Excel…' }));
  const recused = laptop.events().find(({ event }) => event.type === 'recused')?.ref;
  expect(asked()).toEqual([{ refs: null }, { refs: [recused] }]);
});

test('[T5] a sheet of the board leads to its history', async () => {
  const { user, laptop } = start('#/pemantauan');
  await user.click(
    await screen.findByRole('button', { name: /Juri 1 \(contoh\).*KBK Melati|KBK Melati.*Juri 1 \(contoh\)/ }),
  );
  const link = await screen.findByRole('button', { name: 'Riwayat lembar ini' });
  // What the press shows is said beside it, and it is asked once.
  expect(link.getAttribute('aria-describedby')).toBe(
    screen.getByText('Nilai juri langsung tampil: pastikan layar tidak sedang ditayangkan.').id,
  );
  await user.click(link);
  await screen.findByRole('button', { name: 'Sembunyikan' });
  expect(screen.getByText(`2 dari ${laptop.events().length} catatan`)).toBeDefined();
  expect(screen.getByLabelText<HTMLSelectElement>('Peserta').value).toBe('melati');
  expect(screen.getByLabelText<HTMLSelectElement>('Siapa').value).toBe('juri-1');
  // The menu leads to a history that is hidden again.
  await user.click(screen.getByRole('link', { name: 'Pemantauan' }));
  await user.click(await screen.findByRole('link', { name: 'Riwayat' }));
  expect(await screen.findByRole('button', { name: 'Tampilkan riwayat' })).toBeDefined();
});

test('[T4] [T5] a sheet to be decided leads to what stands against each other, with why it does not count', async () => {
  const { user, laptop } = start('#/pemantauan');
  laptop.write(committee, {
    type: 'record-absence',
    absence: { juror: 'juri-3', contestant: 'melati', stages: ['presentasi'], reason: 'sakit' },
  });
  const values = { alur: '80', penguasaan: '81', tim: '82' };
  laptop.receive([
    {
      ref: `${'e'.repeat(26)}:1`,
      atMs: 1_500_000_100_000,
      author: seat('juri-3'),
      event: { type: 'sheet-locked', contestant: 'melati', stage: 'presentasi', values, rubric: 'x:1', after: [] },
    },
  ]);
  await user.click(await screen.findByRole('button', { name: /^Putuskan: Juri 3/ }));
  await user.click(await screen.findByRole('button', { name: 'Riwayat lembar ini' }));
  await screen.findByRole('button', { name: 'Sembunyikan' });
  const [locked, absent] = rows();
  expect(locked?.slice(1, 3)).toEqual([
    'Juri 3 (contoh)',
    'Mengunci lembar Presentasi (3 nilai)Disimpan, belum dihitung: bertentangan dengan catatan lain, menunggu keputusan panitia.tidak dipakai',
  ]);
  expect(absent?.slice(1, 3)).toEqual(['Panitia', 'Mencatat Juri 3 (contoh) tidak hadir pada PresentasiAlasan: sakit']);
});

test('[T1] a juror has no such screen', async () => {
  const laptop = createLaptop(sampleFounding, { role: 'seat', seat: 'juri-1' });
  openWindow(laptop, '#/riwayat');
  await screen.findByRole('link', { name: 'Penilaian' });
  expect(window.location.hash).toBe('#/penilaian');
  expect(screen.queryByRole('button', { name: 'Tampilkan riwayat' })).toBeNull();
});
