/** How a page is told which language it speaks: an argument of its process, which the preloads read before anything is drawn. */
import type { Language } from '../../shared/say/language.ts';

export function languageArgument(language: Language): string {
  return `--gelar-juri-language=${language}`;
}
