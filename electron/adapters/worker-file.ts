/** Where a worker's code lies: from source a .ts beside this file; in the bundle a .js beside the main file, also seen from a chunk. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { present } from '../../shared/lib/assert.ts';

export function workerFile(name: 'spreadsheet-worker' | 'document-worker'): URL {
  const urls = [`./${name}.ts`, `./${name}.js`, `../${name}.js`].map((each) => new URL(each, import.meta.url));
  return present(
    urls.find((url) => existsSync(fileURLToPath(url))),
    'the worker is built beside the main file',
  );
}
