/** Time, chance and keys of this machine for the two roles. */
import type { RolePorts, Timers } from '../../shared/sync/roles/ports.ts';
import { applicationVersion } from '../adapters/application-version.ts';
import { nodeCrypto, nodeRandom, systemClock } from '../adapters/node-crypto.ts';
import { isStorageError } from '../adapters/storage-error.ts';

export const nodeTimers: Timers = {
  after: (ms, run, isAwaited = false) => {
    const timer = setTimeout(run, ms);
    if (!isAwaited) timer.unref();
    return () => clearTimeout(timer);
  },
  every: (ms, run) => {
    const timer = setInterval(run, ms).unref();
    return () => clearInterval(timer);
  },
  soon: (run) => {
    setImmediate(run);
  },
};

export const rolePorts: RolePorts = {
  timers: nodeTimers,
  clock: systemClock,
  elapsedMs: () => performance.now(),
  random: nodeRandom,
  crypto: nodeCrypto,
  application: applicationVersion,
  isStorageError,
};
