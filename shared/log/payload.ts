/** What stands inside an envelope: CBOR of what JSON would write, filled up to a few sizes so that length tells nothing (rule L7). */
import { Encoder } from 'cbor-x';
import { hasPlainShape } from '../lib/cbor-shape.ts';

/** Of one entry or payload; a contest with every list full stays far below. */
const shapeLimits = { depth: 32, items: 200_000 } as const;
const paddedLengths = [64, 256, 1024] as const;

const cbor = new Encoder({ useRecords: false, mapsAsObjects: true, tagUint8Array: false, variableMapSize: true });

export function encodeCbor(value: unknown): Uint8Array {
  return Uint8Array.from(cbor.encode(value));
}

/** The value, or null for bytes that are not exactly one CBOR value of plain shape. */
export function decodeCbor(bytes: Uint8Array): unknown {
  return decodeWith(cbor, bytes);
}

export function decodeWith(codec: Pick<Encoder, 'decode'>, bytes: Uint8Array): unknown {
  if (!hasPlainShape(bytes, shapeLimits)) return null;
  try {
    return codec.decode(bytes);
  } catch {
    return null;
  }
}

/** A key without a value is no key: what is written is what JSON would write. */
export function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutUndefined(item));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutUndefined(item)]));
}

/** The smallest size that holds so many bytes. */
export function paddedLength(neededBytes: number): number {
  return paddedLengths.find((size) => size >= neededBytes) ?? Math.ceil(neededBytes / 1024) * 1024;
}
