/**
 * What the committee has to know of one laptop (rules L16, S8): it sends more than its due, or wrong entries, or writes a log that
 * the committee cannot read. Each is told once, and stays with the laptop until it is revoked or the program ends; what
 * is still so is found again.
 */
import { findJuror } from '../../domain/contest.ts';
import type { HubProblem } from './hub.ts';
import type { LiveContest } from '../../laptop/live-contest.ts';
import type { DeviceId, JurorId } from '../../domain/ids.ts';

export type LaptopTrouble = 'over-quota' | 'wrong-entries' | 'unreadable-log';

/** As people tell laptops apart. */
export interface NamedLaptop {
  readonly machine: string;
  readonly seatName: string;
}

/** One trouble of one laptop. */
export interface ToldTrouble {
  readonly seat: JurorId;
  readonly machine: string;
  readonly problem: HubProblem | { readonly type: 'unreadable-log' };
  /** Bahasa Indonesia; names the laptop and its seat, and says what to do. */
  readonly message: string;
}

export interface LaptopTroubles {
  /** Takes note of a problem with what that laptop sent; whether it is one of these. */
  readonly note: (sender: DeviceId, problem: HubProblem) => boolean;
  /** Looks for logs that the committee cannot read. */
  readonly look: () => void;
  readonly of: (device: DeviceId) => readonly string[];
}

/** `say`: in words. `onFound`: wrong entries each time, the others once. */
export function createLaptopTroubles(
  contest: LiveContest,
  say: (trouble: LaptopTrouble, of: NamedLaptop) => string,
  onFound: (found: ToldTrouble) => void,
): LaptopTroubles {
  const known = new Map<DeviceId, Map<LaptopTrouble, string>>();

  return {
    note: (sender, problem) => {
      if (problem.type === 'over-quota') return add(problem.device, 'over-quota', problem);
      if (problem.type !== 'refused-entries' && problem.type !== 'bad-frame') return false;
      return add(sender, 'wrong-entries', problem);
    },
    look: () => {
      for (const device of contest.unreadableDevices()) add(device, 'unreadable-log', { type: 'unreadable-log' });
    },
    of: (device) => [...(known.get(device)?.values() ?? [])],
  };

  function add(id: DeviceId, trouble: LaptopTrouble, problem: ToldTrouble['problem']): boolean {
    const { devices, setup } = contest.contest();
    const device = devices.get(id);
    const troubles = known.get(id) ?? new Map<LaptopTrouble, string>();
    if (device === undefined) return false;
    if (troubles.has(trouble) && trouble !== 'wrong-entries') return true;
    const { seat, machine } = device;
    const seatName = (setup === null ? undefined : findJuror(setup, seat)?.name) ?? seat;
    const message = say(trouble, { machine, seatName });
    known.set(id, troubles.set(trouble, message));
    onFound({ seat, machine, problem, message });
    return true;
  }
}
