/**
 * Envelope version 3 (rules L3, L7, L18): a fixed layout. Hash and signature are of exactly these bytes.
 *
 *     version 1 | kind 1 | log 16 | device 16 | seq 4 | previous hash 32 | clock ms 7 | clock counter 3 | body
 *
 * Numbers are big-endian. `kind`, low half: by which key the body is hidden (none, the log's data key, the contest key: rule L19);
 * PRIVATE: what only the holders of the notes' key
 * read stands apart, so that who is given the scores' key reads no note. Body: a nonce of 12 bytes and AES-256-GCM of the
 * payload (plain: the payload alone); with PRIVATE the length of that in 4 bytes before it, and a second of the same behind it.
 * The 80 bytes before the body are the associated data of both. The nonce is random: one that follows from the entry would be
 * used twice by a cloned folder.
 *
 * On the wire and at rest log, device, seq and previous hash are left out (`compacted`): whoever holds the entry before knows them.
 */
import { base32Bytes, toBase32 } from '../lib/base32.ts';
import { concatBytes } from '../lib/bytes.ts';
import type { Crypto, Random } from '../ports.ts';
import type { ClockReading } from './hybrid-clock.ts';
import { decodeCompact, encodeCompact, type Listed } from './compact-payload.ts';
import { idFrom, type DeviceId, type LogId } from '../domain/ids.ts';
import { upcast } from './upcast.ts';

export interface Envelope3 {
  readonly version: 3;
  /** Base32 id of the log. */
  readonly log: LogId;
  /** Base32 id of the writing device. */
  readonly device: DeviceId;
  readonly seq: number;
  /** SHA-256 of the previous entry's signed bytes. */
  readonly prevHash: Uint8Array;
  readonly clock: ClockReading;
  readonly kind: number;
  /** All of it. */
  readonly bytes: Uint8Array;
}

/** What says where a compacted entry stands. */
export interface Place {
  readonly log: LogId;
  readonly device: DeviceId;
  readonly seq: number;
  readonly prevHash: Uint8Array;
}

const VERSION = 3;
/** A compacted entry begins with this; no entry of any version does. */
const COMPACTED = 0xc3;
const PLAIN = 0;
const DATA_KEY = 1;
const CONTEST_KEY = 2;
const PRIVATE = 0x10;
const KINDS: ReadonlySet<number> = new Set([PLAIN, DATA_KEY, DATA_KEY | PRIVATE, CONTEST_KEY]);

const AT_LOG = 2;
const AT_DEVICE = 18;
const AT_SEQ = 34;
const AT_HASH = 38;
const AT_CLOCK = 70;
const AT_BODY = 80;
const ID_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const LENGTH_BYTES = 4;
/** The last moment that a calendar can show. */
const LATEST_MS = 8.64e15;
const COUNTERS = 2 ** 24;

/** Fields that stay with those who may read notes, by the type of the fact. */
const privateFields: Readonly<Record<string, string>> = {
  'note-set': 'text',
  recused: 'reason',
  'recusal-withdrawn': 'reason',
};
/** What a reader without the notes' key finds in their place. */
const hidden = '…';

interface Ports {
  readonly crypto: Crypto;
  readonly random: Random;
}

/** How an entry is written: under the log's data key, under the contest key, or readable by all. */
export interface Envelope3Form extends Listed {
  readonly key: Uint8Array | null;
  readonly contestKey?: Uint8Array | null;
}

/** The bytes to sign. `place.seq` is 2 or more. */
export function encodeEnvelope3(
  place: Place & { readonly clock: ClockReading },
  event: unknown,
  { key, contestKey = null, knownLogs, knownIds }: Envelope3Form,
  { crypto, random }: Ports,
): Uint8Array {
  const names = { knownLogs, knownIds, own: place.log };
  const [open, apart] = key === null ? [event, null] : setApart(event);
  const head = headOf(place, kindOf(key, contestKey, apart));
  const payload = encodeCompact(open, names);
  if (key === null)
    return concatBytes(head, contestKey === null ? payload : seal(contestKeysFrom(contestKey, crypto).facts, payload));
  const keys = keysFrom(key, crypto);
  const main = seal(keys.scores, payload);
  if (apart === null) return concatBytes(head, main);
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, main.length);
  return concatBytes(head, length, main, seal(keys.notes, encodeCompact(apart, names)));

  function seal(by: Uint8Array, plain: Uint8Array): Uint8Array {
    const nonce = random.bytes(NONCE_BYTES);
    return concatBytes(nonce, crypto.encrypt(by, nonce, plain, head));
  }
}

export function isEnvelope3(bytes: Uint8Array): boolean {
  return bytes[0] === VERSION;
}

