/** A committee that has lost facts of its own (S13), over wires that the test holds: who may bring them back, and for how long. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { openContestFolder, type OpenContest } from '../../electron/contest/open-contest.ts';
import type { LiveContest } from '../../shared/laptop/live-contest.ts';
import { present } from '../../shared/lib/assert.ts';
import { limits } from '../../shared/limits.ts';
import { compacted, isCompacted } from '../../shared/log/envelope-3.ts';
import type { StoredEntry } from '../../shared/ports.ts';
import type { SyncFrame } from '../../shared/sync/protocol.ts';
import type { CommitteeEvent, CommitteePorts, CommitteeRole } from '../../shared/sync/roles/committee.ts';
import {
  furthestOfCommittee,
  givingBack,
  hasGivenBack,
  mayLackOwnFacts,
  takingBack,
} from '../../shared/sync/roles/recovery.ts';
import { createLink } from '../../shared/sync/step.ts';
import { deleteAfter, withoutEnds } from '../support/damage.ts';
import { handTimers, type HandTimers } from '../support/hand-timers.ts';
import { batchOf, wholeLog } from '../support/link-side.ts';
import { openCommitteeEnd, openJurorEnd, returningAt, typesOf, type JurorEnd } from '../support/roles-on-wires.ts';
import { carry, mustExecute, twoLaptops, type TwoLaptops } from '../support/two-laptops.ts';

let folder: string;
let laptops: TwoLaptops;
let hand: HandTimers;
let committee: CommitteeRole | null;
let events: CommitteeEvent[];
/** The committee's log, and all its entries as the juror's laptop holds them. */
let own: string;
let entries: readonly StoredEntry[];

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gelar-back-'));
  laptops = await twoLaptops(folder, 2);
  await carry(laptops.committee, laptops.juror);
  // A juror's laptop holds a signature wherever what it was brought ended.
  for (const stage of ['risalah', 'presentasi']) {
    mustExecute(laptops.committee, { type: 'show-stage', contestant: 'k1', stage });
    await carry(laptops.committee, laptops.juror);
  }
  own = present(laptops.committee.writers()[0]?.log, 'the committee has a log');
  entries = laptops.juror.log.read(own, 0, wholeLog);
  hand = handTimers();
  committee = null;
});

afterEach(() => {
  committee?.close();
  laptops.committee.close();
  laptops.juror.close();
  rmSync(folder, { recursive: true });
});

/** The committee's folder as it was with so many entries of its own log, and none of others. */
async function setBackTo(seq: number): Promise<OpenContest> {
  const { dir } = laptops.committee;
  laptops.committee.close();
  for (const { log } of laptops.juror.log.heads()) deleteAfter(dir, log, log === own ? seq : 0);
  withoutEnds(dir);
  const opened = await openContestFolder(dir);
  if (!opened.ok) throw new Error(opened.error.type);
  laptops = { ...laptops, committee: opened.value };
  return opened.value;
}

function open(more: Partial<LiveContest> = {}, ports: Partial<CommitteePorts> = {}): CommitteeRole {
  const end = openCommitteeEnd({ ...laptops.committee, ...more }, hand, { kept: [] }, ports);
  ({ role: committee, events } = end);
  end.role.begin();
  hand.pass(0);
  return end.role;
}

const end = () => ({ log: own, seq: entries.length, hash: present(entries.at(-1), 'it is not empty').hash });
const problems = () => events.flatMap((event) => (event.type === 'problem' ? [event.problem.type] : []));

/** Somebody who proves a key and says to hold the committee's log to its end. */
function helper(role: CommitteeRole) {
  return returningAt(role, laptops.committee, hand, end());
}

/** What comes next after the first two entries, up to a signature: not all that is lacking. */
function next(): readonly StoredEntry[] {
  const signed = entries.findIndex(({ signature }, at) => at >= 2 && signature !== null);
  if (signed === entries.length - 1) throw new Error('there is more than that');
  return entries.slice(2, signed + 1);
}

function bring(from: ReturnType<typeof helper>, given: readonly StoredEntry[]): void {
  from.say({ type: 'entries', batches: [batchOf(given)] });
  from.flow();
}

