/** A laptop and those connected to it (S1, S6, S10, S19): what goes on to whom, what waits, who is silent, and what fails. */
import { Encoder } from 'cbor-x';
import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { present } from '../../shared/lib/assert.ts';
import { toBase32 } from '../../shared/lib/base32.ts';
import { err } from '../../shared/lib/result.ts';
import { limits } from '../../shared/limits.ts';
import type { Batch } from '../../shared/log/receive.ts';
import type { EventLog } from '../../shared/ports.ts';
import { decodeSyncFrame, encodeFrame, type SyncFrame } from '../../shared/sync/protocol.ts';
import type { Budget } from '../../shared/sync/roles/budget.ts';
import {
  createHub,
  failureOf,
  type Hub,
  type HubProblem,
  type Peer,
  type PeerOptions,
} from '../../shared/sync/roles/hub.ts';
import { handPorts, handTimers, type HandTimers } from '../support/hand-timers.ts';
import { contentOf, createLogWriter, receiveInto } from '../support/log-writer.ts';

type Appended = Parameters<Parameters<typeof createHub>[0]['onAppended']>[0];
type Changed = Parameters<Parameters<typeof createHub>[0]['subscribe']>[0];

const all = { entries: 10_000, bytes: 100_000_000 };

let hand: HandTimers;
let log: EventLog;
let hub: Hub;
/** What the hub has told, in words. */
let told: string[];
let problems: HubProblem[];
/** The ids of the batches that the contest was asked to take in. */
let asked: string[];
/** Logs whose writers are not admitted here. */
let unknownWriters: Set<string>;
let roles: Map<string, 'committee' | 'seat'>;
let failure: Error | null;
let isDisk: boolean;
/** How long taking in anything takes here. */
let workMs: number;
let appendedListeners: Set<Appended>;
let changedListeners: Set<Changed>;

beforeEach(() => {
  hand = handTimers();
  log = createMemoryLog();
  [told, problems, asked, failure, isDisk, workMs] = [[], [], [], null, false, 0];
  let workedMs = 0;
  [unknownWriters, roles, appendedListeners, changedListeners] = [new Set(), new Map(), new Set(), new Set()];
  hub = createHub(
    {
      log,
      openings: () => new Map([...roles].map(([id, role]) => [id, { role }])),
      receiveAll: (batches) => {
        if (failure !== null) throw failure;
        workedMs += workMs;
        asked.push(...batches.map((batch) => batch.log));
        return batches.map(take);
      },
      onAppended: (listener) => listening(appendedListeners, listener),
      subscribe: (listener) => listening(changedListeners, listener),
    },
    { ...handPorts(hand, 'hub'), elapsedMs: () => hand.now() + workedMs, isStorageError: () => isDisk },
    {
      onStored: (peer, entries) => told.push(`${peer.name} brought ${entries.length}`),
      onProblem: (peer, problem) => {
        told.push(`${peer.name}: ${problem.type}`);
        problems.push(problem);
      },
      onHeard: (peer) => told.push(`heard ${peer.name}`),
      onQuiet: (peer) => told.push(`${peer.name} ${peer.isQuiet() ? 'is quiet' : 'speaks again'}`),
    },
  );
});

function take(batch: Batch): ReturnType<typeof receiveInto> {
  if (unknownWriters.has(batch.log)) return err({ type: 'not-yet', log: batch.log, seq: 1 });
  return receiveInto(log, batch);
}

function listening<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

interface Laptop {
  readonly peer: Peer;
  /** What this laptop was sent since it was last asked. */
  readonly heard: () => readonly SyncFrame[];
  readonly say: (frame: SyncFrame | Uint8Array) => void;
  /** Pings, and pauses and resumes of reading. */
  readonly signals: string[];
  readonly closedWith: string[];
  lastSignMs: number;
}

