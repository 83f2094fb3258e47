/** A committee that has lost its database, over TLS on loopback: what a laptop that it does not know may bring, and learns. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Connection } from '../../shared/sync/roles/ports.ts';
import { makeDeviceKeys, nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { createTlsIdentity } from '../../electron/adapters/tls-identity.ts';
import { connectWebSocket } from '../../electron/adapters/websocket-client.ts';
import { openContestFolder, type OpenContest } from '../../electron/contest/open-contest.ts';
import { openOrRecoverFolder } from '../../electron/contest/recover-folder.ts';
import { openCommitteeSide, type CommitteeSide } from '../../electron/sync/committee-side.ts';
import type { CommitteeEvent } from '../../shared/sync/roles/committee.ts';
import { openJurorSide } from '../../electron/sync/juror-side.ts';
import { base32Bytes } from '../../shared/lib/base32.ts';
import { limits } from '../../shared/limits.ts';
import { deviceIdOf } from '../../shared/log/entry.ts';
import type { BatchStart } from '../../shared/log/receive.ts';
import type { DeviceKeys, StoredEntry } from '../../shared/ports.ts';
import { createJurorGate } from '../../shared/sync/join-juror.ts';
import { decodeSyncFrame, encodeFrame, type SyncFrame } from '../../shared/sync/protocol.ts';
import { deleteAfter, remove, withoutEnds } from '../support/damage.ts';
import { carry, mustExecute, twoLaptops, type TwoLaptops } from '../support/two-laptops.ts';
import { wordsOf } from '../../shared/say/words.ts';

let folder: string;
let laptops: TwoLaptops;
let contest: OpenContest;
let side: CommitteeSide;
let onEvent: (event: CommitteeEvent) => void;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gelar-juri-'));
  laptops = await twoLaptops(folder, 10);
  await carry(laptops.committee, laptops.juror);
  laptops.committee.close();
  remove(laptops.committee.dir);
  const recovered = await openOrRecoverFolder(laptops.committee.dir);
  if (!recovered.ok) throw new Error(recovered.error.type);
  contest = recovered.value.contest;
  onEvent = () => undefined;
  const opened = await openCommitteeSide(contest, {
    words: wordsOf.id.joining,
    host: '127.0.0.1',
    port: 0,
    onEvent: (event) => onEvent(event),
  });
  if (!opened.ok) throw new Error(opened.error.type);
  side = opened.value;
});

afterEach(async () => {
  await side.close();
  contest.close();
  laptops.juror.close();
  rmSync(folder, { recursive: true });
});

test.each([
  ['another committee’s log', () => strangersLog()],
  ['a seat’s log', () => entriesOf(laptops.juror, laptops.log)],
  ['the committee’s log with a changed byte', () => changed(entriesOf(laptops.juror, committeesLog()))],
])('[S13] a laptop that brings %s is hung up on, and nothing of it is stored', async (_name, entries) => {
  const given = await entries();
  const told = await offer(makeDeviceKeys(), given);
  expect(contest.log.heads()).toEqual([]);
  expect(told.every((frame) => frame.type === 'have' && frame.logs.length === 0)).toBe(true);
  expect(told.length).toBeGreaterThan(0);
});

test('[S13] a batch that only says to go on with the committee’s log is hung up on', async () => {
  const ours = entriesOf(laptops.juror, committeesLog());
  await new Promise<void>((resolve, reject) => {
    onEvent = (event) => {
      if (event.type === 'received') resolve();
    };
    connectAs(
      makeDeviceKeys(),
      () => undefined,
      () => undefined,
    ).then((connection) => send(connection, ours), reject);
  });
  const seats = entriesOf(laptops.juror, laptops.log).slice(0, 1);
  const told = await offer(makeDeviceKeys(), seats, { origin: committeesLog(), seq: 2, prevHash: new Uint8Array(32) });
  expect(told.length).toBeGreaterThan(0);
  expect(contest.log.head(laptops.log)).toBeNull();
});

test('[S13] the committee’s own log is taken from a laptop that was never admitted, which learns nothing by it', async () => {
  const told: SyncFrame[] = [];
  let askNext = (): void => undefined;
  const connection = await connectAs(
    makeDeviceKeys(),
    (frame) => {
      told.push(frame);
      askNext();
    },
    () => undefined,
  );
  send(connection, entriesOf(laptops.juror, committeesLog()));
  await new Promise<void>((resolve) => {
    onEvent = (event) => {
      if (event.type === 'received') resolve();
    };
  });
  await contest.keysSettled();
  expect(contest.contest().setup).not.toBeNull();
  connection.send(encodeFrame({ type: 'have', version: 1, application: 'uji', clockMs: 0, logs: [] }));
  const before = told.length;
  await new Promise<void>((resolve) => {
    askNext = () => {
      if (told.length > before + 1) resolve();
    };
  });
  expect(told.every((frame) => frame.type === 'ack' || (frame.type === 'have' && frame.logs.length === 0))).toBe(true);
  connection.close('over');
});

test('[S13] the juror’s laptop brings the committee back, and then everything flows again', async () => {
  const joined = new Promise<void>((resolve) => {
    onEvent = (event) => {
      if (event.type === 'received' && event.log === laptops.log) resolve();
    };
  });
  const juror = await openJurorSide(laptops.juror, {
    address: { host: '127.0.0.1', port: side.port },
    onEvent: () => undefined,
  });
  await joined;
  expect(contest.log.heads()).toEqual(laptops.juror.log.heads());
  expect(juror.status()).toMatchObject({ connection: 'connected', problem: null });
  mustExecute(contest, { type: 'show-stage', contestant: 'k1', stage: 'risalah' });
  expect(contest.contest().shown?.contestant).toBe('k1');
  await juror.close();
});

test('[S13] a committee that was set back to before anybody joined takes back what a juror’s laptop names, and says so', async () => {
  await side.close();
  contest.close();
  const dir = path.join(folder, 'mundur');
  // The folder as it was after its founding: nothing in it tells that there was more.
  const both = await twoLaptops(dir, 10);
  await carry(both.committee, both.juror);
  const [own] = both.committee.writers();
  both.committee.close();
  for (const { log } of both.juror.log.heads()) deleteAfter(both.committee.dir, log, log === own?.log ? 2 : 0);
  withoutEnds(both.committee.dir);
  const opened = await openContestFolder(both.committee.dir);
  if (!opened.ok) throw new Error(opened.error.type);
  contest = opened.value;
  expect(contest.contest().devices.size).toBe(0);
  const events: CommitteeEvent[] = [];
  const again = await openCommitteeSide(contest, {
    words: wordsOf.id.joining,
    host: '127.0.0.1',
    port: 0,
    onEvent: (event) => events.push(event),
  });
  if (!again.ok) throw new Error(again.error.type);
  side = again.value;
  const juror = await openJurorSide(both.juror, {
    address: { host: '127.0.0.1', port: side.port },
    onEvent: () => undefined,
  });
  await expect.poll(() => contest.log.heads(), { timeout: 30_000 }).toEqual(both.juror.log.heads());
  expect(contest.contest().devices.size).toBe(1);
  expect(contest.returned()).toBeGreaterThan(0);
  expect(events.flatMap((event) => (event.type === 'problem' ? event.problem.type : []))).toContain(
    'own-entries-returned',
  );
  // The log that others have gone on with is not gone on with here.
  mustExecute(contest, { type: 'show-stage', contestant: 'k1', stage: 'risalah' });
  expect(contest.writers()[0]?.log).not.toBe(own?.log);
  expect(contest.contest().issues).toEqual([]);
  await juror.close();
  both.juror.close();
});

test('[S13] strangers that bring nothing keep neither a laptop that does nor the invitations waiting', async () => {
  let gone = 0;
  for (let stranger = 0; stranger < limits.recoveryConnections; stranger += 1) {
    await connectAs(
      makeDeviceKeys(),
      () => undefined,
      () => (gone += 1),
    );
  }
  const invited = new Promise<void>((resolve) => {
    onEvent = (event) => {
      if (event.type === 'invitation' && event.seat === 'j2') resolve();
    };
  });
  const juror = await openJurorSide(laptops.juror, {
    address: { host: '127.0.0.1', port: side.port },
    onEvent: () => undefined,
  });
  await invited;
  // They are all still there but one, whose place was needed.
  expect(gone).toBeLessThan(2);
  expect(contest.contest().devices.size).toBe(1);
  expect(side.invitations().map(({ seat }) => seat)).not.toContain('j1');
  await juror.close();
});

function committeesLog(): string {
  return laptops.juror.log.heads().find(({ log }) => log !== laptops.log)?.log ?? '';
}

function entriesOf(from: OpenContest, log: string): readonly StoredEntry[] {
  return from.log.read(log, 0, { entries: 500, bytes: 1_000_000 });
}

/** Of another contest: rightly signed, by a key that is not this committee's. */
async function strangersLog(): Promise<readonly StoredEntry[]> {
  const other = await twoLaptops(path.join(folder, 'lain'), 1);
  const [own] = other.committee.writers();
  const entries = entriesOf(other.committee, own?.log ?? '');
  other.committee.close();
  other.juror.close();
  return entries;
}

