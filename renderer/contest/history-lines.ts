/** What a line of the history says in the language of the window; each is put into words once, when it is first needed. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import { present } from '../../shared/lib/assert.ts';
import { capitalised } from '../../shared/lib/capitalised.ts';
import type { History, HistoryEntry } from '../../shared/domain/history/history.ts';
import type { ContestantId, JurorId } from '../../shared/domain/ids.ts';
import { contestantIn, sayEntry } from '../../shared/say/history.ts';
import { useContest } from './hooks.tsx';
import { useJurorName } from './juror-name.ts';
import { counted, dateFormat } from '../messages/language.ts';
import { words } from '../messages/words.ts';

const clock = dateFormat({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = dateFormat({ dateStyle: 'full' });

/** Differences of the setup that a line has room for; notes stand whole. */
const room = { changes: 3, letters: limits.noteLength };

export interface Line {
  readonly time: string;
  readonly day: string;
  readonly who: string;
  readonly what: string;
  readonly reason: string;
  readonly unused: string;
}

export interface Lines {
  readonly lineOf: (entry: HistoryEntry) => Line;
  /** All that it says, the groups, and what stood before and after, in small letters. */
  readonly textOf: (entry: HistoryEntry) => string;
  readonly jurorName: (id: JurorId) => string;
  readonly contestantName: (id: ContestantId) => string;
  readonly history: History;
  readonly counted: (count: number) => string;
}

export function useLines(history: History): Lines {
  const { t } = useTranslation('app');
  const nameOf = useJurorName();
  const { setup } = useContest();
  const jurors = setup?.jurors;
  return useMemo(() => {
    const places = new Map((jurors ?? []).map(({ id }, index) => [id, index]));
    const texts = new WeakMap<HistoryEntry, string>();
    const { names } = history;

    function lineOf(entry: HistoryEntry): Line {
      const { author, atMs } = entry.recorded;
      const { what, reason, unused } = sayEntry(words, history, entry, room);
      return {
        time: clock.format(atMs),
        day: day.format(atMs),
        who:
          author.role === 'committee'
            ? t('committee')
            : nameOf(places.get(author.seat) ?? -1, entry.writer ?? author.seat),
        what: capitalised(what),
        reason,
        unused,
      };
    }

    function textOf(entry: HistoryEntry): string {
      if (!texts.has(entry)) texts.set(entry, readable(entry));
      return present(texts.get(entry), 'it was put into words');
    }

    function readable(entry: HistoryEntry): string {
      const { what, before, after, reason, unused } = sayEntry(words, history, entry, { changes: 40, letters: 4000 });
      const groups = entry.contestants.map((id) => contestantIn(names, id));
      return [entry.writer ?? t('committee'), what, before, after, reason, unused, ...groups].join('\n').toLowerCase();
    }

    return {
      lineOf,
      textOf,
      history,
      jurorName: (id) => nameOf(places.get(id) ?? -1, names.jurors.get(id)?.name ?? id),
      contestantName: (id) => contestantIn(names, id),
      counted,
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the names of jurors follow the language alone
  }, [history, jurors, t]);
}
