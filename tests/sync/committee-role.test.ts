/** The committee's role (S3, S5, S8, S11, S17, S19): what it tells, whom it lets in, and how long anybody may wait. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refuse } from '../../shared/domain/facts/errors.ts';
import type { LiveContest } from '../../shared/laptop/live-contest.ts';
import { present } from '../../shared/lib/assert.ts';
import { err } from '../../shared/lib/result.ts';
import { limits } from '../../shared/limits.ts';
import type { CommitteeEvent, CommitteePorts, CommitteeRole } from '../../shared/sync/roles/committee.ts';
import { handTimers, type HandTimers } from '../support/hand-timers.ts';
import {
  openCommitteeEnd,
  openJurorEnd,
  strangerAt,
  typesOf,
  type JurorEnd,
  type KeptInvitations,
  type Wire,
} from '../support/roles-on-wires.ts';
import { mustExecute, twoLaptops, type TwoLaptops } from '../support/two-laptops.ts';

let folder: string;
let laptops: TwoLaptops;
let hand: HandTimers;
let shelf: KeptInvitations;
let committee: CommitteeRole;
let events: CommitteeEvent[];
let juror: JurorEnd;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gelar-committee-'));
  laptops = await twoLaptops(folder, 2);
  hand = handTimers();
  shelf = { kept: [] };
});

afterEach(async () => {
  committee.close();
  await juror.role.close();
  laptops.committee.close();
  laptops.juror.close();
  rmSync(folder, { recursive: true });
});

/** `more`: what of the contest is otherwise. */
function open(more: Partial<LiveContest> = {}, ports: Partial<CommitteePorts> = {}): void {
  ({ role: committee, events } = openCommitteeEnd({ ...laptops.committee, ...more }, hand, shelf, ports));
  committee.begin();
  hand.pass(0);
  juror = openJurorEnd(laptops.juror, hand, () => committee);
}

function join(): Wire {
  const joined = juror.lastDial().connect();
  joined.flow();
  return joined;
}

function stranger(seat: string, secret = invitation(seat).secret) {
  return strangerAt(committee, laptops.committee, hand, seat, secret);
}

function invitation(seat: string) {
  return present(
    committee.invitations().find((each) => each.seat === seat),
    'an invitation',
  );
}

const problems = () => events.filter(({ type }) => type === 'problem');

/** What a status shows is told, a moment after it is different. */
function expectTold(act: () => void): void {
  hand.pass(1_000);
  events.length = 0;
  act();
  hand.pass(100);
  expect(events.map(({ type }) => type)).toContain('changed');
}

describe('a status is told', () => {
  test('[S5] when the port opens, somebody first comes, and an invitation is renewed, tried in vain, left or answered', () => {
    open();
    hand.pass(100);
    expect(events.at(-1)).toEqual({ type: 'changed' });
    expectTold(() => committee.receive(silentConnection()));
    expectTold(() => committee.renewInvitation('j2'));
    expectTold(() => stranger('j2', new Uint8Array(16)));
    hand.pass(limits.joinDelayMs);
    const asks = stranger('j3');
    expectTold(() => committee.answer('j3', false, false));
    asks.flow();
    const leaves = stranger('j3');
    expectTold(() => {
      leaves.cut('cable');
      leaves.flow();
    });
    stranger('j3');
    expectTold(() => committee.answer('j3', true, false));
  });

  test('[S1] when a laptop speaks, falls silent or leaves, and when facts are written', () => {
    open();
    const joined = juror.lastDial().connect();
    expectTold(joined.flow);
    expectTold(() => mustExecute(laptops.committee, { type: 'show-stage', contestant: 'k1', stage: 'risalah' }));
    joined.flow();
    joined.hush();
    expectTold(() => hand.pass(limits.quietMs));
    expect(committee.devices()).toMatchObject([{ connected: true, quiet: true }]);
  });

  test('[S5] of a seat that is no seat nothing is renewed, and nothing told', () => {
    open();
    hand.pass(1_000);
    events.length = 0;
    committee.renewInvitation('nobody');
    hand.pass(1_000);
    expect(events).toEqual([]);
  });
});

/** Somebody who connects and says nothing. */
function silentConnection() {
  const closed: string[] = [];
  return {
    send: () => undefined,
    bufferedBytes: () => 0,
    close: (reason: string) => closed.push(reason),
    exporter: new Uint8Array(32),
    remoteAddress: '192.168.1.66',
    markProven: () => undefined,
    markInvited: () => undefined,
    lastSignMs: () => hand.now(),
    ping: () => undefined,
    pause: () => undefined,
    resume: () => undefined,
    closed,
  };
}

