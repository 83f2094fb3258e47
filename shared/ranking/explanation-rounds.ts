/** Why a contestant advanced or not: its number over the stages before the cut, the cut, and the last one that advanced. */
import { isPlaceBased } from '../domain/methods.ts';
import type { ContestFile, Cut } from '../domain/setup/contest-file.ts';
import type { ContestantId } from '../domain/ids.ts';
import { present } from '../lib/assert.ts';
import { compare, fromDecimal, zero, type Rational } from '../lib/rational.ts';
import type { Explanation, RankRecords } from './explanation.ts';
import { placesExplained } from './explanation-places.ts';
import { stagesCombined } from './explanation-stages.ts';
import { tieAtCut, waysToDecide } from './explanation-ties.ts';
import type { ContestantTotals, RankGroup, RoundTotals } from './types.ts';

/** The cuts that stand and to which the contestant came, the first one first. */
export function cutsExplained(
  file: ContestFile,
  rounds: readonly RoundTotals[],
  contestant: ContestantId,
  records: RankRecords,
): readonly Explanation[] {
  return rounds.flatMap((round) => {
    if (round.state !== 'stands') return [];
    const group = round.groups.find(({ members }) => members.some((one) => one.contestant === contestant));
    const member = group?.members.find((one) => one.contestant === contestant);
    if (group === undefined || member === undefined) return [];
    return [cutExplained(file, round, group, member), ...tieAtCut(file, round, group, member, records)];
  });
}

function cutExplained(
  file: ContestFile,
  round: RoundTotals,
  group: RankGroup,
  member: ContestantTotals,
): Explanation<'cut'> {
  const { method } = round.compared;
  const isByPlaces = isPlaceBased(method);
  const advanced = round.advanced.includes(member.contestant);
  const last = round.groups
    .flatMap(({ members }) => members)
    .filter(({ contestant }) => round.advanced.includes(contestant))
    .at(-1);
  const total = round.behind.contestants.find(({ contestant }) => contestant === member.contestant);
  return {
    type: 'cut',
    method,
    to: round.to,
    over: round.over,
    advanced,
    ...(isByPlaces
      ? { combined: null, places: placesExplained(round.compared, member, null) }
      : { combined: stagesCombined(file, member), places: [] }),
    result: present(member.result, 'a result of who is compared'),
    isDeducted: total !== undefined && compare(total.penalty, zero) > 0,
    rank: present(group.rank, 'a rank of who is compared'),
    among: round.compared.contestants.length,
    bound: boundOf(round.cut),
    isAdmitted: isAdmitted(round, group),
    last:
      advanced || last === undefined || last.result === null
        ? null
        : { contestant: last.contestant, result: last.result },
  };
}

function boundOf({ top, minimum }: Cut): Explanation<'cut'>['bound'] {
  return top === undefined
    ? { type: 'minimum', minimum: fromDecimal(present(minimum, 'one of top and minimum')) }
    : { type: 'top', top };
}

/** True for equals at the last place, all of whom advance by the rules. */
function isAdmitted({ cut: { top, ties = 'admit' } }: RoundTotals, { rank, members }: RankGroup): boolean {
  if (top === undefined || rank === null || ties !== 'admit') return false;
  return rank <= top && rank + members.length - 1 > top;
}

/** The cuts that do not stand: why everybody still counts as in. */
export function openCuts(file: ContestFile, rounds: readonly RoundTotals[]): readonly Explanation[] {
  return rounds
    .filter(({ state }) => state !== 'stands')
    .slice(0, 1)
    .map(({ to, state, missing, unjudged, tied }): Explanation<'cut-open'> => {
      const of = { type: 'cut-open', to } as const;
      if (tied !== null) return { ...of, lack: { type: 'tie', ...tied, ways: waysToDecide(file) } };
      if (state === 'no-panel') return { ...of, lack: { type: 'no-panel', contestants: unjudged } };
      return { ...of, lack: { type: 'sheets', count: missing.length } };
    });
}

/** A result that is too low for any place. */
export function belowMinimum({ rules }: ContestFile, result: Rational | null): readonly Explanation[] {
  if (rules.minimum === undefined || result === null) return [];
  const minimum = fromDecimal(rules.minimum);
  return compare(result, minimum) < 0 ? [{ type: 'below-minimum', minimum }] : [];
}