/** A laptop that has proven itself and is connected now. */
function laptop(name: string, options?: PeerOptions): Laptop {
  const sent: SyncFrame[] = [];
  const signals: string[] = [];
  const closedWith: string[] = [];
  const state = { lastSignMs: 0 };
  const peer = hub.add(
    name,
    {
      send: (frame) => {
        const decoded = decodeSyncFrame(frame);
        sent.push(present(decoded.ok ? decoded.value : null, 'a frame that can be read'));
      },
      bufferedBytes: () => 0,
      close: (reason) => closedWith.push(reason),
      exporter: new Uint8Array(32),
      remoteAddress: '192.168.1.20',
      markProven: () => undefined,
      markInvited: () => undefined,
      lastSignMs: () => state.lastSignMs,
      ping: () => signals.push('ping'),
      pause: () => signals.push('pause'),
      resume: () => signals.push('resume'),
    },
    options,
  );
  return Object.assign(state, {
    peer,
    heard: () => sent.splice(0),
    say: (frame: SyncFrame | Uint8Array) => peer.deliver(frame instanceof Uint8Array ? frame : encodeFrame(frame)),
    signals,
    closedWith,
  });
}

/** A log that is held elsewhere, and the frame that brings it. */
function logElsewhere(seed: number) {
  const other = createMemoryLog();
  const { id } = createLogWriter(other, seed);
  const head = present(other.head(id), 'it was begun');
  return { id, head, frame: framesOf(other, id) };
}

function framesOf(from: EventLog, id: string): SyncFrame & { readonly type: 'entries' } {
  const entries = from.read(id, 0, all);
  const signature = present(entries.at(-1)?.signature, 'the end is signed');
  return { type: 'entries', batches: [{ log: id, entries: entries.map(({ bytes }) => bytes), signature }] };
}

const typesOf = (frames: readonly SyncFrame[]) => frames.map(({ type }) => type);

function reset(): void {
  for (const listener of changedListeners) listener({ type: 'reset' });
}

function second(): void {
  hand.pass(limits.tickMs);
}

