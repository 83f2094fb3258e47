/** The addresses at which other laptops of the venue can reach this one. */
import { networkInterfaces } from 'node:os';
import { limits } from '../../shared/limits.ts';

/** All interfaces, of both families. */
export const everywhere = '::';

type Interfaces = ReturnType<typeof networkInterfaces>;

/** The hosts at which a listener on that address is reached, best first. */
export function reachableHosts(
  listeningOn: string,
  read: () => Interfaces = networkInterfaces,
): readonly [string, ...string[]] {
  return isEverywhere(listeningOn) ? ownAddresses(read(), listeningOn === everywhere) : [listeningOn];
}

/** Calls `onChange` when the addresses of this laptop are others: no system tells it everywhere, so they are looked at. */
export function watchAddresses(onChange: () => void, read: () => Interfaces = networkInterfaces): () => void {
  let known = addressesIn(read());
  const timer = setInterval(() => {
    const now = addressesIn(read());
    if (now === known) return;
    known = now;
    onChange();
  }, limits.addressLookMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Of temporary IPv6 addresses nothing is told: they come and go by themselves. */
function addressesIn(interfaces: Interfaces): string {
  return Object.entries(interfaces)
    .flatMap(([name, addresses]) => (addresses ?? []).map(({ address, family }) => ({ name, address, family })))
    .filter(({ family, address }) => family === 'IPv4' || address.startsWith('fe80:'))
    .map(({ name, address }) => `${name} ${address}`)
    .toSorted()
    .join('\n');
}

/** Whether the listener takes whatever comes in over any interface. */
export function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

/** Of all interfaces but the internal ones: private IPv4 first, virtual and self-assigned ones last; without any, this laptop alone. */
function ownAddresses(interfaces: Interfaces, withIpv6: boolean): readonly [string, ...string[]] {
  const found = Object.entries(interfaces).flatMap(([name, addresses]) =>
    (addresses ?? [])
      .filter((each) => !each.internal && !each.address.startsWith('fe80:') && (withIpv6 || each.family === 'IPv4'))
      .map((each) => ({ name, address: each.address, family: each.family })),
  );
  const [best = '127.0.0.1', ...others] = found
    .map(({ name, address, family }) => ({ address, rank: rankOf(name, address, family) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ address }) => address);
  return [best, ...others];
}

function rankOf(name: string, address: string, family: string): number {
  const isVirtual = /^(docker|veth|br-|vmnet|vboxnet|virbr|tun|tap|utun|vEthernet)/i.test(name);
  if (address.startsWith('169.254.')) return 4;
  if (isVirtual) return 3;
  if (family !== 'IPv4') return 2;
  return /^(192\.168\.|10\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address) ? 0 : 1;
}

export interface BroadcastInterface {
  readonly address: string;
  /** Reaches all laptops of that network. */
  readonly broadcast: string;
}

export function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1';
}

/** The IPv4 networks over which a listener on that address is found: all with the own laptop's, or the one it is in. */
export function broadcastInterfaces(listeningOn: string): readonly BroadcastInterface[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? [])
      .filter((each) => each.family === 'IPv4')
      .map(({ address, netmask }) => ({ address, broadcast: broadcastOf(address, netmask) })),
  );
  if (isEverywhere(listeningOn)) return all;
  // All of 127.0.0.0/8 is this laptop, though the interface names one address of it.
  if (isLoopback(listeningOn)) return [{ address: '127.0.0.1', broadcast: '127.255.255.255' }];
  return all.filter((each) => each.address === listeningOn);
}

/** This laptop's IPv4 networks without the loopback. */
export function ownNetworks(): readonly { readonly address: string; readonly netmask: string }[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((each) => each.family === 'IPv4' && !each.internal)
    .map(({ address, netmask }) => ({ address, netmask }));
}

/** `192.168.1.10` with `255.255.255.0`: `192.168.1.255`. */
export function broadcastOf(address: string, netmask: string): string {
  const mask = netmask.split('.').map(Number);
  return address
    .split('.')
    .map((part, at) => Number(part) | (255 & ~(mask[at] ?? 255)))
    .join('.');
}
