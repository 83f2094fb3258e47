/** What a laptop finds out by itself once the scores are open (rule Z13): whether the seals are true, and who has won. */
import { placesAward } from '../domain/ids.ts';
import { standingSeals } from '../domain/seal.ts';
import { toContestFile } from '../domain/score-sheet.ts';
import { withFittingDecisions } from '../ranking/decisions.ts';
import { rankContest } from '../ranking/rank.ts';
import { sealFault } from './check-seal.ts';

/** Null: the scores are hidden. `unread`: logs that were opened and are not (wholly) read here. */
export function ownCheck(unread: number, held: Omit<Parameters<typeof sealFault>[1], 'readsAll'>) {
  const { contest } = held;
  if (contest.scoresOpening === null) return null;
  const { categories } = rankContest(withFittingDecisions(toContestFile(contest)).file);
  return {
    unread,
    logs: contest.scoresOpening.ends.size,
    seals: standingSeals(contest).map((seal) => ({
      scope: seal.scope,
      code: seal.code,
      isTrue: sealFault(seal, { ...held, readsAll: unread === 0 }) === null,
    })),
    winners: categories
      .filter(({ provisional, blocked }) => !provisional && blocked === null)
      .map(({ category, awards }) => ({
        category,
        places: awards.flatMap(({ award, place, contestant }) =>
          award === placesAward && place !== null ? [{ place, contestant }] : [],
        ),
      })),
  };
}
