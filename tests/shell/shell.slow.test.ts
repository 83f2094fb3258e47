import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Decision } from '../../shared/domain/setup/contest-file.ts';
import { parseContestText } from '../../shared/domain/setup/contest-parse.ts';
import { checkRanking } from '../../shared/ranking/decisions.ts';
import type { RecordedEvent } from '../../shared/domain/facts/events.ts';
import type { Session } from '../../shared/ipc/app.ts';
import { openContestFolder } from '../../electron/contest/open-contest.ts';
import { pressAtProjector } from '../../electron/shell/ceremony-handlers.ts';
import { limits } from '../../shared/limits.ts';
import { inFolder, laptopWith, startLaptop, type Laptop } from '../support/shell-harness.ts';
import { groups, scoreOf, smallContest } from '../support/small-contest.ts';

const committee: Session = { role: 'committee' };
const seat = (id: string): Session => ({ role: 'seat', seat: id });
const pins = { committee: '9999', j1: '1111', j2: '2222' } as const;

/** The committee and both jurors on one laptop, each with a PIN; the committee is signed in. */
async function sharedLaptop(folder: string): Promise<Laptop> {
  const laptop = await laptopWith(folder, smallContest);
  await laptop.ask('set-pin', { session: committee, pin: pins.committee });
  for (const juror of ['j1', 'j2'] as const) {
    const added = await laptop.ask('add-local-seat', { seat: juror, pin: pins[juror] });
    if (!added.ok) throw new Error(added.error.message);
  }
  return laptop;
}

async function score(laptop: Laptop, juror: 'j1' | 'j2', { lock }: { readonly lock: boolean }): Promise<void> {
  expect(await laptop.ask('sign-in', { session: seat(juror), pin: pins[juror] })).toMatchObject({ ok: true });
  for (const { id } of groups) {
    const set = { type: 'set-score', contestant: id, criterion: 'isi', value: scoreOf(juror, id) } as const;
    expect(await laptop.ask('execute', set)).toMatchObject({ ok: true });
    if (!lock) continue;
    const locked = await laptop.ask('execute', { type: 'lock-sheet', contestant: id, stage: 'tahap' });
    expect(locked).toMatchObject({ ok: true });
  }
}

function authorsOf(events: readonly RecordedEvent[]): string[] {
  return [...new Set(events.map(({ author }) => (author.role === 'seat' ? author.seat : author.role)))];
}

test('[V2] what goes to the window of a juror holds the committee’s facts and the own ones, and no score of another', async () => {
  await inFolder(async (folder) => {
    const laptop = await sharedLaptop(folder);
    await score(laptop, 'j1', { lock: true });
    laptop.sent.length = 0;
    await score(laptop, 'j2', { lock: true });
    const loaded = await laptop.value('load-events');
    expect(authorsOf(loaded).toSorted()).toEqual(['committee', 'j2']);
    const wire = JSON.stringify([loaded, laptop.sent]);
    for (const { id } of groups) {
      expect(wire).toContain(scoreOf('j2', id));
      expect(wire).not.toContain(scoreOf('j1', id));
    }
    await laptop.quit();
  });
});

test('[V2] nobody signed in: nothing is sent; the committee sees all; each change of person empties the window', async () => {
  await inFolder(async (folder) => {
    const laptop = await sharedLaptop(folder);
    await score(laptop, 'j1', { lock: false });
    laptop.sent.length = 0;
    await laptop.value('sign-out');
    expect(laptop.sent.map(({ name }) => name)).toContain('events-reset');
    expect(await laptop.value('load-events')).toEqual([]);
    expect(
      await laptop.ask('execute', {
        type: 'set-note',
        contestant: 'delima',
        stage: 'tahap',
        criterion: null,
        text: 'x',
      }),
    ).toMatchObject({ ok: false });
    expect((await laptop.ask('sign-in', { session: committee, pin: pins.committee })).ok).toBe(true);
    expect(authorsOf(await laptop.value('load-events')).toSorted()).toEqual(['committee', 'j1']);
    await laptop.quit();
  });
});