const logs = rememberedId();
const devices = rememberedId();

/** The envelope, or null for bytes that are none. What it holds are views of `bytes`. */
export function decodeEnvelope3(bytes: Uint8Array): Envelope3 | null {
  const kind = bytes[1] ?? -1;
  if (bytes[0] !== VERSION || !KINDS.has(kind) || bytes.length <= AT_BODY) return null;
  const seq = numberAt(bytes, AT_SEQ, 4);
  const ms = numberAt(bytes, AT_CLOCK, 7);
  if (seq < 2 || ms > LATEST_MS) return null;
  return {
    version: VERSION,
    log: idFrom.log(logs.textAt(bytes, AT_LOG)),
    device: idFrom.device(devices.textAt(bytes, AT_DEVICE)),
    seq,
    prevHash: bytes.subarray(AT_HASH, AT_CLOCK),
    clock: { ms, counter: numberAt(bytes, AT_CLOCK + 7, 3) },
    kind,
    bytes,
  };
}

/** Big-endian. */
function numberAt(bytes: Uint8Array, at: number, length: number): number {
  let number = 0;
  for (let index = at; index < at + length; index += 1) number = number * 256 + (bytes[index] ?? 0);
  return number;
}

/** What reads the scores of a log and none of its notes: published when the scores are opened (rule Z11). */
export interface ScoresKey {
  readonly scores: Uint8Array;
}

/** What the payload says (unparsed), or null when the key is another or the payload is damaged. */
export function openEnvelope3(
  { kind, log, bytes }: Envelope3,
  key: Uint8Array | ScoresKey | null,
  listed: Listed,
  crypto: Crypto,
): unknown {
  const names = { ...listed, own: log };
  const head = bytes.subarray(0, AT_BODY);
  const body = bytes.subarray(AT_BODY);
  if (kind === PLAIN) return decodeCompact(body, names);
  if (key === null) return null;
  const keys = key instanceof Uint8Array ? keysFrom(key, crypto) : { scores: key.scores, notes: null };
  if (kind === CONTEST_KEY) {
    return key instanceof Uint8Array ? unseal(contestKeysFrom(key, crypto).facts, body) : null;
  }
  if ((kind & PRIVATE) === 0) return unseal(keys.scores, body);
  if (body.length < LENGTH_BYTES) return null;
  const end = LENGTH_BYTES + new DataView(body.buffer, body.byteOffset, body.byteLength).getUint32(0);
  const apart = keys.notes === null ? null : unseal(keys.notes, body.subarray(end));
  return joined(unseal(keys.scores, body.subarray(LENGTH_BYTES, end)), apart);

  function unseal(by: Uint8Array, sealed: Uint8Array): unknown {
    if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
    const plain = crypto.decrypt(by, sealed.slice(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES), head);
    return plain === null ? null : decodeCompact(plain, names);
  }
}

/** By which key. */
export function hiddenBy({ kind }: Envelope3): 'nothing' | 'data-key' | 'contest-key' {
  if (kind === PLAIN) return 'nothing';
  return kind === CONTEST_KEY ? 'contest-key' : 'data-key';
}

/** Without what the place says; bytes of another version as they are. */
export function compacted(bytes: Uint8Array): Uint8Array {
  if (!isEnvelope3(bytes)) return bytes;
  return concatBytes(Uint8Array.of(COMPACTED, bytes[1] ?? 0), bytes.subarray(AT_CLOCK));
}

export function isCompacted(bytes: Uint8Array): boolean {
  return bytes[0] === COMPACTED;
}

/** The bytes as they were signed. */
export function expanded(bytes: Uint8Array, place: Place): Uint8Array {
  // Of too few bytes comes what is no envelope either.
  const whole = new Uint8Array(Math.max(0, bytes.length - 2) + AT_CLOCK);
  writePlace(whole, place, bytes[1] ?? 0);
  whole.set(bytes.subarray(2), AT_CLOCK);
  return whole;
}

function kindOf(key: Uint8Array | null, contestKey: Uint8Array | null, apart: unknown): number {
  if (key === null) return contestKey === null ? PLAIN : CONTEST_KEY;
  return apart === null ? DATA_KEY : DATA_KEY | PRIVATE;
}

