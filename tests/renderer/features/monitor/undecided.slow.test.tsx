/** What laptops wrote without knowing of each other waits, in words, until a person decides. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createLaptop, type Laptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';
import { author, contest, session, sheet } from './monitor-laptop.ts';

prepareWindow();

const committee = { role: 'committee', device: 'c'.repeat(26) } as const;

/** Locked on a laptop that did not know. */
function lockUnknowing(laptop: Laptop, named?: { readonly name: string; readonly unit: string }): void {
  laptop.receive([
    {
      ref: `${'e'.repeat(26)}:1`,
      atMs: 1_500_000_000_000,
      author: author('juri-2'),
      event: {
        type: 'sheet-locked',
        contestant: 'melati',
        stage: 'presentasi',
        values: { alur: '80', penguasaan: '81', tim: '82' },
        rubric: contest(laptop).rubricVersion ?? '',
        after: [],
        ...(named === undefined ? {} : { named }),
      },
    },
  ]);
}

test('[E6] a sheet locked beside "Tidak hadir" stands under what needs a look, in the board and its dialog, until decided', async () => {
  const laptop = createLaptop(sampleFounding, session);
  const absence = { juror: 'juri-2', contestant: 'melati', reason: 'sakit' };
  laptop.write(committee, { type: 'record-absence', absence });
  lockUnknowing(laptop);
  const { user } = openWindow(laptop);
  await screen.findByText('1 hal perlu diperhatikan');
  expect(screen.getByText(/hasil kategorinya sementara sampai diputuskan/)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Juri 2 (contoh), 1 · KBK Melati · RSUD Kartini: Bentrok' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: /^Putuskan: Juri 2/ }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/dengan alasan: sakit/)).toBeDefined();
  await user.type(within(dialog).getByRole('textbox'), 'dikunci sebelum pulang');
  await user.click(within(dialog).getByRole('button', { name: 'Simpan keputusan' }));
  await within(dialog).findByText('Pilih dahulu yang dihitung.');
  await user.click(within(dialog).getByRole('radio', { name: 'Nilai yang terkunci' }));
  await user.click(within(dialog).getByRole('button', { name: 'Simpan keputusan' }));
  await waitFor(() => expect(sheet(laptop, 'juri-2')?.state).toBe('locked'));
  await waitFor(() => expect(screen.queryByText('1 hal perlu diperhatikan')).toBeNull());
});

test('[E9] values of a group that was removed meanwhile bring it back, or are set aside', async () => {
  const laptop = createLaptop(sampleFounding, session);
  laptop.write(committee, { type: 'change-contestants', addCategories: [], put: [], removed: ['melati'] });
  lockUnknowing(laptop);
  const { user } = openWindow(laptop);
  await screen.findByText('1 hal perlu diperhatikan');
  await user.click(screen.getByRole('button', { name: /^Putuskan: Juri 2 \(contoh\) · 1 · KBK Melati/ }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('radio', { name: 'Kembalikan KBK Melati ke daftar peserta' })).toBeDefined();
  await user.type(within(dialog).getByRole('textbox'), 'terhapus keliru');
  await user.click(within(dialog).getByRole('button', { name: 'Simpan' }));
  await waitFor(() => expect(sheet(laptop, 'juri-2')?.state).toBe('locked'));
});

test('[E10] a sheet locked under another name is meant for its group, or the juror looks again', async () => {
  const laptop = createLaptop(sampleFounding, session);
  lockUnknowing(laptop, { name: 'KBK Mlati', unit: 'RSUD Kartini' });
  const { user } = openWindow(laptop);
  await screen.findByText('1 hal perlu diperhatikan');
  await user.click(screen.getByRole('button', { name: /^Putuskan: Juri 2 \(contoh\) · 1 · KBK Melati/ }));
  const dialog = await screen.findByRole('dialog');
  within(dialog).getByText(/dikunci untuk KBK Mlati · RSUD Kartini\. Sekarang peserta ini bernama KBK Melati/);
  await user.type(within(dialog).getByRole('textbox'), 'salah ketik di daftar');
  await user.click(within(dialog).getByRole('button', { name: 'Simpan keputusan' }));
  await within(dialog).findByText('Pilih dahulu salah satu.');
  expect(sheet(laptop, 'juri-2')?.state).toBe('locked');
  await user.click(within(dialog).getByRole('radio', { name: /Untuk peserta yang sama/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Simpan keputusan' }));
  await waitFor(() => expect(screen.queryByText('1 hal perlu diperhatikan')).toBeNull());
  expect(
    contest(laptop)
      .formerNames.get('melati')
      ?.map(({ value }) => value.name),
  ).toEqual(['KBK Mlati']);
  expect(sheet(laptop, 'juri-2')?.state).toBe('locked');
});

test('a juror who is absent for everybody has nothing to sign, here as where winners are announced', async () => {
  const laptop = createLaptop(sampleFounding, session);
  const absences = (contest(laptop).setup?.contestants ?? []).map(({ id }) => ({ contestant: id }));
  laptop.write(committee, { type: 'record-absences', juror: 'juri-2', absences, reason: 'sakit' });
  openWindow(laptop);
  const row = (await screen.findAllByRole('rowheader', { name: /Pengesahan$/ }))[0]?.closest('tr');
  expect(row?.textContent).toContain('0 dari 2');
  expect(screen.getByRole('button', { name: /^Pengesahan Juri 2 \(contoh\).*: Tidak menilai$/ })).toBeDefined();
});

test('Escape closes the dialog on top and leaves the one below it', async () => {
  const laptop = createLaptop(sampleFounding, session);
  laptop.write(committee, { type: 'change-contestants', addCategories: [], put: [], removed: ['melati'] });
  lockUnknowing(laptop);
  laptop.write(committee, { type: 'set-sheets-aside', juror: 'juri-2', contestant: 'melati', reason: 'keliru' });
  const gone = contest(laptop).removed.get('melati');
  const put = gone === undefined ? [] : [gone];
  laptop.write(committee, { type: 'change-contestants', addCategories: [], put, removed: [], reason: 'kembali' });
  const { user } = openWindow(laptop);
  const head = (await screen.findAllByRole('rowheader', { name: /KBK Melati/ }))[0];
  await user.click(within(head ?? document.body).getByRole('button'));
  const below = await screen.findByRole('dialog');
  await user.click(within(below).getByRole('button', { name: 'Kembalikan nilai yang disisihkan' }));
  await waitFor(() => expect(screen.getAllByRole('dialog')).toHaveLength(2));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.getAllByRole('dialog')).toHaveLength(1));
  expect(screen.getByRole('dialog').textContent).toContain('Kembalikan nilai');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});
