/** The command `rank` as its users run it. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import exampleContest from '../fixtures/example-contest.json' with { type: 'json' };
import exampleRank from '../fixtures/example-rank.json' with { type: 'json' };
import { runCli } from '../support/run-cli.ts';

test('rank answers the standings of the example contest', async () => {
  const answer = await runCli(['rank', 'tests/fixtures/example-contest.json']);
  expect(answer.stderr).toBe('');
  expect(answer.code).toBe(0);
  const withoutWhy: unknown = JSON.parse(answer.stdout, (key, value: unknown) => (key === 'why' ? ['...'] : value));
  expect(withoutWhy).toEqual(exampleRank);
});

test('[R27] [R28] rank refuses a file with all its problems', async () => {
  const file = await fileWith(
    JSON.stringify({
      ...exampleContest,
      surplus: true,
      scores: exampleContest.scores.map((score, index) => (index === 3 ? { ...score, value: '100.5' } : score)),
      penalties: [{ contestant: 'nobody', points: '1', reason: 'waktu' }],
    }),
  );
  const answer = await runCli(['rank', file]);
  expect(answer.code).toBe(1);
  const { error } = JSON.parse(answer.stdout);
  expect(error.type).toBe('invalid-contest-file');
  expect(error.problems.map((problem: { path: string }) => problem.path)).toEqual([
    '/surplus',
    '/scores/3/value',
    '/penalties/0/contestant',
  ]);
});

test('[R19] rank refuses a decision that fits no tie', async () => {
  const decisions = [{ kind: 'chair', category: 'kes', order: ['k1', 'k2'], reason: 'musyawarah' }];
  const answer = await runCli(['rank', await fileWith(JSON.stringify({ ...exampleContest, decisions }))]);
  expect(answer.code).toBe(1);
  expect(JSON.parse(answer.stdout).error.problems).toMatchObject([{ path: '/decisions/0/order' }]);
});

test.each([
  ['no JSON', Buffer.from('{"format":')],
  ['no UTF-8', Buffer.from([0x7b, 0xff, 0x7d])],
])('rank refuses a file that is %s', async (_what, bytes) => {
  const answer = await runCli(['rank', await fileWith(bytes)]);
  expect(answer.code).toBe(1);
  expect(JSON.parse(answer.stdout).error.problems).toMatchObject([{ path: '' }]);
});

test('rank refuses a file that is not there', async () => {
  const answer = await runCli(['rank', 'tests/fixtures/no-such-file.json']);
  expect(answer.code).toBe(1);
  expect(JSON.parse(answer.stdout).error.type).toBe('unreadable-file');
  expect(answer.stderr).toContain('tidak ada. Periksa letak dan namanya.');
});

test('rank without a file is wrong usage', async () => {
  const answer = await runCli(['rank']);
  expect(answer.code).toBe(2);
  expect(answer.stdout).toBe('');
});

async function fileWith(content: string | Uint8Array): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gelar-juri-rank-'));
  const file = path.join(folder, 'contest.json');
  await writeFile(file, content);
  return file;
}
