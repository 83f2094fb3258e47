/** From entries to facts: who may write what, and that the order of arrival leaves no trace. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { emptyContest, type Contest } from '../../shared/domain/contest.ts';
import { sheetOf } from '../../shared/domain/score-sheet.ts';
import type { DomainEvent } from '../../shared/domain/facts/events.ts';
import { applyEvents, foldEvents } from '../../shared/domain/facts/evolve.ts';
import { createLogReader, type LogReader, type ReadChange } from '../../shared/log/read.ts';
import { branchIdOf } from '../../shared/log/branches.ts';
import { toBase32 } from '../../shared/lib/base32.ts';
import { encodeEntry } from '../../shared/log/entry.ts';
import type { Batch } from '../../shared/log/receive.ts';
import { writeEvents } from '../../shared/log/write.ts';
import type { EventLog, StoredEntry } from '../../shared/ports.ts';
import { contestOf, criterion, rubric, setupIn } from '../support/contest-builder.ts';
import { beginWriter, memoryPorts, type TestWriter } from '../support/core-ports.ts';
import { copyOfLog, receiveInto } from '../support/log-writer.ts';

const setup = setupIn(contestOf({ rubrics: [rubric('r', 's', [criterion('isi', '60'), criterion('hasil', '40')])] }));

interface Laptops {
  readonly committee: TestWriter;
  readonly seats: readonly TestWriter[];
  readonly ports: ReturnType<typeof memoryPorts>;
  /** `held`: only keys of these logs are there; absent: all of them. */
  readonly read: (held?: ReadonlySet<string>) => LogReader;
}

function laptops(seats: readonly string[]): Laptops {
  const ports = memoryPorts();
  const committee = beginWriter(ports, 'committee');
  committee.write({ type: 'contest-founded', setup });
  const writers = seats.map((seat) => beginWriter(ports, 'seat', seat));
  const read = (held?: ReadonlySet<string>) =>
    createLogReader({
      crypto: nodeCrypto,
      founder: committee.keys.signingKey,
      contestKeyOf: () => null,
      keyOf: (log) =>
        held?.has(log) === false
          ? null
          : (writers.find(({ identity }) => identity.log === log)?.identity.form.key ?? null),
    });
  return { committee, seats: writers, ports, read };
}

function admit({ committee }: Laptops, writer: TestWriter, seat: string): void {
  const { signingKey, boxKey } = writer.keys;
  committee.write({ type: 'device-admitted', device: writer.identity.device, signingKey, boxKey, seat, machine: 'l' });
}

function score(value: string, replaces: string[] = []): DomainEvent {
  return { type: 'score-set', contestant: 'k1', criterion: 'isi', value, replaces, rubric: 'a'.repeat(26) + ':2' };
}

/** Branches after what they left. */
function everything({ ports }: Laptops): StoredEntry[] {
  const logs = ports.log.heads().map(({ log }) => ports.log.read(log, 0, { entries: 10_000, bytes: 10_000_000 }));
  return logs.toSorted((a, b) => one([...a]).seq - one([...b]).seq).flat();
}

function batchOf(log: EventLog, id: string): Batch {
  const entries = log.read(id, 0, { entries: 10_000, bytes: 10_000_000 });
  const signature = entries.at(-1)?.signature ?? new Uint8Array(64);
  return { log: id, entries: entries.map(({ bytes }) => bytes), signature };
}

function foldAll(all: Laptops): Contest {
  const reader = all.read();
  reader.add(everything(all));
  return foldEvents(reader.recorded());
}

function one<Item>(items: readonly Item[], index = 0): Item {
  const item = items[index];
  if (item === undefined) throw new Error('there is one');
  return item;
}

