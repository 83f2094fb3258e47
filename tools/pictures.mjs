/**
 * `npm run pictures`: plays the sample event on four laptops in the real application and takes the user guide's pictures
 * into docs/panduan/gambar. What differs from run to run (clock, port, machine) is overwritten in the page before a picture.
 */
import { _electron } from '@playwright/test';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { limits } from '../shared/limits.ts';
import { buildIfStale } from './build.mjs';
import { root, run, runMain, say } from './project.mjs';
import { smallerPng } from './smaller-png.mjs';
import { hasDisplay, sandboxProblem } from './surroundings.mjs';

const pictures = path.join(root, 'docs', 'panduan', 'gambar');
const size = { width: 1366, height: 768 };
const jurors = ['juri-1', 'juri-2', 'juri-3'];
const criteria = ['alur', 'penguasaan', 'media', 'tim', 'komunikasi', 'waktu', 'jawaban'].map(
  (id) => `presentasi-${id}`,
);
const contestants = 'melati mawar kenanga anggrek cendekia pelita mentari teladan sigap cermat rapi tanggap'
  .split(' ')
  .map((name) => `kbk-${name}`);

/** What differs from run to run, and what only concerns the machine that the pictures are taken on. */
const rewrites = [
  [String.raw`( · )?Versi percobaan: jangan dipakai untuk lomba sungguhan`, ''],
  [String.raw`127\.0\.0\.1:\d+`, '192.168.1.10:47100'],
  [String.raw`\b\d{1,2} \p{Lu}\p{Ll}+ 20[2-9]\d\b`, '24 Oktober 2017'],
  [String.raw`\b\d{2}\.\d{2}(\.\d{2})?\b`, '09.30'],
];

const isSheets = process.argv.includes('--sheets');
await runMain(!hasDisplay() ? underVirtualDisplay : isSheets ? takeSheets : takeAll);

/** Contact sheets of everything instead, for a person to look at (`tools/sheets`). */
async function takeSheets() {
  const { takeSheets: take } = await import('./sheets/main.ts');
  const [folder = path.join('screenshots', 'lembar'), part = ''] = process.argv.slice(
    process.argv.indexOf('--sheets') + 1,
  );
  await take(path.resolve(folder), part);
}

async function underVirtualDisplay() {
  const screen = `-screen 0 ${size.width}x${size.height}x24`;
  const { code } = await run('xvfb-run', ['-a', '-s', screen, process.execPath, ...process.argv.slice(1)]);
  return code;
}

