import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { prepareWindow } from '../../support/open-window.tsx';
import { start } from './open-start.ts';

prepareWindow();

test('a contest is made from a template with the keyboard alone', async () => {
  const { user, asked } = start();
  await screen.findByRole('button', { name: /Lomba baru/ });
  // The aids in the head come first.
  const way = screen.getByRole('button', { name: /Lomba baru/ });
  for (let presses = 0; presses < 6 && document.activeElement !== way; presses += 1) await user.tab();
  expect(document.activeElement).toBe(way);
  await user.keyboard('{Enter}');
  const name = await screen.findByRole('textbox', { name: /Nama lomba/ });
  expect(document.activeElement).toBe(name);
  await user.keyboard('Gelar Budaya Kerja 2017');
  const lightest = await screen.findByRole('radio', { name: /Presentasi KBK dan tanya jawab/ });
  expect(lightest).toHaveProperty('checked', true);
  expect(screen.queryByRole('radio', { name: /Konvensi GKM/ })).toBeNull();
  expect(screen.getByText(/disimpan di laptop ini/).textContent).toContain('/data/Gelar Juri');
  await user.click(screen.getByRole('button', { name: 'Tampilkan 8 contoh lain' }));
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
  await user.click(await screen.findByRole('button', { name: /^Tampilkan \d+ contoh lain$/ }));
  const gkm = await screen.findByRole('radio', { name: 'Contoh: Konvensi GKM, 1000 angka' });
  const about = () => screen.getByText('Keterangan dan sumber').closest('details');
  expect(about()?.textContent).toMatch(/Satu lembar untuk .*\nSumber: /);
  await user.click(gkm);
  expect(about()?.open).toBe(false);
  expect(about()?.textContent).toMatch(/Sumber: .*Universiti Utara Malaysia/);
  const line = document.getElementById(gkm.getAttribute('aria-describedby') ?? '')?.textContent;
  expect(line).toBe('1 babak · 22 kriteria: Konvensi');
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
