/** Mending a damaged folder, killed at every step: nothing is lost, and it can be begun again. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openContestFolder } from '../../electron/contest/open-contest.ts';
import { openOrRecoverFolder } from '../../electron/contest/recover-folder.ts';
import { flipPayload } from '../support/damage.ts';
import { twoLaptops } from '../support/two-laptops.ts';

const recoverAndDie = path.resolve('tests/support/recover-and-die.ts');

test('[L11] mending that is killed after any of its steps ends with all that the damaged files proved', async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'gelar-juri-'));
  const { committee, juror, log } = await twoLaptops(dir, 60);
  const founding = committee.log.heads().find((head) => head.log !== log);
  // As a killed process leaves it: everything stands beside the database yet.
  flipPayload(juror.dir, log, 30);
  const damaged = path.join(dir, 'rusak');
  cpSync(juror.dir, damaged, { recursive: true });
  const wal = readFileSync(path.join(damaged, 'contest.sqlite-wal'));
  committee.close();
  juror.close();
  let kills = 0;
  for (let step = 1; ; step += 1) {
    const folder = path.join(dir, `langkah-${step}`);
    cpSync(damaged, folder, { recursive: true });
    if (spawnSync(process.execPath, [recoverAndDie, folder, String(step)]).signal === null) break;
    kills += 1;
    expect(await openContestFolder(folder)).toMatchObject({ ok: false, error: { type: 'damaged' } });
    const opened = await openOrRecoverFolder(folder);
    if (!opened.ok) throw new Error(opened.error.type);
    const { contest } = opened.value;
    const seqs = new Map(contest.log.heads().map((head) => [head.log, head.seq]));
    expect(seqs).toEqual(
      new Map([
        [founding?.log, founding?.seq],
        [log, 29],
      ]),
    );
    expect(contest.writers()).toMatchObject([{ seat: 'j1', log: null }]);
    contest.close();
    const kept = readdirSync(folder).filter((name) => name.startsWith('rusak-'));
    expect(kept.some((name) => readWal(path.join(folder, name))?.equals(wal) === true)).toBe(true);
  }
  expect(kills).toBeGreaterThan(6);
  rmSync(dir, { recursive: true });
});

function readWal(folder: string): Buffer | null {
  return readdirSync(folder).includes('contest.sqlite-wal')
    ? readFileSync(path.join(folder, 'contest.sqlite-wal'))
    : null;
}
