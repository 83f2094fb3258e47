/**
 * The arithmetic of a category in all its rounds. Documents, screens and the ranking read the same numbers from here. In a
 * contest without rounds everybody is compared in every stage.
 */
import type { ContestFile } from '../domain/setup/contest-file.ts';
import type { CategoryId } from '../domain/ids.ts';
import { compareContestants } from './compare.ts';
import { indexContest, type ContestIndex } from './contest-index.ts';
import { roundsOf } from './rounds.ts';
import { weighedStage } from './stage-totals.ts';
import type { CategoryTotals, ContestantTotals } from './types.ts';

/** The totals of one category; an unknown category has no contestants. */
export function juryTotals(file: ContestFile, category: CategoryId): CategoryTotals {
  return categoryTotals(indexContest(file), category);
}

/** As `juryTotals`, over an index that is already there. */
export function categoryTotals(index: ContestIndex, category: CategoryId): CategoryTotals {
  const { method } = index.file.rules;
  const stages = index.judgedStages(category).map((judged) => weighedStage(index.file.rules, judged));
  const all = index.contestantsOf(category);
  const rounds = roundsOf(index, category, stages);
  const behind = new Map(
    rounds.flatMap(({ to: [outOf = null], out, behind: totals }) =>
      totals.contestants
        .filter(({ contestant }) => out.includes(contestant))
        .map((one): [string, ContestantTotals] => [one.contestant, { ...one, outOf }]),
    ),
  );
  const inside = all.filter(({ id }) => !behind.has(id));
  const { leftOut, contestants } = compareContestants(index, {
    category,
    stages,
    contestants: inside,
    withPenalties: true,
  });
  const totals = new Map([...behind, ...contestants.map((one): [string, ContestantTotals] => [one.contestant, one])]);
  return { category, method, leftOut, contestants: all.flatMap(({ id }) => totals.get(id) ?? []), rounds };
}
