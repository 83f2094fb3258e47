/**
 * What the pure core asks of a platform. Every port is synchronous; wrapping of keys and joining are asynchronous
 * adapters outside the core. One contract suite per port runs over all its adapters (tests/contract).
 */
import type { LogId } from './domain/ids.ts';

export interface Clock {
  /** Wall clock, milliseconds since 1970-01-01 UTC. May be wrong, may jump; nothing is refused for it. */
  readonly nowMs: () => number;
}

export interface Random {
  /** Unpredictable bytes (in a simulation: from its seed). */
  readonly bytes: (length: number) => Uint8Array;
}

export interface Crypto {
  /** SHA-256, 32 bytes. */
  readonly hash: (bytes: Uint8Array) => Uint8Array;
  /** HMAC-SHA-256 (RFC 2104), 32 bytes; a key of any length. */
  readonly hmac: (key: Uint8Array, message: Uint8Array) => Uint8Array;
  /** Ed25519 over the whole message, 64 bytes; `privateKey` is the raw 32-byte seed. */
  readonly sign: (privateKey: Uint8Array, message: Uint8Array) => Uint8Array;
  /** Ed25519; `publicKey` raw, 32 bytes. False for anything malformed. */
  readonly verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
  /** AES-256-GCM: ciphertext followed by its 16-byte tag. `key` 32 bytes, `nonce` 12 bytes, never used twice. */
  readonly encrypt: (key: Uint8Array, nonce: Uint8Array, plaintext: Uint8Array, associated: Uint8Array) => Uint8Array;
  /** Null when the key is another or a byte was changed. */
  readonly decrypt: (
    key: Uint8Array,
    nonce: Uint8Array,
    ciphertext: Uint8Array,
    associated: Uint8Array,
  ) => Uint8Array | null;
}

/** The keys of one device, base32: a pair to sign with (Ed25519) and a pair to receive wrapped keys (X25519). */
export interface DeviceKeys {
  readonly signingKey: string;
  readonly signingPrivateKey: string;
  readonly boxKey: string;
  readonly boxPrivateKey: string;
}

/** One entry as it lies on a disk and goes over a wire: the bytes as signed, never a re-encoding. */
export interface StoredEntry {
  readonly log: LogId;
  /** 1, 2, 3, ... without gaps; a branch begins later (`log/branches.ts`). */
  readonly seq: number;
  /** SHA-256 of `bytes`, 32 bytes. */
  readonly hash: Uint8Array;
  /** The signed bytes (`log/entry.ts`). */
  readonly bytes: Uint8Array;
  /** Ed25519 over `bytes`; null inside a batch that a later signature vouches for. */
  readonly signature: Uint8Array | null;
}

/** The end of a log: it holds all from its first entry to `seq`, and `hash` is that of entry `seq`. */
export interface LogHead {
  readonly log: LogId;
  readonly seq: number;
  readonly hash: Uint8Array;
}

/** From its entry `fromSeq` on, what was held under `log` is held under `to`. */
export interface LogMove {
  readonly log: LogId;
  readonly fromSeq: number;
  readonly to: LogId;
}

/** All logs that this laptop holds. Nothing is ever deleted or changed; a branch may change its id. */
export interface EventLog {
  /** By log id. */
  readonly heads: () => readonly LogHead[];
  readonly head: (log: LogId) => LogHead | null;
  /** Entries after `afterSeq` in order, at least one if there is one, at most that many and about that many bytes. */
  readonly read: (
    log: LogId,
    afterSeq: number,
    most: { readonly entries: number; readonly bytes: number },
  ) => readonly StoredEntry[];
  /**
   * Durable when it returns (COMMIT with synchronous=FULL), all or none; first the moves in order, each to an id that ends
   * before it. Every entry must extend its log by one or begin it (asserted), and the last one of each log carries its signature.
   * @throws when the disk refuses; nothing is stored then and nothing may be acknowledged.
   */
  readonly append: (entries: readonly StoredEntry[], moves?: readonly LogMove[]) => void;
}

/** A connection to one other laptop that has proven who it is. Frames arrive whole and in order, or the link is gone. */
export interface Transport {
  readonly send: (frame: Uint8Array) => void;
  /** Bytes handed to `send` that have not left yet. */
  readonly bufferedBytes: () => number;
  readonly close: (reason: string) => void;
}
