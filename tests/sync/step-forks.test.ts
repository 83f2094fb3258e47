/** A log that goes on in two ways, between two laptops (L13): it is told once, and each gets the other's branch. */
import { beforeEach, describe, expect, test } from 'vitest';
import { present } from '../../shared/lib/assert.ts';
import { branchIdOf } from '../../shared/log/branches.ts';
import type { EventLog, LogHead, StoredEntry } from '../../shared/ports.ts';
import { missingHere } from '../../shared/sync/step.ts';
import { createLinkSide, entriesFrame, haveOf, wholeLog, type LinkSide } from '../support/link-side.ts';
import { contentOf, copyOfLog, createLogWriter } from '../support/log-writer.ts';

/** Holds the log with the branch `left`, as the committee's laptop does. */
let committee: LinkSide;
let id: string;
/** Two entries; then the committee's three; then two, and five, of the cloned folder. */
let trunk: readonly StoredEntry[];
let left: readonly StoredEntry[];
let right: readonly StoredEntry[];
let longRight: readonly StoredEntry[];
let clone: EventLog;

beforeEach(() => {
  committee = createLinkSide();
  const writer = createLogWriter(committee.log, 1);
  id = writer.id;
  writer.write(1);
  trunk = committee.log.read(id, 0, wholeLog);
  clone = copyOfLog(committee.log);
  const cloned = writer.clonedTo(clone, () => 2_000_000);
  right = cloned.write(2);
  longRight = [...right, ...cloned.write(3)];
  left = writer.write(3);
});

/** A juror's laptop with the clone, as far as that entry. */
function jurorWith(entries: readonly StoredEntry[]): LinkSide {
  const juror = createLinkSide({ follow: true });
  juror.log.append([...trunk, ...entries]);
  return juror;
}

const headOf = (entry: StoredEntry | undefined): LogHead => {
  const { seq, hash } = present(entry, 'an entry');
  return { log: id, seq, hash };
};
const end = (entries: readonly StoredEntry[]) => headOf(entries.at(-1));
const haveWith = (head: LogHead) => ({ ...haveOf(clone), logs: [head] });
const theirs = (side: LinkSide) => side.link.their.get(id);
/** The numbers of the entries that were sent under the log's own id. */
function sentFrom(side: LinkSide): readonly (readonly [number | undefined, number])[] {
  return side
    .says()
    .flatMap((frame) => (frame.type === 'entries' ? frame.batches : []))
    .filter((batch) => batch.log === id)
    .map((batch) => [batch.from?.seq, batch.entries.length]);
}

describe('the other side says that it holds an entry which differs', () => {
  test('[L13] is told once, and it gets this side’s entries from the beginning, also those that left before', () => {
    committee.hear(haveWith(end(trunk)));
    expect(sentFrom(committee)).toEqual([[3, 3]]);
    committee.hear(haveWith(end(right)));
    expect(committee.problems).toEqual([{ type: 'fork', log: id, seq: 4 }]);
    // An opening says itself where it stands.
    expect(sentFrom(committee)).toEqual([[undefined, 5]]);
    committee.hear(haveWith(end(right)));
    expect(committee.problems).toHaveLength(1);
    // What left for it is on its way.
    expect(sentFrom(committee)).toEqual([]);
  });

  test('[L13] also where it differs in the very last entry, and where it is said in a confirmation', () => {
    committee.hear({ type: 'ack', logs: [{ ...end(left), hash: new Uint8Array(32) }] });
    expect(committee.problems).toEqual([{ type: 'fork', log: id, seq: 5 }]);
    expect(theirs(committee)?.seq).toBe(0);
  });

  test('[L13] what is longer than this side’s log tells nothing, and is asked for', () => {
    committee.hear(haveWith(end(longRight)));
    expect([committee.problems, missingHere(committee.log, committee.link)]).toEqual([[], 2]);
    expect(sentFrom(committee)).toEqual([]);
  });

  test('[L13] once they are known to differ, a longer branch is still sent this side’s', () => {
    committee.hear(haveWith(end(right)));
    committee.hear(haveWith(end(longRight)));
    expect([committee.link.forked.get(id), theirs(committee)?.seq]).toEqual([0, 0]);
    expect(missingHere(committee.log, committee.link)).toBe(0);
  });

  test('[S8] of a log that was refused nothing is compared', () => {
    committee.link.refused.add(id);
    committee.hear(haveWith(end(right)));
    expect(committee.problems).toEqual([]);
  });
});

