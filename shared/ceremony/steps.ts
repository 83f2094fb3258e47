/**
 * From standings to reveal steps: one slide per awarded place, from the lowest to Juara I, equals together on theirs
 * (rules C1, C2). Nothing is announced that may still change: a provisional or blocked category is refused with the
 * reason (rule C3).
 */
import {
  wholeContest,
  type Award,
  type CategoryId,
  type Contestant,
  type ContestantId,
} from '../domain/setup/contest-file.ts';
import { performanceOrder } from '../domain/contest.ts';
import { present } from '../lib/assert.ts';
import { groupBy } from '../lib/order.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { romanNumeral } from '../lib/roman.ts';
import { isContestWide, isUnordered } from '../ranking/awards.ts';
import { isPlaceBased } from '../ranking/methods.ts';
import { placeLabel, placeNames, placesLabel } from '../ranking/place-names.ts';
import type { AwardWinner, CategoryRanking, RankAnswer, Standing } from '../ranking/types.ts';
import type { RevealedPlace, ShownContestant } from './view.ts';

/** Said of equals. */
const together = ' (bersama)';

/** What the announcement of those awards is called where a category's name stands otherwise. */
export const wholeContestName = 'Penghargaan seluruh lomba';

export interface CeremonyRefusal {
  readonly type: 'provisional' | 'blocked' | 'nobody-ranked' | 'unknown-category';
  /** Bahasa Indonesia; says what to do. */
  readonly message: string;
}

/** What of a contest file the steps are made of. */
export interface AnnouncedContest {
  readonly categories: readonly { readonly id: CategoryId; readonly name: string }[];
  readonly contestants: readonly Contestant[];
  readonly awards: readonly Award[];
  readonly rules: { readonly places: number };
}

/** The slides of a category, or of the awards over the whole contest. */
export function announcedSteps(
  contest: AnnouncedContest,
  answer: RankAnswer,
  category: CategoryId,
): Result<readonly RevealedPlace[], CeremonyRefusal> {
  if (category === wholeContest) return contestSteps(contest, answer);
  const ranking = answer.categories.find((each) => each.category === category);
  if (ranking === undefined) return err(unknownCategory);
  return revealSteps(contest, ranking);
}

/** True when the contest gives awards over all its categories, so that there is something to announce beside them. */
export function hasContestAwards(contest: Pick<AnnouncedContest, 'awards'>): boolean {
  return contest.awards.some(isContestWide);
}

/** Those awards in the order of the contest; one that follows the scores waits until they are complete. */
function contestSteps(
  contest: AnnouncedContest,
  answer: RankAnswer,
): Result<readonly RevealedPlace[], CeremonyRefusal> {
  const open = contest.awards
    .filter((award) => isContestWide(award) && award.kind === 'criterion')
    .flatMap(({ categories }) =>
      answer.categories.filter(
        ({ category, provisional: isOpen }) => isOpen && (categories?.includes(category) ?? true),
      ),
    );
  const [first] = open;
  if (first !== undefined) {
    const name = contest.categories.find(({ id }) => id === first.category)?.name ?? first.category;
    return err(provisional(name, first));
  }
  const steps = awardSteps(contest, contest.awards.filter(isContestWide), answer.awards ?? []);
  if (steps.length > 0) return ok(steps);
  return err({
    type: 'nobody-ranked',
    message: 'Penghargaan seluruh lomba belum ada penerimanya. Isi dahulu di Rubrik & aturan, bagian Penghargaan.',
  });
}

const unknownCategory: CeremonyRefusal = {
  type: 'unknown-category',
  message: 'Kategori ini tidak ada lagi. Pilih kategori lain.',
};

