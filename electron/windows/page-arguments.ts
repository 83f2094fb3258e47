/** What a page is told before it is drawn: arguments of its process, which the preloads read. */
import type { Language } from '../../shared/say/language.ts';

export function languageArgument(language: Language): string {
  return `--gelar-juri-language=${language}`;
}

/** Whose contest is being opened behind the page, so that it reads that person's first screen meanwhile. */
export function openingArgument(kind: 'committee' | 'juror'): string {
  return `--gelar-juri-opening=${kind}`;
}
