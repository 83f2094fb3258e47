/**
 * The keys that hide the committee's facts from whoever only carries them: bundles, relays, revoked laptops (rule L19). The
 * committee's laptop makes them, gives them to every laptop that is admitted, and takes another as soon as somebody holds the
 * key in use who may not read on. Whoever holds a key reads what was written under those before it.
 */
import { fromBase32, toBase32 } from '../lib/base32.ts';
import { concatBytes } from '../lib/bytes.ts';
import { limits } from '../limits.ts';
import type { Contest } from '../domain/contest.ts';
import type { DomainEvent } from '../domain/facts/events.ts';
import { contestKeysFrom } from '../log/envelope-3.ts';
import { readersOfFacts } from '../trust/authority.ts';
import type { OwnLogs } from './own-logs.ts';
import type { LaptopPorts } from './ports.ts';

type ContestKeySet = Extract<DomainEvent, { readonly type: 'contest-key-set' }>;

export interface ContestKeys {
  /** By its hash, base32; null where it is not held (yet). */
  readonly of: (hash: string) => Uint8Array | null;
  /** Unwraps what is wrapped for one of this laptop's keys; `onLearned` when that is done, or something can be read that could not. */
  readonly learn: (contest: Contest, onLearned: () => void) => void;
  /** Something is being unwrapped: the contest says more in a moment. */
  readonly isLearning: () => boolean;
  /** Resolves when all that is on its way has been learned, and a key to begin with is ready. */
  readonly settled: () => Promise<void>;
  /**
   * How the committee's log goes on that has named the key `named`: under the key in use, which a fact names first where it
   * differs. Null: no key is ready.
   */
  readonly toWrite: (
    contest: Contest,
    named: string | null,
  ) => { readonly first: readonly ContestKeySet[]; readonly contestKey: Uint8Array } | null;
  /** The fact that gives the key to who lacks it, lets it open those that it does not, or takes another; null: nothing is due. */
  readonly due: (contest: () => Contest) => Promise<ContestKeySet | null>;
}

type Named = Contest['contestKeys'][number];

interface Wanted {
  readonly key: Uint8Array | null;
  readonly lacking: readonly string[];
  readonly unopened: readonly string[];
}

const nonceBytes = 12;
const nothingElse = new Uint8Array(0);