test('[V2] entries of another seat that come in while a juror is signed in do not reach the window', async () => {
  await inFolder(async (folder) => {
    const laptop = await sharedLaptop(folder);
    await laptop.ask('sign-in', { session: seat('j2'), pin: pins.j2 });
    laptop.sent.length = 0;
    const command = {
      type: 'set-score',
      contestant: 'delima',
      criterion: 'isi',
      value: scoreOf('j1', 'delima'),
    } as const;
    expect(laptop.shell.desk()?.contest.execute(seat('j1'), command).ok).toBe(true);
    expect(JSON.stringify(laptop.sent)).not.toContain(scoreOf('j1', 'delima'));
    await laptop.quit();
  });
});

test('[P1] a juror seat on the committee’s laptop needs the committee to have a PIN first', async () => {
  await inFolder(async (folder) => {
    const laptop = await laptopWith(folder, smallContest);
    expect(await laptop.ask('add-local-seat', { seat: 'j1', pin: '1111' })).toMatchObject({
      ok: false,
      error: { type: 'committee-pin-needed' },
    });
    await laptop.quit();
  });
});

test('[V2] a juror cannot ask for what is the committee’s', async () => {
  await inFolder(async (folder) => {
    const laptop = await sharedLaptop(folder);
    await score(laptop, 'j1', { lock: true });
    const refused = { ok: false, error: { type: 'not-signed-in' } };
    Object.assign(laptop.chosen, { file: `${folder}/a`, folder: `${folder}/usb` });
    expect(await laptop.ask('save-workbook')).toMatchObject(refused);
    expect(await laptop.ask('save-history', { refs: null })).toMatchObject(refused);
    expect(await laptop.ask('save-contest-file', { withScores: true })).toMatchObject(refused);
    expect(await laptop.ask('print-recap', { toPdf: true })).toMatchObject(refused);
    expect(await laptop.ask('save-paper', { paper: 'feedback', to: 'docx', only: null })).toMatchObject(refused);
    expect(await laptop.ask('preview-print', { document: 'reasons', only: null })).toMatchObject(refused);
    expect(await laptop.ask('save-backup')).toMatchObject(refused);
    expect(await laptop.ask('save-invitations')).toMatchObject(refused);
    expect(await laptop.ask('print-codes', { toPdf: true })).toMatchObject(refused);
    expect(readdirSync(folder).filter((name) => /^(a|usb)/.test(name))).toEqual([]);
    expect(await laptop.ask('start-listening', {})).toMatchObject(refused);
    expect(await laptop.ask('start-ceremony', { act: 'kat' })).toMatchObject(refused);
    expect((await laptop.value('network-status')).invitations).toEqual([]);
    expect((await laptop.value('ceremony-state')).shown).toEqual({ type: 'blank' });
    await laptop.quit();
  });
});

test('[X23] the history is saved with the facts that were asked for, the notes of jurors among them', async () => {
  await inFolder(async (folder) => {
    const laptop = await sharedLaptop(folder);
    await laptop.ask('sign-in', { session: seat('j1'), pin: pins.j1 });
    const note = { type: 'set-note', contestant: groups[0]?.id ?? '', stage: 'tahap', criterion: null } as const;
    await laptop.ask('execute', { ...note, text: 'Tim saling melengkapi.' });
    await laptop.ask('sign-in', { session: committee, pin: pins.committee });
    const events = await laptop.value('load-events');
    const written = async (name: string, refs: readonly string[] | null) => {
      laptop.chosen.file = path.join(folder, name);
      expect(await laptop.ask('save-history', { refs: refs === null ? null : [...refs] })).toMatchObject({ ok: true });
      const parts = unzipSync(readFileSync(path.join(folder, name)));
      return Object.values(parts)
        .map((part) => strFromU8(part))
        .join();
    };
    expect(await written('semua.xlsx', null)).toMatch(/Membuat lomba.*Tim saling melengkapi\./s);
    const notes = events.filter(({ event }) => event.type === 'note-set').map(({ ref }) => ref);
    const some = await written('catatan.xlsx', notes);
    expect(some).toContain(`1 dari ${events.length} catatan, disaring`);
    expect(some).toContain('autoFilter');
    expect(some).toContain('Tim saling melengkapi.');
    expect(some).not.toContain('Membuat lomba');
    await laptop.quit();
  });
});