async function takeAll() {
  await buildIfStale();
  mkdirSync(pictures, { recursive: true });
  const folder = mkdtempSync(path.join(tmpdir(), 'gelar-juri-gambar-'));
  const laptops = [];
  const start = async (name) => {
    const laptop = await startLaptop(folder, name);
    laptops.push(laptop);
    return laptop;
  };
  try {
    await takePreparation(await start('laptop-panitia'));
    const committee = laptops[0].page;
    const seats = [];
    for (const [index, seat] of jurors.entries()) {
      const laptop = await start(`laptop-juri-${index + 1}`);
      if (seat === 'juri-3') await takeDevices(committee);
      seats.push(await join(laptop, committee, seat));
    }
    await takeDay(committee, seats);
    await takeEnd(laptops[0], seats);
  } finally {
    for (const { application } of laptops) await application.close().catch(() => null);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The real application with a disk of its own, on a machine of that name. */
async function startLaptop(folder, name) {
  const home = path.join(folder, name);
  mkdirSync(home);
  const naming = path.join(home, 'name.cjs');
  writeFileSync(
    naming,
    `require('node:os').hostname = () => '${name}'; require('node:module').syncBuiltinESMExports();`,
  );
  const flags = [`--user-data-dir=${path.join(home, 'data')}`, '--listen-host=127.0.0.1'];
  const application = await _electron.launch({
    cwd: root,
    args: ['-r', naming, root, ...flags, ...(sandboxProblem() === null ? [] : ['--no-sandbox'])],
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: path.join(home, '.config') },
  });
  const page = await application.firstWindow();
  await page.setViewportSize(size);
  await page.waitForFunction(() => 'gelarJuri' in globalThis);
  return { application, page };
}

/** The start, an import into an empty contest, then the sample event. */
async function takePreparation({ page }) {
  await page.getByRole('button', { name: /Coba dengan contoh/ }).waitFor();
  await take(page, 'mulai');
  await ask(page, 'create-contest', {
    source: { kind: 'template', template: 't3-presentasi' },
    name: 'Gelar Budaya Kerja (contoh)',
  });
  await ask(page, 'execute', { type: 'change-info', contest: { name: 'Gelar Budaya Kerja (contoh)', example: true } });
  await open(page, 'Impor');
  await dropFile(page, path.join(root, 'tests', 'fixtures', 'lists', 'jepara-2017.xlsx'), '[aria-label^="Jatuhkan"]');
  await page.getByRole('button', { name: /^Simpan \d+ perubahan/ }).waitFor();
  await take(page, 'impor', page.getByRole('heading', { name: 'Isi daftar' }));
  await ask(page, 'close-folder');
  await ask(page, 'create-contest', {
    source: { kind: 'sample' },
    name: 'Gelar Budaya Kerja (contoh)',
  });
  await open(page, 'Rubrik & aturan');
  await page
    .getByRole('tab', { name: /Rubrik/ })
    .or(page.getByRole('button', { name: /^Rubrik/ }))
    .first()
    .click();
  await take(page, 'rubrik', page.getByRole('heading', { name: 'Kriteria', exact: true }));
  await open(page, 'Urutan tampil');
  await take(page, 'urutan');
  await open(page, 'Siap dimulai?');
  await take(page, 'siap');
  await ask(page, 'start-listening', {});
  await open(page, 'Perangkat');
}

async function join({ page }, committee, seat) {
  const { invitations, addresses } = await ask(committee, 'network-status');
  const { shortCode } = invitations.find((each) => each.seat === seat);
  await page.getByRole('button', { name: /Gabung sebagai juri/ }).click();
  await page.getByRole('radio', { description: addresses[0] }).click();
  await page.keyboard.type(shortCode);
  if (seat === 'juri-1') await take(page, 'gabung');
  await page.keyboard.press('Enter');
  await committee.getByRole('dialog').getByRole('button', { name: 'Terima' }).click();
  await page.getByText('0 dari 12 lembar selesai').waitFor();
  await page.getByRole('button', { name: 'Lewati' }).click();
  return page;
}

async function takeDevices(page) {
  await page
    .getByRole('list', { name: 'Juri dan undangannya' })
    .getByRole('button', { name: /Juri 3/ })
    .click();
  await page.getByText(/^Undangan panjang/).waitFor();
  await take(page, 'perangkat');
}

/** In the middle of the day: three groups are locked, the fourth is on. */
async function takeDay(committee, [first, second, third]) {
  await Promise.all([first, second, third].map((page, juror) => scoreAll(page, juror, 0, 3)));
  for (const contestant of contestants.slice(0, 4)) {
    await ask(committee, 'execute', { type: 'show-stage', contestant, stage: 'presentasi' });
  }
  await ask(committee, 'execute', { type: 'start-timer', part: 1, elapsedMs: 0 });
  await ask(committee, 'execute', { type: 'stop-timer', elapsedMs: 245_000 });
  await first.getByRole('button', { name: 'Nilai sekarang' }).click();
  const fields = first.locator('input[inputmode="decimal"]');
  await fields.first().focus();
  for (let criterion = 0; criterion < 3; criterion++) {
    await first.keyboard.type(String(valueOf(0, 3, criterion)).replace('.', ','));
    await first.keyboard.press('Enter');
  }
  await first
    .getByText(/3 dari 7 kriteria/)
    .first()
    .waitFor();
  await first.getByText('semua sudah diterima panitia').waitFor();
  await first.locator('[data-row]').nth(3).scrollIntoViewIfNeeded();
  await take(first, 'penilaian');

  await open(committee, 'Pemantauan');
  await committee.getByText('9 dari 36').or(committee.getByText('3 dari 3')).first().waitFor();
  await take(committee, 'pemantauan');
  await take(committee, 'kelengkapan', committee.getByRole('heading', { name: 'Kelengkapan nilai' }));

  for (let criterion = 3; criterion < criteria.length; criterion++) {
    await first.keyboard.type(String(valueOf(0, 3, criterion)).replace('.', ','));
    await first.keyboard.press('Enter');
  }
  await first.keyboard.press('Enter');
  await first.getByRole('button', { name: 'Ya, kunci nilai' }).waitFor();
  await take(first, 'kunci');
  await first.getByRole('button', { name: 'Ya, kunci nilai' }).click();
  await first.getByText('Nilai ini terkunci').waitFor();
}

async function takeEnd({ application, page }, seats) {
  await Promise.all(seats.map((seat, juror) => scoreAll(seat, juror, juror === 0 ? 4 : 3, 12)));
  const [first] = seats;
  for (const seat of seats) await ask(seat, 'execute', { type: 'sign-off-category', category: 'kesehatan' });
  await open(first, 'Pengesahan');
  await first.getByText('Sudah Anda sahkan').waitFor();
  for (const seat of seats) await seat.getByText('semua sudah diterima panitia').waitFor({ timeout: 60_000 });
  await take(first, 'pengesahan');

  await ask(page, 'execute', { type: 'show-stage', contestant: null, stage: null });
  await open(page, 'Peringkat');
  await page.getByRole('button', { name: 'Tampilkan peringkat' }).click();
  await page.getByRole('button', { name: /^Kesehatan/ }).click();
  await page
    .getByRole('button', { name: /^Mengapa peringkat ini\?/ })
    .first()
    .click();
  await take(page, 'peringkat');

  await open(page, 'Pengumuman');
  const opening = application.waitForEvent('window');
  await page.getByRole('button', { name: 'Buka layar pengumuman' }).click();
  const projector = await opening;
  await projector.setViewportSize({ width: 1024, height: 576 });
  await projector.getByText('Gelar Budaya Kerja (contoh)').first().waitFor();
  await take(projector, 'proyektor-tunggu');
  await page.getByRole('button', { name: 'Mulai pengumuman Kesehatan' }).click();
  for (const label of ['Juara III', 'Juara II', 'Juara I']) {
    for (const next of [`${label}, belum dengan nama`, `nama ${label}`]) {
      // A second press that follows too soon is no step.
      await page.waitForTimeout(limits.pressLockMs);
      await page.getByRole('button', { name: `Berikutnya: ${next}`, exact: true }).click();
    }
    await projector.locator('.place:not(.build-up)').getByText(label, { exact: true }).first().waitFor();
    if (label === 'Juara III') await take(page, 'pengumuman');
  }
  await take(projector, 'proyektor-juara');
  await ask(page, 'close-projector');
  await open(page, 'Dokumen');
  await take(page, 'dokumen');
}

/** Scores and locks the contestants of these places in the order. */
async function scoreAll(page, juror, from, to) {
  for (let place = from; place < to; place++) {
    const contestant = contestants[place];
    for (const [index, criterion] of criteria.entries()) {
      await ask(page, 'execute', {
        type: 'set-score',
        contestant,
        criterion,
        value: String(valueOf(juror, place, index)),
      });
    }
    await ask(page, 'execute', { type: 'lock-sheet', contestant, stage: 'presentasi' });
  }
}

/** Invented: between 74 and 92 in halves, without equal totals in a category. */
function valueOf(juror, place, criterion) {
  return 74 + ((juror * 7 + place * 11 + criterion * 5 + place * criterion * 2) % 37) / 2;
}

/** Asks the main process as the page does; a refusal ends the run. */
async function ask(page, channel, input) {
  const inPage = ([name, value]) => globalThis.gelarJuri.request(name, value);
  const answer = JSON.parse(await page.evaluate(inPage, [channel, input]));
  if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

async function open(page, name) {
  await page.getByRole('link', { name, exact: true }).click();
  // Its code is loaded on the way.
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
}

async function dropFile(page, file, target) {
  const transfer = await page.evaluateHandle(
    ({ name, content }) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(content)], name));
      return data;
    },
    { name: path.basename(file), content: [...readFileSync(file)] },
  );
  await page.locator(target).dispatchEvent('drop', { dataTransfer: transfer });
}

/** Takes the window as it stands, or scrolled so that `top` is at its upper edge. */
async function take(page, name, top) {
  await page.mouse.move(size.width / 2, 0);
  await top?.evaluate((element) => {
    element.style.scrollMarginTop = '1rem';
    element.scrollIntoView({ block: 'start' });
  });
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(rewrite, rewrites);
  const taken = await page.screenshot({ animations: 'disabled', caret: 'initial' });
  writeFileSync(path.join(pictures, `${name}.png`), smallerPng(taken));
  say(`   ${name}.png`);
}

/** Runs in the page. A banner that is empty afterwards is hidden. */
function rewrite(changes) {
  const patterns = changes.map(([from, to]) => [new RegExp(from, 'gu'), to]);
  const rewritten = (text) => patterns.reduce((result, [from, to]) => result.replace(from, to), text);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = rewritten(texts.currentNode.nodeValue);
    if (text !== texts.currentNode.nodeValue) texts.currentNode.nodeValue = text;
  }
  for (const input of document.querySelectorAll('input')) {
    const text = rewritten(input.value);
    if (text !== input.value) input.value = text;
  }
  for (const banner of document.querySelectorAll('aside')) banner.hidden = banner.textContent === '';
}
