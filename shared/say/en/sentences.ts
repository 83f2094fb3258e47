/** How words become sentences in English, and what those who compete are called in them. */
import type { ContestantId, StageId } from '../../domain/ids.ts';
import { stageName } from '../sentences.ts';
import type { ContestFile } from '../../domain/setup/contest-file.ts';

/** `a`, `a and b`, `a, b and c`; `or` where one of them is meant. */
export function joined(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}

/** `1 sheet`, `3 sheets`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `1st`, `2nd`, `11th`. */
export function ordinal(value: number): string {
  const isTeen = Math.floor(value / 10) % 10 === 1;
  const ending = isTeen ? undefined : ['th', 'st', 'nd', 'rd'][value % 10];
  return `${value}${ending ?? 'th'}`;
}

/** Number, name and unit stand together, so that nobody is mistaken for another. */
export function contestantName(file: ContestFile, id: ContestantId): string {
  const unit = file.contestants.find((one) => one.id === id)?.unit ?? '';
  return `${briefName(file, id)}${unit === '' ? '' : ` (${unit})`}`;
}

/** `number 4 KBK Melati`, where the unit has been said or would only be in the way. */
export function briefName(file: ContestFile, id: ContestantId): string {
  const contestant = file.contestants.find((one) => one.id === id);
  if (contestant === undefined) return id;
  return contestant.number === null ? contestant.name : `number ${contestant.number} ${contestant.name}`;
}

/** `number 4`, or the name of one without a number. */
export function numberName(file: ContestFile, id: ContestantId): string {
  const contestant = file.contestants.find((one) => one.id === id);
  if (contestant === undefined) return id;
  return contestant.number === null ? contestant.name : `number ${contestant.number}`;
}

/** `Risalah and Lapangan`. */
export function stageNames(file: ContestFile, ids: readonly StageId[]): string {
  return joined(ids.map((id) => stageName(file, id)));
}
