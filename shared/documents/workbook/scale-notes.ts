/**
 * The legend below a score sheet: the scales with their level words, and what "TM" is. A line per scale; what a descriptor
 * says after its first colon stays with the rubric, because a sheet of paper has no room for all of them.
 */
import type { Criterion } from '../../domain/setup/contest-file.ts';
import { compareNumbers, groupBy } from '../../lib/order.ts';
import type { JudgedStage } from '../../ranking/contest-index.ts';
import type { CategoryPlan } from '../model/category-plan.ts';
import type { DocumentWords } from '../../say/documents.ts';

export function scaleNotes(plan: CategoryPlan, stages: readonly JudgedStage[]): readonly string[] {
  const words = plan.words.documents;
  const { notes: said } = words;
  const hasStages = plan.file.stages.length > 1;
  const parts = stages.flatMap(({ stage, rubric }) => {
    const groups = [...groupBy(rubric.criteria, (criterion) => scaleText(words, criterion))];
    return groups.map(([scale, criteria]) => {
      const names = groups.length === 1 ? '' : words.joined(criteria.map((criterion) => criterion.name));
      return { scale, where: [hasStages ? stage.name : '', names].filter((one) => one !== '').join(', ') };
    });
  });
  const notes = [said.legend];
  const isOneScale = new Set(parts.map((part) => part.scale)).size === 1;
  if (isOneScale) notes.push(said.oneScale(parts[0]?.scale ?? ''));
  else for (const { scale, where } of parts) notes.push(said.scaleOf(where, scale));
  for (const { stage, rubric } of stages) {
    if (rubric.multiplier === '1') continue;
    notes.push(said.multiplied(stage.name, rubric.multiplier));
  }
  notes.push(said.notJudged);
  return notes;
}

/** `0–100, kelipatan 0,5: 90 Sangat baik · 80 Baik`. */
function scaleText({ notes }: DocumentWords, criterion: Criterion): string {
  const levels = Object.entries(criterion.descriptors ?? {})
    .toSorted(([a], [b]) => compareNumbers(Number(b), Number(a)))
    .map(([score, meaning]) => ({ score, meaning: levelWord(meaning) }));
  return notes.scale(criterion, levels);
}

function levelWord(meaning: string): string {
  const colon = meaning.indexOf(':');
  return (colon === -1 ? meaning : meaning.slice(0, colon)).trim();
}
