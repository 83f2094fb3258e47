/** Many changes, one message: `tell` is called once, a moment after the first of them. */

export interface Coalesced {
  readonly mark: () => void;
  readonly stop: () => void;
}

export function coalesced(tell: () => void, delayMs: number): Coalesced {
  let timer: NodeJS.Timeout | null = null;
  return {
    mark: () => {
      timer ??= setTimeout(() => {
        timer = null;
        tell();
      }, delayMs).unref();
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
