/** The port Transport over its adapter, from both ends of one TLS connection on loopback. */
import { request } from 'node:https';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { webSocketPath, webSocketProtocol } from '../../electron/adapters/connection.ts';
import { createTlsIdentity, type TlsIdentity } from '../../electron/adapters/tls-identity.ts';
import { connectWebSocket } from '../../electron/adapters/websocket-client.ts';
import { listenForWebSockets, type Listener } from '../../electron/adapters/websocket-server.ts';
import { limits } from '../../shared/limits.ts';
import type { Connection, ConnectionHandlers } from '../../shared/sync/roles/ports.ts';

interface End {
  readonly connection: Connection;
  readonly frames: Uint8Array[];
  readonly frame: (count: number) => Promise<void>;
  readonly closed: Promise<string>;
}

let identity: TlsIdentity;
let listener: Listener;
let accepted: ((end: End) => void) | null = null;

beforeEach(async () => {
  identity = await createTlsIdentity();
  const listening = await listenForWebSockets({
    identity,
    host: '127.0.0.1',
    port: 0,
    onConnection: (connection) => keep(connection, (end) => accepted?.(end)),
  });
  if (!listening.ok) throw new Error(listening.error.type);
  listener = listening.value;
});

afterEach(async () => {
  accepted = null;
  await listener.close();
});

function keep(connection: Connection, tell: (end: End) => void): ConnectionHandlers {
  const frames: Uint8Array[] = [];
  const closing = Promise.withResolvers<string>();
  let enough = (): void => undefined;
  tell({
    connection,
    frames,
    frame: (count) =>
      new Promise((resolve) => {
        enough = () => {
          if (frames.length >= count) resolve();
        };
        enough();
      }),
    closed: closing.promise,
  });
  return {
    onFrame: (frame) => {
      frames.push(frame);
      enough();
    },
    onClose: closing.resolve,
  };
}

async function connectBoth(): Promise<{ readonly server: End; readonly client: End }> {
  const server = new Promise<End>((resolve) => {
    accepted = resolve;
  });
  const client = new Promise<End>((resolve, reject) => {
    connectWebSocket({
      identity,
      host: '127.0.0.1',
      port: listener.port,
      onConnection: (connection) => keep(connection, resolve),
      onFailure: (reason) => reject(new Error(reason)),
    });
  });
  return { server: await server, client: await client };
}

function openRaw(): Promise<WebSocket> {
  const socket = new WebSocket(`wss://127.0.0.1:${listener.port}${webSocketPath}`, webSocketProtocol, {
    rejectUnauthorized: false,
  });
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(socket));
    socket.on('error', reject);
  });
}

test.each(['client', 'server'] as const)('frames sent by the %s arrive whole and in order', async (from) => {
  const both = await connectBoth();
  const [sender, receiver] = from === 'client' ? [both.client, both.server] : [both.server, both.client];
  both.server.connection.markProven();
  both.client.connection.markProven();
  const sent = [1, 200, 70_000, 2_000_000, 0].map((length, at) => new Uint8Array(length).fill(at + 1));
  for (const frame of sent) sender.connection.send(frame);
  await receiver.frame(sent.length);
  expect(receiver.frames.map((frame) => [frame.length, frame[0]])).toEqual(
    sent.map((frame) => [frame.length, frame[0]]),
  );
  expect(sender.connection.bufferedBytes()).toBeGreaterThanOrEqual(0);
  sender.connection.close('selesai');
  await Promise.all([both.client.closed, both.server.closed]);
});

test('[S4] both ends of a connection share an exporter; another connection has another', async () => {
  const [first, second] = [await connectBoth(), await connectBoth()];
  expect(first.client.connection.exporter).toHaveLength(32);
  expect(first.client.connection.exporter).toEqual(first.server.connection.exporter);
  expect(second.client.connection.exporter).not.toEqual(first.client.connection.exporter);
  for (const { client, server } of [first, second]) {
    client.connection.close('selesai');
    await server.closed;
  }
});

test('[S3] before the proof a frame over the small bound ends the connection', async () => {
  const { server, client } = await connectBoth();
  client.connection.send(new Uint8Array(limits.joinFrameBytes + 1));
  expect(await server.closed).toBe('frame-too-large');
  expect(server.frames).toEqual([]);
});

test('[S3] before the proof many small frames, or one that never ends, do not get much memory', async () => {
  const { server, client } = await connectBoth();
  client.connection.send(new Uint8Array(limits.frameBytes - 1));
  expect(await server.closed).toBe('frame-too-large');
  expect(server.frames).toEqual([]);
});

test('[S2] after the proof a frame over the bound ends the connection', async () => {
  const { server, client } = await connectBoth();
  server.connection.markProven();
  client.connection.send(new Uint8Array(limits.frameBytes + 1));
  await server.closed;
  expect(server.frames).toEqual([]);
});

test('[S2] text is no frame', async () => {
  const arrived = new Promise<End>((resolve) => {
    accepted = resolve;
  });
  const socket = await openRaw();
  const server = await arrived;
  socket.send('halo');
  expect(await server.closed).toBe('malformed');
});

test('[S3] a browser, another path and plain TCP get nothing', async () => {
  const answer = await new Promise<number | undefined>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: listener.port, rejectUnauthorized: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject);
    asked.end();
  });
  expect(answer).toBe(426);
  const elsewhere = new WebSocket(`wss://127.0.0.1:${listener.port}/lain`, { rejectUnauthorized: false });
  await expect(
    new Promise((_resolve, reject) => {
      elsewhere.on('error', reject);
    }),
  ).rejects.toThrow();
});

test('a port that is taken is refused in words', async () => {
  const again = await listenForWebSockets({
    identity,
    host: '127.0.0.1',
    port: listener.port,
    onConnection: (connection) => keep(connection, () => undefined),
  });
  expect(again.ok ? null : again.error.type).toBe('port-in-use');
});

test('nobody at the address: the attempt fails with a reason', async () => {
  const reason = await new Promise<string>((resolve) => {
    connectWebSocket({
      identity,
      host: '127.0.0.1',
      port: 1,
      onConnection: (connection) => keep(connection, () => undefined),
      onFailure: resolve,
    });
  });
  expect(reason).toContain('ECONNREFUSED');
});
