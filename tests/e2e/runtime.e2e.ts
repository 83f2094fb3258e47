import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { sandboxProblem } from '../../tools/surroundings.mjs';

test('the Electron of this machine opens the database module that the application ships', () => {
  const electron: unknown = createRequire(import.meta.url)('electron');
  const probe = path.resolve(import.meta.dirname, '../support/database-probe.mjs');
  const flags = sandboxProblem() === null ? [] : ['--no-sandbox'];
  const answer = spawnSync(String(electron), [probe, ...flags], { encoding: 'utf8', timeout: 60_000 });
  const line = answer.stdout.split('\n').find((text) => text.startsWith('{')) ?? '{}';
  const result: unknown = JSON.parse(line);
  expect(result).toMatchObject({ row: { value: '87.25', doubled: 174.5 } });
});
