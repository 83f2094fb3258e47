/** The juror's way to the committee's port. The certificate is not looked at: the proofs bind the channel instead (rule S4). */
import { TLSSocket } from 'node:tls';
import { WebSocket } from 'ws';
import { limits } from '../../shared/limits.ts';
import type { Connection, ConnectionHandlers } from '../../shared/sync/roles/ports.ts';
import { formatAddress } from '../../shared/sync/invitation.ts';
import { openConnection, webSocketPath, webSocketProtocol } from './connection.ts';
import type { TlsIdentity } from './tls-identity.ts';

export interface ConnectOptions {
  readonly identity: TlsIdentity;
  readonly host: string;
  readonly port: number;
  readonly onConnection: (connection: Connection) => ConnectionHandlers;
  /** No connection came about; `onConnection` was not called. */
  readonly onFailure: (reason: string) => void;
}

/** Tries once. The answer stops the attempt, of which nothing is heard any more. */
export function connectWebSocket(options: ConnectOptions): () => void {
  const { cert, key } = options.identity;
  let isOpen = false;
  const socket = new WebSocket(
    `wss://${formatAddress(options.host, options.port)}${webSocketPath}`,
    webSocketProtocol,
    {
      cert,
      key,
      minVersion: 'TLSv1.3',
      rejectUnauthorized: false,
      perMessageDeflate: false,
      maxPayload: limits.frameBytes,
      handshakeTimeout: limits.joinTimeoutMs,
      followRedirects: false,
      agent: false,
    },
  );
  let failure = 'connection-lost';
  const noteFailure = (error: Error): void => {
    failure = error.message;
  };
  const fail = (): void => options.onFailure(failure);
  socket.on('error', noteFailure);
  socket.on('close', fail);
  socket.once('upgrade', (response) => {
    const tls = response.socket;
    // The frames that follow at once must meet their listeners, so these stand before the event loop turns again.
    socket.once('open', () => {
      isOpen = true;
      socket.off('close', fail);
      if (!(tls instanceof TLSSocket)) return socket.terminate();
      openConnection(socket, tls, options.onConnection);
    });
  });
  return () => {
    if (isOpen) return;
    socket.off('close', fail);
    socket.terminate();
  };
}
