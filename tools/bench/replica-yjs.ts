/**
 * Yjs over `ws` with workload W: a document per replica with a map per juror, no signatures, no keys, no TLS. Each side tells
 * the other what it has (a state vector) and gets what it lacks as one update; the hub passes every update on to all others.
 * Durable: each update is a row in SQLite with synchronous=FULL before it is passed on. Nothing of the product is loaded here: it would count as the hub's memory.
 */
import { once } from 'node:events';
import { statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs';
import type { HubReplica, ReplicaSetting } from './replica.ts';

const vectorKind = 0;
const updateKind = 1;

export async function openYjsHub(setting: ReplicaSetting): Promise<HubReplica> {
  const replica = openReplica(setting, 0);
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  await once(server, 'listening');
  server.on('connection', (socket) => link(replica.doc, socket));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    isSettled: () => scoresIn(replica.doc) >= setting.entries,
    close: async () => {
      for (const socket of server.clients) socket.terminate();
      server.close();
      return replica.close();
    },
  };
}

export interface Replica {
  readonly doc: Doc;
  /** Stored as updates of their own, in one transaction: made before anybody looks at the clock. */
  readonly together: (run: () => void) => void;
  /** Bytes at rest; in memory, what it would be as one update. */
  readonly close: () => number;
}

export function openReplica({ side, folders }: ReplicaSetting, position: number): Replica {
  const doc = new Doc();
  if (side === 'yjs-memory') return { doc, together: (run) => run(), close: () => encodeStateAsUpdate(doc).length };
  const file = path.join(folders[position] ?? '', 'updates.sqlite');
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE received (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO received (bytes) VALUES (?)');
  // The first that hears of an update: who passes it on hears of it afterwards.
  doc.on('update', (update: Uint8Array) => void insert.run(update));
  return {
    doc,
    together: (run) => database.transaction(run)(),
    close: () => {
      database.close();
      return statSync(file).size;
    },
  };
}

/** Both sides do the same. */
export function link(doc: Doc, socket: WebSocket): void {
  const pass = (update: Uint8Array, origin: unknown): void => {
    if (origin !== socket) send(updateKind, update);
  };
  socket.on('message', (data: RawData) => {
    if (!(data instanceof Buffer)) return;
    if (data[0] === updateKind) applyUpdate(doc, data.subarray(1), socket);
    else send(updateKind, encodeStateAsUpdate(doc, data.subarray(1)));
  });
  socket.on('close', () => doc.off('update', pass));
  if (socket.readyState === socket.OPEN) greet();
  else socket.once('open', greet);

  function greet(): void {
    doc.on('update', pass);
    send(vectorKind, encodeStateVector(doc));
  }

  function send(kind: number, bytes: Uint8Array): void {
    if (socket.readyState === socket.OPEN) socket.send(Buffer.concat([Buffer.of(kind), bytes]));
  }
}

/** Each score was given once: what a replica knows of each writer, together. */
export function scoresIn(doc: Doc): number {
  let scores = 0;
  for (const structs of doc.store.clients.values()) {
    const last = structs.at(-1);
    if (last !== undefined) scores += last.id.clock + last.length;
  }
  return scores;
}
