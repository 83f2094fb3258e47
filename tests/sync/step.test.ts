/** What one end of a link says and takes (S2, S6 to S10, S12): what the other lacks, in order, in bounded pieces. */
import { Encoder } from 'cbor-x';
import { expect, test } from 'vitest';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { toBase32 } from '../../shared/lib/base32.ts';
import { limits } from '../../shared/limits.ts';
import { decodeEnvelope, encodeEntry } from '../../shared/log/entry.ts';
import type { EventLog, StoredEntry } from '../../shared/ports.ts';
import { missingHere } from '../../shared/sync/step.ts';
import { batchOf, createLinkSide, entriesFrame, haveOf, wholeLog } from '../support/link-side.ts';
import { contentOf, createLogWriter, seededRandom } from '../support/log-writer.ts';

const typesOf = (each: readonly { readonly type: string }[]) => each.map(({ type }) => type);

test('[S6] at the opening a side says what it has; the other answers with what is missing, signed at the end of a batch', () => {
  const [author, reader] = [createLinkSide(), createLinkSide()];
  const writer = createLogWriter(author.log, 1);
  writer.write(3);
  author.run({ type: 'opened' });
  expect(typesOf(author.said)).toEqual(['have']);
  author.hear(haveOf(reader.log));
  const sent = author.said.at(-1);
  expect(sent).toMatchObject({ type: 'entries', batches: [{ log: writer.id }] });
  if (sent !== undefined) reader.hear(sent);
  expect(contentOf(reader.log)).toEqual(contentOf(author.log));
});

test('[S7] a confirmation is sent only after the append has returned, never when the disk refuses', () => {
  const [author, reader] = [createLinkSide(), createLinkSide()];
  const entries = [...createLogWriter(author.log, 2).write(2)];
  const opening = author.log.read(entries[0]?.log ?? '', 0, { entries: 1, bytes: 0 });
  reader.diskFails = true;
  expect(() => reader.hear(entriesFrame([...opening, ...entries]))).toThrow('disk full');
  expect(reader.said).toEqual([]);
  reader.diskFails = false;
  reader.hear(entriesFrame([...opening, ...entries]));
  expect(reader.said).toEqual([{ type: 'ack', logs: author.log.heads() }]);
});

test('[S9] entries that come again change nothing and are confirmed again', () => {
  const [author, reader] = [createLinkSide(), createLinkSide()];
  createLogWriter(author.log, 3).write(2);
  const batch = entriesFrame(author.log.read(author.log.heads()[0]?.log ?? '', 0, wholeLog));
  reader.hear(batch);
  const before = contentOf(reader.log);
  reader.hear(batch);
  expect(contentOf(reader.log)).toEqual(before);
  expect(typesOf(reader.said)).toEqual(['ack', 'ack']);
});

test('[S9] a gap stores nothing; the side says where it stands, so that the other begins there', () => {
  const [author, reader] = [createLinkSide(), createLinkSide()];
  const [, ...later] = createLogWriter(author.log, 4).write(3);
  reader.hear(entriesFrame(later));
  expect(reader.log.heads()).toEqual([]);
  expect(typesOf(reader.said)).toEqual(['have']);
  expect(reader.problems).toEqual([]);
});

test.each([
  ['a forged signature', (entries: readonly StoredEntry[]) => entriesFrame(entries, new Uint8Array(64).fill(1))],
  ['the signature of another entry', (entries: readonly StoredEntry[]) => entriesFrame(entries, entries[0]?.signature)],
  [
    'a changed byte',
    (entries: readonly StoredEntry[]) =>
      entriesFrame(entries.map((entry, at) => (at === 1 ? { ...entry, bytes: flipped(entry.bytes) } : entry))),
  ],
  ['two entries swapped', ([a, b, c]: readonly StoredEntry[]) => entriesFrame([a, c, b].flatMap((each) => each ?? []))],
  ['an entry left out', ([a, , c]: readonly StoredEntry[]) => entriesFrame([a, c].flatMap((each) => each ?? []))],
])('[S8] %s is not stored', (_name, forge) => {
  const [author, reader] = [createLinkSide(), createLinkSide()];
  const writer = createLogWriter(author.log, 5);
  writer.write(2);
  reader.hear(forge(author.log.read(writer.id, 0, wholeLog)));
  expect(reader.log.heads()).toEqual([]);
  expect(typesOf(reader.said)).not.toContain('ack');
});

