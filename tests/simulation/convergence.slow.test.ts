import { expect, test } from 'vitest';
import { nodeCrypto } from '../../electron/adapters/node-crypto.ts';
import { toBase32 } from '../../shared/lib/base32.ts';
import { verifyLog } from '../../shared/log/verify.ts';
import { createSimulation, noFaults, type Faults } from './network.ts';

const badNetwork: Faults = { loss: 0.15, doubling: 0.15, mostDelay: 12 };

/** A bad day, then a quiet hour in which everything must meet. */
function play(seed: number, jurors: number) {
  const simulation = createSimulation(seed, jurors);
  for (let beat = 0; beat < 150; beat += 1) simulation.beat(badNetwork, true);
  for (let beat = 0; beat < 200; beat += 1) simulation.beat(noFaults, false);
  return simulation;
}

test.each([1, 2, 3, 4])('[S9] loss, doubling, delay, reordering and partitions end in equal logs (seed %i)', (seed) => {
  const simulation = play(seed, 3);
  const [first, ...others] = simulation.contents();
  expect(first).toHaveLength(4);
  for (const other of others) expect(other).toEqual(first);
  expect(simulation.problems).toEqual([]);
  const written = simulation.trace.filter((line) => line.includes(' writes ')).length;
  expect(written).toBe(150);
});

test.each([11, 12, 13])(
  '[L13] a cloned laptop: both branches are kept, once each, under the same ids everywhere (seed %i)',
  (seed) => {
    const simulation = createSimulation(seed, 3);
    for (let beat = 0; beat < 40; beat += 1) simulation.beat(badNetwork, true);
    simulation.clone(1);
    for (let beat = 0; beat < 60; beat += 1) simulation.beat(badNetwork, true);
    // A copy of the copy, and a second copy of the same folder.
    simulation.clone(4);
    simulation.clone(1);
    for (let beat = 0; beat < 60; beat += 1) simulation.beat(badNetwork, true);
    for (let beat = 0; beat < 300; beat += 1) simulation.beat(noFaults, false);
    const [first, ...others] = simulation.contents();
    for (const other of others) expect(other).toEqual(first);
    expect(simulation.problems.every(({ type }) => type === 'fork')).toBe(true);
    expect(simulation.problems.length).toBeGreaterThan(0);
    for (const { log } of simulation.laptops) {
      const hashes = log
        .heads()
        .flatMap(({ log: id }) => log.read(id, 0, { entries: 1e6, bytes: 1e9 }).map(({ hash }) => toBase32(hash)));
      expect(new Set(hashes).size).toBe(hashes.length);
      expect(log.heads().map(({ log: id }) => verifyLog(log, id, nodeCrypto))).toEqual(log.heads().map(() => null));
      expect(hashes.length).toBe(simulation.written());
    }
  },
);

test('[S9] the same seed makes the same trace, another seed another', () => {
  expect(play(7, 2).trace).toEqual(play(7, 2).trace);
  expect(play(7, 2).trace).not.toEqual(play(8, 2).trace);
});
