import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { MAY_IMPORT } from '../../tools/lint/layers.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const sources = globSync('{shared,electron,renderer}/**/*.{ts,tsx}', { cwd: root }).map((file) =>
  file.replaceAll(path.sep, '/'),
);

/** As the lint names them: the file's folder of the second level, and what lies beside those. */
function layerOf(file: string): string {
  const [top = '', second = '', third] = file.split('/');
  if (top === 'renderer') return 'renderer';
  if (top === 'electron' && third === undefined) return 'electron/main';
  return ['shared', 'electron'].includes(top) ? `${top}/${second.replace(/\.tsx?$/, '')}` : top;
}

/** Every layer that each layer takes something from. */
function usedLayers(): ReadonlyMap<string, ReadonlySet<string>> {
  const used = new Map<string, Set<string>>();
  for (const file of sources) {
    const from = layerOf(file);
    const layers = used.get(from) ?? new Set();
    used.set(from, layers);
    for (const [, specifier = ''] of readFileSync(path.join(root, file), 'utf8').matchAll(/from '(\.[^']*)'/g))
      layers.add(layerOf(path.posix.join(path.posix.dirname(file), specifier)));
  }
  return used;
}

test('no layer may import what none of its files does: a permission that nobody needs is a hole', () => {
  const used = usedLayers();
  const unused = Object.entries(MAY_IMPORT).flatMap(([layer, permissions]) =>
    permissions
      .map((permission) => permission.replace('type:', ''))
      .filter((permission) => {
        const taken = [...(used.get(layer) ?? [])];
        return permission.endsWith('/*')
          ? !taken.some((each) => each.startsWith(permission.slice(0, -1)))
          : !taken.includes(permission);
      })
      .map((permission) => `${layer} -> ${permission}`),
  );
  expect(unused).toEqual([]);
});
