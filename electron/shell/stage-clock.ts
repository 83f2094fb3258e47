/**
 * How long the timer on the stage has been running (rule C8), counted by this laptop's steady clock from the moment at which the
 * fact came. The wall clock bridges only what this process did not see: a restart, facts that come late, a sleep. Where what it
 * says is implausible, the time stands in doubt at what is known, until a person starts the timer again with one or the other.
 */
import type { StageTime, TimeDoubt } from '../../shared/ceremony/stage-time.ts';
import type { Contest } from '../../shared/domain/contest.ts';
import type { ContestChange } from '../../shared/laptop/contest-facts.ts';
import type { JsonFile } from '../adapters/files/json-file.ts';
import type { FolderSettings } from '../adapters/files/settings.ts';
import type { Sleep, SteadyClock } from './steady-clock.ts';

export interface StageClock {
  /** Null: no timer was started for who is on stage. */
  readonly time: () => StageTime | null;
  /** Facts have come. */
  readonly follow: (change: ContestChange) => void;
  /** About once a second: keeps what is known for a restart. */
  readonly beat: () => void;
  /** Told when the time is another one than its own going on. */
  readonly onChange: (listener: () => void) => void;
  readonly close: () => void;
}

export interface StageClockPorts {
  readonly clock: SteadyClock;
  /** Wall clock, milliseconds since 1970. */
  readonly nowMs: () => number;
  /** The committee's wall clock minus this laptop's, as measured. */
  readonly committeeOffsetMs: () => number;
  /** The committee's own laptop: its facts are as old as they are seen. */
  readonly isCommittee: boolean;
}

/** Nobody speaks so much longer than planned: rather the clock was set, or the laptop was shut for the night. */
const plausibleOverMs = 30 * 60_000;
const keepEveryMs = 5_000;

interface Anchor {
  readonly key: string;
  readonly steadyMs: number;
  readonly time: StageTime;
}

export function createStageClock(
  contest: () => Contest,
  kept: JsonFile<FolderSettings>,
  ports: StageClockPorts,
): StageClock {
  const listeners: (() => void)[] = [];
  const stopListening = ports.clock.onSlept(slept);
  let anchor: Anchor | null = null;
  let keptAtMs = ports.clock.nowMs();
  put(bridged());

  return {
    time,
    follow,
    beat,
    onChange: (listener) => listeners.push(listener),
    close: stopListening,
  };

  function time(): StageTime | null {
    if (anchor === null) return null;
    const { time: at, steadyMs } = anchor;
    return at.running ? { ...at, elapsedMs: at.elapsedMs + Math.max(0, ports.clock.nowMs() - steadyMs) } : at;
  }

  function follow(change: ContestChange): void {
    if (timerKey() === (anchor?.key ?? null)) return;
    put(isSeenLive(change) ? seen() : bridged());
    for (const listener of listeners) listener();
  }

  function timerKey(): string | null {
    const { timer } = contest();
    return timer === null ? null : JSON.stringify(timer);
  }

  function isSeenLive(change: ContestChange): boolean {
    return ports.isCommittee && change.type === 'appended';
  }

  function seen(): StageTime | null {
    const { timer } = contest();
    if (timer === null) return null;
    return { ofMs: timer.atMs, running: timer.running, elapsedMs: timer.elapsedMs, doubt: null };
  }

  /** The wall clock says how long ago it was; what was kept by this laptop while it ran says it better. */
  function bridged(): StageTime | null {
    const time = seen();
    const { timer } = contest();
    if (time === null || timer === null || !time.running) return time;
    const { stageTime } = kept.get();
    const from =
      stageTime?.timer === timerKey()
        ? stageTime
        : { elapsedMs: timer.elapsedMs, atMs: timer.atMs - ports.committeeOffsetMs() };
    const passedMs = ports.nowMs() - from.atMs;
    // A juror's laptop knows the committee's clock within a moment, not better.
    if (passedMs < 0)
      return ports.isCommittee ? inDoubt(time, from.elapsedMs, null) : { ...time, elapsedMs: from.elapsedMs };
    const elapsedMs = from.elapsedMs + passedMs;
    return isPlausible(elapsedMs) ? { ...time, elapsedMs } : inDoubt(time, from.elapsedMs, elapsedMs);
  }

  /** The laptop woke: its steady clock has counted the sleep, or says that nobody knows. */
  function slept({ slept: sleptMs, beforeMs }: Sleep): void {
    if (anchor === null || !anchor.time.running) return;
    const knownMs = anchor.time.elapsedMs + Math.max(0, beforeMs - anchor.steadyMs);
    const elapsedMs = time()?.elapsedMs ?? 0;
    if (sleptMs === null) put(inDoubt(anchor.time, knownMs, null));
    else if (isPlausible(elapsedMs)) put({ ...anchor.time, elapsedMs });
    else put(inDoubt(anchor.time, knownMs, elapsedMs));
    for (const listener of listeners) listener();
  }

  function isPlausible(elapsedMs: number): boolean {
    const { setup, timer } = contest();
    const part = setup?.stages.find((each) => each.id === timer?.stage)?.timer?.[timer?.part ?? 0];
    return elapsedMs <= (part?.seconds ?? 0) * 1000 + plausibleOverMs;
  }

  function inDoubt(time: StageTime, elapsedMs: number, byClockMs: TimeDoubt['byClockMs']): StageTime {
    return { ...time, running: false, elapsedMs, doubt: { byClockMs } };
  }

  function put(time: StageTime | null): void {
    const key = timerKey();
    anchor = time === null || key === null ? null : { key, steadyMs: ports.clock.nowMs(), time };
  }

  function beat(): void {
    const now = time();
    if (now === null || !now.running || anchor === null || !ports.isCommittee) return;
    if (ports.clock.nowMs() - keptAtMs < keepEveryMs) return;
    keptAtMs = ports.clock.nowMs();
    try {
      kept.set({
        ...kept.get(),
        stageTime: { timer: anchor.key, elapsedMs: Math.round(now.elapsedMs), atMs: ports.nowMs() },
      });
    } catch {
      // A convenience: without it the fact's own time bridges a restart.
    }
  }
}
