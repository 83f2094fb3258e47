/** How much one end of a link says at once (S10), what it says again (S9), and of what it keeps count: both sides of each bound. */
import { describe, expect, test } from 'vitest';
import { present } from '../../shared/lib/assert.ts';
import { limits } from '../../shared/limits.ts';
import type { ReceiveError } from '../../shared/log/chain.ts';
import type { SyncFrame } from '../../shared/sync/protocol.ts';
import { missingHere } from '../../shared/sync/step.ts';
import {
  createLinkSide,
  entriesFrame,
  fillLog,
  haveOf,
  logIdOf,
  wholeLog,
  type LinkSide,
} from '../support/link-side.ts';
import { createLogWriter } from '../support/log-writer.ts';

/** In the order in which logs are told. */
const [a = '', b = '', c = ''] = ['a', 'b', 'c'].map(logIdOf).toSorted();
const small = (count: number) => Array.from({ length: count }, () => 10);
const haveNothing: SyncFrame & { readonly type: 'have' } = {
  type: 'have',
  version: 3,
  application: 'uji',
  clockMs: 0,
  logs: [],
};

/** Of each frame with entries that was said: of which logs it brings how many. */
function sent(side: LinkSide): readonly (readonly (readonly [string, number])[])[] {
  return side
    .says()
    .flatMap((frame) =>
      frame.type === 'entries' ? [frame.batches.map((batch) => [batch.log, batch.entries.length] as const)] : [],
    );
}

const typesOf = (each: readonly { readonly type: string }[]) => each.map(({ type }) => type);

describe('a frame with entries', () => {
  test('[S10] is full with so many entries to the one: what is left has the next', () => {
    const side = createLinkSide();
    fillLog(side.log, a, small(limits.frameEntries));
    fillLog(side.log, b, small(limits.frameEntries + 1));
    side.hear(haveNothing);
    expect(sent(side)).toEqual([[[a, limits.frameEntries]], [[b, limits.frameEntries]]]);
  });

  test('[S10] is shared by several logs, the last of which brings as many as fit', () => {
    const side = createLinkSide();
    fillLog(side.log, a, small(limits.frameEntries - 50));
    fillLog(side.log, b, small(limits.frameEntries));
    side.hear(haveNothing);
    expect(sent(side)[0]).toEqual([
      [a, limits.frameEntries - 50],
      [b, 50],
    ]);
  });

  test('[S10] is full with so many bytes to the one: one byte less, and another log has a place', () => {
    for (const [spare, expected] of [
      [0, [[[a, 2]]]],
      [
        1,
        [
          [
            [a, 2],
            [b, 1],
          ],
        ],
      ],
    ] as const) {
      const side = createLinkSide();
      fillLog(side.log, a, [limits.batchBytes / 2, limits.batchBytes / 2 - spare]);
      fillLog(side.log, b, [1, 1, 1]);
      side.hear(haveNothing);
      expect(sent(side).slice(0, 1)).toEqual(expected);
    }
  });

  test('[S6] holds no log whose next signature lies beyond what is left of it; that one has a frame of its own', () => {
    const side = createLinkSide();
    fillLog(side.log, a, small(100));
    fillLog(
      side.log,
      b,
      small(150),
      Array.from({ length: 149 }, (_, index) => index + 1),
    );
    side.hear(haveNothing);
    expect(sent(side)).toEqual([[[a, 100]]]);
    expect(side.problems).toEqual([]);
    side.hear({ type: 'ack', logs: side.log.heads().filter(({ log }) => log === a) });
    expect(sent(side)).toEqual([[[b, 150]]]);
  });

  test('[S8] a log that cannot be sent at all is told as such and left alone, and no empty frame leaves', () => {
    const side = createLinkSide();
    fillLog(side.log, a, small(3));
    const long = limits.batchEntries + 1;
    fillLog(
      side.log,
      a,
      small(long),
      Array.from({ length: long - 1 }, (_, index) => index + 4),
    );
    side.hear({
      ...haveNothing,
      logs: [{ log: a, seq: 3, hash: present(side.log.read(a, 2, wholeLog)[0], 'it is there').hash }],
    });
    expect(side.problems).toEqual([{ type: 'refused-entries', log: a, seq: 4, reason: 'too-much' }]);
    expect(side.says()).toEqual([]);
    side.run({ type: 'appended' });
    expect([side.problems.length, side.says()]).toEqual([1, []]);
  });

  test('[S9] of logs in which the other side is further nothing is sent, and the others are not kept by them', () => {
    const side = createLinkSide();
    fillLog(side.log, a, small(3));
    fillLog(side.log, b, small(2));
    side.hear({ ...haveNothing, logs: [{ log: a, seq: 9, hash: new Uint8Array(32) }] });
    expect(sent(side)).toEqual([[[b, 2]]]);
    expect(side.problems).toEqual([]);
  });
});

