import { expect, test } from 'vitest';
import type { Session } from '../../shared/ipc/app.ts';
import { inFolder, laptopWith, startLaptop, type Laptop } from '../support/shell-harness.ts';
import { smallContest } from '../support/small-contest.ts';
import { openTcpProxy } from '../support/tcp-proxy.ts';

const committee: Session = { role: 'committee' };

/** The port at which the committee's laptop receives the jurors'. */
async function listenOn(laptop: Laptop): Promise<number> {
  const listening = await laptop.ask('start-listening', {});
  expect(listening).toMatchObject({ ok: true, value: { listening: true } });
  return portOf(laptop);
}

function portOf(laptop: Laptop): number {
  return laptop.shell.desk()?.settings.get().port ?? 0;
}

/** The juror's laptop asks for the seat at that address, and the committee admits it. */
async function join(jury: Laptop, host: Laptop, address: string): Promise<void> {
  const invitation = async () => (await host.value('network-status')).invitations.find(({ seat }) => seat === 'j1');
  await expect.poll(async () => (await invitation())?.state, { timeout: 20_000 }).toBe('open');
  const joining = jury.ask('join-contest', { code: (await invitation())?.code ?? '', address });
  await expect.poll(async () => (await invitation())?.state, { timeout: 20_000 }).toBe('asking');
  expect(await host.ask('answer-asking', { seat: 'j1', admit: true })).toMatchObject({ ok: true });
  expect(await joining).toMatchObject({ ok: true });
}

async function connectionOf(laptop: Laptop): Promise<string> {
  const { connection, committeeAddress } = await laptop.value('save-status');
  return `${connection} ${committeeAddress}`;
}

test('a committee laptop that was restarted receives the jurors’ laptops again by itself, at the same port', async () => {
  await inFolder(async (folder) => {
    const laptop = await laptopWith(folder, smallContest);
    await laptop.ask('set-pin', { session: committee, pin: '9999' });
    const port = await listenOn(laptop);
    await laptop.quit();
    const again = startLaptop(folder);
    await again.shell.reopenLast();
    expect((await again.value('app-state')).session).toBeNull();
    await again.ask('sign-in', { session: committee, pin: '9999' });
    expect(await again.value('network-status')).toMatchObject({ listening: true, problem: null });
    expect(portOf(again)).toBe(port);
    await again.quit();
  });
});

test('[S14] a port that nobody reaches for a while explains the firewall with program and port, until somebody comes in', async () => {
  await inFolder(async (folder) => {
    const host = await laptopWith(folder, smallContest);
    const port = await listenOn(host);
    const unreached = async () => (await host.value('network-status')).unreached;
    expect(await unreached()).toBeNull();
    await expect.poll(unreached, { timeout: 10_000 }).toEqual({ program: '/opt/gelar-juri/gelar-juri', port });
    await expect
      .poll(() => JSON.stringify(host.sent.findLast(({ name }) => name === 'network-status-changed')), {
        timeout: 10_000,
      })
      .toContain('"unreached":{');
    const jury = startLaptop(`${folder}/juri`);
    await join(jury, host, `127.0.0.1:${port}`);
    expect(await unreached()).toBeNull();
    await jury.quit();
    await host.quit();
  });
});

test('a juror tells the laptop where the committee is now; it connects, and knows it after a restart', async () => {
  await inFolder(async (folder) => {
    const host = await laptopWith(folder, smallContest);
    const port = await listenOn(host);
    const proxy = await openTcpProxy(port);
    const jury = startLaptop(`${folder}/juri`);
    await join(jury, host, `127.0.0.1:${proxy.port}`);
    await expect.poll(() => connectionOf(jury), { timeout: 10_000 }).toBe(`connected 127.0.0.1:${proxy.port}`);
    proxy.cut();
    await expect.poll(() => connectionOf(jury), { timeout: 10_000 }).toBe(`connecting 127.0.0.1:${proxy.port}`);
    expect(await jury.ask('move-committee', { address: 'laptop panitia' })).toMatchObject({
      ok: false,
      error: { type: 'bad-address' },
    });
    expect(await jury.ask('move-committee', { address: ` 127.0.0.1:${port} ` })).toMatchObject({ ok: true });
    await expect.poll(() => connectionOf(jury), { timeout: 10_000 }).toBe(`connected 127.0.0.1:${port}`);
    await jury.quit();
    const again = startLaptop(`${folder}/juri`);
    await again.shell.reopenLast();
    await expect.poll(() => connectionOf(again), { timeout: 10_000 }).toBe(`connected 127.0.0.1:${port}`);
    await again.quit();
    await proxy.close();
    await host.quit();
  });
});

test('a mistyped address does not lose the committee', async () => {
  await inFolder(async (folder) => {
    const host = await laptopWith(folder, smallContest);
    const proxy = await openTcpProxy(await listenOn(host));
    const jury = startLaptop(`${folder}/juri`);
    await join(jury, host, `127.0.0.1:${proxy.port}`);
    await expect.poll(() => connectionOf(jury), { timeout: 10_000 }).toBe(`connected 127.0.0.1:${proxy.port}`);
    proxy.cut();
    await expect.poll(() => connectionOf(jury), { timeout: 10_000 }).toBe(`connecting 127.0.0.1:${proxy.port}`);
    expect(await jury.ask('move-committee', { address: '127.0.0.1:1' })).toMatchObject({ ok: true });
    proxy.mend();
    await expect.poll(() => connectionOf(jury), { timeout: 10_000 }).toBe(`connected 127.0.0.1:${proxy.port}`);
    await jury.quit();
    await proxy.close();
    await host.quit();
  });
});

test('the committee’s own laptop has no address of the committee to change', async () => {
  await inFolder(async (folder) => {
    const laptop = await laptopWith(folder, smallContest);
    expect(await laptop.ask('move-committee', { address: '10.0.0.1:47470' })).toMatchObject({
      ok: false,
      error: { type: 'wrong-role' },
    });
    await laptop.quit();
  });
});
