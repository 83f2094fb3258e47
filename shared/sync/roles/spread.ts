/**
 * Which laptops carry a juror's log at once (rule S22): the committee's always, and as many further ones as the contest says,
 * drawn for each log by its id and theirs (rendezvous hashing: a laptop that comes or goes moves few logs). All others get it
 * when nothing else is to be done. So the work of the hot hours grows with the jurors and not with their square, and no score
 * lies on one juror's laptop alone.
 */
import type { Contest, Device } from '../../domain/contest.ts';
import type { LogOpened } from '../../domain/facts/events.ts';
import type { DeviceId, JurorId, LogId } from '../../domain/ids.ts';
import { compareText } from '../../lib/order.ts';
import { limits } from '../../limits.ts';
import type { Crypto } from '../../ports.ts';

export interface Spread {
  /** Whether that laptop has no hurry to get that log. */
  readonly isLater: (device: DeviceId, log: LogId) => boolean;
}

type Laptop = Pick<Device, 'device' | 'seat'>;

/** What is asked of the contest. */
interface SpreadContest {
  readonly contest: () => Pick<Contest, 'devices' | 'setup'>;
  readonly openings: () => ReadonlyMap<LogId, Pick<LogOpened, 'seat'>>;
}

export function createSpread(contest: SpreadContest, crypto: Crypto): Spread {
  const weights = new Map<string, string>();
  let holders = new Map<LogId, ReadonlySet<DeviceId>>();
  /** What was looked at last: asked for every log and laptop, and changed by facts only. */
  let seen: { readonly contest: object; readonly active: readonly Laptop[]; readonly copies: number } | null = null;
  let drawnFor = '';

  return {
    isLater: (device, log) => {
      const opening = contest.openings().get(log);
      if (opening === undefined || opening.seat === null) return false;
      const { active, copies } = look();
      if (active.length <= limits.jurorsWithAllCopies) return false;
      if (contest.contest().devices.get(device)?.seat === opening.seat) return false;
      const drawn = holders.get(log) ?? draw(log, opening.seat, active, copies);
      holders.set(log, drawn);
      return !drawn.has(device);
    },
  };

  function look() {
    const current = contest.contest();
    if (seen !== null && seen.contest === current) return seen;
    const active = [...current.devices.values()].filter(({ revoked }) => revoked === null);
    const copies = current.setup?.contest.copies ?? limits.copies;
    // Laptops only come, or are revoked.
    const drawn = `${current.devices.size} ${active.length} ${copies}`;
    if (drawn !== drawnFor) holders = new Map();
    drawnFor = drawn;
    seen = { contest: current, active, copies };
    return seen;
  }

  function draw(log: LogId, seat: JurorId, active: readonly Laptop[], copies: number): ReadonlySet<DeviceId> {
    const others = active.filter((each) => each.seat !== seat).map(({ device }) => device);
    const byWeight = (a: DeviceId, b: DeviceId) => compareText(weightOf(log, b), weightOf(log, a));
    return new Set(others.toSorted(byWeight).slice(0, copies));
  }

  function weightOf(log: LogId, device: DeviceId): string {
    const name = `${log} ${device}`;
    const known = weights.get(name);
    if (known !== undefined) return known;
    const hash = crypto.hash(Uint8Array.from(name, (character) => character.charCodeAt(0)));
    const weight = Array.from(hash.subarray(0, 8), (byte) => String.fromCharCode(byte)).join('');
    weights.set(name, weight);
    return weight;
  }
}

/** When logs may go on to everybody else: a few laptops in each tick, while nothing new comes in here or from others. */
export interface SpreadTurns {
  readonly somethingNew: () => void;
  readonly tick: () => void;
  /** Takes a turn of this tick, if there is one left. */
  readonly take: () => boolean;
}

/** `elapsedMs`: milliseconds by a clock that does not jump. */
export function createSpreadTurns(elapsedMs: () => number): SpreadTurns {
  let newAtMs = elapsedMs();
  let left = 0;
  return {
    somethingNew: () => {
      newAtMs = elapsedMs();
      left = 0;
    },
    tick: () => {
      left = elapsedMs() - newAtMs < limits.spreadQuietMs ? 0 : limits.spreadPerTick;
    },
    take: () => {
      left -= 1;
      return left >= 0;
    },
  };
}
