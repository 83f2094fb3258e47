/**
 * The committee's port: HTTPS with TLS 1.3 that answers nothing but the upgrade to a WebSocket. Strangers are limited
 * in number, per address too, in bytes and in time (rule S3).
 */
import { createServer } from 'node:https';
import { Socket, type AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import { WebSocketServer } from 'ws';
import { limits } from '../../shared/limits.ts';
import type { ListenError } from '../../shared/say/joining.ts';
import type { Connection, ConnectionHandlers } from '../../shared/sync/roles/ports.ts';
import { everywhere } from './network-addresses.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { openConnection, webSocketPath, webSocketProtocol } from './connection.ts';
import { createStrangers, type Stranger } from './strangers.ts';
import type { TlsIdentity } from './tls-identity.ts';

export interface ListenOptions {
  readonly identity: TlsIdentity;
  /** Address of the interface; `::` or `0.0.0.0` for all. */
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly onConnection: (connection: Connection) => ConnectionHandlers;
}

export interface Listener {
  readonly host: string;
  readonly port: number;
  /** No new connections; ends when the port is free. Open ones are closed by their owners. */
  readonly close: () => Promise<void>;
}

export async function listenForWebSockets(options: ListenOptions): Promise<Result<Listener, ListenError>> {
  const { cert, key } = options.identity;
  const server = createServer({
    cert,
    key,
    minVersion: 'TLSv1.3',
    requestCert: true,
    rejectUnauthorized: false,
    handshakeTimeout: limits.joinTimeoutMs,
    headersTimeout: limits.joinTimeoutMs,
    requestTimeout: limits.joinTimeoutMs,
    connectionsCheckingInterval: limits.joinTimeoutMs / 2,
    maxHeaderSize: 8 * 1024,
  });
  server.maxConnections = limits.connections;
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.frameBytes,
    handleProtocols: (offered) => (offered.has(webSocketProtocol) ? webSocketProtocol : false),
  });
  server.on('request', (_request, response) => response.writeHead(426, { connection: 'close' }).end());
  server.on('tlsClientError', () => undefined);
  const strangers = createStrangers(() => performance.now());
  const arrived = new Map<string, Stranger>();
  server.on('connection', (socket) => {
    if (!(socket instanceof Socket)) return;
    const name = nameOf(socket);
    const stranger = { address: socket.remoteAddress ?? '', turnAway: () => socket.destroy() };
    if (!strangers.arrive(stranger)) return stranger.turnAway();
    arrived.set(name, stranger);
    socket.once('close', () => {
      arrived.delete(name);
      strangers.leave(stranger);
    });
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (request.url !== webSocketPath || !(socket instanceof TLSSocket)) return socket.destroy();
    socket.setTimeout(0);
    sockets.handleUpgrade(request, socket, head, (webSocket) =>
      openConnection(webSocket, socket, options.onConnection, () => {
        const stranger = arrived.get(nameOf(socket));
        if (stranger !== undefined) strangers.leave(stranger);
      }),
    );
  });
  const listen = (host: string) =>
    new Promise<NodeJS.ErrnoException | null>((resolve) => {
      server.once('error', resolve);
      server.listen({ host, port: options.port }, () => {
        server.off('error', resolve);
        resolve(null);
      });
    });
  let problem = await listen(options.host);
  // A system without IPv6.
  const isWithout = problem?.code === 'EAFNOSUPPORT' || problem?.code === 'EADDRNOTAVAIL' || problem?.code === 'EINVAL';
  if (isWithout && options.host === everywhere) problem = await listen('0.0.0.0');
  if (problem !== null) return err(listenError(problem, options));
  const { address, port } = boundAddress(server.address());
  return ok({
    host: address,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  });
}

/** The same for a connection and for the TLS over it. */
function nameOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}

function boundAddress(address: AddressInfo | string | null): { readonly address: string; readonly port: number } {
  return address === null || typeof address === 'string' ? { address: '', port: 0 } : address;
}

function listenError(problem: NodeJS.ErrnoException, { host, port }: ListenOptions): ListenError {
  return problem.code === 'EADDRINUSE' ? { type: 'port-in-use', port } : { type: 'cannot-listen', host, port };
}
