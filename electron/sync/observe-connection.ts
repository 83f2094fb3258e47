/** What can be seen of the way to a committee's laptop after an attempt has failed, for `checkConnection`. */
import { checkConnection, type ConnectionFacts, type Diagnosis } from '../../shared/sync/connection-check.ts';
import { ownNetworks } from '../adapters/network-addresses.ts';
import { announcedPorts } from './find-port.ts';

export interface FailedAttempt {
  readonly host: string;
  readonly port: number;
  /** What the connection said when it did not come about; null: it did. */
  readonly failure: string | null;
  /** What the committee answered. */
  readonly refusal: string | null;
}

export async function diagnose(attempt: FailedAttempt, signal: AbortSignal): Promise<Diagnosis> {
  const { host, port, failure, refusal } = attempt;
  const line = lineOf(failure);
  const isSilent = refusal === null && line !== 'open' && line !== 'unknown-host';
  const announced = isSilent ? await announcedPorts(host, signal) : [];
  return checkConnection({ networks: ownNetworks(), host, port, line, announcedPort: announced[0] ?? null, refusal });
}

/** Node's and Windows' own codes. */
function lineOf(failure: string | null): ConnectionFacts['line'] {
  if (failure === null) return 'open';
  if (/ECONNREFUSED/.test(failure)) return 'port-closed';
  if (/ENOTFOUND|EAI_/.test(failure)) return 'unknown-host';
  if (/EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ENETDOWN/.test(failure)) return 'no-route';
  return /timed out|ETIMEDOUT|connection-lost/.test(failure) ? 'no-answer' : 'open';
}
