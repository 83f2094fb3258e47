/** The history as lines of a document (rule X23): what stands in each column, before any sheet knows of it. */
import type { ContestSetup } from '../../domain/setup/contest-file.ts';
import type { History, HistoryEntry } from '../../domain/history/history.ts';
import { contestantIn, sayEntry, type HistoryColumn } from '../../say/history.ts';
import type { Words } from '../../say/words.ts';

/** In their order on paper. */
export const historyColumns = [
  'time',
  'who',
  'role',
  'machine',
  'what',
  'contestant',
  'criterion',
  'before',
  'after',
  'remark',
  'afterPresentation',
  'log',
  'number',
] as const satisfies readonly HistoryColumn[];

export interface HistoryLine {
  /** Milliseconds of the local clock of whoever makes the document, as if they were UTC. */
  readonly localMs: number;
  /** The columns that are texts. */
  readonly texts: Readonly<Record<Exclude<HistoryColumn, 'time' | 'number'>, string>>;
  /** The number of the entry in its log. */
  readonly number: number;
}

/** Differences of the setup, and letters of a note, that a sentence has room for; notes stand whole in their columns. */
const room = { changes: 40, letters: 200 };
const groupsNamed = 5;

/** `offsetMs`: how far the local clock is ahead of UTC at a moment. */
export function historyLines(
  history: History,
  entries: readonly HistoryEntry[],
  { jurors }: Pick<ContestSetup, 'jurors'>,
  words: Words,
  offsetMs: (atMs: number) => number,
): readonly HistoryLine[] {
  const { names } = history;
  const numbers = new Map(jurors.map(({ id }, index) => [id, index + 1]));
  return entries.map((entry) => {
    const { author, atMs, ref } = entry.recorded;
    const [log = '', number = ''] = ref.split(':');
    const seat = author.role === 'seat' ? numbers.get(author.seat) : undefined;
    const { what, before, after, reason, unused } = sayEntry(words, history, entry, room);
    return {
      localMs: atMs + offsetMs(atMs),
      number: Number(number),
      texts: {
        who: entry.writer ?? words.history.committee,
        role:
          author.role === 'committee' ? words.history.committee : seat === undefined ? '' : words.documents.seat(seat),
        machine: names.machines.get(author.device) ?? '',
        what,
        contestant: contestantsText(history, entry),
        criterion: entry.criterion === null ? '' : (names.criteria.get(entry.criterion)?.name ?? entry.criterion),
        before,
        after,
        remark: [reason, unused].filter((part) => part !== '').join('\n'),
        afterPresentation: entry.afterPresentation ? words.history.document.yes : words.history.document.no,
        log,
      },
    };
  });
}

function contestantsText({ names }: History, { contestants }: HistoryEntry): string {
  const named = contestants.slice(0, groupsNamed).map((id) => contestantIn(names, id));
  const others = contestants.length - named.length;
  return [...named, ...(others > 0 ? [`… (+${others})`] : [])].join('; ');
}
