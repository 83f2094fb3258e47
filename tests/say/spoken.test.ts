/** Words that were handed out before a language was chosen follow the choice. */
import { expect, test } from 'vitest';
import type { Language } from '../../shared/say/language.ts';
import { spokenWords } from '../../shared/say/spoken.ts';
import { wordsOf } from '../../shared/say/words.ts';

test('what was taken apart before the choice speaks the other language after it', () => {
  let language: Language = 'id';
  const words = spokenWords(() => language);
  const { refused, dialogs } = words.application;
  const { kinds } = dialogs;
  expect([refused.noFolder, kinds.pdf]).toEqual([
    wordsOf.id.application.refused.noFolder,
    wordsOf.id.application.dialogs.kinds.pdf,
  ]);

  language = 'en';
  expect([refused.noFolder, kinds.pdf, refused.pinWait(2)]).toEqual([
    'No contest is open. Open or make a contest first.',
    'PDF document',
    'Too many wrong PINs. Wait 2 seconds, then try again.',
  ]);
  expect(words.documents.remarks.undecided).toEqual(['Tie at rank ', ', not decided yet']);
  expect(words.numbers.decimalSign).toBe('.');
});
