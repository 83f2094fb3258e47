/**
 * Order and ties (R13 to R20). Contestants are placed by the exact result; equal results go through the chain of
 * `rules.tieBreak`, each step looking at the tied group only; a group that a step splits goes on, part by part, with the
 * next step. What stays equal shares the rank. Number, name, id and order of input never separate anybody.
 */
import type { Contestant, ContestFile, Cut, Decision } from '../domain/setup/contest-file.ts';
import type { ContestantId, StageId } from '../domain/ids.ts';
import { isRecorded, tieSteps, type RecordedStep, type TieStep } from '../domain/tie-step.ts';
import { present } from '../lib/assert.ts';
import { compareNumbers, compareText } from '../lib/order.ts';
import { compare, equal, type Rational } from '../lib/rational.ts';
import { stepValues } from './tie-steps.ts';
import type { CategoryTotals, ContestantTotals, RankGroup, TriedStep } from './types.ts';

/**
 * All ranked contestants of a category in groups of equal rank, best first, those without a result last. Whoever did not advance
 * stands behind all who did, the last round's first, by the stages before it.
 */
export function rankGroups(file: ContestFile, totals: CategoryTotals): readonly RankGroup[] {
  const ranked = totals.contestants.filter((contestant) => contestant.status === 'ranked').toSorted(byNumber(file));
  const inOf = (stages: readonly StageId[]) => ranked.filter(({ outOf }) => outOf !== null && stages.includes(outOf));
  const chain = tieChain(file, null);
  const groups = groupsFrom(
    1,
    file,
    totals,
    () => chain,
    ranked.filter(({ outOf }) => outOf === null),
  );
  let rank = 1 + ranked.filter(({ outOf }) => outOf === null).length;
  for (const round of totals.rounds.toReversed()) {
    const members = inOf(round.to);
    groups.push(...groupsFrom(rank, file, round.behind, () => chain, members));
    rank += members.length;
  }
  return groups;
}

/**
 * Those at one cut, by the stages before it. Where equals at its last place are decided they go through the steps, which see no
 * deductions and nothing of a later stage; elsewhere equals stay together.
 */
export function groupsAtCut(
  file: ContestFile,
  compared: CategoryTotals,
  { top, ties }: Cut,
  to: readonly StageId[],
): readonly RankGroup[] {
  const members = compared.contestants.toSorted(byNumber(file));
  const chain = tieChain(file, to);
  const noChain: TieChain = { steps: [], decisions: [] };
  const isDivided = (rank: number, count: number) =>
    ties === 'decide' && top !== undefined && rank <= top && rank + count - 1 > top;
  return groupsFrom(1, file, compared, (rank, equals) => (isDivided(rank, equals) ? chain : noChain), members);
}

/** The steps of a comparison, and which recorded decisions belong to it. */
interface TieChain {
  readonly steps: readonly TieStep[];
  readonly decisions: readonly Decision[];
}

/** `cutTo`: the stages of a round; null: the places. */
function tieChain(file: ContestFile, cutTo: readonly StageId[] | null): TieChain {
  const steps = tieSteps(file.rules.tieBreak);
  return {
    steps: cutTo === null ? steps : steps.filter(({ type }) => type !== 'fewest-penalties'),
    decisions: file.decisions.filter((decision) => isAbout(decision, cutTo)),
  };
}

/** A decision that names a stage is about the cut that leads there alone. */
export function isAbout({ stage }: Decision, cutTo: readonly StageId[] | null): boolean {
  return stage === undefined || cutTo?.includes(stage) === true;
}

function groupsFrom(
  first: number,
  file: ContestFile,
  totals: CategoryTotals,
  /** By the rank of equals and their number. */
  chainOf: (rank: number, equals: number) => TieChain,
  members: readonly ContestantTotals[],
): RankGroup[] {
  const groups: RankGroup[] = [];
  let rank = first;
  for (const equals of groupsByResult(totals, members)) {
    for (const group of breakTie(file, totals, chainOf(rank, equals.length), equals)) {
      groups.push({ ...group, rank });
      rank += group.members.length;
    }
  }
  const without = members.filter((contestant) => contestant.result === null);
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
  { steps, decisions }: TieChain,
  members: readonly ContestantTotals[],
  before: readonly TriedStep[] = [],
): readonly UnrankedGroup[] {
  const [step, ...rest] = steps;
  if (members.length === 1 || step === undefined) return [{ members, tried: before }];
  const { parts, values, decision } = splitBy(file, totals, decisions, members, step);
  const among = members.map((member) => member.contestant);
  const tried = [...before, { step, among, values, decision, isSplit: parts.length > 1 }];
  return parts.flatMap((part) => breakTie(file, totals, { steps: rest, decisions }, part, tried));
}

/** One step over one group; a single part when it separates nobody. */
function splitBy(
  file: ContestFile,
  totals: CategoryTotals,
  decisions: readonly Decision[],
  members: readonly ContestantTotals[],
  step: TieStep,
): Pick<TriedStep, 'values' | 'decision'> & { readonly parts: readonly (readonly ContestantTotals[])[] } {
  const nothing = { parts: [members], values: null, decision: null };
  const among = members.map((member) => member.contestant);
  if (isRecorded(step)) {
    const decision = findOrder(decisions, totals, among, step);
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
  decisions: readonly Decision[],
  totals: CategoryTotals,
  among: readonly ContestantId[],
  { type: kind }: RecordedStep,
) {
  return decisions
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
