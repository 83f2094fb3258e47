/** The stage timer: large digits, one button to start or pause, the parts to choose from, and what is over time in words. */
import { Button, Group, Text } from '@mantine/core';
import { AlarmClockOff, Pause, Play, RotateCcw, SkipForward, Timer as TimerIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contest } from '../../../shared/domain/contest.ts';
import { useExecute } from '../../contest/hooks.tsx';
import classes from './monitor.module.css';
import { clockText, readTimer } from './timer-time.ts';

const tickMs = 250;

export function StageTimer({
  contest,
  onOverTime,
}: {
  readonly contest: Contest;
  readonly onOverTime: (overSeconds: number, part: string) => void;
}) {
  const { t } = useTranslation('monitor');
  const execute = useExecute();
  const nowMs = useNow(contest.timer?.running === true, contest.timer?.atMs ?? 0);
  const reading = readTimer(contest, nowMs);
  if (reading === null) return <Text className={classes.timer}>{t('timer.none')}</Text>;
  const { parts, part, current, running, elapsedMs, leftMs } = reading;
  const isOver = leftMs < 0;
  const following = parts[part + 1];
  const start = (at: number, from: number) => void execute({ type: 'start-timer', part: at, elapsedMs: from });
  const stop = () => void execute({ type: 'stop-timer', elapsedMs: elapsedNow(contest) });

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
      <Group gap="xs">
        {running ? (
          <Button size="lg" variant="default" leftSection={<Pause aria-hidden />} onClick={stop}>
            {t('timer.stop')}
          </Button>
        ) : (
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
          onClick={() => onOverTime(Math.ceil(elapsedNow(contest) / 1000) - current.seconds, current.name)}
        >
          {t('timer.penalty')}
        </Button>
      ) : null}
    </fieldset>
  );
}

/** Read again at the moment of a press: the digits are a quarter of a second old. */
function elapsedNow(contest: Contest): number {
  return Math.round(readTimer(contest, Date.now())?.elapsedMs ?? 0);
}

/** The wall clock while something runs; a new start is never read with an older time. */
function useNow(isRunning: boolean, startedAtMs: number): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return;
    const interval = setInterval(() => setNowMs(Date.now()), tickMs);
    return () => clearInterval(interval);
  }, [isRunning]);
  return Math.max(nowMs, startedAtMs);
}
