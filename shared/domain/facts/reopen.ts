/** Facts that follow from others: sign-offs that no longer vouch for everything, and work that is set aside. */
import { groupBy } from '../../lib/order.ts';
import { ok, type Result } from '../../lib/result.ts';
import type { CategoryId, JurorId, Ref } from '../ids.ts';
import { signOffOf, setupOf, takenBack, type Contest, type Written } from '../contest.ts';
import { unknown, type DomainError } from './errors.ts';
import type { Because, DomainEvent } from './events.ts';
import { limits } from '../../limits.ts';
import type { Contestant } from '../setup/contest-file.ts';
import type { StandingWork } from '../standing.ts';

/** [D11] Opens the sign-offs of a category that stand, of one juror or (null) of all. */
export function reopenedSignOffs(
  contest: Contest,
  category: CategoryId,
  juror: JurorId | null,
  why: Why,
): DomainEvent[] {
  return setupOf(contest)
    .jurors.filter(({ id }) => (juror === null || id === juror) && signOffOf(contest, id, category) !== undefined)
    .map(({ id }) => ({
      type: 'sign-off-reopened',
      juror: id,
      category,
      signOffs: contest.signOffs
        .filter((each) => each.value.juror === id && each.value.category === category)
        .filter((each) => takenBack(contest, each) === null)
        .map((each) => each.ref),
      ...why,
    }));
}

interface Why {
  readonly reason: string;
  readonly because?: Because;
}

/** Where nobody gave a reason. An earlier version reads the names alone. */
export function becauseOf(type: Because['type'], contestants: readonly Contestant[]): Why {
  const names = contestants.map(({ name }) => name).join(', ');
  const reason = names.slice(0, limits.reasonLength).trim();
  return { reason, because: { type, contestants: contestants.map(({ id }) => id) } };
}

/** One fact per contestant, so that each comes back as one. */
export function setAside(work: readonly StandingWork[], reason: string): DomainEvent[] {
  return [...groupBy(work, ({ contestant }) => contestant)].map(([contestant, own]) => ({
    type: 'sheets-set-aside',
    contestant,
    refs: own.flatMap(({ refs }) => refs),
    reason,
  }));
}

/** [E5] What stands is taken back by the fact; what was taken back already needs none. */
export function takeBack(
  contest: Contest,
  list: readonly Written<unknown>[],
  ref: Ref,
  fact: DomainEvent,
): Result<readonly DomainEvent[], DomainError> {
  const written = list.find((each) => each.ref === ref);
  if (written === undefined) return unknown('record', ref);
  return takenBack(contest, written) === null ? ok([fact]) : ok([]);
}
