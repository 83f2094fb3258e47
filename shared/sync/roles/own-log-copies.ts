/**
 * Where a juror's own log is besides this laptop: how much of it the committee has confirmed, remembered over a restart, and on
 * how many laptops all of it is. This is what a juror reads as "safe".
 */
import type { LiveContest } from '../../laptop/live-contest.ts';
import { present } from '../../lib/assert.ts';
import { equalBytes } from '../../lib/bytes.ts';
import { entryAt } from '../../log/branches.ts';
import type { Link } from '../step.ts';
import { coalesced } from './coalesced.ts';
import type { Timers } from './ports.ts';
import type { LogId } from '../../domain/ids.ts';

/** What is kept of it over a restart; losing it loses nothing. */
export interface ConfirmationMemory {
  /** Entries of that log that the committee had confirmed. */
  readonly confirmed: (log: LogId) => number;
  readonly keepConfirmed: (head: {
    readonly log: LogId;
    readonly seq: number;
    readonly hash: Uint8Array | null;
  }) => void;
}

export interface OwnLogCopies {
  /** Entries that the committee has confirmed; before it is heard again, those of the time before. */
  readonly atCommittee: () => number;
  /** Laptops that hold the whole log, this one included. `link`: the one to the committee, null without one. */
  readonly laptops: (link: Link | null) => number;
  /** The committee has spoken. */
  readonly heard: (link: Link) => void;
  readonly close: () => void;
}

/** A convenience on the disk: written now and then, not with every score. */
const REMEMBER_DELAY_MS = 1000;

/** `onConfirmed`: the committee has more of the log on its disk than it had, up to there. */
export function createOwnLogCopies(
  contest: LiveContest,
  timers: Timers,
  memory: ConfirmationMemory,
  onConfirmed: (upTo: number) => void,
): OwnLogCopies {
  const atStart = ownLog();
  const before = atStart === null ? 0 : memory.confirmed(atStart);
  /** Null: not heard of since this laptop was started. */
  let confirmed: number | null = null;
  let toRemember: Parameters<ConfirmationMemory['keepConfirmed']>[0] | null = null;
  const remember = coalesced(timers, keep, REMEMBER_DELAY_MS);

  return {
    atCommittee: () => confirmed ?? Math.min(before, ownSeq()),
    laptops: (link) => {
      const log = ownLog();
      if (log === null || link === null) return 1;
      const seq = ownSeq();
      const others = link.copies.get(log) ?? [];
      return 1 + [heldAtCommittee(link), ...others].filter((copy) => copy >= seq).length;
    },
    heard: (link) => {
      // Nothing is known of the other side before its first `have`.
      if (link.application === null) return;
      // What it says now counts, even where it was more before: its laptop may be another one.
      const known = confirmed;
      confirmed = Math.min(heldAtCommittee(link), ownSeq());
      if (confirmed !== known) noteConfirmed(confirmed);
      if (confirmed > (known ?? 0)) onConfirmed(confirmed);
    },
    close: () => {
      remember.stop();
      keep();
    },
  };

  function noteConfirmed(seq: number): void {
    const log = ownLog();
    if (log === null) return;
    toRemember = { log, seq, hash: entryAt(contest.log, log, seq)?.hash ?? null };
    remember.mark();
  }

  function keep(): void {
    if (toRemember !== null) memory.keepConfirmed(toRemember);
    toRemember = null;
  }

  /** Where somebody else has gone on with the own log (L13), the committee's number alone says nothing of what is here. */
  function heldAtCommittee(link: Link): number {
    const log = ownLog();
    const their = log === null ? undefined : link.their.get(log);
    if (log === null || their === undefined || their.hash.length === 0) return their?.seq ?? 0;
    const held = entryAt(contest.log, log, their.seq);
    return held !== null && equalBytes(held.hash, their.hash) ? their.seq : 0;
  }

  /** Null until the juror can write. */
  function ownLog(): LogId | null {
    return present(contest.writers()[0], 'a juror laptop has a writer').log;
  }

  function ownSeq(): number {
    const log = ownLog();
    return log === null ? 0 : (contest.log.head(log)?.seq ?? 0);
  }
}