describe('the time at the door', () => {
  test('[S4] is ten seconds for whoever has proven nothing', () => {
    open();
    const connection = silentConnection();
    committee.receive(connection);
    hand.pass(limits.joinTimeoutMs - 1);
    expect(connection.closed).toEqual([]);
    hand.pass(1);
    expect(connection.closed).toEqual(['timeout']);
  });

  test('[S4] whoever is gone before is not hung up on', () => {
    open();
    const connection = silentConnection();
    committee.receive(connection).onClose('cable');
    hand.pass(limits.joinTimeoutMs);
    expect(connection.closed).toEqual([]);
  });

  test('[S5] a laptop with its invitation waits for a person as long as it takes, and is told again that it does', () => {
    open();
    const asks = stranger('j2');
    hand.pass(limits.silenceMs / 3);
    asks.flow();
    expect(asks.heard).toEqual(['waits for Juri 2 (contoh)', 'waits for Juri 2 (contoh)']);
    hand.pass(limits.joinTimeoutMs * 3);
    asks.flow();
    expect(asks.closedWith()).toBeNull();
    expect(committee.answer('j2', true, false).ok).toBe(true);
  });

  test('[S4] a laptop that was let in is not timed out either', () => {
    open();
    const joined = join();
    for (let second = 0; second < 15; second += 1) {
      hand.pass(1_000);
      joined.flow();
    }
    expect(joined.closedWith()).toBeNull();
  });
});

describe('a person admits a laptop', () => {
  test('[S4] in the committee’s name, and only the same person’s earlier scores are opened to it', () => {
    const shared: string[] = [];
    const roles: string[] = [];
    open({
      shareDataKeys: (device) => {
        shared.push(device);
        return laptops.committee.shareDataKeys(device);
      },
      execute: (actor, command) => {
        roles.push(`${actor.role} ${command.type}`);
        return laptops.committee.execute(actor, command);
      },
    });
    stranger('j2');
    committee.answer('j2', true, false);
    expect(shared).toEqual([]);
    stranger('j3');
    committee.answer('j3', true, true);
    expect(shared).toEqual([committee.devices().find(({ seat }) => seat === 'j3')?.device]);
    expect(roles).toEqual(['committee admit-device', 'committee admit-device']);
  });

  test('[S5] the answer is for that laptop alone: asked once more, nobody asks', () => {
    open();
    stranger('j2');
    expect(committee.answer('j2', false, false).ok).toBe(true);
    expect(committee.answer('j2', false, false)).toEqual({
      ok: false,
      error: { type: 'unknown-id', reason: 'nobody-asks' },
    });
    stranger('j3');
    committee.renewInvitation('j3');
    expect(committee.answer('j3', true, false)).toMatchObject({ ok: false, error: { reason: 'nobody-asks' } });
  });

  test('[S5] the invitation is used up before the admission has its effect', () => {
    const states: string[] = [];
    open({
      execute: (actor, command) => {
        states.push(invitation('j2').state);
        return laptops.committee.execute(actor, command);
      },
    });
    stranger('j2');
    committee.answer('j2', true, false);
    expect(states).toEqual(['joined']);
  });

  test('[S5] where the contest refuses that, it goes on waiting, and its invitation is not used up', () => {
    open({ execute: () => refuse({ type: 'unknown-id', reason: 'no-such-seat' }) });
    const asks = stranger('j2');
    expect(committee.answer('j2', true, false)).toMatchObject({ ok: false, error: { reason: 'no-such-seat' } });
    asks.flow();
    expect([asks.heard, asks.closedWith()]).toEqual([['waits for Juri 2 (contoh)'], null]);
    expect(invitation('j2')).toMatchObject({ state: 'asking', machine: 'Laptop Baru' });
    expect(committee.answer('j2', false, false).ok).toBe(true);
  });

  test('[S5] one that joins and never speaks has not joined, nor left', () => {
    open();
    const asks = stranger('j2');
    committee.answer('j2', true, false);
    asks.flow();
    asks.cut('cable');
    asks.flow();
    expect(typesOf(events)).not.toContain('joined');
    expect(typesOf(events)).not.toContain('left');
    expect(committee.devices().map(({ seat, connected }) => [seat, connected])).toContainEqual(['j2', false]);
  });
});

