/** The helps of every screen by keyboard: the guide at the screen's part, its keys, the search over everything, the settings. */
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { SaveStatus, SecondCopy } from '../../../../shared/ipc/network.ts';
import { withAnswers } from '../../support/answers.ts';
import { createLaptop, noCeremony, type Laptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';
import { start } from '../start/open-start.ts';

prepareWindow();

const committee = { role: 'committee' } as const;
const juror = { role: 'seat', seat: 'juri-1' } as const;

test('F1 opens the guide at the part about the screen, and Esc leads back to where the person was', async () => {
  const { user } = openWindow(createLaptop(sampleFounding, committee), '#/dokumen');
  const button = await screen.findByRole('button', { name: 'Simpan buku kerja…' });
  button.focus();
  await user.keyboard('{F1}');
  const guide = await screen.findByRole('dialog', { name: 'Panduan' });
  const heading = await within(guide).findByRole('heading', { name: 'Dokumen' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(button);
});

test('a search in the guide leads to the heading that was found, and back again', async () => {
  const { user } = openWindow(createLaptop(sampleFounding, committee), '#/dokumen');
  await user.click(await screen.findByRole('button', { name: 'Panduan (F1)' }));
  const guide = await screen.findByRole('dialog', { name: 'Panduan' });
  await within(guide).findByRole('heading', { name: 'Dokumen' });
  await user.type(within(guide).getByRole('searchbox'), 'lupa pin');
  await user.click(await within(guide).findByRole('button', { name: /^Lupa PIN/ }));
  const heading = await within(guide).findByRole('heading', { name: 'Lupa PIN' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  await user.click(within(guide).getByRole('button', { name: 'Kembali' }));
  expect(await within(guide).findByRole('heading', { name: 'Panduan panitia' })).toBeDefined();
});

test('a link of the guide opens its page in the guide', async () => {
  const { user } = start();
  await screen.findByRole('heading', { level: 1 });
  await user.keyboard('{F1}');
  const guide = await screen.findByRole('dialog', { name: 'Panduan' });
  await user.click(await within(guide).findByRole('link', { name: 'Satu laptop bergantian' }));
  expect(await within(guide).findByRole('heading', { name: 'Satu laptop bergantian' })).toBeDefined();
});

test('? shows the keys of the screen, but is a letter while somebody types', async () => {
  const { user } = openWindow(createLaptop(sampleFounding, juror), '#/penilaian');
  const notes = await screen.findAllByRole('textbox');
  await user.type(notes.at(-1) ?? document.body, '?');
  expect(screen.queryByRole('dialog')).toBeNull();
  screen.getByRole('button', { name: 'Panduan (F1)' }).focus();
  await user.keyboard('?');
  const keys = await screen.findByRole('dialog', { name: 'Tombol papan ketik' });
  const own = within(keys).getByRole('table', { name: 'Di layar ini: Penilaian' });
  expect(within(own).getByRole('row', { name: /PageDown/ }).textContent).toContain('ke kelompok berikutnya');
  expect(within(keys).getByRole('table', { name: 'Di mana saja' }).textContent).toContain('F1');
});

test('Ctrl+K finds a screen and goes there', async () => {
  const { user } = openWindow(createLaptop(sampleFounding, committee), '#/dokumen');
  await screen.findByRole('button', { name: 'Simpan buku kerja…' });
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByPlaceholderText(/^Cari layar/), 'urutan');
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { level: 1, name: 'Urutan tampil' })).toBeDefined();
});

test('Ctrl+K finds a group: the committee sees it whole, a juror gets the own sheet', async () => {
  const { user } = openWindow(createLaptop(sampleFounding, committee), '#/dokumen');
  await screen.findByRole('button', { name: 'Simpan buku kerja…' });
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByPlaceholderText(/^Cari layar/), 'kenanga');
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('dialog', { name: /Kenanga/ })).toBeDefined();
});

test('a juror finds the own sheet of a group, and no other juror', async () => {
  const { user } = openWindow(createLaptop(sampleFounding, juror), '#/pengesahan');
  await screen.findByRole('heading', { level: 1 });
  await user.keyboard('{Control>}k{/Control}');
  const field = await screen.findByPlaceholderText(/^Cari layar/);
  await user.type(field, 'Juri 2');
  expect(screen.queryByText(/Juri 2 \(contoh\)/)).toBeNull();
  await user.clear(field);
  await user.type(field, 'kenanga');
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { name: /Kenanga/ })).toBeDefined();
});

test('Ctrl+K finds a juror: the board shows that juror alone', async () => {
  const { user } = openWindow(createLaptop(sampleFounding, committee), '#/dokumen');
  await screen.findByRole('button', { name: 'Simpan buku kerja…' });
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByPlaceholderText(/^Cari layar/), 'juri 2');
  await user.keyboard('{Enter}');
  const filter = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Juri yang ditampilkan' });
  await waitFor(() => expect(filter.value).toBe('juri-2'));
});

test('nothing but the guide opens over a dialog', async () => {
  const { user } = openWindow(createLaptop(sampleFounding, committee), '#/dokumen');
  await screen.findByRole('button', { name: 'Simpan buku kerja…' });
  await user.keyboard('?');
  await screen.findByRole('dialog', { name: 'Tombol papan ketik' });
  await user.keyboard('{Control>}k{/Control}');
  expect(screen.queryByPlaceholderText(/^Cari layar/)).toBeNull();
});

