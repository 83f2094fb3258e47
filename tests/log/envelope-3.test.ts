/** Envelope version 3: its layout, what it hides from whom, and that what is left out on the wire comes back to the byte. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import type { DomainEvent } from '../../shared/domain/facts/events.ts';
import { toBase32 } from '../../shared/lib/base32.ts';
import { concatBytes } from '../../shared/lib/bytes.ts';
import { batchOf } from '../../shared/log/batch.ts';
import { compacted, expanded, isCompacted, keysFrom } from '../../shared/log/envelope-3.ts';
import { decodeCompact, encodeCompact } from '../../shared/log/compact-payload.ts';
import { decodeEnvelope, encodeEntry, openPayload } from '../../shared/log/entry.ts';
import { receiveBatch } from '../../shared/log/receive.ts';
import { beginWriter, memoryPorts, seededRandom } from '../support/core-ports.ts';

const ports = { crypto: nodeCrypto, random: seededRandom('envelope-3') };
const key = new Uint8Array(32).fill(7);
const own = toBase32(new Uint8Array(16).fill(1));
const founding = toBase32(new Uint8Array(16).fill(9));
const header = {
  log: own,
  device: toBase32(new Uint8Array(16).fill(2)),
  seq: 5,
  prevHash: new Uint8Array(32).fill(3),
  clock: { ms: 1_700_000_000_000, counter: 4 },
};
const score = {
  type: 'score-set',
  contestant: 'kbk-melati-01',
  criterion: 'kreativitas-gagasan',
  value: '87.25',
  replaces: [`${own}:4`],
  rubric: `${founding}:2`,
};

function written(event: unknown, by: Uint8Array | null = key, at = header): Uint8Array {
  return encodeEntry(at, event, { version: 3, key: by, knownLogs: [founding] }, ports);
}

function read(bytes: Uint8Array, by: Uint8Array | null = key): unknown {
  const envelope = decodeEnvelope(bytes);
  return envelope === null ? null : openPayload(envelope, by, { knownLogs: [founding] }, nodeCrypto);
}

describe('an envelope of version 3', () => {
  test('[L18] stands byte for byte where its layout says', () => {
    const bytes = written({ type: 'stage-shown', contestant: null, stage: null }, null);
    const at = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('hex');
    expect(at(0, 2)).toBe('0300');
    expect(at(2, 18)).toBe('01'.repeat(16));
    expect(at(18, 34)).toBe('02'.repeat(16));
    expect(at(34, 38)).toBe('00000005');
    expect(at(38, 70)).toBe('03'.repeat(32));
    // 1 700 000 000 000 = 0x018bcfe56800
    expect(at(70, 80)).toBe('00018bcfe56800000004');
    expect(bytes).toHaveLength(80 + 64);
  });

  test('[L18] a score fits the smallest size, and takes 104 bytes beside what the entry before says', () => {
    expect(written(score)).toHaveLength(80 + 12 + 64 + 16);
    expect(compacted(written(score))).toHaveLength(104);
    const lengths = ['1', '99.9999', '1000000'].map((value) => written({ ...score, value }).length);
    expect(new Set(lengths).size).toBe(1);
  });

  test('[L7] whatever its ids, the size does not tell how many digits a score has, nor whether it was emptied', () => {
    const values = ['9', '87', '100', '87.5', '87.25', '99.9999', '999.9999', null];
    for (let more = 0; more < 50; more += 1) {
      const contestant = 'k'.repeat(1 + more);
      const sizes = values.map((value) => written({ ...score, contestant, value }).length);
      expect(new Set(sizes).size, contestant).toBe(1);
      const sheets = values.map((value) => {
        const given = value ?? '0';
        return written({ type: 'sheet-locked', contestant, stage: 's', values: { a: given, b: given }, rubric: 'x' });
      });
      expect(new Set(sheets.map(({ length }) => length)).size, contestant).toBe(1);
    }
  });

  test('[L18] ids that the opening lists are as short as any: the longest names make a score no longer', () => {
    const long = { ...score, contestant: 'k'.repeat(64), criterion: 'c'.repeat(64) };
    const knownIds = [...Array.from({ length: 300 }, (_, index) => `id-${index}`), long.criterion, long.contestant];
    const by = (listed: readonly string[], event: unknown) =>
      encodeEntry(header, event, { version: 3, key, knownLogs: [founding], knownIds: listed }, ports);
    const bytes = by(knownIds, long);
    expect(compacted(bytes)).toHaveLength(104);
    expect(compacted(by(knownIds, { ...long, value: null }))).toHaveLength(104);
    expect(compacted(by([], long))).toHaveLength(296);
    const envelope = decodeEnvelope(bytes);
    if (envelope === null) throw new Error('an envelope');
    const listed = { knownLogs: [founding], knownIds };
    expect(openPayload(envelope, key, listed, nodeCrypto)).toStrictEqual(long);
    // Without the list, or with a shorter one, it says nothing rather than something else.
    expect(openPayload(envelope, key, { ...listed, knownIds: [] }, nodeCrypto)).toBeNull();
    expect(openPayload(envelope, key, { ...listed, knownIds: knownIds.slice(0, -1) }, nodeCrypto)).toBeNull();
    const twice = { own, knownIds: ['a', 'b', 'a'] };
    expect(decodeCompact(encodeCompact(['a', 'b', 'c', ''], twice), twice)).toEqual(['a', 'b', 'c', '']);
  });

  test('[L3] whatever JSON can write comes back, plain and hidden', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('type', 'score-set', `${own}:7`, `${founding}:65536`, `${'b'.repeat(26)}:1`, 'a:1'),
    );
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        text,
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(text, tie('value'), { maxKeys: 5 }),
      ),
    })).value;
    fc.assert(
      fc.property(fc.dictionary(text, json, { maxKeys: 6 }), fc.boolean(), (event, hidden) => {
        const plain: unknown = JSON.parse(JSON.stringify(event));
        fc.pre(plain !== null);
        expect(read(written(plain, hidden ? key : null), hidden ? key : null)).toStrictEqual(plain);
      }),
      { numRuns: 400 },
    );
  });

  test('[L18] names of entries are as they were: at the bounds of their numbers, of any log, and what only looks like one', () => {
    const logs = { own, knownLogs: [founding] };
    for (const name of [
      `${own}:1`,
      `${own}:255`,
      `${own}:256`,
      `${founding}:1000000`,
      `${'c'.repeat(25)}a:9999999999`,
      `${'c'.repeat(26)}:1`,
      `${own}:01`,
      `${own}:0`,
    ])
      expect(decodeCompact(encodeCompact({ ref: name }, logs), logs)).toEqual({ ref: name });
  });

  test('[L7] nothing of it opens with another key, in another place, or with a byte changed', () => {
    const bytes = written(score);
    expect(read(bytes, new Uint8Array(32))).toBeNull();
    expect(read(bytes, null)).toBeNull();
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte));
      expect(read(changed), `byte ${at}`).toBeNull();
    }
  });

  test('[L18] who holds the key of the scores alone reads a recusal and no reason, a note and not its text', () => {
    const { scores } = keysFrom(key, nodeCrypto);
    for (const [event, field] of [
      [
        { type: 'note-set', contestant: 'k1', stage: 's', criterion: null, text: 'kenari-rahasia', replaces: [] },
        'text',
      ],
      [{ type: 'recused', contestant: 'k1', reason: 'kenari-rahasia' }, 'reason'],
      [{ type: 'recusal-withdrawn', recusal: `${own}:3`, reason: 'kenari-rahasia' }, 'reason'],
    ] as const) {
      const bytes = written(event);
      expect(read(bytes)).toStrictEqual(event);
      expect(Buffer.from(bytes).includes('kenari')).toBe(false);
      // By hand, as somebody would who was given that key: the first sealed part opens, the second does not.
      const [head, body] = [bytes.subarray(0, 80), bytes.subarray(80)];
      const length = new DataView(body.buffer, body.byteOffset).getUint32(0);
      const open = (sealed: Uint8Array) => nodeCrypto.decrypt(scores, sealed.slice(0, 12), sealed.slice(12), head);
      const first = open(body.slice(4, 4 + length));
      expect(first === null ? null : decodeCompact(first, { own })).toStrictEqual({
        ...event,
        [field]: '…',
      });
      expect(open(body.slice(4 + length))).toBeNull();
    }
  });

  test('[L18] with and without the key of the notes the same is read, but for the text itself: what is apart changes nothing else', () => {
    const recused = { type: 'recused', contestant: 'k1', reason: 'bawahan' };
    const given = { ...score, reason: '…' };
    const open = { ...recused, reason: '…' };
    const everybody = [
      [open, { reason: 'x', contestant: 'k2', type: 'score-set' }, { ...open, reason: 'x' }],
      [open, { reason: ' ' }, open],
      [open, { reason: 'x'.repeat(2000) }, open],
      [open, { type: 'score-set' }, open],
      [open, 'x', open],
      [open, { reason: 5 }, open],
      [open, null, open],
      [{ ...open, reason: 'bukan itu' }, { reason: 'x' }, null],
      [{ ...open, type: 'x' }, { reason: 'x' }, null],
      [given, { value: '12' }, null],
      [given, { reason: 'x' }, null],
    ] as const;
    for (const [first, second, expected] of everybody)
      expect(read(byHand(recused, first, second))).toStrictEqual(expected);
    expect(read(byHand(recused, open, { reason: 'bawahan' }))).toStrictEqual(recused);
  });

  test('[L18] neither key gives away the data key: they differ from it and from each other', () => {
    const { scores, notes } = keysFrom(key, nodeCrypto);
    expect(new Set([key, scores, notes].map((each) => toBase32(each))).size).toBe(3);
  });

  test('[L5] random bytes are no envelope, or one that opens to nothing, and never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (tail) => {
        expect(read(Uint8Array.from([3, ...tail]))).toBeNull();
        expect(() => decodeCompact(tail, { own })).not.toThrow();
      }),
    );
    const bytes = written(score);
    for (let length = 0; length < bytes.length; length += 1) expect(read(bytes.slice(0, length))).toBeNull();
  });

  test('[L8] clocks keep their order where a counter is full, and end where a calendar does', () => {
    const clockOf = (ms: number, counter: number) =>
      decodeEnvelope(written(score, key, { ...header, clock: { ms, counter } }))?.clock;
    expect(clockOf(5, 2 ** 24 - 1)).toEqual({ ms: 5, counter: 2 ** 24 - 1 });
    expect(clockOf(5, 2 ** 24)).toEqual({ ms: 6, counter: 0 });
    expect(clockOf(8.64e15, 0)).toEqual({ ms: 8.64e15, counter: 0 });
    const late = written(score);
    late.set([0xff], 70);
    expect(decodeEnvelope(late)).toBeNull();
  });

  test('[L18] the lists of fields and words are closed: a later name is text, which every application reads', () => {
    const logs = { own };
    const isKnown = (...content: number[]): boolean =>
      decodeCompact(Uint8Array.from([...content, 0x80]), logs) !== null;
    const numbers = Array.from({ length: 256 }, (_, number) => number);
    // A map of one number to 1; an array of one byte string.
    expect(numbers.filter((number) => isKnown(0xa1, 0x18, number, 1))).toEqual(numbers.slice(0, 66));
    expect(numbers.filter((number) => isKnown(0x81, 0x42, 255, number))).toEqual(numbers.slice(0, 39));
    const later = { type: 'jury-sang', song: 'x' };
    expect(Buffer.from(encodeCompact(later, logs)).includes('jury-sang')).toBe(true);
    expect(decodeCompact(encodeCompact(later, logs), logs)).toEqual(later);
  });

  test('[L18] a plain entry says that a word or a field of a newer version is not known', () => {
    const unknownWord = encodeCompact({ type: 'score-set' }, { own });
    const at = unknownWord.indexOf(255);
    unknownWord[at + 1] = 254;
    expect(decodeCompact(unknownWord, { own })).toBeNull();
    expect(decodeCompact(encodeCompact({ ref: `${founding}:1` }, { own, knownLogs: [founding] }), { own })).toBeNull();
  });
});

/** Two sealed parts as no honest writer makes them; `second` null: bytes that no key opens. */
function byHand(like: unknown, first: unknown, second: unknown): Uint8Array {
  const head = written(like).slice(0, 80);
  const { scores, notes } = keysFrom(key, nodeCrypto);
  const seal = (by: Uint8Array, value: unknown): Uint8Array => {
    const nonce = ports.random.bytes(12);
    const plain = encodeCompact(value, { own, knownLogs: [founding] });
    return concatBytes(nonce, nodeCrypto.encrypt(by, nonce, plain, head));
  };
  const main = seal(scores, first);
  const apart = second === null ? new Uint8Array(90) : seal(notes, second);
  return concatBytes(head, Uint8Array.of(0, 0, 0, main.length), main, apart);
}

