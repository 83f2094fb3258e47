import { expect, test } from 'vitest';
import { textsOfCore, textsOfWindows } from '../support/words-of-languages.ts';
import { languageNamed, languages, usualLanguage } from '../../shared/say/language.ts';

test('a language is known by its name, and the usual one is spoken where none is known', () => {
  expect(languages.map(languageNamed)).toEqual(languages);
  expect(languageNamed('klingon')).toBe(usualLanguage);
  expect(languageNamed(undefined)).toBe(usualLanguage);
});

test.each(languages)('what is said in the application sends nobody to the command line (%s)', (language) => {
  const texts = [...textsOfWindows(language).map(([, text]) => text), ...textsOfCore(language)];
  expect(texts.length).toBeGreaterThan(1000);
  expect(texts.filter((text) => /baris perintah|command line/i.test(text))).toEqual([]);
});