/** The slides of one category, lowest place first; at least one. `places`: 1 or more, as the rules of the contest say. */
export function revealSteps(
  contest: AnnouncedContest,
  ranking: CategoryRanking,
  places: number = contest.rules.places,
): Result<readonly RevealedPlace[], CeremonyRefusal> {
  const category = contest.categories.find((each) => each.id === ranking.category);
  if (category === undefined) return err(unknownCategory);
  if (ranking.provisional) return err(provisional(category.name, ranking));
  const names = placeNames({ awards: contest.awards, rules: { places } }, category.id);
  if (ranking.blocked !== null) return err(blocked(category.name, ranking, names));
  const awarded = byPlace(ranking.standings, names);
  if (awarded.length === 0) {
    const message = `Kategori ${category.name} belum mempunyai peringkat, jadi belum ada yang dapat diumumkan.`;
    return err({ type: 'nobody-ranked', message });
  }
  return ok([
    ...awardSteps(
      contest,
      contest.awards.filter((award) => !isContestWide(award)),
      ranking.awards,
    ),
    ...awarded.map(([place, standings]) => {
      const label = placeLabel(names, place) + (standings.length > 1 ? together : '');
      // The place of the Skating System and the points of a Borda count are no final score.
      const display = isPlaceBased(ranking.method) ? null : (standings[0]?.display ?? null);
      return slide(contest, { place, label, display }, standings);
    }),
  ]);
}

/** The name of a contestant as every screen shows it: number, name and unit together. */
export function shownContestant(contestant: Contestant): ShownContestant {
  return { number: contestant.number, name: contestant.name, unit: contestant.unit ?? '' };
}

function provisional(category: string, { missing }: CategoryRanking): CeremonyRefusal {
  const sheets = missing.length === 0 ? '' : ` Masih ada ${missing.length} lembar penilaian yang belum dikunci.`;
  const message = `Kategori ${category} belum dapat diumumkan: hasilnya masih sementara.${sheets} Lengkapi dahulu di halaman Pemantauan.`;
  return { type: 'provisional', message };
}

function blocked(category: string, ranking: CategoryRanking, names: ReturnType<typeof placeNames>): CeremonyRefusal {
  const causes = (ranking.blocked ?? []).map(({ places, reason }) => {
    const awards = placesLabel(names, places);
    return reason === 'tie'
      ? `nilai sama pada ${awards} belum diputuskan`
      : `${awards} belum dapat ditetapkan, karena ada peserta atau syarat tanpa juri yang menilai`;
  });
  const message = `Kategori ${category} belum dapat diumumkan: ${causes.join('; ')}. Selesaikan dahulu di halaman Peringkat.`;
  return { type: 'blocked', message };
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
): readonly RevealedPlace[] {
  return awards.flatMap((award) => {
    if (award.kind !== 'list' && award.kind !== 'criterion') return [];
    const winners = given.filter((winner) => winner.award === award.id);
    if (winners.length === 0) return [];
    if (isUnordered(award)) {
      const named = performanceOrder(contest.contestants).flatMap(
        ({ id }) => winners.find(({ contestant }) => contestant === id) ?? [],
      );
      return [slide(contest, { place: null, label: award.name, display: null }, named)];
    }
    const groups = [...groupBy(winners, ({ place }) => place ?? 1)].toSorted(([a], [b]) => b - a);
    const isNumbered = groups.length > 1 || (groups[0]?.[0] ?? 1) > 1;
    return groups.map(([place, equals]) => {
      const label = `${award.name}${isNumbered ? ` ${romanNumeral(place)}` : ''}${equals.length > 1 ? together : ''}`;
      return slide(contest, { place: null, label, display: null }, equals);
    });
  });
}

function slide(
  contest: AnnouncedContest,
  head: Pick<RevealedPlace, 'place' | 'label' | 'display'>,
  winners: readonly { readonly contestant: ContestantId }[],
): RevealedPlace {
  return {
    ...head,
    contestants: winners.map(({ contestant: id }) => {
      const contestant = contest.contestants.find((each) => each.id === id);
      return shownContestant(present(contestant, 'a ranked contestant is in the contest'));
    }),
  };
}
