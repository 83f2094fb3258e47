/** Awarded places in Bahasa Indonesia. */
import type { PlaceWords } from '../place-names.ts';

export const indonesianPlaces: PlaceWords = {
  winner: (numeral) => `Juara ${numeral}`,
  furtherWinner: (numeral) => numeral,
};
