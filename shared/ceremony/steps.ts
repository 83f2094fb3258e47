/**
 * From standings to reveal steps: one slide per awarded place, from the lowest to the first of each award, equals together on
 * theirs (rules C1, C2). Nothing is announced that may still change: a provisional or blocked category is refused with the
 * reason (rule C3).
 */
import { isPlaceBased } from '../domain/methods.ts';
import { wholeContest, type Award, type Contestant, type WinnersAct } from '../domain/setup/contest-file.ts';
import type { CategoryId } from '../domain/ids.ts';
import { performanceOrder } from '../domain/contest.ts';
import { present } from '../lib/assert.ts';
import { compare, fromDecimal, fromExactText } from '../lib/rational.ts';
import { groupBy } from '../lib/order.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { romanNumeral } from '../lib/roman.ts';
import { excludedBy, isContestWide, isUnordered, restsOnScores } from '../ranking/awards.ts';
import { columnDisplays } from '../ranking/display.ts';
import { placeNames, type PlaceName } from '../ranking/place-names.ts';
import type { AwardWinner, Blocked, CategoryRanking, RankAnswer, Standing } from '../ranking/types.ts';
import type { AnnouncedPart } from './programme.ts';
import type { RevealedPlace, ShownContestant } from './view.ts';

/** A slide before `say/ceremony.ts` gives it its label. */
export interface RevealStep extends Omit<RevealedPlace, 'heading' | 'label'> {
  readonly names: readonly PlaceName[];
  /** Equals stand on it together. */
  readonly isShared: boolean;
}

/** Why nothing is announced; `category` is its name. */
export type CeremonyRefusal =
  | { readonly type: 'provisional'; readonly category: string; readonly missing: number }
  | {
      readonly type: 'blocked';
      readonly category: string;
      readonly causes: readonly {
        readonly places: readonly PlaceName[];
        readonly reason: Blocked['reason'];
        /** It is not settled who advances to a later stage. */
        readonly isAtCut: boolean;
      }[];
    }
  /** Null: the awards over the whole contest. */
  | { readonly type: 'nobody-ranked'; readonly category: string | null }
  | { readonly type: 'unknown-category' };

/** What of a contest file the steps are made of. */
export interface AnnouncedContest {
  readonly categories: readonly { readonly id: CategoryId; readonly name: string }[];
  readonly contestants: readonly Contestant[];
  readonly awards: readonly Award[];
  readonly rules: { readonly places: number; readonly minimum?: string | undefined };
}

/** The slides of a category, or of the awards over the whole contest; `part` (`partOf`): of one act of it. */
export function announcedSteps(
  contest: AnnouncedContest,
  answer: RankAnswer,
  category: WinnersAct['category'],
  part: AnnouncedPart = everything,
): Result<readonly RevealStep[], CeremonyRefusal> {
  if (category === wholeContest) return contestSteps(contest, answer, part);
  const ranking = answer.categories.find((each) => each.category === category);
  if (ranking === undefined) return err(unknownCategory);
  return revealSteps(contest, ranking, part);
}

function everything(): boolean {
  return true;
}

/** Those awards in the order of the contest; one that follows the scores waits until they are complete. */
function contestSteps(
  contest: AnnouncedContest,
  answer: RankAnswer,
  part: AnnouncedPart,
): Result<readonly RevealStep[], CeremonyRefusal> {
  const awards = contest.awards.filter((award) => isContestWide(award) && part(award.id));
  const waiting = awards
    .filter((award) => restsOnScores(contest.awards, award))
    .flatMap((award) => answer.categories.filter(({ category }) => award.categories?.includes(category) ?? true));
  const nameOf = ({ category }: CategoryRanking) =>
    contest.categories.find(({ id }) => id === category)?.name ?? category;
  const open = waiting.find((ranking) => ranking.provisional);
  if (open !== undefined) return err(provisional(nameOf(open), open));
  // What rests on places, or on who has none, waits until they are decided.
  const needed = awards.some((award) => award.kind === 'units' || excludedBy(award).length > 0);
  const undecided = needed ? waiting.find((ranking) => ranking.blocked !== null) : undefined;
  if (undecided !== undefined)
    return err(blocked(nameOf(undecided), undecided, placeNames(contest, undecided.category)));
  const steps = awardSteps(contest, awards, answer.awards ?? []);
  if (steps.length > 0) return ok(steps);
  return err({ type: 'nobody-ranked', category: null });
}

const unknownCategory: CeremonyRefusal = { type: 'unknown-category' };

