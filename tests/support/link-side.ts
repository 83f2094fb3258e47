/** One end of a link between two laptops, with a log in memory; what it says is kept instead of sent. */
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { toBase32 } from '../../shared/lib/base32.ts';
import { err } from '../../shared/lib/result.ts';
import type { ReceiveError } from '../../shared/log/chain.ts';
import type { EventLog, StoredEntry } from '../../shared/ports.ts';
import { decodeSyncFrame, encodeFrame, type EntriesFrame, type SyncFrame } from '../../shared/sync/protocol.ts';
import {
  createLink,
  step,
  type Link,
  type SyncInput,
  type SyncPorts,
  type SyncProblem,
} from '../../shared/sync/step.ts';
import { receiveInto } from './log-writer.ts';

export interface LinkSide {
  readonly log: EventLog;
  readonly link: Link;
  readonly said: SyncFrame[];
  readonly problems: SyncProblem[];
  readonly closed: string[];
  /** The logs of which batches were to be taken in. */
  readonly asked: string[];
  readonly hear: (frame: SyncFrame | Uint8Array) => void;
  readonly run: (input: SyncInput) => void;
  /** What it has said since it was last asked. */
  readonly says: () => readonly SyncFrame[];
  /** Bytes that have not left yet. */
  buffered: number;
  diskFails: boolean;
  /** What is answered to every batch, instead of taking it in. */
  refusal: Omit<ReceiveError, 'log'> | null;
}

export interface SideOptions {
  /** How far yet other laptops are said to hold each log. */
  readonly copies?: readonly number[];
  /** As a juror's laptop, else as the committee's. */
  readonly follow?: boolean;
  readonly isLater?: (log: string) => boolean;
  readonly maySpread?: () => boolean;
  readonly battery?: NonNullable<SyncPorts['battery']>;
}

export function createLinkSide({ copies = [], follow = false, ...turns }: SideOptions = {}): LinkSide {
  const log = createMemoryLog();
  const side: LinkSide = {
    log,
    link: createLink(),
    said: [],
    problems: [],
    closed: [],
    asked: [],
    buffered: 0,
    diskFails: false,
    refusal: null,
    run: (input) => step(ports, side.link, input),
    hear: (frame) => side.run({ type: 'frame', frame: frame instanceof Uint8Array ? frame : encodeFrame(frame) }),
    says: () => side.said.splice(0),
  };
  const ports: SyncPorts = {
    log,
    clock: { nowMs: () => 5000 },
    elapsedMs: () => 5000,
    application: 'uji',
    transport: {
      send: (frame) => {
        const decoded = decodeSyncFrame(frame);
        if (!decoded.ok || decoded.value === null) throw new Error('what is said can be read');
        side.said.push(decoded.value);
      },
      bufferedBytes: () => side.buffered,
      close: (reason) => side.closed.push(reason),
    },
    receive: (batches) => {
      if (side.diskFails) throw new Error('disk full');
      side.asked.push(...batches.map((batch) => batch.log));
      const { refusal } = side;
      return batches.map((batch) =>
        refusal === null ? receiveInto(log, batch, follow) : err({ ...refusal, log: batch.log }),
      );
    },
    copiesOf: () => copies,
    report: (problem) => side.problems.push(problem),
    ...turns,
  };
  return side;
}

export const wholeLog = { entries: 10_000, bytes: 100_000_000 };

export function haveOf(log: EventLog, clockMs = 0): SyncFrame & { readonly type: 'have' } {
  return { type: 'have', version: 1, application: 'uji', clockMs, logs: [...log.heads()] };
}

export function entriesFrame(entries: readonly StoredEntry[], signature = entries.at(-1)?.signature): EntriesFrame {
  return { type: 'entries', batches: [batchOf(entries, signature)] };
}

export function batchOf(entries: readonly StoredEntry[], signature = entries.at(-1)?.signature) {
  return {
    log: entries[0]?.log ?? '',
    entries: entries.map((entry) => entry.bytes),
    signature: signature ?? new Uint8Array(64),
  };
}

/** An id that a log may have. */
export function logIdOf(name: string): string {
  return toBase32(nodeCrypto.hash(new TextEncoder().encode(name)).slice(0, 16));
}

/**
 * Puts entries of these lengths behind that log which nobody could read: for the question what is sent, not whether it is right.
 * `unsigned`: of these numbers no signature is held.
 */
export function fillLog(log: EventLog, id: string, lengths: readonly number[], unsigned: readonly number[] = []): void {
  const before = log.head(id)?.seq ?? 0;
  log.append(
    lengths.map((length, index) => {
      const seq = before + index + 1;
      const bytes = new Uint8Array(length);
      const hash = nodeCrypto.hash(new TextEncoder().encode(`${id} ${seq}`));
      return { log: id, seq, hash, bytes, signature: unsigned.includes(seq) ? null : new Uint8Array(64) };
    }),
  );
}
