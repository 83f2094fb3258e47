/** A small contest: one category of four groups, two stages, three jurors. */
import type { Command } from '../../../shared/domain/facts/commands.ts';
import type { ContestSetup } from '../../../shared/domain/setup/contest-file.ts';
import { contestSetupSchema } from '../../../shared/domain/setup/contest-file.ts';

export const sampleSetup: ContestSetup = contestSetupSchema.parse({
  contest: { name: 'Gelar Budaya Kerja (contoh)', example: true },
  categories: [{ id: 'kesehatan', name: 'Kesehatan' }],
  stages: [
    { id: 'presentasi', name: 'Presentasi', weight: '70' },
    { id: 'risalah', name: 'Risalah', weight: '30' },
  ],
  rubrics: [
    {
      id: 'r-presentasi',
      stage: 'presentasi',
      criteria: [
        {
          id: 'alur',
          name: 'Alur langkah jelas dan runtut',
          weight: '50',
          min: '0',
          max: '100',
          step: '0.5',
          aspect: 'Isi',
          descriptors: {
            '60': 'Kurang: langkah tidak lengkap',
            '75': 'Baik: langkah lengkap',
            '90': 'Sangat baik: langkah lengkap, runtut, dan saling menjelaskan',
          },
        },
        { id: 'penguasaan', name: 'Penguasaan materi', weight: '30', min: '0', max: '100', step: '0.5', aspect: 'Isi' },
        {
          id: 'tim',
          name: 'Kerja sama tim',
          weight: '20',
          min: '0',
          max: '100',
          step: '1',
          aspect: 'Penampilan',
          noteBelow: '50',
        },
      ],
    },
    {
      id: 'r-risalah',
      stage: 'risalah',
      criteria: [{ id: 'tema', name: 'Tema dan sasaran', weight: '100', min: '1', max: '5', step: '0.1' }],
    },
  ],
  jurors: [
    { id: 'juri-1', name: 'Juri 1 (contoh)' },
    { id: 'juri-2', name: 'Juri 2 (contoh)' },
    { id: 'juri-3', name: 'Juri 3 (contoh)' },
  ],
  contestants: [
    {
      id: 'melati',
      number: 1,
      name: 'KBK Melati',
      unit: 'RSUD Kartini',
      title: 'Antrean obat lebih cepat',
      category: 'kesehatan',
      status: 'waiting',
    },
    { id: 'mawar', number: 2, name: 'KBK Mawar', unit: 'Puskesmas Bangsri', category: 'kesehatan', status: 'waiting' },
    {
      id: 'kenanga',
      number: 3,
      name: 'KBK Kenanga',
      unit: 'Dinas Kesehatan',
      category: 'kesehatan',
      status: 'waiting',
    },
    {
      id: 'anggrek',
      number: 4,
      name: 'KBK Anggrek',
      unit: 'Puskesmas Mlonggo',
      category: 'kesehatan',
      status: 'waiting',
    },
  ],
  rules: { method: 'mean' },
});

export const sampleFounding: Extract<Command, { type: 'found-contest' }> = {
  type: 'found-contest',
  setup: sampleSetup,
  recusals: [],
  absences: [],
  penalties: [],
  decisions: [],
};