describe('reading the logs', () => {
  test('[G6] a score counts only once its device is admitted to that seat', () => {
    const all = laptops(['j1']);
    one(all.seats).write(score('80'));
    expect(sheetOf(foldAll(all), 'j1', 'k1', 's')?.values.size).toBe(0);
    admit(all, one(all.seats), 'j2');
    expect(sheetOf(foldAll(all), 'j1', 'k1', 's')?.values.size).toBe(0);
    admit(all, one(all.seats), 'j1');
    expect(sheetOf(foldAll(all), 'j1', 'k1', 's')?.values.get('isi')).toBe('80');
  });

  test('[L6] after a revocation only entries up to the named one count; the others are shown', () => {
    const all = laptops(['j1']);
    const seat = one(all.seats);
    admit(all, seat, 'j1');
    const [first] = seat.write(score('80'));
    seat.write(score('90'));
    const { device, log } = seat.identity;
    all.committee.write({
      type: 'device-revoked',
      device,
      upTo: [{ log, seq: first?.seq ?? 0, hash: 'x' }],
      reason: 'laptop hilang',
    });
    const contest = foldAll(all);
    expect(sheetOf(contest, 'j1', 'k1', 's')?.values.get('isi')).toBe('80');
    expect(contest.issues).toMatchObject([{ type: 'revoked-device' }]);
  });

  test('[L18] [L19] a seat’s entry under a contest key, and the committee’s under a data key, do not count', () => {
    const all = laptops(['j1']);
    const seat = one(all.seats);
    admit(all, seat, 'j1');
    seat.write(score('80'));
    const { form } = seat.identity;
    // Whoever is given the key of the scores alone could not read it.
    writeEvents(all.ports, { ...seat.identity, form: { ...form, key: null, contestKey: form.key } }, [score('90')]);
    writeEvents(all.ports, { ...all.committee.identity, form: { ...all.committee.identity.form, key: form.key } }, [
      { type: 'info-changed', contest: { name: 'lain' } },
    ]);
    const contest = foldAll(all);
    expect(sheetOf(contest, 'j1', 'k1', 's')?.values.get('isi')).toBe('80');
    expect(contest.setup?.contest.name).not.toBe('lain');
    expect(contest.issues.map(({ type }) => type)).toEqual(['unreadable', 'unreadable']);
  });

  test('[L19] what a key hides that is not held is carried and read later; a seat’s word for a key names none', () => {
    const all = laptops(['j1']);
    const key = new Uint8Array(32).fill(7);
    const hash = toBase32(nodeCrypto.hash(key));
    admit(all, one(all.seats), 'j1');
    const { committee } = all;
    one(all.seats).write({ type: 'contest-key-set', hash, wraps: [], earlier: [] });
    const hidden = { ...committee.identity, form: { ...committee.identity.form, contestKey: key } };
    const name = { type: 'info-changed', contest: { name: 'lain' } } as const;
    writeEvents(all.ports, hidden, [{ type: 'contest-key-set', hash, wraps: [], earlier: [] }, name]);
    const held = new Map<string, Uint8Array>();
    const reader = createLogReader({
      crypto: nodeCrypto,
      founder: committee.keys.signingKey,
      contestKeyOf: (named) => held.get(named) ?? null,
      keyOf: () => one(all.seats).identity.form.key,
    });
    reader.add(everything(all));
    const before = foldEvents(reader.recorded());
    expect(before.contestKeys.map((each) => each.hash)).toEqual([hash]);
    expect(before.issues.map(({ type }) => type)).toEqual(['wrong-author']);
    expect(reader.contestKeyAt(committee.identity.log)).toBe(hash);
    expect(reader.contestKeyAt(one(all.seats).identity.log)).toBeNull();
    expect(before.setup?.contest.name).not.toBe('lain');
    // Its clock counts all the same: what is said next comes after it.
    expect(reader.latestOfCommittee()).toEqual(reader.latest());
    held.set(hash, key);
    expect(reader.learnContestKey()).toEqual({ type: 'reset' });
    expect(foldEvents(reader.recorded()).setup?.contest.name).toBe('lain');
  });

  test('[L18] an entry in another version than its log’s opening says is shown as an issue and does not count', () => {
    const all = laptops(['j1']);
    const seat = one(all.seats);
    admit(all, seat, 'j1');
    seat.write(score('80'));
    // Whoever is given the key of the scores alone could not read it.
    const { form } = seat.identity;
    writeEvents(all.ports, { ...seat.identity, form: { ...form, version: 2 } }, [score('90')]);
    writeEvents(all.ports, { ...seat.identity, form: { ...form, version: 2, key: null } }, [score('100')]);
    const contest = foldAll(all);
    expect(sheetOf(contest, 'j1', 'k1', 's')?.values.get('isi')).toBe('80');
    expect(contest.issues.map(({ type }) => type)).toEqual(['unreadable', 'unreadable']);
  });

  test('[D1] a fact by the wrong role is shown as an issue and changes nothing', () => {
    const all = laptops(['j1']);
    admit(all, one(all.seats), 'j1');
    one(all.seats).write({ type: 'contestant-status-changed', contestant: 'k1', status: 'disqualified' });
    all.committee.write(score('1'));
    const contest = foldAll(all);
    expect(contest.setup?.contestants[0]?.status).toBe('performed');
    expect(contest.facts.size).toBe(0);
    expect(contest.issues.map((issue) => `${issue.type} ${issue.name}`).toSorted()).toEqual([
      'wrong-author contestant-status-changed',
      'wrong-author score-set',
    ]);
  });

  test.each([
    ['a kind of fact', { type: 'jury-sang', song: 'x' }],
    ['a choice for the hall', { type: 'info-changed', contest: { name: 'Lomba lain', fireworks: true } }],
    ['a part of the programme', { type: 'programme-changed', programme: [{ type: 'opening', curtain: 'red' }] }],
    ['a sort of act', { type: 'programme-changed', programme: [{ type: 'dance' }] }],
    [
      'a way to give an award',
      {
        type: 'awards-changed',
        awards: [{ id: 'h', name: 'Harapan', kind: 'places', from: 4, count: 3, halved: true }],
      },
    ],
  ])(
    '[E2] what only a newer version knows, %s, is kept and shown, and nothing of its fact takes effect',
    (_what, event) => {
      const all = laptops([]);
      const before = foldAll(all).setup;
      const { identity } = all.committee;
      const head = all.ports.log.head(identity.log);
      const header = {
        log: identity.log,
        device: identity.device,
        seq: (head?.seq ?? 0) + 1,
        prevHash: head?.hash ?? new Uint8Array(),
        clock: { ms: 1_700_000_000_001, counter: 0 },
      };
      const bytes = encodeEntry(header, event, identity.form, all.ports);
      const signature = nodeCrypto.sign(identity.signingPrivateKey, bytes);
      all.ports.log.append([{ log: identity.log, seq: header.seq, bytes, hash: nodeCrypto.hash(bytes), signature }]);
      const { issues, setup } = foldAll(all);
      expect(issues).toMatchObject([{ type: 'unknown-event', name: event.type }]);
      expect(setup).toEqual(before);
    },
  );

  test('[L6] a committee log under another key is no committee', () => {
    const all = laptops([]);
    const stranger = beginWriter(all.ports, 'committee');
    stranger.write({ type: 'info-changed', contest: { name: 'direbut' } });
    expect(foldAll(all).setup?.contest.name).toBe('Lomba (contoh)');
  });

  test('[E4] two laptops of one seat that do not know each other make a conflict, which a later score settles', () => {
    const all = laptops(['j1', 'j1']);
    const [a, b] = [one(all.seats), one(all.seats, 1)];
    admit(all, a, 'j1');
    admit(all, b, 'j1');
    const [first] = a.write(score('80'));
    const [second] = b.write(score('85'));
    const sheet = sheetOf(foldAll(all), 'j1', 'k1', 's');
    expect(sheet?.state).toBe('conflict');
    expect(sheet?.conflicts.get('isi')).toEqual(['80', '85']);
    const refs = [first, second].flatMap((each) => (each === undefined ? [] : [`${each.log}:${each.seq}`]));
    a.write(score('82', refs));
    expect(sheetOf(foldAll(all), 'j1', 'k1', 's')).toMatchObject({ state: 'draft', values: new Map([['isi', '82']]) });
  });

  test('[L13] branches of a forked log meet as conflicts, each with its own names for what it wrote', () => {
    const all = laptops(['j1']);
    const seat = one(all.seats);
    admit(all, seat, 'j1');
    const ref = (entry: StoredEntry | undefined, log = entry?.log): string => `${log}:${entry?.seq}`;
    const [before] = seat.write(score('70'));
    const clone = { ...all.ports, log: copyOfLog(all.ports.log) };
    const here = writeEvents(all.ports, seat.identity, [score('80', [ref(before)])]);
    writeEvents(all.ports, seat.identity, [score('81', [ref(here[0])])]);
    const there = writeEvents(clone, seat.identity, [score('85', [ref(before)])]);
    const [last] = writeEvents(clone, seat.identity, [score('86', [ref(there[0])])]);
    receiveInto(all.ports.log, batchOf(clone.log, seat.identity.log));
    const forked = foldAll(all);
    const sheet = sheetOf(forked, 'j1', 'k1', 's');
    expect(sheet?.conflicts.get('isi')).toEqual(['81', '86']);
    const branch = branchIdOf(one([...there]).hash);
    expect(forked.issues).toEqual([{ type: 'log-forked', ref: ref(there[0], branch), name: 'j1' }]);
    // A person settles it, in a log of its own.
    const again = beginWriter(all.ports, 'seat', 'j1');
    admit(all, again, 'j1');
    const reading = { ...all, seats: [...all.seats, again] };
    const refs = [ref(everything(all).findLast(({ log }) => log === seat.identity.log)), ref(last, branch)];
    again.write(score('84', refs));
    const reader = createLogReader({
      crypto: nodeCrypto,
      founder: all.committee.keys.signingKey,
      contestKeyOf: () => null,
      keyOf: (log) => reading.seats.find(({ identity }) => identity.log === log)?.identity.form.key ?? null,
    });
    reader.add(everything(all));
    expect(sheetOf(foldEvents(reader.recorded()), 'j1', 'k1', 's')?.values.get('isi')).toBe('84');
  });

  test('[L6] a revocation accepts the named entries and what lies before them, in whichever branch keeps the log’s id', () => {
    const all = laptops(['j1']);
    const seat = one(all.seats);
    admit(all, seat, 'j1');
    seat.write(score('70'));
    const clone = { ...all.ports, log: copyOfLog(all.ports.log) };
    const [accepted] = seat.write(score('80'));
    const { device, log } = seat.identity;
    all.committee.write({
      type: 'device-revoked',
      device,
      upTo: [{ log, seq: accepted?.seq ?? 0, hash: toBase32(accepted?.hash ?? new Uint8Array(0)) }],
      reason: 'laptop hilang',
    });
    // Written after the revocation from before its end, and brought first to a laptop that has lost what was accepted.
    writeEvents(clone, seat.identity, [score('1'), score('2')]);
    const elsewhere = { ...all, ports: { ...all.ports, log: clone.log } };
    receiveInto(clone.log, batchOf(all.ports.log, all.committee.identity.log));
    receiveInto(clone.log, batchOf(all.ports.log, log));
    receiveInto(all.ports.log, batchOf(elsewhere.ports.log, log));
    for (const laptop of [all, elsewhere]) {
      const contest = foldAll(laptop);
      const sheet = sheetOf(contest, 'j1', 'k1', 's');
      expect([...(sheet?.conflicts.get('isi') ?? [])]).toEqual(['70', '80']);
      expect(contest.issues.map(({ type }) => type).toSorted()).toEqual([
        'log-forked',
        'revoked-device',
        'revoked-device',
      ]);
      const gradual = laptop.read();
      let folded = emptyContest;
      for (const entry of everything(laptop)) {
        const change = gradual.add([entry]);
        folded = change.type === 'appended' ? applyEvents(folded, change.events) : foldEvents(gradual.recorded());
      }
      expect(folded).toEqual(contest);
    }
  });

  test('[E3] branches that came in another order are read in the same one', () => {
    const all = laptops(['j1']);
    const seat = one(all.seats);
    admit(all, seat, 'j1');
    const clones = [score('1'), score('2')].map((event) => {
      const clone = { ...all.ports, log: copyOfLog(all.ports.log) };
      writeEvents(clone, seat.identity, [event]);
      return batchOf(clone.log, seat.identity.log);
    });
    seat.write(score('3'));
    const [first, second] = [clones, clones.toReversed()].map((order) => {
      const log = copyOfLog(all.ports.log);
      for (const batch of order) receiveInto(log, batch);
      const reader = all.read();
      const entries = everything({ ...all, ports: { ...all.ports, log } });
      reader.add(order === clones ? entries : [...entries.slice(0, -2), ...entries.slice(-2).toReversed()]);
      reader.refresh();
      return reader.recorded();
    });
    expect(first).toEqual(second);
    expect(first?.filter(({ event }) => event.type === 'log-forked')).toHaveLength(2);
  });

  test('[G7] a branch of the committee’s log that begins with an unknown fact folds alike at once and one by one', () => {
    const all = laptops([]);
    const { identity } = all.committee;
    const clone = copyOfLog(all.ports.log);
    all.committee.write({ type: 'stage-shown', contestant: 'k1', stage: 's' });
    const head = clone.head(identity.log);
    const header = { log: identity.log, device: identity.device, seq: 3, prevHash: head?.hash ?? new Uint8Array(0) };
    const clock = { ms: 1_700_000_000_009, counter: 0 };
    const bytes = encodeEntry({ ...header, clock }, { type: 'jury-sang' }, identity.form, all.ports);
    const signature = nodeCrypto.sign(identity.signingPrivateKey, bytes);
    receiveInto(all.ports.log, { log: identity.log, entries: [bytes], signature });
    const reader = all.read();
    reader.add(everything(all));
    reader.refresh();
    const contest = foldEvents(reader.recorded());
    expect(contest.issues.map(({ type }) => type)).toEqual(['log-forked', 'unknown-event']);
    const gradual = all.read();
    const [first, ...others] = everything(all);
    gradual.add(first === undefined ? [] : [first]);
    let folded = emptyContest;
    for (const entry of others) {
      const change = gradual.add([entry]);
      folded = change.type === 'appended' ? applyEvents(folded, change.events) : foldEvents(gradual.recorded());
    }
    expect(folded).toEqual(contest);
  });

  test('[G3] any order of arrival of entries and keys, one by one or in batches, folds to the same contest', () => {
    const all = laptops(['j1', 'j2', 'j1']);
    const refs: string[] = [];
    const say = (writer: TestWriter, event: DomainEvent) => {
      for (const { log, seq } of writer.write(event)) refs.push(`${log}:${seq}`);
    };
    const [a, b, c] = [one(all.seats), one(all.seats, 1), one(all.seats, 2)];
    admit(all, a, 'j1');
    admit(all, b, 'j2');
    say(a, score('80'));
    say(c, score('81'));
    admit(all, c, 'j1');
    say(b, { type: 'recused', contestant: 'k2', reason: 'satu unit' });
    say(b, { type: 'recusal-withdrawn', recusal: one(refs, 2), reason: 'keliru' });
    say(c, { type: 'recusal-withdrawn', recusal: one(refs, 2), reason: 'bukan haknya' });
    say(a, score('82', [one(refs)]));
    say(a, {
      type: 'sheet-locked',
      contestant: 'k1',
      stage: 's',
      values: { isi: '82', hasil: '1' },
      rubric: one(refs),
    });
    say(all.committee, { type: 'penalty-added', penalty: { contestant: 'k1', points: '1', reason: 'waktu' } });
    say(all.committee, { type: 'penalty-cancelled', penalty: refs.at(-1) ?? '', reason: 'keliru' });
    say(all.committee, { type: 'stage-shown', contestant: 'k2', stage: 's' });
    const expected = foldAll(all);
    const whole = all.read();
    whole.add(everything(all));
    const expectedFacts = whole.recorded().length;
    const byLog = all.ports.log.heads().map(({ log }) => all.ports.log.read(log, 0, { entries: 999, bytes: 1e9 }));
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), fc.integer({ min: 1, max: 5 }), (choices, size) => {
        const waiting = byLog.map((entries) => [...entries]);
        const held = new Set<string>();
        const unheld = all.seats.map(({ identity }) => identity.log);
        const reader = all.read(held);
        let contest = emptyContest;
        const follow = (change: ReadChange) => {
          contest = change.type === 'appended' ? applyEvents(contest, change.events) : foldEvents(reader.recorded());
        };
        const choose = (most: number): number => (choices.next().value ?? 0) % most;
        while (waiting.some((entries) => entries.length > 0) || unheld.length > 0) {
          const open = waiting.filter((entries) => entries.length > 0);
          const choice = choose(open.length + unheld.length);
          if (choice < open.length) follow(reader.add(one(open, choice).splice(0, size)));
          else {
            const [log = ''] = unheld.splice(choice - open.length, 1);
            held.add(log);
            follow(reader.learn(log));
          }
        }
        expect(contest).toEqual(expected);
        expect(reader.recorded()).toHaveLength(expectedFacts);
      }),
    );
  });
});
