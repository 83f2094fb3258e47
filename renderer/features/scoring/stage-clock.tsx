/** The committee's stage timer, to be read only; in seconds, so that a screen reader is not told of it. */
import { AlarmClockOff, Timer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { clockText } from '../../../shared/ceremony/stage-time.ts';
import { useStageTimer } from '../../contest/stage-time.ts';
import classes from './scoring.module.css';

export function StageTime() {
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
