/** What a window says when nothing answers it, for the preload: a table of its own, which carries nothing else into it. */
import { englishNoAnswer } from './en/no-answer.ts';
import { indonesianNoAnswer } from './id/no-answer.ts';
import type { Language } from './language.ts';

export const noAnswer: Readonly<Record<Language, string>> = {
  id: indonesianNoAnswer,
  en: englishNoAnswer,
};
