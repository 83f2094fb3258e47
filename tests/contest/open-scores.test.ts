/** Opening the scores over real folders: what the laptop of another juror reads then, and what counts (rules Z11, Z12). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeDeviceKeys } from '../../electron/adapters/node-crypto.ts';
import { createJurorFolder } from '../../electron/contest/new-contest-folder.ts';
import { openContestFolder, type OpenContest } from '../../electron/contest/open-contest.ts';
import { isCorrectedAfterOpening } from '../../shared/domain/seal.ts';
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import { carry, mustExecute, twoLaptops, type TwoLaptops } from '../support/two-laptops.ts';

let dir: string;
let laptops: TwoLaptops;
let other: OpenContest;
let opened: OpenContest[] = [];

const note = {
  type: 'set-note',
  contestant: 'k1',
  stage: 'presentasi',
  criterion: null,
  text: 'kenari-catatan',
} as const;

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'gelar-juri-open-scores-'));
  laptops = await twoLaptops(dir, 3);
  const { committee, juror } = laptops;
  other = await admitted('j2');
  opened = [committee, juror, other];
  mustExecute(juror, note);
  await carry(juror, committee);
  await carry(committee, other);
});

afterEach(() => {
  for (const each of opened) each.close();
  rmSync(dir, { recursive: true });
});

describe('the scores', () => {
  test('[Z11] are read by every laptop once they are opened, and notes are not', async () => {
    const { committee, juror } = laptops;
    expect(scoresIn(other)).toBe(0);
    expect(committee.openScores({ announced: true, withNotes: false })).toEqual({ ok: true, value: null });
    expect(heldBy(committee)).not.toContain('kenari');
    await carry(committee, other);
    await carry(committee, juror);
    expect(scoresIn(other)).toBe(scoresIn(committee));
    expect(toContestFile(other.contest())).toEqual(toContestFile(committee.contest()));
    expect(toContestFile(juror.contest())).toEqual(toContestFile(committee.contest()));
    const noted = other.recorded().filter(({ event }) => event.type === 'note-set');
    expect(noted.map(({ event }) => (event.type === 'note-set' ? event.text : null))).toEqual(['…']);
    const own = juror.recorded().filter(({ event }) => event.type === 'note-set');
    expect(own.map(({ event }) => (event.type === 'note-set' ? event.text : null))).toEqual(['kenari-catatan']);
  });

  test('[Z11] stay readable when the folder is opened again', async () => {
    laptops.committee.openScores({ announced: true, withNotes: false });
    await carry(laptops.committee, other);
    other.close();
    const again = await openContestFolder(other.dir, {});
    if (!again.ok) throw new Error(again.error.type);
    opened.push(again.value);
    await again.value.keysSettled();
    expect(toContestFile(again.value.contest())).toEqual(toContestFile(laptops.committee.contest()));
  });

  test('[Z11] are not opened before everything is announced, unless the jury’s chair agrees', async () => {
    const { committee, juror } = laptops;
    const early = () => committee.openScores({ announced: false, withNotes: false });
    expect(early()).toMatchObject({ ok: false, error: { reason: 'opening-not-announced' } });
    expect(other.execute({ role: 'seat', seat: 'j2' }, agreement)).toMatchObject({
      ok: false,
      error: { reason: 'not-the-chair' },
    });
    mustExecute(juror, agreement);
    await carry(juror, committee);
    expect(early().ok).toBe(true);
    expect(committee.contest().scoresOpening).toMatchObject({ agreed: expect.any(String) as string });
    await carry(committee, other);
    expect(scoresIn(other)).toBe(scoresIn(committee));
  });

  test('[Z11] are opened once', () => {
    const { committee } = laptops;
    committee.openScores({ announced: true, withNotes: false });
    const { scoresOpening } = committee.contest();
    expect(committee.openScores({ announced: true, withNotes: true }).ok).toBe(true);
    expect(committee.contest().scoresOpening).toEqual(scoresOpening);
  });

  test('[Z12] of a juror change no more, and a note still does', async () => {
    const { committee, juror } = laptops;
    committee.openScores({ announced: true, withNotes: false });
    await carry(committee, juror);
    const seat = { role: 'seat', seat: 'j1' } as const;
    const refused = { ok: false, error: { reason: 'scores-opened' } };
    expect(juror.execute(seat, { ...score, value: '61' })).toMatchObject(refused);
    expect(juror.execute(seat, { type: 'recuse', contestant: 'k2', reason: 'keluarga' })).toMatchObject(refused);
    expect(juror.execute(seat, { ...note, text: 'masih boleh' }).ok).toBe(true);
    const penalty = { contestant: 'k1', points: '1', reason: 'lewat waktu' };
    expect(isCorrectedAfterOpening(committee.contest(), committee.recorded())).toBe(false);
    await expect.poll(() => Date.now()).toBeGreaterThan(committee.contest().scoresOpening?.atMs ?? 0);
    expect(committee.execute({ role: 'committee' }, { type: 'add-penalty', penalty }).ok).toBe(true);
    expect(isCorrectedAfterOpening(committee.contest(), committee.recorded())).toBe(true);
  });

  test('[Z12] that the committee did not hold then are kept and counted nowhere, in whatever order they come', async () => {
    const { committee, juror } = laptops;
    // Not sent before the opening: these laptops were away. Of the second one the committee holds nothing.
    const third = await admitted('j3');
    for (const each of [juror, third]) mustExecute(each, { ...score, value: '12' });
    committee.openScores({ announced: true, withNotes: false });
    const before = toContestFile(committee.contest());
    await carry(juror, committee);
    await carry(committee, other);
    await carry(committee, juror);
    for (const each of [committee, other, juror]) {
      expect(toContestFile(each.contest())).toEqual(before);
      expect(each.contest().issues.map(({ type }) => type)).toEqual(['after-opening']);
    }
    await carry(third, committee);
    await committee.keysSettled();
    expect(toContestFile(committee.contest())).toEqual(before);
    expect(committee.contest().issues.length).toBe(2);
  });
});

const score = { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '50' } as const;
const agreement = { type: 'agree-opening', reason: 'dinas meminta hasil' } as const;

function scoresIn(contest: OpenContest): number {
  return contest.recorded().filter(({ event }) => event.type === 'score-set').length;
}

/** What the facts of the opening say. */
function heldBy(contest: OpenContest): string {
  return JSON.stringify(contest.recorded().filter(({ event }) => event.type === 'scores-opened'));
}

async function admitted(seat: string): Promise<OpenContest> {
  const { committee } = laptops;
  const device = makeDeviceKeys();
  const made = await createJurorFolder(path.join(dir, seat), { seat, device, committee: committee.committee });
  if (!made.ok) throw new Error(made.error.type);
  opened.push(made.value);
  const { signingKey, boxKey } = device;
  const id = made.value.writers()[0]?.deviceId ?? '';
  mustExecute(committee, { type: 'admit-device', device: id, signingKey, boxKey, seat, machine: 'laptop' });
  await committee.keysSettled();
  await carry(committee, made.value);
  await made.value.keysSettled();
  await made.value.beginSeatLog(seat);
  return made.value;
}
