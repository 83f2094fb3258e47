/**
 * Whom a decision must name. A chair's order or a lot applies to exactly the group that is tied when its step is reached
 * (rule R19), which is larger than the blocked group where later steps of the chain go on splitting it.
 */
import type { ContestFile } from '../../../shared/domain/setup/contest-file.ts';
import type { ContestantId, StageId } from '../../../shared/domain/ids.ts';
import { rankGroups } from '../../../shared/ranking/ties.ts';
import { juryTotals } from '../../../shared/ranking/totals.ts';
import type { CategoryTotals } from '../../../shared/ranking/types.ts';

/** Null where the rules do not use the step. `tied`: contestants of a blocked tie; `cutTo`: at the cut that leads to this stage. */
export function groupAtStep(
  file: ContestFile,
  totals: CategoryTotals,
  tied: readonly ContestantId[],
  step: 'chair' | 'draw',
  cutTo?: StageId,
): readonly ContestantId[] | null {
  const at = file.rules.tieBreak.indexOf(step);
  if (at < 0) return null;
  const before = { ...file, rules: { ...file.rules, tieBreak: file.rules.tieBreak.slice(0, at) } };
  const groups =
    cutTo === undefined
      ? rankGroups(before, totals)
      : (juryTotals(before, totals.category).rounds.find(({ to }) => to.includes(cutTo))?.groups ?? []);
  const group = groups.find(({ members }) => members.some(({ contestant }) => tied.includes(contestant)));
  return group?.members.map(({ contestant }) => contestant) ?? null;
}
