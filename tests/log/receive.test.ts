/** What another laptop sends: only what extends a log by right is let in. */
import { beforeEach, describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { present } from '../../shared/lib/assert.ts';
import { limits } from '../../shared/limits.ts';
import { receiveBatch, receiveBatches, type ReceiveOptions } from '../../shared/log/receive.ts';
import { writeEvents } from '../../shared/log/write.ts';
import { decodeEnvelope, encodeEntry, type EnvelopeHeader } from '../../shared/log/entry.ts';
import { verifyLog } from '../../shared/log/verify.ts';
import type { EventLog, StoredEntry } from '../../shared/ports.ts';
import { beginWriter, memoryPorts, seededRandom, type TestWriter } from '../support/core-ports.ts';

const note = (text: string) => ({ type: 'info-changed' as const, contest: { name: text } });

let writer: TestWriter;
let sent: StoredEntry[];
let here: EventLog;

beforeEach(() => {
  const ports = memoryPorts();
  writer = beginWriter(ports, 'committee');
  sent = [...writer.opening, ...writer.write(note('satu'), note('dua'), note('tiga'))];
  here = createMemoryLog();
});

function batch(entries: readonly StoredEntry[], signature = present(entries.at(-1)?.signature, 'signed')) {
  return { log: writer.identity.log, entries: entries.map(({ bytes }) => bytes), signature };
}

const asCommittee: ReceiveOptions = { follow: false };
const storing = { ...asCommittee, beforeStoring: () => undefined };

function receive(entries: readonly StoredEntry[], signature?: Uint8Array) {
  return receiveBatch(here, nodeCrypto, batch(entries, signature), asCommittee);
}

describe('receiving', () => {
  test('[L4] a whole log comes in by its last signature', () => {
    const received = receive(sent);
    expect(received).toMatchObject({ ok: true });
    if (!received.ok) return;
    const { fresh } = received.value;
    expect(fresh.map(({ signature }) => signature !== null)).toEqual([false, false, false, true]);
    here.append(fresh);
    expect(verifyLog(here, writer.identity.log, nodeCrypto)).toBeNull();
  });

  test('[S6] two batches of one log that follow each other come in together', () => {
    const answers = receiveBatches(here, nodeCrypto, [batch(sent.slice(0, 2)), batch(sent.slice(2))], storing);
    expect(answers.map((each) => each.ok)).toEqual([true, true]);
    expect(here.head(writer.identity.log)?.seq).toBe(4);
    const apart = receiveBatches(
      createMemoryLog(),
      nodeCrypto,
      [batch(sent.slice(0, 2)), batch(sent.slice(3))],
      storing,
    );
    expect(apart.map((each) => (each.ok ? 'taken' : each.error.type))).toEqual(['taken', 'gap']);
  });

  test('[L10] a log that grows while it is verified is no damage, wherever a read of it ends', () => {
    here.append(sent);
    const many = writer.write(...Array.from({ length: 600 }, () => note('lagi')));
    const received = many.map((entry, index) => (index < 599 ? { ...entry, signature: null } : entry));
    const growing: EventLog = {
      ...here,
      read: (id, after, most) => {
        if (here.head(id)?.seq === 4) here.append(received);
        return here.read(id, after, most);
      },
    };
    expect(verifyLog(growing, writer.identity.log, nodeCrypto)).toBeNull();
    expect(verifyLog(here, writer.identity.log, nodeCrypto)).toBeNull();
  });

  test('[L5] logs are begun up to the bound, and those that are there go on', () => {
    here.append(sent.slice(0, 2));
    const ports = memoryPorts();
    const strangers = Array.from({ length: limits.receivedLogs }, () => beginWriter(ports, 'seat', 'j1'));
    const batches = strangers.map(({ identity, opening }) => ({
      log: identity.log,
      entries: opening.map(({ bytes }) => bytes),
      signature: present(opening[0]?.signature, 'signed'),
    }));
    const half = receiveBatches(here, nodeCrypto, batches.slice(0, 200), storing);
    const rest = receiveBatches(here, nodeCrypto, [...batches.slice(200), batch(sent)], storing);
    expect(half.every(({ ok }) => ok)).toBe(true);
    expect(rest.flatMap((each, index) => (each.ok ? [] : [[index, each.error.type]]))).toEqual([
      [limits.receivedLogs - 201, 'too-much'],
    ]);
  });

  test('what is known already is nothing new; what overlaps brings its rest', () => {
    here.append(sent.slice(0, 2));
    expect(receive(sent.slice(0, 2))).toMatchObject({ ok: true, value: { fresh: [], forkedAt: null } });
    expect(receive(sent)).toMatchObject({ ok: true, value: { fresh: [{ seq: 3 }, { seq: 4 }], end: { seq: 4 } } });
  });

  test('[L5] a gap is refused, before and inside the batch', () => {
    expect(receive(sent.slice(1))).toMatchObject({ ok: false, error: { type: 'gap', seq: 2 } });
    expect(receive([sent[0], sent[2]].flatMap((each) => each ?? []))).toMatchObject({
      ok: false,
      error: { type: 'gap' },
    });
  });

  test('[L5] a changed entry breaks the chain, wherever it stands', () => {
    for (const [index, entry] of sent.entries()) {
      const bytes = Uint8Array.from(entry.bytes);
      bytes[bytes.length - 2] = (bytes[bytes.length - 2] ?? 0) ^ 1;
      const changed = sent.map((each, at) => (at === index ? { ...each, bytes } : each));
      expect(receive(changed).ok).toBe(false);
    }
  });

  test('[L5] entries in another order are refused', () => {
    expect(receive(sent.toReversed(), sent[0]?.signature ?? undefined).ok).toBe(false);
  });

  test('[L4] a wrong signature is refused, and so is one of an earlier entry', () => {
    expect(receive(sent, new Uint8Array(64))).toMatchObject({ ok: false, error: { type: 'bad-signature', seq: 4 } });
    const earlier = present(sent[2]?.signature, 'signed');
    expect(receive(sent, earlier)).toMatchObject({ ok: false, error: { type: 'bad-signature' } });
  });

  test('[L2] nobody begins a log under the id of another', () => {
    const stranger = beginWriter(memoryPorts('stranger'), 'committee');
    const forged = stranger.opening.map((entry) => ({ ...entry, log: writer.identity.log }));
    expect(receive(forged)).toMatchObject({ ok: false, error: { type: 'malformed' } });
  });

  test('[L5] an empty batch and one of too many entries are refused before anything else', () => {
    expect(receiveBatch(here, nodeCrypto, batch([], new Uint8Array(64)), asCommittee)).toMatchObject({
      ok: false,
      error: { type: 'too-much', seq: 0 },
    });
    const many = [...sent, ...writer.write(...Array.from({ length: limits.batchEntries - 4 }, () => note('x')))];
    expect(receive(many).ok).toBe(true);
    expect(receive([...many, ...writer.write(note('lagi'))])).toMatchObject({ ok: false, error: { type: 'too-much' } });
  });

  test('[L5] what is wrong is named by its number', () => {
    const [first, second, third, fourth] = sent.map((each) => ({ ...each }));
    if (first === undefined || second === undefined || third === undefined || fourth === undefined)
      throw new Error('4');
    const nonsense = { ...second, bytes: Uint8Array.of(1) };
    expect(receive([first, nonsense, third], fourth.signature ?? undefined)).toMatchObject({
      error: { type: 'malformed', seq: 2 },
    });
    expect(receive([nonsense], fourth.signature ?? undefined)).toMatchObject({ error: { type: 'malformed', seq: 1 } });
    expect(receive([first, third], fourth.signature ?? undefined)).toMatchObject({ error: { type: 'gap', seq: 3 } });
    const changed = { ...second, bytes: second.bytes.with(second.bytes.length - 2, 77) };
    expect(receive([first, changed, third], fourth.signature ?? undefined)).toMatchObject({
      error: { type: 'bad-chain', seq: 3 },
    });
  });

  test('[L5] a batch holds entries of one log alone', () => {
    const other = beginWriter(memoryPorts('lain'), 'committee');
    const foreign = other.write(note('a'));
    const signature = present(foreign[0]?.signature, 'signed');
    expect(receive([...sent.slice(0, 1), ...foreign], signature)).toMatchObject({
      error: { type: 'malformed', seq: 2 },
    });
  });

  test('[L8] [L13] what goes on in another way under a held entry, with a clock that goes back, is refused as a fork', () => {
    here.append(sent.slice(0, 2));
    const ports = memoryPorts('a', 1_600_000_000_000);
    const { log } = ports;
    log.append(sent.slice(0, 3));
    const elsewhere = writeEvents(ports, writer.identity, [note('lain')]);
    // Its own entry 4 follows entry 3, which is not held here.
    expect(receive(elsewhere)).toMatchObject({ ok: false, error: { type: 'gap', seq: 4 } });
    here.append(sent.slice(2, 3));
    expect(receive(elsewhere)).toMatchObject({ ok: true, value: { fresh: [{ seq: 4 }], end: { seq: 4 } } });
  });

  test('[S8] several batches of one log in one go are stored one after the other, with what has to happen before each', () => {
    const told: number[][] = [];
    const beforeStoring = (received: readonly { fresh: readonly { seq: number }[] }[]) => {
      told.push(received.flatMap(({ fresh }) => fresh.map(({ seq }) => seq)));
      // Nothing of it is stored yet.
      expect(here.head(writer.identity.log)?.seq ?? 0).toBeLessThan(told.at(-1)?.[0] ?? 0);
    };
    const both = [batch(sent.slice(0, 2)), batch(sent)];
    const answers = receiveBatches(here, nodeCrypto, both, { ...asCommittee, beforeStoring });
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    expect(told).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(verifyLog(here, writer.identity.log, nodeCrypto)).toBeNull();
  });

  test('[L16] what a laptop adds in one go is counted together: logs, entries and bytes', () => {
    const asked: unknown[] = [];
    const ports = memoryPorts();
    const [a, b] = [beginWriter(ports, 'seat', 'j1', writer.keys), beginWriter(ports, 'seat', 'j1', writer.keys)];
    const batchOf = (of: TestWriter, entries: readonly StoredEntry[]) => ({ ...batch(entries), log: of.identity.log });
    const received = [batchOf(a, a.opening), batchOf(b, b.opening)];
    const bytes = [a, b].map(({ opening }) => opening.reduce((sum, entry) => sum + entry.bytes.length, 0));
    const answers = receiveBatches(here, nodeCrypto, received, {
      ...storing,
      quotas: (device, added) => {
        asked.push([device, added]);
        return added.logs > 1 ? 'over-quota' : 'fits';
      },
    });
    const { device } = a.identity;
    expect(asked).toEqual([
      [device, { logs: 1, entries: 1, bytes: bytes[0] }],
      [device, { logs: 2, entries: 2, bytes: (bytes[0] ?? 0) + (bytes[1] ?? 0) }],
    ]);
    expect(answers[1]).toMatchObject({ ok: false, error: { type: 'over-quota', log: b.identity.log, seq: 1, device } });
    expect(here.heads().map(({ log }) => log)).toEqual([a.identity.log]);
  });

  test('[L16] what goes on in a log begins none, and what is known already asks nobody', () => {
    here.append(sent.slice(0, 2));
    const asked: number[] = [];
    const quotas = (_device: string, added: { readonly logs: number }) => {
      asked.push(added.logs);
      return 'fits' as const;
    };
    receiveBatches(here, nodeCrypto, [batch(sent.slice(0, 2)), batch(sent)], { ...storing, quotas });
    expect(asked).toEqual([0]);
  });

  test('[L5] what goes on by another writer, or with a clock that does not go forward, breaks the chain', () => {
    const last = present(sent.at(-1), 'an entry');
    const before = present(decodeEnvelope(last.bytes), 'an envelope');
    const nextWith = (more: Partial<EnvelopeHeader>) => {
      const { log, device, clock } = before;
      const header = {
        log,
        device,
        seq: 5,
        prevHash: last.hash,
        clock: { ...clock, counter: clock.counter + 1 },
        ...more,
      };
      const ports = { crypto: nodeCrypto, random: seededRandom('next') };
      const bytes = encodeEntry(header, note('lima'), writer.identity.form, ports);
      const signature = nodeCrypto.sign(writer.identity.signingPrivateKey, bytes);
      return receive([...sent, { log, seq: 5, bytes, hash: nodeCrypto.hash(bytes), signature }], signature);
    };
    expect(nextWith({})).toMatchObject({ ok: true, value: { end: { seq: 5 } } });
    const broken = { ok: false, error: { type: 'bad-chain', seq: 5 } };
    const stranger = beginWriter(memoryPorts('lain'), 'committee').identity.device;
    expect(nextWith({ device: stranger })).toMatchObject(broken);
    expect(nextWith({ clock: before.clock })).toMatchObject(broken);
    expect(nextWith({ clock: { ms: before.clock.ms - 1, counter: 99 } })).toMatchObject(broken);
    expect(nextWith({ prevHash: new Uint8Array(32) })).toMatchObject(broken);
  });
});
