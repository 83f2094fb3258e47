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

test.each([
  [['--help'], 'rehearse'],
  [['help'], 'rehearse'],
  [['workbook', '--help'], '--out FILE.xlsx'],
])('%j shows how it is called, and that is no mistake', async (args, usage) => {
  const answer = await runCli(args);
  expect(answer).toMatchObject({ code: 0, stderr: '' });
  expect(answer.stdout).toContain(usage);
});

test('a mistaken option is named in the language of the user', async () => {
  const [unknown, valueless] = await Promise.all([
    runCli(['version', '--no-such-option']),
    runCli(['workbook', 'a.json', '--out']),
  ]);
  expect(unknown.stderr).toContain("Pilihan '--no-such-option' tidak dikenal.");
  expect(valueless.stderr).toContain("Nilai untuk pilihan '--out");
});

test.each([
  [['committee', 'folder', '--port', '70000'], '--port N: bilangan dari 0 sampai 65535.'],
  [['init', 'folder'], '--contest FILE belum disebut.'],
  [['juror', 'folder', '--join', '127.0.0.1:1'], '--join HOST[:PORT] dan --code CODE harus disebut bersama.'],
  [['rehearse', '--jurors', '3'], 'Ada argumen yang belum disebut'],
])('%j is wrong usage, said in the language of the user', async (args, message) => {
  const answer = await runCli(args);
  expect(answer).toMatchObject({ code: 2, stdout: '' });
  expect(answer.stderr).toContain(message);
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
