/** The stage timer as this window counts it on from what its laptop has counted: never by the wall clock (rule C8). */
import { useCallback, useEffect, useState } from 'react';
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
  const [nowMs, setNowMs] = useState(() => performance.now());
  const isRunning = told?.time?.running === true;
  useEffect(() => {
    if (!isRunning) return;
    const interval = setInterval(() => setNowMs(performance.now()), tickMs);
    return () => clearInterval(interval);
  }, [isRunning]);
  const readAt = useCallback(
    (atMs: number) => readTimer(contest, told?.time ?? null, atMs - (told?.toldAtMs ?? atMs)),
    [contest, told],
  );
  return {
    reading: readAt(nowMs),
    elapsedNow: () => Math.round(readAt(performance.now())?.elapsedMs ?? 0),
  };
}