/** A side that has sent so many entries of a log and still has so many waiting. */
function underWay(sentEntries: number, waiting: number): LinkSide {
  const side = createLinkSide();
  side.hear(haveNothing);
  fillLog(side.log, a, small(sentEntries + waiting));
  side.link.sent.set(a, { seq: sentEntries, from: 0, mark: 0, ticks: 0, lost: 0 });
  return side;
}

describe('while something is on its way', () => {
  test.each([
    [1, limits.frameEntries - 1, 0],
    [1, limits.frameEntries, 1],
    [limits.entriesInFlight - 1, limits.frameEntries, 1],
    [limits.entriesInFlight, limits.frameEntries, 0],
    [0, 1, 1],
    [1, 0, 0],
  ])('[S10] with %i sent and %i waiting, %i frames leave', (sentEntries, waiting, frames) => {
    const side = underWay(sentEntries, waiting);
    side.run({ type: 'appended' });
    expect(sent(side)).toHaveLength(frames);
  });

  test('[S9] what the other side did not want before keeps nothing else', () => {
    const side = underWay(5, 0);
    side.link.sent.set(a, { seq: 5, from: 0, mark: 0, ticks: 0, lost: 1 });
    fillLog(side.log, b, small(1));
    side.run({ type: 'appended' });
    expect(sent(side)).toEqual([[[b, 1]]]);
  });
});

describe('a connection that does not drain', () => {
  test('[S10] gets frames up to the bound to the byte', () => {
    const side = createLinkSide();
    fillLog(side.log, a, small(1));
    side.buffered = limits.bufferedBytes;
    side.run({ type: 'tick' });
    expect(typesOf(side.says())).toEqual(['have', 'entries']);
  });

  test('[S10] beyond it nothing is said, and no number is given away for what was not said', () => {
    const side = createLinkSide();
    side.buffered = limits.bufferedBytes + 1;
    side.run({ type: 'opened' });
    side.run({ type: 'tick' });
    expect(side.says()).toEqual([]);
    side.buffered = 0;
    side.run({ type: 'tick' });
    expect(side.says()).toMatchObject([{ type: 'have', mark: 1 }]);
  });

  test('[S9] is not told where this side stands either; at the bound it is, without a number', () => {
    const other = createLinkSide();
    const { write } = createLogWriter(other.log, 1);
    const [, ...later] = write(3);
    const side = createLinkSide();
    side.buffered = limits.bufferedBytes + 1;
    side.hear(entriesFrame(later));
    expect(side.says()).toEqual([]);
    side.buffered = limits.bufferedBytes;
    side.hear(entriesFrame(later));
    const [have] = side.says();
    expect(have).toMatchObject({ type: 'have', logs: [] });
    expect(have).not.toHaveProperty('mark');
  });
});