describe('a branch comes in', () => {
  test('[L13] at the committee’s it is stored beside, told once, and this side’s follows from where they part', () => {
    committee.hear(entriesFrame([...trunk, ...right]));
    expect(committee.problems).toEqual([{ type: 'fork', log: id, seq: 3 }]);
    expect(contentOf(committee.log)).toHaveLength(2);
    expect(committee.log.head(branchIdOf(present(right[0], 'its first').hash))?.seq).toBe(4);
    // It is confirmed, and what is held under the log's own id is said beside it.
    expect(committee.says()).toEqual([{ type: 'ack', logs: [end(right), end(left)] }]);
    expect([committee.link.forked.get(id), theirs(committee)?.seq]).toEqual([2, 2]);
    committee.run({ type: 'tick' });
    expect(sentFrom(committee)).toEqual([[3, 3]]);
    committee.hear(entriesFrame([...trunk, ...right]));
    expect(committee.problems).toHaveLength(1);
  });

  test('[L13] one that is longer than this side’s too', () => {
    committee.hear(entriesFrame([...trunk, ...longRight]));
    expect(committee.says()).toEqual([{ type: 'ack', logs: [end(longRight), end(left)] }]);
    expect([committee.link.forked.get(id), theirs(committee)?.seq]).toEqual([2, 2]);
  });

  test('[L13] what was known to agree before is not forgotten when another part of it comes', () => {
    committee.hear(entriesFrame([...trunk, ...right]));
    committee.hear(entriesFrame(trunk));
    expect([committee.link.forked.get(id), theirs(committee)?.seq]).toEqual([2, 2]);
    committee.hear({ type: 'ack', logs: [headOf(left[1])] });
    expect([committee.link.forked.get(id), theirs(committee)?.seq]).toEqual([4, 4]);
    committee.hear(entriesFrame([...trunk, ...right]));
    expect([committee.link.forked.get(id), theirs(committee)?.seq]).toEqual([4, 4]);
    committee.hear({ type: 'ack', logs: [headOf(trunk[0])] });
    expect([committee.link.forked.get(id), theirs(committee)?.seq]).toEqual([4, 4]);
  });

  test('[L13] a juror’s laptop takes the committee’s in the place of its own, and then they agree', () => {
    const juror = jurorWith(right);
    juror.hear(entriesFrame([...trunk, ...left]));
    expect(juror.problems).toEqual([{ type: 'fork', log: id, seq: 3 }]);
    expect(juror.log.head(id)).toEqual(end(left));
    expect(juror.says()).toEqual([{ type: 'ack', logs: [end(left)] }]);
    expect([juror.link.forked.size, theirs(juror)]).toEqual([0, { seq: 5, hash: end(left).hash }]);
  });

  test('[L13] the two agree again when the other side says the same end, and not before', () => {
    committee.hear(entriesFrame([...trunk, ...right]));
    committee.hear({ type: 'ack', logs: [end(left)] });
    expect([committee.link.forked.get(id), theirs(committee)]).toEqual([5, { seq: 5, hash: new Uint8Array(0) }]);
    committee.hear(haveWith(end(right)));
    expect(committee.link.forked.get(id)).toBe(5);
    committee.hear(haveWith(end(left)));
    expect([committee.link.forked.size, theirs(committee)?.hash]).toEqual([0, end(left).hash]);
    expect(committee.problems).toHaveLength(1);
  });

  test('[L13] one that is held under another id here is confirmed under the id that it came by', () => {
    const juror = jurorWith(right);
    const branch = branchIdOf(present(right[0], 'its first').hash);
    juror.hear(entriesFrame(right.map((entry) => ({ ...entry, log: branch }))));
    const held = { ...end(right), log: branch };
    expect(juror.says()).toEqual([{ type: 'ack', logs: [held] }]);
    expect([juror.problems, juror.link.their.get(branch)]).toEqual([[], { seq: held.seq, hash: held.hash }]);
    expect(contentOf(juror.log)).toHaveLength(1);
  });

  test('[L13] what does not go on from here is not stored, and the other side is told where this one stands', () => {
    const juror = jurorWith(right);
    juror.hear(entriesFrame(left.slice(2)));
    expect(juror.log.head(id)).toEqual(end(right));
    expect(juror.says()).toMatchObject([{ type: 'have', logs: [{ log: id, seq: 4 }] }]);
    expect(juror.problems).toEqual([]);
  });
});

test('[L13] in the end both hold both branches, and say no more than that', () => {
  const juror = jurorWith(longRight);
  for (const each of [committee, juror]) each.run({ type: 'opened' });
  for (let round = 0; round < 10; round += 1) {
    for (const frame of committee.says()) juror.hear(frame);
    for (const frame of juror.says()) committee.hear(frame);
    for (const each of [committee, juror]) each.run({ type: 'tick' });
  }
  expect(contentOf(juror.log)).toEqual(contentOf(committee.log));
  expect(contentOf(juror.log)).toHaveLength(2);
  expect([...committee.says(), ...juror.says()].map(({ type }) => type)).not.toContain('entries');
  expect([committee.problems.length, juror.problems.length]).toEqual([1, 1]);
});
