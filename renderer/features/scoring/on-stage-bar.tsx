/** Another group is on than the one whose sheet is open: who, how long, and the way there. The sheet itself says when it is the right one. */
import { Button } from '@mantine/core';
import { ArrowRight, Mic, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { findContestant, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { ContestantId, StageId } from '../../../shared/domain/ids.ts';
import { contestantText } from '../../ui/contestant-name.tsx';
import type { OwnContestant } from './own-sheets.ts';
import type { Place } from './place.tsx';
import classes from './scoring.module.css';
import { StageTime } from './stage-clock.tsx';

export const OnStageBar = memo(function OnStageBar({
  contest,
  order,
  place,
  onGo,
}: {
  readonly contest: Contest;
  readonly order: readonly OwnContestant[];
  readonly place: Pick<Place, 'contestant' | 'stage'> | null;
  readonly onGo: (contestant: ContestantId, stage: StageId) => void;
}) {
  const { t } = useTranslation('scoring');
  const setup = setupOf(contest);
  const shown = contest.shown;
  const contestant = shown === null ? undefined : findContestant(setup, shown.contestant);
  if (shown === null || contestant === undefined) return null;
  const own = order.find((each) => each.contestant.id === contestant.id);
  const stage = own?.sheets.find((sheet) => sheet.stage === shown.stage)?.stage ?? own?.sheets[0]?.stage;
  const stageName = setup.stages.find((each) => each.id === shown.stage)?.name;
  if (place?.contestant === contestant.id && place.stage === stage) return null;
  return (
    <section className={classes.onStage} aria-label={t('onStage.label')}>
      <Mic aria-hidden size="1.5rem" />
      <p className={`${classes.onStageText} ${classes.shortened}`} title={contestantText(contestant)}>
        {t('onStage.now')} <strong>{contestantText(contestant)}</strong>
        {stageName === undefined ? null : <span className={classes.onStageStage}> ({stageName})</span>}
      </p>
      <StageTime />
      {stage === undefined ? (
        <span>{t('onStage.notYours')}</span>
      ) : (
        <>
          {place === null || place.contestant === contestant.id ? null : (
            <strong className={classes.notOnStage}>
              <TriangleAlert aria-hidden size="1.2rem" /> {t('onStage.other')}
            </strong>
          )}
          <Button
            size="sm"
            rightSection={<ArrowRight aria-hidden size="1.2rem" />}
            onClick={() => onGo(contestant.id, stage)}
          >
            {t('onStage.go')}
          </Button>
        </>
      )}
    </section>
  );
});