test('[X28] feedback carries the notes that a juror wrote beside a locked sheet, without the name', async () => {
  await inFolder(async (folder) => {
    const laptop = await sharedLaptop(folder);
    const [group] = groups;
    const note = { type: 'set-note', contestant: group?.id ?? '', stage: 'tahap' } as const;
    await laptop.ask('sign-in', { session: seat('j1'), pin: pins.j1 });
    await laptop.ask('execute', { ...note, criterion: 'isi', text: 'Datanya lengkap.' });
    const draft = async () => {
      await laptop.ask('sign-in', { session: committee, pin: pins.committee });
      const { html } = await laptop.value('preview-print', { document: 'feedback', only: null });
      return html;
    };
    expect(await draft()).not.toContain('Datanya lengkap.');
    await laptop.ask('sign-in', { session: seat('j1'), pin: pins.j1 });
    await score(laptop, 'j1', { lock: true });
    const locked = await draft();
    expect(locked).toContain('Isi: Datanya lengkap.');
    expect(locked).not.toContain('Juri 1');
    laptop.chosen.file = path.join(folder, 'umpan balik');
    expect(await laptop.ask('save-paper', { paper: 'feedback', to: 'docx', only: group?.id ?? null })).toMatchObject({
      ok: true,
      value: { path: path.join(folder, 'umpan balik.docx') },
    });
    const parts = unzipSync(readFileSync(path.join(folder, 'umpan balik.docx')));
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('Datanya lengkap.');
    await laptop.quit();
  });
});

