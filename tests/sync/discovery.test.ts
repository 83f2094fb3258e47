/** Contests found over the real loopback, and nothing beyond it. */
import { afterEach, expect, test } from 'vitest';
import { createSocket } from 'node:dgram';
import { answerSearches, searchContests, type FoundContest } from '../../electron/adapters/contest-beacon.ts';
import { announceCommittee, findContests } from '../../electron/adapters/discovery.ts';
import { broadcastInterfaces, broadcastOf } from '../../electron/adapters/network-addresses.ts';
import { limits } from '../../shared/limits.ts';

let stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops) stop();
  stops = [];
});

/** Other programs on this machine may be found too: each contest of a test has a name of its own. */
function hint(contest: string, port: number) {
  return { contest, device: 'a'.repeat(26), port, version: '1.2.3' };
}

function find(options: Parameters<typeof searchContests>[0], isIt: (found: FoundContest) => boolean) {
  return new Promise<FoundContest>((resolve) => {
    stops.push(searchContests(options, (found) => (isIt(found) ? resolve(found) : undefined)));
  });
}

test('[S15] a committee that listens on this laptop alone is found from this laptop, with its port', async () => {
  const contest = `Lomba ${process.pid} satu`;
  stops.push(announceCommittee('127.0.0.1', () => hint(contest, 5123)));
  const found = new Promise<FoundContest>((resolve) => {
    stops.push(findContests('127.0.0.1', (each) => (each.contest === contest ? resolve(each) : undefined)));
  });
  expect(await found).toEqual({ ...hint(contest, 5123), host: '127.0.0.1' });
});

test('[S15] two committees on one laptop are both found, and a name that changes is told anew', async () => {
  let name = `Lomba ${process.pid} lama`;
  stops.push(answerSearches('127.0.0.1', () => hint(name, 5001)));
  stops.push(answerSearches('127.0.0.7', () => hint(`Lomba ${process.pid} lain`, 5002)));
  const here = { listeningOn: '127.0.0.1' };
  expect((await find(here, ({ port, contest }) => port === 5001 && contest === name)).host).toBe('127.0.0.1');
  expect((await find(here, ({ contest }) => contest === `Lomba ${process.pid} lain`)).host).toBe('127.0.0.7');
  name = `Lomba ${process.pid} baru`;
  expect((await find(here, ({ contest }) => contest === name)).port).toBe(5001);
});

test('[S15] one laptop that is asked alone says which port its committee has', async () => {
  stops.push(answerSearches('127.0.0.23', () => hint('Lomba', 5777)));
  expect(await find({ listeningOn: '0.0.0.0', host: '127.0.0.23' }, () => true)).toMatchObject({
    host: '127.0.0.23',
    port: 5777,
  });
});

test('[S15] a question shorter than the answer may be is not answered, so that nobody is flooded through a committee', async () => {
  const contest = `Lomba ${process.pid} panjang ${'x'.repeat(400)}`;
  stops.push(answerSearches('127.0.0.31', () => hint(contest, 5888)));
  const socket = createSocket({ type: 'udp4' });
  stops.push(() => socket.close());
  await new Promise<void>((resolve) => {
    socket.bind({ address: '127.0.0.1', port: 0 }, () => resolve());
  });
  socket.setBroadcast(true);
  const sizes: number[] = [];
  socket.on('message', (packet, from) => {
    if (from.address === '127.0.0.31') sizes.push(packet.length);
  });
  const question = Buffer.concat([Buffer.from('gelar-juri?1'), Buffer.alloc(8, 7)]);
  socket.send(question, limits.discoveryPort, '127.255.255.255');
  const full = Buffer.concat([question], 640);
  const answered = find({ listeningOn: '127.0.0.1' }, ({ host }) => host === '127.0.0.31');
  socket.send(full, limits.discoveryPort, '127.255.255.255');
  expect((await answered).contest).toMatch(/^Lomba \d+ panjang x+$/);
  await expect.poll(() => sizes.length).toBe(1);
  expect(sizes[0]).toBeLessThanOrEqual(full.length);
});

test('[S15] what listens on this laptop alone has no other network, and the broadcast of a network follows its mask', () => {
  expect(broadcastInterfaces('127.0.0.1')).toEqual([{ address: '127.0.0.1', broadcast: '127.255.255.255' }]);
  expect(broadcastOf('192.168.1.10', '255.255.255.0')).toBe('192.168.1.255');
  expect(broadcastOf('172.20.10.3', '255.255.255.240')).toBe('172.20.10.15');
  expect(broadcastOf('10.1.2.3', '255.0.0.0')).toBe('10.255.255.255');
});
