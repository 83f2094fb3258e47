/** Ballots in the setup of awards: two people, each without the other's numbers, and only what differs is settled. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { foldEvents } from '../../../../shared/domain/facts/evolve.ts';
import { toContestFile } from '../../../../shared/domain/score-sheet.ts';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleSetup } from '../../support/sample.ts';

prepareWindow();

const ballots = { id: 'suara', name: 'Favorit penonton', kind: 'ballots' as const, votes: [], count: 1 };

function open() {
  const laptop = createLaptop(
    {
      type: 'found-contest',
      setup: { ...sampleSetup, awards: [ballots] },
      recusals: [],
      absences: [],
      penalties: [],
      decisions: [],
    },
    { role: 'committee' },
    { kind: 'committee' },
  );
  const { user } = openWindow(laptop, '#/rubrik?bagian=awards');
  const part = () => screen.findByRole('region', { name: 'Hitung suara Favorit penonton' });
  const counted = () =>
    toContestFile(foldEvents(laptop.events())).awards.flatMap((award) => (award.kind === 'ballots' ? award.votes : []));
  async function enter(button: string, by: string, counts: Readonly<Record<string, string>>): Promise<void> {
    await user.click(within(await part()).getByRole('button', { name: button }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: /^Dimasukkan oleh/ }), by);
    for (const [group, count] of Object.entries(counts)) {
      await user.type(dialog.getByRole('textbox', { name: new RegExp(group) }), count);
    }
    await user.click(dialog.getByRole('button', { name: 'Simpan hitungan' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  }
  return { laptop, user, part, counted, enter };
}

test('[D28] two counts that differ in one group: it alone stands out, is written again with a reason, and then holds', async () => {
  const { user, part, counted, enter } = open();
  await enter('Masukkan hitungan pertama…', 'Sari', { 'KBK Melati': '475', 'KBK Mawar': '12' });
  await within(await part()).findByText(/^Hitungan pertama sudah dimasukkan oleh Sari/);
  // The second person does not see the first numbers.
  expect(document.body.textContent).not.toContain('475');
  await enter('Masukkan hitungan kedua…', 'Budi', { 'KBK Melati': '425', 'KBK Mawar': '12' });
  await within(await part()).findByText('Hitungan Sari dan Budi berbeda pada 1 peserta.');
  await user.click(within(await part()).getByRole('button', { name: 'Selesaikan perbedaan…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Selesaikan perbedaan' }));
  expect(dialog.getByText('Sari: 475; Budi: 425')).toBeDefined();
  expect(dialog.queryByText(/KBK Mawar/)).toBeNull();
  await user.type(dialog.getByRole('textbox', { name: /^Alasan/ }), 'dihitung bersama');
  await user.click(dialog.getByRole('button', { name: 'Tetapkan' }));
  expect(dialog.getByText('Tulis angka yang benar untuk setiap peserta ini.')).toBeDefined();
  await user.type(dialog.getByRole('textbox', { name: /^Yang benar untuk/ }), '475');
  await user.click(dialog.getByRole('button', { name: 'Tetapkan' }));
  expect(await within(await part()).findByText('487 suara sudah dihitung')).toBeDefined();
  expect(counted()).toEqual([
    { contestant: 'mawar', votes: 12 },
    { contestant: 'melati', votes: 475 },
  ]);
});

test('[D28] without a name, or with something that is no number, nothing is saved; the same person is refused', async () => {
  const { laptop, user, part, enter } = open();
  await user.click(within(await part()).getByRole('button', { name: 'Masukkan hitungan pertama…' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('textbox', { name: /KBK Melati/ }), '4,5');
  await user.click(dialog.getByRole('button', { name: 'Simpan hitungan' }));
  expect(dialog.getByText('Tulis namanya lebih dahulu.')).toBeDefined();
  expect(dialog.getByText('Tulis bilangan bulat, atau kosongkan.')).toBeDefined();
  await user.click(dialog.getByRole('button', { name: 'Batal' }));
  await enter('Masukkan hitungan pertama…', 'Sari', {});
  expect(laptop.events().filter(({ event }) => event.type === 'tally-entered')).toHaveLength(1);
  await user.click(within(await part()).getByRole('button', { name: 'Batalkan hitungan…' }));
  const withdraw = within(await screen.findByRole('dialog', { name: 'Batalkan hitungan' }));
  await user.type(withdraw.getByRole('textbox', { name: /^Alasan/ }), 'kotak tertukar');
  await user.click(withdraw.getByRole('button', { name: 'Batalkan hitungan' }));
  expect(await within(await part()).findByRole('button', { name: 'Masukkan hitungan pertama…' })).toBeDefined();
});

test('[D28] saving a count does not save what is being changed in the form around it', async () => {
  const { laptop, user, enter } = open();
  const name = await screen.findByDisplayValue('Favorit penonton');
  await user.type(name, ' 2026');
  await enter('Masukkan hitungan pertama…', 'Sari', { 'KBK Melati': '4' });
  await waitFor(() => expect(laptop.events().some(({ event }) => event.type === 'tally-entered')).toBe(true));
  expect(laptop.events().some(({ event }) => event.type === 'awards-changed')).toBe(false);
  expect(name).toHaveProperty('value', 'Favorit penonton 2026');
});

test('[D28] an award by ballots is added like the others, and is counted once it is saved', async () => {
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Suara terbanyak' }));
  expect(await screen.findByText('Simpan dahulu, lalu masukkan hasil hitung suaranya di sini.')).toBeDefined();
});