/** The slides of one category, or of one act of it, lowest place first; at least one. */
export function revealSteps(
  contest: AnnouncedContest,
  ranking: CategoryRanking,
  part: AnnouncedPart = everything,
): Result<readonly RevealStep[], CeremonyRefusal> {
  const category = contest.categories.find((each) => each.id === ranking.category);
  if (category === undefined) return err(unknownCategory);
  if (ranking.provisional) return err(provisional(category.name, ranking));
  if (ranking.blocked !== null) return err(blocked(category.name, ranking, placeNames(contest, category.id)));
  const awards = contest.awards.filter((award) => !isContestWide(award) && part(award.id));
  const names = placeNames({ awards, rules: { places: part(null) ? contest.rules.places : 0 } }, category.id);
  const displays = columnDisplays(ranking.standings);
  const awarded = byPlace(
    ranking.standings
      .map((standing, at) => ({ ...standing, display: displays[at] ?? standing.display }))
      .filter((standing) => mayHoldPlace(contest, standing)),
    names,
  );
  const others = awardSteps(contest, awards, ranking.awards);
  const isMissing = part(null) ? awarded.length === 0 : awarded.length + others.length === 0;
  if (isMissing) return err({ type: 'nobody-ranked', category: category.name });
  return ok([
    ...others,
    ...awarded.map(([place, standings]) => {
      // The place of the Skating System and the points of a Borda count are no final score.
      const display = isPlaceBased(ranking.method) ? null : (standings[0]?.display ?? null);
      return slide(contest, { place, names: names.get(place) ?? [], display }, standings);
    }),
  ]);
}

/** The name of a contestant as every screen shows it: number, name and unit together. */
export function shownContestant(contestant: Contestant): ShownContestant {
  return { id: contestant.id, number: contestant.number, name: contestant.name, unit: contestant.unit ?? '' };
}

function provisional(category: string, { missing }: CategoryRanking): CeremonyRefusal {
  return { type: 'provisional', category, missing: missing.length };
}

function blocked(category: string, ranking: CategoryRanking, names: ReturnType<typeof placeNames>): CeremonyRefusal {
  const causes = (ranking.blocked ?? []).map(({ places, reason, stage }) => ({
    places: places.flatMap((place) => names.get(place) ?? []),
    reason,
    isAtCut: stage !== undefined,
  }));
  return { type: 'blocked', category, causes };
}

/** [R32] [R33] Not for who did not advance, nor with a result too low for any place. */
function mayHoldPlace({ rules: { minimum } }: AnnouncedContest, { status, result }: Standing): boolean {
  if (status === 'not-advanced') return false;
  return minimum === undefined || result === null || compare(fromExactText(result), fromDecimal(minimum)) >= 0;
}

/** Lowest place first; ranks without an award are left out. */
function byPlace(standings: readonly Standing[], names: ReturnType<typeof placeNames>): [number, Standing[]][] {
  const groups = new Map<number, Standing[]>();
  for (const standing of standings) {
    if (standing.rank === null || !names.has(standing.rank)) continue;
    const group = groups.get(standing.rank);
    if (group === undefined) groups.set(standing.rank, [standing]);
    else group.push(standing);
  }
  return [...groups].toSorted(([a], [b]) => b - a);
}

/**
 * Awards that are no places: by a vote of their own or by one criterion, each from its last to its first; nominations all at
 * once, by number, so that nothing is read into their order.
 */
function awardSteps(
  contest: AnnouncedContest,
  awards: readonly Award[],
  given: readonly AwardWinner[],
): readonly RevealStep[] {
  return awards.flatMap((award) => {
    if (award.kind === 'places' || award.kind === 'band') return [];
    const winners = given.filter((winner) => winner.award === award.id);
    if (winners.length === 0) return [];
    if (isUnordered(award)) {
      const named = performanceOrder(contest.contestants).flatMap(
        ({ id }) => winners.find(({ contestant }) => contestant === id) ?? [],
      );
      const names = [{ award: award.name, numeral: '' }];
      return [{ ...slide(contest, { place: null, names, display: null }, named), isShared: false }];
    }
    const groups = [...groupBy(winners, ({ place }) => place ?? 1)].toSorted(([a], [b]) => b - a);
    const isNumbered = groups.length > 1 || (groups[0]?.[0] ?? 1) > 1;
    return groups.map(([place, equals]) => {
      const names = [{ award: award.name, numeral: isNumbered ? romanNumeral(place) : '' }];
      return slide(contest, { place: null, names, display: null }, equals);
    });
  });
}

function slide(
  contest: AnnouncedContest,
  head: Pick<RevealStep, 'place' | 'names' | 'display'>,
  winners: readonly Pick<AwardWinner, 'contestant' | 'unit'>[],
): RevealStep {
  return {
    ...head,
    isShared: winners.length > 1,
    contestants: winners.map(({ contestant: id, unit }) => {
      const contestant = present(
        contest.contestants.find((each) => each.id === id),
        'a ranked contestant is in the contest',
      );
      return unit === undefined ? shownContestant(contestant) : { id, number: null, name: unit, unit: '' };
    }),
  };
}
