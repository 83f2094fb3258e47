/** The juror's role against a committee of which the test says every frame (S1, S4, S9, S13, S19, S20): what it shows, tells and tries. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeDeviceKeys, nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { createJurorFolder } from '../../electron/contest/new-contest-folder.ts';
import { openContestFolder, type OpenContest } from '../../electron/contest/open-contest.ts';
import type { LiveContest } from '../../shared/laptop/live-contest.ts';
import { present } from '../../shared/lib/assert.ts';
import { base32Bytes } from '../../shared/lib/base32.ts';
import { limits } from '../../shared/limits.ts';
import type { LogHead, StoredEntry } from '../../shared/ports.ts';
import { welcomeContext } from '../../shared/sync/join-context.ts';
import {
  decodeJoinFrame,
  decodeSyncFrame,
  encodeFrame,
  protocolVersion,
  type JoinFrame,
  type SyncFrame,
} from '../../shared/sync/protocol.ts';
import type { JurorPorts } from '../../shared/sync/roles/juror.ts';
import { deleteAfter, withoutEnds } from '../support/damage.ts';
import { handTimers, type HandTimers } from '../support/hand-timers.ts';
import { batchOf, logIdOf, wholeLog } from '../support/link-side.ts';
import { firstAddress, openJurorEnd, secondAddress, typesOf, type JurorEnd } from '../support/roles-on-wires.ts';
import { carry, mustExecute, twoLaptops, type TwoLaptops } from '../support/two-laptops.ts';

let folder: string;
let laptops: TwoLaptops;
let hand: HandTimers;
let juror: JurorEnd;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gelar-juror-'));
  laptops = await twoLaptops(folder, 1);
  hand = handTimers();
});

afterEach(async () => {
  await juror.role.close();
  laptops.committee.close();
  laptops.juror.close();
  rmSync(folder, { recursive: true });
});

function open(more: Partial<JurorPorts> = {}, contest: LiveContest = laptops.juror): void {
  const nobody = () => {
    throw new Error('the test answers itself');
  };
  juror = openJurorEnd(contest, hand, nobody, more);
}

/** A committee's laptop at the other end, of which the test says what it says. */
interface Line {
  readonly heard: () => readonly (JoinFrame | SyncFrame)[];
  readonly say: (...frames: readonly (JoinFrame | SyncFrame)[]) => void;
  readonly cut: (reason: string) => void;
  readonly marks: string[];
  readonly closedWith: string[];
  lastSignMs: number;
}

const exporter = new Uint8Array(32).fill(3);

/** The dialled laptop answers. */
function answer(): Line {
  const sent: Uint8Array[] = [];
  const state = { lastSignMs: 0 };
  const [marks, closedWith]: [string[], string[]] = [[], []];
  const handlers = juror.lastDial().take({
    send: (frame) => sent.push(frame),
    bufferedBytes: () => 0,
    close: (reason) => closedWith.push(reason),
    exporter,
    remoteAddress: '192.168.1.10',
    markProven: () => marks.push('proven'),
    markInvited: () => marks.push('invited'),
    lastSignMs: () => state.lastSignMs,
    ping: () => undefined,
    pause: () => undefined,
    resume: () => undefined,
  });
  return Object.assign(state, {
    heard: () =>
      sent.splice(0).map((bytes) => {
        const [first, second] = [decodeJoinFrame(bytes), decodeSyncFrame(bytes)];
        if (first.ok && first.value !== null) return first.value;
        if (second.ok && second.value !== null) return second.value;
        throw new Error('what is said can be read');
      }),
    say: (...frames: readonly (JoinFrame | SyncFrame)[]) => {
      for (const frame of frames) handlers.onFrame(encodeFrame(frame));
      hand.pass(0);
    },
    cut: handlers.onClose,
    marks,
    closedWith,
  });
}

/** What the committee says of itself, rightly. */
function welcome(): JoinFrame {
  const { committee } = laptops.committee;
  const keys = { signingKey: base32Bytes(committee.signingKey), boxKey: base32Bytes(committee.boxKey) };
  const writer = present(laptops.committee.writers()[0], 'the committee has a writer');
  const signature = nodeCrypto.sign(base32Bytes(writer.device.signingPrivateKey), welcomeContext(exporter, keys));
  return { type: 'welcome', version: protocolVersion, application: '9.9.9', ...keys, signature };
}

