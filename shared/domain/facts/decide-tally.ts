/** Ballots of an award, typed in by two people (D28). */
import { ok } from '../../lib/result.ts';
import { setupOf, type Contest, type Tally } from '../contest.ts';
import type { AwardId, Ref } from '../ids.ts';
import { scopesOfAward, standingSeals } from '../seal.ts';
import type { Votes } from '../setup/contest-file.ts';
import { findBallotAward, plainVotes, votedFor, votesOf } from '../tally.ts';
import type { Command } from './commands.ts';
import { refuse, unknown, type Decision } from './errors.ts';

type TallyCommand = Extract<Command, { type: 'enter-tally' | 'settle-tally' | 'withdraw-tally' }>;

export function decideTally(contest: Contest, command: TallyCommand): Decision {
  const { award } = command;
  const found = findBallotAward(contest, award);
  if (found === undefined) return unknown('award', award);
  const tally = contest.tallies.get(award) ?? { votes: null, open: [] };
  const entries = tally.open.map(({ ref }) => ref);
  if (command.type === 'withdraw-tally') {
    return entries.length === 0 ? ok([]) : ok([{ type: 'tally-withdrawn', award, entries, reason: command.reason }]);
  }
  // [Z6] An entry about what is sealed would not count.
  const scopes = scopesOfAward(setupOf(contest), award);
  const sealed = standingSeals(contest).find(({ scope }) => scopes.includes(scope));
  if (sealed !== undefined) {
    const category = setupOf(contest).categories.find(({ id }) => id === sealed.scope)?.name ?? null;
    return refuse({ type: 'sealed', reason: 'sealed', category });
  }
  const named = command.votes.map(({ contestant }) => contestant);
  const known = new Set(votedFor(contest, found).map(({ id }) => id));
  const stranger = named.find((id) => !known.has(id));
  if (stranger !== undefined) return unknown('contestant', stranger);
  if (new Set(named).size < named.length) return refuse({ type: 'invalid-setup', reason: 'contestant-named-twice' });
  const votes = [...plainVotes(command.votes)];
  return command.type === 'enter-tally'
    ? enter(award, tally, { ...command, votes })
    : settle(award, tally, entries, { ...command, votes });
}

function enter(
  award: AwardId,
  { votes: counted, open }: Tally,
  { by, votes, reason }: Extract<TallyCommand, { type: 'enter-tally' }>,
): Decision {
  if (open.length > 1) return refuse({ type: 'conflict', reason: 'tallies-differ' });
  const [first] = open;
  if (first !== undefined && plainName(first.value.by) === plainName(by)) {
    return refuse({ type: 'already-done', reason: 'tally-by-same', by: first.value.by });
  }
  if (counted !== null && first === undefined && reason === undefined) {
    return refuse({ type: 'reason-required', reason: 'tally-counted-already' });
  }
  return ok([{ type: 'tally-entered', award, by, votes: [...votes], ...(reason === undefined ? {} : { reason }) }]);
}

function settle(
  award: AwardId,
  { open }: Tally,
  entries: Ref[],
  { votes, reason }: { readonly votes: Votes; readonly reason: string },
): Decision {
  const [first, second] = open;
  if (first === undefined || second === undefined) return refuse({ type: 'incomplete', reason: 'tally-not-twice' });
  // Where both say the same there is nothing to settle.
  const named = [first.value.votes, second.value.votes, votes].flat().map(({ contestant }) => contestant);
  const isOtherwise = named.some((id) => {
    const agreed = votesOf(first.value.votes, id);
    return agreed === votesOf(second.value.votes, id) && agreed !== votesOf(votes, id);
  });
  if (isOtherwise) return refuse({ type: 'invalid-setup', reason: 'tally-agreed-otherwise' });
  return ok([{ type: 'tally-settled', award, entries, votes: [...votes], reason }]);
}

/** Spaces and capitals make nobody another person. */
function plainName(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
