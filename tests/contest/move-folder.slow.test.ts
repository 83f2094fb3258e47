import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isContestFolder } from '../../electron/contest/data-folder.ts';
import { finishMoves, moveFolder } from '../../electron/contest/move-folder.ts';
import { createCommitteeFolder } from '../../electron/contest/new-contest-folder.ts';
import { openContestFolder } from '../../electron/contest/open-contest.ts';
import { smallContest } from '../support/small-contest.ts';

let parent = '';
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'gelar-pindah-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

const old = () => path.join(parent, 'OneDrive', 'Lomba');
const target = () => path.join(parent, 'lokal', 'Lomba');

async function contestAt(dir: string): Promise<number> {
  const created = await createCommitteeFolder(dir, smallContest, {});
  if (!created.ok) throw new Error(created.error.type);
  const entries = created.value.recorded().length;
  created.value.close();
  mkdirSync(path.join(dir, 'rusak-2026'));
  writeFileSync(path.join(dir, 'rusak-2026', 'catatan.txt'), 'disimpan');
  return entries;
}

async function entriesOf(dir: string): Promise<number> {
  const opened = await openContestFolder(dir);
  if (!opened.ok) throw new Error(opened.error.type);
  const entries = opened.value.recorded().length;
  opened.value.close();
  return entries;
}

test('[L17] a moved contest opens at its new place with everything, and no longer at the old one', async () => {
  const entries = await contestAt(old());
  expect(moveFolder(old(), target())).toEqual({ ok: true, value: null });
  expect(await entriesOf(target())).toBe(entries);
  expect(existsSync(path.join(target(), 'rusak-2026', 'catatan.txt'))).toBe(true);
  expect(isContestFolder(old())).toBe(false);
  expect(readdirSync(old()).filter((name) => name.startsWith('keys'))).toEqual([]);
  expect(readdirSync(target()).filter((name) => name.includes('asal') || name.includes('dipindah'))).toEqual([]);
});

test('[L17] a contest that is open, or a place that is taken, is not moved', async () => {
  await contestAt(old());
  const opened = await openContestFolder(old());
  expect(moveFolder(old(), target())).toMatchObject({ error: { type: 'folder-in-use' } });
  if (opened.ok) opened.value.close();
  mkdirSync(target(), { recursive: true });
  expect(moveFolder(old(), target())).toMatchObject({ error: { type: 'folder-not-empty' } });
  expect(moveFolder(path.join(parent, 'kosong'), target())).toMatchObject({ error: { type: 'no-contest' } });
  expect(isContestFolder(old())).toBe(true);
});

test('[L17] killed at any step, exactly one of the two places has the contest, with everything', async () => {
  const entries = await contestAt(old());
  const kept = path.join(parent, 'sebelum');
  cpSync(old(), kept, { recursive: true });
  const ends = new Set<string>();
  const script = path.join(import.meta.dirname, '../support/move-and-die.ts');
  for (let step = 1; !ends.has('finished'); step += 1) {
    rmSync(path.join(parent, 'lokal'), { recursive: true, force: true });
    rmSync(old(), { recursive: true, force: true });
    cpSync(kept, old(), { recursive: true });
    const { signal } = spawnSync(process.execPath, [script, old(), target(), String(step)]);
    finishMoves(path.dirname(target()));
    const places = [old(), target()].filter(isContestFolder);
    expect([step, places.length]).toEqual([step, 1]);
    expect(await entriesOf(places[0] ?? '')).toBe(entries);
    ends.add(signal === null ? 'finished' : places[0] === target() ? 'forward' : 'back');
  }
  expect([...ends].toSorted()).toEqual(['back', 'finished', 'forward']);
}, 240_000);
