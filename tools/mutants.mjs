/**
 * `npm run mutants -- FOLDER ...`: changes each line of a folder of shared/ (or of one file) in small ways and counts the changes that
 * no test notices (Stryker), with their lines. Takes minutes to an hour; a step of work, not a part of `npm test`.
 * `--tests domain,log`: only the tests of these folders are asked, which is many times faster and never counts too much.
 */
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { environment, root, run, runMain, say, Stop } from './project.mjs';

const folders = ['domain', 'ranking', 'log', 'sync', 'import', 'documents', 'lib', 'ceremony'];

await runMain(mutants);

async function mutants() {
  const { values, positionals: wanted } = parseArgs({ options: { tests: { type: 'string' } }, allowPositionals: true });
  if (wanted.length === 0) {
    throw new Stop(`npm run mutants -- FOLDER [--tests FOLDER,...]   (${folders.join(', ')}, or a file)`);
  }
  const mutate = wanted.map((name) => {
    const place = name.startsWith('shared/') ? name : `shared/${name}`;
    if (!existsSync(path.join(root, place))) throw new Stop(`${place}: tidak ada / does not exist.`);
    return statSync(path.join(root, place)).isDirectory() ? `${place}/**/*.ts` : place;
  });
  const config = path.join(root, 'test-results', 'stryker.json');
  mkdirSync(path.dirname(config), { recursive: true });
  writeFileSync(
    config,
    JSON.stringify({
      packageManager: 'npm',
      testRunner: 'vitest',
      vitest: { configFile: 'tools/mutants.vitest.mjs' },
      plugins: ['@stryker-mutator/vitest-runner'],
      coverageAnalysis: 'perTest',
      mutate,
      ignoreStatic: true,
      ignorePatterns: ['/out', '/dist', '/screenshots', '/docs'],
      concurrency: 2,
      timeoutMS: 20_000,
      reporters: ['clear-text', 'json', ...(process.stdout.isTTY ? ['progress'] : [])],
      jsonReporter: { fileName: 'test-results/mutants.json' },
      clearTextReporter: { reportTests: false, allowColor: false },
      tempDirName: 'test-results/stryker',
    }),
  );
  const env = { ...environment, ...(values.tests === undefined ? {} : { MUTANT_TESTS: values.tests }) };
  const { code } = await run('stryker', ['run', config, '--logLevel', 'warn'], { env });
  rmSync(path.join(root, 'test-results', 'stryker'), { recursive: true, force: true });
  say(`test-results/mutants.json: ${mutate.join(', ')}`);
  return code;
}
