/** Every fact with what it changed, whether that was after the group had presented, and why it has no effect where it has none. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DomainEvent, RecordedEvent } from '../../shared/domain/facts/events.ts';
import { foldEvents } from '../../shared/domain/facts/evolve.ts';
import { historyOf, type HistoryEntry } from '../../shared/domain/history/history.ts';
import { limits } from '../../shared/limits.ts';
import { arbitraryFacts, sharedSetup } from '../support/arbitrary-facts.ts';
import { factsOfDay, placesOfDay, recordedIn, type Wrote } from '../support/day-of-facts.ts';

const nobody = { type: 'stage-shown', contestant: null, stage: null } as const;
const shown = (contestant: string, stage = 't') => ({ type: 'stage-shown', contestant, stage }) as const;
const timer = (type: 'timer-started' | 'timer-stopped') =>
  ({ type, contestant: 'k1', stage: 't', part: 0, elapsedMs: 0 }) as const;
const score = (value: string | null, replaces: readonly string[] = [], criterion = 'sikap'): DomainEvent => ({
  type: 'score-set',
  contestant: 'k1',
  criterion,
  value,
  replaces: [...replaces],
  rubric: 'p:1',
});

/** `minutes`: when; facts of the committee have no seat. The founding is entry 1 of the committee, at minute 0. */
function historyOfDay(...wrote: readonly Wrote[]): readonly HistoryEntry[] {
  const events = factsOfDay(...wrote);
  return historyOf(foldEvents(events), events).entries;
}

const marked = (entries: readonly HistoryEntry[]) =>
  entries.filter((each) => each.afterPresentation).map((each) => each.recorded.ref);

describe('[T1] the history', () => {
  test('[T1] has every fact once, in one order, however they arrived', () => {
    const property = fc.property(arbitraryFacts(placesOfDay, 2), fc.infiniteStream(fc.nat()), (facts, mixed) => {
      const events = recordedIn(facts);
      const arrived = events
        .map((event) => ({ event, place: mixed.next().value ?? 0 }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ event }) => event);
      // Within a log facts arrive in its order, so the fold is of the straight ones.
      const contest = foldEvents(events);
      const refs = (list: readonly RecordedEvent[]) =>
        historyOf(contest, list).entries.map(({ recorded }) => recorded.ref);
      expect(refs(arrived)).toEqual(refs(events));
      expect(refs(events).toSorted()).toEqual(events.map(({ ref }) => ref).toSorted());
    });
    fc.assert(property, { numRuns: 40 });
  });

  test('[T1] follows the clocks between logs and the numbers within one', () => {
    const entries = historyOfDay(
      { at: 5, seat: 'j1', fact: score('80') },
      { at: 3, seat: 'j2', fact: score('70') },
      { at: 5, seat: 'j1', fact: score('81', ['j1:1']) },
    );
    expect(entries.map(({ recorded }) => recorded.ref)).toEqual(['p:1', 'j2:1', 'j1:1', 'j1:2']);
  });

  test('[T1] does not run in circles where entries name each other as replaced', () => {
    const entries = historyOfDay(
      { at: 1, seat: 'j1', fact: score('80', ['j1:2']) },
      { at: 2, seat: 'j1', fact: score('81', ['j1:1', 'j1:2']) },
    );
    expect(entries.map(({ before }) => before)).toEqual([[], ['81'], ['80', '81']]);
  });
});

