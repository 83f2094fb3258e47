/**
 * What a seal vouches for (Z2): the digest of everything that bears on a result and of the result itself, made anew whenever
 * something is announced, printed or verified.
 */
import { utf8 } from '@scure/base';
import { toBase32 } from '../lib/base32.ts';
import type { Contest } from '../domain/contest.ts';
import { canonicalText, sealMaterial, type Seal } from '../domain/seal.ts';
import { toContestFile } from '../domain/score-sheet.ts';
import { wholeContest, type ContestFile, type SealScope } from '../domain/setup/contest-file.ts';
import type { Crypto } from '../ports.ts';
import { rankContest } from '../ranking/rank.ts';
import type { RankAnswer } from '../ranking/types.ts';

/** SHA-256, base32, of a scope of this contest file. */
export function resultDigest(file: ContestFile, scope: SealScope, hash: Crypto['hash']): string {
  const material = { ...sealMaterial(file, scope), result: resultOf(rankContest(file), scope) };
  return toBase32(hash(utf8.decode(canonicalText(material))));
}

/** [Z7] True while the entries that are held give the result that was sealed. */
export function isAsSealed(contest: Contest, { scope, digest }: Seal, hash: Crypto['hash']): boolean {
  return resultDigest(toContestFile(contest), scope, hash) === digest;
}

/** Ranks, exact results and awards: what a later version words otherwise is no part of it. */
function resultOf(answer: RankAnswer, scope: SealScope): unknown {
  const categories = answer.categories.filter(({ category }) => scope === wholeContest || category === scope);
  return {
    categories: categories.map(({ category, standings, unranked, awards }) => ({
      category,
      standings: standings.map(({ contestant, rank, result, status }) => ({ contestant, rank, result, status })),
      unranked,
      awards,
    })),
    ...(scope === wholeContest ? { awards: answer.awards ?? [] } : {}),
  };
}
