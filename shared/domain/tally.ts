/** Counted ballots (D28): two people type them in, each without the other; what differs is settled, and all of it is kept. */
import { compareText } from '../lib/order.ts';
import { setupOf, type Contest } from './contest.ts';
import type { AwardId, ContestantId } from './ids.ts';
import type { Award, Contestant, Votes } from './setup/contest-file.ts';

export type BallotAward = Extract<Award, { readonly kind: 'ballots' }>;

export function findBallotAward(contest: Contest, id: AwardId): BallotAward | undefined {
  return setupOf(contest).awards.find((award): award is BallotAward => award.kind === 'ballots' && award.id === id);
}

/** The groups that a ballot may name. */
export function votedFor(contest: Contest, award: BallotAward): readonly Contestant[] {
  return setupOf(contest).contestants.filter(({ category }) => award.categories?.includes(category) ?? true);
}

/** Without those who have none, in an order of its own: equal counts are equal lists. */
export function plainVotes(votes: Votes): Votes {
  return votes.filter((each) => each.votes > 0).toSorted((a, b) => compareText(a.contestant, b.contestant));
}

export function isSameVotes(a: Votes, b: Votes): boolean {
  return differing(a, b).length === 0;
}

/** Whom the two counts name on another number of ballots. */
export function differing(a: Votes, b: Votes): readonly ContestantId[] {
  const named = [...new Set([...a, ...b].map(({ contestant }) => contestant))];
  return named.filter((id) => votesOf(a, id) !== votesOf(b, id));
}

export function votesOf(votes: Votes, contestant: ContestantId): number {
  return votes.find((each) => each.contestant === contestant)?.votes ?? 0;
}

/** The awards with the ballots that hold; of groups that are there and belong to the award. */
export function withTallies(contest: Contest, awards: readonly Award[]): Award[] {
  return awards.map((award) => {
    const votes = award.kind === 'ballots' ? (contest.tallies.get(award.id)?.votes ?? null) : null;
    if (award.kind !== 'ballots' || votes === null) return award;
    const known = new Set(votedFor(contest, award).map(({ id }) => id));
    return { ...award, votes: votes.filter(({ contestant }) => known.has(contestant)) };
  });
}
