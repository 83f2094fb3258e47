/** The ranking of the contest of this window, computed once per contest however many screens ask for it. */
import type { Contest } from '../../shared/domain/contest.ts';
import { toContestFile } from '../../shared/domain/score-sheet.ts';
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import type { CategoryId } from '../../shared/domain/ids.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { juryTotals } from '../../shared/ranking/totals.ts';
import type { CategoryTotals, RankAnswer } from '../../shared/ranking/types.ts';
import { present } from '../../shared/lib/assert.ts';

export interface ContestRanking {
  /** What was ranked: locked sheets only. */
  readonly file: ContestFile;
  readonly answer: RankAnswer;
  /** The arithmetic behind each category. */
  readonly totals: ReadonlyMap<CategoryId, CategoryTotals>;
}

const known = new WeakMap<Contest, ContestRanking>();

/** The contest must be founded. */
export function rankingOf(contest: Contest): ContestRanking {
  if (!known.has(contest)) known.set(contest, compute(contest));
  return present(known.get(contest), 'the ranking was computed');
}

function compute(contest: Contest): ContestRanking {
  const file = toContestFile(contest);
  const totals = new Map(file.categories.map(({ id }) => [id, juryTotals(file, id)]));
  return { file, answer: rankContest(file), totals };
}
