/**
 * The pact of integrity (rule D29): a text of the contest that each juror accepts together with the agreed tie-break chain, before
 * the first score. An acceptance is of one text, by its hash, and of one person: whoever takes the seat over accepts anew.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '@scure/base';
import { toBase32 } from '../lib/base32.ts';
import { findJuror, isSamePerson, type Contest, type PactAccepted, type Written } from './contest.ts';
import type { JurorId } from './ids.ts';
import type { ContestSetup, Juror } from './setup/contest-file.ts';

type PactSetup = Pick<ContestSetup, 'contest' | 'rules'>;

/** SHA-256, base32, of `{"pact":…,"tieBreak":[…]}` without spaces, as the contest file has them; null where there is no pact. */
export function pactHash({ contest: { pact }, rules: { tieBreak } }: PactSetup): string | null {
  if (pact === undefined) return null;
  return toBase32(sha256(utf8.decode(JSON.stringify({ pact, tieBreak }))));
}

/** Every acceptance of the text in force: by seat, then in the order of the log; each person once. */
export function acceptances(contest: Contest): readonly Written<PactAccepted>[] {
  const { setup } = contest;
  const text = setup === null ? null : pactHash(setup);
  if (setup === null || text === null) return [];
  return setup.jurors.flatMap(({ id }) => {
    const own = contest.pactAccepted.filter(({ value }) => value.juror === id && value.text === text);
    return own.filter(({ value }, at) => own.findIndex((each) => isSamePerson(each.value.by, value.by)) === at);
  });
}

/** Of the person who holds the seat now, to the text in force; null: not yet, or there is no pact. */
export function acceptanceOf(contest: Contest, seat: JurorId): Written<PactAccepted> | null {
  const holder = contest.setup === null ? undefined : findJuror(contest.setup, seat);
  if (holder === undefined) return null;
  return acceptances(contest).find(({ value: { juror, by } }) => juror === seat && isSamePerson(by, holder)) ?? null;
}

/** True while this juror may not score for want of an acceptance. */
export function isPactOpen(contest: Contest, seat: JurorId): boolean {
  return contest.setup?.contest.pact !== undefined && acceptanceOf(contest, seat) === null;
}

/** Whom the committee still waits for; nobody where there is no pact. */
export function jurorsWithoutPact(contest: Contest): readonly Juror[] {
  return (contest.setup?.jurors ?? []).filter(({ id }) => isPactOpen(contest, id));
}
