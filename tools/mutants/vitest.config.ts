/**
 * The laboratory's own vitest: one test file, `laboratory.ts`, which loads the tests of the product itself. These get the changed
 * sources instead of those on disk, and `collect.ts` instead of vitest.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { files, planSchema } from './mutant.ts';

const here = import.meta.dirname;
const work = process.env.MUTANTS_WORK ?? '';
const { sources } = planSchema.parse(JSON.parse(readFileSync(path.join(work, files.plan), 'utf8')));

export default defineConfig({
  root: path.resolve(here, '..', '..'),
  plugins: [
    {
      name: 'mutants',
      enforce: 'pre',
      resolveId(id, importer) {
        const ofTheTests = importer !== undefined && !path.normalize(importer).startsWith(here);
        return id === 'vitest' && ofTheTests ? path.join(here, 'collect.ts') : undefined;
      },
      load(id) {
        return sources[path.normalize(id)];
      },
    },
  ],
  test: {
    // It would hand out the changed sources of an earlier run: their files on disk are the same.
    fsModuleCache: false,
    environment: 'node',
    include: ['tools/mutants/laboratory.ts'],
    pool: 'threads',
    maxWorkers: 1,
    testTimeout: 86_400_000,
    silent: true,
    dangerouslyIgnoreUnhandledErrors: true,
  },
});
