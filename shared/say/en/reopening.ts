/** Why something is open again, in English. */
import type { ReopeningWords } from '../reopening.ts';

export const englishReopening: ReopeningWords = {
  'judged-again': (contestants) => `Judged again: ${contestants.join(', ')}`,
  'came-in': (contestants) => `New in this category: ${contestants.join(', ')}`,
};
