/**
 * Bringing a committee's own logs back (rule S13). A committee's laptop that has lost facts of its own knows no laptop any
 * more, so none could be let in. It takes back what it signed itself from any laptop that proves a key, and says nothing
 * meanwhile; with the admissions it has found again, everybody comes back in the ordinary way.
 */
import { present } from '../../lib/assert.ts';
import type { LogOpened } from '../../domain/facts/events.ts';
import { decodeEnvelope } from '../../log/entry.ts';
import { isCompacted } from '../../log/envelope-3.ts';
import { missingEnds } from '../../log/missing-ends.ts';
import { openingOf } from '../../log/opening.ts';
import type { Batch } from '../../log/receive.ts';
import type { Crypto, LogHead } from '../../ports.ts';
import { missingHere } from '../step.ts';
import type { LinkScope, Peer } from './hub.ts';
import type { LiveContest } from '../../laptop/live-contest.ts';

/**
 * Whether facts of this committee may be lost here: it goes on in another log than the one in which it founded the contest
 * (after a recovery, or in a backup copy), or a laptop holds an end of its logs that it has not (an old copy of the folder, or
 * a damage that was not seen), or their key is just being unwrapped. What is claimed so is worth nothing until it is given,
 * signed by this committee.
 */
export function mayLackOwnFacts(contest: LiveContest, holds: LogHead | null): boolean {
  if (contest.isReading()) return true;
  if (holds !== null && missingEnds(contest.log, [holds]).length > 0) return true;
  const own = contest.writers().find((writer) => writer.seat === null);
  const founding = contest.recorded().find(({ event }) => event.type === 'contest-founded');
  return own?.log === null || own?.log === undefined || founding?.ref.startsWith(`${own.log}:`) !== true;
}

/** The committee's end: says nothing, takes its own logs. */
export function takingBack(contest: LiveContest, crypto: Crypto): LinkScope {
  return { shown: () => [], accepts: (batch) => isCommittees(contest, openingOfBatch(contest, crypto, batch)) };
}

/** The juror's end: how far it holds what the committee wrote; null: nothing of it. */
export function furthestOfCommittee(contest: LiveContest): LogHead | null {
  const openings = contest.openings();
  const own = contest.log.heads().filter(({ log }) => isCommittees(contest, openings.get(log) ?? null));
  return own.toSorted((a, b) => b.seq - a.seq)[0] ?? null;
}

/** The juror's end: gives the committee's own logs, takes nothing. */
export function givingBack(contest: LiveContest): LinkScope {
  return {
    shown: () => {
      const openings = contest.openings();
      return contest.log.heads().filter(({ log }) => isCommittees(contest, openings.get(log) ?? null));
    },
    accepts: () => false,
  };
}

/** Whether the laptop has brought what it has, and can come back in the ordinary way. */
export function hasGivenBack(contest: LiveContest, { name, link }: Peer): boolean {
  const { setup, devices } = contest.contest();
  return !contest.isReading() && setup !== null && devices.has(name) && missingHere(contest.log, link) === 0;
}

function isCommittees(contest: LiveContest, opening: LogOpened | null): boolean {
  return opening?.role === 'committee' && opening.signingKey === contest.committee.signingKey;
}

function openingOfBatch(contest: LiveContest, crypto: Crypto, batch: Batch): LogOpened | null {
  const sent = present(batch.entries[0], 'a batch is not empty');
  // Only what does not say itself where it stands is where the batch says.
  if (isCompacted(sent)) return (batch.from && contest.openings().get(batch.from.origin)) ?? null;
  const first = decodeEnvelope(sent);
  if (first === null) return null;
  // A branch says by its entries whose log it left.
  return contest.openings().get(first.log) ?? openingOf(first, crypto);
}