test('[S8] a log under the name of another one is not stored', () => {
  const [author, thief, reader] = [createLinkSide(), createLinkSide(), createLinkSide()];
  const writer = createLogWriter(author.log, 6);
  const other = createLogWriter(thief.log, 7);
  const stolen = thief.log.read(other.id, 0, wholeLog);
  reader.hear({ type: 'entries', batches: [{ ...batchOf(stolen), log: writer.id }] });
  expect(reader.log.heads()).toEqual([]);
  expect(typesOf(reader.problems)).toEqual(['refused-entries']);
});

test('[S10] a step sends a bounded number of bounded batches; confirmations draw the rest', () => {
  const [author, reader] = [createLinkSide(), createLinkSide()];
  const writer = createLogWriter(author.log, 10);
  writer.write(limits.frameEntries * (limits.framesPerStep + 2));
  author.hear(haveOf(reader.log));
  const sent = author.said.filter((frame) => frame.type === 'entries');
  expect(sent).toHaveLength(limits.framesPerStep);
  for (const frame of sent) {
    const entries = frame.batches.flatMap((batch) => batch.entries);
    expect(entries.length).toBeLessThanOrEqual(limits.frameEntries);
    expect(entries.reduce((sum, entry) => sum + entry.length, 0)).toBeLessThanOrEqual(limits.batchBytes);
  }
  let moved = 0;
  while (author.said.length > 0 || reader.said.length > 0) {
    const forReader = author.said.shift();
    if (forReader !== undefined) reader.hear(forReader);
    const forAuthor = reader.said.shift();
    if (forAuthor !== undefined) author.hear(forAuthor);
    moved += 1;
    expect(moved).toBeLessThan(1000);
  }
  expect(contentOf(reader.log)).toEqual(contentOf(author.log));
});

test('[S10] a connection that does not drain gets nothing more', () => {
  const [author, reader] = [createLinkSide(), createLinkSide()];
  createLogWriter(author.log, 11).write(3);
  author.buffered = limits.bufferedBytes + 1;
  author.hear(haveOf(reader.log));
  author.run({ type: 'tick' });
  expect(author.said).toEqual([]);
  author.buffered = 0;
  author.run({ type: 'tick' });
  expect(typesOf(author.said)).toEqual(['have', 'entries']);
});

test('[S10] while entries are on their way, single ones wait and leave together', () => {
  const [author, reader] = [createLinkSide(), createLinkSide()];
  const writer = createLogWriter(author.log, 12);
  author.hear(haveOf(reader.log));
  for (let time = 0; time < 5; time += 1) {
    writer.write(1);
    author.run({ type: 'appended' });
  }
  expect(typesOf(author.said)).toEqual(['entries']);
  for (const frame of author.said.splice(0)) reader.hear(frame);
  for (const frame of reader.said.splice(0)) author.hear(frame);
  expect(author.said).toMatchObject([{ type: 'entries' }]);
  for (const frame of author.said.splice(0)) reader.hear(frame);
  expect(contentOf(reader.log)).toEqual(contentOf(author.log));
});

test('[S9] entries that nobody confirms are sent again after some ticks', () => {
  const [author, reader] = [createLinkSide(), createLinkSide()];
  createLogWriter(author.log, 13).write(1);
  author.hear(haveOf(reader.log));
  author.said.length = 0;
  for (let tick = 0; tick <= limits.resendTicks; tick += 1) author.run({ type: 'tick' });
  expect(author.said.filter((frame) => frame.type === 'entries')).toHaveLength(1);
});

