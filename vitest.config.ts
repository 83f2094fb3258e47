import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { guidePages } from './tools/guide/pages.ts';

/**
 * Two runners of one kind: `unit` in plain Node, `renderer` in jsdom for what draws (`*.test.tsx`). `*.slow.test.*` (they
 * build, start or break something, read monsters, or go long ways through a screen) run in `npm test`, not in
 * `npm run check`. The end-to-end runs belong to Playwright.
 * The files of the first two share loaded modules: loading all anew for each file would take longer than its tests.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: longestFirst() },
    // The hundreds of processes that tests start find the modules compiled that one before them loaded.
    env: { NODE_COMPILE_CACHE: path.resolve('node_modules/.cache/compiled') },
    // Some wait for the disk or the network: more workers than processors keep all of these busy.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      {
        plugins: [guidePages()],
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/**/*.slow.test.ts'],
          testTimeout: 60_000,
          isolate: false,
        },
      },
      {
        plugins: [guidePages()],
        test: {
          name: 'renderer',
          environment: 'jsdom',
          include: ['tests/renderer/**/*.test.tsx'],
          exclude: ['tests/**/*.slow.test.tsx'],
          testTimeout: 60_000,
          isolate: false,
        },
      },
      {
        plugins: [guidePages()],
        test: {
          name: 'renderer-slow',
          environment: 'jsdom',
          include: ['tests/renderer/**/*.slow.test.tsx'],
          testTimeout: 300_000,
          isolate: false,
        },
      },
      {
        plugins: [guidePages()],
        test: {
          name: 'slow',
          environment: 'node',
          include: ['tests/**/*.slow.test.ts'],
          exclude: ['tests/e2e/**'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});

/**
 * The slow project first, and in it the files that take a minute or more, so that the short ones fill the end: one that begins
 * last keeps all other workers waiting. Vitest knows sizes of files alone on a machine that has run nothing yet.
 */
function longestFirst(): typeof BaseSequencer {
  const longest = [
    'contest/new-contest-folder',
    'cli/network',
    'simulation/planted-bugs',
    'cli/recovery',
    'contest/recover-damage',
    'contest/random-damage',
    'documents/row-heights',
    'contest/false-alarm',
  ].map((name) => path.resolve('tests', `${name}.slow.test.ts`));
  const rank = ({ moduleId, project }: TestSpecification): number => {
    const at = longest.indexOf(path.normalize(moduleId));
    if (at !== -1) return at;
    return longest.length + (project.name.endsWith('slow') ? 0 : 1);
  };
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const sorted = await super.sort(files);
      return sorted.sort((a, b) => rank(a) - rank(b));
    }
  };
}
