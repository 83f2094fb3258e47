import { expect, test } from 'vitest';
import { createSimulation, noFaults } from './network.ts';

const JURORS = 8;
const SCORES = 400;

/** Every juror brings what it wrote while away; beats until all hold the same. */
function play(capacity: number) {
  const simulation = createSimulation(5, JURORS);
  for (let juror = 1; juror <= JURORS; juror += 1) simulation.write(juror, SCORES);
  let beats = 0;
  while (new Set(simulation.contents().map((content) => content.join(' '))).size > 1) {
    simulation.beat({ ...noFaults, capacity }, false);
    beats += 1;
    if (beats > 20_000) throw new Error('it never ends');
  }
  return { simulation, beats };
}

test('[S18] on slow laptops everything takes longer, and nothing is sent twice', () => {
  const [fast, slow] = [play(Infinity), play(20)];
  // Of a juror's entries one copy goes to the committee, and one to every other laptop.
  const once = fast.simulation.written() * JURORS;
  expect(slow.beats).toBeGreaterThan(fast.beats * 10);
  expect(fast.simulation.wire().entries).toBe(once);
  expect(slow.simulation.wire().entries).toBe(once);
  expect(slow.simulation.wire().bytes).toBeLessThan(fast.simulation.wire().bytes * 1.2);
  expect(slow.simulation.roundTrip()).toBeGreaterThan(40);
  expect(slow.simulation.problems).toEqual([]);
});

test('[S18] what is lost on a slow line is sent again all the same', () => {
  const simulation = createSimulation(6, 3);
  for (let beat = 0; beat < 60; beat += 1) {
    simulation.beat({ loss: 0.15, doubling: 0.1, mostDelay: 12, capacity: 12 }, true);
  }
  for (let beat = 0; beat < 600; beat += 1) simulation.beat({ ...noFaults, capacity: 12 }, false);
  const [first, ...others] = simulation.contents();
  for (const other of others) expect(other).toEqual(first);
});
