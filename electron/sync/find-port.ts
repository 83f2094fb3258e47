/** The port of a committee of which only the address is known: its laptop is asked, and else it is the usual one. */
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { limits } from '../../shared/limits.ts';
import { searchContests } from '../adapters/contest-beacon.ts';
import type { JoinError } from '../../shared/say/joining.ts';

const PATIENCE_MS = 1500;

export async function findPort(host: string, signal: AbortSignal): Promise<Result<number, JoinError>> {
  const ports = await announcedPorts(host, signal);
  if (ports.length <= 1) return ok(ports[0] ?? limits.committeePort);
  return err({ type: 'several-contests', reason: 'several-contests', contests: ports.length });
}

/** Ends with the first answer, a moment later for further ones, or without any. */
export function announcedPorts(host: string, signal: AbortSignal): Promise<readonly number[]> {
  const ports = new Set<number>();
  return new Promise((resolve) => {
    const stop = searchContests({ listeningOn: '0.0.0.0', host }, ({ port }) => {
      if (ports.size === 0) setTimeout(finish, PATIENCE_MS / 5);
      ports.add(port);
    });
    const patience = setTimeout(finish, PATIENCE_MS);
    signal.addEventListener('abort', finish, { once: true });

    function finish(): void {
      clearTimeout(patience);
      signal.removeEventListener('abort', finish);
      stop();
      resolve([...ports]);
    }
  });
}
