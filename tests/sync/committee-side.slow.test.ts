/** The committee's real side against laptops that mean ill, over TLS on loopback, on real folders. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Connection } from '../../shared/sync/roles/ports.ts';
import { makeDeviceKeys, nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import type { DeviceKeys } from '../../shared/ports.ts';
import { createTlsIdentity } from '../../electron/adapters/tls-identity.ts';
import { connectWebSocket } from '../../electron/adapters/websocket-client.ts';
import { createCommitteeFolder } from '../../electron/contest/new-contest-folder.ts';
import { openContestFolder, type OpenContest } from '../../electron/contest/open-contest.ts';
import { openCommitteeSide, type CommitteeSide } from '../../electron/sync/committee-side.ts';
import type { CommitteeEvent } from '../../shared/sync/roles/committee.ts';
import { joinContest } from '../../electron/sync/join-contest.ts';
import { openJurorSide } from '../../electron/sync/juror-side.ts';
import type { JurorEvent, JurorRole } from '../../shared/sync/roles/juror.ts';
import { parseContestText } from '../../shared/domain/setup/contest-parse.ts';
import { sheetOf } from '../../shared/domain/score-sheet.ts';
import { base32Bytes } from '../../shared/lib/base32.ts';
import { deviceIdOf } from '../../shared/log/entry.ts';
import { createJurorGate } from '../../shared/sync/join-juror.ts';
import { decodeJoinFrame, decodeSyncFrame, encodeFrame, type SyncFrame } from '../../shared/sync/protocol.ts';
import { beginWriter, memoryPorts } from '../support/core-ports.ts';
import { wordsOf } from '../../shared/say/words.ts';

let folder: string;
let contest: OpenContest;
let side: CommitteeSide;
let events: CommitteeEvent[];
let listeners: (() => void)[];
let toClose: (() => Promise<void> | void)[];

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gelar-juri-'));
  const file = parseContestText(readFileSync('tests/fixtures/example-contest.json', 'utf8'));
  if (!file.ok) throw new Error(file.error.type);
  const created = await createCommitteeFolder(path.join(folder, 'panitia'), file.value);
  if (!created.ok) throw new Error(created.error.type);
  contest = created.value;
  events = [];
  listeners = [];
  toClose = [];
  const opened = await openCommitteeSide(contest, {
    words: wordsOf.id.joining,
    host: '127.0.0.1',
    port: 0,
    onEvent: (event) => {
      events.push(event);
      for (const listener of listeners.slice()) listener();
    },
  });
  if (!opened.ok) throw new Error(opened.error.type);
  side = opened.value;
  await until(() => events.filter(({ type }) => type === 'invitation').length === 3);
});

afterEach(async () => {
  for (const close of toClose.toReversed()) await close();
  await side.close();
  contest.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Waits until something that the committee's side tells makes it true. */
function until(holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return;
      listeners = listeners.filter((each) => each !== look);
      resolve();
    };
    listeners.push(look);
    look();
  });
}

function codeOf(seat: string): string {
  return side.invitations().find((invitation) => invitation.seat === seat)?.code ?? '';
}

interface JoinedJuror {
  readonly contest: OpenContest;
  readonly side: JurorRole;
  readonly until: (holds: (seen: readonly JurorEvent[]) => boolean) => Promise<void>;
}

async function joinAs(seat: string): Promise<JoinedJuror> {
  const dir = path.join(folder, seat);
  const joining = joinContest({
    dir,
    code: codeOf(seat),
    onWaiting: () => undefined,
    signal: new AbortController().signal,
  });
  await until(() => events.some((event) => event.type === 'asks' && event.seat === seat));
  expect(side.answer(seat, true, true).ok).toBe(true);
  const joined = await joining;
  if (!joined.ok) throw new Error(joined.error.type);
  return runSide(joined.value);
}

async function joinByItself(seat: string): Promise<JoinedJuror> {
  const joined = await joinContest({
    dir: path.join(folder, seat),
    code: codeOf(seat),
    onWaiting: () => undefined,
    signal: new AbortController().signal,
  });
  if (!joined.ok) throw new Error(joined.error.type);
  return runSide(joined.value);
}

