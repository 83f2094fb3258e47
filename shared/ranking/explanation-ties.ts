/** How a tie went through the agreed chain: every step with its values, equal ones too, and what at last decided. */
import { isPlaceBased } from '../domain/methods.ts';
import type { ContestFile, Decision } from '../domain/setup/contest-file.ts';
import type { ContestantId, StageId } from '../domain/ids.ts';
import { isRecorded, tieSteps, type TieStep } from '../domain/tie-step.ts';
import { compare, equal, multiply, whole, type Rational } from '../lib/rational.ts';
import { jointDecision } from './awards.ts';
import type { Explanation, RankRecords, StepExplained, TieExplained } from './explanation.ts';
import { jurorSum } from './explanation-stages.ts';
import { placeNames } from './place-names.ts';
import { jurorsWhoJudged } from './tie-steps.ts';
import type { CategoryTotals, ContestantTotals, RankGroup, RoundTotals, TriedStep } from './types.ts';

/** The way of a contestant through its tie; nothing for one that never was in one. */
export function tieExplained(
  file: ContestFile,
  totals: CategoryTotals,
  group: RankGroup,
  member: ContestantTotals,
  records: RankRecords,
): readonly Explanation[] {
  return explainTie(file, totals, group, member, records, null);
}

/** The same at a cut that is decided, for who was equal at its last place. */
export function tieAtCut(
  file: ContestFile,
  { cut: { top, ties }, compared, to }: RoundTotals,
  group: RankGroup,
  member: ContestantTotals,
  records: RankRecords,
): readonly Explanation[] {
  const isOnBothSides =
    top !== undefined && group.rank !== null && group.rank <= top && group.rank + group.members.length - 1 > top;
  if (ties !== 'decide' || (group.tried.length === 0 && !isOnBothSides)) return [];
  return explainTie(file, compared, group, member, records, to);
}

function explainTie(
  file: ContestFile,
  totals: CategoryTotals,
  group: RankGroup,
  member: ContestantTotals,
  records: RankRecords,
  cutTo: readonly StageId[] | null,
): readonly Explanation[] {
  const { contestant, result } = member;
  const tied = group.tried[0]?.among ?? group.members.map((one) => one.contestant);
  if (tied.length < 2 || result === null) return [];
  const decision = group.tried.find((one) => one.decision !== null)?.decision ?? null;
  return [
    {
      type: 'tie',
      method: totals.method,
      cutTo,
      result,
      others: tied.filter((id) => id !== contestant),
      isRounded: file.rules.rounding.length > 0,
      steps: group.tried.filter((one) => one.decision === null).map((one) => stepExplained(totals, one, contestant)),
      end:
        decision === null
          ? sharedEnd(file, totals, group, contestant, records, cutTo)
          : decidedEnd(file, decision, records),
    },
  ];
}

function stepExplained(totals: CategoryTotals, tried: TriedStep, own: ContestantId): StepExplained {
  const { step, among, isSplit } = tried;
  const values =
    tried.values === null
      ? null
      : [...tried.values]
          .toSorted(([, a], [, b]) => compare(b, a))
          .map(([contestant, value]) => ({ contestant, value }));
  const equalTo = (value: Rational | undefined) =>
    (values ?? []).filter((one) => value !== undefined && equal(one.value, value)).map((one) => one.contestant);
  return {
    step,
    among: among.length,
    values: values?.map((one) => ({ ...one, value: readValue(step, one.value) })) ?? null,
    isSplit,
    ahead: equalTo(values?.[0]?.value),
    still: equalTo(tried.values?.get(own)),
    ballots: ballotsOf(totals, tried),
  };
}

/** Deductions are compared as negative numbers and told as the points they are. */
function readValue(step: TieStep, value: Rational): Rational {
  return step.type === 'fewest-penalties' ? multiply(value, whole(-1)) : value;
}

/** True for steps that count jurors. */
export function countsJurors(step: TieStep): boolean {
  switch (step.type) {
    case 'juror-firsts':
    case 'head-to-head':
      return true;
    case 'stage':
    case 'criterion':
    case 'aspect':
    case 'fewest-penalties':
    case 'chair':
    case 'draw':
      return false;
  }
}

/** What each juror gave, for the steps that count jurors. */
function ballotsOf(totals: CategoryTotals, { step, values, among }: TriedStep): StepExplained['ballots'] {
  if (!countsJurors(step) || values === null) return [];
  const members = totals.contestants.filter(({ contestant }) => among.includes(contestant));
  const byPlaces = isPlaceBased(totals.method);
  return jurorsWhoJudged(totals, members).map((juror) => ({
    juror,
    given: members
      .map((member) => ({
        contestant: member.contestant,
        sum: jurorSum(member, juror, 'exact', byPlaces ? member.penalty : null),
      }))
      .toSorted(({ sum: a }, { sum: b }) => (a.total === null || b.total === null ? 0 : compare(b.total, a.total))),
  }));
}

/** By a recorded order. */
function decidedEnd(file: ContestFile, decision: Decision, records: RankRecords): TieExplained['end'] {
  if (decision.kind === 'joint') return null;
  const { kind, order, reason } = decision;
  const chair = file.jurors.find((juror) => juror.chair === true)?.id ?? null;
  return { type: 'decided', kind, chair, when: records.decisions.get(decision) ?? null, order, reason };
}

/** A tie that no step has separated: joint winners, a shared rank, or an award that waits. */
function sharedEnd(
  file: ContestFile,
  totals: CategoryTotals,
  { rank, members }: RankGroup,
  own: ContestantId,
  records: RankRecords,
  cutTo: readonly StageId[] | null,
): TieExplained['end'] {
  if (members.length < 2 || rank === null) return null;
  const ids = members.map(({ contestant }) => contestant);
  const others = ids.filter((id) => id !== own);
  const decision = jointDecision(file, totals.category, ids, cutTo);
  if (decision !== undefined) {
    const joint = { when: records.decisions.get(decision) ?? null, reason: decision.reason };
    return { type: 'shared', others, joint, open: null };
  }
  // Who did not advance receives no place, and at a cut none is given.
  if (cutTo !== null || members.some(({ outOf }) => outOf !== null)) {
    return { type: 'shared', others, joint: null, open: null };
  }
  const names = placeNames(file, totals.category);
  const places = ids.flatMap((_, at) => names.get(rank + at) ?? []);
  const open = places.length === 0 ? null : { places, ways: waysToDecide(file) };
  return { type: 'shared', others, joint: null, open };
}

/** How equals can be told apart, or left together. */
export function waysToDecide({ rules }: ContestFile): readonly Decision['kind'][] {
  const recorded = tieSteps(rules.tieBreak).filter(isRecorded);
  const ways = (['chair', 'draw'] as const).filter((way) => recorded.some(({ type }) => type === way));
  return [...ways, 'joint'];
}
