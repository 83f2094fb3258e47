/** Sheets that the committee opened again: announced until the juror has looked at them. */
import { Button } from '@mantine/core';
import { ArrowRight, BellRing } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { findContestant, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import type { ContestantId, StageId } from '../../../shared/domain/ids.ts';
import { contestantText } from '../../ui/contestant-name.tsx';
import { isOpen, type OwnContestant } from './own-sheets.ts';
import type { Place } from './place.ts';
import classes from './scoring.module.css';

/** Names one opening of one sheet; null where it was not opened again, or is closed by now. */
export function reopeningOf(sheet: ScoreSheet): string | null {
  return sheet.reopened === null || !isOpen(sheet) ? null : `${sheet.contestant}/${sheet.stage}/${sheet.reopened.atMs}`;
}

export function announcedSheets(order: readonly OwnContestant[], place: Place | null): readonly ScoreSheet[] {
  return order
    .flatMap(({ sheets }) => sheets)
    .filter((sheet) => {
      const reopening = reopeningOf(sheet);
      return reopening !== null && place?.seen?.includes(reopening) !== true;
    });
}

export function ReopenedSheets({
  contest,
  sheets,
  onGo,
}: {
  readonly contest: Contest;
  readonly sheets: readonly ScoreSheet[];
  readonly onGo: (contestant: ContestantId, stage: StageId) => void;
}) {
  const { t } = useTranslation('scoring');
  const setup = setupOf(contest);
  const [first] = sheets;
  if (first === undefined) return null;
  const contestant = findContestant(setup, first.contestant);
  const stage = setup.stages.find(({ id }) => id === first.stage)?.name ?? first.stage;
  return (
    <section className={classes.announced} role="alert" aria-label={t('reopened.label')}>
      <BellRing aria-hidden size="1.5rem" />
      <p>
        {t('reopened.text')} <strong>{contestant === undefined ? first.contestant : contestantText(contestant)}</strong>{' '}
        ({stage}). {t('notice.reason', { reason: first.reopened?.reason ?? '' })}
        {sheets.length > 1 ? ` ${t('reopened.more', { count: sheets.length - 1 })}` : ''}
      </p>
      <Button
        size="sm"
        color="red"
        rightSection={<ArrowRight aria-hidden size="1.2rem" />}
        onClick={() => onGo(first.contestant, first.stage)}
      >
        {t('reopened.open')}
      </Button>
    </section>
  );
}