async function leave(juror: JoinedJuror): Promise<void> {
  await juror.side.close();
  juror.contest.close();
}

/** A folder that has joined before. */
async function goOn(dir: string): Promise<JoinedJuror> {
  const opened = await openContestFolder(dir);
  if (!opened.ok) throw new Error(opened.error.type);
  return runSide(opened.value);
}

async function runSide(opened: OpenContest): Promise<JoinedJuror> {
  const seen: JurorEvent[] = [];
  let waiting: (() => void)[] = [];
  const jurorSide = await openJurorSide(opened, {
    onEvent: (event) => {
      seen.push(event);
      for (const look of waiting.slice()) look();
    },
  });
  toClose.push(() => opened.close());
  toClose.push(jurorSide.close);
  const juror: JoinedJuror = {
    contest: opened,
    side: jurorSide,
    until: (holds) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!holds(seen)) return;
          waiting = waiting.filter((each) => each !== look);
          resolve();
        };
        waiting.push(look);
        look();
      }),
  };
  await juror.until((list) => list.some((event) => event.type === 'acked'));
  return juror;
}

/** A program that speaks TLS and WebSocket to the committee and keeps all that it is told. */
async function openStranger(onFrame: (frame: Uint8Array, connection: Connection) => void) {
  const frames: Uint8Array[] = [];
  const closed = Promise.withResolvers<null>();
  const identity = await createTlsIdentity();
  const connection = await new Promise<Connection>((resolve, reject) => {
    connectWebSocket({
      identity,
      host: '127.0.0.1',
      port: side.port,
      onFailure: (reason) => reject(new Error(reason)),
      onConnection: (open) => {
        open.markProven();
        resolve(open);
        return {
          onFrame: (frame) => {
            frames.push(frame);
            onFrame(frame, open);
          },
          onClose: () => closed.resolve(null),
        };
      },
    });
  });
  return { connection, frames, closed: closed.promise };
}

/** A laptop with an admitted key whose program says whatever a test wants once the logs flow. */
async function openTraitor(
  seat: string,
  device: DeviceKeys,
  onSync: (frame: SyncFrame, connection: Connection) => void,
) {
  let isIn = false;
  let gate: ReturnType<typeof createJurorGate> | null = null;
  return openStranger((frame, connection) => {
    gate ??= createJurorGate(
      {
        crypto: nodeCrypto,
        application: 'uji',
        applicant: {
          seat,
          signingKey: base32Bytes(device.signingKey),
          boxKey: base32Bytes(device.boxKey),
          machine: 'X',
        },
        signingPrivateKey: base32Bytes(device.signingPrivateKey),
        send: connection.send,
        close: connection.close,
        onWaiting: () => undefined,
        onAdmitted: () => {
          isIn = true;
        },
        onRecovering: () => {
          isIn = true;
        },
        onRefused: () => undefined,
      },
      {
        type: 'device',
        device: deviceIdOf(base32Bytes(device.signingKey), nodeCrypto),
        committeeSigningKey: base32Bytes(contest.committee.signingKey),
      },
      connection.exporter,
    );
    if (!isIn) return gate.receive(frame);
    const decoded = decodeSyncFrame(frame);
    if (decoded.ok && decoded.value !== null) onSync(decoded.value, connection);
  });
}

function admit(seat: string): DeviceKeys {
  const device = makeDeviceKeys();
  const executed = contest.execute(
    { role: 'committee' },
    {
      type: 'admit-device',
      device: deviceIdOf(base32Bytes(device.signingKey), nodeCrypto),
      signingKey: device.signingKey,
      boxKey: device.boxKey,
      seat,
      machine: 'X',
    },
  );
  expect(executed.ok).toBe(true);
  return device;
}

