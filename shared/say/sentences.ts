/** What sentences about a contest are made of in every language: its own names, and where a given text ends. */
import type { JurorId } from '../domain/ids.ts';
import type { ContestFile } from '../domain/setup/contest-file.ts';

/** A text as the end of a sentence: one that ends by itself gets no second full stop. */
export function ended(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

export function stageName(file: ContestFile, id: string): string {
  return file.stages.find((stage) => stage.id === id)?.name ?? id;
}

export function criterionName(file: ContestFile, id: string): string {
  return file.rubrics.flatMap((rubric) => rubric.criteria).find((criterion) => criterion.id === id)?.name ?? id;
}

export function jurorName(file: ContestFile, id: JurorId): string {
  return file.jurors.find((juror) => juror.id === id)?.name ?? id;
}
