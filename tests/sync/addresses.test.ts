/** Where the committee listens, what it tells of it, and that a change is seen (rule S20). */
import { afterEach, expect, test } from 'vitest';
import type { networkInterfaces } from 'node:os';
import { everywhere, reachableHosts, watchAddresses } from '../../electron/adapters/network-addresses.ts';
import { formatAddress, parseAddress } from '../../shared/sync/invitation.ts';

let stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops) stop();
  stops = [];
});

type Interfaces = ReturnType<typeof networkInterfaces>;
type Address = NonNullable<Interfaces[string]>[number];

const ipv4 = (address: string): Address => ({
  address,
  netmask: '255.255.255.0',
  family: 'IPv4',
  mac: '00:00:00:00:00:00',
  internal: false,
  cidr: `${address}/24`,
});
const ipv6 = (address: string): Address => ({ ...ipv4(address), family: 'IPv6', netmask: 'ffff::', scopeid: 0 });

test('[S20] a changed address is seen, and told once', async () => {
  let now: Interfaces = { wlan0: [ipv4('192.168.1.10')] };
  const told = Promise.withResolvers<string>();
  stops.push(
    watchAddresses(
      () => told.resolve(reachableHosts(everywhere, () => now)[0]),
      () => now,
    ),
  );
  now = { wlan0: [ipv4('10.0.0.7')] };
  expect(await told.promise).toBe('10.0.0.7');
});

test('[S20] IPv6 addresses are told only by who listens there, after the IPv4 ones', () => {
  const read = () => ({ eth0: [ipv6('2001:db8::7'), ipv4('192.168.1.10')] });
  expect(reachableHosts(everywhere, read)).toEqual(['192.168.1.10', '2001:db8::7']);
  expect(reachableHosts('0.0.0.0', read)).toEqual(['192.168.1.10']);
});

test('an IPv6 address with a port is read as it is told', () => {
  expect(parseAddress('[::1]:47470')).toEqual({ host: '::1', port: 47_470 });
  expect(formatAddress('2001:db8::7', 47_470)).toBe('[2001:db8::7]:47470');
  expect(parseAddress('[2001:db8::7]:47470')).toEqual({ host: '2001:db8::7', port: 47_470 });
});
