/**
 * From standings to reveal steps: one slide per awarded place, from the lowest to Juara I, equals together on theirs
 * (rules C1, C2). Nothing is announced that may still change: a provisional or blocked category is refused with the
 * reason (rule C3).
 */
import type { CategoryId, Contestant } from '../domain/contest-file.ts';
import { present } from '../lib/assert.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { romanNumeral } from '../lib/roman.ts';
import type { CategoryRanking, Standing } from '../ranking/types.ts';
import type { RevealedPlace, ShownContestant } from './view.ts';

export interface CeremonyRefusal {
  readonly type: 'provisional' | 'blocked' | 'nobody-ranked' | 'unknown-category';
  /** Bahasa Indonesia; says what to do. */
  readonly message: string;
}

/** What of a contest file the steps are made of. */
export interface AnnouncedContest {
  readonly categories: readonly { readonly id: CategoryId; readonly name: string }[];
  readonly contestants: readonly Contestant[];
  readonly rules: { readonly places: number };
}

/** The slides of one category, lowest place first; at least one. `places`: 1 or more, as the rules of the contest say. */
export function revealSteps(
  contest: AnnouncedContest,
  ranking: CategoryRanking,
  places: number = contest.rules.places,
): Result<readonly RevealedPlace[], CeremonyRefusal> {
  const category = contest.categories.find((each) => each.id === ranking.category);
  if (category === undefined) {
    return err({ type: 'unknown-category', message: 'Kategori ini tidak ada lagi. Pilih kategori lain.' });
  }
  if (ranking.provisional) return err(provisional(category.name, ranking));
  if (ranking.blocked !== null) return err(blocked(category.name, ranking));
  const awarded = byPlace(ranking.standings, places);
  if (awarded.length === 0) {
    const message = `Kategori ${category.name} belum mempunyai peringkat, jadi belum ada yang dapat diumumkan.`;
    return err({ type: 'nobody-ranked', message });
  }
  return ok(awarded.map(([place, standings]) => slide(contest, place, standings)));
}

/** "Juara III"; equals carry "(bersama)". */
export function placeLabel(place: number, together: boolean): string {
  return `Juara ${romanNumeral(place)}${together ? ' (bersama)' : ''}`;
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

function blocked(category: string, ranking: CategoryRanking): CeremonyRefusal {
  const causes = (ranking.blocked ?? []).map(({ places, reason }) => {
    const names = places.map(romanNumeral).join(', ');
    return reason === 'tie'
      ? `nilai sama pada Juara ${names} belum diputuskan`
      : `Juara ${names} tidak mempunyai juri yang menilai`;
  });
  const message = `Kategori ${category} belum dapat diumumkan: ${causes.join('; ')}. Selesaikan dahulu di halaman Peringkat.`;
  return { type: 'blocked', message };
}

function byPlace(standings: readonly Standing[], places: number): [number, Standing[]][] {
  const groups = new Map<number, Standing[]>();
  for (const standing of standings) {
    if (standing.rank === null || standing.rank > places) continue;
    const group = groups.get(standing.rank);
    if (group === undefined) groups.set(standing.rank, [standing]);
    else group.push(standing);
  }
  return [...groups].toSorted(([a], [b]) => b - a);
}

function slide(contest: AnnouncedContest, place: number, standings: readonly Standing[]): RevealedPlace {
  return {
    place,
    label: placeLabel(place, standings.length > 1),
    contestants: standings.map(({ contestant: id }) => {
      const contestant = contest.contestants.find((each) => each.id === id);
      return shownContestant(present(contestant, 'a ranked contestant is in the contest'));
    }),
    display: standings[0]?.display ?? null,
  };
}