describe('what goes on to whom', () => {
  test('[S10] what one laptop brings is confirmed to it and goes on to every other at once', () => {
    const [a, b, c] = [laptop('a'), laptop('b'), laptop('c')];
    for (const each of [a, b, c]) expect(typesOf(each.heard())).toEqual(['have']);
    const { id, frame } = logElsewhere(1);
    a.say(frame);
    hand.pass(0);
    expect(typesOf(a.heard())).toEqual(['ack']);
    for (const each of [b, c]) expect(each.heard()).toMatchObject([{ type: 'entries', batches: [{ log: id }] }]);
    expect(told).toEqual(['a brought 1', 'heard a']);
  });

  test('[S10] what is known here already is confirmed again, and told to nobody', () => {
    const { frame } = logElsewhere(1);
    const a = laptop('a');
    a.say(frame);
    a.say(frame);
    hand.pass(0);
    expect(typesOf(a.heard())).toEqual(['have', 'ack', 'ack']);
    expect(told).toEqual(['a brought 1', 'heard a', 'heard a']);
  });

  test('[S1] what is written here goes to all at once', () => {
    const [a, b] = [laptop('a'), laptop('b')];
    const { id } = createLogWriter(log, 1);
    for (const listener of appendedListeners) listener([]);
    hand.pass(0);
    for (const each of [a, b]) expect(each.heard()).toMatchObject([{ type: 'have' }, { batches: [{ log: id }] }]);
  });

  test('[S6] each is told how far the others hold a log, not how far it holds it itself', () => {
    const [a, b] = [laptop('a'), laptop('b')];
    const { head, frame } = logElsewhere(1);
    a.say(frame);
    hand.pass(0);
    a.heard();
    b.heard();
    second();
    expect(b.heard()).toMatchObject([{ type: 'have', logs: [{ log: head.log, seq: 1, copies: [1] }] }]);
    expect(a.heard()).toMatchObject([{ type: 'have', logs: [{ log: head.log, seq: 1, copies: [] }] }]);
  });

  test('[S22] the committee’s log leaves before all others, however much it is', () => {
    const [one, other] = [createLogWriter(log, 1), createLogWriter(log, 2)];
    one.write(5);
    other.write(1);
    const orderFor = (name: string) => {
      const connected = laptop(name);
      connected.say({ type: 'have', version: 3, application: 'uji', clockMs: 0, logs: [] });
      hand.pass(0);
      return connected
        .heard()
        .flatMap((frame) => (frame.type === 'entries' ? frame.batches.map((batch) => batch.log) : []));
    };
    roles.set(one.id, 'seat');
    expect(orderFor('a')).toEqual([other.id, one.id]);
    roles.set(one.id, 'committee');
    expect(orderFor('b')).toEqual([one.id, other.id]);
  });

  test('[S22] what has no hurry goes on once nothing new has come for a while, from here or from another', () => {
    const a = laptop('a', { isLater: (id) => roles.get(id) === 'seat' });
    const brings = laptop('b');
    const { id, write } = createLogWriter(log, 1);
    roles.set(id, 'seat');
    const entriesAfter = (ms: number) => {
      a.heard();
      hand.pass(ms);
      return typesOf(a.heard()).filter((type) => type === 'entries').length;
    };
    for (const listener of appendedListeners) listener([]);
    expect(entriesAfter(limits.spreadQuietMs - limits.tickMs)).toBe(0);
    brings.say(logElsewhere(2).frame);
    expect(entriesAfter(0)).toBe(1);
    a.say({
      type: 'have',
      version: 3,
      application: 'uji',
      clockMs: 0,
      logs: log.heads().filter((head) => head.log !== id),
    });
    expect(entriesAfter(limits.spreadQuietMs - limits.tickMs)).toBe(0);
    expect(entriesAfter(limits.tickMs)).toBe(1);
    write(1);
    for (const listener of appendedListeners) listener([]);
    a.say({ type: 'ack', logs: [{ log: id, seq: 1, hash: present(log.read(id, 0, all)[0], 'the first').hash }] });
    expect(entriesAfter(limits.spreadQuietMs - limits.tickMs)).toBe(0);
    expect(entriesAfter(limits.tickMs)).toBe(1);
  });

  test('[S1] a laptop that is gone gets nothing more, and another of the same name goes on', () => {
    const [gone, stays] = [laptop('a'), laptop('a')];
    hub.remove(gone.peer);
    expect(hub.peers()).toEqual([stays.peer]);
    gone.heard();
    stays.heard();
    second();
    gone.say(logElsewhere(1).frame);
    hand.pass(0);
    expect([typesOf(gone.heard()), typesOf(stays.heard())]).toEqual([[], ['have']]);
    expect(asked).toEqual([]);
  });
});

describe('a connection about some logs only', () => {
  test('[S13] shows these, takes what it may, and refuses the rest of the same frame by name', () => {
    const [shown, hidden] = [createLogWriter(log, 1), createLogWriter(log, 2)];
    const [wanted, other] = [logElsewhere(3), logElsewhere(4)];
    const a = laptop('a', {
      scope: {
        shown: () => log.heads().filter(({ log: id }) => id === shown.id),
        accepts: (batch) => batch.log === wanted.id,
      },
    });
    expect(a.heard()).toMatchObject([{ type: 'have', logs: [{ log: shown.id }] }]);
    a.say({ type: 'entries', batches: [...other.frame.batches, ...wanted.frame.batches] });
    hand.pass(0);
    expect(asked).toEqual([wanted.id]);
    expect(a.heard()).toMatchObject([{ type: 'ack', logs: [{ log: wanted.id }] }]);
    expect(told).toEqual(['a brought 1', 'a: refused-entries', 'heard a']);
    expect(problems).toEqual([{ type: 'refused-entries', log: other.id, seq: 1, reason: 'bad-opening' }]);
    second();
    expect(JSON.stringify(a.heard())).not.toContain(hidden.id);
  });
});