describe('[T2] what stood before', () => {
  test('[T2] is what the writer replaced in the same field, and nothing of another’s', () => {
    const entries = historyOfDay(
      { at: 1, seat: 'j1', fact: score('80') },
      { at: 2, seat: 'j2', fact: score('70', ['j1:1']) },
      { at: 3, seat: 'j1', fact: score('85', ['j1:1', 'j2:1']) },
      { at: 4, seat: 'j1', fact: score('9', ['j1:2'], 'isi') },
    );
    expect(entries.map(({ before }) => before)).toEqual([[], [], [], ['80'], []]);
  });

  test('[T2] is both values where two laptops had written', () => {
    const entries = historyOfDay(
      { at: 1, seat: 'j1', fact: score('80') },
      { at: 1, seat: 'j1', log: 'j1b', fact: score('90') },
      { at: 2, seat: 'j1', fact: score('85', ['j1:1', 'j1b:1']) },
    );
    expect(entries.at(-1)?.before).toEqual(['80', '90']);
  });

  test('[T2] the writer is who held the seat then; a seat that is gone keeps its last name', () => {
    const jurors = (name: string) => ({
      type: 'jurors-changed' as const,
      jurors: [{ id: 'j1', name }, ...sharedSetup.jurors.slice(1)],
    });
    const entries = historyOfDay(
      { at: 1, fact: jurors('Ani') },
      { at: 2, seat: 'j1', fact: score('80') },
      { at: 3, fact: jurors('Budi') },
      { at: 4, seat: 'j1', fact: score('81', ['j1:1']) },
    );
    expect(entries.filter(({ kind }) => kind === 'score').map(({ writer }) => writer)).toEqual(['Ani', 'Budi']);
    expect(entries[3]?.changes).toEqual([
      { type: 'changed', thing: 'juror', name: 'Budi', field: 'name', values: { before: 'Ani', after: 'Budi' } },
    ]);
  });

  test('[T2] what takes something back is about the same group and seat', () => {
    const [, , cancelled] = historyOfDay(
      { at: 1, seat: 'j2', fact: { type: 'recused', contestant: 'k2', reason: 'saudara' } },
      { at: 2, fact: { type: 'recusal-cancelled', recusal: 'j2:1', reason: 'keliru' } },
    );
    expect(cancelled).toMatchObject({ contestants: ['k2'], seat: 'j2', reason: 'keliru' });
  });
});

/** k1 is shown at 10; the timer runs from 11 and is stopped at 20, the next one is shown at 30. */
const presented: readonly Wrote[] = [
  { at: 10, fact: shown('k1') },
  { at: 11, fact: timer('timer-started') },
  { at: 20, fact: timer('timer-stopped') },
  { at: 30, fact: shown('k2') },
];

