/**
 * When a connection counts as silent (rule S19). Shown soon, so that nobody trusts a dead line; closed late, so that a slow laptop is
 * not hung up on. While this process had no time it heard nobody: that is nobody's silence.
 */
import { limits } from '../limits.ts';

export interface Silence {
  /** So long since the last call; `heard`: something came from the other side meanwhile. */
  readonly listened: (ms: number, heard: boolean) => void;
  /** To be shown as not answering. */
  readonly isQuiet: () => boolean;
  /** To be closed. `roundTripMs`: as measured before; null: not yet. */
  readonly isDead: (roundTripMs: number | null) => boolean;
}

/** A process that is called so late was busy or asleep: it has not listened for longer than this. */
const MOST_LISTENED_MS = limits.tickMs * 1.5;

export function createSilence(): Silence {
  let silentMs = 0;
  return {
    listened: (ms, heard) => {
      silentMs = heard ? 0 : silentMs + Math.min(ms, MOST_LISTENED_MS);
    },
    isQuiet: () => silentMs >= limits.quietMs,
    isDead: (roundTripMs) => silentMs > Math.max(limits.silenceMs, limits.silenceRoundTrips * (roundTripMs ?? 0)),
  };
}
