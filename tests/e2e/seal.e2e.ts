/**
 * A contest that seals its results, on one laptop: a tie decided, the seal proposed and agreed to by two people with PINs of their
 * own, hidden until it is announced, opened again with a reason, and sealed a second time.
 */
import { expect, test, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { groupedCode } from '../../shared/say/check-code.ts';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { see } from '../support/see.ts';
import { ask, value } from '../support/shell-window.ts';
import { openScreen, picture, startLaptop } from './laptop.ts';

const pins = { committee: '2017', chair: '2468', 'juri-1': '1111', 'juri-2': '2222' } as const;
const seats = ['juri-1', 'juri-2'] as const;
const values = ['90', '90', '89.98', '70'];
const small = { width: 1024, height: 640 };
const wide = { width: 1366, height: 690 };

test('sealed by two, announced, opened with a reason and sealed again', async () => {
  test.setTimeout(240_000);
  await withTemporaryFolder(async (folder) => {
    const laptop = await startLaptop(path.join(folder, 'panitia'), 'panitia');
    try {
      await prepare(laptop.page, folder);
      await decideTie(laptop.page);
      const first = await sealOnce(laptop.page, 'segel');
      await hiddenUntilAnnounced(laptop.page);
      await announce(laptop.page);
      await openSeal(laptop.page, first);
      const second = await sealOnce(laptop.page, 'segel-kedua');
      expect(second).not.toBe(first);
      const region = laptop.page.getByRole('region', { name: 'Segel', exact: true });
      await expect(region.getByText(`Menggantikan segel ${groupedCode(first)}.`)).toBeVisible();
      await expect(region.getByText(/dibuka .* Alasan: Salah hitung waktu/)).toBeVisible();
      await onPaper(laptop.page, second);
      await inEnglish(laptop.page);
    } catch (error) {
      await picture(laptop, 'gagal-segel').catch(() => null);
      throw error;
    } finally {
      await laptop.close();
    }
  });
});

/** Two jurors have locked and signed everything off; two groups are equal at the first place. */
async function prepare(page: Page, folder: string): Promise<void> {
  const file = path.join(folder, 'lomba segel.json');
  writeFileSync(file, JSON.stringify(contestFile()));
  await value(page, 'create-contest', { source: { kind: 'file', path: file }, name: 'Lomba Segel (contoh)' });
  await value(page, 'set-pin', { session: { role: 'committee' }, pin: pins.committee });
  for (const seat of seats) await value(page, 'add-local-seat', { seat, pin: pins[seat] });
  for (const seat of seats) {
    await value(page, 'sign-in', { session: { role: 'seat', seat }, pin: pins[seat] });
    for (const [at, score] of values.entries()) {
      const contestant = `kbk-${at + 1}`;
      await value(page, 'execute', { type: 'set-score', contestant, criterion: 'isi', value: score });
      await value(page, 'execute', { type: 'lock-sheet', contestant, stage: 'paparan' });
    }
    await value(page, 'execute', { type: 'sign-off-category', category: 'kesehatan' });
  }
  await asCommittee(page);
}

async function asCommittee(page: Page): Promise<void> {
  await value(page, 'sign-in', { session: { role: 'committee' }, pin: pins.committee });
  await expect(page.getByRole('link', { name: 'Musyawarah', exact: true })).toBeVisible();
}

/** Comes to it anew, whatever stood there. */
async function deliberate(page: Page): Promise<void> {
  await openScreen(page, 'Pemantauan');
  await openScreen(page, 'Musyawarah');
  await page.getByRole('button', { name: 'Tampilkan hasil' }).click();
}

async function decideTie(page: Page): Promise<void> {
  await deliberate(page);
  await object(page);
  const lacks = page.getByRole('region', { name: 'Yang masih kurang' });
  await expect(lacks.getByText('Kesehatan: nilai sama di tempat juara menunggu keputusan.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ajukan segel' })).toBeDisabled();
  await sizes(page, 'musyawarah-kurang');
  await lacks.getByRole('link', { name: 'Buka Peringkat' }).click();
  await page.getByRole('button', { name: 'Tampilkan peringkat' }).click();
  await page.getByRole('button', { name: 'Keputusan ketua' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Musyawarah dewan juri.');
  await dialog.getByRole('button', { name: /^Tempatkan pada urutan 1: 2 · KBK Mawar/ }).click();
  await dialog.getByRole('button', { name: /^Tempatkan pada urutan 2: / }).click();
  await dialog.getByRole('button', { name: /paling atas$/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Keputusan yang tercatat' })).toBeVisible();
}

async function object(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Catat sanggahan…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Yang menyanggah').fill('KBK Kenanga');
  await dialog.getByLabel('Isi sanggahan').fill('Waktu kami terpotong.');
  await see(page, 'musyawarah-sanggahan');
  await dialog.getByRole('button', { name: 'Catat', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('1 sanggahan belum dijawab. Segel tetap dapat diajukan.')).toBeVisible();
  await page.getByRole('button', { name: 'Jawab sanggahan KBK Kenanga' }).click();
  await dialog.getByRole('radio', { name: 'Ditolak' }).check();
  await dialog.getByRole('textbox').fill('Waktu tercatat penuh.');
  await see(page, 'musyawarah-jawaban');
  await dialog.getByRole('button', { name: 'Catat', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Ditolak: Waktu tercatat penuh.')).toBeVisible();
}

/** Proposed by the committee, agreed to on the seat of the jury's chair, then by the committee's chair. */
async function sealOnce(page: Page, name: string): Promise<string> {
  await deliberate(page);
  await expect(page.getByRole('heading', { name: 'Tidak ada yang kurang.' })).toBeVisible();
  await expect(page.getByText('selisih tipis: periksa sekali lagi')).toBeVisible();
  await sizes(page, `${name}-siap`);
  await page.getByRole('button', { name: 'Ajukan segel' }).click();
  const code = page
    .getByRole('region', { name: 'Segel', exact: true })
    .locator('strong', { hasText: codeShape })
    .first();
  await expect(code).toBeVisible();
  const shown = (await code.textContent()) ?? '';
  await expect(page.getByRole('button', { name: 'Setujui sebagai ketua panitia…' })).toBeDisabled();
  await sizes(page, `${name}-diajukan`);
  await byJurysChair(page, shown, 'Setujui segel', `${name}-juri`);
  await deliberate(page);
  await page.getByRole('button', { name: 'Setujui sebagai ketua panitia…' }).click();
  await givePin(page, `${name}-pin`, 'Segel');
  await expect(page.getByRole('button', { name: 'Buka segel…' })).toBeVisible();
  await sizes(page, `${name}-disegel`);
  return shown.replaceAll('-', '');
}

const codeShape = /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/;

async function byJurysChair(page: Page, code: string, button: string, name: string): Promise<void> {
  await value(page, 'sign-in', { session: { role: 'seat', seat: 'juri-1' }, pin: pins['juri-1'] });
  await openScreen(page, 'Pengesahan');
  await expect(page.getByText(code)).toBeVisible();
  await sizes(page, name);
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('button', { name: 'Ya, saya setujui' }).click();
  await expect(page.getByText('Sudah Anda setujui. Menunggu ketua panitia.')).toBeVisible();
  await asCommittee(page);
}

/** The first time the chair makes it; the jury's chair's own is refused. */
async function givePin(page: Page, name: string, confirm: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  const made = dialog.getByLabel('PIN baru ketua panitia');
  const asked = dialog.getByLabel('PIN ketua panitia', { exact: true });
  await expect(made.or(asked)).toBeVisible();
  if (await made.isVisible()) {
    for (const pin of [pins['juri-1'], pins.chair]) {
      await made.fill(pin);
      await dialog.getByLabel('PIN sekali lagi').fill(pin);
      await see(page, name);
      await dialog.getByRole('button', { name: 'Simpan PIN' }).click();
      if (pin !== pins.chair) await expect(dialog.getByText(/PIN ini sudah dipakai orang lain/)).toBeVisible();
    }
  } else {
    await asked.fill(pins.chair);
    await see(page, name);
    await dialog.getByRole('button', { name: confirm, exact: true }).click();
  }
  await expect(dialog).toBeHidden();
}

async function hiddenUntilAnnounced(page: Page): Promise<void> {
  await openScreen(page, 'Peringkat');
  await expect(page.getByRole('heading', { name: 'Hasil sudah disegel' })).toBeVisible();
  await page.getByRole('button', { name: 'Tampilkan peringkat' }).click();
  await givePin(page, 'segel-peringkat-pin', 'Tampilkan');
  await expect(page.getByText('KBK Mawar').first()).toBeVisible();
  await page.getByRole('button', { name: 'Sembunyikan' }).click();
  await openScreen(page, 'Dokumen');
  await expect(page.getByText('Hasil sudah disegel')).toBeVisible();
  await sizes(page, 'segel-dokumen');
  expect(await ask(page, 'preview-print', { document: 'recap' })).toMatchObject({
    ok: false,
    error: { type: 'results-withheld' },
  });
}

async function announce(page: Page): Promise<void> {
  let { step, steps } = await value(page, 'start-ceremony', { act: 'kesehatan' });
  expect(steps).toBeGreaterThan(0);
  await expect(async () => {
    ({ step, steps } = await value(page, 'move-ceremony', { move: 'next' }));
    expect(step).toBe(steps);
  }).toPass({ timeout: 60_000 });
  await value(page, 'move-ceremony', { move: 'end' });
  await openScreen(page, 'Peringkat');
  // Announced: it is hidden from the hall alone.
  await expect(page.getByRole('heading', { name: 'Hasil sudah disegel' })).toBeHidden();
}

async function openSeal(page: Page, code: string): Promise<void> {
  await deliberate(page);
  await page.getByRole('button', { name: 'Buka segel…' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Salah hitung waktu');
  await page.getByRole('button', { name: 'Ajukan pembukaan segel' }).click();
  await expect(page.getByText('Pembukaan segel diajukan. Alasan: Salah hitung waktu')).toBeVisible();
  await sizes(page, 'segel-pembukaan');
  await byJurysChair(page, groupedCode(code), 'Setujui pembukaan', 'segel-pembukaan-juri');
  await deliberate(page);
  await page.getByRole('button', { name: 'Setujui pembukaan sebagai ketua panitia…' }).click();
  await givePin(page, 'segel-pembukaan-pin', 'Buka segel');
  await expect(page.getByRole('heading', { name: 'Segel sebelumnya' })).toBeVisible();
  expect(await ask(page, 'start-ceremony', { act: 'kesehatan' })).toMatchObject({
    ok: false,
    error: { type: 'unsealed' },
  });
}

/** Hidden again, for the new result is not announced; the papers carry its code, and the minutes the objection. */
async function onPaper(page: Page, code: string): Promise<void> {
  await openScreen(page, 'Peringkat');
  await expect(page.getByRole('heading', { name: 'Hasil sudah disegel' })).toBeVisible();
  const minutes = { document: 'minutes' } as const;
  expect(await ask(page, 'preview-print', minutes)).toMatchObject({ ok: false, error: { type: 'results-withheld' } });
  await value(page, 'show-results', { pin: pins.chair });
  for (const document of ['minutes', 'recap'] as const) {
    const { html } = await value(page, 'preview-print', { document });
    expect(html).toContain(`Kode periksa: ${groupedCode(code)}`);
    expect(html).not.toContain('SEMENTARA');
    if (document === 'minutes') expect(html).toContain('Waktu kami terpotong.');
  }
  await openScreen(page, 'Musyawarah');
  await page.getByRole('button', { name: 'Tampilkan hasil' }).click();
  await givePin(page, 'segel-musyawarah-pin', 'Tampilkan');
}

async function inEnglish(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Ukuran huruf/ }).click();
  await page.getByRole('dialog').getByText('English', { exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Deliberation', level: 1 })).toBeVisible();
  await sizes(page, 'segel-inggris');
  await openScreen(page, 'Rubrics & rules');
  await page.getByRole('tab', { name: 'Rules' }).click();
  await expect(page.getByRole('checkbox', { name: 'Seal of the results by both chairs' })).toBeChecked();
  await sizes(page, 'segel-aturan-inggris');
}

/** Looked at on both of the smallest windows. */
async function sizes(page: Page, name: string): Promise<void> {
  for (const size of [small, wide]) {
    await page.setViewportSize(size);
    await see(page, `${name}-${size.width}`);
  }
}

function contestFile(): unknown {
  return {
    format: 'gelar-juri/contest@1',
    contest: { name: 'Lomba Segel (contoh)', example: true, sealing: true, objections: true },
    categories: [{ id: 'kesehatan', name: 'Kesehatan' }],
    stages: [{ id: 'paparan', name: 'Paparan', weight: '100' }],
    rubrics: [
      {
        id: 'r',
        stage: 'paparan',
        criteria: [{ id: 'isi', name: 'Isi', weight: '100', min: '0', max: '100', step: '0.01' }],
      },
    ],
    jurors: seats.map((id, at) => ({ id, name: `Juri ${at + 1} (contoh)`, chair: at === 0 })),
    contestants: ['Melati', 'Mawar', 'Kenanga', 'Anggrek'].map((name, at) => ({
      id: `kbk-${at + 1}`,
      number: at + 1,
      name: `KBK ${name}`,
      unit: `Unit Contoh ${at + 1}`,
      category: 'kesehatan',
      status: 'performed',
    })),
    scores: [],
    rules: { method: 'mean', tieBreak: ['chair'], places: 3 },
  };
}
