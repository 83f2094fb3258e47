/**
 * How much one laptop may put on all the others (rule L16). A device's logs are counted together, whoever brings them; what an
 * honest laptop writes in a contest of that size stays far below. Room for the first logs of every further laptop is kept free,
 * so that nobody shuts others out, and a revoked laptop's logs no longer take up any.
 */
import type { Contest, Device } from '../domain/contest.ts';
import { rubricFor, type ContestSetup } from '../domain/setup/contest-file.ts';
import { limits } from '../limits.ts';
import type { DeviceId } from '../domain/ids.ts';

export interface Usage {
  readonly logs: number;
  readonly entries: number;
  readonly bytes: number;
}

/** `not-yet`: whoever wrote it is not known here; the admission may be on its way. */
export type QuotaAnswer = 'fits' | 'not-yet' | 'over-quota';

/** Whether that device may add so much to what it has here. */
export type Quotas = (device: DeviceId, added: Usage) => QuotaAnswer;

export const noUsage: Usage = { logs: 0, entries: 0, bytes: 0 };

export function addUsage(a: Usage, b: Usage): Usage {
  return { logs: a.logs + b.logs, entries: a.entries + b.entries, bytes: a.bytes + b.bytes };
}

/** What one device may hold at most. */
export function deviceQuota(setup: ContestSetup | null): Usage {
  const cells = setup === null ? 0 : cellsOf(setup);
  return {
    logs: limits.logsPerDevice,
    entries: limits.deviceEntries + limits.deviceEntriesPerCell * cells,
    bytes: limits.deviceBytes + limits.deviceBytesPerCell * cells,
  };
}

/** `free`: devices that write without bound, the committee's. `usage`: what each device has here. */
export function quotasOf(
  contest: Pick<Contest, 'setup'> & { readonly devices: ReadonlyMap<string, Pick<Device, 'revoked'>> },
  free: ReadonlySet<string>,
  usage: ReadonlyMap<string, Usage>,
): Quotas {
  const quota = deviceQuota(contest.setup);
  let allLogs = 0;
  let countedLogs = 0;
  for (const [device, { logs }] of usage) {
    allLogs += logs;
    if ((contest.devices.get(device)?.revoked ?? null) === null) countedLogs += logs;
  }
  return (device, added) => {
    if (free.has(device)) return 'fits';
    if (!contest.devices.has(device)) return 'not-yet';
    const sum = addUsage(usage.get(device) ?? noUsage, added);
    if (sum.entries > quota.entries || sum.bytes > quota.bytes) return 'over-quota';
    if (added.logs === 0) return 'fits';
    if (sum.logs > quota.logs || allLogs + added.logs > limits.receivedLogs) return 'over-quota';
    const kept = sum.logs <= limits.logsKeptPerDevice ? 0 : limits.logsKeptPerDevice * limits.peers;
    return countedLogs + added.logs + kept > limits.receivedLogs ? 'over-quota' : 'fits';
  };
}

/** Scores that one juror who judges everything gives. */
function cellsOf(setup: ContestSetup): number {
  const ofCategory = new Map(
    setup.categories.map(({ id }) => [
      id,
      setup.stages.reduce((sum, stage) => sum + (rubricFor(setup, stage.id, id)?.criteria.length ?? 0), 0),
    ]),
  );
  return setup.contestants.reduce((sum, { category }) => sum + (ofCategory.get(category) ?? 0), 0);
}
