/** How words become sentences in Bahasa Indonesia, and what those who compete are called in them. */
import type { ContestFile } from '../../domain/setup/contest-file.ts';
import type { ContestantId, StageId } from '../../domain/ids.ts';
import { stageName } from '../sentences.ts';

/** `a`, `a dan b`, `a, b dan c`; `atau` where one of them is meant. */
export function joined(words: readonly string[], last: 'dan' | 'atau' = 'dan'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

/** Number, name and unit stand together, so that nobody is mistaken for another. */
export function contestantName(file: ContestFile, id: ContestantId): string {
  const unit = file.contestants.find((one) => one.id === id)?.unit ?? '';
  return `${briefName(file, id)}${unit === '' ? '' : ` (${unit})`}`;
}

/** `nomor 4 KBK Melati`, where the unit has been said or would only be in the way. */
export function briefName(file: ContestFile, id: ContestantId): string {
  const contestant = file.contestants.find((one) => one.id === id);
  if (contestant === undefined) return id;
  return contestant.number === null ? contestant.name : `nomor ${contestant.number} ${contestant.name}`;
}

/** `nomor 4`, or the name of one without a number. */
export function numberName(file: ContestFile, id: ContestantId): string {
  const contestant = file.contestants.find((one) => one.id === id);
  if (contestant === undefined) return id;
  return contestant.number === null ? contestant.name : `nomor ${contestant.number}`;
}

/** `Risalah dan Lapangan`. */
export function stageNames(file: ContestFile, ids: readonly StageId[]): string {
  return joined(ids.map((id) => stageName(file, id)));
}
