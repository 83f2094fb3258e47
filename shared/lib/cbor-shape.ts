/**
 * The shape of received CBOR before anything is built from it (rule S2): only definite lengths, no tags, bounded depth
 * and number of items, no byte too few or too many. The scan allocates nothing that depends on the sender.
 */

export interface ShapeLimits {
  /** Arrays and maps inside one another. */
  readonly depth: number;
  /** Values and keys in all. */
  readonly items: number;
}

const PAYLOAD_BYTES: Readonly<Record<number, number>> = { 24: 1, 25: 2, 26: 4, 27: 8 };
const BYTES = 2;
const TEXT = 3;
const ARRAY = 4;
const MAP = 5;
const TAG = 6;
const SIMPLE = 7;
const FALSE = 20;
const NULL = 22;
const FLOAT_SINGLE = 26;
const FLOAT_DOUBLE = 27;

/** True when `bytes` is one CBOR value within the limits. */
export function hasPlainShape(bytes: Uint8Array, limits: ShapeLimits): boolean {
  /** Items still to come, per open array or map. */
  const open: number[] = [1];
  let at = 0;
  let items = 0;
  while (open.length > 0) {
    const left = open[open.length - 1] ?? 0;
    if (left === 0) {
      open.pop();
      continue;
    }
    open[open.length - 1] = left - 1;
    items += 1;
    if (items > limits.items || at >= bytes.length) return false;
    const initial = bytes[at] ?? 0;
    const major = initial >> 5;
    const info = initial & 31;
    at += 1;
    if (major === SIMPLE) {
      if (info >= FALSE && info <= NULL) continue;
      if (info !== FLOAT_SINGLE && info !== FLOAT_DOUBLE) return false;
      at += PAYLOAD_BYTES[info] ?? 0;
      continue;
    }
    if (major === TAG || info > 27) return false;
    const width = PAYLOAD_BYTES[info] ?? 0;
    if (at + width > bytes.length) return false;
    let value = info < 24 ? info : 0;
    for (let index = 0; index < width; index += 1) value = value * 256 + (bytes[at + index] ?? 0);
    at += width;
    if (major === BYTES || major === TEXT) at += value;
    else if (major === ARRAY || major === MAP) {
      const children = major === MAP ? value * 2 : value;
      if (children > limits.items || open.length > limits.depth) return false;
      open.push(children);
    }
    if (at > bytes.length) return false;
  }
  return at === bytes.length;
}
