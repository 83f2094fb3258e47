/** [S22] Which laptops carry a log at once, and that the others get it when nothing else is to be done. */
import { describe, expect, test } from 'vitest';
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { emptyContest, type Contest, type Device } from '../../shared/domain/contest.ts';
import { present } from '../../shared/lib/assert.ts';
import { toBase32 } from '../../shared/lib/base32.ts';
import { limits } from '../../shared/limits.ts';
import { decodeSyncFrame, encodeFrame as encoded, type SyncFrame } from '../../shared/sync/protocol.ts';
import { createSpread, createSpreadTurns } from '../../shared/sync/roles/spread.ts';
import { createLink, missingHere, step, type SyncInput, type SyncPorts } from '../../shared/sync/step.ts';
import { createLogWriter } from '../support/log-writer.ts';

const idOf = (name: string) => toBase32(nodeCrypto.hash(new TextEncoder().encode(name)).slice(0, 16));

/** A venue of so many jurors, one laptop and one log each; `revoked`: those whose laptop was taken out. */
function venue(jurors: number, revoked: readonly number[] = []) {
  const seats = Array.from({ length: jurors }, (_, index) => `juri-${index + 1}`);
  const devices = seats.map((seat, index): Device => {
    const isRevoked = revoked.includes(index + 1);
    const taken = isRevoked ? { atMs: 0, reason: 'hilang', upTo: [] } : null;
    return { device: idOf(seat), signingKey: '', boxKey: '', seat, machine: seat, admittedAtMs: 0, revoked: taken };
  });
  const openings = new Map(seats.map((seat) => [idOf(`log ${seat}`), { seat: seat as string | null }]));
  openings.set(idOf('log panitia'), { seat: null });
  let contest: Contest = { ...emptyContest, devices: new Map(devices.map((each) => [each.device, each])) };
  /** That laptop is taken out, while the contest goes on. */
  const revoke = (seat: string) => {
    const taken = { atMs: 0, reason: 'hilang', upTo: [] };
    contest = {
      ...contest,
      devices: new Map(
        [...contest.devices].map(([id, each]) => [id, each.seat === seat ? { ...each, revoked: taken } : each]),
      ),
    };
  };
  const spread = createSpread({ contest: () => contest, openings: () => openings }, nodeCrypto);
  const holders = (seat: string) =>
    seats.filter((other) => other !== seat && !spread.isLater(idOf(other), idOf(`log ${seat}`)));
  return { seats, spread, holders, revoke };
}

describe('who carries a log at once', () => {
  test('[S22] everybody, of up to five jurors; of more, as many as the contest says and never the writer', () => {
    const five = venue(limits.jurorsWithAllCopies);
    for (const seat of five.seats) expect(five.holders(seat)).toHaveLength(limits.jurorsWithAllCopies - 1);
    const six = venue(limits.jurorsWithAllCopies + 1);
    for (const seat of six.seats) expect(six.holders(seat)).toHaveLength(limits.copies);
  });

  test('[S22] the committee’s log and what a laptop’s own seat wrote go at once to whoever it is', () => {
    const { seats, spread } = venue(20);
    for (const seat of seats) {
      expect(spread.isLater(idOf(seat), idOf('log panitia'))).toBe(false);
      expect(spread.isLater(idOf(seat), idOf(`log ${seat}`))).toBe(false);
    }
  });

  test('[S22] the work is shared: of 60 laptops none carries a tenth of all logs, and hardly one carries none', () => {
    const { seats, holders } = venue(60);
    const carried = new Map(seats.map((seat) => [seat, 0]));
    for (const seat of seats) for (const holder of holders(seat)) carried.set(holder, (carried.get(holder) ?? 0) + 1);
    const counts = [...carried.values()];
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60 * limits.copies);
    expect(Math.max(...counts)).toBeLessThanOrEqual(7);
    expect(counts.filter((count) => count === 0).length).toBeLessThan(20);
  });

  test('[S22] a revoked laptop carries nothing further, and only its logs move', () => {
    const before = venue(20);
    const after = venue(20, [7]);
    for (const seat of before.seats) {
      const [old, next] = [before.holders(seat), after.holders(seat)];
      expect(next).not.toContain('juri-7');
      expect(next).toHaveLength(limits.copies);
      if (!old.includes('juri-7')) expect(next).toEqual(old);
    }
  });
});

test('[S22] what was drawn is drawn anew once a laptop is taken out', () => {
  const { seats, holders, revoke } = venue(20);
  const before = seats.map(holders);
  expect(seats.map(holders)).toEqual(before);
  const gone = present(before[0]?.[0], 'somebody carries it');
  revoke(gone);
  const after = seats.map(holders);
  expect(after.flat()).not.toContain(gone);
  expect(after.every((each) => each.length === limits.copies)).toBe(true);
});

