/** Processes of the command line that a test starts, each with a promise for the first event that fits; all end with the test. */
import { startCli, type CliChild, type CliEvent } from '../../electron/cli/child-process.ts';

export interface WatchedChild extends CliChild {
  /** The first event that fits, one that came already included. */
  readonly until: (fits: (event: CliEvent) => boolean) => Promise<CliEvent>;
}

export interface CliChildren {
  readonly start: (args: readonly string[]) => WatchedChild;
  readonly killAll: () => Promise<unknown>;
}

export function cliChildren(): CliChildren {
  const children: CliChild[] = [];
  return { start, killAll: () => Promise.all(children.splice(0).map((child) => child.stop('SIGKILL'))) };

  function start(args: readonly string[]): WatchedChild {
    let waiting: { readonly fits: (event: CliEvent) => boolean; readonly resolve: (event: CliEvent) => void }[] = [];
    const child = startCli(args, (event) => {
      for (const each of waiting) if (each.fits(event)) each.resolve(event);
      waiting = waiting.filter((each) => !each.fits(event));
    });
    children.push(child);
    const until = (fits: (event: CliEvent) => boolean): Promise<CliEvent> => {
      const come = child.events.find(fits);
      if (come !== undefined) return Promise.resolve(come);
      return new Promise((resolve) => {
        waiting.push({ fits, resolve });
      });
    };
    return { ...child, until };
  }
}