describe('what is said of the own logs', () => {
  test('[S6] how far others hold them, as long as they are not too many', () => {
    const side = createLinkSide({ copies: [7] });
    const said = () => {
      side.run({ type: 'opened' });
      const [have] = side.says();
      return have?.type === 'have' ? have.logs.filter(({ copies }) => copies !== undefined).length : -1;
    };
    for (let count = 0; count < limits.logsWithCopies; count += 1) fillLog(side.log, logIdOf(String(count)), [1]);
    expect(said()).toBe(limits.logsWithCopies);
    fillLog(side.log, logIdOf('one more'), [1]);
    expect(said()).toBe(0);
  });

  test('[S18] each time under a further number; while the last has not come back it is not said at every tick', () => {
    const side = createLinkSide();
    const marks = () => side.says().flatMap((frame) => (frame.type === 'have' ? [frame.mark] : []));
    side.run({ type: 'opened' });
    side.run({ type: 'tick' });
    // To one that says no numbers itself, at every tick.
    expect(marks()).toEqual([1, 2]);
    side.hear({ ...haveNothing, mark: 5 });
    expect(side.says()).toEqual([{ type: 'heard', mark: 5 }]);
    side.run({ type: 'tick' });
    expect(marks()).toEqual([]);
    side.hear({ type: 'heard', mark: 2 });
    side.run({ type: 'tick' });
    expect(marks()).toEqual([3]);
    // It has said one once: that counts for good.
    side.hear(haveNothing);
    expect(side.says()).toEqual([]);
    side.run({ type: 'tick' });
    expect(marks()).toEqual([]);
  });
});

describe('what the other side says of itself', () => {
  test('[S12] counts as lacking here only where it is taken, not later, and can be had at once', () => {
    const side = createLinkSide();
    fillLog(side.log, a, small(4));
    const head = (log: string, seq: number) => ({ log, seq, hash: new Uint8Array(32) });
    side.hear({ ...haveNothing, logs: [head(a, 6), head(b, 10), head(c, 100)] });
    expect(missingHere(side.log, side.link)).toBe(2 + 10 + 100);
    side.link.refused.add(c);
    expect(missingHere(side.log, side.link)).toBe(2 + 10);
    side.link.later.add(b);
    expect(missingHere(side.log, side.link)).toBe(2);
    side.hear({ ...haveNothing, logs: [{ ...head(a, 6), later: true }] });
    expect(missingHere(side.log, side.link)).toBe(0);
    side.hear({ ...haveNothing, logs: [head(a, 6)] });
    expect(missingHere(side.log, side.link)).toBe(2);
    side.hear({ ...haveNothing, logs: [head(a, 2)] });
    expect(missingHere(side.log, side.link)).toBe(0);
  });

  test('[S6] of copies elsewhere is kept as it was said last', () => {
    const side = createLinkSide();
    const head = { log: a, seq: 1, hash: new Uint8Array(32) };
    side.hear({ ...haveNothing, logs: [{ ...head, copies: [3, 4] }] });
    expect(side.link.copies.get(head.log)).toEqual([3, 4]);
    side.hear({ ...haveNothing, logs: [head] });
    expect(side.link.copies.get(head.log)).toEqual([]);
    side.hear(haveNothing);
    expect([side.link.copies.size, side.link.their.size]).toEqual([0, 0]);
  });

  test('[S9] is not taken back by entries that come later than it was said', () => {
    const [author, side] = [createLinkSide(), createLinkSide()];
    const { id, write } = createLogWriter(author.log, 1);
    write(3);
    const whole = author.log.read(id, 0, wholeLog);
    write(2);
    side.hear(haveOf(author.log));
    side.hear(entriesFrame(whole));
    expect([side.link.their.get(id)?.seq, missingHere(side.log, side.link)]).toEqual([6, 2]);
    side.hear(entriesFrame(author.log.read(id, 0, wholeLog)));
    expect(missingHere(side.log, side.link)).toBe(0);
    // What it brings it holds, said or not.
    const other = createLinkSide();
    other.hear(entriesFrame(whole));
    expect(other.link.their.get(id)?.seq).toBe(4);
  });

  test('[S1] that it goes ends the connection, with its reason', () => {
    const side = createLinkSide();
    side.hear({ type: 'bye', reason: 'moved', message: '' });
    expect([side.closed, side.says()]).toEqual([['moved'], []]);
  });

  test('[S2] that cannot be read is answered with the reason and no words', () => {
    const side = createLinkSide();
    side.hear(Uint8Array.of(0xff));
    expect(side.says()).toEqual([{ type: 'bye', reason: 'malformed-frame', message: '' }]);
    expect(side.problems).toEqual([{ type: 'bad-frame', reason: 'malformed-frame' }]);
  });
});

