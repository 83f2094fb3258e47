/** Who is on now, and the short way to that sheet. */
import { Button } from '@mantine/core';
import { AlarmClockOff, ArrowRight, Mic, Timer, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { clockText } from '../../../shared/ceremony/stage-time.ts';
import { findContestant, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import { useStageTimer } from '../../contest/stage-time.ts';
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
        {stageName === undefined ? null : <span className={classes.onStageStage}> ({stageName})</span>}
      </p>
      <StageTime />
      {stage === undefined ? (
        <span>{t('onStage.notYours')}</span>
      ) : isHere ? (
        <span>{t('onStage.here')}</span>
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
}

/** The committee's stage timer, to be read only; in seconds, so that a screen reader is not told of it. */
function StageTime() {
  const { t } = useTranslation('scoring');
  const { reading } = useStageTimer();
  if (reading === null || reading.doubt !== null) return null;
  const { current, running, elapsedMs, leftMs } = reading;
  if (!running && elapsedMs === 0) return null;
  const isOver = leftMs < 0;
  const Icon = isOver ? AlarmClockOff : Timer;
  return (
    <span className={classes.stageTime} data-over={isOver} role="timer" aria-label={t('onStage.time')}>
      <Icon aria-hidden size="1.2rem" />
      {current.name}: <b>{t(isOver ? 'onStage.over' : 'onStage.left', { time: clockText(Math.abs(leftMs)) })}</b>
      {running ? null : ` (${t('onStage.paused')})`}
    </span>
  );
}