describe('the committee’s logs come back', () => {
  let juror: JurorEnd;

  test('[S13] from a laptop that it does not know any more, which then joins as before', async () => {
    const contest = await setBackTo(2);
    const shares: number[] = [];
    const role = open({
      shareAmongLaptops: () => {
        shares.push(contest.contest().devices.size);
        return contest.shareAmongLaptops();
      },
    });
    juror = openJurorEnd(laptops.juror, hand, () => role);
    shares.length = 0;
    const first = juror.lastDial().connect();
    first.flow();
    await contest.keysSettled();
    first.flow();
    expect(first.marks.toSorted()).toEqual(['committee proven', 'juror proven']);
    expect(contest.log.head(own)).toEqual(laptops.juror.log.head(own));
    expect(first.closedWith()).toBe('recovered');
    expect(problems()).toEqual(['own-entries-returned']);
    expect(typesOf(events)).not.toContain('joined');
    // With the admissions that came back, and not before, keys are given.
    expect(new Set(shares)).toEqual(new Set([1]));
    hand.pass(limits.reconnectMs);
    const second = juror.lastDial().connect();
    second.flow();
    expect(typesOf(events)).toContain('joined');
    expect(role.devices()).toMatchObject([{ seat: 'j1', connected: true }]);
    expect(contest.log.heads().map(({ log, seq }) => [log, seq])).toEqual(
      expect.arrayContaining([[laptops.log, laptops.juror.log.head(laptops.log)?.seq]]),
    );
    await juror.role.close();
  });

  test('[S13] is told nothing of this laptop’s logs meanwhile, and counts as none that holds them', async () => {
    await setBackTo(2);
    const role = open();
    const from = helper(role);
    expect(from.heard).toEqual(['recovering', 'told of 0 logs']);
    expect([role.laptops(), role.devices()]).toEqual([1, []]);
    bring(from, next());
    hand.pass(limits.tickMs);
    from.flow();
    expect(from.heard.filter((each) => each !== 'told of 0 logs')).toEqual(['recovering']);
  });

  test('[S13] while more is on its way no seat is invited and no key given; once that laptop is gone they are', async () => {
    await setBackTo(2);
    let shares = 0;
    const told: Parameters<LiveContest['subscribe']>[0][] = [];
    const role = open({
      subscribe: (listener) => {
        told.push(listener);
        return laptops.committee.subscribe(listener);
      },
      shareAmongLaptops: () => {
        shares += 1;
        return Promise.resolve();
      },
      isReading: () => false,
    });
    const from = helper(role);
    const have: SyncFrame = { type: 'have', version: 3, application: 'uji', clockMs: 0, logs: [end()] };
    from.say(have);
    bring(from, next());
    shares = 0;
    for (const listener of told) listener({ type: 'reset' });
    hand.pass(0);
    expect(shares).toBe(0);
    from.cut('cable');
    from.flow();
    expect(shares).toBeGreaterThan(0);
  });
});

describe('a laptop that brings nothing', () => {
  test('[S13] may stay for a minute, for another may bring its admission', async () => {
    await setBackTo(2);
    const from = helper(open());
    const begun = hand.now() - 50;
    hand.pass(limits.recoveryMs - 1 - (hand.now() - begun));
    expect(from.closedWith()).toBeNull();
    hand.pass(100);
    expect(from.closedWith()).toBe('not-admitted');
  });

  test('[S13] gives way when as many as may be are here: the one that came first, not one that brought something', async () => {
    await setBackTo(2);
    const role = open();
    const all = Array.from({ length: limits.recoveryConnections }, () => helper(role));
    const [brings, first, second] = all;
    if (brings === undefined || first === undefined || second === undefined) throw new Error('there are many');
    bring(brings, next());
    expect(all.map((each) => each.closedWith()).filter((each) => each !== null)).toEqual([]);
    const last = helper(role);
    last.flow();
    expect([brings, first, second, last].map((each) => each.closedWith())).toEqual([null, 'busy', null, null]);
  });

  test('[S13] and leaves was not joined', async () => {
    await setBackTo(2);
    const from = helper(open());
    from.cut('cable');
    from.flow();
    expect(typesOf(events)).not.toContain('left');
  });
});

describe('what goes wrong with such a laptop', () => {
  test('[S13] ends the connection without a word to the person, where it brings something else', async () => {
    await setBackTo(2);
    const from = helper(open());
    bring(from, laptops.juror.log.read(laptops.log, 0, wholeLog));
    expect([from.closedWith(), problems()]).toEqual(['refused', []]);
  });

  test.each([
    [true, 'storage-failed'],
    [false, 'internal-error'],
  ])('[S13] is told where this laptop fails itself (its disk: %j)', async (isDisk, type) => {
    await setBackTo(2);
    const receiveAll = () => {
      throw new Error('no room');
    };
    const from = helper(open({ receiveAll }, { isStorageError: () => isDisk }));
    bring(from, next());
    expect([from.closedWith(), problems()]).toEqual([type, [type]]);
    expect(events.find((event) => event.type === 'problem')).toMatchObject({ seat: '' });
  });

  test('[L13] a branch of the committee’s own log is what it is here for', async () => {
    const contest = await setBackTo(entries.length - 1);
    mustExecute(contest, { type: 'show-stage', contestant: 'k1', stage: 'risalah' });
    await contest.keysSettled();
    const from = helper(open());
    bring(from, entries);
    expect(problems()).not.toContain('fork');
    expect(from.closedWith()).not.toBe('refused');
    expect(contest.log.read(own, 0, wholeLog).length + contest.log.heads().length).toBeGreaterThan(entries.length);
  });
});

