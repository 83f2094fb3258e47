/** [R24] Awarded places in words: the name on the trophy is there in every language. */
import { expect, test } from 'vitest';
import { namesLabel, placeName } from '../../shared/say/place-names.ts';
import { wordsOf } from '../../shared/say/words.ts';

const winner = (numeral: string) => ({ award: null, numeral });
const harapan = (numeral: string) => ({ award: 'Harapan', numeral });

test('[R24] an Indonesian reader sees Juara once before several numerals', () => {
  const names = [winner('II'), winner('III'), harapan('I'), harapan('II')];
  expect(namesLabel(wordsOf.id.places, names)).toBe('Juara II, III, Harapan I, II');
});

test('[R24] an English reader sees the place, and what it is called here', () => {
  const names = [winner('II'), winner('III'), harapan('I'), harapan('II')];
  expect(namesLabel(wordsOf.en.places, names)).toBe('2nd place (Juara II), 3rd place (Juara III), Harapan I, II');
  expect(['I', 'IV', 'XI', 'XXI'].map((numeral) => placeName(wordsOf.en.places, winner(numeral)))).toEqual([
    '1st place (Juara I)',
    '4th place (Juara IV)',
    '11th place (Juara XI)',
    '21st place (Juara XXI)',
  ]);
  expect(placeName(wordsOf.en.places, { award: 'Favorit', numeral: '' })).toBe('Favorit');
});