describe('who is silent', () => {
  test('[S19] is asked at every tick, told once as quiet, and told when it speaks again', () => {
    const a = laptop('a');
    hand.pass(limits.quietMs - 1);
    expect(told).toEqual([]);
    hand.pass(limits.tickMs);
    expect(told).toEqual(['a is quiet']);
    second();
    expect(told).toEqual(['a is quiet']);
    a.lastSignMs = hand.now();
    second();
    expect(told).toEqual(['a is quiet', 'a speaks again']);
    expect(a.signals).toEqual(Array.from({ length: 7 }, () => 'ping'));
    expect(a.closedWith).toEqual([]);
  });

  test('[S19] is hung up on once it was silent for too long, and the others are not', () => {
    const [a, b] = [laptop('a'), laptop('b')];
    for (let time = 0; time < limits.silenceMs / limits.tickMs; time += 1) {
      b.lastSignMs = hand.now() + 1;
      second();
    }
    expect(a.closedWith).toEqual([]);
    second();
    expect([a.closedWith, b.closedWith]).toEqual([['silent'], []]);
    expect(hub.peers()).toEqual([b.peer]);
  });

  test('[S19] is nobody whose frames wait here to be worked off', () => {
    const slow: Budget = { spend: () => undefined, waitMs: () => 3_600_000 };
    const a = laptop('a', { budget: slow });
    a.say(logElsewhere(1).frame);
    hand.pass(limits.silenceMs * 2);
    expect([told, a.closedWith, asked]).toEqual([[], [], []]);
  });
});

/** Entries of a log that nobody could read, as a frame of that many bytes. */
function frameOfBytes(log26: string, bytes: number): Uint8Array {
  const made = (lengths: readonly number[]) =>
    encodeFrame({
      type: 'entries',
      batches: [
        { log: log26, entries: lengths.map((length) => new Uint8Array(length)), signature: new Uint8Array(64) },
      ],
    });
  const large = Array.from({ length: Math.floor(bytes / limits.entryBytes) }, () => limits.entryBytes - 1_000);
  const rest = bytes - made([...large, 100_000]).length;
  return made([...large, 100_000 + rest]);
}