function headOf(place: Place & { readonly clock: ClockReading }, kind: number): Uint8Array {
  const head = new Uint8Array(AT_BODY);
  writePlace(head, place, kind);
  // A counter beyond its bytes goes on in the next millisecond: readings stay in their order.
  const ms = Math.min(Math.max(0, place.clock.ms + Math.floor(place.clock.counter / COUNTERS)), LATEST_MS);
  const counter = place.clock.counter % COUNTERS;
  const high = Math.floor(ms / 2 ** 32);
  const view = new DataView(head.buffer);
  view.setUint8(AT_CLOCK, high >> 16);
  view.setUint16(AT_CLOCK + 1, high & 0xffff);
  view.setUint32(AT_CLOCK + 3, ms % 2 ** 32);
  view.setUint8(AT_CLOCK + 7, counter >> 16);
  view.setUint16(AT_CLOCK + 8, counter & 0xffff);
  return head;
}

function writePlace(bytes: Uint8Array, { log, device, seq, prevHash }: Place, kind: number): void {
  bytes[0] = VERSION;
  bytes[1] = kind;
  bytes.set(logs.bytesOf(log), AT_LOG);
  bytes.set(devices.bytesOf(device), AT_DEVICE);
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(AT_SEQ, seq);
  bytes.set(prevHash, AT_HASH);
}

/** Ids as text and as bytes. Entries of one log come many at a time: the last id is kept, and one text stands for all of them. */
function rememberedId() {
  let known = { text: '', bytes: new Uint8Array(0) };
  return {
    textAt: (bytes: Uint8Array, at: number): string => {
      let same = 0;
      while (same < ID_BYTES && known.bytes[same] === bytes[at + same]) same += 1;
      if (same < ID_BYTES || known.bytes.length !== ID_BYTES) {
        const id = bytes.slice(at, at + ID_BYTES);
        known = { text: toBase32(id), bytes: id };
      }
      return known.text;
    },
    bytesOf: (text: string): Uint8Array => {
      if (known.text !== text) known = { text, bytes: Uint8Array.from(base32Bytes(text)) };
      return known.bytes;
    },
  };
}

/** What all readers of the scores may read, and what is kept from them; null: nothing is. */
function setApart(event: unknown): readonly [unknown, unknown] {
  const field = privateFieldOf(event);
  if (field === null || typeof event !== 'object' || event === null) return [event, null];
  const apart = Object.entries(event).filter(([name]) => name === field);
  return [
    Object.fromEntries(Object.entries(event).map(([name, value]) => [name, name === field ? hidden : value])),
    Object.fromEntries(apart),
  ];
}

/**
 * Only the text itself is taken from what is apart, and only where a fact comes of it: whatever its writer put there, whoever
 * has the key of the scores alone counts the same.
 */
function joined(open: unknown, apart: unknown): unknown {
  const field = privateFieldOf(open);
  if (field === null || typeof open !== 'object' || open === null) return null;
  const texts: ReadonlyMap<string, unknown> = new Map(Object.entries(apart ?? {}));
  if (new Map<string, unknown>(Object.entries(open)).get(field) !== hidden) return null;
  const whole = { ...open, [field]: texts.get(field) };
  return upcast(whole).event === null ? open : whole;
}

function privateFieldOf(event: unknown): string | null {
  if (typeof event !== 'object' || event === null || !('type' in event) || typeof event.type !== 'string') return null;
  const field = Object.hasOwn(privateFields, event.type) ? privateFields[event.type] : undefined;
  return field !== undefined && Object.hasOwn(event, field) ? field : null;
}

interface DerivedKeys {
  readonly scores: Uint8Array;
  readonly notes: Uint8Array;
}
const derived = new WeakMap<Uint8Array, DerivedKeys>();

/** Two keys from the log's data key, by HMAC-SHA-256: publishing that of the scores gives away neither the other nor the data key. */
export function keysFrom(dataKey: Uint8Array, crypto: Crypto): DerivedKeys {
  const known = derived.get(dataKey);
  if (known !== undefined) return known;
  const keys = {
    scores: crypto.hmac(dataKey, label('gelar-juri nilai')),
    notes: crypto.hmac(dataKey, label('gelar-juri catatan')),
  };
  derived.set(dataKey, keys);
  return keys;
}

/** What a contest key is used for (rule L19), by HMAC-SHA-256: the committee's facts, and the contest keys from before. */
interface ContestKeyUses {
  readonly facts: Uint8Array;
  readonly earlier: Uint8Array;
}
const usesOfContestKeys = new WeakMap<Uint8Array, ContestKeyUses>();

export function contestKeysFrom(contestKey: Uint8Array, crypto: Crypto): ContestKeyUses {
  const known = usesOfContestKeys.get(contestKey);
  if (known !== undefined) return known;
  const uses = {
    facts: crypto.hmac(contestKey, label('gelar-juri facts')),
    earlier: crypto.hmac(contestKey, label('gelar-juri earlier')),
  };
  usesOfContestKeys.set(contestKey, uses);
  return uses;
}

/** ASCII. */
function label(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
