/**
 * The languages that sentences for people are written in. Adding one does not compile until every table of `say/` and the
 * windows' texts have it. Each process asks once at its start which one it speaks: the application its settings
 * (`electron/main.ts`), a window its preload (`renderer/messages/language.ts`), the command line its environment
 * (`electron/cli/main.ts`). Everything below them is handed the words.
 */
export const languages = ['id', 'en'] as const;

export type Language = (typeof languages)[number];

export const usualLanguage: Language = 'id';

/** The language of that name; the usual one where none is named that this version speaks. */
export function languageNamed(name: string | undefined): Language {
  return languages.find((language) => language === name) ?? usualLanguage;
}
