/** Who goes on to a contest elsewhere (N1): those who advanced in a closed round, or the best of each category. */
import type { ContestantId, StageId } from '../domain/ids.ts';
import { rubricFor, type ContestFile } from '../domain/setup/contest-file.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { rankContest } from './rank.ts';
import { isSameSet } from './ties.ts';
import { juryTotals } from './totals.ts';

/** Who goes on: into a later stage, or the first so many of each category; a shared rank at the end brings all who share it. */
export type GoingOn = { readonly stage: StageId } | { readonly top: number };

/** Why nobody can go on yet: `categories` that are not that far, by name; none: there is no such round, or nobody in it. */
export interface NotDecided {
  readonly type: 'round-open' | 'places-open' | 'no-such-round' | 'nobody';
  readonly categories: readonly string[];
}

export function whoGoesOn(file: ContestFile, by: GoingOn): Result<readonly ContestantId[], NotDecided> {
  return 'stage' in by ? advancedTo(file, by.stage) : bestOf(file, by.top);
}

/** Refused where a round is open, or the scores let others through than those of its closing. */
function advancedTo(file: ContestFile, stage: StageId): Result<readonly ContestantId[], NotDecided> {
  const from = file.stages.find(({ id }) => id === stage)?.after?.stage;
  if (from === undefined) return err({ type: 'no-such-round', categories: [] });
  const found = file.categories
    .filter(({ id }) => rubricFor(file, stage, id) !== undefined)
    .map((category) => {
      const round = juryTotals(file, category.id).rounds.find(({ to }) => to.includes(stage));
      const closed = file.closedRounds?.find(
        (each) => each.category === category.id && round?.to.includes(each.stage) === true,
      );
      const isSo = round !== undefined && round.state === 'stands' && closed !== undefined;
      return isSo && isSameSet(closed.advanced, round.advanced)
        ? { open: [], advanced: closed.advanced }
        : { open: [category.name], advanced: [] };
    });
  const open = found.flatMap((each) => each.open);
  return decided(
    found.flatMap(({ advanced }) => advanced),
    open,
    'round-open',
  );
}

/** Refused where a place among them is not decided. */
function bestOf(file: ContestFile, top: number): Result<readonly ContestantId[], NotDecided> {
  const { categories } = rankContest(file);
  const nameOf = new Map(file.categories.map(({ id, name }) => [id, name]));
  const open = categories
    .filter(({ provisional, blocked }) => provisional || blocked?.some(({ places }) => places.some((at) => at <= top)))
    .map(({ category }) => nameOf.get(category) ?? category);
  const best = categories.flatMap(({ standings }) =>
    standings.flatMap(({ contestant, rank }) => (rank !== null && rank <= top ? [contestant] : [])),
  );
  return decided(best, open, 'places-open');
}

function decided(
  contestants: readonly ContestantId[],
  open: readonly string[],
  type: NotDecided['type'],
): Result<readonly ContestantId[], NotDecided> {
  if (open.length > 0) return err({ type, categories: open });
  return contestants.length === 0 ? err({ type: 'nobody', categories: [] }) : ok(contestants);
}