const admitted: JoinFrame = { type: 'admitted', seat: 'j1' };
const recovering: JoinFrame = { type: 'recovering' };

function haveWith(logs: readonly LogHead[], clockMs = 0): SyncFrame {
  return { type: 'have', version: protocolVersion, application: '9.9.9', clockMs, logs: [...logs] };
}

/** The committee answers and lets this laptop in. */
function connected(): Line {
  const line = answer();
  line.say(welcome(), admitted);
  line.heard();
  return line;
}

/** What a status shows is told, a moment after it is different. */
function expectTold(act: () => void): void {
  hand.pass(1_000);
  juror.events.length = 0;
  act();
  hand.pass(100);
  expect(juror.events.map(({ type }) => type)).toContain('changed');
}

const ownHead = () => present(laptops.juror.log.head(laptops.log), 'the own log');
const status = () => juror.role.status();

describe('where the committee is', () => {
  test('[S20] is not known to a laptop that was never told: it tries nothing until a person says so', () => {
    open({ address: () => null });
    expect([status().connection, status().committeeAddress, juror.dialled.length]).toEqual(['none', null, 0]);
    juror.role.moveTo(secondAddress);
    expect(status()).toMatchObject({ connection: 'connecting', committeeAddress: '192.168.1.11:47470' });
    expect(juror.lastDial().address).toEqual(secondAddress);
  });

  test('[S20] is told anew while it waits to try again: it is tried once, not twice', () => {
    open();
    juror.lastDial().fail();
    juror.role.moveTo(secondAddress);
    expect(juror.dialled).toHaveLength(2);
    hand.pass(limits.reconnectMs);
    expect(juror.dialled).toHaveLength(2);
  });

  test('[S20] being told is shown', () => {
    open();
    expectTold(() => juror.role.moveTo(secondAddress));
  });

  test('[S4] a hint is tried at once while nobody answers', () => {
    open();
    juror.lastDial().fail();
    juror.hint(secondAddress);
    expect(juror.dialled.map(({ address }) => address)).toEqual([firstAddress, secondAddress]);
    expect(status().connection).toBe('connecting');
  });

  test('[S4] a hint does not break off a laptop that is just proving itself', () => {
    open();
    juror.lastDial().fail();
    hand.pass(limits.reconnectMs);
    const line = answer();
    line.say(welcome());
    juror.hint(secondAddress);
    expect([juror.dialled.length, line.closedWith]).toEqual([2, []]);
  });

  test('[S4] another contest’s committee at the address makes it listen, and what it hears waits for its turn', () => {
    open();
    const line = answer();
    line.say({ type: 'bye', reason: 'wrong-committee', message: '' });
    line.cut('wrong-committee');
    expect([status().connection, juror.isListening()]).toEqual(['refused', true]);
    juror.hint(secondAddress);
    expect(juror.dialled).toHaveLength(1);
    hand.pass(limits.reconnectMs);
    expect(juror.lastDial().address).toEqual(secondAddress);
  });

  test('[S4] who refuses it for another reason is the committee: nothing is listened for', () => {
    open();
    const line = answer();
    expectTold(() => line.say({ type: 'bye', reason: 'revoked', message: 'kata' }));
    expect(juror.isListening()).toBe(false);
    expect(status()).toMatchObject({
      connection: 'refused',
      problem: { type: 'refused', reason: 'revoked', message: 'kata' },
    });
    line.cut('revoked');
    expect(hand.awaited()).toContain(limits.reconnectMs);
  });
});

