/**
 * What the awarded places of a category are called: the winners' own name to the number of places, then the lists of places
 * that the contest declares, e.g. `Harapan I` from place 4 (rule R24). One naming for screens, ceremony and documents, which
 * `say/place-names.ts` puts into words.
 */
import type { Award } from '../domain/setup/contest-file.ts';
import type { CategoryId } from '../domain/ids.ts';
import { romanNumeral } from '../lib/roman.ts';

/** What of a setup gives the places their names. */
export interface NamedPlaces {
  readonly awards: readonly Award[];
  readonly rules: { readonly places: number };
}

export interface PlaceName {
  /** The award's own name; null for the winners of the category. */
  readonly award: string | null;
  /** `III`, or "" where the award has one place only. */
  readonly numeral: string;
}

/** The names of each awarded place of the category; a place may have several. */
export function placeNames(setup: NamedPlaces, category: CategoryId): ReadonlyMap<number, readonly PlaceName[]> {
  const names = new Map<number, PlaceName[]>();
  const name = (place: number, award: string | null, numeral: string): void => {
    names.set(place, [...(names.get(place) ?? []), { award, numeral }]);
  };
  for (let place = 1; place <= setup.rules.places; place += 1) name(place, null, romanNumeral(place));
  for (const award of setup.awards) {
    if (award.kind !== 'places' || award.categories?.includes(category) === false) continue;
    for (let at = 0; at < award.count; at += 1) {
      name(award.from + at, award.name, award.count > 1 ? romanNumeral(at + 1) : '');
    }
  }
  return names;
}