describe('whether facts may be lost', () => {
  test('[S13] they are where the committee goes on in another log than the founding one, or a laptop holds a later end', async () => {
    const { committee: whole } = laptops;
    expect(mayLackOwnFacts(whole, null)).toBe(false);
    expect(mayLackOwnFacts(whole, end())).toBe(false);
    expect(mayLackOwnFacts(whole, { ...end(), seq: entries.length + 1 })).toBe(true);
    expect(mayLackOwnFacts({ ...whole, isReading: () => true }, null)).toBe(true);
    const writers = whole.writers();
    const withLog = (log: string | null) => ({ ...whole, writers: () => writers.map((each) => ({ ...each, log })) });
    expect(mayLackOwnFacts(withLog(null), null)).toBe(true);
    expect(mayLackOwnFacts(withLog('a'.repeat(26)), null)).toBe(true);
    expect(mayLackOwnFacts({ ...whole, recorded: () => [] }, null)).toBe(true);
    expect(mayLackOwnFacts({ ...whole, writers: () => [] }, null)).toBe(true);
    const contest = await setBackTo(entries.length - 1);
    expect([mayLackOwnFacts(contest, null), mayLackOwnFacts(contest, end())]).toEqual([false, true]);
  });

  test('[S13] a laptop has given back once it is admitted here again and has nothing more', () => {
    const { committee: whole } = laptops;
    const [device] = whole.contest().devices.keys();
    const link = createLink();
    const peer = (name: string) => ({
      name,
      link,
      isQuiet: () => false,
      deliver: () => undefined,
      close: () => undefined,
    });
    const known = peer(present(device, 'it is admitted'));
    expect(hasGivenBack(whole, known)).toBe(true);
    expect(hasGivenBack(whole, peer('nobody'))).toBe(false);
    expect(hasGivenBack({ ...whole, isReading: () => true }, known)).toBe(false);
    expect(hasGivenBack({ ...whole, contest: () => ({ ...whole.contest(), setup: null }) }, known)).toBe(false);
    link.their.set(own, { seq: entries.length + 1, hash: new Uint8Array(32) });
    expect(hasGivenBack(whole, known)).toBe(false);
  });
});

describe('the committee’s own logs', () => {
  test('[S13] are those that its key opened: of them a juror’s laptop shows all and takes none', () => {
    const { juror } = laptops;
    const scope = givingBack(juror);
    expect(scope.shown()).toEqual([end()]);
    expect(scope.accepts(batchOf(entries))).toBe(false);
    expect(furthestOfCommittee(juror)).toEqual(end());
    expect(furthestOfCommittee({ ...juror, openings: () => new Map() })).toBeNull();
    const opening = present(juror.openings().get(own), 'it is held');
    const claims = (more: object) =>
      givingBack({ ...juror, openings: () => new Map([[own, { ...opening, ...more }]]) });
    expect(claims({ signingKey: 'another' }).shown()).toEqual([]);
    expect(claims({ role: 'seat' }).shown()).toEqual([]);
  });

  test('[S13] of several the furthest is named', () => {
    const { juror } = laptops;
    const head = (log: string, seq: number) => ({ log, seq, hash: new Uint8Array(32) });
    const heads = [head('a', 3), head('b', 9), head('c', 5)];
    const opening = present(juror.openings().get(own), 'it is held');
    const openings = new Map(heads.map(({ log }) => [log, opening]));
    const several = { ...juror, openings: () => openings, log: { ...juror.log, heads: () => heads } };
    expect(furthestOfCommittee(several)).toEqual(heads[1]);
  });

  test('[S13] are all that a committee takes back, by what is held here or by their own opening', () => {
    const { juror, committee: whole } = laptops;
    const seats = juror.log.read(laptops.log, 0, wholeLog);
    const first = entries.slice(0, 1);
    const whatFollows = present(entries[1], 'a second');
    const from = { origin: own, seq: 2, prevHash: present(entries[0], 'the first').hash };
    const short = { ...batchOf([whatFollows]), entries: [compacted(whatFollows.bytes)], from };
    expect(isCompacted(present(short.entries[0], 'one'))).toBe(true);
    const scope = takingBack(whole, nodeCrypto);
    expect(scope.shown()).toEqual([]);
    expect(scope.accepts(batchOf(entries))).toBe(true);
    expect(scope.accepts(batchOf(entries.slice(1)))).toBe(true);
    expect(scope.accepts(batchOf(seats))).toBe(false);
    expect(scope.accepts({ ...batchOf(seats), log: own })).toBe(false);
    expect(scope.accepts({ ...batchOf(first), entries: [Uint8Array.of(1)] })).toBe(false);
    expect(scope.accepts(short)).toBe(true);
    expect(scope.accepts({ ...short, from: { ...from, origin: laptops.log } })).toBe(false);
    expect(scope.accepts({ ...short, from: undefined })).toBe(false);
    const empty = takingBack({ ...whole, openings: () => new Map() }, nodeCrypto);
    expect(empty.accepts(batchOf(first))).toBe(true);
    expect(empty.accepts(batchOf(entries.slice(1)))).toBe(false);
    expect(empty.accepts(short)).toBe(false);
  });
});