describe('trying again', () => {
  test.each([
    [0, 0.75],
    [128, 1],
    [255, 0.75 + 255 / 512],
  ])('[S1] the drawn byte %i makes a pause %d times as long, so that not all come at once', (byte, times) => {
    open({ random: { bytes: () => Uint8Array.of(byte) } });
    juror.lastDial().fail();
    expect(hand.awaited()).toEqual([250 * times]);
  });

  test('[S1] the same folder in use on two laptops lets them take turns', () => {
    open();
    const line = connected();
    line.cut('replaced');
    expect(hand.awaited()).toContain(limits.reconnectMs);
    hand.pass(limits.reconnectMs);
    connected().cut('cable');
    expect(hand.awaited()).toContain(250);
  });

  test('[S4] who does not answer in time is told so, and the program waits for that', () => {
    open();
    const line = answer();
    expect(hand.awaited()).toEqual([limits.joinTimeoutMs]);
    hand.pass(limits.joinTimeoutMs - 1);
    expect(line.closedWith).toEqual([]);
    hand.pass(1);
    expect([line.closedWith, typesOf(juror.events)]).toEqual([['timeout'], ['refused']]);
    expect(line.heard()).toEqual([{ type: 'bye', reason: 'timeout', message: '' }]);
  });

  test('[S4] who was let in, or has gone, is not told off for being late', () => {
    open();
    const gone = answer();
    hand.pass(5_000);
    gone.cut('cable');
    hand.pass(250);
    const line = connected();
    for (let second = 0; second < 20; second += 1) {
      line.lastSignMs = hand.now() + 1;
      hand.pass(1_000);
    }
    expect([gone.closedWith, line.closedWith, typesOf(juror.events)]).toEqual([[], [], ['joined']]);
    expect(status().connection).toBe('connected');
  });

  test('[S1] to a line that is gone nothing more is said', () => {
    open();
    const line = connected();
    expectTold(() => line.cut('cable'));
    line.heard();
    hand.pass(limits.silenceMs * 2);
    expect([line.heard(), line.closedWith]).toEqual([[], []]);
  });
});

describe('while it is connected', () => {
  test('[S4] it has proven itself on this line, and shows it', () => {
    open();
    const line = answer();
    expect(line.marks).toEqual([]);
    expectTold(() => line.say(welcome(), admitted));
    expect([line.marks, status().connection]).toEqual([['proven'], 'connected']);
  });

  test('[S12] it shows how far the committee’s clock is from its own, also when the line was broken since', () => {
    open();
    expect(status().clockOffsetMs).toBe(0);
    const line = connected();
    expectTold(() => line.say(haveWith([], 1_800_000_000_000 + hand.now() + 65_000)));
    expect(status().clockOffsetMs).toBe(65_000);
    line.cut('cable');
    hand.pass(250);
    connected().say({ type: 'ack', logs: [] });
    expect(status().clockOffsetMs).toBe(65_000);
  });

  test('[S19] a committee from which nothing comes is shown as quiet, and a hint is followed', () => {
    open();
    const line = connected();
    expect(juror.isListening()).toBe(false);
    expectTold(() => hand.pass(limits.quietMs));
    expect([status().connection, juror.isListening()]).toEqual(['quiet', true]);
    juror.hint(secondAddress);
    expect([line.closedWith, juror.dialled.length]).toEqual([['moved'], 1]);
    line.cut('moved');
    hand.pass(250);
    expect(juror.lastDial().address).toEqual(secondAddress);
  });

  test('[S19] one that speaks again is connected, and nothing is listened for', () => {
    open();
    const line = connected();
    hand.pass(limits.quietMs);
    line.lastSignMs = hand.now();
    expectTold(() => hand.pass(limits.tickMs));
    expect([status().connection, juror.isListening(), line.closedWith]).toEqual(['connected', false, []]);
  });

  test('[S8] what is wrong with what it sends is told', () => {
    open();
    const line = connected();
    const wrong = laptops.committee.log.heads().map(({ log }) => batchOf(laptops.committee.log.read(log, 0, wholeLog)));
    line.say({ type: 'entries', batches: wrong.map((batch) => ({ ...batch, log: logIdOf(batch.log) })) });
    expect(juror.events.filter(({ type }) => type === 'problem')).toMatchObject(
      wrong.map(() => ({ type: 'problem', problem: { type: 'refused-entries' } })),
    );
  });

  test('[L13] entries of its own that come back from there are told once each, as many as they are by now', async () => {
    const { dir } = laptops.juror;
    mustExecute(laptops.juror, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '81' });
    const first = laptops.juror.log.read(laptops.log, 0, wholeLog);
    mustExecute(laptops.juror, { type: 'set-score', contestant: 'k1', criterion: 'langkah', value: '82' });
    const own = laptops.juror.log.read(laptops.log, 0, wholeLog);
    laptops.juror.close();
    deleteAfter(dir, laptops.log, own.length - 2);
    withoutEnds(dir);
    const opened = await openContestFolder(dir);
    if (!opened.ok) throw new Error(opened.error.type);
    laptops = { ...laptops, juror: opened.value };
    open();
    const line = connected();
    const returned = () => juror.events.flatMap((event) => (event.type === 'problem' ? [event.problem] : []));
    for (const batch of [first, first, own, own]) line.say({ type: 'entries', batches: [batchOf(batch)] });
    // What is not its own is no such thing.
    mustExecute(laptops.committee, { type: 'show-stage', contestant: 'k1', stage: 'risalah' });
    line.say({ type: 'entries', batches: batchesOf(laptops.committee, 'committee') });
    expect(returned()).toEqual([
      { type: 'own-entries-returned', entries: 1 },
      { type: 'own-entries-returned', entries: 2 },
    ]);
  });
});