test('[X5] the workbook carries the notes that a juror wrote beside the scores', async () => {
  await inFolder(async (folder) => {
    const laptop = await sharedLaptop(folder);
    const [group] = groups;
    const note = { type: 'set-note', contestant: group?.id ?? '', stage: 'tahap' } as const;
    await laptop.ask('sign-in', { session: seat('j1'), pin: pins.j1 });
    await laptop.ask('execute', { ...note, criterion: null, text: 'Tim saling melengkapi.' });
    await laptop.ask('execute', { ...note, criterion: 'isi', text: 'Datanya lengkap.' });
    await score(laptop, 'j1', { lock: true });
    await laptop.ask('sign-in', { session: committee, pin: pins.committee });
    laptop.chosen.file = path.join(folder, 'rekap.xlsx');
    const saved = await laptop.ask('save-workbook');
    expect(saved).toMatchObject({ ok: true });
    const parts = Object.values(unzipSync(readFileSync(path.join(folder, 'rekap.xlsx'))));
    expect(parts.map((part) => strFromU8(part)).join()).toMatch(
      /Tim saling melengkapi\.(\n|&#10;)Isi: Datanya lengkap\./,
    );
    await laptop.quit();
  });
});

test('where copies go is told and shown, and the next one is proposed where the last was put', async () => {
  await inFolder(async (folder) => {
    const laptop = await sharedLaptop(folder);
    await laptop.value('sign-in', { session: committee, pin: pins.committee });
    const folders = async () => (await laptop.value('save-status')).backupFolders;
    const before = await folders();
    expect(before?.automatic).toContain(path.join('data', 'salinan'));
    expect(before?.proposed).toBeNull();
    // The automatic copy is not made yet: what would hold it is shown.
    await laptop.value('show-in-folder', { path: before?.automatic ?? '' });
    expect(laptop.looked.at).toEqual([path.join(folder, 'data')]);
    const stick = path.join(folder, 'usb');
    await laptop.value('show-in-folder', { path: stick });
    expect(laptop.looked.at).toHaveLength(1);
    laptop.chosen.folder = stick;
    await laptop.value('save-backup');
    expect(laptop.looked.from).toBeNull();
    expect((await folders())?.proposed).toBe(stick);
    await laptop.value('save-backup');
    expect(laptop.looked.from).toBe(stick);
    await laptop.value('show-in-folder', { path: stick });
    expect(laptop.looked.at.at(-1)).toBe(stick);
    await laptop.quit();
  });
});

test('[P1] a copy opens with the same PINs, so that it shows nobody what the folder itself hides', async () => {
  await inFolder(async (folder) => {
    const laptop = await sharedLaptop(folder);
    await score(laptop, 'j2', { lock: true });
    await laptop.ask('sign-in', { session: committee, pin: pins.committee });
    laptop.chosen.folder = `${folder}/usb`;
    const saved = await laptop.ask('save-backup');
    const copy = saved.ok ? (saved.value.path ?? '') : '';
    expect(laptop.sent.at(-1)).toMatchObject({
      name: 'save-status-changed',
      value: { lastBackupAtMs: expect.any(Number) },
    });
    expect(await laptop.ask('open-folder', { path: copy })).toMatchObject({ ok: false, error: { type: 'no-contest' } });
    laptop.chosen.folder = copy;
    expect(await laptop.ask('open-folder', {})).toMatchObject({ ok: true });
    expect((await laptop.value('app-state')).session).toBeNull();
    for (const session of [committee, seat('j1'), seat('j2')]) {
      expect(await laptop.ask('sign-in', { session })).toMatchObject({ ok: false, error: { type: 'pin-needed' } });
    }
    expect(await laptop.ask('sign-in', { session: seat('j2'), pin: pins.j2 })).toMatchObject({ ok: true });
    expect(JSON.stringify(await laptop.value('load-events'))).toContain(scoreOf('j2', 'delima'));
    await laptop.quit();
  });
});

test('two folders that are opened at once are opened one after the other, and the first is closed again', async () => {
  await inFolder(async (folder) => {
    const laptop = await sharedLaptop(folder);
    const opened = async () => (await laptop.value('app-state')).folder?.path ?? '';
    const paths = [await opened()];
    for (const name of ['Kedua', 'Ketiga']) {
      await laptop.value('create-contest', { source: { kind: 'empty' }, name });
      paths.push(await opened());
    }
    await Promise.all(paths.slice(0, 2).map((each) => laptop.value('open-folder', { path: each })));
    const last = await opened();
    const closed = paths.filter((each) => each !== last);
    expect(closed).toHaveLength(2);
    for (const each of closed) {
      const other = await openContestFolder(each);
      expect(other.ok).toBe(true);
      if (other.ok) other.value.close();
    }
    await laptop.quit();
  });
});

test('[W3] a folder that cannot even be looked at is refused with what to do, and the window does not wait for ever', async () => {
  await inFolder(async (folder) => {
    const laptop = await sharedLaptop(folder);
    const dir = (await laptop.value('app-state')).folder?.path ?? '';
    await laptop.quit();
    rmSync(path.join(dir, 'writer.lock'), { force: true });
    mkdirSync(path.join(dir, 'writer.lock'));
    const again = startLaptop(folder);
    await again.shell.reopenLast();
    const state = await again.value('app-state');
    expect(state).toMatchObject({ folder: null, notice: expect.stringContaining(dir) });
    expect(state.isOpening).toBeUndefined();
  });
});

test('[W3] after a restart the folder, the scores and the person’s place are there, and PINs are asked again', async () => {
  await inFolder(async (folder) => {
    const laptop = await sharedLaptop(folder);
    await score(laptop, 'j1', { lock: false });
    await laptop.value('remember-place', { place: 'delima/isi' });
    await laptop.quit();
    const again = startLaptop(folder);
    const reopening = again.shell.reopenLast();
    expect(await again.value('app-state')).toMatchObject({ folder: null, isOpening: true });
    await reopening;
    expect((await again.value('app-state')).isOpening).toBeUndefined();
    const state = await again.value('app-state');
    expect([state.folder?.name, state.session]).toEqual(['Lomba Kecil', null]);
    expect(await again.value('recall-place')).toBeNull();
    await again.ask('sign-in', { session: seat('j1'), pin: pins.j1 });
    expect(await again.value('recall-place')).toBe('delima/isi');
    expect(JSON.stringify(await again.value('load-events'))).toContain(scoreOf('j1', 'delima'));
    await again.quit();
  });
});

test('[V1] what was saved is told as saved, though this laptop cannot note the contest’s new name', async () => {
  await inFolder(async (folder) => {
    const laptop = await laptopWith(folder, smallContest);
    const settings = path.join(folder, 'data', 'settings.json');
    rmSync(settings);
    mkdirSync(settings);
    laptop.sent.length = 0;
    const contest = { ...smallContest.contest, name: 'Lomba Lain' };
    expect(await laptop.ask('execute', { type: 'change-info', contest })).toMatchObject({ ok: true });
    expect(laptop.sent.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['events-appended', 'app-state-changed', 'save-status-changed']),
    );
    rmSync(settings, { recursive: true });
    await laptop.quit();
  });
});

