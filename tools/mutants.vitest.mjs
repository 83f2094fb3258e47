/** What `npm run mutants` runs: the tests of the pure parts, without the slow ones. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/{domain,ranking,log,sync,import,export,lib,ceremony,simulation}/**/*.test.ts'],
    exclude: ['tests/**/*.slow.test.ts'],
    testTimeout: 60_000,
  },
});