/** All that this laptop holds of the logs of that role. */
function batchesOf(from: OpenContest, role: 'committee' | 'seat') {
  return from.log
    .heads()
    .filter(({ log }) => from.openings().get(log)?.role === role)
    .map(({ log }) => batchOf(from.log.read(log, 0, wholeLog)));
}

describe('a committee that has lost facts', () => {
  const ofCommittee = () =>
    laptops.juror.log.heads().filter(({ log }) => laptops.juror.openings().get(log)?.role === 'committee');

  test('[S13] is told how far this laptop holds them', () => {
    open();
    const line = answer();
    line.say(welcome());
    expect(line.heard()).toMatchObject([{ type: 'resume', holds: ofCommittee()[0] }]);
  });

  test('[S13] gets the committee’s own logs, shown as such; nothing is taken from it', async () => {
    open();
    juror.lastDial().fail();
    hand.pass(250);
    const line = answer();
    line.say(welcome());
    line.heard();
    expectTold(() => line.say(recovering));
    expect([line.marks, juror.isListening()]).toEqual([['proven'], false]);
    expect(status()).toMatchObject({ connection: 'connecting', problem: { type: 'committee-recovers' } });
    expect(line.heard()).toMatchObject([{ type: 'have', logs: ofCommittee() }]);
    mustExecute(laptops.committee, { type: 'show-stage', contestant: 'k1', stage: 'risalah' });
    await laptops.committee.keysSettled();
    const before = laptops.juror.log.heads();
    line.say({ type: 'entries', batches: batchesOf(laptops.committee, 'committee') });
    expect(laptops.juror.log.heads()).toEqual(before);
    // However long it is silent, it is not shown as a line that stands.
    hand.pass(limits.quietMs);
    expect(status().connection).toBe('connecting');
  });

  test('[S13] was not joined, so it is not left; the next time it may be', () => {
    open();
    const line = answer();
    line.say(welcome(), recovering);
    line.cut('recovered');
    expect(typesOf(juror.events)).toEqual([]);
    hand.pass(250);
    connected().cut('cable');
    expect(typesOf(juror.events)).toEqual(['joined', 'left']);
    expect(status()).toMatchObject({ connection: 'connecting', problem: null });
  });
});

