/** What the history is narrowed down to (rule T5). */
import { historyKinds, type HistoryKind } from '../../../shared/domain/history/about.ts';
import type { History, HistoryEntry } from '../../../shared/domain/history/history.ts';
import type { ContestantId, JurorId } from '../../../shared/domain/ids.ts';

export interface HistoryFilter {
  /** What a seat wrote and what concerns it; `committee`: what the committee wrote. Null: everybody. */
  readonly person: JurorId | typeof committee | null;
  readonly contestant: ContestantId | null;
  readonly kind: HistoryKind | null;
  /** As the fields have it, by this laptop's clock (`2026-11-28T10:30`); empty: open. Both ends belong to it. */
  readonly from: string;
  readonly to: string;
  readonly afterPresentation: boolean;
  readonly text: string;
}

/** No seat's id: it has a sign that ids have not. */
export const committee = '/committee';

export const everything: HistoryFilter = {
  person: null,
  contestant: null,
  kind: null,
  from: '',
  to: '',
  afterPresentation: false,
  text: '',
};

/** The kinds to choose from: seals and objections only where the contest seals its results, or has one all the same. */
export function kindsIn({ entries }: Pick<History, 'entries'>, isSealing: boolean): readonly HistoryKind[] {
  const isOffered = (kind: HistoryKind) =>
    isSealing || (kind !== 'seal' && kind !== 'objection') || entries.some((entry) => entry.kind === kind);
  return historyKinds.filter(isOffered);
}

export function isNarrowed(filter: HistoryFilter): boolean {
  return JSON.stringify(filter) !== JSON.stringify(everything);
}

/** `textOf`: all that a line says, in small letters; asked only where words are looked for. */
export function filtered(
  entries: readonly HistoryEntry[],
  filter: HistoryFilter,
  textOf: (entry: HistoryEntry) => string,
): readonly HistoryEntry[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const from = millisecondsOf(filter.from) ?? -Infinity;
  const until = millisecondsOf(filter.to);
  // A field without seconds means the whole minute.
  const to = until === null ? Infinity : until + (/T\d\d:\d\d$/.test(filter.to) ? 59_999 : 999);
  return entries.filter(
    (entry) =>
      isBy(entry, filter.person) &&
      (filter.contestant === null || entry.contestants.includes(filter.contestant)) &&
      (filter.kind === null || entry.kind === filter.kind) &&
      entry.recorded.atMs >= from &&
      entry.recorded.atMs <= to &&
      (!filter.afterPresentation || entry.afterPresentation) &&
      (words.length === 0 || hasAll(textOf(entry), words)),
  );
}

function isBy({ recorded: { author }, seat }: HistoryEntry, person: HistoryFilter['person']): boolean {
  if (person === null) return true;
  if (person === committee) return author.role === 'committee';
  return seat === person || (author.role === 'seat' && author.seat === person);
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function millisecondsOf(field: string): number | null {
  const time = field === '' ? Number.NaN : new Date(field).getTime();
  return Number.isNaN(time) ? null : time;
}
