/** What the log knows beyond the contest file: when and why a state was recorded, and when a tie was decided. */
import { useMemo } from 'react';
import type { Contest } from '../../../shared/domain/contest.ts';
import type { ContestantId } from '../../../shared/domain/ids.ts';
import type { RankRecords } from '../../../shared/ranking/explanation.ts';
import { useEvents } from '../../contest/hooks.tsx';
import { dateFormat, useLanguage } from '../../messages/language.ts';

const moment = dateFormat({ dateStyle: 'long', timeStyle: 'short' });
const day = dateFormat({ dateStyle: 'long' });

export function useRankRecords(contest: Contest): RankRecords {
  const events = useEvents();
  const language = useLanguage();
  return useMemo(() => {
    const statuses = new Map<ContestantId, { when: string; reason: string | null }>();
    for (const { event, atMs } of events) {
      if (event.type !== 'contestant-status-changed') continue;
      statuses.set(event.contestant, { when: moment.format(atMs), reason: event.reason ?? null });
    }
    const decisions = new Map(contest.decisions.map(({ value, atMs }) => [value, day.format(atMs)]));
    return { statuses, decisions };
    // oxlint-disable-next-line react/exhaustive-deps -- moments are written in the language
  }, [events, contest.decisions, language]);
}
