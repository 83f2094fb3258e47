/**
 * Order and ties (R13 to R20). Contestants are placed by the exact result; equal results go through the chain of
 * `rules.tieBreak`, each step looking at the tied group only; a group that a step splits goes on, part by part, with the
 * next step. What stays equal shares the rank. Number, name, id and order of input never separate anybody.
 */
import type { Contestant, ContestFile, Decision } from '../domain/setup/contest-file.ts';
import type { ContestantId } from '../domain/ids.ts';
import { isRecorded, tieSteps, type RecordedStep, type TieStep } from '../domain/tie-step.ts';
import { present } from '../lib/assert.ts';
import { compareNumbers, compareText } from '../lib/order.ts';
import { compare, equal, type Rational } from '../lib/rational.ts';
import { stepValues } from './tie-steps.ts';
import type { CategoryTotals, ContestantTotals } from './types.ts';

/** Contestants who share one rank (most often a single one), and how they came to it. */
export interface RankGroup {
  /** From 1; null for those without a result. */
  readonly rank: number | null;
  /** By number. */
  readonly members: readonly ContestantTotals[];
  /** The steps that their tie went through, in order. */
  readonly tried: readonly TriedStep[];
}

/** A step of the chain over a tied group. */
export interface TriedStep {
  readonly step: TieStep;
  /** The tied group before the step. */
  readonly among: readonly ContestantId[];
  /** What the step compared, larger is better; null for a recorded order, and where it cannot compare them. */
  readonly values: ReadonlyMap<ContestantId, Rational> | null;
  /** The recorded order that was applied. */
  readonly decision: Decision | null;
  /** True when it separated the group. */
  readonly isSplit: boolean;
}

/** All ranked contestants of a category in groups of equal rank, best first, those without a result last. */
export function rankGroups(file: ContestFile, totals: CategoryTotals): readonly RankGroup[] {
  const ranked = totals.contestants.filter((contestant) => contestant.status === 'ranked').toSorted(byNumber(file));
  const chain = tieSteps(file.rules.tieBreak);
  const groups: RankGroup[] = [];
  let rank = 1;
  for (const equals of groupsByResult(totals, ranked)) {
    for (const group of breakTie(file, totals, chain, equals)) {
      groups.push({ ...group, rank });
      rank += group.members.length;
    }
  }
  const without = ranked.filter((contestant) => contestant.result === null);
  return [...groups, ...without.map((contestant) => ({ rank: null, members: [contestant], tried: [] }))];
}

type UnrankedGroup = Omit<RankGroup, 'rank'>;

function groupsByResult(
  totals: CategoryTotals,
  contestants: readonly ContestantTotals[],
): readonly (readonly ContestantTotals[])[] {
  const results = new Map<ContestantId, Rational>();
  for (const { contestant, result } of contestants) if (result !== null) results.set(contestant, result);
  const withResult = contestants.filter(({ contestant }) => results.has(contestant));
  const best = partition(withResult, results);
  return totals.method === 'majority' ? best.toReversed() : best;
}

/** Runs what is left of the chain over one tied group. */
function breakTie(
  file: ContestFile,
  totals: CategoryTotals,
  chain: readonly TieStep[],
  members: readonly ContestantTotals[],
  before: readonly TriedStep[] = [],
): readonly UnrankedGroup[] {
  const [step, ...rest] = chain;
  if (members.length === 1 || step === undefined) return [{ members, tried: before }];
  const { parts, values, decision } = splitBy(file, totals, members, step);
  const among = members.map((member) => member.contestant);
  const tried = [...before, { step, among, values, decision, isSplit: parts.length > 1 }];
  return parts.flatMap((part) => breakTie(file, totals, rest, part, tried));
}

/** One step over one group; a single part when it separates nobody. */
function splitBy(
  file: ContestFile,
  totals: CategoryTotals,
  members: readonly ContestantTotals[],
  step: TieStep,
): Pick<TriedStep, 'values' | 'decision'> & { readonly parts: readonly (readonly ContestantTotals[])[] } {
  const nothing = { parts: [members], values: null, decision: null };
  const among = members.map((member) => member.contestant);
  if (isRecorded(step)) {
    const decision = findOrder(file, totals, among, step);
    if (decision === undefined) return nothing;
    const parts = decision.order.map((id) => [
      present(
        members.find((member) => member.contestant === id),
        'a member of the tied group',
      ),
    ]);
    return { parts, values: null, decision };
  }
  const values = stepValues(file, totals, members, step);
  return values === null ? nothing : { parts: partition(members, values), values, decision: null };
}

/** The recorded order of exactly this tied group. */
function findOrder(
  file: ContestFile,
  totals: CategoryTotals,
  among: readonly ContestantId[],
  { type: kind }: RecordedStep,
) {
  return file.decisions
    .filter((decision) => decision.kind !== 'joint')
    .find(
      (decision) => decision.kind === kind && decision.category === totals.category && isSameSet(decision.order, among),
    );
}

/** True when both hold the same ids, in whatever order. */
export function isSameSet(a: readonly ContestantId[], b: readonly ContestantId[]): boolean {
  return a.length === b.length && new Set([...a, ...b]).size === a.length;
}

/** Groups of equal value, the larger value first; inside a group the given order stays. */
function partition(
  members: readonly ContestantTotals[],
  values: ReadonlyMap<ContestantId, Rational>,
): readonly (readonly ContestantTotals[])[] {
  const valueOf = (member: ContestantTotals) => present(values.get(member.contestant), 'a value per contestant');
  const parts: ContestantTotals[][] = [];
  for (const member of members.toSorted((a, b) => compare(valueOf(b), valueOf(a)))) {
    const last = parts.at(-1);
    if (last?.[0] !== undefined && equal(valueOf(last[0]), valueOf(member))) last.push(member);
    else parts.push([member]);
  }
  return parts;
}

/** For listing only: by number, those without one last; ids make the listing the same everywhere. */
function byNumber(file: ContestFile): (a: ContestantTotals, b: ContestantTotals) => number {
  const contestants = new Map(file.contestants.map((contestant) => [contestant.id, contestant]));
  const numberOf = ({ contestant }: ContestantTotals) => sortNumber(contestants.get(contestant));
  return (a, b) => compareNumbers(numberOf(a), numberOf(b)) || compareText(a.contestant, b.contestant);
}

function sortNumber(contestant: Contestant | undefined): number {
  return contestant?.number ?? Number.MAX_SAFE_INTEGER;
}
