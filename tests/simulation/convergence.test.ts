import { expect, test } from 'vitest';
import { createSimulation, noFaults, type Faults } from './network.ts';

const badNetwork: Faults = { loss: 0.15, doubling: 0.15, mostDelay: 12 };

/** A bad day, then a quiet hour in which everything must meet. */
function play(seed: number, jurors: number) {
  const simulation = createSimulation(seed, jurors);
  for (let beat = 0; beat < 150; beat += 1) simulation.beat(badNetwork, true);
  for (let beat = 0; beat < 200; beat += 1) simulation.beat(noFaults, false);
  return simulation;
}

test.each([1, 2, 3, 4, 5, 6])(
  '[S9] loss, doubling, delay, reordering and partitions end in equal logs (seed %i)',
  (seed) => {
    const simulation = play(seed, 3);
    const [first, ...others] = simulation.contents();
    expect(first).toHaveLength(4);
    for (const other of others) expect(other).toEqual(first);
    expect(simulation.problems).toEqual([]);
    const written = simulation.trace.filter((line) => line.includes(' writes ')).length;
    expect(written).toBe(150);
  },
);

test('[S9] the same seed makes the same trace, another seed another', () => {
  expect(play(7, 2).trace).toEqual(play(7, 2).trace);
  expect(play(7, 2).trace).not.toEqual(play(8, 2).trace);
});