describe('[T3] changed after the presentation', () => {
  const changedAt = (at: number): readonly Wrote[] => [
    { at: 5, seat: 'j1', fact: score('80') },
    { at, seat: 'j1', fact: score('85', ['j1:1']) },
  ];

  test.each([
    [9, false],
    [15, false],
    [20, false],
    [20 + 1 / 60_000, true],
    [25, true],
    [40, true],
  ])('[T3] a score changed at minute %d of a presentation whose timer stopped at 20: %s', (at, isMarked) => {
    expect(marked(historyOfDay(...presented, ...changedAt(at)))).toEqual(isMarked ? ['j1:2'] : []);
  });

  test.each([
    [22, false],
    [25, false],
    [27, false],
    [27 + 1 / 60_000, true],
  ])('[T3] with the timer started again at 25 and stopped at 27, at minute %d: %s', (at, isMarked) => {
    const again: readonly Wrote[] = [
      { at: 25, fact: timer('timer-started') },
      { at: 27, fact: timer('timer-stopped') },
    ];
    expect(marked(historyOfDay(...presented, ...again, ...changedAt(at)))).toEqual(isMarked ? ['j1:2'] : []);
  });

  test.each([
    [
      'another group is shown',
      [
        { at: 10, fact: shown('k1') },
        { at: 30, fact: shown('k2') },
      ],
    ],
    [
      'nobody is',
      [
        { at: 10, fact: shown('k1') },
        { at: 30, fact: nobody },
      ],
    ],
    [
      'it leaves with the timer running',
      [
        { at: 10, fact: shown('k1') },
        { at: 11, fact: timer('timer-started') },
        { at: 30, fact: nobody },
      ],
    ],
  ] satisfies readonly (readonly [string, readonly Wrote[]])[])(
    '[T3] without a stopped timer the end is when %s',
    (_name, steps) => {
      expect(marked(historyOfDay(...steps, ...changedAt(30)))).toEqual([]);
      expect(marked(historyOfDay(...steps, ...changedAt(31)))).toEqual(['j1:2']);
    },
  );

  test('[T3] a stop between the parts ends nothing, nor do questions without a timer; the last part does', () => {
    const timed = [300, 600, 300].map((seconds, index) => ({ name: `Bagian ${index + 1}`, seconds }));
    const stages = sharedSetup.stages.map((stage) => ({ ...stage, timer: timed }));
    const part = (at: number, type: 'timer-started' | 'timer-stopped', number: number): Wrote => ({
      at,
      fact: { ...timer(type), part: number },
    });
    const untilQuestions: readonly Wrote[] = [
      { at: 1, fact: { type: 'stages-changed', stages } },
      { at: 10, fact: shown('k1') },
      part(11, 'timer-started', 1),
      part(20, 'timer-stopped', 1),
    ];
    const left: Wrote = { at: 40, fact: nobody };
    expect(marked(historyOfDay(...untilQuestions, left, ...changedAt(30)))).toEqual([]);
    expect(marked(historyOfDay(...untilQuestions, left, ...changedAt(41)))).toEqual(['j1:2']);
    const questions = [part(21, 'timer-started', 2), part(25, 'timer-stopped', 2)];
    expect(marked(historyOfDay(...untilQuestions, ...questions, left, ...changedAt(30)))).toEqual(['j1:2']);
  });

  test('[T3] a group that is on stage again is not after its presentation; before and behind that it is', () => {
    const twice: readonly Wrote[] = [...presented, { at: 50, fact: shown('k1') }, { at: 60, fact: nobody }];
    expect([45, 50, 55, 60, 61].map((at) => marked(historyOfDay(...twice, ...changedAt(at))).length)).toEqual([
      1, 0, 0, 0, 1,
    ]);
  });

  test('[T3] a step that was taken back never was', () => {
    const undone: readonly Wrote[] = [
      { at: 10, fact: shown('k1') },
      { at: 20, fact: shown('k2') },
      { at: 22, fact: { ...shown('k1'), undoes: 'p:3' } },
    ];
    expect(marked(historyOfDay(...undone, ...changedAt(30)))).toEqual([]);
    expect(marked(historyOfDay(...undone, ...changedAt(21), { at: 40, fact: nobody }))).toEqual([]);
    expect(marked(historyOfDay(...undone, ...changedAt(41), { at: 40, fact: nobody }))).toEqual(['j1:2']);
  });

  test('[T3] a written report goes by any presentation, a stage of its own by its own', () => {
    const report = (at: number): readonly Wrote[] => [
      { at: 5, seat: 'j1', fact: score('80', [], 'isi') },
      { at, seat: 'j1', fact: score('85', ['j1:1'], 'isi') },
    ];
    expect(marked(historyOfDay(...presented, ...report(25)))).toEqual(['j1:2']);
    const both: readonly Wrote[] = [...presented, { at: 50, fact: shown('k1', 's') }, { at: 60, fact: nobody }];
    expect(marked(historyOfDay(...both, ...report(25)))).toEqual([]);
    expect(marked(historyOfDay(...both, ...report(65)))).toEqual(['j1:2']);
  });

  test('[T3] a first score is no change, an emptied one is; nor is what passed in the middle of typing', () => {
    const second = 1 / 60;
    const entries = historyOfDay(
      ...presented,
      { at: 40, seat: 'j1', fact: score('8') },
      { at: 40 + second, seat: 'j1', fact: score('85', ['j1:1']) },
      { at: 41, seat: 'j1', fact: score('9', ['j1:2']) },
      { at: 41 + second, seat: 'j1', fact: score('90', ['j1:3']) },
      { at: 42, seat: 'j1', fact: score(null, ['j1:4']) },
      { at: 43, seat: 'j1', fact: score('90', ['j1:5']) },
      { at: 44, seat: 'j1', fact: score('9', ['j1:6']) },
      { at: 44 + limits.typingMs / 60_000 + second, seat: 'j1', fact: score('95', ['j1:7']) },
    );
    expect(marked(entries)).toEqual(['j1:3', 'j1:4', 'j1:5', 'j1:7', 'j1:8']);
  });

  test.each([
    [limits.typingMs, false],
    [limits.typingMs + 1, true],
  ])('[T3] a longer number %d ms after its beginning is one typing: marked %s', (pauseMs, isMarked) => {
    const entries = historyOfDay(
      ...presented,
      { at: 40, seat: 'j1', fact: score('8') },
      { at: 40 + pauseMs / 60_000, seat: 'j1', fact: score('85', ['j1:1']) },
    );
    expect(marked(entries)).toEqual(isMarked ? ['j1:2'] : []);
  });

  test('[T3] what takes something back or changes the group itself is marked, the course of the day is not', () => {
    const entries = historyOfDay(
      { at: 1, fact: { type: 'penalty-added', penalty: { contestant: 'k1', points: '1', reason: 'lama' } } },
      ...presented,
      { at: 31, fact: { type: 'contestant-status-changed', contestant: 'k1', status: 'performed' } },
      { at: 32, fact: { type: 'penalty-added', penalty: { contestant: 'k1', points: '2', reason: 'lagi' } } },
      { at: 33, fact: { type: 'penalty-cancelled', penalty: 'p:2', reason: 'keliru' } },
      { at: 34, fact: { type: 'contestant-status-changed', contestant: 'k1', status: 'withdrawn' } },
      { at: 35, fact: { type: 'order-changed', numbers: [{ contestant: 'k1', number: 1 }] } },
      { at: 36, fact: { type: 'order-changed', numbers: [{ contestant: 'k1', number: 9 }] } },
      {
        at: 37,
        fact: { type: 'sheet-reopened', juror: 'j1', contestant: 'k1', stage: 't', locks: ['j1:9'], reason: 'salah' },
      },
      {
        at: 38,
        fact: { type: 'sheet-reopened', juror: 'j1', contestant: 'k3', stage: 't', locks: ['j1:9'], reason: 'salah' },
      },
    );
    expect(marked(entries)).toEqual(['p:9', 'p:10', 'p:12', 'p:13']);
  });
});

