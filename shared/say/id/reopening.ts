/** Why something is open again, in Bahasa Indonesia. */
import type { ReopeningWords } from '../reopening.ts';

export const indonesianReopening: ReopeningWords = {
  'judged-again': (contestants) => `${contestants.join(', ')} kembali dinilai`,
  'came-in': (contestants) => `Peserta masuk kategori ini: ${contestants.join(', ')}`,
};
