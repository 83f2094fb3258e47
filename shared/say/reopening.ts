/** Why something that was closed is open again: the reason that a person gave, or what brought it about. */
import { findContestant, setupOf, type Contest, type TakenBack } from '../domain/contest.ts';
import type { Because } from '../domain/facts/events.ts';

/** By the names of contestants. */
export type ReopeningWords = { readonly [Type in Because['type']]: (contestants: readonly string[]) => string };

/** Facts of earlier versions have the sentence itself as their reason. */
export function sayReopening(words: ReopeningWords, contest: Contest, { reason, because }: TakenBack): string {
  if (because === undefined) return reason;
  const setup = setupOf(contest);
  return words[because.type](because.contestants.map((id) => findContestant(setup, id)?.name ?? id));
}
