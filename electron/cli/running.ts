/** For the commands that run until they are stopped: SIGTERM, SIGINT or a closed parent end them cleanly. */

export interface Running {
  readonly signal: AbortSignal;
  /** Resolves when the process shall end. */
  readonly stopped: Promise<void>;
  /** Lets the process end by itself. */
  readonly release: () => void;
}

export function runUntilStopped(): Running {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  return {
    signal: controller.signal,
    stopped: new Promise((resolve) => {
      controller.signal.addEventListener('abort', () => resolve(), { once: true });
    }),
    release: () => {
      process.off('SIGTERM', stop);
      process.off('SIGINT', stop);
      process.stdin.destroy();
    },
  };
}