/** `committee`: its public box key, base32. `mayWrite`: this laptop is the committee's, and a key has to be ready for it. */
export function createContestKeys(
  { crypto, random, keyBox }: Pick<LaptopPorts, 'crypto' | 'random' | 'keyBox'>,
  own: Pick<OwnLogs, 'writers'>,
  committee: { readonly boxKey: string },
  mayWrite: boolean,
): ContestKeys {
  const held = new Map<string, Uint8Array>();
  /** Wraps that were tried already. */
  const tried = new Set<string>();
  const learning = new Set<Promise<void>>();
  let unwrapping = 0;
  /** Nothing can be wrapped for a box key that is none: who joined with one reads nothing, and nobody else suffers. */
  const unusable = new Set<string>();
  let spare: ContestKeySet | null = null;
  if (mayWrite) follow(makeSpare());

  return {
    of: (hash) => held.get(hash) ?? null,
    learn,
    isLearning: () => unwrapping > 0,
    settled: async () => {
      while (learning.size > 0) await Promise.all(learning);
    },
    toWrite,
    due,
  };

  function learn(contest: Contest, onLearned: () => void): void {
    if (openEarlier(contest)) onLearned();
    for (const { hash, wraps } of contest.contestKeys) {
      if (held.has(hash)) continue;
      for (const { device } of own.writers()) {
        const sealed = wraps.get(device.boxKey);
        if (sealed === undefined || tried.has(`${hash} ${sealed}`)) continue;
        tried.add(`${hash} ${sealed}`);
        unwrapping += 1;
        follow(
          // What cannot be unwrapped is not held; nobody waits for it for ever.
          keyBox
            .unwrap(sealed, device.boxPrivateKey)
            .catch(() => null)
            .then((key) => {
              unwrapping -= 1;
              if (key !== null && keep(hash, key)) openEarlier(contest);
              // Who waits to know more goes on, even if it was for nothing.
              onLearned();
            }),
        );
      }
    }
  }

  /** True when one was not held before. */
  function openEarlier({ contestKeys }: Contest): boolean {
    const before = held.size;
    let size = -1;
    while (held.size !== size) {
      size = held.size;
      for (const { hash, earlier } of contestKeys) {
        const by = held.get(hash);
        for (const [name, sealed] of by === undefined ? [] : earlier) {
          const key = by === undefined || held.has(name) ? null : unsealed(by, sealed);
          if (key !== null) keep(name, key);
        }
      }
    }
    return held.size > before;
  }

  function keep(hash: string, key: Uint8Array): boolean {
    if (nameOf(key) !== hash) return false;
    held.set(hash, key);
    return true;
  }

  function toWrite(contest: Contest, named: string | null) {
    const current = contest.contestKeys.at(-1);
    const key = current === undefined || isOver(contest, current) ? undefined : held.get(current.hash);
    if (current !== undefined && key !== undefined) {
      const names: ContestKeySet = { type: 'contest-key-set', hash: current.hash, wraps: [], earlier: [] };
      return { first: named === current.hash ? [] : [names], contestKey: key };
    }
    const begun = spare;
    const contestKey = begun === null ? undefined : held.get(begun.hash);
    if (begun === null || contestKey === undefined) return null;
    spare = null;
    follow(makeSpare());
    return { first: [{ ...begun, earlier: earlierUnder(contestKey, contest) }], contestKey };
  }

  async function due(contest: () => Contest): Promise<ContestKeySet | null> {
    for (;;) {
      // What is being unwrapped may be the key in use: taking another would be needless.
      while (unwrapping > 0) await Promise.all(learning);
      const wanted = wantedBy(contest());
      if (wanted === null) return null;
      const key = wanted.key ?? random.bytes(32);
      const wraps = await wrapsFor(key, wanted.lacking.slice(0, limits.wrapsPerFact));
      // Somebody may have been admitted, or revoked, in the meantime.
      const isStill = unwrapping === 0 && JSON.stringify(wantedBy(contest())) === JSON.stringify(wanted);
      const earlier = earlierUnder(key, contest());
      if ((wraps.length === 0 && earlier.length === 0) || !isStill) continue;
      held.set(nameOf(key), key);
      return { type: 'contest-key-set', hash: nameOf(key), wraps, earlier };
    }
  }

  /**
   * Who lacks the key in use, and which keys it does not open: two folders of one committee may each have taken another. `key`
   * null: it is over, because somebody holds it who may not read on. Null: nothing is wanted.
   */
  function wantedBy(contest: Contest): Wanted | null {
    const current = contest.contestKeys.at(-1);
    if (current === undefined) return null;
    const readers = [...readersOfFacts(contest, committee)].filter((boxKey) => !unusable.has(boxKey));
    const key = isOver(contest, current) ? null : (held.get(current.hash) ?? null);
    if (key === null) return readers.length === 0 ? null : { key, lacking: readers, unopened: [] };
    const lacking = readers.filter((boxKey) => !current.wraps.has(boxKey));
    const unopened = unopenedBy(current.hash, contest);
    return lacking.length === 0 && unopened.length === 0 ? null : { key, lacking, unopened };
  }

  /** Somebody holds it, or one that opens it, who may not read on. */
  function isOver(contest: Contest, { hash }: Named): boolean {
    const readers = readersOfFacts(contest, committee);
    return contest.contestKeys.some(
      (each) => [...each.wraps.keys()].some((boxKey) => !readers.has(boxKey)) && openedBy(each.hash, contest).has(hash),
    );
  }

  function earlierUnder(key: Uint8Array, contest: Contest): ContestKeySet['earlier'] {
    return unopenedBy(nameOf(key), contest).flatMap((hash) => {
      const earlier = held.get(hash);
      return earlier === undefined ? [] : [{ hash, sealed: sealedUnder(key, earlier) }];
    });
  }

  /** The keys held here which that one does not open, nor one of these that comes later: at most `wrapsPerFact`, the others another time. */
  function unopenedBy(name: string, contest: Contest): readonly string[] {
    const opened = new Set(openedBy(name, contest));
    const names: string[] = [];
    for (const { hash } of contest.contestKeys.toReversed()) {
      if (opened.has(hash) || !held.has(hash)) continue;
      names.push(hash);
      for (const each of openedBy(hash, contest)) opened.add(each);
    }
    return names.slice(0, limits.wrapsPerFact);
  }

  async function makeSpare(): Promise<void> {
    const bytes = random.bytes(32);
    const wraps = await wrapsFor(bytes, [committee.boxKey]);
    held.set(nameOf(bytes), bytes);
    spare = { type: 'contest-key-set', hash: nameOf(bytes), wraps, earlier: [] };
  }

  async function wrapsFor(bytes: Uint8Array, boxKeys: readonly string[]): Promise<ContestKeySet['wraps']> {
    const wraps = await Promise.all(
      boxKeys.map((boxKey) =>
        keyBox.wrap(bytes, boxKey).catch(() => {
          unusable.add(boxKey);
          return null;
        }),
      ),
    );
    return wraps.filter((wrap) => wrap !== null);
  }

  function follow(work: Promise<void>): void {
    const ended = work.finally(() => learning.delete(ended));
    learning.add(ended);
  }

  function nameOf(key: Uint8Array): string {
    return toBase32(crypto.hash(key));
  }

  function sealedUnder(key: Uint8Array, earlier: Uint8Array): string {
    const nonce = random.bytes(nonceBytes);
    const { earlier: by } = contestKeysFrom(key, crypto);
    return toBase32(concatBytes(nonce, crypto.encrypt(by, nonce, earlier, nothingElse)));
  }

  function unsealed(key: Uint8Array, text: string): Uint8Array | null {
    const bytes = fromBase32(text);
    if (bytes === null || bytes.length < nonceBytes) return null;
    const { earlier: by } = contestKeysFrom(key, crypto);
    return crypto.decrypt(by, bytes.slice(0, nonceBytes), bytes.slice(nonceBytes), nothingElse);
  }
}

/** The key of that name, and all that it opens, one after the other. */
function openedBy(name: string, { contestKeys }: Contest): ReadonlySet<string> {
  const opened = new Set([name]);
  for (const each of opened) {
    for (const earlier of contestKeys.find(({ hash }) => hash === each)?.earlier.keys() ?? []) opened.add(earlier);
  }
  return opened;
}
