/**
 * Who receives what, and what is not decided yet (R21, R24). A shared rank that reaches into the awarded places blocks
 * them until a recorded decision covers it; blocked contestants receive no place.
 */
import { isPlaceBased } from '../domain/methods.ts';
import type { Award, Contestant, ContestFile, Decision } from '../domain/setup/contest-file.ts';
import {
  placesAward,
  type AwardId,
  type CategoryId,
  type ContestantId,
  type CriterionId,
  type StageId,
} from '../domain/ids.ts';
import { compare, fromDecimal, multiply, sum, toExactText, whole, zero, type Rational } from '../lib/rational.ts';
import { criterionMean } from './tie-steps.ts';
import { isAbout, isSameSet } from './ties.ts';
import type {
  AwardWinner,
  Blocked,
  CategoryTotals,
  ContestantTotals,
  RankGroup,
  RoundTotals,
  StageTotals,
} from './types.ts';

/**
 * Ties that reach an awarded place without a decision or keep a later round from beginning, and contestants whom nobody may judge
 * or check; null when there are none.
 */
export function blockedPlaces(
  file: ContestFile,
  totals: CategoryTotals,
  groups: readonly RankGroup[],
): readonly Blocked[] | null {
  const awarded = awardedPlaces(file, totals.category);
  const atCuts = totals.rounds.flatMap(({ to: [stage], tied }): readonly Blocked[] =>
    tied === null || stage === undefined ? [] : [{ ...tied, reason: 'tie', stage }],
  );
  const atPlaces = groups.flatMap((group): readonly Blocked[] => {
    if (group.rank === null || group.members.length === 1 || !isAwardable(file, group)) return [];
    const places = range(group.rank, group.members.length);
    const contestants = group.members.map((member) => member.contestant);
    if (!places.some((place) => awarded.has(place)) || jointDecision(file, totals.category, contestants)) return [];
    return [{ places, contestants, reason: 'tie' }];
  });
  const ties = [...atCuts, ...atPlaces];
  const members = groups.flatMap((group) => group.members).filter(({ outOf }) => outOf === null);
  const unjudgedAtCuts = new Set(
    totals.rounds.flatMap(({ state, unjudged: ids }) => (state === 'no-panel' ? ids : [])),
  );
  const unjudged = members
    .filter((member) => unjudgedAtCuts.has(member.contestant) || hasNoPanel(file, totals, member))
    .map((member) => member.contestant);
  const open = range(1, Math.max(...awarded)).filter((place) => awarded.has(place) && place <= members.length);
  const changed = totals.rounds.flatMap((round): readonly Blocked[] => {
    const [stage] = round.to;
    const contestants = otherwiseClosed(file, totals.category, round);
    return stage === undefined || contestants.length === 0
      ? []
      : [{ places: open, contestants, reason: 'round', stage }];
  });
  const blocked: readonly Blocked[] = [
    ...changed,
    ...ties,
    ...(unjudged.length === 0 ? [] : [{ places: open, contestants: unjudged, reason: 'no-panel' as const }]),
  ];
  return blocked.length === 0 ? null : blocked;
}

/** Who advanced when the round was closed and would not now, or the other way round; nobody while it is open, or not decided. */
function otherwiseClosed(
  { closedRounds = [] }: ContestFile,
  category: CategoryId,
  { to, state, advanced, compared }: RoundTotals,
): readonly ContestantId[] {
  const closed = closedRounds.findLast((one) => one.category === category && to.includes(one.stage));
  if (closed === undefined || state !== 'stands') return [];
  return compared.contestants
    .map(({ contestant }) => contestant)
    .filter((id) => closed.advanced.includes(id) !== advanced.includes(id));
}

/** True for a group that can receive a place: it advanced, and its result is no lower than the rules ask for. */
function isAwardable({ rules }: ContestFile, { rank, members: [first] }: RankGroup): boolean {
  if (rank === null || first === undefined || first.result === null || first.outOf !== null) return false;
  return rules.minimum === undefined || compare(fromDecimal(rules.minimum), first.result) <= 0;
}

