/** [Z6] [E3] A seal over real logs: whatever comes later, and in whatever order, the sealed result is the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { applyEvents, foldEvents } from '../../shared/domain/facts/evolve.ts';
import type { Contest } from '../../shared/domain/contest.ts';
import type { DomainEvent } from '../../shared/domain/facts/events.ts';
import { standingSealOf } from '../../shared/domain/seal.ts';
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import { readContestFacts } from '../../shared/laptop/contest-facts.ts';
import type { LogId } from '../../shared/domain/ids.ts';
import type { Batch } from '../../shared/log/receive.ts';
import type { StoredEntry } from '../../shared/ports.ts';
import { sealProposal } from '../../shared/seal/propose.ts';
import { isAsSealed } from '../../shared/seal/sealed-result.ts';
import { contestOf, setupIn } from '../support/contest-builder.ts';
import { beginWriter, memoryPorts, type TestWriter } from '../support/core-ports.ts';
import { receiveInto } from '../support/log-writer.ts';

const reason = 'alasan';
const setup = setupIn(
  contestOf({
    jurors: [
      { id: 'j1', name: 'Juri 1 (contoh)', chair: true },
      { id: 'j2', name: 'Juri 2 (contoh)' },
    ],
    awards: [{ id: 'suara', name: 'Favorit penonton', kind: 'ballots' }],
  }),
);

/** A sealed contest of two jurors; the second one has another laptop, and the committee went on once in another log. */
function sealedLogs() {
  const ports = memoryPorts('late facts');
  const founder = beginWriter(ports, 'committee');
  const again = beginWriter(ports, 'committee', null, founder.keys);
  const [chair, second, elsewhere] = ['j1', 'j2', 'j2'].map((seat) => beginWriter(ports, 'seat', seat));
  if (chair === undefined || second === undefined || elsewhere === undefined) throw new Error('three laptops');
  const writers = [founder, chair, second, elsewhere, again];
  const sent: Batch[][] = writers.map(({ opening }) => [batchOf(opening)]);
  const write = (writer: TestWriter, fact: DomainEvent): string => {
    ports.clock.set(ports.clock.nowMs() + 1000);
    const entries = writer.write(fact);
    sent[writers.indexOf(writer)]?.push(batchOf(entries));
    return `${writer.identity.log}:${entries[0]?.seq ?? 0}`;
  };
  const rubric = write(founder, { type: 'contest-founded', setup, format: 3 });
  for (const [index, writer] of [chair, second, elsewhere].entries()) {
    const { signingKey, boxKey } = writer.keys;
    const { device } = writer.identity;
    write(founder, {
      type: 'device-admitted',
      device,
      signingKey,
      boxKey,
      seat: index === 0 ? 'j1' : 'j2',
      machine: 'x',
    });
  }
  const lock = (contestant: string, value: string): DomainEvent => ({
    type: 'sheet-locked',
    contestant,
    stage: 's',
    values: { nilai: value },
    rubric,
    after: [],
  });
  for (const writer of [chair, second]) {
    const locks = [
      ['k1', '80'],
      ['k2', '70'],
      ['k3', '60'],
    ].map(([id = '', value = '']) => write(writer, lock(id, value)));
    write(writer, { type: 'category-signed-off', category: 'c', locks });
  }
  const held = reading(writers, sent.flat());
  const proposed = sealProposal(held.contest(), 'c', {
    heads: held.heads(),
    recorded: held.recorded(),
    hash: nodeCrypto.hash,
  });
  if (!proposed.ok) throw new Error(JSON.stringify(proposed.error));
  const { type: _type, code, ...seal } = proposed.value;
  write(founder, { type: 'seal-proposed', code, ...seal });
  const confirmed = write(chair, { type: 'seal-confirmed', code, digest: seal.digest });
  write(founder, { type: 'seal-approved', code, confirmed });
  return {
    founder,
    chair,
    second,
    elsewhere,
    again,
    writers,
    sent,
    write,
    lock,
    code,
    file: toContestFile(held.contest()),
  };
}

/** All that would change the result, had it been there: from jurors’ laptops and another log of the committee. */
type Late = readonly [from: 'chair' | 'second' | 'elsewhere' | 'again', fact: DomainEvent];

