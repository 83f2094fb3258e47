/** Names of a contest file for people: contestants always by number, name and unit together. */
import type { ContestFile, ContestantId } from '../../../shared/domain/contest-file.ts';
import { contestantText } from '../../ui/contestant-name.tsx';

export function contestantName(file: ContestFile, id: ContestantId): string {
  const contestant = file.contestants.find((each) => each.id === id);
  return contestant === undefined ? id : contestantText(contestant);
}

export function contestantNames(file: ContestFile, ids: readonly ContestantId[], separator = '; '): string {
  return ids.map((id) => contestantName(file, id)).join(separator);
}

export function jurorName(file: ContestFile, id: string): string {
  return file.jurors.find((each) => each.id === id)?.name ?? id;
}

export function stageName(file: ContestFile, id: string): string {
  return file.stages.find((each) => each.id === id)?.name ?? id;
}
