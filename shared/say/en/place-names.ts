/** Awarded places in English. The name on the trophy and in the decree stands beside: it is what people know. */
import { romanValue } from '../../lib/roman.ts';
import type { PlaceWords } from '../place-names.ts';
import { ordinal } from './sentences.ts';

export const englishPlaces: PlaceWords = { winner, furtherWinner: winner };

/** `1st place (Juara I)`. */
function winner(numeral: string): string {
  return `${ordinal(romanValue(numeral))} place (Juara ${numeral})`;
}
