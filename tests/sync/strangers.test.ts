/** What strangers may hold of the committee's port, over real sockets on loopback and in the bookkeeping alone. */
import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Connection } from '../../shared/sync/roles/ports.ts';
import { createStrangers } from '../../electron/adapters/strangers.ts';
import { createTlsIdentity } from '../../electron/adapters/tls-identity.ts';
import { connectWebSocket } from '../../electron/adapters/websocket-client.ts';
import { listenForWebSockets } from '../../electron/adapters/websocket-server.ts';
import { limits } from '../../shared/limits.ts';

let stops: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const stop of stops.toReversed()) await stop();
  stops = [];
});

function createCrowd() {
  let nowMs = 0;
  const strangers = createStrangers(() => nowMs);
  const gone: string[] = [];
  return {
    strangers,
    gone,
    wait: (ms: number) => void (nowMs += ms),
    come: (address: string, name = address) => strangers.arrive({ address, turnAway: () => gone.push(name) }),
  };
}

test('[S3] one address holds so many and no more; its oldest gives way once it has had time to prove something', () => {
  const { come, gone, wait } = createCrowd();
  for (let at = 0; at < limits.unprovenConnectionsPerAddress; at += 1) expect(come('a', `a${at}`)).toBe(true);
  expect(come('a', 'early')).toBe(false);
  wait(limits.strangerGraceMs);
  expect(come('a', 'late')).toBe(true);
  expect(gone).toEqual(['a0']);
  expect(come('b')).toBe(true);
});

test('[S3] where all places are taken, the fullest address gives way to a laptop from another at once', () => {
  const { come, gone } = createCrowd();
  for (let at = 0; at < limits.unprovenConnections; at += 1) expect(come(`a${at % 3}`)).toBe(true);
  expect(come('honest')).toBe(true);
  expect(gone).toEqual(['a0']);
});

test('[S3] of many addresses with one connection each the oldest gives way after its time', () => {
  const { come, gone, wait } = createCrowd();
  for (let at = 0; at < limits.unprovenConnections; at += 1) expect(come(`a${at}`)).toBe(true);
  expect(come('honest')).toBe(false);
  wait(limits.strangerGraceMs);
  expect(come('honest')).toBe(true);
  expect(gone).toEqual(['a0']);
});

test('[S3] while idle connections of three addresses fill the port, a laptop gets through at once', async () => {
  const served: Connection[] = [];
  const listening = await listenForWebSockets({
    identity: await createTlsIdentity(),
    host: '127.0.0.1',
    port: 0,
    onConnection: (connection) => {
      served.push(connection);
      return { onFrame: () => undefined, onClose: () => undefined };
    },
  });
  if (!listening.ok) throw new Error(listening.error.type);
  const { port, close } = listening.value;
  stops.push(close);
  const idle: Socket[] = [];
  stops.push(() => {
    for (const socket of idle) socket.destroy();
  });
  for (const host of ['127.0.0.11', '127.0.0.12', '127.0.0.13']) {
    for (let at = 0; at < 40; at += 1) {
      const socket = connect({ host: '127.0.0.1', port, localAddress: host });
      socket.on('error', () => undefined);
      idle.push(socket);
    }
  }
  await expect.poll(() => idle.filter((each) => each.connecting).length, { timeout: 20_000 }).toBe(0);
  await expect
    .poll(() => idle.filter((each) => each.closed).length, { timeout: 20_000 })
    .toBe(idle.length - limits.unprovenConnections);
  const identity = await createTlsIdentity();
  const open = await new Promise<Connection>((resolve, reject) => {
    connectWebSocket({
      identity,
      host: '127.0.0.1',
      port,
      onFailure: (reason) => reject(new Error(reason)),
      onConnection: (connection) => {
        resolve(connection);
        return { onFrame: () => undefined, onClose: () => undefined };
      },
    });
  });
  stops.push(() => open.close('over'));
  await expect.poll(() => served.length).toBe(1);
});
