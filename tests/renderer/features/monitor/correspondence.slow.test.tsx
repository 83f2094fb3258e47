/** [D24] [D25] Jury and committee at their windows: a request with both answers, and a line that stands until it is seen. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openRequests } from '../../../../shared/domain/correspondence.ts';
import { foldEvents } from '../../../../shared/domain/facts/evolve.ts';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';

prepareWindow();

const seat = { role: 'seat', seat: 'juri-1' } as const;
const author = { ...seat, device: 'd'.repeat(26) };
const committee = { role: 'committee', device: 'c'.repeat(26) } as const;
const melati = { contestant: 'melati', stage: 'presentasi' } as const;

/** A laptop at which juror 1 has locked the first sheet. */
function locked(session: { readonly role: 'committee' } | typeof seat) {
  const laptop = createLaptop(sampleFounding, session, session.role === 'committee' ? { kind: 'committee' } : {});
  for (const criterion of ['alur', 'penguasaan', 'tim']) {
    laptop.write(author, { type: 'set-score', contestant: 'melati', criterion, value: '80' });
  }
  laptop.write(author, { type: 'lock-sheet', ...melati });
  return laptop;
}

test('[D24] a juror asks for a locked sheet with a reason, and reads what became of it', async () => {
  const laptop = locked(seat);
  const { user } = openWindow(laptop);
  await user.click(await screen.findByRole('radio', { name: 'Presentasi · Terkunci' }));
  await user.click(await screen.findByRole('button', { name: 'Minta lembar ini dibuka…' }));
  await user.type(await screen.findByLabelText(/Apa yang keliru/), 'angka tertukar');
  await user.click(screen.getByRole('button', { name: 'Kirim permintaan' }));
  expect(await screen.findByText('Permintaan Anda menunggu jawaban panitia. Alasan: angka tertukar')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Minta lembar ini dibuka…' })).toBeNull();

  const request = openRequests(foldEvents(laptop.events()))[0]?.ref ?? '';
  laptop.write(committee, { type: 'refuse-reopening', request, reason: 'sudah diumumkan' });
  expect(await screen.findByText('Panitia tidak membuka lembar ini. Alasan: sudah diumumkan')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Minta lembar ini dibuka…' })).toBeDefined();
});

test('[D24] the committee sees the request with its reason and opens the sheet, with the juror’s reason', async () => {
  const laptop = locked({ role: 'committee' });
  laptop.write(author, { type: 'ask-reopening', ...melati, reason: 'angka tertukar' });
  const { user } = openWindow(laptop, '#/pemantauan');
  expect(await screen.findByText('Juri meminta lembar ini dibuka. Alasan: angka tertukar')).toBeDefined();
  await user.click(screen.getByRole('button', { name: /^Buka kunci: Juri 1 \(contoh\) · .*Melati/ }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Buka kunci' }));
  await waitFor(() => expect(screen.queryByText(/Juri meminta lembar ini dibuka/)).toBeNull());
  const opened = laptop.events().map(({ event }) => event);
  expect(opened).toContainEqual(expect.objectContaining({ type: 'sheet-reopened', reason: 'angka tertukar' }));
});

test('[D24] the committee refuses with a reason', async () => {
  const laptop = locked({ role: 'committee' });
  laptop.write(author, { type: 'ask-reopening', ...melati, reason: 'angka tertukar' });
  const { user } = openWindow(laptop, '#/pemantauan');
  await user.click(await screen.findByRole('button', { name: /^Tolak permintaan: Juri 1/ }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText(/Alasan/), 'sudah diumumkan');
  await user.click(dialog.getByRole('button', { name: 'Tolak permintaan' }));
  await waitFor(() => expect(screen.queryByText(/Juri meminta lembar ini dibuka/)).toBeNull());
  const facts = laptop.events().map(({ event }) => event);
  expect(facts).toContainEqual(expect.objectContaining({ type: 'reopening-refused', reason: 'sudah diumumkan' }));
});

test('[D25] a line from the committee stands on the juror’s screen until it was read, and nobody else reads it', async () => {
  const laptop = locked(seat);
  laptop.write(committee, { type: 'send-message', to: 'juri-2', text: 'bukan untuk Anda' });
  const { user } = openWindow(laptop);
  await screen.findAllByRole('button', { name: /KBK Melati/ });
  laptop.write(committee, { type: 'send-message', to: 'juri-1', text: 'mohon kunci nomor 5' });
  const message = within(await screen.findByRole('alert', { name: 'Pesan panitia' }));
  expect(message.getByText('mohon kunci nomor 5')).toBeDefined();
  expect(screen.queryByText('bukan untuk Anda')).toBeNull();
  await user.click(message.getByRole('button', { name: 'Sudah saya baca' }));
  await waitFor(() => expect(screen.queryByRole('alert', { name: 'Pesan panitia' })).toBeNull());
  expect(laptop.events().at(-1)?.event).toMatchObject({ type: 'message-seen' });
});

test('[D25] the committee writes to one or to all, and sees who has read it', async () => {
  const laptop = locked({ role: 'committee' });
  const { user } = openWindow(laptop, '#/pemantauan');
  await user.click(await screen.findByRole('button', { name: 'Pesan ke juri…' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Kirim pesan' }));
  expect(dialog.getByText('Tulis pesannya lebih dahulu.')).toBeDefined();
  await user.type(dialog.getByLabelText('Pesan'), 'istirahat 10 menit');
  await user.click(dialog.getByRole('button', { name: 'Kirim pesan' }));
  await waitFor(() => expect(dialog.getAllByText('belum dilihat')).toHaveLength(3));
  await user.selectOptions(dialog.getByLabelText('Untuk'), 'juri-1');
  await user.type(dialog.getByLabelText('Pesan'), 'mohon kunci nomor 5');
  await user.click(dialog.getByRole('button', { name: 'Kirim pesan' }));
  await waitFor(() => expect(dialog.getAllByText('belum dilihat')).toHaveLength(4));
  const message = foldEvents(laptop.events()).messages.find(({ value }) => value.to === 'juri-1')?.ref ?? '';
  laptop.write(author, { type: 'see-message', message });
  expect(await dialog.findByText('sudah dilihat')).toBeDefined();
});

test('[D25] from a sheet that is not locked its juror is asked for it by one press, and not twice', async () => {
  const laptop = locked({ role: 'committee' });
  const { user } = openWindow(laptop, '#/pemantauan');
  await user.click(await screen.findByRole('button', { name: /^Juri 2 \(contoh\).*KBK Melati.*Belum/ }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Minta juri menguncinya' }));
  expect(await dialog.findByText('Pesan terkirim, belum dilihat juri.')).toBeDefined();
  expect(dialog.getByRole('button', { name: 'Minta juri menguncinya' })).toHaveProperty('disabled', true);
  const { messages } = foldEvents(laptop.events());
  expect(messages.map(({ value }) => [value.to, value.text])).toEqual([
    ['juri-2', expect.stringMatching(/^Mohon kunci nilai untuk 1 · KBK Melati/)],
  ]);
});