describe('entries that are not taken', () => {
  const brings = createLinkSide();
  const { id } = createLogWriter(brings.log, 1);
  const frame = entriesFrame(brings.log.read(id, 0, wholeLog));
  const side = (refusal: Omit<ReceiveError, 'log'>) => {
    const made = createLinkSide();
    made.refusal = refusal;
    made.hear(frame);
    return made;
  };

  test('[S8] are told with their reason, and their log is not looked at again', () => {
    const refused = side({ type: 'bad-chain', seq: 7, device: 'perangkat' });
    expect(refused.problems).toEqual([{ type: 'refused-entries', log: id, seq: 7, reason: 'bad-chain' }]);
    refused.refusal = null;
    refused.hear(frame);
    expect([refused.asked, refused.log.heads(), refused.says()]).toEqual([[id], [], []]);
  });

  test('[L16] because their writer has filled what is its due are told with whose they are', () => {
    const full = side({ type: 'over-quota', seq: 7, device: 'perangkat' });
    expect(full.problems).toEqual([{ type: 'over-quota', log: id, device: 'perangkat' }]);
    const nameless = side({ type: 'over-quota', seq: 7 });
    expect(nameless.problems).toEqual([{ type: 'refused-entries', log: id, seq: 7, reason: 'over-quota' }]);
  });

  test('[L6] yet are waited for without a word, until they are', () => {
    const waiting = side({ type: 'not-yet', seq: 1, device: 'perangkat' });
    expect([waiting.problems, waiting.says(), [...waiting.link.later]]).toEqual([[], [], [id]]);
    waiting.refusal = null;
    waiting.hear(frame);
    expect([typesOf(waiting.says()), waiting.link.later.size]).toEqual([['ack'], 0]);
  });

  test.each(['gap', 'fork'] as const)(
    '[S9] because they do not go on from here (%s) make this side say where it stands',
    (type) => {
      const behind = side({ type, seq: 3 });
      expect([behind.problems, typesOf(behind.says())]).toEqual([[], ['have']]);
    },
  );
});

