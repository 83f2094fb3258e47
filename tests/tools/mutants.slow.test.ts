/** `npm run mutants` on planted code: which changes it finds noticed, and which not. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { sampleOf } from '../../tools/mutants/sample.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'gelar-planted-'));
afterAll(() => rmSync(folder, { recursive: true }));

const resultSchema = z.object({
  counted: z.number(),
  leftOut: z.array(z.string()),
  mutants: z.array(
    z.object({ original: z.string(), replacement: z.string(), fate: z.string(), by: z.string().optional() }),
  ),
});

function mutants(...args: readonly string[]) {
  const out = path.join(folder, 'mutants.json');
  const command = [
    'tools/mutants/main.ts',
    'tests/fixtures/mutants/planted.ts',
    '--tests',
    'fixtures/mutants',
    '--out',
    out,
    ...args,
  ];
  const { status, stdout } = spawnSync(process.execPath, command, { encoding: 'utf8', timeout: 120_000 });
  return { status, stdout, result: resultSchema.parse(JSON.parse(readFileSync(out, 'utf8'))) };
}

test('a change that a test notices, one that none notices, one that none reaches and an endless loop are told apart', () => {
  const { status, stdout, result } = mutants();
  const fateOf = (original: string, replacement: string) =>
    result.mutants
      .filter((each) => each.original === original && each.replacement === replacement)
      .map(({ fate }) => fate);
  expect(status).toBe(0);
  expect(result.leftOut).toEqual([]);
  expect(fateOf('age >= 17', 'age > 17')).toEqual(['killed']);
  expect(fateOf('age >= 17', 'age < 17')).toEqual(['killed']);
  expect(fateOf('minutes > 5', 'minutes >= 5')).toEqual(['survived']);
  expect(fateOf('minutes > 5', 'minutes <= 5')).toEqual(['killed']);
  expect(fateOf('0 - from', '0 + from')).toEqual(['unreached']);
  expect(fateOf('left -= 1', 'left += 1')).toEqual(['timeout']);
  expect(fateOf('from + 1', 'from - 1')).toEqual(['timeout']);
  expect(result.mutants).toHaveLength(result.counted);
  expect(stdout).toContain('survived tests/fixtures/mutants/planted.ts:8  minutes > 5  ->  minutes >= 5');
});

test('a sample is as large as was asked for, and the same seed draws the same one', () => {
  const all = Array.from({ length: 100 }, (_, i) => i);
  const drawn = sampleOf(all, 10, 1);
  expect(new Set(drawn).size).toBe(10);
  expect(sampleOf(all, 10, 1)).toEqual(drawn);
  expect(sampleOf(all, 10, 2)).not.toEqual(drawn);
  expect(sampleOf(all, 200, 1).toSorted((a, b) => a - b)).toEqual(all);
});