test('[S22] a log of which nothing is known has no reason to wait, and a laptop that is not known carries none', () => {
  const { seats, spread } = venue(20);
  expect(spread.isLater(idOf(seats[0] ?? ''), idOf('log of nobody'))).toBe(false);
  expect(spread.isLater(idOf('nobody'), idOf(`log ${seats[0]}`))).toBe(true);
});

test('[S22] turns come a while after the last new entry, a few each tick, and what comes new takes them back', () => {
  let nowMs = 0;
  const turns = createSpreadTurns(() => nowMs);
  const taken = () => Array.from({ length: limits.spreadPerTick + 1 }, turns.take);
  nowMs = limits.spreadQuietMs - 1;
  turns.tick();
  expect(taken()).toEqual([false, false, false]);
  nowMs += 1;
  turns.tick();
  expect(taken()).toEqual([true, true, false]);
  turns.tick();
  expect(turns.take()).toBe(true);
  turns.somethingNew();
  expect(turns.take()).toBe(false);
  nowMs += limits.spreadQuietMs - 1;
  turns.tick();
  expect(turns.take()).toBe(false);
});

/** The committee's end of a link, with a log that has no hurry and one that has. */
function committeeEnd() {
  const log = createMemoryLog();
  const later = createLogWriter(log, 1);
  const soon = createLogWriter(log, 2);
  const said: SyncFrame[] = [];
  const link = createLink();
  const turn = { maySpread: false, asked: 0 };
  let left = 0;
  const ports: SyncPorts = {
    log,
    clock: { nowMs: () => 0 },
    elapsedMs: () => 0,
    application: 'uji',
    transport: {
      send: (frame) => {
        const decoded = decodeSyncFrame(frame);
        if (decoded.ok && decoded.value !== null) said.push(decoded.value);
      },
      // As a socket: what was said in this turn has not left yet.
      bufferedBytes: () => (said.length - left) * 100,
      close: () => undefined,
    },
    receive: () => [],
    copiesOf: () => [],
    report: () => undefined,
    isLater: (id) => id === later.id,
    maySpread: () => {
      turn.asked += 1;
      return turn.maySpread;
    },
  };
  const run = (input: SyncInput) => {
    step(ports, link, input);
    left = said.length;
  };
  const sentLogs = () =>
    said.flatMap((frame) => (frame.type === 'entries' ? frame.batches.map((batch) => batch.log) : []));
  const confirm = (id: string) => {
    const head = log.head(id);
    if (head !== null) link.their.set(id, head);
  };
  return { log, link, later, soon, said, turn, run, sentLogs, confirm };
}

describe('a log that has no hurry', () => {
  test('[S22] stays here while it is written, and leaves in a tick that has room, after all others', () => {
    const { later, soon, turn, run, sentLogs, confirm } = committeeEnd();
    later.write(3);
    soon.write(3);
    run({ type: 'appended' });
    expect(sentLogs()).toEqual([soon.id]);
    turn.maySpread = true;
    run({ type: 'tick' });
    // What has a hurry is not confirmed yet.
    expect(sentLogs()).toEqual([soon.id]);
    confirm(soon.id);
    turn.maySpread = false;
    run({ type: 'tick' });
    expect(sentLogs()).toEqual([soon.id]);
    turn.maySpread = true;
    run({ type: 'appended' });
    expect(sentLogs()).toEqual([soon.id]);
    run({ type: 'tick' });
    expect(sentLogs()).toEqual([soon.id, later.id]);
  });

  test('[S22] one frame at a time: no turn is asked for while one is on its way, nor when nothing is lacking', () => {
    const { later, soon, turn, run, sentLogs, confirm } = committeeEnd();
    turn.maySpread = true;
    confirm(soon.id);
    later.write(limits.frameEntries * 2);
    run({ type: 'tick' });
    expect(turn.asked).toBe(1);
    run({ type: 'tick' });
    expect([turn.asked, sentLogs()]).toEqual([1, [later.id]]);
    confirm(later.id);
    run({ type: 'tick' });
    expect(turn.asked).toBe(1);
  });

  test('[S22] is told of as such, and nobody waits for it', () => {
    const { log, later, soon, said, run } = committeeEnd();
    later.write(3);
    run({ type: 'opened' });
    const have = said[0];
    if (have?.type !== 'have') throw new Error('a have');
    const isLater = new Map(have.logs.map((each) => [each.log, each.later === true]));
    expect([isLater.get(later.id), isLater.get(soon.id), isLater.size]).toEqual([true, false, 2]);
    const juror = createLink();
    const silent: SyncPorts = {
      log: createMemoryLog(),
      clock: { nowMs: () => 0 },
      elapsedMs: () => 0,
      application: 'uji',
      transport: { send: () => undefined, bufferedBytes: () => 0, close: () => undefined },
      receive: () => [],
      copiesOf: () => [],
      report: () => undefined,
    };
    step(silent, juror, { type: 'frame', frame: encoded(have) });
    expect(missingHere(silent.log, juror)).toBe(log.head(soon.id)?.seq);
  });
});
