/** The steps of the tie-break chain in Bahasa Indonesia. */
import type { TieStepWords } from '../tie-steps.ts';

export const indonesianTieSteps: TieStepWords = {
  stage: {
    offered: (name) => `Nilai babak: ${name}`,
    decided: (name) => `nilai babak ${name}`,
    printed: (name) => `nilai ${name}`,
    compared: (name) => `nilai ${name}`,
  },
  criterion: {
    offered: (name) => `Nilai kriteria: ${name}`,
    decided: (name) => `kriteria ${name}`,
    printed: (name) => `nilai ${name}`,
    compared: (name) => `rata-rata ${name}`,
  },
  aspect: {
    offered: (name) => `Nilai aspek: ${name}`,
    decided: (name) => `aspek ${name}`,
    printed: (name) => `nilai aspek ${name}`,
    compared: (name) => `rata-rata berbobot aspek ${name}`,
  },
  'juror-firsts': {
    offered: 'Paling banyak juri yang menempatkan pertama',
    decided: 'jumlah juri yang menempatkannya terbaik',
    printed: 'jumlah juri yang menempatkan pertama',
    compared: 'juri yang menempatkan terbaik',
  },
  'head-to-head': {
    offered: 'Juri yang memberi nilai lebih tinggi (bila tepat dua)',
    decided: 'jumlah juri yang memberi nilai lebih tinggi',
    printed: 'perbandingan langsung antarjuri',
    compared: 'juri yang memberi nilai lebih tinggi',
  },
  'fewest-penalties': {
    offered: 'Pengurangan nilai paling sedikit',
    decided: 'pengurangan paling sedikit',
    printed: 'pengurangan paling sedikit',
    compared: 'pengurangan (yang lebih sedikit unggul)',
  },
  chair: {
    offered: 'Musyawarah dewan juri',
    decided: 'keputusan ketua',
    printed: 'keputusan ketua',
    compared: 'keputusan ketua dewan juri',
  },
  draw: { offered: 'Undian', decided: 'undian', printed: 'undian', compared: 'undian' },
};
