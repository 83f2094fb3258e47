import { Encoder } from 'cbor-x';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasPlainShape } from '../../shared/lib/cbor-shape.ts';
import { limits } from '../../shared/limits.ts';
import {
  decodeJoinFrame,
  decodeSyncFrame,
  encodeFrame,
  protocolVersion,
  type JoinFrame,
  type SyncFrame,
} from '../../shared/sync/protocol.ts';

const cbor = new Encoder({ useRecords: false, tagUint8Array: false, variableMapSize: true });
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const logId = fc.stringMatching(/^[a-z2-7]{26}$/);
const seq = fc.integer({ min: 1, max: limits.entriesPerLog });
const head = fc.record({ log: logId, seq, hash: bytes(32) });
const application = fc.string({ maxLength: 40 });
const version = fc.constant(protocolVersion);

const syncFrame: fc.Arbitrary<SyncFrame> = fc.oneof(
  fc.record({
    type: fc.constant('have' as const),
    version,
    application,
    clockMs: fc.integer({ min: 0, max: 4e12 }),
    logs: fc.array(fc.record({ log: logId, seq, hash: bytes(32), copies: fc.array(seq, { maxLength: 5 }) }), {
      maxLength: 5,
    }),
  }),
  fc
    .uniqueArray(
      fc.record({
        log: logId,
        entries: fc.array(fc.uint8Array({ maxLength: 400 }), { minLength: 1, maxLength: 5 }),
        signature: bytes(64),
      }),
      { selector: ({ log }) => log, minLength: 1, maxLength: 3 },
    )
    .map((batches) => ({ type: 'entries' as const, batches })),
  fc.array(head, { maxLength: 3 }).map((logs) => ({ type: 'ack' as const, logs })),
  fc.record({
    type: fc.constant('bye' as const),
    reason: fc.string({ maxLength: 40 }),
    message: fc.string({ maxLength: 200 }),
  }),
);
const joinFrame: fc.Arbitrary<JoinFrame> = fc.oneof(
  fc.record({
    type: fc.constant('welcome' as const),
    version,
    application,
    signingKey: bytes(32),
    boxKey: bytes(32),
    signature: bytes(64),
  }),
  fc.record({
    type: fc.constant('join' as const),
    version,
    application,
    method: fc.constant('secret'),
    seat: fc.stringMatching(/^[a-z0-9-]{1,64}$/),
    signingKey: bytes(32),
    boxKey: bytes(32),
    machine: fc.string({ maxLength: 200 }),
    signature: bytes(64),
    proof: bytes(32),
  }),
  fc.record({ type: fc.constant('resume' as const), version, application, device: logId, signature: bytes(64) }),
);

test('[S2] every frame reads back as it was written', () => {
  fc.assert(
    fc.property(syncFrame, (frame) => {
      expect(decodeSyncFrame(encodeFrame(frame))).toEqual({ ok: true, value: frame });
    }),
  );
  fc.assert(
    fc.property(joinFrame, (frame) => {
      expect(decodeJoinFrame(encodeFrame(frame))).toEqual({ ok: true, value: frame });
    }),
  );
});

test('[S2] random bytes, and frames cut short, grown or with a changed byte, never throw and never pass as entries of another length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (frame) => {
      expect([true, false]).toContain(decodeSyncFrame(frame).ok);
      expect([true, false]).toContain(decodeJoinFrame(frame).ok);
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(syncFrame, fc.nat(), fc.integer({ min: 1, max: 255 }), (frame, place, change) => {
      const whole = encodeFrame(frame);
      expect(decodeSyncFrame(whole.slice(0, place % whole.length)).ok).toBe(false);
      expect(decodeSyncFrame(Uint8Array.from([...whole, 0])).ok).toBe(false);
      const changed = Uint8Array.from(whole);
      changed[place % whole.length] = (changed[place % whole.length] ?? 0) ^ change;
      expect([true, false]).toContain(decodeSyncFrame(changed).ok);
    }),
    { numRuns: 500 },
  );
});

