import { expect, test } from 'vitest';
import { sayDiagnosis } from '../../shared/say/joining.ts';
import { wordsOf } from '../../shared/say/words.ts';
import { checkConnection, type ConnectionFacts } from '../../shared/sync/connection-check.ts';

const facts: ConnectionFacts = {
  networks: [{ address: '192.168.1.20', netmask: '255.255.255.0' }],
  host: '192.168.1.10',
  port: 47_470,
  line: 'no-answer',
  announcedPort: null,
  refusal: null,
};

test.each<[string, Partial<ConnectionFacts>, string]>([
  ['no network at all', { networks: [], line: 'no-route' }, 'no-network'],
  ['this very laptop needs no network', { networks: [], host: '127.0.0.1', line: 'port-closed' }, 'port-closed'],
  ['this very laptop by its name', { networks: [], host: 'localhost', line: 'port-closed' }, 'port-closed'],
  ['this very laptop by its other address', { networks: [], host: '::1', line: 'port-closed' }, 'port-closed'],
  ['another network', { host: '10.0.0.7' }, 'other-network'],
  ['another network behind the same first numbers', { host: '192.168.2.10' }, 'other-network'],
  [
    'the same network by its mask',
    { host: '192.168.2.10', networks: [{ address: '192.168.1.20', netmask: '255.255.0.0' }] },
    'unreachable',
  ],
  [
    'the same network by a mask within a number',
    { host: '192.168.0.10', networks: [{ address: '192.168.1.20', netmask: '255.255.254.0' }] },
    'unreachable',
  ],
  [
    'another network by a mask within a number',
    { host: '192.168.1.200', networks: [{ address: '192.168.1.20', netmask: '255.255.255.128' }] },
    'other-network',
  ],
  [
    'one of two networks',
    { networks: [...facts.networks, { address: '10.0.0.20', netmask: '255.255.255.0' }] },
    'unreachable',
  ],
  ['a name that only begins like an address', { host: '10.0.0.7.kantor' }, 'unreachable'],
  ['a name that only ends like one', { host: 'kantor10.0.0.7' }, 'unreachable'],
  ['the same network and no answer', {}, 'unreachable'],
  ['the way is unknown though the network is the same', { line: 'no-route' }, 'unreachable'],
  ['nobody listens there', { line: 'port-closed' }, 'port-closed'],
  [
    'nobody listens there, in another network that is reached all the same',
    { host: '10.0.0.7', line: 'port-closed' },
    'port-closed',
  ],
  ['the committee listens at another port', { line: 'port-closed', announcedPort: 5123 }, 'other-port'],
  ['the committee listens there, as it says', { line: 'port-closed', announcedPort: facts.port }, 'port-closed'],
  ['a name that nobody knows', { host: 'laptop-panitia', line: 'unknown-host' }, 'unknown-host'],
  ['another program', { line: 'open' }, 'other-program'],
  ['a wrong code', { line: 'open', refusal: 'wrong-code' }, 'wrong-code'],
  ['a burnt code', { line: 'open', refusal: 'burnt' }, 'burnt'],
  ['another version', { line: 'open', refusal: 'version' }, 'version'],
])('[S16] %s is named, with what to do', (_case, observed, type) => {
  const diagnosis = checkConnection({ ...facts, ...observed });
  expect(diagnosis.type).toBe(type);
  const { message, steps } = sayDiagnosis(wordsOf.id.joining, diagnosis);
  expect(message).toMatch(/\.$/);
  expect(steps.length).toBeGreaterThan(0);
});

test('[S16] another network is named with all that this laptop is in', () => {
  const networks = [...facts.networks, { address: '172.16.0.5', netmask: '255.255.0.0' }];
  expect(checkConnection({ ...facts, networks, host: '10.0.0.7' })).toEqual({
    type: 'other-network',
    own: ['192.168.1.20', '172.16.0.5'],
    host: '10.0.0.7',
  });
});
