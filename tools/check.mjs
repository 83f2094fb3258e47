/** `npm run check`: everything that needs neither Electron nor a display, each guard with its time; all run even when one fails. */
import { environment, run } from './project.mjs';

/** Two at a time; the tests by themselves, which are about as long as all the others. */
const lanes = [
  [
    { name: 'lint and types', command: ['oxlint', '--type-aware', '--type-check', '--deny-warnings'] },
    { name: 'format', command: ['oxfmt', '--check', '.'] },
    { name: 'dead code', command: ['knip', '--no-progress'] },
  ],
  [{ name: 'tests', command: ['vitest', 'run', '--project', 'unit', '--project', 'renderer', '--reporter=dot'] }],
];

const started = performance.now();
const results = (await Promise.all(lanes.map(runLane))).flat();
const failed = results.filter((result) => result.code !== 0);
for (const { name, output } of failed) console.log(`\n── ${name} ──\n${output.trim()}`);
console.log(
  failed.length === 0
    ? `\nall well, ${seconds(started)}`
    : `\nfailed: ${failed.map((f) => f.name).join(', ')}, ${seconds(started)}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

async function runLane(steps) {
  const results = [];
  for (const step of steps) results.push(await runStep(step));
  return results;
}

async function runStep({ name, command: [program, ...args] }) {
  const begun = performance.now();
  const { FORCE_COLOR: _, ...inherited } = environment;
  // The compiler's collector runs half as often: a tenth of its time, for a gigabyte at most.
  const env = { ...inherited, NO_COLOR: '1', GOGC: '200' };
  const { code, output } = await run(program, args, { quiet: true, env });
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}, ${seconds(begun)}`);
  return { name, code, output };
}

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