describe('laptops that are connected', () => {
  test('[S1] the same one a second time takes the place of the first, which is told so', () => {
    open();
    const first = join();
    const again = openJurorEnd(laptops.juror, hand, () => committee);
    const second = again.lastDial().connect();
    second.flow();
    first.flow();
    expect([first.closedWith(), second.closedWith()]).toEqual(['replaced', null]);
    expect(committee.devices()).toMatchObject([{ connected: true }]);
    expect(committee.laptops()).toBe(2);
    void again.role.close();
  });

  test('[S7] count as holding everything only where they hold each log to its end', () => {
    open();
    const joined = join();
    expect(committee.laptops()).toBe(2);
    mustExecute(laptops.committee, { type: 'show-stage', contestant: 'k1', stage: 'risalah' });
    expect(committee.laptops()).toBe(1);
    joined.flow();
    expect(committee.laptops()).toBe(2);
  });

  test('[S12] are shown with their clock, and with how much of what they hold is not here', () => {
    open({ receiveAll: (batches) => batches.map(({ log }) => err({ type: 'gap', log, seq: 1 })) });
    const joined = join();
    mustExecute(laptops.juror, { type: 'set-score', contestant: 'k2', criterion: 'langkah', value: '81' });
    hand.pass(limits.tickMs);
    joined.flow();
    hand.pass(limits.tickMs);
    joined.flow();
    expect(committee.devices()).toMatchObject([{ waiting: 1, clockOffsetMs: expect.any(Number) }]);
  });

  test('[S3] are shown without the seats whose scores are entered on this very laptop', async () => {
    expect((await laptops.committee.addLocalSeat('j2')).ok).toBe(true);
    open();
    expect(committee.devices().map(({ seat }) => seat)).toEqual(['j1']);
  });

  test('[S7] while nothing at all is held here, this laptop is the only one', () => {
    open({ log: { ...laptops.committee.log, heads: () => [] } });
    expect(committee.laptops()).toBe(1);
  });

  test('[S8] whose frames cannot be read or cannot be stored are told, the one as theirs, the other as a problem here', () => {
    open({
      receiveAll: () => {
        throw new Error('no room');
      },
    });
    const joined = join();
    mustExecute(laptops.juror, { type: 'set-score', contestant: 'k2', criterion: 'langkah', value: '81' });
    joined.flow();
    expect(problems()).toEqual([
      { type: 'problem', seat: 'j1', problem: { type: 'internal-error', reason: 'no room' } },
    ]);
    expect(joined.closedWith()).toBe('internal-error');
  });

  test('[S8] that send what cannot be read are shown with that', () => {
    open();
    const joined = join();
    joined.toCommittee(Uint8Array.of(0xff));
    joined.flow();
    const message = 'wrong-entries laptop Juri 1 (contoh)';
    expect(problems()).toEqual([
      {
        type: 'problem',
        seat: 'j1',
        machine: 'laptop',
        problem: { type: 'bad-frame', reason: 'malformed-frame' },
        message,
      },
    ]);
    expect(committee.devices()).toMatchObject([{ troubles: [message] }]);
  });

  test('[S7] of which this laptop cannot read a log are told once, and shown with it', () => {
    let unreadable: string[] = [];
    open({ unreadableDevices: () => unreadable });
    const { device } = present(committee.devices()[0], 'a laptop');
    hand.pass(1_000);
    unreadable = [device];
    events.length = 0;
    committee.changed();
    hand.pass(1_000);
    const message = 'unreadable-log laptop Juri 1 (contoh)';
    // The status that was told with it did not show it yet.
    expect(events.map(({ type }) => type)).toEqual(['problem', 'changed', 'changed']);
    committee.changed();
    hand.pass(1_000);
    expect(problems()).toEqual([
      { type: 'problem', seat: 'j1', machine: 'laptop', problem: { type: 'unreadable-log' }, message },
    ]);
    expect(committee.devices()).toMatchObject([{ troubles: [message] }]);
  });
});

test('[L16] a laptop that has sent more than its due does not come around its wait by connecting again', () => {
  open();
  const joined = join();
  // {"type": "x", "y": bytes}: a kind of frame that is not known here.
  const head = Uint8Array.of(0xa2, 0x64, 0x74, 0x79, 0x70, 0x65, 0x61, 0x78, 0x61, 0x79, 0x5a, 0, 0x3f, 0, 0);
  const large = new Uint8Array(head.length + 0x3f_00_00);
  large.set(head);
  for (let time = 0; time < 6; time += 1) joined.toCommittee(large);
  joined.flow();
  joined.cut('cable');
  joined.flow();
  hand.pass(500);
  const again = join();
  const times = () => typesOf(events).filter((type) => type === 'joined').length;
  expect(times()).toBe(1);
  hand.pass(15_000);
  again.flow();
  expect(times()).toBe(2);
});

