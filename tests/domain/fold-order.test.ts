/** [E3] Facts of every type, from several laptops: the order of arrival leaves no trace, nor does what comes twice. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { emptyContest, type Contest } from '../../shared/domain/contest.ts';
import { contestProblems } from '../../shared/domain/contest-problems.ts';
import { authorOf, type Author, type DomainEvent, type RecordedEvent } from '../../shared/domain/facts/events.ts';
import { applyEvents, foldEvents } from '../../shared/domain/facts/evolve.ts';
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import { standingWork } from '../../shared/domain/standing.ts';
import { createLogReader } from '../../shared/log/read.ts';
import type { Batch } from '../../shared/log/receive.ts';
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { seededDeviceKeys } from '../simulation/seeded-keys.ts';
import { arbitraryFacts, sharedSetup } from '../support/arbitrary-facts.ts';
import { beginWriter, memoryPorts, seededRandom, type TestWriter } from '../support/core-ports.ts';
import { receiveInto } from '../support/log-writer.ts';

const committee: Author = { role: 'committee', device: 'd' };
/** The first seat has two laptops, and each laptop a log of its own. */
const seats: readonly { readonly seat: string; readonly letter: string }[] = [
  { seat: 'j1', letter: 'b' },
  { seat: 'j2', letter: 'c' },
  { seat: 'j1', letter: 'e' },
];
const names = ['a', ...seats.map(({ letter }) => letter)].map((letter) => letter.repeat(26));
const places = {
  refs: names.flatMap((log) => Array.from({ length: 4 }, (_, index) => `${log}:${index + 1}`)),
  logs: names,
  devices: ['d'.repeat(26), 'e'.repeat(26)],
};
const choices = fc.infiniteStream(fc.nat());

test('[E3] facts of all types fold to the same contest, however the logs of the seats come between the committee’s', () => {
  const property = fc.property(arbitraryFacts(places, 3), choices, choices, (facts, dealt, mixed) => {
    const logs = recordedIn(facts, dealt);
    const expected = whatIsSeen(foldEvents(logs.flat()));
    expect(whatIsSeen(foldEvents(inAnyOrder(logs, mixed)))).toEqual(expected);
    expect(whatIsSeen(foldEvents(logs.toReversed().flat()))).toEqual(expected);
  });
  fc.assert(property, { numRuns: 150 });
});

test('[E3] folded one by one or at once, the contest is the same, and the one before is left as it was', () => {
  const property = fc.property(arbitraryFacts(places, 2), choices, (facts, dealt) => {
    const events = recordedIn(facts, dealt).flat();
    const half = foldEvents(events.slice(0, events.length / 2));
    const before = structuredClone(half);
    const whole = events.slice(events.length / 2).reduce((contest, each) => applyEvents(contest, [each]), half);
    expect(whole).toEqual(foldEvents(events));
    expect(half).toEqual(before);
  });
  fc.assert(property, { numRuns: 30 });
});

test('[G7] what is shown after each fact, when most is kept from the fact before, equals a rebuild', () => {
  const property = fc.property(arbitraryFacts(places, 3), choices, choices, (facts, dealt, mixed) => {
    let contest = emptyContest;
    const came: RecordedEvent[] = [];
    for (const each of inAnyOrder(recordedIn(facts, dealt), mixed)) {
      contest = applyEvents(contest, [each]);
      came.push(each);
      // Other values than before, so that nothing kept is found again.
      const rebuilt = contest.setup === null ? contest : foldEvents(structuredClone(came));
      if (contest.setup !== null) expect(whatIsSeen(contest)).toEqual(whatIsSeen(rebuilt));
    }
  });
  // To make a failing list of facts smaller takes minutes.
  fc.assert(property, { numRuns: 8, endOnFailure: true });
});

test('[E3] entries of two committee’s laptops and three jurors’ that come in any order, some twice, read the same', () => {
  const keys = Array.from({ length: 5 }, (_, index) => seededDeviceKeys(seededRandom(`laptop ${index}`)));
  const { writers } = laptops(keys);
  const logs = writers.map(({ identity }) => identity.log);
  const nameable = {
    refs: logs.flatMap((log) => Array.from({ length: 4 }, (_, index) => `${log}:${index + 2}`)),
    logs,
    devices: writers.slice(2).map(({ identity }) => identity.device),
  };
  const property = fc.property(arbitraryFacts(nameable, 2), choices, choices, (facts, dealt, mixed) => {
    const { sent, write, clock, read } = laptops(keys);
    for (const [index, fact] of facts.entries()) {
      const among = authorOf(fact.type) === 'committee' ? [0, 1] : [2, 3, 4];
      clock.set(1_700_000_000_000 + index * 1000);
      write(among[next(dealt) % among.length] ?? 0, fact);
    }
    const straight = read();
    straight.take(sent.flat());
    const expected = whatIsSeen(straight.contest());
    const other = read();
    const came: Batch[] = [];
    for (const batch of inAnyOrder(sent, mixed)) {
      other.take([batch]);
      came.push(batch);
      const again = came[next(mixed) % came.length];
      if (again !== undefined && next(mixed) % 3 === 0) expect(other.take([again])).toBe(0);
    }
    expect(whatIsSeen(other.contest())).toEqual(expected);
  });
  fc.assert(property, { numRuns: 12 });
});

