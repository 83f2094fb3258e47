/** The acts of the announcement one after the other, and the rehearsal of them, seen from the operator's screen and the projector. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { pressAtProjector } from '../../electron/shell/ceremony-handlers.ts';
import { drawKey } from '../../shared/ceremony/draw.ts';
import { contestFileSchema } from '../../shared/domain/setup/contest-file.ts';
import { limits } from '../../shared/limits.ts';
import { inFolder, laptopWith, startLaptop, type Laptop } from '../support/shell-harness.ts';
import { groups, smallContest } from '../support/small-contest.ts';

const contest = contestFileSchema.parse({
  ...smallContest,
  contest: { ...smallContest.contest, letterhead: ['PEMERINTAH KABUPATEN CONTOH', 'SEKRETARIAT DAERAH'] },
  categories: [...smallContest.categories, { id: 'lain', name: 'Kategori Lain' }],
  jurors: [{ id: 'j1', name: 'Juri 1 (contoh)' }],
});
const programme = [
  { type: 'opening' as const },
  { type: 'text' as const, id: 'sambutan', title: 'Sambutan Bupati', text: 'Bapak Bupati', note: 'Undang bupati.' },
  { type: 'winners' as const, category: 'kat' },
  { type: 'winners' as const, category: 'lain' },
];

/** All sheets of the category `kat` are locked; in `lain` there is nobody. */
async function judged(folder: string): Promise<Laptop> {
  const laptop = await laptopWith(folder, contest);
  await laptop.value('set-pin', { session: { role: 'committee' }, pin: '9999' });
  await laptop.value('add-local-seat', { seat: 'j1', pin: '1111' });
  await laptop.value('sign-in', { session: { role: 'seat', seat: 'j1' }, pin: '1111' });
  for (const [index, { id }] of groups.entries()) {
    await laptop.value('execute', { type: 'set-score', contestant: id, criterion: 'isi', value: String(90 - index) });
    await laptop.value('execute', { type: 'lock-sheet', contestant: id, stage: 'tahap' });
  }
  await laptop.value('sign-in', { session: { role: 'committee' }, pin: '9999' });
  await laptop.value('execute', { type: 'change-programme', programme });
  return laptop;
}

/** The place, then who has it (C11). */
async function reveal(laptop: Laptop) {
  await move(laptop, 'next');
  return move(laptop, 'next');
}

async function move(laptop: Laptop, asked: 'next' | 'back' | 'end') {
  laptop.clock.nowMs += limits.pressLockMs;
  return laptop.ask('move-ceremony', { move: asked });
}

const shown = (laptop: Laptop) => laptop.projected.at(-1);
const acting = async (laptop: Laptop) => {
  const { act, step, nextLabel, done } = await laptop.value('ceremony-state');
  return { act, step, nextLabel, done };
};

test('[C9] the acts follow each other in the order of the committee, and each is told before it comes, without a name', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    await laptop.value('execute', { type: 'confirm-announcement', category: 'kat' });
    await laptop.value('start-ceremony', { act: '*opening' });
    expect(shown(laptop)).toMatchObject({ type: 'opening', letterhead: contest.contest.letterhead, logo: null });
    expect(await acting(laptop)).toMatchObject({ nextLabel: 'babak Sambutan Bupati', done: ['*opening'] });
    await move(laptop, 'next');
    expect(shown(laptop)).toMatchObject({ type: 'text', title: 'Sambutan Bupati', text: 'Bapak Bupati' });
    expect(JSON.stringify(laptop.projected)).not.toContain('Undang bupati');
    await move(laptop, 'next');
    expect(shown(laptop)).toMatchObject({ type: 'category-title' });
    for (const label of ['Juara III', 'Juara II', 'Juara I']) {
      expect(await acting(laptop)).toMatchObject({
        act: 'kat',
        nextLabel: `${label}, belum dengan nama`,
        done: ['*opening', '*text:sambutan'],
      });
      await move(laptop, 'next');
      expect(shown(laptop)).toMatchObject({ type: 'build-up', heading: label });
      expect(await acting(laptop)).toMatchObject({ act: 'kat', nextLabel: `nama ${label}` });
      await move(laptop, 'next');
    }
    expect(await acting(laptop)).toMatchObject({
      nextLabel: 'babak Kategori Lain',
      done: ['*opening', '*text:sambutan', 'kat'],
    });
    // Nobody is ranked there: the winner stays on the projector, and the operator is told why.
    expect(await move(laptop, 'next')).toMatchObject({ ok: false, error: { type: 'nobody-ranked' } });
    expect(shown(laptop)).toMatchObject({ type: 'reveal' });
    expect(await acting(laptop)).toMatchObject({ act: 'kat', step: 3 });
    await laptop.quit();
  }));

