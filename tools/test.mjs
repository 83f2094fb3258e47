/**
 * `npm test`: every runner, one after the other, and one closing line over all of them: `N passed, N failed`. What the windows
 * need, a runtime that may have to be compiled, is made ready beside the tests that open none.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildIfStale } from './build.mjs';
import { closingLine, outcome } from './outcome.mjs';
import { environment, projectNode, root, run, runMain, say } from './project.mjs';
import { hasDisplay, sandboxProblem } from './surroundings.mjs';

const reports = path.join(root, 'test-results');

await runMain(test);

async function test() {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const outcomes = [];
  const runtime = run(projectNode, ['tools/electron-runtime.mjs'], { quiet: true });
  outcomes.push(await vitest());
  outcomes.push(await buildAndOpen(runtime));
  for (const { name, passed, failed } of outcomes) say(`${name}: ${passed} passed, ${failed} failed`);
  console.log(closingLine(outcomes));
  return outcomes.every(({ failed }) => failed === 0) ? 0 : 1;
}

async function vitest() {
  const report = path.join(reports, 'vitest.json');
  const { code } = await run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]);
  const result = readReport(report);
  return outcome('vitest', code, result?.numPassedTests, result?.numFailedTests);
}

async function buildAndOpen(runtime) {
  const name = 'end to end';
  const { code: missing, output } = await runtime;
  if (output.trim() !== '') say(output.trim());
  if (missing !== 0) return outcome(name, 1, 0, 1);
  try {
    await buildIfStale();
  } catch (error) {
    say(error.message);
    return outcome(name, 1, 0, 1);
  }
  const problem = sandboxProblem();
  if (problem !== null) say(`Tanpa kotak pasir Chromium / without Chromium's sandbox (${problem}).`);
  const report = path.join(reports, 'e2e.json');
  const env = { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const playwright = ['playwright', 'test', '--reporter=list,json'];
  const command = hasDisplay() ? playwright : ['xvfb-run', '-a', '-s', '-screen 0 1366x768x24', ...playwright];
  const { code } = await run(command[0], command.slice(1), { env });
  const stats = readReport(report)?.stats;
  return outcome(name, code, stats?.expected, stats && stats.unexpected + stats.flaky);
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
