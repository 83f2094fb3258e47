/**
 * One WebSocket over TLS 1.3 as a `Transport`: whole binary frames or nothing. Before the other side has proven who it
 * is, few bytes are taken from it (rule S3); its certificate says nothing, the exporter binds the proofs to this channel.
 */
import type { TLSSocket } from 'node:tls';
import type { RawData, WebSocket } from 'ws';
import { limits } from '../../shared/limits.ts';
import type { Connection, ConnectionHandlers } from '../../shared/sync/roles/ports.ts';

export const webSocketPath = '/gelar-juri';
export const webSocketProtocol = 'gelar-juri-1';
const EXPORTER_LABEL = 'EXPORTER-gelar-juri';
const EXPORTER_BYTES = 32;
const CLOSE_PATIENCE_MS = 1000;

/** Takes over an open WebSocket. `handle` is called once, before any frame. */
export function openConnection(
  socket: WebSocket,
  tls: TLSSocket,
  handle: (connection: Connection) => ConnectionHandlers,
  onKnown: () => void = () => undefined,
): void {
  let isProven = false;
  let unprovenBytes = 0;
  let closeReason: string | null = null;
  let lastSignMs = performance.now();
  const connection: Connection = {
    exporter: new Uint8Array(tls.exportKeyingMaterial(EXPORTER_BYTES, EXPORTER_LABEL, Buffer.alloc(0))),
    remoteAddress: (tls.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, ''),
    send(frame) {
      if (socket.readyState === socket.OPEN) socket.send(frame, { binary: true }, ignoreLateError);
    },
    bufferedBytes: () => socket.bufferedAmount,
    close(reason) {
      closeReason = reason;
      socket.close(1000, reason.slice(0, 100));
      setTimeout(() => socket.terminate(), CLOSE_PATIENCE_MS).unref();
    },
    markProven() {
      isProven = true;
      onKnown();
      tls.off('data', countUnproven);
    },
    markInvited: onKnown,
    lastSignMs: () => lastSignMs,
    ping() {
      if (socket.readyState === socket.OPEN) socket.ping(ignoreLateError);
    },
    pause: () => socket.pause(),
    resume: () => socket.resume(),
  };
  const handlers = handle(connection);
  tls.on('data', countUnproven);
  tls.on('data', () => {
    lastSignMs = performance.now();
  });
  socket.on('message', (data: RawData, isBinary: boolean) => {
    if (!isBinary || !(data instanceof Buffer)) return connection.close('malformed');
    if (!isProven && data.length > limits.joinFrameBytes) return connection.close('frame-too-large');
    handlers.onFrame(new Uint8Array(data.buffer, data.byteOffset, data.length));
  });
  socket.on('error', (error) => {
    closeReason = error.message;
  });
  socket.on('close', (_code, given) => handlers.onClose(closeReason ?? reasonGiven(given)));

  /** WebSocket itself would buffer a frame of the large limit: an unproven stranger does not get that much memory. */
  function countUnproven(chunk: Buffer): void {
    unprovenBytes += chunk.length;
    if (!isProven && unprovenBytes > limits.unprovenBytes) {
      closeReason = 'frame-too-large';
      socket.terminate();
    }
  }
}

/** What the other side said when it closed the connection; its text is trusted for its form only. */
function reasonGiven(given: Buffer): string {
  const text = given.toString('utf8');
  return /^[a-z-]{1,40}$/.test(text) ? text : 'connection-lost';
}

/** A send that fails is followed by `close`, which says so. */
function ignoreLateError(): void {}
