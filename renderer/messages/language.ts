/**
 * Which language this window speaks: what was chosen in it, else what its preload says, before anything is drawn. Another one is
 * spoken at once, in the page as it stands: what is open, typed or begun stays.
 */
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { languageNamed, type Language } from '../../shared/say/language.ts';

const chosenHere = 'gelar-juri/bahasa';

/** How dates and times are written, for `Intl`. */
const locales: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' };

let spoken: Language = languageNamed(chosen() ?? saidByPreload());
const listeners = new Set<() => void>();

export function language(): Language {
  return spoken;
}

/** Draws whoever asks anew when another language is spoken; who uses `useTranslation` is. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, language);
}

/** Gives the function that ends it. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Runs `adapt` each time that another language has been chosen while the caller is on the screen. */
export function useOtherLanguage(adapt: () => void): void {
  const run = useEffectEvent(adapt);
  useEffect(() => onLanguage(() => run()), []);
}

/**
 * What was said once and cannot be said anew, as what was refused or came back: null again as soon as another language is spoken, so
 * that no sentence stands in a language that the window no longer speaks.
 */
export function useSaid<Said>(): readonly [Said | null, (said: Said | null) => void] {
  const [said, say] = useState<Said | null>(null);
  useOtherLanguage(() => say(null));
  return [said, say];
}

export function speak(next: Language): void {
  if (next === spoken) return;
  spoken = next;
  try {
    sessionStorage.setItem(chosenHere, next);
  } catch {
    // A page that is read anew asks its preload.
  }
  for (const listener of listeners) listener();
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

/** Writes moments as the language has it that is spoken then. */
export function dateFormat(options: Intl.DateTimeFormatOptions): { readonly format: (at: number | Date) => string } {
  const made = new Map<Language, Intl.DateTimeFormat>();
  return {
    format: (at) => {
      const format = made.get(spoken) ?? new Intl.DateTimeFormat(locales[spoken], options);
      made.set(spoken, format);
      return format.format(at);
    },
  };
}

/** Whole numbers, `1.234` or `1,234`. */
export function counted(count: number): string {
  return count.toLocaleString(locales[spoken]);
}