test('[C9] back at the title of an act leads to the end of the one before, where that was shown; else nowhere', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    await laptop.value('execute', { type: 'confirm-announcement', category: 'kat' });
    await laptop.value('start-ceremony', { act: 'kat' });
    await move(laptop, 'back');
    expect(await acting(laptop)).toMatchObject({ act: 'kat', step: 0 });
    await laptop.value('start-ceremony', { act: '*text:sambutan' });
    await move(laptop, 'next');
    expect(await acting(laptop)).toMatchObject({ act: 'kat', step: 0 });
    await move(laptop, 'back');
    expect(await acting(laptop)).toMatchObject({ act: '*text:sambutan' });
    await laptop.quit();
  }));

test('[C1] [C9] an award with an act of its own is announced after Juara I, under the same conditions, and resumed', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    const [first] = groups;
    const favourite = { id: 'favorit', name: 'Favorit', kind: 'list' as const, contestants: [first?.id ?? ''] };
    await laptop.value('execute', { type: 'change-awards', awards: [favourite] });
    const own = { type: 'winners' as const, category: 'kat', award: 'favorit' };
    await laptop.value('execute', { type: 'change-programme', programme: [...programme.slice(0, 3), own] });
    expect(await laptop.ask('start-ceremony', { act: 'kat/favorit' })).toMatchObject({ error: { type: 'unsigned' } });
    await laptop.value('execute', { type: 'confirm-announcement', category: 'kat' });
    await laptop.value('start-ceremony', { act: 'kat' });
    expect(await acting(laptop)).toMatchObject({ nextLabel: 'Juara III, belum dengan nama' });
    await laptop.value('start-ceremony', { act: 'kat/favorit' });
    expect(shown(laptop)).toMatchObject({
      type: 'category-title',
      category: `Favorit · ${contest.categories[0]?.name}`,
    });
    await reveal(laptop);
    await laptop.quit();
    const again = startLaptop(folder);
    await again.shell.reopenLast();
    await again.value('sign-in', { session: { role: 'committee' }, pin: '9999' });
    expect(await acting(again)).toMatchObject({ act: 'kat/favorit', step: 1, nextLabel: 'babak Kategori Lain' });
    await again.quit();
  }));

test('[D21] what is won over the whole contest waits for the sign-offs of every category, or their confirmation', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    const [first] = groups;
    const award = { id: 'umum', name: 'Juara Umum', kind: 'list' as const, contestants: [first?.id ?? ''] };
    await laptop.value('execute', { type: 'change-awards', awards: [{ ...award, scope: 'contest' as const }] });
    expect(await laptop.ask('start-ceremony', { act: '*' })).toMatchObject({
      ok: false,
      error: { type: 'unsigned', message: expect.stringContaining('Juri 1 (contoh)') },
    });
    await laptop.value('execute', { type: 'confirm-announcement', category: 'kat' });
    expect(await laptop.ask('start-ceremony', { act: '*' })).toMatchObject({ ok: true });
    await laptop.quit();
  }));

test('[C9] [D21] no press goes on to a category that is not signed off and not confirmed', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    await laptop.value('start-ceremony', { act: '*text:sambutan' });
    laptop.clock.nowMs += limits.pressLockMs;
    pressAtProjector(laptop.shell, 'next');
    const told = await laptop.value('ceremony-state');
    expect([told.act, told.refused]).toEqual(['*text:sambutan', expect.stringContaining('Juri 1 (contoh)')]);
    await laptop.quit();
  }));

