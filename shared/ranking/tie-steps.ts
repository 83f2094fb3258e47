/**
 * What each step of the tie-break chain compares (R15 to R18): one number per member of the tied group, larger is better,
 * never rounded. A step that lacks a number for one of them compares nobody.
 */
import type { ContestFile } from '../domain/setup/contest-file.ts';
import type { ContestantId, JurorId, CriterionId } from '../domain/ids.ts';
import type { ComputedStep } from '../domain/tie-step.ts';
import { compare, divide, multiply, sum, whole, zero, type Rational } from '../lib/rational.ts';
import type { CategoryTotals, ContestantTotals, StageTotals } from './types.ts';

/** The values of one step over one tied group, or null when the step cannot compare them. */
export function stepValues(
  file: ContestFile,
  totals: CategoryTotals,
  members: readonly ContestantTotals[],
  step: ComputedStep,
): ReadonlyMap<ContestantId, Rational> | null {
  switch (step.type) {
    case 'stage':
      return valuesOf(
        members,
        (member) => countingStages(member).find(({ stage }) => stage === step.stage)?.exact ?? null,
      );
    case 'criterion':
      return valuesOf(members, (member) => criterionMean(countingStages(member), step.criterion));
    case 'aspect':
      return valuesOf(members, (member) => aspectMean(file, member, step.aspect));
    case 'juror-firsts':
      return jurorFirsts(totals, members);
    case 'head-to-head':
      return headToHead(totals, members);
    case 'fewest-penalties':
      return valuesOf(members, (member) => multiply(member.penalty, whole(-1)));
  }
}

function valuesOf(
  members: readonly ContestantTotals[],
  valueOf: (member: ContestantTotals) => Rational | null,
): ReadonlyMap<ContestantId, Rational> | null {
  const values = new Map<ContestantId, Rational>();
  for (const member of members) {
    const value = valueOf(member);
    if (value === null) return null;
    values.set(member.contestant, value);
  }
  return values;
}

/** Without what is judged beside the rounds, or behind the cut. */
function countingStages({ stages }: ContestantTotals): readonly StageTotals[] {
  return stages.filter(({ use }) => use === 'counts');
}

/** The panel's mean of x for a criterion, in whichever stage has it. */
export function criterionMean(stages: readonly StageTotals[], criterion: CriterionId): Rational | null {
  const column = stages.flatMap((stage) => stage.criteria).find((one) => one.criterion === criterion);
  return column?.mean ?? null;
}

/** The panel's mean of the weighted sum over the criteria of an aspect; over several stages the means are added. */
function aspectMean(file: ContestFile, member: ContestantTotals, aspect: string): Rational | null {
  const criteria = new Set(
    file.rubrics.flatMap((rubric) => rubric.criteria.filter((one) => one.aspect === aspect).map((one) => one.id)),
  );
  const means = countingStages(member)
    .filter((stage) => stage.criteria.some((one) => criteria.has(one.criterion)))
    .map((stage) => stageAspectMean(stage, criteria));
  const present = means.filter((value) => value !== null);
  return present.length === 0 || present.length < means.length ? null : sum(present);
}

function stageAspectMean(stage: StageTotals, criteria: ReadonlySet<string>): Rational | null {
  const counted = stage.sheets.filter((sheet) => stage.panel.includes(sheet.juror));
  if (counted.length === 0) return null;
  const marks = counted.flatMap((sheet) => sheet.marks.filter((mark) => criteria.has(mark.criterion)));
  return divide(sum(marks.map((mark) => mark.weighted)), whole(counted.length));
}

/** How many jurors have the member first among the tied; a shared first counts for each. Only jurors who judged all of them. */
function jurorFirsts(
  totals: CategoryTotals,
  members: readonly ContestantTotals[],
): ReadonlyMap<ContestantId, Rational> | null {
  const ballots = ballotsOf(totals, members);
  return valuesOf(members, (member) =>
    whole(
      ballots.filter((ballot) => ballot.every((other) => compare(other.total, totalIn(ballot, member)) <= 0)).length,
    ),
  );
}

/** Two tied contestants: how many jurors gave each the higher total, of those who judged both. */
function headToHead(
  totals: CategoryTotals,
  members: readonly ContestantTotals[],
): ReadonlyMap<ContestantId, Rational> | null {
  if (members.length !== 2) return null;
  const ballots = ballotsOf(totals, members);
  return valuesOf(members, (member) =>
    whole(
      ballots.filter((ballot) =>
        ballot.every(
          (other) => other.contestant === member.contestant || compare(totalIn(ballot, member), other.total) > 0,
        ),
      ).length,
    ),
  );
}

type Ballot = readonly { readonly contestant: ContestantId; readonly total: Rational }[];

/** Every counted juror who judged all members in every stage of the seat. */
export function jurorsWhoJudged(totals: CategoryTotals, members: readonly ContestantTotals[]): readonly JurorId[] {
  const leftOut = new Set<JurorId>(totals.leftOut.map(({ juror }) => juror));
  return (members[0]?.jurors ?? [])
    .map(({ juror }) => juror)
    .filter((juror) => !leftOut.has(juror) && members.every((member) => exactTotal(member, juror) !== null));
}

/** Their unrounded totals. */
function ballotsOf(totals: CategoryTotals, members: readonly ContestantTotals[]): readonly Ballot[] {
  return jurorsWhoJudged(totals, members).map((juror) =>
    members.map((member) => ({ contestant: member.contestant, total: exactTotal(member, juror) ?? zero })),
  );
}

function exactTotal(member: ContestantTotals, juror: JurorId): Rational | null {
  return member.jurors.find((line) => line.juror === juror)?.exact ?? null;
}

function totalIn(ballot: Ballot, member: ContestantTotals): Rational {
  return ballot.find((line) => line.contestant === member.contestant)?.total ?? zero;
}
