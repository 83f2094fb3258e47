/**
 * The committee over real interfaces: of both families, and one whose address changes while it runs (two network namespaces and
 * a cable between them, only where this process may make such).
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import type { Connection } from '../../shared/sync/roles/ports.ts';
import { everywhere } from '../../electron/adapters/network-addresses.ts';
import { createTlsIdentity } from '../../electron/adapters/tls-identity.ts';
import { connectWebSocket } from '../../electron/adapters/websocket-client.ts';
import { listenForWebSockets } from '../../electron/adapters/websocket-server.ts';

const [here, there] = [`gj${process.pid}a`, `gj${process.pid}b`];
const folder = mkdtempSync(path.join(tmpdir(), 'gelar-juri-'));
const children: ChildProcess[] = [];

function ip(...args: string[]): void {
  execFileSync('ip', args, { stdio: 'pipe' });
}

/** Whether two laptops and a cable could be made. */
function madeNetwork(): boolean {
  try {
    ip('netns', 'add', here);
    ip('netns', 'add', there);
    ip('link', 'add', `${here}v`, 'netns', here, 'type', 'veth', 'peer', 'name', `${there}v`, 'netns', there);
    for (const [space, address] of [
      [here, '10.77.0.10/24'],
      [there, '10.77.0.20/24'],
    ] as const) {
      ip('-n', space, 'addr', 'add', address, 'dev', `${space}v`);
      ip('-n', space, 'link', 'set', 'lo', 'up');
      ip('-n', space, 'link', 'set', `${space}v`, 'up');
    }
    return true;
  } catch {
    return false;
  }
}

afterAll(async () => {
  await Promise.all(
    children.map(
      (child) =>
        new Promise((resolve) => {
          child.once('exit', resolve);
          if (!child.kill('SIGTERM')) resolve(null);
        }),
    ),
  );
  for (const space of [here, there]) {
    try {
      ip('netns', 'del', space);
    } catch {
      // It was never made.
    }
  }
  rmSync(folder, { recursive: true, force: true });
});

type Event = Readonly<Record<string, unknown>>;

/** The command line in that namespace; `next` resolves with the next event that fits, from now on. */
function start(space: string, args: readonly string[]) {
  const command = ['netns', 'exec', space, process.execPath, 'electron/cli/main.ts', ...args];
  const child = spawn('ip', command, { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  let looks: ((event: Event) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith('{"event"')) return;
    const event: Event = { ...(JSON.parse(line) as object) };
    for (const look of looks) look(event);
  });
  return (fits: (event: Event) => boolean): Promise<Event> =>
    new Promise((resolve) => {
      const look = (event: Event): void => {
        if (!fits(event)) return;
        looks = looks.filter((each) => each !== look);
        resolve(event);
      };
      looks.push(look);
    });
}

test('[S20] whoever listens everywhere is reached by IPv4 and by IPv6, and an IPv4 address is called by its own name', async () => {
  const came: string[] = [];
  const listening = await listenForWebSockets({
    identity: await createTlsIdentity(),
    host: everywhere,
    port: 0,
    onConnection: (connection: Connection) => {
      came.push(connection.remoteAddress);
      connection.send(new Uint8Array([1]));
      return { onFrame: () => undefined, onClose: () => undefined };
    },
  });
  if (!listening.ok) throw new Error(listening.error.type);
  const { host, port, close } = listening.value;
  const hosts = host === everywhere ? ['127.0.0.1', '::1'] : ['127.0.0.1'];
  const identity = await createTlsIdentity();
  for (const target of hosts) {
    const answered = Promise.withResolvers<null>();
    connectWebSocket({
      identity,
      host: target,
      port,
      onFailure: (reason) => answered.reject(new Error(reason)),
      onConnection: (connection) => ({
        onFrame: () => {
          connection.close('done');
          answered.resolve(null);
        },
        onClose: () => undefined,
      }),
    });
    await answered.promise;
  }
  expect(came).toEqual(hosts);
  await close();
});

if (process.platform === 'linux' && madeNetwork()) {
  test('[S20] a committee whose address changes while it runs is found again within 20 seconds', async () => {
    const dir = path.join(folder, 'panitia');
    const main = 'electron/cli/main.ts';
    execFileSync(process.execPath, [main, 'init', dir, '--contest', 'tests/fixtures/example-contest.json']);
    const committee = start(here, ['committee', dir, '--admit-all']);
    const listening = committee(({ event }) => event === 'listening');
    const invited = committee(({ event, seat }) => event === 'invitation' && seat === 'j1');
    const [{ port }, { code }] = await Promise.all([listening, invited]);
    const join = ['--join', `10.77.0.10:${String(port)}`, '--code', String(code)];
    const juror = start(there, ['juror', path.join(folder, 'j1'), ...join]);
    await juror(({ event }) => event === 'acked');
    const found = juror(({ event }) => event === 'joined');
    ip('-n', here, 'addr', 'del', '10.77.0.10/24', 'dev', `${here}v`);
    ip('-n', here, 'addr', 'add', '10.77.0.77/24', 'dev', `${here}v`);
    const movedAtMs = performance.now();
    await found;
    expect(performance.now() - movedAtMs).toBeLessThan(20_000);
  });
}
