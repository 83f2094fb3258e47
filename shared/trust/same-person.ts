/**
 * The laptops that one person uses at a seat (rule L7): each was let to read what the laptop admitted before it wrote. A
 * laptop that was not let to belongs to a substitute, and a new person begins with it. What any of them writes, the
 * others of the same person may read.
 */
import type { Contest, Device } from '../domain/contest.ts';
import { sharedKeyName } from '../domain/contest.ts';
import type { LogOpened } from '../domain/facts/events.ts';
import type { LogId } from '../domain/ids.ts';
import { groupBy } from '../lib/order.ts';
import { mayRead } from './authority.ts';

export interface MissingKey {
  /** The laptop that cannot read it yet. */
  readonly device: Device;
  /** Logs of the other laptops of the same person. */
  readonly logs: readonly LogId[];
}

/** Which logs a laptop of the same person cannot read yet. A revoked laptop is given nothing any more. */
export function missingKeys(contest: Contest, openings: ReadonlyMap<LogId, LogOpened>): readonly MissingKey[] {
  return [...groupBy(contest.devices.values(), ({ seat }) => seat).values()]
    .flatMap((devices) => personsOf(contest, openings, devices))
    .flatMap((person) =>
      person
        .filter(({ revoked }) => revoked === null)
        .map((device) => ({
          device,
          logs: person
            .flatMap((other) => logsOf(openings, other))
            .filter((log) => !mayRead(contest, openings, device, log)),
        })),
    )
    .filter(({ logs }) => logs.length > 0);
}

/** Logs of the person who wrote there last before that laptop was admitted: of nobody who was there earlier. */
export function logsOfPersonBefore(
  contest: Contest,
  openings: ReadonlyMap<LogId, LogOpened>,
  { device, seat }: Device,
): readonly LogId[] {
  const ofSeat = [...contest.devices.values()].filter((each) => each.seat === seat);
  const before = ofSeat.slice(
    0,
    ofSeat.findIndex((each) => each.device === device),
  );
  const logs = personsOf(contest, openings, before).map((person) => person.flatMap((each) => logsOf(openings, each)));
  return logs.findLast((each) => each.length > 0) ?? [];
}

/** The laptops of a seat by who sits at them; who was given a laptop last comes last. */
function personsOf(
  contest: Contest,
  openings: ReadonlyMap<LogId, LogOpened>,
  devices: readonly Device[],
): readonly (readonly Device[])[] {
  let persons: readonly (readonly Device[])[] = [];
  for (const device of devices) {
    const isOwn = (log: LogId): boolean => contest.sharedKeys.has(sharedKeyName(log, device.device));
    // A laptop in between that was never used, or somebody else's, parts nobody.
    const same = persons.findLast((person) => person.some((each) => logsOf(openings, each).some(isOwn)));
    persons = [...persons.filter((person) => person !== same), [...(same ?? []), device]];
  }
  return persons;
}

function logsOf(openings: ReadonlyMap<LogId, LogOpened>, { signingKey }: Device): readonly LogId[] {
  return [...openings].flatMap(([log, opening]) => (opening.signingKey === signingKey ? [log] : []));
}
