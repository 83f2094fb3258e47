/** Who is on now, and the short way to that sheet. */
import { Button } from '@mantine/core';
import { ArrowRight, Mic } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { findContestant, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import { contestantText } from '../../ui/contestant-name.tsx';
import type { OwnContestant } from './own-sheets.ts';
import type { Place } from './place.ts';
import classes from './scoring.module.css';

export function OnStageBar({
  contest,
  order,
  place,
  onGo,
}: {
  readonly contest: Contest;
  readonly order: readonly OwnContestant[];
  readonly place: Pick<Place, 'contestant' | 'stage'> | null;
  readonly onGo: (contestant: string, stage: string) => void;
}) {
  const { t } = useTranslation('scoring');
  const setup = setupOf(contest);
  const shown = contest.shown;
  const contestant = shown === null ? undefined : findContestant(setup, shown.contestant);
  if (shown === null || contestant === undefined) return null;
  const own = order.find((each) => each.contestant.id === contestant.id);
  const stage = own?.sheets.find((sheet) => sheet.stage === shown.stage)?.stage ?? own?.sheets[0]?.stage;
  const stageName = setup.stages.find((each) => each.id === shown.stage)?.name;
  const isHere = place?.contestant === contestant.id && place.stage === stage;
  return (
    <section className={classes.onStage} aria-label={t('onStage.label')}>
      <Mic aria-hidden size="1.5rem" />
      <p className={classes.onStageText}>
        {t('onStage.now')} <strong>{contestantText(contestant)}</strong>
        {stageName === undefined ? null : ` (${stageName})`}
      </p>
      {stage === undefined ? (
        <span>{t('onStage.notYours')}</span>
      ) : isHere ? (
        <span>{t('onStage.here')}</span>
      ) : (
        <Button
          size="sm"
          rightSection={<ArrowRight aria-hidden size="1.2rem" />}
          onClick={() => onGo(contestant.id, stage)}
        >
          {t('onStage.go')}
        </Button>
      )}
    </section>
  );
}
