/**
 * Which language this window speaks: what was chosen in it, else what its preload says, before anything is drawn. Another one is
 * spoken after the page has been read anew: nothing of it is left in the old one, and what is kept is not in the page.
 */
import { languageNamed, type Language } from '../../shared/say/language.ts';

const chosenHere = 'gelar-juri/bahasa';

export const language: Language = languageNamed(chosen() ?? saidByPreload());

/** Reads the page anew in that language; what is not saved has to be by then. */
export function speak(next: Language): void {
  if (next === language) return;
  try {
    sessionStorage.setItem(chosenHere, next);
  } catch {
    // The next window speaks it.
  }
  if (chosen() === next) window.location.reload();
}

function chosen(): string | undefined {
  try {
    return sessionStorage.getItem(chosenHere) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Undefined where there is no window. */
function saidByPreload(): string | undefined {
  return typeof window === 'undefined' ? undefined : (window.gelarJuri ?? window.gelarJuriProjector)?.language;
}

/** How dates and times are written, for `Intl`. */
const locales: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

export const locale: string = locales[language];
