/** Making ready for a seal (Z1): what is still lacking, and the proposal where nothing is. */
import { toBase32 } from '../lib/base32.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { Command } from '../domain/facts/commands.ts';
import { sealConflicts } from '../domain/facts/decide-seal.ts';
import type { Contest } from '../domain/contest.ts';
import type { RecordedEvent } from '../domain/facts/events.ts';
import { logOfRef, type CategoryId, type JurorId, type LogId } from '../domain/ids.ts';
import { scopesOfAward, sealBefore, standingSeals, type SealedLog } from '../domain/seal.ts';
import { toContestFile } from '../domain/score-sheet.ts';
import { wholeContest, type SealScope } from '../domain/setup/contest-file.ts';
import { unconfirmedJurors } from '../domain/unsigned-jurors.ts';
import type { Crypto, LogHead } from '../ports.ts';
import { withFittingDecisions } from '../ranking/decisions.ts';
import { rankContest } from '../ranking/rank.ts';
import type { Blocked } from '../ranking/types.ts';
import { checkCodeOf } from './check-code.ts';
import { resultDigest } from './sealed-result.ts';

/** What keeps a scope from being sealed, in the order in which a person mends it. */
export type SealLack =
  | { readonly type: 'no-chair' | 'sealed-already' | 'nobody-ranked' }
  | { readonly type: 'conflicts' | 'unfit-decisions'; readonly count: number }
  /** Awards whose ballots were entered once, or otherwise by two people (D28), by name. */
  | { readonly type: 'ballots'; readonly awards: readonly string[] }
  | { readonly type: 'missing'; readonly category: CategoryId; readonly count: number }
  | { readonly type: 'blocked'; readonly category: CategoryId; readonly reason: Blocked['reason'] }
  | { readonly type: 'unsigned'; readonly category: CategoryId; readonly jurors: readonly JurorId[] };

export function sealLacks(contest: Contest, scope: SealScope): readonly SealLack[] {
  const file = toContestFile(contest);
  const categories = rankContest(file).categories.filter(
    ({ category, standings }) => category === scope || (scope === wholeContest && standings.length > 0),
  );
  const conflicts = sealConflicts(contest, scope).length;
  const unfit = withFittingDecisions(file).unfit.filter(
    ({ category }) => scope === wholeContest || category === scope,
  ).length;
  const ballots = file.awards.filter(
    ({ id }) => (contest.tallies.get(id)?.open ?? []).length > 0 && scopesOfAward(file, id).includes(scope),
  );
  const lacks: (SealLack | null)[] = [
    file.jurors.some(({ chair }) => chair === true) ? null : { type: 'no-chair' },
    standingSeals(contest).some((seal) => seal.scope === scope) ? { type: 'sealed-already' } : null,
    categories.some(({ standings }) => standings.length > 0) ? null : { type: 'nobody-ranked' },
    conflicts === 0 ? null : { type: 'conflicts', count: conflicts },
    ...categories.flatMap(({ category, missing, blocked }): SealLack[] => [
      ...(missing.length === 0 ? [] : [{ type: 'missing' as const, category, count: missing.length }]),
      ...(blocked?.[0] === undefined ? [] : [{ type: 'blocked' as const, category, reason: blocked[0].reason }]),
    ]),
    ballots.length === 0 ? null : { type: 'ballots', awards: ballots.map(({ name }) => name) },
    ...categories.flatMap(({ category }): SealLack[] => {
      const jurors = unconfirmedJurors(contest, category).map(({ id }) => id);
      return jurors.length === 0 ? [] : [{ type: 'unsigned', category, jurors }];
    }),
    unfit === 0 ? null : { type: 'unfit-decisions', count: unfit },
  ];
  return lacks.filter((lack) => lack !== null);
}

/** The proposal for what is held now; `heads`: the ends of all logs that are held, of which those that count are covered. */
export function sealProposal(
  contest: Contest,
  scope: SealScope,
  {
    heads,
    recorded,
    hash,
  }: { readonly heads: readonly LogHead[]; readonly recorded: readonly RecordedEvent[] } & Pick<Crypto, 'hash'>,
): Result<Extract<Command, { type: 'propose-seal' }>, readonly SealLack[]> {
  const lacks = sealLacks(contest, scope);
  const founding = foundingLog(recorded);
  if (lacks.length > 0 || founding === null) return err(lacks);
  const counting = new Set<LogId>(
    recorded.filter(({ event }) => event.type !== 'unapplied').map(({ ref }) => logOfRef(ref)),
  );
  const covers = heads
    .filter(({ log }) => counting.has(log))
    .map(({ log, seq, hash: of }): SealedLog => ({ log, seq, hash: toBase32(of) }));
  const digest = resultDigest(toContestFile(contest), scope, hash);
  const previous = sealBefore(contest, scope)?.code ?? null;
  const code = checkCodeOf({ contest: founding, scope, covers, digest, previous }, hash);
  return ok({ type: 'propose-seal', code, scope, digest, previous, covers });
}

/** The log in which the contest was founded; null: it is not known here. */
export function foundingLog(recorded: readonly RecordedEvent[]): LogId | null {
  const founding = recorded.find(({ event }) => event.type === 'contest-founded');
  return founding === undefined ? null : logOfRef(founding.ref);
}
