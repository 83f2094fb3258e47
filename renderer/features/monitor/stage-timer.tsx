/** The stage timer: large digits, one button to start or pause, the next part, and what is over time in words. */
import { ActionIcon, Alert, Anchor, Button, Group, Menu, Text } from '@mantine/core';
import { AlarmClockOff, Check, EllipsisVertical, Pause, Play, RotateCcw, Timer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { clockText, type TimerReading } from '../../../shared/ceremony/stage-time.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { useStageTimer } from '../../contest/stage-time.ts';
import classes from './stage-bar.module.css';

export function StageTimer({ onOverTime }: { readonly onOverTime: (overSeconds: number, part: string) => void }) {
  const { t } = useTranslation('monitor');
  const execute = useExecute();
  const start = useStart();
  const { reading, elapsedNow } = useStageTimer();
  if (reading === null) {
    return (
      <Text className={classes.noTimer}>
        {t('timer.none')}{' '}
        <Anchor component={Link} to="/rubrik?bagian=stages" inherit>
          {t('timer.set')}
        </Anchor>
      </Text>
    );
  }
  const { parts, part, current, running, elapsedMs, leftMs, doubt } = reading;
  const isOver = leftMs < 0;
  const following = parts[part + 1];
  return (
    <fieldset className={classes.timer} aria-label={t('timer.title')}>
      <div className={classes.clockLine}>
        <div className={classes.clock} data-over={isOver} role="timer">
          <span className={classes.digits}>
            {isOver ? '+' : ''}
            {clockText(Math.abs(leftMs))}
          </span>
          <span className={classes.clockLabel}>
            {isOver ? null : <Timer aria-hidden size="1.2em" />}
            <span>
              {isOver ? t('timer.over') : t('timer.left', { part: current.name })}
              {running || elapsedMs === 0 ? null : ` (${t('timer.paused')})`}
            </span>
          </span>
        </div>
        {isOver ? (
          <Button
            size="xs"
            variant="outline"
            color="red"
            className={classes.penalty}
            onClick={() => onOverTime(Math.ceil(elapsedNow() / 1000) - current.seconds, current.name)}
          >
            {t('timer.penalty')}
          </Button>
        ) : null}
      </div>
      <div className={classes.timerSteps}>
        {running ? (
          <Button
            size="sm"
            variant="default"
            leftSection={<Pause aria-hidden size="1.1rem" />}
            onClick={() => void execute({ type: 'stop-timer', elapsedMs: elapsedNow() })}
          >
            {t('timer.stop')}
          </Button>
        ) : doubt !== null ? null : (
          <Button
            size="sm"
            leftSection={<Play aria-hidden size="1.1rem" />}
            onClick={() => start(part, Math.round(elapsedMs))}
          >
            {t(elapsedMs === 0 ? 'timer.start' : 'timer.goOn')}
          </Button>
        )}
        {following === undefined ? null : (
          <Button size="sm" variant="default" className={classes.following} onClick={() => start(part + 1, 0)}>
            {t('timer.nextPart', { name: following.name })}
          </Button>
        )}
        <Parts reading={reading} />
      </div>
    </fieldset>
  );
}

/** Every part of the stage, and the present one from its beginning. */
function Parts({ reading: { parts, part, elapsedMs } }: { readonly reading: TimerReading }) {
  const { t } = useTranslation('monitor');
  const start = useStart();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size="2.25rem" aria-label={t('timer.parts')} title={t('timer.parts')}>
          <EllipsisVertical aria-hidden size="1.1rem" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {parts.map((each, index) => (
          <Menu.Item
            key={`${each.name} ${index}`}
            aria-current={index === part ? 'true' : undefined}
            leftSection={index === part ? <Check aria-hidden size="1rem" /> : <Timer aria-hidden size="1rem" />}
            onClick={() => (index === part ? undefined : start(index, 0))}
          >
            {t('timer.part', { name: each.name, time: clockText(each.seconds * 1000) })}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<RotateCcw aria-hidden size="1rem" />}
          disabled={elapsedMs === 0}
          onClick={() => start(part, 0)}
        >
          {t('timer.again')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The laptop was off or asleep and its clock is no witness: a person says which time is right. */
export function TimerDoubt() {
  const { t } = useTranslation('monitor');
  const start = useStart();
  const { reading } = useStageTimer();
  if (reading === null || reading.doubt === null) return null;
  const { part, elapsedMs, doubt } = reading;
  return (
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
  );
}

function useStart(): (part: number, elapsedMs: number) => void {
  const execute = useExecute();
  return (part, elapsedMs) => void execute({ type: 'start-timer', part, elapsedMs });
}
