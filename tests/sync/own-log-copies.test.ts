/** What a juror reads as safe: entries that the committee has proven to hold, and no number of another branch. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeTimers } from '../../electron/sync/role-ports.ts';
import type { LiveContest } from '../../shared/laptop/live-contest.ts';
import { present } from '../../shared/lib/assert.ts';
import { createOwnLogCopies, type ConfirmationMemory } from '../../shared/sync/roles/own-log-copies.ts';
import { createLink } from '../../shared/sync/step.ts';
import { handTimers } from '../support/hand-timers.ts';
import { wholeLog } from '../support/link-side.ts';
import { twoLaptops, type TwoLaptops } from '../support/two-laptops.ts';

let dir: string;
let laptops: TwoLaptops;

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'gelar-copies-'));
  laptops = await twoLaptops(dir, 3);
});

afterEach(() => {
  laptops.committee.close();
  laptops.juror.close();
  rmSync(dir, { recursive: true });
});

test('[S7] where a copy of the folder has gone on with the log, the number of its branch confirms nothing of this one', () => {
  const { juror, log } = laptops;
  const told: number[] = [];
  const memory = { confirmed: () => 0, keepConfirmed: () => undefined };
  const copies = createOwnLogCopies(juror, nodeTimers, memory, (upTo) => told.push(upTo));
  const { seq, hash } = present(juror.log.head(log), 'the own log');
  const link = createLink();
  link.application = 'uji';
  const other = new Uint8Array(32).fill(1);
  for (const their of [seq, seq + 2]) {
    link.their.set(log, { seq: their, hash: other });
    copies.heard(link);
    expect([copies.atCommittee(), copies.laptops(link)]).toEqual([0, 1]);
  }
  link.their.set(log, { seq, hash });
  copies.heard(link);
  expect([copies.atCommittee(), copies.laptops(link), told]).toEqual([seq, 2, [seq]]);
  copies.close();
});

/** On a clock in the hand; `before`: what was confirmed when the laptop was last open. */
function open(before = 0, contest: LiveContest = laptops.juror) {
  const hand = handTimers();
  const asked: string[] = [];
  const kept: Parameters<ConfirmationMemory['keepConfirmed']>[0][] = [];
  const told: number[] = [];
  const memory: ConfirmationMemory = {
    confirmed: (log) => {
      asked.push(log);
      return before;
    },
    keepConfirmed: (head) => kept.push(head),
  };
  const copies = createOwnLogCopies(contest, hand.timers, memory, (upTo) => told.push(upTo));
  const link = createLink();
  link.application = 'uji';
  /** The committee says that it holds the own log to there. */
  const hears = (seq: number) => {
    const { log } = laptops;
    const entry = laptops.juror.log.read(log, seq - 1, wholeLog)[0];
    link.their.set(log, { seq, hash: entry?.hash ?? new Uint8Array(32) });
    copies.heard(link);
  };
  return { ...copies, hand, asked, kept, told, link, hears };
}

const ownSeq = () => present(laptops.juror.log.head(laptops.log), 'the own log').seq;

test('[S7] before the committee is heard, what it had confirmed counts, as far as it is here', () => {
  const some = open(2);
  expect([some.atCommittee(), some.asked]).toEqual([2, [laptops.log]]);
  expect(open(99).atCommittee()).toBe(ownSeq());
  // Nothing is known of a link before its first word.
  some.link.application = null;
  some.hears(1);
  expect([some.atCommittee(), some.told]).toEqual([2, []]);
  some.link.application = 'uji';
  some.hears(1);
  expect([some.atCommittee(), some.told]).toEqual([1, [1]]);
});

test('[S7] each rise is told; a fall counts and is not told', () => {
  const { hears, told, atCommittee } = open();
  for (const seq of [1, 1, ownSeq(), 2, 2]) hears(seq);
  expect([told, atCommittee()]).toEqual([[1, ownSeq()], 2]);
});

test('[S7] what is confirmed is kept a second later, once for all that came meanwhile, with the entry that it is', () => {
  const { hears, hand, kept } = open();
  hears(1);
  hand.pass(500);
  hears(2);
  hand.pass(499);
  expect(kept).toEqual([]);
  hand.pass(1);
  const hash = present(laptops.juror.log.read(laptops.log, 1, wholeLog)[0], 'the second').hash;
  expect(kept).toEqual([{ log: laptops.log, seq: 2, hash }]);
  hears(2);
  hand.pass(2_000);
  expect(kept).toHaveLength(1);
});

test('[S7] closing keeps what was not kept yet, and nothing where there is nothing', () => {
  const { hears, hand, kept, close } = open();
  hears(1);
  close();
  expect([kept.map(({ seq }) => seq), hand.left()]).toEqual([[1], 0]);
  close();
  expect(kept).toHaveLength(1);
});

test('[S7] a whole copy counts wherever it is, and a part of one nowhere', () => {
  const { hears, link, laptops: counted } = open();
  hears(ownSeq() - 1);
  link.copies.set(laptops.log, [ownSeq(), ownSeq() - 1, ownSeq() + 1]);
  expect([counted(null), counted(link)]).toEqual([1, 3]);
  hears(ownSeq());
  expect(counted(link)).toBe(4);
  link.copies.clear();
  expect(counted(link)).toBe(2);
});

test('[L13] where the two are known to differ, they agree up to what the link says', () => {
  const { link, heard, atCommittee } = open();
  link.their.set(laptops.log, { seq: 2, hash: new Uint8Array(0) });
  heard(link);
  expect(atCommittee()).toBe(2);
});

test('[S7] a laptop that cannot write yet has nothing anywhere', () => {
  const writers = laptops.juror.writers().map((each) => ({ ...each, log: null }));
  const none = open(5, { ...laptops.juror, writers: () => writers });
  expect([none.asked, none.atCommittee(), none.laptops(none.link)]).toEqual([[], 0, 1]);
  none.hears(2);
  none.hand.pass(2_000);
  expect([none.atCommittee(), none.told, none.kept]).toEqual([0, [], []]);
});