/** The decision that declares exactly these contestants joint winners, or lets all of them through the cut that leads to `cutTo`. */
export function jointDecision(
  file: ContestFile,
  category: CategoryId,
  contestants: readonly ContestantId[],
  cutTo: readonly StageId[] | null = null,
): Extract<Decision, { readonly kind: 'joint' }> | undefined {
  return file.decisions
    .filter((decision) => decision.kind === 'joint')
    .find(
      (decision) =>
        decision.category === category && isAbout(decision, cutTo) && isSameSet(decision.contestants, contestants),
    );
}

/** True when there will never be a full result: nothing counts, or a stage without anybody who can count or check. */
function hasNoPanel(file: ContestFile, totals: CategoryTotals, member: ContestantTotals): boolean {
  return (
    member.stages.every((stage) => stage.gate) || member.stages.some((stage) => isWithoutPanel(file, totals, stage))
  );
}

/**
 * True when nobody counts in a stage and no further sheet can change that: a gate that nobody checks, a trimmed mean of too
 * few, a place-based panel that recusals and absences have used up (whatever sheets are still to come).
 */
export function isWithoutPanel(file: ContestFile, totals: CategoryTotals, stage: StageTotals): boolean {
  if (stage.use !== 'counts') return false;
  const possible = stage.sheets.length + stage.missing.length;
  if (stage.gate) return possible === 0;
  const { method, drop } = file.rules;
  if (!isPlaceBased(method)) return possible <= (method === 'trimmed-mean' ? 2 * drop : 0);
  if (compare(stage.weight, zero) === 0) return false;
  const lost = new Set(totals.leftOut.filter(({ cause }) => cause !== 'missing').map(({ juror }) => juror));
  return [...stage.sheets.map(({ juror }) => juror), ...stage.missing].every((juror) => lost.has(juror));
}

function awardedPlaces(file: ContestFile, category: CategoryId): ReadonlySet<number> {
  const places = new Set(range(1, file.rules.places));
  for (const award of file.awards) {
    if (award.kind === 'places' && isGiven(award, category))
      for (const place of range(award.from, award.count)) places.add(place);
  }
  return places;
}

/** A category with its order, and what is not decided in it. */
export interface RankedCategory {
  readonly totals: CategoryTotals;
  readonly groups: readonly RankGroup[];
  readonly blocked: readonly Blocked[] | null;
}

/** Who was given an award, and the categories where that is not decided yet. */
interface Given {
  readonly winners: readonly AwardWinner[];
  readonly open: ReadonlySet<CategoryId>;
}

/**
 * All winners: by category, the places first, then the file's awards in their order; and those of the awards over the whole contest,
 * null where it has none.
 */
export function awardWinners(
  file: ContestFile,
  categories: readonly RankedCategory[],
): {
  readonly categories: ReadonlyMap<CategoryId, readonly AwardWinner[]>;
  readonly contest: readonly AwardWinner[] | null;
} {
  const decided = categories.map((one) => ({ ...one, decided: decidedGroups(file, one) }));
  const winners = new Map(
    decided.map((one) => [one.totals.category, placeWinners(placesAward, 1, file.rules.places, one.decided)]),
  );
  const undecided = new Set(categories.flatMap(({ totals, blocked }) => (blocked === null ? [] : [totals.category])));
  const given = new Map<AwardId, Given>([[placesAward, { winners: [...winners.values()].flat(), open: undecided }]]);
  const contest: AwardWinner[] = [];
  for (const award of file.awards) {
    const own = decided.filter(({ totals }) => isGiven(award, totals.category));
    // What is given once waits for all its categories, each other one for its own.
    const parts = isContestWide(award) ? [own] : own.map((one) => [one]);
    const open = new Set<CategoryId>();
    const all: AwardWinner[] = [];
    for (const part of parts) {
      const ids = part.map(({ totals }) => totals.category);
      const before = excludedBy(award).flatMap((each) => given.get(each) ?? []);
      const isOpen = ids.some(
        (each) => before.some((one) => one.open.has(each)) || (restsOnPlaces(award) && undecided.has(each)),
      );
      if (isOpen) for (const each of ids) open.add(each);
      if (isOpen && award.kind !== 'places') continue;
      const holders = new Set(before.flatMap((one) => one.winners.map(({ contestant }) => contestant)));
      const won = winnersOf(file, award, part, holders);
      all.push(...won);
      if (isContestWide(award)) contest.push(...won);
      else for (const each of ids) winners.set(each, [...(winners.get(each) ?? []), ...won]);
    }
    given.set(award.id, { winners: all, open });
  }
  return { categories: winners, contest: file.awards.some(isContestWide) ? contest : null };
}