test('[S4] an invited laptop is admitted, gets the contest, writes, and the committee holds what it wrote', async () => {
  const juror = await joinAs('j1');
  expect(juror.contest.contest().setup?.contest.name).toBe(contest.contest().setup?.contest.name);
  const written = juror.contest.execute(
    { role: 'seat', seat: 'j1' },
    { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '80' },
  );
  expect(written.ok).toBe(true);
  const log = juror.contest.writers()[0]?.log ?? '';
  await until(() => contest.log.head(log)?.seq === 2);
  await juror.until((list) => list.some((event) => event.type === 'acked' && event.upTo === 2));
  expect(juror.side.status()).toMatchObject({ connection: 'connected', atCommittee: 2, laptops: 2, problem: null });
  expect(side.invitations().find(({ seat }) => seat === 'j1')?.state).toBe('joined');
  expect(side.devices()).toMatchObject([{ seat: 'j1', connected: true, version: expect.any(String) }]);
});

test('[S7] what the committee has confirmed is known after a restart without the network, and told anew with it', async () => {
  const juror = await joinAs('j1');
  juror.contest.execute(
    { role: 'seat', seat: 'j1' },
    { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '80' },
  );
  await juror.until((list) => list.some((event) => event.type === 'acked' && event.upTo === 2));
  await juror.side.close();
  juror.contest.execute(
    { role: 'seat', seat: 'j1' },
    { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '81' },
  );
  const away = await openJurorSide(juror.contest, {
    address: { host: '127.0.0.1', port: 1 },
    onEvent: () => undefined,
  });
  expect(away.status()).toMatchObject({ connection: 'connecting', atCommittee: 2 });
  await away.close();
  const again = Promise.withResolvers<number>();
  const back = await openJurorSide(juror.contest, {
    address: { host: '127.0.0.1', port: side.port },
    onEvent: (event) => (event.type === 'acked' && event.upTo === 3 ? again.resolve(event.upTo) : undefined),
  });
  await again.promise;
  expect(back.status()).toMatchObject({ atCommittee: 3 });
  await back.close();
});

test('[S1] what one juror writes reaches the other through the committee, and neither can read it there', async () => {
  const [first, second] = [await joinAs('j1'), await joinAs('j2')];
  first.contest.execute(
    { role: 'seat', seat: 'j1' },
    { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '80' },
  );
  const log = first.contest.writers()[0]?.log ?? '';
  await second.until(() => second.contest.log.head(log)?.seq === 2);
  expect(second.contest.contest().facts.size).toBe(0);
  await first.until(() => first.side.status().laptops === 3);
});

test('[L13] a copied juror folder in use on two laptops: every score arrives, and both hold everything', async () => {
  const original = await joinAs('j1');
  const score = (held: OpenContest, value: string): boolean =>
    held.execute({ role: 'seat', seat: 'j1' }, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value }).ok;
  const conflict = (held: OpenContest): string | undefined =>
    sheetOf(held.contest(), 'j1', 'k1', 'risalah')?.conflicts.get('langkah')?.join();
  expect(score(original.contest, '70')).toBe(true);
  await until(() => contest.contest().facts.size === 1);
  await leave(original);
  cpSync(path.join(folder, 'j1'), path.join(folder, 'salinan'), { recursive: true });
  const offline = await openContestFolder(path.join(folder, 'salinan'));
  if (!offline.ok) throw new Error(offline.error.type);
  expect(score(offline.value, '90')).toBe(true);
  offline.value.close();
  const first = await goOn(path.join(folder, 'j1'));
  expect(score(first.contest, '80')).toBe(true);
  await until(() => contest.log.heads().some(({ seq }) => seq === 3));
  await leave(first);
  const second = await goOn(path.join(folder, 'salinan'));
  await until(() => conflict(contest) === '80,90');
  await second.until(() => conflict(second.contest) === '80,90');
  expect(contest.contest().issues).toMatchObject([{ type: 'log-forked', name: 'j1' }]);
  await leave(second);
  const again = await goOn(path.join(folder, 'j1'));
  await again.until(() => conflict(again.contest) === '80,90');
  expect(score(again.contest, '90')).toBe(true);
  await until(() => conflict(contest) === undefined);
});

