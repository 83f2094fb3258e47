import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/**
 * Two runners of one kind: `unit` in plain Node, `renderer` in jsdom for what draws (`*.test.tsx`). `*.slow.test.*` (they
 * build, start or break something, read monsters, or go long ways through a screen) run in `npm test`, not in
 * `npm run check`. The end-to-end runs belong to Playwright.
 * The files of the first two share loaded modules: loading all anew for each file would take longer than its tests.
 */
export default defineConfig({
  test: {
    // Some wait for the disk or the network: more workers than processors keep all of these busy.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      {
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
        test: {
          name: 'renderer-slow',
          environment: 'jsdom',
          include: ['tests/renderer/**/*.slow.test.tsx'],
          testTimeout: 300_000,
          isolate: false,
        },
      },
      {
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