function decidedGroups(file: ContestFile, { groups, blocked }: RankedCategory): readonly RankGroup[] {
  const isHeldUp = blocked?.some(({ reason, stage }) => reason === 'no-panel' || stage !== undefined) === true;
  const undecided = new Set(blocked?.flatMap(({ contestants }) => contestants) ?? []);
  if (isHeldUp) return [];
  return groups.filter(
    (group) => isAwardable(file, group) && group.members.every(({ contestant }) => !undecided.has(contestant)),
  );
}

/** The awards whose holders cannot get this one. */
export function excludedBy(award: Award): readonly AwardId[] {
  return 'excludes' in award ? (award.excludes ?? []) : [];
}

function restsOnPlaces({ kind }: Award): boolean {
  return kind === 'places' || kind === 'units';
}

/** True when it can change as long as a sheet is missing. */
export function restsOnScores(awards: readonly Award[], award: Award): boolean {
  if (award.kind !== 'list' && award.kind !== 'ballots') return true;
  return excludedBy(award).some((id) => {
    const other = awards.find((one) => one.id === id);
    return other === undefined || restsOnScores(awards, other);
  });
}

/** True for an award that is given once, over all its categories. */
export function isContestWide(award: Award): boolean {
  return award.kind === 'units' || ('scope' in award && award.scope === 'contest');
}

/** True for nominations: several winners, none before the other. */
export function isUnordered(award: Award): boolean {
  return 'ordered' in award && award.ordered === false;
}

function winnersOf(
  file: ContestFile,
  award: Award,
  part: readonly (RankedCategory & { readonly decided: readonly RankGroup[] })[],
  holders: ReadonlySet<ContestantId>,
): readonly AwardWinner[] {
  const isFree = ({ contestant }: { readonly contestant: ContestantId }) => !holders.has(contestant);
  /** Whatever their state: a vote of its own may name anybody. */
  const all = part.flatMap(({ totals }) => totals.contestants).filter(isFree);
  const inOrder = part.flatMap(({ groups }) => groups.flatMap(({ members }) => members)).filter(isFree);
  const ranked = isContestWide(award) ? all.filter((one) => inOrder.includes(one)) : inOrder;
  const best = (count: number, valueOf: (member: ContestantTotals) => Rational | null, of = ranked) =>
    bestBy(award.id, count, of, valueOf).map((winner) => (isUnordered(award) ? { ...winner, place: null } : winner));
  switch (award.kind) {
    case 'places':
      return part.flatMap(({ decided }) => placeWinners(award.id, award.from, award.count, decided));
    case 'list':
      return award.contestants
        .filter((contestant) => all.some((one) => one.contestant === contestant))
        .map((contestant, position) => ({
          award: award.id,
          contestant,
          place: isUnordered(award) ? null : position + 1,
        }));
    case 'criterion':
      return best(award.count, (member) => criterionMean(member.stages, award.criterion));
    case 'composite':
      return best(award.count, (member) => weightedSum(member, award.criteria));
    case 'ballots': {
      const votes = new Map(award.votes.map((one) => [one.contestant, one.votes]));
      return best(
        award.count,
        ({ contestant }) => {
          const own = votes.get(contestant) ?? 0;
          return own === 0 ? null : whole(own);
        },
        all,
      );
    }
    case 'units':
      return unitWinners(file, award, part);
    case 'band':
      return ranked.flatMap((one) => {
        const band = one.result === null ? undefined : highestBand(award.bands, one.result);
        return band === undefined
          ? []
          : [{ award: award.id, contestant: one.contestant, place: null, band: band.name }];
      });
  }
}