test('[S3] a stranger is told the committee key and then nothing, whatever it says', async () => {
  const stranger = await openStranger(() => undefined);
  const have: SyncFrame = { type: 'have', version: 1, application: 'x', clockMs: 0, logs: [] };
  stranger.connection.send(encodeFrame(have));
  await stranger.closed;
  const told = stranger.frames.map((frame) => {
    const decoded = decodeJoinFrame(frame);
    return decoded.ok ? decoded.value?.type : 'other';
  });
  expect(told).toEqual(['welcome', 'bye']);
  expect(events.some(({ type }) => type === 'asks' || type === 'joined')).toBe(false);
});

test('[S8] garbage from an admitted laptop ends its connection, is reported, and harms nobody', async () => {
  const traitor = await openTraitor('j1', admit('j1'), (frame, connection) => {
    if (frame.type === 'have') connection.send(new Uint8Array(2000).fill(0x9f));
  });
  await traitor.closed;
  await until(() => events.some((event) => event.type === 'problem' && event.problem.type === 'bad-frame'));
  const juror = await joinAs('j2');
  expect(juror.side.status().connection).toBe('connected');
});

test('[S8] an admitted laptop that sends entries under a false name or signature stores nothing', async () => {
  const before = contest.log.heads();
  let said = 0;
  await openTraitor('j1', admit('j1'), (frame, connection) => {
    if (frame.type !== 'have' || said > 0) return;
    said += 1;
    const [head] = contest.log.heads();
    const stolen = contest.log.read(head?.log ?? '', 0, { entries: 10, bytes: 100_000 }).map((entry) => entry.bytes);
    const forged = stolen.map((bytes, at) => (at === 1 ? Uint8Array.from(bytes, (byte) => byte ^ 1) : bytes));
    const signature = new Uint8Array(64).fill(7);
    connection.send(encodeFrame({ type: 'entries', batches: [{ log: 'a'.repeat(26), entries: stolen, signature }] }));
    connection.send(encodeFrame({ type: 'entries', batches: [{ log: head?.log ?? '', entries: forged, signature }] }));
  });
  const problems = (): number => events.filter((event) => event.type === 'problem').length;
  await until(() => problems() === 2);
  const [committeeLog] = before;
  expect(contest.log.heads().map(({ log }) => log)).toEqual([committeeLog?.log]);
});

test('[S11] a revoked laptop is cut off at once and does not come back', async () => {
  const juror = await joinAs('j1');
  const [device] = side.devices();
  const revoked = contest.execute(
    { role: 'committee' },
    { type: 'revoke-device', device: device?.device ?? '', upTo: [], reason: 'laptop hilang' },
  );
  expect(revoked.ok).toBe(true);
  await juror.until((list) => list.some((event) => event.type === 'refused' && event.reason === 'revoked'));
  expect(juror.side.status().problem).toMatchObject({ type: 'refused', reason: 'revoked' });
  expect(side.devices()).toEqual([]);
});

test('[S5] a renewed invitation voids the one before; a refused laptop leaves nothing on its disk', async () => {
  const old = codeOf('j1');
  expect(side.renewInvitation('j1').ok).toBe(true);
  const signal = new AbortController().signal;
  const late = await joinContest({ dir: path.join(folder, 'x'), code: old, onWaiting: () => undefined, signal });
  expect(late.ok ? null : late.error.type).toBe('wrong-code');
  const joining = joinContest({ dir: path.join(folder, 'x'), code: codeOf('j2'), onWaiting: () => undefined, signal });
  await until(() => events.some((event) => event.type === 'asks' && event.seat === 'j2'));
  expect(side.answer('j2', false, true).ok).toBe(true);
  const refused = await joining;
  expect(refused.ok ? null : refused.error.type).toBe('refused');
  expect(existsSync(path.join(folder, 'x'))).toBe(false);
  expect(side.renewInvitation('tidak-ada').ok).toBe(false);
  expect(side.answer('j3', true, true).ok).toBe(false);
});

