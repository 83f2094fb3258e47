/**
 * Who comes on when (D8, D27). One order leads through a stage: the numbers, or in a later round the order that was chosen for it.
 * Whom a closed round left out is in no order behind it. A number belongs to its group for the whole contest and is never dealt
 * again: the order of a later round is a sequence of its own.
 */
import { closingOf, isOutOf } from './closed-rounds.ts';
import { performanceOrder, setupOf, stageOrderKey, type Contest, type StageOrder } from './contest.ts';
import {
  isRanked,
  rubricFor,
  type Category,
  type Contestant,
  type ContestSetup,
  type Stage,
} from './setup/contest-file.ts';
import { chainBefore } from './setup/contest-check-rounds.ts';
import { groupBy } from '../lib/order.ts';
import type { CategoryId, ContestantId, StageId } from './ids.ts';

/** One who comes on in a stage. */
export interface Turn {
  readonly contestant: Contestant;
  /** Where it is shown; null: its category is judged nowhere. */
  readonly stage: StageId | null;
  /** Still to come on there. */
  readonly waits: boolean;
  /** Was on stage there, or is. */
  readonly wasOn: boolean;
}

/** The first one after the current who still waits; at the end of the order, who was passed over before; then the round after it. */
export function nextTurn(contest: Contest): Turn | undefined {
  const current = contest.shown?.contestant;
  const here = turnsIn(contest, stageNow(contest));
  const from = here.findIndex(({ contestant: { id } }) => id === current) + 1;
  return (
    [...here.slice(from), ...here.slice(0, from)].find(({ contestant, waits }) => waits && contestant.id !== current) ??
    turnsIn(contest, null).find(
      ({ contestant: { id }, stage, waits }) =>
        waits && (id !== current || (stage !== null && stage !== contest.shown?.stage)),
    )
  );
}

/** All turns of what is going on now, in order: the stage of who is on, else of who comes next. */
export function runningTurns(contest: Contest): readonly Turn[] {
  const stage = contest.shown === null ? (nextTurn(contest)?.stage ?? null) : contest.shown.stage;
  return turnsIn(contest, stage ?? stageNow(contest));
}

/**
 * Who comes on in that stage, in order. Whoever's category is not judged there comes on in its own (`turnStage`), as everybody does
 * where the stage is null.
 */
export function turnsIn(contest: Contest, stage: StageId | null): readonly Turn[] {
  const setup = setupOf(contest);
  const shown = shownIn(contest);
  const turns = usualOrder(setup).flatMap((contestant): Turn[] => {
    const at = turnStage(contest, contestant, stage);
    return at !== null && isLeftOut(contest, contestant, at)
      ? []
      : [{ contestant, stage: at, ...been(at, contestant) }];
  });
  const orders = new Map(
    turns.flatMap(({ contestant: { category }, stage: at }) => {
      const order = at === null ? undefined : stageOrderOf(contest, category, at);
      return order === undefined ? [] : [[category, order.order] as const];
    }),
  );
  if (orders.size === 0) return turns;
  const byCategory = groupBy(turns, ({ contestant }) => contestant.category);
  return setup.categories.flatMap(({ id }) => inOrder(byCategory.get(id) ?? [], orders.get(id) ?? []));

  function been(at: StageId | null, { id, status }: Contestant): Pick<Turn, 'waits' | 'wasOn'> {
    const isLater = at !== null && before(setup, at).some((each) => shown.has(each.id));
    if (!isLater) return { waits: status === 'waiting', wasOn: status === 'performed' || status === 'performing' };
    const wasOn = shown.get(at)?.has(id) === true;
    return { waits: !wasOn && isRanked({ status }), wasOn };
  }
}

