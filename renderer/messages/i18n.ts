/** Texts of the windows. One namespace per feature; keys are checked by the compiler. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { id } from './id.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: typeof id;
  }
}

/** All texts are in the bundle: nothing is loaded, so this is done when it returns. */
export function startMessages(): void {
  void i18next.use(initReactI18next).init({
    lng: 'id',
    fallbackLng: 'id',
    resources: { id },
    defaultNS: 'app',
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}
