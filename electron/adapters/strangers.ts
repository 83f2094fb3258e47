/**
 * Connections whose other side has not proven anything yet (rule S3): so many per address and in all, so that there is
 * always room for a laptop that proves itself within a moment. When room is needed, whoever hangs about longest at the
 * address that holds most goes; laptops that all come at once from one address are not turned against each other.
 */
import { limits } from '../../shared/limits.ts';

export interface Stranger {
  readonly address: string;
  readonly turnAway: () => void;
}

export interface Strangers {
  /** False: there is no room for it; nothing is remembered of it. */
  readonly arrive: (stranger: Stranger) => boolean;
  /** It has proven itself, or it is gone. */
  readonly leave: (stranger: Stranger) => void;
}

export function createStrangers(monotonicMs: () => number): Strangers {
  /** In the order of their coming. */
  const since = new Map<Stranger, number>();

  return {
    arrive(stranger) {
      const here = at(stranger.address);
      if (here.length >= limits.unprovenConnectionsPerAddress) {
        if (!displace(here[0])) return false;
      } else if (since.size >= limits.unprovenConnections) {
        const most = crowd();
        // Who holds more than the newcomer would gives way at once.
        if (most.length > here.length + 1) turnAway(most[0]);
        else if (!displace([...since.keys()][0])) return false;
      }
      since.set(stranger, monotonicMs());
      return true;
    },
    leave: (stranger) => void since.delete(stranger),
  };

  /** Only who has had time to prove something. */
  function displace(oldest: Stranger | undefined): boolean {
    const began = oldest === undefined ? undefined : since.get(oldest);
    if (began === undefined || monotonicMs() - began < limits.strangerGraceMs) return false;
    turnAway(oldest);
    return true;
  }

  function turnAway(stranger: Stranger | undefined): void {
    if (stranger === undefined) return;
    since.delete(stranger);
    stranger.turnAway();
  }

  function at(address: string): readonly Stranger[] {
    return [...since.keys()].filter((each) => each.address === address);
  }

  function crowd(): readonly Stranger[] {
    const byAddress = Map.groupBy(since.keys(), ({ address }) => address);
    return [...byAddress.values()].reduce<readonly Stranger[]>((a, b) => (b.length > a.length ? b : a), []);
  }
}
