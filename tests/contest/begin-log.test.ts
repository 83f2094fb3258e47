/** A log that has to begin on a disk that refuses: nothing is left behind with every attempt, and no score is refused without need. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeBackup } from '../../electron/contest/backup.ts';
import { openContestFolder, type OpenContest } from '../../electron/contest/open-contest.ts';
import { createJurorFolder } from '../../electron/contest/new-contest-folder.ts';
import { openOrRecoverFolder } from '../../electron/contest/recover-folder.ts';
import { makeDeviceKeys } from '../../electron/adapters/node-crypto.ts';
import { sheetOf } from '../../shared/domain/score-sheet.ts';
import { remove } from '../support/damage.ts';
import { carry, mustExecute, twoLaptops, type TwoLaptops } from '../support/two-laptops.ts';

const opened: OpenContest[] = [];
let dir = '';
let laptops: TwoLaptops;

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'gelar-juri-'));
  laptops = await twoLaptops(dir, 1);
  opened.push(laptops.committee, laptops.juror);
});

afterEach(() => {
  for (const contest of opened.splice(0)) contest.close();
  rmSync(dir, { recursive: true, force: true });
});

test('[L1] where the keys cannot be written, a log begins all the same, once, and a restart begins a further one', async () => {
  const copy = await openCopy();
  const before = copy.log.heads().length;
  const unwritable = path.join(copy.dir, `keys.json.${process.pid}.baru`);
  mkdirSync(unwritable);
  await Promise.all([copy.beginSeatLog('j1'), copy.beginSeatLog('j1')]);
  await copy.beginSeatLog('j1');
  mustExecute(copy, { type: 'set-score', contestant: 'k2', criterion: 'langkah', value: '61' });
  mustExecute(copy, { type: 'set-score', contestant: 'k2', criterion: 'langkah', value: '62' });
  expect(copy.log.heads()).toHaveLength(before + 1);
  await carry(copy, laptops.committee);
  await laptops.committee.keysSettled();
  expect(valueIn(laptops.committee)).toBe('62');

  copy.close();
  opened.splice(opened.indexOf(copy), 1);
  rmSync(unwritable, { recursive: true });
  const again = await open(copy.dir);
  expect(again.writers()[0]?.log).toBeNull();
  await again.beginSeatLog('j1');
  mustExecute(again, { type: 'set-score', contestant: 'k2', criterion: 'langkah', value: '63' });
  expect(again.log.heads()).toHaveLength(before + 2);
  expect(valueIn(again)).toBe('63');
});

test('[L9] a disk that refuses a beginning is what everybody hears of who waited for it', async () => {
  const copy = await openCopy();
  copy.close();
  opened.splice(opened.indexOf(copy), 1);
  await expect(copy.beginSeatLog('j1')).rejects.toThrow('not open');
  await copy.keysSettled();
  // The data key that was made ahead is there once, for two who ask.
  const answers = await Promise.allSettled([copy.beginSeatLog('j1'), copy.beginSeatLog('j1')]);
  const reasons = answers.map((answer) => (answer.status === 'rejected' ? String(answer.reason) : 'begun'));
  expect(reasons).toEqual(['Error: storage-failed', 'Error: storage-failed']);
  for (const value of ['61', '62']) {
    const score = { type: 'set-score', contestant: 'k2', criterion: 'langkah', value } as const;
    expect(copy.execute({ role: 'seat', seat: 'j1' }, score)).toMatchObject({ ok: false, error: { type: 'storage' } });
  }
});

test('[L18] no log begins before it is known in which version the contest was founded', async () => {
  const { juror } = laptops;
  const folder = path.join(dir, 'kosong');
  const made = await createJurorFolder(folder, { seat: 'j1', device: makeDeviceKeys(), committee: juror.committee });
  if (!made.ok) throw new Error(made.error.type);
  opened.push(made.value);
  await made.value.beginSeatLog('j1');
  const score = { type: 'set-score', contestant: 'k2', criterion: 'langkah', value: '61' } as const;
  expect(made.value.execute({ role: 'seat', seat: 'j1' }, score).ok).toBe(false);
  expect(made.value.log.heads()).toEqual([]);

  // A committee whose facts are lost.
  const { committee } = laptops;
  committee.close();
  opened.splice(opened.indexOf(committee), 1);
  remove(committee.dir);
  const recovered = await openOrRecoverFolder(committee.dir);
  if (!recovered.ok) throw new Error(recovered.error.type);
  opened.push(recovered.value.contest);
  const shown = { type: 'show-stage', contestant: null, stage: null } as const;
  expect(recovered.value.contest.execute({ role: 'committee' }, shown)).toMatchObject({
    error: { type: 'not-founded' },
  });
  expect(recovered.value.contest.log.heads()).toEqual([]);
});

/** The juror's folder as a copy of it is opened: its log has yet to begin. */
async function openCopy(): Promise<OpenContest> {
  const folder = path.join(dir, 'salinan');
  await writeBackup(laptops.juror, folder);
  return open(folder);
}

async function open(folder: string): Promise<OpenContest> {
  const contest = await openContestFolder(folder);
  if (!contest.ok) throw new Error(contest.error.type);
  opened.push(contest.value);
  return contest.value;
}

function valueIn(contest: OpenContest): string | undefined {
  return sheetOf(contest.contest(), 'j1', 'k2', 'risalah')?.values.get('langkah');
}
