/** The stage timer as this window counts it on from what its laptop has counted: never by the wall clock (rule C8). */
import { useCallback, useSyncExternalStore } from 'react';
import { readTimer, type TimerReading } from '../../shared/ceremony/stage-time.ts';
import { useContest, useToldStageTime } from './hooks.tsx';

const tickMs = 250;

export interface StageTimer {
  /** As drawn: up to a quarter of a second old. Null where nobody is on stage or the stage has no timed parts. */
  readonly reading: TimerReading | null;
  /** Milliseconds elapsed at the moment of a press. */
  readonly elapsedNow: () => number;
}

export function useStageTimer(): StageTimer {
  const contest = useContest();
  const told = useToldStageTime();
  const nowMs = useSyncExternalStore(told?.time?.running === true ? onTick : onNothing, readClock);
  const readAt = useCallback(
    (atMs: number) => readTimer(contest, told?.time ?? null, atMs - (told?.toldAtMs ?? atMs)),
    [contest, told],
  );
  return {
    reading: readAt(nowMs),
    elapsedNow: () => Math.round(readAt(performance.now())?.elapsedMs ?? 0),
  };
}

/** One clock for all that show the time, so that they never differ: it runs while somebody looks at it. */
const watching = new Set<() => void>();
let clockMs = performance.now();
let ticking: ReturnType<typeof setInterval> | undefined;

const readClock = (): number => clockMs;

function onTick(draw: () => void): () => void {
  watching.add(draw);
  if (ticking === undefined) {
    clockMs = performance.now();
    ticking = setInterval(() => {
      clockMs = performance.now();
      for (const each of watching) each();
    }, tickMs);
  }
  return () => {
    watching.delete(draw);
    if (watching.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

const onNothing = () => () => undefined;
