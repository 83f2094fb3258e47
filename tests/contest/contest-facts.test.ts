/** What was verified at opening is not read again; what has changed since then is. */
import { expect, test } from 'vitest';
import { createMemoryLog } from '../../electron/adapters/memory-log.ts';
import { nodeCrypto, systemClock } from '../../electron/adapters/node-crypto.ts';
import { readContestFacts, type VerifiedEntries } from '../../shared/laptop/contest-facts.ts';
import type { DataKeys } from '../../shared/laptop/data-keys.ts';
import { toBase32 } from '../../shared/lib/base32.ts';
import type { ReadEntry } from '../../shared/log/chain.ts';
import { verifyLog } from '../../shared/log/verify.ts';
import type { EventLog } from '../../shared/ports.ts';
import { createLogWriter } from '../support/log-writer.ts';

const noKeys: DataKeys = {
  of: () => null,
  readingKeyOf: () => null,
  isLacking: () => false,
  learn: () => undefined,
  wrapMissing: () => Promise.resolve([]),
  settled: () => Promise.resolve(),
};

/** A log of four facts, verified, and how often it is read. */
function start() {
  const log = createMemoryLog();
  const writer = createLogWriter(log, 1);
  writer.write(4);
  const entries: ReadEntry[] = [];
  expect(verifyLog(log, writer.id, nodeCrypto, (entry) => entries.push(entry))).toBeNull();
  const counted = { reads: 0 };
  const watched: EventLog = {
    ...log,
    read: (...asked) => {
      counted.reads += 1;
      return log.read(...asked);
    },
  };
  const facts = (verified: VerifiedEntries) =>
    readContestFacts(
      { crypto: nodeCrypto, clock: systemClock },
      watched,
      verified,
      toBase32(writer.keys.publicKey),
      noKeys,
      { of: () => null, learn: () => undefined },
    ).recorded();
  return { writer, entries, counted, facts };
}

test('[L5] entries that were verified at opening are read into facts as they are', () => {
  const { writer, entries, counted, facts } = start();
  const verified = facts(new Map([[writer.id, entries]]));
  expect([verified.length, counted.reads]).toEqual([4, 0]);
  expect(verified).toEqual(facts(new Map()));
  expect(counted.reads).toBeGreaterThan(0);
});

test('[L5] a log that somebody has gone on with since then is read as it is now', () => {
  const { writer, entries, facts } = start();
  writer.write(2);
  expect(facts(new Map([[writer.id, entries]])).length).toBe(6);
});

test('[L5] a log whose end is another one than was verified is read as it is now', () => {
  const { writer, entries, counted, facts } = start();
  const other = entries.map((entry) => ({ ...entry, hash: nodeCrypto.hash(entry.hash) }));
  expect(facts(new Map([[writer.id, other]])).length).toBe(4);
  expect(counted.reads).toBeGreaterThan(0);
});
