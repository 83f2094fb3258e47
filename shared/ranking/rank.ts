/**
 * The ranking of a contest: the answer of the command `rank`, of the results screen, the ceremony and the documents.
 * Pure and total over every file that its checks accept; the parts are `totals` (arithmetic), `ties` (order) and
 * `awards`. What led to a rank is told by `explanations`.
 */
import type { ContestFile } from '../domain/setup/contest-file.ts';
import { tieStepText } from '../domain/tie-step.ts';
import { toExactText } from '../lib/rational.ts';
import { awardWinners, blockedPlaces, type RankedCategory } from './awards.ts';
import { indexContest } from './contest-index.ts';
import { displayResults } from './display.ts';
import { rankGroups } from './ties.ts';
import { categoryTotals } from './totals.ts';
import type {
  AwardWinner,
  CategoryRanking,
  CategoryTotals,
  MissingSheet,
  RankAnswer,
  RankGroup,
  Standing,
  Unranked,
} from './types.ts';

/** The ranking of every category, in the order of the file. */
export function rankContest(file: ContestFile): RankAnswer {
  const index = indexContest(file);
  const categories = file.categories.map((category): RankedCategory => {
    const totals = categoryTotals(index, category.id);
    const groups = rankGroups(file, totals);
    return { totals, groups, blocked: blockedPlaces(file, totals, groups) };
  });
  const awards = awardWinners(file, categories);
  return {
    categories: categories.map((one) => rankingOf(one, awards.categories.get(one.totals.category) ?? [])),
    ...(awards.contest === null ? {} : { awards: awards.contest }),
  };
}

function rankingOf({ totals, groups, blocked }: RankedCategory, awards: readonly AwardWinner[]): CategoryRanking {
  const missing = missingSheets(totals);
  return {
    category: totals.category,
    method: totals.method,
    provisional: missing.length > 0,
    missing,
    standings: standings(groups),
    unranked: unranked(totals),
    blocked,
    awards,
  };
}

function missingSheets(totals: CategoryTotals): readonly MissingSheet[] {
  return totals.contestants
    .filter(({ status }) => status === 'ranked')
    .flatMap(({ contestant, stages }) =>
      stages.flatMap(({ stage, missing }) => missing.map((juror) => ({ juror, contestant, stage }))),
    );
}

function standings(groups: readonly RankGroup[]): readonly Standing[] {
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
      panel: Object.fromEntries(
        member.stages.flatMap(({ stage, use, panel }) => (use === 'closed' ? [] : [[stage, panel]])),
      ),
      penalty: toExactText(member.penalty),
      decidedBy: decided === undefined ? null : tieStepText(decided.step),
      ...(member.outOf === null ? {} : { status: 'not-advanced' as const }),
    };
  });
}

function unranked(totals: CategoryTotals): readonly Unranked[] {
  return totals.contestants.flatMap(({ contestant, status }) => (status === 'ranked' ? [] : [{ contestant, status }]));
}
