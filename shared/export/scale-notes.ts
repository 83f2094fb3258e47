/** The legend below a score sheet: what the scales mean, and what "TM" is. Criteria with the same scale share one line. */
import type { Criterion } from '../domain/contest-file.ts';
import { compareNumbers, groupBy } from '../lib/order.ts';
import type { JudgedStage } from '../ranking/contest-index.ts';
import { capitalised, type CategoryPlan } from './category-plan.ts';
import { joinWords } from './indonesian.ts';

export function scaleNotes(plan: CategoryPlan, stages: readonly JudgedStage[]): readonly string[] {
  const notes = ['Keterangan:'];
  for (const { stage, rubric } of stages) {
    const groups = groupBy(rubric.criteria, scaleText);
    for (const [scale, criteria] of groups) {
      const names = groups.size === 1 ? 'semua kriteria' : joinWords(criteria.map((criterion) => criterion.name));
      const where = plan.file.stages.length > 1 ? `${stage.name}, ${names}` : capitalised(names);
      notes.push(`•  ${where}: ${scale}`);
    }
    if (rubric.multiplier !== '1') {
      notes.push(`•  ${stage.name}: setiap nilai dikalikan ${comma(rubric.multiplier)} sebelum diberi bobot`);
    }
  }
  notes.push('•  TM: tidak menilai (benturan kepentingan atau berhalangan), tidak ikut dirata-ratakan');
  return notes;
}

function scaleText({ min, max, step, descriptors }: Criterion): string {
  const range = `skala ${comma(min)} sampai ${comma(max)}, kelipatan ${comma(step)}`;
  const levels = Object.entries(descriptors ?? {})
    .toSorted(([a], [b]) => compareNumbers(Number(b), Number(a)))
    .map(([score, meaning]) => `${comma(score)} = ${meaning}`);
  return levels.length === 0 ? range : `${range}; ${levels.join('; ')}`;
}

function comma(decimal: string): string {
  return decimal.replace('.', ',');
}