test('[S2] a malformed frame closes the connection and is reported', () => {
  const side = createLinkSide();
  side.hear(Uint8Array.of(0xff, 0x00));
  expect(side.closed).toEqual(['malformed-frame']);
  expect(typesOf(side.problems)).toEqual(['bad-frame']);
  expect(typesOf(side.said)).toEqual(['bye']);
});

test('[S12] the clock of the other side is measured, and what it has and this side lacks is counted', () => {
  const [here, there] = [createLinkSide(), createLinkSide()];
  createLogWriter(there.log, 14).write(4);
  here.hear(haveOf(there.log, 65_000));
  expect(here.link.clockOffsetMs).toBe(60_000);
  expect(missingHere(here.log, here.link)).toBe(5);
});

test('[S6] a laptop says how its battery stands, where it knows; what cannot be read of it harms nothing', () => {
  const battery = { percent: 37, charging: false };
  const [knowing, other] = [createLinkSide({ battery: () => battery }), createLinkSide()];
  knowing.run({ type: 'opened' });
  for (const frame of knowing.said) other.hear(frame);
  expect(other.link.battery).toEqual(battery);
  other.run({ type: 'opened' });
  for (const frame of other.said) knowing.hear(frame);
  expect(knowing.link.battery).toBeNull();
  const odd = new Encoder({ useRecords: false }).encode({ ...haveOf(knowing.log), battery: { percent: 'penuh' } });
  other.hear(Uint8Array.from(odd));
  expect(other.closed).toEqual([]);
  expect(other.link.battery).toBeNull();
});

function flipped(bytes: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(bytes);
  const last = changed.length - 1;
  changed[last] = (changed[last] ?? 0) ^ 1;
  return changed;
}

test('a confirmation for what was never sent changes nothing here', () => {
  const side = createLinkSide();
  const hash = nodeCrypto.hash(new Uint8Array(0));
  side.hear({ type: 'ack', logs: [{ log: 'a'.repeat(26), seq: 999, hash }] });
  expect(side.log.heads()).toEqual([]);
  expect(side.closed).toEqual([]);
});

test('[S6] where no signature lies within the usual bound, a frame goes on to the next one', () => {
  const [author, middle, reader] = [createLinkSide(), createLinkSide(), createLinkSide()];
  const writer = createLogWriter(author.log, 15);
  writer.write(limits.frameEntries + 50);
  const everything = author.log.read(writer.id, 0, wholeLog);
  middle.log.append(
    everything.map((entry, at) => (at === everything.length - 1 ? entry : { ...entry, signature: null })),
  );
  middle.hear(haveOf(reader.log));
  for (const frame of middle.said) reader.hear(frame);
  expect(contentOf(reader.log)).toEqual(contentOf(author.log));
});

test('[S6] what is said of other laptops is always a frame that can be read', () => {
  const side = createLinkSide({ copies: [0, ...Array.from({ length: limits.peers + 5 }, (_, index) => index + 1)] });
  createLogWriter(side.log, 16);
  side.run({ type: 'opened' });
  expect(side.said).toMatchObject([{ type: 'have', logs: [{ copies: { length: limits.peers, 0: 1 } }] }]);
});

test('[S10] a log with much to send does not keep one with little waiting', () => {
  const [author, reader] = [createLinkSide(), createLinkSide()];
  const writers = [createLogWriter(author.log, 17), createLogWriter(author.log, 18)].toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  writers[0]?.write(limits.frameEntries * 3);
  author.hear(haveOf(reader.log));
  const [first] = author.said.filter((frame) => frame.type === 'entries');
  expect(first?.batches.map(({ log }) => log)).toEqual([writers[1]?.id, writers[0]?.id]);
});

