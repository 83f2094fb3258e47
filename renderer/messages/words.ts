/** The words of the core in the language that the windows speak now. */
import { spokenWords } from '../../shared/say/spoken.ts';
import { language } from './language.ts';

export const words = spokenWords(language);