test('[C7] [C9] a restart goes on at the same slide, and knows what was shown', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    await laptop.value('start-ceremony', { act: '*opening' });
    await move(laptop, 'next');
    await laptop.quit();
    const again = startLaptop(folder);
    await again.shell.reopenLast();
    await again.value('sign-in', { session: { role: 'committee' }, pin: '9999' });
    expect(await acting(again)).toMatchObject({ act: '*text:sambutan', done: ['*opening', '*text:sambutan'] });
    expect(await again.value('ceremony-state')).toMatchObject({ shown: { type: 'text', title: 'Sambutan Bupati' } });
    await again.quit();
  }));

test('[C10] a rehearsal goes the same way with made-up names, says so on every picture and leaves nothing behind', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    const before = (await laptop.value('load-events')).length;
    laptop.projected.length = 0;
    await laptop.value('rehearse-ceremony', { rehearsal: true });
    await laptop.value('start-ceremony', { act: '*opening' });
    for (let press = 0; press < 20; press += 1) await move(laptop, 'next');
    expect(laptop.projected.every((view) => view.rehearsal === true)).toBe(true);
    const reveals = laptop.projected.flatMap((view) => (view.type === 'reveal' ? [view.revealed.at(-1)] : []));
    expect([...new Set(reveals.map((place) => `${place?.label}: ${place?.contestants[0]?.name}`))]).toEqual([
      'Juara III: CONTOH C',
      'Juara II: CONTOH B',
      'Juara I: CONTOH A',
    ]);
    for (const { name } of contest.contestants) expect(JSON.stringify(laptop.projected)).not.toContain(name);
    expect(await acting(laptop)).toMatchObject({ act: 'lain', step: 3, nextLabel: null });
    expect((await laptop.value('load-events')).length).toBe(before);
    await laptop.value('rehearse-ceremony', { rehearsal: false });
    expect(shown(laptop)).toEqual(expect.not.objectContaining({ rehearsal: true }));
    expect(await acting(laptop)).toMatchObject({ act: null, done: [] });
    await laptop.quit();
  }));

test('[C9] the marks of what was shown are cleared for a second run, in a rehearsal those of the rehearsal alone', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    await laptop.value('start-ceremony', { act: '*opening' });
    await move(laptop, 'end');
    await laptop.value('rehearse-ceremony', { rehearsal: true });
    await laptop.value('start-ceremony', { act: '*text:sambutan' });
    expect(await laptop.value('forget-acts-done')).toMatchObject({ done: [], act: '*text:sambutan' });
    await laptop.value('rehearse-ceremony', { rehearsal: false });
    expect(await acting(laptop)).toMatchObject({ done: ['*opening'] });
    expect(await laptop.value('forget-acts-done')).toMatchObject({ done: [] });
    await laptop.quit();
  }));

test('[C9] the printed script is in the language of the hall, whatever the documents speak', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    await laptop.value('choose-outward-language', { of: 'projector', language: 'en' });
    laptop.chosen.file = path.join(folder, 'script.pdf');
    await laptop.value('print-host-script', { toPdf: true });
    // The harness's printer puts the page itself on the paper.
    const page = readFileSync(laptop.chosen.file, 'utf8');
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('Opening');
    expect(page).toContain('Page 1 of 1');
    await laptop.quit();
  }));

test('[C10] a rehearsal does not begin while an announcement runs, and a restart does not turn it into one', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    await laptop.value('start-ceremony', { act: '*opening' });
    expect(await laptop.ask('rehearse-ceremony', { rehearsal: true })).toMatchObject({
      ok: false,
      error: { type: 'ceremony-runs' },
    });
    await move(laptop, 'end');
    await laptop.value('rehearse-ceremony', { rehearsal: true });
    await laptop.value('start-ceremony', { act: 'kat' });
    await reveal(laptop);
    await laptop.quit();
    const again = startLaptop(folder);
    await again.shell.reopenLast();
    await again.value('sign-in', { session: { role: 'committee' }, pin: '9999' });
    expect(await again.value('ceremony-state')).toMatchObject({
      rehearsal: true,
      shown: { type: 'reveal', rehearsal: true, revealed: [{ contestants: [{ name: 'CONTOH C' }] }] },
    });
    await again.quit();
  }));