function changed(entries: readonly StoredEntry[]): readonly StoredEntry[] {
  return entries.map((entry, at) => (at === 1 ? { ...entry, bytes: entry.bytes.map((byte) => byte ^ 1) } : entry));
}

/** Sends the entries once the logs may flow, and resolves with all that it was told when it is hung up on. */
async function offer(
  device: DeviceKeys,
  entries: readonly StoredEntry[],
  from?: BatchStart,
): Promise<readonly SyncFrame[]> {
  const told: SyncFrame[] = [];
  await new Promise<void>((resolve, reject) => {
    connectAs(device, (frame) => told.push(frame), resolve).then(
      (connection) => send(connection, entries, from),
      reject,
    );
  });
  return told;
}

function send(connection: Connection, entries: readonly StoredEntry[], from?: BatchStart): void {
  const last = entries.at(-1);
  if (last?.signature === undefined || last.signature === null) throw new Error('what ends a log is signed');
  const batch = {
    log: last.log,
    entries: entries.map(({ bytes }) => bytes),
    signature: last.signature,
    ...(from === undefined ? {} : { from }),
  };
  connection.send(encodeFrame({ type: 'entries', batches: [batch] }));
}

/** A laptop that proves its key and comes as one that was admitted once; resolves when the logs may flow. */
async function connectAs(
  device: DeviceKeys,
  hear: (frame: SyncFrame) => void,
  onClose: () => void,
): Promise<Connection> {
  const identity = await createTlsIdentity();
  const signingKey = base32Bytes(device.signingKey);
  return new Promise((resolve, reject) => {
    connectWebSocket({
      identity,
      host: '127.0.0.1',
      port: side.port,
      onFailure: (reason) => reject(new Error(reason)),
      onConnection: (connection) => {
        let isIn = false;
        const gate = createJurorGate(
          {
            crypto: nodeCrypto,
            application: 'uji',
            applicant: { seat: 'j1', signingKey, boxKey: base32Bytes(device.boxKey), machine: 'X' },
            signingPrivateKey: base32Bytes(device.signingPrivateKey),
            send: connection.send,
            close: connection.close,
            onWaiting: () => undefined,
            onAdmitted: () => reject(new Error('admitted')),
            onRecovering: () => {
              isIn = true;
              connection.markProven();
              resolve(connection);
            },
            onRefused: ({ reason }) => reject(new Error(reason)),
          },
          {
            type: 'device',
            device: deviceIdOf(signingKey, nodeCrypto),
            committeeSigningKey: base32Bytes(contest.committee.signingKey),
          },
          connection.exporter,
        );
        return {
          onFrame: (frame) => {
            if (!isIn) return gate.receive(frame);
            const decoded = decodeSyncFrame(frame);
            if (decoded.ok && decoded.value !== null) hear(decoded.value);
          },
          onClose,
        };
      },
    });
  });
}
