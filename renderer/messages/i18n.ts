/** Texts of the windows, by language. One namespace per feature; keys are checked by the compiler, in each language. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/say/language.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import { language, onLanguage } from './language.ts';
import type { Texts } from './texts.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: typeof id;
  }
}

const textsOf: Readonly<Record<Language, Texts<typeof id>>> = { id, en };

/** All texts are in the bundle: nothing is loaded, so this is done when it returns. */
export function startMessages(): void {
  document.documentElement.lang = language();
  onLanguage(() => {
    document.documentElement.lang = language();
    void i18next.changeLanguage(language());
  });
  void i18next.use(initReactI18next).init({
    lng: language(),
    fallbackLng: false,
    resources: { ...textsOf },
    defaultNS: 'app',
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}
