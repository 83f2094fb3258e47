/**
 * What the two roles ask of the laptop that they run on: time, chance, connections and the open contest. A role is made of
 * synchronous steps over these ports and holds its state in plain variables: whatever happens comes in by a call, and whatever it
 * does leaves by one. That keeps the sequence of a reducer (the same calls in the same order do the same, so a seed replays a
 * whole laptop) without a second list of effects beside the ports that the sync step and the gates have already.
 */
import type { Clock, Crypto, Random, Transport } from '../../ports.ts';
import type { Battery } from '../protocol.ts';

export interface RolePorts {
  readonly timers: Timers;
  readonly clock: Clock;
  /** Milliseconds by a clock that does not jump. */
  readonly elapsedMs: () => number;
  readonly random: Random;
  readonly crypto: Crypto;
  readonly application: string;
  /** Of this laptop. Absent, or null: not known. */
  readonly battery?: () => Battery | null;
  /** Whether what was thrown is the disk's refusal, and no fault of the program. */
  readonly isStorageError: (error: unknown) => boolean;
}

/** Each answer ends what it began. */
export interface Timers {
  /** Once, after so long. `isAwaited`: the program does not end before. */
  readonly after: (ms: number, run: () => void, isAwaited?: boolean) => () => void;
  readonly every: (ms: number, run: () => void) => () => void;
  /** Once everybody who waits now has had a turn. */
  readonly soon: (run: () => void) => void;
}

/** A connection to a laptop that has still to prove who it is. */
export interface Connection extends Transport {
  /** 32 bytes that only the two ends of this connection know. */
  readonly exporter: Uint8Array;
  /** IP address of the other side. */
  readonly remoteAddress: string;
  /** The other side has proven itself: the narrow limits end. */
  readonly markProven: () => void;
  /** It has proven an invitation and waits for a person: nobody displaces it, the narrow limits stay. */
  readonly markInvited: () => void;
  /** When anything last came in, by `elapsedMs`: a part of a frame, or the answer to `ping`. */
  readonly lastSignMs: () => number;
  /** Asks for a sign of life below the frames: a laptop with much to work off answers at once. */
  readonly ping: () => void;
  /** Stops and resumes reading, when frames come faster than they are worked off. */
  readonly pause: () => void;
  readonly resume: () => void;
}

export interface ConnectionHandlers {
  readonly onFrame: (frame: Uint8Array) => void;
  /** Once. */
  readonly onClose: (reason: string) => void;
}

export interface CommitteeAddress {
  readonly host: string;
  readonly port: number;
}
