/** The stage timer: large digits, one button to start or pause, the parts to choose from, and what is over time in words. */
import { Alert, Button, Group, Text } from '@mantine/core';
import { AlarmClockOff, Pause, Play, RotateCcw, SkipForward, Timer as TimerIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { clockText } from '../../../shared/ceremony/stage-time.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { useStageTimer } from '../../contest/stage-time.ts';
import classes from './monitor.module.css';

export function StageTimer({ onOverTime }: { readonly onOverTime: (overSeconds: number, part: string) => void }) {
  const { t } = useTranslation('monitor');
  const execute = useExecute();
  const { reading, elapsedNow } = useStageTimer();
  if (reading === null) return <Text className={classes.timer}>{t('timer.none')}</Text>;
  const { parts, part, current, running, elapsedMs, leftMs, doubt } = reading;
  const isOver = leftMs < 0;
  const following = parts[part + 1];
  const start = (at: number, from: number) => void execute({ type: 'start-timer', part: at, elapsedMs: from });
  const stop = () => void execute({ type: 'stop-timer', elapsedMs: elapsedNow() });

  return (
    <fieldset className={classes.timer} aria-label={t('timer.title')}>
      <div className={classes.clock} data-over={isOver} role="timer">
        <span className={classes.digits}>
          {isOver ? '+' : ''}
          {clockText(Math.abs(leftMs))}
        </span>
        <span className={classes.clockLabel}>
          {isOver ? <AlarmClockOff aria-hidden size="1.2em" /> : <TimerIcon aria-hidden size="1.2em" />}
          {isOver ? t('timer.over', { time: clockText(-leftMs) }) : t('timer.left', { part: current.name })}
          {running || elapsedMs === 0 ? null : ` (${t('timer.paused')})`}
        </span>
      </div>
      {doubt === null ? null : (
        <Alert color="yellow" icon={<AlarmClockOff aria-hidden />} title={t('timer.doubt')} role="alert">
          <Text>{t('timer.doubtHelp')}</Text>
          <Group gap="xs" mt="xs">
            <Button onClick={() => start(part, Math.round(elapsedMs))}>
              {t('timer.goOnFrom', { time: clockText(elapsedMs) })}
            </Button>
            {doubt.byClockMs === null ? null : (
              <Button variant="default" onClick={() => start(part, Math.round(doubt.byClockMs ?? 0))}>
                {t('timer.byClock', { time: clockText(doubt.byClockMs) })}
              </Button>
            )}
          </Group>
        </Alert>
      )}
      <Group gap="xs">
        {running ? (
          <Button size="lg" variant="default" leftSection={<Pause aria-hidden />} onClick={stop}>
            {t('timer.stop')}
          </Button>
        ) : doubt !== null ? null : (
          <Button size="lg" leftSection={<Play aria-hidden />} onClick={() => start(part, Math.round(elapsedMs))}>
            {t(elapsedMs === 0 ? 'timer.start' : 'timer.goOn')}
          </Button>
        )}
        {following === undefined ? null : (
          <Button
            size="lg"
            variant="default"
            leftSection={<SkipForward aria-hidden />}
            onClick={() => start(part + 1, 0)}
          >
            {t('timer.nextPart', { name: following.name })}
          </Button>
        )}
      </Group>
      <fieldset className={classes.choices} aria-label={t('timer.parts')}>
        {parts.map((each, index) => (
          <Button
            key={`${each.name} ${index}`}
            size="sm"
            variant={index === part ? 'light' : 'default'}
            aria-pressed={index === part}
            onClick={() => (index === part ? undefined : start(index, 0))}
          >
            {t('timer.part', { name: each.name, time: clockText(each.seconds * 1000) })}
          </Button>
        ))}
        <Button
          size="sm"
          variant="default"
          leftSection={<RotateCcw aria-hidden size="1rem" />}
          disabled={elapsedMs === 0}
          onClick={() => start(part, 0)}
        >
          {t('timer.again')}
        </Button>
      </fieldset>
      {isOver ? (
        <Button
          variant="outline"
          color="red"
          onClick={() => onOverTime(Math.ceil(elapsedNow() / 1000) - current.seconds, current.name)}
        >
          {t('timer.penalty')}
        </Button>
      ) : null}
    </fieldset>
  );
}