describe('the own log', () => {
  test('[S7] is at the committee as far as it says; what is kept of that is kept now and then', () => {
    open();
    const line = connected();
    expect(status()).toMatchObject({ atCommittee: 0, laptops: 1 });
    line.say(haveWith([{ ...ownHead(), seq: 1, hash: entryHash(1) }]));
    line.say(haveWith([ownHead()]));
    expect(status()).toMatchObject({ atCommittee: ownHead().seq, laptops: 2 });
    expect(juror.events.filter(({ type }) => type === 'acked')).toEqual([
      { type: 'acked', upTo: 1 },
      { type: 'acked', upTo: ownHead().seq },
    ]);
    expect(juror.confirmed).toEqual([]);
    hand.pass(1_000);
    expect(juror.confirmed).toEqual([ownHead().seq]);
  });

  /** A laptop at seat j2 that has joined and holds nothing yet. */
  async function fresh() {
    const device = makeDeviceKeys();
    const made = await createJurorFolder(path.join(folder, 'j2'), {
      seat: 'j2',
      device,
      committee: laptops.committee.committee,
    });
    if (!made.ok) throw new Error(made.error.type);
    laptops.juror.close();
    laptops = { ...laptops, juror: made.value };
    const before = batchesOf(laptops.committee, 'committee');
    const id = present(made.value.writers()[0], 'a writer').deviceId;
    const { signingKey, boxKey } = device;
    const admit = { type: 'admit-device', device: id, signingKey, boxKey, seat: 'j2', machine: 'laptop' } as const;
    mustExecute(laptops.committee, admit);
    await laptops.committee.keysSettled();
    const begun: string[] = [];
    const beginning: Promise<void>[] = [];
    const contest: LiveContest = {
      ...made.value,
      beginSeatLog: (seat) => {
        begun.push(seat);
        const begins = made.value.beginSeatLog(seat);
        beginning.push(begins);
        return begins;
      },
    };
    /** Until what was begun in the background has come to its end. */
    const settled = async () => {
      for (let turn = 0; turn < 3; turn += 1) {
        await contest.keysSettled();
        await Promise.all(beginning);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    return { contest, before, begun, settled };
  }

  const letIn = (): Line => {
    const line = answer();
    line.say(welcome(), { type: 'admitted', seat: 'j2' });
    return line;
  };

  test('[S9] is begun once the committee’s facts are here and this laptop is among them', async () => {
    const { contest, before, begun, settled } = await fresh();
    open({}, contest);
    const line = letIn();
    expect(begun).toEqual([]);
    line.say({ type: 'entries', batches: before });
    await settled();
    expect(begun).toEqual([]);
    line.say({ type: 'entries', batches: batchesOf(laptops.committee, 'committee') });
    await settled();
    expect(new Set(begun)).toEqual(new Set(['j2']));
    const { log } = present(contest.writers()[0], 'a writer');
    expect(contest.openings().get(log ?? '')).toMatchObject({ role: 'seat', seat: 'j2' });
    // And not again.
    const times = begun.length;
    line.say(haveWith(laptops.committee.log.heads()));
    await settled();
    expect(begun).toHaveLength(times);
  });

  test('[S9] waits for what the seat wrote before, where that is on its way', async () => {
    const { contest, begun, settled } = await fresh();
    open({}, contest);
    const line = letIn();
    line.say(haveWith(laptops.committee.log.heads()));
    line.say({ type: 'entries', batches: batchesOf(laptops.committee, 'committee') });
    await settled();
    expect(begun).toEqual([]);
    line.say({ type: 'entries', batches: batchesOf(laptops.committee, 'seat') });
    await settled();
    expect(begun).toContain('j2');
  });

  test('[S9] is begun without a line too, where everything is here already', async () => {
    const { contest, begun, settled } = await fresh();
    await carry(laptops.committee, laptops.juror);
    expect(begun).toEqual([]);
    open({}, contest);
    await settled();
    expect(begun).toEqual(['j2']);
  });

  test('[S7] that cannot be begun is told', async () => {
    const { contest, settled } = await fresh();
    open({}, { ...contest, beginSeatLog: () => Promise.reject(new Error('no room')) });
    const line = letIn();
    line.say({ type: 'entries', batches: batchesOf(laptops.committee, 'committee') });
    await settled();
    expect(juror.events).toContainEqual({
      type: 'problem',
      problem: { type: 'internal-error', reason: 'no room' },
    });
  });
});

function entryHash(seq: number): Uint8Array {
  const entries: readonly StoredEntry[] = laptops.juror.log.read(laptops.log, seq - 1, wholeLog);
  return present(entries[0], 'it is held').hash;
}

describe('closing', () => {
  test('[S1] ends everything that runs, keeps what was confirmed, and tells nothing more', async () => {
    let listeners = 0;
    const counted: LiveContest = {
      ...laptops.juror,
      subscribe: (listener) => {
        listeners += 1;
        const stop = laptops.juror.subscribe(listener);
        return () => {
          listeners -= 1;
          stop();
        };
      },
    };
    open({}, counted);
    const line = connected();
    line.say(haveWith([ownHead()]));
    expect([listeners > 0, juror.confirmed]).toEqual([true, []]);
    await juror.role.close();
    expect([line.closedWith.at(-1), listeners, hand.left()]).toEqual(['closing', 0, 0]);
    expect(juror.confirmed).toEqual([ownHead().seq]);
    juror.events.length = 0;
    line.cut('closing');
    hand.pass(60_000);
    expect([juror.events, hand.left(), juror.dialled.length]).toEqual([[], 0, 1]);
  });

  test('[S1] before anybody answered ends the attempt and its waiting; who answers then is hung up on', async () => {
    open();
    const other = juror;
    await juror.role.close();
    expect([other.lastDial().isEnded(), hand.left()]).toEqual([true, 0]);
    expect(answer().closedWith).toEqual(['closing']);
  });

  test('[S1] while a laptop proves itself waits for nothing', async () => {
    open();
    const line = answer();
    await juror.role.close();
    expect([line.closedWith, hand.left()]).toEqual([['closing'], 0]);
  });
});
