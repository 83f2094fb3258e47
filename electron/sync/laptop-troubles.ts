/**
 * What the committee has to know of one laptop (rules L16, S8): it sends more than its due, or wrong entries, or writes a log that
 * the committee cannot read. Each is told once, and stays with the laptop until it is revoked or the program ends; what
 * is still so is found again.
 */
import { findJuror } from '../../shared/domain/contest.ts';
import type { OpenContest } from '../contest/open-contest.ts';
import type { HubProblem } from './hub.ts';

type LaptopTrouble = 'over-quota' | 'wrong-entries' | 'unreadable-log';

/** One trouble of one laptop. */
export interface ToldTrouble {
  readonly seat: string;
  readonly machine: string;
  readonly problem: HubProblem | { readonly type: 'unreadable-log' };
  /** Bahasa Indonesia; names the laptop and its seat, and says what to do. */
  readonly message: string;
}

export interface LaptopTroubles {
  /** Takes note of a problem with what that laptop sent; whether it is one of these. */
  readonly note: (sender: string, problem: HubProblem) => boolean;
  /** Looks for logs that the committee cannot read. */
  readonly look: () => void;
  readonly of: (device: string) => readonly string[];
}

/** `onFound`: wrong entries each time, the others once. */
export function createLaptopTroubles(contest: OpenContest, onFound: (found: ToldTrouble) => void): LaptopTroubles {
  const known = new Map<string, Map<LaptopTrouble, string>>();

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

  function add(id: string, trouble: LaptopTrouble, problem: ToldTrouble['problem']): boolean {
    const { devices, setup } = contest.contest();
    const device = devices.get(id);
    const troubles = known.get(id) ?? new Map<LaptopTrouble, string>();
    if (device === undefined) return false;
    if (troubles.has(trouble) && trouble !== 'wrong-entries') return true;
    const { seat, machine } = device;
    const name = (setup === null ? undefined : findJuror(setup, seat)?.name) ?? seat;
    const message = texts[trouble](`Laptop ${machine} (${name})`);
    known.set(id, troubles.set(trouble, message));
    onFound({ seat, machine, problem, message });
    return true;
  }
}

const texts = {
  'over-quota': (laptop) =>
    `${laptop} mengirim jauh lebih banyak data daripada yang wajar. Kelebihannya tidak diterima dan tidak disebarkan; nilai juri lain aman. Periksa laptop itu. Bila bukan pekerjaan juri, cabut laptop itu di menu Perangkat lalu undang laptop lain untuk kursinya.`,
  'wrong-entries': (laptop) =>
    `${laptop} mengirim data yang rusak atau tidak sah; data itu tidak diterima. Tutup lalu buka lagi aplikasi di laptop itu. Bila peringatan ini muncul lagi, cabut laptop itu di menu Perangkat lalu undang laptop lain untuk kursinya.`,
  'unreadable-log': (laptop) =>
    `Nilai dari ${laptop} tidak dapat dibaca panitia, karena kuncinya tidak disertakan. Cabut laptop itu di menu Perangkat, undang laptop lain untuk kursinya, lalu minta juri memasukkan nilainya di sana.`,
} satisfies Record<LaptopTrouble, (laptop: string) => string>;