describe('entries that nobody has confirmed', () => {
  /** What is kept of them after a tick. */
  function afterTick(sentUpTo: number, confirmed: number, more: { from?: number; ticks?: number; lost?: number } = {}) {
    const side = createLinkSide();
    fillLog(side.log, a, small(10));
    side.hear(haveNothing);
    side.says();
    if (confirmed > 0) side.link.their.set(a, { seq: confirmed, hash: new Uint8Array(32) });
    const { from = 0, ticks = 0, lost = 0 } = more;
    side.link.sent.set(a, { seq: sentUpTo, from, mark: 0, ticks, lost });
    // Nothing leaves: only what is kept counts.
    side.buffered = limits.bufferedBytes + 1;
    side.run({ type: 'tick' });
    return side.link.sent.get(a);
  }
  const late = limits.resendTicks;

  test('[S9] are counted tick by tick, and forgotten once they are confirmed to the last', () => {
    expect(afterTick(5, 0)).toEqual({ seq: 5, from: 0, mark: 0, ticks: 1, lost: 0 });
    expect(afterTick(5, 4)).toEqual({ seq: 5, from: 0, mark: 0, ticks: 1, lost: 0 });
    expect(afterTick(5, 5)).toBeUndefined();
    expect(afterTick(5, 6)).toBeUndefined();
  });

  test('[S9] are lost after their time, once more each time, and anew where the other side has come further', () => {
    expect(afterTick(5, 0, { ticks: late - 1 })).toMatchObject({ seq: 5, ticks: late });
    expect(afterTick(5, 0, { ticks: late })).toEqual({ seq: 0, from: 0, mark: 0, ticks: 0, lost: 1 });
    expect(afterTick(5, 0, { ticks: late * 2, lost: 1 })).toMatchObject({ seq: 0, lost: 2 });
    expect(afterTick(5, 2, { ticks: late * 2, lost: 1, from: 2 })).toMatchObject({ seq: 0, lost: 2 });
    expect(afterTick(5, 3, { ticks: late * 2, lost: 1, from: 2 })).toMatchObject({ seq: 0, lost: 0 });
  });

  test('[S9] and were lost stay known as that until they leave again', () => {
    expect(afterTick(0, 0, { lost: 2 })).toMatchObject({ seq: 0, ticks: 1, lost: 2 });
  });

  test('[S9] leave with how far the other side was, and how often they were lost', () => {
    const side = createLinkSide();
    fillLog(side.log, a, small(10));
    const known = present(side.log.read(a, 3, wholeLog)[0], 'it is there');
    side.link.sent.set(a, { seq: 0, from: 0, mark: 0, ticks: 2, lost: 3 });
    side.hear({ ...haveNothing, logs: [{ log: a, seq: 4, hash: known.hash }] });
    expect(side.link.sent.get(a)).toEqual({ seq: 10, from: 4, mark: 0, ticks: 0, lost: 3 });
  });
});

describe('logs that have no hurry', () => {
  function unhurried(more: { readonly isTurn?: boolean; readonly later?: readonly string[] } = {}) {
    const { isTurn = true, later = [a, b] } = more;
    const asked = { times: 0 };
    const side = createLinkSide({
      isLater: (log) => later.includes(log),
      maySpread: () => {
        asked.times += 1;
        return isTurn;
      },
    });
    side.hear(haveNothing);
    return { side, asked };
  }

  test('[S22] leave in a tick, the least first, while nothing waits to leave here', () => {
    const { side, asked } = unhurried();
    fillLog(side.log, a, small(5));
    fillLog(side.log, b, small(2));
    side.buffered = 1;
    side.run({ type: 'tick' });
    expect([sent(side), asked.times]).toEqual([[], 0]);
    side.buffered = 0;
    side.run({ type: 'tick' });
    expect([sent(side), asked.times]).toEqual([
      [
        [
          [b, 2],
          [a, 5],
        ],
      ],
      1,
    ]);
  });

  test('[S22] wait while one of them is on its way', () => {
    const { side, asked } = unhurried();
    fillLog(side.log, a, small(5));
    side.run({ type: 'tick' });
    expect(sent(side)).toEqual([[[a, 5]]]);
    fillLog(side.log, b, small(2));
    side.run({ type: 'tick' });
    expect([sent(side), asked.times]).toEqual([[], 1]);
  });

  test('[S22] do not wait for a log with hurry that the other side did not want, nor ask for a turn with nothing to send', () => {
    const { side, asked } = unhurried({ later: [a] });
    fillLog(side.log, b, small(2));
    side.link.sent.set(b, { seq: 2, from: 0, mark: 0, ticks: 0, lost: 1 });
    side.run({ type: 'tick' });
    expect(asked.times).toBe(0);
    fillLog(side.log, a, small(1));
    side.run({ type: 'tick' });
    expect([sent(side), asked.times]).toEqual([[[[a, 1]]], 1]);
    side.link.sent.set(a, { seq: 1, from: 0, mark: 0, ticks: 0, lost: 1 });
    side.run({ type: 'tick' });
    expect([sent(side), asked.times]).toEqual([[], 1]);
  });

  test('[S22] stay where nobody gives turns', () => {
    const side = createLinkSide({ isLater: () => true });
    fillLog(side.log, a, small(1));
    side.run({ type: 'tick' });
    expect(typesOf(side.says())).toEqual(['have']);
  });
});
