/**
 * Rounds (R29 to R31): who advances to a stage that comes after another. Compared are those who are still in, over the stage
 * that the cut names and the stages before that one, without deductions: what happens later never changes who advanced. While
 * a cut does not stand everybody counts as in, so that nothing becomes final by accident.
 */
import { isRanked, type ContestFile, type Contestant, type Cut } from '../domain/setup/contest-file.ts';
import type { CategoryId, ContestantId, StageId } from '../domain/ids.ts';
import { present } from '../lib/assert.ts';
import { compare, fromDecimal, zero } from '../lib/rational.ts';
import { isWithoutPanel, jointDecision } from './awards.ts';
import { compareContestants } from './compare.ts';
import type { ContestIndex } from './contest-index.ts';
import type { WeighedStage } from './stage-totals.ts';
import { groupsAtCut } from './ties.ts';
import type { CategoryTotals, RankGroup, RoundTotals } from './types.ts';

/** The cuts of a category, the first one first; each among those whom the one before let through. */
export function roundsOf(
  index: ContestIndex,
  category: CategoryId,
  stages: readonly WeighedStage[],
): readonly RoundTotals[] {
  const rounds: RoundTotals[] = [];
  let inside: readonly Contestant[] = index.contestantsOf(category).filter(isRanked);
  for (const plan of planRounds(stages)) {
    const { round, advanced } = roundTotals(index, category, plan, inside, rounds.at(-1)?.state ?? 'stands');
    rounds.push(round);
    inside = advanced;
  }
  return rounds;
}

interface RoundPlan {
  readonly cut: Cut;
  readonly to: readonly StageId[];
  readonly over: ReadonlySet<StageId>;
  /** All of them, each as this cut uses it. */
  readonly stages: readonly WeighedStage[];
}

/** The cuts in their order: a stage that another one comes after is judged before it. */
function planRounds(stages: readonly WeighedStage[]): readonly RoundPlan[] {
  const byId = new Map(stages.map(({ stage }) => [stage.id, stage]));
  const chainOf = (id: StageId): readonly StageId[] => {
    const before = byId.get(id)?.after?.stage;
    return before === undefined ? [] : [before, ...chainOf(before)];
  };
  const depthOf = ({ stage }: WeighedStage) => chainOf(stage.id).length;
  const deepest = Math.max(0, ...stages.map(depthOf));
  return Array.from({ length: deepest }, (_, at): RoundPlan => {
    const to = stages.filter((one) => depthOf(one) === at + 1).map(({ stage }) => stage);
    const first = present(to[0], 'a stage of every depth');
    const over = new Set(chainOf(first.id));
    const isClosed = (one: WeighedStage) => depthOf(one) > at;
    return {
      cut: present(first.after, 'a stage after another'),
      to: to.map(({ id }) => id),
      over,
      stages: usedFor(over, stages, isClosed),
    };
  });
}

/** How each stage is used by a cut: those compared count by their weights, and alike where these weigh 0 together. */
function usedFor(
  over: ReadonlySet<StageId>,
  stages: readonly WeighedStage[],
  isClosed: (stage: WeighedStage) => boolean,
): readonly WeighedStage[] {
  const compared = stages.filter(({ stage }) => over.has(stage.id));
  const isWeightless = compared.every(({ stage }) => compare(fromDecimal(stage.weight), zero) === 0);
  return stages.map((one): WeighedStage => {
    if (isClosed(one)) return { ...one, use: 'closed' };
    if (!over.has(one.stage.id)) return { ...one, use: one.rubric.gate === true ? 'counts' : 'aside' };
    return isWeightless ? { ...one, stage: { ...one.stage, weight: '1' } } : one;
  });
}

function roundTotals(
  index: ContestIndex,
  category: CategoryId,
  { cut, to, over, stages }: RoundPlan,
  inside: readonly Contestant[],
  before: RoundTotals['state'],
): { readonly round: RoundTotals; readonly advanced: readonly Contestant[] } {
  const { file } = index;
  const totalsOf = (contestants: readonly Contestant[], withPenalties: boolean): CategoryTotals => ({
    category,
    method: file.rules.method,
    ...compareContestants(index, { category, stages, contestants, withPenalties }),
    rounds: [],
  });
  const passed = new Set(
    totalsOf(inside, false)
      .contestants.filter(({ status }) => status === 'ranked')
      .map(({ contestant }) => contestant),
  );
  const contestants = inside.filter(({ id }) => passed.has(id));
  const compared = totalsOf(contestants, false);
  const groups = groupsAtCut(file, compared, cut, to);
  const unjudged = unjudgedIn(file, compared);
  const missing = compared.contestants.flatMap((member) =>
    member.stages
      .filter(({ use }) => use === 'counts')
      .flatMap(({ stage, missing: jurors }) =>
        jurors.map((juror) => ({ juror, contestant: member.contestant, stage })),
      ),
  );
  const line = cutLine(file, category, cut, to, groups);
  const state =
    before !== 'stands' || missing.length > 0
      ? 'open'
      : unjudged.length > 0
        ? 'no-panel'
        : line.tied === null
          ? 'stands'
          : 'tie';
  const isOut = (id: ContestantId) => state === 'stands' && !line.advanced.has(id);
  const inOrder = groups.flatMap(({ members }) => members.map(({ contestant }) => contestant));
  return {
    round: {
      to,
      cut,
      over: stages.flatMap(({ stage }) => (over.has(stage.id) ? [stage.id] : [])),
      state,
      missing,
      unjudged: state === 'no-panel' ? unjudged : [],
      compared,
      groups,
      advanced: inOrder.filter((id) => !isOut(id)),
      out: inOrder.filter(isOut),
      tied: state === 'tie' ? line.tied : null,
      behind: totalsOf(contestants, true),
    },
    advanced: contestants.filter(({ id }) => !isOut(id)),
  };
}

/** Those with a gate that nobody can check, or a stage that nobody can judge. */
function unjudgedIn(file: ContestFile, compared: CategoryTotals): readonly ContestantId[] {
  return compared.contestants
    .filter(({ stages, result }) => result === null || stages.some((stage) => isWithoutPanel(file, compared, stage)))
    .map(({ contestant }) => contestant);
}

interface CutLine {
  readonly advanced: ReadonlySet<ContestantId>;
  readonly tied: RoundTotals['tied'];
}

/** Who is on the right side of the cut, and equals that are on both. */
function cutLine(
  file: ContestFile,
  category: CategoryId,
  { top, minimum, ties = 'admit' }: Cut,
  to: readonly StageId[],
  groups: readonly RankGroup[],
): CutLine {
  const idsOf = (some: readonly RankGroup[]) =>
    some.flatMap(({ members }) => members.map(({ contestant }) => contestant));
  if (top === undefined) {
    const bound = fromDecimal(present(minimum, 'one of top and minimum'));
    const reaches = ({ members: [first] }: RankGroup) =>
      first !== undefined && first.result !== null && compare(first.result, bound) >= 0;
    return { advanced: new Set(idsOf(groups.filter(reaches))), tied: null };
  }
  const first = groups.filter(({ rank }) => rank !== null && rank <= top);
  const last = first.at(-1);
  const advanced = new Set(idsOf(first));
  if (last === undefined || advanced.size <= top || ties === 'admit') return { advanced, tied: null };
  const contestants = idsOf([last]);
  if (jointDecision(file, category, contestants, to) !== undefined) return { advanced, tied: null };
  const from = last.rank ?? 1;
  return { advanced, tied: { places: contestants.map((_, at) => from + at), contestants } };
}
