import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { withAnswers, type Answers } from '../../support/answers.ts';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';

prepareWindow();

function start(answers: Answers) {
  const laptop = withAnswers(createLaptop(sampleFounding, { role: 'committee' }), {
    'preview-print': () => ({ html: '<!doctype html><title>Rekap</title><p>Isi kertas</p>' }),
    ...answers,
  });
  const asked = (channel: string) => laptop.asked.filter((each) => each.channel === channel).map((each) => each.input);
  return { ...openWindow(laptop, '#/dokumen'), asked, laptop };
}

const card = (name: string) => screen.findByRole('region', { name });

test('a saved workbook names its path and leads to its folder; what is not complete is said before', async () => {
  const { user, asked } = start({
    'save-workbook': () => ({ ok: true, value: { path: '/berkas/Bagian Organisasi/Rekap.xlsx' } }),
    'show-in-folder': () => null,
  });
  expect(await screen.findByText('Hasil belum lengkap: Kesehatan')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Simpan buku kerja…' }));
  const workbook = within(await card('Buku kerja Excel'));
  expect(await workbook.findByText('Rekap.xlsx')).toBeDefined();
  const folder = workbook.getByText('/berkas/Bagian Organisasi/');
  expect([...folder.childNodes].map((node) => node.textContent)).toEqual([
    '/',
    '',
    'berkas/',
    '',
    'Bagian Organisasi/',
  ]);
  await user.click(screen.getByRole('button', { name: 'Buka folder' }));
  expect(asked('show-in-folder')).toEqual([{ path: '/berkas/Bagian Organisasi/Rekap.xlsx' }]);
});

test('the paper is seen before it is printed, in a frame that may do nothing, and may be left alone', async () => {
  const { user, asked } = start({});
  const recap = await card('Rekap di atas kertas');
  const button = within(recap).getByRole('button', { name: 'Cetak…' });
  await user.click(button);
  const preview = await screen.findByRole('dialog', { name: 'Lihat sebelum mencetak: Rekap di atas kertas' });
  const paper = await within(preview).findByTitle<HTMLIFrameElement>('Isi kertas: Rekap di atas kertas');
  expect(paper.srcdoc).toContain('Isi kertas');
  expect(paper.getAttribute('sandbox')).toBe('');
  await user.click(within(preview).getByText('Tutup'));
  expect(asked('print-recap')).toEqual([]);
  expect(document.activeElement).toBe(button);
});

test('a closed printer dialog is not said to have printed', async () => {
  const { user } = start({ 'print-recap': () => ({ ok: true, value: { path: null, notPrinted: true } }) });
  const recap = await card('Rekap di atas kertas');
  await user.click(within(recap).getByRole('button', { name: 'Cetak…' }));
  await user.click(await screen.findByRole('button', { name: 'Cetak' }));
  expect(await within(recap).findByText('Tidak jadi dicetak.')).toBeDefined();
  expect(within(recap).queryByText('Rekap sudah diserahkan kepada pencetak.')).toBeNull();
});

test('a refusal stands in its own card, a closed dialog is no failure', async () => {
  const { user, asked } = start({
    'print-recap': ({ toPdf }) =>
      toPdf
        ? { ok: false, error: { type: 'disk', message: 'Berkas tidak dapat ditulis.', problems: [] } }
        : { ok: true, value: { path: null } },
    'save-contest-file': () => ({ ok: true, value: { path: null } }),
  });
  const recap = await card('Rekap di atas kertas');
  await user.click(within(recap).getByRole('button', { name: 'Simpan PDF…' }));
  expect(await within(recap).findByText('Berkas tidak dapat ditulis.')).toBeDefined();
  await user.click(within(recap).getByRole('button', { name: 'Cetak…' }));
  await user.click(await screen.findByRole('button', { name: 'Cetak' }));
  expect(await within(recap).findByText('Rekap sudah diserahkan kepada pencetak.')).toBeDefined();
  const file = await card('Berkas lomba');
  await user.click(within(file).getByRole('button', { name: 'Simpan tanpa nilai…' }));
  expect(await within(file).findByText('Tidak jadi disimpan.')).toBeDefined();
  expect(asked('save-contest-file')).toEqual([{ withScores: false }]);
});

test('[X25] a paper is seen, saved as PDF or for a word processor, of all groups or of one', async () => {
  const { user, asked } = start({
    'save-paper': () => ({ ok: true, value: { path: '/berkas/Berita acara.docx' } }),
  });
  const minutes = within(await card('Berita acara'));
  await user.click(minutes.getByRole('button', { name: 'Simpan Word…' }));
  expect(await minutes.findByText('Berita acara.docx')).toBeDefined();
  const feedback = within(await card('Umpan balik untuk kelompok'));
  const choice = feedback.getByLabelText<HTMLSelectElement>('Untuk kelompok');
  const one = choice.options[1];
  await user.selectOptions(choice, one?.value ?? '');
  await user.click(feedback.getByRole('button', { name: 'Simpan PDF…' }));
  await user.click(feedback.getByRole('button', { name: 'Cetak…' }));
  await user.click(await screen.findByRole('button', { name: 'Cetak' }));
  expect(asked('preview-print').at(-1)).toEqual({ document: 'feedback', only: one?.value });
  expect(asked('save-paper')).toMatchObject([
    { paper: 'minutes', to: 'docx', only: null },
    { paper: 'feedback', to: 'pdf', only: one?.value },
    { paper: 'feedback', to: 'printer', only: one?.value },
  ]);
});

test('[X29] a certificate is written beside a sample of it, kept as a fact, and made for whoever is chosen', async () => {
  const { user, asked, laptop } = start({
    'save-paper': () => ({ ok: true, value: { path: '/berkas/Piagam.pdf' } }),
    'hall-pictures': () => ({}),
    'preview-print': ({ draft }) => ({ html: `<!doctype html><p>${draft?.text ?? 'Teks biasa'}</p>` }),
  });
  const certificates = within(await card('Piagam'));
  await user.click(certificates.getByRole('button', { name: 'Atur piagam…' }));
  const editor = within(await screen.findByRole('dialog', { name: 'Atur piagam' }));
  const sample = async (text: string) =>
    waitFor(() => {
      const frame = editor.getByTitle<HTMLIFrameElement>('Contoh, dengan nama terpanjang');
      expect(frame.srcdoc).toContain(text);
      expect(frame.getAttribute('sandbox')).toBe('');
    });
  await sample('Teks biasa');
  const area = editor.getByLabelText<HTMLTextAreaElement>('Teks piagam');
  expect(area.value).toContain('{nama}');
  await user.clear(area);
  await user.type(area, 'PIAGAM bagi ');
  await user.click(editor.getByRole('button', { name: 'Sisipkan isian nama' }));
  await user.type(area, '{{apa}');
  expect(await editor.findByText('Bukan isian, dicetak apa adanya: {apa}')).toBeDefined();
  await sample('PIAGAM bagi {nama}{apa}');
  await user.selectOptions(editor.getByLabelText('Kosong di atas'), '55');
  await user.click(editor.getByRole('button', { name: 'Simpan teks piagam' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const kept = laptop.events().flatMap(({ event }) => (event.type === 'info-changed' ? [event.contest] : []));
  expect(kept.at(-1)?.certificate).toEqual({ text: 'PIAGAM bagi {nama}{apa}', top: 55 });
  await user.selectOptions(certificates.getByLabelText('Untuk siapa'), 'participants');
  await user.click(certificates.getByRole('button', { name: 'Simpan PDF…' }));
  expect(await certificates.findByText('Piagam.pdf')).toBeDefined();
  expect(asked('save-paper')).toMatchObject([
    { paper: 'certificates', to: 'pdf', only: null, recipients: 'participants' },
  ]);
});

test('[X29] a certificate that is not saved changes nothing', async () => {
  const { user, laptop } = start({ 'hall-pictures': () => ({}) });
  const before = laptop.events().length;
  await user.click(within(await card('Piagam')).getByRole('button', { name: 'Atur piagam…' }));
  const editor = within(await screen.findByRole('dialog', { name: 'Atur piagam' }));
  await user.type(editor.getByLabelText('Nama penanda tangan'), 'Nama Contoh');
  await user.click(editor.getByRole('button', { name: 'Batal' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(laptop.events()).toHaveLength(before);
});

test('[X31] a paper that is being made says how far it is, in its own card, and can be stopped', async () => {
  let end: (answer: { ok: true; value: { path: null } }) => void = () => undefined;
  const { user, asked, laptop } = start({
    'save-paper': () => new Promise((resolve) => (end = resolve)),
    'cancel-paper': () => {
      end({ ok: true, value: { path: null } });
      return null;
    },
  });
  const feedback = within(await card('Umpan balik untuk kelompok'));
  await user.click(feedback.getByRole('button', { name: 'Simpan PDF…' }));
  await waitFor(() => expect(asked('save-paper')).toHaveLength(1));
  const { job } = asked('save-paper')[0] as { readonly job: string };
  expect(feedback.queryByRole('button', { name: 'Hentikan' })).toBeNull();
  act(() => laptop.tell('document-progress', { job: 'another', step: 'facts', done: 1, of: 2 }));
  expect(feedback.queryByText(/Membaca catatan/)).toBeNull();
  act(() => laptop.tell('document-progress', { job, step: 'facts', done: 4000, of: 16_395 }));
  expect(await feedback.findByText(/Membaca catatan lomba: 4000 dari 16395/)).toBeDefined();
  act(() => laptop.tell('document-progress', { job, step: 'pdf', done: 0, of: 52 }));
  expect(await feedback.findByText(/Membuat PDF dari 52 halaman/)).toBeDefined();
  expect(within(await card('Berita acara')).queryByText(/Membuat PDF/)).toBeNull();
  await user.click(feedback.getByRole('button', { name: 'Hentikan' }));
  expect(asked('cancel-paper')).toEqual([{ job }]);
  expect(await feedback.findByText('Tidak jadi disimpan.')).toBeDefined();
  expect(feedback.queryByRole('button', { name: 'Hentikan' })).toBeNull();
});
