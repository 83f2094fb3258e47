/**
 * The signed envelope of one fact, as it lies on disk and goes over the wire (rules L1-L5).
 * Signed bytes: CBOR array [version, log, device, seq, prevHash, clockMs, clockCounter, payload].
 * Version 1: the payload is the padded CBOR of the event. Version 2: a 12-byte nonce, then AES-256-GCM of the same, with
 * [device, log, seq, prevHash] as associated data. Padding to fixed sizes, so that length tells nothing about the event.
 * What was received is hashed and checked as received, never re-encoded.
 */
import { Encoder } from 'cbor-x';
import { base32Bytes, toBase32 } from '../lib/base32.ts';
import { concatBytes } from '../lib/bytes.ts';
import { hasPlainShape } from '../lib/cbor-shape.ts';
import { assert } from '../lib/assert.ts';
import { limits } from '../limits.ts';
import type { Crypto, Random } from '../ports.ts';
import type { ClockReading } from './hybrid-clock.ts';

export interface Envelope {
  readonly version: 1 | 2;
  /** Base32 id of the log. */
  readonly log: string;
  /** Base32 id of the writing device. */
  readonly device: string;
  readonly seq: number;
  /** SHA-256 of the previous entry's signed bytes; empty for the first. */
  readonly prevHash: Uint8Array;
  readonly clock: ClockReading;
  readonly payload: Uint8Array;
}

export type EnvelopeHeader = Omit<Envelope, 'version' | 'payload'>;

const cbor = new Encoder({ useRecords: false, mapsAsObjects: true, tagUint8Array: false, variableMapSize: true });
/** Of one entry or payload; a contest with every list full stays far below. */
const shapeLimits = { depth: 32, items: 200_000 } as const;
const paddedLengths = [64, 256, 1024] as const;
const lengthPrefixBytes = 4;
const nonceBytes = 12;
/** The last moment that a calendar can show. */
const latestMs = 8.64e15;

/** The bytes to sign and store. `key` null: readable by all (version 1). The event must fit `limits.payloadBytes`. */
export function encodeEntry(
  header: EnvelopeHeader,
  event: unknown,
  key: Uint8Array | null,
  { crypto, random }: { readonly crypto: Crypto; readonly random: Random },
): Uint8Array {
  const plain = pad(encodeCbor(withoutUndefined(event)));
  assert(plain.length <= limits.payloadBytes, 'an event fits its bound');
  if (key === null) return encodeEnvelope({ ...header, version: 1, payload: plain });
  const nonce = random.bytes(nonceBytes);
  const sealed = crypto.encrypt(key, nonce, plain, associatedData(header));
  return encodeEnvelope({ ...header, version: 2, payload: concatBytes(nonce, sealed) });
}

/** The envelope, or null for bytes that are none (wrong shape, sizes or version). */
export function decodeEnvelope(bytes: Uint8Array): Envelope | null {
  if (bytes.length > limits.entryBytes) return null;
  const value = decodeCbor(bytes);
  if (!Array.isArray(value) || value.length !== 8) return null;
  const [version, log, device, seq, prevHash, ms, counter, payload]: unknown[] = value;
  if (version !== 1 && version !== 2) return null;
  if (!isBytes(log, 16) || !isBytes(device, 16) || !(payload instanceof Uint8Array)) return null;
  if (!isCount(seq) || seq < 1 || !isCount(ms) || ms > latestMs || !isCount(counter)) return null;
  if (!isBytes(prevHash, seq === 1 ? 0 : 32)) return null;
  return { version, log: toBase32(log), device: toBase32(device), seq, prevHash, clock: { ms, counter }, payload };
}

/** What the payload says (unparsed), or null when the key is another or the payload is damaged. */
export function openPayload(envelope: Envelope, key: Uint8Array | null, crypto: Crypto): unknown {
  if (envelope.version === 1) return decodePadded(envelope.payload);
  if (key === null || envelope.payload.length < nonceBytes) return null;
  const nonce = envelope.payload.slice(0, nonceBytes);
  const plain = crypto.decrypt(key, nonce, envelope.payload.slice(nonceBytes), associatedData(envelope));
  return plain === null ? null : decodePadded(plain);
}

/** [L2] A log's id is bound to its writer's key, so that nobody else can begin a log under it. */
export function logIdOf(signingKey: Uint8Array, nonce: Uint8Array, crypto: Crypto): string {
  return toBase32(crypto.hash(concatBytes(signingKey, nonce)).slice(0, 16));
}

/** The first 128 bits of SHA-256 over the public signing key, base32. */
export function deviceIdOf(signingKey: Uint8Array, crypto: Crypto): string {
  return toBase32(crypto.hash(signingKey).slice(0, 16));
}

function encodeCbor(value: unknown): Uint8Array {
  return Uint8Array.from(cbor.encode(value));
}

/** The value, or null for bytes that are not exactly one CBOR value of plain shape. */
function decodeCbor(bytes: Uint8Array): unknown {
  if (!hasPlainShape(bytes, shapeLimits)) return null;
  try {
    return cbor.decode(bytes);
  } catch {
    return null;
  }
}

function encodeEnvelope(envelope: Envelope): Uint8Array {
  const { version, log, device, seq, prevHash, clock, payload } = envelope;
  return encodeCbor([version, base32Bytes(log), base32Bytes(device), seq, prevHash, clock.ms, clock.counter, payload]);
}

function associatedData(header: EnvelopeHeader): Uint8Array {
  return encodeCbor([base32Bytes(header.device), base32Bytes(header.log), header.seq, header.prevHash]);
}

/** A key without a value is no key: what is written is what JSON would write. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutUndefined(item));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutUndefined(item)]));
}

function pad(content: Uint8Array): Uint8Array {
  const needed = content.length + lengthPrefixBytes;
  const length = paddedLengths.find((size) => size >= needed) ?? Math.ceil(needed / 1024) * 1024;
  const padded = new Uint8Array(length);
  new DataView(padded.buffer).setUint32(0, content.length);
  padded.set(content, lengthPrefixBytes);
  return padded;
}

function decodePadded(padded: Uint8Array): unknown {
  if (padded.length < lengthPrefixBytes) return null;
  const length = new DataView(padded.buffer, padded.byteOffset, padded.byteLength).getUint32(0);
  if (length > padded.length - lengthPrefixBytes) return null;
  return decodeCbor(padded.slice(lengthPrefixBytes, lengthPrefixBytes + length));
}

function isBytes(value: unknown, length: number): value is Uint8Array {
  return value instanceof Uint8Array && value.length === length;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