test('[S2] a deeply nested frame and one that announces more than it brings are refused before they are built', () => {
  const nested = Uint8Array.from([...Array.from({ length: 100_000 }, () => 0x81), 0]);
  expect(decodeSyncFrame(nested)).toEqual({ ok: false, error: { type: 'malformed-frame' } });
  expect(hasPlainShape(Uint8Array.of(0x9a, 0xff, 0xff, 0xff, 0xff), { depth: 4, items: 1000 })).toBe(false);
  expect(hasPlainShape(Uint8Array.of(0x5b, 0, 0, 0, 1, 0, 0, 0, 0, 1), { depth: 4, items: 1000 })).toBe(false);
});

test('[S2] tags, indefinite lengths and surplus bytes are no plain shape', () => {
  const bounds = { depth: 4, items: 100 };
  expect(hasPlainShape(cbor.encode({ a: [1, 'x', Uint8Array.of(1), null, true, 1.5, -7] }), bounds)).toBe(true);
  expect(hasPlainShape(cbor.encode(new Date(0)), bounds)).toBe(false);
  expect(hasPlainShape(Uint8Array.of(0x9f, 0x01, 0xff), bounds)).toBe(false);
  expect(hasPlainShape(Uint8Array.of(0x01, 0x01), bounds)).toBe(false);
  expect(hasPlainShape(new Uint8Array(0), bounds)).toBe(false);
  expect(hasPlainShape(cbor.encode([[[[1]]]]), bounds)).toBe(true);
  expect(hasPlainShape(cbor.encode([[[[[1]]]]]), bounds)).toBe(false);
  expect(hasPlainShape(cbor.encode(Array.from({ length: 100 }, () => 0)), bounds)).toBe(false);
});

test('[S2] a frame over its bound is refused unread; before the proof the bound is small', () => {
  const frame: SyncFrame = { type: 'bye', reason: 'x', message: '' };
  const large = new Uint8Array(limits.frameBytes + 1);
  expect(decodeSyncFrame(large)).toEqual({ ok: false, error: { type: 'frame-too-large' } });
  expect(decodeJoinFrame(new Uint8Array(limits.joinFrameBytes + 1))).toEqual({
    ok: false,
    error: { type: 'frame-too-large' },
  });
  expect(decodeJoinFrame(encodeFrame(frame)).ok).toBe(true);
});

test('[S2] a frame of an unknown type is passed over, unknown fields of a known one too', () => {
  expect(decodeSyncFrame(cbor.encode({ type: 'telepathy', depth: 3 }))).toEqual({ ok: true, value: null });
  const bye = { type: 'bye', reason: 'x', message: '' };
  expect(decodeSyncFrame(cbor.encode({ ...bye, mood: 'good' }))).toEqual({ ok: true, value: bye });
  expect(decodeSyncFrame(cbor.encode({ type: 'ack', logs: [{ log: 'x', seq: 1, hash: new Uint8Array(32) }] })).ok).toBe(
    false,
  );
});

test('[S3] frames of the second phase mean nothing before the proof', () => {
  const batch = { log: 'a'.repeat(26), entries: [new Uint8Array(10)], signature: new Uint8Array(64) };
  const entries: SyncFrame = { type: 'entries', batches: [batch] };
  expect(decodeJoinFrame(encodeFrame(entries)).ok).toBe(false);
  const bye: SyncFrame = { type: 'bye', reason: 'x', message: '' };
  expect(decodeJoinFrame(encodeFrame(bye))).toEqual({ ok: true, value: bye });
});

test('[S2] a frame names each log once and brings no more entries than a batch may', () => {
  const batch = { log: 'a'.repeat(26), entries: [new Uint8Array(10)], signature: new Uint8Array(64) };
  const many = Array.from({ length: limits.batchEntries }, () => new Uint8Array(1));
  expect(decodeSyncFrame(encodeFrame({ type: 'entries', batches: [batch, batch] })).ok).toBe(false);
  const other = { ...batch, log: 'b'.repeat(26) };
  expect(decodeSyncFrame(encodeFrame({ type: 'entries', batches: [batch, other] })).ok).toBe(true);
  expect(decodeSyncFrame(encodeFrame({ type: 'entries', batches: [batch, { ...other, entries: many }] })).ok).toBe(
    false,
  );
});

