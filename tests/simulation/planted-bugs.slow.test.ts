/** Bugs planted in a copy of the product: the simulator finds each, or it would find none of its kind. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { plantedBugs, type PlantedBug } from './planted-bugs.ts';

const root = path.resolve(import.meta.dirname, '../..');
const parts = ['shared', 'electron/adapters', 'tests/simulation', 'tests/support', 'tools/sim.mjs', 'package.json'];

test.each(plantedBugs)('[G1] [G2] [G3] [G5] [G6] [G7] the simulator finds a laptop that $name', (bug) => {
  const copy = mkdtempSync(path.join(tmpdir(), 'gelar-planted-'));
  try {
    for (const part of parts) cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    plant(path.join(copy, bug.file), bug);
    const { stdout, stderr } = spawnSync(
      path.join(root, 'node_modules/.bin/node'),
      ['tools/sim.mjs', '--base', String(bug.seed), '--seeds', String(bug.seeds), '--first-failure'],
      { cwd: copy, encoding: 'utf8' },
    );
    const told: unknown = stdout === '' ? stderr : JSON.parse(stdout);
    expect(told).toMatchObject({
      failures: [{ seed: expect.any(Number), step: expect.any(Number), invariant: expect.stringMatching(bug.found) }],
    });
  } finally {
    rmSync(copy, { recursive: true });
  }
});

/** The text that is changed stands there once: else the table is out of date. */
function plant(file: string, { from, to }: PlantedBug): void {
  const parts = readFileSync(file, 'utf8').split(from);
  expect(parts).toHaveLength(2);
  writeFileSync(file, parts.join(to));
}
