/** The deliberation over the real rules: review, remarks, a sheet opened, the seal of two people and its opening, objections. */
import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { foldEvents } from '../../../../shared/domain/facts/evolve.ts';
import { sealsOf, standingSealOf } from '../../../../shared/domain/seal.ts';
import { groupedCode } from '../../../../shared/say/check-code.ts';
import { createLaptop, type Laptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleSetup } from '../../support/sample.ts';

prepareWindow();

const committee = { role: 'committee', device: 'c'.repeat(26) } as const;
const seat = (id: string) => ({ role: 'seat', seat: id, device: 'd'.repeat(26) }) as const;
const scores = { melati: '4.5', mawar: '4.48', kenanga: '4', anggrek: '3' };

/** One stage and two jurors of whom the first is the chair; everything locked, signed off by those who are named. */
function judged(info: Record<string, boolean>, signed = ['juri-1', 'juri-2']): Laptop {
  const laptop = createLaptop(
    {
      type: 'found-contest',
      setup: {
        ...sampleSetup,
        contest: { ...sampleSetup.contest, ...info },
        stages: sampleSetup.stages.filter(({ id }) => id === 'risalah'),
        rubrics: sampleSetup.rubrics
          .filter(({ stage }) => stage === 'risalah')
          .map((rubric) => ({ ...rubric, criteria: rubric.criteria.map((each) => ({ ...each, step: '0.01' })) })),
        jurors: sampleSetup.jurors.slice(0, 2).map((juror, at) => ({ ...juror, chair: at === 0 })),
      },
      recusals: [],
      absences: [],
      penalties: [],
      decisions: [],
    },
    { role: 'committee' },
  );
  for (const juror of ['juri-1', 'juri-2']) {
    for (const [contestant, value] of Object.entries(scores)) {
      laptop.write(seat(juror), { type: 'set-score', contestant, criterion: 'tema', value });
      laptop.write(seat(juror), { type: 'lock-sheet', contestant, stage: 'risalah' });
    }
    if (signed.includes(juror)) laptop.write(seat(juror), { type: 'sign-off-category', category: 'kesehatan' });
  }
  return laptop;
}

const contestOf = (laptop: Laptop) => foldEvents(laptop.events());

async function open(laptop: Laptop) {
  const { user } = openWindow(laptop, '#/musyawarah');
  await user.click(await screen.findByRole('button', { name: 'Tampilkan hasil' }));
  return user;
}

test('[Z16] what is lacking stands with its way, and nothing is proposed before it is settled', async () => {
  await open(judged({ sealing: true }, ['juri-1']));
  const lacks = await screen.findByRole('region', { name: 'Yang masih kurang' });
  expect(within(lacks).getByText('Kesehatan: belum disahkan oleh Juri 2 (contoh).')).toBeDefined();
  expect(within(lacks).getByRole('link', { name: 'Buka Pemantauan' }).getAttribute('href')).toBe('#/pemantauan');
  expect(screen.getByRole('button', { name: 'Ajukan segel' })).toHaveProperty('disabled', true);
  const places = screen.getByRole('region', { name: 'Peringkat Kesehatan' });
  const [first] = within(places).getAllByRole('row', { name: /KBK Melati/ });
  expect(first?.textContent).toContain('selisih tipis: periksa sekali lagi');
  expect(first?.textContent).toContain('0,02');
});