describe('letting in by itself', () => {
  test('[S17] ends when a code is burnt, and says that it was a guess', () => {
    open();
    committee.admitAll.begin();
    for (let time = 0; time < limits.joinFailures; time += 1) {
      expect(committee.admitAll.untilMs()).not.toBeNull();
      stranger('j2', new Uint8Array(16));
      hand.pass(limits.joinDelayMs);
    }
    expect([committee.admitAll.untilMs(), committee.admitAll.endedByGuess()]).toEqual([null, true]);
    expect(stranger('j3').heard).toEqual(['waits for Juri 3 (contoh)']);
  });

  test('[S17] ends by the clock, and is told', () => {
    open();
    committee.admitAll.begin();
    hand.pass(limits.admitAllMs - 1);
    events.length = 0;
    hand.pass(1_000);
    expect(committee.admitAll.untilMs()).toBeNull();
    expect(committee.admitAll.endedByGuess()).toBe(false);
    expect(events).toContainEqual({ type: 'changed' });
  });

  test('[S17] ended by a person, its hour is no concern of the next', () => {
    open();
    committee.admitAll.begin();
    hand.pass(limits.admitAllMs / 2);
    committee.admitAll.end();
    expect(committee.admitAll.endedByGuess()).toBe(false);
    committee.admitAll.begin();
    hand.pass(limits.admitAllMs / 2);
    expect(committee.admitAll.untilMs()).not.toBeNull();
  });

  test('[S17] begun anew lasts an hour from then', () => {
    open();
    committee.admitAll.begin();
    hand.pass(limits.admitAllMs / 2);
    committee.admitAll.begin();
    hand.pass(limits.admitAllMs - 1);
    expect(committee.admitAll.untilMs()).not.toBeNull();
    committee.admitAll.end();
    expect(committee.admitAll.untilMs()).toBeNull();
  });
});

describe('invitations', () => {
  test('[S5] that are burnt or used are not told again after a restart', () => {
    open();
    for (let time = 0; time < limits.joinFailures; time += 1) {
      stranger('j2', new Uint8Array(16));
      hand.pass(limits.joinDelayMs);
    }
    stranger('j3');
    committee.answer('j3', true, false);
    const seats = committee.invitations().map(({ seat }) => seat);
    committee.close();
    void juror.role.close();
    open();
    const told = events.flatMap((event) => (event.type === 'invitation' ? [event.seat] : []));
    expect(told).toEqual(seats.filter((seat) => seat !== 'j2' && seat !== 'j3'));
  });
});

describe('keys for all laptops', () => {
  test('[L19] are shared when the port opens and whenever facts come, once for what comes together', () => {
    let shares = 0;
    const counted = () => {
      shares += 1;
      return Promise.resolve();
    };
    open({ shareAmongLaptops: counted });
    expect(shares).toBe(1);
    mustExecute(laptops.committee, { type: 'show-stage', contestant: 'k1', stage: 'risalah' });
    mustExecute(laptops.committee, { type: 'show-stage', contestant: null, stage: null });
    expect(shares).toBe(1);
    hand.pass(0);
    expect(shares).toBe(2);
  });

  test('[S13] are not shared, and no seat invited, while what came back is not read', () => {
    let isReading = true;
    let shares = 0;
    open({
      isReading: () => isReading,
      shareAmongLaptops: () => {
        shares += 1;
        return Promise.resolve();
      },
    });
    expect([shares, committee.invitations()]).toEqual([0, []]);
    isReading = false;
    mustExecute(laptops.committee, { type: 'show-stage', contestant: 'k1', stage: 'risalah' });
    hand.pass(0);
    expect(shares).toBe(1);
    expect(committee.invitations().length).toBeGreaterThan(0);
  });
});

test('[S3] once closed it hangs up, runs nothing and tells nothing', () => {
  let listeners = 0;
  let shares = 0;
  open({
    subscribe: (listener) => {
      listeners += 1;
      const stop = laptops.committee.subscribe(listener);
      return () => {
        listeners -= 1;
        stop();
      };
    },
    shareAmongLaptops: () => {
      shares += 1;
      return Promise.resolve();
    },
  });
  const joined = join();
  const asks = stranger('j2');
  committee.admitAll.begin();
  const before = shares;
  mustExecute(laptops.committee, { type: 'show-stage', contestant: 'k1', stage: 'risalah' });
  committee.close();
  void juror.role.close();
  expect([joined.closedWith(), asks.closedWith(), listeners]).toEqual(['closing', 'closing', 0]);
  events.length = 0;
  for (const wire of [joined, asks]) wire.flow();
  hand.pass(limits.admitAllMs);
  expect([typesOf(events), shares, hand.left()]).toEqual([['left'], before, 0]);
});
