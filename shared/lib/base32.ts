/** Base32 (RFC 4648, section 6) in lower case without padding: ids and keys as text that survives copying. */
import { base32nopad } from '@scure/base';
import { assert } from './assert.ts';

export function toBase32(bytes: Uint8Array): string {
  return base32nopad.encode(bytes).toLowerCase();
}

/** The bytes, or null for anything that `toBase32` does not make. */
export function fromBase32(text: string): Uint8Array | null {
  if (!/^[a-z2-7]*$/.test(text)) return null;
  try {
    return base32nopad.decode(text.toUpperCase());
  } catch {
    return null;
  }
}

/** The bytes of a text known to be base32. */
export function base32Bytes(text: string): Uint8Array {
  const bytes = fromBase32(text);
  assert(bytes !== null, 'base32 text');
  return bytes;
}
