/** Further windows of the hall: each with its own content, back after a crash, closed with the folder, and blind to what is not revealed. */
import { expect, test } from 'vitest';
import { resumeProjector } from '../../electron/shell/ceremony-handlers.ts';
import { hallWindowView } from '../../electron/shell/hall-windows.ts';
import { contestFileSchema } from '../../shared/domain/setup/contest-file.ts';
import { limits } from '../../shared/limits.ts';
import { inFolder, laptopWith, startLaptop, type Laptop } from '../support/shell-harness.ts';
import { groups, smallContest } from '../support/small-contest.ts';

const contest = contestFileSchema.parse({ ...smallContest, jurors: [{ id: 'j1', name: 'Juri 1 (contoh)' }] });
const committee = { role: 'committee' } as const;
const script = { id: 'naskah', name: 'Meja pembawa acara', content: 'script', overscan: 0 } as const;
const side = { id: 'samping', name: 'Layar samping', content: 'timer', overscan: 3 } as const;

async function next(laptop: Laptop): Promise<void> {
  laptop.clock.nowMs += limits.pressLockMs;
  await laptop.value('move-ceremony', { move: 'next' });
}

test('[W11] each window shows its own content with its own edge, whatever the projector shows', () =>
  inFolder(async (folder) => {
    const laptop = await laptopWith(folder, contest);
    const [first] = groups;
    await laptop.value('execute', { type: 'show-stage', contestant: first?.id ?? '', stage: 'tahap' });
    await laptop.value('project-picture', { picture: 'waiting' });
    for (const content of ['main', 'waiting', 'on-stage', 'timer', 'script'] as const) {
      await laptop.value('put-hall-window', { ...side, content });
      const shown = hallWindowView(laptop.shell, side.id);
      expect([shown.type, shown.overscan]).toEqual([content === 'main' ? 'waiting' : content, 3]);
    }
    expect((await laptop.value('ceremony-state')).windows).toMatchObject([
      { ...side, content: 'script', isOpen: false },
    ]);
    await laptop.quit();
  }));

test('[W11] there are no more than agreed, and one that was removed is gone', () =>
  inFolder(async (folder) => {
    const laptop = await laptopWith(folder, contest);
    for (let number = 0; number < limits.hallWindows; number += 1) {
      await laptop.value('put-hall-window', { ...side, id: `layar-${number}` });
    }
    expect(await laptop.ask('put-hall-window', side)).toMatchObject({ ok: false, error: { type: 'too-many-windows' } });
    await laptop.value('open-hall-window', { id: 'layar-0', display: 2 });
    const after = await laptop.value('remove-hall-window', { id: 'layar-0' });
    expect(after.windows.map(({ id }) => id)).toEqual(['layar-1', 'layar-2', 'layar-3']);
    expect(laptop.shell.ports.hallWindow('layar-0').isOpen()).toBe(false);
    expect(hallWindowView(laptop.shell, 'layar-0')).toEqual({ type: 'blank' });
    await laptop.quit();
  }));

test('[W11] [C7] what was open stands again after a crash; with the folder it closes for good', () =>
  inFolder(async (folder) => {
    const laptop = await laptopWith(folder, contest);
    await laptop.value('put-hall-window', side);
    await laptop.value('put-hall-window', script);
    await laptop.value('open-hall-window', { id: side.id, display: 2 });
    const kept = laptop.shell.desk()?.settings.get().windows;
    expect(kept?.map(({ open }) => open)).toEqual([{ display: 2 }, null]);
    // A crash: nothing was closed, another process finds what lies on the disk.
    resumeProjector(laptop.shell);
    expect(laptop.shell.ports.hallWindow(side.id).place().display).toBe(2);
    await laptop.value('close-folder');
    expect(laptop.shell.ports.hallWindow(side.id).isOpen()).toBe(false);
    await laptop.quit();
    const again = startLaptop(folder);
    const [recent] = await again.value('recent-folders');
    await again.value('open-folder', { path: recent?.path ?? '' });
    resumeProjector(again.shell);
    expect(again.shell.ports.hallWindow(side.id).isOpen()).toBe(false);
    expect(again.shell.desk()?.settings.get()).toMatchObject({
      projector: null,
      windows: [{ name: side.name }, script],
    });
    await again.quit();
  }));

test('[W11] [C4] [C9] the script has the note and the next step, and no name before the hall has it', () =>
  inFolder(async (folder) => {
    const laptop = await laptopWith(folder, contest);
    await laptop.value('set-pin', { session: committee, pin: '9999' });
    await laptop.value('add-local-seat', { seat: 'j1', pin: '1111' });
    await laptop.value('sign-in', { session: { role: 'seat', seat: 'j1' }, pin: '1111' });
    for (const [index, { id }] of groups.entries()) {
      await laptop.value('execute', { type: 'set-score', contestant: id, criterion: 'isi', value: String(90 - index) });
      await laptop.value('execute', { type: 'lock-sheet', contestant: id, stage: 'tahap' });
    }
    await laptop.value('sign-in', { session: committee, pin: '9999' });
    await laptop.value('execute', {
      type: 'change-programme',
      programme: [{ type: 'opening' }, { type: 'winners', category: 'kat', note: 'Pelan-pelan.' }],
    });
    await laptop.value('execute', { type: 'confirm-announcement', category: 'kat' });
    await laptop.value('execute', {
      type: 'change-info',
      contest: { ...contest.contest, fanfare: true, confetti: true },
    });
    await laptop.value('put-hall-window', { ...side, content: 'main' });
    await laptop.value('put-hall-window', script);
    const shown = () => hallWindowView(laptop.shell, script.id);
    expect(shown()).toMatchObject({ type: 'script', act: null, next: null });
    await laptop.value('start-ceremony', { act: 'kat' });
    expect(shown()).toMatchObject({ note: 'Pelan-pelan.', now: null, next: 'Juara III, belum dengan nama' });
    await next(laptop);
    expect(shown()).toMatchObject({ now: 'Juara III', next: 'nama Juara III' });
    for (const { id } of groups) expect(JSON.stringify(shown())).not.toContain(id);
    await next(laptop);
    expect(shown()).toMatchObject({ now: expect.stringContaining(`Kelompok ${groups[2]?.id}`) as unknown });
    expect(JSON.stringify(laptop.projected)).not.toContain('Pelan-pelan');
    // The same picture beside it makes no second sound.
    expect(laptop.projected.at(-1)).toMatchObject({ type: 'reveal', sound: true, confetti: true });
    expect(hallWindowView(laptop.shell, side.id)).toMatchObject({ type: 'reveal', sound: false, confetti: false });
    await laptop.quit();
  }));

test('[W11] the script is said in the language of the hall, whatever the laptop speaks', () =>
  inFolder(async (folder) => {
    const laptop = await laptopWith(folder, contest);
    await laptop.value('choose-outward-language', { of: 'projector', language: 'en' });
    await laptop.value('put-hall-window', script);
    await laptop.value('start-ceremony', { act: '*opening' });
    expect(hallWindowView(laptop.shell, script.id)).toMatchObject({ act: 'Opening' });
    await laptop.quit();
  }));
