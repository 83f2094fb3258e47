/** Every benchmark runs, at a scale at which it says nothing of speed. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { z } from 'zod';

const lineSchema = z.object({
  benchmark: z.string(),
  scale: z.literal('small'),
  rounds: z.literal(1),
  figures: z.array(z.looseObject({ name: z.string(), median: z.number(), unit: z.string() })).min(1),
});

function bench(...args: readonly string[]) {
  const before = leftovers();
  const ran = spawnSync(process.execPath, ['tools/bench/main.ts', ...args], { encoding: 'utf8', timeout: 240_000 });
  return { ...ran, left: leftovers().filter((name) => !before.includes(name)) };
}

function leftovers(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('gelar-bench-'));
}

test('each benchmark prints a JSON line with what it measured, and leaves nothing behind', () => {
  const { stdout, status, stderr, left } = bench('--scale', 'small');
  expect(stderr).toContain('ranking:');
  const lines = stdout.trim().split('\n');
  const measured = lines.map((line) => lineSchema.parse(JSON.parse(line)));
  expect(measured.map(({ benchmark }) => benchmark)).toEqual([
    'opening',
    'backlog',
    'sync',
    'replicas',
    'ranking',
    'workbook',
    'papers',
    'disk',
  ]);
  expect(measured.flatMap(({ figures }) => figures).filter(({ median }) => !(median >= 0))).toEqual([]);
  expect(status).toBe(0);
  expect(left).toEqual([]);
});

test('whoever asks for one that does not exist is told which there are', () => {
  const { status, stderr } = bench('speed');
  expect(status).toBe(2);
  expect(stderr).toContain('opening, backlog, sync, replicas, ranking, workbook, papers, disk');
});