const contestant = fc.constantFrom('k1', 'k2', 'k3');
const value = fc.integer({ min: 0, max: 100 }).map(String);
const ofSeats: fc.Arbitrary<DomainEvent> = fc.oneof(
  fc.record({
    type: fc.constant('score-set' as const),
    contestant,
    criterion: fc.constant('nilai'),
    value,
    replaces: fc.constant<string[]>([]),
    rubric: fc.constant(`${'a'.repeat(26)}:2`),
  }),
  fc.record({
    type: fc.constant('sheet-locked' as const),
    contestant,
    stage: fc.constant('s'),
    values: fc.record({ nilai: value }),
    rubric: fc.constant(`${'a'.repeat(26)}:2`),
    after: fc.constant<string[]>([]),
  }),
  fc.record({ type: fc.constant('recused' as const), contestant, reason: fc.constant(reason) }),
);
const ofCommittee: fc.Arbitrary<DomainEvent> = fc.oneof(
  fc.record({
    type: fc.constant('penalty-added' as const),
    penalty: fc.record({ contestant, points: value, reason: fc.constant(reason) }),
  }),
  fc.record({
    type: fc.constant('absence-recorded' as const),
    absence: fc.record({ juror: fc.constantFrom('j1', 'j2'), contestant, reason: fc.constant(reason) }),
  }),
  fc.record({
    type: fc.constant('contestant-status-changed' as const),
    contestant,
    status: fc.constantFrom('withdrawn' as const, 'disqualified' as const),
  }),
);
const votes = contestant.map((id) => [{ contestant: id, votes: 3 }]);
const ofBallots: fc.Arbitrary<DomainEvent> = fc.oneof(
  fc.record({
    type: fc.constant('tally-entered' as const),
    award: fc.constant('suara'),
    by: fc.constantFrom('Sari', 'Budi'),
    votes,
  }),
  fc.record({
    type: fc.constant('tally-settled' as const),
    award: fc.constant('suara'),
    entries: fc.constant<string[]>([`${'a'.repeat(26)}:2`]),
    votes,
    reason: fc.constant(reason),
  }),
);
const late: fc.Arbitrary<Late> = fc.oneof(
  fc.tuple(fc.constantFrom('chair' as const, 'second' as const, 'elsewhere' as const), ofSeats),
  fc.tuple(fc.constant('again' as const), fc.oneof(ofCommittee, ofBallots)),
);
const choices = fc.infiniteStream(fc.nat());

test('[Z6] nothing that arrives later changes it, and the order in which everything arrives leaves no trace', () => {
  const property = fc.property(fc.array(late, { minLength: 1, maxLength: 6 }), choices, (facts, mixed) => {
    const all = sealedLogs();
    for (const [from, fact] of facts) all.write(all[from], fact);
    const straight = reading(all.writers, all.sent.flat());
    const sealOf = standingSealOf(straight.contest(), 'c');
    expect(sealOf?.code).toBe(all.code);
    expect(toContestFile(straight.contest())).toEqual(all.file);
    expect(sealOf === null || isAsSealed(straight.contest(), sealOf, nodeCrypto.hash)).toBe(true);
    expect(straight.contest().issues.filter(({ type }) => type === 'after-seal')).toHaveLength(facts.length);
    const other = reading(all.writers, inAnyOrder(all.sent, mixed));
    expect(other.contest()).toEqual(straight.contest());
    // Windows fold what they are told.
    expect(foldEvents(other.recorded())).toEqual(straight.contest());
    expect(other.told()).toEqual(straight.contest());
  });
  fc.assert(property, { numRuns: 25 });
});

test('[Z6] once it is opened, what came later counts', () => {
  const all = sealedLogs();
  all.write(all.again, { type: 'penalty-added', penalty: { contestant: 'k1', points: '5', reason } });
  const { code } = all;
  const opening = all.write(all.founder, { type: 'seal-opening-proposed', code, reason });
  const digest = standingSealOf(reading(all.writers, all.sent.flat()).contest(), 'c')?.digest ?? '';
  const confirmed = all.write(all.chair, { type: 'seal-confirmed', code, digest, opening });
  expect(toContestFile(reading(all.writers, all.sent.flat()).contest()).penalties).toEqual([]);
  all.write(all.founder, { type: 'seal-approved', code, confirmed, opening });
  const opened = reading(all.writers, all.sent.flat());
  expect(standingSealOf(opened.contest(), 'c')).toBeNull();
  expect(toContestFile(opened.contest()).penalties).toHaveLength(1);
  expect(opened.told()).toEqual(opened.contest());
});

/** A laptop that holds every key and has taken these batches in, one after the other. */
function reading(writers: readonly TestWriter[], batches: readonly Batch[]) {
  const log = createMemoryLog();
  const keyOf = (id: LogId) => writers.find(({ identity }) => identity.log === id)?.identity.form.key ?? null;
  const facts = readContestFacts(
    { crypto: nodeCrypto, clock: { nowMs: () => 0 } },
    log,
    new Map(),
    writers[0]?.keys.signingKey ?? '',
    {
      of: keyOf,
      readingKeyOf: keyOf,
      isLacking: () => false,
      learn: () => undefined,
      wrapMissing: () => Promise.resolve([]),
      settled: () => Promise.resolve(),
    },
    { of: () => null, learn: () => undefined },
  );
  let told: Contest = foldEvents([]);
  facts.subscribe((change) => {
    told = change.type === 'appended' ? applyEvents(told, change.events) : foldEvents(facts.recorded());
  });
  for (const batch of batches) {
    const received = receiveInto(log, batch);
    if (!received.ok) throw new Error(received.error.type);
    facts.take(received.value.fresh);
  }
  return { contest: facts.contest, recorded: facts.recorded, told: () => told, heads: () => log.heads() };
}

function inAnyOrder(logs: readonly (readonly Batch[])[], mixed: fc.Stream<number>): Batch[] {
  const left = logs.map((log) => [...log]);
  const order: Batch[] = [];
  while (left.some((log) => log.length > 0)) {
    const open = left.filter((log) => log.length > 0);
    order.push(...(open[(mixed.next().value ?? 0) % open.length]?.splice(0, 1) ?? []));
  }
  return order;
}

function batchOf(entries: readonly StoredEntry[]): Batch {
  const [first] = entries;
  const signature = entries.at(-1)?.signature ?? new Uint8Array(64);
  return { log: first?.log ?? '', entries: entries.map(({ bytes }) => bytes), signature };
}
