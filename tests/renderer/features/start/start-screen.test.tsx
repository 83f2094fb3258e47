import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { readRubricTemplates } from '../../../../electron/resources.ts';
import type { OpenFolder } from '../../../../shared/ipc/contract.ts';
import { withAnswers, type Answers } from '../../support/answers.ts';
import { createLaptop } from '../../support/laptop.ts';
import { openWindow, prepareWindow } from '../../support/open-window.tsx';
import { sampleFounding } from '../../support/sample.ts';

prepareWindow();

const folder: OpenFolder = {
  path: '/lomba',
  name: 'Lomba',
  kind: 'committee',
  seats: [],
  committeeHasPin: false,
  committeeHasRecovery: false,
};
const closed: Answers = {
  'app-state': () => ({ version: '0', trialRuntime: false, folder: null, session: null, notice: null, damaged: null }),
  'recent-folders': () => [],
  'rubric-templates': () => readRubricTemplates(),
  'create-contest': () => ({ ok: true, value: folder }),
};

test('a contest is made from a template with the keyboard alone', async () => {
  const { user, asked } = start();
  await screen.findByRole('button', { name: /Lomba baru/ });
  await user.tab();
  expect(document.activeElement?.textContent).toContain('Lomba baru');
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Nama lomba/ }));
  await user.keyboard('Gelar Budaya Kerja 2017');
  const combined = await screen.findByRole('radio', { name: /Gelar Budaya Kerja gabungan/ });
  expect(combined).toHaveProperty('checked', true);
  await user.click(screen.getByRole('radio', { name: /Konvensi GKM/ }));
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(asked('create-contest')).toEqual([
      { name: 'Gelar Budaya Kerja 2017', source: { kind: 'template', template: 't5-konvensi-gkm' } },
    ]),
  );
});

test('a template is a name and one line; what it is and where it comes from unfold below the chosen one', async () => {
  const { user } = start();
  await user.click(await screen.findByRole('button', { name: /Lomba baru/ }));
  const gkm = await screen.findByRole('radio', { name: 'Contoh: Konvensi GKM, 1000 angka' });
  const about = () => screen.getByText('Keterangan dan sumber').closest('details');
  expect(about()?.textContent).toMatch(/Risalah 50, presentasi 30.*\nSumber: /);
  await user.click(gkm);
  expect(about()?.open).toBe(false);
  expect(about()?.textContent).toMatch(/Sumber: .*Universiti Utara Malaysia/);
  const line = document.getElementById(gkm.getAttribute('aria-describedby') ?? '')?.textContent;
  expect(line).toBe('1 babak · 22 kriteria: Konvensi');
});

test('nothing is made without a name', async () => {
  const { user, asked } = start();
  await user.click(await screen.findByRole('button', { name: /Lomba baru/ }));
  await user.click(screen.getByRole('button', { name: 'Buat lomba' }));
  expect(screen.getByText('Tulis nama lombanya lebih dahulu.')).toBeDefined();
  expect(asked('create-contest')).toEqual([]);
});

test('a contest file is chosen first, and why it is refused stays on the screen with every problem', async () => {
  const { user } = start({
    'choose-contest-file': () => ({
      ok: false,
      error: {
        type: 'invalid-contest-file',
        message: 'Berkas lomba ditolak: 2 masalah ditemukan.',
        problems: [
          { path: '/stages', message: 'wajib diisi' },
          { path: '/rules', message: 'harus objek' },
        ],
      },
    }),
  });
  await user.click(await screen.findByRole('button', { name: /Lomba baru/ }));
  await user.type(screen.getByRole('textbox', { name: /Nama lomba/ }), 'Gelar');
  await user.click(screen.getByRole('radio', { name: 'Berkas lomba' }));
  await user.click(screen.getByRole('button', { name: 'Buat lomba' }));
  expect(screen.getByText('Pilih berkas lombanya lebih dahulu.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: /Pilih berkas lomba/ }));
  const alert = await screen.findByText('Berkas lomba ditolak: 2 masalah ditemukan.');
  expect(alert.parentElement?.textContent).toContain('wajib diisi');
});

test('a rehearsal is made only when it is asked for', async () => {
  const { user, asked } = start();
  await user.click(await screen.findByRole('button', { name: /Lomba baru/ }));
  await user.type(screen.getByRole('textbox', { name: /Nama lomba/ }), 'Geladi');
  await user.click(screen.getByRole('radio', { name: 'Kosong' }));
  await user.click(screen.getByRole('checkbox', { name: 'Geladi bersih (nilai tidak dihitung)' }));
  await user.click(screen.getByRole('button', { name: 'Buat lomba' }));
  await waitFor(() =>
    expect(asked('create-contest')).toEqual([{ name: 'Geladi', source: { kind: 'empty' }, rehearsal: true }]),
  );
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
  } as const;
  const { user } = start({ 'recent-folders': () => [gone], 'forget-recent': () => [] });
  const open = await screen.findByRole('button', { name: 'Buka Gelar 2015' });
  expect(open).toHaveProperty('disabled', true);
  expect(open.textContent).toContain('Folder tidak ditemukan');
  await user.click(screen.getByRole('button', { name: 'Hapus Gelar 2015 dari daftar' }));
  expect(await screen.findByText(/Belum ada lomba yang pernah dibuka/)).toBeDefined();
});

test('a juror sees where the code leads before asking, waits visibly, and may give up', async () => {
  let giveUp = (): void => undefined;
  const { user, asked } = start({
    'read-invitation': () => ({ ok: true, value: { address: '192.168.1.7:4711', seat: 'juri-2' } }),
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
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Kode undangan/ }));
  await user.keyboard('EFGH');
  expect(screen.queryByText(message)).toBeNull();
});

function start(answers: Answers = {}) {
  const laptop = withAnswers(createLaptop(sampleFounding, null), { ...closed, ...answers });
  const { user } = openWindow(laptop);
  return {
    user,
    asked: (channel: string) => laptop.asked.filter((each) => each.channel === channel).map((each) => each.input),
  };
}