test('[L16] a laptop that begins log after log shuts nobody out, and the committee is told which one it is', async () => {
  const device = admit('j1');
  const ports = memoryPorts();
  const batches = Array.from({ length: 450 }, () => {
    const { identity, opening } = beginWriter(ports, 'seat', 'j1', device);
    const signature = opening[0]?.signature ?? new Uint8Array(64);
    return { log: identity.log, entries: opening.map(({ bytes }) => bytes), signature };
  });
  let isSent = false;
  await openTraitor('j1', device, (_frame, connection) => {
    if (isSent) return;
    isSent = true;
    connection.send(encodeFrame({ type: 'entries', batches }));
  });
  await until(() => events.some((event) => event.type === 'problem' && event.problem.type === 'over-quota'));
  const told = events.filter((event) => event.type === 'problem' && event.problem.type === 'over-quota');
  expect(told).toMatchObject([{ seat: 'j1', machine: 'X' }]);
  expect(side.devices().find(({ seat }) => seat === 'j1')?.troubles).toEqual([
    expect.stringContaining('Laptop X (Juri 1'),
  ]);
  const juror = await joinAs('j2');
  const written = juror.contest.execute(
    { role: 'seat', seat: 'j2' },
    { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '80' },
  );
  expect(written.ok).toBe(true);
  await juror.until((list) => list.some((event) => event.type === 'acked' && event.upTo === 2));
});

test('[L7] a log whose key the committee does not get is told with its seat and what to do', async () => {
  const device = admit('j3');
  const { identity, opening } = beginWriter(memoryPorts(), 'seat', 'j3', device);
  let isSent = false;
  await openTraitor('j3', device, (_frame, connection) => {
    if (isSent) return;
    isSent = true;
    const entries = opening.map(({ bytes }) => bytes);
    const signature = opening[0]?.signature ?? new Uint8Array(64);
    connection.send(encodeFrame({ type: 'entries', batches: [{ log: identity.log, entries, signature }] }));
  });
  await until(() => events.some((event) => event.type === 'problem' && event.problem.type === 'unreadable-log'));
  expect(side.devices()[0]?.troubles).toEqual([expect.stringMatching(/Laptop X \(Juri 3.*Cabut laptop itu/)]);
});

test('[S19] a laptop from which nothing comes is shown as not answering after 5 seconds, and the connection stands', async () => {
  const nothing: SyncFrame = { type: 'have', version: 1, application: 'uji', clockMs: 0, logs: [] };
  const { connection } = await openTraitor('j1', admit('j1'), (frame, open) => {
    if (frame.type === 'have') open.send(encodeFrame(nothing));
  });
  await until(() => side.devices()[0]?.connected === true);
  // As when the cable is pulled: it reads nothing, and answers nothing.
  connection.pause();
  const pausedAtMs = performance.now();
  await until(() => side.devices()[0]?.quiet === true);
  expect(performance.now() - pausedAtMs).toBeGreaterThan(3500);
  expect(side.devices()[0]?.connected).toBe(true);
  connection.resume();
  await until(() => side.devices()[0]?.quiet === false);
});

test('[S17] by itself it lets in a seat that never had a laptop, and no other', async () => {
  side.admitAll.begin();
  const first = await joinByItself('j1');
  expect(side.devices().map(({ seat }) => seat)).toEqual(['j1']);
  await leave(first);

  // A seat that had one waits for a person, also with the right code.
  expect(side.renewInvitation('j1').ok).toBe(true);
  const again = path.join(folder, 'j1-lain');
  const waiting = joinContest({
    dir: again,
    code: codeOf('j1'),
    onWaiting: () => undefined,
    signal: new AbortController().signal,
  });
  await until(() => side.invitations().some(({ seat, state }) => seat === 'j1' && state === 'asking'));
  // Whatever would answer by itself has had its turn.
  await new Promise((resolve) => setImmediate(resolve));
  expect(side.invitations().find(({ seat }) => seat === 'j1')?.state).toBe('asking');
  expect(side.answer('j1', false, true).ok).toBe(true);
  expect((await waiting).ok).toBe(false);
  expect(side.admitAll.untilMs()).not.toBeNull();
});