const zeros = (length: number) => new Uint8Array(length);
const id26 = 'a'.repeat(26);
const welcomeWith = (more: object) => ({
  type: 'welcome',
  version: 1,
  application: 'x',
  signingKey: zeros(32),
  boxKey: zeros(32),
  signature: zeros(64),
  ...more,
});
const entriesWith = (more: object) => ({
  type: 'entries',
  batches: [{ log: id26, entries: [zeros(1)], signature: zeros(64), ...more }],
});
const headWith = (more: object) => ({ type: 'ack', logs: [{ log: id26, seq: 1, hash: zeros(32), ...more }] });
const haveWith = (more: object) => ({ type: 'have', version: 1, application: 'x', clockMs: 0, logs: [], ...more });

/** What may just pass, and what is just beyond. */
const joinBounds: readonly (readonly [string, (value: unknown) => object, readonly unknown[], readonly unknown[]])[] = [
  ['a public key', (signingKey) => welcomeWith({ signingKey }), [zeros(32), zeros(133)], [zeros(31), zeros(134), 'x']],
  ['a signature', (signature) => welcomeWith({ signature }), [zeros(64)], [zeros(63), zeros(65)]],
  ['a version', (version) => welcomeWith({ version }), [1, 1000], [0, 1001, 1.5]],
  ['a proof', (proof) => ({ type: 'proof', proof }), [zeros(0), zeros(1024)], [zeros(1025)]],
  [
    'a seat',
    (seat) => ({ type: 'admitted', seat }),
    ['a', 'z9-'.repeat(21), '0'.repeat(64)],
    ['', '0'.repeat(65), 'A', 'a b'],
  ],
  ['a machine’s words', (message) => ({ type: 'bye', reason: '', message }), ['x'.repeat(200)], ['x'.repeat(201), 1]],
];
const syncBounds: typeof joinBounds = [
  ['a hash', (hash) => headWith({ hash }), [zeros(32)], [zeros(31), zeros(33)]],
  ['a number of an entry', (seq) => headWith({ seq }), [1, limits.entriesPerLog], [0, limits.entriesPerLog + 1]],
  [
    'an entry',
    (entry) => entriesWith({ entries: [entry] }),
    [zeros(limits.entryBytes)],
    [zeros(limits.entryBytes + 1)],
  ],
  [
    'a batch',
    (entries) => entriesWith({ entries }),
    [[zeros(1)], Array.from({ length: limits.batchEntries }, () => zeros(1))],
    [[], Array.from({ length: limits.batchEntries + 1 }, () => zeros(1))],
  ],
  ['the number of what was said', (mark) => haveWith({ mark }), [1, 1e9], [0, 1.5]],
  ['a clock', (clockMs) => haveWith({ clockMs }), [8.64e15, -8.64e15], [8.65e15, -8.65e15]],
  ['a reason', (reason) => ({ type: 'bye', reason, message: '' }), ['x'.repeat(40)], ['x'.repeat(41)]],
];

test.each([
  ...joinBounds.map((each) => [...each, decodeJoinFrame] as const),
  ...syncBounds.map((each) => [...each, decodeSyncFrame] as const),
])('[S2] %s passes up to its bound and not beyond it', (_name, frameWith, pass, beyond, decode) => {
  const read = (value: unknown) => decode(new Uint8Array(cbor.encode(frameWith(value))));
  for (const value of pass) expect(read(value)).toMatchObject({ ok: true });
  for (const value of beyond) expect(read(value)).toEqual({ ok: false, error: { type: 'malformed-frame' } });
});

test('[S2] a frame of just its bound is read', () => {
  const unknown = (length: number) => {
    const made = (filler: number) => new Uint8Array(cbor.encode({ type: 'telepathy', filler: zeros(filler) }));
    const some = length < 66_000 ? 1_000 : 100_000;
    return made(length - (made(some).length - some));
  };
  expect(unknown(limits.joinFrameBytes)).toHaveLength(limits.joinFrameBytes);
  expect(decodeJoinFrame(unknown(limits.joinFrameBytes))).toEqual({ ok: true, value: null });
  expect(decodeJoinFrame(unknown(limits.joinFrameBytes + 1)).ok).toBe(false);
  expect(decodeSyncFrame(unknown(limits.frameBytes))).toEqual({ ok: true, value: null });
  expect(decodeSyncFrame(unknown(limits.frameBytes + 1)).ok).toBe(false);
});
