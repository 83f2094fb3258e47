/**
 * The answer of the command `rank`: the ranking with plain sentences about each standing, and about a failed gate. Of the
 * other states a contest file says no more than the status.
 */
import type { ContestFile } from '../domain/setup/contest-file.ts';
import { present } from '../lib/assert.ts';
import { noRecords } from '../ranking/explanation.ts';
import { explain, explainOutside } from '../ranking/explanations.ts';
import { rankGroups } from '../ranking/ties.ts';
import { juryTotals } from '../ranking/totals.ts';
import type { CategoryRanking, RankAnswer, Standing, Unranked } from '../ranking/types.ts';
import { flattened, sayExplanations } from './explanations.ts';
import { sayDecimal } from './numbers.ts';
import type { Words } from './words.ts';

export interface SaidRanking extends Omit<RankAnswer, 'categories'> {
  readonly categories: readonly SaidCategory[];
}

export interface SaidCategory extends Omit<CategoryRanking, 'standings' | 'unranked'> {
  /** `why`: marks, weights, deductions, tie step. */
  readonly standings: readonly (Standing & { readonly why: readonly string[] })[];
  /** `why`: where there is more to say than the status does. */
  readonly unranked: readonly (Unranked & { readonly why?: readonly string[] })[];
}

/** `answer` must be the ranking of this very file. */
export function sayRanking(words: Words, file: ContestFile, answer: RankAnswer): SaidRanking {
  return { ...answer, categories: answer.categories.map((ranking) => sayCategory(words, file, ranking)) };
}

function sayCategory(words: Words, file: ContestFile, ranking: CategoryRanking): SaidCategory {
  const totals = juryTotals(file, ranking.category);
  const groups = rankGroups(file, totals);
  const ranked = groups.flatMap((group) => group.members.map((member) => ({ group, member })));
  const records = noRecords;
  return {
    ...ranking,
    standings: ranking.standings.map((standing) => {
      const { group, member } = present(
        ranked.find((one) => one.member.contestant === standing.contestant),
        'a contestant with a standing',
      );
      const parts = explain({ file, totals, groups, records }, group, member, standing.display);
      return {
        ...standing,
        display: sayDecimal(words.numbers, standing.display),
        why: flattened(sayExplanations(words.explanations, file, parts)),
      };
    }),
    unranked: ranking.unranked.map((one) => {
      const member = totals.contestants.find(({ contestant }) => contestant === one.contestant);
      if (one.status !== 'failed-gate' || member === undefined) return one;
      const parts = explainOutside({ file, records }, member);
      return { ...one, why: flattened(sayExplanations(words.explanations, file, parts)) };
    }),
  };
}
