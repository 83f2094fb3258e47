/** Who is on now and who is next, with the stage timer. */
import { AlarmClockOff, Hourglass, Pause, Timer as TimerIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockText } from '../../shared/ceremony/stage-time.ts';
import type { ProjectorView, ShownContestant } from '../../shared/ceremony/view.ts';
import { useFit } from './fit.ts';
import { Photo } from './hall-picture.tsx';
import { PerformanceNumber } from './performance-number.tsx';
import { sizeFor } from './text-size.ts';

type OnStageView = Extract<ProjectorView, { type: 'on-stage' }>;
type StageTimer = NonNullable<OnStageView['timer']>;

/** Milliseconds before the end from which the timer warns. */
const warningMs = 60_000;
const tickMs = 200;

export function OnStage({ view }: { readonly view: OnStageView }) {
  const { t } = useTranslation('projector');
  const box = useFit<HTMLElement>(JSON.stringify([view.now, view.next, view.timer === null]));
  return (
    <div className="on-stage">
      <header className="line">
        <span>{view.category}</span>
        {view.stage !== null && <span>{view.stage}</span>}
      </header>
      <section className="fitted now" ref={box}>
        <h1 className="overline">
          <Labelled label={view.now === null ? t('soon') : t('now')} contestant={view.now} />
        </h1>
        {view.now === null ? <p className="quiet-name">{view.contest}</p> : <NowShown contestant={view.now} />}
      </section>
      {view.timer !== null && <TimerLine timer={view.timer} key={JSON.stringify(view.timer)} />}
      {view.next !== null && (
        <footer className="next">
          <span className="overline">
            <Labelled label={t('next')} contestant={view.next} />
          </span>
          <span className="next-name">
            {view.next.number !== null && <b className="next-number">{view.next.number}</b>}
            {view.next.name}
            {view.next.unit !== '' && <span className="next-unit">{view.next.unit}</span>}
          </span>
        </footer>
      )}
    </div>
  );
}

/** The timer alone, as large as the picture allows, with who it is for. */
export function TimerScreen({ view }: { readonly view: Extract<ProjectorView, { type: 'timer' }> }) {
  const { t } = useTranslation('projector');
  const { now, timer } = view;
  const box = useFit<HTMLElement>(JSON.stringify(now));
  return (
    <div className="on-stage timer-alone">
      <section className="fitted now" ref={box}>
        <h1 className="overline">
          <Labelled label={now === null ? t('soon') : t('now')} contestant={now} />
        </h1>
        {now === null ? <p className="quiet-name">{view.contest}</p> : <NowShown contestant={now} />}
      </section>
      {timer !== null && <TimerLine timer={timer} key={JSON.stringify(timer)} />}
    </div>
  );
}

/** `Sedang tampil · 09.00–09.20`. */
function Labelled({ label, contestant }: { readonly label: string; readonly contestant: ShownContestant | null }) {
  const slot = contestant?.slot;
  if (slot === undefined) return label;
  return (
    <>
      {label}&nbsp;· <span className="slot">{slot}</span>
    </>
  );
}

function NowShown({ contestant }: { readonly contestant: ShownContestant }) {
  return (
    <div className="contestant arrive" key={`${contestant.number} ${contestant.name}`}>
      {contestant.number !== null && <PerformanceNumber number={contestant.number} />}
      <span className="identity">
        <span className={`name ${sizeFor(contestant.name)}`}>{contestant.name}</span>
        {contestant.unit !== '' && <span className="unit">{contestant.unit}</span>}
      </span>
      <Photo hash={contestant.photo} />
    </div>
  );
}

/** Counts on from the moment the picture arrived: the clocks of two processes need not agree. */
function TimerLine({ timer }: { readonly timer: StageTimer }) {
  const { t } = useTranslation('projector');
  const remainingMs = timer.totalMs - useElapsed(timer);
  if (remainingMs <= 0) {
    return (
      <section className="timer timer-over" role="timer">
        <span className="digits">{t('timeOver')}</span>
        <span className="timer-label">
          <AlarmClockOff aria-hidden />
          {timer.part} · +{clockText(Math.floor(-remainingMs / 1000) * 1000)}
        </span>
      </section>
    );
  }
  const isEnding = timer.running && remainingMs <= warningMs;
  const label = timer.running ? (isEnding ? t('ending') : timer.part) : `${timer.part} · ${t('paused')}`;
  const Icon = timer.running ? (isEnding ? Hourglass : TimerIcon) : Pause;
  return (
    <section className={`timer ${isEnding ? 'timer-ending' : ''}`} role="timer">
      <span className="digits">{clockText(remainingMs)}</span>
      <span className="timer-label">
        <Icon aria-hidden />
        {label}
      </span>
    </section>
  );
}

function useElapsed({ elapsedMs, running }: StageTimer): number {
  const [sinceMs, setSinceMs] = useState(0);
  useEffect(() => {
    if (!running) return;
    const startedAtMs = performance.now();
    const interval = setInterval(() => setSinceMs(performance.now() - startedAtMs), tickMs);
    return () => clearInterval(interval);
  }, [running]);
  return elapsedMs + sinceMs;
}