describe('[T3] a sheet that was opened again', () => {
  const lock = (value: string, after?: readonly string[]): DomainEvent => ({
    type: 'sheet-locked',
    contestant: 'k1',
    stage: 't',
    values: { sikap: value },
    rubric: 'p:1',
    ...(after === undefined ? {} : { after: [...after] }),
  });
  const opened = (at: number, ref: string): Wrote => ({
    at,
    fact: { type: 'sheet-reopened', juror: 'j1', contestant: 'k1', stage: 't', locks: [ref], reason: 'salah' },
  });

  test.each([
    ['the first lock is no change', [{ at: 40, seat: 'j1', fact: lock('80') }], []],
    [
      'locked again as before, the opening alone is one',
      [
        { at: 25, seat: 'j1', fact: lock('80') },
        opened(40, 'j1:1'),
        { at: 41, seat: 'j1', fact: lock('80', ['j1:1']) },
      ],
      ['p:6'],
    ],
    [
      'locked again with another value, both are',
      [
        { at: 25, seat: 'j1', fact: lock('80') },
        opened(40, 'j1:1'),
        { at: 41, seat: 'j1', fact: lock('85', ['j1:1']) },
      ],
      ['p:6', 'j1:2'],
    ],
    [
      'a lock that takes back what the one before had changed differs from that one',
      [
        { at: 25, seat: 'j1', fact: lock('80') },
        opened(40, 'j1:1'),
        { at: 41, seat: 'j1', fact: lock('85', ['j1:1']) },
        opened(42, 'j1:2'),
        { at: 43, seat: 'j1', fact: lock('80', ['j1:1', 'j1:2']) },
      ],
      ['p:6', 'j1:2', 'p:7', 'j1:3'],
    ],
  ] as const)('[T3] %s', (_name, facts, refs) => {
    expect(marked(historyOfDay(...presented, ...facts))).toEqual(refs);
  });

  test('[T3] locked again with another value before the presentation, nothing is marked', () => {
    const entries = historyOfDay(
      { at: 1, seat: 'j1', fact: lock('80') },
      opened(2, 'j1:1'),
      { at: 3, seat: 'j1', fact: lock('85', ['j1:1']) },
      ...presented,
    );
    expect(marked(entries)).toEqual([]);
  });

  test('[X30] what changes a sheet after its first lock is known as late, whatever the presentation; another sheet is not', () => {
    const entries = historyOfDay(
      { at: 0.5, seat: 'j1', fact: score('80') },
      { at: 1, seat: 'j1', fact: lock('80') },
      { at: 1.5, seat: 'j2', fact: score('70') },
      { at: 2, seat: 'j2', fact: score('71', ['j2:1']) },
      opened(3, 'j1:2'),
      { at: 4, seat: 'j1', fact: score('85', ['j1:1']) },
      { at: 5, seat: 'j1', fact: lock('85', ['j1:2']) },
    );
    const late = entries.flatMap(({ afterLock, recorded: { ref } }) => (afterLock ? [ref] : []));
    expect(late).toEqual(['p:2', 'j1:3', 'j1:4']);
  });
});