test('[S8] a batch too long to be passed on is not stored, and that log is left alone', () => {
  const [author, reader] = [createLinkSide(), createLinkSide()];
  const { id, keys } = createLogWriter(author.log, 19);
  const long = longEntries(author.log, id, keys.privateKey, 9);
  reader.hear(entriesFrame([...author.log.read(id, 0, wholeLog), ...long]));
  expect(typesOf(reader.problems)).toEqual(['refused-entries']);
  expect(reader.log.heads()).toEqual([]);
});

test('[S8] a stored log that ends at no signature within a frame does not end the connection', () => {
  const [author, reader] = [createLinkSide(), createLinkSide()];
  const { id } = createLogWriter(author.log, 20);
  const other = createLogWriter(author.log, 21);
  const held = createLinkSide();
  const writer = createLogWriter(held.log, 22);
  const long = writer.write(limits.batchEntries + 100);
  author.log.append(held.log.read(writer.id, 0, { entries: 1, bytes: 0 }));
  author.log.append(long.map((entry, at) => (at === long.length - 1 ? entry : { ...entry, signature: null })));
  author.hear(haveOf(reader.log));
  for (let tick = 0; tick < 3; tick += 1) {
    for (const frame of author.said.splice(0)) reader.hear(frame);
    for (const frame of reader.said.splice(0)) author.hear(frame);
    author.run({ type: 'tick' });
  }
  expect(reader.log.heads().map(({ log }) => log)).toEqual(expect.arrayContaining([id, other.id]));
  expect(typesOf(author.problems)).toEqual(['refused-entries']);
  expect(author.closed).toEqual([]);
});

test('[S9] what another laptop claims without end is not remembered without end', () => {
  const side = createLinkSide();
  const hash = new Uint8Array(32);
  for (let time = 0; time < 20; time += 1) {
    const logs = Array.from({ length: 100 }, (_, index) => {
      const log = toBase32(nodeCrypto.hash(Uint8Array.of(time, index)).slice(0, 16));
      return { log, seq: 1, hash };
    });
    side.hear({ type: 'have', version: 1, application: 'uji', clockMs: 0, logs });
    side.hear({ type: 'ack', logs: logs.map((head) => ({ ...head, log: `${head.log.slice(0, -2)}aa` })) });
  }
  expect(side.link.their.size).toBe(100);
  expect(side.link.copies.size).toBe(100);
});

test('[S8] a laptop that sends wrong logs without end is hung up on', () => {
  const [thief, side] = [createLinkSide(), createLinkSide()];
  const { id } = createLogWriter(thief.log, 23);
  const batch = batchOf(thief.log.read(id, 0, wholeLog));
  for (let time = 0; time < limits.refusedLogs; time += 1) {
    const log = toBase32(nodeCrypto.hash(Uint8Array.of(time >> 8, time & 255)).slice(0, 16));
    side.hear({ type: 'entries', batches: [{ ...batch, log }] });
  }
  expect(side.closed).toEqual(['refused-entries']);
});

/** Goes on with that log as its writer could: long payloads, signed. */
function longEntries(log: EventLog, id: string, key: Uint8Array, count: number): StoredEntry[] {
  const [opening] = log.read(id, 0, { entries: 1, bytes: 0 });
  const envelope = opening === undefined ? null : decodeEnvelope(opening.bytes);
  if (opening === undefined || envelope === null) throw new Error('there is a log');
  let prevHash = opening.hash;
  return Array.from({ length: count }, (_, index) => {
    const seq = index + 2;
    const clock = { ms: envelope.clock.ms + seq, counter: 0 };
    const header = { log: id, device: envelope.device, seq, prevHash, clock };
    const text = 'x'.repeat(limits.payloadBytes - 2048);
    const bytes = encodeEntry(
      header,
      { text },
      { version: 2, key: null, knownLogs: [] },
      { crypto: nodeCrypto, random: seededRandom(1) },
    );
    prevHash = nodeCrypto.hash(bytes);
    return { log: id, seq, hash: prevHash, bytes, signature: nodeCrypto.sign(key, bytes) };
  });
}