/** Weight times the panel's mean, over the criteria; null where one of them has none. */
function weightedSum(
  { stages }: ContestantTotals,
  criteria: readonly { readonly criterion: CriterionId; readonly weight: string }[],
): Rational | null {
  const parts = criteria.map(({ criterion, weight }) => {
    const value = criterionMean(stages, criterion);
    return value === null ? null : multiply(fromDecimal(weight), value);
  });
  const there = parts.filter((part) => part !== null);
  return there.length < parts.length ? null : sum(there);
}

/** Points for places, added up by unit; a unit is what is written alike, whatever its capitals and spaces. */
function unitWinners(
  file: ContestFile,
  award: Extract<Award, { readonly kind: 'units' }>,
  part: readonly { readonly decided: readonly RankGroup[] }[],
): readonly AwardWinner[] {
  const units = new Map<string, { best: Contestant; rank: number; points: Rational }>();
  for (const { decided } of part) {
    for (const { rank, members } of decided) {
      for (const { contestant: id } of members) {
        const contestant = file.contestants.find((one) => one.id === id);
        const points = rank === null ? undefined : award.points[rank - 1];
        if (contestant === undefined || rank === null || points === undefined) continue;
        const key = (contestant.unit ?? '').trim().replaceAll(/\s+/g, ' ').toLowerCase();
        if (key === '') continue;
        const unit = units.get(key);
        if (unit === undefined) units.set(key, { best: contestant, rank, points: fromDecimal(points) });
        else {
          unit.points = sum([unit.points, fromDecimal(points)]);
          if (rank < unit.rank) [unit.best, unit.rank] = [contestant, rank];
        }
      }
    }
  }
  const scored = [...units.values()].filter(({ points }) => compare(points, zero) > 0);
  return placed(scored, ({ points }) => points, award.count).map(({ item, place }) => ({
    award: award.id,
    contestant: item.best.id,
    place,
    unit: item.best.unit?.trim() ?? '',
    points: toExactText(item.points),
  }));
}

function placeWinners(
  award: AwardId,
  from: number,
  count: number,
  groups: readonly RankGroup[],
): readonly AwardWinner[] {
  return groups.flatMap(({ rank, members }) =>
    rank !== null && rank >= from && rank < from + count
      ? members.map(({ contestant }) => ({ award, contestant, place: rank }))
      : [],
  );
}

/** The best `count` by a value, larger is better; equals share the place, and none of them is left out. */
function bestBy(
  award: AwardId,
  count: number,
  members: readonly ContestantTotals[],
  valueOf: (member: ContestantTotals) => Rational | null,
): readonly AwardWinner[] {
  const judged = members.flatMap((member) => {
    const value = valueOf(member);
    return value === null ? [] : [{ contestant: member.contestant, value }];
  });
  return placed(judged, ({ value }) => value, count).map(({ item, place }) => ({
    award,
    contestant: item.contestant,
    place,
  }));
}

/** Those with a place up to `count`, the largest value first. */
function placed<Item>(
  items: readonly Item[],
  valueOf: (item: Item) => Rational,
  count: number,
): readonly { readonly item: Item; readonly place: number }[] {
  return items
    .toSorted((a, b) => compare(valueOf(b), valueOf(a)))
    .map((item) => ({
      item,
      place: 1 + items.filter((other) => compare(valueOf(other), valueOf(item)) > 0).length,
    }))
    .filter(({ place }) => place <= count);
}

function highestBand<Band extends { readonly min: string }>(
  bands: readonly Band[],
  result: Rational,
): Band | undefined {
  return bands
    .filter((band) => compare(fromDecimal(band.min), result) <= 0)
    .toSorted((a, b) => compare(fromDecimal(b.min), fromDecimal(a.min)))[0];
}

function isGiven(award: Award, category: CategoryId): boolean {
  return award.categories === undefined || award.categories.includes(category);
}

function range(from: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}
