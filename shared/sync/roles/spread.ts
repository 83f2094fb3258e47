/**
 * Which laptops carry a juror's log at once (rule S22): the committee's always, and as many further ones as the contest says,
 * drawn for each log by its id and theirs (rendezvous hashing: a laptop that comes or goes moves few logs). All others get it
 * when nothing else is to be done. So the work of the hot hours grows with the jurors and not with their square, and no score
 * lies on one juror's laptop alone.
 */
import type { Contest } from '../../domain/contest.ts';
import type { LogOpened } from '../../domain/facts/events.ts';
import { compareText } from '../../lib/order.ts';
import { limits } from '../../limits.ts';
import type { Crypto } from '../../ports.ts';

export interface Spread {
  /** Whether that laptop has no hurry to get that log. */
  readonly isLater: (device: string, log: string) => boolean;
}

/** What is asked of the contest. */
interface SpreadContest {
  readonly contest: () => Pick<Contest, 'devices' | 'setup'>;
  readonly openings: () => ReadonlyMap<string, Pick<LogOpened, 'seat'>>;
}

export function createSpread(contest: SpreadContest, crypto: Crypto): Spread {
  const weights = new Map<string, string>();
  let holders = new Map<string, ReadonlySet<string>>();
  let drawnFor = '';

  return {
    isLater: (device, log) => {
      const opening = contest.openings().get(log);
      if (opening === undefined || opening.seat === null) return false;
      const { devices, setup } = contest.contest();
      const copies = setup?.contest.copies ?? limits.copies;
      const active = [...devices.values()].filter(({ revoked }) => revoked === null);
      if (active.length <= limits.jurorsWithAllCopies) return false;
      if (devices.get(device)?.seat === opening.seat) return false;
      // Laptops only come, or are revoked.
      const drawn = `${devices.size} ${active.length} ${copies}`;
      if (drawn !== drawnFor) holders = new Map();
      drawnFor = drawn;
      const drawnHolders = holders.get(log) ?? draw(log, opening.seat, active, copies);
      holders.set(log, drawnHolders);
      return !drawnHolders.has(device);
    },
  };

  function draw(
    log: string,
    seat: string,
    active: readonly { readonly device: string; readonly seat: string }[],
    copies: number,
  ): ReadonlySet<string> {
    const others = active.filter((each) => each.seat !== seat).map(({ device }) => device);
    const byWeight = (a: string, b: string) => compareText(weightOf(log, b), weightOf(log, a));
    return new Set(others.toSorted(byWeight).slice(0, copies));
  }

  function weightOf(log: string, device: string): string {
    const name = `${log} ${device}`;
    const known = weights.get(name);
    if (known !== undefined) return known;
    const hash = crypto.hash(Uint8Array.from(name, (character) => character.charCodeAt(0)));
    const weight = Array.from(hash.subarray(0, 8), (byte) => String.fromCharCode(byte)).join('');
    weights.set(name, weight);
    return weight;
  }
}
