/** The words of the core in the language of the windows. */
import { wordsOf } from '../../shared/say/words.ts';
import { language } from './language.ts';

export const words = wordsOf[language];
