/** The application on a laptop whose database is damaged or lost: it asks, recovers, and waits for the others. */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Session } from '../../shared/ipc/app.ts';
import { flipPayload, remove } from '../support/damage.ts';
import { inFolder, laptopWith, startLaptop, type Laptop } from '../support/shell-harness.ts';
import { compareText } from '../../shared/lib/order.ts';
import { smallContest } from '../support/small-contest.ts';

const committee: Session = { role: 'committee' };
const seat: Session = { role: 'seat', seat: 'j1' };
const score = { type: 'set-score', contestant: 'delima', criterion: 'isi', value: '80' } as const;

test('[W3] a laptop that comes up with a damaged contest says so, and recovers only when it is asked', async () => {
  await inFolder(async (folder) => {
    const { dir, again } = await damagedLaptop(folder, (at) => flipPayload(at.dir, at.log, at.seq));
    expect(await again.value('app-state')).toMatchObject({ folder: null, notice: null, damaged: { path: dir } });
    const recovered = await again.ask('recover-folder');
    expect(recovered).toMatchObject({ ok: true, value: { path: dir } });
    const state = await again.value('app-state');
    expect(state).toMatchObject({ folder: { path: dir }, damaged: null });
    expect(state.notice).toMatch(/^Data dipulihkan\. \d+ catatan .*rusak-/);
    expect(await again.ask('recover-folder')).toMatchObject({ ok: false });
    await again.quit();
  });
});

test('[L11] a seat of the committee’s laptop writes again after a recovery, in a new log', async () => {
  await inFolder(async (folder) => {
    const { again } = await damagedLaptop(folder, (at) => flipPayload(at.dir, at.log, at.seq));
    await again.ask('recover-folder');
    expect(await again.ask('sign-in', { session: seat, pin: '1234' })).toMatchObject({ ok: true });
    expect(await again.ask('execute', { ...score, value: '81' })).toMatchObject({ ok: true });
    await again.quit();
  });
});

test('[L11] what the automatic copy holds is taken over, though the database is gone', async () => {
  await inFolder(async (folder) => {
    const { events, again } = await damagedLaptop(folder, ({ dir }) => remove(dir));
    await again.ask('recover-folder');
    await again.ask('sign-in', { session: committee, pin: '9999' });
    await again.shell.desk()?.contest.keysSettled();
    // The committee's come first where all are read anew.
    expect(inOrder(await again.value('load-events'))).toEqual(inOrder(events));
    await again.quit();
  });
});

test('[L11] [S13] without a copy the committee’s laptop listens and waits, and every request is answered', async () => {
  await inFolder(async (folder) => {
    const { dir, again } = await damagedLaptop(folder, (at) => {
      writeFileSync(path.join(at.dir, 'contest.sqlite'), '');
      rmSync(path.join(folder, 'data'), { recursive: true });
    });
    again.chosen.folder = dir;
    expect(await again.ask('open-folder', {})).toMatchObject({ ok: false, error: { type: 'damaged' } });
    expect(await again.ask('recover-folder')).toMatchObject({ ok: true });
    await again.ask('sign-in', { session: committee, pin: '9999' });
    expect(await again.value('network-status')).toMatchObject({ listening: true, invitations: [], devices: [] });
    expect(await again.value('load-events')).toEqual([]);
    expect(await again.value('ceremony-state')).toMatchObject({ act: null });
    expect(await again.value('save-status')).toMatchObject({ here: 0, laptops: 1 });
    expect(await again.ask('start-ceremony', { act: 'kat' })).toMatchObject({ ok: false });
    expect(await again.ask('save-workbook')).toMatchObject({ ok: false });
    const change = { type: 'show-stage', contestant: 'delima', stage: 'tahap' } as const;
    expect(await again.ask('execute', change)).toMatchObject({ ok: false, error: { type: 'not-founded' } });
    await again.quit();
  });
});

function inOrder<Fact extends { readonly ref: string }>(facts: readonly Fact[]): readonly Fact[] {
  return facts.toSorted((a, b) => compareText(a.ref, b.ref));
}

interface Spot {
  readonly dir: string;
  /** The end of the seat's log. */
  readonly log: string;
  readonly seq: number;
}

/** A committee's laptop with one seat that has scored; harmed while it was off, and started again. */
async function damagedLaptop(folder: string, harm: (spot: Spot) => void) {
  const laptop = await laptopWith(folder, smallContest);
  await laptop.ask('set-pin', { session: committee, pin: '9999' });
  await laptop.ask('add-local-seat', { seat: 'j1', pin: '1234' });
  await laptop.ask('sign-in', { session: seat, pin: '1234' });
  expect(await laptop.ask('execute', score)).toMatchObject({ ok: true });
  await laptop.ask('sign-in', { session: committee, pin: '9999' });
  const events = await laptop.value('load-events');
  const contest = laptop.shell.desk()?.contest;
  const log = contest?.writers().find((writer) => writer.seat === 'j1')?.log ?? '';
  const spot = { dir: contest?.dir ?? '', log, seq: contest?.log.head(log)?.seq ?? 0 };
  await laptop.quit();
  harm(spot);
  const again: Laptop = startLaptop(folder);
  await again.shell.reopenLast();
  return { dir: spot.dir, events, again };
}
