/** Texts of the windows, by language. One namespace per feature; keys are checked by the compiler, in each language. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/say/language.ts';
import { id } from './id.ts';
import { language } from './language.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: typeof id;
  }
}

/** The same keys in every language, whatever stands there. */
type Texts<Of> = { readonly [Key in keyof Of]: Of[Key] extends string ? string : Texts<Of[Key]> };

const textsOf: Readonly<Record<Language, Texts<typeof id>>> = { id };

/** All texts are in the bundle: nothing is loaded, so this is done when it returns. */
export function startMessages(): void {
  document.documentElement.lang = language;
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { ...textsOf },
    defaultNS: 'app',
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}
