/**
 * The proof that a laptop was invited, as one side sees it (rule S4). It runs over a context that binds the TLS
 * connection, the keys of both sides and the seat, so that it is worth nothing in any other connection. The secret of
 * an invitation text is one such proof; a proof with more messages (a short typed code) takes the same place.
 */
import { equalBytes } from '../lib/bytes.ts';
import type { Crypto } from '../ports.ts';

/** One side of a proof; `next` takes the other side's message, null where this side begins. */
export interface JoinProof {
  readonly next: (message: Uint8Array | null) => ProofStep | Promise<ProofStep>;
}

/**
 * Both sides of the proof with a short code: SPAKE2+ (RFC 9383), the juror proving first. Whoever does not know the six
 * digits learns from one meeting whether one guess was right, no more. Its sums take too long for a step, so it is an
 * asynchronous adapter. `salt`: `codeSalt`; `context` binds what a proof must bind.
 */
export interface CodeProofs {
  readonly prove: (digits: string, salt: Uint8Array, context: Uint8Array) => JoinProof;
  readonly check: (digits: string, salt: Uint8Array, context: Uint8Array) => JoinProof;
}

export type ProofStep =
  | { readonly type: 'going-on'; readonly message: Uint8Array }
  /** The other side knows the secret; `message` is what it still waits for. */
  | { readonly type: 'proven'; readonly message: Uint8Array | null }
  | { readonly type: 'failed' };

/** How a proof is named on the wire. */
export const secretMethod = 'secret';
export const codeMethod = 'code';

/** The juror's side with the secret of an invitation text. */
export function proveSecret(crypto: Crypto, secret: Uint8Array, context: Uint8Array): JoinProof {
  return {
    next(message) {
      if (message === null) return { type: 'going-on', message: authenticate(crypto, secret, 'juror', context) };
      const expected = authenticate(crypto, secret, 'committee', context);
      return equalBytes(message, expected) ? { type: 'proven', message: null } : { type: 'failed' };
    },
  };
}

/** The committee's side: the juror proves first. */
export function checkSecret(crypto: Crypto, secret: Uint8Array, context: Uint8Array): JoinProof {
  return {
    next(message) {
      const expected = authenticate(crypto, secret, 'juror', context);
      if (message === null || !equalBytes(message, expected)) return { type: 'failed' };
      return { type: 'proven', message: authenticate(crypto, secret, 'committee', context) };
    },
  };
}

/** Several values as one, each with its length before it, so that no two lists give the same bytes. */
export function bindParts(label: string, parts: readonly (Uint8Array | string)[]): Uint8Array {
  const bytes: number[] = [];
  for (const part of [label, ...parts]) {
    const value = typeof part === 'string' ? codeUnits(part) : part;
    bytes.push(value.length >>> 24, (value.length >>> 16) & 255, (value.length >>> 8) & 255, value.length & 255);
    bytes.push(...value);
  }
  return Uint8Array.from(bytes);
}

function authenticate(
  crypto: Crypto,
  secret: Uint8Array,
  side: 'juror' | 'committee',
  context: Uint8Array,
): Uint8Array {
  return crypto.hmac(secret, bindParts(side, [context]));
}

function codeUnits(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index += 1) {
    bytes[index * 2] = text.charCodeAt(index) >> 8;
    bytes[index * 2 + 1] = text.charCodeAt(index) & 255;
  }
  return bytes;
}
