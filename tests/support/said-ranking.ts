/** The ranking of a contest as the command `rank` answers it, with its sentences. */
import type { ContestFile } from '../../shared/domain/setup/contest-file.ts';
import { rankContest } from '../../shared/ranking/rank.ts';
import { sayRanking, type SaidCategory, type SaidRanking } from '../../shared/say/ranking.ts';
import { wordsOf } from '../../shared/say/words.ts';

export type SaidStanding = SaidCategory['standings'][number];

export function saidRanking(file: ContestFile): SaidRanking {
  return sayRanking(wordsOf.id, file, rankContest(file));
}
