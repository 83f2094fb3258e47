/**
 * [L14] What is no damage is not called so: folders whose process was killed, whose machine lost power in the middle of a write,
 * that were copied while in use, or that an earlier version made. `KILLS=200` tries more.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { endsFiles } from '../../electron/adapters/log-ends.ts';
import { openContestFolder } from '../../electron/contest/open-contest.ts';
import { seededNumbers } from '../support/log-writer.ts';
import { mustExecute, twoLaptops, type TwoLaptops } from '../support/two-laptops.ts';

const kills = Number(process.env['KILLS'] ?? 8);
const script = path.resolve('tests/support/score-forever.ts');
const next = seededNumbers(kills);

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'gelar-juri-utuh-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

test(
  `[L14] [L9] a folder whose process was killed ${kills} times at any moment is whole, and holds all that was confirmed`,
  { timeout: 60_000 + kills * 20_000 },
  async () => {
    const both = await closed();
    let confirmed = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const refs = await scoreAndDie(both.juror.dir, 1 + Math.floor(next() * 60));
      confirmed += refs.length;
      const found = await look(both.juror.dir);
      expect(refs.filter((ref) => !found.entries.includes(ref))).toEqual([]);
      expect(found.problem).toBeNull();
    }
    expect(confirmed).toBeGreaterThanOrEqual(kills);
  },
);

test('[L14] a folder that is copied while it is in use is not called damaged', async () => {
  const both = await closed();
  const child = spawn(process.execPath, [script, both.juror.dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  for (let copy = 0; copy < 10; copy += 1) {
    const folder = path.join(dir, `salinan-${copy}`);
    cpSync(both.juror.dir, folder, { recursive: true });
    // Whoever reads beside the writer sees it whole, too.
    expect((await look(both.juror.dir)).problem).toBeNull();
    const found = await look(folder);
    expect([null, 'entries-missing']).toContain(found.problem);
  }
  child.kill('SIGKILL');
  await once(child, 'close');
});

test('[L14] whatever part of the last transaction and of its end has reached the disk, nothing is damaged', async () => {
  const both = await twoLaptops(dir, 8);
  const before = filesOf(both.juror.dir);
  mustExecute(both.juror, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '88' });
  const after = filesOf(both.juror.dir);
  const refs = (await look(both.juror.dir)).entries;
  both.juror.close();
  both.committee.close();
  for (let cut = 0; cut < 60; cut += 1) {
    const torn = new Map(before);
    torn.set('contest.sqlite-wal', tornTail(before, after));
    // Half of an end that was not written yet lies over the one before the last.
    for (const [name, bytes] of after)
      if (name.startsWith('catatan-akhir')) torn.set(name, halfOver(before.get(name), bytes));
    putBack(both.juror.dir, torn);
    const found = await look(both.juror.dir);
    expect([cut, found.problem]).toEqual([cut, null]);
    expect(found.entries.length).toBeGreaterThanOrEqual(refs.length - 1);
  }
});

test('[L14] a folder of an earlier version has no kept ends, is whole, and gets them when it is opened', async () => {
  const both = await closed();
  for (const file of endsFiles(both.juror.dir)) rmSync(file);
  expect((await look(both.juror.dir)).problem).toBeNull();
  expect(endsFiles(both.juror.dir).some((file) => existsSync(file))).toBe(false);
  const opened = await openContestFolder(both.juror.dir);
  if (opened.ok) opened.value.close();
  expect(endsFiles(both.juror.dir).some((file) => existsSync(file))).toBe(true);
});

async function closed(): Promise<TwoLaptops> {
  const both = await twoLaptops(dir, 3);
  both.committee.close();
  both.juror.close();
  return both;
}

/** The entries that the process confirmed before it was killed, right after so many or a moment later. */
async function scoreAndDie(folder: string, most: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
    if (said.split('\n').length > most) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return said.split('\n').slice(0, -1);
}

async function look(folder: string): Promise<{ readonly problem: string | null; readonly entries: readonly string[] }> {
  const opened = await openContestFolder(folder, { readOnly: true });
  if (!opened.ok) return { problem: `${opened.error.type}`, entries: [] };
  const { log } = opened.value;
  const entries = log
    .heads()
    .flatMap(({ log: id, seq }) => Array.from({ length: seq }, (_, index) => `${id}:${index + 1}`));
  const problem = opened.value.awaited().length > 0 ? 'entries-missing' : null;
  opened.value.close();
  return { problem, entries };
}

/** The frames that came last: up to some byte, some of them not written at all though later ones are. */
function tornTail(before: Files, after: Files): Buffer {
  const old = before.get('contest.sqlite-wal') ?? Buffer.alloc(0);
  const bytes = Buffer.from(after.get('contest.sqlite-wal') ?? Buffer.alloc(0));
  const added = bytes.length - old.length;
  const part = next();
  if (part < 0.5) return bytes.subarray(0, old.length + Math.floor(next() * added));
  const from = old.length + Math.floor(next() * added);
  return bytes.fill(0, from, Math.min(bytes.length, from + 4096));
}

function halfOver(old: Buffer | undefined, fresh: Buffer): Buffer {
  if (old === undefined || old.equals(fresh)) return fresh;
  const at = Math.floor(next() * fresh.lastIndexOf('}'));
  return Buffer.concat([fresh.subarray(0, at), old.subarray(at)]);
}

type Files = ReadonlyMap<string, Buffer>;

function filesOf(folder: string): Files {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name))]));
}

function putBack(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true });
  for (const [name, bytes] of files) writeFileSync(path.join(folder, name), bytes);
}
