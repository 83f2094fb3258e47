import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { OpenedInvitation } from '../../../../shared/ipc/joining.ts';
import { prepareWindow } from '../../support/open-window.tsx';
import { start } from './open-start.ts';

prepareWindow();

const long: OpenedInvitation = {
  code: 'ABCD-EFGH',
  address: '192.168.1.7:4711',
  seat: 'juri-2',
  device: 'c'.repeat(26),
  contest: null,
  seatName: null,
};

test('nothing is made without a name', async () => {
  const { user, asked } = start();
  await user.click(await screen.findByRole('button', { name: /Lomba baru/ }));
  await user.click(screen.getByRole('button', { name: 'Buat lomba' }));
  expect(screen.getByText('Tulis nama lombanya lebih dahulu.')).toBeDefined();
  expect(asked('create-contest')).toEqual([]);
});

test('the sample event opens with one press', async () => {
  const { user, asked } = start();
  await user.click(await screen.findByRole('button', { name: /Coba dengan contoh/ }));
  await waitFor(() => expect(asked('create-contest')).toHaveLength(1));
  expect(asked('create-contest')[0]).toMatchObject({ source: { kind: 'sample' } });
});

test('a folder that is gone says so, cannot be opened, and leaves the list when asked', async () => {
  const gone = {
    path: '/usb/lomba',
    name: 'Gelar 2015',
    kind: 'committee',
    openedAtMs: 1_500_000_000_000,
    exists: false,
    move: null,
  } as const;
  const { user } = start({ 'recent-folders': () => [gone], 'forget-recent': () => [] });
  const open = await screen.findByRole('button', { name: 'Buka Gelar 2015' });
  expect(open).toHaveProperty('disabled', true);
  expect(open.textContent).toContain('Folder tidak ditemukan');
  await user.click(screen.getByRole('button', { name: 'Hapus Gelar 2015 dari daftar' }));
  expect(await screen.findByText(/Belum ada lomba yang pernah dibuka/)).toBeDefined();
});

test('[L17] a contest in a synchronised folder says so, and is moved by one press', async () => {
  const here = { name: 'Gelar 2026', kind: 'committee', openedAtMs: 1_500_000_000_000, exists: true } as const;
  const synced = { ...here, path: '/OneDrive/gelar', move: { why: 'synchronised', service: 'OneDrive' } } as const;
  const { user, asked } = start({
    'recent-folders': () => [synced],
    'move-folder': () => ({ ok: true, value: [{ ...here, path: '/lokal/gelar', move: null }] }),
  });
  expect(await screen.findByText(/disinkronkan oleh OneDrive/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Pindahkan Gelar 2026 ke laptop ini' }));
  await waitFor(() => expect(screen.queryByText(/OneDrive/)).toBeNull());
  expect(asked('move-folder')).toEqual([{ path: '/OneDrive/gelar' }]);
});

test('a juror sees where the code leads before asking, waits visibly, and may give up', async () => {
  let giveUp = (): void => undefined;
  const { user, asked } = start({
    'read-invitation': () => ({ ok: true, value: { ...long, code: 'ABCD EFGH' } }),
    'join-contest': () =>
      new Promise((resolve) => {
        giveUp = () => resolve({ ok: false, error: { type: 'cancelled', message: 'Dibatalkan.', problems: [] } });
      }),
    'cancel-join': () => {
      giveUp();
      return null;
    },
  });
  await user.click(await screen.findByRole('button', { name: /Gabung sebagai juri/ }));
  await user.keyboard('ABCD EFGH{Enter}');
  expect(await screen.findByText('192.168.1.7:4711')).toBeDefined();
  expect(asked('join-contest')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Gabung' }));
  expect(await screen.findByText('Menunggu diterima panitia…')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Batal bergabung' }));
  expect(await screen.findByRole('button', { name: 'Gabung' })).toBeDefined();
  expect(screen.queryByText('Dibatalkan.')).toBeNull();
});

test('a damaged code says so beside the field and can be corrected at once', async () => {
  const message = 'Kode ini tidak utuh. Salin sekali lagi seluruh kodenya.';
  const { user } = start({
    'read-invitation': () => ({ ok: false, error: { type: 'bad-code', message, problems: [] } }),
  });
  await user.click(await screen.findByRole('button', { name: /Gabung sebagai juri/ }));
  await user.keyboard('ABCD{Enter}');
  expect(await screen.findByText(message)).toBeDefined();
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Kode dari panitia/ }));
  await user.keyboard('EFGH');
  expect(screen.queryByText(message)).toBeNull();
});

const contest = { device: 'a'.repeat(26), contest: 'Gelar Demak', address: '192.168.1.7:47470', version: '0' };
const other = { device: 'b'.repeat(26), contest: 'Gelar Kudus', address: '192.168.1.8:47470', version: '9.9.9' };

test('[S15] the only contest in the network needs no choosing: the code and Enter join it, and the seat shows', async () => {
  const { user, asked, tell } = start({
    'find-contests': () => [contest],
    'join-contest': () => new Promise(() => undefined),
  });
  await user.click(await screen.findByRole('button', { name: /Gabung sebagai juri/ }));
  expect(await screen.findByRole<HTMLInputElement>('radio', { name: 'Gelar Demak', checked: true })).toBeDefined();
  await user.keyboard('07-491-326{Enter}');
  expect(await screen.findByText('Menghubungi panitia…')).toBeDefined();
  expect(asked('join-contest')).toEqual([{ code: '07-491-326', address: '192.168.1.7:47470' }]);
  tell('join-waiting', { seatName: 'Dra. Sri', contest: 'Gelar Demak' });
  expect(await screen.findByText('Juri: Dra. Sri')).toBeDefined();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Batal bergabung' }));
});

test('[S15] of several contests a person picks one; nothing is tried before', async () => {
  const message = 'Kode itu tidak berlaku.';
  const problems = [{ path: '', message: 'Periksa setiap angkanya.' }];
  const { user, asked } = start({
    'find-contests': () => [contest, other],
    'join-contest': () => ({ ok: false, error: { type: 'wrong-code', message, problems } }),
  });
  await user.click(await screen.findByRole('button', { name: /Gabung sebagai juri/ }));
  await screen.findByRole('radio', { name: 'Gelar Kudus' });
  expect(screen.getByText(/Versi 9\.9\.9/)).toBeDefined();
  await user.keyboard('7491326{Enter}');
  expect(await screen.findByText('Pilih lombanya lebih dahulu.')).toBeDefined();
  expect(asked('join-contest')).toEqual([]);
  await user.click(screen.getByRole('radio', { name: 'Gelar Kudus' }));
  await user.keyboard('{Enter}');
  expect(await screen.findByText('Periksa setiap angkanya.')).toBeDefined();
  expect(asked('join-contest')).toEqual([{ code: '7491326', address: '192.168.1.8:47470' }]);
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Kode dari panitia/ }));
});

