import { defineConfig } from 'vitest/config';

/**
 * Two runners of one kind: `unit` in plain Node, `renderer` in jsdom for what draws (`*.test.tsx`). The end-to-end runs
 * belong to Playwright;
 * `*.slow.test.ts` (they build or start something, or read monsters) run in `npm test`, not in `npm run check`.
 * The files of the first two share loaded modules: loading all anew for each file would take longer than its tests.
 */
export default defineConfig({
  test: {
    maxWorkers: '100%',
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
          testTimeout: 60_000,
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
