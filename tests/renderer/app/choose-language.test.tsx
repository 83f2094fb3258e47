/**
 * [H9] Another language closes nothing and loses nothing: what is open, typed or begun stays, the focus too, and every screen says what
 * it says when it is opened in that language.
 */
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { language, speak } from '../../../renderer/messages/language.ts';
import { openImport } from '../features/import/open-import.ts';
import { alur, juror } from '../features/scoring/scoring-laptop.ts';
import { withAnswers } from '../support/answers.ts';
import { createLaptop, type Laptop } from '../support/laptop.ts';
import { openWindow, prepareWindow } from '../support/open-window.tsx';
import { sampleFounding, sampleSetup } from '../support/sample.ts';

prepareWindow();

afterEach(() => act(() => speak('id')));

const refused = { ok: false, error: { type: 'refused', message: 'Tidak dapat disimpan.', problems: [] } } as const;
const committee = { role: 'committee' } as const;
const speaks = { 'choose-language': () => null };

test.each([
  ['#/impor', committee],
  ['#/rubrik', committee],
  ['#/urutan', committee],
  ['#/siap', committee],
  ['#/pemantauan', committee],
  ['#/perangkat', committee],
  ['#/peringkat', committee],
  ['#/pengumuman', committee],
  ['#/dokumen', committee],
  ['#/riwayat', committee],
  ['#/penilaian', juror],
  ['#/pengesahan', juror],
] as const)('%s says in English what it says when it is opened in English', async (address, session) => {
  const open = async () => {
    openWindow(judged(session), address);
    await screen.findByRole('main');
    await waitFor(() => expect(screen.getByRole('main').querySelector('h1, h2, h3')).not.toBeNull());
  };
  act(() => speak('en'));
  await open();
  await waitFor(() => expect(said().length).toBeGreaterThan(20));
  const english = said();
  cleanup();
  act(() => speak('id'));
  await open();
  await waitFor(() => expect(said()).toHaveLength(english.length));
  expect(said()).not.toEqual(english);
  act(() => speak('en'));
  await waitFor(() => expect(said()).toEqual(english));
  expect(document.documentElement.lang).toBe('en');
});

test('the settings stay open with the focus on the choice, and speak the other language', async () => {
  const { user } = openWindow(judged(committee), '#/dokumen');
  await screen.findByRole('button', { name: 'Simpan buku kerja…' });
  await user.keyboard('{Control>},{/Control}');
  const settings = await screen.findByRole('dialog', { name: 'Pengaturan' });
  const choice = within(settings).getByRole('radio', { name: 'Bahasa Indonesia' });
  choice.focus();
  await user.keyboard('{ArrowRight}');
  expect(await screen.findByRole('dialog', { name: 'Settings' })).toBe(settings);
  expect(document.activeElement).toBe(within(settings).getByRole('radio', { name: 'English' }));
  expect(within(settings).getByText('Text size')).toBeDefined();
});

test('a list that was read and is not saved yet stays', async () => {
  const { laptop, user, dropText } = openImport();
  await dropText('No,Nama KBK,Unit,Kategori\n7,KBK Wijaya,RSUD Kartini,Kesehatan\n');
  await screen.findAllByText('KBK Wijaya');
  answering(laptop);
  await chooseEnglish(user);
  expect(screen.getAllByText('KBK Wijaya').length).toBeGreaterThan(0);
  expect(screen.queryByText('Impor')).toBeNull();
});

test('a practice sheet stays with what stands on it', async () => {
  const laptop = withAnswers(createLaptop(sampleFounding, juror), speaks);
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('button', { name: 'Cara menilai dan latihan' }));
  for (let step = 1; step < 5; step += 1) await user.click(await screen.findByRole('button', { name: 'Lanjut' }));
  await user.click(screen.getByRole('button', { name: 'Coba lembar latihan' }));
  const practice = await screen.findByRole('region', { name: 'Latihan' });
  await user.keyboard('80{Enter}');
  await chooseEnglish(user);
  expect(screen.getByRole('region', { name: 'Practice' })).toBe(practice);
  const fields = screen.getAllByRole<HTMLInputElement>('textbox', { hidden: true });
  expect(fields.map((each) => each.value)).toContain('80');
});

test('a score and a note that could not be saved stay in their fields, and leaving the sheet still asks', async () => {
  const laptop = withAnswers(createLaptop(sampleFounding, juror), { ...speaks, execute: () => refused });
  const { user } = openWindow(laptop);
  const field = await alur();
  await user.type(field, '870{Enter}');
  await user.click(screen.getByRole('button', { name: 'Tulis Catatan untuk seluruh lembar' }));
  const note = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Catatan untuk seluruh lembar' });
  await user.type(note, 'Yel-yel kompak');
  await chooseEnglish(user);
  expect(note.isConnected && note.value).toBe('Yel-yel kompak');
  expect(screen.queryByRole('dialog', { name: 'Something is not saved yet' })).toBeNull();
  await user.click(screen.getByRole('button', { name: /KBK Mawar/ }));
  const asked = await screen.findByRole('dialog');
  expect(within(asked).getByText('Alur langkah jelas dan runtut: 870')).toBeDefined();
});