describe('entries that are compacted', () => {
  test('[L3] come back to the byte from what the entry before says; other versions are left as they are', () => {
    const bytes = written(score);
    const short = compacted(bytes);
    expect(isCompacted(short)).toBe(true);
    expect(expanded(short, header)).toEqual(bytes);
    expect(expanded(short, { ...header, seq: 6 })).not.toEqual(bytes);
    const older = encodeEntry(header, score, { version: 2, key, knownLogs: [] }, ports);
    expect(compacted(older)).toBe(older);
    expect(decodeEnvelope(short)).toBeNull();
  });

  test('[L5] [L18] a batch is taken where it belongs, and refused with another beginning, as a fork or a gap where it is one', () => {
    const sender = memoryPorts('sender');
    const writer = beginWriter(sender, 'seat', 'j1');
    const entries = [...writer.opening, ...writer.write(note('satu'), note('dua'), note('tiga'))];
    const receiver = createMemoryLog();
    const take = (batch: ReturnType<typeof batchOf>) => receiveBatch(receiver, nodeCrypto, batch, { follow: false });
    const whole = take(batchOf(entries.slice(0, 2)));
    if (!whole.ok) throw new Error(whole.error.type);
    receiver.append(whole.value.fresh);
    const rest = batchOf(entries.slice(2));
    expect(rest.entries.every(isCompacted)).toBe(true);
    expect(rest.from?.seq).toBe(3);
    const taken = take(rest);
    expect(taken.ok ? taken.value.fresh.map(({ envelope: _envelope, ...stored }) => stored) : taken.error).toEqual(
      entries
        .slice(2)
        .map((entry, at, all) => ({ ...entry, signature: at === all.length - 1 ? entry.signature : null })),
    );
    const from = rest.from ?? { origin: '', seq: 0, prevHash: new Uint8Array() };
    const refused = (changed: Partial<typeof from>) => {
      const answer = take({ ...rest, from: { ...from, ...changed } });
      return answer.ok ? 'taken' : answer.error.type;
    };
    expect(refused({ prevHash: new Uint8Array(32) })).toBe('fork');
    expect(refused({ seq: 4 })).toBe('gap');
    expect(refused({ origin: founding })).toBe('gap');
    // Another writer's key vouches for nothing here, whatever the batch says of its beginning.
    const stranger = beginWriter(memoryPorts('stranger'), 'seat', 'j1');
    receiver.append(stranger.opening);
    const forged = nodeCrypto.sign(stranger.identity.signingPrivateKey, entries[2]?.bytes ?? new Uint8Array());
    const beside = { origin: stranger.identity.log, seq: 2, prevHash: stranger.opening[0]?.hash ?? new Uint8Array() };
    const third = {
      log: writer.identity.log,
      entries: entries.slice(2, 3).map(({ bytes }) => bytes),
      signature: forged,
    };
    for (const said of [undefined, beside])
      expect(take({ ...third, from: said })).toMatchObject({ ok: false, error: { type: 'bad-signature' } });
    const { from: _from, ...placeless } = rest;
    expect(take(placeless)).toMatchObject({ ok: false, error: { type: 'gap' } });
  });

  test('[L5] what is too short to be one is refused, and throws nothing', () => {
    const writer = beginWriter(memoryPorts('short'), 'seat', 'j1');
    const receiver = createMemoryLog();
    receiver.append(writer.opening);
    const { bytes: opening, hash } = writer.opening[0] ?? { bytes: new Uint8Array(), hash: new Uint8Array() };
    const from = { origin: writer.identity.log, seq: 2, prevHash: hash };
    for (let length = 1; length < 13; length += 1) {
      const short = new Uint8Array(length).fill(0xc3);
      for (const entries of [[short], [opening, short]]) {
        const batch = { log: writer.identity.log, entries, signature: new Uint8Array(64), from };
        const answer = receiveBatch(receiver, nodeCrypto, batch, { follow: false });
        expect(answer).toMatchObject({ ok: false, error: { type: 'malformed' } });
      }
    }
  });
});

function note(text: string): DomainEvent {
  return { type: 'note-set', contestant: 'k1', stage: 's', criterion: null, text, replaces: [] };
}