test('the settings are there before a contest is open, and lead to the folder of contests', async () => {
  const { user, asked } = start({ 'show-in-folder': () => null });
  await screen.findByRole('heading', { level: 1 });
  await user.keyboard('{Control>},{/Control}');
  const settings = await screen.findByRole('dialog', { name: 'Pengaturan' });
  await user.click(within(settings).getByRole('radio', { name: 'Gelap', hidden: true }));
  expect(document.documentElement.dataset['theme']).toBe('dark');
  await user.click(within(settings).getByRole('radio', { name: 'Terang', hidden: true }));
  await user.click(within(settings).getByRole('button', { name: 'Tampilkan foldernya: Folder data lomba' }));
  expect(asked('show-in-folder')).toEqual([{ path: '/data/Gelar Juri' }]);
});

test('the settings are reached from the menu of text size and theme too', async () => {
  const { user } = openWindow(createLaptop(sampleFounding, committee), '#/dokumen');
  await user.click(await screen.findByRole('button', { name: 'Ukuran huruf dan tampilan' }));
  await user.click(await screen.findByRole('button', { name: 'Pengaturan…', hidden: true }));
  const settings = await screen.findByRole('dialog', { name: 'Pengaturan' });
  expect(within(settings).getByText('Folder lomba yang sedang dibuka')).toBeDefined();
});

test('the settings tell where copies go, and keep the edges of projector and hall windows, by keyboard', async () => {
  const script = { id: 'naskah', name: 'Meja pembawa acara', content: 'script', overscan: 2 } as const;
  const state = { ...noCeremony, windows: [{ ...script, isOpen: false, display: null }] };
  const laptop = withAnswers(createLaptop(sampleFounding, committee), {
    'ceremony-state': () => state,
    'set-overscan': ({ percent }) => ({ ok: true, value: { ...state, overscan: percent } }),
    'put-hall-window': () => ({ ok: true, value: state }),
    'show-in-folder': () => null,
  });
  const asked = (channel: string) => laptop.asked.filter((each) => each.channel === channel).map((each) => each.input);
  const { user } = openWindow(laptop, '#/dokumen');
  await screen.findByRole('button', { name: 'Simpan buku kerja…' });
  await user.keyboard('{Control>},{/Control}');
  const settings = within(await screen.findByRole('dialog', { name: 'Pengaturan' }));
  expect(settings.getByText('Gelar (contoh) 1a2b3c4d')).toBeDefined();
  settings.getByRole('button', { name: 'Tampilkan foldernya: Salinan otomatis di laptop ini' }).focus();
  await user.keyboard('{Enter}');
  expect(asked('show-in-folder')).toEqual([{ path: '/data/salinan/Gelar (contoh) 1a2b3c4d' }]);
  await user.selectOptions(settings.getByRole('combobox', { name: 'Tepi kosong: Layar pengumuman' }), '3');
  expect(asked('set-overscan')).toEqual([{ percent: 3 }]);
  const edge = settings.getByRole<HTMLSelectElement>('combobox', { name: 'Tepi kosong: Meja pembawa acara' });
  expect(edge.value).toBe('2');
  await user.selectOptions(edge, '4');
  expect(asked('put-hall-window')).toEqual([{ ...script, overscan: 4 }]);
});

test('[W13] the settings choose and stop the second copy, and say with the foot what keeps it from being written', async () => {
  const second = { place: '/media/FLASHDISK', copy: '/media/FLASHDISK/Gelar 1a2b3c4d', lastAtMs: null, problem: null };
  const save = (now: SecondCopy | null): SaveStatus => ({
    here: 3,
    atCommittee: null,
    laptops: 1,
    connection: 'none',
    problem: null,
    committeeAddress: null,
    lastBackupAtMs: null,
    backupFolders: { automatic: '/data/salinan/Gelar 1a2b3c4d', proposed: null, second: now },
  });
  const laptop: Laptop = withAnswers(createLaptop(sampleFounding, committee), {
    'save-status': () => save(null),
    'ceremony-state': () => noCeremony,
    'choose-copy-place': () => {
      laptop.tell('save-status-changed', save(second));
      return { path: second.place };
    },
    'forget-copy-place': () => {
      laptop.tell('save-status-changed', save(null));
      return null;
    },
  });
  const { user } = openWindow(laptop, '#/dokumen');
  await screen.findByRole('button', { name: 'Simpan buku kerja…' });
  await user.keyboard('{Control>},{/Control}');
  const settings = within(await screen.findByRole('dialog', { name: 'Pengaturan' }));
  await settings.findByText('Belum ada tempatnya.');
  await user.click(settings.getByRole('button', { name: 'Pilih tempatnya…' }));
  await settings.findByText('Ditulis paling lama satu menit lagi.');
  expect(settings.getByText('FLASHDISK')).toBeDefined();
  expect(screen.queryByText('Salinan kedua tidak tertulis: buka Pengaturan')).toBeNull();
  const problems = [
    ['away', /^Foldernya tidak ada/],
    ['another', /flashdisk lain/],
    ['full', /^Tempatnya penuh/],
    ['not-allowed', /tidak boleh menulis/],
    ['too-long', /terlalu panjang/],
    ['other', /tidak dapat ditulis/],
  ] as const;
  for (const [problem, says] of problems) {
    act(() => laptop.tell('save-status-changed', save({ ...second, problem })));
    expect(settings.getByText(says)).toBeDefined();
    expect(screen.getByText('Salinan kedua tidak tertulis: buka Pengaturan')).toBeDefined();
  }
  await user.click(settings.getByRole('button', { name: 'Hentikan salinan kedua' }));
  await settings.findByText(`Salinan kedua tidak ditulis lagi. Yang sudah ada tetap di ${second.copy}.`);
});
