/** What `npm run mutants` runs: the tests of the pure parts (or of the folders in MUTANT_TESTS), without the slow ones. */
import { defineConfig } from 'vitest/config';

const folders = process.env.MUTANT_TESTS ?? 'domain,ranking,log,sync,import,documents,lib,ceremony,simulation';

export default defineConfig({
  test: {
    environment: 'node',
    include: folders.split(',').map((folder) => `tests/${folder}/**/*.test.ts`),
    exclude: ['tests/**/*.slow.test.ts'],
    testTimeout: 60_000,
  },
});
