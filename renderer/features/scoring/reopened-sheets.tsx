/** [H6] Sheets that the committee opened again: announced on every screen of the seat until the juror has looked at them. */
import { Button } from '@mantine/core';
import { ArrowRight, BellRing } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { findContestant, setupOf } from '../../../shared/domain/contest.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import { useContest } from '../../contest/hooks.tsx';
import type { OpenedBySearch } from '../../contest/opened-by-search.ts';
import { contestantText } from '../../ui/contestant-name.tsx';
import { useLeaveGuard } from '../../ui/leave-guard.tsx';
import { ownSheets } from './own-list.ts';
import { isOpen, ownCategories, ownOrder } from './own-sheets.ts';
import { usePlace, type Place } from './place.tsx';
import classes from './scoring.module.css';
import { useSeat } from './seat.ts';

/** Names one opening of one sheet; null where it was not opened again, or is closed by now. */
export function reopeningOf(sheet: ScoreSheet): string | null {
  return sheet.reopened === null || !isOpen(sheet) ? null : `${sheet.contestant}/${sheet.stage}/${sheet.reopened.atMs}`;
}

export function announcedSheets(sheets: readonly ScoreSheet[], place: Place | null): readonly ScoreSheet[] {
  return sheets.filter((sheet) => {
    const reopening = reopeningOf(sheet);
    return reopening !== null && place?.seen?.includes(reopening) !== true;
  });
}

/** What was seen of these sheets, with one more; openings of the past are forgotten. */
export function seenWith(sheets: readonly ScoreSheet[], place: Place | null, reopening: string): string[] {
  return sheets.flatMap((sheet) => {
    const each = reopeningOf(sheet);
    return each !== null && (each === reopening || place?.seen?.includes(each) === true) ? [each] : [];
  });
}

export function ReopenedSheets() {
  const { t } = useTranslation('scoring');
  const seat = useSeat();
  const contest = useContest();
  const { place } = usePlace();
  const { leave } = useLeaveGuard();
  const navigate = useNavigate();
  if (contest.setup === null || place === undefined) return null;
  const waiting = announcedSheets(ownSheets(contest, seat), place);
  if (waiting.length === 0) return null;
  const [first] = ownOrder(contest, ownCategories(contest, seat))
    .flatMap(({ sheets }) => sheets)
    .filter((sheet) => waiting.includes(sheet));
  if (first === undefined) return null;
  const setup = setupOf(contest);
  const contestant = findContestant(setup, first.contestant);
  const stage = setup.stages.find(({ id }) => id === first.stage)?.name ?? first.stage;
  const name = contestant === undefined ? first.contestant : contestantText(contestant);
  const reason = t('notice.reason', { reason: first.reopened?.reason ?? '' });
  const opened: OpenedBySearch = { contestant: first.contestant, stage: first.stage };
  return (
    <section className={classes.announced} role="alert" aria-label={t('reopened.label')}>
      <BellRing aria-hidden size="1.5rem" />
      <div className={classes.announcedText}>
        <p className={classes.shortened} title={name}>
          {t('reopened.text')} <strong>{name}</strong> ({stage}).
        </p>
        <p className={classes.shortened} title={reason}>
          {reason}
        </p>
        {waiting.length > 1 ? <p>{t('reopened.more', { count: waiting.length - 1 })}</p> : null}
      </div>
      <Button
        size="sm"
        color="red"
        rightSection={<ArrowRight aria-hidden size="1.2rem" />}
        onClick={() => leave(() => void navigate('/penilaian', { state: opened }))}
      >
        {t('reopened.open')}
      </Button>
    </section>
  );
}
