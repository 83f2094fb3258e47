/** Making a folder, killed at every write: it is never taken for a contest, and making it again makes it whole. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isContestFolder } from '../../electron/contest/data-folder.ts';
import { createCommitteeFolder } from '../../electron/contest/new-contest-folder.ts';
import { openContestFolder } from '../../electron/contest/open-contest.ts';
import { openOrRecoverFolder } from '../../electron/contest/recover-folder.ts';
import { runCli } from '../support/run-cli.ts';
import { smallContest } from '../support/small-contest.ts';

const initAndDie = path.resolve('tests/support/init-and-die.ts');

test('[L12] a making that is killed before any of its writes is repeated in the same folder', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'gelar-juri-'));
  const states = new Set<string>();
  for (let write = 1; ; write += 1) {
    const folder = path.join(dir, `langkah-${write}`);
    if (!(await isKilled(folder, write))) break;
    const opened = await openContestFolder(folder);
    states.add(opened.ok ? 'whole' : opened.error.type);
    if (opened.ok) {
      expect(opened.value.contest().setup?.contest.name).toBe(smallContest.contest.name);
      opened.value.close();
      continue;
    }
    expect(isContestFolder(folder)).toBe(false);
    expect(await openOrRecoverFolder(folder)).toEqual(opened);
    const made = await createCommitteeFolder(folder, smallContest);
    if (!made.ok) throw new Error(made.error.type);
    expect(made.value.contest().setup?.contestants).toHaveLength(4);
    expect(made.value.log.heads()).toHaveLength(1);
    made.value.close();
    const again = await createCommitteeFolder(folder, smallContest);
    expect(again).toMatchObject({ ok: false, error: { type: 'folder-not-empty' } });
  }
  expect(states).toEqual(new Set(['no-contest', 'half-made', 'whole']));
  rmSync(dir, { recursive: true });
});

test('[L12] a half-made folder is named as such by the command line, and init makes it whole', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'gelar-juri-'));
  const folder = path.join(dir, 'panitia');
  const made = await createCommitteeFolder(folder, smallContest);
  if (made.ok) made.value.close();
  writeFileSync(path.join(folder, 'sedang-dibuat'), '');
  const refused = await runCli(['committee', folder]);
  expect([refused.code, JSON.parse(refused.stdout).error.type]).toEqual([1, 'half-made']);
  expect((await runCli(['init', folder, '--contest', 'tests/fixtures/example-contest.json'])).code).toBe(0);
  const status = await runCli(['status', folder]);
  expect([status.code, JSON.parse(status.stdout).sheets.pending]).toEqual([0, 16]);
  rmSync(dir, { recursive: true });
});

async function isKilled(folder: string, write: number): Promise<boolean> {
  const child = spawn(process.execPath, [initAndDie, folder, String(write)], { stdio: 'inherit' });
  const [code, signal] = await once(child, 'exit');
  if (signal === null) expect(code).toBe(0);
  return signal !== null;
}
