/** What a laptop's open contest asks of its machine: keys, time, and where the keys are kept. */
import type { Clock, Crypto, DeviceKeys, Random } from '../ports.ts';
import type { WrappedDataKey } from './wrapped-data-key.ts';
import type { JurorId, LogId } from '../domain/ids.ts';

export interface LaptopPorts {
  readonly crypto: Crypto;
  readonly random: Random;
  readonly clock: Clock;
  readonly keyBox: KeyBox;
  readonly application: string;
  /** Durable when it returns. @throws when the disk refuses. */
  readonly keepKeys: (keys: LaptopKeys) => void;
  /** Whether what was thrown is the disk's refusal, and no fault of the program. */
  readonly isStorageError: (error: unknown) => boolean;
  /** Null: nothing may be written here. */
  readonly stored: StoredListener | null;
}

/** Making and wrapping of keys, which is asynchronous. */
export interface KeyBox {
  readonly makeDeviceKeys: () => DeviceKeys;
  /** @throws when that box key is none. */
  readonly wrap: (dataKey: Uint8Array, boxKey: string) => Promise<WrappedDataKey['wraps'][number]>;
  /** Null when it was not wrapped for this key or was changed. */
  readonly unwrap: (sealed: string, boxPrivateKey: string) => Promise<Uint8Array | null>;
}

/** Hears of what is on the disk now, to tidy up there when nobody types. */
export interface StoredListener {
  /** Something was appended. */
  readonly whenQuiet: () => void;
  /** Something that a person takes for finished was appended. */
  readonly soon: () => void;
}

/** The private keys of the logs that are written here, base32, and the committee's public ones. */
export interface LaptopKeys {
  readonly kind: 'committee' | 'juror';
  /** What this laptop calls itself towards others. */
  readonly machine: string;
  readonly committee: { readonly signingKey: string; readonly boxKey: string };
  readonly writers: readonly WriterKeys[];
}

export interface WriterKeys extends DeviceKeys {
  /** Null: the committee's. */
  readonly seat: JurorId | null;
  /** Null: not begun yet. */
  readonly log: LogId | null;
  readonly dataKey: string | null;
}

/** The same keys, each to begin a new log: to go on in one whose end may be lost would fork it. The data keys come back from the wraps. */
export function withNewLogs(keys: LaptopKeys): LaptopKeys {
  return { ...keys, writers: keys.writers.map((writer) => ({ ...writer, log: null, dataKey: null })) };
}
