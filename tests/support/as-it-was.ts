/**
 * Compares a long text with the one that is kept for it, line by line. A change that is meant: look at the difference after
 * `KEEP=write vitest run ...`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';

const fixtures = path.join(import.meta.dirname, '..', 'fixtures');

/** `name`: below tests/fixtures. */
export function expectAsItWas(name: string, text: string): void {
  const place = path.join(fixtures, name);
  if (process.env.KEEP === 'write') {
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  const kept = existsSync(place) ? readFileSync(place, 'utf8').replaceAll('\r\n', '\n') : '';
  expect(text.split('\n')).toEqual(kept.split('\n'));
}