test('[S15] where no contest is found the address is typed, without a port', async () => {
  const { user, asked } = start({
    'find-contests': () => [],
    'join-contest': () => new Promise(() => undefined),
  });
  await user.click(await screen.findByRole('button', { name: /Gabung sebagai juri/ }));
  expect(await screen.findByText('Mencari lomba di jaringan ini…')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Ketik alamat laptop panitia' }));
  await user.keyboard('192.168.1.10');
  await user.type(screen.getByRole('textbox', { name: /Kode dari panitia/ }), '07 491 326{Enter}');
  await waitFor(() => expect(asked('join-contest')).toEqual([{ code: '07 491 326', address: '192.168.1.10' }]));
});

test('[S21] an invitation file that was double-clicked shows whose it is, and goes to where the committee is now', async () => {
  const moved = { ...contest, device: long.device, address: '192.168.1.99:47470' };
  const { user, asked } = start({
    'find-contests': () => [moved],
    'opened-invitation': () => ({ ok: true, value: { ...long, contest: 'Gelar Demak', seatName: 'Dra. Sri' } }),
    'join-contest': () => new Promise(() => undefined),
  });
  expect(await screen.findByText('Dra. Sri')).toBeDefined();
  expect(screen.getByText('Gelar Demak')).toBeDefined();
  await waitFor(() =>
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Alamat laptop panitia/ }).value).toBe(moved.address),
  );
  await user.click(screen.getByRole('button', { name: 'Gabung' }));
  expect(asked('join-contest')).toEqual([{ code: long.code, address: moved.address }]);
});

test('[S21] a file that is no invitation says so on the first screen', async () => {
  const message = 'Berkas ini bukan undangan Gelar Juri, atau rusak.';
  start({
    'opened-invitation': () => ({ ok: false, error: { type: 'unreadable-invitation', message, problems: [] } }),
  });
  expect(await screen.findByText(message)).toBeDefined();
});

test('[S21] without a camera that is said, with the other ways', async () => {
  const { user, asked } = start({ 'find-contests': () => [] });
  await user.click(await screen.findByRole('button', { name: /Gabung sebagai juri/ }));
  await user.click(screen.getByRole('button', { name: 'Baca gambar QR dengan kamera' }));
  expect(await screen.findByRole('alert')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Tutup kamera' }));
  expect(await screen.findByRole('textbox', { name: /Kode dari panitia/ })).toBeDefined();
  expect(asked('use-camera')[0]).toEqual({ on: true });
});
