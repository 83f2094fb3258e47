/** Both roles on real folders, over a wire and a clock that the test holds in its hand: what each tells, and when it tries again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeDeviceKeys, nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { openContestFolder } from '../../electron/contest/open-contest.ts';
import { base32Bytes } from '../../shared/lib/base32.ts';
import { present } from '../../shared/lib/assert.ts';
import { limits } from '../../shared/limits.ts';
import { deviceIdOf } from '../../shared/log/entry.ts';
import type { CommitteeEvent, CommitteeRole } from '../../shared/sync/roles/committee.ts';
import type { JurorEvent, JurorRole } from '../../shared/sync/roles/juror.ts';
import { createLaptopTroubles, type NamedLaptop, type ToldTrouble } from '../../shared/sync/roles/laptop-troubles.ts';
import { handTimers, type HandTimers } from '../support/hand-timers.ts';
import {
  firstAddress,
  openCommitteeEnd,
  openJurorEnd,
  secondAddress,
  strangerAt,
  typesOf,
  type Dialled,
  type JurorEnd,
  type KeptInvitations,
  type Wire,
} from '../support/roles-on-wires.ts';
import { deleteAfter, withoutEnds } from '../support/damage.ts';
import { carry, mustExecute, twoLaptops, type TwoLaptops } from '../support/two-laptops.ts';

let folder: string;
let laptops: TwoLaptops;
let hand: HandTimers;
let shelf: KeptInvitations;
let committee: CommitteeRole;
let committeeEvents: CommitteeEvent[];
let juror: JurorRole;
let jurorEnd: JurorEnd;
let jurorEvents: JurorEvent[];
let dialled: Dialled[];

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gelar-roles-'));
  laptops = await twoLaptops(folder, 3);
  hand = handTimers();
  shelf = { kept: [] };
  openCommittee();
  jurorEnd = openJurorEnd(laptops.juror, hand, () => committee);
  ({ role: juror, events: jurorEvents, dialled } = jurorEnd);
});

afterEach(async () => {
  committee.close();
  await juror.close();
  laptops.committee.close();
  laptops.juror.close();
  rmSync(folder, { recursive: true });
});

function openCommittee(): void {
  ({ role: committee, events: committeeEvents } = openCommitteeEnd(laptops.committee, hand, shelf));
  committee.begin();
  hand.pass(0);
}

function lastDial(): Dialled {
  return jurorEnd.lastDial();
}

function join(): Wire {
  const joined = lastDial().connect();
  joined.flow();
  return joined;
}

describe('a laptop that comes back', () => {
  test('[S1] [S4] is let in by its key; both say that it has joined, and what each then shows', () => {
    expect(juror.status()).toMatchObject({
      connection: 'connecting',
      problem: null,
      laptops: 1,
      committeeAddress: '192.168.1.10:47470',
    });
    expect(committee.devices()).toMatchObject([{ seat: 'j1', connected: false, lastSeenAtMs: null, version: null }]);
    expect(committee.laptops()).toBe(1);
    const { marks } = join();
    expect(marks.toSorted()).toEqual(['committee proven', 'juror proven']);
    expect(typesOf(jurorEvents)).toEqual(['joined', 'acked']);
    expect(committeeEvents.filter(({ type }) => type === 'joined')).toEqual([{ type: 'joined', seat: 'j1' }]);
    expect(juror.status()).toMatchObject({ connection: 'connected', atCommittee: 4, laptops: 2 });
    expect(committee.devices()).toMatchObject([
      { seat: 'j1', connected: true, version: '9.9.9', waiting: 0, quiet: false, troubles: [] },
    ]);
    expect(committee.laptops()).toBe(2);
    expect(committee.wasReached()).toBe(true);
  });

  test('[S7] what it writes is at the committee, which says how far', () => {
    const joined = join();
    mustExecute(laptops.juror, { type: 'set-score', contestant: 'k2', criterion: 'langkah', value: '81' });
    hand.pass(limits.tickMs);
    joined.flow();
    expect(committeeEvents.filter(({ type }) => type === 'received')).toEqual([
      { type: 'received', log: laptops.log, upTo: 5 },
    ]);
    expect(jurorEvents.filter(({ type }) => type === 'acked').at(-1)).toEqual({ type: 'acked', upTo: 5 });
    expect(juror.status().atCommittee).toBe(5);
  });

  test('[S1] whoever leaves is told once, with the reason, and comes back after a moment', () => {
    const joined = join();
    joined.cut('cable');
    joined.flow();
    expect(jurorEvents.filter(({ type }) => type === 'left')).toEqual([{ type: 'left', reason: 'cable' }]);
    expect(committeeEvents.filter(({ type }) => type === 'left')).toEqual([{ type: 'left', seat: 'j1' }]);
    expect(committee.devices()).toMatchObject([{ connected: false, version: '9.9.9' }]);
    expect(committee.laptops()).toBe(1);
    expect(juror.status()).toMatchObject({ connection: 'connecting', laptops: 1 });
    hand.pass(250);
    expect(dialled).toHaveLength(2);
    join();
    expect(typesOf(jurorEvents).filter((type) => type === 'joined')).toHaveLength(2);
  });

  test('[S11] a revoked laptop is hung up on at once, and shown no more', async () => {
    const joined = join();
    const { device } = present(committee.devices()[0], 'a laptop');
    mustExecute(laptops.committee, { type: 'revoke-device', device, upTo: [], reason: 'dicuri' });
    await laptops.committee.keysSettled();
    joined.flow();
    expect(joined.closedWith()).toBe('revoked');
    expect(committee.devices()).toEqual([]);
    hand.pass(limits.reconnectMs);
    const again = lastDial().connect();
    again.flow();
    expect(juror.status()).toMatchObject({ connection: 'refused', problem: { type: 'refused', reason: 'revoked' } });
    expect(typesOf(jurorEvents).at(-1)).toBe('refused');
  });
});

describe('a committee that was set back', () => {
  test('[S13] [L19] acts on nothing while what came back is not read, and takes no further key', async () => {
    committee.close();
    const { dir } = laptops.committee;
    const own = present(laptops.committee.writers()[0]?.log, 'the committee has a log');
    const seq = laptops.committee.log.head(own)?.seq ?? 0;
    const lost = deviceToAdmit('j2');
    mustExecute(laptops.committee, lost);
    await laptops.committee.keysSettled();
    mustExecute(laptops.committee, { type: 'revoke-device', device: lost.device, upTo: [], reason: 'hilang' });
    mustExecute(laptops.committee, deviceToAdmit('j3'));
    await carry(laptops.committee, laptops.juror);
    const before = laptops.committee.contest();
    laptops.committee.close();
    deleteAfter(dir, own, seq);
    withoutEnds(dir);
    const opened = await openContestFolder(dir);
    if (!opened.ok) throw new Error(opened.error.type);
    laptops = { ...laptops, committee: opened.value };
    openCommittee();
    const { secret } = invitation('j3');
    const joined = join();
    // Everything has come; what hides the last of it is just being unwrapped.
    expect(laptops.committee.log.heads()).toEqual(laptops.juror.log.heads());
    expect([laptops.committee.isReading(), laptops.committee.contest().devices.size]).toEqual([true, 2]);
    committee.admitAll.begin();
    const asks = stranger('j3', secret);
    expect(asks.heard).toEqual(['waits for Juri 3 (contoh)']);
    await laptops.committee.keysSettled();
    joined.flow();
    await laptops.committee.keysSettled();
    expect(laptops.committee.isReading()).toBe(false);
    expect(laptops.committee.contest().devices).toEqual(before.devices);
    expect(laptops.committee.contest().contestKeys.map(({ hash }) => hash)).toEqual(
      before.contestKeys.map(({ hash }) => hash),
    );
    // The seat had a laptop before: that is for a person to decide.
    asks.flow();
    expect(asks.heard).toHaveLength(1);
  });
});

describe('trying again', () => {
  test('[S1] comes sooner at first, then every ten seconds', () => {
    const pauses: number[] = [];
    for (let time = 0; time < 8; time += 1) {
      lastDial().fail();
      const [pause = 0] = hand.awaited();
      pauses.push(pause);
      hand.pass(pause);
    }
    expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, limits.reconnectMs, limits.reconnectMs]);
    expect(dialled).toHaveLength(9);
    expect(jurorEnd.isListening()).toBe(true);
    join();
    lastDial().connect().cut('x');
  });

  test('[S1] begins anew with short pauses once it was connected', () => {
    for (let time = 0; time < 4; time += 1) {
      lastDial().fail();
      hand.pass(limits.reconnectMs);
    }
    const joined = join();
    expect(jurorEnd.isListening()).toBe(false);
    joined.cut('cable');
    joined.flow();
    expect(dialled).toHaveLength(5);
    hand.pass(250);
    expect(dialled).toHaveLength(6);
  });

  test('[S4] whoever does not answer within the time to join is hung up on', () => {
    const silent = lastDial().connect();
    hand.pass(limits.joinTimeoutMs - 1);
    expect(silent.closedWith()).toBeNull();
    hand.pass(1);
    expect(silent.closedWith()).toBe('timeout');
  });

  test('[S20] where a person says it is now is dialled at once, connected or not', () => {
    juror.moveTo(secondAddress);
    expect(lastDial().address).toEqual(secondAddress);
    expect(dialled[0]?.isEnded()).toBe(true);
    expect(jurorEnd.addresses).toEqual([secondAddress]);
    const joined = join();
    juror.moveTo(firstAddress);
    expect(joined.closedWith()).toBe('moved');
    joined.flow();
    hand.pass(250);
    expect(lastDial().address).toEqual(firstAddress);
    expect(juror.status()).toMatchObject({ connection: 'connecting', committeeAddress: '192.168.1.10:47470' });
  });

  test('[S1] once closed nothing is tried, listened for or told any more', async () => {
    lastDial().fail();
    expect(jurorEnd.isListening()).toBe(true);
    await juror.close();
    const told = jurorEvents.length;
    expect([jurorEnd.isListening(), hand.awaited()]).toEqual([false, []]);
    mustExecute(laptops.juror, { type: 'set-score', contestant: 'k2', criterion: 'langkah', value: '81' });
    hand.pass(60_000);
    expect([dialled.length, jurorEvents.length]).toEqual([1, told]);
  });

  test('[S1] closing hangs up', async () => {
    const joined = join();
    await juror.close();
    expect(joined.closedWith()).toBe('closing');
    joined.flow();
    expect(typesOf(jurorEvents)).not.toContain('left');
  });
});

describe('invitations', () => {
  test('[S5] every seat without a laptop has one, with the place of the seat as its number; a taken one has none', () => {
    const jurors = laptops.committee.contest().setup?.jurors.map(({ id }) => id) ?? [];
    const expected = jurors.filter((id) => id !== 'j1');
    expect(committee.invitations().map(({ seat, number, state }) => [seat, number, state])).toEqual(
      expected.map((seat) => [seat, jurors.indexOf(seat) + 1, 'open']),
    );
    expect(committeeEvents.filter(({ type }) => type === 'invitation')).toHaveLength(expected.length);
  });

  test('[S5] are told again after a restart, the same ones', () => {
    const told = committeeEvents.filter(({ type }) => type === 'invitation');
    committee.close();
    openCommittee();
    expect(committeeEvents.filter(({ type }) => type === 'invitation')).toEqual(told);
  });

  test('[S5] are renewed for a seat, also a taken one, and refused for none', () => {
    const before = committee.invitations().find(({ seat }) => seat === 'j2')?.code;
    const renewed = committee.renewInvitation('j2');
    expect(renewed.ok && renewed.value.code !== before).toBe(true);
    expect(committee.renewInvitation('j1').ok).toBe(true);
    expect(committee.invitations().map(({ seat }) => seat)).toContain('j1');
    expect(committee.renewInvitation('x')).toMatchObject({ ok: false, error: { reason: 'no-such-seat' } });
    expect(committee.answer('j2', true, false)).toMatchObject({ ok: false, error: { reason: 'nobody-asks' } });
  });

  test('[S5] a seat that becomes free is invited again', async () => {
    const { device } = present(committee.devices()[0], 'a laptop');
    mustExecute(laptops.committee, { type: 'revoke-device', device, upTo: [], reason: 'rusak' });
    await laptops.committee.keysSettled();
    hand.pass(0);
    expect(committee.invitations().map(({ seat, number }) => [seat, number])).toContainEqual(['j1', 1]);
  });
});

function stranger(seat: string, secret: Uint8Array, machine?: string) {
  return strangerAt(committee, laptops.committee, hand, seat, secret, machine);
}

function deviceToAdmit(seat: string) {
  const { signingKey, boxKey } = makeDeviceKeys();
  const device = deviceIdOf(base32Bytes(signingKey), nodeCrypto);
  return { type: 'admit-device', device, signingKey, boxKey, seat, machine: 'Laptop Lain' } as const;
}

function invitation(seat: string) {
  return present(
    committee.invitations().find((each) => each.seat === seat),
    'an invitation',
  );
}

describe('a laptop with an invitation', () => {
  test('[S5] waits for a person, is shown as asking, and is admitted when they say so', () => {
    const { heard, marks, flow } = stranger('j2', invitation('j2').secret);
    expect(heard).toEqual(['waits for Juri 2 (contoh)']);
    expect(marks).toEqual(['committee invited']);
    expect(invitation('j2')).toMatchObject({ state: 'asking', machine: 'Laptop Baru', failures: 0 });
    expect(committeeEvents.filter(({ type }) => type === 'asks')).toEqual([
      { type: 'asks', seat: 'j2', machine: 'Laptop Baru' },
    ]);
    expect(committee.answer('j2', true, false).ok).toBe(true);
    flow();
    expect(heard).toEqual(['waits for Juri 2 (contoh)', 'admitted as j2']);
    expect(invitation('j2')).toMatchObject({ state: 'joined' });
    expect(committee.devices().map(({ seat, machine, connected }) => [seat, machine, connected])).toContainEqual([
      'j2',
      'Laptop Baru',
      true,
    ]);
    expect(committee.answer('j2', true, false).ok).toBe(false);
  });

  test('[S5] is refused when a person says so, and its invitation is open again', () => {
    const { heard, flow } = stranger('j2', invitation('j2').secret);
    expect(committee.answer('j2', false, false).ok).toBe(true);
    flow();
    expect(heard.slice(1)).toEqual(['refused: refused, kata untuk refused', 'hung up']);
    expect(invitation('j2')).toMatchObject({ state: 'open', machine: null });
    expect(committee.devices()).toHaveLength(1);
  });

  test('[S5] that goes away while it waits asks no longer', () => {
    const { cut, flow } = stranger('j2', invitation('j2').secret);
    const other = stranger('j3', invitation('j3').secret);
    cut('cable');
    flow();
    expect(invitation('j2')).toMatchObject({ state: 'open', machine: null });
    expect(invitation('j3')).toMatchObject({ state: 'asking' });
    expect(committee.answer('j2', true, false)).toMatchObject({ ok: false, error: { reason: 'nobody-asks' } });
    expect(other.closedWith()).toBeNull();
  });

  test('[S5] that asks for a seat takes the place of the one that asked before', () => {
    const before = stranger('j2', invitation('j2').secret, 'Laptop A');
    const after = stranger('j2', invitation('j2').secret, 'Laptop B');
    before.flow();
    expect(before.heard.slice(1)).toEqual(['refused: refused, kata untuk refused', 'hung up']);
    expect(after.closedWith()).toBeNull();
    expect(invitation('j2')).toMatchObject({ state: 'asking', machine: 'Laptop B' });
  });

  test('[S5] is sent away when the invitation is renewed', () => {
    const { heard, flow } = stranger('j2', invitation('j2').secret);
    committee.renewInvitation('j2');
    flow();
    expect(heard.slice(1)).toEqual(['refused: refused, kata untuk refused', 'hung up']);
    expect(invitation('j2').state).toBe('open');
  });

  test('[S5] that is wrong is refused, and the committee told; three times burn it', () => {
    for (const failures of [1, 2, 3]) {
      const { heard } = stranger('j2', new Uint8Array(16));
      expect(heard).toEqual(['refused: wrong-code, kata untuk wrong-code', 'hung up']);
      expect(committeeEvents.filter(({ type }) => type === 'problem').at(-1)).toEqual({
        type: 'problem',
        seat: 'j2',
        problem: { type: failures === 3 ? 'code-burnt' : 'wrong-code', failures, address: '192.168.1.20' },
      });
      hand.pass(limits.joinDelayMs);
    }
    expect(invitation('j2').state).toBe('burnt');
    expect(committee.guessing()).toMatchObject({ count: 3, addresses: ['192.168.1.20'] });
  });

  test('[S17] is let in by itself where that was said, and never to a seat that had a laptop', () => {
    committee.renewInvitation('j1');
    const waiting = stranger('j2', invitation('j2').secret);
    committee.admitAll.begin();
    waiting.flow();
    expect(waiting.heard.at(-1)).toBe('admitted as j2');
    expect(stranger('j3', invitation('j3').secret).heard.at(-1)).toBe('admitted as j3');
    expect(stranger('j1', invitation('j1').secret).heard).toEqual(['waits for Juri 1 (contoh)']);
    committee.admitAll.end();
    expect(committee.admitAll.untilMs()).toBeNull();
  });
});

describe('what the committee has to know of a laptop', () => {
  test('[L16] [S8] too much and a log that cannot be read are told once, wrong entries each time', () => {
    const [device] = committee.devices();
    const id = present(device, 'a laptop').device;
    const found: ToldTrouble[] = [];
    const say = (trouble: string, { machine, seatName }: NamedLaptop) => `${trouble} ${machine} ${seatName}`;
    const troubles = createLaptopTroubles(laptops.committee, say, (each) => found.push(each));
    const tooMuch = { type: 'over-quota', log: 'x', device: id } as const;
    const wrong = { type: 'refused-entries', log: 'x', seq: 3, reason: 'bad-chain' } as const;
    expect([troubles.note('other', tooMuch), troubles.note('other', tooMuch)]).toEqual([true, true]);
    expect([troubles.note(id, wrong), troubles.note(id, wrong)]).toEqual([true, true]);
    expect(troubles.note(id, { type: 'storage-failed', reason: 'x' })).toBe(false);
    expect(troubles.note('nobody', wrong)).toBe(false);
    expect(found).toEqual(
      [tooMuch, wrong, wrong].map((problem) => ({
        seat: 'j1',
        machine: 'laptop',
        problem,
        message: `${problem.type === 'over-quota' ? 'over-quota' : 'wrong-entries'} laptop Juri 1 (contoh)`,
      })),
    );
    expect(troubles.of(id)).toEqual(['over-quota laptop Juri 1 (contoh)', 'wrong-entries laptop Juri 1 (contoh)']);
    expect(troubles.of('nobody')).toEqual([]);
  });
});

test('[S3] a committee that closes hangs up on everybody and lets nobody in', () => {
  const joined = join();
  committee.close();
  expect(joined.closedWith()).toBe('closing');
  joined.flow();
  hand.pass(250);
  const late = lastDial().connect();
  late.flow();
  expect(late.closedWith()).toBe('busy');
});

test('a status is told at most ten times a second', () => {
  hand.pass(1_000);
  const before = committeeEvents.length;
  for (let time = 0; time < 5; time += 1) committee.changed();
  hand.pass(99);
  expect(committeeEvents.length).toBe(before);
  hand.pass(1);
  expect(committeeEvents.slice(before)).toEqual([{ type: 'changed' }]);
});
