/**
 * Who receives what, and what is not decided yet (R21, R24). A shared rank that reaches into the awarded places blocks
 * them until a recorded decision covers it; blocked contestants receive no place.
 */
import { isPlaceBased } from '../domain/methods.ts';
import type { Award, ContestFile, Decision } from '../domain/setup/contest-file.ts';
import type { CategoryId, ContestantId, CriterionId, StageId } from '../domain/ids.ts';
import { compare, fromDecimal, zero, type Rational } from '../lib/rational.ts';
import { criterionMean } from './tie-steps.ts';
import { isAbout, isSameSet } from './ties.ts';
import type { AwardWinner, Blocked, CategoryTotals, ContestantTotals, RankGroup, StageTotals } from './types.ts';

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
  const blocked: readonly Blocked[] =
    unjudged.length === 0
      ? ties
      : [
          ...ties,
          {
            places: range(1, Math.max(...awarded)).filter((place) => awarded.has(place) && place <= members.length),
            contestants: unjudged,
            reason: 'no-panel',
          },
        ];
  return blocked.length === 0 ? null : blocked;
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

/** The winners of a category: the places first, then the file's awards in their order. */
export function awardWinners(
  file: ContestFile,
  totals: CategoryTotals,
  groups: readonly RankGroup[],
  blocked: readonly Blocked[] | null,
): readonly AwardWinner[] {
  const isHeldUp = blocked?.some(({ reason, stage }) => reason === 'no-panel' || stage !== undefined) === true;
  const undecided = new Set(blocked?.flatMap(({ contestants }) => contestants) ?? []);
  const decided = isHeldUp
    ? []
    : groups.filter(
        (group) => isAwardable(file, group) && group.members.every(({ contestant }) => !undecided.has(contestant)),
      );
  const ranked = groups.flatMap((group) => group.members);
  return [
    ...placeWinners('places', 1, file.rules.places, decided),
    ...file.awards
      .filter((award) => !isContestWide(award) && isGiven(award, totals.category))
      .flatMap((award) => winnersOf(award, decided, ranked, totals.contestants)),
  ];
}

/** The winners of awards over the whole contest, in the order of the file; undefined where it has no such award. */
export function contestWinners(
  file: ContestFile,
  categories: readonly CategoryTotals[],
): readonly AwardWinner[] | undefined {
  const awards = file.awards.filter(isContestWide);
  if (awards.length === 0) return undefined;
  return awards.flatMap((award) => {
    const all = categories.filter(({ category }) => isGiven(award, category)).flatMap(({ contestants }) => contestants);
    return winnersOf(
      award,
      [],
      all.filter(({ status }) => status === 'ranked'),
      all,
    );
  });
}

/** True for an award that is given once, over all its categories. */
export function isContestWide(award: Award): boolean {
  return 'scope' in award && award.scope === 'contest';
}

/** True for nominations: several winners, none before the other. */
export function isUnordered(award: Award): boolean {
  return 'ordered' in award && award.ordered === false;
}

function winnersOf(
  award: Award,
  decided: readonly RankGroup[],
  ranked: readonly ContestantTotals[],
  /** Of the award's categories, whatever their state: a vote of its own may name anybody. */
  all: readonly ContestantTotals[],
): readonly AwardWinner[] {
  const placed = (winner: AwardWinner) => (isUnordered(award) ? { ...winner, place: null } : winner);
  switch (award.kind) {
    case 'places':
      return placeWinners(award.id, award.from, award.count, decided);
    case 'list':
      return award.contestants.flatMap((contestant, position) =>
        all.some((one) => one.contestant === contestant)
          ? [placed({ award: award.id, contestant, place: position + 1 })]
          : [],
      );
    case 'criterion':
      return criterionWinners(award.id, award.criterion, award.count, ranked).map(placed);
    case 'band':
      return ranked.flatMap((one) => {
        const band = one.result === null ? undefined : highestBand(award.bands, one.result);
        return band === undefined
          ? []
          : [{ award: award.id, contestant: one.contestant, place: null, band: band.name }];
      });
  }
}

function placeWinners(
  award: string,
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

/** The best `count` by the panel's mean of one criterion; equals share the place, and none of them is left out. */
function criterionWinners(
  award: string,
  criterion: CriterionId,
  count: number,
  ranked: readonly ContestantTotals[],
): readonly AwardWinner[] {
  const judged = ranked.flatMap((member) => {
    const value = criterionMean(member.stages, criterion);
    return value === null ? [] : [{ contestant: member.contestant, value }];
  });
  return judged
    .toSorted((a, b) => compare(b.value, a.value))
    .map(({ contestant, value }) => ({
      award,
      contestant,
      place: 1 + judged.filter((other) => compare(other.value, value) > 0).length,
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
