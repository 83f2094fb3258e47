/** Awarded places in words: `Juara III`, `Harapan I` (R24). */
import type { PlaceName } from '../ranking/place-names.ts';

export interface PlaceWords {
  /** What the winners of a category are called, by their numeral. */
  readonly winner: (numeral: string) => string;
  /** The same right behind another winner: `III` of "Juara II, III". */
  readonly furtherWinner: (numeral: string) => string;
}

/** "Juara III"; "Juara III, Harapan I" where a place has two names; "" where it has none. */
export function placeLabel(
  words: PlaceWords,
  names: ReadonlyMap<number, readonly PlaceName[]>,
  place: number,
  mark: (name: string) => string = (name) => name,
): string {
  return (names.get(place) ?? []).map((name) => mark(placeName(words, name))).join(', ');
}

/** "Juara II, III, Harapan I": of those places that have a name. */
export function placesLabel(
  words: PlaceWords,
  names: ReadonlyMap<number, readonly PlaceName[]>,
  places: readonly number[],
): string {
  return namesLabel(
    words,
    places.flatMap((place) => names.get(place) ?? []),
  );
}

/** The same for the names themselves. */
export function namesLabel(words: PlaceWords, names: readonly PlaceName[]): string {
  return names
    .map((name, at) => {
      const isSame = at > 0 && names[at - 1]?.award === name.award && name.numeral !== '';
      if (!isSame) return placeName(words, name);
      return name.award === null ? words.furtherWinner(name.numeral) : name.numeral;
    })
    .join(', ');
}

/** `Juara III`, `Harapan I`, or the name alone where it has no numeral. */
export function placeName({ winner }: PlaceWords, { award, numeral }: PlaceName): string {
  return award === null ? winner(numeral) : `${award} ${numeral}`.trim();
}