describe('entries whose writer is not admitted here yet', () => {
  test('[L6] are looked at once more when the facts are read anew, without being sent again', () => {
    const { id, head, frame } = logElsewhere(1);
    unknownWriters.add(id);
    const a = laptop('a');
    a.say({ type: 'have', version: 3, application: 'uji', clockMs: 0, logs: [head] });
    a.say(frame);
    hand.pass(0);
    expect([contentOf(log), [...a.peer.link.later]]).toEqual([[], [id]]);
    for (const listener of changedListeners) listener({ type: 'appended', events: [] });
    hand.pass(0);
    expect(asked).toEqual([id]);
    reset();
    hand.pass(0);
    // Not yet either: it waits on.
    expect([asked, contentOf(log), [...a.peer.link.later]]).toEqual([[id, id], [], [id]]);
    unknownWriters.clear();
    a.heard();
    reset();
    hand.pass(0);
    expect([log.head(id)?.seq, [...a.peer.link.later]]).toEqual([1, []]);
    expect(typesOf(a.heard())).toContain('ack');
    reset();
    hand.pass(0);
    expect(asked).toEqual([id, id, id]);
    expect(told).toEqual(['heard a', 'heard a', 'heard a', 'a brought 1', 'heard a']);
  });

  test('[L6] alone are looked at again: not what came right, or wrong, or says something else', () => {
    const [unknown, known] = [logElsewhere(1), logElsewhere(2)];
    unknownWriters.add(unknown.id);
    const [a, b] = [laptop('a'), laptop('b')];
    const have: SyncFrame = { type: 'have', version: 3, application: 'uji', clockMs: 0, logs: [] };
    const cut = logElsewhere(3).frame.batches.map((batch) => ({ ...batch, entries: [Uint8Array.of(1)] }));
    for (const frame of [have, known.frame, unknown.frame, have, { type: 'entries' as const, batches: cut }])
      a.say(frame);
    b.say(known.frame);
    hand.pass(0);
    expect(problems).toMatchObject([{ type: 'refused-entries' }]);
    [asked, told] = [[], []];
    b.heard();
    reset();
    hand.pass(0);
    expect([asked, told]).toEqual([[unknown.id], ['heard a']]);
    // Nothing waits for the other laptop, so it is told nothing.
    expect(b.heard()).toEqual([]);
  });

  test('[L6] are looked at again also where they came together with others', () => {
    const [unknown, known] = [logElsewhere(1), logElsewhere(2)];
    unknownWriters.add(unknown.id);
    const a = laptop('a');
    a.say({ type: 'entries', batches: [...known.frame.batches, ...unknown.frame.batches] });
    hand.pass(0);
    expect(contentOf(log)).toHaveLength(1);
    unknownWriters.clear();
    reset();
    hand.pass(0);
    expect(contentOf(log)).toHaveLength(2);
  });

  test('[L6] are kept up to a bound; what is beyond it comes anew', () => {
    const a = laptop('a');
    const ids = [1, 2, 3].map((count) => toBase32(nodeCrypto.hash(Uint8Array.of(count)).slice(0, 16)));
    const [first = '', last = '', beyond = ''] = ids;
    for (const id of ids) unknownWriters.add(id);
    const half = limits.postponedBytes / 2;
    a.say(frameOfBytes(first, half));
    a.say(frameOfBytes(beyond, half + 1));
    a.say(frameOfBytes(last, half));
    hand.pass(0);
    expect(asked).toEqual([first, beyond, last]);
    asked.length = 0;
    a.heard();
    reset();
    hand.pass(0);
    expect(asked).toEqual([first, last]);
    // The other side is told where this one stands, and what is beyond is waited for again.
    expect(typesOf(a.heard())).toEqual(['have']);
    expect([...a.peer.link.later]).toEqual([first, last]);
  });
});

/** A frame of a type that a newer version may have, of that many bytes. */
function unknownFrame(bytes: number): Uint8Array {
  const codec = new Encoder({ useRecords: false, tagUint8Array: false, variableMapSize: true });
  const made = (length: number) => new Uint8Array(codec.encode({ type: 'telepathy', text: new Uint8Array(length) }));
  return made(bytes - (made(100_000).length - 100_000));
}

