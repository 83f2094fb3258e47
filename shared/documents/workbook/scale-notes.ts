/**
 * The legend below a score sheet: the scales with their level words, and what "TM" is. A line per scale; what a descriptor
 * says after its first colon stays with the rubric, because a sheet of paper has no room for all of them.
 */
import type { Criterion } from '../../domain/setup/contest-file.ts';
import { compareNumbers, groupBy } from '../../lib/order.ts';
import type { JudgedStage } from '../../ranking/contest-index.ts';
import type { CategoryPlan } from '../model/category-plan.ts';
import { joinWords } from '../model/indonesian.ts';

export function scaleNotes(plan: CategoryPlan, stages: readonly JudgedStage[]): readonly string[] {
  const hasStages = plan.file.stages.length > 1;
  const parts = stages.flatMap(({ stage, rubric }) => {
    const groups = [...groupBy(rubric.criteria, scaleText)];
    return groups.map(([scale, criteria]) => {
      const names = groups.length === 1 ? '' : joinWords(criteria.map((criterion) => criterion.name));
      return { scale, where: [hasStages ? stage.name : '', names].filter((one) => one !== '').join(', ') };
    });
  });
  const notes = ['Keterangan:'];
  const isOneScale = new Set(parts.map((part) => part.scale)).size === 1;
  if (isOneScale) notes.push(`•  Skala ${parts[0]?.scale ?? ''}`);
  else for (const { scale, where } of parts) notes.push(`•  ${where}: skala ${scale}`);
  for (const { stage, rubric } of stages) {
    if (rubric.multiplier === '1') continue;
    notes.push(`•  ${stage.name}: setiap nilai dikalikan ${comma(rubric.multiplier)} sebelum diberi bobot`);
  }
  notes.push('•  TM: tidak menilai (benturan kepentingan atau berhalangan), tidak ikut dirata-ratakan');
  return notes;
}

/** `0–100, kelipatan 0,5: 90 Sangat baik · 80 Baik`. */
function scaleText({ min, max, step, descriptors }: Criterion): string {
  const range = `${comma(min)}–${comma(max)}, kelipatan ${comma(step)}`;
  const levels = Object.entries(descriptors ?? {})
    .toSorted(([a], [b]) => compareNumbers(Number(b), Number(a)))
    .map(([score, meaning]) => `${comma(score)} ${levelWord(meaning)}`);
  return levels.length === 0 ? range : `${range}: ${levels.join(' · ')}`;
}

function levelWord(meaning: string): string {
  const colon = meaning.indexOf(':');
  return (colon === -1 ? meaning : meaning.slice(0, colon)).trim();
}

function comma(decimal: string): string {
  return decimal.replace('.', ',');
}