test('[C4] before, during and after a ceremony nothing unrevealed is sent to the projector or to the operator', async () => {
  await inFolder(async (folder) => {
    const laptop = await sharedLaptop(folder);
    await score(laptop, 'j1', { lock: true });
    await laptop.ask('sign-in', { session: committee, pin: pins.committee });
    expect(await laptop.ask('start-ceremony', { act: 'kat' })).toMatchObject({
      ok: false,
      error: { type: 'provisional' },
    });
    await score(laptop, 'j2', { lock: true });
    await laptop.ask('sign-in', { session: committee, pin: pins.committee });
    expect(await laptop.ask('start-ceremony', { act: 'kat' })).toMatchObject({ error: { type: 'unsigned' } });
    await laptop.ask('execute', { type: 'confirm-announcement', category: 'kat' });
    laptop.projected.length = 0;
    laptop.sent.length = 0;
    const answers = [await laptop.ask('start-ceremony', { act: 'kat' })];
    // Places III, II, I, as scoreOf orders them; sirsak is never announced.
    const order = ['kedondong', 'delima', 'nangka'];
    for (const [step, announced] of order.entries()) {
      const ceremony = laptop.sent.filter(({ name }) => name === 'ceremony-changed');
      const wire = JSON.stringify([laptop.projected, ceremony, answers]);
      for (const hidden of [...order.slice(step), 'sirsak']) {
        expect(wire).not.toContain(`Kelompok ${hidden}`);
        expect(wire).not.toContain(`Unit-${hidden}`);
      }
      laptop.clock.nowMs += limits.pressLockMs;
      answers.push(await laptop.ask('move-ceremony', { move: 'next' }));
      expect(laptop.projected.at(-1)?.type).toBe('build-up');
      expect(JSON.stringify([laptop.projected, answers])).not.toContain(`Kelompok ${announced}`);
      laptop.clock.nowMs += limits.pressLockMs;
      answers.push(await laptop.ask('move-ceremony', { move: 'next' }));
      const view = laptop.projected.at(-1);
      expect(view?.type === 'reveal' && view.revealed.at(-1)?.contestants[0]?.name).toBe(`Kelompok ${announced}`);
    }
    expect(JSON.stringify([laptop.projected, answers])).not.toContain('Kelompok sirsak');
    await laptop.quit();
  });
});

test('[C5] the second stroke of one gesture moves nothing, from whichever window; another key does', async () => {
  await inFolder(async (folder) => {
    const laptop = await sharedLaptop(folder);
    await score(laptop, 'j1', { lock: true });
    await score(laptop, 'j2', { lock: true });
    await laptop.ask('sign-in', { session: committee, pin: pins.committee });
    /** Half a step: the place without the name (C11). */
    const step = async () => {
      const { step: revealed, building } = await laptop.value('ceremony-state');
      return building ? revealed + 0.5 : revealed;
    };
    const next = () => laptop.ask('move-ceremony', { move: 'next' });
    await laptop.ask('execute', { type: 'confirm-announcement', category: 'kat' });
    await laptop.ask('start-ceremony', { act: 'kat' });
    expect(await next()).toMatchObject({ ok: true });
    expect(await step()).toBe(0);
    laptop.clock.nowMs += limits.pressLockMs;
    await next();
    expect(await step()).toBe(0.5);
    laptop.clock.nowMs += limits.pressLockMs - 1;
    expect(await next()).toMatchObject({ ok: true });
    pressAtProjector(laptop.shell, 'next');
    expect(await step()).toBe(0.5);
    await laptop.ask('move-ceremony', { move: 'back' });
    expect(await step()).toBe(0);
    laptop.clock.nowMs += limits.pressLockMs;
    pressAtProjector(laptop.shell, 'next');
    await next();
    expect(await step()).toBe(0.5);
    // The screen goes dark at once, and a double stroke does not light it again.
    await laptop.ask('move-ceremony', { move: 'blank' });
    pressAtProjector(laptop.shell, 'blank');
    expect(await laptop.value('ceremony-state')).toMatchObject({ step: 0, building: true, blank: true });
    await laptop.quit();
  });
});

