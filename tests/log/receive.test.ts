/** What another laptop sends: only what extends a log by right is let in. */
import { beforeEach, describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { present } from '../../shared/lib/assert.ts';
import { limits } from '../../shared/limits.ts';
import { receiveBatch, receiveBatches, type ReceiveOptions } from '../../shared/log/receive.ts';
import { verifyLog } from '../../shared/log/verify.ts';
import type { EventLog, StoredEntry } from '../../shared/ports.ts';
import { beginWriter, memoryPorts, type TestWriter } from '../support/core-ports.ts';

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
});
