/**
 * `npm run sim -- --seeds N [--base S] [--trace]`: plays whole laptops from N seeds (tests/simulation) and ends with one JSON line. A
 * seed that failed is played again with `--base S --seeds 1 --trace`, which prints all that happened. Every hundredth seed is
 * played twice: it has to leave the same trace.
 */
import { parseArgs } from 'node:util';
import { playSeed } from '../tests/simulation/play.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    base: { type: 'string', default: '1' },
    trace: { type: 'boolean', default: false },
    'first-failure': { type: 'boolean', default: false },
  },
});
const TWICE_EVERY = 100;
const SAY_EVERY_MS = 10_000;
const seeds = Number(values.seeds);
const base = Number(values.base);
if (!Number.isSafeInteger(base)) throw new Error(`--base: a number, not ${values.base}`);
const begun = performance.now();
let saidAt = begun;
let steps = 0;
let restPoints = 0;
const failures = [];

for (let seed = base; seed < base + seeds; seed += 1) {
  const played = await playSeed(seed, values.trace ? (line) => console.log(line) : null);
  steps += played.steps;
  restPoints += played.restPoints;
  if (played.failure !== null) note(seed, played.failure.step, played.failure.invariant);
  if (seed % TWICE_EVERY === 0 && (await playSeed(seed)).trace !== played.trace)
    note(seed, 0, 'S9 the same seed, another trace');
  if (failures.length > 0 && values['first-failure']) break;
  if (performance.now() - saidAt > SAY_EVERY_MS) {
    saidAt = performance.now();
    process.stderr.write(
      `${seed - base + 1} of ${seeds} seeds, ${failures.length} failed, ${Math.round(saidAt - begun)} ms\n`,
    );
  }
}
console.log(
  JSON.stringify({ seeds, base, steps, restPoints, failures, elapsedMs: Math.round(performance.now() - begun) }),
);
process.exitCode = failures.length === 0 ? 0 : 1;

function note(seed, step, invariant) {
  failures.push({ seed, step, invariant });
  process.stderr.write(`seed ${seed}, step ${step}: ${invariant}\n`);
}