test('[E4] thousands of scores in one field that replace nothing, or the one before, do not make the fold longer and longer', () => {
  const [seat = { seat: '', letter: '' }] = seats;
  const count = 30_000;
  const scores = (replaces: (seq: number) => string[]) =>
    Array.from({ length: count }, (_, index): RecordedEvent => {
      const rubric = `${'a'.repeat(26)}:1`;
      const value = String(index % 100);
      const event: DomainEvent = {
        type: 'score-set',
        contestant: 'k1',
        criterion: 'isi',
        value,
        replaces: replaces(index + 1),
        rubric,
      };
      const author: Author = { role: 'seat', seat: seat.seat, device: 'd' };
      return { ref: `${seat.letter.repeat(26)}:${index + 1}`, atMs: index, author, event };
    });
  const headsOf = (events: readonly RecordedEvent[]) =>
    [...foldEvents(events).facts.values()].flatMap(({ scores: own }) => own.get('isi')?.heads ?? []);
  const beside = scores(() => []);
  expect(headsOf(beside).map(({ ref }) => ref)).toEqual(beside.map(({ ref }) => ref));
  const inTurn = scores((seq) => (seq === 1 ? [] : [`${seat.letter.repeat(26)}:${seq - 1}`]));
  expect(headsOf(inTurn).map(({ ref }) => ref)).toEqual([`${seat.letter.repeat(26)}:${count}`]);
});

/** Each fact in a log of whoever may write it: the committee's first, which begins with the founding. */
function recordedIn(facts: readonly DomainEvent[], dealt: fc.Stream<number>): RecordedEvent[][] {
  const authors: Author[] = [committee, ...seats.map(({ seat }): Author => ({ role: 'seat', seat, device: 'd' }))];
  const logs: RecordedEvent[][] = authors.map(() => []);
  const put = (at: number, event: DomainEvent) => {
    const log = logs[at] ?? [];
    log.push({
      ref: `${names[at]}:${log.length + 1}`,
      atMs: 100 * at + log.length,
      author: authors[at] ?? committee,
      event,
    });
  };
  put(0, { type: 'contest-founded', setup: sharedSetup });
  for (const fact of facts) put(authorOf(fact.type) === 'committee' ? 0 : 1 + (next(dealt) % seats.length), fact);
  return logs;
}

function inAnyOrder<Item>(logs: readonly (readonly Item[])[], mixed: fc.Stream<number>): Item[] {
  const left = logs.map((log) => [...log]);
  const order: Item[] = [];
  while (left.some((log) => log.length > 0)) {
    const open = left.filter((log) => log.length > 0);
    order.push(...(open[next(mixed) % open.length]?.splice(0, 1) ?? []));
  }
  return order;
}

function next(stream: fc.Stream<number>): number {
  return stream.next().value ?? 0;
}

/** Everything folded, and what people and papers are shown of it. */
function whatIsSeen(contest: Contest) {
  return {
    contest,
    problems: contestProblems(contest),
    work: standingWork(contest).map((each) => ({ ...each, refs: [...each.refs].toSorted() })),
    file: toContestFile(contest),
  };
}

/** Two of the committee, which began anew once, and three of jurors, all admitted, on one set of keys: their logs have the same ids each time. */
function laptops(keys: readonly ReturnType<typeof seededDeviceKeys>[]) {
  const ports = memoryPorts('fold order');
  const writers = keys.map((each, index) => {
    const seat = seats[index - 2]?.seat ?? null;
    return beginWriter(ports, seat === null ? 'committee' : 'seat', seat, seat === null ? keys[0] : each);
  });
  /** What each has written so far, as it is sent. */
  const sent = writers.map(({ opening }) => [batchOf(opening)]);
  const write = (at: number, fact: DomainEvent) => sent[at]?.push(batchOf(writers[at]?.write(fact) ?? []));
  write(0, { type: 'contest-founded', setup: sharedSetup, format: 3 });
  for (const [index, { seat }] of seats.entries()) {
    const writer = writers[index + 2];
    if (writer === undefined) continue;
    const { signingKey, boxKey } = writer.keys;
    const { device } = writer.identity;
    write(0, { type: 'device-admitted', device, signingKey, boxKey, seat, machine: 'laptop' });
  }
  return { writers, sent, write, clock: ports.clock, read: () => reading(writers) };
}

function reading(writers: readonly TestWriter[]) {
  const log = createMemoryLog();
  const reader = createLogReader({
    crypto: nodeCrypto,
    founder: writers[0]?.keys.signingKey ?? '',
    contestKeyOf: () => null,
    keyOf: (id) => writers.find(({ identity }) => identity.log === id)?.identity.form.key ?? null,
  });
  let contest = emptyContest;
  return {
    contest: () => contest,
    /** How many entries were new. */
    take: (batches: readonly Batch[]): number => {
      let count = 0;
      for (const batch of batches) {
        const received = receiveInto(log, batch);
        if (!received.ok) throw new Error(received.error.type);
        count += received.value.fresh.length;
        const change = reader.add(received.value.fresh);
        contest = change.type === 'appended' ? applyEvents(contest, change.events) : foldEvents(reader.recorded());
      }
      return count;
    },
  };
}

function batchOf(entries: ReturnType<TestWriter['write']>): Batch {
  const [first] = entries;
  const signature = entries.at(-1)?.signature ?? new Uint8Array(64);
  return { log: first?.log ?? '', entries: entries.map(({ bytes }) => bytes), signature };
}
