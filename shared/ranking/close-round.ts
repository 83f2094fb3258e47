/** Whether a round may be closed, or its order be the best last (D27), as somebody saw it (D26), and where a closed one is not what the scores make any more. */
import type { ContestFile } from '../domain/setup/contest-file.ts';
import type { CategoryId, ContestantId, StageId } from '../domain/ids.ts';
import { refuse, type DomainError } from '../domain/facts/errors.ts';
import { ok, type Result } from '../lib/result.ts';
import { isSameSet } from './ties.ts';
import { juryTotals } from './totals.ts';
import type { RoundTotals } from './types.ts';

export interface SeenRound {
  readonly category: CategoryId;
  readonly stage: StageId;
  readonly advanced: readonly ContestantId[];
  readonly out: readonly ContestantId[];
}

/** Refused while the cut does not stand, and where it is another one. */
export function checkSeenRound(file: ContestFile, seen: SeenRound): Result<null, DomainError> {
  const round = juryTotals(file, seen.category).rounds.find(({ to }) => to.includes(seen.stage));
  if (round === undefined || round.state !== 'stands') {
    return refuse({ type: 'incomplete', reason: 'round-not-decided', sheets: round?.missing.length ?? 0 });
  }
  const isSo = isSameSet(round.advanced, seen.advanced) && isSameSet(round.out, seen.out);
  return isSo ? ok(null) : refuse({ type: 'already-done', reason: 'round-is-otherwise' });
}

/** [D27] Who advances, the best at the end; equals as they stand in the ranking. */
export function bestLast({ advanced }: Pick<RoundTotals, 'advanced'>): readonly ContestantId[] {
  return advanced.toReversed();
}

/** [D27] Refused while the cut does not stand, and where it is another order. */
export function checkBestLast(
  file: ContestFile,
  { category, stage, order }: Pick<SeenRound, 'category' | 'stage'> & { readonly order: readonly ContestantId[] },
): Result<null, DomainError> {
  const round = juryTotals(file, category).rounds.find(({ to }) => to.includes(stage));
  if (round === undefined || round.state !== 'stands') {
    return refuse({ type: 'incomplete', reason: 'round-not-decided', sheets: round?.missing.length ?? 0 });
  }
  const isSo = bestLast(round).join() === order.join();
  return isSo ? ok(null) : refuse({ type: 'already-done', reason: 'round-is-otherwise' });
}
