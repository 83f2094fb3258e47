/**
 * A lid that is closed and opened again, at the juror's laptop and at the committee's: the process stands still meanwhile, as a
 * sleeping laptop's does, and the system says when it woke. The others show who is away; afterwards nothing is missing.
 */
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { withTemporaryFolder } from '../support/launch-application.ts';
import { ask, value } from '../support/shell-window.ts';
import { smallContest } from '../support/small-contest.ts';
import { startLaptop, type Laptop } from './laptop.ts';

const patience = { timeout: 60_000 };

test('lids are closed and opened again: who is away is shown, the timer goes on, every score arrives', async () => {
  await withTemporaryFolder(async (folder) => {
    const committee = await startLaptop(path.join(folder, 'panitia'), 'panitia');
    const juror = await startLaptop(path.join(folder, 'juri'), 'juri');
    try {
      await joinedContest(folder, committee, juror);
      await ask(committee.page, 'execute', { type: 'show-stage', contestant: 'delima', stage: 'tahap' });
      await ask(committee.page, 'execute', { type: 'start-timer', part: 0, elapsedMs: 0 });

      // The juror's lid: the committee sees the laptop leave and goes on; on waking it is up to date.
      await asleep(juror.application, async () => {
        await expect.poll(() => isConnected(committee.page), patience).toBe(false);
        await ask(committee.page, 'execute', { type: 'stop-timer', elapsedMs: 30_000 });
        await ask(committee.page, 'execute', { type: 'start-timer', part: 0, elapsedMs: 30_000 });
      });
      await expect.poll(() => isConnected(committee.page), patience).toBe(true);
      await expect.poll(() => elapsedMs(juror.page), patience).toBeGreaterThanOrEqual(30_000);

      // The committee's lid: the juror sees that it is away, scores all the same, and the score arrives on waking.
      const before = await elapsedMs(committee.page);
      const begun = performance.now();
      await asleep(committee.application, async () => {
        await expect
          .poll(async () => (await value(juror.page, 'save-status')).connection, patience)
          .not.toBe('connected');
        expect(
          await ask(juror.page, 'execute', {
            type: 'set-score',
            contestant: 'delima',
            criterion: 'isi',
            value: '87.5',
          }),
        ).toMatchObject({ ok: true });
      });
      await expect.poll(async () => arrived(juror.page), patience).toBe(true);
      // The timer has counted the time asleep, no more and no less.
      const wentOn = (await elapsedMs(committee.page)) - before;
      expect(Math.abs(wentOn - (performance.now() - begun))).toBeLessThan(5_000);
      expect(await value(committee.page, 'stage-time')).toMatchObject({ running: true, doubt: null });
    } finally {
      for (const laptop of [juror, committee]) await laptop.close().catch(() => null);
    }
  });
});

async function joinedContest(folder: string, committee: Laptop, juror: Laptop): Promise<void> {
  const file = path.join(folder, 'lomba.json');
  const timer = [{ name: 'Paparan', seconds: 600 }];
  writeFileSync(file, JSON.stringify({ ...smallContest, stages: [{ ...smallContest.stages[0], timer }] }));
  const made = {
    source: { kind: 'file', path: file },
    name: 'Lomba Kecil',
  } as const;
  expect(await ask(committee.page, 'create-contest', made)).toMatchObject({ ok: true });
  expect(await ask(committee.page, 'start-listening', {})).toMatchObject({ ok: true });
  const status = await value(committee.page, 'network-status');
  const code = status.invitations.find(({ seat }) => seat === 'j1')?.code ?? '';
  const joining = ask(juror.page, 'join-contest', { code });
  const isAsking = async () =>
    (await value(committee.page, 'network-status')).invitations.some(({ state }) => state === 'asking');
  await expect.poll(isAsking, patience).toBe(true);
  expect(await ask(committee.page, 'answer-asking', { seat: 'j1', admit: true })).toMatchObject({ ok: true });
  expect(await joining).toMatchObject({ ok: true });
  await expect.poll(() => isConnected(committee.page), patience).toBe(true);
}

/** The laptop stands still while `meanwhile` happens elsewhere. */
async function asleep(application: ElectronApplication, meanwhile: () => Promise<void>): Promise<void> {
  const sleeper = application.process();
  sleeper.kill('SIGSTOP');
  try {
    await meanwhile();
  } finally {
    sleeper.kill('SIGCONT');
  }
  await application.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
}

async function isConnected(page: Page): Promise<boolean> {
  return (await value(page, 'network-status')).devices.some((device) => device.connected);
}

async function elapsedMs(page: Page): Promise<number> {
  return (await value(page, 'stage-time'))?.elapsedMs ?? 0;
}

async function arrived(page: Page): Promise<boolean> {
  const { here, atCommittee, connection } = await value(page, 'save-status');
  return connection === 'connected' && here === atCommittee;
}
