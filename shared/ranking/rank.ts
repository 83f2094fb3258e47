/**
 * The ranking of a contest: the answer of the command `rank`, of the results screen, the ceremony and the documents.
 * Pure and total over every file that its checks accept; the parts are `totals` (arithmetic), `ties` (order), `awards`
 * and `explanations`.
 */
import type { ContestFile } from '../domain/setup/contest-file.ts';
import { tieStepText } from '../domain/tie-step.ts';
import { toExactText } from '../lib/rational.ts';
import { awardWinners, blockedPlaces, contestWinners } from './awards.ts';
import { indexContest, type ContestIndex } from './contest-index.ts';
import { displayResults } from './display.ts';
import { flattened, noRecords } from './explanation.ts';
import { explain, explainOutside } from './explanations.ts';
import { rankGroups, type RankGroup } from './ties.ts';
import { categoryTotals } from './totals.ts';
import type { CategoryRanking, CategoryTotals, MissingSheet, RankAnswer, Standing, Unranked } from './types.ts';

/** The ranking of every category, in the order of the file. */
export function rankContest(file: ContestFile): RankAnswer {
  const index = indexContest(file);
  const totals = file.categories.map((category) => categoryTotals(index, category.id));
  const awards = contestWinners(file, totals);
  return {
    categories: totals.map((one) => rankCategory(index, one)),
    ...(awards === undefined ? {} : { awards }),
  };
}

function rankCategory({ file }: ContestIndex, totals: CategoryTotals): CategoryRanking {
  const groups = rankGroups(file, totals);
  const missing = missingSheets(totals);
  const blocked = blockedPlaces(file, totals, groups);
  return {
    category: totals.category,
    method: totals.method,
    provisional: missing.length > 0,
    missing,
    standings: standings(file, totals, groups),
    unranked: unranked(file, totals),
    blocked,
    awards: awardWinners(file, totals, groups, blocked),
  };
}

function missingSheets(totals: CategoryTotals): readonly MissingSheet[] {
  return totals.contestants
    .filter(({ status }) => status === 'ranked')
    .flatMap(({ contestant, stages }) =>
      stages.flatMap(({ stage, missing }) => missing.map((juror) => ({ juror, contestant, stage }))),
    );
}

function standings(file: ContestFile, totals: CategoryTotals, groups: readonly RankGroup[]): readonly Standing[] {
  const lines = groups.flatMap((group) => group.members.map((member) => ({ group, member })));
  const displays = displayResults(lines.map(({ member }) => member.result));
  return lines.map(({ group, member }, position) => {
    const display = displays[position] ?? '';
    const decided = group.tried.findLast((one) => one.isSplit);
    return {
      contestant: member.contestant,
      rank: group.rank,
      shared: group.members.length > 1,
      result: member.result === null ? null : toExactText(member.result),
      display,
      panel: Object.fromEntries(member.stages.map(({ stage, panel }) => [stage, panel])),
      penalty: toExactText(member.penalty),
      decidedBy: decided === undefined ? null : tieStepText(decided.step),
      // Written when somebody asks: screens, papers and the announcement rank at every change and read none of it.
      get why() {
        return flattened(explain({ file, totals, groups, records: noRecords }, group, member, display));
      },
    };
  });
}

/** A failed gate explains itself by its marks; of the other states a file says no more than the status. */
function unranked(file: ContestFile, totals: CategoryTotals): readonly Unranked[] {
  return totals.contestants.flatMap((member): readonly Unranked[] => {
    const { contestant, status } = member;
    if (status === 'ranked') return [];
    if (status !== 'failed-gate') return [{ contestant, status }];
    return [{ contestant, status, why: flattened(explainOutside({ file, records: noRecords }, member)) }];
  });
}
