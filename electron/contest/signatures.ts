/**
 * Signatures inside a log: its end vouches for all before it (rule L4), so they are not looked at when it is opened. But a batch
 * for another laptop ends at one of them, and would be refused for a single damaged byte. They are checked little by little
 * while the contest is open; one that does not fit is forgotten, and the next one vouches for its entry.
 */
import type { LogId } from '../../shared/domain/ids.ts';
import { base32Bytes } from '../../shared/lib/base32.ts';
import { decodeEnvelope } from '../../shared/log/entry.ts';
import { openingHeld } from '../../shared/log/opening.ts';
import { nodeCrypto } from '../adapters/node-crypto.ts';
import type { SqliteLog } from '../adapters/sqlite-log.ts';

/** About two milliseconds of work, then everybody else has a turn: at most a tenth of the processor. */
const entriesPerTurn = 16;
const pauseMs = 20;
/** Whoever has opened the contest is shown it first. */
const startAfterMs = 3000;

/** @param waitMs before the first look. @returns the function that ends it. */
export function checkSignatures(log: SqliteLog, waitMs: number = startAfterMs): () => void {
  const work = unfit(log);
  let timer = setTimeout(turn, waitMs).unref();
  return () => clearTimeout(timer);

  function turn(): void {
    const next = work.next();
    if (next.done !== true) timer = setTimeout(turn, pauseMs).unref();
  }
}

function* unfit(log: SqliteLog): Generator<void> {
  const isSignedBy = (key: Uint8Array, id: LogId, seq: number): boolean => {
    const [entry] = log.read(id, seq - 1, { entries: 1, bytes: 0 });
    return entry?.seq !== seq || entry.signature === null || nodeCrypto.verify(key, entry.bytes, entry.signature);
  };
  for (const { log: id, seq: end } of log.heads()) {
    const [oldest] = log.read(id, 0, { entries: 1, bytes: 0 });
    const origin = oldest === undefined ? null : (decodeEnvelope(oldest.bytes)?.log ?? null);
    const opening = origin === null ? null : openingHeld(log, origin, nodeCrypto);
    if (oldest === undefined || opening === null) continue;
    const key = base32Bytes(opening.signingKey);
    for (let after = oldest.seq - 1; after < end - 1;) {
      const signed = log.signed(id, after, end, entriesPerTurn);
      const bad = signed.filter((seq) => !isSignedBy(key, id, seq));
      if (bad.length > 0 && log.isWritable()) log.forgetSignatures(id, bad);
      after = signed.at(-1) ?? end;
      yield;
    }
  }
}
