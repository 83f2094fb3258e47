/** Which language this window speaks: its preload says so before anything is drawn. */
import { languageNamed, type Language } from '../../shared/say/language.ts';

export const language: Language = languageNamed(saidByPreload());

/** Undefined where there is no window. */
function saidByPreload(): string | undefined {
  return typeof window === 'undefined' ? undefined : (window.gelarJuri ?? window.gelarJuriProjector)?.language;
}

/** How dates and times are written, for `Intl`. */
const locales: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

export const locale: string = locales[language];
