/** Many changes, one message: `tell` is called once, a moment after the first of them. */
import type { Timers } from './ports.ts';

export interface Coalesced {
  readonly mark: () => void;
  readonly stop: () => void;
}

export function coalesced(timers: Timers, tell: () => void, delayMs: number): Coalesced {
  let cancel: (() => void) | null = null;
  return {
    mark: () => {
      cancel ??= timers.after(delayMs, () => {
        cancel = null;
        tell();
      });
    },
    stop: () => {
      cancel?.();
      cancel = null;
    },
  };
}