/** Those whom the order names, then the others as they stand. */
function inOrder(turns: readonly Turn[], order: readonly ContestantId[]): Turn[] {
  const places = new Map(order.map((id, place) => [id, place]));
  const placeOf = ({ contestant: { id } }: Turn) => places.get(id) ?? places.size;
  return turns.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Where a contestant is shown who comes on while that stage is going on. */
export function turnStage(contest: Contest, { category }: Contestant, stage: StageId | null): StageId | null {
  const judged = stagesJudging(contest, category);
  if (judged.some(({ id }) => id === stage)) return stage;
  // Without a choice, the stage that takes place: one with a timer; of several the last whose round is closed.
  const timed = judged.filter(({ timer }) => timer !== undefined);
  const taking = timed.length > 0 ? timed : judged;
  const closed = taking.findLast(({ id }) => closingOf(contest, category, id) !== null);
  return (closed ?? taking[0])?.id ?? null;
}

/** The stages in which a category is judged. */
export function stagesJudging(contest: Contest, category: CategoryId): readonly Stage[] {
  const setup = setupOf(contest);
  return setup.stages.filter(({ id }) => rubricFor(setup, id, category) !== undefined);
}

/** True when a closed round left it out; where only other categories have closed theirs, this one is not that far. */
export function isLeftOut(contest: Contest, { id, category }: Contestant, stage: StageId): boolean {
  if (isOutOf(contest, category, id, stage)) return true;
  if (closingOf(contest, category, stage) !== null) return false;
  return setupOf(contest).categories.some((other) => closingOf(contest, other.id, stage) !== null);
}

/** [D27] The order of a closed round; undefined: the usual one. */
export function stageOrderOf(contest: Contest, category: CategoryId, stage: StageId): StageOrder | undefined {
  return contest.stageOrders.get(stageOrderKey(category, stage));
}

/** Who advances to the stage, in the order in which they come on there. */
export function advancing(contest: Contest, category: Category['id'], stage: StageId): readonly Contestant[] {
  return turnsIn(contest, stage).flatMap(({ contestant, stage: at }) =>
    contestant.category === category && at === stage && isRanked(contestant) ? [contestant] : [],
  );
}

/** The planned time is that of the first stage in which groups come on; undefined in a later one. */
export function plannedSlot(contest: Contest, { slot }: Contestant, stage: StageId | null): string | undefined {
  const shown = shownIn(contest);
  const isLater = stage !== null && before(setupOf(contest), stage).some(({ id }) => shown.has(id));
  return isLater || slot === '' ? undefined : slot;
}

/** By number where lots were drawn over all categories; category by category where each has numbers of its own. */
function usualOrder(setup: ContestSetup): readonly Contestant[] {
  const performers = setup.contestants.filter((each) => isRanked(each) || each.status === 'exhibition');
  const numbers = performers.flatMap((each) => (each.number === null ? [] : [each.number]));
  if (new Set(numbers).size === numbers.length) return performanceOrder(performers);
  const byCategory = groupBy(performers, (each) => each.category);
  return setup.categories.flatMap((category) => performanceOrder(byCategory.get(category.id) ?? []));
}

/** The stage that is going on: of who is on, else of who was on last. */
function stageNow({ shown, steps }: Contest): StageId | null {
  if (shown !== null && shown.stage !== null) return shown.stage;
  return steps.findLast((step) => (step.shown?.stage ?? null) !== null)?.shown?.stage ?? null;
}

/** Whoever was shown, by stage; a step that was taken back never was. */
function shownIn({ shown, steps }: Contest): ReadonlyMap<StageId, ReadonlySet<ContestantId>> {
  const found = new Map<StageId, Set<ContestantId>>();
  for (const each of [...steps.map((step) => step.shown), shown]) {
    if (each === null || each.stage === null) continue;
    const of = found.get(each.stage) ?? new Set();
    found.set(each.stage, of.add(each.contestant));
  }
  return found;
}

function before(setup: ContestSetup, id: StageId): readonly Stage[] {
  const stage = setup.stages.find((each) => each.id === id);
  return stage === undefined ? [] : (chainBefore(setup, stage) ?? []);
}