test('[C7] a restart goes on at the same step; a result that changed meanwhile is not announced', async () => {
  await inFolder(async (folder) => {
    const laptop = await sharedLaptop(folder);
    await score(laptop, 'j1', { lock: true });
    await score(laptop, 'j2', { lock: true });
    await laptop.ask('sign-in', { session: committee, pin: pins.committee });
    await laptop.ask('execute', { type: 'confirm-announcement', category: 'kat' });
    await laptop.ask('start-ceremony', { act: 'kat' });
    laptop.clock.nowMs += limits.pressLockMs;
    await laptop.ask('move-ceremony', { move: 'next' });
    laptop.clock.nowMs += limits.pressLockMs;
    await laptop.ask('move-ceremony', { move: 'next' });
    laptop.clock.nowMs += limits.pressLockMs;
    await laptop.ask('move-ceremony', { move: 'next' });
    await laptop.quit();

    const again = startLaptop(folder);
    await again.shell.reopenLast();
    await again.ask('sign-in', { session: committee, pin: pins.committee });
    expect(await again.value('ceremony-state')).toMatchObject({
      act: 'kat',
      step: 1,
      steps: 3,
      building: true,
      nextLabel: 'nama Juara II',
    });
    const penalty = { contestant: 'nangka', points: '40', reason: 'melebihi waktu' };
    expect(await again.ask('execute', { type: 'add-penalty', penalty })).toMatchObject({ ok: true });
    expect(await again.ask('move-ceremony', { move: 'next' })).toMatchObject({
      ok: false,
      error: { type: 'result-changed' },
    });
    expect((await again.value('ceremony-state')).step).toBe(1);
    expect(await again.ask('move-ceremony', { move: 'end' })).toMatchObject({
      ok: true,
      value: { act: null, shown: { type: 'waiting' } },
    });
    await again.quit();
  });
});

test('[E8] a saved contest file with scores can be ranked although a decision has lost its tie', async () => {
  await inFolder(async (folder) => {
    const decision: Decision = { kind: 'chair', category: 'kat', order: ['delima', 'nangka'], reason: 'musyawarah' };
    const laptop = await laptopWith(folder, { ...smallContest, decisions: [decision] });
    const recorded = laptop.shell.desk()?.contest.contest().decisions;
    expect(recorded).toHaveLength(1);
    const file = `${folder}/arsip.json`;
    laptop.chosen.file = file;
    expect(await laptop.ask('save-contest-file', { withScores: true })).toMatchObject({ ok: true });
    const saved = parseContestText(readFileSync(file, 'utf8'));
    expect(saved.ok ? checkRanking(saved.value) : saved.error).toEqual([]);
    await laptop.quit();
  });
});

test('[S21] an invitation that is opened beside an open contest waits, is dropped, or comes after that contest was closed', async () => {
  await inFolder(async (folder) => {
    const laptop = await laptopWith(folder, smallContest);
    const file = path.join(folder, 'juri.gelarjuri');
    writeFileSync(file, 'bukan undangan');
    expect((await laptop.value('app-state')).invitationWaits).toBeUndefined();
    laptop.chosen.opened = file;
    expect((await laptop.value('app-state')).invitationWaits).toBe(true);
    await laptop.value('drop-invitation');
    expect((await laptop.value('app-state')).invitationWaits).toBeUndefined();
    laptop.chosen.opened = file;
    await laptop.value('close-folder');
    expect(await laptop.value('app-state')).toMatchObject({ folder: null, invitationWaits: true });
    expect(await laptop.ask('opened-invitation')).toMatchObject({ ok: false });
    expect((await laptop.value('app-state')).invitationWaits).toBeUndefined();
    await laptop.quit();
  });
});
