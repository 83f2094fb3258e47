/**
 * The data keys that hide what seats write (rule L7): made for the seat and the committee, learned by unwrapping where one
 * is wrapped for a key of this laptop, and wrapped for further laptops of the same person.
 */
import { base32Bytes, toBase32 } from '../lib/base32.ts';
import { sharedKeyName, type Contest, type Device } from '../domain/contest.ts';
import type { LogOpened } from '../domain/facts/events.ts';
import { keysFrom, type ScoresKey } from '../log/envelope-3.ts';
import type { OwnLogs } from './own-logs.ts';
import type { LaptopPorts } from './ports.ts';
import { mayRead } from '../trust/authority.ts';
import type { WrappedDataKey } from './wrapped-data-key.ts';
import type { JurorId, LogId } from '../domain/ids.ts';

/** What the facts say of data keys. */
export interface KeyFacts {
  readonly contest: Contest;
  /** Of the logs that have a data key of their own. */
  readonly openings: ReadonlyMap<LogId, LogOpened>;
}

export interface DataKeys {
  /** Null where this laptop cannot read the log (yet). */
  readonly of: (log: LogId) => Uint8Array | null;
  /** What reads the log here: its data key, or the key of its scores, which was published (rule Z11). */
  readonly readingKeyOf: (log: LogId) => Uint8Array | ScoresKey | null;
  /** The log cannot be read here, and nothing is under way that would change it. */
  readonly isLacking: (log: LogId) => boolean;
  /** Takes what was published, and unwraps what is wrapped for one of this laptop's keys; `onLearned` for each log that can be read from now on. */
  readonly learn: (facts: KeyFacts, onLearned: (log: LogId) => void) => void;
  /** The data keys of those logs for a laptop, where it cannot read them and this one can. */
  readonly wrapMissing: (
    facts: () => KeyFacts,
    device: Device,
    logs: readonly LogId[],
  ) => Promise<{ log: LogId; sealed: string }[]>;
  /** Resolves when all that is on its way has been learned. */
  readonly settled: () => Promise<void>;
}

export function createDataKeys({ crypto, keyBox }: LaptopPorts, own: OwnLogs): DataKeys {
  const learned = new Map<LogId, Uint8Array>();
  const published = new Map<LogId, ScoresKey>();
  /** On their way, by log. */
  const learning = new Map<LogId, Promise<void>>();
  /** Being unwrapped at this moment. */
  const open = new Set<LogId>();
  return {
    of,
    readingKeyOf,
    isLacking: (log) => of(log) === null && !open.has(log),
    learn,
    wrapMissing,
    settled: async () => {
      await Promise.all(learning.values());
    },
  };

  function of(log: LogId): Uint8Array | null {
    return own.dataKeyOf(log) ?? learned.get(log) ?? null;
  }

  function readingKeyOf(log: LogId): Uint8Array | ScoresKey | null {
    return of(log) ?? published.get(log) ?? null;
  }

  function learn(facts: KeyFacts, onLearned: (log: LogId) => void): void {
    const taken = takePublished(facts);
    for (const log of taken) onLearned(log);
    for (const [log, opening] of facts.openings) {
      if (readingKeyOf(log) === null && !learning.has(log)) learnOne(log, opening, facts.contest, onLearned);
    }
  }

  /** [Z11] What the opening of the log does not name reads nothing. A key that is being unwrapped reads more. */
  function takePublished({ contest, openings }: KeyFacts): readonly LogId[] {
    const isWanted = (log: LogId) => readingKeyOf(log) === null && !open.has(log);
    return [...(contest.scoresOpening?.keys ?? [])].flatMap(([log, key]) => {
      const opening = openings.get(log);
      if (opening === undefined || !isWanted(log)) return [];
      const { dataKey, format = 2 } = opening;
      const bytes = base32Bytes(key);
      const isNamed = toBase32(crypto.hash(bytes)) === (format < 3 ? dataKey?.hash : dataKey?.scores);
      if (!isNamed) return [];
      if (format < 3) learned.set(log, bytes);
      else published.set(log, { scores: bytes });
      return [log];
    });
  }

  function learnOne(log: LogId, opening: LogOpened, contest: Contest, onLearned: (log: LogId) => void): void {
    for (const { deviceId, device } of own.writers()) {
      const wrapped = opening.dataKey?.wraps.find((each) => each.boxKey === device.boxKey)?.sealed;
      const sealed = wrapped ?? contest.sharedKeys.get(sharedKeyName(log, deviceId));
      if (sealed === undefined) continue;
      open.add(log);
      const unwrapping = keyBox.unwrap(sealed, device.boxPrivateKey).then((dataKey) => {
        open.delete(log);
        if (dataKey === null || !isNamed(dataKey, opening)) return;
        learned.set(log, dataKey);
        onLearned(log);
      });
      learning.set(log, unwrapping);
      return;
    }
  }

  /** The opening names it, and the key that follows for the scores alone: by that one everybody checks the scores later (L18). */
  function isNamed(bytes: Uint8Array, { dataKey, format = 2 }: LogOpened): boolean {
    const hashOf = (key: Uint8Array) => toBase32(crypto.hash(key));
    if (hashOf(bytes) !== dataKey?.hash) return false;
    return format < 3 || hashOf(keysFrom(bytes, crypto).scores) === dataKey.scores;
  }

  async function wrapMissing(facts: () => KeyFacts, device: Device, logs: readonly LogId[]) {
    const isMissing = (log: LogId): boolean => !mayRead(facts().contest, facts().openings, device, log);
    const wrapped: { log: LogId; sealed: string }[] = [];
    for (const log of logs.filter(isMissing)) {
      const dataKey = of(log);
      if (dataKey === null) continue;
      // Nothing can be wrapped for a box key that is none: who joined with one reads nothing, and nobody else suffers.
      const wrap = await keyBox.wrap(dataKey, device.boxKey).catch(() => null);
      if (wrap !== null) wrapped.push({ log, sealed: wrap.sealed });
    }
    // It may have been given in the meantime.
    return wrapped.filter(({ log }) => isMissing(log));
  }
}

/** Data keys made ahead: wrapping takes a moment, in which a juror whose log has ended (rule L13) would type in vain. */
export interface SpareDataKeys {
  /** Resolves when the seat has one. @throws when a box key is none. */
  readonly prepare: (seat: JurorId, boxKeys: readonly string[]) => Promise<void>;
  /** What is begun with it, and then it is spent; null where none is ready. @throws what `begin` throws: it is kept then. */
  readonly spend: <Begun>(seat: JurorId, begin: (spare: WrappedDataKey) => Begun) => Begun | null;
}

export function createSpareDataKeys(ports: LaptopPorts): SpareDataKeys {
  const spares = new Map<JurorId, WrappedDataKey>();
  return {
    prepare: async (seat, boxKeys) => {
      if (!spares.has(seat)) spares.set(seat, await makeDataKey(ports, boxKeys));
    },
    spend: (seat, begin) => {
      const spare = spares.get(seat);
      if (spare === undefined) return null;
      const begun = begin(spare);
      spares.delete(seat);
      return begun;
    },
  };
}

/** A new data key, wrapped for the holders of those box keys. */
async function makeDataKey({ random, keyBox }: LaptopPorts, boxKeys: readonly string[]): Promise<WrappedDataKey> {
  const bytes = random.bytes(32);
  return { bytes, wraps: await Promise.all([...new Set(boxKeys)].map((boxKey) => keyBox.wrap(bytes, boxKey))) };
}
