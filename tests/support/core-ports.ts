/** The core's ports for tests: real cryptography, a random source and a clock that a test holds in its hand. */
import { createHash } from 'node:crypto';
import { makeDeviceKeys, nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { base32Bytes, toBase32 } from '../../shared/lib/base32.ts';
import { beginLog, writeEvents, type LogIdentity, type WritePorts } from '../../shared/log/write.ts';
import { newestFormat, type DomainEvent } from '../../shared/domain/facts/events.ts';
import type { Clock, DeviceKeys, Random, StoredEntry } from '../../shared/ports.ts';

/** Bytes that follow from a seed. */
export function seededRandom(seed: string): Random {
  let count = 0;
  return {
    bytes: (length) => {
      count += 1;
      const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, block) =>
        createHash('sha256').update(`${seed}/${count}/${block}`).digest(),
      );
      return new Uint8Array(Buffer.concat(blocks).subarray(0, length));
    },
  };
}

export function handClock(nowMs: number): Clock & { set: (ms: number) => void } {
  let now = nowMs;
  return { nowMs: () => now, set: (ms) => (now = ms) };
}

export function memoryPorts(
  seed = 'a',
  nowMs = 1_700_000_000_000,
): WritePorts & { clock: ReturnType<typeof handClock> } {
  return { log: createMemoryLog(), crypto: nodeCrypto, random: seededRandom(seed), clock: handClock(nowMs) };
}

export interface TestWriter {
  readonly keys: DeviceKeys;
  readonly identity: LogIdentity;
  readonly opening: readonly StoredEntry[];
  readonly write: (...events: DomainEvent[]) => readonly StoredEntry[];
}

/** A writer with a log of its own, begun on these ports. */
export function beginWriter(
  ports: WritePorts,
  role: 'committee' | 'seat',
  seat: string | null = null,
  keys = makeDeviceKeys(),
): TestWriter {
  const dataKey = role === 'seat' ? ports.random.bytes(32) : null;
  const { identity, entries } = beginLog(
    ports,
    { signingPrivateKey: base32Bytes(keys.signingPrivateKey), dataKey },
    {
      role,
      seat,
      signingKey: keys.signingKey,
      boxKey: keys.boxKey,
      dataKey: dataKey === null ? null : { hash: toBase32(nodeCrypto.hash(dataKey)), wraps: [] },
      machine: 'laptop',
      application: '0.1.0',
      format: newestFormat,
    },
  );
  return { keys, identity, opening: entries, write: (...events) => writeEvents(ports, identity, events) };
}
