import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { runCli } from '../support/run-cli.ts';

test('version answers one JSON value on standard output', async () => {
  const answer = await runCli(['version']);
  expect(answer.stderr).toBe('');
  expect(JSON.parse(answer.stdout)).toEqual({ version: packageJson.version, node: process.versions.node });
  expect(answer.code).toBe(0);
});

test.each([[['no-such-command']], [[]]])('an unknown or missing command %j is wrong usage', async (args) => {
  const answer = await runCli(args);
  expect(answer.stdout).toBe('');
  expect(answer.stderr).toContain('usage');
  expect(answer.stderr).toContain('version');
  expect(answer.code).toBe(2);
});

test.each([[['version', 'surplus']], [['version', '--no-such-option']]])(
  'wrong arguments %j are wrong usage',
  async (args) => {
    const answer = await runCli(args);
    expect(answer.stdout).toBe('');
    expect(answer.stderr).toContain('npm run -s cli -- version');
    expect(answer.code).toBe(2);
  },
);
