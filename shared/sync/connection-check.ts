/**
 * Why a juror's laptop did not get to the committee, from what was observed (rule S16). Pure:
 * looking at the network is the platform's work (`electron/sync/observe-connection.ts`).
 */

export interface ConnectionFacts {
  /** IPv4 networks of this laptop, its own loopback left out. */
  readonly networks: readonly { readonly address: string; readonly netmask: string }[];
  readonly host: string;
  readonly port: number;
  /** `open`: something answers at that port. */
  readonly line: 'open' | 'port-closed' | 'no-answer' | 'no-route' | 'unknown-host';
  /** Where the laptop at that address says that its committee listens; null: it says nothing. */
  readonly announcedPort: number | null;
  /** What the committee answered; null: it did not come to that. */
  readonly refusal: string | null;
}

/** One thing that was seen, or any of them. */
export type Diagnosis<Type extends DiagnosisType = DiagnosisType> = {
  [Each in Type]: { readonly type: Each } & Diagnoses[Each];
}[Type];

export type DiagnosisType = keyof Diagnoses;

interface Diagnoses {
  readonly 'no-network': NoMore;
  readonly 'other-network': { readonly own: readonly string[]; readonly host: string };
  readonly unreachable: { readonly host: string };
  readonly 'port-closed': Place;
  readonly 'other-port': Place & { readonly announcedPort: number };
  readonly 'unknown-host': { readonly host: string };
  readonly 'other-program': Place;
  readonly 'wrong-code': NoMore;
  readonly burnt: NoMore;
  readonly version: NoMore;
}

type Place = Pick<ConnectionFacts, 'host' | 'port'>;
type NoMore = Readonly<Record<never, never>>;

export function checkConnection(facts: ConnectionFacts): Diagnosis {
  const { networks, host, port, line, announcedPort, refusal } = facts;
  const isHere = host.startsWith('127.') || host === '::1' || host === 'localhost';
  if (refusal === 'wrong-code' || refusal === 'burnt' || refusal === 'version') return { type: refusal };
  if (networks.length === 0 && !isHere) return { type: 'no-network' };
  if (line === 'unknown-host') return { type: 'unknown-host', host };
  if (line === 'open') return { type: 'other-program', host, port };
  if (announcedPort !== null && announcedPort !== port) return { type: 'other-port', host, port, announcedPort };
  if (line === 'port-closed') return { type: 'port-closed', host, port };
  if (isIpv4(host) && !isHere && !networks.some((own) => isSameNetwork(own, host))) {
    return { type: 'other-network', own: networks.map(({ address }) => address), host };
  }
  return { type: 'unreachable', host };
}

function isSameNetwork(
  { address, netmask }: { readonly address: string; readonly netmask: string },
  host: string,
): boolean {
  const mask = numberOf(netmask);
  return (numberOf(address) & mask) === (numberOf(host) & mask);
}

function isIpv4(host: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(host);
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) | 0;
}
