/** A contest for runs of the shell: one category, four groups, one criterion, two jurors. Names are unmistakable in a dump. */
import { contestFileSchema, type ContestFile } from '../../shared/domain/setup/contest-file.ts';

export const groups = ['delima', 'nangka', 'sirsak', 'kedondong'].map((word, index) => ({
  id: word,
  name: `Kelompok ${word}`,
  unit: `Unit-${word}`,
  number: index + 1,
}));

export const smallContest: ContestFile = contestFileSchema.parse({
  format: 'gelar-juri/contest@1',
  contest: { name: 'Lomba Kecil', organizer: 'Panitia Kecil', example: true },
  categories: [{ id: 'kat', name: 'Kategori Satu' }],
  stages: [{ id: 'tahap', name: 'Presentasi', weight: '100' }],
  rubrics: [
    {
      id: 'rubrik',
      stage: 'tahap',
      criteria: [{ id: 'isi', name: 'Isi', weight: '100', min: '0', max: '100', step: '0.0001' }],
    },
  ],
  jurors: [
    { id: 'j1', name: 'Juri 1 (contoh)' },
    { id: 'j2', name: 'Juri 2 (contoh)' },
  ],
  contestants: groups.map((group) => ({ ...group, category: 'kat', status: 'performed' })),
  rules: { method: 'mean', tieBreak: ['chair'], places: 3 },
});

/** Scores that no other text looks like; the juror decides the whole part, the group the order: nangka, delima, kedondong, sirsak. */
export function scoreOf(juror: 'j1' | 'j2', group: string): string {
  const fractions: Readonly<Record<string, string>> = { delima: '7', nangka: '8', sirsak: '5', kedondong: '6' };
  return `${juror === 'j1' ? 71 : 82}.${fractions[group] ?? '0'}319`;
}
