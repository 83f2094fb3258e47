/** A log that a test writes into, with keys and nonces from a seed: the same seed gives the same bytes. */
import { newestFormat } from '../../shared/domain/facts/events.ts';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { toBase32 } from '../../shared/lib/base32.ts';
import { receiveBatches, type Batch } from '../../shared/log/receive.ts';
import { beginLog, writeEvents } from '../../shared/log/write.ts';
import type { EventLog, Random, StoredEntry } from '../../shared/ports.ts';

/** xorshift32: enough for tests, the same everywhere. */
export function seededNumbers(seed: number): () => number {
  let state = (seed ^ 0x9e37_79b9) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 0x1_0000_0000;
  };
}

export function seededRandom(seed: number): Random {
  const next = seededNumbers(seed);
  return { bytes: (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256)) };
}

export interface TestKeys {
  readonly privateKey: Uint8Array;
  readonly publicKey: Uint8Array;
}

export function signingKeys(random: Random): TestKeys {
  const privateKey = random.bytes(32);
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const key = createPrivateKey({ key: Buffer.concat([prefix, privateKey]), format: 'der', type: 'pkcs8' });
  const jwk = createPublicKey(key).export({ format: 'jwk' });
  return { privateKey, publicKey: new Uint8Array(Buffer.from(String(jwk.x), 'base64url')) };
}

export interface LogWriter {
  readonly id: string;
  readonly keys: TestKeys;
  /** Writes that many facts and returns their entries. */
  readonly write: (count: number) => readonly StoredEntry[];
  /** The same writer on a copy of its folder: it goes on with the same log there. */
  readonly clonedTo: (copy: EventLog, nowMs: () => number) => LogWriter;
}

/** Begins a plain log in `log`. */
export function createLogWriter(log: EventLog, seed: number, nowMs: () => number = () => 1_000_000): LogWriter {
  const random = seededRandom(seed);
  const keys = signingKeys(random);
  const ports = { log, crypto: nodeCrypto, random, clock: { nowMs } };
  const { identity } = beginLog(
    ports,
    { signingPrivateKey: keys.privateKey, dataKey: null },
    {
      role: 'committee',
      seat: null,
      signingKey: toBase32(keys.publicKey),
      boxKey: toBase32(random.bytes(32)),
      dataKey: null,
      machine: 'uji',
      application: 'uji',
      format: newestFormat,
    },
  );
  return writerOver(log, nowMs);

  function writerOver(on: EventLog, now: () => number): LogWriter {
    return {
      id: identity.log,
      keys,
      write: (count) =>
        writeEvents(
          { ...ports, log: on, clock: { nowMs: now } },
          identity,
          Array.from({ length: count }, () => ({ type: 'stage-shown', contestant: null, stage: null }) as const),
        ),
      clonedTo: writerOver,
    };
  }
}

/** Another laptop's log with the same entries, as a copied file has them. */
export function copyOfLog(log: EventLog): EventLog {
  const copy = createMemoryLog();
  for (const { log: id } of log.heads()) copy.append(log.read(id, 0, { entries: 1e6, bytes: 1e9 }));
  return copy;
}

/** Checks and stores, as an open contest does. `follow`: as a juror's laptop, else as the committee's. */
export function receiveInto(log: EventLog, batch: Batch, follow = false) {
  const [received] = receiveBatches(log, nodeCrypto, [batch], { follow, beforeStoring: () => undefined });
  if (received === undefined) throw new Error('one answer per batch');
  return received;
}

/** What a log holds, as text to compare. */
export function contentOf(log: EventLog): readonly string[] {
  return log.heads().map(({ log: id, seq, hash }) => `${id}:${seq}:${toBase32(hash)}`);
}
