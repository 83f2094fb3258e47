/** Keys at the projector, seen from the operator's screen; and what is asked before the application is closed. */
import { expect, test } from 'vitest';
import { closingQuestion } from '../../electron/shell/closing.ts';
import { pressAtProjector } from '../../electron/shell/ceremony-handlers.ts';
import { contestFileSchema } from '../../shared/domain/setup/contest-file.ts';
import { limits } from '../../shared/limits.ts';
import { inFolder, laptopWith, type Laptop } from '../support/shell-harness.ts';
import { groups, smallContest } from '../support/small-contest.ts';

const scored = contestFileSchema.parse({
  ...smallContest,
  stages: [{ id: 'tahap', name: 'Presentasi', weight: '100', timer: [{ name: 'Paparan', seconds: 600 }] }],
  jurors: [{ id: 'j1', name: 'Juri 1 (contoh)' }],
});

/** All sheets of the only juror, who sits at the committee's laptop, are locked. */
async function judged(folder: string): Promise<Laptop> {
  const laptop = await laptopWith(folder, scored);
  await laptop.ask('set-pin', { session: { role: 'committee' }, pin: '9999' });
  await laptop.ask('add-local-seat', { seat: 'j1', pin: '1111' });
  await laptop.ask('sign-in', { session: { role: 'seat', seat: 'j1' }, pin: '1111' });
  for (const [index, { id }] of groups.entries()) {
    await laptop.ask('execute', { type: 'set-score', contestant: id, criterion: 'isi', value: String(90 - index) });
    await laptop.ask('execute', { type: 'lock-sheet', contestant: id, stage: 'tahap' });
  }
  await laptop.ask('sign-in', { session: { role: 'committee' }, pin: '9999' });
  await laptop.ask('execute', { type: 'confirm-announcement', category: 'kat' });
  return laptop;
}

const shownType = (laptop: Laptop) => laptop.projected.at(-1)?.type;

test('[C5] Escape at the projector darkens whatever stands there, again and again; any other key brings it back', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    for (const picture of ['waiting', 'on-stage'] as const) {
      laptop.clock.nowMs += limits.pressLockMs;
      await laptop.value('project-picture', { picture });
      pressAtProjector(laptop.shell, 'darken');
      pressAtProjector(laptop.shell, 'darken');
      expect([shownType(laptop), (await laptop.value('ceremony-state')).blank]).toEqual(['blank', true]);
      pressAtProjector(laptop.shell, 'next');
      expect([shownType(laptop), (await laptop.value('ceremony-state')).blank]).toEqual([picture, false]);
    }
    expect(await laptop.ask('start-ceremony', { act: 'kat' })).toMatchObject({ ok: true });
    laptop.clock.nowMs += limits.pressLockMs;
    pressAtProjector(laptop.shell, 'next');
    laptop.clock.nowMs += limits.pressLockMs;
    pressAtProjector(laptop.shell, 'next');
    pressAtProjector(laptop.shell, 'darken');
    pressAtProjector(laptop.shell, 'darken');
    expect(shownType(laptop)).toBe('blank');
    pressAtProjector(laptop.shell, 'back');
    expect(laptop.projected.at(-1)).toMatchObject({ type: 'reveal', revealed: [{ label: 'Juara III' }] });
    await laptop.quit();
  }));

test('[C7] a key that is refused at the projector is told on the operator’s screen until it is seen', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    await laptop.ask('start-ceremony', { act: 'kat' });
    expect(await laptop.value('ceremony-state')).toMatchObject({ refused: null });
    laptop.clock.nowMs += limits.pressLockMs;
    await laptop.ask('execute', {
      type: 'change-contestant-status',
      contestant: 'delima',
      status: 'disqualified',
      reason: 'contoh',
    });
    pressAtProjector(laptop.shell, 'next');
    const told = { act: 'kat', step: 0, refused: expect.stringContaining('berubah') as unknown };
    expect(laptop.sent.findLast(({ name }) => name === 'ceremony-changed')?.value).toMatchObject(told);
    expect(await laptop.value('ceremony-state')).toMatchObject(told);
    expect(await laptop.value('dismiss-projector-notice')).toMatchObject({ refused: null });
    await laptop.quit();
  }));

test('[C4] a contest that hides the final scores sends none to the projector', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    const reveal = async () => {
      await laptop.ask('start-ceremony', { act: 'kat' });
      for (let press = 0; press < 2; press += 1) {
        laptop.clock.nowMs += limits.pressLockMs;
        await laptop.ask('move-ceremony', { move: 'next' });
      }
      return JSON.stringify(laptop.projected.at(-1));
    };
    expect(await reveal()).toContain('88,00');
    await laptop.ask('execute', { type: 'change-info', contest: { ...scored.contest, hideScores: true } });
    expect(await reveal()).not.toContain('88,00');
    expect(JSON.stringify(await laptop.value('ceremony-state'))).not.toContain('88,00');
    await laptop.quit();
  }));

test('[W7] closing by hand asks while an announcement or the timer runs, and says why', () =>
  inFolder(async (folder) => {
    const laptop = await judged(folder);
    // The harness's projector is always open.
    expect((await closingQuestion(laptop.shell))?.detail).toContain('Layar pengumuman ikut tertutup');
    await laptop.ask('start-ceremony', { act: 'kat' });
    expect((await closingQuestion(laptop.shell))?.detail).toContain('Pengumuman sedang berjalan');
    await laptop.ask('execute', { type: 'show-stage', contestant: 'delima', stage: 'tahap' });
    await laptop.ask('execute', { type: 'start-timer', part: 0, elapsedMs: 0 });
    expect((await closingQuestion(laptop.shell))?.detail).toContain('Pencatat waktu sedang berjalan');
    await laptop.shell.closeFolder();
    expect(await closingQuestion(laptop.shell)).toBeNull();
    await laptop.quit();
  }));
