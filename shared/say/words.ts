/**
 * Every word that the core has for people, by language: `say/<language>/` fills these tables, and neither a language nor an
 * entry can be missing. The core hands out tags with parameters; edges (screens, command line, documents) ask here for the
 * sentence.
 */
import { indonesianTieSteps } from './id/tie-steps.ts';
import type { Language } from './language.ts';
import type { TieStepWords } from './tie-steps.ts';

export interface Words {
  readonly tieSteps: TieStepWords;
}

export const wordsOf: Readonly<Record<Language, Words>> = {
  id: { tieSteps: indonesianTieSteps },
};