describe('frames that come faster than they are worked off', () => {
  const half = limits.inboxBytes / 2;

  test('[S10] reading pauses once more than the bound waits, and goes on when less than half of it is left', () => {
    const a = laptop('a', { budget: { spend: () => undefined, waitMs: () => 10 } });
    a.say(unknownFrame(half));
    a.say(unknownFrame(half - 100_000));
    a.say(unknownFrame(100_000));
    expect(a.signals).toEqual([]);
    a.say(unknownFrame(100_001));
    expect(a.signals).toEqual(['pause']);
    a.say(unknownFrame(100_001));
    expect(a.signals).toEqual(['pause']);
    hand.pass(10);
    expect([told, a.signals]).toEqual([['heard a'], ['pause']]);
    hand.pass(10);
    expect([told.length, a.signals]).toEqual([2, ['pause', 'resume']]);
    hand.pass(100);
    expect([told.length, a.signals]).toEqual([5, ['pause', 'resume']]);
    a.say(unknownFrame(half));
    a.say(unknownFrame(half));
    a.say(unknownFrame(100_000));
    expect(a.signals).toEqual(['pause', 'resume', 'pause']);
    // What is left is half of it and a little, then half of it to the byte.
    hand.pass(10);
    a.say(unknownFrame(half - 100_000));
    expect(a.signals).toEqual(['pause', 'resume', 'pause']);
    hand.pass(10);
    expect(a.signals).toEqual(['pause', 'resume', 'pause']);
    hand.pass(10);
    expect(a.signals).toEqual(['pause', 'resume', 'pause', 'resume']);
  });

  test('[S10] one laptop’s frames take turns with another’s', () => {
    const [a, b] = [laptop('a'), laptop('b')];
    for (const each of [a, a, b, b]) each.say(unknownFrame(200_000));
    hand.pass(0);
    expect(told).toEqual(['heard a', 'heard b', 'heard a', 'heard b']);
  });

  test('[S10] after some milliseconds of it everything else has its turn, however many laptops there are', () => {
    workMs = 6;
    const laptops = [laptop('a'), laptop('b'), laptop('c')];
    for (const [at, each] of laptops.entries()) each.say(logElsewhere(at + 1).frame);
    hand.timers.soon(() => told.push('the window'));
    hand.pass(0);
    expect(told.filter((each) => !each.includes('brought'))).toEqual(['heard a', 'the window', 'heard b', 'heard c']);
  });

  test('[L16] whoever sends more than its due waits so long, and what each frame costs is counted', () => {
    const spent: number[] = [];
    let waitMs = 0;
    const a = laptop('a', { budget: { spend: (bytes, nowMs) => spent.push(bytes, nowMs), waitMs: () => waitMs } });
    a.say(unknownFrame(200_000));
    hand.pass(0);
    waitMs = 700;
    a.say(unknownFrame(300_000));
    a.say(unknownFrame(400_000));
    hand.pass(699);
    expect(told).toEqual(['heard a']);
    hand.pass(1);
    expect([told.length, spent]).toEqual([2, [200_000, 0, 300_000, 700]]);
    waitMs = 0;
    hand.pass(700);
    expect(spent.slice(4)).toEqual([400_000, 1_400]);
  });

  test('[S1] what waits is forgotten when the laptop is hung up on', () => {
    const spent: number[] = [];
    const a = laptop('a', { budget: { spend: (bytes) => spent.push(bytes), waitMs: () => 0 } });
    a.say(logElsewhere(1).frame);
    a.peer.close('revoked');
    hand.pass(0);
    expect([asked, told, a.closedWith, hub.peers()]).toEqual([[], [], ['revoked'], []]);
    // Nor is it charged for when it comes back.
    expect(spent).toEqual([]);
  });
});

describe('what fails', () => {
  test.each([
    [true, 'storage-failed'],
    [false, 'internal-error'],
  ])('[S7] while storing ends that connection, told as what it is (the disk: %j), and no other', (isTheDisk, type) => {
    const [a, b] = [laptop('a'), laptop('b')];
    a.heard();
    [failure, isDisk] = [new Error('no room'), isTheDisk];
    a.say(logElsewhere(1).frame);
    hand.pass(0);
    expect([told, a.closedWith, a.heard()]).toEqual([[`a: ${type}`], [type], []]);
    expect(hub.peers()).toEqual([b.peer]);
    failure = null;
    b.say(logElsewhere(1).frame);
    hand.pass(0);
    expect(told.slice(1)).toEqual(['b brought 1', 'heard b']);
  });
});

test('what was thrown and is no error has no reason of its own', () => {
  expect(failureOf({ isStorageError: () => false }, 'x')).toEqual({ type: 'internal-error', reason: 'unknown' });
});

test('[S1] once closed it hangs up on everybody, listens to nothing and says nothing more', () => {
  const [a, b] = [laptop('a'), laptop('b')];
  hub.close();
  expect([a.closedWith, b.closedWith, hub.peers()]).toEqual([['closing'], ['closing'], []]);
  expect([appendedListeners.size, changedListeners.size]).toEqual([0, 0]);
  a.heard();
  hand.pass(limits.silenceMs * 2);
  expect([a.heard(), a.signals, told, hand.left()]).toEqual([[], [], [], 0]);
});