test('[Z16] without sealing the review and the remarks are there, and no seal is asked for', async () => {
  const laptop = judged({});
  const user = await open(laptop);
  expect(await screen.findByText(/tidak memakai segel/)).toBeDefined();
  expect(screen.getAllByText('Siap diperiksa')).toHaveLength(2);
  expect(screen.queryByText(/disegel|lalu segel/)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Ajukan segel' })).toBeNull();
  expect(screen.queryByRole('region', { name: 'Sanggahan' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Tambah catatan…' }));
  await user.selectOptions(
    await screen.findByRole('combobox', { name: 'Tentang' }),
    '2 · KBK Mawar · Puskesmas Bangsri',
  );
  await user.type(screen.getByRole('textbox', { name: /Catatan dan alasannya/ }), 'Selisih diperiksa, tetap.');
  await user.click(screen.getByRole('button', { name: 'Simpan catatan' }));
  expect(await screen.findByText('Selisih diperiksa, tetap.')).toBeDefined();
  expect(contestOf(laptop).remarks.map(({ value }) => value)).toEqual([
    { category: 'kesehatan', contestant: 'mawar', text: 'Selisih diperiksa, tetap.' },
  ]);
});

test('a sheet is opened again with a reason from there', async () => {
  const laptop = judged({ sealing: true });
  const user = await open(laptop);
  await user.click(await screen.findByRole('button', { name: 'Buka lagi selembar nilai…' }));
  await user.type(await screen.findByRole('textbox', { name: /Alasan/ }), 'Salah ketik');
  await user.click(screen.getByRole('button', { name: 'Buka lembar' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Pilih dahulu juri dan lembarnya.');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Juri' }), 'Juri 2 (contoh)');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Lembar' }), '3 · KBK Kenanga · Dinas Kesehatan');
  await user.click(screen.getByRole('button', { name: 'Buka lembar' }));
  expect(await screen.findByText('Kesehatan: 1 lembar nilai belum terkunci.')).toBeDefined();
  expect(laptop.events().at(-1)?.event.type).toMatch(/sheet-reopened|sign-off-reopened/);
});

test('[Z3] [Z9] two people seal, each with an own PIN, and open it the same way; the seal stays in the history', async () => {
  const laptop = judged({ sealing: true });
  const user = await open(laptop);
  await user.click(await screen.findByRole('button', { name: 'Ajukan segel' }));
  const [proposed] = await seals(laptop, 1);
  const code = groupedCode(proposed?.code ?? '');
  expect(await screen.findByText(code)).toBeDefined();
  const approve = await screen.findByRole('button', { name: 'Setujui sebagai ketua panitia…' });
  expect(approve).toHaveProperty('disabled', true);
  act(() => laptop.write(seat('juri-1'), { type: 'confirm-seal', code: proposed?.code ?? '' }));
  expect(await screen.findByText(/sudah menyetujui/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Setujui sebagai ketua panitia…' }));
  // The chair has no PIN yet, and makes it alone.
  await user.type(await screen.findByLabelText('PIN baru ketua panitia'), '2468');
  await user.type(screen.getByLabelText('PIN sekali lagi'), '2468');
  await user.click(screen.getByRole('button', { name: 'Simpan PIN' }));
  expect(await screen.findByRole('button', { name: 'Buka segel…' })).toBeDefined();
  expect(standingSealOf(contestOf(laptop), 'kesehatan' as never)?.code).toBe(proposed?.code);

  await user.click(screen.getByRole('button', { name: 'Buka segel…' }));
  await user.type(await screen.findByRole('textbox', { name: /Alasan/ }), 'Salah hitung waktu');
  await user.click(screen.getByRole('button', { name: 'Ajukan pembukaan segel' }));
  expect(await screen.findByText(/Pembukaan segel diajukan. Alasan: Salah hitung waktu/)).toBeDefined();
  const [opening] = await seals(laptop, 1);
  const { code: sealed = '', opening: asked } = opening ?? {};
  act(() => laptop.write(seat('juri-1'), { type: 'confirm-seal', code: sealed, opening: asked?.ref ?? ('' as never) }));
  const agree = await screen.findByRole('button', { name: 'Setujui pembukaan sebagai ketua panitia…' });
  await screen.findByText(/sudah menyetujui/);
  await user.click(agree);
  await user.type(await screen.findByLabelText('PIN ketua panitia'), '1111');
  await user.click(screen.getByRole('button', { name: 'Buka segel' }));
  expect(await within(screen.getByRole('dialog')).findByRole('alert')).toHaveProperty(
    'textContent',
    'PIN salah. Coba lagi.',
  );
  await user.clear(screen.getByLabelText('PIN ketua panitia'));
  await user.type(screen.getByLabelText('PIN ketua panitia'), '2468');
  await user.click(screen.getByRole('button', { name: 'Buka segel' }));
  expect(await screen.findByRole('heading', { name: 'Segel sebelumnya' })).toBeDefined();
  expect(screen.getByText(code)).toBeDefined();
  expect(await screen.findByRole('button', { name: 'Ajukan segel' })).toHaveProperty('disabled', false);
});

test('[Z15] what is sealed and not announced is shown to who has the chair’s PIN', async () => {
  const laptop = judged({ sealing: true });
  await seal(laptop);
  const { user } = openWindow(laptop, '#/peringkat');
  expect(await screen.findByRole('heading', { name: 'Hasil sudah disegel' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Tampilkan peringkat' }));
  await user.type(await screen.findByLabelText('PIN ketua panitia'), '1357');
  await user.click(screen.getByRole('button', { name: 'Tampilkan' }));
  expect((await screen.findByRole('alert')).textContent).toContain('PIN salah');
  expect(screen.queryByText('KBK Melati')).toBeNull();
  await user.clear(screen.getByLabelText('PIN ketua panitia'));
  await user.type(screen.getByLabelText('PIN ketua panitia'), '2468');
  await user.click(screen.getByRole('button', { name: 'Tampilkan' }));
  expect((await screen.findAllByText('KBK Melati')).length).toBeGreaterThan(0);
});

test('[Z16] the jury’s chair agrees on the own seat, and no other juror is asked', async () => {
  const laptop = judged({ sealing: true });
  const { code } = await proposal(laptop);
  laptop.signIn({ role: 'seat', seat: 'juri-1' as never });
  const { user } = openWindow(laptop, '#/pengesahan');
  expect(await screen.findByText(groupedCode(code))).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Setujui segel' }));
  await user.click(await screen.findByRole('button', { name: 'Ya, saya setujui' }));
  expect(await screen.findByText(/Menunggu ketua panitia/)).toBeDefined();
  expect(sealsOf(contestOf(laptop))[0]?.confirmed?.value.juror).toBe('juri-1');
  act(() => laptop.signIn({ role: 'seat', seat: 'juri-2' as never }));
  expect(await screen.findByRole('heading', { name: 'Pengesahan nilai' })).toBeDefined();
  expect(screen.queryByText(groupedCode(code))).toBeNull();
});

test('[Z10] objections are taken down and answered; open ones are named at the seal and the announcement', async () => {
  const laptop = judged({ sealing: true, objections: true });
  const user = await open(laptop);
  await user.click(await screen.findByRole('button', { name: 'Catat sanggahan…' }));
  await user.click(await screen.findByRole('button', { name: 'Catat' }));
  expect(await screen.findByText('Isi siapa yang menyanggah.')).toBeDefined();
  await user.type(screen.getByRole('textbox', { name: /Yang menyanggah/ }), 'KBK Kenanga');
  await user.type(screen.getByRole('textbox', { name: /Isi sanggahan/ }), 'Waktu kami terpotong.');
  await user.click(screen.getByRole('button', { name: 'Catat' }));
  expect(await screen.findByText('1 sanggahan belum dijawab. Segel tetap dapat diajukan.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Jawab sanggahan KBK Kenanga' }));
  await user.click(await screen.findByRole('radio', { name: 'Ditolak' }));
  await user.type(screen.getByRole('textbox', { name: /Jawaban/ }), 'Waktu tercatat penuh.');
  await user.click(screen.getByRole('button', { name: 'Catat' }));
  expect(await screen.findByText('Ditolak: Waktu tercatat penuh.')).toBeDefined();
  expect(screen.queryByText(/belum dijawab/)).toBeNull();
  act(() =>
    laptop.write(committee, { type: 'enter-objection', by: 'Ani', category: '*', contestant: null, text: 'Panas.' }),
  );
  await user.click(screen.getByRole('link', { name: 'Pengumuman' }));
  expect(await screen.findByText('1 sanggahan belum dijawab')).toBeDefined();
});

async function seals(laptop: Laptop, count: number) {
  await screen.findByText('Kode periksa');
  const all = sealsOf(contestOf(laptop));
  expect(all).toHaveLength(count);
  return all;
}

async function proposal(laptop: Laptop): Promise<{ readonly code: string }> {
  const answer = await laptop.api.request('propose-seal', { scope: 'kesehatan' });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

/** By both, without a screen. */
async function seal(laptop: Laptop): Promise<void> {
  const { code } = await proposal(laptop);
  laptop.write(seat('juri-1'), { type: 'confirm-seal', code });
  await laptop.api.request('set-chair-pin', { pin: '2468' });
  expect(await laptop.api.request('approve-seal', { code, pin: '2468' })).toMatchObject({ ok: true });
}

test('[Z1] ballots that one person alone has entered, and a round that was closed with others, are lacking by their names', async () => {
  const laptop = createLaptop(
    {
      type: 'found-contest',
      setup: {
        ...sampleSetup,
        contest: { ...sampleSetup.contest, sealing: true },
        stages: sampleSetup.stages.map((stage) =>
          stage.id === 'presentasi' ? { ...stage, after: { stage: 'risalah', top: 2 } } : stage,
        ),
        jurors: sampleSetup.jurors.slice(0, 1).map((juror) => ({ ...juror, chair: true })),
        awards: [{ id: 'suara', name: 'Favorit penonton', kind: 'ballots', votes: [], count: 1 }],
      },
      recusals: [],
      absences: [],
      penalties: [],
      decisions: [],
    },
    { role: 'committee' },
  );
  for (const [contestant, value] of Object.entries({ melati: '4.5', mawar: '4', kenanga: '3.5', anggrek: '3' })) {
    laptop.write(seat('juri-1'), { type: 'set-score', contestant, criterion: 'tema', value });
    laptop.write(seat('juri-1'), { type: 'lock-sheet', contestant, stage: 'risalah' });
  }
  const advanced = ['melati', 'kenanga'];
  const round = { category: 'kesehatan', stage: 'presentasi', advanced, out: ['mawar', 'anggrek'] };
  laptop.write(committee, { type: 'close-round', ...round });
  laptop.write(committee, { type: 'enter-tally', award: 'suara', by: 'Sari', votes: [] });
  await open(laptop);
  const lacks = within(await screen.findByRole('region', { name: 'Yang masih kurang' }));
  expect(lacks.getByText('Favorit penonton: hasil hitung suara belum disepakati dua orang.')).toBeDefined();
  expect(lacks.getByRole('link', { name: 'Buka Penghargaan' }).getAttribute('href')).toBe('#/rubrik?bagian=awards');
  expect(lacks.getByText('Kesehatan: yang lolos berubah setelah babak ditutup. Tutup lagi babaknya.')).toBeDefined();
});