test('what was refused does not stay in the language that is spoken no longer: beside what was asked, and above it', async () => {
  const laptop = withAnswers(judged(committee), { 'save-workbook': () => refused });
  const { user } = openWindow(laptop, '#/dokumen');
  await user.click(await screen.findByRole('button', { name: 'Simpan buku kerja…' }));
  await screen.findByText('Tidak dapat disimpan.');
  act(() => speak('en'));
  await waitFor(() => expect(screen.queryByText('Tidak dapat disimpan.')).toBeNull());
});

test('what was refused of a fact goes from the strip above everything, long before its time', async () => {
  const laptop = withAnswers(createLaptop(sampleFounding, juror), { execute: () => refused });
  const { user } = openWindow(laptop);
  await user.type(await alur(), '80{Enter}');
  await screen.findByText('Tidak dapat disimpan.');
  act(() => speak('en'));
  await waitFor(() => expect(screen.queryByText('Tidak dapat disimpan.')).toBeNull(), { timeout: 5000 });
  expect((await alur()).value).toBe('80');
});

test('what could not be read is asked for again, and said in the other language', async () => {
  const said = { id: 'Tidak terbaca.', en: 'Cannot be read.' };
  const unread = () => ({ ok: false, error: { type: 'refused', message: said[language()], problems: [] } });
  openWindow(withAnswers(judged(committee), { 'stage-time': unread } as never), '#/dokumen');
  await screen.findByText('Tidak terbaca.');
  act(() => speak('en'));
  await screen.findByText('Cannot be read.');
  expect(screen.queryByText('Tidak terbaca.')).toBeNull();
});

test('what is wrong with a number, and with a sheet that is to be locked, is said in the other language', async () => {
  const order = openWindow(judged(committee), '#/urutan');
  const [number] = await screen.findAllByRole('textbox', { name: /^Nomor/ });
  if (number === undefined) throw new Error('the groups have numbers');
  await order.user.clear(number);
  await order.user.type(number, '2{Enter}');
  await screen.findByText(/Nomor 2 /);
  act(() => speak('en'));
  expect(await screen.findByText(/^Number 2 /)).toBeDefined();
  cleanup();
  act(() => speak('id'));
  const { user } = openWindow(createLaptop(sampleFounding, juror));
  await alur();
  await user.click(screen.getByRole('button', { name: 'Kunci nilai' }));
  await screen.findByText(/Belum dinilai: /);
  act(() => speak('en'));
  expect(await screen.findByText(/Not scored: /)).toBeDefined();
});

test('where the choice fails, the language stays as it was', async () => {
  const laptop = withAnswers(judged(committee), { 'choose-language': () => refused });
  const { user } = openWindow(laptop, '#/peringkat');
  await user.click(await screen.findByRole('button', { name: 'Ukuran huruf dan tampilan' }));
  await user.click(await screen.findByRole('radio', { name: 'English', hidden: true }));
  await screen.findByText('Tidak dapat disimpan.');
  expect(screen.getByRole('button', { name: 'Ukuran huruf dan tampilan' })).toBeDefined();
});

function judged(session: typeof committee | typeof juror): Laptop {
  const inner = createLaptop(sampleFounding, session, session.role === 'committee' ? { kind: 'committee' } : {});
  inner.write({ role: 'committee', device: 'c'.repeat(26) }, {
    type: 'show-stage',
    contestant: sampleSetup.contestants[0]?.id,
    stage: 'presentasi',
  } as never);
  return withAnswers(inner, { ...speaks, templates: () => [] } as never);
}

/** The import's laptop has its answers already. */
function answering(laptop: Laptop): void {
  const { request } = laptop.api;
  Object.assign(laptop.api, {
    request: (channel: never, input: never) =>
      channel === 'choose-language' ? Promise.resolve({ ok: true, value: null }) : request(channel, input),
  });
}

async function chooseEnglish(user: UserEvent): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Ukuran huruf dan tampilan' }));
  await user.click(await screen.findByRole('radio', { name: 'English', hidden: true }));
  await screen.findByRole('button', { name: 'Text size and appearance' });
}

/** Every text of the page, and what is said beside it. */
function said(): readonly string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Element) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const value = node.getAttribute(name);
        // The kit's own, which nobody is told.
        if (value !== null && value !== 'autosize measurement') texts.push(value);
      }
    } else if (node.textContent !== null && node.parentElement?.closest('style') === null) texts.push(node.textContent);
  }
  return texts;
}
