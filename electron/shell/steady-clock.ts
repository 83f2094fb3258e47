/**
 * A clock that never jumps and counts sleep: the monotonic clock, plus the time that the laptop slept where the system's
 * monotonic clock stood still (it does on Linux and macOS, not on Windows). Setting the wall clock changes nothing; the wall
 * clock only bridges a sleep, and where it cannot be believed the listeners are told (rule C8).
 */

export interface SteadyClock {
  /** Milliseconds since some moment; never goes back. */
  readonly nowMs: () => number;
  /** To be called about once a second: what both clocks said before a sleep. */
  readonly beat: () => void;
  /** The system has woken. */
  readonly resumed: () => void;
  /** Told after each sleep. Returns the function that unsubscribes. */
  readonly onSlept: (listener: (sleep: Sleep) => void) => () => void;
}

export interface Sleep {
  /** Milliseconds that `nowMs` went on over the sleep; null: the wall clock cannot be believed, and `nowMs` says nothing of it. */
  readonly slept: number | null;
  /** `nowMs` of the last moment that was seen awake. */
  readonly beforeMs: number;
}

interface Moment {
  readonly wallMs: number;
  readonly monotonicMs: number;
  readonly steadyMs: number;
}

/** A gap between two beats that a busy process does not explain. */
const gapMs = 5_000;
/** Between the clocks themselves: rounding, and the slow corrections of a time service. */
const differenceMs = 1_500;
/** The system tells of the waking up to so long after the first beat that follows it. */
const lateMs = 60_000;
/** A laptop that seems to have slept longer has had its clock set. */
const longestSleepMs = 24 * 3_600_000;

export function createSteadyClock(ports: {
  readonly nowMs: () => number;
  readonly monotonicMs: () => number;
}): SteadyClock {
  const listeners = new Set<(sleep: Sleep) => void>();
  let addedMs = 0;
  let last = moment();
  /** The last beat before a gap that may turn out to have been a sleep. */
  let gap: { readonly before: Moment; readonly after: Moment } | null = null;

  return {
    nowMs: steadyMs,
    beat,
    resumed,
    onSlept: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  function steadyMs(): number {
    return ports.monotonicMs() + addedMs;
  }

  function moment(): Moment {
    return { wallMs: ports.nowMs(), monotonicMs: ports.monotonicMs(), steadyMs: steadyMs() };
  }

  function beat(): void {
    const now = moment();
    if (isGap(last, now)) gap = { before: last, after: now };
    last = now;
  }

  function resumed(): void {
    beat();
    const now = last;
    const slept = gap !== null && now.monotonicMs - gap.after.monotonicMs <= lateMs ? gap : null;
    gap = null;
    if (slept === null) return;
    const addMs = missing(slept.before, slept.after);
    addedMs += addMs ?? 0;
    last = moment();
    const sleep: Sleep = {
      slept: addMs === null ? null : slept.after.monotonicMs - slept.before.monotonicMs + addMs,
      beforeMs: slept.before.steadyMs,
    };
    for (const listener of listeners) listener(sleep);
  }
}

function isGap(before: Moment, after: Moment): boolean {
  const wallMs = after.wallMs - before.wallMs;
  return wallMs > gapMs || wallMs < -differenceMs || after.monotonicMs - before.monotonicMs > gapMs;
}

/** What the monotonic clock did not count of a sleep; null: nobody knows. */
function missing(before: Moment, after: Moment): number | null {
  const monotonicMs = after.monotonicMs - before.monotonicMs;
  const wallMs = after.wallMs - before.wallMs;
  if (monotonicMs > gapMs) return 0;
  if (wallMs < 0 || wallMs > longestSleepMs) return null;
  return Math.max(0, wallMs - monotonicMs);
}
