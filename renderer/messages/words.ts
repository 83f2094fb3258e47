/** The words of the core in the language of the windows. */
import { wordsOf } from '../../shared/say/words.ts';

export const words = wordsOf.id;
