/**
 * The signed envelope of one fact, as it was signed (rules L1-L5, L18). Three versions, told apart by the first byte:
 * 1 (plain) and 2 (hidden), a CBOR array [version, log, device, seq, prevHash, clockMs, clockCounter, payload], and 3, a fixed
 * layout (`envelope-3.ts`). Every log begins with an entry of version 1; the others are of the version that the contest was
 * founded with. What was received is hashed and checked as received, never re-encoded.
 */
import { base32Bytes, toBase32 } from '../lib/base32.ts';
import { concatBytes } from '../lib/bytes.ts';
import { assert } from '../lib/assert.ts';
import { limits } from '../limits.ts';
import type { Crypto, Random } from '../ports.ts';
import {
  decodeEnvelope3,
  encodeEnvelope3,
  isEnvelope3,
  openEnvelope3,
  type Envelope3,
  type ScoresKey,
} from './envelope-3.ts';
import type { Listed } from './compact-payload.ts';
import type { ClockReading } from './hybrid-clock.ts';
import { decodeCbor, encodeCbor, paddedLength, withoutUndefined } from './payload.ts';
import { idFrom, type DeviceId, type LogId } from '../domain/ids.ts';

/** Versions 1 and 2. Version 2: a 12-byte nonce, then AES-256-GCM with [device, log, seq, prevHash] as associated data. */
interface Envelope2 {
  readonly version: 1 | 2;
  /** Base32 id of the log. */
  readonly log: LogId;
  /** Base32 id of the writing device. */
  readonly device: DeviceId;
  readonly seq: number;
  /** SHA-256 of the previous entry's signed bytes; empty for the first. */
  readonly prevHash: Uint8Array;
  readonly clock: ClockReading;
  readonly payload: Uint8Array;
}

export type Envelope = Envelope2 | Envelope3;
export type EnvelopeHeader = Omit<Envelope2, 'version' | 'payload'>;

/** How a log is written after its opening. */
export interface WrittenForm extends Listed {
  /** That of all writers of the contest. */
  readonly version: 2 | 3;
  /** The log's data key; null: it has none. */
  readonly key: Uint8Array | null;
  /** What hides the committee's facts (rule L19); absent or null: nothing. Without `key` only, and with version 3. */
  readonly contestKey?: Uint8Array | null;
}

const lengthPrefixBytes = 4;
const nonceBytes = 12;
/** The last moment that a calendar can show. */
const latestMs = 8.64e15;

interface Ports {
  readonly crypto: Crypto;
  readonly random: Random;
}

/** The bytes to sign and store. The event must fit `limits.payloadBytes`; a log's first entry is of version 1. */
export function encodeEntry(header: EnvelopeHeader, event: unknown, form: WrittenForm, ports: Ports): Uint8Array {
  if (form.version === 3 && header.seq > 1) {
    const bytes = encodeEnvelope3(header, event, form, ports);
    assert(bytes.length <= limits.entryBytes, 'an event fits its bound');
    return bytes;
  }
  const plain = pad(encodeCbor(withoutUndefined(event)));
  assert(plain.length <= limits.payloadBytes, 'an event fits its bound');
  if (form.key === null) return encodeEnvelope({ ...header, version: 1, payload: plain });
  const nonce = ports.random.bytes(nonceBytes);
  const sealed = ports.crypto.encrypt(form.key, nonce, plain, associatedData(header));
  return encodeEnvelope({ ...header, version: 2, payload: concatBytes(nonce, sealed) });
}

/** The envelope, or null for bytes that are none (wrong shape, sizes or version). */
export function decodeEnvelope(bytes: Uint8Array): Envelope | null {
  if (bytes.length > limits.entryBytes) return null;
  if (isEnvelope3(bytes)) return decodeEnvelope3(bytes);
  const value = decodeCbor(bytes);
  if (!Array.isArray(value) || value.length !== 8) return null;
  const [version, log, device, seq, prevHash, ms, counter, payload]: unknown[] = value;
  if (version !== 1 && version !== 2) return null;
  if (!isBytes(log, 16) || !isBytes(device, 16) || !(payload instanceof Uint8Array)) return null;
  if (!isCount(seq) || seq < 1 || !isCount(ms) || ms > latestMs || !isCount(counter)) return null;
  if (!isBytes(prevHash, seq === 1 ? 0 : 32)) return null;
  return {
    version,
    log: idFrom.log(toBase32(log)),
    device: idFrom.device(toBase32(device)),
    seq,
    prevHash,
    clock: { ms, counter },
    payload,
  };
}

/**
 * What the payload says (unparsed), or null when the key is another or the payload is damaged.
 * @param key that of the log, or the contest key that its entry is hidden by.
 * @param listed by the log's opening.
 */
export function openPayload(
  envelope: Envelope,
  key: Uint8Array | ScoresKey | null,
  listed: Listed,
  crypto: Crypto,
): unknown {
  if (envelope.version === 3) return openEnvelope3(envelope, key, listed, crypto);
  if (envelope.version === 1) return decodePadded(envelope.payload);
  if (!(key instanceof Uint8Array) || envelope.payload.length < nonceBytes) return null;
  const nonce = envelope.payload.slice(0, nonceBytes);
  const plain = crypto.decrypt(key, nonce, envelope.payload.slice(nonceBytes), associatedData(envelope));
  return plain === null ? null : decodePadded(plain);
}

/** [L2] A log's id is bound to its writer's key, so that nobody else can begin a log under it. */
export function logIdOf(signingKey: Uint8Array, nonce: Uint8Array, crypto: Crypto): LogId {
  return idFrom.log(toBase32(crypto.hash(concatBytes(signingKey, nonce)).slice(0, 16)));
}

/** The first 128 bits of SHA-256 over the public signing key, base32. */
export function deviceIdOf(signingKey: Uint8Array, crypto: Crypto): DeviceId {
  return idFrom.device(toBase32(crypto.hash(signingKey).slice(0, 16)));
}

function encodeEnvelope(envelope: Envelope2): Uint8Array {
  const { version, log, device, seq, prevHash, clock, payload } = envelope;
  return encodeCbor([version, base32Bytes(log), base32Bytes(device), seq, prevHash, clock.ms, clock.counter, payload]);
}

function associatedData(header: EnvelopeHeader): Uint8Array {
  return encodeCbor([base32Bytes(header.device), base32Bytes(header.log), header.seq, header.prevHash]);
}

function pad(content: Uint8Array): Uint8Array {
  const padded = new Uint8Array(paddedLength(content.length + lengthPrefixBytes));
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
