import { expect, test } from 'vitest';
import { languageNamed, languages, usualLanguage } from '../../shared/say/language.ts';

test('a language is known by its name, and the usual one is spoken where none is known', () => {
  expect(languages.map(languageNamed)).toEqual(languages);
  expect(languageNamed('klingon')).toBe(usualLanguage);
  expect(languageNamed(undefined)).toBe(usualLanguage);
});