test('[C13] [C7] the draw is shown step by step or at once, goes on after a restart, and announces nothing', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    await laptop.value('execute', { type: 'draw-lots', category: null, seed: 'BENIH' });
    const ref = (await laptop.value('load-events')).find(({ event }) => event.type === 'lots-drawn')?.ref ?? '';
    const act = drawKey(ref);
    await laptop.value('start-ceremony', { act });
    expect(await acting(laptop)).toMatchObject({ act, nextLabel: 'Nomor urut 1, belum dengan nama' });
    await reveal(laptop);
    expect(shown(laptop)).toMatchObject({ type: 'draw', heading: 'Nomor urut 1', now: { number: 1 } });
    await laptop.quit();
    const again = startLaptop(folder);
    await again.shell.reopenLast();
    await again.value('sign-in', { session: { role: 'committee' }, pin: '9999' });
    expect(await acting(again)).toMatchObject({ act, step: 1 });
    await again.value('move-ceremony', { move: 'all' });
    expect(shown(again)).toMatchObject({ type: 'draw-list' });
    expect(await acting(again)).toMatchObject({ nextLabel: null, done: [] });
    await again.value('move-ceremony', { move: 'end' });
    const numbers = groups.map(({ id }, index) => ({ contestant: id, number: index + 20 }));
    await again.value('execute', { type: 'change-order', numbers });
    expect(await again.ask('start-ceremony', { act })).toMatchObject({ ok: false, error: { type: 'draw-changed' } });
    await again.quit();
  }));

test('[C13] [C5] a draw whose numbers were changed meanwhile shows no more of itself, and goes dark all the same', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    await laptop.value('execute', { type: 'draw-lots', category: null, seed: 'BENIH' });
    const ref = (await laptop.value('load-events')).find(({ event }) => event.type === 'lots-drawn')?.ref ?? '';
    await laptop.value('start-ceremony', { act: drawKey(ref) });
    await reveal(laptop);
    const numbers = groups.map(({ id }, index) => ({ contestant: id, number: index + 20 }));
    await laptop.value('execute', { type: 'change-order', numbers });
    expect(await move(laptop, 'next')).toMatchObject({ ok: false, error: { type: 'draw-changed' } });
    pressAtProjector(laptop.shell, 'blank');
    expect(shown(laptop)).toMatchObject({ type: 'blank' });
    await laptop.quit();
  }));

test('[C13] [C7] a group that is renamed while its draw is shown has the new name, in the script and after a restart too', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    await laptop.value('execute', { type: 'draw-lots', category: null, seed: 'BENIH' });
    const events = await laptop.value('load-events');
    const drawn = events.find(({ event }) => event.type === 'lots-drawn');
    const first = drawn?.event.type === 'lots-drawn' && drawn.event.numbers.find(({ number }) => number === 1);
    await laptop.value('start-ceremony', { act: drawKey(drawn?.ref ?? '') });
    await reveal(laptop);
    const [contestant] = (laptop.shell.desk()?.contest.contest().setup?.contestants ?? []).filter(
      ({ id }) => first !== false && id === first?.contestant,
    );
    if (contestant === undefined) throw new Error('the first number was drawn');
    await laptop.value('execute', {
      type: 'change-contestants',
      addCategories: [],
      put: [{ ...contestant, name: 'Nama Baru' }],
      removed: [],
      reason: 'salah tulis',
    });
    expect(shown(laptop)).toMatchObject({ type: 'draw', now: { name: 'Nama Baru' } });
    await laptop.quit();
    const again = startLaptop(folder);
    await again.shell.reopenLast();
    await again.value('sign-in', { session: { role: 'committee' }, pin: '9999' });
    expect((await again.value('ceremony-state')).shown).toMatchObject({ type: 'draw', now: { name: 'Nama Baru' } });
    await again.quit();
  }));

test('[C4] no act of the announcement is shown all at once', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    await laptop.value('execute', { type: 'confirm-announcement', category: 'kat' });
    await laptop.value('start-ceremony', { act: 'kat' });
    await laptop.value('move-ceremony', { move: 'all' });
    expect(await laptop.value('ceremony-state')).toMatchObject({ step: 0, building: false });
    await laptop.quit();
  }));

test('[W8] the edge that the projector cuts off is kept for this laptop and goes with every picture', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    await laptop.value('set-overscan', { percent: 3 });
    expect(shown(laptop)).toMatchObject({ type: 'waiting', overscan: 3 });
    expect(await laptop.ask('set-overscan', { percent: 6 })).toMatchObject({ ok: false });
    await laptop.quit();
  }));