describe('[T4] kept without effect', () => {
  const lock = (value: string): DomainEvent => ({
    type: 'sheet-locked',
    contestant: 'k1',
    stage: 't',
    values: { sikap: value },
    rubric: 'p:1',
  });
  const why = (entries: readonly HistoryEntry[]) =>
    Object.fromEntries(entries.flatMap(({ recorded, unused }) => (unused === null ? [] : [[recorded.ref, unused]])));

  test('[T4] says the reason that the log gave', () => {
    const entries = historyOfDay(
      { at: 1, seat: 'j1', fact: { type: 'unapplied', reason: 'revoked-device', name: null } },
      { at: 2, seat: 'j1', fact: { type: 'unapplied', reason: 'wrong-author', name: 'rules-changed' } },
      { at: 3, fact: { type: 'contest-founded', setup: sharedSetup } },
    );
    expect(why(entries)).toEqual({ 'j1:1': 'revoked-device', 'j1:2': 'wrong-author', 'p:2': 'second-founding' });
  });

  test('[T4] a score beside a lock with another value is not counted; once the lock is opened it is', () => {
    const beside: readonly Wrote[] = [
      { at: 1, seat: 'j1', fact: score('80') },
      { at: 2, seat: 'j1', fact: lock('80') },
      { at: 3, seat: 'j1', log: 'j1b', fact: score('90') },
    ];
    expect(why(historyOfDay(...beside))).toEqual({ 'j1b:1': 'locked-otherwise' });
    const opened: Wrote = {
      at: 4,
      fact: { type: 'sheet-reopened', juror: 'j1', contestant: 'k1', stage: 't', locks: ['j1:2'], reason: 'salah' },
    };
    expect(why(historyOfDay(...beside, opened))).toEqual({});
  });

  test('[T4] locks that differ wait for a person; what is set aside says so', () => {
    expect(
      why(
        historyOfDay(
          { at: 1, seat: 'j1', fact: lock('80') },
          { at: 2, seat: 'j1', log: 'j1b', fact: lock('90') },
          { at: 3, seat: 'j2', fact: score('70') },
          { at: 4, fact: { type: 'sheets-set-aside', contestant: 'k1', refs: ['j2:1'], reason: 'pindah' } },
        ),
      ),
    ).toEqual({ 'j1:1': 'lock-in-conflict', 'j1b:1': 'lock-in-conflict', 'j2:1': 'set-aside' });
  });
});
