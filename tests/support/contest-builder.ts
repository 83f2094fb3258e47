/** Contest files for tests: one category and one stage with a plain rubric, changed as a test needs it. */
import { contestFileSchema, type ContestFile, type ContestSetup } from '../../shared/domain/setup/contest-file.ts';

export type ContestInput = Record<string, unknown>;

/** A whole contest file in one category `c` and one stage `s`; `overrides` replaces top-level keys. */
export function contestOf(overrides: ContestInput): ContestFile {
  return contestFileSchema.parse({ ...plainContest(), ...overrides });
}

/** The file without what happened since the contest was set up: its scores, exemptions, penalties and decisions. */
export function setupIn(file: ContestFile): ContestSetup {
  const {
    format: _format,
    scores: _scores,
    recusals: _recusals,
    absences: _absences,
    penalties: _penalties,
    decisions: _decisions,
    ...setup
  } = file;
  return setup;
}

/** The same before the grammar, for tests that break it. */
export function plainContest(): ContestInput {
  return {
    format: 'gelar-juri/contest@1',
    contest: { name: 'Lomba (contoh)' },
    categories: [{ id: 'c', name: 'Kategori' }],
    stages: [{ id: 's', name: 'Presentasi', weight: '100' }],
    rubrics: [rubric('r', 's', [criterion('nilai', '100')])],
    jurors: jurors(3),
    contestants: contestants(3),
    rules: { method: 'mean' },
  };
}

export function jurors(count: number): { id: string; name: string }[] {
  return Array.from({ length: count }, (_, index) => ({ id: `j${index + 1}`, name: `Juri ${index + 1} (contoh)` }));
}

export function contestants(count: number): ContestInput[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `k${index + 1}`,
    number: index + 1,
    name: `KBK Contoh ${index + 1}`,
    category: 'c',
    status: 'performed',
  }));
}

export function criterion(id: string, weight: string, more: ContestInput = {}): ContestInput {
  return { id, name: `Kriteria ${id}`, weight, min: '0', max: '100', ...more };
}

export function rubric(
  id: string,
  stage: string,
  criteria: readonly ContestInput[],
  more: ContestInput = {},
): ContestInput {
  return { id, stage, criteria, ...more };
}

/** Scores of one criterion from a table: a row per contestant, a column per juror; null leaves the sheet out. */
export function table(rows: readonly (readonly (number | string | null)[])[], criterionId = 'nilai'): ContestInput[] {
  return rows.flatMap((row, contestant) =>
    row.flatMap((value, juror) =>
      value === null
        ? []
        : [{ juror: `j${juror + 1}`, contestant: `k${contestant + 1}`, criterion: criterionId, value: String(value) }],
    ),
  );
}
